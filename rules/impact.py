"""Whether correcting a finding would change a group's level."""

from __future__ import annotations

from decimal import Decimal

from rules.audit import Audit
from rules.catalogue import severity_of
from rules.finding import Finding
from rules.reckoning import GroupReckoning

# What each rule's figures are: a level itself, a group's total, or points that go into one.
LEVELS = frozenset({"group-level", "body-level"})
TOTALS = frozenset({"group-sum", "body-score"})
POINTS = frozenset({"item-sum", "over-max", "evidence-score"})
CLAIMS = frozenset({"narrative-contradiction"})  # points that would fall away


def impact_of(finding: Finding, audit: Audit) -> str:
    """Gives `level` when correcting it would change a group's level, else nothing; nothing for mere information."""
    if severity_of(finding) == "info":
        return ""
    if finding.rule in LEVELS:
        return "level"
    group = _group_of(finding.subject, audit)
    if group is None or group.official.scale is None:
        return ""
    totals = _before_and_after(finding, group)
    if totals is None:
        return ""
    before, after = (group.official.scale.level_of(points) for points in totals)
    return "level" if before != after else ""


def _before_and_after(finding: Finding, group: GroupReckoning) -> tuple[Decimal, Decimal] | None:
    if finding.rule in TOTALS or (finding.rule == "over-max" and finding.subject == group.id):
        return Decimal(finding.stated), Decimal(finding.expected)
    claim = group.any_total
    if claim is None or claim.points is None:
        return None
    follows = group.sum is None or group.sum == claim.points  # else the total may already hold the right figure
    if finding.rule in POINTS and not finding.variant and follows:
        return claim.points, claim.points + Decimal(finding.expected) - Decimal(finding.stated)
    if finding.rule in CLAIMS:
        kept = Decimal(finding.facts.get("most", "0"))
        return claim.points, claim.points - sum(Decimal(term) for term in finding.stated.split(" + ")) + kept
    return None


def _group_of(subject: str, audit: Audit) -> GroupReckoning | None:
    for group in audit.groups:
        parts = group.official.criteria
        ids = {group.id, *(part.id for part in parts), *(item.id for part in parts for item in part.items)}
        if subject in ids:
            return group
    return None
