"""A table that a page break cuts: between rows, within a row, within a line of a cell, within a merged cell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from parsers.document import Table
from tests.parsers.pdf_kit import HEIGHT, grids, line, paragraphs, pdf, ruled, seen, tables, write

HEAD = ["No", "Criterion", "Score", "Evidence"]
FOOT = 740.0  # where the page's text ends


def at_the_foot(rows: Sequence[list[str]], step: float = 40):
    """A page whose table ends where the page's text ends."""
    return lambda c: ruled(c, list(rows), top=FOOT - step * len(rows), step=step)


def at_the_top(rows: Sequence[list[str]], step: float = 40):
    return lambda c: ruled(c, list(rows), top=60, step=step)


def joined(above: Sequence[list[str]], below: Sequence[list[str]]) -> list[list[list[str]]]:
    return grids(pdf(at_the_foot(above), at_the_top(below)))


ROW = ["1.4", "Materials that\nare digital", "10", "Address: web"]

CASES = [
    pytest.param([HEAD, ROW], [["1.5", "Tests", "12", ""]], [HEAD, ROW, ["1.5", "Tests", "12", ""]], id="a new row"),
    pytest.param(
        [HEAD, ROW], [HEAD, ["1.5", "Tests", "12", ""]], [HEAD, ROW, ["1.5", "Tests", "12", ""]], id="repeated heading"
    ),
    pytest.param(
        [HEAD, ROW],
        [["", "- share of staff", "7", ""]],
        [HEAD, ROW, ["", "- share of staff", "7", ""]],
        id="an item of its own, with a score, though it has no number",
    ),
    pytest.param(
        [HEAD, ["", "x", "1", "a"]],
        [["", "y", "2", ""]],
        [HEAD, ["", "x", "1", "a"], ["", "y", "2", ""]],
        id="short values are rows",
    ),
    pytest.param(
        [HEAD, ["1.4", "Materials that", "10", ""]],
        [["", "More of them", "", "Address: web"]],
        [HEAD, ["1.4", "Materials that", "10", ""], ["", "More of them", "", "Address: web"]],
        id="a cell's text begins with the cell, so this is a row",
    ),
    pytest.param(
        [HEAD, ["", "Materials that", "", "Address:\nthe school's own"]],
        [["1.4", "are digital", "10", ""]],
        [HEAD, ["1.4", "Materials that\nare digital", "10", "Address:\nthe school's own"]],
        id="figures in the middle of the row's height are below the break",
    ),
    pytest.param(
        [HEAD, ["TC 1.3", "Software", "30", ""], ["TC", "Materials that", "10", ""]],
        [["1.4", "are digital", "", ""], ["TC 1.5", "Tests", "12", ""]],
        [
            HEAD,
            ["TC 1.3", "Software", "30", ""],
            ["TC\n1.4", "Materials that\nare digital", "10", ""],
            ["TC 1.5", "Tests", "12", ""],
        ],
        id="a number that the line's end cuts",
    ),
    pytest.param(
        [HEAD, ["1.4", "Materials that", "10", "Address: web"]],
        [["", "are digital", "", ""], ["1.5", "Tests", "12", ""]],
        [HEAD, ["1.4", "Materials that\nare digital", "10", "Address: web"], ["1.5", "Tests", "12", ""]],
        id="a sentence that goes on",
    ),
    pytest.param(
        [HEAD, ["2.1", "Committee", "", "- Board\nof the school"]],
        [["", "", "", "set up in May"]],
        [HEAD, ["2.1", "Committee", "", "- Board\nof the school\nset up in May"]],
        id="only the evidence goes on",
    ),
    pytest.param(
        [HEAD, ["2.3", "Software:\n- a first one", "5\n6", "seen"]],
        [["", "- a last one", "6", ""]],
        [HEAD, ["2.3", "Software:\n- a first one\n- a last one", "5\n6\n6", "seen"]],
        id="a list of items and of scores in one row",
    ),
    pytest.param(
        [HEAD, ["1.4", "Materials that", "10", "Address: web"]],
        [HEAD, ["", "are digital", "", ""]],
        [HEAD, ["1.4", "Materials that\nare digital", "10", "Address: web"]],
        id="a cut row below a repeated heading",
    ),
]


@pytest.mark.parametrize(("above", "below", "whole"), CASES)
def test_parts_of_a_table_on_two_pages_are_one_table(above, below, whole) -> None:
    assert joined(above, below) == [whole]


def test_cells_carry_the_page_on_which_their_text_begins_and_lines_their_own() -> None:
    data = pdf(
        at_the_foot([HEAD, ["1.4", "Materials that", "10", "Address: web"]]),
        at_the_top([["", "are digital", "", ""], ["1.5", "Tests", "12", ""]]),
    )
    (table,) = seen(data).blocks
    assert isinstance(table, Table)
    assert [cell.place.page for cell in table.cells] == [1] * 8 + [2] * 4
    assert [(line.text, line.page) for line in table.cells[5].lines] == [("Materials that", 1), ("are digital", 2)]


