"""Parts of a table on page after page, put together: one table, its cut rows whole, its repeated heading once."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from parsers.alike import are_alike
from parsers.cutting import Break, break_between
from parsers.glued_heading import with_heading_apart
from parsers.habits import NUMBER, Habits, WholeCell, habits_of
from parsers.making import maker
from parsers.open_below import with_own_rows
from parsers.parts import PartCell, TablePart

SAME_EDGE = 3.0  # points; columns of a table stand alike on all its pages
DEEP = 4  # rows; no heading has more
LOOSE_EDGE = 25.0  # points; the widest word of a page moves the edge of a column without rulings
MOST = 0.7  # of the pages
MANY = 3  # columns; two tables seldom have so many alike
SURELY = 5  # columns; so many alike are one table's, wherever on its page the part before ends
VERY = 1.0  # points; columns drawn by one hand stand so alike
MARGINS = 72.0  # points; pages may have other margins than those that show how far text goes
SPARE = 4.0  # points; rounding in "the next row would have had room here"
WHOLE = Break([], cuts=False)  # what a page break between a heading and the first row does

_PLACE = itemgetter(0, 1)  # of a cell: its row and column


_whole = maker(WholeCell)


class PagePart(NamedTuple):
    """A table's part with its page; `room` is how much lower the page's text could have gone.

    `heads` are the texts of the rows that may make up a heading. `begun`: the page begins with the rest of a row, which
    has no text and was left out.
    """

    page: int
    part: TablePart
    room: float
    heads: Mapping[int, list[str]]
    begun: bool = False


class Growing(NamedTuple):
    """A table as far as it is put together: cells done, cells that end its last row, number of rows."""

    done: list[WholeCell]
    bottom: list[WholeCell]
    rows: int


def page_part(page: int, part: TablePart, room: float, *, begun: bool = False) -> PagePart:
    """A part on its page."""
    return PagePart(page, part, room, _first_rows(part.cells), begun)


def goes_on(parts: Sequence[PagePart], after: PagePart) -> bool:
    """Whether a part at the top of a page is more of the table that ended the page before."""
    before = parts[-1]
    if after.page != before.page + 1 or _columns_in_common(before.part.xs, after.part) is None:
        return False
    for part in (parts[0], before) if len(parts) > 1 else (before,):
        if 0 < _repeated_rows(part.heads, after.part, after.heads) < after.part.rows:
            return True
    spare = before.room - _needed(after.part)
    if spare <= SPARE:
        return True
    is_near = spare <= MARGINS or len(after.part.xs) > SURELY
    is_near = is_near or (len(parts) == 1 and not _has_figures(before.part.cells))
    return is_near and _begins_within(before.part.xs, after.part)


def _has_figures(cells: Iterable[PartCell]) -> bool:
    return any(NUMBER.fullmatch(line.text) for cell in cells for line in cell.lines)


def _begins_within(xs: Sequence[float], part: TablePart) -> bool:
    """Whether a ruled part of the very columns begins in the middle of a table: with a row that is no heading."""
    if (
        not part.ruled
        or min(len(xs), len(part.xs)) < MANY + 1
        or abs(xs[-1] - xs[0] - part.box.x1 + part.box.x0) > VERY
    ):
        return False
    shift = xs[0] - part.xs[0]
    if any(min(abs(x - y - shift) for x in xs) > VERY for y in part.xs):
        return False
    first = next((row for row in _rows_of(part) if len(row) >= MANY), ())
    return any(not cell.lines for cell in first) or _has_figures(first)


def _rows_of(part: TablePart) -> Iterator[list[PartCell]]:
    """The cells by the row in which they begin."""
    for _, cells in groupby(part.cells, key=attrgetter("row")):
        yield list(cells)


def repeats(first: TablePart, after: TablePart) -> bool:
    """Whether a part begins with the first rows of another one."""
    return _repeated_rows(_first_rows(first.cells), after, _first_rows(after.cells)) > 0


def _needed(part: TablePart) -> float:
    """How much room the first row needs: cells over several rows may have been kept whole."""
    heights = [cell.box.bottom - cell.box.top for cell in part.cells if cell.row == 0]
    return max(heights, default=part.ys[1] - part.ys[0])


def whole_table(parts: Sequence[PagePart]) -> list[WholeCell]:
    """The cells of the whole table."""
    first = parts[0].part
    parts = [parts[0], *(_with_heading_apart(first, part) for part in parts[1:])]
    parts = [*(part._replace(part=with_own_rows(part.part)) for part in parts[:-1]), parts[-1]]
    xs = list(first.xs)
    for part in parts[1:]:
        xs = _columns_in_common(xs, part.part) or xs
    placed = [_placed(part, xs) for part in parts]
    placed = [*([*cells, *_left_out_below(cells, xs)] for cells in placed[:-1]), placed[-1]]
    growing = _with_rows(Growing([], [], 0), placed[0], first.rows)
    habits = _habits(parts, placed, len(xs) - 1) if len(parts) > 1 else None
    parts = _without_empty_heads(parts)
    heading: Mapping[int, list[str]] = {}
    for index, (part, cells) in enumerate(zip(parts[1:], placed[1:], strict=True)):
        if index < 2:  # a page break may have cut the heading itself: it is whole with the second part
            heading = _first_rows([*growing.done, *growing.bottom])
        repeated = _repeated_rows(heading, part.part, part.heads)
        cut_off = _cut_off(heading, cells, repeated)
        more = [_moved(cell, -repeated) for cell in cells if cell.row >= repeated] if repeated else cells
        if cut_off:
            more = [cell if cell.row else _without(cell, cut_off) for cell in more]
        if more and habits:
            more = [*more, *_left_out(more, xs)]
            is_heading = growing.rows <= repeated or _is_heading_alone(growing, more)
            found = break_between(growing.bottom, more, habits, parted=part.begun) if not is_heading else WHOLE
            growing = _appended(growing, more, found)
    return sorted([*growing.done, *growing.bottom])


def _with_heading_apart(first: TablePart, part: PagePart) -> PagePart:
    apart = with_heading_apart(first, part.part)
    return part if apart is part.part else page_part(part.page, apart, part.room, begun=part.begun)


def _is_heading_alone(growing: Growing, more: Sequence[WholeCell]) -> bool:
    """Whether all that stands above a break is a row of words over a row with figures, which is no rest of it."""
    heads = growing.bottom if growing.rows == 1 else ()
    figures = sum(any(NUMBER.fullmatch(line) for line in cell.lines) for cell in more if cell.row == 0)
    return len(heads) > 2 and figures > 0 and not any("".join(cell.lines).isdigit() or not cell.lines for cell in heads)


def _without_empty_heads(parts: Sequence[PagePart]) -> Sequence[PagePart]:
    """The parts; what nearly all pages begin with is no rest of a row, but an empty row of the heading."""
    later = parts[1:]
    if len(later) < 2 or sum(part.begun for part in later) < MOST * len(later):
        return parts
    return [part._replace(begun=False) for part in parts]


def _left_out(more: Sequence[WholeCell], xs: Sequence[float]) -> Iterator[WholeCell]:
    """Empty cells where the first rows of a page have none: LibreOffice leaves out what is left of merged cells."""
    if sum([cell.column_span for cell in more if cell.row == 0]) == len(xs) - 1:
        return
    begins = dict.fromkeys(range(len(xs) - 1), max(cell.row for cell in more) + 1)
    for cell in more:
        for column in range(cell.column, cell.column + cell.column_span):
            begins[column] = min(begins[column], cell.row)
    page, box, _ = more[0].pages[0]
    for column, row in begins.items():
        if row > 0:
            yield WholeCell(0, column, row, 1, ((page, box._replace(x0=xs[column], x1=xs[column + 1]), ()),), ())


def _left_out_below(cells: Sequence[WholeCell], xs: Sequence[float]) -> Iterator[WholeCell]:
    """Empty cells where the last rows of a page have none, of merged cells whose text stands on the next page."""
    rows = max(cell.row + cell.row_span for cell in cells)
    if sum([cell.column_span for cell in cells if cell.row + cell.row_span == rows]) == len(xs) - 1:
        return
    ends = dict.fromkeys(range(len(xs) - 1), 0)
    for cell in cells:
        for column in range(cell.column, cell.column + cell.column_span):
            ends[column] = max(ends[column], cell.row + cell.row_span)
    page, box, _ = max(cells).pages[0]
    for column, row in ends.items():
        if row < rows:
            place = box._replace(x0=xs[column], x1=xs[column + 1])
            yield WholeCell(row, column, rows - row, 1, ((page, place, ()),), ())


def _habits(parts: Sequence[PagePart], placed: Sequence[Sequence[WholeCell]], columns: int) -> Habits:
    """The looks of the rows that no page break touches."""
    seen = []
    for index, (part, cells) in enumerate(zip(parts, placed, strict=True)):
        repeated = _repeated_rows(parts[0].heads, part.part, part.heads) if index else 0
        own = [cell for cell in cells if cell.row >= repeated] if repeated else cells
        end = part.part.rows if index == len(parts) - 1 else part.part.rows - 1
        seen.append((own, range(repeated + 1 if index else 0, end)))
    return habits_of(seen, columns, ruled=all(part.part.ruled or part.part.striped for part in parts))


def _columns_in_common(xs: Sequence[float], part: TablePart) -> list[float] | None:
    """The finer of two divisions into columns, in the first one's place; None when they are of different tables."""
    others = part.xs
    if not part.ruled:  # told from the text on each page, so they vary
        alike = len(xs) == len(others) and all(abs(x - y) <= LOOSE_EDGE for x, y in zip(xs, others, strict=True))
        return list(xs) if alike else None
    shift = xs[0] - others[0]
    moved = [x + shift for x in others]
    if abs(xs[-1] - moved[-1]) > SAME_EDGE:
        return None
    fine, coarse = (xs, moved) if len(xs) >= len(moved) else (moved, xs)
    if all(min(abs(x - y) for y in fine) <= SAME_EDGE for x in coarse):
        return list(fine)
    return None


