"""A page without its rulings, so that they are not read as letters; what crosses them stays whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from parsers.document import Box
from parsers.raster.picture import POINTS
from parsers.straight import Ruling

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

WIDEST = 2.5  # points either side of a ruling's middle in which its ink is looked for
FULL = 0.35  # of a ruling's darkness: rows with less of it belong to the ruling no longer
INK = 140  # of 255; darker beside a ruling is a letter that reaches over it
OVER = 2.0  # points by which a ruling may go on past the end that was found


def erased(grey: Grey, rulings: Iterable[Box], dpi: float) -> Grey:
    """The page with paper where the rulings are."""
    import numpy

    page = grey.copy()
    sides = (page, page.T)
    for x0, top, x1, bottom in rulings:
        lies = x1 - x0 >= bottom - top
        run = Ruling((top + bottom) / 2, x0, x1) if lies else Ruling((x0 + x1) / 2, top, bottom)
        _erase(sides[0 if lies else 1], run, dpi / POINTS)
    return numpy.ascontiguousarray(page)


def _erase(page: Any, run: Ruling, point: float) -> None:
    """Makes a lying ruling white, but not the columns in which ink goes on above or below it."""
    import numpy

    reach, row = max(round(WIDEST * point), 2), round(run.at * point)
    first, last = max(round((run.start - OVER) * point), 0), min(round((run.end + OVER) * point), page.shape[1])
    top, bottom = max(row - reach, 0), min(row + reach + 1, page.shape[0])
    band = page[top:bottom, first:last]
    if band.size == 0:
        return
    dark = 255 - band.mean(axis=1)
    middle = int(numpy.argmax(dark))
    full = dark >= FULL * dark[middle]
    upper, lower = middle, middle
    while upper > 0 and full[upper - 1]:
        upper -= 1
    while lower < len(full) - 1 and full[lower + 1]:
        lower += 1
    upper, lower = max(upper - 1, 0), min(lower + 1, len(full) - 1)
    above = page[max(top + upper - 2, 0) : max(top + upper, 1), first:last].min(axis=0) < INK
    below = page[top + lower + 1 : top + lower + 3, first:last]
    crossed = above | (below.min(axis=0) < INK) if len(below) else above
    band[upper : lower + 1, ~crossed] = 255
