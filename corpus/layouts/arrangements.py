"""Ways to put one criterion with its items into table rows."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.layouts.cells import (
    beside_cells,
    item_maximum_column,
    item_of,
    item_score_column,
    label_of,
    level_cells,
    maximum_of,
    own_score_column,
    proof_of,
    score_of,
    title_of,
)
from corpus.layouts.plan import LogicalRow, Plan, Setting, items_only
from corpus.paper import GridCell
from corpus.spelling import score_text
from corpus.truth import TrueCriterion
from corpus.wording import criterion_label

MERGED_DOWN = ("number", "title", "maximum", "own_score", "level", "tick1", "tick2", "tick3", "evidence", "note")
LMS_LEAD = "Triển khai hệ thống quản lý học tập trực tuyến (LMS/LCMS) giúp:"


def criterion_row(criterion: TrueCriterion, setting: Setting) -> LogicalRow:
    """The row that every arrangement starts from: label, title, maximum, level, evidence; no score yet."""
    row: LogicalRow = {
        "number": label_of(criterion, setting),
        "title": GridCell((title_of(criterion, setting),)),
        "maximum": maximum_of(criterion, setting),
        "evidence": proof_of(criterion, setting),
        **level_cells(criterion.level, setting),
    }
    if criterion.condition:
        row.update(answer_cells(criterion, setting))
    return row


def answer_cells(criterion: TrueCriterion, setting: Setting) -> LogicalRow:
    """What a mandatory condition says: in the score column, or in the level column, or beside the maximum."""
    answer = criterion.answer or setting.voice.condition
    if answer in ("Điều kiện bắt buộc", "Bắt buộc") or setting.plan.scores_by_level:
        return {"maximum": GridCell((answer,), align="center")}
    in_level = "level" in setting.plan.columns and setting.voice.heads % 2 == 0
    return {"level" if in_level else own_score_column(setting): GridCell((answer,), align="center")}


def unscored(criterion: TrueCriterion, setting: Setting) -> LogicalRow:
    """The row of a criterion without items, or of a condition."""
    row = criterion_row(criterion, setting)
    if not criterion.condition:
        if "maximum" not in setting.plan.columns:
            row[item_maximum_column(setting)] = maximum_of(criterion, setting)
        row[own_score_column(setting, criterion.level)] = score_of(criterion, setting)
        row.update(beside_cells(criterion, setting))
    return row


def first_item_inline(criterion: TrueCriterion, setting: Setting) -> list[LogicalRow]:
    """As the official form has it: the first item stands in the criterion's own row, each other in a row of its own."""
    if not criterion.items:
        return [unscored(criterion, setting)]
    rows: list[LogicalRow] = []
    for item in criterion.items:
        row = criterion_row(criterion, setting) if not rows else {}
        own = row.get("title")
        heading = f"{own.lines[0]}:" if own else ""
        lines = (heading, item_of(item, setting)) if heading else (item_of(item, setting),)
        if heading and setting.voice.heads % 4 == 0:
            lines = (" ".join(lines),)
        row["title"] = GridCell(lines)
        row[item_score_column(setting)] = score_of(item, setting)
        row.update(beside_cells(item, setting))
        rows.append(row)
    return _merged(rows, setting, but=("title",)) if setting.plan.merged else rows


def criterion_then_items(criterion: TrueCriterion, setting: Setting) -> list[LogicalRow]:
    """The criterion in a row, with its own score where the plan prints one, then a row for each item."""
    if not criterion.items:
        return [unscored(criterion, setting)]
    head = criterion_row(criterion, setting)
    if setting.plan.criterion_scores:
        head[own_score_column(setting)] = score_of(criterion, setting)
        head.update(beside_cells(criterion, setting))
    rows = [head]
    for item in criterion.items:
        row: LogicalRow = {
            "title": GridCell((item_of(item, setting),)),
            item_score_column(setting): score_of(item, setting),
        }
        if setting.voice.item_mark in ("a)", "1.3.1", "-", "+", "(1)", "đ)", "a.") and setting.plan.shape.numbers:
            mark, _, text = item_of(item, setting).partition(" ")
            row["number"], row["title"] = GridCell((mark,), align="center"), GridCell((text,))
        if setting.plan.item_maxima:
            row[item_maximum_column(setting)] = maximum_of(item, setting)
        row.update(beside_cells(item, setting))
        if item.id == "1.3b" and setting.plan.lead_row:
            rows.append({"title": GridCell((LMS_LEAD,))})
        rows.append(row)
    return _merged(rows, setting, but=("number", "title", "maximum", "own_score")) if setting.plan.merged else rows


