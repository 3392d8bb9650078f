"""What the rows say of each unit of the official table, ready to be asked by its id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from normalize.answers import is_unfilled, parse_answer
from normalize.blocks import Block
from normalize.columns import Columns
from normalize.criteria import CriterionSet
from normalize.headings import Role
from normalize.readings import level_beside, level_of, maximum_in_title, maximum_of, points_of
from normalize.report import Points, Reading
from normalize.segments import Row, Segment
from normalize.totals import is_level_row
from normalize.values import Held, Values, held_cells, values_of
from parsers.document import Place

_POINTS = (Role.MAXIMUM, Role.SCORE, Role.TOTAL)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is known of the rows while units are put together."""

    rows: Sequence[Row]
    blocks: Sequence[Block]
    values: Values
    levels: Mapping[str, Reading[int]]
    segments: Mapping[str, Segment]
    evidence: Mapping[str, Reading[str]]
    shared: frozenset[Segment]  # of two units, written as one text


def sheet_of(rows: Sequence[Row], blocks: Sequence[Block], columns: Sequence[Columns], criteria: CriterionSet) -> Sheet:
    """Every value cell given to its unit, and what belongs to it read."""
    held = held_cells(rows, blocks, columns)
    values = values_of(blocks, held)
    segments = {unit.id: segment for block in blocks for unit, segment in zip(block.units, block.segments, strict=True)}
    return Sheet(
        rows,
        blocks,
        values,
        _levels(values, blocks, criteria.level_names),
        segments,
        _evidence(held, blocks),
        frozenset(one for one, count in Counter(segments.values()).items() if count > 1),
    )


def _evidence(held: Sequence[Held], blocks: Sequence[Block]) -> dict[str, Reading[str]]:
    """Evidence by unit id; what stands beside several rows of a criterion is the criterion's too."""
    found: dict[str, list[Held]] = {}
    for one in held:
        if one.head.role is not Role.EVIDENCE or is_unfilled(one.cell.text):
            continue
        units = [unit for number in one.blocks for unit in blocks[number].units]
        owners = [unit.criterion or unit.id for unit in units] + [unit.id for unit in units if not one.below]
        for owner in dict.fromkeys(owners):
            found.setdefault(owner, []).append(one)
    return {
        owner: Reading("\n".join(one.cell.text for one in cells), cells[0].cell.text, cells[0].cell.place,
                       min(one.cell.confidence for one in cells))
        for owner, cells in found.items()
    }  # fmt: skip


def _levels(values: Values, blocks: Sequence[Block], names: Sequence[tuple[int, str]]) -> dict[str, Reading[int]]:
    """Levels by unit id: ticked, written in a column of levels, or beside the score."""
    scores = {**values.entries[Role.SCORE], **values.entries[Role.TOTAL]}
    beside = {key: level_beside(entry, names) for key, entry in scores.items()}
    written = {key: level_of(entry, names) for key, entry in values.entries[Role.LEVEL].items()}
    below = _levels_in_rows(values, blocks, names)
    found = [(key, reading) for one in (below, beside, values.ticks, written) for key, reading in one.items()]
    return {key: reading for key, reading in found if reading is not None}


def _levels_in_rows(
    values: Values, blocks: Sequence[Block], names: Sequence[tuple[int, str]]
) -> dict[str, Reading[int] | None]:
    """ "Mức độ đạt | 3" below a total, written over the columns of maximum or score."""
    rows = {f"#{at}" for at, block in enumerate(blocks) if block.total is not None and is_level_row(block.total)}
    entries = {key: one for role in _POINTS for key, one in values.entries[role].items() if key in rows}
    read = {key: level_of(entry, names) for key, entry in entries.items()}
    return {key: level for key, level in read.items() if level is not None and level.value is not None}


def place_of(sheet: Sheet, segment: Segment) -> Place:
    """Where a unit's title stands, or its row where it has none."""
    if segment.cell is not None:
        return segment.cell.place
    return sheet.rows[segment.row].cells[0].place


def score_of(sheet: Sheet, unit_id: str) -> Points | None:
    """The score printed for a unit: in the criteria's own column where there is one."""
    entries = sheet.values.entries
    return points_of(entries[Role.TOTAL].get(unit_id) or entries[Role.SCORE].get(unit_id))


def stated_maximum(sheet: Sheet, unit_id: str) -> Points | None:
    """The maximum printed for a unit: in its column, under the score, or in the title."""
    entries = sheet.values.entries
    score = entries[Role.TOTAL].get(unit_id) or entries[Role.SCORE].get(unit_id)
    printed = maximum_of(entries[Role.MAXIMUM].get(unit_id), score)
    segment = sheet.segments.get(unit_id)
    if printed is not None or segment is None or segment in sheet.shared:
        return printed
    return maximum_in_title(segment.text, place_of(sheet, segment))


def dash_of(sheet: Sheet, unit_id: str) -> Points | None:
    """No points, where a dash stands for a score."""
    entry = sheet.values.dashes.get(unit_id)
    return None if entry is None else Reading(Decimal(0), entry.text, entry.place, entry.confidence)


def answer_of(sheet: Sheet, criterion: str) -> Reading[bool] | None:
    """What the row of a condition says; a "no" anywhere in it counts before a "yes"."""
    found: list[Reading[bool]] = []
    for one in sheet.values.held:
        units = [unit.id for number in one.blocks for unit in sheet.blocks[number].units]
        if units != [criterion] or one.head.role in {Role.ASSESSED, Role.DIFFERENCE}:
            continue
        answer = parse_answer(one.cell.text)
        if one.head.role is Role.NO and answer is not None:
            answer = not answer
        if answer is None or (answer and one.head.role in {Role.EVIDENCE, Role.TICK}):
            continue
        found.append(Reading(answer, one.cell.text, one.cell.place, one.cell.confidence))
    return min(found, key=lambda reading: bool(reading.value), default=None)
