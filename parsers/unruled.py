"""Tables without rulings between their columns: told by corridors that many lines leave free.

Careful by design: running text must never become a table. A table needs three columns, or two of which one holds
figures, or rules across both; lists and letterheads stay text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.carried import Columns, corridors_in, stretch_in
from parsers.corridors import NEAR, corridors_of
from parsers.document import Box
from parsers.lines import TextLine, line_of
from parsers.paragraphs import INDENT, is_full
from parsers.parts import PartCell, TablePart
from parsers.regions import GAP, MARKER, Band, Corridor, bands_of
from parsers.straight import Ruling

WRAPPED = 10  # lines of one cell, with nothing beside them
TIGHT = 1.45  # of the size; the most that the lines of one cell are apart
MANY = 4  # lines; fewer in a cell are hardly rows
MOST = 0.7  # of the lines of such a cell stand in columns
FILLED = 0.35  # of the cells hold text; the figures along a chart's axes fill fewer

_FIGURE = re.compile(r"[-–−+(]?[$€£]?\s?\d[\d.,   %/:–-]*[)%*†a-d]?|[-–—x×✓*]|n/?a|\.{2,}", re.IGNORECASE)


class Found(NamedTuple):
    """A table made of the bands from `start` to before `end`."""

    start: int
    end: int
    part: TablePart


def unruled_tables(bands: Sequence[Band], rules: Sequence[Ruling], known: Columns | None = None) -> Iterator[Found]:
    """Tables among the bands of a stretch of page; `rules` are the lying rulings that belong to no grid.

    `known` are the columns of a table that the page before ends with.
    """
    for start, end in _candidates(bands):
        found = _table(bands, start, end, rules)
        more = _rest_of_table(known, bands, (start, end), rules) if known else None
        if more and not (found and any(map(_has_figures, bands[more.end : found.end]))):
            found = more
        known = None
        if found:
            yield found


def _rest_of_table(
    known: Columns, bands: Sequence[Band], within: tuple[int, int], rules: Sequence[Ruling]
) -> Found | None:
    """The rows that go on in the columns of the page before; figures show that they are rows."""
    stretch = stretch_in(known, bands, *within)
    if not stretch:
        return None
    corridors = corridors_in(known, bands[slice(*stretch)])
    start, end = stretch[0], _with_last_lines(bands, stretch[1], corridors)
    if not any(_has_figures(band) for band in bands[start:end]):
        return None
    box = _around(bands[start:end])
    rows = list(_rows(bands[start:end], corridors, [rule for rule in rules if _crosses(rule, box)]))
    box = box._replace(x0=min(box.x0, known.xs[0]), x1=max(box.x1, known.xs[-1]))
    return Found(start, end, _part(rows, corridors, box)._replace(xs=known.xs))


def _has_figures(band: Band) -> bool:
    return any(_FIGURE.fullmatch(segment.text.strip()) for segment in band.segments[1:])


def hides_columns(part: TablePart) -> bool:
    """Whether a cell holds a table of its own without rulings: then the rulings about it do not show the columns."""
    return any(_has_columns(cell.lines) for cell in part.cells if len(cell.lines) >= MANY)


def _has_columns(lines: Sequence[TextLine]) -> bool:
    if sum(_has_gaps(line) for line in lines) < MOST * len(lines):
        return False
    multiple = [band for band in bands_of(lines) if len(band.segments) > 2]
    return len(multiple) >= MOST * len(lines) and len(corridors_of(multiple)) > 1


def _has_gaps(line: TextLine) -> bool:
    """Whether the line has two gaps as wide as between columns."""
    wide = GAP * line.size
    return len(line.pieces) > 2 and sum(piece.x0 - before.x1 >= wide for before, piece in pairwise(line.pieces)) > 1


def _candidates(bands: Sequence[Band]) -> Iterator[tuple[int, int]]:
    """Runs of bands, near each other, that begin and end with several segments."""
    start = None
    last = 0
    for index, band in enumerate(bands):
        apart = start is not None and index > 0 and band.top - bands[index - 1].bottom > NEAR * band.size
        if start is not None and (apart or index - last > WRAPPED):
            yield start, last + 1
            start = None
        if len(band.segments) > 1:
            start = index if start is None else start
            last = index
    if start is not None:
        yield start, last + 1


def _table(bands: Sequence[Band], start: int, end: int, rules: Sequence[Ruling]) -> Found | None:
    """The table that a run of bands makes, if it is one."""
    multiple = [band for band in bands[start:end] if len(band.segments) > 1]
    if len(multiple) < 2:
        return None
    start = _where_columns_begin(bands, start, end, _first_corridors(multiple))
    multiple = [band for band in bands[start:end] if len(band.segments) > 1]
    corridors = corridors_of(multiple) if len(multiple) > 1 else []
    if not corridors or _is_list(multiple, corridors):
        return None
    end = _with_last_lines(bands, end, corridors)
    box = _around(bands[start:end])
    inside = [rule for rule in rules if _crosses(rule, box)]
    if not _is_table(multiple, corridors, inside):
        return None
    rows = list(_rows(bands[start:end], corridors, inside))
    if sum(map(len, rows)) < FILLED * len(rows) * (len(corridors) + 1):
        return None
    return Found(start, end, _part(rows, corridors, box))


def _first_corridors(multiple: Sequence[Band]) -> list[Corridor]:
    """Corridors of the bands; where two columns close above (a letterhead) hide them, those of the richer bands."""
    corridors = corridors_of(multiple)
    rich = [band for band in multiple if len(band.segments) > 2]
    if len(corridors) > 1 or len(rich) < 3:
        return corridors
    return max(corridors, corridors_of(rich), key=len)


def _where_columns_begin(bands: Sequence[Band], start: int, end: int, corridors: Sequence[Corridor]) -> int:
    """The first band of a table with three or more columns: a title above it parts it from a letter's two columns."""
    if len(corridors) < 2:
        return start
    columns = len(corridors) + 1
    first = next((n for n in range(start, end) if len(bands[n].segments) >= max(3, 0.6 * columns)), start)
    usual = Counter(round(s.box.x0) for band in bands[first:end] for s in band.segments)
    while first > start and (len(bands[first - 1].segments) > 1 or _is_in_column(bands[first - 1], corridors, usual)):
        first -= 1
    return first


