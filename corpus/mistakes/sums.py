"""Slips of adding up and of copying totals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import HALF, relevel, total
from corpus.mistakes.choosing import Injured, carried_up, free_groups, free_itemised, take, take_figures
from corpus.official import group_level
from corpus.spelling import plain
from corpus.truth import (
    Expected,
    Figure,
    Injector,
    TrueCriterion,
    TrueGroup,
    TrueReport,
    with_criterion,
    with_group,
    with_item,
    with_statements,
)

Slip = Callable[[TrueGroup, Random], Decimal | None]  # a wrong total for a group


def _itemised(report: TrueReport) -> list[TrueCriterion]:
    """Criteria that print both their own score and those of their items."""
    return free_itemised(report) if report.shape.criterion_scores and report.shape.item_scores else []


def _summed(criterion: TrueCriterion) -> Decimal:
    return total([item.score for item in criterion.items])


def _uneven(criterion: TrueCriterion, printed: Decimal, summed: Decimal) -> Expected:
    return Expected("item-sum", criterion.id, "appendix", plain(printed), plain(summed), "appendix")


def _off(value: Decimal, rng: Random, most: Decimal) -> Decimal | None:
    """A value a little off, within what the row may have."""
    wrong = value + Decimal(rng.choice(["-2", "-1", "-0.5", "0.5", "1", "2"]))
    return wrong if 0 <= wrong <= most else None


def mistyped_item(report: TrueReport, rng: Random) -> Injured:
    """One item's score is mistyped; the criterion's own score and the total are right."""
    criteria = _itemised(report)
    if not criteria:
        return None
    criterion = rng.choice(criteria)
    item = rng.choice(criterion.items)
    wrong = _off(total([item.score]), rng, item.official_max)
    if wrong is None:
        return None
    report = with_item(report, replace(item, score=Figure(wrong)))
    summed = _summed(report.criterion(criterion.id))
    return take_figures(report, criterion.id), {_uneven(criterion, total([criterion.score]), summed)}


def _mistyped_own(report: TrueReport, rng: Random) -> tuple[TrueCriterion, Decimal, Decimal] | None:
    """A criterion with items, a score that is not their sum, and the sum; None where no criterion allows it."""
    criteria = _itemised(report)
    if not criteria:
        return None
    criterion = rng.choice(criteria)
    right = _summed(criterion)
    wrong = _off(right, rng, criterion.official_max or right)
    return None if wrong is None else (criterion, wrong, right)


def wrong_item_sum(report: TrueReport, rng: Random) -> Injured:
    """A criterion's own score is not the sum of its items; the group's total adds up what is printed."""
    mistyped = _mistyped_own(report, rng)
    if mistyped is None:
        return None
    criterion, wrong, right = mistyped
    report = carried_up(report, replace(criterion, score=Figure(wrong)))
    return take_figures(report, criterion.id), {_uneven(criterion, wrong, right)}


def mistyped_criterion(report: TrueReport, rng: Random) -> Injured:
    """A criterion's own score is mistyped; the group's total adds up the items and is right: still one cause."""
    mistyped = _mistyped_own(report, rng)
    if mistyped is None:
        return None
    criterion, wrong, right = mistyped
    report = with_criterion(report, replace(criterion, score=Figure(wrong)))
    return take_figures(report, criterion.id), {_uneven(criterion, wrong, right)}


def two_slips_that_cancel(report: TrueReport, rng: Random) -> Injured:
    """Two criteria are added up wrongly, one up, one down: the total is right, both criteria are not."""
    groups = [g for g in free_groups(report) if report.shape.criterion_scores and report.shape.item_scores]
    if not groups:
        return None
    first, second = rng.sample([c for c in rng.choice(groups).criteria if c.items], 2)
    step = rng.choice([HALF, Decimal(1), Decimal(2)])
    up, down = _summed(first) + step, _summed(second) - step
    if down < 0 or up > (first.official_max or up):
        return None
    for criterion, wrong in ((first, up), (second, down)):
        report = with_criterion(report, relevel(replace(criterion, score=Figure(wrong))))
    report = take_figures(report, first.id, second.id)
    return report, {_uneven(first, up, up - step), _uneven(second, down, down + step)}


def _wrong_totals(report: TrueReport, groups: list[TrueGroup], slip: Slip, rng: Random) -> Injured:
    """These groups' totals wrong by a slip, wherever they are stated; the levels follow the wrong totals."""
    if not report.shape.group_scores or not groups:
        return None
    expected: set[Expected] = set()
    for group in groups:
        right, wrong = total([group.score]), slip(group, rng)
        if wrong is None or wrong == right or wrong < 0:
            return None
        level = group_level(wrong)
        report = with_group(report, replace(group, score=Figure(wrong), level=level))
        report = take(with_statements(report, group.id, wrong, level), group.id)
        expected.add(Expected("group-sum", group.id, "appendix", plain(wrong), plain(right)))
    return report, expected


def _one_total(report: TrueReport, slip: Slip, rng: Random) -> Injured:
    groups = free_groups(report)
    return _wrong_totals(report, [rng.choice(groups)], slip, rng) if groups else None


def _within(value: Decimal) -> Decimal | None:
    return value if 0 <= value <= 100 else None


