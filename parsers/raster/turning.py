"""Which way up a page stands: by its words, and by what rises above their letters and hangs below them.

Latin letters have more and higher ascenders than descenders, and Vietnamese ones carry most of their marks above: the
ink beyond the bodies of a line's letters stands mostly on its upper side. Numbers and rulings say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from parsers.raster.picture import POINTS, AskTurn
from parsers.raster.skew import lines_of

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

DPI = 110.0  # pixels an inch; letters of 10 points have bodies of 7 pixels
RULED = 40.0  # points; a dark run of this length is no letter's
LINE = (6.0, 24.0)  # points; how high a line of text is
GLUE = 2.5  # points: letters of a word stand closer, words and lines further apart
WORD = 4.0  # points: the lowest letters
WIDE = 25.0  # points; shorter stretches of text say little
BODY = 0.45  # of the line's fullest rows; the bodies of letters fill more
# Deviations from as many lines either way; of 364 pages of scans and photos those set wrongly have 0.7 at most, and 20
# have less than this. (By ink, not by lines, whole pages were outvoted by two lines that touch.)
ENOUGH = 1.25


def turn_of(grey: Grey, dpi: float, ask: AskTurn | None) -> tuple[int, bool]:
    """Quarter turns clockwise that set the page upright, and whether that is sure."""
    import cv2
    import numpy

    scale = min(DPI / dpi, 1.0)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    ink = _letters(small, dpi * scale)
    # numpy turns counter-clockwise: the page is tried as if one quarter turn that way set it upright
    aside = numpy.ascontiguousarray(numpy.rot90(ink))
    quarter = _words(aside, dpi * scale) > _words(ink, dpi * scale)
    upright = aside if quarter else ink
    weight = _risen(_straight(upright, lines_of(upright).angle), dpi * scale)
    turn = (3 if weight >= 0 else 1) if quarter else (0 if weight >= 0 else 2)
    sure = abs(weight) >= ENOUGH
    if not sure and ask is not None:
        asked = ask(grey, dpi)
        if asked is not None:
            return asked, True
    return (turn, sure) if sure or quarter else (0, False)


def _letters(grey: Grey, dpi: float) -> Any:
    """The page's ink without its rulings: 255 where there is ink."""
    import cv2
    import numpy

    dark = (grey < 150).astype(numpy.uint8) * 255
    length = round(RULED * dpi / POINTS)
    lying = cv2.morphologyEx(dark, cv2.MORPH_OPEN, numpy.ones((1, length), numpy.uint8))
    standing = cv2.morphologyEx(dark, cv2.MORPH_OPEN, numpy.ones((length, 1), numpy.uint8))
    return dark & ~cv2.dilate(lying | standing, numpy.ones((3, 3), numpy.uint8))


def _words(ink: Any, dpi: float) -> int:
    """How much of the page is words that lie: letters that stand close make stretches longer than they are high."""
    import cv2
    import numpy

    point = dpi / POINTS
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((1, round(GLUE * point) | 1), numpy.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    wide, high = stats[1:, 2], stats[1:, 3]
    return int(wide[(high >= WORD * point) & (high <= LINE[1] * point) & (wide >= 2 * high)].sum())


def _straight(ink: Any, angle: float) -> Any:
    import cv2

    matrix = cv2.getRotationMatrix2D((ink.shape[1] / 2, ink.shape[0] / 2), angle, 1.0)
    return cv2.warpAffine(ink, matrix, ink.shape[::-1])


def _risen(ink: Any, dpi: float) -> float:
    """By how many deviations more lines have their ink beyond letters' bodies above them than below; each line counts
    once, for one that is none may have any amount."""
    votes = []
    for line in _text_lines(ink, dpi):
        profile = line.sum(axis=1).astype(float)
        top, bottom = _body(profile)
        above, below = profile[:top].sum(), profile[bottom:].sum()
        votes.append(int(above > below) - int(above < below))
    return float(sum(votes) / max(len(votes), 1) ** 0.5)


def _body(profile: Any) -> tuple[int, int]:
    """From which row to which the bodies of a line's letters go: the longest full stretch."""
    import numpy

    full = numpy.flatnonzero(profile >= BODY * numpy.percentile(profile, 95))
    runs = numpy.split(full, numpy.flatnonzero(numpy.diff(full) > 1) + 1)
    longest = max(runs, key=len)
    return int(longest[0]), int(longest[-1]) + 1


def _text_lines(ink: Any, dpi: float) -> Iterator[Any]:
    """The page's stretches of text, each cut out."""
    import cv2
    import numpy

    point = dpi / POINTS
    smeared = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((1, round(8 * point)), numpy.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(smeared, connectivity=8)
    for left, top, width, height, _ in stats[1:].tolist():
        if LINE[0] * point <= height <= LINE[1] * point and width >= WIDE * point:
            # marks may stand apart from their letters
            yield ink[max(top - round(3 * point), 0) : top + height + round(2 * point), left : left + width]
