"""Cells at a page's foot that seem merged with the rows below, for lack of a ruling."""

from __future__ import annotations

import pytest

from parsers.document import Box
from parsers.lines import TextLine, line_of
from parsers.open_below import with_own_rows
from parsers.parts import PartCell, TablePart
from parsers.pieces import Piece

YS = (0.0, 20.0, 70.0, 90.0, 110.0)


def line(top: float) -> TextLine:
    return line_of([Piece(top + 8, 0, 20, 10, "x", 0, False, "F", 0, [0.0], [20.0])])


def part(top: float | None, rows: int = 3) -> TablePart:
    """A heading, a cell over the rows below it with text at this height, and the rows beside it."""
    open_cell = PartCell(1, 0, rows, 1, Box(0, 20, 50, YS[1 + rows]), () if top is None else (line(top),))
    beside = [PartCell(n, 1, 1, 1, Box(50, YS[n], 90, YS[n + 1]), (line(YS[n] + 5),)) for n in range(4)]
    heads = PartCell(0, 0, 1, 1, Box(0, 0, 50, 20), (line(5),))
    return TablePart((0, 50, 90), YS, (heads, open_cell, *beside))


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(part(25), id="text at the cell's top"),
        pytest.param(part(60), id="text in the middle of all rows"),
        pytest.param(part(None), id="no text"),
        pytest.param(part(40, 2), id="a cell that ends above the foot"),
    ],
)
def test_what_stays_merged(table: TablePart) -> None:
    assert with_own_rows(table) is table


def test_text_in_the_middle_of_the_first_row_ends_the_cell_there() -> None:
    cells = [cell for cell in with_own_rows(part(40)).cells if cell.column == 0]
    assert [(cell.row, cell.row_span, cell.text) for cell in cells] == [(0, 1, "x"), (1, 1, "x"), (2, 2, "")]
