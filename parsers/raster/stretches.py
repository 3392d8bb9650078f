"""How a stretch from one crossing to the next is drawn: which share of it is dark, and what lies beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from parsers.raster.picture import POINTS
from parsers.raster.runs import BESIDE, CLEAN, LONG, SMOOTH, Runs, is_ruling

STEADY = 0.35  # of a stretch's darkness: a low row's wall varies by less, the stem of a letter in it by more


class Stretches(NamedTuple):
    """Stretches of one direction as arrays, in points."""

    ats: Any
    starts: Any
    ends: Any


class Seen(NamedTuple):
    """Of stretches: which share of each is dark, with the gaps of dashes and without; whether it stands alone as
    rulings do; whether there is paper on both sides; and whether it is of one darkness all along.
    """

    dark: Any
    bare: Any
    alone: Any
    clear: Any
    steady: Any


Measure = Callable[[Stretches], Seen]


def measure_of(runs: Runs) -> Measure:
    """What measures stretches in the picture of the runs."""
    import cv2
    import numpy

    rows = numpy.ones((3, 1), numpy.uint8)  # a ruling may stray by a pixel from where it is as a whole
    ink = 255 - runs.grey
    line, square = cv2.integral2(cv2.dilate(cv2.blur(ink, (SMOOTH, 1)), rows))
    covered, bare = (cv2.integral(cv2.dilate(part, rows)) for part in (runs.dark, runs.bare))
    plain = cv2.integral(ink)
    point, (high, wide) = runs.dpi / POINTS, runs.grey.shape
    near, far = (round(points * point) for points in BESIDE)

    def measure(stretches: Stretches) -> Seen:
        middle = (stretches.ats * point - 0.5).round().astype(int).clip(0, high - 1)
        starts, ends = ((places * point).round().astype(int).clip(0, wide) for places in stretches[1:])

        def mean(table: Any, first: int = 0, last: int = 0) -> Any:
            top, bottom = (middle + first).clip(0, high - 1), (middle + last + 1).clip(1, high)
            total = table[bottom, ends] - table[bottom, starts] - table[top, ends] + table[top, starts]
            return total / numpy.maximum((ends - starts) * (bottom - top), 1)

        dark = numpy.maximum(mean(line), 1.0)
        uneven = numpy.sqrt(numpy.maximum(mean(square) - dark**2, 0.0)) / dark
        beside = numpy.maximum(mean(plain, -far, -near), mean(plain, near, far)) / dark
        alone = is_ruling(beside, uneven, ends - starts >= LONG * point)
        return Seen(mean(covered), mean(bare), alone, beside <= CLEAN, uneven <= STEADY)

    return measure
