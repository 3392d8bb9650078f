"""Figures in short cells, read a second time sign by sign: Tesseract loses lone digits and guesses at the rest.

A worn sign breaks into pieces and neighbours run together, so every way to put a line's spots of ink together is looked
at (`parsers/scanned_readings.py`). Each run of spots is told by a small network (`parsers/data/digits.npz`, trained by
`python -m corpus.digits` on drawn and worn digits of some hundred fonts, whole ones, broken ones and ones that touch);
dots, commas and dashes are told by where they stand. The network's answers are probabilities that hold on fonts that it
has not seen, so that what else a figure may be is kept with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.scanned_readings import Readings, Told, likely_readings
from parsers.scanned_signs import DASH, TALL, Mark, Run, ink_of, marks_in, runs_of, spots_of

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

NET = Path(__file__).parent / "data" / "digits.npz"
SIGNS = "0123456789/%x✓đ"  # what the network tells; its last answer is that a run of spots is none of them
LOWEST = 0.055  # inches; a digit of 7 points is as tall
SHORTEST = 0.02  # inches; a hyphen of 7 points is longer
TAIL = 0.12  # of a digit's height; a comma hangs at least so far below the line, a dot does not
NEAR = 0.6  # of a digit's height; what is smaller than digits and further from them is dust
BELOW, ABOVE = 0.4, 0.2  # of a digit's height, about the line: there a comma ends
UNIT = "đ"  # điểm, the one letter that is written right behind a score
LETTER = 0.5  # likely to be none of the signs
IS_UNIT = 0.03  # of the letters behind a figure that are none of the network's are the unit in an odd type
MOST_SIGNS = 12
LIKELY = 0.004  # a sign that is less likely than this is no other reading
BETWEEN, BEHIND = 0.995, 0.6  # how likely a spot between two digits is a comma, one behind them a full stop: else dust
MIDDLE = 0.65  # of a digit's height; what is left of a comma stands lower
STROKE = 0.7  # how likely a spot where a stroke may be is a piece of one, not dust
LEADING_DASH, BETWEEN_DASH = 0.8, 0.9  # how likely a flat spot before a digit, between two is a dash
# Of a digit's height: how much paper is between two digits with a comma between them, at least; the second where one
# is a 1, or what is left of a digit. (Without a comma 1,129 pairs had up to 0.26 and 0.43, with one 712 had from 0.39
# and 0.47 on.)
ROOM, ROOM_BY_THIN = 0.33, 0.45
THIN = 0.3  # times as wide as high
NARROW = 0.03  # how likely a spot between two digits is a comma for which there is no room
LONE_DASH = 0.85  # how likely a flat spot alone in a cell is a dash; else what is left of a digit or of a ruling


class Strip(NamedTuple):
    """A line of a cell in a picture; what has its middle left of `left` or right of `right` is the neighbours'."""

    grey: Grey
    left: float = 0.0
    right: float = float("inf")


class Figure(NamedTuple):
    """A figure in a picture: where it stands, what it may be, the likeliest first, and how likely it is one at all."""

    mark: Mark
    base: int
    readings: Readings
    likely: float


class _Row(NamedTuple):
    """The spots of a line, from left to right, the ways to put them together, and between which heights digits are."""

    spots: tuple[Mark, ...]
    runs: tuple[Run, ...]
    top: int
    base: int

    @property
    def height(self) -> int:
        """How tall digits are."""
        return self.base - self.top


def figures_in(strips: Sequence[Strip], dpi: float) -> list[Figure | None]:
    """What each piece of a picture holds, if that is one figure."""
    rows = [_row(strip, dpi) for strip in strips]
    inks = [
        (ink_of(strip.grey, run.mark), run.mark.width / run.mark.height)
        for strip, row in zip(strips, rows, strict=True)
        if row is not None
        for run in row.runs
        if _is_tall(run, row)
    ]
    answers = iter(_answers(inks))
    return [
        None if row is None else _figure(row, [next(answers) if _is_tall(run, row) else None for run in row.runs])
        for row in rows
    ]


