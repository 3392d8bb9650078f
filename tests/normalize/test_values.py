"""Value cells to the units that they belong to: by row, over merged rows, under ticks; silent where nobody's."""

from __future__ import annotations

import pytest

from normalize.blocks import Block
from normalize.columns import Columns
from normalize.criteria_file import load
from normalize.headings import Head, Role
from normalize.segments import Segment, rows_of
from normalize.units import units_of
from normalize.values import Held, Values, held_cells, owner_of, values_of
from parsers.document import Cell, Line, Place
from tests.grids import table_of

UNITS = {unit.id: unit for unit in units_of(load("4725-2022"))}


def block(ids: str, total: str | None = None, criterion: str | None = None) -> Block:
    """A row with those units; their titles stand one a line of its title cell."""
    title = Cell("", 0, 1, lines=tuple(Line(one) for one in ids.split()))
    units = [UNITS[one] for one in ids.split()]
    segments = [Segment(0, title, unit.title, (at,), None, True, False, frozenset()) for at, unit in enumerate(units)]
    return Block([0], units, segments, total=total, criterion=criterion)


def held(role: Role, text: str, *blocks: int, level: int | None = None, swapped: bool = False) -> Held:
    cell = Cell(text, 0, 3, place=Place(table=1, row=7), confidence=0.9, lines=tuple(map(Line, text.split("\n"))))
    return Held(cell, Head(role, "", level, swapped), blocks)


def given(blocks: list[Block], *cells: Held) -> Values:
    return values_of(blocks, list(cells))


def entries(values: Values, role: Role = Role.SCORE) -> dict[str, str]:
    return {one: entry.text for one, entry in values.entries[role].items()}


SEEN, EXAM, ROOMS = block("1.4"), block("1.5 1.5a"), block("1.7 1.7a 1.7b 1.7c")
OTHER_ITEM, GROUP, NONE = block("1.5b"), block("1"), block("")


@pytest.mark.parametrize(
    ("blocks", "cells", "expected"),
    [
        pytest.param([SEEN], [held(Role.SCORE, "8", 0)], {"1.4": "8"}, id="a row and its cell"),
        pytest.param([SEEN], [held(Role.SCORE, "8")], {}, id="a cell of no row"),
        pytest.param([SEEN], [held(Role.OTHER, "8", 0)], {}, id="a cell under another head"),
        pytest.param([SEEN], [held(Role.SCORE, "…", 0)], {}, id="nothing filled in"),
        pytest.param([SEEN], [held(Role.SCORE, "8", 0), held(Role.SCORE, "9", 0)], {"1.4": "8\n9"}, id="two cells"),
        pytest.param([NONE], [held(Role.SCORE, "8", 0)], {"#0": "8"}, id="a row of no unit"),
        pytest.param([NONE], [held(Role.SCORE, "…", 0), held(Role.SCORE, "8", 0)], {"#0": "8"}, id="its dots"),
        pytest.param([SEEN, NONE], [held(Role.SCORE, " ", 1)], {}, id="a row of no unit without figures"),
        pytest.param([ROOMS], [held(Role.SCORE, "8\n7\n5", 0)], {"1.7a": "8", "1.7b": "7", "1.7c": "5"}, id="a list"),
        pytest.param([EXAM], [held(Role.SCORE, "12", 0)], {"1.5": "12"}, id="a criterion and its first item"),
        pytest.param(
            [EXAM, OTHER_ITEM], [held(Role.SCORE, "12", 0), held(Role.SCORE, "3", 1)], {"1.5a": "12", "1.5b": "3"},
            id="the same, the other item scored in its own row",
        ),
        pytest.param(
            [EXAM, OTHER_ITEM], [held(Role.SCORE, "12", 0), held(Role.SCORE, "…", 1)], {"1.5": "12"},
            id="the same, the other item's row left empty",
        ),
        pytest.param(
            [EXAM, OTHER_ITEM], [held(Role.SCORE, "12", 0), held(Role.MAXIMUM, "5", 1)], {"1.5": "12"},
            id="the same, the other item's row with a maximum alone",
        ),
        pytest.param(
            [EXAM], [held(Role.MAXIMUM, "15", 0), held(Role.SCORE, "12", 0)], {"1.5a": "12"}, id="by the item's maximum"
        ),
        pytest.param(
            [EXAM], [held(Role.MAXIMUM, "20", 0), held(Role.SCORE, "12", 0)], {"1.5": "12"},
            id="beside the criterion's maximum",
        ),
        pytest.param(
            [EXAM], [held(Role.MAXIMUM, "20\n15", 0), held(Role.SCORE, "12", 0)], {"1.5": "12"}, id="beside both maxima"
        ),
        pytest.param(
            [block("1.5"), OTHER_ITEM, SEEN], [held(Role.SCORE, "15", 0, 1)], {"1.5": "15"}, id="merged over its rows"
        ),
        pytest.param([SEEN, EXAM], [held(Role.SCORE, "15", 0, 1)], {}, id="merged over two criteria"),
        pytest.param([GROUP, SEEN], [held(Role.SCORE, "73", 0, 1)], {}, id="merged over a group and a criterion"),
        pytest.param([GROUP, NONE], [held(Role.SCORE, "73", 0, 1)], {"1": "73"}, id="merged over a group's rows"),
        pytest.param([SEEN, NONE, NONE], [held(Role.SCORE, "7", 1, 2)], {"#1": "7"}, id="merged over rows of no unit"),
        pytest.param([block("1.5"), OTHER_ITEM], [held(Role.SCORE, "…", 0, 1)], {}, id="merged, nothing filled in"),
        pytest.param([SEEN, EXAM], [held(Role.SCORE, "…", 0, 1)], {}, id="merged over two criteria, nothing filled in"),
        pytest.param(
            [block("1.5"), OTHER_ITEM], [held(Role.SCORE, "9", 0, 1), held(Role.SCORE, "8", 0)], {"1.5": "9"},
            id="merged over its rows, and one more",
        ),
        pytest.param([SEEN], [held(Role.SCORE, "10/8", 0, swapped=True)], {"1.4": "8/10"}, id="the maximum first"),
        pytest.param(
            [block("1.5a"), OTHER_ITEM, block("", total="Cộng", criterion="1.5")],
            [held(Role.SCORE, "9", 0), held(Role.SCORE, "3", 1), held(Role.SCORE, "12", 2)],
            {"1.5a": "9", "1.5b": "3", "1.5": "12"},
            id="what a row closes a criterion's items with",
        ),
        pytest.param(
            [block("1.5"), block("", total="Cộng", criterion="1.5")],
            [held(Role.SCORE, "9", 0), held(Role.SCORE, "12", 1)],
            {"1.5": "9"},
            id="the criterion has one",
        ),
    ],
)  # fmt: skip
def test_scores(blocks: list[Block], cells: list[Held], expected: dict[str, str]) -> None:
    assert entries(given(blocks, *cells)) == expected


