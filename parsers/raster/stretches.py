"""How a stretch from one crossing to the next is drawn: which share of it is dark, and what lies beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from parsers.raster.picture import POINTS
from parsers.raster.runs import BESIDE, LONG, SMOOTH, Runs, is_ruling


class Stretches(NamedTuple):
    """Stretches of one direction as arrays, in points."""

    ats: Any
    starts: Any
    ends: Any


class Seen(NamedTuple):
    """Of stretches: which share of each is dark, with the gaps of dashes and without; whether it stands alone; and how
    much ink lies beside it, as a share of its own."""

    dark: Any
    bare: Any
    alone: Any
    beside: Any


Measure = Callable[[Stretches], Seen]


def measure_of(runs: Runs) -> Measure:
    """What measures stretches in the picture of the runs: only the rows in which they lie are looked at."""
    point = runs.dpi / POINTS

    def measure(stretches: Stretches) -> Seen:
        import numpy

        high, wide = runs.grey.shape
        rows, slots = numpy.unique(
            (stretches.ats * point - 0.5).round().astype(int).clip(0, high - 1), return_inverse=True
        )
        starts, ends = ((places * point).round().astype(int).clip(0, wide) for places in stretches[1:])

        def mean(lines: Any) -> Any:
            sums = numpy.zeros((len(rows), wide + 1))
            numpy.cumsum(lines, axis=1, out=sums[:, 1:])
            return (sums[slots, ends] - sums[slots, starts]) / numpy.maximum(ends - starts, 1)

        seen = _lines(runs, rows, point)
        dark = numpy.maximum(mean(seen.ink), 1.0)
        uneven = numpy.sqrt(numpy.maximum(mean(seen.ink**2) - dark**2, 0.0)) / dark
        beside = numpy.maximum(mean(seen.above), mean(seen.below)) / dark
        alone = is_ruling(beside, uneven, ends - starts >= LONG * point)
        return Seen(mean(seen.dark), mean(seen.bare), alone, beside)

    return measure


class Lines(NamedTuple):
    """Rows of a picture: their ink, that on either side of them, and what is thin and dark in them."""

    ink: Any
    above: Any
    below: Any
    dark: Any
    bare: Any


def _lines(runs: Runs, rows: Any, point: float) -> Lines:
    """The rows, each with those right above and below it: a ruling may stray by a pixel from where it is as a whole."""
    import cv2
    import numpy

    near, far = (round(points * point) for points in BESIDE)

    def around(picture: Any, first: int, last: int) -> Any:
        return picture[(rows[:, None] + numpy.arange(first, last + 1)).clip(0, len(picture) - 1)]

    ink = 255 - around(runs.grey, -1, 1).min(axis=1)
    return Lines(
        cv2.blur(ink, (SMOOTH, 1)).astype(float),
        255 - around(runs.grey, -far, -near).mean(axis=1),
        255 - around(runs.grey, near, far).mean(axis=1),
        around(runs.dark, -1, 1).max(axis=1),
        around(runs.bare, -1, 1).max(axis=1),
    )
