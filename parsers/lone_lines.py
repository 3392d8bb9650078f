"""Lines beside a page break that belong to a table without rulings: its columns do not show in one line alone.

A group's title, the end of a cell's text: where the same columns stand above and below the break, they are rows too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.continued import LOOSE_EDGE, repeats
from parsers.corridors import NEAR
from parsers.document import Box
from parsers.lines import TextLine
from parsers.parts import PartCell, TablePart
from parsers.unruled_rows import TIGHT

MOST = 3  # lines; more are text between two tables
OUT = 2.0  # points; a line may reach so far beyond the table's widest text

Items = list[TextLine | TablePart]


def with_lone_lines(pages: Sequence[Items]) -> list[Items]:
    """Each page's items, lone lines beside a break made rows of the table that goes on there."""
    found = [list(items) for items in pages]
    for above, below in pairwise(found):
        upper = next((n for n in range(len(above) - 1, -1, -1) if isinstance(above[n], TablePart)), None)
        lower = next((n for n, item in enumerate(below) if isinstance(item, TablePart)), None)
        if upper is None or lower is None:
            continue
        part, rest = above[upper], below[lower]
        assert isinstance(part, TablePart) and isinstance(rest, TablePart)
        after = [item for item in above[upper + 1 :] if isinstance(item, TextLine)]
        before = [item for item in below[:lower] if isinstance(item, TextLine)]
        if not _goes_on(part, rest) or not (_may_be_rows(part, after) and _may_be_rows(rest, before)):
            continue
        above[upper:] = [_with_rows(part, after, below=True)]
        below[: lower + 1] = [_with_rows(rest, before, below=False)]
    return found


def _goes_on(part: TablePart, rest: TablePart) -> bool:
    """Whether two parts have the same columns, and the second none of the first one's headings."""
    alike = len(part.xs) == len(rest.xs) and not part.ruled and not rest.ruled
    return (
        alike
        and all(abs(x - y) <= LOOSE_EDGE for x, y in zip(part.xs, rest.xs, strict=True))
        and not repeats(part, rest)
    )


def _may_be_rows(part: TablePart, lines: Sequence[TextLine]) -> bool:
    """Whether lines are few, close to the table and to each other, and no wider than it."""
    if len(lines) > MOST:
        return False
    x0, top, x1, bottom = part.box
    for line in sorted(lines, key=lambda line: line.base, reverse=bool(lines) and lines[0].base < top):
        if line.box.x0 < x0 - OUT or line.box.x1 > x1 + OUT:
            return False
        if max(line.box.top - bottom, top - line.box.bottom) > NEAR * line.size:
            return False
        top, bottom = min(top, line.box.top), max(bottom, line.box.bottom)
    return True


def _with_rows(part: TablePart, lines: Sequence[TextLine], *, below: bool) -> TablePart:
    """The part with rows for the lines, those of one cell together."""
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and _is_more(groups[-1][-1], line, part):
            groups[-1].append(line)
        else:
            groups.append([line])
    if not groups:
        return part
    start = part.rows if below else 0
    cells = [cell for n, group in enumerate(groups) for cell in _row(part, group, start + n)]
    tops = [group[0].box.top for group in groups]
    if below:
        ys = (*part.ys[:-1], *tops, groups[-1][-1].box.bottom)
        return part._replace(ys=ys, cells=(*part.cells, *cells))
    moved = tuple(cell._replace(row=cell.row + len(groups)) for cell in part.cells)
    return part._replace(ys=(*tops, *part.ys), cells=(*cells, *moved))


def _is_more(before: TextLine, line: TextLine, part: TablePart) -> bool:
    """Whether a line goes on with the cell of the line before it."""
    return line.base - before.base <= TIGHT * line.size and _columns(part, line) == _columns(part, before)


def _columns(part: TablePart, line: TextLine) -> tuple[int, int]:
    """First and last column of a lone line: its own, or all of them where it reaches over several."""
    inner = part.xs[1:-1]
    first = sum(line.box.x0 >= x - OUT for x in inner)
    last = sum(line.box.x1 > x for x in inner)
    return (0, len(inner)) if last > first else (first, first)


def _row(part: TablePart, lines: Sequence[TextLine], row: int) -> list[PartCell]:
    first, last = _columns(part, lines[0])
    top, bottom = lines[0].box.top, lines[-1].box.bottom
    spans = [(first, last), *((n, n) for n in range(len(part.xs) - 1) if not first <= n <= last)]
    return [
        PartCell(row, a, 1, b - a + 1, Box(part.xs[a], top, part.xs[b + 1], bottom), tuple(lines) if a == first else ())
        for a, b in sorted(spans)
    ]
