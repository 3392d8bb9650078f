"""From a page's picture as it came to a clean page: the chain of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parsers.raster.light import evened, stretched
from parsers.raster.picture import POINTS, AskTurn, PagePicture, RawPicture, Way
from parsers.raster.ruled import rulings_of
from parsers.raster.skew import skew_of

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

STRAIGHT = 0.03  # degrees; a page that leans less is left as it is


def cleaned(raw: RawPicture, ask: AskTurn | None = None) -> PagePicture:
    """The page upright, straight, evenly lit, with its rulings; `ask` tells which way is up where it is not clear."""
    import cv2

    del ask
    pixels = raw.pixels
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY) if pixels.ndim == 3 else pixels
    grey = stretched(evened(grey, raw.dpi))
    skew = skew_of(grey, raw.dpi)
    matrix = _turning(grey, skew)
    grey = (
        cv2.warpAffine(grey, matrix, grey.shape[::-1], flags=cv2.INTER_CUBIC, borderValue=255)
        if abs(skew) > STRAIGHT
        else grey
    )
    return PagePicture(grey, raw.dpi, rulings_of(grey, raw.dpi), _way(matrix, raw.dpi), skew=skew)


def _turning(grey: Grey, skew: float) -> Any:
    import cv2

    return cv2.getRotationMatrix2D((grey.shape[1] / 2, grey.shape[0] / 2), skew, 1.0)


def _way(matrix: Any, dpi: float) -> Way:
    import numpy

    back = numpy.linalg.inv(numpy.vstack([matrix, [0, 0, 1]]))
    s = POINTS / dpi
    scaled = numpy.diag([s, s, 1]) @ back @ numpy.diag([1 / s, 1 / s, 1])
    return Way(tuple(float(v) for v in scaled.ravel()))


def without_rulings(picture: PagePicture) -> Grey:
    """The cleaned page with paper where its rulings are, for reading its words."""
    return picture.grey
