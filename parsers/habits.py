"""How the whole rows of a table look, away from page breaks: by that a row cut by a break is told from two rows."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

from parsers.document import Box
from parsers.heights import Heights, Placed, heights_of
from parsers.lines import TextLine
from parsers.paragraphs import has_no_room

ENOUGH = 3  # whole rows that show how the rows of a table look
UNSEEN = 2.0  # rows; how much may be thought of a row of a look that no other has
MANY = 6  # whole rows that show how far rows go below their text
STATES = 9
WIDE = -1  # stands for the column of cells over several
LESS = 0.5  # points less space than in any whole row: the row is cut
PADDING = 6.0  # points; Word keeps 5.4 free at a cell's sides, LibreOffice 2.8
LONG = 12  # characters; a row's number is shorter

NUMBER = re.compile(r"\W*\d+([.,]\d+)?\W*")
ITEM = re.compile(r"[-–—•*+▪●\uf0b7]\s*\S|\d{1,2}(\.\d{1,2})*[.)]|[a-zđ][.)](\s|$)")
_LETTER, _DIGITS = re.compile(r"^[a-zđ](?=[.)]|$)"), re.compile(r"\d+")
_FIGURE = re.compile(r"\W*\d[\d.,/%\s–-]*\w{0,5}\W*")


T = TypeVar("T")
Look = tuple[str, ...]  # of a row: what each column holds
Step = tuple[bool, float]  # between two lines of a cell: whether a paragraph begins, how far apart they are


class WholeCell(NamedTuple):
    """A cell of the whole table: what stands of it on each page, and the texts of its lines over all pages."""

    row: int
    column: int
    row_span: int
    column_span: int
    pages: tuple[tuple[int, Box, tuple[TextLine, ...]], ...]
    lines: tuple[str, ...]


class ByColumn(dict[int, T]):
    """What is told of each column, worked out for those that are asked about: few breaks ask about all."""

    def __init__(self, told: Callable[[int], T]) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, column: int) -> T:
        value = self[column] = self._told(column)
        return value


class Habits(NamedTuple):
    """What the whole rows `seen` have in common: their looks; the least space about their text.

    `merging` are columns with cells over several rows, `keys` the forms of the numbers in the first column (none where
    that holds text). `above` is the least space above the text of each column, `below` that below the lowest text of a
    row, `most_below` the most; None where there are no rulings to measure from. `anew` is the share of each column's
    cells that hold more than one paragraph, after these that of cells over several columns; `apart` how much further
    apart than lines these are (None: no cell shows it), `values` are the texts of whole cells, by column; `heights`
    those of rows. `wide_again` is the evidence that the row below a wide one is wide too; `listed` by column, as in
    `anew`, that text is no cell's beginning but a further paragraph of one, if it is no item of a list and if it is.
    `short` are columns of which no cell has two lines.
    """

    seen: int
    rows: Counter[Look]
    columns: tuple[Counter[str], ...]
    merging: frozenset[int]
    keys: frozenset[str]
    above: dict[int, float]
    below: float | None
    most_below: float | None
    centred: bool
    anew: Mapping[int, float]
    apart: Callable[[], float | None]
    values: Mapping[int, frozenset[str]]
    heights: Heights
    wide_again: float
    listed: Mapping[int, tuple[float, float]]
    short: frozenset[int]

    def likelihood(self, look: Look) -> float:
        """The logarithm of how likely a row of this look is."""
        chance = UNSEEN
        for counted, state in zip(self.columns, look, strict=True):
            chance *= (counted[state] + 0.25) / (self.seen + 0.25 * STATES)
        return math.log((self.rows[look] + chance) / (self.seen + UNSEEN))

    @property
    def usual(self) -> float:
        """The mean likelihood of the rows seen."""
        return sum(self.likelihood(look) * times for look, times in self.rows.items()) / max(self.seen, 1)


def look_of(lines: Sequence[str], column: int) -> str:
    """What a cell holds: nothing, a figure or text; of a number in the first column its form."""
    if not lines:
        return "E"
    text = " ".join(lines)
    if column == 0 and len(text) <= LONG:
        return shape_of(text)
    return "N" if all(map(_FIGURE.fullmatch, lines)) else "T"


def shape_of(key: str) -> str:
    """A number's form: "TC 1.6" and "TC 2.3" have the same, and so have "a)" and "b)"."""
    return _LETTER.sub("a", _DIGITS.sub("0", "".join(key.split())))


