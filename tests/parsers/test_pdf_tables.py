"""Ruled tables of a PDF, whatever they are drawn with."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.parsers.pdf_kit import (
    HEIGHT,
    dashes,
    double,
    fill,
    grids,
    line,
    paragraphs,
    pdf,
    ruled,
    tables,
    thin_rectangle,
    write,
)

ROWS = [["No", "Criterion", "Score"], ["1.4", "Materials", "10"], ["1.5", "Tests", ""], ["1.6", "Staff", "20"]]


def cell_boxes(canvas: Canvas) -> None:
    """Every cell a rectangle of its own."""
    for r in range(4):
        for c in range(3):
            canvas.rect(50 + c * 80, HEIGHT - 100 - (r + 1) * 20, 80, 20)
    fill(canvas, ROWS)


def shaded(canvas: Canvas) -> None:
    """No rulings at all, each cell shaded."""
    for r in range(4):
        for c in range(3):
            canvas.setFillGray(0.9 if (r + c) % 2 else 0.8)
            canvas.rect(50 + c * 80, HEIGHT - 100 - (r + 1) * 20, 80, 20, stroke=0, fill=1)
    canvas.setFillGray(0)
    fill(canvas, ROWS)


def open_sides(canvas: Canvas) -> None:
    """No ruling at the left and the right."""
    for n in range(5):
        line(canvas, 50, 100 + n * 20, 290, 100 + n * 20)
    for x in (130, 210):
        line(canvas, x, 100, x, 180)
    fill(canvas, ROWS)


def in_a_form(canvas: Canvas) -> None:
    """Drawn once and placed by a matrix."""
    canvas.beginForm("table")
    ruled(canvas, ROWS, x=40, top=80)
    canvas.endForm()
    canvas.translate(10, -20)
    canvas.doForm("table")


def overshooting(canvas: Canvas) -> None:
    """Rulings that end a little before or after their crossing."""
    for n in range(5):
        line(canvas, 48.5, 100 + n * 20, 291, 100 + n * 20)
    for n in range(4):
        line(canvas, 50 + n * 80, 101, 50 + n * 80, 178.8)
    fill(canvas, ROWS)


def clipped(canvas: Canvas) -> None:
    """Long rulings that a clip path cuts to the table's size."""
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(49, HEIGHT - 181, 242, 82)
    canvas.clipPath(path, stroke=0)
    for n in range(5):
        line(canvas, 10, 100 + n * 20, 500, 100 + n * 20)
    for n in range(4):
        line(canvas, 50 + n * 80, 60, 50 + n * 80, 400)
    canvas.restoreState()
    fill(canvas, ROWS)


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(lambda c: ruled(c, ROWS), id="strokes"),
        pytest.param(lambda c: ruled(c, ROWS, draw=thin_rectangle), id="thin rectangles"),
        pytest.param(lambda c: ruled(c, ROWS, draw=dashes), id="dashes"),
        pytest.param(lambda c: ruled(c, ROWS, draw=double), id="double lines"),
        pytest.param(cell_boxes, id="a rectangle for each cell"),
        pytest.param(shaded, id="shading alone"),
        pytest.param(open_sides, id="no rulings at the sides"),
        pytest.param(in_a_form, id="a form placed by a matrix"),
        pytest.param(overshooting, id="rulings that do not quite meet"),
        pytest.param(clipped, id="a clip path that cuts the rulings"),
    ],
)
def test_a_table_is_the_same_however_it_is_ruled(draw) -> None:
    assert grids(pdf(draw)) == [ROWS]


def test_cells_merged_both_ways_are_one_cell_each() -> None:
    def draw(c: Canvas) -> None:
        for y, x0, x1 in ((100, 50, 370), (120, 130, 370), (140, 50, 370), (160, 50, 370)):
            line(c, x0, y, x1, y)
        for x, y0, y1 in ((50, 100, 160), (130, 100, 140), (210, 120, 160), (290, 100, 140), (370, 100, 160)):
            line(c, x, y0, x, y1)
        fill(c, [["A", "B", "", "C"], ["", "D", "E", "F"], ["G", "", "H", ""]])

    assert tables(pdf(draw)) == [
        [
            (0, 0, 2, 1, "A"),
            (0, 1, 1, 2, "B"),
            (0, 3, 1, 1, "C"),
            (1, 1, 1, 1, "D"),
            (1, 2, 1, 1, "E"),
            (1, 3, 1, 1, "F"),
            (2, 0, 1, 2, "G"),
            (2, 2, 1, 2, "H"),
        ]
    ]


