"""The pages that a report's places are on: of its file, or of each of the files that it was sent in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import NamedTuple

from extract.marking_columns import columns_of
from extract.marking_layout import Layout
from extract.marking_pages import Pages, pdf_pages, picture_pages
from extract.marking_spots import Locate, Spot
from extract.page_markup import UNPRINTABLE
from normalize.report import Report
from parsers import bytes_of
from parsers.document import Document, PageSize, Place
from parsers.failures import ProgramMissing, Unreadable
from parsers.formats import tell

PHOTOGRAPHS = frozenset({"jpeg", "png", "tiff", "heic", "bmp", "gif", "webp"})
WHOLE = ""  # the name of the only file, or of pages in a file each


class Album(NamedTuple):
    """A file's pages, and how to find a place on them."""

    pages: Pages
    locate: Locate
    laid_out: bool = False


class Shelf:
    """The albums of a report's files, each opened when first asked for. `why_not`: why one could not be."""

    def __init__(self, files: ExitStack, paths: Sequence[Path], document: Document, report: Report) -> None:
        self._files, self._paths, self._document, self._report = files, paths, document, report
        self._albums: dict[str, Album | None] = {}
        self._of_pages = len(paths) > 1 and all(_kind(bytes_of(path)) in PHOTOGRAPHS for path in paths)
        self.why_not = ""

    def album(self, file: str) -> Album | None:
        """The album of a file; None where it cannot be shown."""
        if file not in self._albums:
            try:
                self._albums[file] = self._files.enter_context(self._opened(file))
            except Unreadable as error:
                self._albums[file] = None
                self.why_not = "program-missing" if isinstance(error, ProgramMissing) else "not-laid-out"
        return self._albums[file]

    def locate(self, place: Place, text: str, rule: str) -> tuple[Spot, ...]:
        """Where a place is on the pages of its file."""
        file = WHOLE if self._of_pages or len(self._paths) == 1 else place.file or WHOLE
        album = self.album(file)
        return () if album is None else tuple(spot._replace(file=file) for spot in album.locate(place, text, rule))

    def size_of(self, file: str, page: int) -> PageSize | None:
        """The size of a page."""
        album = self.album(file)
        if file == WHOLE and album is not None and not album.laid_out and 0 < page <= len(self._document.pages):
            return self._document.pages[page - 1]
        shown = album.pages(page) if album is not None else None
        return None if shown is None else shown.size

    @contextmanager
    def _opened(self, file: str) -> Iterator[Album]:
        if self._of_pages:
            with picture_pages([bytes_of(path) for path in self._paths]) as pages:
                yield Album(pages, on_page)
            return
        names = self._document.files
        path = self._paths[names.index(file)] if file in names else self._paths[0]
        with album_of(
            bytes_of(path), self._document if file == WHOLE else _part(self._document, file), self._report
        ) as album:
            yield album


def _part(document: Document, file: str) -> Document:
    """What of a document was in one of its files."""
    return replace(document, blocks=tuple(block for block in document.blocks if block.place.file == file))


def _kind(data: bytes) -> str:
    return tell(data).value


@contextmanager
def album_of(data: bytes, document: Document, report: Report) -> Iterator[Album]:
    """The file's pages: its own where it has some, else as LibreOffice lays it out."""
    kind = _kind(data)
    if kind == "pdf":
        with pdf_pages(data) as pages:
            yield Album(pages, on_page)
    elif kind in PHOTOGRAPHS:
        with picture_pages([data]) as pages:
            yield Album(pages, on_page)
    else:
        laid_out = laid_out_as_pdf(data, kind)
        layout = Layout(document, _read_pdf(laid_out), columns_of(document, report))
        with pdf_pages(laid_out) as pages:
            yield Album(pages, layout.locate, laid_out=True)


def laid_out_as_pdf(data: bytes, kind: str) -> bytes:
    """The file as LibreOffice prints it."""
    from parsers.encoding import text_of
    from parsers.office import pdf_of

    return pdf_of(_as_page(text_of(data)), "html") if kind == "text" else pdf_of(data, kind)


def _as_page(plain: str) -> bytes:
    """Plain text with each line a paragraph, and some room between them, so that they are found again."""
    shown = (escape(UNPRINTABLE.sub(" ", line)).replace("\t", "&emsp;") for line in plain.splitlines())
    lines = "".join(f"<p>{line}</p>" for line in shown)
    return f'<html><meta charset="utf-8"><style>p {{ margin: 0 0 5pt }}</style>{lines}</html>'.encode()


def _read_pdf(data: bytes) -> Document:
    from parsers.ocr import Ocr
    from parsers.pdf import read

    return read(data, "", "", Ocr.NEVER)


def on_page(place: Place, text: str, rule: str) -> tuple[Spot, ...]:
    """A place that has its page and box."""
    del text, rule
    return () if place.page is None or place.box is None else (Spot(place.page, place.box),)