def habits_of(parts: Iterable[tuple[Sequence[WholeCell], range]], columns: int, *, ruled: bool) -> Habits:
    """Habits from parts, each with those of its rows that no page break can have cut."""
    looks: list[Look] = []
    keys: list[str] = []
    texts: dict[int, list[WholeCell]] = defaultdict(list)
    spaces = _Spaces({}, [], [])
    placed: list[list[Placed]] = []
    merging: set[int] = set()
    followed: Counter[bool] = Counter()
    for cells, whole in parts:
        own = list(_looks(cells, whole, columns))
        followed.update(_is_wide(below) for above, below in pairwise(own) if _is_wide(above))
        looks += own
        # the table's first row may be a heading's, of which other cells are merged
        high = (cell for cell in cells if cell.row_span > 1 and (cell.row or whole.start))
        merging.update(cell.column for cell in high if cell.column_span == 1)
        for cell in cells:
            if cell.row in whole and cell.lines:
                texts[cell.column if cell.column_span == 1 else WIDE].append(cell)
        keys += [" ".join(cell.lines) for cell in cells if cell.column == 0 and cell.row in whole and cell.lines]
        spaces.add(cells, whole)
        placed += _placed(cells, whole) if ruled else ()
    steps = ByColumn(lambda column: [list(_steps(cell)) for cell in texts.get(column, ())])
    short = sum(len(key) <= LONG for key in keys) * 2 >= len(keys)
    return Habits(
        len(looks),
        Counter(looks),
        tuple(Counter(look[column] for look in looks) for column in range(columns)),
        frozenset(merging),
        frozenset(map(shape_of, keys)) if short else frozenset(),
        spaces.above if ruled else {},
        min(spaces.below, default=None) if ruled else None,
        max(spaces.below) if ruled and len(spaces.below) >= MANY else None,
        spaces.is_centred(),
        ByColumn(lambda column: _share_of_paragraphs(steps[column])),
        cache(lambda: _distance([step for column in texts for cell in steps[column] for step in cell])),
        ByColumn(lambda column: frozenset(" ".join(cell.lines) for cell in texts.get(column, ()))),
        heights_of(placed, merges=bool(merging)),
        _wide_again(followed, sum(map(_is_wide, looks)) / max(len(looks), 1)),
        ByColumn(lambda column: _listed(texts.get(column, ()), steps[column])),
        frozenset(n for n, cells in texts.items() if len(cells) > ENOUGH and all(len(c.lines) == 1 for c in cells)),
    )


def _is_wide(look: Look) -> bool:
    return set(look) == {"W"}


def _wide_again(followed: Counter[bool], usual: float) -> float:
    """Evidence that the row below a wide one is wide too, from the rows below wide ones that are and are not."""
    return math.log((followed[True] + 0.5) / (followed.total() + 1) / usual) if followed.total() >= ENOUGH else 0.0


def _placed(cells: Sequence[WholeCell], whole: range) -> Iterator[list[Placed]]:
    """The cells of one row and one column, by whole row."""
    rows: dict[int, list[Placed]] = defaultdict(list)
    for cell in cells:
        if cell.row in whole and cell.row_span == cell.column_span == 1:
            _, box, lines = cell.pages[0]
            rows[cell.row].append((cell.column, box, lines))
    yield from rows.values()


def _share_of_paragraphs(cells: Sequence[Sequence[Step]]) -> float:
    """The share of cells that hold several paragraphs; never quite none or all of them."""
    several = sum(any(anew for anew, _ in steps) for steps in cells)
    return (several + 0.5) / (len(cells) + 1)


