"""Single cells of the score table, worded by the author's habits."""

from __future__ import annotations

from dataclasses import replace

from corpus.layouts.plan import LogicalRow, Setting
from corpus.paper import GridCell
from corpus.spelling import citation_text, level_text, maximum_text, plain, score_text
from corpus.truth import Evidence, TrueCriterion, TrueItem
from corpus.wording import criterion_label, item_label, title_text, wordings


def title_of(criterion: TrueCriterion, setting: Setting) -> str:
    """A criterion's title; with its label in front where there is no column for it but the author still numbers."""
    text = title_text(criterion.id, criterion.title, setting.voice, setting.rng)
    text = _with_maximum(text, criterion, setting)
    if not setting.plan.shape.numbers and setting.voice.heads % 2:
        return f"{criterion_label(criterion.id, setting.voice)} {text}"
    return text


def _with_maximum(text: str, scored: TrueItem | TrueCriterion, setting: Setting) -> str:
    """The title with its maximum in brackets, where the layout has it there."""
    if not setting.plan.maxima_in_titles or scored.maximum is None or scored.maximum.value is None:
        return text
    forms = ("{} ({} điểm)", "{} (tối đa {} điểm)", "{} ({}đ)", "{} (Điểm tối đa: {})")
    return forms[setting.voice.heads % len(forms)].format(text, plain(scored.maximum.value))


def item_of(item: TrueItem, setting: Setting, *, marked: bool = True) -> str:
    """An item's wording with the author's mark before it."""
    text = _with_maximum(title_text(item.id, item.title, setting.voice, setting.rng), item, setting)
    mark = item_label(item.id, setting.voice) if marked else ""
    return f"{mark} {text}" if mark else text


def score_of(scored: TrueItem | TrueCriterion, setting: Setting) -> GridCell:
    """A score's cell."""
    if scored.score is None:
        return GridCell()
    maximum = scored.maximum.value if scored.maximum else None
    return GridCell((score_text(scored.score, setting.voice, maximum),), align="center")


def maximum_of(scored: TrueItem | TrueCriterion, setting: Setting) -> GridCell:
    """A printed maximum's cell."""
    if scored.maximum is None:
        return GridCell()
    return GridCell((maximum_text(scored.maximum, setting.voice),), align="center")


def evidence_of(evidence: tuple[Evidence, ...], setting: Setting) -> GridCell:
    """The evidence cell: a line a document or remark, sometimes all in one line."""
    report, voice = setting.report, setting.voice
    lines = [part if isinstance(part, str) else citation_text(report.deed(part.deed), part, voice) for part in evidence]
    if len(lines) > 1 and voice.heads % 3 == 0:
        lines = ["; ".join(lines)]
    elif len(lines) > 1 and voice.heads % 3 == 1:
        lines = [line if line.startswith("-") else f"- {line}" for line in lines]
    return GridCell(tuple(lines) or ("",))


def proof_of(criterion: TrueCriterion, setting: Setting) -> GridCell:
    """A criterion's evidence; where the plan wants it long, with remarks for a page and more."""
    cell = evidence_of(criterion.evidence, setting)
    rests_on_it = f"evidence {criterion.id}" in setting.report.taken  # a mistake says there what it must say alone
    if criterion.id != setting.plan.long_evidence or not criterion.evidence or rests_on_it:
        return cell
    remarks = wordings()["remarks"]
    count = setting.rng.randint(8, 26)
    return replace(cell, lines=(*cell.lines, *(f"- {remarks[n % len(remarks)]}" for n in range(count))))


def level_cells(level: int | None, setting: Setting) -> LogicalRow:
    """The level, as text or as a mark in one of three columns."""
    columns = setting.plan.columns
    if level is None:
        return {}
    if "level" in columns:
        return {"level": GridCell((level_text(level, setting.voice.level),), align="center")}
    if setting.plan.scores_by_level:
        return {}  # the score that is put there says it
    if "tick1" in columns:
        return {f"tick{level}": GridCell((("x", "X", "✓")[setting.voice.heads % 3],), align="center")}
    return {}


def own_score_column(setting: Setting, level: int | None = None) -> str:
    """The column in which criteria and groups have their points; that of the level where scores are put by level."""
    if setting.plan.scores_by_level:
        return f"tick{level or 1}"
    return "own_score" if "own_score" in setting.plan.columns else "score"


def item_score_column(setting: Setting) -> str:
    """The column in which items have their points."""
    return "item_score" if "item_score" in setting.plan.columns else "score"


def item_maximum_column(setting: Setting) -> str:
    """The column in which items have their maxima."""
    return "item_maximum" if "item_maximum" in setting.plan.columns else "maximum"


def label_of(criterion: TrueCriterion, setting: Setting) -> GridCell:
    """The number column's cell; some let the word processor count."""
    text, counted = criterion_label(criterion.id, setting.voice), ""
    if setting.voice.automatic_lists and setting.voice.criterion_label in ("1.3", "1.3.", "3"):
        group, end = criterion.id[0], "." if setting.voice.criterion_label == "1.3." else ""
        counted = f"{group}.%1{end}" if setting.voice.criterion_label != "3" else ("%1" if group == "1" else "%1 ")
    return GridCell((text,), align="center", counted=counted)


def beside_cells(scored: TrueItem | TrueCriterion, setting: Setting) -> LogicalRow:
    """What stands beside the school's own score: other people's scores, last year's, a percentage, a remark."""
    if scored.score is None or scored.score.value is None:
        return {}
    columns, cells = setting.plan.columns, _assessed(scored, setting)
    if "council" in columns and setting.voice.heads % 4:
        cells["council"] = score_of(scored, setting)
    if "last_year" in columns:
        before = max(0, int(scored.score.value) - setting.rng.randint(0, 4))
        cells["last_year"] = GridCell((str(before),), align="center")
    if "percent" in columns and scored.official_max:
        share = round(scored.score.value * 100 / scored.official_max)
        cells["percent"] = GridCell((f"{share}%" if setting.voice.heads % 2 else str(share),), align="center")
    if "note" in columns and setting.rng.random() < 0.35:
        cells["note"] = GridCell((setting.rng.choice(wordings()["notes"]),))
    return cells


def _assessed(scored: TrueItem | TrueCriterion, setting: Setting) -> LogicalRow:
    """The assessor's score: often the same, sometimes lower, blank where none is yet."""
    columns, rng = setting.plan.columns, setting.rng
    if "assessed" not in columns or scored.score is None or scored.score.value is None or setting.voice.heads % 3 == 0:
        return {}
    own = int(scored.score.value)
    lowered = own if rng.random() < 0.8 else max(0, own - rng.randint(1, 3))
    cells: LogicalRow = {"assessed": GridCell((str(lowered),), align="center")}
    if "difference" in columns:
        cells["difference"] = GridCell((str(lowered - own),), align="center")
    if "reassessed" in columns and setting.voice.heads % 3 == 1:
        cells["reassessed"] = GridCell((str(lowered),), align="center")
    return cells
