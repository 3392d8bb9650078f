"""From a report and a plan to the blocks of the score table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from corpus.layouts.arrangements import criterion_only
from corpus.layouts.cells import level_cells, own_score_column, proof_of, title_of
from corpus.layouts.headings import heading_rows
from corpus.layouts.listing import listed
from corpus.layouts.plan import FIGURE_COLUMNS, WIDTHS, LogicalRow, Setting
from corpus.layouts.splitting import split_by_hand
from corpus.paper import Block, Grid, GridCell, Line
from corpus.spelling import ROMAN, level_text, maximum_text, plain, score_text
from corpus.truth import TrueCriterion, TrueGroup
from corpus.wording import criterion_label, group_label, title_text

LABELS = ("group", "number", "title")
WIDER = 1.4  # figure columns of an author who writes `72/100` or `7 điểm`


def score_tables(setting: Setting) -> list[Block]:
    """The score table, or one for each group, or the list that stands for it."""
    if setting.plan.listed:
        return listed(setting)
    if setting.plan.overview:
        return [*_overview(setting), *_tables(_without_scores(setting))]
    if setting.plan.conditions_apart:
        return [*_conditions_table(setting), *_tables(_without_conditions(setting))]
    return _tables(setting)


def _tables(setting: Setting) -> list[Block]:
    groups = setting.report.groups
    if not setting.plan.table_per_group:
        spacer: list[LogicalRow] = [{}] if setting.plan.blank_rows else []
        rows = [row for group in groups for row in (*group_rows(group, setting), *spacer)]
        grid = _grid(rows + _end_rows(setting), setting)
        return split_by_hand(grid, setting.rng) if setting.plan.split else [_wrapped(grid, setting)]
    blocks: list[Block] = []
    for group in groups:
        blocks += [Line(""), Line(_caption(group, setting), bold=True)]
        blocks.append(_wrapped(_grid(group_rows(group, setting), setting), setting))
    return blocks


def _caption(group: TrueGroup, setting: Setting) -> str:
    """The line above a group's own table; with total and level where the layout has them there."""
    name = title_text(group.id, group.title, setting.voice, setting.rng)
    if not setting.plan.caption_totals:
        return f"{ROMAN[int(group.id)]}. {name}"
    points = plain(group.score.value) if group.score.value is not None else group.score.text
    level = level_text(group.level, "Mức 3")
    most = plain(group.maximum.value) if group.maximum.value is not None else group.maximum.text
    forms = (
        f"{ROMAN[int(group.id)]}. {name}: {points}/{most} điểm - {level}",
        f"{ROMAN[int(group.id)]}. {name} ({points}/{most} điểm, {level})",
        f"Nhóm {group.id}: {name}. Tổng điểm: {points}/{most}. Mức độ: {group.level}",
        f"{group.id}. Nhóm tiêu chí {group.id} - {name}: đạt {points}/{most} điểm; {level}",
    )
    return forms[setting.voice.heads % len(forms)]


def _conditions_table(setting: Setting) -> list[Block]:
    """The mandatory conditions of all groups, with what is said of each and its evidence."""
    columns = ("number", "title", "answer", "evidence")
    plan = replace(setting.plan, columns=columns, heading="one", index_row=False, nested=False)
    apart = replace(setting, plan=plan)
    rows: list[LogicalRow] = []
    for criterion in (c for group in setting.report.groups for c in group.criteria if c.condition):
        label = criterion_label(criterion.id, setting.voice)
        rows.append(
            {
                "number": GridCell((label if len(label) > 1 else str(len(rows) + 1),), align="center"),
                "title": GridCell((title_of(criterion, apart),)),
                "answer": GridCell((criterion.answer or setting.voice.condition or "Đạt",), align="center"),
                "evidence": proof_of(criterion, apart),
            }
        )
    heads = ("Các điều kiện bắt buộc", "A. ĐIỀU KIỆN BẮT BUỘC", "1. Tiêu chí điều kiện (bắt buộc)")
    second = ("Các tiêu chí chấm điểm", "B. CÁC TIÊU CHÍ CHẤM ĐIỂM", "2. Tiêu chí tính điểm")
    n = setting.voice.heads % len(heads)
    return [Line(heads[n], bold=True), _grid(rows, apart), Line(""), Line(second[n], bold=True)]


