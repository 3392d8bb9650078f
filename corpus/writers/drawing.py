"""How the second PDF producer draws a table's lines: one function a habit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

from corpus.paper import Hand
from corpus.writers.strip import Boxed

THIN = 0.5  # points: width of a ruling
BEYOND = 40.0  # points by which overlong rulings stick out of their clip
GREY = 0.85

Segment = tuple[float, float, float, float]


def draw_boxes(canvas: Canvas, boxes: Sequence[Boxed], hand: Hand) -> None:
    """Draws the outlines of cells; their heights count upwards from the page's lower edge."""
    for box in boxes:
        if box.shaded:
            canvas.setFillGray(GREY)
            canvas.rect(box.x0, box.bottom, box.x1 - box.x0, box.top - box.bottom, stroke=0, fill=1)
            canvas.setFillGray(0)
    canvas.setLineWidth(THIN)
    if hand.overlong:
        _overlong(canvas, boxes, hand)
        return
    HABITS[hand.rulings](canvas, boxes, hand)


def edges_of(box: Boxed, hand: Hand) -> list[Segment]:
    """The edges that a cell's ruling has; none where a page cuts it, if the hand leaves such ends open."""
    if box.ruling == "none":
        return []
    sides = {"rows": (False, False), "framed": box.outer}.get(box.ruling, (True, True))
    down = [(x, box.bottom, x, box.top) for x, drawn in zip((box.x0, box.x1), sides, strict=True) if drawn]
    heights = [y for y, cut in zip((box.top, box.bottom), box.cut, strict=True) if not (cut and hand.open_ends)]
    return [*((box.x0, y, box.x1, y) for y in heights), *down]


def _segments(boxes: Sequence[Boxed], hand: Hand) -> list[Segment]:
    """Every edge once."""
    found: dict[Segment, None] = {}
    for box in boxes:
        for x0, y0, x1, y1 in edges_of(box, hand):
            found[round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)] = None
    return list(found)


def _lines(canvas: Canvas, boxes: Sequence[Boxed], hand: Hand) -> None:
    canvas.lines(_segments(boxes, hand))


def _dashed(canvas: Canvas, boxes: Sequence[Boxed], hand: Hand) -> None:
    canvas.setDash(2, 2)
    _lines(canvas, boxes, hand)
    canvas.setDash()


def _rects(canvas: Canvas, boxes: Sequence[Boxed], hand: Hand) -> None:
    """Each edge as a thin filled rectangle."""
    for x0, y0, x1, y1 in _segments(boxes, hand):
        canvas.rect(x0, y0, max(x1 - x0, THIN), max(y1 - y0, THIN), stroke=0, fill=1)


def _cells(canvas: Canvas, boxes: Sequence[Boxed], hand: Hand) -> None:
    """Each cell's outline, so that neighbours share a doubled edge."""
    for box in boxes:
        if box.ruling == "full" and not (hand.open_ends and any(box.cut)):
            canvas.rect(box.x0, box.bottom, box.x1 - box.x0, box.top - box.bottom)
        else:
            canvas.lines(edges_of(box, hand))


def _doubled(canvas: Canvas, boxes: Sequence[Boxed], hand: Hand) -> None:
    """Each edge as two thin lines."""
    canvas.setLineWidth(0.3)
    for x0, y0, x1, y1 in _segments(boxes, hand):
        dx, dy = (0.0, 0.6) if y0 == y1 else (0.6, 0.0)
        canvas.line(x0 - dx, y0 - dy, x1 - dx, y1 - dy)
        canvas.line(x0 + dx, y0 + dy, x1 + dx, y1 + dy)


def _overlong(canvas: Canvas, boxes: Sequence[Boxed], hand: Hand) -> None:
    """Each cell's edges drawn far beyond its corners, within a clip that lets only the cell be seen."""
    for box in boxes:
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(box.x0 - THIN, box.bottom - THIN, box.x1 - box.x0 + 2 * THIN, box.top - box.bottom + 2 * THIN)
        canvas.clipPath(clip, stroke=0, fill=0)
        for x0, y0, x1, y1 in edges_of(box, hand):
            dx, dy = (BEYOND, 0.0) if y0 == y1 else (0.0, BEYOND)
            canvas.line(x0 - dx, y0 - dy, x1 + dx, y1 + dy)
        canvas.restoreState()


HABITS: dict[str, Callable[[Canvas, Sequence[Boxed], Hand], None]] = {
    "lines": _lines, "rects": _rects, "cells": _cells, "dashed": _dashed, "doubled": _doubled,
}  # fmt: skip
