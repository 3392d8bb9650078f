"""A digital PDF as a Document."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.blocks import blocks_of
from parsers.document import Document, Place
from parsers.failures import Damaged, Empty, Scanned
from parsers.pages import PageContent, content_of
from parsers.pdfium import count_pages, opened, page_of

MOSTLY_PICTURE = 0.5  # of the page; a scan covers it all, a letterhead or a photograph does not


def read(data: bytes, file: str, digest: str) -> Document:
    """The document; raises `Unreadable` where the file cannot be read, `Scanned` where it has only pictures."""
    if not data:
        raise Empty()
    pages = list(_pages(data))
    if not any(page.characters for page in pages):
        raise Scanned(pages=str(len(pages))) if any(page.pictured for page in pages) else Damaged()
    return Document(
        file=file,
        digest=digest,
        source="pdf",
        blocks=blocks_of(pages),
        pages=tuple(page.size for page in pages),
        doubts=tuple(_doubts(pages)),
    )


def _pages(data: bytes) -> Iterator[PageContent]:
    with opened(data) as document:
        for index in range(count_pages(document)):
            with page_of(document, index) as page:
                if page is not None:
                    yield content_of(page, index + 1)


def _doubts(pages: list[PageContent]) -> Iterator[tuple[str, Place]]:
    for page in pages:
        if not page.characters and page.pictured >= MOSTLY_PICTURE:
            yield "page-without-text", Place(page=page.size.number)
