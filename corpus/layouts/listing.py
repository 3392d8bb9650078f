"""A score table that is written as a list: paragraphs for groups, criteria and items, what belongs to them below."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.layouts.cells import item_of, proof_of
from corpus.layouts.plan import Setting
from corpus.paper import Block, Line
from corpus.spelling import DIGIT_WORDS, ROMAN, level_text, plain, score_text
from corpus.truth import Figure, TrueCriterion, TrueGroup
from corpus.wording import criterion_label, title_text


@dataclass(frozen=True, slots=True)
class Form:
    """How one author writes such a list. `own`, `item`: title, score, maximum in turn; `level` and `proof` with their
    words; `inline`: level and evidence stand behind the score, not in lines below."""

    own: str
    item: str
    level: str
    proof: str
    inline: bool = False


FORMS = {
    "stroke": Form(
        "{label} {title}: {score}/{maximum} điểm", "{title}: {score}/{maximum} điểm", "Mức độ: {}", "Minh chứng: {}"
    ),
    "brackets": Form(
        "{label} {title} ({maximum} điểm): đạt {score} điểm", "{title} – {score} điểm", "mức {}", "(Minh chứng: {})",
        inline=True,
    ),
    "lines": Form(
        "{label} {title} (tối đa {maximum} điểm): tự chấm {score} điểm", "{title}: {score} điểm", "+ Đạt mức {}",
        "+ Minh chứng: {}",
    ),
    "dashes": Form(
        "{label} {title} - {score} điểm", "{title} - {score} điểm", "Mức {}", "Hồ sơ, minh chứng: {}", inline=True
    ),
}  # fmt: skip


def listed(setting: Setting) -> list[Block]:
    """All groups, each with its criteria."""
    return [line for group in setting.report.groups for line in _group_lines(group, setting)]


def _group_lines(group: TrueGroup, setting: Setting) -> list[Block]:
    plan, report = setting.plan, setting.report
    name = title_text(group.id, group.title, setting.voice, setting.rng)
    points = plain(group.score.value) if group.score.value is not None else group.score.text or ""
    head = f"{ROMAN[int(group.id)]}. {name}"
    if plan.totals == "above":
        head = f"{head}: {points}/100 điểm - {level_text(group.level, 'Mức 3')}"
    twice = [c for c in group.criteria if c.id == report.duplicate]
    lines: list[Block] = [Line(head, bold=True)]
    lines += [line for criterion in (*group.criteria, *twice) for line in _criterion_lines(criterion, setting)]
    if report.foreign_row and group.id == report.groups[-1].id:
        lines.append(Line(f"{group.id}.{len(group.criteria) + 1}. {report.foreign_row}: 5 điểm"))
    if plan.totals == "below":
        level = level_text(group.level, "Mức 3")
        lines.append(Line(f"Tổng điểm nhóm {group.id}: {points}/100 điểm - {level}", bold=True))
    return lines


def _criterion_lines(criterion: TrueCriterion, setting: Setting) -> list[Block]:
    """A criterion, its items, its level and evidence."""
    form = FORMS[setting.plan.listed]
    level = form.level.format(criterion.level) if criterion.level else ""
    proofs = [text for text in proof_of(criterion, setting).lines if text]
    first, rest = _head_of(criterion, setting), [] if form.inline else [level]
    if form.inline and level:
        first += f", {level}" if setting.voice.heads % 2 else f"; {level}"
    if proofs and form.inline and len(proofs) == 1:
        joint = " " if form.proof.startswith("(") else ". "
        first += joint + form.proof.format(proofs[0])
    elif proofs:
        rest += [form.proof.removeprefix("(").removesuffix(")").format(proofs[0]), *proofs[1:]]
    items = [_item_line(item_of(i, setting), i.score, i.maximum, setting) for i in criterion.items]
    return [Line(text) for text in (first, *items, *rest) if text]


def _head_of(criterion: TrueCriterion, setting: Setting) -> str:
    """The criterion's own line: with its score, a condition with its answer, or with the title alone."""
    form = FORMS[setting.plan.listed]
    label = criterion_label(criterion.id, setting.voice)
    label = label if label.endswith((".", ")")) else f"{label}."
    title = title_text(criterion.id, criterion.title, setting.voice, setting.rng)
    if criterion.condition:
        answer = criterion.answer or setting.voice.condition or ("Đạt", "Có")[setting.voice.heads % 2]
        return f"{label} {title}: {answer}"
    if criterion.items and not setting.plan.criterion_scores:
        return f"{label} {title}:"
    return _scored(form.own, f"{label} {title}", criterion.score, criterion.maximum, setting)


def _item_line(title: str, score: Figure, maximum: Figure, setting: Setting) -> str:
    return _scored(FORMS[setting.plan.listed].item, title, score, maximum, setting)


def _scored(form: str, title: str, score: Figure | None, maximum: Figure | None, setting: Setting) -> str:
    """A title with its points; what is no number is written as it is, without a unit."""
    if score is None:
        return title
    shown = score_text(score, setting.voice).strip()
    top = plain(maximum.value) if maximum is not None and maximum.value is not None else ""
    text = form.replace("{label} ", "")
    if (shown not in DIGIT_WORDS and not shown.replace(",", "").replace(".", "", 1).isdigit()) or shown.endswith("."):
        text = text.replace("{score}/{maximum} điểm", "{score}").replace("{score} điểm", "{score}")
    return text.format(title=title, score=shown, maximum=top)
