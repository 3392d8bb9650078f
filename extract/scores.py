"""Report × criterion set -> one row a group, criterion and item, as read; what was not read stays empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from normalize.criteria import CriterionSet, OfficialCriterion, OfficialGroup
from normalize.report import Criterion, Group, Item, Points, Reading, Report, Statement
from parsers.document import Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Score:
    """One row of `extract`, before it is written for people. A group row has no criterion, a criterion row no item."""

    group: str
    criterion: str = ""
    item: str = ""
    label: str = ""
    stated_max: Decimal | None = None
    official_max: Decimal | None = None
    score: Decimal | None = None
    level: int | None = None
    evidence: str = ""
    place: Place | None = None
    confidence: float | None = None  # None: nothing was read


def scores_of(report: Report, criteria: CriterionSet) -> Iterator[Score]:
    """Rows in the order of the official table; items that it does not know follow those of their criterion."""
    groups = {group.id: group for group in report.appendix.groups} if report.appendix else {}
    for official in criteria.groups:
        read = groups.get(official.id)
        yield group_score(official, read, [line for line in report.statements if line.group == official.id])
        rows = {criterion.id: criterion for criterion in read.criteria} if read else {}
        for criterion in official.criteria:
            yield from criterion_scores(official.id, criterion, rows.get(criterion.id))


def group_score(official: OfficialGroup, read: Group | None, statements: Sequence[Statement]) -> Score:
    """The group's row: as the table has it (also where that cannot be understood), else as the text says it."""
    said = [line for line in statements if line.score is not None or line.level is not None]
    score = read.score if read and read.score else first([line.score for line in said])
    level = read.level if read and read.level else first([line.level for line in said])
    source = score or level
    return Score(
        group=official.id,
        label=(read.title if read else "") or official.title,
        stated_max=value_of(first([read.stated_max if read else None, *(line.maximum for line in said)])),
        official_max=official.maximum,
        score=value_of(score),
        level=value_of(level),
        place=source.place if source else read.place if read else None,
        confidence=surety(score, level),
    )


def criterion_scores(group: str, official: OfficialCriterion, read: Criterion | None) -> Iterator[Score]:
    """The criterion's row, then those of its items."""
    yield row_of(Score(group, official.id, label=official.title, official_max=official.maximum), read)
    items = {item.id: item for item in read.items} if read else {}
    for item in official.items:
        blank = Score(group, official.id, item.id, label=item.title, official_max=item.maximum)
        yield row_of(blank, items.pop(item.id, None))
    for unknown in items.values():
        yield row_of(Score(group, official.id, unknown.id), unknown)


def row_of(blank: Score, read: Criterion | Item | None) -> Score:
    """The blank row filled with what was read for it."""
    if read is None:
        return blank
    return Score(
        blank.group,
        blank.criterion,
        blank.item,
        label=read.label or blank.label,
        stated_max=value_of(read.stated_max),
        official_max=blank.official_max,
        score=value_of(read.score),
        level=value_of(read.level),
        evidence=read.evidence.text if read.evidence else "",
        place=read.place,
        confidence=surety(read.score, read.level),
    )


def first(readings: Sequence[Reading[T] | None]) -> Reading[T] | None:
    """The first reading that was understood."""
    return next((reading for reading in readings if reading is not None and reading.value is not None), None)


def value_of(reading: Reading[T] | None) -> T | None:
    """The value, if one was read and understood."""
    return None if reading is None else reading.value


def surety(score: Points | None, level: Reading[int] | None) -> float | None:
    """How sure the row's figures are: as sure as the less sure of them; None where there is none."""
    return min((reading.confidence for reading in (score, level) if reading is not None), default=None)
