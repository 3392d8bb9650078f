"""What the spots of ink of a line say together: every way to put them together to signs, each with its probability."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

KEPT = 6  # readings of a figure
FOLLOWED = 24  # beginnings of readings that are followed at a time
FIGURE = re.compile(r"[-x✓]|(-?\d+([.,/]\d+)*[.%đ]?)|\d+-\d+")
_PERCENT = re.compile(r"[.,]?%[.,]?|[.,]/[.,]")  # its circles may stand apart from its stroke
_STROKE = re.compile(r"(?<=\d)[.,]?/+(?=\d)")  # it breaks into pieces, the lowest first
AGREEING = 0.9  # of the digits that Tesseract gives for a figure are right, where it gives as many as there are
NINE = 9  # other digits
OTHER_LENGTH = 0.02  # of its figures have more or fewer digits than are there
OTHER_COMMA = 0.05  # of its figures lack a comma or have one too many

Readings = tuple[tuple[str, float], ...]


class Told(NamedTuple):
    """What the spots from `first` up to `last` may be together; what is missing to one is that they are no sign."""

    first: int
    last: int
    choices: tuple[tuple[str, float], ...]


def likely_readings(told: Sequence[Told], spots: int) -> tuple[Readings, float]:
    """What so many spots may say, the likeliest first, and how likely they are a figure at all."""
    begun: dict[int, dict[str, float]] = {0: {"": 1.0}}
    likely = {0: 1.0}
    for run in sorted(told, key=lambda run: (run.first, run.last)):
        whole = sum(chance for _, chance in run.choices)
        likely[run.last] = max(likely.get(run.last, 0.0), likely.get(run.first, 0.0) * whole)
        further = begun.setdefault(run.last, defaultdict(float))
        for text, weight in _best(begun.get(run.first, {}), FOLLOWED):
            for sign, chance in run.choices:
                further[text + sign] = further.get(text + sign, 0.0) + weight * chance
    return _as_figures(begun.get(spots, {}), likely.get(spots, 0.0))


def _best(weights: Mapping[str, float], most: int) -> list[tuple[str, float]]:
    return sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:most]


def _as_figures(weights: Mapping[str, float], likely: float) -> tuple[Readings, float]:
    """Those readings that are figures, as figures are written."""
    written: dict[str, float] = {}
    for text, weight in weights.items():
        tidy = _tidy(text)
        if FIGURE.fullmatch(tidy):
            written[tidy] = written.get(tidy, 0.0) + weight
    every, whole = sum(weights.values()), sum(written.values())
    if not whole:
        return (), 0.0
    return tuple((text, weight / whole) for text, weight in _best(written, KEPT)), likely * whole / every


def _tidy(text: str) -> str:
    """A reading as figures are written; of several small marks none is a decimal comma."""
    text = _STROKE.sub("/", _PERCENT.sub("%", text))
    return text.replace(",", ".") if sum(text.count(mark) for mark in ".,") > 1 else text


def weighed(readings: Readings, text: str) -> Readings:
    """The readings, those more likely that agree with what Tesseract made out."""
    if not any(sign.isdigit() for sign in text):
        return readings
    found = [(reading, chance * _agreement(reading, text)) for reading, chance in readings]
    whole = sum(chance for _, chance in found)
    return tuple(sorted(((reading, chance / whole) for reading, chance in found), key=lambda pair: -pair[1]))


def _agreement(reading: str, text: str) -> float:
    """How likely Tesseract would have made out `text` were it the reading."""
    mine, other = _digits(reading), _digits(text)
    comma = 1.0 if _split(reading) == _split(text) else OTHER_COMMA
    comma *= 1.0 if reading.startswith("-") == text.startswith(("-", "–")) else OTHER_COMMA
    if len(mine) != len(other):
        return comma * OTHER_LENGTH
    same = sum(one == two for one, two in zip(mine, other, strict=True))
    return comma * AGREEING**same * ((1 - AGREEING) / NINE) ** (len(mine) - same)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _split(text: str) -> list[int]:
    """How many digits are before, between and behind commas and strokes."""
    return [len(part) for part in re.split(r"\D+", text.strip(".,-–"))]
