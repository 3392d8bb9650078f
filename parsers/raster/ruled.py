"""Rulings found in a picture: thin, long, straight, dark; broken, faint, doubled or dashed ones too, no letters.

Two thresholds, as for the edges of pictures in general: what is long is a ruling by itself, what is short is one only
where both of its ends stand on other rulings. A stroke of a letter, a row of serifs or a dash in a cell does not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.document import Box
from parsers.raster.lattice import Measure, Stretches, sides_of
from parsers.raster.picture import POINTS
from parsers.straight import Ruling

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

DPI = 150.0  # pixels an inch at which rulings are looked for; the thinnest are a pixel wide then
THICK = 4.0  # points; no ruling is thicker
DARK = 22  # of 255, darker than what is on both sides
LONG = 36.0  # points; a dark run of this length is a ruling
SHORT = 10.0  # points; so long a dark run is one where it ends on rulings
DASH = 2.6  # points; the gaps of a dashed ruling
SOLID = 0.75  # of a run's length; the rest may be gaps
GAP = 8.0  # points; no cell is narrower, so a gap in a ruling that is shorter is none
BESIDE = (2.0, 3.5)  # points: how far from a run it is seen whether ink lies beside it
CLEAN, MIXED = 0.25, 0.45  # of the run's darkness: so much ink lies beside a ruling, on a stretch with text on it
GRAIN = 5  # pixels along a run that are averaged: grain is finer, letters are wider
EVEN = 0.25  # of the run's darkness: by so much a ruling varies along its way; a row of letters' feet by twice that
PART = 0.35  # of the shorter of two runs that a gap between them may have
TOUCH = 3.5  # points; so close to a ruling is on it
ACROSS = 0.85  # of the way from wall to wall that a short run must go
LEVEL = 2.0  # points; runs on one height


class Runs(NamedTuple):
    """Dark runs in one direction, in a picture in which they lie, of which also what is `dark` and thin is known.

    `labels` has the number of the run at each pixel; `numbers` are those of the runs that stand alone as rulings do,
    and `lines` these runs in points.
    """

    grey: Grey
    dpi: float
    dark: Any
    labels: Any
    numbers: Any
    lines: list[Ruling]


def runs_of(grey: Grey, dpi: float) -> tuple[Runs, Runs]:
    """The page's lying dark runs, and its standing ones (in a picture with rows and columns exchanged)."""
    import cv2
    import numpy

    scale = min(DPI / dpi, 1.0)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    return _runs(small, dpi * scale), _runs(numpy.ascontiguousarray(small.T), dpi * scale)


def rulings_of(runs: tuple[Runs, Runs]) -> tuple[Box, ...]:
    """The page's rulings as thin boxes in points."""
    lying, standing = sides_of(*_accepted(runs[0].lines, runs[1].lines), (_measure(runs[0]), _measure(runs[1])))
    across = [Box(run.start, run.at - 0.25, run.end, run.at + 0.25) for run in lying]
    return tuple(across + [Box(run.at - 0.25, run.start, run.at + 0.25, run.end) for run in standing])


def darkness_of(grey: Grey, dpi: float) -> Any:
    """How much darker each pixel is than what lies above and below it, within a ruling's thickness."""
    import cv2
    import numpy

    high = 2 * round(THICK * dpi / POINTS / 2) + 1
    return cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, numpy.ones((high, 1), numpy.uint8))


