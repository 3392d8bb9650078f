"""What a page break did, told by how the table's whole rows look and by the space about the text at the break."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.parsers.pdf_kit import HEIGHT, fill, grids, line, paragraphs, pdf, ruled, tables, write

XS = (50, 90, 290, 350, 550)
FOOT = 740.0  # where the page's text ends
LINE, ROOM = 12.0, 4.0  # points: height of a line, space above the first and below the last
HEAD = ["No", "Criterion", "Score", "Evidence"]
WHOLE = [[f"1.{n}", f"Materials of the kind {n}", str(n), "Plan of the school\nLetter of May"] for n in range(1, 6)]
MORE = [[f"2.{n}", f"Tests of the kind {n}", str(n), "Plan of the school"] for n in range(1, 5)]

Rows = Sequence[Sequence[str]]


def height(row: Sequence[str], above: float = ROOM, below: float = ROOM) -> float:
    return above + below + LINE * max(text.count("\n") + 1 for text in row)


def table(c: Canvas, rows: Rows, top: float, *, cut_above: float = ROOM, cut_below: float = ROOM) -> None:
    """A table with all rulings; the first row's space above and the last one's below may be cut off."""
    at = top
    for n, row in enumerate(rows):
        above = cut_above if n == 0 else ROOM
        end = at + height(row, above, cut_below if n == len(rows) - 1 else ROOM)
        c.rect(XS[0], HEIGHT - end, XS[-1] - XS[0], end - at)
        for x, text in zip(XS, row, strict=False):
            for k, part in enumerate(text.split("\n")):
                write(c, x + 4, at + above + 9 + k * LINE, part)
        at = end
    for x in XS:
        line(c, x, top, x, at)


def whole_of(above: Rows, below: Rows, **cut: float) -> list[list[str]]:
    """The one table of two pages: `above` ends the first, `below` begins the second; heights of cut rows as told."""
    upper = {"cut_below": cut.get("foot", ROOM)}
    size = sum(map(height, above)) - ROOM + upper["cut_below"]
    data = pdf(
        lambda c: table(c, above, FOOT - size, **upper),
        lambda c: table(c, below, 60, cut_above=cut.get("head", ROOM)),
    )
    (found,) = grids(data)
    return found


UPPER = ["1.9", "Digital materials", "7", "Plan of the school"]
CASES = [
    pytest.param(["", "Others of them", "", ""], {}, False, id="a row without number that keeps a row's space"),
    pytest.param(["", "", "", "Website of it"], {"foot": 0.0, "head": 1.0}, True, id="a second paragraph, no space"),
    pytest.param(["", "", "", "Website of it"], {}, True, id="no other row holds evidence only"),
    pytest.param(["1.9", "More of them", "7", ""], {}, False, id="a new number is a new row"),
    pytest.param(
        ["", "(all subjects)", "", ""], {"foot": 0.0, "head": 1.0}, True, id="an aside, no space at the break"
    ),
    pytest.param(["1.10", "Staff", "5", "Website of it"], {"head": 7.0}, False, id="a sliver of the row before"),
]


@pytest.mark.parametrize(("below", "cut", "joins"), CASES)
def test_rows_at_a_break(below: list[str], cut: dict[str, float], joins: bool) -> None:
    both = ["\n".join(filter(None, pair)) for pair in zip(UPPER, below, strict=True)]
    rows = [both] if joins else [UPPER, below]
    lone = [["", "Others of all kinds", "", ""]] if below[1].startswith("Others") else []
    assert whole_of([HEAD, *WHOLE, *lone, UPPER], [below, *MORE], **cut) == [HEAD, *WHOLE, *lone, *rows, *MORE]


def test_a_second_figure_is_another_rows_where_cells_hold_one() -> None:
    items = [["", f"Item of the kind {n}", str(n), ""] for n in range(1, 5)]
    found = whole_of([HEAD, *WHOLE, *items], [["", "Another item of it", "3", ""], *MORE])
    assert found == [HEAD, *WHOLE, *items, ["", "Another item of it", "3", ""], *MORE]


def test_a_list_of_figures_goes_on_where_cells_hold_several() -> None:
    lists = [[f"1.{n}", "Software:\nfirst\nsecond", "3\n4\n5", "Plan"] for n in range(1, 6)]
    upper, rest = ["2.9", "Software:\nfirst", "3\n4", "Plan"], ["", "second\nthird", "5\n6", ""]
    whole = ["2.9", "Software:\nfirst\nsecond\nthird", "3\n4\n5\n6", "Plan"]
    assert whole_of([HEAD, *lists, upper], [rest, *lists], foot=0.0, head=1.0) == [HEAD, *lists, whole, *lists]


BLANK = ["", "", "", ""]
NOTE = ["", "Systems for teaching and\nlearning, which help to:", "", ""]


@pytest.mark.parametrize(
    ("above", "below", "joined", "cut"),
    [
        pytest.param([UPPER], [BLANK, *MORE], [UPPER, BLANK], {}, id="a strip as high as a row"),
        pytest.param([BLANK, UPPER], [BLANK, *MORE], [BLANK, UPPER, BLANK], {}, id="a row without text, as others are"),
        pytest.param([["", "- of a kind", "-", ""]] * 2, [["", "- of others", "8", ""], *MORE],
                     [*[["", "- of a kind", "-", ""]] * 2, ["", "- of others", "8", ""]], {},
                     id="a dash and a figure are two rows'"),
        pytest.param([UPPER], [NOTE, *MORE], [UPPER, NOTE], {}, id="a paragraph alone, where no cell has two"),
    ],
)  # fmt: skip
def test_what_stands_below_a_break_is_a_row(above, below, joined, cut) -> None:
    assert whole_of([HEAD, *WHOLE, *above], below, **cut) == [HEAD, *WHOLE, *joined, *MORE]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        pytest.param(
            ["TT/", "Criterion", "School", "Evidence"], ["num", "", "gives", ""],
            ["TT/\nnum", "Criterion", "School\ngives", "Evidence"], id="small letters are the rest of heads",
        ),
    ],
)  # fmt: skip
def test_a_heading_of_one_row_that_the_break_cuts_is_one(upper, lower, whole) -> None:
    assert whole_of([upper], [lower, *WHOLE, *MORE], foot=0.0, head=1.0)[0] == whole


def groups(c: Canvas, top: float, sizes: Sequence[tuple[str, int]], first: int) -> None:
    """Rows of 20 points with an item and a figure each, a number merged over each group of them."""
    count = sum(size for _, size in sizes)
    starts = [0]
    for _, size in sizes:
        starts.append(starts[-1] + size)
    for n in range(count + 1):
        line(c, XS[0] if n in starts else XS[1], top + 20 * n, XS[3], top + 20 * n)
    for x in XS[:4]:
        line(c, x, top, x, top + 20 * count)
    for start, (number, _) in zip(starts, sizes, strict=False):
        write(c, XS[0] + 4, top + 13 + 20 * start, number)
    for n in range(count):
        write(c, XS[1] + 4, top + 13 + 20 * n, f"- item number {first + n}")
        write(c, XS[2] + 4, top + 13 + 20 * n, str(first + n))


@pytest.mark.parametrize(
    ("upper", "lower", "spans"),
    [
        pytest.param(2, 1, [3, 3, 3, 3], id="one row of a group below the break"),
        pytest.param(1, 1, [3, 3, 2, 3], id="one row on either side"),
        pytest.param(1, 2, [3, 3, 3, 3], id="one row above the break"),
    ],
)
def test_a_number_over_several_items_goes_on_over_the_break(upper: int, lower: int, spans: list[int]) -> None:
    data = pdf(
        lambda c: groups(c, FOOT - 20 * (6 + upper), [("1.1", 3), ("1.2", 3), ("1.3", upper)], 1),
        lambda c: groups(c, 60, [("", lower), ("1.4", 3)], 7 + upper),
    )
    (cells,) = tables(data)
    assert [cell[2] for cell in cells if cell[1] == 0] == spans
    assert [cell[4] for cell in cells if cell[1] == 1] == [f"- item number {n}" for n in range(1, sum(spans) + 1)]


def test_a_group_that_was_kept_whole_goes_on_with_the_table() -> None:
    data = pdf(
        lambda c: groups(c, FOOT - 100, [("1.1", 3)], 1),  # 40 points are left, a row needs 20, the group 80
        lambda c: groups(c, 60, [("1.2", 4)], 4),
        lambda c: write(c, 50, FOOT, "The end"),
    )
    assert len(tables(data)) == 1


def test_a_heading_of_two_rows_is_one_though_the_break_parts_them() -> None:
    def first(c: Canvas) -> None:
        c.rect(XS[0], HEIGHT - FOOT, XS[-1] - XS[0], 30)
        for x in (XS[1], XS[3]):
            line(c, x, FOOT - 30, x, FOOT)
        for x, text in zip((XS[0], XS[1], XS[3]), ("No", "Points", "Evidence"), strict=True):
            write(c, x + 4, FOOT - 15, text)

    (cells,) = tables(pdf(first, lambda c: table(c, [["", "most", "own", ""], *MORE], 60)))
    assert cells[:5] == [
        (0, 0, 2, 1, "No"), (0, 1, 1, 2, "Points"), (0, 3, 2, 1, "Evidence"), (1, 1, 1, 1, "most"), (1, 2, 1, 1, "own"),
    ]  # fmt: skip


def test_merged_cells_reach_down_to_a_last_row_drawn_without_them() -> None:
    def draw(c: Canvas) -> None:
        groups(c, 100, [("1.1", 3), ("1.2", 2)], 1)
        for (x0, y0), (x1, y1) in pairwise([(XS[1], 200), (XS[1], 220), (XS[3], 220), (XS[3], 200)]):
            line(c, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        line(c, XS[2], 200, XS[2], 220)
        write(c, XS[1] + 4, 213, "- item number 6")
        write(c, XS[2] + 4, 213, "6")

    (cells,) = tables(pdf(draw))
    assert [cell[:4] for cell in cells if cell[1] == 0] == [(0, 0, 3, 1), (3, 0, 3, 1)]


def test_a_row_alone_at_the_foot_is_the_tables_though_columns_are_read_before_it() -> None:
    def first(c: Canvas) -> None:
        for n, (left, right) in enumerate([("Receivers:", "HEAD OF THE SCHOOL"), ("- the board", "(signed)")]):
            write(c, 50, 600 + 14 * n, left)
            write(c, 400, 600 + 14 * n, right)
        write(c, 420, 690, "Appendix")
        c.rect(XS[0], HEIGHT - FOOT, XS[-1] - XS[0], 20)
        write(c, XS[0] + 4, FOOT - 7, "Group 1")

    data = pdf(first, lambda c: table(c, MORE, 60))
    (cells,) = tables(data)
    assert cells[0] == (0, 0, 1, 4, "Group 1")
    assert "Group 1" not in paragraphs(data)


def test_merged_cells_that_are_not_drawn_at_the_top_of_a_page_go_on() -> None:
    def second(c: Canvas) -> None:
        for x0, x1, top, end in ((XS[1], XS[3], 60, 100), (XS[0], XS[3], 100, 160)):
            c.rect(x0, HEIGHT - end, x1 - x0, end - top)
        line(c, XS[1], 80, XS[3], 80)
        line(c, XS[2], 60, XS[2], 100)
        for top in (60, 80):
            write(c, XS[1] + 4, top + 13, "- item of the kind")
            write(c, XS[2] + 4, top + 13, "4")
        groups(c, 100, [("1.4", 3)], 20)

    data = pdf(lambda c: groups(c, FOOT - 160, [("1.1", 3), ("1.2", 3), ("1.3", 2)], 1), second)
    (cells,) = tables(data)
    assert [cell[2] for cell in cells if cell[1] == 0] == [3, 3, 4, 3]


def test_a_column_of_one_cell_that_the_breaks_leave_open_is_the_tables() -> None:
    def draw(c: Canvas) -> None:
        for n in range(4):
            c.rect(100, HEIGHT - 120 - 20 * n, 200, 20)
            write(c, 104, 113 + 20 * n, f"Row {n}")
            write(c, 204, 113 + 20 * n, str(n))
        line(c, 200, 100, 200, 180)
        line(c, 60, 100, 60, 180)
        write(c, 64, 140, "Group")

    (cells,) = tables(pdf(draw))
    assert cells[0] == (0, 0, 4, 1, "Group")


def low(c: Canvas, step: float) -> None:
    """Two rows at the top of a page, the first of them empty and of its own height."""
    for y in (60, 60 + step, 80 + step):
        line(c, 50, y, 290, y)
    for x in (50, 130, 210, 290):
        line(c, x, 60, x, 80 + step)
    fill(c, [["4", "d", "8"]], top=60 + step)


def test_a_strip_too_low_for_a_line_is_the_rest_of_the_row_above_it() -> None:
    above = [["1", "a", "5"], ["2", "b", "6"], ["3", "c", "7"]]
    pages = [lambda c: ruled(c, above, top=FOOT - 60), lambda c: low(c, 9), lambda c: write(c, 50, FOOT + 17, "End")]
    assert grids(pdf(*pages)) == [[*above, ["4", "d", "8"]]]
