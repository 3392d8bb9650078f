"""From rulings to grids: straight, joined lines; tables where they cross; cells with their spans.

The steps are those of pdfplumber's table geometry (snap, join, cross, cells), and the tests hold the two against each
other. They are made anew here because a page must be read in an eighth of pdfplumber's time, of which its search for
cells alone would take a third (a page of 13 × 6 cells) or all (60 × 10), and so that open sides do not hide a table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.document import Box, Sides
from parsers.making import maker
from parsers.straight import SNAP, Ruling, straighten

SLIVER = 7.0  # points; no cell is lower or narrower, but a frame stands so far from the table within
OPEN = 8.0  # points; rulings that go further than the last one across show an open side

CLOSED, LACKING, HANGING = 0, 1, 2  # rulings about a cell that are missing: none, some, only the lower one

MAX_RULINGS = 2_000  # on a page; more are a drawing
MAX_FILLS = 1_000  # on a page; more are a drawing


class GridCell(NamedTuple):
    """A cell of a grid: where it begins, how far it goes, its box.

    `is_open` tells that a ruling about it is missing: it is `HANGING` where that is the lower one alone.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    is_open: int


_box, _cell = maker(Box), maker(GridCell)


class Grid(NamedTuple):
    """A ruled table on a page: the lines between columns and rows, and the cells in order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> Box:
        """The whole table."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def grids_of(strokes: Iterable[Sides], fills: Sequence[Box] = ()) -> list[Grid]:
    """The ruled tables of a page, from thin rectangles as drawn; where none rule, from the edges of shaded cells."""
    drawn = list(strokes)
    grids = _grids(drawn)
    taken = [grid.box for grid in grids if len(grid.cells) > 1]
    shaded = [fill for fill in cell_fills(fills) if not _is_on_any(fill, taken)]
    if shaded:
        loose = [stroke for stroke in drawn if not _is_on_any(stroke, taken)]
        edges: list[Sides] = [edge for fill in shaded for edge in _edges(fill)]
        grids += [grid for grid in _grids(loose + edges) if len(grid.xs) > 2 and len(grid.ys) > 2]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def loose_rules(strokes: Iterable[Sides], tables: Sequence[Box]) -> list[Ruling]:
    """Lying rulings that belong to none of the tables."""
    loose = list(strokes)
    for table in tables:
        left, top, right, bottom = table.x0 - SNAP, table.top - SNAP, table.x1 + SNAP, table.bottom + SNAP
        loose = [
            stroke
            for stroke in loose
            if not (left <= (stroke[0] + stroke[2]) / 2 <= right and top <= (stroke[1] + stroke[3]) / 2 <= bottom)
        ]
    return straighten(loose)[0] if loose else []


