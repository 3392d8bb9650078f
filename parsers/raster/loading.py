"""A file that is a picture, or several, as pictures of pages: JPEG, PNG, TIFF, HEIC and their like.

What a file says of its size is checked before anything is unpacked. A telephone's JPEG may hold a second, smaller
picture, and a moving GIF many: only a TIFF has several pages.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from parsers.failures import Damaged, Empty, TooLarge
from parsers.raster.picture import RawPicture, without_colour

A4_LONG = 11.69  # inches; the longer side of the paper that reports are written on
PAPER = (7.0, 18.0)  # inches; the longer side of A5 and of A3: a resolution that gives another size was made up
COARSEST = 100.0  # pixels an inch; 72 and 96 are said by programs that do not know
FINEST = 300.0  # pixels an inch; more takes longer and reads no better
LONGEST = 4_200  # pixels; a photo of A4 that leaves some ground around it has 300 an inch then
MAX_PIXELS = 150_000_000  # of one picture; the largest telephones have 108 million
MAX_PAGES = 500  # of one file; each page of a scan has about a megabyte
CAMERA = (271, 272)  # EXIF: maker and model
PREVIEW = (254, 1)  # TIFF: what kind of picture it is, and the value that says: a smaller copy of another one


def pictures_of(data: bytes) -> Iterator[RawPicture]:
    """The file's pictures, one a page; raises `Unreadable` where it cannot be read."""
    if not data:
        raise Empty
    with _opened(data) as file:
        pages = getattr(file, "n_frames", 1) if file.format == "TIFF" else 1
        if pages > MAX_PAGES:
            raise TooLarge(what="pages", size=str(pages), limit=str(MAX_PAGES))
        for page in range(pages):
            file.seek(page)
            if page and file.format == "TIFF" and file.tag_v2.get(PREVIEW[0]) == PREVIEW[1]:
                continue
            yield _picture(file)


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """The file, as Pillow sees it; its failures as ours."""
    import struct

    from PIL import Image, UnidentifiedImageError

    _learn_heic(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large pictures; we have a limit of our own
            with Image.open(io.BytesIO(data)) as file:
                yield file
    except Image.DecompressionBombError as error:
        raise TooLarge(what="pixels", size=f">{MAX_PIXELS}", limit=str(MAX_PIXELS)) from error
    except UnidentifiedImageError as error:
        raise Damaged(detail="picture") from error
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, struct.error) as error:
        raise Damaged(detail="picture") from error


def _learn_heic(data: bytes) -> None:
    """Lets Pillow read HEIC; paid for only by those who have one."""
    if data[4:8] == b"ftyp":
        import pi_heif

        pi_heif.register_heif_opener(thumbnails=False)


def _picture(file: Any) -> RawPicture:
    """The page that the file is at, upright, no finer than needed."""
    import numpy
    from PIL import Image, ImageOps

    width, height = file.size
    if width * height > MAX_PIXELS:
        raise TooLarge(what="pixels", size=str(width * height), limit=str(MAX_PIXELS))
    dpi = _resolution(file)
    camera = any(file.getexif().get(tag) for tag in CAMERA)
    share = min(FINEST / dpi, LONGEST / max(width, height) if camera else 1.0, 1.0)
    file.draft("RGB", (round(width * share), round(height * share)))  # a JPEG need not be unpacked whole
    shown = ImageOps.exif_transpose(_plain(file))
    size = (max(round(width * share), 1), max(round(height * share), 1))
    if (shown.width > shown.height) != (width > height) and width != height:
        size = size[::-1]
    if shown.size != size:
        shown = shown.resize(size, Image.Resampling.BOX, reducing_gap=2.0)
    return RawPicture(without_colour(numpy.asarray(shown)), dpi * share, photo=True if camera else None)


def _resolution(file: Any) -> float:
    """Pixels an inch: what the file says, where that gives a sheet of paper; else as if it were of A4."""
    longest = float(max(file.size))
    stated = file.info.get("dpi", (0.0, 0.0))
    said = float(stated[0] or 0.0)
    square = abs(float(stated[1] or 0.0) - said) < 0.02 * said
    return said if said >= COARSEST and square and PAPER[0] <= longest / said <= PAPER[1] else longest / A4_LONG


def _plain(image: Any) -> Any:
    """Grey or red, green and blue, in bytes; on white where it lets something through."""
    import numpy
    from PIL import Image

    exif = image.getexif()
    if image.mode.startswith("I") or image.mode == "F":
        values = numpy.asarray(image).astype(numpy.float32)
        most = 65535.0 if values.max() > 255 else 255.0
        plain = Image.fromarray((values.clip(0, most) * (255.0 / most)).astype(numpy.uint8))
    elif image.mode in ("LA", "RGBA", "PA") or "transparency" in image.info:
        seen = image.convert("RGBA")
        plain = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")
    else:
        plain = image.convert("L" if image.mode in ("1", "L") else "RGB")
    if 274 in exif:  # how the camera was held
        plain.getexif()[274] = exif[274]
    return plain
