"""The tables of a report as truth, and how well a table that was read agrees with it. Pure.

A table is its cells, each as (row, column, row_span, column_span, text); merged cells stand once, empty cells too.
Texts are compared with composed letters and folded spaces: a line break within a cell is a space like any other.
A heading that is printed again on every page belongs to the truth once. A row or column at which no cell begins (all
heads merged with the row below them, say) is nothing that a page could show: it is not counted on either side, nor are
empty rows and a title row in a table without lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from unicodedata import normalize

from corpus.paper import Grid, GridCell, Paper

Cell = tuple[int, int, int, int, str]  # row, column, row_span, column_span, text
Cells = Sequence[Cell]
WRITTEN_OUT = ("pdf2", "txt")  # formats in which every number is plain text
# fonts without a tick or a long dash print another one: which stands there is the writer's matter, not the reader's
MARKS = str.maketrans("✓✔☑X–—", "xxxx--")


class Difference(NamedTuple):
    """The first cell, in reading order, in which two tables differ; an empty string where one has no such cell."""

    cell: str
    wanted: str
    got: str


class Relation(NamedTuple):
    """Two neighbouring cells with text: `blanks` empty ones stand between them."""

    text: str
    neighbour: str
    direction: str
    blanks: int


@dataclass(frozen=True, slots=True)
class TableRead:
    """One table of the truth beside the table that was read for it (None: none was)."""

    truth: Mapping[str, Any]
    read: Cells | None

    @property
    def wanted(self) -> Cells:
        """The cells that are true."""
        return cells_of(self.truth["cells"])

    def as_pages_show(self) -> TableRead:
        """Both tables without what no page can show."""
        read = None if self.read is None else shown(self.read, self.truth["ruling"])
        return TableRead({**self.truth, "cells": shown(self.wanted, self.truth["ruling"])}, read)


def tables_of(paper: Paper, kind: str) -> list[dict[str, Any]]:
    """Every table of the paper, in order; what only sets text side by side is none, but what stands inside it is.

    `kind` is the format that it is written in: what a word processor counts by itself is another number than the
    author's own where a row is left out.
    """
    counters = None if kind in WRITTEN_OUT else Counter[str]()
    grids = [block for section in paper.sections for block in section.blocks if isinstance(block, Grid)]
    return [table for grid in grids for table in _tables_in(_counted(grid, counters), nested=False)]


def _counted(grid: Grid, counters: Counter[str] | None) -> Grid:
    """The grid with the numbers that the word processor gives to its cells."""
    if counters is None:
        return grid
    return replace(grid, rows=tuple(tuple(cell and _numbered(cell, counters) for cell in row) for row in grid.rows))


def _numbered(cell: GridCell, counters: Counter[str]) -> GridCell:
    if cell.nested is not None:
        return replace(cell, nested=_counted(cell.nested, counters))
    if not cell.counted:
        return cell
    counters[cell.counted] += 1
    return replace(cell, lines=(cell.counted.replace("%1", str(counters[cell.counted])),))


def _tables_in(grid: Grid, *, nested: bool) -> Iterator[dict[str, Any]]:
    if grid.role != "frame":
        yield {
            "role": grid.role or "other",
            "nested": nested,
            "ruling": grid.ruling,
            "rows": len(grid.rows),
            "columns": len(grid.widths),
            "heading_rows": grid.heading_rows,
            "repeated": grid.repeat_heading,
            "cells": [list(cell) for cell in _cells_in(grid)],
        }
    for row in grid.rows:
        for cell in row:
            if cell is not None and cell.nested is not None:
                yield from _tables_in(cell.nested, nested=True)


def _cells_in(grid: Grid) -> Iterator[Cell]:
    for n, row in enumerate(grid.rows):
        for column, cell in enumerate(row):
            if cell is not None:
                yield n, column, cell.row_span, cell.column_span, _text_of(cell)


def _text_of(cell: GridCell) -> str:
    """All that is printed in the cell, that of a table inside it too."""
    inner = [] if cell.nested is None else [text for *_, text in _cells_in(cell.nested)]
    return folded(" ".join([*cell.lines, *inner]))


def folded(text: str) -> str:
    """The text with composed letters and single spaces."""
    return " ".join(normalize("NFC", text).split())


def cells_of(rows: Sequence[Sequence[Any]]) -> list[Cell]:
    """Cells from their JSON form."""
    return [(int(r), int(c), int(down), int(across), str(text)) for r, c, down, across, text in rows]


def shown(cells: Cells, ruling: str) -> Cells:
    """What a page shows of a table: all of it, but for a title and for empty rows where no line is drawn.

    Without any line, a first row with one cell over all columns is a line above the table like any other, and a row
    without text is a space.
    """
    if ruling != "none" or not cells:
        return cells
    columns = max(column + across for _, column, _, across, _ in cells)
    title = {0} if [cell[3] for cell in cells if cell[0] == 0] == [columns] and columns > 1 else set()
    filled = {row + n for row, _, down, _, text in cells if text.strip() for n in range(down)}
    return [cell for cell in cells if cell[0] in filled - title]


def _compacted(cells: Cells) -> Cells:
    """The cells without the rows and columns at which none begins."""
    row_at = {at: n for n, at in enumerate(sorted({row for row, *_ in cells}))}
    column_at = {at: n for n, at in enumerate(sorted({column for _, column, *_ in cells}))}
    return [
        (row_at[r], column_at[c], _begun(row_at, r, down), _begun(column_at, c, across), text)
        for r, c, down, across, text in cells
    ]


def _begun(ats: Mapping[int, int], first: int, span: int) -> int:
    """How many of the rows or columns that a cell covers are counted."""
    return sum(at in ats for at in range(first, first + span))


def exact(truth: Cells, read: Cells, *, spaces: bool = True) -> bool:
    """The same cells with the same spans and texts; without `spaces`, no space within a text is looked at."""
    return first_difference(truth, read, spaces=spaces) is None


def first_difference(truth: Cells, read: Cells, *, spaces: bool = True) -> Difference | None:
    """The first cell that differs in place, span or text; None where the tables are equal."""
    wanted, got = ({cell[:2]: cell for cell in _compacted(cells)} for cells in (truth, read))
    for place in sorted({*wanted, *got}):
        one, other = wanted.get(place), got.get(place)
        if one is None or other is None or one[2:4] != other[2:4] or not _agree(one[4], other[4], spaces):
            return Difference(f"row {place[0]}, column {place[1]}", _shown(one), _shown(other))
    return None


def _agree(truth: str, read: str, spaces: bool) -> bool:
    """The texts are the same; a line break that was read is a space or nothing.

    Word processors also break a line after the hyphen of `12/KH-THCS` and within a word that is too wide for its
    column; on the page nothing tells that apart from a break between words.
    """
    if not spaces:
        return _tight(truth) == _tight(read)
    lines = [folded(line) for line in read.translate(MARKS).split("\n")]
    if " ".join(" ".join(lines).split()) == (wanted := folded(truth.translate(MARKS))):
        return True
    return re.fullmatch(" ?".join(re.escape(line) for line in lines if line), wanted) is not None


def _tight(text: str) -> str:
    return "".join(folded(text.translate(MARKS)).split())


def _shown(cell: Cell | None) -> str:
    """`3×1 “text”`: a cell's spans where it has any, and its text."""
    if cell is None:
        return ""
    _, _, down, across, text = cell
    spans = "" if (down, across) == (1, 1) else f"{down}×{across} "
    return f"{spans}“{text}”"


