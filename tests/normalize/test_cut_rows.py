"""A row of a criterion and its first item that a page break cut after the criterion's title and the figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from normalize.criteria_file import load
from normalize.cut_rows import with_cut_rows
from normalize.report import Criterion, Group, Item, Reading
from parsers.document import Place

CRITERIA = load("4725-2022")
HERE, NEXT = Place(page=2), Place(page=3)


def points(value: str) -> Reading[Decimal] | None:
    return Reading(Decimal(value), value, HERE) if value else None


def exam(own: str, *scores: str, place: Place = HERE) -> Criterion:
    items = [Item(f"1.5{'ab'[at]}", "", place, score=points(score)) for at, score in enumerate(scores)]
    return Criterion("1.5", "", HERE, score=points(own), items=tuple(items))


def staff(own: str) -> Criterion:
    return replace(exam(own, "5", "4"), id="1.6", items=(Item("1.6a", "", HERE, score=points("5")),))


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        pytest.param([exam("12", "10", "2", place=NEXT), staff("")], ("12", "10"), id="the item has its score"),
        pytest.param([exam("12", "", "2"), staff("")], ("12", ""), id="no page break"),
        pytest.param([exam("12", "", "2", place=NEXT), staff("9")], ("12", ""), id="others have scores of their own"),
        pytest.param([exam("17", "", "2", place=NEXT), staff("")], ("17", ""), id="more than the item can have"),
        pytest.param([exam("12", "", "", place=NEXT), staff("")], ("12", ""), id="no item has a score"),
        pytest.param([exam("12", "", "2", place=NEXT)], ("12", ""), id="no other criterion to tell by"),
        pytest.param([exam("12", "", "2", place=NEXT), staff("")], ("", "12"), id="the item's, before the break"),
    ],
)
def test_the_score_before_a_page_break(criteria: list[Criterion], expected: tuple[str, str]) -> None:
    found = with_cut_rows([Group("1", None, criteria=tuple(criteria))], CRITERIA)[0].criteria[0]
    shown = ["" if one is None else str(one.value) for one in (found.score, found.items[0].score)]
    assert (shown[0], shown[1]) == expected
