"""A file that is a picture, or several, as pictures of pages: JPEG, PNG, TIFF, HEIC and their like."""

from __future__ import annotations

import io
from collections.abc import Iterator

from parsers.failures import Damaged
from parsers.raster.picture import RawPicture

A4_LONG = 11.69  # inches; the longer side of the paper that reports are written on


def pictures_of(data: bytes) -> Iterator[RawPicture]:
    """The file's pictures, one a page; raises `Unreadable` where it cannot be read."""
    import numpy
    from PIL import Image, ImageOps, ImageSequence

    try:
        with Image.open(io.BytesIO(data)) as file:
            for frame in ImageSequence.Iterator(file):
                shown = ImageOps.exif_transpose(frame).convert("RGB")
                yield RawPicture(numpy.asarray(shown), max(shown.size) / A4_LONG)
    except (OSError, SyntaxError, ValueError) as error:
        raise Damaged(detail="picture") from error
