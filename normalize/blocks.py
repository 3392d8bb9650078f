"""Rows of the score tables gathered into blocks that speak of the same units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from normalize.alignment import align
from normalize.columns import Columns
from normalize.criteria import CriterionSet
from normalize.folding import fold
from normalize.headings import Role
from normalize.numbers import parse_cell
from normalize.segments import Row, Segment, segments_of
from normalize.totals import criterion_named, group_named, is_level_row, is_of_a_criterion, is_of_all, total_text
from normalize.units import Unit
from normalize.wording import Wordbook

IMPLIED = 0.6  # share of a title's weight that must stand in the text of another unit to be there too
SHORTEST_TITLE = 12  # letters
HINTED = 0.25  # the same where all other items have rows of their own
VALUES = frozenset({Role.SCORE, Role.TOTAL, Role.MAXIMUM, Role.ASSESSED, Role.TICK, Role.UNKNOWN, None})


@dataclass(slots=True)
class Block:
    """Rows and the units that they speak of, each with its segment (several where a cell lists a criterion's items).

    `total`: the text of a row that prints a total, of group `group`, None where of all groups together; or of one
    criterion, then `criterion`. A block with neither units nor total is loose: figures of no known unit. `texts` are
    the words of its title cells; `repeats` is the row before whose title its own row says once more.
    """

    rows: list[int]
    units: list[Unit] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    total: str | None = None
    group: str | None = None
    criterion: str | None = None
    repeats: int | None = None

    @property
    def is_loose(self) -> bool:
        """Figures of no known unit."""
        return not self.units and self.total is None

    @property
    def label(self) -> str:
        """What the row says of itself."""
        return self.total or " ".join(self.texts)


def blocks_of(
    rows: Sequence[Row],
    columns: Sequence[Columns],
    book: Wordbook,
    criteria: CriterionSet,
    apart: frozenset[int] = frozenset(),
) -> list[Block]:
    """The blocks in order; the rows of the tables `apart` stand in an order of their own."""
    said = {at: total_text(row, book) for at, row in enumerate(rows) if not row.evidence}
    totals = {at: text for at, text in said.items() if text is not None}
    repeats = _repeats(rows, columns, book)
    segments = [one for one in segments_of(rows, columns) if one.row not in totals and one.row not in repeats]
    by_row: dict[int, list[tuple[Segment, Unit | None]]] = {}
    for own in (True, False):
        sequence = [one for one in segments if (rows[one.row].table in apart) is own]
        for segment, at in zip(sequence, align(sequence, book), strict=True):
            by_row.setdefault(segment.row, []).append((segment, None if at is None else book.units[at]))
    blocks: list[Block] = []
    for at, row in enumerate(rows):
        if at in totals:
            blocks.append(Block([at], total=totals[at]))
        elif at in repeats:
            blocks.append(Block([at], texts=[repeats[at].title], repeats=repeats[at].row))
        else:
            _add_row(blocks, at, by_row.get(at, []), has_figures=_has_figures(row, columns[row.table]))
    _add_implied(blocks, book)
    _name_groups(blocks, rows, criteria, book)
    return blocks


class _Repeat(NamedTuple):
    """A row's title that the row `row` said before."""

    title: str
    row: int


def _repeats(rows: Sequence[Row], columns: Sequence[Columns], book: Wordbook) -> dict[int, _Repeat]:
    """The rows that say the title of a row before once more."""
    titles: dict[str, int] = {}
    listed: dict[str, list[tuple[set[str], int]]] = {}  # the lines of titles, by each of them
    found: dict[int, _Repeat] = {}
    for at, row in enumerate(rows):
        if row.evidence:
            continue
        cells = [cell.text for cell in row.cells if columns[row.table].role_of(cell) is Role.TITLE]
        lines = [fold(line) for cell in cells for line in cell.splitlines() if line.strip()]
        title = " ".join(" ".join(cells).split())
        if len(fold(title)) < SHORTEST_TITLE:
            continue
        alike = (number for line in lines for before, number in listed.get(line, ()) if _are_mostly(lines, before))
        first = titles.get(fold(title), next(alike, None))
        if first is not None and _is_official(title, book):
            found[at] = _Repeat(title, first)
        titles.setdefault(fold(title), at)
        for line in set(lines):
            listed.setdefault(line, []).append((set(lines), at))
    return found


def _are_mostly(lines: Sequence[str], before: set[str]) -> bool:
    """A list of which most lines stood in another one: the same list, one item of it in other words."""
    again = sum(line in before for line in lines)
    return again > 2 and again * 2 > max(len(lines), len(before))


def _is_official(title: str, book: Wordbook) -> bool:
    return any(max(one.whole, one.holds) >= IMPLIED for one in book.likeness(title))


def _has_figures(row: Row, columns: Columns) -> bool:
    return not row.evidence and any(
        parse_cell(cell.text) is not None for cell in row.cells if columns.role_of(cell) in VALUES
    )


def _add_row(blocks: list[Block], at: int, found: list[tuple[Segment, Unit | None]], *, has_figures: bool) -> None:
    units = [(segment, unit) for segment, unit in found if unit is not None]
    if not units and not (has_figures and found and _stands_alone(found[0][0])) and blocks and not blocks[-1].total:
        blocks[-1].rows.append(at)
        blocks[-1].texts.extend(segment.text for segment, _ in found)
        return
    if not units and not has_figures:
        return
    if len(units) > 1 and units[0][1] is not None and units[0][1].is_group:
        # A group's title beside its criteria: what stands in the row is the criterion's.
        segment, group = units.pop(0)
        blocks.append(Block([], [group], [segment], [segment.text]))
        found = [pair for pair in found if pair[0] is not segment]
    blocks.append(
        Block(
            [at],
            [unit for _, unit in units if unit is not None],
            _with_rest(found),
            [segment.text for segment, _ in found],
        )
    )


def _with_rest(found: Sequence[tuple[Segment, Unit | None]]) -> list[Segment]:
    """The segments of units, each with the text that goes on after it."""
    whole: list[Segment] = []
    for segment, unit in found:
        if unit is not None:
            whole.append(segment)
        elif whole and not segment.listed and segment.cell is whole[-1].cell:
            whole[-1] = replace(
                whole[-1], text=f"{whole[-1].text} {segment.text}", lines=whole[-1].lines + segment.lines
            )
    return whole


def _stands_alone(segment: Segment) -> bool:
    """A row of its own rather than the going on of the row above: it has a label, or begins with a capital."""
    return segment.label is not None or segment.text[:1].isupper() or segment.listed


def _add_implied(blocks: Sequence[Block], book: Wordbook) -> None:
    """A criterion and its first item written as one text: the other of the two is there too."""
    present = {unit.id for block in blocks for unit in block.units}
    place = {unit.id: at for at, unit in enumerate(book.units)}
    for block in blocks:
        if len(block.units) != 1 or block.units[0].is_group:
            continue
        unit = block.units[0]
        at = place[unit.id] + (1 if unit.is_criterion else -1)
        if not 0 <= at < len(book.units):
            continue
        other = book.units[at]
        if other.id in present or other.criterion != unit.criterion or other.is_group:
            continue
        rest = {one.id for one in book.units if one.criterion == unit.criterion and one.is_item} - {other.id}
        needed = HINTED if unit.is_criterion and rest and rest <= present else IMPLIED
        if book.holds_beyond(" ".join(block.texts), at, place[unit.id]) < needed:
            continue
        present.add(other.id)
        where = 1 if unit.is_criterion else 0
        block.units.insert(where, other)
        block.segments.insert(where, block.segments[0])


def _name_groups(blocks: Sequence[Block], rows: Sequence[Row], criteria: CriterionSet, book: Wordbook) -> None:
    """Which group each total is of: as it says, else the one whose criteria stand before it (or a criterion there)."""
    current: Unit | None = None
    closed: set[str] = set()
    for number, block in enumerate(blocks):
        if block.units:
            current = block.units[-1]
        if block.total is None or is_of_all(block.total):
            continue
        block.criterion = criterion_named(block.total, criteria)
        named = None if block.criterion else group_named(block.total, criteria, book)
        if block.criterion is None and named is None and current is not None and current.criterion:
            goes_on = _next_group(blocks[number + 1 :]) == current.group
            block.criterion = _criterion_of(rows[block.rows[0]], block.total, current, criteria, goes_on=goes_on)
        block.group = named or (
            current.group if current and (current.group not in closed or is_level_row(block.total)) else None
        )
        if block.group is not None and block.criterion is None:
            closed.add(block.group)


def _next_group(blocks: Sequence[Block]) -> str | None:
    return next((block.units[0].group for block in blocks if block.units), None)


def _criterion_of(row: Row, total: str, current: Unit, criteria: CriterionSet, *, goes_on: bool) -> str | None:
    """The criterion whose items a plain total ("Cộng") closes: it says so, its maximum is printed there and not the
    group's, or the group goes on after it."""
    group = next(one for one in criteria.groups if one.id == current.group)
    official = next(one for one in group.criteria if one.id == current.criterion)
    if not official.items:
        return None
    numbers = {parse_cell(cell.text) for cell in row.cells}
    printed = official.maximum is not None and official.maximum in numbers and group.maximum not in numbers
    return official.id if printed or goes_on or is_of_a_criterion(total) else None