def cell_fills(fills: Sequence[Box]) -> list[Box]:
    """Fills that may be cells: no ground under several others, no shading of a text within the shading of its cell."""
    if len(fills) > MAX_FILLS:
        return []
    ordered = sorted(set(fills))
    lefts = [fill.x0 for fill in ordered]
    usual = sorted(map(_area, ordered))[len(ordered) // 2] if ordered else 0.0
    return [fill for fill in ordered if not _is_ground(fill, ordered, usual) and not _is_inset(fill, ordered, lefts)]


def _is_ground(fill: Box, fills: Sequence[Box], usual: float) -> bool:
    """Whether four others lie on it; only one larger than most can have so many."""
    return _area(fill) > 3 * usual and sum(_is_within(other, fill) for other in fills if other != fill) >= 4


def _is_inset(fill: Box, fills: Sequence[Box], lefts: Sequence[float]) -> bool:
    """Whether it lies within another one hardly larger."""
    first = bisect_left(lefts, fill.x0 - 2 * (fill.x1 - fill.x0) - 1)
    last = bisect_right(lefts, fill.x0 + 0.5)
    size = 3 * _area(fill)
    return any(_is_within(fill, other) and _area(other) < size for other in fills[first:last] if other != fill)


def _is_within(inner: Box, outer: Box) -> bool:
    return (
        outer.x0 - 0.5 <= inner.x0
        and outer.top - 0.5 <= inner.top
        and outer.x1 + 0.5 >= inner.x1
        and outer.bottom + 0.5 >= inner.bottom
    )


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def _is_on_any(box: Sides, tables: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(x0 - SNAP <= x <= x1 + SNAP and top - SNAP <= y <= bottom + SNAP for x0, top, x1, bottom in tables)


def _edges(fill: Box) -> Iterator[Box]:
    x0, top, x1, bottom = fill
    yield Box(x0, top, x1, top)
    yield Box(x0, bottom, x1, bottom)
    yield Box(x0, top, x0, bottom)
    yield Box(x1, top, x1, bottom)


def _grids(strokes: Iterable[Sides]) -> list[Grid]:
    lying, standing = straighten(strokes)
    if len(lying) + len(standing) > MAX_RULINGS:
        return []
    grids = (_grid(h, v) for h, v in _crossing_groups(lying, standing))
    return [grid for grid in grids if grid and grid.cells]


def _crossing_groups(
    lying: Sequence[Ruling], standing: Sequence[Ruling]
) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """Rulings that hang together by crossing one another."""
    parent = list(range(len(lying) + len(standing)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    above = len(lying)
    posts = [(j, v.at, v.start - SNAP, v.end + SNAP) for j, v in enumerate(standing, above)]
    for i, (y, start, end) in enumerate(lying):
        left, right = start - SNAP, end + SNAP
        for j, x, top, bottom in posts:
            if left <= x <= right and top <= y <= bottom and parent[i] != parent[j]:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = defaultdict(lambda: ([], []))
    for i, h in enumerate(lying):
        groups[root(i)][0].append(h)
    for j, v in enumerate(standing):
        groups[root(above + j)][1].append(v)
    alone = [ruling for across, upright in groups.values() if not across for ruling in upright]
    for across, upright in groups.values():
        if across and upright:
            yield across, upright + [ruling for ruling in alone if _is_side(ruling, upright)]


def _is_side(ruling: Ruling, standing: Sequence[Ruling]) -> bool:
    """Whether a lone ruling stands beside a table, as high as all of it: a column of one cell, open above and below."""
    top, bottom = min(other.start for other in standing), max(other.end for other in standing)
    return abs(ruling.start - top) <= SNAP and abs(ruling.end - bottom) <= SNAP


def _grid(lying: list[Ruling], standing: list[Ruling]) -> Grid | None:
    """The grid of one group of crossing rulings."""
    lying, standing = _without_slivers(lying), _without_slivers(standing)
    xs = _lines_across(standing, lying)
    ys = _lines_across(lying, standing)
    if len(xs) < 2 or len(ys) < 2:
        return None
    walls = _walls(standing, xs, ys)
    floors = _walls(lying, ys, xs)
    groups = _joined_slots(walls, floors, len(ys) - 1, len(xs) - 1)
    cells = [_single(group[0], walls, floors, (xs, ys)) for group in groups if len(group) == 1]
    merged = (group for group in groups if len(group) > 1)
    cells += (cell for group in merged for cell in _rectangles(group, walls, floors, (xs, ys)))
    return Grid(tuple(xs), tuple(ys), tuple(sorted(cells)))


def _without_slivers(rulings: list[Ruling]) -> list[Ruling]:
    """Rulings of which those too close for a cell between them are one: at the sides the inner, else the longer."""
    ats = sorted({ruling.at for ruling in rulings})
    if all(after - before >= SLIVER for before, after in pairwise(ats)):
        return rulings
    length: dict[float, float] = defaultdict(float)
    for ruling in rulings:
        length[ruling.at] += ruling.end - ruling.start
    runs = [[ats[0]]]
    for before, at in pairwise(ats):
        if at - before >= SLIVER:
            runs.append([])
        runs[-1].append(at)
    kept: dict[float, float] = {}
    for run in runs:
        best = run[-1] if run is runs[0] else run[0] if run is runs[-1] else max(run, key=lambda at: length[at])
        kept.update(dict.fromkeys(run, best))
    return [ruling._replace(at=kept[ruling.at]) for ruling in rulings]


def _lines_across(rulings: Sequence[Ruling], others: Sequence[Ruling]) -> list[float]:
    """Where the rulings stand, and one more at either side where the others go on without them."""
    ats = sorted({ruling.at for ruling in rulings})
    first, last = min(other.start for other in others), max(other.end for other in others)
    if first < ats[0] - OPEN:
        ats.insert(0, first)
    if last > ats[-1] + OPEN:
        ats.append(last)
    return ats


def _walls(rulings: Sequence[Ruling], ats: list[float], marks: list[float]) -> set[tuple[int, int]]:
    """(n, m): a ruling at line `n` closes the stretch between marks `m` and `m + 1`."""
    index = {at: n for n, at in enumerate(ats)}
    closed: set[tuple[int, int]] = set()
    for ruling in rulings:
        first = bisect_right(marks, ruling.start + SNAP) - 1
        n = index[ruling.at]
        for m in range(max(first, 0), len(marks) - 1):
            if marks[m + 1] > ruling.end + SNAP:
                break
            if marks[m] >= ruling.start - SNAP:
                closed.add((n, m))
    return closed


def _joined_slots(
    walls: set[tuple[int, int]], floors: set[tuple[int, int]], rows: int, columns: int
) -> list[list[tuple[int, int]]]:
    """Slots (row, column) without a ruling between them, together."""
    group_of: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for row in range(rows):
        for column in range(columns):
            slot = (row, column)
            group = group_of[slot] = [slot]
            if column and (column, row) not in walls:
                group = _merge(group_of, group_of[row, column - 1], group)
            if row and (row, column) not in floors:
                _merge(group_of, group_of[row - 1, column], group)
    return list({id(group): group for group in group_of.values()}.values())


def _merge(
    group_of: dict[tuple[int, int], list[tuple[int, int]]], one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    if one is other:
        return one
    if len(one) < len(other):
        one, other = other, one
    one.extend(other)
    for slot in other:
        group_of[slot] = one
    return one


def _single(
    slot: tuple[int, int],
    walls: set[tuple[int, int]],
    floors: set[tuple[int, int]],
    lines: tuple[list[float], list[float]],
) -> GridCell:
    """A slot of its own as a cell."""
    row, column = slot
    xs, ys = lines
    sides = (column, row) in walls and (column + 1, row) in walls
    is_open = _openness(sides=sides, top=slot in floors, bottom=(row + 1, column) in floors)
    return _cell((row, column, 1, 1, _box((xs[column], ys[row], xs[column + 1], ys[row + 1])), is_open))


def _openness(*, sides: bool, top: bool, bottom: bool) -> int:
    if not (sides and top):
        return LACKING
    return CLOSED if bottom else HANGING


def _rectangles(
    group: list[tuple[int, int]],
    walls: set[tuple[int, int]],
    floors: set[tuple[int, int]],
    lines: tuple[list[float], list[float]],
) -> Iterator[GridCell]:
    """The group as a cell; as several when its outline is no rectangle (a ruling is missing somewhere)."""
    xs, ys = lines
    for top, left, bottom, right in _pieces(group):
        box = Box(xs[left], ys[top], xs[right + 1], ys[bottom + 1])
        closed = all((wall, row) in walls for row in range(top, bottom + 1) for wall in (left, right + 1))
        ceiling, floor = ([(line, column) in floors for column in range(left, right + 1)] for line in (top, bottom + 1))
        is_open = _openness(sides=closed, top=all(ceiling), bottom=all(floor))
        yield GridCell(top, left, bottom - top + 1, right - left + 1, box, is_open)


def _pieces(group: list[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Rectangles (top, left, bottom, right) that make up the group."""
    top, left = min(row for row, _ in group), min(column for _, column in group)
    bottom, right = max(row for row, _ in group), max(column for _, column in group)
    if (bottom - top + 1) * (right - left + 1) == len(group):
        yield top, left, bottom, right
        return
    open_runs: dict[tuple[int, int], int] = {}
    columns_of: dict[int, list[int]] = defaultdict(list)
    for row, column in sorted(group):
        columns_of[row].append(column)
    for row in range(top, bottom + 2):
        runs = set(_runs(columns_of.get(row, [])))
        for run in [run for run in open_runs if run not in runs]:
            yield open_runs.pop(run), run[0], row - 1, run[1]
        for run in runs:
            open_runs.setdefault(run, row)


def _runs(columns: list[int]) -> Iterator[tuple[int, int]]:
    """Unbroken stretches of a sorted list of numbers."""
    first = 0
    for index in range(1, len(columns) + 1):
        if index == len(columns) or columns[index] != columns[index - 1] + 1:
            yield columns[first], columns[index - 1]
            first = index
