"""A repeated heading that is not parted by a line from the row below, the rest of one that the page break cut."""

from __future__ import annotations

from parsers.parts import PartCell, TablePart


def with_heading_apart(first: TablePart, part: TablePart) -> TablePart:
    """The part with the heading of the table's `first` part as a row of its own, where each cell of its first row
    begins with that heading's words and some go on after them."""
    heading = {cell.column: len(cell.lines) for cell in first.cells if cell.row == 0}
    top = [cell for cell in part.cells if cell.row == 0]
    if len(first.xs) != len(part.xs) or not _begin_alike(first, top) or first.rows < 2:
        return part
    if not any(heading.values()) or all(len(cell.lines) == heading[cell.column] for cell in top):
        return part
    cut = max(line.box.bottom for cell in top for line in cell.lines[: heading[cell.column]])
    if any(line.box.top < cut - line.size / 2 for cell in top for line in cell.lines[heading[cell.column] :]):
        return part  # a heading cell of one line stands beside one of two: nothing can be parted by a height
    cells = [piece for cell in top for piece in _parted(cell, heading[cell.column], cut)]
    below = (cell._replace(row=cell.row + 1) for cell in part.cells if cell.row > 0)
    return part._replace(ys=(part.ys[0], cut, *part.ys[1:]), cells=(*sorted(cells), *below))


def _begin_alike(first: TablePart, top: list[PartCell]) -> bool:
    """Whether the row's cells stand where those of the heading stand, and begin with their words."""
    heads = {cell.column: cell for cell in first.cells if cell.row == 0}
    if any(cell.row_span > 1 for cell in (*top, *heads.values())) or {cell.column for cell in top} != set(heads):
        return False
    words = {column: [line.text for line in cell.lines] for column, cell in heads.items()}
    return all([line.text for line in cell.lines[: len(words[cell.column])]] == words[cell.column] for cell in top)


def _parted(cell: PartCell, lines: int, cut: float) -> tuple[PartCell, PartCell]:
    upper = cell._replace(box=cell.box._replace(bottom=cut), lines=cell.lines[:lines])
    return upper, cell._replace(row=1, box=cell.box._replace(top=cut), lines=cell.lines[lines:])
