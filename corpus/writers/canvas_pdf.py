"""PDF by a second producer (ReportLab): other drawing habits than LibreOffice's, and breaks at any line of any cell."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from corpus.paper import Paper, Section
from corpus.writers.drawing import draw_boxes
from corpus.writers.placing import draw_text, measure_of
from corpus.writers.strip import Boxed, Page, Setter, Text, laid, pages_of

RUNNING_SIZE = 10.0  # points


def write_canvas_pdf(paper: Paper, path: Path) -> None:
    """Writes the paper as a PDF."""
    setter = Setter(paper, measure_of(paper.hand))
    canvas = Canvas(str(path), pageCompression=1, invariant=1)
    pages = [
        (section, page)
        for section in paper.sections
        for page in pages_of(laid(section.blocks, section.text_width, setter), section.text_height)
    ]
    for number, (section, page) in enumerate(pages, 1):
        canvas.setPageSize((section.width, section.height))
        _draw(canvas, page, section, paper)
        _draw_running(canvas, section, paper, (number, len(pages)))
        canvas.showPage()
    canvas.save()


def _draw(canvas: Canvas, page: Page, section: Section, paper: Paper) -> None:
    draw_boxes(canvas, [_on_page(box, section) for box in page.boxes], paper.hand)
    for text in page.texts:
        baseline = section.height - section.margins.top - text.top - text.size
        draw_text(canvas, text, section.margins.left + text.x, baseline, paper.hand)


def _draw_running(canvas: Canvas, section: Section, paper: Paper, at: tuple[int, int]) -> None:
    """What stands on every page, half-way into the margins; the number where head or foot leaves room for it."""
    running, margins = section.running, section.margins
    number = running.number.format(n=at[0], all=at[1])
    above = [running.head, number if running.number_above else ""]
    below = [running.foot, "" if running.number_above else number]
    heights = (section.height - margins.top / 2, margins.bottom / 2)
    for (words, digits), baseline in zip((above, below), heights, strict=True):
        shown = [(words, "left" if digits else running.align), (digits, "right" if words else running.align)]
        for text, align in shown:
            room = section.text_width - measure_of(paper.hand)(text, "", RUNNING_SIZE)
            x = margins.left + {"left": 0.0, "center": room / 2, "right": room}[align]
            draw_text(canvas, Text(0.0, 0.0, text, "", RUNNING_SIZE), x, baseline, paper.hand)


def _on_page(box: Boxed, section: Section) -> Boxed:
    """The box in the page's own coordinates: origin at the bottom left."""
    top, left = section.height - section.margins.top, section.margins.left
    return box._replace(x0=box.x0 + left, top=top - box.top, x1=box.x1 + left, bottom=top - box.bottom)
