"""A file that was met, on the disk or in an archive, and what its name alone tells of it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from parsers.failures import Unreadable


class Seen(NamedTuple):
    """One file met on the walk, before names are settled. `base` is the PATH that led to it; `reason` None: to read.

    `within` is its name in the archive or mail at `path`, empty where it is no part of one.
    """

    path: Path
    base: Path
    reason: str | None
    within: str = ""
    inside: tuple[int, ...] = ()
    failure: Unreadable | None = None


READ = frozenset(
    {".docx", ".docm", ".dotx", ".dotm", ".pdf", ".txt"}
    | {".doc", ".dot", ".wps", ".rtf", ".odt", ".ott", ".fodt", ".mht", ".mhtml"}
    | {".xls", ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".ods"}
    | {".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".eml", ".msg"}
)
# Forms in which reports come and that are not read yet: the reader says what to do about them.
REPORT_LIKE = frozenset(
    {".pages", ".ppt", ".pptx"} | {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".heic", ".heif", ".webp"}
)
SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
SYSTEM_FOLDERS = frozenset({"__macosx", "$recycle.bin", "system volume information"})
LOCK_FILE = re.compile(r"~\$.*|\.~lock\..*#")  # Word and LibreOffice, while a document is open


def reason_to_skip_name(name: str) -> str | None:
    """What the name alone tells."""
    name = name.lower()
    if LOCK_FILE.fullmatch(name):
        return "lock-file"
    if name in SYSTEM_FILES or name in SYSTEM_FOLDERS:
        return "system-file"
    return "hidden" if name.startswith(".") else None


def reason_to_skip_ending(name: str) -> str | None:
    """What the ending tells: a file without one is judged by its bytes."""
    ending = PurePosixPath(name).suffix.lower()
    return "other-kind" if ending and ending not in READ | REPORT_LIKE else None


def reason_to_skip_member(name: str) -> str | None:
    """Why a file in a container is left out, by its name and those of its folders."""
    reasons = map(reason_to_skip_name, name.split("/"))
    return next(filter(None, reasons), None) or reason_to_skip_ending(name)


def shown(path: Path) -> str:
    """A path for people: slashes, composed letters, and a mark in place of bytes that are no text."""
    text = path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", text)


def order_of(name: str) -> tuple[list[str | int], str]:
    """Sort key of a name: numbers by their size, letters the same whichever way they are composed."""
    parts = re.split(r"(\d+)", unicodedata.normalize("NFC", name).casefold())
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], name
