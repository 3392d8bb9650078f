"""The official table as the corpus knows it: read from the criterion set's file, with nothing of the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

SET_FILE = Path(__file__).parent.parent / "normalize" / "criteria" / "4725-2022.toml"


@dataclass(frozen=True, slots=True)
class OfficialItem:
    """A scored part of a criterion."""

    id: str
    title: str
    maximum: Decimal
    reported: bool


@dataclass(frozen=True, slots=True)
class OfficialCriterion:
    """A criterion; a condition has no maximum."""

    id: str
    title: str
    maximum: Decimal | None
    items: tuple[OfficialItem, ...]

    @property
    def condition(self) -> bool:
        """It has no points but must be met."""
        return self.maximum is None


@dataclass(frozen=True, slots=True)
class OfficialGroup:
    """A group of criteria."""

    id: str
    title: str
    maximum: Decimal
    criteria: tuple[OfficialCriterion, ...]


@cache
def official_groups(path: Path = SET_FILE) -> tuple[OfficialGroup, ...]:
    """The groups of the criterion set, in order."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        OfficialGroup(
            group["id"],
            group["title"],
            Decimal(group["max"]),
            tuple(
                OfficialCriterion(
                    raw["id"],
                    raw["title"],
                    Decimal(raw["max"]) if "max" in raw else None,
                    tuple(
                        OfficialItem(item["id"], item["title"], Decimal(item["max"]), item["known"] == "reported")
                        for item in raw.get("items", [])
                    ),
                )
                for raw in group["criteria"]
            ),
        )
        for group in data["groups"]
    )


def group_level(points: Decimal) -> int:
    """Level of a group's total: below 50 is 1, from 50 to 75 is 2, above 75 is 3 (Decision 4725)."""
    if points < 50:
        return 1
    return 2 if points <= 75 else 3


def criterion_level(criterion: OfficialCriterion, points: Decimal) -> int:
    """Level of a criterion: 1.3 as the decision has it; for the others one scale that all invented schools share."""
    if criterion.maximum is None:
        return 1
    lower, upper = criterion.maximum / 3, criterion.maximum * 2 / 3
    if points < lower:
        return 1
    return 2 if points <= upper else 3
