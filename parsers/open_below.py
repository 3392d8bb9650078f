"""Cells at a page's foot that seem merged with the rows below, where the ruling between them was left out.

Word processors do not always draw the upper edge of a cell over several rows that goes on over the page break; the text
of the cell above it, in the middle of its own row, shows where that ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.habits import space_above, space_below
from parsers.parts import PartCell, TablePart

ROOM = 5.0  # points above the text, more than it needs: then it stands in the middle of something
OFF = 2.0  # points off the middle


def with_own_rows(part: TablePart) -> TablePart:
    """The part, cells at its foot cut below their first row where one stands in the middle of that."""
    open_cells = [cell for cell in part.cells if cell.row_span > 1 and cell.row + cell.row_span == part.rows]
    filled = [cell for cell in part.cells if cell.lines and cell.row] if open_cells else []  # the first may be cut
    if not filled or not part.ruled:
        return part
    needs = (
        min(space_above(cell.box, cell.lines) for cell in filled),
        min(space_below(cell.box, cell.lines) for cell in filled),
    )
    rows = {cell.row for cell in open_cells if _is_in_first_row(cell, part.ys, needs)}
    if not rows:
        return part
    cells = [piece for cell in part.cells for piece in _pieces(cell, part, rows)]
    return part._replace(cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _is_in_first_row(cell: PartCell, ys: Sequence[float], needs: tuple[float, float]) -> bool:
    """Whether a cell's text stands in the middle of its first row."""
    if not cell.lines or cell.lines[0].pieces[0].turn:
        return False
    above = cell.lines[0].box.top - ys[cell.row] - needs[0]
    below = ys[cell.row + 1] - cell.lines[-1].box.bottom - needs[1]
    return above > ROOM and abs(above - below) <= OFF


def _pieces(cell: PartCell, part: TablePart, rows: set[int]) -> Iterator[PartCell]:
    """The cell, in two where it is one of the open ones and its text keeps to its first row."""
    edge = part.ys[cell.row + 1]
    is_open = cell.row in rows and cell.row_span > 1 and cell.row + cell.row_span == part.rows
    if not is_open or any(line.base > edge for line in cell.lines):
        yield cell
        return
    yield cell._replace(row_span=1, box=cell.box._replace(bottom=edge))
    yield cell._replace(row=cell.row + 1, row_span=cell.row_span - 1, box=cell.box._replace(top=edge), lines=())
