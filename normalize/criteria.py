"""What the law says: the types of a criterion set (`criteria_file` loads one)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal


class BadCriteria(Exception):  # noqa: N818 - it reads as what it says of the file
    """A criterion set that cannot be used. `key` is the path in the file (`groups[0].criteria[2].max`), "" for the
    whole file; `reason` keys the message, `facts` fill it in."""

    def __init__(self, file: str, key: str, reason: str, **facts: str) -> None:
        super().__init__(": ".join(part for part in (file, key, reason) if part))
        self.file = file
        self.key = key
        self.reason = reason
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Bound:
    """Where a level begins: at `points` itself (`inclusive`), or only above it."""

    level: int
    points: Decimal
    inclusive: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Levels by points; `reported` when the bounds are known only from forms that schools use, not from the decision.

    `bounds` rise with their levels; points below the first bound have level `lowest`.
    """

    bounds: tuple[Bound, ...]
    reported: bool
    lowest: int = 1

    def level_of(self, points: Decimal) -> int:
        """The level that `points` have."""
        level = self.lowest
        for bound in self.bounds:
            if points > bound.points or (bound.inclusive and points == bound.points):
                level = bound.level
        return level


@dataclass(frozen=True, slots=True)
class Band:
    """What a percentage or a count in the evidence is worth: from `at_least` on, `score` points (or `level`)."""

    at_least: Decimal
    score: Decimal | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands of a percentage (`unit` "%") or of a count (`unit` the thing counted), rising."""

    unit: str
    bands: tuple[Band, ...]
    reported: bool


@dataclass(frozen=True, slots=True)
class OfficialItem:
    """A scored part of a criterion. `maximum` None: not known. `permitted`: the only scores allowed, empty: any.

    `level`: in a criterion met in sequence, the level that this part is required for.
    """

    id: str
    title: str
    maximum: Decimal | None
    reported: bool
    permitted: tuple[Decimal, ...] = ()
    bands: Bands | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class OfficialCriterion:
    """A criterion.

    `condition`: it has no points but must be met. `in_sequence`: a level counts only when all below it are met.
    """

    id: str
    title: str
    maximum: Decimal | None
    reported: bool
    condition: bool = False
    in_sequence: bool = False
    permitted: tuple[Decimal, ...] = ()
    scale: Scale | None = None
    bands: Bands | None = None
    items: tuple[OfficialItem, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficialGroup:
    """A group of criteria with a total. `names`: what tables and lists call it instead of its title, word for word."""

    id: str
    title: str
    maximum: Decimal | None
    reported: bool
    scale: Scale | None
    criteria: tuple[OfficialCriterion, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class CriterionSet:
    """One official table. `subjects` are the words by which the text may speak of a criterion or item, by its id.

    Two sets are equal only when they are one object: sets are keys of caches that are asked for every word, and
    comparing whole tables takes 30 times as long.
    """

    id: str
    title: str
    authority: str
    date: datetime.date
    recognise: tuple[str, ...]
    level_names: tuple[tuple[int, str], ...]
    groups: tuple[OfficialGroup, ...]
    subjects: tuple[tuple[str, tuple[str, ...]], ...] = ()
