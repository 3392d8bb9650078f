"""The score table as read: tables, columns, rows and values put together into groups, criteria and items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from normalize.answers import is_unfilled, parse_answer
from normalize.blocks import Block, blocks_of
from normalize.captions import rows_with_captions
from normalize.columns import Columns
from normalize.criteria import CriterionSet, OfficialCriterion, OfficialGroup
from normalize.headings import Role
from normalize.loose import duplicates_and_unknown
from normalize.readings import level_beside, level_of, maximum_in_title, maximum_of, points_of
from normalize.report import Appendix, Criterion, Group, Item, Points, Reading, Statement
from normalize.resolving import resolve
from normalize.score_tables import ScoreTable, score_tables
from normalize.segments import Row, Segment
from normalize.values import Held, Values, held_cells, values_of
from normalize.wording import wordbook_of
from parsers.document import Document, Place


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The appendix; totals printed a second time in it, as statements; and for each score table its position among the
    document's blocks, with the criterion of each of its rows (for what is cited there)."""

    appendix: Appendix
    statements: tuple[Statement, ...]
    criteria: Mapping[int, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All that is known of the rows while units are put together."""

    rows: Sequence[Row]
    blocks: Sequence[Block]
    values: Values
    levels: Mapping[str, Reading[int]]
    segments: Mapping[str, Segment]
    evidence: Mapping[str, Reading[str]]
    shared: frozenset[Segment]  # of two units, written as one text


def read_appendix(document: Document, criteria: CriterionSet) -> Reckoned | None:
    """The score table of a document; None where there is none."""
    book = wordbook_of(criteria)
    tables = score_tables(document.blocks, book)
    if not tables:
        return None
    rows = rows_with_captions(tables, document.blocks, book)
    columns = [one.columns for one in tables]
    blocks = blocks_of(rows, columns, book, criteria)
    columns = _settle(rows, blocks, columns, criteria.level_names)
    sheet = _sheet(rows, blocks, columns, criteria)
    groups = tuple(_group(sheet, official) for official in criteria.groups)
    groups, statements = _add_totals(sheet, groups)
    duplicates, unknown = duplicates_and_unknown(rows, blocks, sheet.values, book)
    appendix = Appendix(
        tables[0].table.place,
        groups,
        duplicates,
        unknown,
        _missing(groups, criteria),
        any(head.role is Role.EVIDENCE for one in columns for head in one.heads.values()),
    )
    return Reckoned(appendix, statements, _criteria_by_row(tables, rows, blocks))


def _settle(
    rows: Sequence[Row], blocks: Sequence[Block], columns: Sequence[Columns], names: Sequence[tuple[int, str]]
) -> list[Columns]:
    """Heads settled once for all tables that share them."""
    done: dict[int, Columns] = {}
    for one in columns:
        if id(one.heads) in done:
            continue
        shared = {number for number, other in enumerate(columns) if other.heads is one.heads}
        places = {at: row for at, row in enumerate(rows) if row.table in shared}
        local = {at: position for position, at in enumerate(places)}
        own = [replace(block, rows=[local[at] for at in block.rows if at in local]) for block in blocks]
        there = [block for block in own if block.rows]
        done[id(one.heads)] = resolve(list(places.values()), there, one, names)
    return [replace(one, heads=done[id(one.heads)].heads) for one in columns]


def _sheet(rows: Sequence[Row], blocks: Sequence[Block], columns: Sequence[Columns], criteria: CriterionSet) -> _Sheet:
    held = held_cells(rows, blocks, columns)
    values = values_of(blocks, held)
    segments = {unit.id: segment for block in blocks for unit, segment in zip(block.units, block.segments, strict=True)}
    return _Sheet(
        rows,
        blocks,
        values,
        _levels(values, criteria.level_names),
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
        for owner in dict.fromkeys([unit.criterion or unit.id for unit in units] + [unit.id for unit in units]):
            found.setdefault(owner, []).append(one)
    return {
        owner: Reading("\n".join(one.cell.text for one in cells), cells[0].cell.text, cells[0].cell.place,
                       min(one.cell.confidence for one in cells))
        for owner, cells in found.items()
    }  # fmt: skip


def _place(sheet: _Sheet, segment: Segment) -> Place:
    if segment.cell is not None:
        return segment.cell.place
    return sheet.rows[segment.row].cells[0].place


def _score(sheet: _Sheet, unit_id: str) -> Points | None:
    entries = sheet.values.entries
    return points_of(entries[Role.TOTAL].get(unit_id) or entries[Role.SCORE].get(unit_id))


def _levels(values: Values, names: Sequence[tuple[int, str]]) -> dict[str, Reading[int]]:
    """Levels by unit id: ticked, written in a column of levels, or beside the score."""
    scores = {**values.entries[Role.SCORE], **values.entries[Role.TOTAL]}
    beside = {key: level_beside(entry, names) for key, entry in scores.items()}
    written = {key: level_of(entry, names) for key, entry in values.entries[Role.LEVEL].items()}
    found = [(key, reading) for one in (beside, values.ticks, written) for key, reading in one.items()]
    return {key: reading for key, reading in found if reading is not None}


def _maximum(sheet: _Sheet, unit_id: str) -> Points | None:
    entries = sheet.values.entries
    score = entries[Role.TOTAL].get(unit_id) or entries[Role.SCORE].get(unit_id)
    printed = maximum_of(entries[Role.MAXIMUM].get(unit_id), score)
    segment = sheet.segments.get(unit_id)
    if printed is not None or segment is None or segment in sheet.shared:
        return printed
    return maximum_in_title(segment.text, _place(sheet, segment))


def _group(sheet: _Sheet, official: OfficialGroup) -> Group:
    segment = sheet.segments.get(official.id)
    found = (_criterion(sheet, one) for one in official.criteria)
    return Group(
        official.id,
        None if segment is None else _place(sheet, segment),
        "" if segment is None else segment.text,
        _maximum(sheet, official.id),
        _score(sheet, official.id),
        sheet.levels.get(official.id),
        tuple(one for one in found if one is not None),
    )


def _criterion(sheet: _Sheet, official: OfficialCriterion) -> Criterion | None:
    """A criterion as read; None where no row holds it (a left-over line of an item without figures is no row)."""
    items = _with_dashes(sheet, [item for one in official.items if (item := _item(sheet, one.id)) is not None])
    segment = sheet.segments.get(official.id)
    score = None if official.condition else _score(sheet, official.id)
    if score is None and not items and not official.condition:
        score = _dash(sheet, official.id)
    if segment is None and score is None and not any(item.score or item.stated_max for item in items):
        return None
    place = _place(sheet, segment) if segment is not None else items[0].place
    criterion = Criterion(
        official.id,
        "" if segment is None else segment.text,
        place,
        None if segment is None or segment.label is None else ".".join(map(str, segment.label)),
        _maximum(sheet, official.id),
        score,
        None if official.condition else sheet.levels.get(official.id),
        _answer(sheet, official.id) if official.condition else None,
        sheet.evidence.get(official.id),
        points_of(sheet.values.entries[Role.ASSESSED].get(official.id)),
        items,
    )
    return _with_what_items_hold(criterion, official)


def _with_what_items_hold(criterion: Criterion, official: OfficialCriterion) -> Criterion:
    """A criterion's maximum and level where they stand beside an item: in a merged cell that a page break cut."""
    leveled = [item for item in criterion.items if item.level is not None]
    if criterion.level is None and len(leveled) == 1 and len(criterion.items) > 1:
        criterion = replace(
            criterion,
            level=leveled[0].level,
            items=tuple(replace(item, level=None) for item in criterion.items),
        )
    if criterion.stated_max is not None or official.maximum is None:
        return criterion
    maxima = {one.id: one.maximum for one in official.items}
    for at, item in enumerate(criterion.items):
        printed = item.stated_max.value if item.stated_max else None
        if printed == official.maximum and printed != maxima.get(item.id):
            items = (*criterion.items[:at], replace(item, stated_max=None), *criterion.items[at + 1 :])
            return replace(criterion, stated_max=item.stated_max, items=items)
    return criterion


def _with_dashes(sheet: _Sheet, items: list[Item]) -> tuple[Item, ...]:
    """A dash beside items that have scores is no points; where all are dashes, the items are not scored one by one."""
    if not any(item.score is not None for item in items):
        return tuple(items)
    return tuple(replace(item, score=item.score or _dash(sheet, item.id)) for item in items)


def _dash(sheet: _Sheet, unit_id: str) -> Points | None:
    entry = sheet.values.dashes.get(unit_id)
    return None if entry is None else Reading(Decimal(0), entry.text, entry.place, entry.confidence)


def _item(sheet: _Sheet, item_id: str) -> Item | None:
    segment = sheet.segments.get(item_id)
    if segment is None:
        return None
    return Item(
        item_id,
        segment.text,
        _place(sheet, segment),
        _maximum(sheet, item_id),
        _score(sheet, item_id),
        sheet.levels.get(item_id),
        sheet.evidence.get(item_id),
        points_of(sheet.values.entries[Role.ASSESSED].get(item_id)),
    )


def _answer(sheet: _Sheet, criterion: str) -> Reading[bool] | None:
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


def _add_totals(sheet: _Sheet, groups: tuple[Group, ...]) -> tuple[tuple[Group, ...], tuple[Statement, ...]]:
    """Totals' rows fill what the group's own row leaves open; what is printed once more becomes a statement."""
    known = {group.id: group for group in groups}
    statements: list[Statement] = []
    for number, block in enumerate(sheet.blocks):
        if block.total is None or block.group is None or block.criterion is not None:
            continue
        key = f"#{number}"
        place = sheet.rows[block.rows[0]].cells[0].place
        score, level = _score(sheet, key), sheet.levels.get(key)
        stated_max = _maximum(sheet, key)
        group = known[block.group]
        again = (group.score is not None and score is not None) or (group.level is not None and level is not None)
        if again:
            statements.append(Statement(group.id, place, block.total, score, stated_max, level, after_table=True))
            continue
        known[group.id] = replace(
            group,
            place=group.place or place,
            stated_max=group.stated_max or stated_max,
            score=group.score or score,
            level=group.level or level,
        )
    return tuple(known[group.id] for group in groups), tuple(statements)


def _missing(groups: Sequence[Group], criteria: CriterionSet) -> tuple[str, ...]:
    present = {criterion.id for group in groups for criterion in group.criteria}
    return tuple(one.id for group in criteria.groups for one in group.criteria if one.id not in present)


def _criteria_by_row(
    tables: Sequence[ScoreTable], rows: Sequence[Row], blocks: Sequence[Block]
) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {one.block: {} for one in tables}
    for block in blocks:
        criterion = next((unit.criterion for unit in block.units if unit.criterion), None)
        for at in block.rows:
            if criterion is not None:
                found[tables[rows[at].table].block][rows[at].index] = criterion
    return found
