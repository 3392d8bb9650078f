"""A last line of a cell that its page had no room for: it stands below the table's end, at the page's foot.

LibreOffice ends a cut row with the page's text, but sets one line more where it counted the lines' heights otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.lines import TextLine, lines_of
from parsers.margins import EDGE
from parsers.parts import PartCell, TablePart
from parsers.pieces import Piece

LESS = 0.5  # points; rounding of where lines stand, and of their sizes
STEP = 1.6  # of the size; the most that lines of one cell are apart
SAME_PLACE = 1.5  # points; lines of a cell begin alike, or have their middles alike


def with_overhanging(part: TablePart, outside: list[Piece], height: float) -> tuple[TablePart, list[Piece]]:
    """The part with the lines below its end that its last cells go on with, and the pieces that are left."""
    x0, _, x1, bottom = part.box
    below = [
        piece
        for piece in outside
        if not piece.turn and bottom < piece.base <= bottom + STEP * piece.size and x0 <= piece.x0 and piece.x1 <= x1
    ]
    if not below or _goes_text_on(outside, max(piece.base for piece in below), height):
        return part, outside
    cells = list(part.cells)
    taken: set[int] = set()
    for n, cell in enumerate(cells):
        pieces = [piece for piece in below if cell.box.x0 <= piece.x0 and piece.x1 <= cell.box.x1]
        if pieces and _follow(lines := lines_of(pieces), cell, part):
            cells[n] = cell._replace(lines=(*cell.lines, *lines))
            taken.update(map(id, pieces))
    if not taken:
        return part, outside
    return part._replace(cells=tuple(cells)), [piece for piece in outside if id(piece) not in taken]


def _goes_text_on(outside: Sequence[Piece], base: float, height: float) -> bool:
    """Whether more text than a page number stands below."""
    return any(base + piece.size / 2 < piece.base < (1 - EDGE) * height for piece in outside if not piece.turn)


def _follow(lines: Sequence[TextLine], cell: PartCell, part: TablePart) -> bool:
    """Whether one line goes on below those of a cell that ends the part, as far down as lines of a cell are apart."""
    if cell.row + cell.row_span != part.rows or not cell.lines or cell.lines[-1].pieces[0].turn or len(lines) > 1:
        return False
    line, last = lines[0], cell.lines[-1]
    step = _step(cell.lines) or _step([line for other in part.cells for line in other.lines])
    if abs(line.size - last.size) > LESS or step is None or abs(line.base - last.base - step) > LESS:
        return False
    left, middle = line.box.x0, line.box.x0 + line.box.x1
    return any(
        abs(left - other.box.x0) <= SAME_PLACE or abs(middle - other.box.x0 - other.box.x1) <= 2 * SAME_PLACE
        for other in cell.lines
    )


def _step(lines: Sequence[TextLine]) -> float | None:
    """How far apart lines mostly are that follow each other."""
    steps = sorted(
        after.base - line.base for line, after in pairwise(lines) if 0 < after.base - line.base <= STEP * line.size
    )
    return steps[len(steps) // 2] if steps else None
