"""Heads at a page's foot whose table begins the next page: only there its columns show.

Where rulings part the rows of a table but not its columns, a row or two tell nothing by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.carried import columns_of
from parsers.lines import TextLine
from parsers.parts import TablePart
from parsers.regions import bands_of
from parsers.straight import Ruling
from parsers.striped import striped_tables

MOST = 4  # rows of a part that was told by itself, and wrongly

Items = list[TextLine | TablePart]


def with_heads(pages: Sequence[Items], rules: Sequence[Sequence[Ruling]]) -> list[Items]:
    """Each page's items, what ends it made rows in the columns of the table that begins the next page.

    `rules` are each page's lying rulings that belong to no table ruled on all sides.
    """
    found = list(pages)
    for index, (above, below) in enumerate(pairwise(pages)):
        rest = below[0] if below else None
        if isinstance(rest, TablePart) and rest.striped and rules[index]:
            found[index] = _with_rows_of(rest, above, rules[index])
    return found


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
