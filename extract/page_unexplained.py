"""Figures in a score table that nothing which was read explains: nobody should think that they were checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from extract.marking_records import Loose
from extract.tabular import one_line
from normalize.numbers import parse_cell
from normalize.report import Appendix, Criterion, Item, Reading, Report
from parsers.document import Cell, Document, Table

MOST = 40  # listed of one report
WORDS = 12  # letters on average; a column of names, not of numbers before them
MOSTLY = 0.6  # of a column's figures; then the column as a whole is not used, and is named once
FEW = 4  # figures; fewer are named one by one

LETTERS = re.compile(r"[^\W\d_]")

Explained = Counter[tuple[int | None, int | None, Decimal]]  # table, row, value


def loose_of(document: Document, report: Report) -> tuple[Loose, ...]:
    """The figures, in the order of the tables; a column of which hardly any is used counts as one."""
    if report.appendix is None:
        return ()
    explained = _explained(report.appendix)
    used = {(table, sheet) for table, sheet in _tables(report.appendix)}
    found = [
        loose
        for block in document.blocks
        if isinstance(block, Table) and block.cells and (block.place.table, block.place.sheet) in used
        for loose in _of_table(block, explained)
    ]
    return tuple(found[:MOST])


def _of_table(table: Table, explained: Explained) -> Iterator[Loose]:
    wording = _wording_column(table)
    worded = {cell.row for cell in table.cells if len(LETTERS.findall(cell.text)) > 2}  # else the numbers of columns
    figures = [
        cell for cell in table.cells if cell.column > wording and cell.row in worded and _value(cell) is not None
    ]
    left = [cell for cell in figures if not _take(explained, cell)]
    in_order = sorted(left, key=lambda cell: (cell.column, cell.row))
    for column, cells in groupby(in_order, key=lambda cell: cell.column):
        unexplained = list(cells)
        of_all = sum(cell.column == column for cell in figures)
        if len(unexplained) >= FEW and len(unexplained) >= MOSTLY * of_all:
            yield Loose(_named_column(table, column, unexplained), unexplained[0].place)
        else:
            yield from (Loose(one_line(cell.text), cell.place) for cell in unexplained)


def _named_column(table: Table, column: int, cells: Sequence[Cell]) -> str:
    heading = next((one_line(cell.text) for cell in table.cells if cell.column == column and cell.text.strip()), "")
    shown = ", ".join(one_line(cell.text) for cell in cells[:FEW])
    return f"“{heading}”: {shown}{', …' if len(cells) > FEW else ''} ({len(cells)})"


def _wording_column(table: Table) -> int:
    """The first column that holds words: what stands before it are the rows' numbers."""
    columns = sorted({cell.column for cell in table.cells})
    for column in columns:
        texts = [cell.text for cell in table.cells if cell.column == column and cell.text.strip()]
        if texts and sum(map(len, texts)) / len(texts) >= WORDS:
            return column
    return columns[0]


def _value(cell: Cell) -> Decimal | None:
    return parse_cell(cell.text) if any(sign.isdigit() for sign in cell.text) else None


def _take(explained: Explained, cell: Cell) -> bool:
    """Whether something explains the figure; what explains one figure explains no other."""
    value = _value(cell)
    for row in range(cell.row + 1, cell.row + 1 + cell.row_span):
        key = (cell.place.table, row, value if value is not None else Decimal(-1))
        if explained[key] > 0:
            explained[key] -= 1
            return True
    return False


def _explained(appendix: Appendix) -> Explained:
    return Counter(
        (reading.place.table, reading.place.row, value)
        for reading in readings_of(appendix)
        if (value := _as_number(reading)) is not None
    )


def _as_number(reading: Reading[object]) -> Decimal | None:
    """The figure that was read; of evidence and answers what their text is, if that is a figure."""
    value = reading.value
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if type(value) is int else parse_cell(reading.text)


def _tables(appendix: Appendix) -> Iterator[tuple[int | None, str | None]]:
    for reading in readings_of(appendix):
        if reading.place.row is not None:
            yield reading.place.table, reading.place.sheet


def readings_of(appendix: Appendix) -> Iterator[Reading[object]]:
    """All that was read in the rows of the score table."""
    for group in appendix.groups:
        yield from _known(group.stated_max, group.score, group.level)
        for criterion in group.criteria:
            yield from _of_row(criterion)
            for item in criterion.items:
                yield from _of_row(item)
    for row in (*appendix.unknown, *appendix.duplicates):
        yield from _known(row.score, row.stated_max)


def _of_row(row: Criterion | Item) -> Iterator[Reading[object]]:
    answer = row.answer if isinstance(row, Criterion) else None
    yield from _known(row.stated_max, row.score, row.level, row.evidence, row.assessed, answer)


def _known(*readings: object) -> Iterator[Reading[object]]:
    yield from (reading for reading in readings if isinstance(reading, Reading))
