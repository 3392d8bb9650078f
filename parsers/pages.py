"""A page as it stands: its size, its tables and the lines of text outside them, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from parsers.carried import Columns, columns_of
from parsers.document import Box, PageSize, Sides
from parsers.frames import Frame
from parsers.grid import Grid, grids_of, loose_rules
from parsers.heads_over import columns_under, with_rows_below
from parsers.lines import TextLine
from parsers.margins import EDGE
from parsers.marks import with_marks_in_place
from parsers.open_page import open_page
from parsers.overhanging import with_overhanging
from parsers.parts import TablePart
from parsers.pdfium import Page
from parsers.pieces import PageText, Piece, text_pieces
from parsers.regions import Band, bands_of, blocks_of, columns_read
from parsers.rulings import Drawing, drawing_of
from parsers.straight import Ruling
from parsers.tables import all_lines, table_parts
from parsers.unruled import unruled_tables

_TEXT = itemgetter(Piece._fields.index("text"))


class PageContent(NamedTuple):
    """A page read. `seen` is the frame of the page as it is shown, `frame` the one in which its text stands upright.

    `pictured` is the share of the page that its largest picture covers; `strips` are the frames with one cell,
    `rules` the lying rulings that belong to no table.
    """

    size: PageSize
    frame: Frame
    seen: Frame
    items: tuple[TextLine | TablePart, ...]
    characters: int
    pictured: float
    strips: tuple[Box, ...] = ()
    rules: Sequence[Ruling] = ()


class RawPage(NamedTuple):
    """What PDFium gives of a page."""

    seen: Frame
    text: PageText
    drawing: Drawing


def raw_of(page: Page) -> RawPage:
    """What is asked of PDFium, so that the page can be closed."""
    return RawPage(Frame(page.bounds, page.rotation), text_pieces(page), drawing_of(page))


def content_of(page: RawPage, number: int, above: PageContent | None = None) -> PageContent:
    """Everything that is read of one page; `above` is the page before."""
    seen, text, drawing = page
    pieces = with_marks_in_place(text.pieces) if text.marked else text.pieces
    strokes, fills = text.frame.sides(drawing.strokes), text.frame.boxes(drawing.fills)
    grids = grids_of(strokes, fills) or (open_page(strokes, _ruled_above(above)) if strokes and above else [])
    size = PageSize(number, round(seen.width, 2), round(seen.height, 2))
    drawn = Drawn(grids, strokes, _share(map(seen.box, drawing.pictures), seen))
    return content_from(size, (text.frame, seen), pieces, drawn, above)


class Drawn(NamedTuple):
    """What is drawn on a page: its grids, the strokes they were made of, and the share that its largest picture has."""

    grids: Sequence[Grid]
    strokes: Sequence[Sides]
    pictured: float = 0.0


def content_from(
    size: PageSize, frames: tuple[Frame, Frame], pieces: Sequence[Piece], drawn: Drawn, above: PageContent | None
) -> PageContent:
    """A page of pieces of text and of what is drawn; `frames` are that of its upright text and that of the page."""
    frame, seen = frames
    known = _columns_above(above)
    parts, outside = table_parts([grid for grid in drawn.grids if len(grid.cells) > 1], pieces, frame, known)
    for n, part in enumerate(parts if outside else ()):
        parts[n], outside = with_overhanging(part, outside, frame.height)
    rules = loose_rules(drawn.strokes, [part.box for part in parts])
    return PageContent(
        size,
        frame,
        seen,
        tuple(with_rows_below(_in_order(parts, all_lines(outside, frame), rules, known))),
        sum(map(len, map(_TEXT, pieces))),
        drawn.pictured,
        tuple(grid.box for grid in drawn.grids if len(grid.cells) == 1),
        rules,
    )


def _in_order(
    parts: Sequence[TablePart], lines: Sequence[TextLine], rules: Sequence[Ruling], known: Columns | None
) -> Iterator[TextLine | TablePart]:
    """Tables and lines from top to bottom; between two tables, columns of lines one after the other."""
    upright = [line for line in lines if line.pieces[0].turn == 0]
    edges = (min((line.box.x0 for line in upright), default=0.0), max((line.box.x1 for line in upright), default=0.0))
    for part in sorted(parts, key=lambda part: (part.box.top, part.box.x0)):
        above = [line for line in upright if line.base < part.box.top + line.size / 2]
        yield from _stretch(bands_of(above), edges, rules, known)
        yield part
        upright = upright[len(above) :]
        known = columns_under(part, upright[0]) if upright else None
    yield from _stretch(bands_of(upright), edges, rules, known)
    yield from (line for line in lines if line.pieces[0].turn != 0)


def _stretch(
    bands: Iterable[Band], edges: tuple[float, float], rules: Sequence[Ruling], known: Columns | None
) -> Iterator[TextLine | TablePart]:
    """What stands between two ruled tables: tables without rulings, and lines."""
    rest = list(bands)
    done = 0
    for start, end, part in unruled_tables(rest, rules, known):
        yield from _columns_in_turn(rest[done:start], edges)
        yield part
        done = end
    yield from _columns_in_turn(rest[done:], edges)


def _columns_in_turn(bands: Sequence[Band], edges: tuple[float, float]) -> Iterator[TextLine]:
    for block in blocks_of(bands):
        yield from columns_read(block, *edges)


def _columns_above(above: PageContent | None) -> Columns | None:
    """The columns of a table without rulings that ends a page."""
    part = _last_table(above) if above else None
    return None if part is None or part.ruled else columns_of(part)


def _ruled_above(above: PageContent) -> tuple[float, ...]:
    """Where the rulings between the columns stand of the table that ends a page."""
    part = _last_table(above)
    return part.xs if part is not None and part.ruled else ()


def _last_table(page: PageContent) -> TablePart | None:
    """The table that ends a page, but for what stands at the page's foot."""
    for item in reversed(page.items):
        if isinstance(item, TablePart):
            return item
        if item.box.top < (1 - EDGE) * page.frame.height:
            return None
    return None


def _share(pictures: Iterable[Box], seen: Frame) -> float:
    """Share of the page that its largest picture covers."""
    areas = ((box.x1 - box.x0) * (box.bottom - box.top) for box in pictures)
    return max(areas, default=0.0) / max(seen.width * seen.height, 1.0)
