"""The official table as one ordered list of units to align rows with: groups, criteria and items."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from normalize.criteria import CriterionSet, OfficialCriterion, OfficialGroup


@dataclass(frozen=True, slots=True)
class Unit:
    """A group, criterion or item in its official order; `path` is its ordinals from 1: (group, criterion, item).

    `criterion` is the id of the criterion that it is or belongs to, "" for a group.
    """

    id: str
    title: str
    path: tuple[int, ...]
    maximum: Decimal | None
    group: str
    criterion: str = ""
    condition: bool = False

    @property
    def is_group(self) -> bool:
        """A group of criteria."""
        return len(self.path) == 1

    @property
    def is_criterion(self) -> bool:
        """A criterion, not one of its items."""
        return len(self.path) == 2

    @property
    def is_item(self) -> bool:
        """A scored part of a criterion."""
        return len(self.path) == 3


@lru_cache(maxsize=16)
def units_of(criteria: CriterionSet) -> tuple[Unit, ...]:
    """All units of a set, in official order."""
    found: list[Unit] = []
    for number, group in enumerate(criteria.groups, 1):
        found.append(Unit(group.id, group.title, (number,), group.maximum, group.id))
        for position, criterion in enumerate(group.criteria, 1):
            found.extend(_units_of_criterion(group, criterion, (number, position)))
    return tuple(found)


def _units_of_criterion(group: OfficialGroup, criterion: OfficialCriterion, path: tuple[int, int]) -> list[Unit]:
    head = Unit(
        criterion.id, criterion.title, path, criterion.maximum, group.id, criterion.id, condition=criterion.condition
    )
    items = [
        Unit(item.id, item.title, (*path, place), item.maximum, group.id, criterion.id)
        for place, item in enumerate(criterion.items, 1)
    ]
    return [head, *items]
