"""Rows of a table ruled between its rows alone that a page's end cuts without a ruling.

Such a row stands as close to the ruling as other rows do, in the table's columns, and nothing else stands beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.carried import Columns, columns_of, fits
from parsers.parts import TablePart
from parsers.regions import Band

NEARER = 2.0  # points; text of an open row may be so much further from the ruling than that of other rows
FAR = 12.0  # points; what runs on every page stands further away
SLACK = 1.0  # points


class Stripe(NamedTuple):
    """What stands between two rulings: the bands from `start` to before `end`."""

    top: float
    bottom: float
    start: int
    end: int


def with_open_ends(
    bands: Sequence[Band], stripes: Sequence[Stripe], part: TablePart, known: Columns | None
) -> list[Stripe]:
    """The stripes, with an open one below them, and above them where the page before ends with the table (`known`)."""
    filled = [stripe for stripe in stripes if stripe.end > stripe.start]
    found = list(stripes)
    last = stripes[-1]
    above = max(bands[stripe.start].top - stripe.top for stripe in filled)
    end = _reach(bands, range(last.end, len(bands)), (last.bottom, above + NEARER), part)
    if end > last.end:
        found.append(Stripe(last.bottom, bands[end - 1].bottom + SLACK, last.end, end))
    first = stripes[0]
    if known is not None and first.start > 0:
        below = max(stripe.bottom - bands[stripe.end - 1].bottom for stripe in filled)
        start = _begin(bands, first, below + NEARER, part)
        if start < first.start:
            found.insert(0, Stripe(bands[start].top - SLACK, first.top, start, first.start))
    return found


def _reach(bands: Sequence[Band], numbers: range, ruling: tuple[float, float], part: TablePart) -> int:
    """The band after those close below a ruling; its start where others follow close by, or none is close."""
    at, room = ruling
    end = numbers.start
    step = _widest_step(part)
    for n in numbers:
        near = bands[n].top - at <= room if n == numbers.start else bands[n].base - bands[n - 1].base <= step
        if not near or not _is_in_columns(bands[n], part):
            break
        end = n + 1
    is_last = end == len(bands) or bands[end].top - bands[end - 1].bottom > FAR
    return end if is_last and end - numbers.start < len(numbers) + 1 else numbers.start


def _begin(bands: Sequence[Band], first: Stripe, room: float, part: TablePart) -> int:
    """The first of the bands close above the first ruling; none where others stand close above them."""
    start = first.start
    step = _widest_step(part)
    while start > 0:
        band = bands[start - 1]
        near = first.top - band.bottom <= room if start == first.start else bands[start].base - band.base <= step
        if not near or not _is_in_columns(band, part):
            break
        start -= 1
    return start if start == 0 or bands[start].top - bands[start - 1].bottom > FAR else first.start


def _widest_step(part: TablePart) -> float:
    """How far lines of one cell are apart at most."""
    return max((step for step in _steps(part)), default=0.0) + SLACK


def _steps(part: TablePart) -> Iterator[float]:
    for cell in part.cells:
        yield from (line.base - before.base for before, line in pairwise(cell.lines))


def _is_in_columns(band: Band, part: TablePart) -> bool:
    """Whether each text of a band stands within one column, and where its texts usually stand."""
    if not fits(band, columns_of(part)):
        return False
    walls = part.xs[1:-1]
    inside = part.xs[0] - SLACK <= band.segments[0].box.x0 and band.segments[-1].box.x1 <= part.xs[-1] + SLACK
    return inside and not any(s.box.x0 + SLACK < x < s.box.x1 - SLACK for s in band.segments for x in walls)
