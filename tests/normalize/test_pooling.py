"""Rows of one criterion that a page break cut apart are paired together, and only those."""

from __future__ import annotations

import pytest

from normalize.blocks import Block
from normalize.criteria_file import load
from normalize.figures import Entry
from normalize.pooling import runs_of
from normalize.segments import Segment
from normalize.units import units_of
from parsers.document import Cell, Place

UNITS = {unit.id: unit for unit in units_of(load("4725-2022"))}


def row(page: int | None, ids: str, *figures: str) -> tuple[Block, list[Entry]]:
    """A row on that page (None: it has no title cell) with those units, and the lines of its score cell."""
    cell = None if page is None else Cell("", 0, 0, place=Place(page=page))
    units = [UNITS[one] for one in ids.split()]
    segments = [Segment(0, cell, unit.title, (), None, True, False, frozenset()) for unit in units]
    entries = [Entry(text, Place(page=page), at, 1.0) for at, text in enumerate(figures)]
    return Block([0], units, segments), entries


def runs(*rows: tuple[Block, list[Entry]]) -> list[tuple[int, int]]:
    found = runs_of([block for block, _ in rows], [entries for _, entries in rows])
    return [(run.start, run.stop) for run in found]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([row(1, "1.7 1.7a", "8"), row(2, "1.7b 1.7c", "7", "5")], id="each row has its own figures"),
        pytest.param([row(1, "1.7 1.7a 1.7b", "15"), row(2, "1.7c", "5")], id="the criterion's and the item's"),
        pytest.param([row(1, "1.7 1.7a 1.7b", "15", "8", "7"), row(2, "1.7c", "5")], id="all of them"),
        pytest.param([row(1, "1.7a 1.7b", "8"), row(1, "1.7c", "7", "5")], id="rows of one page"),
        pytest.param([row(1, "1.7a 1.7b", "8"), row(None, "1.7c", "7", "5")], id="where the second is, is not known"),
        pytest.param([row(None, "1.7a 1.7b", "8"), row(2, "1.7c", "7", "5")], id="where the first is, is not known"),
        pytest.param([row(1, "1.7a 1.7b", "8"), row(2, "1.5a", "7", "5")], id="two criteria"),
        pytest.param([row(1, "1.7a 1.7b", "8"), row(2, "1.7c", "7", "5", "4", "3")], id="too many figures altogether"),
        pytest.param([row(1, "1.7a 1.7b", "8"), row(2, "1.7c")], id="too few"),
        pytest.param([row(1, "1", "100", "73"), row(2, "1.1", "x")], id="a group's row"),
        pytest.param([row(1, "1.4", "8", "7"), row(2, "1.5 1.5a", "7")], id="a criterion without items"),
        pytest.param([row(1, "1.7 1.5a", "8", "7"), row(2, "1.7a", "7")], id="a row of two criteria"),
        pytest.param([row(1, "1.7 1.7a", "8", "5"), row(1, "1.7b", "7")], id="as many as a row of its own may have"),
        pytest.param([row(1, "1.5 1.5a", "12", "3", "2"), row(2, "1.5b", "3")], id="one more than there may be"),
    ],
)
def test_rows_that_are_paired_alone(rows: list[tuple[Block, list[Entry]]]) -> None:
    assert runs(*rows) == [(at, at + 1) for at in range(len(rows))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([row(1, "1.7a 1.7b", "8"), row(2, "1.7c", "7", "5")], [(0, 2)], id="a figure over the break"),
        pytest.param(
            [row(1, "1.7 1.7a 1.7b", "15", "8"), row(2, "1.7c", "7", "5")], [(0, 2)], id="the criterion's own too"
        ),
        pytest.param([row(1, "1.7a", "8", "7", "5"), row(2, "1.7b 1.7c")], [(0, 2)], id="all above the break"),
        pytest.param([row(1, "1.7a", "8", "7", "5"), row(1, "1.7b 1.7c", "")], [(0, 2)], id="none in the row below"),
        pytest.param([row(1, "1.7a 1.7b"), row(2, "1.7c", "8", "7", "5")], [(0, 2)], id="all below the break"),
        pytest.param(
            [row(1, "1.7a", "8", "7", "5"), row(2, "1.7b"), row(3, "1.7c")], [(0, 3)], id="over two breaks"
        ),
        pytest.param(
            [row(1, "1.7 1.7a 1.7b", "8", "7", "5"), row(2, "1.7c")], [(0, 2)],
            id="one figure more than items before the break, none after: it is of the item there",
        ),
        pytest.param(
            [row(1, "1.4", "8"), row(1, "1.7a 1.7b", "8"), row(2, "1.7c", "7", "5"), row(2, "2.4", "6")],
            [(0, 1), (1, 3), (3, 4)],
            id="between others",
        ),
    ],
)  # fmt: skip
def test_rows_that_are_paired_together(rows: list[tuple[Block, list[Entry]]], expected: list[tuple[int, int]]) -> None:
    assert runs(*rows) == expected
