"""The text of a value cell to a reading: points, a maximum, a level, also where one cell says several of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from typing import TypeVar

from normalize.figures import Entry, permitted_maximum
from normalize.folding import fold
from normalize.levels import parse_level, parse_worn_level
from normalize.numbers import parse_cell, to_decimal
from normalize.report import Points, Reading
from parsers.document import Place

T = TypeVar("T")
NAMED = 0.95  # how sure a level is that a picture gives by its name
SHORTEST_NAME = 6  # letters
_NUMBERED = re.compile(r"\d|(?<!\w)[ivx]+(?!\w)")
COMMA = 0.02  # how probable it is that a comma in a picture was lost, or is a spot
LEVEL = re.compile(
    r"[\s,;:(\-–]*(?:đạt|xếp)?\s*mức(?:\s*độ)?(?:\s*(?:đạt|đáp\s*ứng))?\s*:?\s*(?:\d|[IVX]+)\b\)?", re.IGNORECASE
)
_IN_TITLE = re.compile(
    r"\btối đa\s*(?:là|:)?\s*(?P<said>\d{1,3}(?:[.,]\d+)?)\s*(?:điểm|đ)\b"
    r"|[(\[]\s*(?P<bare>\d{1,3}(?:[.,]\d+)?)\s*(?:điểm|đ)\s*[)\]]",
    re.IGNORECASE,
)
_OVER = re.compile(r"\d\s*(?:điểm|đ)?\s*/\s*(\d{1,3}(?:[.,]\d+)?)")


def points_of(entry: Entry | None) -> Points | None:
    """A score, also beside a level ("21 điểm - Mức 3"); value None for text that is no one number."""
    if entry is None:
        return None
    value = _points(entry.text)
    if value is not None and entry.confidence < 1 and value != round(value, 2):
        value = None  # no school gives thousandths of a point: signs of two figures were read as one
    return Reading(value, entry.text, entry.place, entry.confidence, _points_choices(entry))


def _points(text: str) -> Decimal | None:
    value = parse_cell(text)
    rest = LEVEL.sub("", text).strip() if value is None else ""
    return parse_cell(rest) if rest else value


def _choices(entry: Entry, parse: Callable[[str], T | None]) -> tuple[tuple[T, float], ...]:
    """The values of what a scanned cell may say; none where all say the same, or where it most likely says none."""
    if entry.readings and parse(max(entry.readings, key=lambda reading: reading[1])[0]) is None:
        return ()
    chances: dict[T, float] = {}
    for text, chance in entry.readings:
        value = parse(text)
        if value is not None:
            chances[value] = chances.get(value, 0.0) + chance
    ordered = sorted(chances.items(), key=lambda choice: -choice[1])
    return tuple(ordered) if len(ordered) > 1 else ()


def _points_choices(entry: Entry) -> tuple[tuple[Decimal, float], ...]:
    """The points that a scanned cell may say; where its digits were not looked at one by one, a comma may be lost, or
    a spot be taken for one."""
    choices = dict(_choices(entry, _points))
    value = _points(entry.text) if entry.confidence < 1 and not entry.readings else None
    if value is None:
        return tuple(choices.items())
    choices = choices or {value: entry.confidence}
    for other in (
        (value / 10, value * 10) if entry.text.strip().replace(",", "", 1).replace(".", "", 1).isdigit() else ()
    ):
        if _differ_by_comma(value, other):
            choices.setdefault(other, COMMA)
    return tuple(choices.items()) if len(choices) > 1 else ()


def _differ_by_comma(value: Decimal, other: Decimal) -> bool:
    """Whether a comma more or less makes one of the other: "25" and "2,5", "1,5" and "15"."""
    whole = value == value.to_integral_value()
    return (whole and value >= 10 and other < value) or (not whole and other > value)


def maximum_of(entry: Entry | None, score: Entry | None = None) -> Points | None:
    """A printed maximum: of its own cell, else what the score is written over ("21/30"); None for no number."""
    value: Decimal | None = permitted_maximum(entry)
    if entry is not None:
        choices = () if value is None else _points_choices(entry)
        return None if value is None else Reading(value, entry.text, entry.place, entry.confidence, choices)
    over = None if score is None else _OVER.search("".join(score.text.split()))
    if score is None or over is None:
        return None
    return Reading(to_decimal(over.group(1)), score.text, score.place, score.confidence)


def maximum_in_title(text: str, place: Place) -> Points | None:
    """The maximum that a title gives ("… (tối đa 30 điểm)", "… (6đ)"); None where there is none or several."""
    found = {match.group("said") or match.group("bare") for match in _IN_TITLE.finditer(text)}
    return Reading(to_decimal(found.pop()), text, place) if len(found) == 1 else None


def without_maxima(text: str, maxima: Collection[Decimal | None]) -> str:
    """A group's title without its maximum in brackets ("(100 điểm)"), which is no score."""
    return _IN_TITLE.sub(
        lambda match: "" if match["bare"] and to_decimal(match["bare"]) in maxima else match.group(), text
    )


def level_of(entry: Entry | None, names: Sequence[tuple[int, str]]) -> Reading[int] | None:
    """A level; value None for text that names none or several."""
    if entry is None:
        return None
    choices = _choices(entry, lambda text: parse_level(text, names))
    value = parse_level(entry.text, names)
    if value is None and entry.confidence < 1:  # from a picture, letters may be misread
        value = parse_worn_level(entry.text, names)
    sure = max(entry.confidence, NAMED) if value is not None and _is_named(entry.text) else entry.confidence
    return Reading(value, entry.text, entry.place, sure, choices)


def _is_named(text: str) -> bool:
    """Whether a level is told by its name: that is alike to no other, whatever letter of it was misread."""
    return len(fold(text).replace(" ", "")) >= SHORTEST_NAME and _NUMBERED.search(fold(text)) is None


def level_beside(score: Entry, names: Sequence[tuple[int, str]]) -> Reading[int] | None:
    """The level that a score's cell gives with the score ("21 điểm - Mức 3")."""
    found = level_of(score, names) if "muc" in fold(score.text) else None
    return found if found is not None and found.value is not None else None
