"""Parts of a table on page after page, put together: one table, its cut rows whole, its repeated heading once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.document import Box
from parsers.lines import TextLine
from parsers.paragraphs import is_full
from parsers.parts import TablePart

SAME_EDGE = 3.0  # points; columns of a table stand alike on all its pages
SPARE = 4.0  # points; rounding in "the next row would have had room here"
PADDING = 6.0  # points; Word keeps 5.4 free at a cell's sides, LibreOffice 2.8

_NUMBER = re.compile(r"\W*\d+([.,]\d+)?\W*")
_ITEM = re.compile(r"[-–—•*+▪●\uf0b7]\s*\S|\d{1,2}(\.\d{1,2})*[.)]|[a-zđ][.)]\s")


class PagePart(NamedTuple):
    """A table's part with its page; `room` is how much lower the page's text could have gone."""

    page: int
    part: TablePart
    room: float


class WholeCell(NamedTuple):
    """A cell of the whole table: what stands of it on each page."""

    row: int
    column: int
    row_span: int
    column_span: int
    pages: tuple[tuple[int, Box, tuple[TextLine, ...]], ...]

    @property
    def lines(self) -> list[str]:
        """Its lines, over all pages."""
        return [line.text for _, _, lines in self.pages for line in lines]


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
    numbers = [bool(_NUMBER.fullmatch(text)) for text in texts if text]
    return bool(numbers) and (all(numbers) or not any(numbers))


def _row_texts(part: TablePart, row: int) -> list[str]:
    return [" ".join(cell.text.split()) for cell in part.cells if cell.row == row]


def _appended(cells: list[WholeCell], more: list[WholeCell], merging: set[int]) -> list[WholeCell]:
    """The cells with those of the next page below them, the row between them joined where the page cut it."""
    rows = max(cell.row + cell.row_span for cell in cells)
    pairs = list(_pairs(cells, more, rows))
    cut = _is_cut(pairs, more)
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


def _is_cut(pairs: Sequence[tuple[WholeCell, WholeCell]], more: Sequence[WholeCell]) -> bool:
    """Whether the first row of a page is the rest of the row before it. In doubt it is a row of its own."""
    first_row = [cell for cell in more if cell.row == 0]
    both = [(upper, below) for upper, below in pairs if below.lines]
    if len(pairs) < len(first_row) or any(not upper.lines for upper, _ in both):
        return False  # a cell's text begins with the cell
    if not both:
        return True  # LibreOffice leaves an empty strip of a row whose last blank line had no room
    evidence = sum(_goes_on_in(upper, below) for upper, below in both)
    if len(pairs) > 2 and len(both) == 1 and _may_go_on(*both[0]):
        evidence += 2
    if evidence:
        return evidence > 0
    if any(_is_list_of_numbers(upper) for upper, _ in both):
        return True
    return len(pairs) > 2 and len(both) == 1  # a row of its own would hardly hold nothing else


def _goes_on_in(upper: WholeCell, below: WholeCell) -> int:
    """Evidence that the lower cell's text is the rest of the upper one's: above 0 for, below 0 against."""
    last, first = upper.lines[-1], below.lines[0]
    if _NUMBER.fullmatch(first) or len(first) < 2:
        return 0 if _is_list_of_numbers(upper) else -4
    single = len(upper.lines) == 1
    if not _is_full_line(upper, below):
        return -4 if single else -1 if not _ITEM.match(first) else 0
    if first[:1].islower():
        return 3 if single else 4
    if single or _ITEM.match(first) or last[-1:] in ".;:!?":
        return -1 if single else 0
    return 1


def _may_go_on(upper: WholeCell, below: WholeCell) -> bool:
    """Whether a sentence may run from the upper to the lower cell."""
    ended = upper.lines[-1][-1:] in ".;:!?" or _ITEM.match(below.lines[0])
    return not ended and _is_full_line(upper, below)


def _is_full_line(upper: WholeCell, below: WholeCell) -> bool:
    """Whether the lower cell's first word had no room in the upper one's last line."""
    _, box, lines = upper.pages[-1]
    return bool(lines) and is_full(lines[-1]._replace(right=box.x1 - PADDING), below.pages[0][2][0])


def _is_list_of_numbers(cell: WholeCell) -> bool:
    lines = cell.lines
    return len(lines) > 1 and all(_NUMBER.fullmatch(line) for line in lines)


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
    with_key = bool(spans) and spans[0][0].column == 0
    return [(upper, below) for upper, below in spans if below.lines or with_key]


def _is_span(upper: WholeCell, below: WholeCell, merging: set[int]) -> bool:
    if below.lines:
        spans = upper.row_span > 1 or below.row_span > 1
        return spans and bool(upper.lines) and _goes_on_in(upper, below) >= 3
    return upper.column in merging or below.row_span > 1


def _one_cell(upper: WholeCell, below: WholeCell, lower: int) -> WholeCell:
    end = lower + below.row + below.row_span
    return upper._replace(row_span=end - upper.row, pages=upper.pages + below.pages)
