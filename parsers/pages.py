"""A page as it stands: its size, its tables and the lines of text outside them, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from parsers.document import Box, PageSize
from parsers.frames import Frame
from parsers.grid import grids_of
from parsers.lines import TextLine
from parsers.pdfium import Page
from parsers.pieces import text_pieces
from parsers.regions import blocks_of, columns_read
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
    return PageContent(
        PageSize(number, round(seen.width, 2), round(seen.height, 2)),
        text.frame,
        seen,
        tuple(_in_order(parts, list(all_lines(outside, text.frame)))),
        sum(len(piece.text) for piece in text.pieces),
        _share(map(seen.box, drawing.pictures), seen),
    )


def _in_order(parts: Sequence[TablePart], lines: Sequence[TextLine]) -> Iterator[TextLine | TablePart]:
    """Tables and lines from top to bottom; between two tables, columns of lines one after the other."""
    upright = [line for line in lines if line.pieces[0].turn == 0]
    left = min((line.box.x0 for line in upright), default=0.0)
    right = max((line.box.x1 for line in upright), default=0.0)
    for part in sorted(parts, key=lambda part: (part.box.top, part.box.x0)):
        above = [line for line in upright if line.base < part.box.top + line.size / 2]
        yield from _columns_in_turn(above, left, right)
        yield part
        upright = upright[len(above) :]
    yield from _columns_in_turn(upright, left, right)
    yield from (line for line in lines if line.pieces[0].turn != 0)


def _columns_in_turn(lines: Sequence[TextLine], left: float, right: float) -> Iterator[TextLine]:
    for block in blocks_of(lines):
        yield from columns_read(block, left, right)


def _share(pictures: Iterable[Box], seen: Frame) -> float:
    """Share of the page that its largest picture covers."""
    areas = ((box.x1 - box.x0) * (box.bottom - box.top) for box in pictures)
    return max(areas, default=0.0) / max(seen.width * seen.height, 1.0)
