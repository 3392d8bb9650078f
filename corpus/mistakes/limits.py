"""Scores above the maximum, maxima misprinted, cells that hold no score."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import HALF, recriterion, total
from corpus.mistakes.choosing import (
    Injured,
    carried_up,
    free_criteria,
    free_groups,
    free_itemised,
    scored_whole,
    take,
    take_figures,
)
from corpus.spelling import plain
from corpus.truth import (
    Expected,
    Figure,
    Injector,
    TrueCriterion,
    TrueItem,
    TrueReport,
    with_criterion,
    with_group,
    with_item,
)

WORDS = ["?", "chưa chấm", "năm sáu", "tạm tính"]
SEVERAL = ["3;4", "4-5", "5,5,5"]
NEGATIVE = ["-3", "-1", "-2,5"]
LETTERS = ["1O", "l0", "O5"]


def _items(report: TrueReport) -> list[TrueItem]:
    """Items with a score of their own in a cell of their own."""
    if not report.shape.item_scores:
        return []
    return [item for criterion in free_itemised(report) for item in criterion.items]


def _over(report: TrueReport, item: TrueItem, over: Decimal) -> Injured:
    """The item with more than its maximum; the criterion stays within its own, all sums follow."""
    criterion = report.criterion(item.id[:3])
    room = (criterion.official_max or over) - over
    items = []
    for other in criterion.items:
        score = over if other.id == item.id else min(total([other.score]), room)
        room -= 0 if other.id == item.id else score
        items.append(replace(other, score=Figure(score)))
    report = carried_up(report, recriterion(replace(criterion, items=tuple(items))))
    expected = Expected("over-max", item.id, "appendix", plain(over), plain(item.official_max))
    return take_figures(report, criterion.id), {expected}


def item_over_max(report: TrueReport, rng: Random) -> Injured:
    """One item has more than its maximum."""
    items = _items(report)
    return _over(report, item := rng.choice(items), item.official_max + rng.choice([1, 2, 4])) if items else None


def item_over_max_by_half(report: TrueReport, rng: Random) -> Injured:
    """One item has half a point more than its maximum."""
    items = _items(report)
    return _over(report, item := rng.choice(items), item.official_max + HALF) if items else None


def criterion_over_max(report: TrueReport, rng: Random) -> Injured:
    """A criterion without (printed) items has more than its maximum."""
    whole = scored_whole(report)
    if not whole:
        return None
    criterion = rng.choice(whole)
    over = (criterion.official_max or Decimal(0)) + rng.choice([HALF, Decimal(1), Decimal(2)])
    carried = carried_up(report, replace(criterion, score=Figure(over)))
    if total([carried.group_of(criterion.id).score]) > 100:
        return None
    expected = Expected("over-max", criterion.id, "appendix", plain(over), plain(criterion.official_max or over))
    return take_figures(carried, criterion.id), {expected}


def _with_maximum(report: TrueReport, criterion: TrueCriterion, wrong: Decimal) -> TrueReport:
    return take_figures(with_criterion(report, replace(criterion, maximum=Figure(wrong))), criterion.id)


def _misprinted(where: TrueCriterion | TrueItem, wrong: Decimal) -> Expected:
    return Expected("max-points", where.id, "appendix", plain(wrong), plain(where.official_max or wrong))


def wrong_criterion_max(report: TrueReport, rng: Random) -> Injured:
    """A criterion's printed maximum is not the official one."""
    criteria = free_criteria(report)
    if not report.shape.maxima or not criteria:
        return None
    criterion = rng.choice(criteria)
    official = criterion.official_max or Decimal(0)
    wrong = rng.choice([official + 5, official + 10, official / 2, official * 10, official + 1])
    return _with_maximum(report, criterion, wrong), {_misprinted(criterion, wrong)}


def maxima_swapped(report: TrueReport, rng: Random) -> Injured:
    """Two criteria have each other's maximum printed: both are wrong."""
    groups = free_groups(report)
    if not report.shape.maxima or not groups:
        return None
    scored = [c for c in rng.choice(groups).criteria if not c.condition]
    first, second = rng.sample(scored, 2)
    if None in (first.official_max, second.official_max) or first.official_max == second.official_max:
        return None
    new = {first.id: second.official_max or Decimal(0), second.id: first.official_max or Decimal(0)}
    for criterion in (first, second):
        report = _with_maximum(report, criterion, new[criterion.id])
    return report, {_misprinted(criterion, new[criterion.id]) for criterion in (first, second)}


