"""Pieces of a page's picture with frames around places, as small image files."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from extract.marking_spots import HERE, Scene
from extract.ownership import MARK
from parsers.document import Box
from parsers.raster.picture import POINTS, RawPicture

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 108.0  # of a piece: letters of 12 points are 18 pixels high, and a page's width is 890
WHOLE_DPI = 84.0
WIDEST = 1200  # pixels; the page of a workbook's sheet may be a metre wide
COLOURS = {"here": (200, 20, 30), "there": (20, 90, 190)}
LIT = (255, 225, 90)
AROUND = 2.5  # points between a place and its frame
THICK = 2  # pixels
INK = 200  # of 255; what is darker is written
BORDER = 14  # pixels left around what is written
HIDDEN = (150, 150, 150)
WEBP_QUALITY = 42
PNG_COLOURS = 24


class Drawn(NamedTuple):
    """A finished picture: its bytes by format, its size in pixels."""

    data: Mapping[str, bytes]
    width: int
    height: int


def page_image(raw: RawPicture, dpi: float) -> Image:
    """The page in grey, at the given resolution."""
    from PIL import Image

    image = Image.fromarray(raw.pixels).convert("L")
    share = dpi / raw.dpi
    size = (max(round(image.width * share), 1), max(round(image.height * share), 1))
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def drawn(page: Image, scene: Scene, words: Mapping[int, Sequence[Box]], hidden: Iterable[Box]) -> Any:
    """The scene cut from the page: its spots framed, the words of each (by its number) lit, what is hidden painted."""
    from PIL import Image, ImageChops, ImageDraw

    scale = resolution_of(scene) / POINTS
    image = page.convert("RGB")
    light = Image.new("RGB", image.size, (255, 255, 255))
    lamp = ImageDraw.Draw(light)
    for boxes in words.values():
        for box in boxes:
            lamp.rectangle(_pixels(box, scale, 1.0), fill=LIT)
    image = ImageChops.multiply(image, light)  # ink stays ink
    pen = ImageDraw.Draw(image)
    for box in hidden:
        pen.rectangle(_pixels(box, scale, 1.0), fill=HIDDEN)
    for spot in sorted(scene.spots, key=lambda spot: spot.role == HERE):
        _frame(pen, _pixels(spot.box, scale, AROUND), image.size, spot.role)
    piece = image.crop(_within(_pixels(scene.crop, scale, 0.0), image.size))
    return piece.crop(_written(piece))


def _written(piece: Any) -> tuple[int, int, int, int]:
    """The part of a piece that is not margin; of a scan all of it, for its paper is not white."""
    box = piece.convert("L").point(lambda light: 255 * (light < INK)).getbbox()
    if box is None:
        return (0, 0, *piece.size)
    left, high, right, low = box
    return _within((left - BORDER, high - BORDER, right + BORDER, low + BORDER), piece.size)


def resolution_of(scene: Scene) -> float:
    """Pixels an inch that the scene is shown at."""
    widest = WIDEST * POINTS / max(scene.crop.x1 - scene.crop.x0, 1.0)
    return min(WHOLE_DPI if scene.whole else DPI, widest)


def _pixels(box: Box, scale: float, around: float) -> tuple[int, int, int, int]:
    x0, top, x1, bottom = box
    edges = (x0 - around, top - around, x1 + around, bottom + around)
    left, high, right, low = (round(edge * scale) for edge in edges)
    return left, high, max(right, left), max(low, high)


def _within(edges: tuple[int, int, int, int], size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, high, right, low = edges
    return max(left, 0), max(high, 0), min(max(right, 1), size[0]), min(max(low, 1), size[1])


def _frame(pen: Any, edges: tuple[int, int, int, int], size: tuple[int, int], role: str) -> None:
    """A frame: solid for the place itself, dashed for the other, so that they differ without colours too."""
    left, high, right, low = edges
    left, high = max(left, 1), max(high, 1)
    right, low = min(max(right, left + 2), size[0] - 2), min(max(low, high + 2), size[1] - 2)
    if right <= left or low <= high:
        return
    if role == HERE:
        pen.rectangle((left, high, right, low), outline=COLOURS[role], width=THICK)
        return
    for y in (high, low):
        for x in range(left, right, 10):
            pen.line((x, y, min(x + 6, right), y), fill=COLOURS[role], width=THICK)
    for x in (left, right):
        for y in range(high, low, 10):
            pen.line((x, y, x, min(y + 6, low)), fill=COLOURS[role], width=THICK)


def encoded(image: Any, formats: Iterable[str]) -> Drawn:
    """The picture in the formats asked for."""
    return Drawn({name: _bytes(image, name) for name in sorted(formats)}, image.width, image.height)


def _bytes(image: Any, name: str) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    if name == "webp":
        image.save(file, "WEBP", quality=WEBP_QUALITY, method=2)
        return file.getvalue()
    image.quantize(PNG_COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True, pnginfo=own_mark())
    return file.getvalue()


def own_mark() -> Any:
    """What is written into our pictures, so that a later run does not take them for scans of a report."""
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Software", MARK)
    return told
