"""Parts of a table on page after page, put together: one table, its cut rows whole, its repeated heading once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from parsers.cutting import break_between
from parsers.glued_heading import with_heading_apart
from parsers.habits import NUMBER, Habits, WholeCell, habits_of
from parsers.parts import PartCell, TablePart

SAME_EDGE = 3.0  # points; columns of a table stand alike on all its pages
DEEP = 4  # rows; no heading has more
LOOSE_EDGE = 25.0  # points; the widest word of a page moves the edge of a column without rulings
SPARE = 4.0  # points; rounding in "the next row would have had room here"


class PagePart(NamedTuple):
    """A table's part with its page; `room` is how much lower the page's text could have gone."""

    page: int
    part: TablePart
    room: float


class Growing(NamedTuple):
    """A table as far as it is put together: cells done, cells that end its last row, number of rows."""

    done: list[WholeCell]
    bottom: list[WholeCell]
    rows: int


def goes_on(parts: Sequence[PagePart], after: PagePart) -> bool:
    """Whether a part at the top of a page is more of the table that ended the page before."""
    before = parts[-1]
    if after.page != before.page + 1 or _columns_in_common(before.part.xs, after.part) is None:
        return False
    for part in (parts[0].part, before.part) if len(parts) > 1 else (before.part,):
        if 0 < _repeated_rows(_first_rows(part.cells), after.part) < after.part.rows:
            return True
    return before.room <= _needed(after.part) + SPARE


def repeats(first: TablePart, after: TablePart) -> bool:
    """Whether a part begins with the first rows of another one."""
    return _repeated_rows(_first_rows(first.cells), after) > 0


def _needed(part: TablePart) -> float:
    """How much room the first row needs: cells over several rows may have been kept whole."""
    heights = [cell.box.bottom - cell.box.top for cell in part.cells if cell.row == 0]
    return max(heights, default=part.ys[1] - part.ys[0])


def whole_table(parts: Sequence[PagePart]) -> list[WholeCell]:
    """The cells of the whole table."""
    first = parts[0].part
    parts = [parts[0], *(one._replace(part=with_heading_apart(first, one.part)) for one in parts[1:])]
    xs = list(first.xs)
    for part in parts[1:]:
        xs = _columns_in_common(xs, part.part) or xs
    growing = _with_rows(Growing([], [], 0), _placed(parts[0], xs, 0), parts[0].part.rows)
    habits = _habits(parts, xs) if len(parts) > 1 else None
    heading: dict[int, list[str]] = {}
    for index, part in enumerate(parts[1:]):
        if index < 2:  # a page break may have cut the heading itself: it is whole with the second part
            heading = _first_rows([*growing.done, *growing.bottom])
        repeated = _repeated_rows(heading, part.part)
        placed = _placed(part, xs, -repeated)
        cut_off = _cut_off(heading, placed, repeated)
        more = [_without(cell, cut_off) if cell.row == 0 else cell for cell in placed if cell.row >= 0]
        if more and habits:
            growing = _appended(growing, [*more, *_left_out(more, xs)], habits)
    return sorted([*growing.done, *growing.bottom])


def _left_out(more: Sequence[WholeCell], xs: Sequence[float]) -> Iterator[WholeCell]:
    """Empty cells where the first rows of a page have none: LibreOffice leaves out what is left of merged cells."""
    begins = {column: max(cell.row for cell in more) + 1 for column in range(len(xs) - 1)}
    for cell in more:
        for column in range(cell.column, cell.column + cell.column_span):
            begins[column] = min(begins[column], cell.row)
    page, box, _ = more[0].pages[0]
    for column, row in begins.items():
        if row > 0:
            yield WholeCell(0, column, row, 1, ((page, box._replace(x0=xs[column], x1=xs[column + 1]), ()),))


def _habits(parts: Sequence[PagePart], xs: Sequence[float]) -> Habits:
    """The looks of the rows that no page break touches."""
    heading = _first_rows(parts[0].part.cells)
    seen = []
    for index, part in enumerate(parts):
        repeated = _repeated_rows(heading, part.part) if index else 0
        placed = [cell for cell in _placed(part, xs, -repeated) if cell.row >= 0]
        rows = part.part.rows - repeated
        seen.append((placed, range(1 if index else 0, rows if index == len(parts) - 1 else rows - 1)))
    return habits_of(seen, len(xs) - 1, ruled=all(part.part.ruled for part in parts))


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


def _placed(part: PagePart, xs: Sequence[float], shift: int) -> list[WholeCell]:
    """The part's cells in the columns of the whole table."""
    offset = xs[0] - part.part.xs[0]
    column_of = [_nearest(xs, x + offset) for x in part.part.xs] if part.part.ruled else list(range(len(xs)))
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


