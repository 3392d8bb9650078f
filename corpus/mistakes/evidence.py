"""Conditions not met, points without evidence, points for what the text denies."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.figures import total
from corpus.mistakes.choosing import Injured, deeds_of, evidence_of, is_free, take
from corpus.mistakes.citing import free_deed
from corpus.mistakes.denials import WHOLE, deniable, denial_of, denial_of_whole
from corpus.truth import Evidence, Expected, Injector, Told, TrueCriterion, TrueReport, with_criterion

NO_WORDS = ["Chưa có", "Chưa thực hiện", "Không có", "Chưa triển khai", "Không", "Chưa đạt", "Chưa ban hành"]
NO_EVIDENCE = ["Chưa có", "Chưa thực hiện", "Không có", "Chưa ban hành", "Đang cập nhật"]
PLACEHOLDERS = ["…", "-", "[CẦN BỔ SUNG]", "...", "(bổ sung sau)", "Đang cập nhật"]
CONDITION_DEEDS = {
    "1.1": ("plan_online", "year_plan"),
    "1.2": ("rules_online",),
    "2.1": ("committee", "committee_rules"),
    "2.2": ("plan_ict",),
}


def _changeable(report: TrueReport) -> list[TrueCriterion]:
    """Criteria whose evidence may go: neither they nor the documents cited there are spoken for."""
    return [
        c
        for g in report.groups
        for c in g.criteria
        if is_free(report, c.id, evidence_of(c.id), *deeds_of(c), *CONDITION_DEEDS.get(c.id, ()))
        if all(free_deed(report, report.deed(key)) for key in (*deeds_of(c), *CONDITION_DEEDS.get(c.id, ())))
    ]


def _emptied(report: TrueReport, criterion: TrueCriterion, evidence: tuple[Evidence, ...], answer: str) -> TrueReport:
    """The report with this evidence instead, the text silent on what it was, so that nothing else hangs on it."""
    keys = {*deeds_of(criterion), *CONDITION_DEEDS.get(criterion.id, ())}
    told = tuple(t for t in report.told if not (t.mention and t.mention.deed in keys))
    changed = replace(criterion, evidence=evidence, answer=answer or criterion.answer)
    report = with_criterion(replace(report, told=told), changed)
    return take(report, criterion.id, evidence_of(criterion.id), *keys)


def condition_says_no(report: TrueReport, rng: Random) -> Injured:
    """A mandatory criterion says that it is not met, where others say that they are."""
    conditions = [c for c in _changeable(report) if c.condition]
    if not conditions:
        return None
    criterion, word = rng.choice(conditions), rng.choice(NO_WORDS)
    report = _emptied(report, criterion, (), word)
    return report, {Expected("missing-condition", criterion.id, "appendix", word)}


def condition_evidence_says_no(report: TrueReport, rng: Random) -> Injured:
    """A mandatory criterion's evidence cell says that there is nothing."""
    conditions = [c for c in _changeable(report) if c.condition and report.shape.evidence]
    if not conditions:
        return None
    criterion, word = rng.choice(conditions), rng.choice(NO_EVIDENCE)
    report = _emptied(report, criterion, (word,), " ")
    return report, {Expected("missing-condition", criterion.id, "appendix")}


def condition_without_evidence(report: TrueReport, rng: Random) -> Injured:
    """A mandatory criterion's evidence cell is empty in a report that fills it elsewhere."""
    conditions = [c for c in _changeable(report) if c.condition and report.shape.evidence]
    if not conditions:
        return None
    criterion = rng.choice(conditions)
    return _emptied(report, criterion, (), ""), {Expected("missing-condition", criterion.id)}


def _unproved(report: TrueReport, rng: Random, evidence: tuple[Evidence, ...]) -> Injured:
    scored = [c for c in _changeable(report) if total([c.score]) > 0 and report.shape.evidence]
    if not scored:
        return None
    criterion = rng.choice(scored)
    return _emptied(report, criterion, evidence, ""), {Expected("missing-evidence", criterion.id)}


def points_without_evidence(report: TrueReport, rng: Random) -> Injured:
    """Points are claimed and the evidence cell is empty, in a report that fills it elsewhere."""
    return _unproved(report, rng, ())


def placeholder_for_evidence(report: TrueReport, rng: Random) -> Injured:
    """Points are claimed and the evidence cell holds what a form leaves standing."""
    return _unproved(report, rng, (rng.choice(PLACEHOLDERS),))


def evidence_column_empty(report: TrueReport, rng: Random) -> Injured:
    """No criterion has evidence: one word on the whole report."""
    del rng
    rows = [c for g in report.groups for c in g.criteria]
    if not report.shape.evidence or not is_free(report, *(evidence_of(c.id) for c in rows), *(c.id for c in rows)):
        return None
    for criterion in rows:
        report = with_criterion(report, replace(criterion, evidence=()))
    return take(report, *(evidence_of(c.id) for c in rows)), {Expected("missing-evidence", "")}


def _contradicted(report: TrueReport, criterion: str, sentence: str, rng: Random) -> Injured:
    part = rng.choice(["weak", "weak", "done"])
    report = take(replace(report, told=(*report.told, Told(part, sentence))), criterion, evidence_of(criterion))
    return report, {Expected("narrative-contradiction", criterion, "appendix", other="text")}


def _denied_item(report: TrueReport, rng: Random, *, long: bool) -> Injured:
    if not report.shape.item_scores:
        return None  # of an item without a score of its own nobody can say that it has points
    items = [i for i in deniable(report) if total([i.score]) > 0 and is_free(report, i.id[:3])]
    if not items:
        return None
    item = rng.choice(items)
    return _contradicted(report, item.id[:3], denial_of(item.id, report, rng, long=long), rng)


def points_for_what_is_denied(report: TrueReport, rng: Random) -> Injured:
    """The text says that a thing is not there, and its item has points."""
    return _denied_item(report, rng, long=False)


def denial_in_a_long_sentence(report: TrueReport, rng: Random) -> Injured:
    """The same, the denial standing amid much that is not denied."""
    return _denied_item(report, rng, long=True)


def whole_criterion_denied(report: TrueReport, rng: Random) -> Injured:
    """The text says that there is nothing of what a criterion asks for, and it has points."""
    rows = [c for g in report.groups for c in g.criteria if c.id in WHOLE]
    scored = [c for c in rows if total([c.score]) > 0 and is_free(report, c.id)]
    if not scored:
        return None
    criterion = rng.choice(scored)
    return _contradicted(report, criterion.id, denial_of_whole(criterion, report, rng), rng)


EVIDENCE: tuple[Injector, ...] = (
    condition_says_no, condition_evidence_says_no, condition_without_evidence, points_without_evidence,
    placeholder_for_evidence, evidence_column_empty, points_for_what_is_denied, denial_in_a_long_sentence,
    whole_criterion_denied,
)  # fmt: skip
