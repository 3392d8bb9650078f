"""From the rows of a table without rulings to its part on the page: cells over several columns told by their text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import itemgetter

from parsers.document import Box
from parsers.lines import TextLine
from parsers.parts import PartCell, TablePart
from parsers.regions import Corridor
from parsers.unruled_rows import FIGURE, TIGHT, Row

WIDE = 3.0  # times the usual line of the first column; a title over all columns is wider
FILLED = 5  # times; a first column with text in fewer rows shows no usual width
CENTRED = 4.0  # points; so far from the middle may a centred text stand, the columns' edges being guessed
FEW = 2  # heads under others
HEADS = 3  # rows in which the heads under a wide one stand
OFF = 0.7  # of the size; a text so far from where its column's lines begin is not set to the left


def part_of(rows: Sequence[Row], corridors: Sequence[Corridor], box: Box) -> TablePart:
    """The part, with an empty cell wherever a row has no text."""
    rows = _with_heads_together(rows)
    xs = (box.x0, *((left + right) / 2 for left, right in corridors), box.x1)
    tops: list[float] = []
    for row in rows:  # one without text has no place of its own
        tops.append(min((line.box.top for _, _, lines in row for line in lines), default=tops[-1] if tops else box.top))
    ys = (*tops, box.bottom)
    usual = _usual_width(rows)
    lefts = _usual_lefts(rows)
    cells: list[PartCell] = []
    rows = [_over_heads(rows[0], rows[1], xs), *rows[1:]] if len(rows) > 1 else list(rows)
    for number, row in enumerate(rows):
        taken: set[int] = set()
        for first, last, lines in _over_empty(_over_all(row, len(corridors), usual), corridors, box, lefts):
            taken.update(range(first, last + 1))
            cells.append(_cell(number, (first, last), lines, (xs, ys)))
        cells += [_cell(number, (free, free), [], (xs, ys)) for free in range(len(xs) - 1) if free not in taken]
    cells = _with_high_heads(cells, ys)
    return TablePart(xs, ys, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), ruled=False)


def _with_heads_together(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows; what stands beside a wide head and those under it is in one row with it, at whatever height."""
    wide = next(((first, last) for first, last, _ in rows[0] if last > first > 0), None) if rows else None
    end = _end_of_heads(rows, *wide) if wide else None
    if wide is None or end is None:
        return rows
    beside: Row = list(rows[0])
    below: Row = []
    for cell in (cell for row in rows[1:end] for cell in row):
        _add_to(below if wide[0] <= cell[0] and cell[1] <= wide[1] else beside, cell)
    return [sorted(beside, key=itemgetter(0)), sorted(below, key=itemgetter(0)), *rows[end:]]


def _end_of_heads(rows: Sequence[Row], first: int, last: int) -> int | None:
    """The row after the one in which each column under a wide head has one of its own, if no figures come before."""
    filled: set[int] = set()
    for end, row in enumerate(rows[1 : 1 + HEADS], 2):
        if any(FIGURE.fullmatch(line.text) for _, _, lines in row for line in lines):
            return None
        filled.update(column for column, until, _ in row if first <= column == until <= last)
        if len(filled) == last - first + 1:
            return end
    return None


def _add_to(row: Row, cell: tuple[int, int, list[TextLine]]) -> None:
    """Puts a cell into a row, under what stands in the same columns."""
    first, last, lines = cell
    for n, (other, end, above) in enumerate(row):
        if (other, end) == (first, last):
            row[n] = (first, last, [*above, *lines])
            return
    row.append(cell)


def _with_high_heads(cells: list[PartCell], ys: Sequence[float]) -> list[PartCell]:
    """The cells; where the second row stands under wide heads of the first, the other heads are two rows high.

    What stands below those is their second line.
    """
    wide = {c.column + n for c in cells if c.row == 0 and c.column_span > 1 for n in range(c.column_span)}
    below = {cell.column: cell.lines for cell in cells if cell.row == 1 and cell.lines}
    heads = {cell.column: cell.lines for cell in cells if cell.row == 0 and cell.lines and cell.column_span == 1}
    if not wide or not heads or not wide <= set(below) or any(cell.row == 1 and cell.column_span > 1 for cell in cells):
        return cells
    if not all(column in heads and _goes_on(heads[column], below[column]) for column in set(below) - wide):
        return cells
    bottom = ys[2]
    return [
        cell._replace(row_span=2, box=cell.box._replace(bottom=bottom), lines=cell.lines + below.get(cell.column, ()))
        if cell.row == 0 and cell.column in heads
        else cell
        for cell in cells
        if cell.row != 1 or cell.column not in heads
    ]