def test_tables_of_a_page_stay_apart_and_in_order() -> None:
    def draw(c: Canvas) -> None:
        ruled(c, [["a", "b"], ["c", "d"]], x=50, top=100)
        ruled(c, [["e", "f"], ["g", "h"]], x=300, top=100)
        write(c, 50, 180, "between")
        ruled(c, [["i", "j"], ["k", "l"]], x=50, top=200)

    data = pdf(draw)
    assert grids(data) == [[["a", "b"], ["c", "d"]], [["e", "f"], ["g", "h"]], [["i", "j"], ["k", "l"]]]
    assert paragraphs(data) == ["between"]


def test_a_table_within_a_page_frame_is_the_table() -> None:
    def draw(c: Canvas) -> None:
        c.rect(20, 20, 560, 760)
        line(c, 20, 60, 580, 60)
        ruled(c, ROWS)

    assert grids(pdf(draw)) == [ROWS]


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(lambda c: (c.rect(40, HEIGHT - 130, 300, 50), write(c, 50, 100, "Note")), id="a framed note"),
        pytest.param(lambda c: (write(c, 50, 100, "Title"), line(c, 50, 102, 75, 102)), id="underlined text"),
        pytest.param(
            lambda c: (write(c, 50, 100, "Text"), line(c, 30, 60, 570, 60), line(c, 30, 740, 570, 740)),
            id="lines at a page's head and foot",
        ),
        pytest.param(
            lambda c: (
                [line(c, 50, 100 + 20 * n, 450, 100 + 20 * n) for n in range(8)],
                [line(c, 50 + 40 * n, 100, 50 + 40 * n, 240) for n in range(11)],
                [write(c, 55 + 40 * n, 235, str(n)) for n in range(3)],
            ),
            id="the lines behind a chart",
        ),
        pytest.param(
            lambda c: [
                (
                    c.setFillGray(0.8),
                    c.rect(50, HEIGHT - 104 - n * 14, 200, 14, stroke=0, fill=1),
                    c.setFillGray(0),
                    write(c, 50, 100 + 14 * n, "shaded text that runs on"),
                )
                for n in range(3)
            ],
            id="shading behind lines of text",
        ),
    ],
)
def test_rulings_that_make_no_table_make_none(draw) -> None:
    data = pdf(draw)
    assert grids(data) == []
    assert paragraphs(data) != []


def test_text_run_together_across_a_ruling_is_cut_there() -> None:
    def draw(c: Canvas) -> None:
        ruled(c, [["", ""], ["", ""]])
        write(c, 106.5, 113, "1250", size=10)
        write(c, 131.2, 113, "1400", size=10)

    assert grids(pdf(draw))[0][0] == ["1250", "1400"]


def test_a_word_that_sticks_out_of_its_cell_stays_whole() -> None:
    def draw(c: Canvas) -> None:
        ruled(c, [["", ""], ["", ""]])
        write(c, 60, 113, "Extraordinarily", size=12)

    assert grids(pdf(draw))[0][0] == ["Extraordinarily", ""]


def test_a_cells_lines_have_their_own_boxes() -> None:
    from parsers.document import Table
    from tests.parsers.pdf_kit import seen

    data = pdf(lambda c: ruled(c, [["5\n6", "first\nsecond"], ["", ""]], step=40))
    table = next(block for block in seen(data).blocks if isinstance(block, Table))
    scores, items = table.cells[0].lines, table.cells[1].lines
    assert [(one.text, other.text) for one, other in zip(scores, items, strict=True)] == [
        ("5", "first"),
        ("6", "second"),
    ]
    assert all(one.box and other.box and one.box.top == other.box.top for one, other in zip(scores, items, strict=True))
