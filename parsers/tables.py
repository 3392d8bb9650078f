"""From grids and pieces of text to the parts of tables that stand on a page."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from parsers.carried import Columns
from parsers.frames import Frame
from parsers.grid import HANGING, Grid, GridCell
from parsers.lines import TextLine, line_of_piece, lines_of
from parsers.making import maker
from parsers.parts import PartCell, TablePart
from parsers.pieces import Piece, cut, words_of
from parsers.unmerged import unmerged
from parsers.unruled import hides_columns

CHART = 20  # crossings of rows and columns; so many with hardly any text are the lines behind a chart
FILLED = 0.12  # of them; an empty form has more
CRACK = 0.06  # of the size; letters of one word stand closer
_UPRIGHT = {0}
LETTERS = 0.42  # of the size; a line reaches so high above its baseline; text that its cell has no room for hangs out

_part_cell = maker(PartCell)
_PLACE = itemgetter(0, 1)  # of a cell: its row and column


def table_parts(
    grids: Sequence[Grid], pieces: Iterable[Piece], frame: Frame, known: Columns | None = None
) -> tuple[list[TablePart], list[Piece]]:
    """The tables that hold text, and the pieces of text that no cell holds.

    `known` are the columns of a table without rulings that the page before ends with.
    """
    parts: list[TablePart] = []
    left = list(pieces)
    for grid in sorted(grids, key=lambda grid: -len(grid.cells)):
        if any(_frames(grid, part) for part in parts):
            continue
        held, outside = _sorted_into(grid, left, frame)
        slots = (len(grid.xs) - 1) * (len(grid.ys) - 1)
        if not held or (slots >= CHART and len(held) < FILLED * slots):
            continue
        part = _part(grid, held, frame)
        if hides_columns(part, known):
            continue
        left = outside
        parts.append(part)
    return parts, left


def _frames(grid: Grid, part: TablePart) -> bool:
    """Whether a grid is only a frame about a table (of a page, or of a text box), not a table."""
    inner, outer = part.box, grid.box
    return outer.x0 < inner.x0 and outer.top < inner.top and outer.x1 > inner.x1 and outer.bottom > inner.bottom


def _sorted_into(grid: Grid, pieces: Iterable[Piece], frame: Frame) -> tuple[dict[int, list[Piece]], list[Piece]]:
    """Pieces by the number of the cell that holds them, and the others."""
    cell_at = {
        (row, column): number
        for number, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    held: dict[int, list[Piece]] = defaultdict(list)
    outside: list[Piece] = []
    xs, ys = grid.xs, grid.ys
    first_y, last_y = ys[0], ys[-1]
    for piece in pieces:
        base, x0, x1, size, _, turn = piece[:6]
        if turn:
            cell = cell_at.get(_slot(grid, *_middle(piece, frame)))
            (outside if cell is None else held[cell]).append(piece)
            continue
        y = base - LETTERS * size
        if not first_y <= y < last_y:
            outside.append(piece)
            continue
        row = bisect_right(ys, y) - 1
        first, last = bisect_right(xs, x0 + 1) - 1, bisect_right(xs, x1 - 1) - 1
        cell = cell_at.get((row, first))
        if first >= last or cell == cell_at.get((row, last)):
            (outside if cell is None else held[cell]).append(piece)
            continue
        for part in (part for word in words_of(piece) for part in _cut_at_walls(word, xs)):
            cell = cell_at.get((row, bisect_right(xs, (part.x0 + part.x1) / 2) - 1))
            (outside if cell is None else held[cell]).append(part)
    return held, outside


def _middle(piece: Piece, frame: Frame) -> tuple[float, float]:
    """The middle of a turned piece, in the page's frame."""
    own = Frame(frame.bounds, (frame.turn + max(piece.turn, 0)) % 4)
    box = own.seen_from(frame, piece.box)
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def _slot(grid: Grid, x: float, y: float) -> tuple[int, int]:
    return bisect_right(grid.ys, y) - 1, bisect_right(grid.xs, x) - 1


