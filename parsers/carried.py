"""Columns of a table without rulings, carried over a page break: a few rows do not show them again by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.corridors import NEAR, cleared
from parsers.document import Box
from parsers.parts import TablePart
from parsers.regions import Band, Corridor

LEAST = 2.0  # points; so little may part a long line from the next column
USUAL = 0.3  # of a column's lines stand at one place, or it is no place of the column
SAME_PLACE = 1  # points, after rounding
STRAY = 0.25  # of the rows may stand elsewhere: heads over several columns, figures of another width


class Columns(NamedTuple):
    """The lines between the columns, the strips that part them, the places (left, middle, right) of each one's lines.

    `seen` are the texts of the page before with their left edges: a repeated heading is known by them.
    """

    xs: tuple[float, ...]
    corridors: list[Corridor]
    places: list[tuple[set[int], set[int], set[int]]]
    seen: set[tuple[str, int]]

    def has_seen(self, band: Band) -> bool:
        """Whether all of a band stood on the page before, in the same columns."""
        return all((segment.text, round(segment.box.x0)) in self.seen for segment in band.segments)


def columns_of(part: TablePart) -> Columns:
    """The columns of a part."""
    boxes: list[list[Box]] = [[] for _ in part.xs[1:]]
    for cell in part.cells:
        if cell.column_span == 1:
            boxes[cell.column] += [line.box for line in cell.lines]
    corridors = [_strip(x, *pair) for x, pair in zip(part.xs[1:-1], pairwise(boxes), strict=True)]
    seen = {(line.text, round(line.box.x0)) for cell in part.cells for line in cell.lines}
    return Columns(part.xs, corridors, [_places(column) for column in boxes], seen)


def _strip(x: float, before: Sequence[Box], after: Sequence[Box]) -> Corridor:
    """What two columns leave free about the line between them."""
    left, right = max((box.x1 for box in before), default=x), min((box.x0 for box in after), default=x)
    return (left, right) if left <= right else (x, x)


def _places(boxes: Sequence[Box]) -> tuple[set[int], set[int], set[int]]:
    return (
        _usual(box.x0 for box in boxes),
        _usual((box.x0 + box.x1) / 2 for box in boxes),
        _usual(box.x1 for box in boxes),
    )


def _usual(values: Iterable[float]) -> set[int]:
    """The places at which many of the values stand."""
    counted = Counter(map(round, values))
    least = max(min(2, counted.total()), USUAL * counted.total())
    return {value for value, times in counted.items() if times >= least}


def stretch_in(columns: Columns, bands: Sequence[Band], start: int, end: int) -> tuple[int, int] | None:
    """What of the bands from `start` to before `end`, and of those close above, stands in the columns."""
    last, fit, unfit = start, 0, 0
    for index in range(start, end):
        if len(bands[index].segments) < 2:
            continue
        if not fits(bands[index], columns):
            unfit += 1
            continue
        fit += 1
        last = index + 1 if unfit <= STRAY * fit else last
    if last == start:
        return None
    while (
        start
        and fits(bands[start - 1], columns)
        and bands[start].top - bands[start - 1].bottom <= NEAR * bands[start].size
    ):
        start -= 1
    return start, last


def corridors_in(columns: Columns, bands: Sequence[Band]) -> list[Corridor]:
    """The strips between the columns, as far as the bands leave them free."""
    boxes = [segment.box for band in bands for segment in band.segments]
    free = [cleared(strip, boxes, LEAST) for strip in columns.corridors]
    return [max(strips, key=lambda strip: strip[1] - strip[0]) for strips in free]


def fits(band: Band, columns: Columns) -> bool:
    """Whether a band's texts stand where those of their columns do; of three or more, one (a total's) may not."""
    astray = sum(not _is_in_place(segment.text, segment.box, columns) for segment in band.segments)
    return astray <= (len(band.segments) > 2)


def _is_in_place(text: str, box: Box, columns: Columns) -> bool:
    if (text, round(box.x0)) in columns.seen:
        return True
    if any(box.x0 < left and box.x1 > right for left, right in columns.corridors):
        return False
    middle = (box.x0 + box.x1) / 2
    places = columns.places[sum(middle > (left + right) / 2 for left, right in columns.corridors)]
    here = (box.x0, middle, box.x1)
    if not any(places):
        return True
    return any(abs(round(x) - place) <= SAME_PLACE for x, usual in zip(here, places, strict=True) for place in usual)