def _placed(part: PagePart, xs: Sequence[float]) -> list[WholeCell]:
    """The part's cells in the columns of the whole table."""
    offset = xs[0] - part.part.xs[0]
    column_of = [_nearest(xs, x + offset) for x in part.part.xs] if part.part.ruled else list(range(len(xs)))
    placed = []
    for row, column, row_span, column_span, box, lines in part.part.cells:
        first = column_of[column]
        texts = tuple([line.text for line in lines])
        across = column_of[column + column_span] - first
        placed.append(_whole((row, first, row_span, across, ((part.page, box, lines),), texts)))
    return placed


def _nearest(xs: Sequence[float], x: float) -> int:
    """The index of the one of `xs` (from left to right) that is nearest to `x`."""
    after = bisect_left(xs, x)
    if after == len(xs) or (after and x - xs[after - 1] <= xs[after] - x):
        return after - 1
    return after


def _repeated_rows(heading: Mapping[int, list[str]], part: TablePart, first: Mapping[int, list[str]]) -> int:
    """How many rows a part, of which these rows are the first, repeats from the top of the table."""
    repeated = 0
    for row in range(min(len(heading), len(first))):
        mine, others = heading.get(row), first.get(row)
        if mine is None or others is None or not _is_repeat(others, mine) or not _may_be_heading(mine):
            break
        if all(cell.row + cell.row_span <= row + 1 for cell in part.cells if cell.row <= row):
            repeated = row + 1
    return repeated


