"""A table that its author cut in two, the heading typed again."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.paper import Block, Grid, Line

JOINTS = ("(Tiếp theo)", "Bảng điểm (tiếp theo)", "(tiếp)", "Tiếp theo trang trước")


def split_by_hand(grid: Grid, rng: Random) -> list[Block]:
    """The grid in two, between rows that no merged cell joins; whole where there is no such place."""
    first = grid.heading_rows + 3
    places = [n for n in range(first, len(grid.rows) - 2) if not _joined(grid, n)]
    if not places or not grid.heading_rows:
        return [grid]
    at = rng.choice(places)
    heading = grid.rows[: grid.heading_rows]
    halves = (grid.rows[:at], (*heading, *grid.rows[at:]))
    upper, lower = (replace(grid, rows=rows) for rows in halves)
    return [upper, Line(rng.choice(JOINTS), italic=True, align="left"), lower]


def _joined(grid: Grid, at: int) -> bool:
    """A merged cell reaches from above the row into it."""
    return any(cell is not None and n + cell.row_span > at for n, row in enumerate(grid.rows[:at]) for cell in row)
