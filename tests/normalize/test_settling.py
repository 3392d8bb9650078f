"""Doubtful figures settled by what the official table permits; what is read clearly stays."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from normalize.criteria_file import load
from normalize.report import Appendix, Criterion, Group, Item, Points, Reading, Statement
from normalize.settling import settle
from parsers.document import Place

CRITERIA = load("4725-2022")
HERE = Place()
Choices = tuple[tuple[str, float], ...]


def points(*choices: tuple[str, float]) -> Points:
    """A figure that may be read in several ways."""
    values = tuple((Decimal(value), chance) for value, chance in choices)
    value, sure = values[0]
    return Reading(value, str(value), HERE, sure, values if len(values) > 1 else ())


def settled(item: Item, *others: Item) -> Item:
    """The item after settling; its criterion's other items are not known unless given."""
    row = Criterion("1.3", "", HERE, items=(item, *others))
    done = settle(Appendix(HERE, (Group("1", HERE, criteria=(row,)),)), (), CRITERIA)
    return done.groups[0].criteria[0].items[0]


def item(score: Points | None = None, maximum: Points | None = None) -> Item:
    return Item("1.3a", "", HERE, stated_max=maximum, score=score)


@pytest.mark.parametrize(
    ("choices", "value"),
    [
        pytest.param((("7", 1.0),), "7", id="a clear score over the maximum stays"),
        pytest.param((("5", 0.6), ("3", 0.4)), "5", id="two that are permitted: the likelier one"),
        pytest.param((("7", 0.9999), ("1", 0.0001)), "7", id="nearly clear, and little over the maximum"),
        pytest.param((("25", 0.98), ("2.5", 0.02)), "2.5", id="a lost comma, though nothing is known of the others"),
        pytest.param((("66", 0.7), ("6", 0.3)), "6", id="a digit read twice"),
    ],
)
def test_a_score_is_mostly_within_its_maximum(choices: Choices, value: str) -> None:
    score = settled(item(points(*choices))).score
    assert score is not None
    assert score.value == Decimal(value)


@pytest.mark.parametrize(
    ("choices", "value"),
    [
        pytest.param((("8", 1.0),), "8", id="a clear maximum stays, be it another"),
        pytest.param((("8", 0.999), ("6", 0.001)), "8", id="nearly clear"),
        pytest.param((("66", 0.7), ("6", 0.3)), "6", id="a doubtful one is the official one"),
        pytest.param((("5", 0.6), ("8", 0.4)), "5", id="none is the official one"),
    ],
)
def test_a_doubtful_maximum_is_mostly_the_official_one(choices: Choices, value: str) -> None:
    maximum = settled(item(maximum=points(*choices))).stated_max
    assert maximum is not None
    assert maximum.value == Decimal(value)


def test_items_settle_by_their_own_maximum_beside_a_clear_one() -> None:
    other = replace(item(points(("6", 1.0))), id="1.3b")
    score = settled(item(points(("55", 0.97), ("5.5", 0.03))), other).score
    assert score is not None
    assert (score.value, score.confidence > 0.8) == (Decimal("5.5"), True)


def group(score: Points, level: Reading[int] | None = None, *said: Statement) -> Group:
    """A group's total and level after settling; nothing is known of its criteria."""
    return settle(Appendix(HERE, (Group("1", HERE, score=score, level=level),)), said, CRITERIA).groups[0]


def said(score: str, of: str = "1", *, sure: bool = True) -> Statement:
    return Statement(of, HERE, "", points((score, 1.0)), None, None, sure=sure)


TOTAL = (("66", 0.6), ("86", 0.4))


@pytest.mark.parametrize(
    ("level", "statements", "value"),
    [
        pytest.param(None, (), "66", id="nothing else is known"),
        pytest.param(None, (said("86", "2"),), "66", id="the text speaks of another group"),
        pytest.param(None, (said("86", sure=False),), "66", id="it is not sure that the text speaks of it"),
        pytest.param(None, (Statement("1", HERE, "", None, None, None),), "66", id="the text gives no score"),
        pytest.param(None, (said("86"),), "86", id="as the text has it"),
        pytest.param(3, (), "86", id="as its level has it"),
        pytest.param(2, (), "66", id="as its other level has it"),
    ],
)
def test_a_doubtful_total_goes_with_level_and_text(
    level: int | None, statements: tuple[Statement, ...], value: str
) -> None:
    read = None if level is None else Reading(level, str(level), HERE)
    score = group(points(*TOTAL), read, *statements).score
    assert score is not None
    assert score.value == Decimal(value)


