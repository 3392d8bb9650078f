"""Which totals a sum of partly known scores can reach: exact decimals, intervals for what is free."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

INFINITE = Decimal("Infinity")


class Interval(NamedTuple):
    """Every value from `low` to `high`; one value where they are equal."""

    low: Decimal
    high: Decimal


# The values that one part of a sum may have.
Choice = frozenset[Interval]


def exactly(*values: Decimal) -> Choice:
    """One of these values."""
    return frozenset(Interval(value, value) for value in values)


def between(low: Decimal, high: Decimal | None) -> Choice:
    """Any value in between; no upper end where `high` is None."""
    return frozenset({Interval(low, INFINITE if high is None else max(low, high))})


def sums(choices: Iterable[Choice]) -> Choice:
    """Every value that a sum of one value from each choice can have."""
    reached = exactly(Decimal(0))
    for choice in choices:
        reached = frozenset(Interval(a.low + b.low, a.high + b.high) for a in reached for b in choice)
    return reached


def reaches(total: Decimal, choices: Iterable[Choice]) -> bool:
    """Whether one value from each choice can add up to `total`."""
    return any(interval.low <= total <= interval.high for interval in sums(choices))


def span(choices: Iterable[Choice]) -> Interval:
    """The least and the greatest sum."""
    reached = sums(choices)
    return Interval(min(interval.low for interval in reached), max(interval.high for interval in reached))
