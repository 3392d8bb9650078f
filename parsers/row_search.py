"""Rows of a table without rulings as the likeliest division of its lines: what each row would cost is added up.

Lines of one cell stand at one distance, rows further apart; a row's texts begin at its top or stand in its middle; a
cell's line is broken where no word more had room; a row has one figure a column. None of these always shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.lines import TextLine

LONGEST = 14  # bands that a row may have
TOLERANCE = 0.05  # of the size; lines of one cell are as far apart, but for so much
APART = 0.06  # of the size; figures of rows are so much further apart than lines, where spaces show rows
ENOUGH = 4  # distances between figures that show how far rows are apart
STRAY = 0.05  # of them may be less
FEW = 2  # distances that show how far lines are apart
WIDEST = 1.8  # of the size; lines of one cell are hardly further apart
UNKNOWN_STEP = 1.4  # of the size; lines are hardly further apart
ROW = 1.0  # cost of each row
TOO_FAR = 5.0  # cost of lines in one cell further apart than lines are
CUT_CLOSE = 4.0  # cost of parting lines as near as lines of one cell, where rows are further apart
OVER = 9.0  # cost of parting lines that reach into each other's height
TWO_FIGURES = 8.0  # cost of two figures in one cell
PARALLEL = 8.0  # cost of lines that fill all the columns that those above them fill
ANEW = 4.0  # cost of a text in the first column with figures beside it, below another one
OFF = 3.0  # cost of a text neither at its row's top nor in its middle
SLOPE = 0.25  # of the size; so far off is still at the top or in the middle
CUT_WORD = 3.0  # cost of a row that begins within a sentence
HAD_ROOM = 3.0  # cost of a broken line that had room for the next word
CENTRED = 3.0  # points; twice as far may the middles of centred lines be apart
BESIDE = 0.12  # of the size; texts of other rows are not so much nearer than lines of one cell are
PARTED = 1_000.0


class Piece(NamedTuple):
    """A line of a band, with the columns that it covers and whether it is a figure."""

    first: int
    last: int
    line: TextLine
    is_figure: bool


class Setting(NamedTuple):
    """What is known of the whole table: how far the lines of its cells are apart, in its usual size; the columns' ends.

    `is_sharp`: rows are further apart, so distances show them.
    """

    step: float
    size: float
    is_sharp: bool
    ends: dict[int, tuple[float, float]]  # left and right, by column
    floors: frozenset[int]  # bands above which a ruling lies


Layer = Sequence[Piece]  # what stands at one height


def divided(layers: Sequence[Layer], setting: Setting) -> list[range]:
    """The rows, each as the layers that it is made of: the cheapest division."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(layers) + 1):
        choices = []
        for start in range(max(0, end - LONGEST), end):
            cost = best[start][0] + row_cost(layers[start:end], setting)
            if any(floor in setting.floors for floor in range(start + 1, end)):
                cost += PARTED
            if start:
                cost += parting_cost(layers, start, setting)
            choices.append((cost, start))
        best.append(min(choices))
    ends = [len(layers)]
    while ends[-1]:
        ends.append(best[ends[-1]][1])
    return [range(start, end) for end, start in pairwise(ends)][::-1]


def row_cost(layers: Sequence[Layer], setting: Setting) -> float:
    """What it costs that the layers are one row."""
    columns: dict[int, list[Piece]] = {}
    for piece in (piece for layer in layers for piece in layer):
        for column in range(piece.first, piece.last + 1):
            columns.setdefault(column, []).append(piece)
    if len(layers) == 1:
        return ROW
    pairs = {(id(one), id(other)): (one, other) for pieces in columns.values() for one, other in pairwise(pieces)}
    cost = ROW + sum(_within_cost(one, other, setting) for one, other in pairs.values())
    cost += TWO_FIGURES * sum(max(0, sum(p.is_figure for p in pieces) - 1) for pieces in columns.values())
    cost += PARALLEL * sum(_are_parallel(one, other) for one, other in pairwise(layers))
    if not setting.is_sharp:
        cost += ANEW * sum(_begins_row(layer, layers[0]) for layer in layers[1:])
    return cost + _off_cost(list(columns.values()))


def _are_parallel(layer: Layer, other: Layer) -> bool:
    """Whether both fill the same columns, three or more with the first, and the lower one begins texts of its own."""
    columns = [piece.first for piece in layer]
    if len(columns) < 3 or columns[0] > 0 or columns != [piece.first for piece in other]:
        return False
    return not all(piece.line.text[:1].islower() for piece in other)


def _begins_row(layer: Layer, top: Layer) -> bool:
    """Whether a layer begins a text in the first column, below another one, with figures beside either."""
    first = layer[0]
    if first.first > 0 or top[0].first > 0 or begins_small(first):
        return False
    return any(piece.is_figure for piece in (*layer[1:], *top[1:]))


def _within_cost(one: Piece, other: Piece, setting: Setting) -> float:
    """What it costs that two lines follow one another in a cell."""
    cost = 0.0
    if other.line.base - one.line.base > (setting.step + TOLERANCE) * setting.size:
        cost += TOO_FAR
    if is_over(one, other):
        return cost
    if (one.first, one.last) != (other.first, other.last):
        cost += TOO_FAR
    if one.is_figure != other.is_figure:
        cost += HAD_ROOM
    return cost + (HAD_ROOM if not begins_small(other) and has_room(one, other, setting) else 0.0)


