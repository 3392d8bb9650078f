"""Scores of a picture that nobody can have meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from normalize.believable import believable
from normalize.criteria_file import load
from normalize.report import Criterion, Group, Item, Reading
from parsers.document import Place

LAW = next(group for group in load("4725-2022").groups if group.id == "1")
HERE = Place()
FOUR = Decimal(4)


def read(
    score: str, confidence: float, *choices: tuple[str, float], of: str = "item"
) -> tuple[Decimal | None, Decimal | None]:
    """The scores of an item (at most 6) and of its criterion (at most 30), one of which is this, the other 4."""
    values = tuple((Decimal(value), chance) for value, chance in choices)
    given = Reading(Decimal(score), score, HERE, confidence, values)
    other = Reading(FOUR, "4", HERE)
    item = Item("1.3a", "", HERE, score=given if of == "item" else other)
    row = Criterion("1.3", "", HERE, score=given if of == "criterion" else other, items=(item,))
    (done,) = believable(Group("1", HERE, criteria=(row,)), LAW).criteria
    assert done.score is not None
    assert done.items[0].score is not None
    return done.items[0].score.value, done.score.value


@pytest.mark.parametrize(
    ("score", "confidence", "choices", "of", "left"),
    [
        pytest.param("9", 0.9, (), "item", True, id="more than the maximum"),
        pytest.param("46", 1.0, (), "item", True, id="far more, in a digital file"),
        pytest.param("46", 0.9, (("46", 0.9), ("4.6", 0.1)), "item", True, id="it may be another"),
        pytest.param("46", 0.97, (), "item", False, id="far more, in a picture"),
        pytest.param("46", 0.97, (), "criterion", True, id="not so much for a criterion"),
        pytest.param("715", 0.97, (), "criterion", False, id="a stroke was lost"),
    ],
)
def test_what_is_far_too_high_in_a_picture_is_not_understood(
    score: str, confidence: float, choices: tuple[tuple[str, float], ...], of: str, left: bool
) -> None:
    kept = Decimal(score) if left else None
    assert read(score, confidence, *choices, of=of) == ((kept, FOUR) if of == "item" else (FOUR, kept))


def test_a_group_without_such_scores_is_the_same_one() -> None:
    group = Group("1", HERE, score=Reading(Decimal(70), "70", HERE, 0.9))
    assert believable(group, LAW) is group
