"""Column widths as an author drags them: no word of a cell is broken where the page has room for it."""

from __future__ import annotations

from dataclasses import replace

from corpus.paper import Grid, GridCell

LETTER = 0.58  # average width of a letter as a share of its size; bold ones in a wide face
PADDING = 12.0  # points left and right of a cell's text
WIDEST = 0.3  # share of the page that one long word (a link) may claim


def fitted(grid: Grid, width: float, size: float) -> Grid:
    """The grid with wider columns where a word would not fit, narrower ones where there is room; `width` in points."""
    unit = width / sum(grid.widths)
    shares = [share * unit for share in grid.widths]
    needs = [min(_longest(grid, n) * LETTER * size + PADDING, WIDEST * width) for n in range(len(shares))]
    short = sum(max(0.0, need - share) for need, share in zip(needs, shares, strict=True))
    spare = [max(0.0, share - need) for need, share in zip(needs, shares, strict=True)]
    if not short or sum(spare) < short:
        return grid
    given = short / sum(spare)
    return replace(
        grid,
        widths=tuple(max(need, share) - room * given for need, share, room in zip(needs, shares, spare, strict=True)),
    )


def _longest(grid: Grid, column: int) -> int:
    """Letters of the column's longest word, cells over several columns aside."""
    cells = (row[column] for row in grid.rows)
    return max((_longest_word(cell) for cell in cells if cell is not None and cell.column_span == 1), default=0)


def _longest_word(cell: GridCell) -> int:
    return max((len(word) for line in cell.lines for word in line.split()), default=0)