def _goes_on(lines: Sequence[TextLine], below: Sequence[TextLine]) -> bool:
    """Whether words go on right below others."""
    line = below[0]
    return line.base - lines[-1].base <= TIGHT * line.size and not FIGURE.fullmatch(line.text)


def _over_heads(row: Row, below: Row, xs: Sequence[float]) -> Row:
    """The first row; a head is one over several columns where it stands in the middle of them and heads below it fill
    each of them."""
    own = {column for first, last, _ in row for column in range(first, last + 1)}
    under = {first for first, last, _ in below if first == last}
    if len(under) == len(xs) - 1 or len(under) < FEW or any(FIGURE.fullmatch(ls[0].text) for _, _, ls in below):
        return row
    free = under - own
    centres = {first: (lines[0].box.x0 + lines[0].box.x1) / 2 for first, last, lines in below if first == last}
    return [(*_span_over(head, free, xs, centres), head[2]) if head[0] in under else head for head in row]


def _span_over(
    head: tuple[int, int, list[TextLine]], free: set[int], xs: Sequence[float], centres: Mapping[int, float]
) -> tuple[int, int]:
    """First and last of the columns in the middle of which a head of one column stands, the others being free.

    `centres` are the middles of the heads below. Where the columns end is only guessed, so a head off the middle of its
    own column and between those of two is over both.
    """
    first, last, lines = head
    start = end = first
    while first == last and start - 1 in free:
        start -= 1
    while first == last and end + 1 in free:
        end += 1
    spans = [(a, b) for a in range(start, first + 1) for b in range(last, end + 1) if b > a]
    middles = [(line.box.x0 + line.box.x1) / 2 for line in lines]
    for a, b in sorted(spans, key=lambda span: abs(middles[0] - (xs[span[0]] + xs[span[1] + 1]) / 2)):
        if all(abs(middle - (xs[a] + xs[b + 1]) / 2) <= OFF * lines[0].size for middle in middles):
            return a, b
    off = OFF * lines[0].size
    for a, b in ((first, first + 1), (first - 1, first)):
        if (
            (a, b) in spans
            and len(free) == 1
            and all(centres[a] + off < middle < centres[b] - off for middle in middles)
        ):
            return a, b
    return first, last


def _usual_width(rows: Sequence[Row]) -> float:
    """How wide a line of the first column is; without bound where that is mostly empty."""
    widths = sorted(_width(line) for row in rows for first, last, lines in row if first == last == 0 for line in lines)
    return widths[len(widths) // 2] if FILLED * len(widths) > len(rows) else float("inf")


def _usual_lefts(rows: Sequence[Row]) -> dict[int, int]:
    """Where, to a point, most of a column's lines begin; columns without such a place are left out."""
    counted: dict[int, Counter[int]] = {}
    for row in rows:
        for first, last, lines in row:
            if first == last:
                counted.setdefault(first, Counter()).update(round(line.box.x0) for line in lines)
    most = {column: places.most_common(1)[0] for column, places in counted.items()}
    return {column: place for column, (place, times) in most.items() if 2 * times > counted[column].total()}


def _over_all(row: Row, last: int, usual: float) -> Row:
    """The row; a line that stands alone and is far wider than the first column's is a title over all columns."""
    if not row:
        return row
    first, end, lines = row[0]
    if len(row) == 1 and first == 0 < end and len(lines) == 1 and _width(lines[0]) > WIDE * usual:
        return [(0, last, lines)]
    return row


def _over_empty(row: Row, corridors: Sequence[Corridor], box: Box, lefts: dict[int, int]) -> Row:
    """The row; a first text that is centred over its column and the empty ones before it is a cell over all of them.

    So totals stand, over the columns of numbers and of titles.
    """
    if not row:
        return row
    first, last, lines = row[0]
    if first != last or first == 0 or len(lines) != 1 or first not in lefts or last >= len(corridors):
        return row
    line = lines[0]
    middle = (line.box.x0 + line.box.x1) / 2
    left, right = corridors[last]
    is_over = (box.x0 + left) / 2 - CENTRED <= middle <= (box.x0 + right) / 2 + CENTRED
    if is_over and abs(line.box.x0 - lefts[first]) > OFF * line.size:
        return [(0, last, lines), *row[1:]]
    return row


def _width(line: TextLine) -> float:
    return line.box.x1 - line.box.x0


def _cell(
    row: int, span: tuple[int, int], lines: list[TextLine], edges: tuple[Sequence[float], Sequence[float]]
) -> PartCell:
    xs, ys = edges
    box = Box(xs[span[0]], ys[row], xs[span[1] + 1], ys[row + 1])
    return PartCell(row, span[0], 1, span[1] - span[0] + 1, box, tuple(lines))