def adjacency(truth: Cells, read: Cells) -> tuple[int, int, int]:
    """How many neighbourhoods of cells are right, how many there are, and how many were read.

    As in the table competition of ICDAR 2013: a cell with text and the nearest one with text to its right and below it,
    the direction, and how many blank cells lie between; texts without regard to spaces and letter case.
    """
    wanted, got = Counter(relations(truth)), Counter(relations(read))
    return (wanted & got).total(), wanted.total(), got.total()


def relations(cells: Cells) -> list[Relation]:
    """All neighbourhoods of a table, each pair of cells once a direction."""
    grid = {place: n for n, cell in enumerate(cells) for place in _places(cell)}
    texts = [_tight(cell[4]).casefold() for cell in cells]
    found: dict[tuple[int, int, str], int] = {}
    for n, (row, column, down, across, _) in enumerate(cells):
        if not texts[n]:
            continue
        starts = [("right", r, column + across, 0, 1) for r in range(row, row + down)]
        starts += [("down", row + down, c, 1, 0) for c in range(column, column + across)]
        for direction, r, c, dr, dc in starts:
            near = _nearest(grid, texts, (r, c), (dr, dc))
            if near is not None:
                other, blanks = near
                found.setdefault((n, other, direction), blanks)
    return [Relation(texts[a], texts[b], direction, blanks) for (a, b, direction), blanks in found.items()]


def _places(cell: Cell) -> Iterator[tuple[int, int]]:
    """The places of the grid that a cell covers."""
    row, column, down, across, _ = cell
    return ((r, c) for r in range(row, row + down) for c in range(column, column + across))


def _nearest(
    grid: Mapping[tuple[int, int], int], texts: Sequence[str], start: tuple[int, int], step: tuple[int, int]
) -> tuple[int, int] | None:
    """The first cell with text from `start` on, and how many blank cells come before it."""
    blanks: list[int] = []
    row, column = start
    while (n := grid.get((row, column))) is not None:
        if texts[n]:
            return n, len(dict.fromkeys(blanks))
        blanks.append(n)
        row, column = row + step[0], column + step[1]
    return None


def paired(truths: Sequence[Mapping[str, Any]], reads: Sequence[Cells]) -> tuple[list[TableRead], list[Cells]]:
    """Each table of the truth with the read one that shares most text with it; and the read ones that are left."""
    shares = sorted(
        (
            (-_shared(cells_of(truth["cells"]), read), t, r)
            for t, truth in enumerate(truths)
            for r, read in enumerate(reads)
        ),
    )
    mates: dict[int, int] = {}
    for share, t, r in shares:
        if share and t not in mates and r not in mates.values():
            mates[t] = r
    left = [read for r, read in enumerate(reads) if r not in mates.values()]
    return [TableRead(truth, reads[mates[t]] if t in mates else None) for t, truth in enumerate(truths)], left


def _shared(one: Cells, other: Cells) -> int:
    """How many cells with text the tables have in common."""
    counts = [Counter(_tight(cell[4]) for cell in cells if cell[4].strip()) for cells in (one, other)]
    return (counts[0] & counts[1]).total()


def read_tables(document: Mapping[str, Any]) -> list[list[Cell]]:
    """The tables of one document of `doisoat read`."""
    return [
        [(c["row"], c["column"], c["row_span"], c["column_span"], c["text"]) for c in block["cells"]]
        for block in document["blocks"]
        if block["kind"] == "table"
    ]
