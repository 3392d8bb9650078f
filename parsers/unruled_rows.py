"""Rows of a table without rulings: which lines are of one row, told by the space between them or by their text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.document import Box
from parsers.lines import TextLine, line_of
from parsers.paragraphs import INDENT, is_full
from parsers.regions import MARKER, Band, Corridor
from parsers.straight import Ruling

TIGHT = 1.45  # of the size; the most that the lines of one cell are apart
BESIDE = -0.1  # of the size; rows of a table do not reach into each other so far
LOOSE = 0.75  # of the size; the most space between the lines of a cell, where lines are set wide
STEP = 0.25  # of the size; the space between rows is so much wider than that between the lines of a cell
HEADS_APART = 0.45  # of the size; wider than a space, narrower than the gap between segments
OVERLAP = -0.2  # of the size; bands closer than lines are those of one cell's middle, beside two lines of another
SURE = 0.2  # of the rows have lines so close; then what is further apart is other rows
STRAY = 0.05  # of the rows may hold two figures of one column all the same

FIGURE = re.compile(r"[-–−+(]?[$€£]?\s?\d[\d.,   %/:–-]*[)%*†a-d]?|[-–—x×✓*]|n/?a|\.{2,}", re.IGNORECASE)

Row = list[tuple[int, int, list[TextLine]]]  # first column, last column, lines


def rows_of(bands: Sequence[Band], corridors: Sequence[Corridor], rules: Sequence[Ruling]) -> Iterator[Row]:
    """Rows of the table: a band that goes on with cells of the one above is part of its row."""
    row: Row = []
    above: Band | None = None
    ruled = len(rules) > max(3, len(bands) // 3)
    joined, is_sure = _joined_by_space(bands, corridors)
    for index, band in enumerate(bands):
        cells = _cells_of(band, corridors)
        parted = above is not None and any(above.top < rule.at < band.bottom - 0.4 * band.size for rule in rules)
        if (
            above is None
            or parted
            or not (ruled or index in joined or (not is_sure and _goes_on(row, cells, (above, band), corridors[0][0])))
        ):
            if row:
                yield row
            row = []
        _add(row, cells)
        above = band
    if row:
        yield row


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


def _joined_by_space(bands: Sequence[Band], corridors: Sequence[Corridor]) -> tuple[set[int], bool]:
    """Bands closer to the one above than rows are apart, where such spaces show the rows: then cells may be centred.

    And whether the spaces show all rows, so that nothing else is asked.
    """
    gaps = [after.top - before.bottom for before, after in pairwise(bands)]
    size = bands[0].size
    limit = _limit_between(gaps, size, TIGHT - 1) or _limit_between(gaps, size, LOOSE)
    if limit is None:
        return _joined_by_overlap(bands, gaps, corridors), False
    groups: list[list[int]] = [[0]]
    for index, gap in enumerate(gaps, 1):
        if gap > limit:
            groups.append([])
        groups[-1].append(index)
    many = [group for group in groups if len(group) > 1]
    doubtful = [group for group in many if _holds_rows([bands[index] for index in group], corridors)]
    if len(many) < 3 or len(doubtful) > max(1, STRAY * len(groups)):
        return _joined_by_overlap(bands, gaps, corridors), False
    is_sure = not doubtful and len(many) >= SURE * len(groups)
    return {index for group in many if group not in doubtful for index in group[1:]}, is_sure


def _joined_by_overlap(bands: Sequence[Band], gaps: Sequence[float], corridors: Sequence[Corridor]) -> set[int]:
    """Bands that begin above the end of the one before: figures in the middle of titles of several lines."""
    over = {n for n, gap in enumerate(gaps, 1) if gap < BESIDE * bands[0].size}
    return {n for n in over if not _holds_rows(bands[n - 1 : n + 1], corridors)}


def _limit_between(gaps: Sequence[float], size: float, most: float) -> float | None:
    """Where the spaces within cells, `most` of the size at most, end and those between rows begin: at the widest step,
    if there is one."""
    ordered = sorted(gaps)
    steps = [(b - a, (a + b) / 2) for a, b in pairwise(ordered) if OVERLAP * size <= a <= most * size]
    step, limit = max(steps, default=(0.0, 0.0))
    return limit if step >= STEP * size else None


def _holds_rows(bands: Sequence[Band], corridors: Sequence[Corridor]) -> bool:
    """Whether bands are several rows: two figures in one column, or heads over several columns."""
    figures: Counter[int] = Counter()
    for segment in (segment for band in bands for segment in band.segments):
        first, last = span_of(segment, corridors)
        if first != last:
            return True
        figures[first] += bool(FIGURE.fullmatch(segment.text.strip()))
    return any(times > 1 for times in figures.values())


def _add(row: Row, cells: Row) -> None:
    """Puts lines under those of the same columns."""
    for first, last, lines in cells:
        for index, (other_first, other_last, others) in enumerate(row):
            if other_first <= last and first <= other_last:
                row[index] = (min(first, other_first), max(last, other_last), others + lines)
                break
        else:
            row.append((first, last, lines))


def _goes_on(row: Row, cells: Row, bands: tuple[Band, Band], right: float) -> bool:
    """Whether a band's cells are further lines of the row above; `right` is how far its first column goes."""
    above, band = bands
    if band.base - above.base > TIGHT * band.size:
        return False
    filled = {column for first, last, _ in row for column in range(first, last + 1)}
    texts = [lines[0].text.strip() for _, _, lines in cells]
    if any(FIGURE.fullmatch(text) for text in texts):
        return False
    if any(first not in filled for first, _, _ in cells) or _has_heads_below(row, cells):
        return False
    if cells[0][0] == 0:
        firsts = [line for first, _, lines in row for line in lines if first == 0]
        left = min(line.box.x0 for line in firsts)
        return len(cells) == 1 and is_rest(cells[0][2][0], firsts[-1], left, right)
    return len(cells) < len(row) or len(cells) == 1


def _has_heads_below(row: Row, cells: Row) -> bool:
    """Whether a wide cell has several cells below it: it is the head of their columns."""
    wide = [(first, last) for first, last, _ in row if last > first]
    return any(sum(a <= first and last <= b for first, last, _ in cells) > 1 for a, b in wide)


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
