"""Where the places of a file without pages come to stand when it is laid out: its text found again, in order.

The same file is read twice: by its own reader, which gave the finding its place, and as the PDF that LibreOffice made
of it. Rows and paragraphs that stand in both once, word for word, are fixed points; between them a text is where it
is most alike.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from extract.marking_columns import ColumnOf
from extract.marking_spots import Spot
from normalize.folding import fold
from parsers.document import Box, Cell, Document, Paragraph, Place, Table

ALIKE = 62.0  # of 100; a row that was broken or joined differently still reaches 75, its neighbours some 40
FAR = 30.0  # points off for a text at the other end of the document
OTHERWISE = 10.0  # points off for a row that became a paragraph, or a paragraph that became a row
LONGEST = 600  # letters compared


class Unit(NamedTuple):
    """A paragraph or a row of a table, as its text; `cells` are the row's."""

    text: str
    place: Place
    cells: tuple[Cell, ...] = ()


def units_of(document: Document) -> list[Unit]:
    """Paragraphs and rows in the order of reading."""
    return [unit for block in document.blocks for unit in _units(block)]


def _units(block: Paragraph | Table) -> Iterator[Unit]:
    if isinstance(block, Paragraph):
        yield Unit(_plain(block.text), block.place)
        return
    for _, cells in groupby(block.cells, key=lambda cell: cell.row):
        row = tuple(cells)
        yield Unit(_plain(" ".join(cell.text for cell in row)), row[0].place, row)


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")[:LONGEST]


class Layout:
    """A document beside the pages that it was laid out on."""

    def __init__(self, document: Document, laid_out: Document, column_of: ColumnOf) -> None:
        self.pages = laid_out.pages
        self._column_of = column_of
        self._units, self._there = units_of(document), units_of(laid_out)
        self._tables = {block.place.table: block for block in document.blocks if isinstance(block, Table)}
        self._laid_tables = [block for block in laid_out.blocks if isinstance(block, Table)]
        self._fixed = _fixed_points(self._units, self._there)

    def locate(self, place: Place, text: str, rule: str) -> tuple[Spot, ...]:
        """Where it is on the pages; within a row the cell with that text, or in the column that the rule is on."""
        if place.row is None and place.paragraph is None:
            return self._table(place)
        at = next((at for at, unit in enumerate(self._units) if _is_at(unit, place)), None)
        found = None if at is None else self._found(at)
        if at is None or found is None:
            return ()
        return _spots(found, self._cell(found, self._units[at], place, (text, rule)))

    def _table(self, place: Place) -> tuple[Spot, ...]:
        """The table that holds most of the rows of the one meant."""
        meant = self._tables.get(place.table)
        if meant is None:
            return ()
        rows = {unit.text for unit in _units(meant)}
        shared = [(sum(unit.text in rows for unit in _units(table)), -n) for n, table in enumerate(self._laid_tables)]
        if not shared or max(shared)[0] == 0:
            first = next((cell.place for cell in meant.cells), None)
            return () if first is None or first.row is None else self.locate(first, "", "")
        table = self._laid_tables[-max(shared)[1]].place
        return (Spot(table.page, table.box),) if table.page is not None and table.box is not None else ()

    def _found(self, at: int) -> Unit | None:
        """The laid-out unit that is most like the one at `at`, near where it must be."""
        from rapidfuzz import fuzz

        text, expected = self._units[at].text, self._expected(at)
        best, found = ALIKE, None
        for number, unit in enumerate(self._there):
            off = FAR * abs(number - expected) / max(len(self._there), 1)
            off += OTHERWISE if bool(unit.cells) != bool(self._units[at].cells) else 0.0
            if unit.text == text:
                score = 101.0 - off
            elif _is_comparable(unit.text, text):
                score = fuzz.ratio(unit.text, text) - off
            else:
                score = 0.9 * fuzz.partial_ratio(unit.text, text) - off if _is_part(unit.text, text) else 0.0
            if score > best:
                best, found = score, unit
        return found

    def _cell(self, found: Unit, meant: Unit, place: Place, asked: tuple[str, str]) -> Cell | None:
        """The one cell that the place, the text or the rule tells; None where it may be several."""
        text, rule = asked
        wanted = _plain(text)
        same = [cell for cell in found.cells if wanted and _plain(cell.text) == wanted]
        holding = [cell for cell in found.cells if len(wanted) >= 4 and wanted in _plain(cell.text)]
        for cells in (same, holding):
            if len(cells) == 1:
                return cells[0]
        column = self._column_of(place, rule)
        pairs = list(zip(found.cells, meant.cells, strict=False)) if len(found.cells) == len(meant.cells) else []
        told = [cell for cell, own in pairs if own.place == place] if place.cell else []
        told = told or [cell for cell, own in pairs if own.column == column]
        return told[0] if told and (not same or told[0] in same) else None

    def _expected(self, at: int) -> float:
        """Where a unit should be, going by the last fixed point before it."""
        before = bisect_right(self._fixed, (at, len(self._there))) - 1
        if before < 0:
            return float(at)
        mine, there = self._fixed[before]
        return float(there + at - mine)


def _is_at(unit: Unit, place: Place) -> bool:
    mine = unit.place
    if place.paragraph is not None:
        return (mine.paragraph, mine.sheet) == (place.paragraph, place.sheet)
    return bool(unit.cells) and (mine.row, mine.sheet) == (place.row, place.sheet) and place.table in {None, mine.table}


def _is_comparable(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 0.6 * max(len(one), len(other))


def _is_part(one: str, other: str) -> bool:
    """Whether one may be a piece of the other: a paragraph goes on on the next page."""
    return min(len(one), len(other)) >= 12


def _fixed_points(units: Sequence[Unit], there: Sequence[Unit]) -> list[tuple[int, int]]:
    """Pairs of units with one text that stands once in each document, in order in both."""
    mine, other = _once(units), _once(there)
    pairs = sorted((mine[text], other[text]) for text in mine.keys() & other.keys())
    points: list[tuple[int, int]] = []
    for pair in pairs:
        if not points or pair[1] > points[-1][1]:
            points.append(pair)
    return points


def _once(units: Sequence[Unit]) -> dict[str, int]:
    counts = Counter(unit.text for unit in units)
    return {unit.text: at for at, unit in enumerate(units) if unit.text and counts[unit.text] == 1}


def _spots(found: Unit, cell: Cell | None) -> tuple[Spot, ...]:
    """The paragraph, the row, or the one cell of it that is known."""
    if not found.cells:
        own = found.place
        return (Spot(own.page, own.box),) if own.page is not None and own.box is not None else ()
    cells = found.cells if cell is None else (cell,)
    page = next((one.place.page for one in cells if one.place.page is not None), None)
    boxes = [one.place.box for one in cells if one.place.page == page and one.place.box is not None]
    return (Spot(page, around(boxes)),) if page is not None and boxes else ()


def around(boxes: Iterable[Box]) -> Box:
    """The box around boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))
