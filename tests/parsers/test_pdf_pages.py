"""How a PDF's page is shown: turned, cropped, landscape; where things stand on it."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from parsers.document import Box, Paragraph, Table
from tests.parsers.pdf_kit import HEIGHT, WIDTH, cells, pdf, ruled, seen, write

ROWS = [["No", "Score"], ["1.4", "10"], ["1.5", "12"]]
TRUTH = [(r, c, 1, 1, text) for r, row in enumerate(ROWS) for c, text in enumerate(row)]


def report(c: Canvas) -> None:
    write(c, 50, 60, "Results of the year")
    ruled(c, ROWS)


def turned(quarters: int):
    def draw(c: Canvas) -> None:
        c.setPageRotation(quarters * 90)
        # Drawn so that it stands upright once the page is turned.
        if quarters == 1:
            c.translate(WIDTH, 0)
            c.rotate(90)
            c.translate(0, WIDTH - HEIGHT)
        elif quarters == 2:
            c.translate(WIDTH, HEIGHT)
            c.rotate(180)
        elif quarters == 3:
            c.translate(0, WIDTH)
            c.rotate(-90)
        report(c)

    return draw


def near(box: Box, other: Box) -> bool:
    return all(abs(a - b) < 1.5 for a, b in zip(box, other, strict=True))


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_that_the_viewer_turns_reads_as_it_is_shown(quarters: int) -> None:
    document = seen(pdf(turned(quarters)))
    heading, table = document.blocks
    assert isinstance(heading, Paragraph) and isinstance(table, Table)
    assert heading.text == "Results of the year"
    assert cells(table) == TRUTH
    assert (document.pages[0].width, document.pages[0].height) == (WIDTH, HEIGHT)
    assert table.place.box and near(table.place.box, Box(50, 100, 210, 160))


def test_a_crop_box_moves_the_origin() -> None:
    def draw(c: Canvas) -> None:
        c.setCropBox((30, 40, 500, 780))
        report(c)

    document = seen(pdf(draw))
    table = document.blocks[1]
    assert (document.pages[0].width, document.pages[0].height) == (470, 740)
    assert isinstance(table, Table) and cells(table) == TRUTH
    assert table.place.box and near(table.place.box, Box(20, 80, 180, 140))


def test_a_landscape_table_drawn_on_a_portrait_page_is_read_and_placed_as_shown() -> None:
    def draw(c: Canvas) -> None:
        c.translate(WIDTH, 0)
        c.rotate(90)
        c.translate(0, WIDTH - HEIGHT)
        report(c)

    document = seen(pdf(draw))
    heading, table = document.blocks
    assert isinstance(heading, Paragraph) and heading.text == "Results of the year"
    assert isinstance(table, Table) and cells(table) == TRUTH
    assert (document.pages[0].width, document.pages[0].height) == (WIDTH, HEIGHT)
    # Seen on the portrait page, the table's left edge is at the bottom and its top at the left.
    assert table.place.box and near(table.place.box, Box(100, HEIGHT - 210, 160, HEIGHT - 50))


def test_turned_text_in_a_heading_cell_is_one_word_of_its_cell() -> None:
    def draw(c: Canvas) -> None:
        ruled(c, [["Number", "", "Score"], ["1.4.", "20", "ten"]], step=80)
        c.saveState()
        c.translate(175, HEIGHT - 170)
        c.rotate(90)
        c.setFont("Helvetica", 10)
        c.drawString(0, 0, "Maximum points")
        c.restoreState()

    table = seen(pdf(draw)).blocks[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["Number", "Maximum points", "Score", "1.4.", "20", "ten"]
    box = table.cells[1].lines[0].box
    assert box and box.bottom - box.top > 60 > box.x1 - box.x0


def test_places_count_pages_tables_rows_and_paragraphs_from_one() -> None:
    document = seen(
        pdf(report, lambda c: (write(c, 50, 90, "More"), ruled(c, ROWS), ruled(c, [["a", "b"], ["c", "d"]], top=300)))
    )
    places = [(b.place.page, b.place.table, b.place.paragraph) for b in document.blocks]
    assert places == [
        (1, None, 1),
        (1, 1, None),
        (2, None, 2),
        (2, 2, None),
        (2, 3, None),
    ]
    table = document.blocks[1]
    assert isinstance(table, Table)
    assert [cell.place.row for cell in table.cells] == [1, 1, 2, 2, 3, 3]
