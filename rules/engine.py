"""Runs the rules over a report, and settles which finding stands where several have one cause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from normalize.criteria import CriterionSet
from normalize.report import Report
from rules import complete, document_form, documents, doubt, evidence, feasible, levels, limits, narrative, sums
from rules.audit import Audit, audit_of
from rules.catalogue import entry, severity_of
from rules.finding import Finding
from rules.impact import impact_of

Rule = Callable[[Audit], Iterator[Finding]]

# The only registration. A function is named as its rule: `item_sum` finds "item-sum".
RULES: tuple[Rule, ...] = (
    complete.missing_header,
    complete.missing_appendix,
    complete.missing_criterion,
    complete.duplicate_criterion,
    complete.unknown_row,
    limits.bad_score,
    limits.max_points,
    limits.over_max,
    sums.item_sum,
    sums.group_sum,
    feasible.infeasible_total,
    feasible.unverified_total,
    levels.criterion_level,
    levels.group_level,
    sums.body_score,
    levels.body_level,
    evidence.missing_condition,
    evidence.missing_evidence,
    evidence.evidence_score,
    narrative.narrative_contradiction,
    documents.document_number,
    documents.document_date,
    documents.document_reuse,
    document_form.document_form,
    document_form.document_period,
    document_form.document_order,
    doubt.low_confidence,
)


def check(
    report: Report,
    criteria: CriterionSet,
    *,
    select: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """The report's findings in the order of their places; of the rules in `select` (empty: all) without `ignore`.

    Every rule runs whatever is selected: else a finding would appear because the one that explains it was left out.
    """
    audit = audit_of(report, criteria)
    found = [finding for rule in RULES for finding in rule(audit)]
    said = (doubt.doubted(finding, audit) for finding in settled(found))
    wanted = (finding for finding in said if _is_wanted(finding.rule, select, ignore))
    weighed = (replace(finding, impact=impact_of(finding, audit)) for finding in wanted)
    files = {name: number for number, name in enumerate(report.files)}
    return tuple(sorted(weighed, key=lambda finding: (_file_of(finding, files), _order(finding))))


def _is_wanted(rule: str, select: frozenset[str], ignore: frozenset[str]) -> bool:
    return (not select or rule in select) and rule not in ignore


def settled(found: Sequence[Finding]) -> Iterable[Finding]:
    """The findings without those that yield to another one on the same subject; none yields to mere information."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in found:
        by_rule.setdefault(finding.rule, []).append(finding)
    for finding in found:
        others = (other for rule in entry(finding.rule).yields_to for other in by_rule.get(rule, ()))
        if not any(_is_of_one_thing(finding, other) and _is_as_sure(finding, other) for other in others):
            yield finding


def _is_as_sure(one: Finding, other: Finding) -> bool:
    """Whether `other` is more than information, or neither is: what may not be so explains nothing that is."""
    return severity_of(other) != "info" or severity_of(one) == "info"


def _is_of_one_thing(one: Finding, other: Finding) -> bool:
    """Whether both are on one subject; of documents many are cited in one place, so the document tells."""
    if one.documents and other.documents:
        return bool(one.documents & other.documents)
    return one.subject == other.subject


def _file_of(finding: Finding, files: Mapping[str, int]) -> int:
    """The number of the file that it is in; what is on the report as a whole stands with the first."""
    place = finding.place
    return 0 if place is None or place.file is None else files.get(place.file, 0)


def _order(finding: Finding) -> tuple[int, float, int, int, int, str, str]:
    place = finding.place
    if place is None:
        return (0, 0.0, 0, 0, 0, finding.rule, finding.subject)
    top = place.box.top if place.box is not None and place.page is not None else 0.0
    where = (place.page or 0, top, place.table or 0, place.row or 0, place.paragraph or 0)
    return (*where, finding.rule, finding.subject)
