"""From the PATHs given to the files to read, in a stable order, and those that are left out, each with its reason."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extract.ownership import is_our_picture, is_our_workbook
from extract.refusal import Refused
from extract.seen import LOCK_FILE, Seen, order_of, reason_to_skip_ending, reason_to_skip_name, shown
from extract.system_errors import reason_of
from extract.texts import say
from extract.unpacking import unpacked
from parsers.failures import Unreadable

OWN = {".xlsx": is_our_workbook, ".png": is_our_picture}  # what this program writes, and would read again


class Source(NamedTuple):
    """A file to read: its real path, and its name for people (NFC, relative to the PATH given).

    `inside`: `path` is an archive or a mail, and these are the numbers that lead from it to the file (more than one
    where archives lie in one another). `failure`: it is known already why the file cannot be read.
    """

    path: Path
    name: str
    inside: tuple[int, ...] = ()
    failure: Unreadable | None = None


class Skipped(NamedTuple):
    """A file that is not read; `reason` keys the words for it (`skipped.REASON`)."""

    name: str
    reason: str


class Found(NamedTuple):
    """All files under the PATHs: those to read and those left out, each of them once."""

    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]


def find(paths: Sequence[Path], lang: str) -> Found:
    """All files under the paths; refuses a path that does not exist or is neither file nor folder."""
    for path in paths:
        refuse_unusable(path, lang)
    walked = without_repeats(item for path in paths for item in walk_path(path))
    seen = tuple(part for item in walked for part in unpacked(item))
    kept = [item for item in seen if item.reason is None]
    return Found(
        tuple(
            Source(item.path, name, item.inside, item.failure)
            for item, name in zip(kept, settled_names(kept), strict=True)
        ),
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
    return reason_to_skip_name(path.name) or reason_to_skip_content(path)


def reason_to_skip_link(path: Path, real_base: Path) -> str:
    """Links are not followed: what they point to inside the folder is met by itself, and outside is not ours."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # points to nothing, or round in a loop
        return "broken-link"
    return "link-inside" if target.is_relative_to(real_base) else "link-outside"


def reason_to_skip_content(path: Path) -> str | None:
    """What the kind of file tells: no pipes or sockets, nothing that we wrote, nothing that holds no report."""
    if path.is_dir():
        return None
    if not path.is_file():
        return "not-a-file"
    own = OWN[ending](path) if (ending := path.suffix.lower()) in OWN else False
    return "own-output" if own else reason_to_skip_ending(path.name)


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
    return numbered(
        [joined(shown(item.path), item) if repeats[name] > 1 else name for name, item in zip(plain, kept, strict=True)]
    )


def plain_name(item: Seen) -> str:
    """The file's name relative to the PATH that led to it."""
    return joined(shown(item.path if item.path == item.base else item.path.relative_to(item.base)), item)


def joined(name: str, item: Seen) -> str:
    """The name of a file on the disk, with that within it."""
    return f"{name}/{item.within}" if item.within else name


def numbered(names: Sequence[str]) -> list[str]:
    """The names, later ones of a kind with a number: two spellings of one Vietnamese name may lie side by side."""
    met: Counter[str] = Counter()
    result = []
    for name in names:
        met[name] += 1
        result.append(name if met[name] == 1 else f"{name} ({met[name]})")
    return result
