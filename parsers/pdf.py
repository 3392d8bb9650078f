"""A PDF as a Document: digital pages as the file has them, pages without text that can be read from their picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.blocks import blocks_of
from parsers.document import Document, Place
from parsers.doubts import BROKEN_FONTS, WITHOUT_TEXT, doubts_of, pages_in
from parsers.failures import Damaged, Empty, Scanned
from parsers.ocr import Ocr
from parsers.pages import PageContent, RawPage, content_of, raw_of
from parsers.pdfium import count_pages, opened, page_of
from parsers.unmasked import unmasked

Doubts = tuple[tuple[str, Place], ...]


def read(data: bytes, file: str, digest: str, ocr: Ocr = Ocr.AUTO) -> Document:
    """The document; raises `Unreadable` where the file cannot be read, `Scanned` where no page has text."""
    if not data:
        raise Empty()
    pages = list(_pages(data))
    if not pages:
        raise Damaged()
    doubts = tuple(doubts_of(pages))
    if pages_in(doubts, BROKEN_FONTS):
        pages = unmasked(pages)
        doubts = tuple(doubts_of(pages))
    wanted = _to_be_pictured(pages, doubts, ocr)
    if wanted:
        from parsers import scanned  # and with it NumPy and OpenCV, which digital files need not

        return scanned.read(data, (file, digest), pages, doubts, wanted)
    if not any(page.characters for page in pages):
        raise Scanned(pages=str(len(pages)))
    return Document(
        file=file,
        digest=digest,
        source="pdf",
        blocks=blocks_of(pages),
        pages=tuple(page.size for page in pages),
        doubts=doubts,
    )


def _to_be_pictured(pages: Sequence[PageContent], doubts: Doubts, ocr: Ocr) -> frozenset[int]:
    """The numbers of the pages to read from their picture."""
    if ocr is Ocr.NEVER:
        return frozenset()
    if ocr is Ocr.ALWAYS:
        return frozenset(page.size.number for page in pages)
    return pages_in(doubts, WITHOUT_TEXT) | pages_in(doubts, BROKEN_FONTS)


def _pages(data: bytes) -> Iterator[PageContent]:
    above = None
    for index, raw in enumerate(list(_raw_pages(data))):
        above = content_of(raw, index + 1, above) if raw is not None else None
        if above is not None:
            yield above


def _raw_pages(data: bytes) -> Iterator[RawPage | None]:
    with opened(data) as document:
        for index in range(count_pages(document)):
            with page_of(document, index) as page:
                yield raw_of(page) if page is not None else None
