"""From the PATHs given to the files to read, in a stable order, and those that are left out, each with its reason."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extract.ownership import is_our_workbook
from extract.refusal import Refused
from extract.system_errors import reason_of
from extract.texts import say


class Source(NamedTuple):
    """A file to read: its real path, and its name for people (NFC, relative to the PATH given)."""

    path: Path
    name: str


class Skipped(NamedTuple):
    """A file that is not read; `reason` keys the words for it (`skipped.REASON`)."""

    name: str
    reason: str


class Found(NamedTuple):
    """All files under the PATHs: those to read and those left out, each of them once."""

    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]


class Seen(NamedTuple):
    """One file met on the walk, before names are settled. `base` is the PATH that led to it; `reason` None: to read."""

    path: Path
    base: Path
    reason: str | None


READ = frozenset(
    {".docx", ".docm", ".dotx", ".pdf", ".txt"}
    | {".doc", ".dot", ".wps", ".rtf", ".odt", ".ott", ".fodt", ".mht", ".mhtml"}
    | {".xls", ".xlsx", ".xlsm", ".xlsb", ".ods"}
)
# Forms in which reports come and that are not read yet: the reader says what to do about them.
REPORT_LIKE = frozenset(
    {".pages", ".ppt", ".pptx"}
    | {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".heic", ".webp"}
    | {".zip", ".rar", ".7z"}
)
SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
SYSTEM_FOLDERS = frozenset({"__macosx", "$recycle.bin", "system volume information"})
LOCK_FILE = re.compile(r"~\$.*|\.~lock\..*#")  # Word and LibreOffice, while a document is open


def find(paths: Sequence[Path], lang: str) -> Found:
    """All files under the paths; refuses a path that does not exist or is neither file nor folder."""
    for path in paths:
        refuse_unusable(path, lang)
    seen = tuple(without_repeats(item for path in paths for item in walk_path(path)))
    kept = [item for item in seen if item.reason is None]
    return Found(
        tuple(map(Source, (item.path for item in kept), settled_names(kept))),
        tuple(Skipped(plain_name(item), item.reason) for item in seen if item.reason is not None),
    )


def refuse_unusable(path: Path, lang: str) -> None:
    """Refuses a PATH that cannot lead to any report."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise Refused(say(lang, "sources.no-such-path", path=shown(path))) from None
    except (OSError, ValueError) as error:  # a loop of links, no permission on the way, a name that cannot be one
        raise Refused(say(lang, "sources.bad-path", path=shown(path), detail=reason_of(error, lang))) from None
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        raise Refused(say(lang, "sources.not-a-file", path=shown(path)))


def walk_path(path: Path) -> Iterator[Seen]:
    """The files that one PATH leads to. A file that is named itself is read whatever its ending."""
    if path.is_dir():
        yield from walk_folder(path, path, path.resolve())
    else:
        yield Seen(path, path.parent, "lock-file" if LOCK_FILE.fullmatch(path.name) else None)


def walk_folder(folder: Path, base: Path, real_base: Path) -> Iterator[Seen]:
    """The files of a folder and of its subfolders, by name; links are judged, never followed out of `base`."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: order_of(entry.name))
    except OSError:
        yield Seen(folder, base, None)  # the reader says what is wrong with it
        return
    for entry in entries:
        path = folder / entry.name
        reason = reason_to_skip(path, real_base)
        if reason is None and path.is_dir():
            yield from walk_folder(path, base, real_base)
        else:
            yield Seen(path, base, reason)


def reason_to_skip(path: Path, real_base: Path) -> str | None:
    """Why a file or folder met on the walk is not read; None when it is."""
    if path.is_symlink():
        return reason_to_skip_link(path, real_base)
    return reason_to_skip_name(path) or reason_to_skip_content(path)


def reason_to_skip_link(path: Path, real_base: Path) -> str:
    """Links are not followed: what they point to inside the folder is met by itself, and outside is not ours."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # points to nothing, or round in a loop
        return "broken-link"
    return "link-inside" if target.is_relative_to(real_base) else "link-outside"


def reason_to_skip_name(path: Path) -> str | None:
    """What the name alone tells."""
    name = path.name.lower()
    if LOCK_FILE.fullmatch(name):
        return "lock-file"
    if name in SYSTEM_FILES or name in SYSTEM_FOLDERS:
        return "system-file"
    return "hidden" if name.startswith(".") else None


def reason_to_skip_content(path: Path) -> str | None:
    """What the kind of file tells: no pipes or sockets, nothing that we wrote, nothing that holds no report."""
    if path.is_dir():
        return None
    if not path.is_file():
        return "not-a-file"
    ending = path.suffix.lower()
    if ending and ending not in READ | REPORT_LIKE:
        return "other-kind"
    return "own-output" if ending == ".xlsx" and is_our_workbook(path) else None


def without_repeats(seen: Iterator[Seen]) -> Iterator[Seen]:
    """Each file once: what two PATHs both lead to is read at the first and left out at the second."""
    met: set[Path] = set()
    for item in seen:
        real = item.path.parent.resolve() / item.path.name if item.reason else item.path.resolve()
        yield item._replace(reason="given-twice") if real in met else item
        met.add(real)


def settled_names(kept: Sequence[Seen]) -> list[str]:
    """A name for each file: relative to its PATH; where two would be alike, with the PATH before it."""
    plain = [plain_name(item) for item in kept]
    repeats = Counter(plain)
    return numbered([shown(item.path) if repeats[name] > 1 else name for name, item in zip(plain, kept, strict=True)])


def plain_name(item: Seen) -> str:
    """The file's name relative to the PATH that led to it."""
    return shown(item.path if item.path == item.base else item.path.relative_to(item.base))


def numbered(names: Sequence[str]) -> list[str]:
    """The names, later ones of a kind with a number: two spellings of one Vietnamese name may lie side by side."""
    met: Counter[str] = Counter()
    result = []
    for name in names:
        met[name] += 1
        result.append(name if met[name] == 1 else f"{name} ({met[name]})")
    return result


def shown(path: Path) -> str:
    """A path for people: slashes, composed letters, and a mark in place of bytes that are no text."""
    text = path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", text)


def order_of(name: str) -> tuple[list[str | int], str]:
    """Sort key of a name: numbers by their size, letters the same whichever way they are composed."""
    parts = re.split(r"(\d+)", unicodedata.normalize("NFC", name).casefold())
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], name
