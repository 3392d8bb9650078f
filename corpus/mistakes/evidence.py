"""Conditions not met, points without evidence, points for what the text denies."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.figures import total
from corpus.mistakes.denials import deniable, denial_of
from corpus.mistakes.sums import Injured
from corpus.truth import Expected, Injector, Mention, Told, TrueCriterion, TrueReport, with_criterion

NO_WORDS = ["Chưa có", "Chưa thực hiện", "Không có", "Chưa triển khai", "Không", "Chưa đạt"]
CONDITION_DEEDS = {
    "1.1": ("plan_online", "year_plan"),
    "1.2": ("rules_online",),
    "2.1": ("committee", "committee_rules"),
    "2.2": ("plan_ict",),
}


def _conditions(report: TrueReport) -> list[TrueCriterion]:
    return [c for g in report.groups for c in g.criteria if c.condition]


def _silent_on(report: TrueReport, criterion: str) -> TrueReport:
    """The report with the text not citing what the condition asks for."""
    keys = CONDITION_DEEDS[criterion]
    return replace(report, told=tuple(t for t in report.told if not (t.mention and t.mention.deed in keys)))


def condition_says_no(report: TrueReport, rng: Random) -> Injured:
    """A mandatory criterion says that it is not met, in its answer or in its evidence cell."""
    criterion = rng.choice(_conditions(report))
    word = rng.choice(NO_WORDS)
    report = _silent_on(report, criterion.id)
    if report.shape.evidence and rng.random() < 0.4:
        changed = replace(criterion, answer=" ", evidence=(word if word != "Không" else "Chưa ban hành",))
    else:
        changed = replace(criterion, answer=word, evidence=())
    return with_criterion(report, changed), {Expected("missing-condition", criterion.id, "appendix", word)}


def condition_without_evidence(report: TrueReport, rng: Random) -> Injured:
    """A mandatory criterion's evidence cell is empty in a report that fills it elsewhere."""
    if not report.shape.evidence:
        return None
    criterion = rng.choice(_conditions(report))
    report = with_criterion(_silent_on(report, criterion.id), replace(criterion, evidence=()))
    return report, {Expected("missing-condition", criterion.id)}


def points_without_evidence(report: TrueReport, rng: Random) -> Injured:
    """Points are claimed and the evidence cell is empty, in a report that fills it elsewhere."""
    if not report.shape.evidence:
        return None
    scored = [c for g in report.groups for c in g.criteria if total([c.score]) > 0]
    criterion = rng.choice(scored)
    # the document stays out of the text too, so that nothing else hangs on it
    keys = {part.deed for part in criterion.evidence if isinstance(part, Mention)}
    told = tuple(t for t in report.told if not (t.mention and t.mention.deed in keys))
    report = with_criterion(replace(report, told=told), replace(criterion, evidence=()))
    return report, {Expected("missing-evidence", criterion.id)}


def points_for_what_is_denied(report: TrueReport, rng: Random) -> Injured:
    """The text says that a thing is not there, and its item has points."""
    if not report.shape.item_scores:
        return None
    items = [item for item in deniable(report) if total([item.score]) > 0]
    if not items:
        return None
    item = rng.choice(items)
    report = replace(report, told=(*report.told, Told("weak", denial_of(item.id, report, rng))))
    return report, {Expected("narrative-contradiction", item.id, "text", or_criteria=(item.id[:3],))}


EVIDENCE: tuple[Injector, ...] = (
    condition_says_no, condition_without_evidence, points_without_evidence, points_for_what_is_denied,
    points_for_what_is_denied,
)  # fmt: skip
