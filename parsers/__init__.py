"""From bytes to a Document: files, pages, words and tables; nothing of criteria."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.document import Document, Remark
from parsers.failures import Damaged, Empty, NoPermission, TooLarge, Unreadable, WrongType
from parsers.ocr import Ocr

if TYPE_CHECKING:
    from parsers.formats import Format

MAX_BYTES = 200 * 1024 * 1024  # a report of 60 scanned pages has 30 MB; more than this is no report

READERS = {  # kind of file → module
    "docx": "parsers.docx",
    "pdf": "parsers.pdf",
    "text": "parsers.text",
    **dict.fromkeys(("doc", "odt", "fodt", "rtf", "wordml"), "parsers.office"),
    **dict.fromkeys(("html", "mhtml"), "parsers.html"),
    **dict.fromkeys(("xlsx", "xlsb", "xls", "ods"), "parsers.sheet"),
    **dict.fromkeys(("jpeg", "png", "tiff", "heic", "bmp", "gif", "webp"), "parsers.photographs"),
}
PICTURED = frozenset({"parsers.pdf", "parsers.photographs"})  # modules that read pages from their picture


def read(path: Path, *, file: str | None = None, ocr: Ocr = Ocr.AUTO) -> Document:
    """The Document that the file at `path` holds; `file` is the name to show for it. Raises only `Unreadable`."""
    from parsers.collecting import collecting_paused  # not paid for by those who only need the types

    with collecting_paused():
        return _read(path, file, ocr)


def _read(path: Path, file: str | None, ocr: Ocr) -> Document:
    import hashlib

    from parsers.formats import tell

    data = bytes_of(path)
    kind, ending = tell(data), path.suffix.lower()
    module = READERS.get(kind.value)
    if module is None:
        raise WrongType(found=kind.value, named=ending)
    digest = hashlib.sha256(data).hexdigest()
    read_as = import_module(module).read
    name = file if file is not None else str(path)
    document: Document = read_as(data, name, digest, ocr) if module in PICTURED else read_as(data, name, digest)
    told = tuple(_told(data, kind, ending))
    return replace(document, remarks=(*document.remarks, *told)) if told else document


def _told(data: bytes, kind: Format, ending: str) -> Iterator[Remark]:
    """What is said of the file itself."""
    from parsers.formats import misnamed
    from parsers.macros import holds_macros

    if misnamed(kind, ending):
        yield Remark("wrong-ending", facts={"found": kind.value, "named": ending})
    if holds_macros(data, kind.value):
        yield Remark("macros")


def bytes_of(path: Path) -> bytes:
    """The file's bytes, once it is known to be a file of a sensible size that may be read."""
    try:
        status = path.stat()
        _check(path, status.st_mode, status.st_size)
        data = path.read_bytes()
    except PermissionError as error:
        raise NoPermission from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise Unreadable(cause=str(getattr(error, "strerror", None) or error)) from error
    if not data:
        raise Empty
    if not data.strip(b"\0"):
        raise Damaged(detail="zeros")  # a copy that broke off: the size was reserved and nothing was written
    return data


def _check(path: Path, mode: int, size: int) -> None:
    if not stat.S_ISREG(mode):  # opening a pipe would wait for ever
        raise WrongType(found="folder" if stat.S_ISDIR(mode) else "device", named=path.suffix.lower())
    if size > MAX_BYTES:
        raise TooLarge(what="bytes", size=str(size), limit=str(MAX_BYTES))