def _is_repeat(texts: Sequence[str], heading: Sequence[str]) -> bool:
    """Whether a row's texts are those of a heading's row; of a few, the end may be cut off by too low a row. In
    pictures, letters are spoiled."""
    if len(texts) != len(heading):
        return False
    differing = [(text, whole) for text, whole in zip(texts, heading, strict=True) if text != whole]
    if 2 * len(differing) < len(texts) and all(text and whole.startswith(text) for text, whole in differing):
        return True
    return _may_be_heading(heading) and are_alike(texts, heading)


def _cut_off(heading: Mapping[int, list[str]], placed: Sequence[WholeCell], repeated: int) -> set[tuple[int, str]]:
    """By column, what a repeated heading's rows have no room for: it stands in the row below."""
    rests: set[tuple[int, str]] = set()
    for row in range(repeated):
        cells = sorted((cell for cell in placed if cell.row == row), key=lambda cell: cell.column)
        for cell, whole in zip(cells, heading[row], strict=False):
            rests.add((cell.column, whole.removeprefix(" ".join(cell.lines)).strip()))
    return {(column, rest) for column, rest in rests if rest}


def _without(cell: WholeCell, cut_off: set[tuple[int, str]]) -> WholeCell:
    """The cell without the lines that are the end of the heading above it."""
    pages = tuple(
        (page, box, tuple(line for line in lines if (cell.column, line.text) not in cut_off))
        for page, box, lines in cell.pages
    )
    return cell._replace(pages=pages, lines=tuple(line.text for _, _, lines in pages for line in lines))


def _first_rows(cells: Sequence[PartCell | WholeCell]) -> dict[int, list[str]]:
    """Texts of the rows that may make up a heading."""
    rows: dict[int, list[str]] = defaultdict(list)
    for cell in sorted([cell for cell in cells if cell.row < DEEP], key=_PLACE):
        lines = [line.text for line in cell.lines] if isinstance(cell, PartCell) else cell.lines
        rows[cell.row].append(" ".join(" ".join(lines).split()))
    return rows


def _may_be_heading(texts: Sequence[str]) -> bool:
    """Whether a row may be one of a heading: words, or the columns' numbers, but not both."""
    numbers = [bool(NUMBER.fullmatch(text)) for text in texts if text]
    return bool(numbers) and (all(numbers) or not any(numbers))


def _appended(growing: Growing, more: list[WholeCell], found: Break) -> Growing:
    """The table with the cells of the next page below it, the row between them joined where the page cut it."""
    joined, cuts = found
    lower = growing.rows - 1 if cuts else growing.rows
    taken = {id(cell) for pair in joined for cell in pair}
    growing.done.extend(cell for cell in growing.bottom if id(cell) not in taken)
    whole = [_one_cell(upper, below, lower) for upper, below in joined]
    rest = [_moved(cell, lower) for cell in more if id(cell) not in taken]
    return _with_rows(growing, whole + rest, lower + max(cell.row + cell.row_span for cell in more))


def _with_rows(growing: Growing, cells: Sequence[WholeCell], rows: int) -> Growing:
    """The table with the cells; those that end its last row may go on over the next page break."""
    growing.done.extend(cell for cell in cells if cell.row + cell.row_span < rows)
    return Growing(growing.done, [cell for cell in cells if cell.row + cell.row_span >= rows], rows)


def _moved(cell: WholeCell, down: int) -> WholeCell:
    return _whole((cell.row + down, *cell[1:]))


def _one_cell(upper: WholeCell, below: WholeCell, lower: int) -> WholeCell:
    end = lower + below.row + below.row_span
    return upper._replace(row_span=end - upper.row, pages=upper.pages + below.pages, lines=upper.lines + below.lines)
