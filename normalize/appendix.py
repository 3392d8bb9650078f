"""The score table as read: tables, columns, rows and values put together into groups, criteria and items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from normalize.blocks import Block, blocks_of
from normalize.caption_totals import caption_totals, with_caption_totals
from normalize.captions import rows_with_captions
from normalize.columns import Columns
from normalize.criteria import CriterionSet, OfficialCriterion, OfficialGroup
from normalize.cut_rows import with_cut_rows
from normalize.headings import Role
from normalize.loose import duplicates_and_unknown
from normalize.overviews import are_of_one_scoring, complemented, totals_again
from normalize.readings import points_of
from normalize.report import Appendix, Criterion, Group, Item, Statement
from normalize.resolving import resolve
from normalize.score_tables import ScoreTable, has_conditions_of_all, overviews_of, score_tables
from normalize.segments import Row
from normalize.sheet import Sheet, answer_of, dash_of, place_of, score_of, sheet_of, stated_maximum
from normalize.totals import is_level_row
from normalize.wording import wordbook_of
from parsers.document import Document


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The appendix; totals printed a second time in it, as statements; for each score table its position among the
    document's blocks, with the criterion of each of its rows (for what is cited there); and the positions of lines that
    give a group's total above its table, which are part of the appendix."""

    appendix: Appendix
    statements: tuple[Statement, ...]
    criteria: Mapping[int, Mapping[int, str]]
    captions: frozenset[int] = frozenset()


def read_appendix(document: Document, criteria: CriterionSet) -> Reckoned | None:
    """The score table of a document; None where there is none."""
    book = wordbook_of(criteria)
    tables = score_tables(document.blocks, book)
    if not tables:
        return None
    overviews = overviews_of(tables, book)
    details = [one for one in tables if not any(one is other for other in overviews)]
    found = _reckoned(details, document.blocks, criteria)
    if not overviews:
        return found
    told = _reckoned(overviews, document.blocks, criteria)
    if not are_of_one_scoring(found.appendix, told.appendix):
        return found
    return Reckoned(
        complemented(found.appendix, told.appendix, criteria),
        (*found.statements, *told.statements, *totals_again(found.appendix, told.appendix)),
        {**found.criteria, **told.criteria},
        found.captions | told.captions,
    )


def _reckoned(tables: Sequence[ScoreTable], around: Sequence[object], criteria: CriterionSet) -> Reckoned:
    """What some of the score tables say; `around`: the document's blocks."""
    book = wordbook_of(criteria)
    rows = rows_with_captions(tables, around, book)
    columns = [one.columns for one in tables]
    apart = frozenset(at for at, one in enumerate(tables) if has_conditions_of_all(one, book))
    blocks = blocks_of(rows, columns, book, criteria, apart)
    columns = _settle(rows, blocks, columns, criteria.level_names)
    sheet = sheet_of(rows, blocks, columns, criteria)
    groups = with_cut_rows([_group(sheet, official) for official in criteria.groups], criteria)
    groups, statements = _add_totals(sheet, groups)
    groups, captions = with_caption_totals(groups, caption_totals(tables, around, criteria, book))
    duplicates, unknown = duplicates_and_unknown(rows, blocks, sheet.values, book)
    appendix = Appendix(
        tables[0].table.place,
        groups,
        duplicates,
        unknown,
        _missing(groups, criteria),
        any(head.role is Role.EVIDENCE for one in columns for head in one.heads.values())
        or any(row.evidence for row in rows),
    )
    return Reckoned(appendix, statements, _criteria_by_row(tables, rows, blocks), captions)


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


def _group(sheet: Sheet, official: OfficialGroup) -> Group:
    segment = sheet.segments.get(official.id)
    found = (_criterion(sheet, one) for one in official.criteria)
    return Group(
        official.id,
        None if segment is None else place_of(sheet, segment),
        "" if segment is None else segment.text,
        stated_maximum(sheet, official.id),
        score_of(sheet, official.id),
        sheet.levels.get(official.id),
        tuple(one for one in found if one is not None),
    )


def _criterion(sheet: Sheet, official: OfficialCriterion) -> Criterion | None:
    """A criterion as read; None where no row holds it (a left-over line of an item without figures is no row)."""
    items = _with_dashes(sheet, [item for one in official.items if (item := _item(sheet, one.id)) is not None])
    segment = sheet.segments.get(official.id)
    score = None if official.condition else score_of(sheet, official.id)
    if score is None and not items and not official.condition:
        score = dash_of(sheet, official.id)
    if segment is None and score is None and not any(item.score or item.stated_max for item in items):
        return None
    place = place_of(sheet, segment) if segment is not None else items[0].place
    criterion = Criterion(
        official.id,
        "" if segment is None else segment.text,
        place,
        None if segment is None or segment.label is None else ".".join(map(str, segment.label)),
        stated_maximum(sheet, official.id),
        score,
        None if official.condition else sheet.levels.get(official.id),
        answer_of(sheet, official.id) if official.condition else None,
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


def _with_dashes(sheet: Sheet, items: list[Item]) -> tuple[Item, ...]:
    """A dash beside items that have scores is no points; where all are dashes, the items are not scored one by one."""
    if not any(item.score is not None for item in items):
        return tuple(items)
    return tuple(replace(item, score=item.score or dash_of(sheet, item.id)) for item in items)


def _item(sheet: Sheet, item_id: str) -> Item | None:
    segment = sheet.segments.get(item_id)
    if segment is None:
        return None
    return Item(
        item_id,
        segment.text,
        place_of(sheet, segment),
        stated_maximum(sheet, item_id),
        score_of(sheet, item_id),
        sheet.levels.get(item_id),
        sheet.evidence.get(item_id),
        points_of(sheet.values.entries[Role.ASSESSED].get(item_id)),
    )


def _add_totals(sheet: Sheet, groups: tuple[Group, ...]) -> tuple[tuple[Group, ...], tuple[Statement, ...]]:
    """Totals' rows fill what the group's own row leaves open; what is printed once more becomes a statement."""
    known = {group.id: group for group in groups}
    statements: list[Statement] = []
    for number, block in enumerate(sheet.blocks):
        if block.total is None or block.group is None or block.criterion is not None:
            continue
        key = f"#{number}"
        place = sheet.rows[block.rows[0]].cells[0].place
        score, level = score_of(sheet, key), sheet.levels.get(key)
        stated_max = stated_maximum(sheet, key)
        if is_level_row(block.total) and level is not None:  # "Xếp loại | 3": the digit is no points
            score, stated_max = (None if one and one.value == level.value else one for one in (score, stated_max))
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
