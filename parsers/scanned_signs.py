"""The signs of a short text in a picture: where each letter, digit, dot and dash stands, and how its ink looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    from parsers.raster.picture import Grey

    Ink = NDArray[float32]  # HIGH × WIDE, 0 paper to 1 ink

HIGH, WIDE, MARGIN = 24, 18, 2  # pixels of a sign as it is looked at; the margin is free of ink
CONTRAST = 50  # of 255; paper without any ink varies by less
SPECK = 0.0012  # square inches over 100; what is smaller is dust (a full stop of 10 points has 0.003)
TALL = 0.6  # of the tallest sign; digits are as tall as capitals, dots and dashes less than half of it
APART = 0.012  # inches; paper between two lines of text is higher, paper within a sign is not
LOW = 0.04  # inches; a line of 6-point text is higher, dust is not; dashes are half as wide and flat
MOST = 40  # signs; more are no short text
INKED = 0.4  # of the way from paper to the darkest ink; thin strokes of a blurred digit reach no half of it
DASH = 1.5  # times as wide as high is a dash; blur makes a hyphen of 7 points twice as wide as high, dust is round
LONGEST_GAP = 0.3  # of a digit's height; wider paper is within no sign
WIDEST = 1.3  # times as wide as high is a percent sign
TOUCHING = 0.8  # times as wide as high: signs that may touch
USUAL = 0.6  # times as wide as high a digit is with the paper beside it
NARROWEST = 0.15  # of the height; a comma is wider
MOST_PARTS = 4  # pieces that a sign breaks into, or is cut into


class Mark(NamedTuple):
    """A connected spot of ink, in pixels of its picture."""

    x0: int
    top: int
    x1: int
    bottom: int

    @property
    def height(self) -> int:
        """How tall it is."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """How wide it is."""
        return self.x1 - self.x0

    def moved(self, by: int) -> Mark:
        """As far to the right."""
        return self._replace(x0=self.x0 + by, x1=self.x1 + by)


def marks_in(grey: Grey, dpi: float) -> list[Mark]:
    """The spots of ink in a piece of a picture, from left to right; those above one another made one."""
    import cv2
    import numpy

    if min(grey.shape) < 3:
        return []
    if float(numpy.median(grey)) - float(grey.min()) < CONTRAST:
        return []
    _, ink = cv2.threshold(grey, ink_below(grey), 255, cv2.THRESH_BINARY_INV)
    count, _, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    if count > 8 * MOST:
        return []
    least = max(SPECK / 100 * dpi * dpi, 2.0)
    high, wide = grey.shape
    spots = [
        Mark(x, y, x + w, y + h)
        for x, y, w, h, area in found[1:].tolist()
        if area >= least and not _is_edge(Mark(x, y, x + w, y + h), high, wide)
    ]
    return _stacked_made_one(sorted(spots))


def lines_in(grey: Grey, dpi: float) -> list[tuple[int, int]]:
    """From where to where the lines of a piece of a picture go, by the paper between them."""
    import numpy

    if min(grey.shape) < 3:
        return []
    paper, darkest = float(numpy.median(grey)), float(grey.min())
    if paper - darkest < CONTRAST:
        return []
    ink = grey < paper - INKED * (paper - darkest)
    inked = numpy.flatnonzero(ink.any(axis=1)).tolist()
    lines = [[inked[0], inked[0] + 1]]
    for row in inked[1:]:
        if row - lines[-1][1] >= APART * dpi:
            lines.append([row, row + 1])
        lines[-1][1] = row + 1
    wide = [int(ink[top:bottom].any(axis=0).sum()) for top, bottom in lines]
    return [
        (top, bottom)
        for (top, bottom), width in zip(lines, wide, strict=True)
        if bottom - top >= LOW * dpi or width >= max(LOW * dpi / 2, DASH * (bottom - top))
    ]


def _is_edge(mark: Mark, high: int, wide: int) -> bool:
    """Whether it is what a ruling left at the picture's edge."""
    at_side = mark.x0 == 0 or mark.x1 == wide
    at_end = mark.top == 0 or mark.bottom == high
    return (at_side and mark.height > 4 * mark.width) or (at_end and mark.width > 4 * mark.height)


def _stacked_made_one(marks: Iterable[Mark]) -> list[Mark]:
    """Marks of which those above one another (a broken digit, a letter and its accent) are one."""
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if last is not None and min(last.x1, mark.x1) - mark.x0 > 0.5 * min(last.width, mark.width):
            joined[-1] = _around(last, mark)
            continue
        joined.append(mark)
    return joined


