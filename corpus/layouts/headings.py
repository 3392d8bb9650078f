"""The heading rows of a score table."""

from __future__ import annotations

from corpus.layouts.plan import FIGURE_COLUMNS, Setting
from corpus.paper import GridCell
from corpus.wording import head_word, wordings

TITLES = ("BẢNG TỰ CHẤM ĐIỂM", "Bảng tự đánh giá mức độ chuyển đổi số", "KẾT QUẢ TỰ ĐÁNH GIÁ CÁC TIÊU CHÍ")


def _head(kind: str, setting: Setting) -> GridCell:
    ticked = wordings()["heads"]["ticks"]
    text = (
        ticked[int(kind[4]) - 1]
        if kind.startswith("tick")
        else head_word(kind, setting.voice, beside="note" in setting.plan.columns)
    )
    return GridCell(tuple(text.split("\n")), bold=True, align="center", broken=True)


def heading_rows(setting: Setting) -> list[tuple[GridCell | None, ...]]:
    """All rows above the first that scores something."""
    plan, columns = setting.plan, setting.plan.columns
    rows = HEADINGS[plan.heading](setting)
    if plan.title_row and rows:
        title = TITLES[setting.voice.heads % len(TITLES)]
        cell = GridCell((title,), column_span=len(columns), bold=True, align="center")
        rows.insert(0, (cell, *[None] * (len(columns) - 1)))
    if plan.index_row and rows:
        form = ("({})", "{}")[setting.voice.heads % 2]
        rows.append(tuple(GridCell((form.format(n),), align="center") for n in range(1, len(columns) + 1)))
    return rows


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
