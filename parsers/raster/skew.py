"""By how much lines of text and rulings lean: the angle at which their ink falls together into rows."""

from __future__ import annotations

from typing import Any, NamedTuple

DPI = 110.0  # pixels an inch at which angles are measured; a line of 6 inches that leans 0.1° climbs one pixel
WIDEST = 5.0  # degrees looked at either way
STEPS = (0.2, 0.05, 0.02)  # degrees, from coarse to fine; a sharp peak is 0.3° wide
MOST = 30_000  # points of ink; more say nothing new
GOLDEN = 0.618034  # multiples of it are spread evenly over the unit
FEWEST = 200  # points of ink; fewer are no text


class Lines(NamedTuple):
    """How a page's lines lie: degrees clockwise that they lean, and how sharply rows and gaps part at that angle."""

    angle: float
    sharpness: float


def lines_of(ink: Any, steps: tuple[float, ...] = STEPS[:1]) -> Lines:
    """The lines of a picture whose ink is 255, as finely as the last step in degrees."""
    xs, ys = _edges(ink)
    if len(xs) < FEWEST:
        return Lines(0.0, 0.0)
    best, reach = Lines(0.0, 0.0), WIDEST
    for step in steps:
        count = round(reach / step)
        angles = [best.angle + n * step for n in range(-count, count + 1)]
        best = max((Lines(angle, _sharpness(xs, ys, angle)) for angle in angles), key=lambda lines: lines.sharpness)
        reach = step
    return best


def skew_of(grey: Any, dpi: float) -> float:
    """Degrees clockwise by which the page's lines lean; 0 where nothing tells."""
    import cv2

    scale = min(DPI / dpi, 1.0)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    return lines_of((small < 160).astype("uint8") * 255, STEPS).angle


def _edges(ink: Any) -> tuple[Any, Any]:
    """Where the upper edges of ink are, from the picture's middle: of a thick stroke as much as of a thin one."""
    import numpy

    dark = ink > 0
    above = numpy.zeros_like(dark)
    above[1:] = dark[:-1]
    ys, xs = numpy.nonzero(dark & ~above)
    if len(xs) > MOST:
        chosen = numpy.linspace(0, len(xs) - 1, MOST).astype(int)
        xs, ys = xs[chosen], ys[chosen]
    # somewhere within its pixel: whole numbers would fall together at no angle at all, whatever the lines do
    within = (numpy.arange(len(ys)) * GOLDEN) % 1.0
    return xs - ink.shape[1] / 2, ys + within + (ink.shape[0] / 2)


def _sharpness(xs: Any, ys: Any, angle: float) -> float:
    """How unevenly ink is spread over rows that lean by the angle: 1 where it is even."""
    import numpy

    rows = (ys - xs * numpy.tan(numpy.radians(angle))).astype(numpy.int64)  # ys are spread within their pixels
    counts = numpy.bincount(rows - rows.min()).astype(float)
    return float(numpy.square(counts).sum() * len(counts) / counts.sum() ** 2)