def test_dashes_are_kept_apart() -> None:
    values = given([SEEN, EXAM], held(Role.SCORE, "-", 0), held(Role.SCORE, "12", 1))
    assert entries(values) == {"1.5": "12"}
    assert {one: entry.text for one, entry in values.dashes.items()} == {"1.4": "-"}
    assert entries(given([SEEN], held(Role.MAXIMUM, "-", 0)), Role.MAXIMUM) == {}


@pytest.mark.parametrize(
    ("blocks", "cells", "expected"),
    [
        pytest.param([ROOMS], [held(Role.LEVEL, "Mức 3", 0)], {"1.7": "Mức 3"}, id="of the criterion, whatever items"),
        pytest.param([SEEN], [held(Role.LEVEL, " ", 0)], {}, id="nothing"),
        pytest.param([SEEN], [held(Role.LEVEL, "Mức\n3", 0)], {"1.4": "Mức\n3"}, id="over two lines"),
        pytest.param(
            [SEEN, block("1.4")], [held(Role.LEVEL, "Mức", 0), held(Role.LEVEL, "3", 1)], {"1.4": "Mức\n3"},
            id="that a page break cut",
        ),
        pytest.param(
            [SEEN, block("1.4")], [held(Role.LEVEL, "Mức 2", 0), held(Role.LEVEL, "3", 1)], {"1.4": "Mức 2"}, id="one"
        ),
        pytest.param(
            [block("1.5a"), OTHER_ITEM], [held(Role.LEVEL, "2", 0, 1)], {"1.5": "2"}, id="merged over the items"
        ),
        pytest.param([NONE], [held(Role.LEVEL, "2", 0)], {"#0": "2"}, id="of a row of no unit"),
        pytest.param([block("1.4 1.5")], [held(Role.LEVEL, "2", 0)], {}, id="of a row of two criteria"),
    ],
)  # fmt: skip
def test_levels(blocks: list[Block], cells: list[Held], expected: dict[str, str]) -> None:
    assert entries(given(blocks, *cells), Role.LEVEL) == expected


