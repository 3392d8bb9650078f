"""Values as findings hold them, and what several readings are worth together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rules.showing import distinct, show, show_sum, surest
from tests.rules.build import at, doubt, points


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"), ("10", "10"), ("100", "100"), ("10.0", "10"), ("9.50", "9.5"), ("0.25", "0.25"), ("1E+1", "10"),
        ("20.05", "20.05"), ("-5", "-5"),
    ],
)  # fmt: skip
def test_points_are_plain_decimals(number, text):
    assert show(Decimal(number)) == text


def test_a_sum_is_shown_as_it_is_added_up():
    assert show_sum([Decimal("7.50"), Decimal(7), Decimal(0)]) == "7.5 + 7 + 0"
    assert show_sum([]) == ""


def test_several_readings_are_as_sure_as_the_least_sure_of_them():
    sure, unsure = points("7"), doubt(points("7"), 0.6)
    assert (surest(), surest(None), surest(sure), surest(None, sure, unsure)) == (1.0, 1.0, 1.0, 0.6)


def test_places_are_named_once_in_their_order():
    assert distinct([at(7), None, at(3), at(7)]) == (at(7), at(3))
