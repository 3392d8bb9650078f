"""Rows in aligned columns of plain text, as wide as the terminal; a long wording goes on below."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

GAP = "  "
NARROWEST = 24  # characters that the wording gets however narrow the terminal


class Line(NamedTuple):
    """A row: its id, the wording (which may wrap), the points, the levels."""

    id: str
    wording: str
    points: str
    levels: str


def in_columns(rows: Sequence[Line]) -> Iterator[str]:
    """The rows as lines of text."""
    id_width, points_width, levels_width = (max(len(row[at]) for row in rows) for at in (0, 2, 3))
    around = id_width + points_width + levels_width + 3 * len(GAP)
    width = max(NARROWEST, shutil.get_terminal_size().columns - around)
    for row in rows:
        first, *others = textwrap.wrap(row.wording, width) or [""]
        cells = (row.id.ljust(id_width), first.ljust(width), row.points.rjust(points_width), row.levels)
        yield GAP.join(cells).rstrip()
        yield from (" " * (id_width + len(GAP)) + other for other in others)
