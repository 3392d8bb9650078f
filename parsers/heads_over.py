"""Shaded heads over rows that no ruling parts: the shading makes a table of the heads, and shows the columns below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.carried import Columns
from parsers.lines import TextLine
from parsers.parts import TablePart
from parsers.unruled_rows import FIGURE

MOST = 3  # rows of a heading
FEW = 3  # columns
NEAR = 1.5  # of the size; rows begin so close below their heads


def columns_under(part: TablePart, below: TextLine) -> Columns | None:
    """The columns of heads, for what stands close below them; None where the part is no heading of a table below."""
    if not is_heading(part) or below.box.top - part.box.bottom > NEAR * below.size:
        return None
    inner = [(x, x) for x in part.xs[1:-1]]
    return Columns(part.xs, inner, [(set(), set(), set()) for _ in part.xs[1:]], set())


def is_heading(part: TablePart) -> bool:
    """Whether a ruled part is all heads: words in three columns or more, and the columns' numbers at most."""
    if not part.ruled or part.rows > MOST or len(part.xs) <= FEW:
        return False
    first = [cell for cell in part.cells if cell.row == 0]
    return all(cell.lines and not any(FIGURE.fullmatch(line.text) for line in cell.lines) for cell in first)


def with_rows_below(items: Iterable[TextLine | TablePart]) -> Iterator[TextLine | TablePart]:
    """The items, a heading and the rows in its columns one part."""
    heading: TablePart | None = None
    for item in items:
        if heading is not None:
            fits = isinstance(item, TablePart) and not item.ruled and item.xs == heading.xs
            yield _one_part(heading, item) if fits and isinstance(item, TablePart) else heading
            heading = None
            if fits:
                continue
        if isinstance(item, TablePart) and is_heading(item):
            heading = item
        else:
            yield item
    if heading is not None:
        yield heading


def _one_part(heading: TablePart, rest: TablePart) -> TablePart:
    """The rows of both."""
    rows = len(heading.ys) - 1
    below = (cell._replace(row=cell.row + rows) for cell in rest.cells)
    return rest._replace(ys=(*heading.ys, *rest.ys[1:]), cells=(*heading.cells, *below))
