"""Rows of a table without rulings: which lines are of one row, told by the space between them or by their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.document import Box
from parsers.lines import TextLine, line_of
from parsers.paragraphs import INDENT, is_full
from parsers.regions import MARKER, Band, Corridor
from parsers.row_search import Layer, Piece, divided, is_over, setting_of
from parsers.straight import Ruling

TIGHT = 1.45  # of the size; the most that the lines of one cell are apart
HEADS_APART = 0.45  # of the size; wider than a space, narrower than the gap between segments

FIGURE = re.compile(r"[-–−+(]?[$€£]?\s?\d[\d.,   %/:–-]*[)%*†a-d]?|[-–—x×✓*]|n/?a|\.{2,}", re.IGNORECASE)

Row = list[tuple[int, int, list[TextLine]]]  # first column, last column, lines


def rows_of(bands: Sequence[Band], corridors: Sequence[Corridor], rules: Sequence[Ruling]) -> Iterator[Row]:
    """Rows of the table; where rulings part most of them, rows are what stands between rulings."""
    cells = [_cells_of(band, corridors) for band in bands]
    layers = [[Piece(first, last, lines[0], _is_figure(lines[0].text)) for first, last, lines in row] for row in cells]
    floors = frozenset(n for n in range(1, len(bands)) if _is_parted(bands[n - 1], bands[n], rules))
    if len(rules) > max(3, len(bands) // 3):
        edges = [0, *sorted(floors), len(bands)]
        found = [range(start, end) for start, end in pairwise(edges)]
    else:
        found = divided(layers, setting_of(layers, floors))
    for numbers in found:
        for part in _parted_under_heads([layers[n] for n in numbers]):
            row: Row = []
            for layer in part:
                _add(row, [(piece.first, piece.last, [piece.line]) for piece in layer])
            yield row


def _parted_under_heads(layers: Sequence[Layer]) -> list[list[Layer]]:
    """A row's texts; those under a head over several columns are a row of their own."""
    wide = next((piece for layer in layers for piece in layer if 0 < piece.first < piece.last), None)
    below = [[piece for piece in layer if wide and is_over(wide, piece)] for layer in layers]
    if wide is None or len({piece.first for layer in below for piece in layer}) < 2:
        return [list(layers)]
    beside = [[piece for piece in layer if not is_over(wide, piece)] for layer in layers]
    return [[layer for layer in beside if layer], [layer for layer in below if layer]]


def _is_figure(text: str) -> bool:
    return bool(FIGURE.fullmatch(text.strip()) or MARKER.fullmatch(text.strip()))


def _is_parted(above: Band, band: Band, rules: Sequence[Ruling]) -> bool:
    """Whether a ruling lies between two bands."""
    return any(above.top < rule.at < band.bottom - 0.4 * band.size for rule in rules)


def cut_by_rules(rows: Sequence[Row], rules: Sequence[Ruling], corridors: Sequence[Corridor]) -> Iterator[Row]:
    """Rows once more, parted where a rule under some of their columns runs between lines: heads of a wide head."""
    for row in rows:
        lines = [line for _, _, cell in row for line in cell]
        top, bottom = min(line.box.top for line in lines), max(line.base for line in lines)
        rule = next((rule for rule in rules if top < rule.at < bottom), None)
        below = [line for line in lines if rule and line.base > rule.at and _is_over(rule, line.box)]
        upper = [line for line in lines if line not in below]
        if below and any(rule and _is_over(rule, line.box) for line in upper):
            yield from (row_of(part, corridors) for part in (upper, below))
        else:
            yield row


def _is_over(rule: Ruling, box: Box) -> bool:
    return rule.start <= (box.x0 + box.x1) / 2 <= rule.end


def row_of(lines: Sequence[TextLine], corridors: Sequence[Corridor]) -> Row:
    """The lines as one row, those of a column under one another."""
    row: Row = []
    for line in sorted(lines, key=lambda line: (line.base, line.box.x0)):
        for part in _parted(line, corridors):
            _add(row, [(*span_of(part, corridors), [part])])
    return sorted(row, key=lambda cell: cell[0])


def _cells_of(band: Band, corridors: Sequence[Corridor]) -> Row:
    """What a band holds of each column; a number and its title may stand apart in one."""
    cells: Row = []
    segments = [part for whole in band.segments for part in _parted(whole, corridors)]
    for segment, (first, last) in zip(segments, _spans(segments, corridors), strict=True):
        goes_on = bool(cells) and cells[-1][:2] == (first, last)
        before = cells.pop()[2][0].pieces if goes_on else ()
        cells.append((first, last, [line_of([*before, *segment.pieces]) if before else segment]))
    return cells


def _spans(segments: Sequence[TextLine], corridors: Sequence[Corridor]) -> Iterator[tuple[int, int]]:
    """First and last column of each; one that reaches into the column of its neighbour is where its middle is."""
    spans = [span_of(segment, corridors) for segment in segments]
    for n, (first, last) in enumerate(spans):
        beside = [span for m, span in enumerate(spans) if abs(m - n) == 1]
        if first < last and any(a <= last and first <= b for a, b in beside):
            double = segments[n].box.x0 + segments[n].box.x1
            yield (column := sum(double > left + right for left, right in corridors)), column
            continue
        yield first, last


def row_of_bands(bands: Sequence[Band], corridors: Sequence[Corridor]) -> Row:
    """Bands that are one row."""
    row: Row = []
    for band in bands:
        _add(row, _cells_of(band, corridors))
    return sorted(row, key=lambda cell: cell[0])


def _parted(segment: TextLine, corridors: Sequence[Corridor]) -> Iterator[TextLine]:
    """A segment cut where a corridor lies in a gap wider than a space: heads of narrow columns stand close."""
    start = 0
    for n, (before, piece) in enumerate(pairwise(segment.pieces), 1):
        wide = piece.x0 - before.x1 > HEADS_APART * segment.size
        if wide and any(before.x1 <= (left + right) / 2 <= piece.x0 for left, right in corridors):
            yield line_of(list(segment.pieces[start:n]))
            start = n
    yield line_of(list(segment.pieces[start:])) if start else segment


def _add(row: Row, cells: Row) -> None:
    """Puts lines under those of the same columns."""
    for first, last, lines in cells:
        for index, (other_first, other_last, others) in enumerate(row):
            if other_first <= last and first <= other_last:
                row[index] = (min(first, other_first), max(last, other_last), others + lines)
                break
        else:
            row.append((first, last, lines))


def span_of(segment: TextLine, corridors: Sequence[Corridor]) -> tuple[int, int]:
    """First and last column that a segment covers."""
    x0, _, x1, _ = segment.box
    first = sum(x0 >= (left + right) / 2 for left, right in corridors)
    last = sum(x1 > (left + right) / 2 for left, right in corridors)
    return first, max(first, last)


def is_rest(line: TextLine, before: TextLine, left: float, right: float) -> bool:
    """Whether a line of the first column goes on with the one before: by its first letter, or for lack of room."""
    if line.text[:1].islower() or line.text[:1] == "(":
        return True
    hangs = line.box.x0 - left > INDENT * line.size and not MARKER.match(line.text)
    return hangs and is_full(before._replace(left=before.box.x0, right=right), line)
