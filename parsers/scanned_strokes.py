"""Roman numerals in cells of scans, told by their strokes: "II" is read as "H", "III" as "IH", "II" or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from parsers.scanned_words import Sign, Word

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

LIKE_STROKES = re.compile(r"(?=.*[^\d.)])[IlLiíìịÍÌỊ1|!\[\]JjH]{1,4}[.)]?")  # what strokes are taken for
ONE = re.compile(r"[Il|!1][.)]?")
LEVEL = re.compile(r"(?:m[ưứu][cớ]?|đ[ộo])\W*", re.IGNORECASE)  # before a numeral that is a level
DUSTY = re.compile(r"(?:m[ưứ]c|độ)[.,'_]", re.IGNORECASE)
MOST = 3  # levels, and groups of criteria, are no more
INKED = 0.45  # of the way from paper to the darkest ink
FIRST, LAST = 0.2, 0.8  # of the height: between serifs
FOOT = 0.88  # of the height; lower, a full stop shows, or a serif
AGREE = 0.55  # of the rows between the serifs show as many strokes; the bar of an H crosses few
THICK = 0.4  # of the height; a stroke is thinner, the bar of a letter longer
LEAN = 0.15  # of the height; an italic stroke leans by so much
SURE = 0.93  # how likely strokes are counted right


def strokes_in(grey: Grey) -> int | None:
    """How many upright strokes, and nothing else, a piece of a picture shows."""
    import numpy

    if min(grey.shape) < 4:
        return None
    paper, darkest = float(numpy.percentile(grey, 90)), float(grey.min())
    if paper - darkest < 50:
        return None
    ink = grey < paper - INKED * (paper - darkest)
    rows = numpy.flatnonzero(ink.any(axis=1))
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    height = bottom - top
    between = ink[top + int(FIRST * height) : top + max(int(LAST * height), int(FIRST * height) + 1)]
    rows_of = [_runs(row) for row in between]
    count, agreeing = Counter(map(len, rows_of)).most_common(1)[0]
    if agreeing < AGREE * len(between) or not 1 <= count <= MOST:
        return None
    found = [runs for runs in rows_of if len(runs) == count]
    below = [_runs(row) for row in ink[top + int(FOOT * height) : bottom]]
    if sum(len(runs) > count for runs in below) > len(below) / 2:
        return None  # a full stop between them: "I.1"
    upright = all(_is_upright([runs[n] for runs in found], height) for n in range(count))
    return count if upright else None


def _is_upright(runs: Sequence[tuple[int, int]], height: int) -> bool:
    """Whether a stroke, given from where to where it goes in each row, is thin and does not lean."""
    middles = [(start + end) / 2 for start, end in runs]
    return max(middles) - min(middles) <= LEAN * height and max(end - start for start, end in runs) <= THICK * height


def _runs(row: Sequence[bool]) -> list[tuple[int, int]]:
    """From where to where each run of ink in a row of a picture goes."""
    edges = [0, *(int(value) for value in row), 0]
    starts = [n for n, (one, after) in enumerate(pairwise(edges)) if after > one]
    ends = [n for n, (one, after) in enumerate(pairwise(edges)) if after < one]
    return list(zip(starts, ends, strict=True))


def without_dust(words: Sequence[Word]) -> list[Word]:
    """The words of a cell; dust behind the word for a level is left out."""
    return [
        word._replace(text=word.text[:-1], signs=word.signs[:-1]) if DUSTY.fullmatch(word.text) else word
        for word in words
    ]


def with_numerals(grey: Grey, words: Sequence[Word]) -> list[Word]:
    """The words of a cell; one that looks like a Roman numeral is as its strokes tell."""
    return [
        _numeral(grey, word) if LIKE_STROKES.fullmatch(word.text) and _is_place(word, words) else word for word in words
    ]


def _is_place(word: Word, words: Sequence[Word]) -> bool:
    """Whether a numeral may stand there: alone in its cell, or last behind "Mức" or "Mức độ"."""
    others = [other for other in words if other is not word]
    return not others or all(LEVEL.fullmatch(other.text) for other in others)


def _numeral(grey: Grey, word: Word) -> Word:
    x0, top, x1, bottom = (round(value) for value in (word.x0, word.top, word.x1, word.bottom))
    count = strokes_in(grey[max(top, 0) : bottom, max(x0 - 1, 0) : x1 + 1])
    if count is None or (count == 1 and not ONE.fullmatch(word.text)):
        return word
    return as_numeral(word, count)


def as_numeral(word: Word, count: int) -> Word:
    """The word as the Roman numeral of so many strokes; surer where it was read as that before."""
    text = "I" * count
    if word.text == text:
        return word._replace(sure=max(word.sure, SURE))
    step = (word.x1 - word.x0) / count
    signs = [Sign("I", word.x0 + n * step, word.top, word.x0 + (n + 1) * step, word.base, SURE) for n in range(count)]
    less = ((word.text, 1 - SURE),) if word.text else ()
    return word._replace(text=text, sure=SURE, signs=tuple(signs), readings=((text, SURE), *less))
