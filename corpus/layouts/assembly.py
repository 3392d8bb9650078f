"""From a report and a plan to the blocks of the score table."""

from __future__ import annotations

from decimal import Decimal

from corpus.layouts.cells import level_cells, own_score_column
from corpus.layouts.plan import WIDTHS, LogicalRow, Setting
from corpus.paper import Block, Grid, GridCell, Line
from corpus.spelling import ROMAN, maximum_text, plain, score_text
from corpus.truth import TrueGroup
from corpus.wording import criterion_label, group_label, head_word, title_text, wordings

FIGURE_COLUMNS = {"maximum", "item_maximum", "score", "item_score", "own_score", "assessed", "difference"}

WIDER = 1.4  # figure columns of an author who writes `72/100` or `7 điểm`


def score_tables(setting: Setting) -> list[Block]:
    """The score table, or one for each group."""
    groups = setting.report.groups
    if not setting.plan.table_per_group:
        rows = [row for group in groups for row in group_rows(group, setting)]
        return [_wrapped(_grid(rows + _grand_total(setting), setting), setting)]
    blocks: list[Block] = []
    for group in groups:
        name = title_text(group.id, group.title, setting.voice, setting.rng)
        blocks += [Line(""), Line(f"{ROMAN[int(group.id)]}. {name}", bold=True)]
        blocks.append(_wrapped(_grid(group_rows(group, setting), setting), setting))
    return blocks


def group_rows(group: TrueGroup, setting: Setting) -> list[LogicalRow]:
    """The rows of a group, its total above or below."""
    plan = setting.plan
    twice = [c for c in group.criteria if c.id == setting.report.duplicate]
    rows = [row for criterion in (*group.criteria, *twice) for row in plan.arrangement(criterion, setting)]
    rows += _foreign_rows(group, setting)
    if plan.totals == "below":
        lead = [] if plan.table_per_group else [_band(group, setting)]
        return [*lead, *rows, _total_row(group, setting)]
    if plan.totals == "above":
        return [_group_row(group, setting), *rows]
    return rows if plan.table_per_group else [_band(group, setting), *rows]


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
    }


def _total_row(group: TrueGroup, setting: Setting) -> LogicalRow:
    """The closing row of a group: its words span the label columns."""
    roman = ROMAN[int(group.id)]
    words = [f"Cộng điểm Nhóm {roman}", f"Tổng cộng nhóm {group.id}", f"Tổng điểm nhóm {roman}", "Tổng điểm", "Cộng"]
    text = words[setting.voice.heads % len(words)]
    if not setting.plan.table_per_group and "óm" not in text:
        text = f"{text} nhóm {group.id}"
    first = next(k for k in setting.plan.columns if k in ("number", "title"))
    cells = _total_cells(group, setting)
    return {first: GridCell((text,), bold=True, column_span=_label_span(setting), align="center"), **cells}


def _grand_total(setting: Setting) -> list[LogicalRow]:
    """A last row that adds up both groups, which the official table does not ask for."""
    scores = [group.score.value for group in setting.report.groups]
    if not setting.plan.grand_total or setting.plan.scores_by_level or None in scores:
        return []
    points = plain(sum((score for score in scores if score is not None), Decimal(0)))
    first = next(k for k in setting.plan.columns if k in ("number", "title"))
    words = GridCell(("Tổng cộng (nhóm 1 + nhóm 2)",), bold=True, column_span=_label_span(setting))
    cells: LogicalRow = {first: words, own_score_column(setting): GridCell((points,), bold=True, align="center")}
    if "maximum" in setting.plan.columns:
        cells["maximum"] = GridCell(("200",), bold=True, align="center")
    return [cells]


def _label_span(setting: Setting) -> int:
    """How many label columns stand side by side at the table's left."""
    span = 0
    for kind in setting.plan.columns:
        if kind not in ("number", "title", "item"):
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
    headings = HEADINGS[setting.plan.heading](setting)
    if setting.plan.index_row and headings:
        form = ("({})", "{}")[setting.voice.heads % 2]
        headings.append(tuple(GridCell((form.format(n),), align="center") for n in range(1, len(columns) + 1)))
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


def _head(kind: str, setting: Setting) -> GridCell:
    ticked = wordings()["heads"]["ticks"]
    text = ticked[int(kind[4]) - 1] if kind.startswith("tick") else head_word(kind, setting.voice)
    return GridCell(tuple(text.split("\n")), bold=True, align="center", broken=True)


def one_heading(setting: Setting) -> list[tuple[GridCell | None, ...]]:
    """One row of headings."""
    return [tuple(_head(kind, setting) for kind in setting.plan.columns)]


def two_headings(setting: Setting) -> list[tuple[GridCell | None, ...]]:
    """Two rows: neighbouring figure columns (or tick columns) share a heading above their own."""
    upper: list[GridCell | None] = []
    lower: list[GridCell | None] = []
    columns = setting.plan.columns
    families = [_family(kind) for kind in columns]
    for n, kind in enumerate(columns):
        family = families[n]
        run = 1
        while family and n + run < len(columns) and families[n + run] == family:
            run += 1
        started = n > 0 and bool(family) and families[n - 1] == family
        if family and (run > 1 or started):
            upper.append(None if started else GridCell((family,), column_span=run, bold=True, align="center"))
            lower.append(_head(kind, setting))
            continue
        cell = _head(kind, setting)
        upper.append(GridCell(cell.lines, row_span=2, bold=True, align="center", broken=True))
        lower.append(None)
    return [tuple(upper), tuple(lower)]


def _family(kind: str) -> str:
    if kind.startswith("tick"):
        return "Mức độ đạt được"
    return "Điểm" if kind in FIGURE_COLUMNS else ""


def no_heading(setting: Setting) -> list[tuple[GridCell | None, ...]]:
    """No heading at all: what a column holds must be told from its cells."""
    del setting
    return []


HEADINGS = {"one": one_heading, "two": two_headings, "none": no_heading}


def _wrapped(grid: Grid, setting: Setting) -> Grid:
    """The grid, inside the only cell of another where the plan says so."""
    if not setting.plan.nested:
        return grid
    return Grid(((GridCell(nested=grid),),), (1.0,), role="frame")
