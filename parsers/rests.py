"""What a page break leaves of a row whose text all stands above it: a strip without text, too low for a row."""

from __future__ import annotations

from parsers.habits import space_above, space_below
from parsers.parts import TablePart


def without_rest(part: TablePart) -> TablePart:
    """A part that begins a page, without a first row that has no text and no room for a line."""
    first = [cell for cell in part.cells if cell.row == 0]
    if part.rows < 2 or any(cell.lines for cell in first) or part.ys[1] - part.ys[0] >= _least_height(part):
        return part
    top = part.ys[1]
    kept = [cell for cell in part.cells if cell.row + cell.row_span > 1]
    cells = [
        cell._replace(row=cell.row - 1)
        if cell.row
        else cell._replace(row_span=cell.row_span - 1, box=cell.box._replace(top=top))
        for cell in kept
    ]
    return part._replace(ys=part.ys[1:], cells=tuple(cells))


def _least_height(part: TablePart) -> float:
    """The height of a row with one line, by the space that the part's cells keep about their text."""
    filled = [cell for cell in part.cells if cell.lines]
    if not filled or not part.ruled:
        return 0.0
    above = min(space_above(cell.box, cell.lines) for cell in filled)
    below = min(space_below(cell.box, cell.lines) for cell in filled)
    boxes = [line.box for cell in filled for line in cell.lines if not line.pieces[0].turn]
    return above + below + min((box.bottom - box.top for box in boxes), default=0.0)