def _is_in_column(band: Band, corridors: Sequence[Corridor], usual: Counter[int]) -> bool:
    """Whether a lone segment stands in one column, where that column's other lines begin."""
    at = round(band.segments[0].box.x0)
    return not _crosses_any(band, corridors) and sum(usual[at + off] for off in (-1, 0, 1)) > 1


def _with_last_lines(bands: Sequence[Band], end: int, corridors: Sequence[Corridor]) -> int:
    """Where the table ends: lines below it that go on in one of its columns are of its last row."""
    left, right = bands[end - 1].segments[0].box.x0, corridors[0][0]
    while end < len(bands) and bands[end].base - bands[end - 1].base <= TIGHT * bands[end].size:
        first, last = _span(bands[end].segments[0], corridors)
        if len(bands[end].segments) > 1 or first != last or _crosses_any(bands[end], corridors):
            break
        before = [segment for segment in bands[end - 1].segments if _span(segment, corridors) == (first, last)]
        if not before or (first == 0 and not _is_rest(bands[end].segments[0], before[-1], left, right)):
            break
        end += 1
    return end


def _is_rest(line: TextLine, before: TextLine, left: float, right: float) -> bool:
    """Whether a line of the first column goes on with the one before: by its first letter, or for lack of room."""
    if line.text[:1].islower() or line.text[:1] == "(":
        return True
    hangs = line.box.x0 - left > INDENT * line.size and not MARKER.match(line.text)
    return hangs and is_full(before._replace(left=before.box.x0, right=right), line)


def _crosses_any(band: Band, corridors: Sequence[Corridor]) -> bool:
    return any(s.box.x0 < (left + right) / 2 < s.box.x1 for s in band.segments for left, right in corridors)


def _is_table(bands: Sequence[Band], corridors: Sequence[Corridor], rules: Sequence[Ruling]) -> bool:
    if len(corridors) > 1:
        return len(bands) > 2 or len(rules) > 1
    edge = (corridors[0][0] + corridors[0][1]) / 2
    if len(bands) < 3:
        return False
    if len(rules) > 2:
        return True
    for is_right in (False, True):
        texts = [s.text for band in bands for s in band.segments if (s.box.x0 > edge) == is_right]
        if sum(bool(_FIGURE.fullmatch(text.strip())) for text in texts) >= 0.7 * len(texts):
            return True
    return False


