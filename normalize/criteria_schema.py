"""The shape of a criterion set's file, as data, and the first place where a file departs from it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from normalize.criteria import BadCriteria

POINTS = re.compile(r"\d+(\.\d+)?")
BOUND = re.compile(r"(?P<how>from|above)_(?P<level>\d+)")


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: its keys and what each may hold. `patterned`: keys known by their form (`from_2`), not by name."""

    fields: Mapping[str, Check]
    required: frozenset[str] = frozenset()
    patterned: tuple[re.Pattern[str], Check] | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What a value must be: `accepts` it, else `reason` says what is wrong. `inside`: the shape of its table(s)."""

    reason: str
    accepts: Callable[[object], bool]
    inside: Shape | None = None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_points(value: object) -> bool:
    return isinstance(value, str) and POINTS.fullmatch(value) is not None


def _is_list_of(accepts: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and bool(value) and all(accepts(part) for part in value)


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _is_date(value: object) -> bool:
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


ID = Check("not-id", lambda value: isinstance(value, str) and re.fullmatch(r"\S+", value) is not None)
TEXT = Check("not-text", _is_text)
TEXTS = Check("not-texts", _is_list_of(_is_text))
YES_NO = Check("not-yes-no", lambda value: isinstance(value, bool))
MARK = Check("not-points", _is_points)
MARKS = Check("not-points-list", _is_list_of(_is_points))
LEVEL = Check("not-level", lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 0)
KNOWN = Check("not-known", lambda value: value in ("official", "reported"))
DATE = Check("not-date", _is_date)
NAMES = Check("not-table", _is_table, Shape({}, patterned=(re.compile(r"\d+"), TEXT)))
SCALE = Check("not-table", _is_table, Shape({"known": KNOWN, "lowest": LEVEL}, patterned=(BOUND, MARK)))


def _tables(shape: Shape) -> Check:
    return Check("not-tables", _is_list_of(_is_table), shape)


STEP = Shape({"from": MARK, "score": MARK, "level": LEVEL}, frozenset({"from"}))
BANDS = Check(
    "not-table",
    _is_table,
    Shape({"unit": TEXT, "known": KNOWN, "steps": _tables(STEP)}, frozenset({"unit", "steps"})),
)
SCORED: Mapping[str, Check] = {
    "id": ID,
    "title": TEXT,
    "max": MARK,
    "known": KNOWN,
    "permitted": MARKS,
    "bands": BANDS,
    "words": TEXTS,
}
NAMED = frozenset({"id", "title"})
ITEM = Shape({**SCORED, "level": LEVEL}, NAMED)
CRITERION = Shape(
    {**SCORED, "condition": YES_NO, "in_sequence": YES_NO, "levels": SCALE, "items": _tables(ITEM)},
    NAMED,
)
GROUP = Shape(
    {
        "id": ID,
        "title": TEXT,
        "names": TEXTS,
        "max": MARK,
        "known": KNOWN,
        "levels": SCALE,
        "criteria": _tables(CRITERION),
    },
    NAMED | {"criteria"},
)
SET = Shape(
    {
        "id": ID,
        "title": TEXT,
        "authority": TEXT,
        "date": DATE,
        "recognise": TEXTS,
        "level_names": NAMES,
        "group_levels": SCALE,
        "groups": _tables(GROUP),
    },
    frozenset({"id", "title", "authority", "date", "groups"}),
)


def faults(table: Mapping[str, object], shape: Shape, file: str, path: str = "") -> Iterator[BadCriteria]:
    """Every place where the table is not as the shape says, in the order of the file."""
    for key, value in table.items():
        where = f"{path}.{key}" if path else key
        check = _check_for(key, shape)
        if check is None:
            yield BadCriteria(file, where, "unknown-key", known=", ".join(_keys_of(shape)))
        elif not check.accepts(value):
            yield BadCriteria(file, where, check.reason, found=shown(value))
        elif check.inside is not None:
            yield from _faults_inside(value, check.inside, file, where)
    for key in sorted(shape.required - table.keys()):
        yield BadCriteria(file, f"{path}.{key}" if path else key, "missing-key")


def _faults_inside(value: object, shape: Shape, file: str, where: str) -> Iterator[BadCriteria]:
    if isinstance(value, dict):
        yield from faults(value, shape, file, where)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from faults(part, shape, file, f"{where}[{number}]")


def _check_for(key: str, shape: Shape) -> Check | None:
    if key in shape.fields:
        return shape.fields[key]
    if shape.patterned is not None and shape.patterned[0].fullmatch(key):
        return shape.patterned[1]
    return None


def _keys_of(shape: Shape) -> list[str]:
    patterned = {BOUND: ["from_2", "above_3"]}.get(shape.patterned[0], ["1", "2"]) if shape.patterned else []
    return [*patterned, *shape.fields]


def shown(value: object) -> str:
    """A value short enough for a message, as the file would write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"
