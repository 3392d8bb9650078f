"""Tables of a DOCX: from `w:tbl` to cells on a grid, merged cells once; and what a table inside a table means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from lxml import etree

from parsers.failures import TooLarge
from parsers.wordml import PLAIN_CELL, VAL, W, count, flattened

MAX_CELLS = 250_000  # read in some 6 s; a report has 500

_ROWS = frozenset({f"{W}tr"})
_CELLS = frozenset({f"{W}tc", PLAIN_CELL})
_TRPR, _BEFORE = f"{W}trPr", f"{W}gridBefore"
_TCPR, _SPAN, _DOWN, _ACROSS, _DELETED = (W + name for name in ("tcPr", "gridSpan", "vMerge", "hMerge", "cellDel"))
_WRAPPER_FACTOR = 2  # a nested table with so many times the cells that stand around it: the outer one is mere layout


@dataclass(slots=True)
class GridCell:
    """A cell where it stands; its content in order: paragraphs as strings, and nested tables."""

    row: int
    column: int
    row_span: int
    column_span: int
    content: Content


class Grid(NamedTuple):
    """A table in the order of row, then column."""

    cells: list[GridCell]


Content: TypeAlias = "list[str | Grid]"


class _Merge(NamedTuple):
    """What a cell's properties say of merging."""

    span: int = 1
    down: str | None = None  # vMerge: None, "restart" or "continue"
    across: str | None = None  # hMerge, likewise


_PLAIN = _Merge()


def grid_of(table: etree._Element, content_of: Callable[[etree._Element], Content]) -> Grid:
    """The cells of a `w:tbl`; `content_of` reads what a `w:tc` holds."""
    cells: list[GridCell] = []
    merging: dict[int, GridCell] = {}  # cells that a "continue" in the next row makes higher, by column
    row = 0
    for element in flattened(table, _ROWS):
        properties = element.find(_TRPR)
        if properties is not None and properties.find(f"{W}del") is not None:
            continue  # a tracked deletion, read as accepted
        merging = _add_row(cells, element, row, merging, content_of)
        row += 1
        if len(cells) > MAX_CELLS:
            raise TooLarge(what="cells", size=f">{MAX_CELLS}", limit=str(MAX_CELLS))
    _drop_unused_columns(cells)
    return Grid(cells)


def _drop_unused_columns(cells: list[GridCell]) -> None:
    """Leave out grid columns at which no cell begins: Word keeps them after columns were moved, nobody sees them."""
    begins = sorted({cell.column for cell in cells})
    end = max((cell.column + cell.column_span for cell in cells), default=0)
    if len(begins) == end:
        return
    rank = {column: at for at, column in enumerate(begins)}
    for cell in cells:
        after = bisect_left(begins, cell.column + cell.column_span)
        cell.column = rank[cell.column]
        cell.column_span = after - cell.column


def _add_row(
    cells: list[GridCell],
    element: etree._Element,
    row: int,
    merging: dict[int, GridCell],
    content_of: Callable[[etree._Element], Content],
) -> dict[int, GridCell]:
    """Append a row's cells, or let cells above grow; returns the cells that may grow further."""
    growing: dict[int, GridCell] = {}
    last: GridCell | None = None
    column = _first_column(element)
    for cell in flattened(element, _CELLS):
        if cell.tag == PLAIN_CELL:
            last = GridCell(row, column, 1, 1, content_of(cell))
            cells.append(last)
            column += 1
            continue
        merge = _merge_of(cell)
        if merge is None:
            continue
        at, column = column, column + merge.span
        above = merging.get(at) if merge.down == "continue" else None
        if merge.across == "continue" and last is not None:
            last.column_span += merge.span
        elif above is not None:
            above.row_span = row - above.row + 1  # what a continuation cell itself holds is not shown
            growing[at] = above
            last = None
        else:
            last = GridCell(row, at, 1, merge.span, content_of(cell))
            cells.append(last)
            if merge.down is not None:
                growing[at] = last
    return growing


def _first_column(row: etree._Element) -> int:
    properties = row.find(_TRPR)
    before = properties.find(_BEFORE) if properties is not None else None
    return 0 if before is None else count(before.get(VAL), 0)


def _merge_of(cell: etree._Element) -> _Merge | None:
    """How a cell is merged; None for a cell whose deletion is tracked."""
    merge = _PLAIN
    for properties in cell:
        if properties.tag != _TCPR:
            break  # they stand before all else
        for item in properties:
            tag = item.tag
            if tag == _SPAN:
                merge = merge._replace(span=count(item.get(VAL), 1))
            elif tag == _DOWN:
                merge = merge._replace(down=item.get(VAL, "continue"))
            elif tag == _ACROSS:
                merge = merge._replace(across=item.get(VAL, "continue"))
            elif tag == _DELETED:
                return None
    return merge


def is_layout(grid: Grid) -> bool:
    """Whether a table only lays out the page: a table inside it is far larger than all that stands around it."""
    inner = max((len(item.cells) for cell in grid.cells for item in cell.content if isinstance(item, Grid)), default=0)
    if not inner:
        return False
    around = sum(any(isinstance(item, str) and item.strip() for item in cell.content) for cell in grid.cells)
    return inner > _WRAPPER_FACTOR * around


def lines_of(content: Content) -> list[str]:
    """What a cell shows, line by line; blank lines inside stay, since they set lines of neighbouring cells level.

    The rows of a nested table are lines too, their cells set apart by tabs.
    """
    lines: list[str] = []
    for item in content:
        if isinstance(item, Grid):
            lines.extend(_row_lines(item))
        elif "\n" in item:
            lines.extend([line.strip() for line in item.split("\n")])
        else:
            lines.append(item.strip())
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _row_lines(grid: Grid) -> Iterator[str]:
    rows: dict[int, list[list[str]]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append([line for line in lines_of(cell.content) if line])
    for row in rows.values():
        filled = [lines for lines in row if lines]
        if len(filled) == 1:
            yield from filled[0]
        elif filled:
            yield "\t".join(" ".join(lines) for lines in filled)
