"""Loads criterion sets: those that come with the program by name, others by the path of their TOML file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from normalize.criteria import (
    BadCriteria,
    Band,
    Bands,
    Bound,
    CriterionSet,
    OfficialCriterion,
    OfficialGroup,
    OfficialItem,
    Scale,
)
from normalize.criteria_checks import contradictions
from normalize.criteria_schema import BOUND, SET, faults

FOLDER = Path(__file__).parent / "criteria"

# A table of the file after the shape check: the keys and value types are those of `criteria_schema.SET`.
Raw = Mapping[str, Any]


def available() -> tuple[str, ...]:
    """Names of the sets that come with the program."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def load(name_or_path: str) -> CriterionSet:
    """The set of that name, or in that file; raises BadCriteria."""
    if name_or_path in available():
        return _read(FOLDER / f"{name_or_path}.toml", f"{name_or_path}.toml")
    path = Path(name_or_path)
    if path.suffix.lower() != ".toml" and not path.is_file():
        raise BadCriteria(name_or_path, "", "unknown-set", known=", ".join(available()))
    return _read(path, name_or_path)


def _read(path: Path, file: str) -> CriterionSet:
    try:
        text = path.read_bytes().decode("utf-8-sig")  # Notepad puts a byte-order mark first
    except OSError as error:
        raise BadCriteria(file, "", "cannot-open", detail=error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise BadCriteria(file, "", "not-utf8") from error
    return parse(text, file)


def parse(text: str, file: str) -> CriterionSet:
    """The set that the text of a file describes; raises BadCriteria. `file` is its name in messages."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(str(error), file) from error
    for fault in faults(raw, SET, file):
        raise fault
    for fault in contradictions(raw, file):
        raise fault
    return _to_set(raw)


def _not_toml(detail: str, file: str) -> BadCriteria:
    at = re.search(r"line (\d+), column (\d+)", detail)
    if at is None:
        return BadCriteria(file, "", "not-toml", detail=detail)
    return BadCriteria(file, "", "not-toml-at", line=at[1], column=at[2], detail=detail.partition(" (at ")[0])


def _to_set(raw: Raw) -> CriterionSet:
    scale = _to_scale(raw.get("group_levels"))
    names = raw.get("level_names", {})
    return CriterionSet(
        id=raw["id"],
        title=raw["title"],
        authority=raw["authority"],
        date=raw["date"],
        recognise=tuple(raw.get("recognise", ())),
        level_names=tuple((int(level), names[level]) for level in sorted(names, key=int)),
        groups=tuple(_to_group(group, scale) for group in raw["groups"]),
        subjects=tuple(_subjects(raw["groups"])),
    )


def _subjects(groups: Sequence[Raw]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for criterion in (criterion for group in groups for criterion in group["criteria"]):
        for part in (criterion, *criterion.get("items", ())):
            if "words" in part:
                yield part["id"], tuple(part["words"])


def _to_group(raw: Raw, default: Scale | None) -> OfficialGroup:
    return OfficialGroup(
        id=raw["id"],
        title=raw["title"],
        maximum=_to_points(raw.get("max")),
        reported=_is_reported(raw),
        scale=_to_scale(raw.get("levels")) or default,
        criteria=tuple(_to_criterion(criterion) for criterion in raw["criteria"]),
        names=tuple(raw.get("names", ())),
    )


def _to_criterion(raw: Raw) -> OfficialCriterion:
    return OfficialCriterion(
        id=raw["id"],
        title=raw["title"],
        maximum=_to_points(raw.get("max")),
        reported=_is_reported(raw),
        condition=raw.get("condition", False),
        in_sequence=raw.get("in_sequence", False),
        permitted=_to_permitted(raw),
        scale=_to_scale(raw.get("levels")),
        bands=_to_bands(raw.get("bands")),
        items=tuple(_to_item(item) for item in raw.get("items", ())),
    )


def _to_item(raw: Raw) -> OfficialItem:
    return OfficialItem(
        id=raw["id"],
        title=raw["title"],
        maximum=_to_points(raw.get("max")),
        reported=_is_reported(raw),
        permitted=_to_permitted(raw),
        bands=_to_bands(raw.get("bands")),
        level=raw.get("level"),
    )


def _to_scale(raw: Raw | None) -> Scale | None:
    if raw is None:
        return None
    matches = [(match, points) for key, points in raw.items() if (match := BOUND.fullmatch(key))]
    bounds = (Bound(int(match["level"]), Decimal(points), match["how"] == "from") for match, points in matches)
    rising = tuple(sorted(bounds, key=lambda bound: bound.level))
    return Scale(rising, _is_reported(raw), raw.get("lowest", rising[0].level - 1))


def _to_bands(raw: Raw | None) -> Bands | None:
    if raw is None:
        return None
    steps = (Band(Decimal(step["from"]), _to_points(step.get("score")), step.get("level")) for step in raw["steps"])
    return Bands(raw["unit"], tuple(steps), _is_reported(raw))


def _to_permitted(raw: Raw) -> tuple[Decimal, ...]:
    return tuple(sorted(Decimal(points) for points in raw.get("permitted", ())))


def _to_points(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _is_reported(raw: Raw) -> bool:
    return bool(raw.get("known", "official") == "reported")
