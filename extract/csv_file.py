"""The table as CSV: RFC 4180, UTF-8 with a byte-order mark, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from extract.outcome import Outcome
from extract.outputs import replacing
from extract.tabular import show_number
from extract.views import Style, View, rows_in

RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@contextmanager
def csv_file(output: Path, view: View, style: Style) -> Iterator[Callable[[Outcome], None]]:
    """Takes outcomes one by one; the file is there when all are in."""
    with replacing(output) as temporary, temporary.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(view.columns)

        def add(outcome: Outcome) -> None:
            writer.writerows([cell_of(value) for value in row] for row in rows_in(view, outcome, style))

        yield add


def cell_of(value: object) -> str:
    """A value as a cell: numbers with a point, text harmless."""
    if isinstance(value, (Decimal, int, float)):
        return show_number(value)
    return "" if value is None else neutral(str(value))


def neutral(text: str) -> str:
    """Text that a spreadsheet shows and never runs: an apostrophe goes before what would be a formula."""
    return f"'{text}" if text.startswith(RUNS_AS_FORMULA) else text
