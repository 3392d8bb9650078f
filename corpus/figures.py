"""Scores that agree with the official table, down to every total and level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.official import OfficialCriterion, OfficialGroup, criterion_level, group_level, official_groups
from corpus.truth import Figure, TrueCriterion, TrueGroup, TrueItem

HALF = Decimal("0.5")
BOUNDARIES = [Decimal("49.5"), Decimal(50), Decimal(75), Decimal("75.5"), Decimal("74.5"), Decimal("50.5"), Decimal(76)]


def invent_groups(rng: Random) -> tuple[TrueGroup, ...]:
    """Both groups with scores of a random strength; a quarter of the groups stand on a bound of the levels."""
    halves = rng.random() < 0.35
    return tuple(_invent_group(rng, group, halves=halves) for group in official_groups())


def _invent_group(rng: Random, official: OfficialGroup, *, halves: bool) -> TrueGroup:
    strength = rng.choice([0.45, 0.6, 0.7, 0.8, 0.9])
    criteria = tuple(_invent_criterion(rng, c, strength, halves=halves) for c in official.criteria)
    group = regroup(
        TrueGroup(official.id, official.title, official.maximum, Figure(official.maximum), Figure(None), 1, criteria)
    )
    if rng.random() < 0.25:
        return moved_to(group, rng.choice(BOUNDARIES), rng)
    return group


def _points(rng: Random, maximum: Decimal, strength: float, *, halves: bool) -> Decimal:
    if rng.random() < 0.07:
        return Decimal(0)
    steps = int(maximum * 2) if halves else int(maximum)
    drawn = min(steps, max(0, round(rng.gauss(strength, 0.22) * steps)))
    return Decimal(drawn) / 2 if halves else Decimal(drawn)


def _invent_criterion(rng: Random, official: OfficialCriterion, strength: float, *, halves: bool) -> TrueCriterion:
    if official.maximum is None:
        return TrueCriterion(official.id, official.title, None, None, None, None, ())
    items = tuple(
        TrueItem(
            i.id,
            i.title,
            i.maximum,
            i.reported,
            Figure(i.maximum),
            Figure(_points(rng, i.maximum, strength, halves=halves)),
        )
        for i in official.items
    )
    own = None if items else Figure(_points(rng, official.maximum, strength, halves=halves))
    maximum = Figure(official.maximum)
    return recriterion(TrueCriterion(official.id, official.title, official.maximum, maximum, own, None, (), "", items))


def total(figures: Sequence[Figure | None]) -> Decimal:
    """Sum of what is known."""
    return sum((f.value for f in figures if f is not None and f.value is not None), Decimal(0))


def recriterion(criterion: TrueCriterion) -> TrueCriterion:
    """The criterion with its score and level following from its items."""
    if criterion.condition:
        return criterion
    if criterion.items:
        criterion = replace(criterion, score=Figure(total([item.score for item in criterion.items])))
    return relevel(criterion)


def relevel(criterion: TrueCriterion) -> TrueCriterion:
    """The criterion with the level that its own score has."""
    if criterion.score is None or criterion.score.value is None or criterion.official_max is None:
        return criterion
    official = OfficialCriterion(criterion.id, criterion.title, criterion.official_max, ())
    return replace(criterion, level=criterion_level(official, criterion.score.value))


def regroup(group: TrueGroup) -> TrueGroup:
    """The group with total and level following from its criteria."""
    score = total([c.score for c in group.criteria])
    return replace(group, score=Figure(score), level=group_level(score))


def moved_to(group: TrueGroup, target: Decimal, rng: Random) -> TrueGroup:
    """The group with items raised or lowered by half or whole points until its total is `target`."""
    for _ in range(400):
        gap = target - total([group.score])
        if gap == 0:
            return group
        step = (HALF if abs(gap) < 1 else Decimal(1)).copy_sign(gap)
        group = regroup(_nudged(group, step, rng))
    return group


def _nudged(group: TrueGroup, step: Decimal, rng: Random) -> TrueGroup:
    """The group with one item (or criterion without items) moved by `step`, where it stays within its maximum."""
    criterion = rng.choice([c for c in group.criteria if not c.condition])
    if not criterion.items:
        moved = total([criterion.score]) + step
        if criterion.official_max is None or not 0 <= moved <= criterion.official_max:
            return group
        changed = relevel(replace(criterion, score=Figure(moved)))
    else:
        item = rng.choice(criterion.items)
        moved = total([item.score]) + step
        if not 0 <= moved <= item.official_max:
            return group
        items = tuple(replace(i, score=Figure(moved)) if i.id == item.id else i for i in criterion.items)
        changed = recriterion(replace(criterion, items=items))
    return replace(group, criteria=tuple(changed if c.id == changed.id else c for c in group.criteria))
