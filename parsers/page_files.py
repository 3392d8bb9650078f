"""Pages of one report in a file each, as photographs come from a telephone: read as the pages of one document.

So a table that goes on over pages is one table. The pages are numbered through; each place also names its file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from parsers.document import Document, Place
from parsers.failures import Scanned
from parsers.formats import tell
from parsers.ocr import Ocr
from parsers.pages import PageContent
from parsers.photographs import slots_of
from parsers.scanned import Reread, Slot, document_of, reread
from parsers.together import in_files, put_together, short_names


class PageFile(NamedTuple):
    """A file of one page or more."""

    name: str
    data: bytes


class PagesRead(NamedTuple):
    """Pages read, once for all: `file_of` gives the number of the file that each page is in."""

    files: Sequence[PageFile]
    found: Reread
    file_of: Sequence[int]


def pages_read(files: Sequence[PageFile], ocr: Ocr) -> PagesRead:
    """The pages of all files; raises `Unreadable` where one of them is no picture."""
    if ocr is Ocr.NEVER:
        raise Scanned(pages=str(len(files)))
    file_of: list[int] = []
    return PagesRead(files, reread(_numbered(files, file_of)), file_of)


def _numbered(files: Sequence[PageFile], file_of: list[int]) -> Iterator[Slot]:
    """The pages of the files, numbered through; where each is from is noted on the way."""
    for number, file in enumerate(files):
        for slot in slots_of(file.data):
            file_of.append(number)
            yield slot._replace(content=slot.content._replace(size=replace(slot.content.size, number=len(file_of))))


def document_of_files(read: PagesRead, run: range) -> Document:
    """The document of the files in the run, its pages numbered from 1."""
    shift = sum(number < run.start for number in read.file_of)
    pages = [at + 1 for at, number in enumerate(read.file_of) if number in run]
    found = Reread(
        [_renumbered(read.found, page, shift) for page in pages],
        {page - shift: read.found.scans[page] for page in pages if page in read.found.scans},
        {page - shift: read.found.failed[page] for page in pages if page in read.found.failed},
    )
    first = read.files[run.start]
    doubts = tuple(("page-without-text", Place(page=page)) for page in found.failed)
    document = document_of((first.name, _digest(read, run)), tell(first.data).value, found, doubts)
    names = short_names([read.files[number].name for number in run])
    return put_together(in_files(document, [names[read.file_of[page - 1] - run.start] for page in pages]), names)


def _renumbered(found: Reread, page: int, shift: int) -> PageContent:
    content = found.pages[page - 1]
    return content._replace(size=replace(content.size, number=page - shift))


def _digest(read: PagesRead, run: range) -> str:
    return sha256("".join(sha256(read.files[number].data).hexdigest() for number in run).encode()).hexdigest()
