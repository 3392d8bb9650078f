"""A page that lies wholly within one row of a table, of which only the sides of the cells are drawn.

Where a producer leaves the ends of cut cells open, nothing lies on such a page, so nothing crosses: the columns of the
table that ends the page before show what the rulings are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from parsers.document import Box, Sides
from parsers.grid import SLIVER, Grid, GridCell
from parsers.straight import SNAP, straighten

LEAST = 4  # rulings; text in columns may have two between them


def open_page(strokes: Iterable[Sides], xs: Sequence[float]) -> list[Grid]:
    """The one row of a table with these columns, if all that is drawn are its sides."""
    lying, standing = straighten(strokes)
    if lying or len(standing) < LEAST or len(xs) < LEAST:
        return []
    top, bottom = min(ruling.start for ruling in standing), max(ruling.end for ruling in standing)
    if any(ruling.start > top + SNAP or ruling.end < bottom - SNAP for ruling in standing):
        return []
    ats = [ruling.at for ruling in standing]
    found = tuple(min(ats, key=lambda at: abs(at - x)) for x in xs)
    if any(abs(at - x) > SNAP for at, x in zip(found, xs, strict=True)):
        return []
    if any(min(abs(at - x) for x in xs) > SLIVER for at in ats):
        return []  # a column more: another table
    boxes = [Box(x0, top, x1, bottom) for x0, x1 in pairwise(found)]
    cells = tuple(GridCell(0, column, 1, 1, box, is_open=False) for column, box in enumerate(boxes))
    return [Grid(found, (top, bottom), cells)]
