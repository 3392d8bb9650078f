"""Rules on sums: a criterion beside its items, a group beside its criteria, the text beside the appendix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from normalize.report import Criterion, Points
from rules.audit import Audit
from rules.doubt import figures_of, is_left
from rules.finding import Finding
from rules.reckoning import ZERO, Claim, GroupReckoning, Part, item_points
from rules.showing import distinct, show, show_sum, surest

FEW_UNEVEN = 3  # criteria; so many may well be added up wrongly in one report


def item_sum(audit: Audit) -> Iterator[Finding]:
    """A criterion's own score that is not the sum of its items; one finding where hardly any is."""
    parts, uneven = _uneven(audit)
    if _is_throughout(uneven, parts):
        yield _uneven_throughout(uneven, parts)
        return
    for part in uneven:
        row, own, by_items = part.row, part.own, part.by_items
        if row is None or row.score is None or own is None or by_items is None:
            continue
        scores = [row.score, *(item.score for item in row.items)]
        if is_left(row.slip, scores):
            continue
        if _counts_a_stray_row(audit, own - by_items):
            continue
        yield Finding(
            "item-sum",
            row.id,
            row.score.place,
            stated=show(own),
            expected=show(by_items),
            facts={"kind": "criterion", "terms": show_sum(item_points(row))},
            others=distinct([item.score.place for item in row.items if item.score]),
            excerpt=row.score.text,
            confidence=row.slip if row.slip is not None else surest(*scores),
        )


def _uneven(audit: Audit) -> tuple[list[Part], list[Part]]:
    """The criteria whose score and items are known, and those of them that are not the sum."""
    parts = [part for group in audit.groups for part in group.parts if None not in (part.own, part.by_items)]
    return parts, [part for part in parts if part.own != part.by_items]


def _is_throughout(uneven: Sequence[Part], parts: Sequence[Part]) -> bool:
    return len(uneven) > FEW_UNEVEN and 2 * len(uneven) > len(parts)


def _is_other_column(audit: Audit) -> bool:
    """Whether in a picture another column than the scores was read as the criteria's and the groups' own: hardly any
    criterion is the sum of its items. What its figures then say of totals is nothing."""
    parts, uneven = _uneven(audit)
    return bool(audit.report.pictured) and _is_throughout(uneven, parts)


def _uneven_throughout(uneven: Sequence[Part], parts: Sequence[Part]) -> Finding:
    """Where hardly any criterion is the sum of its items, another figure than its score may have been read."""
    scores = [part.row.score for part in uneven if part.row is not None and part.row.score is not None]
    return Finding(
        "item-sum",
        "",
        scores[0].place,
        facts={
            "count": str(len(uneven)),
            "of": str(len(parts)),
            "parts": ", ".join(part.official.id for part in uneven),
        },
        also=distinct([score.place for score in scores[1:]]),
        excerpt=scores[0].text,
        confidence=surest(*scores),
        variant="column",
    )


def _counts_a_stray_row(audit: Audit, difference: Decimal) -> bool:
    """Whether one row that matches no item explains the difference: then it may be an item of the school's own."""
    appendix = audit.report.appendix
    strays = appendix.unknown if appendix else ()
    return any(row.score is not None and row.score.value == difference for row in strays)


def group_sum(audit: Audit) -> Iterator[Finding]:
    """A group's printed total that its criteria, all of them known, do not add up to."""
    for group in () if _is_other_column(audit) else audit.groups:
        reckoned = group.sum
        if reckoned is None:
            continue
        totals = _totals(group)
        if any(group.reaches(points) for points in totals):
            continue  # of several totals in the text one is right; the others may be of another year
        if is_left(group.slip, figures_of(group).values()):
            continue
        for points, claims in totals.items():
            first = claims[0]
            yield Finding(
                "group-sum",
                group.id,
                first.score.place if first.score else first.place,
                stated=show(points),
                expected=show(reckoned),
                facts={
                    "kind": "group",
                    "terms": show_sum(part.stated or ZERO for part in group.parts),
                    "parts": ", ".join(part.official.id for part in group.parts),
                },
                also=distinct([claim.place for claim in claims[1:]]),
                excerpt=first.text,
                confidence=group.slip if group.slip is not None else _confidence(group, first),
            )


def _totals(group: GroupReckoning) -> dict[Decimal, list[Claim]]:
    """The totals to check with the places that state them: the appendix's, else whatever the text states."""
    main = group.total
    totals: dict[Decimal, list[Claim]] = {}
    for claim in group.claims:
        if claim.points is not None and (main is None or claim.points == main.points):
            totals.setdefault(claim.points, []).append(claim)
    return totals


def _confidence(group: GroupReckoning, claim: Claim) -> float:
    scores = [score for part in group.parts if part.row for score in (part.row.score, *_items_of(part.row))]
    return surest(claim.score, *scores)


def _items_of(row: Criterion) -> list[Points | None]:
    return [item.score for item in row.items]


def body_score(audit: Audit) -> Iterator[Finding]:
    """A group score in the text (or the closing lines) that is not the one in the appendix."""
    for group in () if _is_other_column(audit) else audit.groups:
        main = group.total
        if main is None or main.points is None:
            continue
        wrong = [found for found in _by_points(group, main) if not _is_sum_instead(group, main, found[0])]
        if not wrong and (doubtful := _doubtful(audit, group, main)) is not None:
            yield _body_score(group, main, [doubtful], "doubtful")
        for claims in wrong:
            yield _body_score(group, main, claims, "closing" if claims[0].source == "closing" else "")


def _is_sum_instead(group: GroupReckoning, main: Claim, claim: Claim) -> bool:
    """The appendix's total is the one that is wrong: group-sum."""
    return main.points is not None and not group.reaches(main.points) and group.sum == claim.points


def _body_score(group: GroupReckoning, main: Claim, claims: Sequence[Claim], variant: str) -> Finding:
    first = claims[0]
    return Finding(
        "body-score",
        group.id,
        first.score.place if first.score else first.place,
        stated=show(first.points or ZERO),
        expected=show(main.points or ZERO),
        facts={"kind": "group"},
        others=(main.place,),
        also=distinct([claim.place for claim in claims[1:]]),
        excerpt=first.text,
        confidence=surest(main.score, first.score),
        variant=variant,
    )


def _by_points(group: GroupReckoning, main: Claim) -> list[list[Claim]]:
    """The claims that differ from the main one, those of the text first, by the total that they state."""
    differing: dict[Decimal, list[Claim]] = {}
    for claim in sorted(group.claims, key=lambda claim: claim.source != "text"):
        if claim.points is not None and claim.points != main.points:
            differing.setdefault(claim.points, []).append(claim)
    return list(differing.values())


def _doubtful(audit: Audit, group: GroupReckoning, main: Claim) -> Claim | None:
    """The first doubtful claim that differs, and is no other group's total."""
    totals = {other.total.points for other in audit.groups if other.total is not None}
    differing = (claim for claim in group.doubtful if claim.points not in {None, main.points, *totals})
    return next(differing, None)