@pytest.mark.parametrize(("total", "level"), [("66", 2), ("86", 3)])
def test_a_doubtful_level_goes_with_the_total(total: str, level: int) -> None:
    read = Reading(3, "3", HERE, 0.6, ((3, 0.6), (2, 0.4)))
    settled_level = group(points((total, 1.0)), read).level
    assert settled_level is not None
    assert settled_level.value == level


def criterion(row: Criterion, total: Points | None = None) -> Criterion:
    """The criterion after settling, alone in its group."""
    done = settle(Appendix(HERE, (Group("1", HERE, score=total, criteria=(row,)),)), (), CRITERIA)
    return done.groups[0].criteria[0]


def items(*scores: str) -> tuple[Item, ...]:
    """The items of criterion 1.3 with these clear scores."""
    return tuple(Item(f"1.3{'abcde'[at]}", "", HERE, score=points((score, 1.0))) for at, score in enumerate(scores))


@pytest.mark.parametrize(("score", "level"), [("8", 1), ("12", 2), ("28", 3)])
def test_a_criterions_doubtful_level_goes_with_its_score(score: str, level: int) -> None:
    read = Reading(1, "1", HERE, 0.4, ((1, 0.4), (2, 0.3), (3, 0.3)))
    settled_level = criterion(Criterion("1.3", "", HERE, score=points((score, 1.0)), level=read)).level
    assert settled_level is not None
    assert settled_level.value == level


@pytest.mark.parametrize(
    ("level", "scores", "value"),
    [
        pytest.param(None, (), "12", id="nothing else is known"),
        pytest.param(3, (), "22", id="as its level has it"),
        pytest.param(2, (), "12", id="as its other level has it"),
        pytest.param(None, ("6", "6", "4", "6"), "12", id="one item is not known: nothing is known of their sum"),
        pytest.param(None, ("6", "6", "4", "6", "0"), "22", id="as its items have it"),
    ],
)
def test_a_criterions_doubtful_score(level: int | None, scores: tuple[str, ...], value: str) -> None:
    read = None if level is None else Reading(level, str(level), HERE)
    row = Criterion("1.3", "", HERE, score=points(("12", 0.6), ("22", 0.4)), level=read, items=items(*scores))
    score = criterion(row).score
    assert score is not None
    assert score.value == Decimal(value)


def test_how_probable_a_slip_is_where_a_criterions_sum_is_open() -> None:
    doubtful = points(("12", 0.6), ("23", 0.4))
    clear = criterion(Criterion("1.3", "", HERE, score=points(("12", 1.0)), items=items("6", "6", "4", "6", "0")))
    assert clear.slip is None
    assert criterion(Criterion("1.3", "", HERE, score=doubtful, items=items("6", "6", "4", "6"))).slip is None
    open_ = criterion(Criterion("1.3", "", HERE, score=doubtful, items=items("6", "6", "4", "6", "0"))).slip
    assert open_ is not None and open_ > 0.99


def test_a_criterion_that_is_not_printed_counts_with_its_items() -> None:
    known = [
        Criterion("1.4", "", HERE, score=points(("8", 1.0))),
        Criterion("1.5", "", HERE, score=points(("15", 1.0))),
        Criterion("1.6", "", HERE, score=points(("14", 1.0))),
        Criterion("1.7", "", HERE, score=points(("10", 1.0))),
        Criterion("1.3", "", HERE, items=items("6", "6", "4", "6", "0")),
    ]
    group_ = Group("1", HERE, score=points(("66", 0.6), ("69", 0.4)), criteria=tuple(known))
    total = settle(Appendix(HERE, (group_,)), (), CRITERIA).groups[0].score
    assert total is not None
    assert (total.value, total.confidence > 0.9) == (69, True)