def score_and_maximum_swapped(report: TrueReport, rng: Random) -> Injured:
    """Score and maximum stand in each other's cell, and the totals add up what stands there: the maximum is wrong."""
    whole = [c for c in scored_whole(report) if report.shape.maxima and total([c.score]) not in (0, c.official_max)]
    if not whole or report.shape.layout == "scores-by-level":
        return None
    criterion = rng.choice(whole)
    wrong = total([criterion.score])
    swapped = replace(criterion, maximum=Figure(wrong), score=Figure(criterion.official_max))
    report = take_figures(carried_up(report, swapped), criterion.id)
    return report, {_misprinted(criterion, wrong)}


def wrong_item_max(report: TrueReport, rng: Random) -> Injured:
    """An item's printed maximum is not the official one: 10 instead of 20."""
    items = [item for criterion in free_itemised(report) for item in criterion.items]
    if not report.shape.item_maxima or not items:
        return None
    item = rng.choice(items)
    wrong = Decimal(10) if item.official_max == 20 else item.official_max + rng.choice([1, 2, 4])
    report = take_figures(with_item(report, replace(item, maximum=Figure(wrong))), item.id[:3])
    return report, {_misprinted(item, wrong)}


def wrong_group_max(report: TrueReport, rng: Random) -> Injured:
    """A group's maximum is misprinted."""
    groups = free_groups(report)
    if not (report.shape.group_scores and report.shape.maxima and groups):
        return None
    group = rng.choice(groups)
    wrong = rng.choice([Decimal(10), Decimal(110), Decimal(90)])
    report = take(with_group(report, replace(group, maximum=Figure(wrong))), group.id)
    return report, {Expected("max-points", group.id, "appendix", plain(wrong), "100")}


def _bad(report: TrueReport, rng: Random, texts: list[str]) -> Injured:
    """An item's or a criterion's cell holds a text that is no score; all else is printed as it was."""
    items = [] if report.shape.layout.startswith("in-cell") else _items(report)
    whole = [] if report.shape.layout == "scores-by-level" else scored_whole(report)
    if not items and not whole:
        return None
    text = rng.choice(texts)
    if items and (not whole or rng.random() < 0.6):
        item = rng.choice(items)
        report, where = with_item(report, replace(item, score=Figure(None, text))), item.id
    else:
        criterion = rng.choice(whole)
        report, where = with_criterion(report, replace(criterion, score=Figure(None, text))), criterion.id
    return take_figures(report, where[:3]), {Expected("bad-score", where, "appendix", text)}


def words_for_a_score(report: TrueReport, rng: Random) -> Injured:
    """Words, or a question mark."""
    return _bad(report, rng, WORDS)


def several_scores_in_a_cell(report: TrueReport, rng: Random) -> Injured:
    """Two numbers, or a range."""
    return _bad(report, rng, SEVERAL)


def negative_score(report: TrueReport, rng: Random) -> Injured:
    """Less than nothing."""
    return _bad(report, rng, NEGATIVE)


def letter_for_a_digit(report: TrueReport, rng: Random) -> Injured:
    """`1O`: a letter typed for a digit."""
    return _bad(report, rng, LETTERS)


def bad_group_total(report: TrueReport, rng: Random) -> Injured:
    """A group's total in the table is no number; the text's is right."""
    groups = [g for g in free_groups(report) if any(s.score is not None for s in report.statements if s.group == g.id)]
    in_no_cell = ("scores-by-level", "total-in-caption", "as-list")
    if not report.shape.group_scores or report.shape.layout in in_no_cell or not groups:
        return None
    group, text = rng.choice(groups), rng.choice([*WORDS, *SEVERAL])
    report = take(with_group(report, replace(group, score=Figure(None, text))), group.id)
    return report, {Expected("bad-score", group.id, "appendix", text)}


LIMITS: tuple[Injector, ...] = (
    item_over_max, item_over_max_by_half, criterion_over_max, wrong_criterion_max, maxima_swapped,
    score_and_maximum_swapped, wrong_item_max, wrong_group_max, words_for_a_score, several_scores_in_a_cell,
    negative_score, letter_for_a_digit, bad_group_total,
)  # fmt: skip
