"""Title cells cut into a criterion's title and the items of a list; what continues a line is no segment of its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from normalize.columns import Columns
from normalize.headings import Head, Role
from normalize.segments import names_group, pieces_of, rows_of, segments_of
from parsers.document import Box, Cell, Line, Place
from tests.grids import table_of


def cell(text: str) -> Cell:
    return Cell(text, 0, 0, lines=tuple(Line(line) for line in text.split("\n")))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Hạ tầng dùng\nchung", [("Hạ tầng dùng chung", (0, 1), False)], id="a line that goes on"),
        pytest.param("Hạ tầng (\nMáy", [("Hạ tầng ( Máy", (0, 1), False)], id="a capital after a bracket"),
        pytest.param("Có LMS,\nPhần mềm", [("Có LMS, Phần mềm", (0, 1), False)], id="a capital after a comma"),
        pytest.param("Dạy-\nHọc", [("Dạy- Học", (0, 1), False)], id="a capital after a dash"),
        pytest.param("máy - mạng", [("máy - mạng", (0,), False)], id="a dash between words"),
        pytest.param("Từ 5 - 7 phòng", [("Từ 5 - 7 phòng", (0,), False)], id="a range"),
        pytest.param("Hạ tầng\n\nchung", [("Hạ tầng chung", (0, 1, 2), False)], id="an empty line between"),
        pytest.param(
            "Hạ tầng:\n- Máy\nchiếu\n- Mạng",
            [("Hạ tầng:", (0,), False), ("Máy chiếu", (1, 2), True), ("Mạng", (3,), True)],
            id="a title and its list, an item going on",
        ),
        pytest.param("- Máy\nMạng", [("Máy Mạng", (0, 1), True)], id="a capital within an item"),
        pytest.param("Hạ tầng\nMáy", [("Hạ tầng", (0,), False), ("Máy", (1,), False)], id="a line anew"),
        pytest.param(
            "1. Máy\n2. Mạng\nlan", [("1. Máy", (0,), False), ("2. Mạng lan", (1, 2), False)], id="numbered lines"
        ),
        pytest.param("a) Máy\nb) mạng", [("Máy", (0,), True), ("mạng", (1,), True)], id="lettered lines"),
        pytest.param("(1) Máy\n(2) mạng", [("Máy", (0,), True), ("mạng", (1,), True)], id="numbers in brackets"),
        pytest.param(
            "Hạ tầng: - Máy; + Mạng",
            [("Hạ tầng:", (0,), False), ("Máy;", (0,), True), ("Mạng", (0,), True)],
            id="a list within a line",
        ),
        pytest.param(
            "Hạ tầng: a) Máy", [("Hạ tầng:", (0,), False), ("Máy", (0,), True)], id="the first of a lettered list"
        ),
        pytest.param("Hạ tầng (a) chung", [("Hạ tầng (a) chung", (0,), False)], id="a letter within a sentence"),
        pytest.param("Hạ tầng - Máy", [("Hạ tầng", (0,), False), ("Máy", (0,), True)], id="a dash before a capital"),
        pytest.param("Có: <br> - máy", [("Có:", (0,), False), ("máy", (0,), True)], id="left of a web page"),
        pytest.param("- Máy - Mạng", [("Máy", (0,), True), ("Mạng", (0,), True)], id="two items in a line"),
        pytest.param("dùng\nLMS", [("dùng", (0,), False), ("LMS", (1,), False)], id="capitals, no boxes known"),
    ],
)
def test_pieces_of_a_title_cell(text: str, pieces: list[tuple[str, tuple[int, ...], bool]]) -> None:
    assert list(pieces_of(cell(text))) == pieces


def boxed(above: float, here: str, room: float = 100.0) -> Cell:
    """A cell of that width; its first line as wide as `above`, its second one `here` with 5 points a letter."""
    first = Line("Triển khai phần mềm", 1, Box(10, 0, 10 + above, 12))
    second = Line(here, 1, Box(10, 14, 10 + 5 * len(here), 26))
    return Cell(f"{first.text}\n{here}", 0, 0, place=Place(box=Box(5, 0, 5 + room, 40)), lines=(first, second))


@pytest.mark.parametrize(
    ("given", "count"),
    [
        pytest.param(boxed(80, "LMS/LCMS: giao bài"), 2, id="a word that a colon follows begins an item"),
        pytest.param(boxed(80, "LMS cho học sinh"), 1, id="no room was left for the word"),
        pytest.param(boxed(72, "LMS cho học sinh"), 1, id="room for the word, none for the margins"),
        pytest.param(boxed(71, "LMS cho học sinh"), 2, id="it would have found room"),
        pytest.param(boxed(85, "LM cho học sinh"), 1, id="two capitals"),
        pytest.param(boxed(80, "Phần mềm"), 2, id="a capital alone begins anew even so"),
        pytest.param(boxed(90, "A"), 2, id="one capital is no word of capitals"),
        pytest.param(boxed(70, "LMS cho học sinh", room=98.0), 1, id="a narrower cell"),
    ],
)
def test_capitals_that_found_no_room_on_the_line_before(given: Cell, count: int) -> None:
    assert len(list(pieces_of(given))) == count


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nhóm 1", True), ("NHÓM tiêu chí II", True), ("I. Nhóm dạy học", True), ("2) Nhóm 2", True),
        ("  Nhóm 1", True),
        ("Nhóm trưởng chuyên môn", False), ("Các nhóm", False), ("Nhóml", False), ("Chia nhóm 1", False),
    ],
)  # fmt: skip
def test_a_title_that_says_that_it_is_a_group(text: str, named: bool) -> None:
    assert names_group(text) is named


ROLES = (Role.NUMBER, Role.TITLE, Role.MAXIMUM, Role.SCORE, Role.EVIDENCE)
COLUMNS = Columns({at: Head(role, "") for at, role in enumerate(ROLES)}, frozenset({0}), len(ROLES))


def rows(*lines: str) -> list[tuple]:
    table = table_of("| TT | Tiêu chí | Tối đa | Điểm | Minh chứng |", *lines)
    found = segments_of(rows_of(table, 0, COLUMNS), [COLUMNS])
    return [(one.row, one.text, one.label, one.first, one.listed, one.group) for one in found]


@pytest.mark.parametrize(
    ("line", "segments"),
    [
        pytest.param("| 1.4 | Học liệu | 10 | 8 | |", [(0, "Học liệu", (1, 4), True, False, False)], id="a row"),
        pytest.param("| | Học liệu | 10 | 8 | |", [(0, "Học liệu", None, True, False, False)], id="no label"),
        pytest.param("| | 1.4. Học | 10 | 8 | |", [(0, "Học", (1, 4), True, False, False)], id="in its title"),
        pytest.param(
            "| 1.5 | 1.4. Học | 10 | 8 | |", [(0, "Học", (1, 5), True, False, False)], id="its own column first"
        ),
        pytest.param("| | Nhóm 1 | 100 | 73 | |", [(0, "", (1,), True, False, True)], id="a group by its number alone"),
        pytest.param("| 1.4 | | 10 | 8 | |", [(0, "", (1, 4), True, False, False)], id="a label alone"),
        pytest.param("| | | 10 | 8 | |", [], id="neither label nor title"),
        pytest.param(
            "| 1.7 | Hạ tầng:\\n- Máy\\nb) Mạng | 20 | 8 | |",
            [
                (0, "Hạ tầng:", (1, 7), True, False, False),
                (0, "Máy", None, False, True, False),
                (0, "Mạng", None, False, True, False),
            ],
            id="the label is the first segment's",
        ),
    ],
)  # fmt: skip
def test_segments_of_a_row(line: str, segments: list[tuple]) -> None:
    assert rows(line) == segments


def test_rows_are_counted_below_the_heading() -> None:
    assert [one[0] for one in rows("| 1.4 | Học liệu | 10 | 8 | |", "| 1.5 | Thi | 20 | 9 | |")] == [0, 1]


def test_the_figures_of_a_row_are_those_beside_its_title() -> None:
    table = table_of("| | | | | |", "| 1.4 | Học liệu 42 | 10 | 8\\nđạt\\n7,5 | 36 |")
    (segment,) = segments_of(rows_of(table, 0, COLUMNS), [COLUMNS])
    assert segment.figures == {Decimal(10), Decimal(8), Decimal("7.5")}
    (alone,) = segments_of(rows_of(table_of("| | | | | |", "| 1.4 | | 10 | 8 | 36 |"), 0, COLUMNS), [COLUMNS])
    assert (alone.figures, alone.lines, alone.cell) == ({Decimal(10), Decimal(8)}, (), None)


def test_a_segment_knows_its_cell_and_its_lines() -> None:
    (row,) = rows_of(table_of("| | | | | |", "| 1.7 | Hạ tầng\\nchung:\\n- Máy | 20 | 8 | |"), 0, COLUMNS)
    found = segments_of([row], [COLUMNS])
    assert [(one.cell, one.lines) for one in found] == [(row.cells[1], (0, 1)), (row.cells[1], (2,))]


def test_where_a_line_is_not_known_capitals_begin_anew() -> None:
    given = boxed(80, "LMS cho học sinh")
    first, second = given.lines
    for lines in ((first._replace(box=None), second), (first, second._replace(box=None)), (first,)):
        assert len(list(pieces_of(replace(given, lines=lines)))) == 2
    assert len(list(pieces_of(replace(given, place=Place())))) == 2


def listed(text: str, *lefts: float, confidence: float) -> Cell:
    """A cell of which each line begins so far to the right."""
    lines = tuple(
        Line(line, 1, Box(left, 12.0 * at, 200, 12.0 * at + 10))
        for at, (line, left) in enumerate(zip(text.split("\n"), lefts, strict=True))
    )
    return Cell(text, 0, 0, place=Place(1, box=Box(5, 0, 210, 60)), lines=lines, confidence=confidence)


@pytest.mark.parametrize(
    ("text", "lefts", "confidence", "pieces"),
    [
        pytest.param("- Máy\nMạng", (10, 10), 0.9, ["Máy Mạng"], id="no room for a bullet"),
        pytest.param("- Máy\nmạng", (10, 16), 0.9, ["Máy mạng"], id="it does not begin anew"),
        pytest.param("- Máy\nMạng", (10, 16), 1.0, ["Máy Mạng"], id="a digital file loses none"),
        pytest.param("- Máy\nMạng", (10, 16), 0.9, ["Máy", "Mạng"], id="lost in a picture"),
        pytest.param("- Máy\nMạng\nlan", (10, 16, 10), 0.9, ["Máy", "Mạng lan"], id="lost, and a line that goes on"),
    ],
)
def test_a_bullet_lost_in_a_picture(text: str, lefts: tuple[float, ...], confidence: float, pieces: list[str]) -> None:
    assert [piece for piece, _, _ in pieces_of(listed(text, *lefts, confidence=confidence))] == pieces
