"""docs/ACCURACY.md: what the program finds and what it does not, on a corpus that is used for nothing else."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.contents import contents
from corpus.evaluate import evaluate
from corpus.generate import Order, generate
from corpus.markdown import markdown
from corpus.measure import BATCH_RULES, Judged
from corpus.outcome import FEW, Outcome
from corpus.parts import Part, said
from corpus.trial import Trial
from extract import __version__
from rules import catalogue

UNREAD = (
    "scans, photos and tables pasted as pictures: there is no text to read, and the file is reported as `unreadable`",
    "archives and mail: reported as `unreadable`",
    "PDF whose letters have no known characters: what comes out of it is no text, and nothing is found in it",
)


def accuracy(trial: Trial, keep: Path | None = None) -> str:
    """The page for a corpus that is generated for it and thrown away."""
    with tempfile.TemporaryDirectory(prefix="corpus-accuracy-") as scratch:
        generate(Order(Path(scratch), trial.count, trial.seed, trial.formats))
        return page(evaluate(Path(scratch), keep), trial)


def page(outcome: Outcome, trial: Trial) -> str:
    """The page: what was measured and how, what is not found, then all that the evaluation prints."""
    first, *rest = contents(outcome)
    parts = [
        Part("How right doisoat is", lines=_measured(outcome, trial)),
        Part("Tóm tắt", lines=_in_vietnamese(outcome)),
        replace(first, title="In short"),
        Part("What doisoat does not find", lines=tuple(not_found(outcome))),
        *rest,
    ]
    return markdown(parts)


def _measured(outcome: Outcome, trial: Trial) -> tuple[str, ...]:
    forms = Counter(about.format for about in outcome.abouts)
    layouts = {about.layout for about in outcome.abouts}
    return (
        f"Written by `{trial.command}` (doisoat {__version__}, seed {trial.seed}, {len(outcome.abouts)} reports), "
        "never by hand.",
        f"The reports are invented, not real: {len(layouts)} layouts, in the formats "
        f"{', '.join(f'{form} ({forms[form]})' for form in sorted(forms))}. Real reports hold what nobody thought of "
        "when inventing, so expect less on them, and look yourself at what matters.",
        "Formats: `docx` plain, `docx-word` and `docx-lo` as Word and LibreOffice structure them, `pdf` by "
        "LibreOffice, `pdf2` by another producer, `txt` as pasted from a web page.",
        "A finding is right only where rule and criterion are: one too many counts like one too few. Intervals are "
        f"exact (Clopper–Pearson, 95 %). Fewer than {FEW} cases are marked: there the interval says more than "
        "the share.",
        "A file that is named below can be made again: generate with this seed, count and formats.",
    )


def _in_vietnamese(outcome: Outcome) -> tuple[str, ...]:
    alarms, clean, recall = len(outcome.alarms), outcome.clean, outcome.findings.recall
    missed = recall.all - recall.right
    return (
        f"Đo trên {len(outcome.abouts)} báo cáo tự tạo, có lỗi biết trước, không phải báo cáo thật; với báo cáo thật, "
        "kết quả có thể kém hơn.",
        f"Tìm thấy {recall.right} trên {recall.all} lỗi đã cài; bỏ sót {missed}.",
        f"Báo nhầm: {alarms} lỗi hoặc cảnh báo trên {clean} báo cáo đúng.",
        f"Đọc đúng {outcome.figures.right} trên {outcome.figures.all} con số của bảng điểm.",
        "Mục “What doisoat does not find” dưới đây kể những gì chương trình không tìm thấy hoặc chưa được thử.",
    )


def not_found(outcome: Outcome) -> Iterable[str]:
    """What a careful user must look at: missed, never tried, hardly tried, not read."""
    missed = [j for j in outcome.judged if j.verdict == "missed"]
    for rule, count in sorted(Counter(j.rule for j in missed).items()):
        mine = [j for j in missed if j.rule == rule]
        files = ", ".join(dict.fromkeys(j.about.file for j in mine[:6]))
        yield f"`{rule}`: {count} missed, in reports with {_made_by(mine)} ({files}{' …' if count > 6 else ''})"
    if not missed:
        yield "Of the discrepancies of this corpus, none was missed."
    yield from _untried(outcome)
    yield from _weak(outcome)
    yield from (f"Not read: {form}." for form in UNREAD)
    yield "Figures that the criterion set does not give (levels of single criteria) are not checked against anything."


def _made_by(judged: Sequence[Judged]) -> str:
    """The mistakes that the reports have."""
    tags = {tag.removeprefix("mistake: ") for j in judged for tag in j.about.tags if tag.startswith("mistake: ")}
    return ", ".join(sorted(tags)) or "no named mistake"


def _untried(outcome: Outcome) -> Iterable[str]:
    """Rules without a case, and those with few."""
    cases = Counter(j.rule for j in outcome.judged if j.verdict != "false")
    never = [rule for rule in catalogue.entries() if not cases[rule]]
    alone = [rule for rule in never if rule not in BATCH_RULES]
    batch = [rule for rule in never if rule in BATCH_RULES]
    if alone:
        yield f"Never tried here, so nothing is known of them: {_named(alone)}."
    if batch:
        yield f"Not judged here, as they compare reports with one another or with a list: {_named(batch)}."
    found = Counter(j.rule for j in outcome.judged if j.verdict == "found")
    hardly = [f"`{rule}` ({found[rule]} of {cases[rule]} found)" for rule in sorted(cases) if 0 < cases[rule] < FEW]
    if hardly:
        yield f"Tried on fewer than {FEW} cases, so the true share may be far lower: {', '.join(hardly)}."


def _named(rules: Iterable[str]) -> str:
    return ", ".join(f"`{rule}`" for rule in rules)


def _weak(outcome: Outcome) -> Iterable[str]:
    """Layouts and fields in which something was misread."""
    wrong = {name: share for name, share in outcome.shares["layout"].items() if share.right < share.all}
    for name, share in sorted(wrong.items(), key=lambda pair: pair[1].value or 0):
        yield f"Figures misread in the layout {name}: {share.all - share.right} of {share.all}."
    for name, share in outcome.shares["field"].items():
        if share.right < share.all and not name.startswith(("group", "criterion", "item")):
            yield f"Read right of {name}: {said(share)}."