def _repeated_rows(heading: Mapping[int, list[str]], part: TablePart) -> int:
    """How many rows a part repeats from the top of the table."""
    repeated = 0
    first = _first_rows(part.cells)
    for row in range(min(len(heading), len(first))):
        mine, others = heading.get(row), first.get(row)
        if mine is None or others is None or not _is_repeat(others, mine) or not _may_be_heading(mine):
            break
        if all(cell.row + cell.row_span <= row + 1 for cell in part.cells if cell.row <= row):
            repeated = row + 1
    return repeated


def _is_repeat(texts: Sequence[str], heading: Sequence[str]) -> bool:
    """Whether a row's texts are those of a heading's row; of a few, the end may be cut off by too low a row."""
    if len(texts) != len(heading):
        return False
    differing = [(text, whole) for text, whole in zip(texts, heading, strict=True) if text != whole]
    return 2 * len(differing) < len(texts) and all(text and whole.startswith(text) for text, whole in differing)


def _cut_off(heading: Mapping[int, list[str]], placed: Sequence[WholeCell], repeated: int) -> set[tuple[int, str]]:
    """By column, what a repeated heading's rows have no room for: it stands in the row below."""
    rests: set[tuple[int, str]] = set()
    for row in range(repeated):
        cells = sorted((cell for cell in placed if cell.row == row - repeated), key=lambda cell: cell.column)
        for cell, whole in zip(cells, heading[row], strict=False):
            rests.add((cell.column, whole.removeprefix(" ".join(cell.lines)).strip()))
    return {(column, rest) for column, rest in rests if rest}


def _without(cell: WholeCell, cut_off: set[tuple[int, str]]) -> WholeCell:
    """The cell without the lines that are the end of the heading above it."""
    if not cut_off:
        return cell
    pages = tuple(
        (page, box, tuple(line for line in lines if (cell.column, line.text) not in cut_off))
        for page, box, lines in cell.pages
    )
    return cell._replace(pages=pages)


def _first_rows(cells: Sequence[PartCell | WholeCell]) -> dict[int, list[str]]:
    """Texts of the rows that may make up a heading."""
    rows: dict[int, list[str]] = defaultdict(list)
    for cell in sorted((cell for cell in cells if cell.row < DEEP), key=lambda cell: (cell.row, cell.column)):
        lines = [line.text for line in cell.lines] if isinstance(cell, PartCell) else cell.lines
        rows[cell.row].append(" ".join(" ".join(lines).split()))
    return rows


def _may_be_heading(texts: Sequence[str]) -> bool:
    """Whether a row may be one of a heading: words, or the columns' numbers, but not both."""
    numbers = [bool(NUMBER.fullmatch(text)) for text in texts if text]
    return bool(numbers) and (all(numbers) or not any(numbers))


def _appended(growing: Growing, more: list[WholeCell], habits: Habits) -> Growing:
    """The table with the cells of the next page below it, the row between them joined where the page cut it."""
    joined, cuts = break_between(growing.bottom, more, habits)
    lower = growing.rows - 1 if cuts else growing.rows
    taken = {id(cell) for pair in joined for cell in pair}
    growing.done.extend(cell for cell in growing.bottom if id(cell) not in taken)
    whole = [_one_cell(upper, below, lower) for upper, below in joined]
    rest = [cell._replace(row=cell.row + lower) for cell in more if id(cell) not in taken]
    return _with_rows(growing, whole + rest, lower + max(cell.row + cell.row_span for cell in more))


def _with_rows(growing: Growing, cells: Sequence[WholeCell], rows: int) -> Growing:
    """The table with the cells; those that end its last row may go on over the next page break."""
    growing.done.extend(cell for cell in cells if cell.row + cell.row_span < rows)
    return Growing(growing.done, [cell for cell in cells if cell.row + cell.row_span >= rows], rows)


def _one_cell(upper: WholeCell, below: WholeCell, lower: int) -> WholeCell:
    end = lower + below.row + below.row_span
    return upper._replace(row_span=end - upper.row, pages=upper.pages + below.pages)
