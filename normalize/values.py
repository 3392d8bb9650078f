"""Value cells to the units that they belong to, and their texts to readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from normalize.blocks import Block
from normalize.columns import Columns
from normalize.figures import Entry, by_maximum, entries_of, joined, pair, permitted_maximum
from normalize.headings import Head, Role
from normalize.levels import is_tick, parse_level
from normalize.numbers import is_blank, parse_cell
from normalize.report import Points, Reading
from normalize.segments import Row
from normalize.units import Unit
from parsers.document import Cell

PAIRED = (Role.SCORE, Role.TOTAL, Role.MAXIMUM, Role.ASSESSED)


@dataclass(frozen=True, slots=True)
class Held:
    """A cell under a head, and the blocks whose rows it covers, by position."""

    cell: Cell
    head: Head
    blocks: tuple[int, ...]


@dataclass(slots=True)
class Values:
    """Entries by role, then by unit id; totals' rows by their block ("#12"). `ticks` are the levels ticked."""

    entries: dict[Role, dict[str, Entry]]
    ticks: dict[str, Reading[int]]
    held: list[Held]


def held_cells(rows: Sequence[Row], blocks: Sequence[Block], columns: Sequence[Columns]) -> list[Held]:
    """All cells outside titles and labels, in order, with the blocks that they cover."""
    block_of = {at: number for number, block in enumerate(blocks) for at in block.rows}
    by_grid = {(row.table, row.index): at for at, row in enumerate(rows)}
    found: list[Held] = []
    for row in rows:
        for cell in row.cells:
            head = columns[row.table].head_of(cell)
            if head is None or head.role in {Role.TITLE, Role.NUMBER}:
                continue
            covered = (by_grid.get((row.table, at)) for at in range(cell.row, cell.row + cell.row_span))
            numbers = dict.fromkeys(block_of[at] for at in covered if at is not None and at in block_of)
            found.append(Held(cell, head, tuple(numbers)))
    return found


def values_of(blocks: Sequence[Block], held: list[Held]) -> Values:
    """Every value cell given to its unit."""
    values = Values({role: {} for role in (*PAIRED, Role.LEVEL)}, {}, held)
    local: dict[tuple[int, Role], list[Entry]] = defaultdict(list)
    for one in held:
        role = Role.SCORE if one.head.role is Role.TICK and parse_cell(one.cell.text) is not None else one.head.role
        if one.head.role is Role.TICK:
            _add_tick(values, blocks, one)
        if role not in values.entries or not one.blocks:
            continue
        if len(one.blocks) > 1:
            _give_to_criterion(values, blocks, one, role)
        else:
            local[one.blocks[0], role].extend(entries_of(one.cell))
    filled = {unit.id for (number, role), entries in local.items() if role is Role.SCORE and _any_filled(entries)
              for unit in blocks[number].units}  # fmt: skip
    for (number, role), entries in local.items():
        block, target = blocks[number], values.entries[role]
        if block.units and role in {Role.LEVEL, Role.TOTAL}:
            _give_whole(target, block, entries)
        elif role is Role.MAXIMUM:
            alone: dict[str, Entry] = {}
            _give(alone, f"#{number}", block, entries, alone=False)
            target.update(by_maximum(alone, block.units))
        else:
            _give(target, f"#{number}", block, entries, alone=_others_filled(block, filled))
    return values


def _any_filled(entries: Iterable[Entry]) -> bool:
    return any(not is_blank(entry.text) for entry in entries)


def owner_of(units: Sequence[Unit]) -> str | None:
    """The unit that a figure standing for several is of: their criterion (or the one unit)."""
    if len(units) == 1:
        return units[0].id
    criteria = {unit.criterion for unit in units}
    return criteria.pop() if len(criteria) == 1 and "" not in criteria else None


def _give_to_criterion(values: Values, blocks: Sequence[Block], one: Held, role: Role) -> None:
    """A merged cell over several rows: the figure is of the criterion of all of them."""
    owner = owner_of([unit for number in one.blocks for unit in blocks[number].units])
    filled = [entry for entry in entries_of(one.cell) if not is_blank(entry.text)]
    if owner is None or not filled:
        return
    values.entries[role].setdefault(owner, joined(filled))


def _add_tick(values: Values, blocks: Sequence[Block], one: Held) -> None:
    """A tick, or the score itself, under the head of a level."""
    marked = is_tick(one.cell.text) or parse_cell(one.cell.text) is not None
    if not marked or one.head.level is None or not one.blocks:
        return
    key = _key(one.blocks[0], blocks) if len(one.blocks) == 1 else owner_of(
        [unit for number in one.blocks for unit in blocks[number].units]
    )  # fmt: skip
    if key is None:
        return
    known = values.ticks.get(key)
    level = one.head.level if known is None else None  # two ticks are no level
    values.ticks[key] = Reading(level, one.cell.text, one.cell.place, one.cell.confidence)


def _key(number: int, blocks: Sequence[Block]) -> str | None:
    block = blocks[number]
    return owner_of(block.units) if block.units else f"#{number}"


def _give(target: dict[str, Entry], key: str, block: Block, entries: list[Entry], *, alone: bool) -> None:
    found = [entry for entry in entries if not is_blank(entry.text)]
    if not found:
        return
    if not block.units:
        target.setdefault(key, joined(found))
        return
    for unit_id, entry in pair(block.units, block.segments, entries, first_item_alone=alone).items():
        target.setdefault(unit_id, entry)


def _give_whole(target: dict[str, Entry], block: Block, entries: list[Entry]) -> None:
    """A level, or a criterion's own score in its own column: of the criterion, whatever items stand beside it."""
    found = [entry for entry in entries if not is_blank(entry.text)]
    owner = owner_of(block.units)
    if found and owner is not None:
        target.setdefault(owner, joined(found))


def _others_filled(block: Block, filled: set[str]) -> bool:
    """Items of the block's criterion have figures in rows of their own."""
    here = {unit.id for unit in block.units}
    criterion = next((unit.criterion for unit in block.units if unit.criterion), "")
    return any(other not in here and other != criterion and other.startswith(criterion) for other in filled)


def points_of(entry: Entry | None) -> Points | None:
    """A score; value None for text that is no one number."""
    if entry is None:
        return None
    return Reading(parse_cell(entry.text), entry.text, entry.place, entry.confidence)


def maximum_of(entry: Entry | None) -> Points | None:
    """A printed maximum; None where the cell holds no number ("Bắt buộc")."""
    value: Decimal | None = permitted_maximum(entry)
    return None if entry is None or value is None else Reading(value, entry.text, entry.place, entry.confidence)


def level_of(entry: Entry | None, names: Sequence[tuple[int, str]]) -> Reading[int] | None:
    """A level; value None for text that names none or several."""
    if entry is None:
        return None
    return Reading(parse_level(entry.text, names), entry.text, entry.place, entry.confidence)


def merged_levels(values: Values, names: Sequence[tuple[int, str]]) -> Mapping[str, Reading[int]]:
    """Levels by unit id, from columns of level words and from ticks."""
    words = {key: level_of(entry, names) for key, entry in values.entries[Role.LEVEL].items()}
    return {**values.ticks, **{key: reading for key, reading in words.items() if reading is not None}}
