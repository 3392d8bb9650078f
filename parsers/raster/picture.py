"""What passes between the picture and its reader: a page as it came, and the same page cleaned, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from parsers.document import Box

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

    Pixels = NDArray[uint8]  # height × width (grey) or height × width × 3 (red, green, blue)
    Grey = NDArray[uint8]  # height × width; 0 is ink, 255 is paper

POINTS = 72.0  # to the inch

COLOURLESS = 4  # of 255, by which red, green and blue of a grey picture may differ

# Asked only where the picture itself does not tell which way is up: a grey page and its dpi → the quarter turns
# clockwise that set it upright, None where that is not known either.
AskTurn = Callable[["Grey", float], int | None]


@dataclass(frozen=True, slots=True)
class RawPicture:
    """One page's picture as it came, turned as its file says (EXIF, page rotation).

    `dpi` is pixels an inch of the page as shown; where a file does not say it, that of a page of A4.
    `photo`: it comes from a camera or a telephone, as far as the file tells; None where it does not.
    """

    pixels: Pixels
    dpi: float
    photo: bool | None = None

    @property
    def width(self) -> float:
        """Width of the page as it is shown, in points."""
        return float(self.pixels.shape[1]) * POINTS / self.dpi

    @property
    def height(self) -> float:
        """Height of the page as it is shown, in points."""
        return float(self.pixels.shape[0]) * POINTS / self.dpi


def without_colour(pixels: Pixels) -> Pixels:
    """The picture as grey where it has no colour, by a look at every eighth pixel of every eighth row."""
    import numpy

    if pixels.ndim == 2:
        return pixels
    sample = pixels[::8, ::8].astype(numpy.int16)
    if int((sample.max(axis=2) - sample.min(axis=2)).max(initial=0)) > COLOURLESS:
        return pixels
    return numpy.ascontiguousarray(pixels[:, :, 1])


class Way(NamedTuple):
    """The way from the cleaned page back to the page as it is shown, both in points from the top left.

    A curl comes first: what is at a point of the cleaned page was a shift (right, down) away from it; shifts stand at
    the crossings of `xs` and `ys`, row by row, and are linear between them. Then `matrix`, a 3 × 3 projective mapping.
    """

    matrix: tuple[float, ...] = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()
    shifts: tuple[tuple[tuple[float, float], ...], ...] = ()

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the cleaned page is on the page as it is shown."""
        if self.shifts:
            right, down = _shift(self, x, y)
            x, y = x + right, y + down
        a, b, c, d, e, f, g, h, i = self.matrix
        depth = g * x + h * y + i
        return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth

    def corners(self, box: Box) -> tuple[tuple[float, float], ...]:
        """The box's four corners on the page as it is shown, clockwise from the cleaned page's top left."""
        x0, top, x1, bottom = box
        return self.point(x0, top), self.point(x1, top), self.point(x1, bottom), self.point(x0, bottom)

    def box(self, box: Box) -> Box:
        """The upright box on the page as it is shown that holds the box of the cleaned page."""
        xs, ys = zip(*self.corners(box), strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page cleaned: grey, upright, straight, evenly lit, without coloured stamps and signatures.

    `rulings` are thin boxes in points of the cleaned page, as `parsers.grid.grids_of` takes them.
    `turn` is how many quarter turns clockwise were needed, `skew` how many degrees clockwise on top of them.
    `doubts` names what may make its reading unsure: `turn` (which way is up was not certain).
    """

    grey: Grey
    dpi: float
    rulings: tuple[Box, ...]
    way: Way
    turn: int = 0
    skew: float = 0.0
    doubts: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """Width of the cleaned page in points."""
        return float(self.grey.shape[1]) * POINTS / self.dpi

    @property
    def height(self) -> float:
        """Height of the cleaned page in points."""
        return float(self.grey.shape[0]) * POINTS / self.dpi

    def pixel(self, points: float) -> int:
        """Points as whole pixels of `grey`."""
        return round(points * self.dpi / POINTS)


def _shift(way: Way, x: float, y: float) -> tuple[float, float]:
    """The shift of a curl at a point, linear between the four crossings around it."""
    column, along = _slot(way.xs, x)
    row, down = _slot(way.ys, y)
    (a, b), (c, d) = (line[column : column + 2] for line in way.shifts[row : row + 2])
    shares = ((a, (1 - along) * (1 - down)), (b, along * (1 - down)), (c, (1 - along) * down), (d, along * down))
    return sum(spot[0] * share for spot, share in shares), sum(spot[1] * share for spot, share in shares)


def _slot(marks: tuple[float, ...], at: float) -> tuple[int, float]:
    """Between which marks it is, and how far along, within the first and the last."""
    last = len(marks) - 2
    index = next((n for n in range(last) if at < marks[n + 1]), last)
    start, end = marks[index], marks[index + 1]
    return index, min(max((at - start) / (end - start), 0.0), 1.0)
