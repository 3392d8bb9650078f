"""Cells that only look merged: the rulings between them were left out, the text still stands in columns and rows."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from parsers.grid import Grid
from parsers.lines import TextLine, lines_of
from parsers.parts import PartCell
from parsers.pieces import Piece

MANY = 3  # rows; an open side over fewer may be a merged cell at the table's corner
MOST = 0.6  # of the rows must have a line of their own


def unmerged(cell: PartCell, grid: Grid, *, is_open: bool) -> list[PartCell]:
    """A cell as the several that it is, where its text keeps to the columns or rows that are ruled elsewhere."""
    if is_open and cell.row_span >= MANY and cell.column_span == 1:
        return _by_rows(cell, grid)
    inner = grid.xs[cell.column + 1 : cell.column + cell.column_span]
    if not inner or not cell.lines or any(line.pieces[0].turn for line in cell.lines):
        return [cell]
    if not all(_keeps_clear(line, inner) for line in cell.lines):
        return [cell]
    by_column: dict[int, list[Piece]] = defaultdict(list)
    for piece in (piece for line in cell.lines for piece in line.pieces):
        by_column[cell.column + bisect_right(inner, (piece.x0 + piece.x1) / 2)].append(piece)
    if len(by_column) < 2:
        return [cell]
    return [_column_of(cell, column, by_column.get(column, []), grid) for column in _columns(cell)]


def _columns(cell: PartCell) -> range:
    return range(cell.column, cell.column + cell.column_span)


def _column_of(cell: PartCell, column: int, pieces: list[Piece], grid: Grid) -> PartCell:
    box = cell.box._replace(x0=grid.xs[column], x1=grid.xs[column + 1])
    return PartCell(cell.row, column, cell.row_span, 1, box, tuple(lines_of(pieces)))


def _keeps_clear(line: TextLine, xs: Sequence[float]) -> bool:
    """Whether a line's text stays clear of the places where columns would part, wherever it stands on both sides."""
    for x in xs:
        if any(piece.x0 < x < piece.x1 for piece in line.pieces):
            return False
        before = max((piece.x1 for piece in line.pieces if piece.x1 <= x), default=None)
        after = min((piece.x0 for piece in line.pieces if piece.x0 >= x), default=None)
        if before is not None and after is not None and after - before < line.size:
            return False
    return True


def _by_rows(cell: PartCell, grid: Grid) -> list[PartCell]:
    """A cell of an open column by the rows ruled beside it; whole if its lines do not keep to them."""
    by_row: dict[int, list[TextLine]] = defaultdict(list)
    for line in cell.lines:
        by_row[bisect_right(grid.ys, line.base - 0.3 * line.size) - 1].append(line)
    if len(by_row) < MOST * cell.row_span or any(len(lines) > 2 for lines in by_row.values()):
        return [cell]
    return [
        PartCell(
            row,
            cell.column,
            1,
            1,
            cell.box._replace(top=grid.ys[row], bottom=grid.ys[row + 1]),
            tuple(by_row.get(row, ())),
        )
        for row in range(cell.row, cell.row + cell.row_span)
    ]
