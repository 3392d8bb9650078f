"""From a sheet's cells to paragraphs and tables: what stands above and below the tables are lines of text.

A sheet has no paragraphs: the letterhead, the title, notes and signatures stand in cells like everything else. A table
begins at the first row of many cells that goes on as such; a gap ends it where what follows has a heading of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from parsers.document import Cell, Line, Paragraph, Place, Table
from parsers.sheet_cells import Merged, Sheet, Value, address

MANY = 3  # cells with text in a row of a table; a letterhead and signatures have two
FAR = 2  # rows without text between two tables that are not one

Cells: TypeAlias = Mapping[int, Value]  # of a row, by column


@dataclass(slots=True)
class Counts:
    """How many paragraphs and tables there have been in the workbook."""

    paragraphs: int = 0
    tables: int = 0


class _Row(NamedTuple):
    """A row that shows something; `gap`: rows without text before it."""

    number: int
    cells: Cells
    gap: bool

    @property
    def has_number(self) -> bool:
        """A figure stands in it, as a number or written as one."""
        return any(value.number is not None or value.text[:1].isdigit() for value in self.cells.values())


def blocks_of(sheet: Sheet, counts: Counts) -> Iterator[Paragraph | Table]:
    """The blocks of a sheet in reading order."""
    for part in _parts_of(_rows_of(sheet)):
        start, end = _span_of_table(part)
        yield from _paragraphs(sheet, part[:start], counts)
        if start < end:
            counts.tables += 1
            yield _table(sheet, part[start:end], counts.tables)
        yield from _paragraphs(sheet, part[end:], counts)


def _rows_of(sheet: Sheet) -> list[_Row]:
    """The rows that show something, without what is hidden."""
    by_row: dict[int, dict[int, Value]] = {}
    for (row, column), value in sorted(sheet.cells.items(), key=lambda item: item[0]):
        if value.text and row not in sheet.hidden_rows and column not in sheet.hidden_columns:
            by_row.setdefault(row, {})[column] = value
    rows: list[_Row] = []
    last = -1
    for row, cells in by_row.items():
        between = range(last + 1, row)
        gap = bool(rows) and any(at not in sheet.hidden_rows and not _is_covered(sheet, at) for at in between)
        rows.append(_Row(row, cells, gap))
        last = row
    return rows


def _is_covered(sheet: Sheet, row: int) -> bool:
    """Whether a row without text of its own is part of merged cells that have some."""
    return any(m.row < row < m.row + m.row_span and (m.row, m.column) in sheet.cells for m in sheet.merged)


def _parts_of(rows: Sequence[_Row]) -> Iterator[Sequence[_Row]]:
    """The rows, cut where after a gap a table with a heading of its own begins."""
    begin = 0
    for at in range(1, len(rows)):
        if rows[at].gap and _span_of_table(rows[begin:at])[1] and _begins_with_heading(rows[at:]):
            yield rows[begin:at]
            begin = at
    if rows:
        yield rows[begin:]


def _begins_with_heading(rows: Sequence[_Row]) -> bool:
    """Whether, after captions, there is a row of many cells without a figure, and rows with figures follow."""
    for at, row in enumerate(rows[:4]):
        if len(row.cells) > 1:
            follows = rows[at + 1 : at + 3]
            heading = len(row.cells) >= MANY and not row.has_number
            return heading and any(len(next_row.cells) >= MANY for next_row in follows)
    return False


def _span_of_table(rows: Sequence[_Row]) -> tuple[int, int]:
    """First and last + 1 of the rows that are a table; two equal numbers where there is none."""
    for many in (MANY, MANY - 1):
        start = next((at for at in range(len(rows)) if _starts(rows, at, many)), None)
        if start is not None:
            return start, _end_of(rows, start, many)
    return 0, 0


def _starts(rows: Sequence[_Row], at: int, many: int) -> bool:
    """Whether a table starts here: a row of many cells, and of the next three at least two are not lines of text."""
    if len(rows[at].cells) < many:
        return False
    following = rows[at + 1 : at + 4]
    if not following or following[0].gap:
        return False
    alike = sum(len(row.cells) >= many or (row.has_number and len(row.cells) > 1) for row in following)
    return alike >= min(2, len(following)) and (many == MANY or any(row.has_number for row in following))


def _end_of(rows: Sequence[_Row], start: int, many: int) -> int:
    """Where the table ends: after its last row of many cells, or of a label and a figure."""
    for at in range(len(rows) - 1, start, -1):
        row = rows[at]
        if len(row.cells) >= many or (len(row.cells) > 1 and row.has_number):
            return at + 1
    return start + 1


def _paragraphs(sheet: Sheet, rows: Sequence[_Row], counts: Counts) -> Iterator[Paragraph]:
    """Lines of text; where two stand side by side over some rows (letterhead, signatures), column after column."""
    at = 0
    while at < len(rows):
        end = at + 1
        if len(rows[at].cells) > 1:
            while end < len(rows) and not rows[end].gap and set(rows[end].cells) <= set(rows[at].cells):
                end += 1
        columns = sorted({column for row in rows[at:end] for column in row.cells})
        for column in columns:
            for row in rows[at:end]:
                if column in row.cells:
                    yield from _lines(sheet, row, column, counts)
        at = end


def _lines(sheet: Sheet, row: _Row, column: int, counts: Counts) -> Iterator[Paragraph]:
    for line in row.cells[column].text.split("\n"):
        if line.strip():
            counts.paragraphs += 1
            place = Place(row=row.number + 1, sheet=sheet.name, cell=address(row.number, column))
            yield Paragraph(line.strip(), place)


def _table(sheet: Sheet, rows: Sequence[_Row], number: int) -> Table:
    """The table of these rows: hidden and empty columns are no columns, empty cells are cells."""
    spans = {(m.row, m.column): m for m in sheet.merged}
    numbers = [row.number for row in rows]
    columns = sorted({column for row in rows for column in row.cells})
    covered: set[tuple[int, int]] = set()
    cells = []
    for row in rows:
        for column in columns:
            if (row.number, column) in covered:
                continue
            m = spans.get((row.number, column), Merged(row.number, column, 1, 1))
            down = [at for at in numbers if m.row <= at < m.row + m.row_span]
            across = [at for at in columns if m.column <= at < m.column + m.column_span]
            covered.update((r, c) for r in down for c in across)
            place = Place(table=number, row=row.number + 1, sheet=sheet.name, cell=address(row.number, column))
            text = row.cells[column].text if column in row.cells else ""
            lines = tuple(Line(line.strip()) for line in text.split("\n")) if text else ()
            at = (numbers.index(row.number), columns.index(column))
            cells.append(Cell(text, *at, len(down), len(across), place, lines=lines))
    return Table(tuple(cells), Place(table=number, sheet=sheet.name))
