"""What a page's end does to a table: sides alone, a line too many, room that rows did not use, heads without rows."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.parsers.pdf_kit import grids, line, pdf, ruled, tables, write

HEAD = ["No", "Criterion", "Score", "Evidence"]
ROW = ["1.4", "Materials", "10", "web"]
NEXT = ["1.5", "Tests", "12", "room"]


def with_low_text(c: Canvas) -> None:
    """A page whose text goes further down than any table does."""
    write(c, 50, 100, "A page of text before the table, with other margins.")
    write(c, 50, 790, "Its last line stands low.")


@pytest.mark.parametrize(
    ("first", "found"),
    [
        pytest.param(["Year", "Target", "Points", "Remark"], 2, id="words in all columns are another heading"),
        pytest.param(NEXT, 1, id="a row with figures is a row of the table above"),
        pytest.param(["", "more text", "", ""], 1, id="a row with empty cells is too"),
    ],
)
def test_what_begins_a_page_though_the_page_before_had_room_for_it(first: list[str], found: int) -> None:
    data = pdf(
        with_low_text,
        lambda c: ruled(c, [HEAD, ROW, NEXT], top=600, step=40),
        lambda c: ruled(c, [first, ["1.6", "Staff", "7", ""]], top=60, step=40),
    )
    assert len(grids(data)) == found


def standing(c: Canvas, edges: list[float], texts: list[str]) -> None:
    """A page of standing rulings, with lines of one column between them."""
    for x in edges:
        line(c, x, 60, x, 740)
    for n, text in enumerate(texts):
        write(c, edges[-2] + 4, 73 + 12 * n, text)


def open_below(c: Canvas) -> None:
    """Two rows; the second one's end is not drawn."""
    ruled(c, [HEAD, ["1.4", "Materials", "10", "a list"]], top=680, step=30)


@pytest.mark.parametrize(
    ("edges", "found"),
    [
        pytest.param([50, 130, 370], 2, id="other columns"),
        pytest.param([50, 130, 210, 290, 370], 1, id="the table's columns"),
    ],
)
def test_a_page_of_which_only_the_sides_of_cells_are_drawn(edges: list[float], found: int) -> None:
    data = pdf(
        open_below,
        lambda c: standing(c, edges, ["of many", "documents"]),
        lambda c: ruled(c, [["", "", "", "of the school"], NEXT], top=60, step=30),
    )
    assert len(grids(data)) == found


@pytest.mark.parametrize(
    ("top", "x", "is_in"),
    [
        pytest.param(776, 134, False, id="a line further down"),
        pytest.param(766, 150, False, id="a line that stands elsewhere"),
        pytest.param(766, 134, True, id="a line as far down as lines are apart, where the cell's lines begin"),
    ],
)
def test_a_line_below_the_end_of_a_cut_cell(top: float, x: float, is_in: bool) -> None:
    def draw(c: Canvas) -> None:
        ruled(c, [HEAD, ["1.4", "Materials\nthat are", "10", "web"]], top=701, step=28)
        write(c, x, top, "digital")

    cells = {cell[:2]: cell[4] for cell in tables(pdf(draw))[0]}
    assert ("digital" in cells[1, 1]) is is_in


def rows_between(c: Canvas, rows: list[list[str]], top: float, *, sides: bool = False) -> None:
    """Rows with rulings between them alone, or with the table's sides as well."""
    xs = (50, 90, 330, 390)
    for n in range(len(rows) + 1):
        line(c, 46, top + 30 * n, 450, top + 30 * n)
    for x in (46, 450) if sides else ():
        line(c, x, top, x, top + 30 * len(rows))
    for n, row in enumerate(rows):
        for x, text in zip(xs, row, strict=True):
            if text:
                write(c, x, top + 19 + 30 * n, text)


MANY = [[f"1.{n}", f"Materials of the kind {n}", "10", str(n)] for n in range(1, 9)]
HEADS = ["No", "Criterion", "Max", "Score"]


@pytest.mark.parametrize("sides", [pytest.param(False, id="rows alone"), pytest.param(True, id="a frame about them")])
def test_an_empty_row_between_rulings_is_a_row(sides: bool) -> None:
    rows = [HEADS, *MANY[:4], [""] * 4, *MANY[4:]]
    assert grids(pdf(lambda c: rows_between(c, rows, 100, sides=sides))) == [rows]


@pytest.mark.parametrize("sides", [pytest.param(False, id="rows alone"), pytest.param(True, id="a frame about them")])
def test_heads_at_a_pages_foot_stand_in_the_columns_of_the_next_page(sides: bool) -> None:
    data = pdf(
        lambda c: rows_between(c, [HEADS], 710, sides=sides),
        lambda c: rows_between(c, MANY, 60, sides=sides),
    )
    assert grids(data) == [[HEADS, *MANY]]


def test_a_row_that_the_page_cuts_without_a_ruling_is_the_tables() -> None:
    def first(c: Canvas) -> None:
        rows_between(c, [HEADS, *MANY[:4]], 580)
        for x, text in zip((50, 90, 330, 390), ["1.5", "Materials that are", "10", "5"], strict=True):
            write(c, x, 580 + 30 * 5 + 19, text)

    def second(c: Canvas) -> None:
        write(c, 90, 60, "of the kind 5")
        rows_between(c, MANY[5:], 73)

    (found,) = grids(pdf(first, second))
    assert found == [HEADS, *MANY[:4], ["1.5", "Materials that are\nof the kind 5", "10", "5"], *MANY[5:]]


def test_a_page_number_close_above_a_table_is_none_of_its_rows() -> None:
    def second(c: Canvas) -> None:
        write(c, 297, 54, "2")
        rows_between(c, MANY[4:], 60)

    (found,) = grids(pdf(lambda c: rows_between(c, [HEADS, *MANY[:4]], 590), second))
    assert found == [HEADS, *MANY]


def test_words_in_all_columns_under_a_title_begin_another_table() -> None:
    rows = [
        HEADS,
        *MANY[:4],
        ["The same, continued", "", "", ""],
        ["Nr", "Other criterion", "Most", "Points"],
        *MANY[4:],
    ]
    assert grids(pdf(lambda c: rows_between(c, rows, 100))) == [rows[:5], rows[6:]]
