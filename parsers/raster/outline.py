"""A photographed page's outline: the four edges at which paper ends and the desk begins.

Edges are straight lines along which the inner side is brighter than the outer one right beside it: that holds in a
shadow too, which darkens paper and desk alike, and does not hold for the shadow's own edge inside the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.raster.sizing import reduced

if TYPE_CHECKING:
    from parsers.raster.picture import Pixels

SIZE = 640  # pixels; the longer side of the picture in which the outline is looked for
LEAN = 25.0  # degrees by which an edge may lean
CANDIDATES = 7  # edges tried for each side
SMALLEST = 0.25  # of the picture; a page that fills less is not what the photo is of
BRIGHTER = 12  # of 255; paper beside the desk
SEEN = 0.6  # of an edge's length along which paper ends visibly
MARGIN = 0.012  # of the picture's longer side; an outline nearer to all its edges is the picture's own

Point = tuple[float, float]


class Edge(NamedTuple):
    """A straight line as a·x + b·y = c, with (a, b) of length 1."""

    a: float
    b: float
    c: float


def outline_of(pixels: Pixels) -> tuple[Point, ...] | None:
    """The page's corners in pixels, clockwise from the top left; None where no page lies on a darker ground."""
    if _has_paper_all_around(pixels):
        return None
    scale = SIZE / max(pixels.shape[:2])
    small = reduced(pixels, min(scale, 1.0))
    light = _without_ink(small.min(axis=2) if small.ndim == 3 else small)
    height, width = light.shape
    lines = list(_edges_in(light))
    best, best_score = None, SEEN
    for sides in product(*(_candidates(lines, side, width, height) for side in range(4))):
        corners = [_crossing(sides[n - 1], sides[n]) for n in range(4)]
        if not _is_page(corners, width, height):
            continue
        score = _seen(light, corners)
        if score > best_score:
            best, best_score = corners, score
    if best is None or not _on_dark_ground(light, best):
        return None
    return tuple((x / scale, y / scale) for x, y in best)


def _has_paper_all_around(pixels: Pixels) -> bool:
    """Whether the picture ends in paper on all sides, as a scan does: a quick look that spares the search."""
    import numpy

    coarse = pixels[::8, ::8]
    light = coarse.min(axis=2) if coarse.ndim == 3 else coarse
    paper = float(numpy.percentile(light, 75))
    depth = max(round(0.01 * max(light.shape)), 1)
    sides = (light[:depth], light[-depth:], light[:, :depth], light[:, -depth:])
    return all(float(numpy.percentile(side, 20)) >= paper - 2 * BRIGHTER for side in sides)


def _on_dark_ground(light: Any, corners: Sequence[Point]) -> bool:
    """Whether what lies around the outline is mostly darker than what it encloses: a table's frame is on paper."""
    import cv2
    import numpy

    inside = numpy.zeros(light.shape, numpy.uint8)
    cv2.fillConvexPoly(inside, numpy.array(corners).round().astype(numpy.int32), 1)
    if inside.mean() > 0.99:
        return False
    paper, ground = numpy.median(light[inside == 1]), numpy.median(light[inside == 0])
    return bool(paper - ground >= BRIGHTER)


