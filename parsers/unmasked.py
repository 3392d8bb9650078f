"""Pages whose letters are those of an old Vietnamese font that the file does not name: read as what it would draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.encoding import unmask
from parsers.lines import TextLine
from parsers.pages import PageContent
from parsers.parts import TablePart


def unmasked(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages with the old encoding undone, if there is one."""
    lines = [line for page in pages for item in page.items for line in _lines(item)]
    texts = iter(unmask([line.text for line in lines]))
    return [page._replace(items=tuple(_renewed(item, texts) for item in page.items)) for page in pages]


def _lines(item: TextLine | TablePart) -> list[TextLine]:
    if isinstance(item, TextLine):
        return [item]
    return [line for cell in item.cells for line in cell.lines]


def _renewed(item: TextLine | TablePart, texts: Iterator[str]) -> TextLine | TablePart:
    """The item with the next texts in place of its own."""
    if isinstance(item, TextLine):
        return item._replace(text=next(texts))
    cells = [cell._replace(lines=tuple(line._replace(text=next(texts)) for line in cell.lines)) for cell in item.cells]
    return item._replace(cells=tuple(cells))
