"""How a page's own space (y upwards, unturned) becomes a frame that is read from the top left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from parsers.document import Box, Sides
from parsers.making import maker
from parsers.pdfium import Bounds

_box = maker(Box)


class Frame(NamedTuple):
    """A page's bounds seen after `turn` quarter turns clockwise."""

    bounds: Bounds
    turn: int

    @property
    def width(self) -> float:
        """Width as seen."""
        bounds = self.bounds
        return bounds.top - bounds.bottom if self.turn % 2 else bounds.right - bounds.left

    @property
    def height(self) -> float:
        """Height as seen."""
        bounds = self.bounds
        return bounds.right - bounds.left if self.turn % 2 else bounds.top - bounds.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own space, from the frame's top left."""
        bounds = self.bounds
        if self.turn == 0:
            return x - bounds.left, bounds.top - y
        if self.turn == 1:
            return y - bounds.bottom, x - bounds.left
        if self.turn == 2:
            return bounds.right - x, y - bounds.bottom
        return bounds.top - y, bounds.right - x

    def box(self, bounds: Bounds) -> Box:
        """A rectangle of the page's own space, from the frame's top left."""
        xa, ya = self.point(bounds.left, bounds.bottom)
        xb, yb = self.point(bounds.right, bounds.top)
        return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))

    def boxes(self, many: Sequence[Sides]) -> list[Box]:
        """Rectangles of the page's own space, from the frame's top left."""
        return list(map(_box, self.sides(many)))

    def sides(self, many: Sequence[Sides]) -> Sequence[Sides]:
        """The sides of rectangles of the page's own space, from the frame's top left."""
        if self.turn:
            return [self.box(Bounds(*one)) for one in many]
        left, top = self.bounds.left, self.bounds.top
        return [(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in many]

    def back(self, x: float, y: float) -> tuple[float, float]:
        """The point of the page's own space that is seen at (x, y)."""
        bounds = self.bounds
        if self.turn == 0:
            return x + bounds.left, bounds.top - y
        if self.turn == 1:
            return y + bounds.left, x + bounds.bottom
        if self.turn == 2:
            return bounds.right - x, y + bounds.bottom
        return bounds.right - y, bounds.top - x

    def seen_from(self, other: Frame, box: Box) -> Box:
        """A box of this frame as the other frame of the same page sees it."""
        if other.turn == self.turn:
            return box
        xa, ya = self.back(box.x0, box.top)
        xb, yb = self.back(box.x1, box.bottom)
        return other.box(Bounds(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)))