def _row(strip: Strip, dpi: float) -> _Row | None:
    """The spots of one line of a few signs; None where there are more, or several lines."""
    marks = [mark for mark in marks_in(strip.grey, dpi) if strip.left <= (mark.x0 + mark.x1) / 2 <= strip.right]
    if not marks:
        return None
    tallest = max(mark.height for mark in marks)
    tall = [mark for mark in marks if mark.height >= max(TALL * tallest, LOWEST * dpi)]
    if not tall:
        flat = [mark for mark in marks if mark.width > max(DASH * mark.height, SHORTEST * dpi)]
        return _Row((flat[0],), (Run(0, 1, flat[0]),), 0, 0) if len(flat) == 1 else None
    top, base = sorted(mark.top for mark in tall)[len(tall) // 2], sorted(mark.bottom for mark in tall)[len(tall) // 2]
    height = base - top
    if height <= 0 or any(mark.bottom < top or mark.top > base for mark in tall):
        return None
    kept = [mark for mark in marks if mark in tall or _may_belong(mark, tall, top, base)]
    if any(after.x0 - one.x1 > NEAR * height for one, after in pairwise(kept)):
        return None
    spots = spots_of(strip.grey, kept, height)
    return _Row(tuple(spots), tuple(runs_of(spots, height)), top, base) if len(spots) <= MOST_SIGNS else None


def _may_belong(mark: Mark, tall: Sequence[Mark], top: int, base: int) -> bool:
    """Whether a spot smaller than the digits may be of the figure, and is no dust."""
    height = base - top
    if mark.bottom < top or mark.bottom > base + BELOW * height:
        return False
    return min(max(mark.x0 - one.x1, one.x0 - mark.x1) for one in tall) <= NEAR / 2 * height


def _is_tall(run: Run, row: _Row) -> bool:
    return row.height > 0 and (run.mark.height >= TALL * row.height or run.last - run.first > 1)


def _figure(row: _Row, answers: Sequence[list[float] | None]) -> Figure | None:
    """What the spots may be together."""
    end = len(row.spots)
    told = [
        Told(
            run.first,
            run.last,
            _small(run, row) if answer is None else _choices(answer, run.first > 0 and run.first + 1 == end),
        )
        for run, answer in zip(row.runs, answers, strict=True)
    ]
    readings, likely = likely_readings(told, len(row.spots))
    if not readings:
        return None
    around = Mark(
        row.spots[0].x0,
        min(spot.top for spot in row.spots),
        max(spot.x1 for spot in row.spots),
        max(spot.bottom for spot in row.spots),
    )
    return Figure(around, row.base or around.bottom, readings, likely)


def _small(run: Run, row: _Row) -> tuple[tuple[str, float], ...]:
    """What a spot much smaller than the digits may be, by where it stands."""
    mark, height = run.mark, row.height
    if not height:
        return (("-", LONE_DASH),)
    if mark.bottom < row.base - ABOVE * height:
        dash, stroke = _dash(run, row), _stroke(run, row)
        return tuple((sign, chance) for sign, chance in (("-", dash), ("/", stroke), ("", 1 - dash - stroke)) if chance)
    if run.first == 0:
        return (("", 1.0),)
    is_between = run.last < len(row.spots)
    sure = (BETWEEN if _has_room(row, run) else NARROW) if is_between else BEHIND
    return (("," if mark.bottom > row.base + TAIL * height else ".", sure), ("", 1 - sure))


def _dash(run: Run, row: _Row) -> float:
    """How likely a spot above the line is a dash: before a figure, or between two."""
    if run.mark.width <= DASH * run.mark.height:
        return 0.0
    return LEADING_DASH if run.first == 0 else BETWEEN_DASH if run.last < len(row.spots) else 0.0


def _stroke(run: Run, row: _Row) -> float:
    """How likely a spot half up is what is left of a thin stroke between two digits ("6/10")."""
    between = _digits_about(run, row)
    is_low = run.mark.bottom > row.top + MIDDLE * row.height
    if between is None or is_low or _dash(run, row):
        return 0.0
    return STROKE if _are_apart(*between, row) else 0.0


def _digits_about(run: Run, row: _Row) -> tuple[Mark, Mark] | None:
    """The spots as tall as digits next before and behind."""
    tall = [spot.height >= TALL * row.height for spot in row.spots]
    before = next((n for n in range(run.first - 1, -1, -1) if tall[n]), None)
    behind = next((n for n in range(run.last, len(tall)) if tall[n]), None)
    return None if before is None or behind is None else (row.spots[before], row.spots[behind])


def _has_room(row: _Row, run: Run) -> bool:
    """Whether the digits about a spot stand so far apart that it may be a comma; left open where it touches them."""
    between = _digits_about(run, row)
    if between is None:
        return True
    left, right = between
    return run.mark.x0 == left.x1 or run.mark.x1 == right.x0 or _are_apart(left, right, row)


def _are_apart(left: Mark, right: Mark, row: _Row) -> bool:
    """Whether there is so much paper between two digits that a sign may stand between them."""
    is_thin = min(left.width, right.width) < THIN * row.height
    return right.x0 - left.x1 >= (ROOM_BY_THIN if is_thin else ROOM) * row.height


def _choices(answer: Sequence[float], is_end: bool) -> tuple[tuple[str, float], ...]:
    """The signs that a run of spots may be; behind a figure a letter most often is the unit."""
    found = [(sign, chance) for sign, chance in zip(SIGNS, answer, strict=False) if chance >= LIKELY]
    return (*found, (UNIT, IS_UNIT * answer[-1])) if is_end and answer[-1] > LETTER else tuple(found)


def _answers(inks: Sequence[tuple[Any, float]]) -> list[list[float]]:
    """For each run of spots, how likely each answer is."""
    import numpy

    if not inks:
        return []
    w1, b1, w2, b2 = _net()
    seen = numpy.stack([numpy.append(ink.ravel(), min(shape, 2.0)) for ink, shape in inks]).astype(numpy.float32)
    raw = numpy.maximum(seen @ w1 + b1, 0.0) @ w2 + b2
    grown = numpy.exp(raw - raw.max(axis=1, keepdims=True))
    answers: list[list[float]] = (grown / grown.sum(axis=1, keepdims=True)).tolist()
    return answers


@cache
def _net() -> tuple[Any, ...]:
    import numpy

    with numpy.load(NET, allow_pickle=False) as stored:
        return tuple(stored[name].astype(numpy.float32) for name in ("w1", "b1", "w2", "b2"))
