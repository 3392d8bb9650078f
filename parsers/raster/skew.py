"""By how much lines of text and rulings lean: the angle at which their ink falls together into rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

DPI = 100.0  # pixels an inch at which angles are measured; a line of 6 inches that leans 0.1° climbs one pixel
WIDEST = 5.0  # degrees looked at either way
STEPS = (0.5, 0.1, 0.02)  # degrees, from coarse to fine
MOST = 60_000  # points of ink; more say nothing new


def skew_of(grey: Grey, dpi: float) -> float:
    """Degrees clockwise by which the page's lines lean; 0 where nothing tells."""
    xs, ys = ink_of(grey, dpi)
    if len(xs) < 200:
        return 0.0
    best = 0.0
    reach = WIDEST
    for step in STEPS:
        count = round(reach / step)
        angles = [best + n * step for n in range(-count, count + 1)]
        best = max(angles, key=lambda angle: _sharpness(xs, ys, angle))
        reach = step
    return best


def ink_of(grey: Grey, dpi: float) -> tuple[Any, Any]:
    """Where the upper edges of ink are, in pixels of a page of `DPI`, from the page's middle."""
    import cv2
    import numpy

    scale = min(DPI / dpi, 1.0)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    dark = small < 160
    dark[0] = False
    ys, xs = numpy.nonzero(dark & ~numpy.roll(dark, 1, axis=0))
    if len(xs) > MOST:
        chosen = numpy.linspace(0, len(xs) - 1, MOST).astype(int)
        xs, ys = xs[chosen], ys[chosen]
    return xs - small.shape[1] / 2, ys - small.shape[0] / 2


def _sharpness(xs: Any, ys: Any, angle: float) -> float:
    """How unevenly ink is spread over rows that lean by the angle: most when rows are lines of text."""
    import numpy

    lean = numpy.tan(numpy.radians(angle))
    rows = (ys - xs * lean + 10_000).astype(numpy.int64)
    counts = numpy.bincount(rows - rows.min()).astype(float)
    return float(numpy.square(counts).sum())
