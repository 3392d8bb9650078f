"""Figures of a cell to the units of its row: silent where nothing tells whose a figure is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from normalize.criteria_file import load
from normalize.figures import Entry, by_maximum, entries_of, pair, permitted_maximum
from normalize.segments import Segment
from normalize.units import units_of
from parsers.document import Box, Cell, Line, Place

UNITS = {unit.id: unit for unit in units_of(load("4725-2022"))}
HERE = Place(page=1, table=1, row=3)


def cell(text: str, **fields) -> Cell:
    return Cell(text, 2, 3, place=HERE, lines=tuple(Line(line) for line in text.split("\n")), **fields)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        pytest.param("", [("", 0)], id="nothing"),
        pytest.param("7", [("7", 0)], id="one figure"),
        pytest.param("7\n8", [("7", 0), ("8", 1)], id="two figures"),
        pytest.param("7\n\n8", [("7", 0), ("", 1), ("8", 2)], id="a line left empty"),
        pytest.param("7\n5", [("7", 0), ("5", 1)], id="two figures of one digit, no boxes"),
        pytest.param("7,\n5", [("7,5", 0)], id="a decimal broken after its comma"),
        pytest.param("7\nđiểm", [("7 điểm", 0)], id="the unit below the figure"),
        pytest.param("-\n2,5", [("-", 0), ("2,5", 1)], id="a dash for one item, points of the next"),
        pytest.param("7\nđiểm\n8\nđ", [("7 điểm", 0), ("8 đ", 2)], id="a unit below each figure"),
        pytest.param("Mức\n3", [("Mức", 0), ("3", 1)], id="words and a figure"),
        pytest.param("8/1\n0", [("8/10", 0)], id="a maximum broken after its first digit"),
    ],
)
def test_lines_of_a_value_cell(text: str, entries: list[tuple[str, int]]) -> None:
    found = entries_of(cell(text))
    assert [(one.text, one.line) for one in found] == entries
    assert {(one.place, one.confidence) for one in found} == {(HERE, 1.0)}


def test_entries_are_as_sure_as_what_stands_in_their_line() -> None:
    doubted = replace(cell("7\n8", confidence=0.7), unsure=(("8", 0.7),))
    assert [one.confidence for one in entries_of(doubted)] == [0.9, 0.7]
    assert [one.confidence for one in entries_of(cell("7\n8"))] == [1.0, 1.0]
    assert [one.confidence for one in entries_of(cell("7,\n5", confidence=0.7))] == [0.7]


def printed(text: str, *widths: float, room: float = 20.0, pages: tuple[int, ...] = ()) -> Cell:
    """A cell of that width on a page, each line as wide as given."""
    lines = tuple(
        Line(line, page, Box(10, 20.0 * at, 10 + wide, 20.0 * at + 12))
        for at, (line, wide, page) in enumerate(zip(text.split("\n"), widths, pages or (2,) * len(widths), strict=True))
    )
    return Cell(text, 2, 3, place=Place(1, 1, 3, box=Box(5, 0, 5 + room, 60)), lines=lines)


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        pytest.param(printed("1\n2", 6, 6, room=40), ["1", "2"], id="room was left: two figures"),
        pytest.param(printed("1\n2", 6, 6, room=20), ["12"], id="no room was left: one figure broken"),
        pytest.param(printed("1\n0\n0", 6, 6, 6), ["100"], id="broken twice"),
        pytest.param(printed("62,0\n0", 22, 6, room=36), ["62,00"], id="hundredths broken"),
        pytest.param(printed("2,5\n0", 16, 6, room=40), ["2,5", "0"], id="room was left for hundredths: two figures"),
        pytest.param(printed("1\n\n0", 6, 0, 6), ["1", "", "0"], id="an empty line between is no break"),
        pytest.param(printed("10\n00", 12, 12, room=26), ["10", "00"], id="no figure has four digits"),
        pytest.param(printed("1\nx", 6, 6), ["1", "x"], id="not of digits alone"),
        pytest.param(printed("10\n0", 12, 6, room=29), ["10", "0"], id="the next figure would have found room"),
        pytest.param(printed("10\n0", 12, 6, room=28), ["100"], id="it would not have"),
    ],
)
def test_figures_that_a_narrow_column_breaks(given: Cell, texts: list[str]) -> None:
    assert [one.text for one in entries_of(given)] == texts


def test_each_line_is_where_it_is_printed() -> None:
    found = entries_of(printed("7\n8", 6, 6, room=90, pages=(2, 3)))
    assert [(one.place.page, one.place.row, one.place.box) for one in found] == [
        (2, 3, Box(10, 0, 16, 12)),
        (3, 3, Box(10, 20, 16, 32)),
    ]
    (broken,) = entries_of(printed("7,\n5", 9, 6))
    assert (broken.place.page, broken.place.box) == (2, Box(10, 0, 19, 12))


@pytest.mark.parametrize(
    ("text", "head", "texts"),
    [
        pytest.param("8\nĐiểm tự\nchấm", "diem tu cham", ["8"], id="the repeated heading below the figure"),
        pytest.param("8\n9\nĐiểm tự chấm", "stt diem tu cham", ["8", "9"], id="part of its words"),
        pytest.param("2\nMức độ", "muc do", ["2"], id="five letters of it"),
        pytest.param("7,\n5\nĐiểm tự chấm", "diem tu cham", ["7,5"], id="below a figure that is broken"),
        pytest.param("8\nĐiểm", "diem tu cham", ["8 Điểm"], id="too short to be known again"),
        pytest.param("8\nĐiểm thưởng", "diem tu cham", ["8", "Điểm thưởng"], id="other words"),
        pytest.param("8\n12345", "12345 diem", ["8", "12345"], id="a figure is no heading"),
        pytest.param("Điểm tự chấm", "diem tu cham", [""], id="nothing but the heading"),
    ],
)
def test_a_heading_that_a_page_break_runs_into_the_cell(text: str, head: str, texts: list[str]) -> None:
    assert [one.text for one in entries_of(cell(text), head)] == texts
    assert [one.text for one in entries_of(replace(cell(text), lines=()), head)] == texts


def segment(text: str, lines: tuple[int, ...], given: Cell | None = None) -> Segment:
    return Segment(0, given, text, lines, None, first=True, listed=True, figures=frozenset())


def entry(text: str, line: int, place: Place = HERE) -> Entry:
    return Entry(text, place, line, 1.0)


def paired(ids: str, *lines: str, alone: bool = False, titles: Cell | None = None) -> dict[str, str]:
    """What each unit gets of those lines; the titles stand one a line in the order of the ids."""
    units = [UNITS[one] for one in ids.split()]
    title = titles or cell("\n".join(unit.title for unit in units))
    segments = [segment(unit.title, (at,), title) for at, unit in enumerate(units)]
    entries = [entry(text, at) for at, text in enumerate(lines)]
    found = pair(units, segments, entries, first_item_alone=alone)
    return {one: value.text for one, value in found.items()}


@pytest.mark.parametrize(
    ("ids", "lines", "expected"),
    [
        pytest.param("1.4", ["", " "], {}, id="nothing stands there"),
        pytest.param("", ["7"], {}, id="nobody to give it to"),
        pytest.param("1.4", ["7"], {"1.4": "7"}, id="one and one"),
        pytest.param("1.4", ["", "-"], {"1.4": "-"}, id="a dash holds the place"),
        pytest.param("1.4", ["-", "7"], {"1.4": "7"}, id="a dash beside a figure says nothing"),
        pytest.param("1.4", ["7", "Mức 2"], {"1.4": "7\nMức 2"}, id="several lines of one unit are one"),
        pytest.param("1.7 1.7a 1.7b 1.7c", ["15"], {"1.7": "15"}, id="one figure for all is the criterion's"),
        pytest.param("1.7a 1.7b 1.7c", ["15"], {}, id="one figure for items: nobody knows whose"),
        pytest.param("1.7 1.7a", ["15"], {"1.7": "15"}, id="one figure for a criterion and one item"),
        pytest.param("1.7a", ["15"], {"1.7a": "15"}, id="one figure for one item"),
        pytest.param(
            "1.7 1.7a 1.7b 1.7c", ["8", "7", "0"], {"1.7a": "8", "1.7b": "7", "1.7c": "0"}, id="as many as items"
        ),
        pytest.param("1.7a 1.7b 1.7c", ["8", "-", "5"], {"1.7a": "8", "1.7b": "-", "1.7c": "5"}, id="a dash in place"),
        pytest.param("1.5 1.5a 1.5b", ["12; 3"], {"1.5a": "12", "1.5b": "3"}, id="two in one line"),
        pytest.param("1.5 1.5a 1.5b", ["12/20"], {"1.5": "12/20"}, id="a score over its maximum is no list"),
        pytest.param(
            "1.7 1.7a 1.7b 1.7c", ["2", "1", "1", "4"], {"1.7": "4", "1.7a": "2", "1.7b": "1", "1.7c": "1"},
            id="the sum last, whichever an item may have",
        ),
        pytest.param(
            "1.7 1.7a 1.7b 1.7c", ["4", "2", "1", "1"], {"1.7": "4", "1.7a": "2", "1.7b": "1", "1.7c": "1"},
            id="the sum first, whichever an item may have",
        ),
        pytest.param(
            "1.7 1.7a 1.7b 1.7c", ["2", "?", "1", "3"], {"1.7": "2", "1.7a": "?", "1.7b": "1", "1.7c": "3"},
            id="no sum of what is not understood",
        ),
        pytest.param("1.7a 1.7b 1.7c", ["8; 7; 0"], {"1.7a": "8", "1.7b": "7", "1.7c": "0"}, id="all in one line"),
        pytest.param("1.7 1.7a 1.7b 1.7c", ["8 + 7 + 0"], {"1.7": "8 + 7 + 0"}, id="a sum is no list"),
        pytest.param("1.7 1.7a 1.7b 1.7c", ["8; 7"], {"1.7": "8; 7"}, id="fewer in one line than items"),
        pytest.param("1.7 1.7a", ["8; 7"], {"1.7": "8; 7"}, id="one item is no list"),
        pytest.param(
            "1.7 1.7a 1.7b 1.7c", ["15", "8", "7", "0"], {"1.7": "15", "1.7a": "8", "1.7b": "7", "1.7c": "0"},
            id="the sum first",
        ),
        pytest.param(
            "1.7 1.7a 1.7b 1.7c", ["8", "7", "0", "15"], {"1.7": "15", "1.7a": "8", "1.7b": "7", "1.7c": "0"},
            id="the sum last",
        ),
        pytest.param(
            "1.7 1.7a 1.7b 1.7c", ["0", "0", "0", "0"], {"1.7": "0", "1.7a": "0", "1.7b": "0", "1.7c": "0"},
            id="the sum is either: the first",
        ),
        pytest.param(
            "1.7 1.7a 1.7b 1.7c", ["8", "7", "5", "16"], {"1.7": "16", "1.7a": "8", "1.7b": "7", "1.7c": "5"},
            id="neither is the sum: what no item may have is the criterion's",
        ),
        pytest.param(
            "1.7 1.7a 1.7b 1.7c", ["16", "8", "7", "5"], {"1.7": "16", "1.7a": "8", "1.7b": "7", "1.7c": "5"},
            id="the same at the beginning",
        ),
        pytest.param(
            "1.7 1.7a 1.7b 1.7c", ["6", "5", "?", "4"], {"1.7": "6", "1.7a": "5", "1.7b": "?", "1.7c": "4"},
            id="one that was not understood: the first is the criterion's",
        ),
        pytest.param("1.7a 1.7b 1.7c", ["8", "7"], {"1.7a": "8", "1.7b": "7"}, id="fewer: each beside its line"),
        pytest.param("1.7a 1.7b 1.7c", ["", "7", "5"], {"1.7b": "7", "1.7c": "5"}, id="an empty line keeps its place"),
        pytest.param("1.7a 1.7b", ["8", "7", "5"], {}, id="one stands beside no title"),
    ],
)  # fmt: skip
def test_pairs(ids: str, lines: list[str], expected: dict[str, str]) -> None:
    assert paired(ids, *lines) == expected


def test_a_figure_is_the_items_where_the_others_have_rows_of_their_own() -> None:
    assert paired("1.7 1.7a", "15", alone=True) == {"1.7a": "15"}
    assert paired("1.7 1.7a 1.7b", "15", alone=True) == {"1.7": "15"}


def placed(text: str, top: float, page: int = 1) -> Entry:
    return entry(text, 0, Place(page, 1, 3, box=Box(80, top, 86, top + 12)))


TITLES = ("Phòng học có thiết bị", "trình chiếu", "Dạy môn tin học", "Phòng studio")
TOPS = (0.0, 14.0, 28.0, 42.0)
PRINTED = Cell(
    "\n".join(TITLES), 2, 1, place=Place(1, 1, 3, box=Box(5, 0, 70, 60)),
    lines=tuple(Line(text, 1, Box(5, top, 60, top + 12)) for text, top in zip(TITLES, TOPS, strict=True)),
)  # fmt: skip
ON_PAGE = [segment("a", (0, 1), PRINTED), segment("b", (2,), PRINTED), segment("c", (3,), PRINTED)]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([placed("8", 14), placed("5", 42)], {"1.7a": "8", "1.7c": "5"}, id="beside a second line"),
        pytest.param([placed("8", 0), placed("5", 28)], {"1.7a": "8", "1.7b": "5"}, id="beside the first lines"),
        pytest.param([placed("8", 0), placed("5", 14)], {}, id="two beside one item"),
        pytest.param([placed("8", 0), placed("5", 80)], {}, id="one beside nothing"),
        pytest.param([placed("8", 0), placed("5", 28, page=2)], {}, id="on another page"),
        pytest.param([placed("8", 6), placed("5", 34)], {"1.7a": "8", "1.7b": "5"}, id="on the edge of a line"),
    ],
)
def test_figures_beside_the_lines_of_their_items(entries: list[Entry], expected: dict[str, str]) -> None:
    units = [UNITS["1.7a"], UNITS["1.7b"], UNITS["1.7c"]]
    found = pair(units, ON_PAGE, entries, first_item_alone=False)
    assert {one: value.text for one, value in found.items()} == expected


def test_figures_without_boxes_beside_the_lines_of_their_items() -> None:
    units = [UNITS["1.7a"], UNITS["1.7b"], UNITS["1.7c"]]
    found = pair(units, ON_PAGE, [entry("8", 0), entry("5", 3)], first_item_alone=False)
    assert {one: value.text for one, value in found.items()} == {"1.7a": "8", "1.7c": "5"}


def test_what_is_there_unsaid_has_no_line() -> None:
    units = [UNITS["1.7a"], UNITS["1.7b"], UNITS["1.7c"]]
    title = cell("Tin học\nPhòng studio")
    segments = [segment("", (5,)), segment("Tin học", (0,), title), segment("Phòng studio", (1,), title)]
    found = pair(units, segments, [entry("8", 0), entry("5", 1)], first_item_alone=False)
    assert {one: value.text for one, value in found.items()} == {"1.7b": "8", "1.7c": "5"}


def test_two_titles_in_one_line_share_it() -> None:
    units = [UNITS["1.7a"], UNITS["1.7b"], UNITS["1.7c"]]
    title = cell("Thiết bị - Tin học\nPhòng studio")
    segments = [segment("Thiết bị", (0,), title), segment("Tin học", (0,), title), segment("Phòng studio", (1,), title)]
    found = pair(units, segments, [entry("8", 0), entry("5", 1)], first_item_alone=False)
    assert found == {}
    without_title = [segment("", (0,)), *segments[1:]]
    assert pair(units, without_title, [entry("8", 5), entry("5", 1)], first_item_alone=False) == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [("30", "30"), ("/30", "30"), ("tối đa 30 điểm", "30"), ("từ 0 đến 30", None), ("không", None), ("cao", None)],
)
def test_the_number_of_a_maximum(text: str, number: str | None) -> None:
    found = permitted_maximum(entry(text, 0))
    assert (None if found is None else str(found)) == number


def test_no_cell_has_no_maximum() -> None:
    assert permitted_maximum(None) is None


@pytest.mark.parametrize(
    ("pairs", "ids", "known", "owner"),
    [
        pytest.param({"1.5": "15"}, "1.5 1.5a", (), "1.5a", id="the item's official maximum"),
        pytest.param({"1.5a": "20"}, "1.5 1.5a", (), "1.5", id="the criterion's official maximum"),
        pytest.param({"1.5": "18"}, "1.5 1.5a", (), "1.5", id="nobody's: the criterion's"),
        pytest.param({"1.5": "18"}, "1.5 1.5a", ("1.5",), "1.5a", id="nobody's, and the criterion has one"),
        pytest.param({"1.5": "18"}, "1.5 1.5a", ("1.5", "1.5a"), "1.5", id="nobody's, and both have one"),
        pytest.param({"1.5b": "20"}, "1.5a 1.5b 1.5", (), "1.5b", id="three units: as paired"),
    ],
)
def test_a_single_maximum_beside_a_criterion_and_an_item(
    pairs: dict[str, str], ids: str, known: tuple[str, ...], owner: str
) -> None:
    given = {one: entry(text, 0) for one, text in pairs.items()}
    assert list(by_maximum(given, [UNITS[one] for one in ids.split()], known)) == [owner]


def test_two_maxima_stay_as_they_are_paired() -> None:
    given = {"1.5": entry("15", 0), "1.5a": entry("20", 1)}
    assert by_maximum(given, [UNITS["1.5"], UNITS["1.5a"]]) == given
    assert Decimal(20) == UNITS["1.5"].maximum
