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
    begun: list[TablePart] = []
    for above, below in pairwise(found):
        begun += [item for item in above if isinstance(item, TablePart) and not item.ruled]
        lower = next((n for n, item in enumerate(below) if isinstance(item, TablePart)), None)
        rest = below[lower] if lower is not None else None
        if lower is None or not isinstance(rest, TablePart) or rest.ruled:
            continue
        upper = max((n for n, item in enumerate(above) if isinstance(item, TablePart)), default=-1)
        part, after = above[upper] if upper >= 0 else None, _lines(above[upper + 1 :])
        before = _lines(below[:lower])
        if not isinstance(part, TablePart) or not _has_columns_of(part, rest):
            heads = [] if before else _heads(rest, after)
            above[:] = [item for item in above if item not in heads] + ([_heading(rest, heads)] if heads else [])
        elif _may_be_rows(part, after) and _may_be_rows(rest, before) and not _begins(rest, begun):
            above[upper:] = [_with_rows(part, after, below=True)]
            below[: lower + 1] = [_with_rows(rest, before, below=False)]
    return found


def _lines(items: Items) -> list[TextLine]:
    return [item for item in items if isinstance(item, TextLine)]


def _has_columns_of(part: TablePart, rest: TablePart) -> bool:
    """Whether two parts have the same columns."""
    alike = len(part.xs) == len(rest.xs) and not part.ruled
    return alike and all(abs(x - y) <= LOOSE_EDGE for x, y in zip(part.xs, rest.xs, strict=True))


def _begins(rest: TablePart, begun: Sequence[TablePart]) -> bool:
    """Whether a part begins with the heading of a table further up: then a line above it is its title."""
    return any(repeats(part, rest) for part in begun if _has_columns_of(part, rest))


def _heads(rest: TablePart, lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines that end a page and are the heads of the columns of the table that begins the next."""
    heads: list[TextLine] = []
    for line in sorted(lines, key=lambda line: -line.base):
        first, last = _columns(rest, line)
        if first != last or (heads and heads[-1].box.top - line.box.bottom > (TIGHT - 1) * line.size):
            break
        heads.append(line)
    columns = {_columns(rest, line) for line in heads}
    return heads[::-1] if len(columns) >= max(3, len(rest.xs) - 2) else []


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


def _heading(columns: TablePart, lines: Sequence[TextLine]) -> TablePart:
    """One row of heads in the columns of a part."""
    xs, top, bottom = columns.xs, lines[0].box.top, lines[-1].box.bottom
    held: dict[int, list[TextLine]] = {}
    for line in lines:
        held.setdefault(_columns(columns, line)[0], []).append(line)
    cells = [
        PartCell(0, n, 1, 1, Box(xs[n], top, xs[n + 1], bottom), tuple(held.get(n, ()))) for n in range(len(xs) - 1)
    ]
    return TablePart(xs, (top, bottom), tuple(cells), ruled=False)


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