def ink_of(grey: Grey, mark: Mark) -> Ink:
    """How a sign looks: its ink, as large as all others, in the middle."""
    import cv2
    import numpy

    part = grey[mark.top : mark.bottom, mark.x0 : mark.x1].astype(numpy.float32)
    paper = float(numpy.percentile(grey, 90))
    ink = numpy.clip((paper - part) / max(paper - float(part.min()), 1.0), 0.0, 1.0)
    room_high, room_wide = HIGH - 2 * MARGIN, WIDE - 2 * MARGIN
    scale = min(room_high / part.shape[0], room_wide / part.shape[1])
    size = (max(round(part.shape[1] * scale), 1), max(round(part.shape[0] * scale), 1))
    small: Any = cv2.resize(ink, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    shown = numpy.zeros((HIGH, WIDE), numpy.float32)
    top, left = (HIGH - size[1]) // 2, (WIDE - size[0]) // 2
    shown[top : top + size[1], left : left + size[0]] = small
    return shown


class Run(NamedTuple):
    """Neighbouring spots of ink that may be one sign: which, from `first` up to `last`, and where they stand."""

    first: int
    last: int
    mark: Mark


def runs_of(spots: Sequence[Mark], tallest: int) -> list[Run]:
    """Each spot alone, and those so near one another that they may be what is left of one sign."""
    found = []
    for first, spot in enumerate(spots):
        whole = spot
        found.append(Run(first, first + 1, whole))
        for last in range(first + 1, min(first + MOST_PARTS, len(spots))):
            gap = spots[last].x0 - whole.x1
            whole = _around(whole, spots[last])
            if gap > LONGEST_GAP * tallest or whole.width > WIDEST * tallest:
                break
            found.append(Run(first, last + 1, whole))
    return found


def spots_of(grey: Grey, marks: Iterable[Mark], tallest: int) -> list[Mark]:
    """The marks, those cut that are so wide that signs may touch in them."""
    found: list[Mark] = []
    for mark in marks:
        parts = max(round(mark.width / (USUAL * tallest)), 2) if mark.width > TOUCHING * tallest else 1
        found += cut_apart(grey, mark, parts) if parts > 1 and mark.height >= TALL * tallest else [mark]
    return found


def _around(one: Mark, other: Mark) -> Mark:
    return Mark(min(one.x0, other.x0), min(one.top, other.top), max(one.x1, other.x1), max(one.bottom, other.bottom))


def cut_apart(grey: Grey, mark: Mark, parts: int) -> Sequence[Mark]:
    """A mark of signs that touch each other, about so many, cut where it has least ink: where each sign should end, and
    where else it is thin (a comma takes less room)."""
    import numpy

    part = grey[mark.top : mark.bottom, mark.x0 : mark.x1].astype(numpy.float32)
    ink = 255.0 - part.mean(axis=0)
    step = mark.width / parts
    cuts = [0, mark.width]
    for n in range(1, parts):
        first, last = int((n - 0.25) * step), max(int((n + 0.25) * step), int((n - 0.25) * step) + 1)
        cuts.append(first + int(ink[first:last].argmin()))
    thin = [x for x in range(1, mark.width - 1) if ink[x - 1] >= ink[x] < ink[x + 1]]
    for x in sorted(thin, key=lambda x: float(ink[x]))[:parts]:
        if min(abs(x - cut) for cut in cuts) >= NARROWEST * mark.height:
            cuts.append(x)
    inked = part < ink_below(grey)
    return [_upright(mark, inked, left, right) for left, right in pairwise(sorted(cuts)) if inked[:, left:right].any()]


def _upright(mark: Mark, inked: Any, left: int, right: int) -> Mark:
    """The part of a mark from one column to another, as high as its ink."""
    import numpy

    rows = numpy.flatnonzero(inked[:, left:right].any(axis=1))
    return Mark(mark.x0 + left, mark.top + int(rows[0]), mark.x0 + right, mark.top + int(rows[-1]) + 1)


def ink_below(grey: Grey) -> float:
    """How bright ink is at most. (Not by histogram: the ink of one dash is too little to show in it.)"""
    import numpy

    paper, darkest = float(numpy.median(grey)), float(grey.min())
    return paper - INKED * (paper - darkest)