def test_a_table_over_many_pages_with_page_numbers_is_one_table() -> None:
    def page(number: int):
        def draw(c: Canvas) -> None:
            write(c, 300, 30, str(number))
            ruled(c, [HEAD, *([f"{number}.{n}", "Item", str(n), ""] for n in range(1, 16))], top=60, step=42)

        return draw

    data = pdf(*map(page, range(1, 6)))
    (table,) = grids(data)
    assert table == [HEAD, *([f"{p}.{n}", "Item", str(n), ""] for p in range(1, 6) for n in range(1, 16))]
    assert paragraphs(data, "header") == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(lambda c: (write(c, 50, 50, "Group 2"), at_the_top([["2.1", "b", "", ""]])(c)), id="text between"),
        pytest.param(lambda c: ruled(c, [["2.1", "b"], ["2.2", "c"]], top=60), id="other columns"),
    ],
)
def test_tables_that_do_not_go_on_stay_apart(second) -> None:
    assert len(grids(pdf(at_the_foot([HEAD, ROW]), second))) == 2


def test_a_new_table_after_half_an_empty_page_is_a_table_of_its_own() -> None:
    data = pdf(at_the_foot([HEAD, ROW]), at_the_top([HEAD, ROW]), at_the_top([["2", "b", "", ""], ["3", "c", "", ""]]))
    assert len(grids(data)) == 2


def test_a_cell_over_several_rows_goes_on_over_the_break() -> None:
    def part(c: Canvas, top: float, numbers: list[tuple[int, str]], rows: list[str]) -> None:
        """Three rows; in the first column only the rulings above the numbered ones."""
        for n in range(len(rows) + 1):
            start = 50 if n in {0, len(rows)} or n in dict(numbers) else 130
            line(c, start, top + 20 * n, 290, top + 20 * n)
        for x in (50, 130, 210, 290):
            line(c, x, top, x, top + 20 * len(rows))
        for n, text in numbers:
            write(c, 54, top + 13 + 20 * n, text)
        for n, text in enumerate(rows):
            write(c, 134, top + 13 + 20 * n, text)
            write(c, 214, top + 13 + 20 * n, str(n + 5))

    data = pdf(
        lambda c: part(c, FOOT - 80, [(0, "1"), (2, "2")], ["Item a", "Item b", "Item c", "Item d"]),
        lambda c: part(c, 60, [(1, "3")], ["Item e", "Item f", "Item g"]),
    )
    (cells,) = tables(data)
    assert [(cell[0], cell[2], cell[4]) for cell in cells if cell[1] == 0] == [(0, 2, "1"), (2, 3, "2"), (5, 2, "3")]


def test_a_heading_row_merged_across_all_columns_at_the_top_of_a_page() -> None:
    def second(c: Canvas) -> None:
        c.rect(50, HEIGHT - 100, 320, 40)
        write(c, 54, 75, "Group 2")
        ruled(c, [["2.1", "Board", "", "seen"]], top=100, step=40)

    (cells,) = tables(pdf(at_the_foot([HEAD, ROW]), second))
    assert cells[8:] == [
        (2, 0, 1, 4, "Group 2"),
        (3, 0, 1, 1, "2.1"),
        (3, 1, 1, 1, "Board"),
        (3, 2, 1, 1, ""),
        (3, 3, 1, 1, "seen"),
    ]


def test_a_row_that_stands_alone_above_the_break_belongs_to_the_table_below() -> None:
    def first(c: Canvas) -> None:
        write(c, 50, 80, "Results of the year:")
        c.rect(50, HEIGHT - FOOT, 320, 40)
        write(c, 54, FOOT - 20, "Group 1")

    (cells,) = tables(pdf(first, at_the_top([["1.1", "Plan", "", "seen"], ["1.2", "Rules", "", "seen"]])))
    assert cells[0] == (0, 0, 1, 4, "Group 1")
    assert len(cells) == 9


def test_a_table_without_rulings_goes_on_over_the_break() -> None:
    def page(c: Canvas, top: float, rows: list[list[str]]) -> None:
        for r, row in enumerate(rows):
            for x, text in zip((50, 90, 330, 400), row, strict=True):
                write(c, x, top + r * 18, text)

    rows = [["No", "Criterion", "Max", "Score"], *([f"1.{n}", f"Materials {n}", "10", str(n)] for n in range(1, 13))]
    data = pdf(lambda c: page(c, 620, rows[:8]), lambda c: page(c, 60, rows[8:]))
    assert grids(data) == [rows]


def test_the_end_of_a_repeated_heading_that_its_row_has_no_room_for_joins_no_cell() -> None:
    rows = [["No", "Criterion", "Max", "School's own"], ["1.4", "Materials", "10", "9"], ["1.5", "Tests", "20", "12"]]

    def first(c: Canvas) -> None:
        ruled(c, rows, top=700, step=34)
        write(c, 294, 726, "score")

    def second(c: Canvas) -> None:
        ruled(c, [rows[0], ["1.6", "Staff", "20", "5"]], top=60, step=34)
        write(c, 294, 122, "score")

    (whole,) = grids(pdf(first, second))
    assert [row[3] for row in whole] == ["School's own\nscore", "9", "12", "5"]
