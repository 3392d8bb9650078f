"""How a page lies in its picture, as one mapping of pixels: outline of a photo, quarter turns, lean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.raster.picture import POINTS, Way
from parsers.raster.sizing import reduced

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

A4 = (8.27, 11.69)  # inches
NEAR_A4 = 0.12  # by so much the sides of a photographed page may be out of proportion and yet be those of A4
JUST_A4 = 0.02  # by so much those of a scan may be; telephones' pictures are out of it by 0.06 and more

Point = tuple[float, float]


class Lie(NamedTuple):
    """From the picture's pixels to the page's: a 3 × 3 projective mapping, the page's size and resolution."""

    matrix: Any
    width: int
    height: int
    dpi: float


def whole(width: int, height: int, dpi: float) -> Lie:
    """The page is the picture."""
    import numpy

    return Lie(numpy.eye(3), width, height, dpi)


def is_cut_off(corners: Sequence[Point], width: int, height: int) -> bool:
    """Whether corners cut off a part of a picture that is itself a page of A4, as scanners make them: no page's edge,
    but a shade or a wide ruling."""
    upper, right, lower, left = (_length(corners[n], corners[(n + 1) % 4]) for n in range(4))
    return _off_a4(width, height) <= JUST_A4 and _off_a4(upper + lower, left + right) > NEAR_A4


def _off_a4(width: float, height: float) -> float:
    """By how much two sides are out of A4's proportion, lying or standing."""
    return abs(max(width, height) / min(width, height) / (A4[1] / A4[0]) - 1)


def within(corners: Sequence[Point]) -> Lie:
    """The page is what the corners enclose, clockwise from the top left; it is taken to be of A4, as reports are."""
    import cv2
    import numpy

    upper, right, lower, left = (_length(corners[n], corners[(n + 1) % 4]) for n in range(4))
    width, height = (upper + lower) / 2, (left + right) / 2
    if _off_a4(width, height) <= NEAR_A4:
        long = max(width, height)
        width, height = (long, long * A4[0] / A4[1]) if width > height else (long * A4[0] / A4[1], long)
    flat = numpy.array([(0, 0), (width, 0), (width, height), (0, height)], numpy.float32)
    matrix = cv2.getPerspectiveTransform(numpy.array(corners, numpy.float32), flat)
    return Lie(matrix, round(width), round(height), max(width, height) / A4[1])


def _length(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def turned(lie: Lie, turn: int) -> Lie:
    """The page after quarter turns clockwise."""
    import numpy

    width, height = lie.width, lie.height
    turns = {
        0: ((1, 0, 0), (0, 1, 0)), 1: ((0, -1, height), (1, 0, 0)),
        2: ((-1, 0, width), (0, -1, height)), 3: ((0, 1, 0), (-1, 0, width)),
    }  # fmt: skip
    matrix = numpy.array([*turns[turn % 4], (0, 0, 1)], float) @ lie.matrix
    return Lie(matrix, *((height, width) if turn % 2 else (width, height)), lie.dpi)


def leant(lie: Lie, angle: float) -> Lie:
    """The page after a turn counter-clockwise by `angle` degrees; nothing of it is cut off."""
    import math

    import numpy

    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    width, height = lie.width * cos + lie.height * abs(sin), lie.height * cos + lie.width * abs(sin)
    spin = numpy.array([(cos, sin, 0), (-sin, cos, 0), (0, 0, 1)], float)
    matrix = _moved(width / 2, height / 2) @ spin @ _moved(-lie.width / 2, -lie.height / 2) @ lie.matrix
    return Lie(matrix, round(width), round(height), lie.dpi)


def scaled(lie: Lie, dpi: float) -> Lie:
    """The page in another resolution."""
    import numpy

    share = dpi / lie.dpi
    matrix = numpy.diag([share, share, 1.0]) @ lie.matrix
    return Lie(matrix, max(round(lie.width * share), 1), max(round(lie.height * share), 1), dpi)


def _moved(x: float, y: float) -> Any:
    import numpy

    return numpy.array([(1, 0, x), (0, 1, y), (0, 0, 1)], float)


def page_of(grey: Grey, lie: Lie) -> Grey:
    """The page as it lies in the picture, cut out and set straight; white where the picture has none of it."""
    import cv2
    import numpy

    if numpy.allclose(lie.matrix, numpy.eye(3)) and grey.shape == (lie.height, lie.width):
        return grey
    turn = _quarter(lie.matrix, grey.shape)
    if turn is not None:
        return numpy.ascontiguousarray(numpy.rot90(grey, -turn))
    smaller = abs(float(numpy.linalg.det(lie.matrix[:2, :2]))) < 0.5
    if smaller:  # averages, where a mapping of single points would lose thin strokes
        share = abs(float(numpy.linalg.det(lie.matrix[:2, :2]))) ** 0.5
        small = reduced(grey, share)
        back = (grey.shape[1] / small.shape[1], grey.shape[0] / small.shape[0], 1.0)
        grey, lie = small, lie._replace(matrix=lie.matrix @ numpy.diag(back))
    size = (lie.width, lie.height)
    page: Grey = cv2.warpPerspective(grey, lie.matrix, size, flags=cv2.INTER_LINEAR, borderValue=255)
    return page


def _quarter(matrix: Any, shape: tuple[int, ...]) -> int | None:
    """Quarter turns clockwise that the mapping is, if it is nothing else."""
    import numpy

    height, width = shape
    plain = whole(width, height, POINTS)
    return next((turn for turn in (1, 2, 3) if numpy.allclose(matrix, turned(plain, turn).matrix)), None)


def way_of(lie: Lie, dpi: float) -> Way:
    """The way back, in points; `dpi` is the resolution of the page as it is shown."""
    import numpy

    to_pixels = numpy.diag([lie.dpi / POINTS, lie.dpi / POINTS, 1.0])
    to_points = numpy.diag([POINTS / dpi, POINTS / dpi, 1.0])
    back = to_points @ numpy.linalg.inv(lie.matrix) @ to_pixels
    return Way(tuple((back / back[2, 2]).ravel().tolist()))
