"""Round red stamps and blue signatures taken out of a page in colour; black letters under them stay.

A coloured ink lets black through and is nearly as bright as paper in its own colour: where a stamp lies, red alone is
looked at, and what is dark in it is black ink. Only shapes as large as stamps and signatures are taken out, for
figures and letters are written in blue and red too, and those must be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parsers.raster.picture import POINTS
from parsers.raster.sizing import reduced

if TYPE_CHECKING:
    from parsers.raster.picture import Grey, Pixels

SMALL_DPI = 75.0  # pixels an inch at which shapes are looked for
VIVID = 24  # of 255, by which an ink's colour outweighs the other two
RARE = 0.0003  # of the page; less coloured ink is not looked at further
COMMON = 0.25  # of the page; so much is a coloured ground
GLUE = 2.0  # points: parts of one stamp or signature stand closer
STAMP = (38.0, 150.0)  # points: the least and the greatest side of a stamp
SIGNED = (22.0, 230.0)  # points: least height, greatest length of a signature
RULED = 60.0  # points: a straight stroke of this length is a coloured ruling
RED, BLUE = 0, 2  # channels


def without_stamps(pixels: Pixels, dpi: float) -> Grey:
    """The page in grey, without red stamps and blue signatures."""
    import cv2

    if pixels.ndim == 2:
        return pixels
    grey: Grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    scale = min(SMALL_DPI / dpi, 1.0)
    small = reduced(pixels, scale)
    for channel in (RED, BLUE):
        shapes = _shapes(small, channel, dpi * scale)
        if shapes is not None:
            _take_out(grey, pixels, channel, cv2.resize(shapes, grey.shape[::-1], interpolation=cv2.INTER_NEAREST))
    return grey


def _shapes(small: Pixels, channel: int, dpi: float) -> Any:
    """Where shapes of that colour lie that are as large as stamps and signatures; None where none do."""
    import cv2
    import numpy

    vivid = _vivid(small, channel)
    if not RARE <= vivid.mean() <= COMMON:
        return None
    point = dpi / POINTS
    side = max(round(GLUE * point), 2) * 2 + 1
    ink = vivid.astype(numpy.uint8)
    glued = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))
    glued &= ~_ruled(ink, round(RULED * point))
    _, _, stats, _ = cv2.connectedComponentsWithStats(glued, connectivity=8)
    wide, high = stats[:, 2] / point, stats[:, 3] / point
    short, long = numpy.minimum(wide, high), numpy.maximum(wide, high)
    large = (short >= STAMP[0]) & (long <= STAMP[1])
    if channel == BLUE:
        large |= (short >= SIGNED[0]) & (long <= SIGNED[1])
    large[0] = False
    inside = numpy.zeros_like(ink)
    for left, top, width, height, _ in stats[large].tolist():
        # all of the stamp's box: what is written in its middle does not touch its ring
        inside[max(top - side, 0) : top + height + side, max(left - side, 0) : left + width + side] = 1
    return inside if large.any() else None


def _vivid(pixels: Pixels, channel: int) -> Any:
    """Which pixels are of that colour: it outweighs both others, against what the page's light gives it."""
    import cv2
    import numpy

    own = pixels[:, :, channel].astype(numpy.int16)
    others = [pixels[:, :, other].astype(numpy.int16) for other in range(3) if other != channel]
    over = own - numpy.maximum(*others)
    ground = cv2.medianBlur(cv2.resize(over, (24, 24), interpolation=cv2.INTER_AREA).astype(numpy.int16), 5)
    return over - cv2.resize(ground, over.shape[::-1], interpolation=cv2.INTER_LINEAR) >= VIVID


def _ruled(ink: Any, length: int) -> Any:
    """Coloured rulings, which are no stamp."""
    import cv2
    import numpy

    lying = cv2.morphologyEx(ink, cv2.MORPH_OPEN, numpy.ones((1, length), numpy.uint8))
    standing = cv2.morphologyEx(ink, cv2.MORPH_OPEN, numpy.ones((length, 1), numpy.uint8))
    return cv2.dilate(lying | standing, numpy.ones((3, 3), numpy.uint8))


def _take_out(grey: Grey, pixels: Pixels, channel: int, shapes: Any) -> None:
    """Inside the shapes, what is left of the page when the ink's own colour alone is looked at."""
    import numpy

    inside = shapes > 0
    own = pixels[:, :, channel][inside].astype(numpy.float32)
    over = _over(pixels[inside], channel).astype(numpy.float32)
    vivid = over >= VIVID
    if not vivid.any():
        return
    paper, ink = float(numpy.percentile(own, 90)), max(float(numpy.median(own[vivid])), 1.0)
    # full ink becomes as bright as paper, and what is half ink too; black under it keeps its share
    share = numpy.clip(over / float(numpy.median(over[vivid])), 0.0, 1.0)
    shown = numpy.clip(own * (1 + (paper / ink - 1) * share), 0, paper).astype(numpy.uint8)
    grey[inside] = numpy.maximum(grey[inside], shown)  # where stamp and signature cross, each is taken out


def _over(pixels: Any, channel: int) -> Any:
    import numpy

    own = pixels[:, channel].astype(numpy.int16)
    others = [pixels[:, other].astype(numpy.int16) for other in range(3) if other != channel]
    return own - numpy.maximum(*others)