def _is_list(bands: Sequence[Band], corridors: Sequence[Corridor]) -> bool:
    """Whether the first of two columns holds only bullets or numbers."""
    first = [s for band in bands for s in band.segments if s.box.x1 <= corridors[0][1]]
    return len(corridors) == 1 and all(MARKER.fullmatch(segment.text) for segment in first)


def _crosses(rule: Ruling, box: Box) -> bool:
    """Whether a rule runs over most of the table, within it or at its edges."""
    covered = min(rule.end, box.x1) - max(rule.start, box.x0)
    return covered > 0.7 * (box.x1 - box.x0) and box.top - 12 <= rule.at <= box.bottom + 12


def _around(bands: Sequence[Band]) -> Box:
    boxes = [segment.box for band in bands for segment in band.segments]
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))


Row = list[tuple[int, int, list[TextLine]]]  # first column, last column, lines


def _rows(bands: Sequence[Band], corridors: Sequence[Corridor], rules: Sequence[Ruling]) -> Iterator[Row]:
    """Rows of the table: a band that goes on with cells of the one above is part of its row."""
    row: Row = []
    above: Band | None = None
    ruled = len(rules) > max(3, len(bands) // 3)
    for band in bands:
        cells = _cells_of(band, corridors)
        parted = above is not None and any(above.top < rule.at < band.bottom - 0.4 * band.size for rule in rules)
        if above is None or parted or not (ruled or _goes_on(row, cells, (above, band), corridors[0][0])):
            if row:
                yield row
            row = []
        _add(row, cells)
        above = band
    if row:
        yield row


def _cells_of(band: Band, corridors: Sequence[Corridor]) -> Row:
    """What a band holds of each column; a number and its title may stand apart in one."""
    cells: Row = []
    for segment in band.segments:
        first, last = _span(segment, corridors)
        goes_on = bool(cells) and cells[-1][:2] == (first, last)
        before = cells.pop()[2][0].pieces if goes_on else ()
        cells.append((first, last, [line_of([*before, *segment.pieces]) if before else segment]))
    return cells


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
    if any(_FIGURE.fullmatch(text) for text in texts):
        return False
    if any(first not in filled for first, _, _ in cells):
        return False
    if cells[0][0] == 0:
        firsts = [line for first, _, lines in row for line in lines if first == 0]
        left = min(line.box.x0 for line in firsts)
        return len(cells) == 1 and _is_rest(cells[0][2][0], firsts[-1], left, right)
    return len(cells) < len(row) or len(cells) == 1


def _span(segment: TextLine, corridors: Sequence[Corridor]) -> tuple[int, int]:
    """First and last column that a segment covers."""
    first = sum(segment.box.x0 >= (left + right) / 2 for left, right in corridors)
    last = sum(segment.box.x1 > (left + right) / 2 for left, right in corridors)
    return first, max(first, last)


def _part(rows: Sequence[Row], corridors: Sequence[Corridor], box: Box) -> TablePart:
    xs = (box.x0, *((left + right) / 2 for left, right in corridors), box.x1)
    tops = [min(line.box.top for _, _, lines in row for line in lines) for row in rows]
    ys = (*tops, box.bottom)
    cells: list[PartCell] = []
    for number, row in enumerate(rows):
        taken: set[int] = set()
        for first, last, lines in row:
            taken.update(range(first, last + 1))
            cells.append(_cell(number, (first, last), lines, (xs, ys)))
        cells += [_cell(number, (free, free), [], (xs, ys)) for free in range(len(xs) - 1) if free not in taken]
    return TablePart(xs, ys, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), ruled=False)


def _cell(
    row: int, span: tuple[int, int], lines: list[TextLine], edges: tuple[Sequence[float], Sequence[float]]
) -> PartCell:
    xs, ys = edges
    box = Box(xs[span[0]], ys[row], xs[span[1] + 1], ys[row + 1])
    return PartCell(row, span[0], 1, span[1] - span[0] + 1, box, tuple(lines))
