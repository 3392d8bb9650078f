"""What stands of a table on one page: the records that the finders of tables make and their joiner takes."""

from __future__ import annotations

from typing import NamedTuple

from parsers.document import Box
from parsers.lines import TextLine


class PartCell(NamedTuple):
    """A cell as it stands on one page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        """The cell's lines, one under another."""
        return "\n".join(line.text for line in self.lines)


class TablePart(NamedTuple):
    """What stands of a table on one page: the lines between its columns, its cells in order.

    `striped` is one that is ruled between its rows alone.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[PartCell, ...]
    ruled: bool = True
    striped: bool = False

    @property
    def box(self) -> Box:
        """The whole part."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def rows(self) -> int:
        """Number of rows on this page."""
        return max([cell.row + cell.row_span for cell in self.cells])
