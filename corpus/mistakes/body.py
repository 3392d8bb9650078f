"""Totals that the text states otherwise than the score table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import HALF
from corpus.mistakes.choosing import Injured, free_groups, take
from corpus.official import group_level
from corpus.spelling import plain
from corpus.truth import Expected, Injector, TrueReport, TrueStatement

Slip = Callable[[Decimal, Random], Decimal | None]


def _scored(report: TrueReport) -> list[TrueStatement]:
    """Statements of totals that the table states too."""
    free = {group.id for group in free_groups(report)}
    if not report.shape.group_scores:
        return []
    return [s for s in report.statements if s.score is not None and s.group in free]


def _misstated(report: TrueReport, rng: Random, slip: Slip, *, level_follows: bool) -> Injured:
    """One statement with a wrong total; its level is the one of that total, or stays as it was."""
    said = _scored(report)
    if not said:
        return None
    chosen = rng.choice(said)
    right = chosen.score or Decimal(0)
    wrong = slip(right, rng)
    if wrong is None or wrong == right or not 0 <= wrong <= 100:
        return None
    level = chosen.level and (group_level(wrong) if level_follows else chosen.level)
    changed = tuple(replace(s, score=wrong, level=level) if s is chosen else s for s in report.statements)
    expected = Expected("body-score", chosen.group, "text", plain(wrong), plain(right), "appendix")
    return take(replace(report, statements=changed), chosen.group), {expected}


def text_score_off(report: TrueReport, rng: Random) -> Injured:
    """The text's total is a little off; its level is the right one."""
    return _misstated(report, rng, lambda right, rng: right + rng.choice([-3, -2, -1, 1, 2, 3]), level_follows=False)


def text_score_with_its_level(report: TrueReport, rng: Random) -> Injured:
    """The text's total is of another level, and so is its level: one cause, the total."""

    def slip(right: Decimal, rng: Random) -> Decimal | None:
        wrong = right + rng.choice([-20, -10, -5, 5, 10, 20])
        return wrong if group_level(wrong) != group_level(right) else None

    return _misstated(report, rng, slip, level_follows=True)


def text_score_digits_swapped(report: TrueReport, rng: Random) -> Injured:
    """`73` in the table, `37` in the text."""

    def slip(right: Decimal, rng: Random) -> Decimal | None:
        del rng
        return Decimal(str(int(right))[::-1]) if right == int(right) and right >= 10 else None

    return _misstated(report, rng, slip, level_follows=rng.random() < 0.5)


def text_score_lost_its_half(report: TrueReport, rng: Random) -> Injured:
    """`75,5` in the table, `75` in the text, or a half that the table does not have."""
    return _misstated(
        report, rng, lambda right, rng: right + rng.choice([-HALF, HALF]), level_follows=rng.random() < 0.5
    )


def text_scores_exchanged(report: TrueReport, rng: Random) -> Injured:
    """The text gives each group the other's total: two totals are wrong."""
    said = _scored(report)
    pairs = [(a, b) for a in said for b in said if a.where == b.where and a.group < b.group and a.score != b.score]
    if not pairs:
        return None
    first, second = rng.choice(pairs)
    new = {id(first): second, id(second): first}
    changed = tuple(
        replace(s, score=new[id(s)].score, level=new[id(s)].level) if id(s) in new else s for s in report.statements
    )
    expected = {
        Expected("body-score", s.group, "text", plain(o.score or Decimal(0)), plain(s.score or Decimal(0)), "appendix")
        for s, o in ((first, second), (second, first))
    }
    return take(replace(report, statements=changed), first.group, second.group), expected


def text_and_closing_wrong_alike(report: TrueReport, rng: Random) -> Injured:
    """The text and the closing lines give one wrong total: one finding."""
    said = _scored(report)
    groups = sorted({s.group for s in said if s.where == "text"} & {s.group for s in said if s.where == "closing"})
    if not groups:
        return None
    group = rng.choice(groups)
    right = next(s.score for s in said if s.group == group) or Decimal(0)
    wrong = right + rng.choice([-2, -1, 1, 2])
    if not 0 <= wrong <= 100:
        return None
    changed = tuple(replace(s, score=wrong) if s.group == group else s for s in report.statements)
    expected = Expected("body-score", group, "text", plain(wrong), plain(right), "appendix")
    return take(replace(report, statements=changed), group), {expected}


BODY: tuple[Injector, ...] = (
    text_score_off, text_score_with_its_level, text_score_digits_swapped, text_score_lost_its_half,
    text_scores_exchanged, text_and_closing_wrong_alike,
)  # fmt: skip
