"""From the pages' items to the document's blocks: tables that go on over pages are one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from parsers.document import Box, Cell, Line, Paragraph, Place, Table
from parsers.lines import TextLine
from parsers.pages import PageContent
from parsers.tables import PartCell, TablePart

Block = Paragraph | Table


def tables_joined(pages: Sequence[PageContent]) -> tuple[Block, ...]:
    """The blocks of the document."""
    return tuple(_blocks(pages))


def _blocks(pages: Sequence[PageContent]) -> Iterator[Block]:
    tables, paragraphs = count(1), count(1)
    for page in pages:
        for item in page.items:
            if isinstance(item, TablePart):
                yield _table(item, page, next(tables))
            else:
                yield _paragraph(item, page, next(paragraphs))


def _paragraph(line: TextLine, page: PageContent, number: int) -> Paragraph:
    return Paragraph(line.text, Place(page=page.size.number, paragraph=number, box=_shown(line.box, page)))


def _shown(box: Box, page: PageContent) -> Box:
    return Box(*(round(value, 1) for value in page.frame.seen_from(page.seen, box)))


def _table(part: TablePart, page: PageContent, number: int) -> Table:
    place = Place(page=page.size.number, table=number, box=_shown(part.box, page))
    return Table(tuple(_cell(cell, page, number) for cell in part.cells), place)


def _cell(cell: PartCell, page: PageContent, number: int) -> Cell:
    lines = tuple(Line(line.text, page.size.number, _shown(line.box, page)) for line in cell.lines)
    place = Place(page=page.size.number, table=number, row=cell.row + 1, box=_shown(cell.box, page))
    return Cell(cell.text, cell.row, cell.column, cell.row_span, cell.column_span, place, 1.0, lines)
