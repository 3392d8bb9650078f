"""Pages that the reader could not read, and what then must not be said of the report."""

from __future__ import annotations

from parsers.document import Document
from parsers.failures import Garbled

GARBLED = "broken-font-map"
PICTURED = "page-without-text"
HARDLY_READ = "page-hardly-read"
UNREAD = frozenset({GARBLED, PICTURED, HARDLY_READ})

# What is not there may stand on a page that was not read: then these rules are silent.
OF_ABSENCE = frozenset(
    {
        "missing-criterion", "missing-appendix", "missing-header", "missing-evidence", "missing-condition",
        "infeasible-total", "unverified-total",
    }
)  # fmt: skip


def refuse_if_garbled(document: Document) -> None:
    """Raises Garbled where half of the pages or more hold letters that cannot be known."""
    garbled = _pages(document, GARBLED)
    if garbled and 2 * len(garbled) >= len(document.pages):
        raise Garbled(pages=", ".join(map(str, garbled)))


def unread_pages(document: Document) -> str:
    """The pages that were not read, or hardly, as shown to people; empty where all were read."""
    unread = [place for doubt, place in document.doubts if doubt in UNREAD and place.page is not None]
    pages = sorted({((place.file or ""), place.page or 0) for place in unread})
    return ", ".join(f"{page} ({file})" if file else str(page) for file, page in pages)


def _pages(document: Document, doubt: str) -> list[int]:
    return [place.page for name, place in document.doubts if name == doubt and place.page is not None]
