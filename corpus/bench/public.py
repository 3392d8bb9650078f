"""The public table set of ICDAR 2013: `NAME.pdf` beside `NAME-str.xml` (cells) and, where there is one, `NAME-reg.xml`.

The set is not part of the project; whoever has a copy can name its folder. The measure is that of the competition:
the neighbourhoods of cells with text, each region of a table by itself, F1 a document, and the mean over documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from corpus.bench.agreement import F1, f1, relations_of
from corpus.bench.rulings import Edge
from corpus.tables import Cell, Cells, Relation

SLACK_PT = 5.0  # points: a frame may be drawn this far outside the box of the words
DRAWN = 0.5  # of a table's height: so much of it has lines on at least two sides of a column


class Region(NamedTuple):
    """One table on one page; boxes in points from the page's bottom left, as in the set."""

    page: int
    cells: tuple[Cell, ...]
    box: tuple[float, float, float, float] | None  # x1, y1, x2, y2


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document of the set."""

    pdf: Path
    regions: tuple[Region, ...]


def sheets(folder: Path) -> list[Sheet]:
    """All documents below the folder that have a truth, by name; a document that stands there twice counts once."""
    found = {path.stem: path for path in sorted(folder.rglob("*.pdf"))}
    pairs = [(pdf, pdf.with_name(f"{name}-str.xml")) for name, pdf in sorted(found.items())]
    return [Sheet(pdf, tuple(regions_in(truth.read_bytes()))) for pdf, truth in pairs if truth.exists()]


def regions_in(xml: bytes) -> Iterator[Region]:
    """The regions of a `-str.xml`, places that no cell covers filled with blank cells."""
    for table in ElementTree.fromstring(xml).iter("table"):
        for region in table.iter("region"):
            cells = [_cell(cell) for cell in region.iter("cell")]
            boxes = [box for told in region.iter("bounding-box") if (box := _box(told)) is not None]
            yield Region(int(region.get("page", "1")), tuple(filled(cells)), _around(boxes))


def _cell(cell: ElementTree.Element) -> Cell:
    row, column = int(cell.get("start-row", "0")), int(cell.get("start-col", "0"))
    last_row, last_column = int(cell.get("end-row") or row), int(cell.get("end-col") or column)
    return row, column, last_row - row + 1, last_column - column + 1, cell.findtext("content") or ""


def _box(box: ElementTree.Element) -> tuple[float, float, float, float] | None:
    """The box, or None where one of its figures is misprinted, as happens in the set."""
    try:
        x1, y1, x2, y2 = (float(box.get(name, "")) for name in ("x1", "y1", "x2", "y2"))
    except ValueError:
        return None
    return x1, y1, x2, y2


def _around(boxes: Sequence[tuple[float, float, float, float]]) -> tuple[float, float, float, float] | None:
    if not boxes:
        return None
    left, low, right, high = zip(*boxes, strict=True)
    return min(left), min(low), max(right), max(high)


def filled(cells: Cells) -> list[Cell]:
    """The cells and a blank one at every place of the grid that none covers."""
    covered = {(r, c) for row, column, down, across, _ in cells for r in range(row, row + down)
               for c in range(column, column + across)}  # fmt: skip
    rows = max((row for row, _ in covered), default=-1) + 1
    columns = max((column for _, column in covered), default=-1) + 1
    blank = [(r, c, 1, 1, "") for r in range(rows) for c in range(columns) if (r, c) not in covered]
    return sorted([*cells, *blank])


def score(sheet: Sheet, tables: Sequence[Cells]) -> F1:
    """How well the tables that were read agree with a document's truth."""
    wanted: Counter[Relation] = relations_of([region.cells for region in sheet.regions])
    return f1(wanted, relations_of([filled(table) for table in tables]))


def ruled(sheet: Sheet, edges: Mapping[int, Sequence[Edge]]) -> bool:
    """Most of the document's tables are drawn with lines between their columns and their rows."""
    drawn = [_drawn(region, edges.get(region.page, ())) for region in sheet.regions]
    return sum(drawn) * 2 > len(drawn)


def _drawn(region: Region, edges: Sequence[Edge]) -> bool:
    """Lines run down at two places or more, each over half of the height together, and across at two or more."""
    if region.box is None:
        return False
    x1, y1, x2, y2 = region.box
    down: Counter[int] = Counter()
    across: Counter[int] = Counter()
    for edge in edges:
        if edge.x2 < x1 - SLACK_PT or edge.x1 > x2 + SLACK_PT or edge.y2 < y1 - SLACK_PT or edge.y1 > y2 + SLACK_PT:
            continue
        if edge.x2 - edge.x1 < edge.y2 - edge.y1:
            down[round(edge.x1 / SLACK_PT)] += round(min(edge.y2, y2) - max(edge.y1, y1))
        else:
            across[round(edge.y1 / SLACK_PT)] += round(min(edge.x2, x2) - max(edge.x1, x1))
    columns = [place for place, length in down.items() if length >= DRAWN * (y2 - y1)]
    rows = [place for place, length in across.items() if length >= DRAWN * (x2 - x1)]
    return len(columns) >= 2 and len(rows) >= 2