def wrong_group_sum(report: TrueReport, rng: Random) -> Injured:
    """A group's total is wrong, everywhere alike."""
    return _one_total(
        report, lambda group, rng: _within(total([group.score]) + rng.choice([-10, -5, -2, 2, 5, 10])), rng
    )


def group_sum_in_its_level(report: TrueReport, rng: Random) -> Injured:
    """A total wrong by so little that the level is right all the same."""

    def slip(group: TrueGroup, rng: Random) -> Decimal | None:
        wrong = total([group.score]) + Decimal(rng.choice(["-1", "-0.5", "0.5", "1"]))
        return _within(wrong) if group_level(wrong) == group.level else None

    return _one_total(report, slip, rng)


def group_sum_over_a_bound(report: TrueReport, rng: Random) -> Injured:
    """A wrong total that lifts the group into another level, which is stated as that total has it: one cause."""

    def slip(group: TrueGroup, rng: Random) -> Decimal | None:
        wrong = rng.choice([Decimal("49.5"), Decimal(50), Decimal(75), Decimal("75.5")])
        return wrong if group_level(wrong) != group.level else None

    return _one_total(report, slip, rng)


def forgotten_row(report: TrueReport, rng: Random) -> Injured:
    """A total that lacks exactly one criterion's score."""

    def slip(group: TrueGroup, rng: Random) -> Decimal | None:
        return total([group.score]) - total([rng.choice([c for c in group.criteria if not c.condition]).score])

    return _one_total(report, slip, rng)


def row_counted_twice(report: TrueReport, rng: Random) -> Injured:
    """A total that has one criterion's score twice."""

    def slip(group: TrueGroup, rng: Random) -> Decimal | None:
        return _within(total([group.score]) + total([rng.choice([c for c in group.criteria if not c.condition]).score]))

    return _one_total(report, slip, rng)


def total_of_the_other_group(report: TrueReport, rng: Random) -> Injured:
    """One group's total copied from the other."""
    return _one_total(report, lambda group, _: total([g.score for g in report.groups if g.id != group.id]), rng)


def totals_exchanged(report: TrueReport, rng: Random) -> Injured:
    """Each group has the other's total."""
    groups = free_groups(report)
    if len(groups) < 2:
        return None
    return _wrong_totals(
        report, groups, lambda group, _: total([g.score for g in report.groups if g.id != group.id]), rng
    )


def totals_that_cancel(report: TrueReport, rng: Random) -> Injured:
    """One group's total too high by what the other's is too low: the sum of both is right."""
    groups = free_groups(report)
    if len(groups) < 2:
        return None
    step = rng.choice([HALF, Decimal(1), Decimal(3), Decimal(5)])
    signs = dict(zip(("1", "2"), rng.sample([step, -step], 2), strict=True))
    return _wrong_totals(report, groups, lambda group, _: _within(total([group.score]) + signs[group.id]), rng)


def digits_of_a_total_swapped(report: TrueReport, rng: Random) -> Injured:
    """`73` typed as `37`."""

    def slip(group: TrueGroup, rng: Random) -> Decimal | None:
        del rng
        right = total([group.score])
        return Decimal(str(int(right))[::-1]) if right == int(right) and right >= 10 else None

    return _one_total(report, slip, rng)


def total_above_a_hundred(report: TrueReport, rng: Random) -> Injured:
    """A total that no group can have, and that its criteria do not add up to: one cause, the sum."""
    return _one_total(report, lambda _, rng: Decimal(100) + rng.randint(1, 20), rng)


def total_wrong_in_table_only(report: TrueReport, rng: Random) -> Injured:
    """The table's total is not the sum; the text's is: the table is at fault, and one finding says so."""
    groups = [g for g in free_groups(report) if any(s.score is not None for s in report.statements if s.group == g.id)]
    if not groups or not report.shape.group_scores:
        return None
    group = rng.choice(groups)
    right = total([group.score])
    wrong = _within(right + rng.choice([-5, -2, -1, 1, 2, 5]))
    if wrong is None:
        return None
    report = with_group(report, replace(group, score=Figure(wrong), level=group_level(wrong)))
    return take(report, group.id), {Expected("group-sum", group.id, "appendix", plain(wrong), plain(right))}


def wrong_total_in_text(report: TrueReport, rng: Random) -> Injured:
    """The table has no totals, and the only total, in the text, is not the sum."""
    groups = [g for g in free_groups(report) if any(s.score is not None for s in report.statements if s.group == g.id)]
    if report.shape.group_scores or not groups:
        return None
    group = rng.choice(groups)
    right = total([group.score])
    wrong = _within(right + Decimal(rng.choice(["-4", "-2", "-1", "-0.5", "0.5", "1", "2", "4"])))
    if wrong is None:
        return None
    report = take(with_statements(report, group.id, wrong, group_level(wrong)), group.id)
    return report, {Expected("group-sum", group.id, "text", plain(wrong), plain(right))}


SUMS: tuple[Injector, ...] = (
    mistyped_item, wrong_item_sum, mistyped_criterion, two_slips_that_cancel, wrong_group_sum, group_sum_in_its_level,
    group_sum_over_a_bound, forgotten_row, row_counted_twice, total_of_the_other_group, totals_exchanged,
    totals_that_cancel, digits_of_a_total_swapped, total_above_a_hundred, total_wrong_in_table_only,
    wrong_total_in_text,
)  # fmt: skip