@pytest.mark.parametrize(
    ("blocks", "cells", "expected", "scores"),
    [
        pytest.param([SEEN], [held(Role.TICK, "x", 0, level=2)], {"1.4": 2}, {}, id="a tick"),
        pytest.param([SEEN], [held(Role.TICK, "", 0, level=2)], {}, {}, id="no tick"),
        pytest.param([SEEN], [held(Role.TICK, "x", 0)], {}, {}, id="under no level"),
        pytest.param([SEEN], [held(Role.TICK, "x", level=2)], {}, {}, id="in no row"),
        pytest.param(
            [SEEN], [held(Role.TICK, "x", 0, level=2), held(Role.TICK, "x", 0, level=3)], {"1.4": None}, {}, id="two"
        ),
        pytest.param([SEEN], [held(Role.TICK, "8", 0, level=2)], {"1.4": 2}, {"1.4": "8"}, id="the score itself"),
        pytest.param([SEEN], [held(Role.TICK, "tám", 0, level=2)], {"1.4": 2}, {"1.4": "tám"}, id="the score in words"),
        pytest.param([SEEN], [held(Role.TICK, "8 -", 0, level=2)], {}, {"1.4": "8 -"}, id="a figure that is no score"),
        pytest.param([ROOMS], [held(Role.TICK, "x", 0, level=3)], {"1.7": 3}, {}, id="a criterion with its items"),
        pytest.param(
            [block("1.5a"), OTHER_ITEM], [held(Role.TICK, "x", 0, 1, level=2)], {"1.5": 2}, {}, id="merged over items"
        ),
        pytest.param([SEEN, EXAM], [held(Role.TICK, "x", 0, 1, level=2)], {}, {}, id="merged over two criteria"),
        pytest.param([NONE], [held(Role.TICK, "x", 0, level=2)], {"#0": 2}, {}, id="in a row of no unit"),
    ],
)  # fmt: skip
def test_ticks(blocks: list[Block], cells: list[Held], expected: dict[str, int | None], scores: dict[str, str]) -> None:
    values = given(blocks, *cells)
    assert {one: reading.value for one, reading in values.ticks.items()} == expected
    assert entries(values) == scores


def test_a_tick_is_read_where_it_stands() -> None:
    (tick,) = given([SEEN], held(Role.TICK, "x", 0, level=2)).ticks.values()
    assert (tick.text, tick.place, tick.confidence) == ("x", Place(table=1, row=7), 0.9)


def test_figures_fewer_than_items_go_to_the_lines_that_they_stand_beside() -> None:
    cell = Cell("\n8\n\n5", 0, 3, lines=tuple(map(Line, ("", "8", "", "5"))))
    assert entries(given([ROOMS], Held(cell, Head(Role.SCORE, ""), (0,)))) == {"1.7a": "8", "1.7c": "5"}


@pytest.mark.parametrize(
    ("ids", "owner"),
    [
        ("1.4", "1.4"), ("1", "1"), ("1.5a", "1.5a"), ("1.5 1.5a", "1.5"), ("1.5a 1.5b", "1.5"), ("1.4 1.5", None),
        ("1 2", None), ("1 1.4", None),
    ],
)  # fmt: skip
def test_whose_a_figure_for_several_units_is(ids: str, owner: str | None) -> None:
    assert owner_of([UNITS[one] for one in ids.split()]) == owner


def test_cells_and_the_blocks_that_they_cover() -> None:
    roles = (Role.NUMBER, Role.TITLE, Role.SCORE)
    columns = Columns({at: Head(role, "") for at, role in enumerate(roles)}, frozenset({0}), 4)
    rows = rows_of(
        table_of(
            "| TT | Tiêu chí | Điểm | |",
            "| 1.5 | a | 15 | x |",
            "| | b | ^ | y |",
            "| | c | ^ | |",
            "| 1.6 | d | 9 | |",
        ),
        0,
        columns,
    )
    blocks = [Block([0, 1]), Block([3])]
    assert [(one.cell.text, one.head.role, one.blocks) for one in held_cells(rows, blocks, [columns])] == [
        ("15", Role.SCORE, (0,)),
        ("9", Role.SCORE, (1,)),
    ]
    apart = held_cells(rows, [Block([0]), Block([2]), Block([3])], [columns])
    assert [one.blocks for one in apart] == [(0, 1), (2,)]
