"""What every rule is given: the report, the official table, and the figures derived from both, once."""

from __future__ import annotations

from dataclasses import dataclass

from normalize.criteria import CriterionSet
from normalize.report import Report
from rules.reckoning import GroupReckoning, Line, groups_of, lines_of


@dataclass(frozen=True, slots=True)
class Audit:
    """One report beside the law. `lines` are the scored rows: items, criteria and groups alike."""

    report: Report
    criteria: CriterionSet
    groups: tuple[GroupReckoning, ...]
    lines: tuple[Line, ...]


def audit_of(report: Report, criteria: CriterionSet) -> Audit:
    """The report made ready for the rules."""
    groups = groups_of(report, criteria)
    return Audit(report, criteria, groups, lines_of(groups))
