"""The summary of a batch, with a school a row: what was found, or what was scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from extract.outcome import Outcome
from extract.tabular import FindingRow, ScoreRow
from extract.views import FINDINGS, Row, View
from rules.catalogue import SEVERITIES


class Overview(Protocol):
    """Gathers reports one by one, and gives a row a school."""

    def add(self, outcome: Outcome, rows: Sequence[Row]) -> None:
        """Takes one report with its rows of the table."""

    def columns(self) -> Sequence[str]:
        """The keys of the headings."""

    def rows(self) -> Sequence[Sequence[object]]:
        """A row for each school, in the order of its first report."""


def overview_of(view: View) -> Overview:
    """The summary that goes with the table."""
    return FindingsOverview() if view is FINDINGS else ScoresOverview()


def school_key(outcome: Outcome) -> tuple[str, str]:
    """Reports of one school and year share a row; a report whose school is unknown has its own."""
    return (outcome.school, outcome.school_year) if outcome.school else ("", outcome.report)


@dataclass(slots=True)
class SchoolFindings:
    """What was found in the reports of one school."""

    school: str
    year: str
    reports: list[str] = field(default_factory=list)
    severities: Counter[str] = field(default_factory=Counter)
    level_changes: int = 0
    unreadable: int = 0


class FindingsOverview:
    """How many findings of each severity a school has, and how many of them would change a level."""

    def __init__(self) -> None:
        self.schools: dict[tuple[str, str], SchoolFindings] = {}

    def add(self, outcome: Outcome, rows: Sequence[Row]) -> None:
        """Takes one report with its findings; other letters are no reports of any school."""
        if outcome.aside:
            return
        fresh = SchoolFindings(outcome.school, outcome.school_year)
        entry = self.schools.setdefault(school_key(outcome), fresh)
        entry.reports.append(outcome.report)
        entry.unreadable += outcome.unreadable
        for row in rows:
            if isinstance(row, FindingRow):
                entry.severities[row.severity] += 1
                entry.level_changes += bool(row.impact)

    def columns(self) -> Sequence[str]:
        """School and year, the counts, the reports."""
        return ("schools", "school_year", "level_changes", "errors", "warnings", "infos", "unreadable", "reports")

    def rows(self) -> Sequence[Sequence[object]]:
        """A row for each school."""
        return [
            (
                entry.school,
                entry.year,
                entry.level_changes,
                *(entry.severities[severity] for severity in SEVERITIES),
                entry.unreadable,
                "; ".join(entry.reports),
            )
            for entry in self.schools.values()
        ]


@dataclass(slots=True)
class SchoolScores:
    """The totals and levels of one report's groups."""

    school: str
    year: str
    report: str
    groups: dict[str, tuple[Decimal | None, int | None]] = field(default_factory=dict)

    def figures(self, groups: Sequence[str]) -> Iterator[Decimal | int | None]:
        """Total and level of each group, None where there is none."""
        for group in groups:
            yield from self.groups.get(group, (None, None))


class ScoresOverview:
    """Each school's group totals and levels; a school with two reports has two rows, for they may differ."""

    def __init__(self) -> None:
        self.schools: list[SchoolScores] = []

    def add(self, outcome: Outcome, rows: Sequence[Row]) -> None:
        """Takes one report with its scores."""
        if outcome.aside:
            return
        entry = SchoolScores(outcome.school, outcome.school_year, outcome.report)
        for row in rows:
            if isinstance(row, ScoreRow) and not row.criterion:
                entry.groups[row.group] = (row.score, row.level)
        self.schools.append(entry)

    def columns(self) -> Sequence[str]:
        """School and year, total and level of each group, the report."""
        figures = (f"{what}:{group}" for group in self.groups() for what in ("group-total", "group-level"))
        return ("schools", "school_year", *figures, "reports")

    def rows(self) -> Sequence[Sequence[object]]:
        """A row for each report."""
        groups = self.groups()
        return [(entry.school, entry.year, *entry.figures(groups), entry.report) for entry in self.schools]

    def groups(self) -> list[str]:
        """The ids of all groups seen, in the order of their first appearance."""
        return list(dict.fromkeys(group for entry in self.schools for group in entry.groups))
