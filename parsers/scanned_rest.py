"""Words that the first reading of a page left out, from the ink that no word covers.

Looking for text anywhere, Tesseract loses a word here and there, in tables most. What is left is put together in one
small picture, a stretch a line, and read once more; ink of letters of which even that makes nothing is kept as unread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from parsers.document import Box
from parsers.scanned_words import Word, words_of
from parsers.tesseract import LINES, words_in

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

DARK = 80  # of 255 darker than the paper; what is paler is no letter
PALE = 25  # of 255, with grain averaged out; of paper that holds nothing hardly a pixel is darker by so much
LOWEST, HIGHEST, WIDEST = 0.03, 0.25, 0.4  # inches; marks of print are within, specks, rulings and seals are not
TALL = 0.055  # inches; a stretch without a mark so tall holds no letter of 7 points
THIN = 0.01  # inches
ABOUT = 0.02  # inches; so far around a word its accents and tails may stand
APART = 0.14  # inches; as far apart stand marks of one stretch at most
LINE = 0.3  # inches; no line of print is higher
SHARED = 0.4  # of the lower mark; as much two marks of one line have beside each other
FEWEST = 2  # marks; a lone one is a figure of a cell, or dust
MOST, MOST_MARKS = 60, 900  # stretches, marks; with more the page is no text that stands upright
SURE = 0.75  # a word of the second reading; less sure ones are parts of letters ("[ức")
PAD, BETWEEN = 0.04, 0.12  # inches of paper around a stretch, and between two


class Mark(NamedTuple):
    """A stretch of ink in pixels, made of so many marks."""

    x0: int
    top: int
    x1: int
    bottom: int
    marks: int = 1


class Rest(NamedTuple):
    """The words of the page with those found in the second reading, and where ink is that was not read."""

    words: list[Word]
    unread: list[Box]


def with_rest(grey: Grey, dpi: float, words: Sequence[Word], is_text: Callable[[Word], bool]) -> Rest:
    """The words, and those of the ink between them; boxes in pixels."""
    loose = uncovered(marks_of(grey, dpi), words, dpi)
    if len(loose) > MOST_MARKS:
        return Rest(list(words), [_box(mark) for mark in loose])
    left = [stretch for stretch in stretches(loose, dpi) if stretch.marks >= FEWEST]
    if not left or len(left) > MOST:
        return Rest(list(words), [_box(stretch) for stretch in left])
    again = [word for word in _read_again(grey, dpi, left) if word.sure >= SURE and is_text(word)]
    unread = [_box(stretch) for stretch in left if not any(_is_in(word, stretch) for word in again)]
    return Rest([*words, *again], unread)


def _box(stretch: Mark) -> Box:
    return Box(*map(float, stretch[:4]))


def is_blank(grey: Grey, dpi: float) -> bool:
    """Whether a page holds nothing as large as print, however pale: the back of a sheet, in whose grain Tesseract sees
    words."""
    import cv2

    return not marks_of(cv2.blur(grey, (3, 3)), dpi, PALE)


def marks_of(grey: Grey, dpi: float, dark: float = DARK) -> list[Mark]:
    """The connected spots of ink that are as large as print."""
    import cv2
    import numpy

    ink = (grey < max(float(numpy.median(grey)) - dark, 1.0)).astype(numpy.uint8)
    _, _, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    high, wide = found[:, 3] / dpi, found[:, 2] / dpi
    fitting = found[(high >= LOWEST) & (high <= HIGHEST) & (wide >= THIN) & (wide <= WIDEST)]
    return [Mark(x, y, x + w, y + h) for x, y, w, h, _ in fitting.tolist()]


def uncovered(marks: Sequence[Mark], words: Sequence[Word], dpi: float) -> list[Mark]:
    """The marks whose middle no word covers."""
    import numpy

    if not marks:
        return []
    edges = numpy.array([(w.x0, w.top, w.x1, w.bottom) for w in words], float).reshape(-1, 4)
    edges += numpy.array([-ABOUT, -ABOUT, ABOUT, ABOUT]) * dpi
    middles = numpy.array([((m.x0 + m.x1) / 2, (m.top + m.bottom) / 2) for m in marks])
    x, y = middles[:, :1], middles[:, 1:]
    inside = (edges[:, 0] <= x) & (x <= edges[:, 2]) & (edges[:, 1] <= y) & (y <= edges[:, 3])
    covered: list[bool] = numpy.any(inside, axis=1).tolist()
    return [mark for mark, hidden in zip(marks, covered, strict=True) if not hidden]


def stretches(marks: Sequence[Mark], dpi: float) -> list[Mark]:
    """Marks beside each other made one; those without any as tall as a letter left out."""
    found: list[Mark] = []
    for mark in sorted(marks):
        at = next((n for n, known in enumerate(found) if _goes_on(known, mark, dpi)), None)
        if at is None:
            found.append(mark)
        else:
            found[at] = _joined(found[at], mark)
    return [stretch for stretch in found if stretch.bottom - stretch.top >= TALL * dpi]


def _goes_on(known: Mark, mark: Mark, dpi: float) -> bool:
    beside = min(known.bottom, mark.bottom) - max(known.top, mark.top)
    lower = min(known.bottom - known.top, mark.bottom - mark.top)
    whole = max(known.bottom, mark.bottom) - min(known.top, mark.top)
    return beside > SHARED * lower and mark.x0 - known.x1 < APART * dpi and whole < LINE * dpi


def _joined(one: Mark, other: Mark) -> Mark:
    around = (
        min(one.x0, other.x0),
        min(one.top, other.top),
        max(one.x1, other.x1),
        max(one.bottom, other.bottom),
    )
    return Mark(*around, one.marks + other.marks)


def _read_again(grey: Grey, dpi: float, left: Sequence[Mark]) -> Iterator[Word]:
    """The words that the stretches hold, each where it stands on the page."""
    picture, moves = _stacked(grey, dpi, left)
    for word in words_of(words_in(picture, dpi, LINES)):
        middle = (word.top + word.bottom) / 2
        for first, last, right, down in moves:
            if first <= middle <= last:
                yield moved(word, right, down)


def _stacked(grey: Grey, dpi: float, left: Sequence[Mark]) -> tuple[Grey, list[tuple[int, int, int, int]]]:
    """A picture of the stretches below each other; for each from where to where, and how far it is to the page."""
    import numpy

    pad, between = round(PAD * dpi), round(BETWEEN * dpi)
    crops = [(max(m.x0 - pad, 0), max(m.top - pad, 0), m.x1 + pad, m.bottom + pad) for m in left]
    parts = [grey[top:bottom, x0:x1] for x0, top, x1, bottom in crops]
    wide = max(part.shape[1] for part in parts) + 2 * between
    high = sum(part.shape[0] + between for part in parts) + between
    picture = numpy.full((high, wide), round(float(numpy.median(grey))), numpy.uint8)
    moves = []
    y = between
    for (x0, top, _, _), part in zip(crops, parts, strict=True):
        picture[y : y + part.shape[0], between : between + part.shape[1]] = part
        moves.append((y, y + part.shape[0], x0 - between, top - y))
        y += part.shape[0] + between
    return picture, moves


def moved(word: Word, right: float, down: float) -> Word:
    """The word so many pixels further right and down."""
    signs = tuple(
        s._replace(x0=s.x0 + right, top=s.top + down, x1=s.x1 + right, bottom=s.bottom + down) for s in word.signs
    )
    return word._replace(
        x0=word.x0 + right,
        top=word.top + down,
        x1=word.x1 + right,
        bottom=word.bottom + down,
        base=word.base + down,
        signs=signs,
    )


def _is_in(word: Word, stretch: Mark) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return stretch.x0 <= x <= stretch.x1 and stretch.top <= y <= stretch.bottom
