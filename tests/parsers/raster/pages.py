"""Small pages drawn in tests: letters, tables, stamps; and what befalls them."""

from __future__ import annotations

from typing import Any

import cv2
import numpy

DPI = 100.0
WORDS = "Truong da thuc hien day du cac ke hoach"
XS, YS = (60, 130, 300, 380, 520), (300, 340, 390, 470, 520)


def blank(width: int = 600, height: int = 800) -> Any:
    return numpy.full((height, width), 255, numpy.uint8)


def lined(page: Any, xs: tuple[int, ...] = XS, ys: tuple[int, ...] = YS, ink: int = 0) -> Any:
    """The page with a table whose rulings stand there."""
    page = page.copy()
    for y in ys:
        page[y, xs[0] : xs[-1] + 1] = ink
    for x in xs:
        page[ys[0] : ys[-1] + 1, x] = ink
    return page


def written(page: Any, top: int = 60, lines: int = 8) -> Any:
    """The page with lines of text: what rises above their letters is more than what hangs below."""
    page = page.copy()
    for n in range(lines):
        cv2.putText(page, WORDS, (60, top + 24 * n), cv2.FONT_HERSHEY_SIMPLEX, 0.55, 0, 1, cv2.LINE_AA)
    return page


def turned(page: Any, angle: float) -> Any:
    """The page turned counter-clockwise by degrees about its middle."""
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))


def photographed(page: Any, corners: tuple[tuple[float, float], ...], size: tuple[int, int]) -> Any:
    """The page with its corners there, clockwise from the top left, on a dark desk; in colour."""
    height, width = page.shape
    flat = numpy.array([(0, 0), (width, 0), (width, height), (0, height)], numpy.float32)
    matrix = cv2.getPerspectiveTransform(flat, numpy.array(corners, numpy.float32))
    seen = cv2.warpPerspective(page, matrix, size, borderValue=70)
    return cv2.cvtColor(seen, cv2.COLOR_GRAY2RGB)
