"""How a flat page comes to lie in a picture: curled, askew, aslant on a desk, turned; and where each point went."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy
from numpy.random import Generator

from corpus.scans.wear import Wear

Pixels = Any  # an array of height × width × 3, of bytes


@dataclass(frozen=True, slots=True)
class Curl:
    """How high a page's lines are bent, in pixels: `depth` at most, more at its foot than at its head by `lean`."""

    depth: float
    lean: float
    phase: float
    width: float
    height: float

    def rise(self, x: Any) -> Any:
        """How the bend goes along a line, between -1 and 1."""
        return numpy.sin(math.pi * (0.8 * x / self.width + self.phase))

    def bent(self, x: Any, y: Any) -> Any:
        """Where a point at height `y` comes to lie."""
        return y + self.depth * self.rise(x) * (1 + self.lean * (y / self.height - 0.5))

    def flat(self, x: Any, y: Any) -> Any:
        """At which height a point lay that is at `y` now."""
        along = self.depth * self.rise(x)
        return (y - along * (1 - self.lean / 2)) / (1 + along * self.lean / self.height)


@dataclass(frozen=True, slots=True)
class Course:
    """The way of a page's points into its picture, in pixels: curl first, then a projective mapping."""

    matrix: Any
    size: tuple[int, int]
    curl: Curl | None

    def points(self, points: Any) -> Any:
        """Where points of the flat page are in the picture."""
        placed = numpy.asarray(points, float).reshape(-1, 2).copy()
        if self.curl:
            placed[:, 1] = self.curl.bent(placed[:, 0], placed[:, 1])
        return cv2.perspectiveTransform(placed[None], self.matrix)[0]


def course_of(page: Pixels, wear: Wear, turn: int, rng: Generator) -> Course:
    """The way that a page takes."""
    height, width = page.shape[:2]
    curl = None
    if wear.curl:
        depth = wear.curl * wear.dpi / 72 * float(rng.uniform(0.5, 1)) * float(rng.choice((-1, 1)))
        curl = Curl(depth, float(rng.uniform(0, 0.8)), float(rng.uniform(0, 1)), width, height)
    matrix, size = _on_desk(page, wear, rng) if wear.desk else _askew(page, wear, rng)
    return Course(_turning(turn, size) @ matrix, size[::-1] if turn % 2 else size, curl)


def _askew(page: Pixels, wear: Wear, rng: Generator) -> tuple[Any, tuple[int, int]]:
    """On a scanner's glass: turned by a little and shifted; the picture is as large as the page."""
    height, width = page.shape[:2]
    angle = float(rng.uniform(-wear.skew, wear.skew))
    matrix = numpy.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])
    shift = rng.uniform(-4, 4, 2) * wear.dpi / 72 if wear.skew else (0.0, 0.0)
    matrix[:2, 2] += shift
    return matrix, (width, height)


def _on_desk(page: Pixels, wear: Wear, rng: Generator) -> tuple[Any, tuple[int, int]]:
    """On a desk, seen aslant: no corner leaves the picture."""
    height, width = page.shape[:2]
    angle = math.radians(float(rng.uniform(-wear.skew, wear.skew)))
    flat = numpy.array([(0, 0), (width, 0), (width, height), (0, height)], numpy.float32)
    middle = flat.mean(0)
    spin = numpy.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    moved = (flat - middle) @ spin.T + rng.uniform(-wear.aslant, wear.aslant, (4, 2)) * width
    border = rng.uniform(0.02, 0.12, 4) * width
    moved = moved - moved.min(0) + border[:2]
    size = (moved.max(0) + border[2:]).round().astype(int)
    return cv2.getPerspectiveTransform(flat, moved.astype(numpy.float32)), (int(size[0]), int(size[1]))


def _turning(turn: int, size: tuple[int, int]) -> Any:
    """Quarter turns clockwise of a picture of that size."""
    width, height = size
    turns = {
        0: ((1, 0, 0), (0, 1, 0)), 1: ((0, -1, height), (1, 0, 0)),
        2: ((-1, 0, width), (0, -1, height)), 3: ((0, 1, 0), (-1, 0, width)),
    }  # fmt: skip
    return numpy.array([*turns[turn], (0, 0, 1)], float)


def warped(page: Pixels, course: Course, ground: Pixels) -> Pixels:
    """The page as it lies in the picture, on the ground around it."""
    width, height = course.size
    us, vs = numpy.meshgrid(numpy.arange(width, dtype=numpy.float32), numpy.arange(height, dtype=numpy.float32))
    a, b, c, d, e, f, g, h, i = numpy.linalg.inv(course.matrix).astype(numpy.float32).ravel()
    depth = g * us + h * vs + i
    xs, ys = (a * us + b * vs + c) / depth, (d * us + e * vs + f) / depth
    if course.curl:
        ys = course.curl.flat(xs, ys).astype(numpy.float32)
    on_page = (xs > -0.5) & (ys > -0.5) & (xs < page.shape[1] - 0.5) & (ys < page.shape[0] - 0.5)
    drawn = cv2.remap(page, xs, ys, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return numpy.where(on_page[:, :, None], drawn, ground)
