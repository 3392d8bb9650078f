"""Figures in columns that no rulings part: where words stand in a column of figures, what else stands there is one.

Tesseract loses lone digits in such tables more than elsewhere, and cells, in which they are looked for, there are none.
A column is told by the figures that were made out: several one below the other, with nothing close beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from parsers.scanned_rest import Mark, marks_of, stretches, uncovered
from parsers.scanned_words import Word

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

FEWEST = 3  # figures that make a column
BESIDE = 2  # of them beside such a column
ALONE = 0.9  # of its size; as much paper is on either side of a figure in a column
ALIKE = 0.3  # of its height; by so much other figures of the column are higher or lower
ROWS = 8  # times its height; so far above and below those made out others may stand
PAD = 0.3  # of its height; as much paper is taken above and below it
SURE = 0.9  # a word read with more is left alone
_FIGURE = re.compile(r"[\dSOlIgB]{1,3}(?:[.,]\d{1,2})?(?:/\d{1,3})?")  # letters that digits are taken for, too

Spot = tuple[int, int, int, int]  # left, top, right, bottom in pixels


class Column(NamedTuple):
    """Figures one below the other: from where to where, how high and how large they are."""

    left: float
    right: float
    top: float
    bottom: float
    height: float


def spots_in_columns(grey: Grey, dpi: float, words: Sequence[Word], unruled: Sequence[Word]) -> list[Spot]:
    """Where in columns of figures one may stand that was not made out, or not surely.

    `words` are all of the page, `unruled` those of them that stand in no table whose columns rulings part.
    """
    columns = _columns(unruled)
    if not columns:
        return []
    loose = stretches(uncovered(marks_of(grey, dpi), words, dpi), dpi)
    doubtful = [Mark(*map(round, (w.x0, w.top, w.x1, w.bottom))) for w in unruled if w.sure < SURE and _is_figure(w)]
    found = {mark: column for mark in (*loose, *doubtful) for column in columns if _is_in(mark, column)}
    return [_spot(mark, column) for mark, column in found.items()]


def _is_figure(word: Word) -> bool:
    return _FIGURE.fullmatch(word.text) is not None and any(map(str.isdigit, word.text))


def _columns(words: Sequence[Word]) -> list[Column]:
    """Columns of figures that stand alone; where there is one, fewer make others."""
    stacks = list(_stacks(words))
    most = max(map(len, stacks), default=0)
    return [_column(own) for own in stacks if most >= FEWEST and len(own) >= BESIDE]


def _stacks(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Figures that stand alone, those below each other together, from top to bottom."""
    rows = sorted(words, key=lambda word: word.top)
    alone = [word for word in rows if word.sure >= SURE and _is_figure(word) and _stands_alone(word, rows)]
    while alone:
        first, size = alone[0], alone[0].size
        own = [word for word in alone if min(word.x1, first.x1) > max(word.x0, first.x0) and word.size < 2 * size]
        alone = [word for word in alone if word not in own]
        yield own


def _column(own: Sequence[Word]) -> Column:
    return Column(
        min(word.x0 for word in own),
        max(word.x1 for word in own),
        own[0].top,
        own[-1].bottom,
        median(word.bottom - word.top for word in own),
    )


def _stands_alone(word: Word, words: Sequence[Word]) -> bool:
    """Whether no other word of its line is close."""
    reach = ALONE * word.size
    return not any(
        other is not word
        and min(other.bottom, word.bottom) > max(other.top, word.top)
        and other.x0 < word.x1 + reach
        and other.x1 > word.x0 - reach
        for other in words
    )


def _is_in(mark: Mark, column: Column) -> bool:
    """Whether ink is as high as the column's figures and stands among them, or in the rows next to them."""
    height, middle = mark.bottom - mark.top, (mark.x0 + mark.x1) / 2
    return (
        column.left - column.height <= middle <= column.right + column.height
        and abs(height - column.height) <= ALIKE * column.height
        and column.top - ROWS * column.height <= mark.top <= column.bottom + ROWS * column.height
        and mark.x1 - mark.x0 <= column.right - column.left + column.height
    )


def _spot(mark: Mark, column: Column) -> Spot:
    """The ink with paper about it."""
    pad = round(PAD * column.height)
    return max(mark.x0 - 2 * pad, 0), max(mark.top - pad, 0), mark.x1 + 2 * pad, mark.bottom + pad
