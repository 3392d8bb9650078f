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
    with_item,
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


def malleable(report: TrueReport) -> bool:
    """No sentence of the report and no other mistake hangs on a single item's score."""
    return not report.mistakes and "zero_with_denial" not in report.traps


def mistyped_item(report: TrueReport, rng: Random) -> Injured:
    """One item's score is mistyped; the criterion's own score and the total are right."""
    if not (report.shape.criterion_scores and report.shape.item_scores and malleable(report)):
        return None
    criterion = rng.choice(itemised(report))
    item = rng.choice(criterion.items)
    wrong = total([item.score]) + rng.choice([-2, -1, 1, 2])
    if not 0 <= wrong <= item.official_max:
        return None
    printed, summed = total([criterion.score]), total([i.score for i in criterion.items]) - total([item.score]) + wrong
    report = with_item(report, replace(item, score=Figure(wrong)))
    return report, {Expected("item-sum", criterion.id, "appendix", plain(printed), plain(summed))}


def two_slips_that_cancel(report: TrueReport, rng: Random) -> Injured:
    """Two criteria are added up wrongly, one up, one down: the total is right, both criteria are not."""
    if not (report.shape.criterion_scores and report.shape.item_scores):
        return None
    group = rng.choice(report.groups)
    first, second = rng.sample([c for c in group.criteria if c.items], 2)
    step = Decimal(rng.choice([1, 2]))
    up, down = total([first.score]) + step, total([second.score]) - step
    if down < 0 or up > (first.official_max or up):
        return None
    for criterion, wrong in ((first, up), (second, down)):
        report = with_criterion(report, relevel(replace(criterion, score=Figure(wrong))))
    return report, {Expected("item-sum", c.id, "appendix") for c in (first, second)}


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


SUMS: tuple[Injector, ...] = (wrong_item_sum, mistyped_item, two_slips_that_cancel, wrong_group_sum)
