"""Levels that do not belong to their score, and texts that differ from the score table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import moved_to, total
from corpus.mistakes.sums import Injured, malleable
from corpus.official import group_level
from corpus.spelling import plain
from corpus.truth import Expected, Injector, TrueReport, with_criterion, with_group, with_statements

# at a bound, the level that people get wrong
AT_BOUNDS = {Decimal("49.5"): 2, Decimal(50): 1, Decimal(75): 3, Decimal("75.5"): 2}


def _shows_level(report: TrueReport, group: str) -> bool:
    return report.shape.group_levels or any(s.level for s in report.statements if s.group == group)


def wrong_group_level(report: TrueReport, rng: Random) -> Injured:
    """A group's level is not its score's, everywhere alike; often just at a bound."""
    if not malleable(report):
        return None
    group = rng.choice(report.groups)
    if not _shows_level(report, group.id):
        return None
    if rng.random() < 0.6:
        group = moved_to(group, rng.choice(list(AT_BOUNDS)), rng)
    score = total([group.score])
    right = group_level(score)
    wrong = AT_BOUNDS.get(score) or rng.choice([n for n in (1, 2, 3) if n != right])
    report = with_group(report, replace(group, level=wrong))
    report = with_statements(report, group.id, score, wrong)
    return report, {Expected("group-level", group.id, "", str(wrong), str(right))}


def level_differs_in_text(report: TrueReport, rng: Random) -> Injured:
    """The text gives another level than the table, for the same score."""
    said = [s for s in report.statements if s.where == "text" and s.level and s.score is not None]
    if not (report.shape.group_levels and said):
        return None
    chosen = rng.choice(said)
    wrong = rng.choice([n for n in (1, 2, 3) if n != chosen.level])
    changed = tuple(replace(s, level=wrong) if s is chosen else s for s in report.statements)
    expected = Expected("body-level", chosen.group, "text", str(wrong), str(chosen.level), or_rules=("group-level",))
    return replace(report, statements=changed), {expected}


def level_differs_in_table(report: TrueReport, rng: Random) -> Injured:
    """The table gives a group's level wrongly, the text rightly."""
    if not report.shape.group_levels:
        return None
    groups = [g for g in report.groups if any(s.level for s in report.statements if s.group == g.id)]
    if not groups:
        return None
    group = rng.choice(groups)
    wrong = rng.choice([n for n in (1, 2, 3) if n != group.level])
    expected = Expected("group-level", group.id, "appendix", str(wrong), str(group.level), or_rules=("body-level",))
    return with_group(report, replace(group, level=wrong)), {expected}


def score_differs_in_text(report: TrueReport, rng: Random) -> Injured:
    """The text gives another score than the table; its level follows that score, or the table."""
    said = [s for s in report.statements if s.where == "text" and s.score is not None]
    if not (report.shape.group_scores and said):
        return None
    chosen = rng.choice(said)
    right = chosen.score or Decimal(0)
    wrong = _mistyped(right, rng)
    if wrong == right or not 0 <= wrong <= 100:
        return None
    level = chosen.level and (group_level(wrong) if rng.random() < 0.5 else chosen.level)
    changed = tuple(replace(s, score=wrong, level=level) if s is chosen else s for s in report.statements)
    return replace(report, statements=changed), {
        Expected("body-score", chosen.group, "text", plain(wrong), plain(right))
    }


def _mistyped(value: Decimal, rng: Random) -> Decimal:
    """A number off by little, or with two digits swapped."""
    if value == value.to_integral_value() and value >= 10 and rng.random() < 0.4:
        return Decimal(str(int(value))[::-1])
    return value + rng.choice([-3, -2, -1, 1, 2, 3])


def wrong_total_in_text(report: TrueReport, rng: Random) -> Injured:
    """The table has no totals, and the only total, in the text, is not the sum."""
    if report.shape.group_scores or not report.statements:
        return None
    group = rng.choice(report.groups)
    right = total([group.score])
    wrong = right + rng.choice([-4, -2, -1, 1, 2, 4])
    if not 0 <= wrong <= 100:
        return None
    report = with_statements(report, group.id, wrong, group_level(wrong))
    return report, {Expected("group-sum", group.id, "text", plain(wrong), plain(right), or_rules=("body-score",))}


def wrong_criterion_level(report: TrueReport, rng: Random) -> Injured:
    """The level of 1.3 is not its score's."""
    if not report.shape.levels:
        return None
    criterion = report.criterion("1.3")
    wrong = rng.choice([n for n in (1, 2, 3) if n != criterion.level])
    report = with_criterion(report, replace(criterion, level=wrong))
    return report, {Expected("criterion-level", "1.3", "appendix", str(wrong), str(criterion.level))}


LEVELS: tuple[Injector, ...] = (
    wrong_group_level, level_differs_in_text, level_differs_in_table, score_differs_in_text, wrong_total_in_text,
    wrong_criterion_level,
)  # fmt: skip
