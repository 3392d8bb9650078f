"""What a well-formed criterion set may still have wrong: figures and ids that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from normalize.criteria import BadCriteria, CriterionSet, OfficialCriterion, OfficialGroup
from normalize.criteria_schema import BOUND

Raw = Mapping[str, Any]  # as in `criteria_file`: shape already checked


def contradictions(raw: Raw, file: str) -> Iterator[BadCriteria]:
    """Every contradiction inside the set, in the order of the file."""
    levels = {int(level) for level in raw.get("level_names", {})}
    seen: set[str] = set()
    for path, table in _tables_of(raw):
        if "id" in table and path:
            if table["id"] in seen:
                yield BadCriteria(file, f"{path}.id", "duplicate-id", id=table["id"])
            seen.add(table["id"])
        for key, reason, facts in _faults_of(table, levels):
            yield BadCriteria(file, f"{path}.{key}" if path else key, reason, **facts)


def _tables_of(raw: Raw) -> Iterator[tuple[str, Raw]]:
    yield "", raw
    for g, group in enumerate(raw["groups"]):
        at_group = f"groups[{g}]"
        yield at_group, group
        for c, criterion in enumerate(group["criteria"]):
            at_criterion = f"{at_group}.criteria[{c}]"
            yield at_criterion, criterion
            for i, item in enumerate(criterion.get("items", ())):
                yield f"{at_criterion}.items[{i}]", item


Fault = tuple[str, str, dict[str, str]]


def _faults_of(table: Raw, levels: set[int]) -> Iterator[Fault]:
    for key in ("group_levels", "levels"):
        if key in table:
            yield from _scale_faults(key, table[key], levels)
    if "bands" in table:
        yield from _band_faults(table["bands"]["steps"], levels, table.get("max"))
    if table.get("condition") and "max" in table:
        yield "max", "condition-with-points", {}
    if "level" in table and levels and table["level"] not in levels:
        yield "level", "unnamed-level", {"level": str(table["level"])}
    if "max" in table:
        over = [points for points in table.get("permitted", ()) if Decimal(points) > Decimal(table["max"])]
        if over:
            yield "permitted", "over-max", {"score": over[0], "max": table["max"]}


def _scale_faults(key: str, scale: Raw, levels: set[int]) -> Iterator[Fault]:
    named = {int(match["level"]): name for name in scale if (match := BOUND.fullmatch(name))}
    if not named:
        yield key, "no-bounds", {}
    if len(named) < sum(1 for name in scale if BOUND.fullmatch(name)):
        yield key, "two-bounds", {}
    for level in sorted(named.keys() - levels):
        if levels:
            yield f"{key}.{named[level]}", "unnamed-level", {"level": str(level)}
    points = [Decimal(scale[named[level]]) for level in sorted(named)]
    if any(upper <= lower for lower, upper in pairwise(points)):
        yield key, "not-rising", {}
    if "lowest" in scale and named and scale["lowest"] >= min(named):
        yield f"{key}.lowest", "not-rising", {}


def _band_faults(steps: list[Raw], levels: set[int], maximum: str | None) -> Iterator[Fault]:
    starts = [Decimal(step["from"]) for step in steps]
    if any(upper <= lower for lower, upper in pairwise(starts)):
        yield "bands.steps", "not-rising", {}
    for number, step in enumerate(steps):
        at = f"bands.steps[{number}]"
        if "score" not in step and "level" not in step:
            yield at, "empty-step", {}
        if "score" in step and maximum is not None and Decimal(step["score"]) > Decimal(maximum):
            yield f"{at}.score", "over-max", {"score": step["score"], "max": maximum}
        if "level" in step and levels and step["level"] not in levels:
            yield f"{at}.level", "unnamed-level", {"level": str(step["level"])}


def uneven_maxima(criteria: CriterionSet) -> tuple[str, ...]:
    """Ids of groups and criteria whose parts' maxima do not add up to their own: worth a look, no fault.

    An official table may itself be uneven, so a set is not refused for it.
    """
    wholes: list[OfficialGroup | OfficialCriterion] = []
    for group in criteria.groups:
        wholes += [group, *group.criteria]
    return tuple(whole.id for whole in wholes if _is_uneven(whole))


def _is_uneven(whole: OfficialGroup | OfficialCriterion) -> bool:
    if isinstance(whole, OfficialGroup):
        maxima = [part.maximum for part in whole.criteria if not part.condition]
    else:
        maxima = [item.maximum for item in whole.items]
    known = [maximum for maximum in maxima if maximum is not None]
    return whole.maximum is not None and bool(known) and len(known) == len(maxima) and sum(known) != whole.maximum
