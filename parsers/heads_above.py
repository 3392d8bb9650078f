"""Heads at a page's foot whose table begins the next page: only there its columns show.

Where rulings part the rows of a table but not its columns, a row or two tell nothing by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from parsers.carried import columns_of, corridors_in
from parsers.continued import LOOSE_EDGE
from parsers.lines import TextLine
from parsers.parts import TablePart
from parsers.regions import bands_of
from parsers.straight import Ruling
from parsers.striped import striped_tables
from parsers.unruled_part import part_of
from parsers.unruled_rows import FIGURE, row_of

CLOSE = 8.0  # points; columns that stand alike
MOST = 4  # rows of a part that was told by itself, and wrongly

Items = list[TextLine | TablePart]


def with_heads(pages: Sequence[Items], rules: Sequence[Sequence[Ruling]]) -> list[Items]:
    """Each page's items, what ends it made rows in the columns of the table that begins the next page.

    `rules` are each page's lying rulings that belong to no table ruled on all sides.
    """
    found = list(pages)
    for index, (above, below) in enumerate(pairwise(pages)):
        rest = below[0] if below else None
        if not isinstance(rest, TablePart) or rest.ruled or not above:
            continue
        last = above[-1]
        if rest.striped and rules[index]:
            found[index] = _with_rows_of(rest, above, rules[index])
        elif isinstance(last, TablePart) and not last.ruled and _is_head_of(last, rest):
            found[index] = [*above[:-1], _in_columns_of(rest, last)]
    return found


def _is_head_of(part: TablePart, rest: TablePart) -> bool:
    """Whether a part of a few rows without figures, with columns of its own, may be the heading of a larger one."""
    if part.rows > MOST or part.rows >= rest.rows or part.striped:
        return False
    alike = len(part.xs) == len(rest.xs) and all(abs(x - y) <= CLOSE for x, y in zip(part.xs, rest.xs, strict=True))
    within = part.xs[0] >= rest.xs[0] - LOOSE_EDGE and part.xs[-1] <= rest.xs[-1] + LOOSE_EDGE
    figures = sum(bool(FIGURE.fullmatch(line.text)) for cell in part.cells for line in cell.lines)
    return not alike and within and figures <= len(rest.xs)


def _in_columns_of(rest: TablePart, part: TablePart) -> TablePart:
    """The rows of a part in the columns of another."""
    lines = [
        [line for cell in part.cells if cell.row == row for line in cell.lines if not line.pieces[0].turn]
        for row in range(part.rows)
    ]
    filled = [row for row in lines if row]
    known = columns_of(rest)
    corridors = corridors_in(known, list(bands_of(sorted(chain(*filled), key=lambda line: line.base))))
    if any(a >= b for (_, a), (b, _) in pairwise(corridors)):
        return part
    box = part.box._replace(x0=min(part.xs[0], rest.xs[0]), x1=max(part.xs[-1], rest.xs[-1]))
    return part_of([row_of(row, corridors) for row in filled], corridors, box)._replace(xs=rest.xs)


def _with_rows_of(rest: TablePart, items: Items, rules: Sequence[Ruling]) -> Items:
    """The items, the last of them rows in the columns of a part, where rulings as wide as that lie about them."""
    end = len(items)
    if end and isinstance(last := items[-1], TablePart):
        if (last.ruled and len(last.xs) > 2) or last.rows > MOST or len(last.xs) == len(rest.xs):
            return items
        end -= 1
    start = next((n for n in range(end, 0, -1) if isinstance(items[n - 1], TablePart)), 0)
    lines = [item for item in items[start:end] if isinstance(item, TextLine)]
    parts = [item for item in items[end:] if isinstance(item, TablePart)]
    lines += [line for part in parts for cell in part.cells for line in cell.lines]
    lines = sorted((line for line in lines if not line.pieces[0].turn), key=lambda line: line.base)
    if not lines:
        return items
    bands = list(bands_of(lines))
    edges = [Ruling(y, part.xs[0], part.xs[-1]) for part in parts if part.ruled for y in part.ys]
    for first, after, part in striped_tables(bands, [*rules, *edges], columns_of(rest)):
        if after == len(bands) and len(part.xs) == len(rest.xs):
            inside = {id(piece) for band in bands[first:] for line in band.segments for piece in line.pieces}
            kept = [n for n in items[:end] if not (isinstance(n, TextLine) and id(n.pieces[0]) in inside)]
            return [*kept, part]
    return items
