"""The words of a page, with the figures in its cells read a second time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from parsers.document import Box
from parsers.grid import Grid
from parsers.raster.picture import POINTS, PagePicture
from parsers.scanned_figures import Figure, Strip, figures_in
from parsers.scanned_readings import Readings, weighed
from parsers.scanned_signs import Mark, lines_in, marks_in
from parsers.scanned_strokes import LIKE_STROKES, as_numeral, strokes_in, with_numerals, without_dust
from parsers.scanned_words import Sign, Word

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

INSET = 1.0  # points; so far from its rulings a cell's text stands at least
REACH = 2.0  # points beyond that; a digit that reaches over a cell's edge has its middle inside, a neighbour's outside
LONGEST = 24  # letters; a cell with more holds text
EDGE = 0.03  # inches; so near a cell's edge, and so low, is no text
GAP = 0.25  # of the tallest sign; as much paper is between two words at least
MOST_LINES = 10  # of figures alone in a cell; a criterion has up to eight items
CLEAR = 0.8  # surety with which Tesseract reads what is there
GUESSED = 0.6  # surety under which letters may have been seen in digits
SURE = 0.9  # beyond this neither is doubted
LEAST = 0.15  # likely to be a figure; where Tesseract sees nothing, that is told as a doubt
_ROMAN = re.compile(r"[IVXivx]{1,4}[.)]?")
HEIGHT = 0.66  # of the size; how tall digits are

Cell = tuple[int, int, int, int]  # left, top, right, bottom in pixels


def with_figures(picture: PagePicture, grey: Grey, grids: Sequence[Grid], words: Sequence[Word]) -> list[Word]:
    """The words; where a cell holds figures only, one a line, those in place of what was made out there before."""
    cells = [_pixels(picture, cell.box) for grid in grids if len(grid.cells) > 1 for cell in grid.cells]
    held, others = _sorted_into(cells, words)
    short = [cell for cell in cells if sum(len(word.text) for word in held[cell]) <= LONGEST]
    lines = [(cell, line) for cell in short for line in _lines(grey, cell, picture.dpi)]
    found = _figures(grey, picture.dpi, [line for _, line in lines])
    by_cell: dict[Cell, list[tuple[Cell, Word | None]]] = defaultdict(list)
    for (cell, line), figure in zip(lines, found, strict=True):
        by_cell[cell].append((line, _figure_at(grey, line, figure, held[cell])))
    for cell, figures in by_cell.items():
        held[cell] = _with(figures, held[cell])
    _find_lost(grey, picture.dpi, [(line, held[cell]) for cell, line in lines if held.get(cell)])
    for cell in short:
        held[cell] = with_numerals(grey, without_dust(held[cell]))
    kept = [word for word in others if _is_text([word]) or not _is_within(word, picture, grids)]
    return [*kept, *(word for group in held.values() for word in group)]


def with_figures_at(grey: Grey, dpi: float, spots: Sequence[Cell], words: Sequence[Word]) -> list[Word]:
    """The words; where a spot holds a figure, that in place of what was made out there before."""
    held, others = _sorted_into(spots, words)
    for spot, figure in zip(spots, _figures(grey, dpi, spots), strict=True):
        word = _figure_at(grey, spot, figure, held[spot])
        if word is not None and (held[spot] or (word.sure >= GUESSED and _is_told(word))):
            held[spot] = [word]
    return [*others, *(word for group in held.values() for word in group)]


def unruled(picture: PagePicture, grids: Sequence[Grid], words: Sequence[Word]) -> list[Word]:
    """The words that stand in no table whose columns rulings part."""
    ruled = [grid for grid in grids if len(grid.xs) > 2]
    return [word for word in words if not _is_within(word, picture, ruled)]


def _is_within(word: Word, picture: PagePicture, grids: Sequence[Grid]) -> bool:
    """Whether a word has its middle in a table; one that is in no cell of it then stands on a ruling."""
    x, y = ((one + other) / 2 * POINTS / picture.dpi for one, other in ((word.x0, word.x1), (word.top, word.bottom)))
    boxes = (cell.box for grid in grids if len(grid.cells) > 1 for cell in grid.cells)
    return any(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom for box in boxes)


def _with(figures: Sequence[tuple[Cell, Word | None]], words: Sequence[Word]) -> list[Word]:
    """A cell's words, given its lines, each with its figure if it is one; figures stand in place of words there."""
    told = [figure for _, figure in figures if figure is not None]
    if told and not any(figure is None and _is_text(_beside(line, words)) for line, figure in figures):
        return told
    replaced = [(_beside(line, words), figure) for line, figure in figures if figure is not None]
    gone = [word for beside, figure in replaced if _is_same_figure(beside, figure) for word in beside]
    kept = [word for word in words if word not in gone]
    added = [figure for beside, figure in replaced if all(word in gone for word in beside)]
    return [*kept, *(figure for figure in added if not any(_overlap(figure, word) for word in kept))]


