"""What a cell of a picture says, and how sure that is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from normalize.figures import Entry
from normalize.readings import level_of, points_of
from parsers.document import Place

NAMES = ((1, "chưa đáp ứng"), (2, "đáp ứng cơ bản"), (3, "đáp ứng tốt"))


def entry(text: str, sure: float, *readings: tuple[str, float]) -> Entry:
    return Entry(text, Place(), 0, sure, readings)


@pytest.mark.parametrize(
    ("given", "value", "choices"),
    [
        pytest.param(entry("4-5", 0.97, ("4-5", 0.99), ("45", 0.01)), None, (), id="two numbers, most likely"),
        pytest.param(entry("11", 0.97, ("11", 1.0)), "11", (), id="digits looked at one by one lose no comma"),
        pytest.param(entry("25", 0.97), "25", ("25", "2.5"), id="others may"),
        pytest.param(entry("45", 0.6, ("45", 0.6), ("4-5", 0.4)), "45", (), id="one number, most likely"),
    ],
)
def test_points(given: Entry, value: str | None, choices: tuple[str, ...]) -> None:
    found = points_of(given)
    assert found is not None
    assert found.value == (None if value is None else Decimal(value))
    assert {choice for choice, _ in found.choices} == {Decimal(choice) for choice in choices}


@pytest.mark.parametrize(
    ("text", "sure", "level", "at_least"),
    [
        pytest.param("Mức 2", 0.8, 2, 0.8, id="a digit may be another"),
        pytest.param("Mức II", 0.8, 2, 0.8, id="so may a numeral"),
        pytest.param("Đáp ưng tốt", 0.8, 3, 0.95, id="a name is like no other"),
        pytest.param("Đáp ứng tốt", 1.0, 3, 1.0, id="a digital file"),
    ],
)
def test_levels(text: str, sure: float, level: int, at_least: float) -> None:
    found = level_of(entry(text, sure), NAMES)
    assert found is not None
    assert (found.value, found.confidence) == (level, at_least)
