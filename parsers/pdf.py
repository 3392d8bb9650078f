"""A digital PDF as a Document."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.blocks import blocks_of
from parsers.document import Document
from parsers.doubts import doubts_of
from parsers.failures import Damaged, Empty, Scanned
from parsers.pages import PageContent, content_of
from parsers.pdfium import count_pages, opened, page_of
from parsers.unmasked import unmasked


def read(data: bytes, file: str, digest: str) -> Document:
    """The document; raises `Unreadable` where the file cannot be read, `Scanned` where no page has text."""
    if not data:
        raise Empty()
    pages = list(_pages(data))
    if not pages:
        raise Damaged()
    if not any(page.characters for page in pages):
        raise Scanned(pages=str(len(pages)))
    doubts = tuple(doubts_of(pages))
    if any(name == "broken-font-map" for name, _ in doubts):
        pages = unmasked(pages)
        doubts = tuple(doubts_of(pages))
    return Document(
        file=file,
        digest=digest,
        source="pdf",
        blocks=blocks_of(pages),
        pages=tuple(page.size for page in pages),
        doubts=doubts,
    )


def _pages(data: bytes) -> Iterator[PageContent]:
    above = None
    with opened(data) as document:
        for index in range(count_pages(document)):
            with page_of(document, index) as page:
                above = content_of(page, index + 1, above) if page is not None else None
            if above is not None:
                yield above
