"""Slips of adding up and of copying totals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import regroup, relevel, total
from corpus.official import group_level
from corpus.spelling import plain
from corpus.truth import (
    Expected,
    Figure,
    Injector,
    TrueCriterion,
    TrueReport,
    with_criterion,
    with_group,
    with_statements,
)

Injured = tuple[TrueReport, set[Expected]] | None


def carried_up(report: TrueReport, criterion: TrueCriterion) -> TrueReport:
    """The report with a criterion exchanged, its group's total and all statements following from it."""
    report = with_criterion(report, relevel(criterion))
    group = regroup(report.group_of(criterion.id))
    return with_statements(with_group(report, group), group.id, group.score.value, group.level)


def itemised(report: TrueReport) -> list[TrueCriterion]:
    """Criteria with items."""
    return [c for group in report.groups for c in group.criteria if c.items]


def wrong_item_sum(report: TrueReport, rng: Random) -> Injured:
    """A criterion's own score is not the sum of its items; the totals add up what is printed."""
    if not (report.shape.criterion_scores and report.shape.item_scores):
        return None
    criterion = rng.choice(itemised(report))
    right = total([item.score for item in criterion.items])
    wrong = right + rng.choice([-2, -1, 1, 2])
    if criterion.official_max is None or not 0 <= wrong <= criterion.official_max:
        return None
    report = carried_up(report, replace(criterion, score=Figure(wrong)))
    return report, {Expected("item-sum", criterion.id, "appendix", plain(wrong), plain(right))}


def wrong_group_sum(report: TrueReport, rng: Random) -> Injured:
    """A group's total is wrong, everywhere alike."""
    if not report.shape.group_scores:
        return None
    group = rng.choice(report.groups)
    right = total([group.score])
    wrong = right + rng.choice([Decimal(n) for n in (-10, -5, -2, -1, 1, 2, 5, 10)])
    if not 0 <= wrong <= 100:
        return None
    changed = replace(group, score=Figure(wrong), level=group_level(wrong))
    report = with_statements(with_group(report, changed), group.id, wrong, changed.level)
    return report, {Expected("group-sum", group.id, "appendix", plain(wrong), plain(right))}


SUMS: tuple[Injector, ...] = (wrong_item_sum, wrong_group_sum)
