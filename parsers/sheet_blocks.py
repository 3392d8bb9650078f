"""From a sheet's cells to paragraphs and tables: what stands above and below the tables are lines of text.

A sheet has no paragraphs: the letterhead, the title, notes and signatures stand in cells like everything else. A table
begins at the first row of many cells that goes on as such; a gap ends it where what follows has a heading of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from parsers.document import Cell, Line, Paragraph, Place, Table
from parsers.sheet_cells import Merged, Sheet, Value, address

MANY = 3  # cells with text in a row of a table; a letterhead and signatures have two
TEXT_LINES = 5  # rows of one cell; so many one after the other are the text that follows a table
LOOK_AHEAD = 8  # rows; between two criteria stand a group's title and some rows of evidence

Cells: TypeAlias = Mapping[int, Value]  # of a row, by column


@dataclass(slots=True)
class Counts:
    """How many tables there have been in the workbook."""

    tables: int = 0


class _Row(NamedTuple):
    """A row that shows something. `gap`: rows without text before it; `beside`: merged cells that reach down to it."""

    number: int
    cells: Cells
    gap: bool
    beside: int = 0

    @property
    def width(self) -> int:
        """How many cells with text one sees in it."""
        return len(self.cells) + self.beside

    @property
    def has_number(self) -> bool:
        """A figure stands in it, as a number or written as one."""
        return any(value.number is not None or value.text[:1].isdigit() for value in self.cells.values())


def blocks_of(sheet: Sheet, counts: Counts) -> Iterator[Paragraph | Table]:
    """The blocks of a sheet in reading order."""
    rows = _rows_of(sheet)
    many = MANY if any(_starts(rows, at, MANY) for at in range(len(rows))) else MANY - 1
    for part in _parts_of(rows, many):
        rest = part
        while rest:
            start, end = _span_of_table(rest, many)
            end = _with_wide_rows(sheet, rest, start, end)
            if start == end:
                yield from _paragraphs(sheet, rest)
                break
            yield from _paragraphs(sheet, rest[:start])
            counts.tables += 1
            yield _table(sheet, rest[start:end], counts.tables)
            rest = rest[end:]


def _rows_of(sheet: Sheet) -> list[_Row]:
    """The rows that show something, without what is hidden."""
    by_row: dict[int, dict[int, Value]] = {}
    for (row, column), value in sorted(sheet.cells.items(), key=lambda item: item[0]):
        if value.text and row not in sheet.hidden_rows and column not in sheet.hidden_columns:
            by_row.setdefault(row, {})[column] = value
    reaching = _reaching(sheet, list(by_row))
    rows: list[_Row] = []
    last = -1
    for row, cells in by_row.items():
        between = range(last + 1, row)
        gap = bool(rows) and any(at not in sheet.hidden_rows and not _is_covered(sheet, at) for at in between)
        rows.append(_Row(row, cells, gap, reaching.get(row, 0)))
        last = row
    return rows


def _reaching(sheet: Sheet, rows: Sequence[int]) -> Counter[int]:
    """How many merged cells with text reach down to each of the rows."""
    reaching: Counter[int] = Counter()
    for m in sheet.merged:
        if m.row_span > 1 and (m.row, m.column) in sheet.cells:
            reaching.update(rows[bisect_right(rows, m.row) : bisect_left(rows, m.row + m.row_span)])
    return reaching


def _is_covered(sheet: Sheet, row: int) -> bool:
    """Whether a row without text of its own is part of merged cells that have some."""
    return any(m.row < row < m.row + m.row_span and (m.row, m.column) in sheet.cells for m in sheet.merged)


def _parts_of(rows: Sequence[_Row], many: int) -> Iterator[Sequence[_Row]]:
    """The rows, cut where after a gap a table with a heading of its own begins."""
    begin = 0
    for at in range(1, len(rows)):
        if rows[at].gap and _span_of_table(rows[begin:at], many)[1] and _begins_with_heading(rows[at:]):
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


def _span_of_table(rows: Sequence[_Row], many: int) -> tuple[int, int]:
    """First and last + 1 of the rows that are the first table; two equal numbers where there is none."""
    start = next((at for at in range(len(rows)) if _starts(rows, at, many)), None)
    return (0, 0) if start is None else (start, _end_of(rows, start, many))


def _starts(rows: Sequence[_Row], at: int, many: int) -> bool:
    """Whether a table starts here: a row of many cells, and more such follow before a gap, or figures with labels.

    Between them there may be rows of one cell: the groups' titles, the evidence under each criterion.
    """
    if len(rows[at].cells) < many:
        return False
    following = list(takewhile(lambda row: not row.gap, rows[at + 1 : at + 1 + LOOK_AHEAD]))
    alike = sum(row.width >= many or (row.has_number and row.width > 1) for row in following)
    return alike >= min(2, max(1, len(following))) and (many == MANY or any(row.has_number for row in following))


def _end_of(rows: Sequence[_Row], start: int, many: int) -> int:
    """Where the table ends: after its last row of many cells, or of a label and a figure, before a run of text."""
    end, lone = start + 1, 0
    for at in range(start + 1, len(rows)):
        row = rows[at]
        lone = lone + 1 if row.width == 1 else 0
        if row.width >= many or (row.width > 1 and row.has_number):
            end = at + 1
        elif lone >= TEXT_LINES:
            break
    return end


def _with_wide_rows(sheet: Sheet, rows: Sequence[_Row], start: int, end: int) -> int:
    """Where the table ends when the rows right below it count that are one cell as wide as it: the last evidence."""
    columns = {column for row in rows[start:end] for column in row.cells}
    while start < end < len(rows) and not rows[end].gap and len(rows[end].cells) == 1:
        (column,) = rows[end].cells
        spans = [m.column_span for m in sheet.merged if (m.row, m.column) == (rows[end].number, column)]
        if not spans or column > min(columns) or column + spans[0] <= max(columns):
            break
        end += 1
    return end


def _paragraphs(sheet: Sheet, rows: Sequence[_Row]) -> Iterator[Paragraph]:
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
                    yield from _lines(sheet, row, column)
        at = end


def _lines(sheet: Sheet, row: _Row, column: int) -> Iterator[Paragraph]:
    for line in row.cells[column].text.split("\n"):
        if line.strip():
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
