"""Levels that do not belong to their score: of 1.3, of a group, everywhere or in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import moved_to, recriterion, regroup, total
from corpus.mistakes.choosing import Injured, free_groups, level_is_told, take, take_figures
from corpus.official import group_level
from corpus.truth import (
    Expected,
    Figure,
    Injector,
    TrueCriterion,
    TrueGroup,
    TrueReport,
    TrueStatement,
    with_criterion,
    with_group,
    with_statements,
)

# at a bound, the level that people get wrong
AT_BOUNDS = {Decimal("49.5"): 2, Decimal(50): 1, Decimal(75): 3, Decimal("75.5"): 2}
AT_BOUNDS_OF_1_3 = {Decimal("9.5"): 2, Decimal(10): 1, Decimal(20): 3, Decimal("20.5"): 2}


def _other(level: int | None, rng: Random) -> int:
    return rng.choice([n for n in (1, 2, 3) if n != level])


def _with_wrong_level(report: TrueReport, group: TrueGroup, wrong: int) -> Injured:
    """The group with its own figures and this level, wherever a level is stated: one finding."""
    score = total([group.score])
    report = with_statements(with_group(report, replace(group, level=wrong)), group.id, score, wrong)
    place = "appendix" if report.shape.group_levels else "text"
    expected = Expected("group-level", group.id, place, str(wrong), str(group_level(score)))
    return take(report, group.id), {expected}


def _levelled(report: TrueReport) -> list[TrueGroup]:
    return [group for group in free_groups(report) if level_is_told(report, group.id)]


def wrong_group_level(report: TrueReport, rng: Random) -> Injured:
    """A group's level is not its score's, everywhere alike."""
    groups = _levelled(report)
    if not groups:
        return None
    group = rng.choice(groups)
    return _with_wrong_level(report, group, _other(group_level(total([group.score])), rng))


def group_level_at_a_bound(report: TrueReport, rng: Random) -> Injured:
    """49,5 called level 2, 50 level 1, 75 level 3, 75,5 level 2."""
    groups = _levelled(report)
    if not groups:
        return None
    bound = rng.choice(list(AT_BOUNDS))
    group = moved_to(rng.choice(groups), bound, rng)
    return _with_wrong_level(report, group, AT_BOUNDS[bound]) if total([group.score]) == bound else None


def group_level_in_text_only(report: TrueReport, rng: Random) -> Injured:
    """The table has no levels; the text's is not the one of its total."""
    return None if report.shape.group_levels else wrong_group_level(report, rng)


def group_level_in_table_only(report: TrueReport, rng: Random) -> Injured:
    """The text has no levels; the table's is not the one of its total."""
    if not report.shape.group_levels:
        return None
    silent = tuple(replace(s, level=None) for s in report.statements)
    return wrong_group_level(replace(report, statements=silent), rng)


def level_differs_in_table(report: TrueReport, rng: Random) -> Injured:
    """The table gives a group's level wrongly, the text rightly."""
    groups = [g for g in free_groups(report) if any(s.level for s in report.statements if s.group == g.id)]
    if not report.shape.group_levels or not groups:
        return None
    group = rng.choice(groups)
    wrong = _other(group.level, rng)
    expected = Expected("group-level", group.id, "appendix", str(wrong), str(group.level), or_rules=("body-level",))
    return take(with_group(report, replace(group, level=wrong)), group.id), {expected}


def _level_differs(report: TrueReport, rng: Random, change: Callable[[TrueStatement, int], TrueStatement]) -> Injured:
    """One statement gives another level than the table, for the same score."""
    free = {group.id for group in free_groups(report)}
    said = [s for s in report.statements if s.level and s.score is not None and s.group in free]
    if not (report.shape.group_levels and said):
        return None
    chosen = rng.choice(said)
    wrong = _other(chosen.level, rng)
    changed = tuple(change(s, wrong) if s is chosen else s for s in report.statements)
    report = take(replace(report, statements=changed), chosen.group)
    expected = Expected("body-level", chosen.group, "text", str(wrong), str(chosen.level), "appendix")
    return report, {replace(expected, or_rules=("group-level",))}


def level_differs_in_text(report: TrueReport, rng: Random) -> Injured:
    """The text, or the closing lines, give another level than the table."""
    return _level_differs(report, rng, lambda statement, wrong: replace(statement, level=wrong))


def level_word_contradicts_digit(report: TrueReport, rng: Random) -> Injured:
    """`mức 3 (đáp ứng cơ bản)`: the digit is right, the word beside it is another level's."""
    return _level_differs(report, rng, lambda statement, wrong: replace(statement, word=wrong))


def _wrong_level_of_1_3(report: TrueReport, criterion: TrueCriterion, wrong: int) -> Injured:
    expected = Expected("criterion-level", "1.3", "appendix", str(wrong), str(criterion.level))
    return take_figures(with_criterion(report, replace(criterion, level=wrong)), "1.3"), {expected}


def wrong_criterion_level(report: TrueReport, rng: Random) -> Injured:
    """The level of 1.3 is not its score's."""
    if not report.shape.levels or report.shape.layout == "scores-by-level" or "1" not in _ids(free_groups(report)):
        return None
    criterion = report.criterion("1.3")
    return _wrong_level_of_1_3(report, criterion, _other(criterion.level, rng))


def criterion_level_at_a_bound(report: TrueReport, rng: Random) -> Injured:
    """9,5 called level 2, 10 level 1, 20 level 3, 20,5 level 2."""
    if not report.shape.levels or report.shape.layout == "scores-by-level" or "1" not in _ids(free_groups(report)):
        return None
    bound = rng.choice(list(AT_BOUNDS_OF_1_3))
    scores, left = [], bound
    for item in report.criterion("1.3").items:
        scores.append(min(item.official_max, left))
        left -= scores[-1]
    rng.shuffle(scores)
    old = report.criterion("1.3")
    items = tuple(replace(item, score=Figure(score)) for item, score in zip(old.items, scores, strict=True))
    report = with_criterion(report, recriterion(replace(old, items=items)))
    group = regroup(report.group_of("1.3"))
    report = with_statements(with_group(report, group), "1", group.score.value, group.level)
    return _wrong_level_of_1_3(report, report.criterion("1.3"), AT_BOUNDS_OF_1_3[bound])


def _ids(groups: list[TrueGroup]) -> set[str]:
    return {group.id for group in groups}


LEVELS: tuple[Injector, ...] = (
    wrong_group_level, group_level_at_a_bound, group_level_in_text_only, group_level_in_table_only,
    level_differs_in_table, level_differs_in_text, level_word_contradicts_digit, wrong_criterion_level,
    criterion_level_at_a_bound,
)  # fmt: skip
