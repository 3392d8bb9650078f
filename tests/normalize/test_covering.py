"""Figures that were hardly read, and what a sum says of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from normalize.covering import OPEN, Addend, likely_read, opened
from normalize.criteria_file import load
from normalize.report import Appendix, Criterion, Group, Item, Points, Reading
from normalize.settling import settle
from parsers.document import Place

CRITERIA = load("4725-2022")
HERE = Place()


def read(value: str, confidence: float, *others: tuple[str, float]) -> Points:
    """A figure, and what else it may be."""
    known = Decimal(value)
    rest = tuple((Decimal(other), chance) for other, chance in others)
    choices = ((known, 1 - sum(chance for _, chance in rest)), *rest) if rest else ()
    return Reading(known, value, HERE, confidence, choices)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param(read("5", 1.0), 1.0, id="sure"),
        pytest.param(read("5", 0.6), 0.6, id="one reading, hardly read"),
        pytest.param(read("5", 0.6, ("6", 0.4)), 1.0, id="one of two readings"),
        pytest.param(read("5", 0.3, ("6", 0.4)), 0.5, id="perhaps none of two"),
    ],
)
def test_how_likely_one_of_the_readings_is_right(figure: Points, expected: float) -> None:
    assert likely_read(figure) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("slip", "printed", "sure", "expected"),
    [
        pytest.param(None, "12", 0.1, None, id="not asked"),
        pytest.param(0.02, "12", 0.1, 0.02, id="the sum agrees"),
        pytest.param(1.0, "12", 0.95, 1.0, id="figures read well"),
        pytest.param(1.0, "12", 0.8, 1.0, id="a figure read less well"),
        pytest.param(1.0, "12", 0.5, OPEN, id="a figure hardly read"),
        pytest.param(1.0, "4", 0.5, 1.0, id="it cannot be so low"),
        pytest.param(1.0, "14", 0.5, 1.0, id="it cannot be so high"),
    ],
)
def test_a_slip_is_left_open_by_a_figure_hardly_read_that_may_explain_it(
    slip: float | None, printed: str, sure: float, expected: float | None
) -> None:
    addends = [Addend(read("5", 1.0), Decimal(6)), Addend(read("6", sure), Decimal(8))]
    found = opened(slip, read(printed, 1.0), addends)
    assert found == (None if expected is None else pytest.approx(expected, abs=0.01))


def test_a_total_hardly_read_proves_no_slip() -> None:
    assert opened(1.0, read("40", 0.5), [Addend(read("5", 1.0), Decimal(6))]) == OPEN


def row(own: Points, *items: Points) -> Criterion:
    """Criterion 1.5 with its two items after settling."""
    parts = tuple(Item(f"1.5{letter}", "", HERE, score=score) for letter, score in zip("ab", items, strict=True))
    group = Group("1", HERE, criteria=(Criterion("1.5", "", HERE, score=own, items=parts),))
    return settle(Appendix(HERE, (group,)), (), CRITERIA).groups[0].criteria[0]


@pytest.mark.parametrize(
    ("own", "sure"),
    [
        pytest.param("14", True, id="the sum agrees"),
        pytest.param("13", False, id="it does not"),
    ],
)
def test_a_figure_hardly_read_is_confirmed_by_its_sum_alone(own: str, sure: bool) -> None:
    found = row(read(own, 0.97), read("10", 0.97), read("4", 0.2, ("40", 0.001)))
    score = found.items[1].score
    assert score is not None
    assert (score.value, score.confidence > 0.9) == (Decimal(4), sure)
    assert found.slip is not None
    assert (found.slip < 0.1) is sure
    assert found.slip < 0.9, "what is hardly read proves no slip"


def test_a_total_that_is_not_printed_is_no_slip_of_its_own() -> None:
    other = read("4", 0.97, ("40", 0.001))
    group = Group("1", HERE, criteria=(Criterion("1.4", "", HERE, score=other),))
    assert settle(Appendix(HERE, (group,)), (), CRITERIA).groups[0].slip is None
