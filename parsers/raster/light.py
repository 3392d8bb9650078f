"""Uneven light, shadows and coloured ink taken out: a page in colour becomes grey, its paper white."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parsers.raster.picture import POINTS
from parsers.raster.sizing import reduced

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

GROUND = 12.0  # points: what is dark and wider than twice this is ground, not ink
COARSE = 4.0  # points: one pixel of the picture in which the ground is looked for
FINE = 1.5  # points: one pixel of the picture in which dark edges are looked for
SHADE = 170  # of 255: darker is no paper
STRIP = 30.0  # points: text does not stand so near to the edge, and rulings that do go on
DEEPEST = 0.3  # of the page's brightness; a ground darker than this is ink after all (white letters on black)
PAPER = 250  # of 255: how white paper becomes
WHITE = 228  # of 255: what is brighter is paper with its grain


def evened(grey: Grey, dpi: float) -> Grey:
    """The page divided by the brightness of its ground, so that paper is white and ink keeps its share of it."""
    import cv2

    ground = ground_of(grey, dpi)
    full = cv2.resize(ground, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    even: Grey = cv2.divide(grey, full, scale=PAPER)
    return even


def ground_of(grey: Grey, dpi: float) -> Grey:
    """The page's brightness without its ink, in a picture of `COARSE` points a pixel."""
    import cv2
    import numpy

    scale = POINTS / (COARSE * dpi)
    size = (max(round(grey.shape[1] * scale), 8), max(round(grey.shape[0] * scale), 8))
    small = cv2.resize(reduced(grey, min(4 * scale, 1.0)), size, interpolation=cv2.INTER_AREA)
    side = 2 * round(GROUND / COARSE) + 1
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))
    ground = cv2.GaussianBlur(closed, (0, 0), 1.5)
    brightness = float(numpy.percentile(ground, 90))
    lit: Grey = numpy.maximum(ground, max(round(DEEPEST * brightness), 1)).astype(numpy.uint8)
    return lit


def trimmed(grey: Grey, dpi: float) -> Grey:
    """The page without what is dark along its edges: a scanner's lid, a desk, the shadow of the paper's edge."""
    import cv2
    import numpy

    scale = POINTS / (FINE * dpi)
    small = reduced(grey, min(scale, 1.0))
    dark = (small < SHADE).astype(numpy.uint8)
    outer = numpy.zeros(small.shape, bool)
    for turn in range(4):
        side, found = numpy.rot90(dark, turn), numpy.rot90(outer, turn)
        found[: round(STRIP / FINE)] |= _at_the_edge(side[: round(STRIP / FINE)])
    if not outer.any():
        return grey
    mask = cv2.dilate(outer.astype(numpy.uint8), numpy.ones((5, 5), numpy.uint8))
    full = cv2.resize(mask, grey.shape[::-1], interpolation=cv2.INTER_NEAREST)
    clear: Grey = numpy.where(full > 0, 255, grey).astype(numpy.uint8)
    return clear


def _at_the_edge(strip: Any) -> Any:
    """What is dark from the upper edge on, column by column, and does not go on beyond the strip."""
    import numpy

    dark = strip.astype(bool)
    dark[:2] |= dark[:3].any(axis=0)
    outer = numpy.logical_and.accumulate(dark, axis=0)
    return outer & ~outer[-1]


def stretched(grey: Grey) -> Grey:
    """The page with its darkest ink black and its paper white, without the paper's grain."""
    import cv2
    import numpy

    sample = grey[::4, ::4]
    ink = sample[sample < 0.7 * PAPER]
    if ink.size < 50:
        return grey
    black = min(float(numpy.percentile(ink, 10)), 0.5 * PAPER)
    table = numpy.clip((numpy.arange(256) - black) * (255.0 / (WHITE - black)), 0, 255).astype(numpy.uint8)
    clear: Grey = cv2.LUT(grey, table)
    return clear