def is_over(head: Piece, other: Piece) -> bool:
    """Whether a text over several columns, not the first, is the head of another one's column."""
    is_wide = 0 < head.first < head.last and other.first == other.last
    return is_wide and head.first <= other.first <= head.last and not (head.is_figure or other.is_figure)


def has_room(one: Piece, other: Piece, setting: Setting) -> bool:
    """Whether the first word of a line would have stood in the line above it."""
    left, right = setting.ends.get(one.last, (0.0, 0.0))
    box, below = one.line.box, other.line.box
    if abs(box.x0 + box.x1 - below.x0 - below.x1) > CENTRED:
        left = max(left, min(box.x0, below.x0))
    word = other.line.text.split(" ", 1)[0]
    width = (below.x1 - below.x0) * (len(word) + 1) / max(len(other.line.text), 1)
    return box.x1 - box.x0 + width < right - left - one.line.size / 4


def _off_cost(columns: Sequence[Sequence[Piece]]) -> float:
    """What it costs that some texts stand neither at the top of the highest one nor in its middle, or below that.

    A row may be higher than all its texts: then what stands in its middle is below that of what stands at its top.
    """
    spans = [(pieces[0].line.box.top, pieces[-1].line.box.bottom, pieces[0].line.size) for pieces in columns]
    top, bottom, _ = max(spans, key=lambda span: span[1] - span[0])
    off = (size * SLOPE for above, below, size in spans if abs(above - top) > SLOPE * size)
    middles = [(above + below - top - bottom) / 2 for above, below, size in spans if abs(above - top) > SLOPE * size]
    return OFF * sum(middle < -slope for middle, slope in zip(middles, off, strict=True))


def parting_cost(layers: Sequence[Layer], at: int, setting: Setting) -> float:
    """What it costs that a row begins with the layer `at`."""
    below, above = layers[at], layers[at - 1]
    size = setting.size
    distance = min(piece.line.base for piece in below) - max(piece.line.base for piece in above)
    cost = OVER if distance < (setting.step - BESIDE) * size else 0.0
    close = [
        pair for pair in _over(layers, at) if pair[1].line.base - pair[0].line.base <= (setting.step + TOLERANCE) * size
    ]
    if close and setting.is_sharp:
        cost += CUT_CLOSE
    if any(begins_small(below) for _, below in close):
        cost += CUT_WORD
    return cost


def _over(layers: Sequence[Layer], at: int) -> Iterator[tuple[Piece, Piece]]:
    """Each text of a layer with the one over it in its column."""
    for piece in layers[at]:
        over = (p for layer in reversed(layers[max(0, at - LONGEST) : at]) for p in layer if p.first == piece.first)
        before = next(over, None)
        if before is not None:
            yield before, piece


def begins_small(piece: Piece) -> bool:
    """Whether a text begins with a small letter, in the middle of a sentence."""
    return piece.line.text[:1].islower() and not piece.is_figure


def setting_of(layers: Sequence[Layer], floors: frozenset[int]) -> Setting:
    """The setting of a table, from all its lines."""
    ends: dict[int, tuple[float, float]] = {}
    for piece in (piece for layer in layers for piece in layer if piece.first == piece.last):
        left, right = ends.get(piece.first, (piece.line.box.x0, piece.line.box.x1))
        ends[piece.first] = min(left, piece.line.box.x0), max(right, piece.line.box.x1)
    sizes = Counter(piece.line.size for layer in layers for piece in layer)
    size = max(sizes, key=lambda size: sizes[size]) if sizes else 1.0
    clusters = _clusters(sorted(step / size for step in _steps(layers)))
    usual = next((n for n, near in enumerate(clusters) if len(near) >= FEW and near[-1] <= WIDEST), None)
    if usual is None:
        return Setting(UNKNOWN_STEP, size, False, ends, floors)
    step = clusters[usual][-1]
    rows = [step / size for step in _figure_steps(layers)]
    is_sharp = len(rows) >= ENOUGH and sum(row <= step + APART for row in rows) <= STRAY * len(rows)
    return Setting(step if is_sharp else min(step, UNKNOWN_STEP), size, is_sharp, ends, floors)


def _figure_steps(layers: Sequence[Layer]) -> list[float]:
    """Distances between figures next to one another in a column: these are of rows."""
    last: dict[int, Piece] = {}
    found = []
    for piece in (piece for layer in layers for piece in layer if piece.is_figure):
        if piece.first in last:
            found.append(piece.line.base - last[piece.first].line.base)
        last[piece.first] = piece
    return found


def _clusters(steps: Sequence[float]) -> list[list[float]]:
    """The distances by size, those near one another together."""
    found: list[list[float]] = []
    for step in steps:
        if not found or step - found[-1][-1] > TOLERANCE:
            found.append([])
        found[-1].append(step)
    return found


def _steps(layers: Sequence[Layer]) -> list[float]:
    """Distances between lines of a column next to one another, in sizes, of texts that may go on."""
    last: dict[int, Piece] = {}
    found = []
    for layer in layers:
        for piece in layer:
            before = last.get(piece.first)
            if before is not None and not piece.is_figure and not before.is_figure and before.last == piece.last:
                found.append(piece.line.base - before.line.base)
            last[piece.first] = piece
    return found