def _is_same_figure(words: Sequence[Word], figure: Word) -> bool:
    """Whether the words on a line beside lines of text are a figure that was told sign by sign."""
    text = "".join(word.text for word in words)
    return figure.sure >= GUESSED and any(map(str.isdigit, text)) and not any(map(str.isalpha, text.rstrip("đ")))


def _is_text(words: Sequence[Word]) -> bool:
    """Whether words are more than what dust and rulings are taken for."""
    return any(
        word.sure >= GUESSED
        and any(sign.isalnum() or sign == "%" for sign in word.text)
        and (len(word.text) > 1 or word.sure > SURE)
        for word in words
    )


def _overlap(one: Word, other: Word) -> bool:
    """Whether two words stand in the same place."""
    return min(one.x1, other.x1) > max(one.x0, other.x0) and min(one.bottom, other.bottom) > max(one.top, other.top)


def _figures(grey: Grey, dpi: float, lines: Sequence[Cell]) -> list[Figure | None]:
    """What each line holds, if that is one figure; the marks of figures count from the lines' left edges."""
    reach = round((INSET + REACH) * dpi / POINTS)
    strips, before = [], []
    for left, top, right, bottom in lines:
        start = max(left - reach, 0)
        strips.append(Strip(grey[top:bottom, start : right + reach], left - start, right - start))
        before.append(left - start)
    return [
        figure and figure._replace(mark=figure.mark.moved(-by))
        for figure, by in zip(figures_in(strips, dpi), before, strict=True)
    ]


def _beside(line: Cell, words: Sequence[Word]) -> list[Word]:
    """The words on a line."""
    return [word for word in words if line[1] <= (word.top + word.bottom) / 2 <= line[3]]


def _find_lost(grey: Grey, dpi: float, lines: Sequence[tuple[Cell, list[Word]]]) -> None:
    """Adds the figures that end a line of words and were not made out: Tesseract makes "Mức" of "Mức 3"."""
    ends: list[tuple[Cell, list[Word]]] = []
    for line, words in lines:
        beside = _beside(line, words)
        if beside and not any(_is_told(word) for word in beside):
            start = _last_begins(marks_in(_cut(grey, line), dpi))
            if start is not None:
                ends.append(((line[0] + start, *line[1:]), words))
    for (rest, words), figure in zip(ends, _figures(grey, dpi, [rest for rest, _ in ends]), strict=True):
        if figure is None:
            continue
        text, chance = figure.readings[0]
        numeral = _numeral_at(grey, rest, figure)
        if numeral is not None:
            words.append(numeral)
        elif text.isdigit() and figure.likely * chance >= CLEAR:
            words.append(_word(rest, figure, figure.readings))


def _is_told(word: Word) -> bool:
    """Whether a word holds a figure already."""
    return bool(_ROMAN.fullmatch(word.text) or LIKE_STROKES.fullmatch(word.text)) or any(map(str.isdigit, word.text))


def _last_begins(marks: Sequence[Mark]) -> int | None:
    """Where the paper before a line's last word begins; None where it is of one word."""
    least = GAP * max((mark.height for mark in marks), default=0)
    return next((one.x1 for one, after in reversed(list(pairwise(marks))) if after.x0 - one.x1 >= least), None)


