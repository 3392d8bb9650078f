"""Figures in short cells, read a second time sign by sign: Tesseract loses lone digits and guesses at the rest.

Each tall sign is told by a small network (`parsers/data/digits.npz`, trained by `python -m corpus.digits` on drawn and
worn digits of some hundred fonts); dots, commas and dashes are told by where they stand. The network's answers are
probabilities that hold (of those given as 0.95 to 0.99, 0.999 were right on fonts that it had not seen), so that what
else a figure may be is kept with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.scanned_signs import TALL, Mark, cut_apart, ink_of, marks_in

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

NET = Path(__file__).parent / "data" / "digits.npz"
SIGNS = "0123456789/%x✓"  # what the network tells; its last answer is that a sign is none of them
LOWEST = 0.055  # inches; a digit of 7 points is as tall
FLAT = 1.8  # times as wide as high is a dash
TAIL = 0.12  # of a digit's height; a comma hangs at least so far below the line, a dot does not
WIDE = 0.95  # times as wide as high: two digits that touch
MOST_SIGNS = 8
LIKELY = 0.02  # a sign that is less likely than this is no other reading
UNIT = "đ"  # điểm, the one letter that is written right behind a score
LETTER = 0.5  # likely to be none of the signs; the letter behind a figure then is the unit
KEPT = 6  # readings of a figure

_PERCENT = re.compile(r"[.,]?%[.,]?|[.,]/[.,]")  # its circles may stand apart from its stroke

Readings = tuple[tuple[str, float], ...]


class Figure(NamedTuple):
    """A figure in a picture: where it stands, what it may be, the likeliest first, and how likely it is one at all."""

    mark: Mark
    base: int
    readings: Readings
    likely: float


class _Sign(NamedTuple):
    """A sign of a figure: a dot or dash (its text is known), or a tall one (its ink is looked at)."""

    mark: Mark
    text: str
    ink: Any = None


def figures_in(crops: Sequence[Grey], dpi: float) -> list[Figure | None]:
    """What each piece of a picture holds, if that is one figure."""
    rows = [_signs(crop, dpi) for crop in crops]
    inks = [(sign.ink, sign.mark.width / sign.mark.height) for row in rows for sign in row if sign.ink is not None]
    answers = iter(_answers(inks))
    found: list[Figure | None] = []
    for crop, row in zip(crops, rows, strict=True):
        told = [next(answers) if sign.ink is not None else None for sign in row]
        found.append(_figure(_touching_cut(crop, row, told)) if row else None)
    return found


def _signs(crop: Grey, dpi: float) -> list[_Sign]:
    """The signs of one line of a few; none where there are more, or several lines."""
    marks = marks_in(crop, dpi)
    if not marks or len(marks) > MOST_SIGNS:
        return []
    tallest = max(mark.height for mark in marks)
    tall = [mark for mark in marks if mark.height >= max(TALL * tallest, LOWEST * dpi)]
    if not tall:
        return [_Sign(marks[0], "-")] if len(marks) == 1 and marks[0].width > FLAT * marks[0].height else []
    top, base = sorted(mark.top for mark in tall)[len(tall) // 2], sorted(mark.bottom for mark in tall)[len(tall) // 2]
    if any(mark.bottom < top or mark.top > base + 0.3 * (base - top) for mark in marks):
        return []
    return [
        _Sign(mark, "", ink_of(crop, mark)) if mark in tall else _Sign(mark, _small(mark, top, base)) for mark in marks
    ]


def _small(mark: Mark, top: int, base: int) -> str:
    """What a sign much smaller than the digits is, by where it stands."""
    height = base - top
    if mark.bottom < base - 0.2 * height:
        return "-" if mark.width > FLAT * mark.height and mark.top > top + 0.2 * height else ""
    return "," if mark.bottom > base + TAIL * height else "."


def _answers(inks: Sequence[tuple[Any, float]]) -> list[list[float]]:
    """For each sign, how likely each answer is."""
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


def _touching_cut(
    crop: Grey, row: Sequence[_Sign], told: Sequence[list[float] | None]
) -> list[tuple[_Sign, list[float] | None]]:
    """The signs with their answers; one that is better read as two that touch is two."""
    done: list[tuple[_Sign, list[float] | None]] = []
    for sign, answer in zip(row, told, strict=True):
        if answer is not None and sign.mark.width > WIDE * sign.mark.height:
            parts = [_Sign(mark, "", ink_of(crop, mark)) for mark in cut_apart(crop, sign.mark, 2)]
            answers = _answers([(part.ink, part.mark.width / part.mark.height) for part in parts])
            if min(max(each[:10]) for each in answers) > max(answer[:-1]):
                done += zip(parts, answers, strict=True)
                continue
        done.append((sign, answer))
    return done


def _figure(signs: Sequence[tuple[_Sign, list[float] | None]]) -> Figure:
    """What the signs may be together."""
    readings: list[tuple[str, float]] = [("", 1.0)]
    likely = 1.0
    for place, (sign, answer) in enumerate(signs):
        is_unit = answer is not None and place > 0 and place == len(signs) - 1 and answer[-1] >= LETTER
        if answer is None or is_unit:
            choices = [(UNIT if is_unit else sign.text, 1.0)]
        else:
            choices = list(_choices(answer))
            likely *= 1.0 - answer[-1]
        grown = [(text + more, sure * chance) for text, sure in readings for more, chance in choices]
        readings = sorted(grown, key=lambda reading: -reading[1])[:KEPT]
    return Figure(*_place_of(signs), _tidy(readings, sum(answer is None for _, answer in signs)), likely)


def _tidy(readings: Sequence[tuple[str, float]], small: int) -> Readings:
    """Readings as figures are written; of several small marks none is a decimal comma."""
    whole = ((_PERCENT.sub("%", text), sure) for text, sure in readings)
    return tuple((text.replace(",", ".") if small > 1 else text, sure) for text, sure in whole)


def _place_of(signs: Sequence[tuple[_Sign, list[float] | None]]) -> tuple[Mark, int]:
    """Where the signs stand together, and on which baseline."""
    marks = [sign.mark for sign, _ in signs]
    around = Mark(marks[0].x0, min(m.top for m in marks), max(m.x1 for m in marks), max(m.bottom for m in marks))
    ends = sorted(sign.mark.bottom for sign, answer in signs if answer is not None) or [around.bottom]
    return around, ends[len(ends) // 2]


def _choices(answer: Sequence[float]) -> Iterator[tuple[str, float]]:
    """The signs that one may be, as if it were a figure's."""
    whole = max(sum(answer[:-1]), 1e-6)
    best = max(answer[:-1])
    for sign, chance in zip(SIGNS, answer, strict=False):
        if chance == best or chance / whole >= LIKELY:
            yield sign, chance / whole