def items_in_cell(criterion: TrueCriterion, setting: Setting) -> list[LogicalRow]:
    """One row: the items are lines of the title's cell, their scores lines of the score's cell."""
    if not criterion.items:
        return [unscored(criterion, setting)]
    row = criterion_row(criterion, setting)
    title = row["title"] or GridCell()
    row["title"] = GridCell((f"{title.lines[0]}:", *(item_of(item, setting) for item in criterion.items)))
    scores = [score_text(item.score, setting.voice, item.official_max) for item in criterion.items]
    # Some leave a line empty beside the criterion's own title, others start at the top.
    lead = ("",) if setting.voice.heads % 2 else ()
    row[item_score_column(setting)] = GridCell((*lead, *scores), align="center", broken=setting.voice.heads % 5 == 0)
    if setting.plan.criterion_scores:
        row[own_score_column(setting)] = score_of(criterion, setting)
    return [row]


def items_in_own_column(criterion: TrueCriterion, setting: Setting) -> list[LogicalRow]:
    """Items in a column of their own beside the criterion, whose label, title, level and evidence are merged down."""
    if not criterion.items:
        return [unscored(criterion, setting)]
    rows: list[LogicalRow] = []
    for item in criterion.items:
        row = criterion_row(criterion, setting) if not rows else {}
        if not rows and setting.plan.criterion_scores:
            row["own_score"] = score_of(criterion, setting)
        row["item"] = GridCell((item_of(item, setting),))
        row[item_score_column(setting)] = score_of(item, setting)
        if setting.plan.item_maxima:
            row[item_maximum_column(setting)] = maximum_of(item, setting)
        row.update(beside_cells(item, setting))
        rows.append(row)
    return _merged(rows, setting, but=("maximum",) if item_maximum_column(setting) == "maximum" else ())


def criterion_only(criterion: TrueCriterion, setting: Setting) -> list[LogicalRow]:
    """One row with the criterion's score; items are named below the title, without scores, or not at all."""
    row = unscored(criterion, setting)
    if criterion.items and setting.voice.heads % 2:
        title = row["title"] or GridCell()
        row["title"] = GridCell((*title.lines, *(item_of(item, setting) for item in criterion.items)))
    return [row]


def merged_score(criterion: TrueCriterion, setting: Setting) -> list[LogicalRow]:
    """A row for each item, and one score for the criterion, merged down over them."""
    if not criterion.items:
        return [unscored(criterion, setting)]
    rows: list[LogicalRow] = []
    for item in criterion.items:
        row = criterion_row(criterion, setting) if not rows else {}
        if not rows:
            row["score"] = score_of(criterion, setting)
        row["item"] = GridCell((item_of(item, setting),))
        rows.append(row)
    return _merged(rows, setting, also=("score",))


def evidence_by_item(criterion: TrueCriterion, setting: Setting) -> list[LogicalRow]:
    """The criterion's row without evidence; each item's row has its line of it, the last one what is left."""
    head, *items = criterion_then_items(criterion, setting)
    scored = [row for row in items if item_score_column(setting) in row]
    cell = head.get("evidence")
    if not scored or cell is None:
        return [head, *items]
    lines = cell.lines
    for n, row in enumerate(scored, 1):
        own = lines[n - 1 : n] if n < len(scored) else lines[n - 1 :]
        row["evidence"] = GridCell(own or ("",))
    return [{kind: cell for kind, cell in head.items() if kind != "evidence"}, *items]


def items_then_criterion(criterion: TrueCriterion, setting: Setting) -> list[LogicalRow]:
    """The criterion's title, its items, then a row that adds them up, with maximum and level."""
    head, *items = criterion_then_items(criterion, setting)
    if not items:
        return [head]
    moved = [kind for kind in ("maximum", own_score_column(setting), "level") if kind in head]
    label = criterion_label(criterion.id, setting.voice)
    name = label if len(label) > 1 else "tiêu chí"
    words = (f"Cộng {name}", f"Tổng điểm {name}", f"Điểm {name}", f"Cộng điểm tiêu chí {criterion.id}")
    total: LogicalRow = {"title": GridCell((words[setting.voice.heads % len(words)],), bold=True)}
    total.update({kind: head[kind] for kind in moved})
    return [{kind: cell for kind, cell in head.items() if kind not in moved}, *items, total]


def in_either_rows(plan: Plan, rng: Random) -> Plan:
    """The plan with the criterion's row above its items' rows, or with its first item in it."""
    if rng.random() < 0.5:
        return replace(plan, arrangement=criterion_then_items)
    return items_only(replace(plan, arrangement=first_item_inline))


def _merged(
    rows: list[LogicalRow], setting: Setting, *, but: tuple[str, ...] = (), also: tuple[str, ...] = ()
) -> list[LogicalRow]:
    """The rows with the label columns of the first merged down over all of them."""
    if len(rows) == 1:
        return rows
    first, *rest = rows
    kinds = [k for k in (*MERGED_DOWN, *also) if k in setting.plan.columns and k not in but]
    top = {**first, **{k: replace(first.get(k) or GridCell(), row_span=len(rows)) for k in kinds}}
    return [top, *({**row, **dict.fromkeys(kinds)} for row in rest)]