def _cut_at_walls(piece: Piece, walls: Sequence[float]) -> Iterator[Piece]:
    """The piece, cut where it was run together across a ruling; a word that sticks out of its cell stays whole."""
    start = 0
    for x in walls[bisect_right(walls, piece.x0 + 1) : bisect_right(walls, piece.x1 - 1)]:
        at = next((n for n in range(start + 1, len(piece.text)) if _parts_at(piece, n, x)), None)
        if at is not None:
            yield cut(piece, start, at)
            start = at
    yield cut(piece, start, len(piece.text))


def _parts_at(piece: Piece, n: int, x: float) -> bool:
    """Whether the piece has a gap before its character `n`, and the ruling at `x` goes through it."""
    if piece.text[n] == " ":
        return False
    last = n - 2 if piece.text[n - 1] == " " else n - 1
    before, after = piece.rights[piece.start + last], piece.lefts[piece.start + n]
    return after - before > CRACK * piece.size and before - 0.5 <= x <= after + 0.5


def _part(grid: Grid, held: Mapping[int, list[Piece]], frame: Frame) -> TablePart:
    cells: list[PartCell] = []
    filled = [grid.cells[number] for number in held]
    # a page's end that is not ruled leaves the first column open too; what LibreOffice leaves out does not
    hangs = any(cell.column == 0 and cell.is_open == HANGING for cell in grid.cells)
    for number, cell in enumerate(grid.cells):
        row, column, row_span, column_span, box, is_open = cell
        pieces = held.get(number)
        if pieces is None and is_open and not (is_open == HANGING and hangs) and not _is_open_side(cell, filled):
            continue
        part = _part_cell((row, column, row_span, column_span, box, tuple(all_lines(pieces, frame)) if pieces else ()))
        if column_span > 1 or is_open:
            cells += unmerged(part, grid, is_open=bool(is_open))
        else:
            cells.append(part)
    return TablePart(grid.xs, grid.ys, tuple(sorted(_reaching_down(cells, grid), key=_PLACE)))


def _reaching_down(cells: Sequence[PartCell], grid: Grid) -> Iterable[PartCell]:
    """The cells; those below which nothing is drawn, though other columns go on, reach down to what is.

    LibreOffice leaves out rows of merged cells, text and lines, where they end a table.
    """
    slots = sum([rows * columns for _, _, rows, columns, _, _ in cells])
    if slots == (len(grid.xs) - 1) * (len(grid.ys) - 1):
        return cells  # nothing is left out
    drawn = {
        (row, column)
        for first, left, rows, columns, _, _ in cells
        for row in range(first, first + rows)
        for column in range(left, left + columns)
    }
    return [_reaching(cell, drawn, grid.ys) for cell in cells]


def _reaching(cell: PartCell, drawn: set[tuple[int, int]], ys: Sequence[float]) -> PartCell:
    """The cell as far down as nothing is drawn."""
    row, column, row_span, column_span, box, _ = cell
    below = end = row + row_span
    while row and end < len(ys) - 1 and drawn.isdisjoint([(end, column + n) for n in range(column_span)]):
        end += 1
    if end == below and ys[end] <= box.bottom:
        return cell
    return cell._replace(row_span=end - row, box=box._replace(bottom=max(box.bottom, ys[end])))


def _is_open_side(cell: GridCell, filled: Iterable[GridCell]) -> bool:
    """Whether an open cell without text is one of a table's open side, not a place beside a table of odd shape."""
    return any(other.is_open and (cell.column == other.column or cell.row == other.row) for other in filled)


def all_lines(pieces: Sequence[Piece], frame: Frame) -> list[TextLine]:
    """Lines of pieces of any turn, upright ones first; the boxes are the frame's."""
    if len(pieces) == 1 and not pieces[0].turn:
        return [line_of_piece(pieces[0])]
    turns = {piece.turn for piece in pieces}
    if turns == _UPRIGHT or not turns:
        return lines_of(pieces)
    lines: list[TextLine] = []
    for turn in sorted(turns, key=abs):
        own = Frame(frame.bounds, (frame.turn + max(turn, 0)) % 4)
        turned = lines_of([piece for piece in pieces if piece.turn == turn])
        lines += [line._replace(box=own.seen_from(frame, line.box)) for line in turned]
    return lines