def _without_ink(light: Any) -> Any:
    """Brightness with letters and rulings closed."""
    import cv2
    import numpy

    side = max(SIZE // 60, 3) | 1
    closed = cv2.morphologyEx(light, cv2.MORPH_CLOSE, numpy.ones((side, side), numpy.uint8))
    return cv2.medianBlur(closed, 5)


def _edges_in(light: Any) -> Iterator[Edge]:
    """Straight edges, the strongest first."""
    import cv2
    import numpy

    edges = cv2.Canny(light, 15, 45)
    lines = cv2.HoughLines(edges, 1, numpy.pi / 360, round(0.18 * SIZE))
    for rho, theta in () if lines is None else lines.reshape(-1, lines.shape[-1])[:600, :2].tolist():
        yield Edge(float(numpy.cos(theta)), float(numpy.sin(theta)), rho)


def _candidates(lines: Sequence[Edge], side: int, width: int, height: int) -> list[Edge]:
    """Edges that may be the page's upper, right, lower or left side: all different, the picture's own edge last."""
    import math

    middle = (width / 2, height / 2)
    chosen: list[Edge] = []
    lies = side % 2 == 0
    for line in lines:
        lean = math.degrees(math.atan2(abs(line.a), abs(line.b)) if lies else math.atan2(abs(line.b), abs(line.a)))
        if lean > LEAN or len(chosen) == CANDIDATES:
            continue
        at = _place(line, middle, lies=lies)
        before = at < (middle[1] if lies else middle[0])
        if before != (side in (0, 3)) or any(_alike(line, other, middle, lies=lies) for other in chosen):
            continue
        chosen.append(line)
    border = (Edge(0, 1, 0), Edge(1, 0, width - 1), Edge(0, 1, height - 1), Edge(1, 0, 0))[side]
    return [*chosen, border]


def _place(line: Edge, middle: Point, *, lies: bool) -> float:
    """At which height (or how far to the right) it crosses the picture's middle."""
    return (line.c - line.a * middle[0]) / line.b if lies else (line.c - line.b * middle[1]) / line.a


def _alike(one: Edge, other: Edge, middle: Point, *, lies: bool) -> bool:
    return abs(_place(one, middle, lies=lies) - _place(other, middle, lies=lies)) < 6 and (
        abs(one.a * other.b - one.b * other.a) < 0.02
    )


def _crossing(one: Edge, other: Edge) -> Point:
    depth = one.a * other.b - one.b * other.a
    if abs(depth) < 1e-6:
        return (-1e6, -1e6)
    return (one.c * other.b - one.b * other.c) / depth, (one.a * other.c - one.c * other.a) / depth


def _is_page(corners: Sequence[Point], width: int, height: int) -> bool:
    """Whether corners lie in the picture, make a page of some size, and leave ground around it."""
    slack = 0.03 * max(width, height)
    if any(not (-slack <= x <= width + slack and -slack <= y <= height + slack) for x, y in corners):
        return False
    area = 0.5 * abs(sum(corners[n - 1][0] * y - x * corners[n - 1][1] for n, (x, y) in enumerate(corners)))
    near = MARGIN * max(width, height)
    edges = sum(min(x, width - x) < near for x, _ in corners) + sum(min(y, height - y) < near for _, y in corners)
    return area >= SMALLEST * width * height and edges < 6


def _seen(light: Any, corners: Sequence[Point]) -> float:
    """The share of the outline along which paper ends; sides on the picture's own edge count as half seen."""
    import numpy

    height, width = light.shape
    steps = numpy.linspace(0.06, 0.94, 40)
    shares = []
    for n in range(4):
        (x0, y0), (x1, y1) = corners[n], corners[(n + 1) % 4]
        xs, ys = x0 + (x1 - x0) * steps, y0 + (y1 - y0) * steps
        length = max(numpy.hypot(x1 - x0, y1 - y0), 1.0)
        right, down = -(y1 - y0) / length, (x1 - x0) / length  # towards the page's inside
        out = numpy.stack([xs - 4 * right, ys - 4 * down]).round().astype(int)
        inner = numpy.stack([xs + 4 * right, ys + 4 * down]).round().astype(int)
        beyond = (out[0] < 0) | (out[0] >= width) | (out[1] < 0) | (out[1] >= height)
        inside = light[inner[1].clip(0, height - 1), inner[0].clip(0, width - 1)].astype(int)
        outside = light[out[1].clip(0, height - 1), out[0].clip(0, width - 1)].astype(int)
        shares.append(float(numpy.where(beyond, 0.5, inside - outside >= BRIGHTER).mean()))
    return sum(shares) / 4 if min(shares) >= 0.35 else 0.0
