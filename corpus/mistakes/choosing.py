"""Which parts of a report a mistake may still change: those that no other mistake and no trap rests on."""

from __future__ import annotations

from dataclasses import replace

from corpus.figures import regroup, relevel
from corpus.truth import (
    Expected,
    Mention,
    TrueCriterion,
    TrueGroup,
    TrueReport,
    with_criterion,
    with_group,
    with_statements,
)

Injured = tuple[TrueReport, set[Expected]] | None

HEADER = "header"
ROWS = "rows"  # which rows the score table has
DOCUMENTS = "documents"  # some document is cited wrongly


def take(report: TrueReport, *parts: str) -> TrueReport:
    """The report with these parts spoken for: ids of groups and criteria, keys of deeds, names of parts."""
    return replace(report, taken=report.taken | set(parts))


def evidence_of(criterion: str) -> str:
    """The name of a criterion's evidence cell."""
    return f"evidence {criterion}"


def is_free(report: TrueReport, *parts: str) -> bool:
    """Nothing rests on any of these parts."""
    return not report.taken & set(parts)


def free_groups(report: TrueReport) -> list[TrueGroup]:
    """Groups whose every figure may change."""
    return [group for group in report.groups if is_free(report, group.id, *(c.id for c in group.criteria))]


def free_criteria(report: TrueReport) -> list[TrueCriterion]:
    """Criteria with points whose figures, and all that follow from them, may change."""
    return [c for group in free_groups(report) for c in group.criteria if not c.condition]


def free_itemised(report: TrueReport) -> list[TrueCriterion]:
    """The same, those with items only."""
    return [criterion for criterion in free_criteria(report) if criterion.items]


def scored_whole(report: TrueReport) -> list[TrueCriterion]:
    """The same, those of which no item's score is printed."""
    return [c for c in free_criteria(report) if not c.items or not report.shape.item_scores]


def deeds_of(criterion: TrueCriterion) -> list[str]:
    """The documents cited in a criterion's evidence."""
    return [part.deed for part in criterion.evidence if isinstance(part, Mention)]


def take_figures(report: TrueReport, *criteria: str) -> TrueReport:
    """The report with these criteria and their groups' figures spoken for."""
    return take(report, *criteria, *(criterion[0] for criterion in criteria))


def carried_up(report: TrueReport, criterion: TrueCriterion) -> TrueReport:
    """The report with a criterion exchanged, its group's total and all statements following from it."""
    report = with_criterion(report, relevel(criterion))
    group = regroup(report.group_of(criterion.id))
    return with_statements(with_group(report, group), group.id, group.score.value, group.level)


def total_is_told(report: TrueReport, group: str) -> bool:
    """The group's total stands somewhere."""
    return report.shape.group_scores or any(s.group == group and s.score is not None for s in report.statements)


def level_is_told(report: TrueReport, group: str) -> bool:
    """The group's level stands somewhere."""
    return report.shape.group_levels or any(s.group == group and s.level is not None for s in report.statements)
