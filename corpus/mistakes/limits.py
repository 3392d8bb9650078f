"""Scores above the maximum, maxima misprinted, cells that hold no score."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import recriterion, total
from corpus.mistakes.sums import Injured, carried_up, itemised, malleable
from corpus.spelling import plain
from corpus.truth import Expected, Figure, Injector, TrueReport, with_criterion, with_group, with_item

BAD_TEXTS = ["?", "chưa chấm", "3;4", "4-5", "-3", "5,5,5", "1O", "năm sáu"]


def item_over_max(report: TrueReport, rng: Random) -> Injured:
    """One item has more than its maximum; the criterion stays within its own."""
    if not malleable(report):
        return None
    if not report.shape.item_scores:
        return None
    criterion = rng.choice(itemised(report))
    item = rng.choice(criterion.items)
    over = item.official_max + rng.choice([Decimal(1), Decimal(2), Decimal("0.5")])
    room = (criterion.official_max or over) - over
    items = []
    for other in criterion.items:
        score = over if other.id == item.id else min(total([other.score]), room)
        room -= 0 if other.id == item.id else score
        items.append(replace(other, score=Figure(score)))
    report = carried_up(report, recriterion(replace(criterion, items=tuple(items))))
    return report, {Expected("over-max", item.id, "appendix", plain(over), plain(item.official_max))}


def criterion_over_max(report: TrueReport, rng: Random) -> Injured:
    """A criterion without (printed) items has more than its maximum."""
    whole = [
        c
        for g in report.groups
        for c in g.criteria
        if not c.condition and (not c.items or not report.shape.item_scores)
    ]
    if not whole:
        return None
    criterion = rng.choice(whole)
    over = (criterion.official_max or Decimal(0)) + rng.choice([Decimal(1), Decimal(2)])
    carried = carried_up(report, replace(criterion, score=Figure(over)))
    if total([carried.group_of(criterion.id).score]) > 100:
        return None
    return carried, {Expected("over-max", criterion.id, "appendix", plain(over), plain(criterion.official_max or over))}


def wrong_criterion_max(report: TrueReport, rng: Random) -> Injured:
    """A criterion's printed maximum is not the official one."""
    if not report.shape.maxima:
        return None
    criterion = rng.choice([c for g in report.groups for c in g.criteria if not c.condition])
    official = criterion.official_max or Decimal(0)
    wrong = rng.choice([official + 5, official + 10, official - 5 if official > 5 else official + 5])
    report = with_criterion(report, replace(criterion, maximum=Figure(wrong)))
    return report, {Expected("max-points", criterion.id, "appendix", plain(wrong), plain(official))}


def wrong_item_max(report: TrueReport, rng: Random) -> Injured:
    """One item's printed maximum is mistyped, so that the column does not add up."""
    if not (report.shape.item_maxima and report.shape.maxima):
        return None
    item = rng.choice(rng.choice(itemised(report)).items)
    wrong = Decimal(10) if item.official_max == 20 else item.official_max + rng.choice([1, 2, 4])
    report = with_item(report, replace(item, maximum=Figure(wrong)))
    return report, {Expected("max-points", item.id, "appendix", plain(wrong), plain(item.official_max))}


def wrong_group_max(report: TrueReport, rng: Random) -> Injured:
    """A group's maximum is misprinted."""
    if not (report.shape.group_scores and report.shape.maxima):
        return None
    group = rng.choice(report.groups)
    wrong = rng.choice([Decimal(10), Decimal(110), Decimal(90)])
    report = with_group(report, replace(group, maximum=Figure(wrong)))
    return report, {Expected("max-points", group.id, "appendix", plain(wrong), "100")}


def bad_item_score(report: TrueReport, rng: Random) -> Injured:
    """An item's cell holds text that is no score; criterion and total are printed as they are."""
    if not malleable(report):
        return None
    if not report.shape.item_scores or report.shape.layout.startswith("in-cell"):
        return None
    item = rng.choice(rng.choice(itemised(report)).items)
    text = rng.choice(BAD_TEXTS)
    report = with_item(report, replace(item, score=Figure(None, text)))
    return report, {Expected("bad-score", item.id, "appendix", text)}


def bad_criterion_score(report: TrueReport, rng: Random) -> Injured:
    """The cell of 1.4 holds text that is no score."""
    if not malleable(report) or report.shape.layout == "scores-by-level":
        return None
    criterion = report.criterion("1.4")
    text = rng.choice(BAD_TEXTS)
    report = with_criterion(report, replace(criterion, score=Figure(None, text)))
    return report, {Expected("bad-score", criterion.id, "appendix", text)}


LIMITS: tuple[Injector, ...] = (
    item_over_max, criterion_over_max, wrong_criterion_max, wrong_item_max, wrong_group_max,
    bad_item_score, bad_criterion_score,
)  # fmt: skip
