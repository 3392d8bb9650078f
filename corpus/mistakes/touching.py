"""Mistakes that touch: one finding where one causes what looks like the other, two where each stands by itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import HALF, total
from corpus.mistakes.choosing import (
    Injured,
    carried_up,
    free_groups,
    free_itemised,
    is_free,
    level_is_told,
    take,
    take_figures,
)
from corpus.mistakes.denials import deniable, denial_of
from corpus.mistakes.evidence import points_without_evidence
from corpus.mistakes.rows import criterion_missing
from corpus.official import group_level
from corpus.spelling import plain
from corpus.truth import (
    Expected,
    Figure,
    Injector,
    Told,
    TrueCriterion,
    TrueReport,
    with_criterion,
    with_group,
    with_item,
    with_statements,
)


def _itemised(report: TrueReport) -> list[TrueCriterion]:
    return free_itemised(report) if report.shape.criterion_scores and report.shape.item_scores else []


def _uneven(criterion: TrueCriterion) -> Expected:
    summed = total([item.score for item in criterion.items])
    return Expected("item-sum", criterion.id, "appendix", plain(total([criterion.score])), plain(summed), "appendix")


def slip_above_the_maximum(report: TrueReport, rng: Random) -> Injured:
    """A mistyped item exceeds its maximum, criterion and total are right: one cause, the sum."""
    criteria = _itemised(report)
    if not criteria:
        return None
    criterion = rng.choice(criteria)
    item = rng.choice(criterion.items)
    over = item.official_max + rng.choice([1, 2, 10])
    report = with_item(report, replace(item, score=Figure(over)))
    return take_figures(report, criterion.id), {_uneven(report.criterion(criterion.id))}


def sum_above_the_maximum(report: TrueReport, rng: Random) -> Injured:
    """A criterion's own score exceeds its maximum, its items do not: one cause, the sum."""
    criteria = _itemised(report)
    if not criteria:
        return None
    criterion = rng.choice(criteria)
    over = (criterion.official_max or Decimal(0)) + rng.choice([1, 2, 5])
    if over == total([item.score for item in criterion.items]):
        return None
    report = with_criterion(report, replace(criterion, score=Figure(over)))
    return take_figures(report, criterion.id), {_uneven(report.criterion(criterion.id))}


def wrong_total_right_level(report: TrueReport, rng: Random) -> Injured:
    """A wrong total in another level beside the level of the right one: one cause, the total."""
    groups = [g for g in free_groups(report) if level_is_told(report, g.id)]
    if not report.shape.group_scores or not groups:
        return None
    group = rng.choice(groups)
    right = total([group.score])
    wrong = rng.choice([Decimal("49.5"), Decimal(50), Decimal(75), Decimal("75.5")])
    if group_level(wrong) == group.level:
        return None
    report = with_statements(with_group(report, replace(group, score=Figure(wrong))), group.id, wrong, group.level)
    return take(report, group.id), {Expected("group-sum", group.id, "appendix", plain(wrong), plain(right))}


def item_and_total_wrong(report: TrueReport, rng: Random) -> Injured:
    """A criterion is added up wrongly, and the total fits neither what it says nor its items: two causes."""
    criteria = _itemised(report) if report.shape.group_scores else []
    if not criteria:
        return None
    criterion = rng.choice(criteria)
    summed = total([item.score for item in criterion.items])
    wrong = summed + rng.choice([-1, 1])
    if not 0 <= wrong <= (criterion.official_max or wrong):
        return None
    report = carried_up(report, replace(criterion, score=Figure(wrong)))
    group = report.group_of(criterion.id)
    right = total([group.score])
    stated = right + rng.choice([-7, -5, 5, 7])
    if not 0 <= stated <= 100:
        return None
    level = group_level(stated)
    report = with_group(report, replace(group, score=Figure(stated), level=level))
    report = take_figures(with_statements(report, group.id, stated, level), criterion.id)
    summing = Expected("group-sum", group.id, "appendix", plain(stated), plain(right))
    return report, {_uneven(report.criterion(criterion.id)), summing}


def level_and_text_score_wrong(report: TrueReport, rng: Random) -> Injured:
    """A level wrong everywhere, and a total in the text that is not the table's: two causes."""
    free = {g.id for g in free_groups(report)} if report.shape.group_levels and report.shape.group_scores else set()
    said = [s for s in report.statements if s.group in free and s.score is not None]
    if not said:
        return None
    chosen = rng.choice(said)
    group = next(g for g in report.groups if g.id == chosen.group)
    right = total([group.score])
    wrong = right + rng.choice([-HALF, HALF])
    bad = rng.choice([n for n in (1, 2, 3) if n != group.level])
    if group_level(wrong) != group.level or not 0 <= wrong <= 100:
        return None
    report = with_statements(with_group(report, replace(group, level=bad)), group.id, right, bad)
    place = next(n for n, s in enumerate(report.statements) if (s.group, s.where) == (chosen.group, chosen.where))
    changed = tuple(replace(s, score=wrong) if n == place else s for n, s in enumerate(report.statements))
    return take(replace(report, statements=changed), group.id), {
        Expected("group-level", group.id, "appendix", str(bad), str(group.level)),
        Expected("body-score", group.id, "text", plain(wrong), plain(right), "appendix"),
    }


def row_missing_and_level_wrong(report: TrueReport, rng: Random) -> Injured:
    """A criterion has no row, and the group's level is not that of its total: two causes."""
    lost = criterion_missing(report, rng)
    if lost is None:
        return None
    gone = next(e.criterion for e in lost[1] if e.rule == "missing-criterion")
    report, group = lost[0], lost[0].group_of(gone)
    told = any(s.level and s.score is not None for s in report.statements if s.group == group.id)
    if not (report.shape.group_scores and report.shape.group_levels) and not told:
        return None
    bad = rng.choice([n for n in (1, 2, 3) if n != group.level])
    score = total([group.score])
    report = with_statements(with_group(report, replace(group, level=bad)), group.id, score, bad)
    place = "appendix" if report.shape.group_levels else "text"
    return report, {*lost[1], Expected("group-level", group.id, place, str(bad), str(group.level))}


def denied_and_unproved(report: TrueReport, rng: Random) -> Injured:
    """What the text denies has points, and its criterion no evidence: two causes."""
    bare = points_without_evidence(report, rng)
    if bare is None or not report.shape.item_scores:
        return None
    criterion = next(iter(bare[1])).criterion
    items = [i for i in deniable(report) if i.id[:3] == criterion and total([i.score]) > 0]
    if not items or not is_free(report, criterion):
        return None
    told = Told("weak", denial_of(rng.choice(items).id, report, rng))
    report = replace(bare[0], told=(*bare[0].told, told))
    return report, {*bare[1], Expected("narrative-contradiction", criterion, "appendix", other="text")}


TOUCHING: tuple[Injector, ...] = (
    slip_above_the_maximum, sum_above_the_maximum, wrong_total_right_level, item_and_total_wrong,
    level_and_text_score_wrong, row_missing_and_level_wrong, denied_and_unproved,
)  # fmt: skip
