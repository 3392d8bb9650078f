"""Rules on levels: of a criterion, of a group, of the text beside the appendix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from normalize.criteria import OfficialCriterion, Scale
from normalize.report import Criterion, Reading
from rules.audit import Audit
from rules.finding import Finding
from rules.reckoning import ZERO, Claim, GroupReckoning, Part, value_of
from rules.showing import distinct, show, surest


def criterion_level(audit: Audit) -> Iterator[Finding]:
    """A criterion's level that is not the one of its score."""
    for part in (part for group in audit.groups for part in group.parts):
        level = part.row.level if part.row else None
        expected = _levels_of(part) if level and _is_on_scale(audit, level.value) else []
        if part.row is None or level is None or level.value is None or not expected or level.value in expected:
            continue
        scale = part.official.scale
        yield Finding(
            "criterion-level",
            part.official.id,
            level.place,
            stated=str(level.value),
            expected=str(expected[0]),
            facts={
                "kind": "criterion",
                "points": show(part.stated) if part.stated is not None and scale else "",
                "bounds": bounds_of(scale, expected[0]),
            },
            others=distinct([part.row.score.place if part.row.score else None]),
            excerpt=level.text,
            confidence=surest(level, part.row.score, *(item.score for item in part.row.items)),
            reported=scale.reported if scale else part.official.reported,
            variant="" if scale else "sequence",
        )


def _is_on_scale(audit: Audit, level: int | None) -> bool:
    """Whether the set has such a level; "mức độ 4" is of something else (public services, accreditation)."""
    names = [number for number, _ in audit.criteria.level_names]
    return level is not None and (not names or level in names)


def _levels_of(part: Part) -> list[int]:
    """The levels that the row's figures allow, the likeliest first; none where they settle nothing."""
    if part.official.scale is not None:
        if part.stated is None:
            return []
        scores = [part.stated, *([] if part.by_items is None else [part.by_items])]
        return [part.official.scale.level_of(score) for score in scores]
    if part.official.in_sequence and part.row is not None:
        reached = level_in_sequence(part.official, part.row)
        return [] if reached is None else [reached]
    return []


def bounds_of(scale: Scale | None, level: int) -> str:
    """Where a level begins and ends, as words and figures that messages can word: "from 50 to 75", "above 75"."""
    if scale is None:
        return ""
    begins = [("from" if bound.inclusive else "above", bound) for bound in scale.bounds if bound.level == level]
    ends = [bound for bound in scale.bounds if bound.level > level][:1]
    until = ("under" if begins else "below", "to" if begins else "at-most")
    parts = [*begins, *((until[0] if bound.inclusive else until[1], bound) for bound in ends)]
    return " ".join(f"{word} {show(bound.points)}" for word, bound in parts)


def level_in_sequence(official: OfficialCriterion, row: Criterion) -> int | None:
    """The highest level whose parts, and those of all levels below it, are met; None where a part is unknown."""
    scores = {item.id: value_of(item.score) for item in row.items}
    levels = sorted({item.level for item in official.items if item.level is not None})
    if not levels:
        return None
    reached = levels[0] - 1
    for level in levels:
        needed = [scores.get(item.id) for item in official.items if item.level == level]
        if any(score == ZERO for score in needed):
            return reached
        if any(score is None for score in needed):
            return None
        reached = level
    return reached


def group_level(audit: Audit) -> Iterator[Finding]:
    """A group's level that is not the one of its total: wrong in the appendix, or wherever it is stated."""
    for group in audit.groups:
        wrong = [claim for claim in _wrong_claims(group) if _is_on_scale(audit, _level(claim))]
        main = _main(group)
        if not wrong or (main is not None and main not in wrong):
            continue  # where the appendix is right, body-level speaks of the text
        first = main if main is not None else wrong[0]
        yield _level_finding("group-level", group, [first, *(claim for claim in wrong if claim is not first)])


def body_level(audit: Audit) -> Iterator[Finding]:
    """A group's level in the text (or the closing lines) that differs from the right one in the appendix."""
    for group in audit.groups:
        main = _main(group)
        wrong = _wrong_claims(group)
        if main is None or main in wrong:
            continue
        if not wrong and not any(_allowed(group, claim) for claim in _levelled(group)):
            wrong = [claim for claim in _levelled(group) if _level(claim) != _level(main)]
        wrong = [claim for claim in wrong if _is_on_scale(audit, _level(claim))]
        if wrong:
            yield _level_finding("body-level", group, wrong, main)
        elif doubtful := [claim for claim in group.doubtful if _is_doubted(audit, group, claim, main)]:
            yield replace(_level_finding("body-level", group, doubtful[:1], main), variant="doubtful")


def _is_doubted(audit: Audit, group: GroupReckoning, claim: Claim, main: Claim) -> bool:
    """Whether a doubtful claim names another level than the appendix, and its own points do not explain it."""
    scale, level = group.official.scale, _level(claim)
    explained = scale is not None and claim.points is not None and scale.level_of(claim.points) == level
    return level is not None and level != _level(main) and _is_on_scale(audit, level) and not explained


def _levelled(group: GroupReckoning) -> list[Claim]:
    return [claim for claim in group.claims if _level(claim) is not None]


def _main(group: GroupReckoning) -> Claim | None:
    """The level that the appendix states: in its table, else in its closing lines."""
    return next((claim for claim in _levelled(group) if claim.source != "text"), None)


def _level(claim: Claim) -> int | None:
    return claim.level.value if claim.level is not None else None


def _wrong_claims(group: GroupReckoning) -> list[Claim]:
    """The claims whose level no total allows, those of the text first."""
    levelled = sorted(_levelled(group), key=lambda claim: claim.source != "text")
    return [claim for claim in levelled if (allowed := _allowed(group, claim)) and _level(claim) not in allowed]


def _allowed(group: GroupReckoning, claim: Claim) -> dict[int, Decimal]:
    """The levels that a claim may state, with the total each rests on, the likeliest first.

    Another place's total counts too: where totals differ, body-score or group-sum says so, and a level that follows
    the right total is not a second mistake.
    """
    scale = group.official.scale
    main, other = group.total, group.any_total
    fallback = other.points if other and claim.points is None and main is None else None
    totals = (claim.points, main.points if main else None, group.sum, fallback)
    if scale is None:
        return {}
    allowed: dict[int, Decimal] = {}
    for points in totals:
        if points is not None:
            allowed.setdefault(scale.level_of(points), points)
    return allowed


def _level_finding(rule: str, group: GroupReckoning, wrong: list[Claim], right: Claim | None = None) -> Finding:
    """A finding at the first of the wrong claims, held against the right one, else against its own total."""
    claim = wrong[0]
    allowed = _allowed(group, claim)
    # With no total to go by, the appendix's level is all that the text can be held against.
    expected = _level(right) if right is not None else next(iter(allowed), None)
    level: Reading[int] | None = claim.level
    scale = group.official.scale
    points = allowed.get(expected) if expected is not None else None
    return Finding(
        rule,
        group.id,
        level.place if level else claim.place,
        stated=str(level.value) if level else "",
        expected=str(expected),
        facts={
            "kind": "group",
            "points": show(points) if points is not None else "",
            "bounds": bounds_of(scale, expected) if points is not None and expected is not None else "",
        },
        others=distinct([right.place if right is not None else None]),
        also=distinct([other.place for other in wrong[1:]]),
        excerpt=claim.text,
        confidence=surest(level, claim.score),
        reported=scale.reported if scale else False,
        variant="closing" if rule == "body-level" and claim.source == "closing" else "",
    )
