"""From what a reader met, one thing after the other, to numbered paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from parsers.document import Cell, Line, Paragraph, Place, Table
from parsers.docx_tables import Content, Grid, is_layout, lines_of
from parsers.encoding import unmask

Block: TypeAlias = Paragraph | Table


class Counts:
    """How many paragraphs and tables there have been."""

    paragraphs = 0
    tables = 0


def laid_out(content: Content, counts: Counts) -> Iterator[Block]:
    """Blocks in reading order; a table that only lays out the page is opened and its cells read one after another."""
    for item in content:
        if isinstance(item, str):
            text = item.strip()
            if text:
                counts.paragraphs += 1
                yield Paragraph(text, Place(paragraph=counts.paragraphs))
        elif is_layout(item):
            for cell in item.cells:
                yield from laid_out(cell.content, counts)
        elif item.cells:
            counts.tables += 1
            yield _table(item, counts.tables)


def _table(grid: Grid, number: int) -> Table:
    cells = []
    place = Place()
    row = -1
    for cell in grid.cells:
        lines = lines_of(cell.content)
        if row != cell.row:
            row = cell.row
            place = Place(None, number, row + 1)
        text = lines[0] if len(lines) == 1 else "\n".join(lines)
        known = tuple([Line(line) for line in lines])
        cells.append(Cell(text, row, cell.column, cell.row_span, cell.column_span, place, 1.0, known))
    return Table(tuple(cells), Place(table=number))


def unmasked(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with old font encodings undone that no font name told of."""
    texts = list(_texts_of(blocks))
    plain = unmask(texts)
    if plain == texts:
        return list(blocks)
    following = iter(plain)
    return [
        replace(block, text=next(following))
        if isinstance(block, Paragraph)
        else replace(block, cells=tuple(_with_text(cell, next(following)) for cell in block.cells))
        for block in blocks
    ]


def _with_text(cell: Cell, text: str) -> Cell:
    return replace(cell, text=text, lines=tuple(Line(line) for line in text.split("\n")) if text else ())


def _texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for cell in block.cells)
