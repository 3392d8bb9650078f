"""Value cells to the units that they belong to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from normalize.blocks import Block
from normalize.columns import Columns
from normalize.figures import Entry, by_maximum, entries_of, joined, pair
from normalize.headings import Head, Role
from normalize.levels import is_tick
from normalize.numbers import is_blank, is_dash, parse_cell
from normalize.pooling import runs_of
from normalize.report import Reading
from normalize.segments import Row, evidence_in
from normalize.units import Unit
from parsers.document import Cell

_SWAP = re.compile(r"^\s*([\d.,]+)\s*/\s*([\d.,]+)")
_EVIDENCE = Head(Role.EVIDENCE, "")
PAIRED = (Role.MAXIMUM, Role.SCORE, Role.TOTAL, Role.ASSESSED)  # maxima first: they tell whose a score is


@dataclass(frozen=True, slots=True)
class Held:
    """A cell under a head, and the blocks whose rows it covers, by position. `below`: it has a row of its own, below
    the criterion or its items."""

    cell: Cell
    head: Head
    blocks: tuple[int, ...]
    below: bool = False


@dataclass(slots=True)
class Values:
    """Entries by role, then by unit id; totals' rows by their block ("#12"). `ticks` are the levels ticked;
    `dashes` the units with a dash for a score."""

    entries: dict[Role, dict[str, Entry]]
    dashes: dict[str, Entry]
    ticks: dict[str, Reading[int]]
    held: list[Held]


def held_cells(rows: Sequence[Row], blocks: Sequence[Block], columns: Sequence[Columns]) -> list[Held]:
    """All cells outside titles and labels, in order, with the blocks that they cover."""
    block_of = {at: number for number, block in enumerate(blocks) for at in block.rows}
    by_grid = {(row.table, row.index): at for at, row in enumerate(rows)}
    found: list[Held] = []
    for row in rows:
        for cell in row.cells:
            head = _EVIDENCE if row.evidence else columns[row.table].head_of(cell)
            if head is None or head.role in {Role.TITLE, Role.NUMBER}:
                continue
            covered = (by_grid.get((row.table, at)) for at in range(cell.row, cell.row + cell.row_span))
            numbers = dict.fromkeys(block_of[at] for at in covered if at is not None and at in block_of)
            shown = evidence_in(cell) if row.evidence else cell
            found.append(Held(shown, head, tuple(numbers), row.evidence))
    return found


def values_of(blocks: Sequence[Block], held: list[Held]) -> Values:
    """Every value cell given to its unit."""
    values = Values({role: {} for role in (*PAIRED, Role.LEVEL)}, {}, {}, held)
    local: dict[tuple[int, Role], list[Entry]] = defaultdict(list)
    for one in held:
        has_figure = any(letter.isdigit() for letter in one.cell.text) or parse_cell(one.cell.text) is not None
        role = Role.SCORE if one.head.role is Role.TICK and has_figure else one.head.role
        if one.head.role is Role.TICK:
            _add_tick(values, blocks, one)
        if role not in values.entries or not one.blocks:
            continue
        if len(one.blocks) > 1:
            _give_to_criterion(values, blocks, one, role)
        else:
            local[one.blocks[0], role].extend(_entries(one))
    filled = {unit.id for (number, role), entries in local.items() if role is Role.SCORE and _any_filled(entries)
              for unit in blocks[number].units}  # fmt: skip
    for role, target in values.entries.items():
        by_block = [local.get((number, role), []) for number in range(len(blocks))]
        if role in {Role.LEVEL, Role.TOTAL}:
            _give_whole(target, blocks, by_block)
        else:
            maxima = None if role is Role.MAXIMUM else values.entries[Role.MAXIMUM]
            _give_paired(target, blocks, by_block, filled, maxima)
    for number, block in enumerate(blocks):
        if block.criterion is not None:
            _give_total(values, f"#{number}", block.criterion)
    scores = values.entries[Role.SCORE]
    values.dashes.update({unit_id: scores.pop(unit_id) for unit_id in list(scores) if is_dash(scores[unit_id].text)})
    for target in values.entries.values():
        for unit_id in [unit_id for unit_id, entry in target.items() if is_blank(entry.text)]:
            del target[unit_id]
    return values


def _entries(one: Held) -> list[Entry]:
    """The lines of a value cell; scores written as maximum over score the usual way round."""
    entries = entries_of(one.cell, one.head.text)
    if not one.head.swapped:
        return entries
    return [replace(entry, text=_SWAP.sub(r"\2/\1", entry.text)) for entry in entries]


def _give_total(values: Values, key: str, criterion: str) -> None:
    """What a row closes a criterion's items with is the criterion's own."""
    for target in values.entries.values():
        entry = target.pop(key, None)
        if entry is not None:
            target.setdefault(criterion, entry)


def _any_filled(entries: Iterable[Entry]) -> bool:
    return any(not is_blank(entry.text) or is_dash(entry.text) for entry in entries)


def owner_of(units: Sequence[Unit]) -> str | None:
    """The unit that a figure standing for several is of: their criterion (or the one unit)."""
    if len(units) == 1:
        return units[0].id
    criteria = {unit.criterion for unit in units}
    return criteria.pop() if len(criteria) == 1 and "" not in criteria else None


def _give_to_criterion(values: Values, blocks: Sequence[Block], one: Held, role: Role) -> None:
    """A merged cell over several rows: the figure is of the criterion of all of them."""
    units = [unit for number in one.blocks for unit in blocks[number].units]
    owner = owner_of(units) if units else f"#{one.blocks[0]}"
    filled = [entry for entry in entries_of(one.cell, one.head.text) if not is_blank(entry.text)]
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


def _give_paired(
    target: dict[str, Entry],
    blocks: Sequence[Block],
    entries: Sequence[list[Entry]],
    filled: set[str],
    maxima: Mapping[str, Entry] | None,
) -> None:
    """Figures that may be listed, to a criterion and its items; those of a row without units under its block.

    `maxima`: the printed maxima, None while it is they that are given.
    """
    for run in runs_of(blocks, entries):
        found = [entry for at in run for entry in entries[at]]
        units = [unit for at in run for unit in blocks[at].units]
        segments = [segment for at in run for segment in blocks[at].segments]
        if not units and _any_filled(found):
            target.setdefault(f"#{run.start}", joined([entry for entry in found if not is_blank(entry.text)] or found))
        alone = _others_filled(units, filled) or _is_row_of_item(units, maxima or {})
        pairs = pair(units, segments, found, first_item_alone=alone)
        for unit_id, entry in (by_maximum(pairs, units, target) if maxima is None else pairs).items():
            target.setdefault(unit_id, entry)


def _is_row_of_item(units: Sequence[Unit], maxima: Mapping[str, Entry]) -> bool:
    """The row of a criterion and its first item prints the item's maximum: its figures are the item's."""
    return len(units) == 2 and units[1].id in maxima and units[0].id not in maxima


def _give_whole(target: dict[str, Entry], blocks: Sequence[Block], entries: Sequence[list[Entry]]) -> None:
    """A level, or a criterion's own score in its own column: of the criterion, whatever items stand beside it."""
    for number, (block, own) in enumerate(zip(blocks, entries, strict=True)):
        found = [entry for entry in own if not is_blank(entry.text)]
        owner = owner_of(block.units) if block.units else f"#{number}"
        if not found or owner is None:
            continue
        known = target.get(owner)
        if known is None or not any(letter.isdigit() for letter in known.text):
            target[owner] = joined(found if known is None else [known, *found])  # "Mức" | page break | "3"


def _others_filled(units: Sequence[Unit], filled: set[str]) -> bool:
    """Other items of the criterion have figures in rows of their own."""
    here = {unit.id for unit in units}
    criterion = next((unit.criterion for unit in units if unit.criterion), "")
    return any(other not in here and other != criterion and other.startswith(criterion) for other in filled)