def _listed(cells: Sequence[WholeCell], steps: Sequence[Sequence[Step]]) -> tuple[float, float]:
    """Evidence of a further paragraph, not of a cell's beginning, in text that is no item of a list and that is one."""
    begun = Counter(bool(ITEM.match(cell.lines[0])) for cell in cells)
    further = Counter(
        bool(ITEM.match(line.text))
        for cell, between in zip(cells, steps, strict=True)
        for (anew, _), line in zip(between, cell.pages[0][2][1:], strict=True)
        if anew
    )
    likely = (further.total() + 1) / (begun.total() + 1)
    none, item = (math.log((further[case] + 0.5) / (begun[case] + 0.5) / likely) for case in (False, True))
    return none, item


def _distance(steps: Sequence[Step]) -> float | None:
    """How much further apart than lines paragraphs of one cell are."""
    apart, close = sorted(s for anew, s in steps if anew), sorted(s for anew, s in steps if not anew)
    return apart[len(apart) // 2] - close[len(close) // 2] if apart and close else None


def _steps(cell: WholeCell) -> Iterator[Step]:
    """The steps between the lines of a cell that stands on one page."""
    _, box, lines = cell.pages[0]
    for before, line in pairwise(lines):
        yield begins_anew(box, before, line), line.base - before.base


def begins_anew(box: Box, before: TextLine, line: TextLine) -> bool:
    """Whether a line of a cell is no rest of the line before it: an item, or it had room."""
    if ITEM.match(line.text) or not is_rest(box, before, line):
        return True
    return bool(NUMBER.fullmatch(line.text) and NUMBER.fullmatch(before.text))  # no figure is the rest of another


def is_rest(box: Box, before: TextLine, line: TextLine) -> bool:
    """Whether a line of a cell had no room in the line before it."""
    return has_no_room(before, line, box.x0 + PADDING, box.x1 - PADDING)


def _looks(cells: Sequence[WholeCell], whole: range, columns: int) -> Iterator[Look]:
    """The looks of whole rows."""
    rows = {row: ["E"] * columns for row in whole}
    for cell in cells:
        if cell.row_span == 1 == cell.column_span:
            if cell.row in rows:
                rows[cell.row][cell.column] = look_of(cell.lines, cell.column)
            continue
        for row in range(cell.row, cell.row + cell.row_span):
            if row in rows:
                state = look_in(cell, row)
                for column in range(cell.column, cell.column + cell.column_span):
                    rows[row][column] = state
    yield from map(tuple, rows.values())


def look_in(cell: WholeCell, row: int) -> str:
    """The look of a cell in one of its rows: wide, begun (with text or without), going on, or by what it holds."""
    if cell.column_span > 1:
        return "W"
    if cell.row_span > 1:
        return "C" if row > cell.row else "S" if cell.lines else "V"
    return look_of(cell.lines, cell.column)


class _Spaces(NamedTuple):
    """Spaces about the text of whole rows, being gathered."""

    above: dict[int, float]
    below: list[float]
    tops: list[float]

    def add(self, cells: Sequence[WholeCell], whole: range) -> None:
        """Adds those of one part."""
        lowest: dict[int, float] = {}
        above, tops = self.above, self.tops
        for row, column, row_span, _, pages, _ in cells:
            _, box, lines = pages[0]
            if not lines or lines[0].pieces[0].turn:
                continue
            last = row + row_span - 1
            if row in whole:
                space = space_above(box, lines)
                if space < above.get(column, math.inf):
                    above[column] = space
                tops.append(space / lines[0].size)
            if last in whole:
                lowest[last] = min(space_below(box, lines), lowest.get(last, math.inf))
        self.below.extend(lowest.values())

    def is_centred(self) -> bool:
        """Whether some cells keep their text in the middle of their height."""
        least = min(self.tops, default=0.0)
        return sum(top > least + 1 for top in self.tops) > 0.15 * len(self.tops)


def space_above(box: Box, lines: Sequence[TextLine]) -> float:
    """How much a cell keeps free above its first line."""
    return lines[0].box.top - box.top


def space_below(box: Box, lines: Sequence[TextLine]) -> float:
    """How much a cell keeps free below its last line."""
    return box.bottom - lines[-1].box.bottom
