"""Whether a PDF shows all letters of its paper: word processors leave out rows that no page has room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

from corpus.paper import Block, Line, Paper


def lost_letters(paper: Paper, path: Path) -> Counter[str]:
    """Letters that the paper has more often than the PDF; what is printed again on every page hides few.

    Not digits: what a word processor counts by itself is another number where a row is left out. Of PDFs by other
    producers nothing is told: letters set close are one to PDFium.
    """
    blocks = [block for section in paper.sections for block in section.blocks]
    return _letters(_texts_of(blocks)) - _letters(_pages_of(path))


def _letters(texts: Iterator[str]) -> Counter[str]:
    """Letters without regard to case: PDFs may have small capitals."""
    return Counter(sign for text in texts for sign in normalize("NFC", text).casefold() if sign.isalpha())


def _texts_of(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
            continue
        for cell in (cell for row in block.rows for cell in row if cell is not None):
            yield from cell.lines
            yield from _texts_of([cell.nested] if cell.nested is not None else [])


def _pages_of(path: Path) -> Iterator[str]:
    import pypdfium2  # the program's reader must not be the judge of its own truth

    document = pypdfium2.PdfDocument(path)
    try:
        for page in document:
            yield page.get_textpage().get_text_range()
    finally:
        document.close()