def _overview(setting: Setting) -> list[Block]:
    """All criteria with score and level, no items."""
    columns = ("number", "title", "maximum", "score", "level")
    plan = replace(setting.plan, columns=columns, arrangement=criterion_only, overview=False, table_per_group=False)
    heads = ("1. Bảng tổng hợp", "BẢNG TỔNG HỢP ĐIỂM CÁC TIÊU CHÍ", "Tổng hợp kết quả")
    second = ("2. Bảng chi tiết", "BẢNG ĐIỂM THÀNH PHẦN", "Chi tiết điểm thành phần")
    n = setting.voice.heads % len(heads)
    table = _tables(replace(setting, plan=plan))
    return [Line(heads[n], bold=True), *table, Line(""), Line(second[n], bold=True)]


def _without_scores(setting: Setting) -> Setting:
    """For the table behind an overview: what stands there is not said again, but for criteria without items."""
    return replace(setting, plan=replace(setting.plan, criterion_scores=False, totals="none"))


def _without_conditions(setting: Setting) -> Setting:
    groups = tuple(
        replace(group, criteria=tuple(c for c in group.criteria if not c.condition)) for group in setting.report.groups
    )
    return replace(setting, report=replace(setting.report, groups=groups))


def group_rows(group: TrueGroup, setting: Setting) -> list[LogicalRow]:
    """The rows of a group, its total above or below."""
    plan = setting.plan
    twice = [c for c in group.criteria if c.id == setting.report.duplicate]
    rows = [row for criterion in (*group.criteria, *twice) for row in _criterion_rows(criterion, setting)]
    rows += _foreign_rows(group, setting)
    if "group" in plan.columns:
        rows = _beside_group(rows, group, setting)
    bare = plan.table_per_group or "group" in plan.columns
    if plan.totals == "below":
        lead = [] if bare else [_band(group, setting)]
        return [*lead, *rows, _total_row(group, setting)]
    if plan.totals == "above":
        return [_group_row(group, setting), *rows]
    return rows if bare else [_band(group, setting), *rows]


def _beside_group(rows: list[LogicalRow], group: TrueGroup, setting: Setting) -> list[LogicalRow]:
    """The rows with the group's title at their left, merged down over all of them."""
    title = title_text(group.id, group.title, setting.voice, setting.rng)
    text = (f"Nhóm {group.id}. {title}", f"{ROMAN[int(group.id)]}. {title}", title)[setting.voice.heads % 3]
    cell = GridCell((text,), bold=True, row_span=len(rows))
    return [{**row, "group": None if n else cell} for n, row in enumerate(rows)]


def _criterion_rows(criterion: TrueCriterion, setting: Setting) -> list[LogicalRow]:
    """A criterion's rows, with its evidence in a row of its own where the plan has it there."""
    plan = setting.plan
    rows = plan.arrangement(criterion, setting)
    if not plan.evidence_row or not criterion.evidence:
        return rows
    lead = ("Minh chứng:", "Hồ sơ, minh chứng:", "- Minh chứng:", "Minh chứng kèm theo:")[setting.voice.heads % 4]
    first, *others = proof_of(criterion, setting).lines
    cell = GridCell((f"{lead} {first}", *others), column_span=len(plan.columns))
    at = 1 if plan.evidence_row == "under" else len(rows)
    return [*rows[:at], {plan.columns[0]: cell}, *rows[at:]]


def _end_rows(setting: Setting) -> list[LogicalRow]:
    """What closes the only table: the groups' totals where the plan has them there, then the sum of both."""
    groups = setting.report.groups if setting.plan.totals == "end" else ()
    return [*(_total_row(group, setting) for group in groups), *_grand_total(setting)]


def _foreign_rows(group: TrueGroup, setting: Setting) -> list[LogicalRow]:
    """A row with points that is no criterion, where the report has one."""
    if not setting.report.foreign_row or group.id != setting.report.groups[-1].id:
        return []
    number = f"{group.id}.{len(group.criteria) + 1}"
    row: LogicalRow = {
        "number": GridCell((criterion_label(number, setting.voice),), align="center"),
        "title": GridCell((setting.report.foreign_row,)),
        own_score_column(setting): GridCell(("5",), align="center"),
        "evidence": GridCell(("Có hồ sơ kèm theo",)),
    }
    return [{kind: cell for kind, cell in row.items() if kind in setting.plan.columns}]


