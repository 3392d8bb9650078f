"""Which column of a table holds what, learned from all its rows: tells the cells of a row apart that read the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from extract.page_rows import COLUMN_OF, FIELDS, rows_of
from extract.tabular import one_line, show_number
from normalize.numbers import parse_cell
from normalize.report import Reading, Report
from parsers.document import Document, Place, Table

TableKey = tuple[str | None, int | None, str | None]  # file, table, sheet
RowKey = tuple[TableKey, int | None]
ColumnOf = Callable[[Place, str], int | None]  # a place and a rule → the column that it is on


def columns_of(document: Document, report: Report) -> ColumnOf:
    """For a row's place and a rule: the column that the rule speaks of; None where that is not known."""
    votes: dict[tuple[TableKey, str], Counter[int]] = {}
    cells = _contents(document)
    for key, field, value in _readings(report):
        columns = [column for column, text in cells.get(key, ()) if text == value]
        if len(columns) == 1:
            votes.setdefault((key[0], field), Counter())[columns[0]] += 1
    known = {key: counter.most_common(1)[0][0] for key, counter in votes.items()}

    def column_of(place: Place, rule: str) -> int | None:
        return known.get((_table(place), COLUMN_OF.get(rule, "score")))

    return column_of


def _table(place: Place) -> TableKey:
    return place.file, place.table, place.sheet


def _readings(report: Report) -> Iterator[tuple[RowKey, str, str]]:
    for row in rows_of(report):
        for field, reading in zip(FIELDS, row.cells, strict=True):
            if isinstance(reading, Reading) and reading.place.row is not None:
                place, value = reading.place, reading.value
                if field == "evidence" or isinstance(value, Decimal):
                    yield (_table(place), place.row), field, shown_as(reading.text, value)


def _contents(document: Document) -> Mapping[RowKey, list[tuple[int, str]]]:
    """What stands in each row, with its columns."""
    found: dict[RowKey, list[tuple[int, str]]] = {}
    for block in document.blocks:
        for cell in block.cells if isinstance(block, Table) else ():
            if cell.text.strip():
                key = (_table(cell.place), cell.place.row)
                found.setdefault(key, []).append((cell.column, shown_as(cell.text, parse_cell(cell.text))))
    return found


def shown_as(text: str, value: object) -> str:
    """Figures alike however they are written; other text without regard to its line breaks."""
    return show_number(value) if isinstance(value, Decimal) else one_line(text)
