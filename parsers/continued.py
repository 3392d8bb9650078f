"""Parts of a table on page after page, put together: one table, its cut rows whole, its repeated heading once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.cutting import NUMBER, WholeCell, goes_on_in, is_cut
from parsers.parts import TablePart

SAME_EDGE = 3.0  # points; columns of a table stand alike on all its pages
SPARE = 4.0  # points; rounding in "the next row would have had room here"


class PagePart(NamedTuple):
    """A table's part with its page; `room` is how much lower the page's text could have gone."""

    page: int
    part: TablePart
    room: float


def goes_on(before: PagePart, after: PagePart) -> bool:
    """Whether a part at the top of a page is more of the table that ended the page before."""
    if after.page != before.page + 1 or _columns_in_common(before.part.xs, after.part.xs) is None:
        return False
    if 0 < _repeated_heading(before.part, after.part) < after.part.rows:
        return True
    first = min(cell.box.bottom - cell.box.top for cell in after.part.cells if cell.row == 0)
    return before.room <= first + SPARE


def whole_table(parts: Sequence[PagePart]) -> list[WholeCell]:
    """The cells of the whole table."""
    xs = list(parts[0].part.xs)
    for part in parts[1:]:
        xs = _columns_in_common(xs, part.part.xs) or xs
    merging = _merging_columns(parts, xs)
    cells = _placed(parts[0], xs, 0)
    for part in parts[1:]:
        heading = _repeated_heading(parts[0].part, part.part)
        more = [cell for cell in _placed(part, xs, -heading) if cell.row >= 0]
        if more:
            cells = _appended(cells, more, merging)
    return sorted(cells)


def _columns_in_common(xs: Sequence[float], others: Sequence[float]) -> list[float] | None:
    """The finer of two divisions into columns, in the first one's place; None when they are of different tables."""
    shift = xs[0] - others[0]
    moved = [x + shift for x in others]
    if abs(xs[-1] - moved[-1]) > SAME_EDGE:
        return None
    fine, coarse = (xs, moved) if len(xs) >= len(moved) else (moved, xs)
    if all(min(abs(x - y) for y in fine) <= SAME_EDGE for x in coarse):
        return list(fine)
    return None


def _placed(part: PagePart, xs: Sequence[float], shift: int) -> list[WholeCell]:
    """The part's cells in the columns of the whole table."""
    offset = xs[0] - part.part.xs[0]
    column_of = [_nearest(xs, x + offset) for x in part.part.xs]
    return [
        WholeCell(
            cell.row + shift,
            column_of[cell.column],
            cell.row_span,
            column_of[cell.column + cell.column_span] - column_of[cell.column],
            ((part.page, cell.box, cell.lines),),
        )
        for cell in part.part.cells
    ]


def _nearest(xs: Sequence[float], x: float) -> int:
    return min(range(len(xs)), key=lambda n: abs(xs[n] - x))


def _repeated_heading(first: TablePart, other: TablePart) -> int:
    """How many rows the other part repeats from the top of the first one."""
    repeated = 0
    for row in range(min(first.rows, other.rows, 4)):
        mine, others = _row_texts(first, row), _row_texts(other, row)
        if mine != others or not _may_be_heading(mine):
            break
        if all(cell.row + cell.row_span <= row + 1 for cell in other.cells if cell.row <= row):
            repeated = row + 1
    return repeated


def _may_be_heading(texts: Sequence[str]) -> bool:
    """Whether a row may be one of a heading: words, or the columns' numbers, but not both."""
    numbers = [bool(NUMBER.fullmatch(text)) for text in texts if text]
    return bool(numbers) and (all(numbers) or not any(numbers))


def _row_texts(part: TablePart, row: int) -> list[str]:
    return [" ".join(cell.text.split()) for cell in part.cells if cell.row == row]


def _appended(cells: list[WholeCell], more: list[WholeCell], merging: set[int]) -> list[WholeCell]:
    """The cells with those of the next page below them, the row between them joined where the page cut it."""
    rows = max(cell.row + cell.row_span for cell in cells)
    pairs = list(_pairs(cells, more, rows))
    cut = is_cut(pairs, more)
    joined = pairs if cut else _cut_spans(pairs, merging)
    lower = rows - 1 if cut else rows
    taken = {id(cell) for pair in joined for cell in pair}
    whole = [_one_cell(upper, below, lower) for upper, below in joined]
    rest = [cell for cell in cells if id(cell) not in taken]
    below_rest = [cell._replace(row=cell.row + lower) for cell in more if id(cell) not in taken]
    return rest + whole + below_rest


def _pairs(cells: Sequence[WholeCell], more: Sequence[WholeCell], rows: int) -> Iterator[tuple[WholeCell, WholeCell]]:
    """Cells that end the page with those of the same columns that begin the next."""
    last = {(c.column, c.column_span): c for c in cells if c.row + c.row_span == rows}
    for cell in more:
        upper = last.get((cell.column, cell.column_span)) if cell.row == 0 else None
        if upper is not None:
            yield upper, cell


def _merging_columns(parts: Sequence[PagePart], xs: Sequence[float]) -> set[int]:
    """Columns with cells over several rows and without empty cells, but for those below a page break."""
    merging: set[int] = set()
    plain: set[int] = set()
    for index, part in enumerate(parts):
        heading = _repeated_heading(parts[0].part, part.part) if index else -1
        for cell in _placed(part, xs, -heading):
            if cell.row_span > 1:
                merging.add(cell.column)
            elif not cell.lines and cell.row > 0:
                plain.add(cell.column)
    return merging - plain


def _cut_spans(pairs: Sequence[tuple[WholeCell, WholeCell]], merging: set[int]) -> list[tuple[WholeCell, WholeCell]]:
    """Pairs that are one cell over several rows, cut by the page break between two of its rows."""
    spans = [pair for pair in pairs if _is_span(*pair, merging)]
    # A cell over several rows goes with its row's number: where that does not go on, an empty cell is just empty.
    if not spans or spans[0][0].column != 0:
        return [(upper, below) for upper, below in spans if below.lines]
    key, rest = spans[0]
    beside = [(u, b) for u, b in pairs if (u.row, u.row_span, b.row_span) == (key.row, key.row_span, rest.row_span)]
    merged = max(key.row_span, rest.row_span) > 1
    return [*spans, *(pair for pair in beside if merged and pair not in spans)]


def _is_span(upper: WholeCell, below: WholeCell, merging: set[int]) -> bool:
    if below.lines:
        spans = upper.row_span > 1 or below.row_span > 1
        return spans and bool(upper.lines) and goes_on_in(upper, below) >= 3
    return upper.column in merging or below.row_span > 1


def _one_cell(upper: WholeCell, below: WholeCell, lower: int) -> WholeCell:
    end = lower + below.row + below.row_span
    return upper._replace(row_span=end - upper.row, pages=upper.pages + below.pages)