def _group_row(group: TrueGroup, setting: Setting) -> LogicalRow:
    """The group's title with its maximum, total and level."""
    return {
        "number": GridCell((group_label(group.id, setting.voice),), bold=True, align="center"),
        "title": GridCell((title_text(group.id, group.title, setting.voice, setting.rng),), bold=True),
        **_total_cells(group, setting),
    }


def _total_cells(group: TrueGroup, setting: Setting) -> LogicalRow:
    points = score_text(group.score, setting.voice, group.official_max)
    return {
        "maximum": GridCell((maximum_text(group.maximum, setting.voice),), bold=True, align="center"),
        own_score_column(setting, group.level): GridCell((points,), bold=True, align="center"),
        **level_cells(group.level, setting),
        **({"council": GridCell((points,), bold=True, align="center")} if "council" in setting.plan.columns else {}),
    }


def _total_row(group: TrueGroup, setting: Setting) -> LogicalRow:
    """The closing row of a group: its words span the label columns."""
    roman = ROMAN[int(group.id)]
    words = [f"Cộng điểm Nhóm {roman}", f"Tổng cộng nhóm {group.id}", f"Tổng điểm nhóm {roman}", "Tổng điểm", "Cộng"]
    text = words[setting.voice.heads % len(words)]
    if not setting.plan.table_per_group and "óm" not in text:
        text = f"{text} nhóm {group.id}"
    first = next(k for k in setting.plan.columns if k in LABELS)
    cells = _total_cells(group, setting)
    return {first: GridCell((text,), bold=True, column_span=_label_span(setting), align="center"), **cells}


def _grand_total(setting: Setting) -> list[LogicalRow]:
    """A last row that adds up both groups, which the official table does not ask for."""
    scores = [group.score.value for group in setting.report.groups]
    if not setting.plan.grand_total or setting.plan.scores_by_level or None in scores:
        return []
    points = plain(sum((score for score in scores if score is not None), Decimal(0)))
    first = next(k for k in setting.plan.columns if k in LABELS)
    words = GridCell(("Tổng cộng (nhóm 1 + nhóm 2)",), bold=True, column_span=_label_span(setting))
    cells: LogicalRow = {first: words, own_score_column(setting): GridCell((points,), bold=True, align="center")}
    if "maximum" in setting.plan.columns:
        cells["maximum"] = GridCell(("200",), bold=True, align="center")
    return [cells]


def _label_span(setting: Setting) -> int:
    """How many label columns stand side by side at the table's left."""
    span = 0
    for kind in setting.plan.columns:
        if kind not in (*LABELS, "item"):
            break
        span += 1
    return max(span, 1)


def _band(group: TrueGroup, setting: Setting) -> LogicalRow:
    """A row with only the group's title, over the whole width."""
    title = title_text(group.id, group.title, setting.voice, setting.rng)
    text = f"{group_label(group.id, setting.voice)} {title}"
    return {setting.plan.columns[0]: GridCell((text,), bold=True, column_span=len(setting.plan.columns))}


def _grid(rows: list[LogicalRow], setting: Setting) -> Grid:
    columns = setting.plan.columns
    headings = heading_rows(setting)
    body = [_in_order(row, columns) for row in rows]
    return Grid(
        (*headings, *body),
        tuple(
            WIDTHS[kind] * (WIDER if kind in FIGURE_COLUMNS and setting.voice.long_figures else 1.0) for kind in columns
        ),
        heading_rows=len(headings),
        repeat_heading=setting.plan.repeat_heading,
        whole_rows=setting.plan.whole_rows,
        ruling=setting.plan.ruling,
        row_height=setting.plan.row_height,
        role="score",
    )


def _in_order(row: LogicalRow, columns: tuple[str, ...]) -> tuple[GridCell | None, ...]:
    """The row's cells in the order of the columns; cells under a wide one are covered."""
    cells: list[GridCell | None] = []
    covered = 0
    for kind in columns:
        if covered:
            cells.append(None)
            covered -= 1
            continue
        cell = row.get(kind, GridCell())
        cells.append(cell)
        covered = cell.column_span - 1 if cell else 0
    return tuple(cells)


def _wrapped(grid: Grid, setting: Setting) -> Grid:
    """The grid, inside the only cell of another where the plan says so."""
    if not setting.plan.nested:
        return grid
    return Grid(((GridCell(nested=grid),),), (1.0,), role="frame")
