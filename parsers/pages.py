"""A page as it stands: its size, its tables and the lines of text outside them, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from parsers.document import Box, PageSize
from parsers.frames import Frame
from parsers.grid import grids_of
from parsers.lines import TextLine
from parsers.pdfium import Page
from parsers.pieces import text_pieces
from parsers.rulings import drawing_of
from parsers.tables import TablePart, all_lines, table_parts


class PageContent(NamedTuple):
    """A page read. `seen` is the frame of the page as it is shown, `frame` the one in which its text stands upright."""

    size: PageSize
    frame: Frame
    seen: Frame
    items: tuple[TextLine | TablePart, ...]
    characters: int
    pictured: float


def content_of(page: Page, number: int) -> PageContent:
    """Everything that is read of one page."""
    seen = Frame(page.bounds, page.rotation)
    text = text_pieces(page)
    drawing = drawing_of(page)
    grids = grids_of(map(text.frame.box, drawing.strokes))
    parts, outside = table_parts(grids, text.pieces, text.frame)
    lines = list(all_lines(outside, text.frame))
    return PageContent(
        PageSize(number, round(seen.width, 2), round(seen.height, 2)),
        text.frame,
        seen,
        tuple(sorted([*parts, *lines], key=lambda item: (item.box.top, item.box.x0))),
        sum(len(piece.text) for piece in text.pieces),
        _share(map(seen.box, drawing.pictures), seen),
    )


def _share(pictures: Iterable[Box], seen: Frame) -> float:
    """Share of the page that its largest picture covers."""
    areas = ((box.x1 - box.x0) * (box.bottom - box.top) for box in pictures)
    return max(areas, default=0.0) / max(seen.width * seen.height, 1.0)
