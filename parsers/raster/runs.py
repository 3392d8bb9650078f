"""Dark runs in a picture: thin, long, straight enough; those that stand alone may be rulings, rows of letters may not.

Each run is judged along its own way, so one that leans or bends a little is judged as well as a level one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.raster.picture import POINTS
from parsers.straight import Ruling

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

DPI = 150.0  # pixels an inch at which rulings are looked for; the thinnest are a pixel wide then
THICK = 4.0  # points; no ruling is thicker
DARK = 18  # of 255, darker than what is on both sides, grain averaged out
BARE = 30  # of 255, the same of a single pixel
FAINT = 0.55  # of both, on clean paper: a ruling that is nearly gone
PALE = 90  # of 255; what is darker is print
NEAR = 8.0  # points; there is less between the stems of letters in two lines
SMOOTH = 5  # pixels along a run over which grain is averaged out
LONG = 36.0  # points; a dark run of this length is a ruling
SHORT = 10.0  # points; shorter runs are not looked at
DASH = 3.2  # points; the gaps of a dashed ruling
WHOLE = 0.8  # of a run's length is dark, gaps of dashes not counted
DASHES = 7.0  # points from the beginning of a dash to that of the next, at most
SOLID = 0.75  # of a run's length; the rest may be gaps
FITFUL = 0.5  # of the run's darkness: a broken ruling varies by less, stems of letters one above the other by more
SURE = 100.0  # points; so long are no stems of letters one above the other
BESIDE = (2.0, 3.5)  # points: how far from a run it is seen whether ink lies beside it
CLEAN, MIXED = 0.25, 0.45  # of the run's darkness: so much ink lies beside a ruling, on a stretch with text on it
EVEN = 0.25  # of the run's darkness: by so much a ruling varies along its way; a row of letters' feet by twice that


class Runs(NamedTuple):
    """Dark runs in one direction, in a picture in which they lie: what is thin and dark there, with the gaps of dashes
    closed (`dark`) and without (`bare`).

    `lines` are the runs that stand alone as rulings do, in points; `spots` the middles of their columns.
    """

    grey: Grey
    dpi: float
    dark: Any
    bare: Any
    spots: Spots
    lines: list[Ruling]


class Spots(NamedTuple):
    """Pixels of runs, one a column of each: where they are, and of which run, in the order of the runs."""

    ys: Any
    xs: Any
    runs: Any


def runs_of(grey: Grey, dpi: float) -> tuple[Runs, Runs]:
    """The page's lying dark runs, and its standing ones (in a picture with rows and columns exchanged)."""
    import cv2
    import numpy

    scale = min(DPI / dpi, 1.0)
    # by areas: rulings a pixel wide must keep their weight
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    across, upright = small, numpy.ascontiguousarray(small.T)
    return _runs(across, dpi * scale, stems=False), _runs(upright, dpi * scale, stems=True)


def _runs(grey: Grey, dpi: float, *, stems: bool) -> Runs:
    """Lying dark runs, short ones too; `stems`: the picture stands on its side, where stems of letters lie."""
    import cv2
    import numpy

    point = dpi / POINTS
    length = round(SHORT * point)
    darkness = _darkness(grey, point)
    even = cv2.blur(darkness, (SMOOTH, 1))
    least = min(FAINT + float(numpy.percentile(even[::4, ::4], 75)) / DARK, 1.0)  # less where paper has no grain
    bare = (darkness > least * BARE).astype(numpy.uint8)
    seen = (even > least * DARK).astype(numpy.uint8)
    if stems:
        seen &= (even > DARK) | ~_is_print_near(even, point)
    dark = cv2.morphologyEx(seen, cv2.MORPH_CLOSE, numpy.ones((1, round(DASH * point)), numpy.uint8))
    filled = (cv2.blur(dark * 255, (length, 1)) >= SOLID * 255).astype(numpy.uint8)
    runs = cv2.dilate(filled, numpy.ones((1, length), numpy.uint8)) & dark
    _, labels, stats, middles = cv2.connectedComponentsWithStats(runs, connectivity=8)
    wide = stats[:, 2] >= length
    wide[0] = False
    numbers = numpy.flatnonzero(wide)
    spots = _spots(runs, labels, numbers)
    alone = _stand_alone(grey, seen, spots, (stats[numbers, 2], point))
    numbers = numbers[alone]
    ends = numpy.stack([stats[numbers, 0], stats[numbers, 0] + stats[numbers, 2]], 1) / point
    ats = (middles[numbers, 1] + 0.5) / point
    lines = [Ruling(at, *end) for at, end in zip(ats.tolist(), ends.tolist(), strict=True)]
    kept = alone[spots.runs]
    spots = Spots(spots.ys[kept], spots.xs[kept], (numpy.cumsum(alone) - 1)[spots.runs[kept]])
    return Runs(grey, dpi, dark, bare, spots, lines)


