"""Rules on totals of which parts are missing: can the missing criteria make up what is not seen?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rules.audit import Audit
from rules.finding import Finding
from rules.reach import INFINITE, span
from rules.reckoning import ZERO, GroupReckoning, choice_of
from rules.showing import show, surest


def infeasible_total(audit: Audit) -> Iterator[Finding]:
    """A total that no permitted values of the missing criteria reach."""
    for group in audit.groups:
        if _is_partly_known(group) and not group.reaches(_claimed(group)):
            reach = span([*(choice_of(part) for part in group.parts), *group.extras])
            upper = "" if reach.high == INFINITE else show(reach.high)
            yield _finding("infeasible-total", group, {"low": show(reach.low), "high": upper})


def unverified_total(audit: Audit) -> Iterator[Finding]:
    """A possible total: what the missing criteria would have to add up to."""
    for group in audit.groups:
        if _is_partly_known(group) and group.reaches(_claimed(group)):
            yield _finding("unverified-total", group, {})


def _is_partly_known(group: GroupReckoning) -> bool:
    unknown = group.unknown
    return group.any_total is not None and bool(unknown) and len(unknown) < len(group.parts)


def _claimed(group: GroupReckoning) -> Decimal:
    claim = group.any_total
    return claim.points if claim is not None and claim.points is not None else ZERO


def _finding(rule: str, group: GroupReckoning, facts: dict[str, str]) -> Finding:
    claim = group.any_total
    known = [part.stated for part in group.parts if part.stated is not None]
    seen = sum(known, ZERO)
    maxima = [part.official.maximum for part in group.unknown]
    most = sum((maximum for maximum in maxima if maximum is not None), ZERO)
    rests_on_reported = any(part.official.reported for part in group.unknown)
    return Finding(
        rule,
        group.id,
        claim.score.place if claim and claim.score else None,
        stated=show(_claimed(group)),
        expected=_range(facts) if facts else "",
        facts={
            "kind": "group",
            "missing": ", ".join(part.official.id for part in group.unknown),
            "seen": show(seen),
            "rest": show(_claimed(group) - seen),
            "most": show(most) if None not in maxima else "",
            **facts,
        },
        excerpt=claim.text if claim else "",
        confidence=surest(claim.score if claim else None),
        reported=rests_on_reported,
        variant="open" if None in maxima and not facts else "",
    )


def _range(facts: dict[str, str]) -> str:
    if not facts["high"]:
        return f"≥ {facts['low']}"
    return facts["low"] if facts["low"] == facts["high"] else f"{facts['low']}–{facts['high']}"