def _runs(grey: Grey, dpi: float) -> Runs:
    """Lying dark runs, short ones too."""
    import cv2
    import numpy

    length = round(SHORT * dpi / POINTS)
    dark = (darkness_of(grey, dpi) > DARK).astype(numpy.uint8)
    dark = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, numpy.ones((1, round(DASH * dpi / POINTS)), numpy.uint8))
    filled = (cv2.blur(dark * 255, (length, 1)) >= SOLID * 255).astype(numpy.uint8)
    grown = cv2.dilate(filled, numpy.ones((1, length), numpy.uint8)) & dark
    runs = cv2.morphologyEx(grown, cv2.MORPH_CLOSE, numpy.ones((1, length // 2), numpy.uint8))
    _, labels, stats, middles = cv2.connectedComponentsWithStats(runs, connectivity=8)
    wide = stats[:, 2] >= length
    wide[0] = False
    left, width = stats[wide, 0], stats[wide, 2]
    alone = _stand_alone(Beside(grey, dpi), (middles[wide, 1].round().astype(int), left, left + width))
    ats = (middles[wide, 1] + 0.5) * POINTS / dpi
    ends = numpy.stack([left, left + width], 1) * POINTS / dpi
    lines = [Ruling(at, *end) for at, end, good in zip(ats.tolist(), ends.tolist(), alone, strict=True) if good]
    return Runs(grey, dpi, dark, labels, numpy.flatnonzero(wide)[alone], lines)


def _measure(runs: Runs) -> Measure:
    """How much of stretches is dark, and which stand alone."""
    import cv2
    import numpy

    # a ruling may stray by a pixel from where it is as a whole
    beside = Beside(runs.grey, runs.dpi)
    table = cv2.integral(cv2.dilate(runs.dark, numpy.ones((3, 1), numpy.uint8)))
    scale = runs.dpi / POINTS

    def measure(stretches: Stretches) -> tuple[Any, Any]:
        ats, starts, ends = stretches
        rows = (ats * scale - 0.5).round().astype(int).clip(0, len(table) - 2)
        first, last = ((places * scale).round().astype(int).clip(0, table.shape[1] - 1) for places in (starts, ends))
        total = table[rows + 1, last] - table[rows + 1, first] - table[rows, last] + table[rows, first]
        return total / numpy.maximum(last - first, 1), _stand_alone(beside, (rows, first, last))

    return measure


class Beside:
    """Sums of ink over any part of a picture: on a run, and beside it."""

    def __init__(self, grey: Grey, dpi: float) -> None:
        import cv2
        import numpy

        ink = 255 - grey
        line = cv2.dilate(cv2.blur(ink, (GRAIN, 1)), numpy.ones((3, 1), numpy.uint8))
        self.sums, self.squares = cv2.integral2(line)
        self.ink = cv2.integral(ink)
        self.point = dpi / POINTS


def _stand_alone(picture: Beside, where: tuple[Any, Any, Any]) -> Any:
    """Of runs at (row, first column, end): whether little ink lies beside them and they are even, as no letters are."""
    import numpy

    rows, starts, ends = where
    near, far = (round(points * picture.point) for points in BESIDE)
    length = numpy.maximum(ends - starts, 1)

    def mean(table: Any, top: Any, bottom: Any) -> Any:
        top, bottom = numpy.clip(top, 0, len(table) - 2), numpy.clip(bottom, 1, len(table) - 1)
        total = table[bottom, ends] - table[bottom, starts] - table[top, ends] + table[top, starts]
        return total / (length * numpy.maximum(bottom - top, 1))

    dark = numpy.maximum(mean(picture.sums, rows, rows + 1), 1.0)
    uneven = numpy.sqrt(numpy.maximum(mean(picture.squares, rows, rows + 1) - dark**2, 0.0)) / dark
    above, below = mean(picture.ink, rows - far, rows - near + 1), mean(picture.ink, rows + near, rows + far + 1)
    beside = numpy.maximum(above, below) / dark
    long = length >= LONG * picture.point
    return (beside <= CLEAN) | ((long | (beside <= MIXED)) & (uneven <= EVEN))


def _accepted(lying: Sequence[Ruling], standing: Sequence[Ruling]) -> tuple[list[Ruling], list[Ruling]]:
    """The runs that are rulings: long ones, and short ones from ruling to ruling."""
    lying, standing = list(_joined(lying)), list(_joined(standing))
    kept = [_long(lying), _long(standing)]
    for _ in range(2):
        kept = [_between(lying, kept[1], kept[0]), _between(standing, kept[0], kept[1])]
    return kept[0], kept[1]


def _long(runs: Sequence[Ruling]) -> list[Ruling]:
    return [run for run in runs if run.end - run.start >= LONG]


def _between(runs: Sequence[Ruling], walls: Sequence[Ruling], kept: Sequence[Ruling]) -> list[Ruling]:
    """The runs kept so far, and those both of whose ends stand on walls."""
    known = set(kept)
    ordered = sorted(walls)
    ats = [wall.at for wall in ordered]
    return [run for run in runs if run in known or _spans(run, ordered, ats)]


def _spans(run: Ruling, walls: Sequence[Ruling], ats: Sequence[float]) -> bool:
    """Whether a run goes from wall to wall, nearly all the way: the stem of a letter in a low row does not."""
    ends = [_wall_at(run.at, end, walls, ats) for end in (run.start, run.end)]
    if ends[0] is None or ends[1] is None:
        return False
    return run.end - run.start >= ACROSS * (ends[1] - ends[0])


def _wall_at(at: float, end: float, walls: Sequence[Ruling], ats: Sequence[float]) -> float | None:
    """Where the nearest wall stands at an end of a run."""
    near = walls[bisect_left(ats, end - TOUCH) : bisect_right(ats, end + TOUCH)]
    places = [wall.at for wall in near if wall.start - TOUCH <= at <= wall.end + TOUCH]
    return min(places, key=lambda place: abs(place - end), default=None)


def _joined(runs: Sequence[Ruling]) -> Iterator[Ruling]:
    """Runs that follow one another at one height made one."""
    open_: list[Ruling] = []
    for run in sorted(runs, key=lambda run: run.start):
        ahead = [other for other in open_ if abs(other.at - run.at) <= LEVEL and _follows(run, other)]
        if not ahead:
            open_.append(run)
            continue
        best = min(ahead, key=lambda other: (abs(other.at - run.at), run.start - other.end))
        open_.remove(best)
        one, two = best.end - best.start, run.end - run.start
        at = (best.at * one + run.at * two) / (one + two)
        open_.append(Ruling(at, best.start, max(best.end, run.end)))
    yield from open_


def _follows(run: Ruling, before: Ruling) -> bool:
    """Whether only a gap parts two runs: it is shorter than they are. Stems of letters, line under line, are not."""
    shorter = min(run.end - run.start, before.end - before.start)
    return run.start - before.end <= min(GAP, PART * shorter)
