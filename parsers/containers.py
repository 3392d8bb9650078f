"""Files that hold files: archives and mails. What is in them, and one of it at a time onto the disk.

Nothing in a container decides where anything is written: its files are known by their number, and whoever takes one
out names the place. Sizes, ratios and counts are judged by what the container states before anything is inflated; what
then turns out longer than stated is damaged.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from parsers.failures import TooLarge, Unreadable

MAX_MEMBERS = 10_000  # files; a province's reports are some 2,000
MAX_DEPTH = 3  # containers in one another: a mail with an archive of the archives of schools
MAX_MEMBER = 1024 * 1024 * 1024  # bytes inflated; a report is refused above 200 MB, but a member may be an archive
MAX_TOTAL = 64 * 1024 * 1024 * 1024  # bytes of all files, which never lie on the disk together
MAX_OLE = 200 * 1024 * 1024  # bytes of a file that may be a mail of Outlook's
MAX_SPREAD = 4 * 1024 * 1024 * 1024  # bytes of all files of an archive whose files come out together
MAX_RATIO = 200  # inflated to packed; documents reach 20, an empty scan as BMP 100
RATIO_FROM = 16 * 1024 * 1024  # bytes; below this no ratio can do harm


class Member(NamedTuple):
    """A file in a container. `name` has slashes between folders; `size` is what it takes inflated, as stated.

    `left_out` keys why it is no report (a link, the picture of a signature); `failure`: it cannot be taken out. `text`
    is set for what a mail itself says.
    """

    name: str
    size: int = 0
    left_out: str = ""
    failure: Unreadable | None = None
    text: str = ""


class _Reader(Protocol):
    def members_of(self, path: Path) -> Sequence[Member]: ...

    def save(self, path: Path, number: int, target: Path) -> None: ...


class _Spreader(Protocol):
    def spread(self, path: Path, folder: Path, wanted: Callable[[str], bool]) -> None: ...


READERS = {  # kind of file → module
    "zip": "parsers.zips",
    **dict.fromkeys(("7z", "rar"), "parsers.bsdtar"),
    **dict.fromkeys(("tar", "gzip"), "parsers.tars"),
    "eml": "parsers.mail",
    "msg": "parsers.outlook",
}
STREAMED = frozenset({"7z", "rar", "tar", "gzip"})  # kinds whose files come out together or not at all
MAILS = frozenset({"eml", "msg"})
# How the first file in a document that is a ZIP is named, by whichever program wrote it.
_DOCUMENT_PARTS = (
    b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"ppt/", b"customXml/", b"mimetype", b"Index",
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096  # bytes


def kind_of(path: Path) -> str | None:
    """The kind of container that the file is, told from its bytes; None for any other file, or one not to be opened."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return None  # the reader says what is wrong with it
    if head.startswith(b"PK\x03\x04") and head[30:].startswith(_DOCUMENT_PARTS):
        return None
    kind = _told(path, head)
    return kind if kind in READERS else None


def _told(path: Path, head: bytes) -> str | None:
    from parsers.formats import tell

    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from parsers.zips import is_document

        return None if is_document(path) else "zip"
    if head.startswith(_OLE) and path.stat().st_size <= MAX_OLE:
        head = path.read_bytes()  # what it holds is told by names that may stand anywhere in it
    try:
        return tell(head).value
    except Unreadable:
        return None


def members_of(path: Path, kind: str) -> Sequence[Member]:
    """The files in a container; their numbers are their places in this list. Raises `Unreadable` for a bad one."""
    try:
        members = _reader(kind).members_of(path)
    except OSError as error:  # the disk is full, or the file is gone
        raise Unreadable(cause=str(error.strerror or error)) from error
    if len(members) > MAX_MEMBERS:
        raise TooLarge(what="members", size=str(len(members)), limit=str(MAX_MEMBERS))
    return members


def save(path: Path, kind: str, number: int, target: Path) -> None:
    """Writes one file of a container to `target`; not for the kinds `STREAMED`. Raises `Unreadable` for a bad one."""
    _reader(kind).save(path, number, target)


def spread(path: Path, kind: str, folder: Path, wanted: Callable[[str], bool]) -> None:
    """Writes the files whose names are wanted into the folder, named by their numbers; for the kinds `STREAMED`."""
    spreader: _Spreader = import_module(READERS[kind])
    spreader.spread(path, folder, wanted)


def _reader(kind: str) -> _Reader:
    reader: _Reader = import_module(READERS[kind])
    return reader


def refused_size(size: int, packed: int) -> Unreadable | None:
    """Why a file of this size is not inflated: too large, or far larger than what it is packed in."""
    if size > MAX_MEMBER:
        return TooLarge(what="bytes", size=str(size), limit=str(MAX_MEMBER))
    if size > RATIO_FROM and size > packed * MAX_RATIO:
        return TooLarge(what="ratio", size=str(size // max(packed, 1)), limit=str(MAX_RATIO))
    return None


def refuse_total(total: int, packed: int) -> None:
    """Refuses a container whose files together are far larger than itself, or than anything that is sent."""
    if total > MAX_TOTAL:
        raise TooLarge(what="unpacked", size=str(total), limit=str(MAX_TOTAL))
    if total > RATIO_FROM and total > packed * MAX_RATIO:
        raise TooLarge(what="ratio", size=str(total // max(packed, 1)), limit=str(MAX_RATIO))