def _spots(mask: Any, labels: Any, numbers: Any) -> Spots:
    """One pixel in each column of the runs that have these numbers."""
    import numpy

    ys, xs = numpy.nonzero(mask)
    order = numpy.full(int(labels.max()) + 1, -1)
    order[numbers] = numpy.arange(len(numbers))
    runs = order[labels[ys, xs]]
    ys, xs, runs = ys[runs >= 0], xs[runs >= 0], runs[runs >= 0]
    first = numpy.unique(runs * labels.shape[1] + xs, return_index=True)[1]
    return Spots(ys[first], xs[first], runs[first])


def _darkness(grey: Grey, point: float) -> Any:
    """How much darker each pixel is than what lies above and below it, within a ruling's thickness."""
    import cv2
    import numpy

    high = 2 * round(THICK * point / 2) + 1
    return cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, numpy.ones((high, 1), numpy.uint8))


def _is_print_near(even: Any, point: float) -> Any:
    """Where print is near along the way: a pale pixel there is in a gap between two stems."""
    import cv2
    import numpy

    return cv2.dilate(even, numpy.ones((1, 2 * round(NEAR * point) + 1), numpy.uint8)) > PALE


def _stand_alone(grey: Grey, seen: Any, spots: Spots, wide: tuple[Any, float]) -> Any:
    """Which of the runs stand alone as rulings do, given how wide they are, and how many pixels a point has."""
    import cv2
    import numpy

    width, point = wide
    ys, xs, slots = spots
    counts = numpy.maximum(numpy.bincount(slots, minlength=len(width)), 1)

    def mean(picture: Any, shift: int = 0) -> Any:
        values = picture[(ys + shift).clip(0, len(picture) - 1), xs]
        return numpy.bincount(slots, values.astype(float), minlength=len(width)) / counts

    rows = numpy.ones((3, 1), numpy.uint8)
    ink, near = 255 - grey, cv2.dilate(seen, rows)
    line = cv2.dilate(cv2.blur(ink, (SMOOTH, 1)), rows)
    dark = numpy.maximum(mean(line), 1.0)
    uneven = numpy.sqrt(numpy.maximum(mean(line.astype(numpy.float32) ** 2) - dark**2, 0.0)) / dark
    away = round(sum(BESIDE) / 2 * point)
    flank = cv2.blur(ink, (1, max(round((BESIDE[1] - BESIDE[0]) * point), 1)))
    beside = numpy.maximum(mean(flank, -away), mean(flank, away)) / dark
    inked = cv2.dilate(ink, rows)[ys, xs] > dark[slots] / 2
    begun = inked[1:] & ~inked[:-1] & (slots[1:] == slots[:-1])
    dashed = numpy.bincount(slots[1:][begun], minlength=len(counts)) * DASHES * point >= width
    in_one = dashed | (mean(near) * counts >= WHOLE * width) & ((uneven <= FITFUL) | (width >= SURE * point))
    return is_ruling(beside, uneven, width >= LONG * point) & in_one


def is_ruling(beside: Any, uneven: Any, long: Any) -> Any:
    """Whether runs stand alone, or are so even, and long or nearly alone, that no letters make them."""
    return (beside <= CLEAN) | ((long | (beside <= MIXED)) & (uneven <= EVEN))
