"""Heads, titles and totals of tables without rulings; tables one below the other; lone lines beside a page break."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportlab.pdfgen.canvas import Canvas

from parsers.document import Table
from tests.parsers.pdf_kit import HEIGHT, grids, line, paragraphs, pdf, seen, tables, write

XS = (50, 90, 330, 390, 450)
HEAD = ["No", "Criterion", "Max", "Score", "Level"]
ROWS = [[f"1.{n}", f"Materials of the kind {n}", "10", str(n), "2"] for n in range(1, 8)]


def spread(c: Canvas, rows: Sequence[Sequence[str]], top: float = 100) -> float:
    """Rows of texts; where they end."""
    for r, row in enumerate(rows):
        for x, text in zip(XS, row, strict=False):
            if text:
                write(c, x, top + r * 18, text)
    return top + 18 * len(rows)


def centred(c: Canvas, middle: float, top: float, text: str) -> None:
    write(c, middle - c.stringWidth(text, "Helvetica", 10) / 2, top, text)


def the_cells(draw) -> list[tuple[int, int, int, int, str]]:
    (cells,) = tables(pdf(draw))
    return cells


def test_a_title_wider_than_the_first_column_stands_over_all_columns() -> None:
    rows = [HEAD, ["1. Group of all the criteria"], *ROWS]
    assert (1, 0, 1, 5, "1. Group of all the criteria") in the_cells(lambda c: spread(c, rows))


def test_a_total_centred_over_empty_columns_spans_them() -> None:
    def draw(c: Canvas) -> None:
        end = spread(c, [HEAD, *ROWS])
        centred(c, (50 + 318) / 2, end, "Total of group 1")
        write(c, 390, end, "28")

    assert [cell for cell in the_cells(draw) if cell[0] == 8][:2] == [
        (8, 0, 1, 2, "Total of group 1"),
        (8, 2, 1, 1, ""),
    ]


def test_a_title_at_its_columns_left_spans_nothing() -> None:
    cells = the_cells(lambda c: spread(c, [HEAD, *ROWS, ["", "Total", "", "28", ""]]))
    assert [cell for cell in cells if cell[0] == 8][:2] == [(8, 0, 1, 1, ""), (8, 1, 1, 1, "Total")]


def test_heads_closer_than_columns_usually_are_stay_apart() -> None:
    def draw(c: Canvas) -> None:
        for x, text in zip((50, 90, 328), ("No", "Criterion", "Most"), strict=True):
            write(c, x, 82, text)
        write(c, 370, 82, "Own points")
        write(c, 370 + c.stringWidth("Own points", "Helvetica", 10) + 6, 82, "Level")
        spread(c, ROWS)

    assert [cell[4] for cell in the_cells(draw) if cell[0] == 0] == ["No", "Criterion", "Most", "Own points", "Level"]


def wide_head(c: Canvas) -> None:
    write(c, 50, 76, "No")
    write(c, 90, 76, "Criterion")
    centred(c, 373, 76, "Points of it")
    write(c, 450, 76, "Level")
    spread(c, [["", "", "Max", "Score", ""], *ROWS], 96)


def test_heads_beside_a_wide_one_are_two_rows_high() -> None:
    cells = the_cells(wide_head)
    assert [cell[:4] for cell in cells if cell[0] < 2] == [
        (0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (0, 4, 2, 1), (1, 2, 1, 1), (1, 3, 1, 1),
    ]  # fmt: skip


def test_a_rule_under_a_wide_head_parts_it_from_the_heads_below() -> None:
    def draw(c: Canvas) -> None:
        for at in (66, 108, *(126 + 18 * n for n in range(6))):
            line(c, 45, at, 490, at)
        line(c, 325, 85, 440, 85)
        write(c, 50, 80, "No")
        write(c, 90, 80, "Criterion")
        centred(c, 373, 80, "Points of it")
        write(c, 450, 80, "Level")
        spread(c, [["", "", "Max", "Score", ""]], 98)
        spread(c, ROWS[:6], 120)

    cells = the_cells(draw)
    assert [(cell[:4], cell[4]) for cell in cells if cell[0] < 2 and cell[1] in (2, 3)] == [
        ((0, 2, 1, 2), "Points of it"), ((1, 2, 1, 1), "Max"), ((1, 3, 1, 1), "Score"),
    ]  # fmt: skip


def test_a_head_alone_on_its_line_belongs_to_the_columns_below_it() -> None:
    def draw(c: Canvas) -> None:
        centred(c, 366, 82, "Points")
        spread(c, [HEAD, *ROWS])

    assert (0, 2, 1, 2, "Points") in the_cells(draw)


def test_the_same_heading_again_begins_another_table() -> None:
    def draw(c: Canvas) -> None:
        end = spread(c, [HEAD, *ROWS[:4]])
        write(c, 50, end, "II. Second group of criteria")
        spread(c, [HEAD, *ROWS[4:]], end + 18)

    data = pdf(draw)
    assert grids(data) == [[HEAD, *ROWS[:4]], [HEAD, *ROWS[4:]]]
    assert paragraphs(data) == ["II. Second group of criteria"]


def test_labels_set_in_two_ways_are_one_column() -> None:
    def draw(c: Canvas) -> None:
        for r, row in enumerate([HEAD, *ROWS]):
            marked = r and r % 2
            write(c, 75 if marked else 50, 100 + 18 * r, "a)" if marked else row[0])
            for x, text in zip((110, *XS[2:]), row[1:], strict=True):
                write(c, x, 100 + 18 * r, text)

    (table,) = grids(pdf(draw))
    assert [row[0] for row in table] == ["No", "a)", "1.2", "a)", "1.4", "a)", "1.6", "a)"]


def test_lone_lines_beside_a_break_are_the_tables_rows() -> None:
    def first(c: Canvas) -> None:
        end = spread(c, [HEAD, *ROWS], 580)
        write(c, 50, end, "2. Group of other criteria")

    def second(c: Canvas) -> None:
        write(c, 90, 60, "and what is left of it")
        spread(c, ROWS, 78)

    data = pdf(first, second)
    (table,) = (block for block in seen(data).blocks if isinstance(block, Table))
    assert [(cell.row, cell.column_span) for cell in table.cells if cell.text.startswith("2. Group")] == [(8, 5)]
    assert [(cell.row, cell.column) for cell in table.cells if cell.text == "and what is left of it"] == [(9, 1)]
    assert paragraphs(data) == []


def test_a_paragraph_below_a_table_stays_one_where_the_next_page_has_other_columns() -> None:
    def first(c: Canvas) -> None:
        end = spread(c, [HEAD, *ROWS], 580)
        write(c, 50, end, "What follows is another table:")

    def second(c: Canvas) -> None:
        for n in range(8):
            for x, text in zip((60, 200, 480), ("Year", f"Plan {n}", f"{n + 3}"), strict=True):
                write(c, x, 78 + 18 * n, text)

    assert paragraphs(pdf(first, second)) == ["What follows is another table:"]


def test_heads_alone_at_a_pages_foot_are_those_of_the_table_on_the_next() -> None:
    def first(c: Canvas) -> None:
        write(c, 50, 80, "Results of the school by criteria:")
        spread(c, [HEAD], 720)

    assert grids(pdf(first, lambda c: spread(c, ROWS, 60))) == [[HEAD, *ROWS]]


def test_a_title_above_a_heading_on_the_next_page_begins_another_table() -> None:
    def second(c: Canvas) -> None:
        write(c, 50, 60, "II. Second group of criteria")
        spread(c, [HEAD, *ROWS[:4]], 78)

    data = pdf(lambda c: spread(c, [HEAD, *ROWS], 580), second)
    assert grids(data) == [[HEAD, *ROWS], [HEAD, *ROWS[:4]]]
    assert paragraphs(data) == ["II. Second group of criteria"]


def test_shaded_heads_show_the_columns_of_the_rows_below_them() -> None:
    xs = (46, 86, 324, 382, 440, 500)

    def draw(c: Canvas) -> None:
        c.setFillGray(0.85)
        for left, right in pairwise(xs):
            c.rect(left, HEIGHT - 106, right - left, 20, stroke=0, fill=1)
        c.setFillGray(0)
        for x, text in zip(XS, HEAD, strict=False):
            write(c, x, 100, text)
        spread(c, ROWS, 118)

    assert grids(pdf(draw)) == [[HEAD, *ROWS]]
