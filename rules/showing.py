"""Values as findings hold them: plain, the same in every language (the messages localise them)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from normalize.report import Reading
from parsers.document import Place


def show(points: Decimal) -> str:
    """Points as plain decimals: "9.5", "10", never "1E+1"."""
    text = f"{points:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_sum(terms: Iterable[Decimal]) -> str:
    """The sum as a person would check it: "7 + 7 + 6"."""
    return " + ".join(show(term) for term in terms)


def surest(*readings: Reading[Any] | None) -> float:
    """How sure the least sure of the readings is."""
    return min((reading.confidence for reading in readings if reading is not None), default=1.0)


def distinct(places: Sequence[Place | None]) -> tuple[Place, ...]:
    """The places that are known, each once, in order."""
    return tuple(dict.fromkeys(place for place in places if place is not None))