def _lines(grey: Grey, cell: Cell, dpi: float) -> list[Cell]:
    """The lines of a cell, with a little paper about each; none where there are too many for figures alone."""
    left, top, right, bottom = cell
    edge = EDGE * dpi
    lines = [
        (first, last)
        for first, last in lines_in(_cut(grey, cell), dpi)
        if last - first > edge or edge < first < last < bottom - top - edge  # else what is left of a ruling
    ]
    if len(lines) > MOST_LINES:
        return []
    return [(left, max(top + first - 2, top), right, min(top + last + 2, bottom)) for first, last in lines]


def _cut(grey: Grey, cell: Cell) -> Grey:
    left, top, right, bottom = cell
    return grey[top:bottom, left:right]


def _figure_at(grey: Grey, line: Cell, figure: Figure | None, words: Sequence[Word]) -> Word | None:
    """The figure on a line, given the words made out in its cell; None where there is none."""
    if figure is None:
        return None
    beside = _beside(line, words)
    numeral = None if beside else _numeral_at(grey, line, figure)
    if numeral is not None:
        return numeral
    readings = readings_of(figure, beside)
    return _as_sure(_word(line, figure, readings), beside) if readings else None


def _as_sure(word: Word, words: Sequence[Word]) -> Word:
    """The figure, as sure as the surer of two readings that agree."""
    if not words or "".join(one.text for one in words) != word.text:
        return word
    return word._replace(sure=max(word.sure, min(one.sure for one in words)))


def _numeral_at(grey: Grey, line: Cell, figure: Figure) -> Word | None:
    """The Roman numeral of a line; the network does not know them, and takes them for ones rather than anything."""
    text, chance = figure.readings[0]
    if set(text) != {"1"} or figure.likely * chance >= GUESSED or strokes_in(_cut(grey, line)) != len(text):
        return None
    return as_numeral(_word(line, figure, figure.readings), len(text))


def _pixels(picture: PagePicture, box: Box) -> Cell:
    left, top = max(picture.pixel(box.x0 + INSET), 0), max(picture.pixel(box.top + INSET), 0)
    return left, top, picture.pixel(box.x1 - INSET), picture.pixel(box.bottom - INSET)


def _sorted_into(cells: Iterable[Cell], words: Sequence[Word]) -> tuple[dict[Cell, list[Word]], list[Word]]:
    """The words by the cell that their middle is in, and the others."""
    held: dict[Cell, list[Word]] = defaultdict(list)
    others = list(words)
    for cell in cells:
        left, top, right, bottom = cell
        inside = [w for w in others if left <= (w.x0 + w.x1) / 2 <= right and top <= (w.top + w.bottom) / 2 <= bottom]
        if inside:
            held[cell] = inside
            others = [word for word in others if word not in inside]
    return held, others


def readings_of(figure: Figure, words: Sequence[Word]) -> Readings:
    """What a cell's figure may be, given what was made out there before; nothing where it is no figure."""
    text = "".join(word.text for word in words)
    sure = min((word.sure for word in words), default=0.0)
    letters = sum(sign.isalpha() and sign not in "đxX" for sign in text)
    if not figure.readings or (_ROMAN.fullmatch(text) and text not in "xX" and sure > 1 - CLEAR):
        return ()
    best, chance = figure.readings[0]
    whole = figure.likely * chance
    if whole < (CLEAR if letters else LEAST):
        return ()
    # Several letters are believed, but where they were guessed or several signs are digits without doubt.
    if letters > 1 and not (best[0].isdigit() and (sure < GUESSED or (whole > SURE and len(best) > 1 and sure < SURE))):
        return ()
    return figure.readings if letters or not text else weighed(figure.readings, text)


def _word(cell: Cell, figure: Figure, readings: Readings) -> Word:
    """The figure as a word of the page."""
    left, top = cell[:2]
    mark, (text, chance) = figure.mark, readings[0]
    x0, x1 = float(left + mark.x0), float(left + mark.x1)
    above, base = float(top + mark.top), float(top + figure.base)
    step = (x1 - x0) / len(text)
    signs = tuple(Sign(sign, x0 + n * step, above, x0 + (n + 1) * step, base, chance) for n, sign in enumerate(text))
    size = (base - above) / HEIGHT
    return Word(text, x0, above, x1, float(top + mark.bottom), base, size, chance * figure.likely, signs, readings)
