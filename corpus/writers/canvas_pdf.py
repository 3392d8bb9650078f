"""PDF by a second producer (ReportLab): other drawing habits than LibreOffice's, and breaks at any line of any cell."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from corpus.paper import Paper, Section
from corpus.writers.strip import Boxed, Page, Setter, Text, laid, pages_of

# The Liberation faces lack most Vietnamese letters; LibreOffice mends that letter by letter, ReportLab does not.
FONT_FOLDER = Path("/usr/share/fonts/truetype/dejavu")
FACES = {
    "DejaVuSerif": ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic"),
    "DejaVuSerifCondensed": ("DejaVuSerifCondensed", "DejaVuSerifCondensed-Bold", "DejaVuSerifCondensed-Italic"),
    "DejaVuSansCondensed": ("DejaVuSansCondensed", "DejaVuSansCondensed-Bold", "DejaVuSansCondensed-Oblique"),
}
STYLES = ("", "bold", "italic")
THIN = 0.5  # points: width of a ruling


@cache
def _face(font: str, style: str) -> str:
    """The registered name of a font's face."""
    name = FACES[font][STYLES.index(style)]
    pdfmetrics.registerFont(TTFont(name, str(FONT_FOLDER / f"{name}.ttf")))
    return name


def write_canvas_pdf(paper: Paper, path: Path) -> None:
    """Writes the paper as a PDF."""
    setter = Setter(
        paper, lambda text, style, size: pdfmetrics.stringWidth(text, _face(paper.second_font, style), size)
    )
    canvas = Canvas(str(path), pageCompression=1, invariant=1)
    number = 0
    for section in paper.sections:
        room = section.height - 2 * section.margin
        for page in pages_of(laid(section.blocks, section.width - 2 * section.margin, setter), room):
            number += 1
            canvas.setPageSize((section.width, section.height))
            _draw(canvas, page, section, paper)
            if paper.page_numbers:
                canvas.setFont(_face(paper.second_font, ""), 11)
                canvas.drawCentredString(section.width / 2, section.margin / 2, str(number))
            canvas.showPage()
    canvas.save()


def _draw(canvas: Canvas, page: Page, section: Section, paper: Paper) -> None:
    DRAWINGS[paper.drawing](canvas, [_on_page(box, section) for box in page.boxes])
    for text in page.texts:
        canvas.setFont(_face(paper.second_font, text.style), text.size)
        face = pdfmetrics.getFont(_face(paper.second_font, text.style)).face
        shown = text._replace(text="".join(c if ord(c) in face.charToGlyph else "x" for c in text.text))
        x, baseline = section.margin + text.x, section.height - section.margin - text.top - text.size
        if paper.words_alone:
            _draw_words(canvas, shown, x, baseline)
        else:
            canvas.drawString(x, baseline, shown.text)


def _draw_words(canvas: Canvas, text: Text, x: float, baseline: float) -> None:
    """Each word by itself, no spaces between."""
    name = canvas._fontname
    for word in text.text.split(" "):
        canvas.drawString(x, baseline, word)
        x += pdfmetrics.stringWidth(f"{word} ", name, text.size)


def _on_page(box: Boxed, section: Section) -> Boxed:
    """The box in the page's own coordinates: origin at the bottom left."""
    top = section.height - section.margin
    return Boxed(box.x0 + section.margin, top - box.top, box.x1 + section.margin, top - box.bottom, box.ruling)


Segment = tuple[float, float, float, float]


def _segments(boxes: list[Boxed]) -> list[Segment]:
    """Every edge once."""
    found: dict[Segment, None] = {}
    for box in boxes:
        across = [(box.x0, y, box.x1, y) for y in (box.top, box.bottom)] if box.ruling != "none" else []
        down = [(x, box.bottom, x, box.top) for x in (box.x0, box.x1)] if box.ruling == "full" else []
        for edge in (*across, *down):
            found[tuple(round(value, 2) for value in edge)] = None  # type: ignore[index]
    return list(found)


def _lines(canvas: Canvas, boxes: list[Boxed]) -> None:
    canvas.setLineWidth(THIN)
    canvas.lines(_segments(boxes))


def _dashed(canvas: Canvas, boxes: list[Boxed]) -> None:
    canvas.setDash(2, 2)
    _lines(canvas, boxes)
    canvas.setDash()


def _rects(canvas: Canvas, boxes: list[Boxed]) -> None:
    """Each edge as a thin filled rectangle."""
    for x0, y0, x1, y1 in _segments(boxes):
        canvas.rect(x0, y0, max(x1 - x0, THIN), max(y1 - y0, THIN), stroke=0, fill=1)


def _cells(canvas: Canvas, boxes: list[Boxed]) -> None:
    """Each cell's outline, so that neighbours share a doubled edge."""
    canvas.setLineWidth(THIN)
    for box in boxes:
        if box.ruling == "full":
            canvas.rect(box.x0, box.bottom, box.x1 - box.x0, box.top - box.bottom)
    canvas.lines(_segments([box for box in boxes if box.ruling == "rows"]) or [(0, 0, 0, 0)])


def _doubled(canvas: Canvas, boxes: list[Boxed]) -> None:
    """Each edge as two thin lines."""
    canvas.setLineWidth(0.3)
    for x0, y0, x1, y1 in _segments(boxes):
        dx, dy = (0.0, 0.6) if y0 == y1 else (0.6, 0.0)
        canvas.line(x0 - dx, y0 - dy, x1 - dx, y1 - dy)
        canvas.line(x0 + dx, y0 + dy, x1 + dx, y1 + dy)


DRAWINGS = {"lines": _lines, "rects": _rects, "cells": _cells, "dashed": _dashed, "doubled": _doubled}
