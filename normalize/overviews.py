"""A table of the criteria with their scores, beside the tables of their items: each says what the other leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from normalize.criteria import CriterionSet, OfficialGroup
from normalize.report import Appendix, Criterion, Group, LooseRow, Statement

AGREEING = 0.5  # of the figures that both have: below, they are not of one scoring (another year, points taken off)


def are_of_one_scoring(appendix: Appendix, overview: Appendix) -> bool:
    """Whether most of an overview's scores are what the items add up to, or the criteria have themselves."""
    detailed = {one.id: _score_of(one) for group in appendix.groups for one in group.criteria}
    pairs = [
        (detailed.get(one.id), one.score.value)
        for group in overview.groups
        for one in group.criteria
        if one.score is not None
    ]
    known = [(first, second) for first, second in pairs if first is not None and second is not None]
    return sum(first == second for first, second in known) >= AGREEING * len(known)


def _score_of(criterion: Criterion) -> Decimal | None:
    if criterion.score is not None:
        return criterion.score.value
    parts = [None if item.score is None else item.score.value for item in criterion.items]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(parts) else None


def complemented(appendix: Appendix, overview: Appendix, criteria: CriterionSet) -> Appendix:
    """The appendix with what only its overview says; a score that both print differently is a second row."""
    own = {group.id: group for group in appendix.groups}
    above = {group.id: group for group in overview.groups}
    groups = tuple(_filled_group(own[one.id], above[one.id], one) for one in criteria.groups)
    known = {one.id for one in appendix.duplicates}
    duplicates = [one for one in overview.duplicates if one.id not in known]
    labels = {one.label for one in appendix.unknown}
    unknown = [one for one in overview.unknown if one.label not in labels]
    return replace(
        appendix,
        groups=groups,
        duplicates=(*appendix.duplicates, *duplicates, *_contradicting(appendix, overview)),
        unknown=(*appendix.unknown, *unknown),
        missing=tuple(one for one in appendix.missing if one in overview.missing),
    )


def totals_again(appendix: Appendix, overview: Appendix) -> Iterator[Statement]:
    """The overview's totals of groups that have theirs in the appendix."""
    own = {group.id: group for group in appendix.groups}
    for group in overview.groups:
        if _has_totals_of(own[group.id], group) and group.place is not None:
            yield Statement(
                group.id, group.place, group.title, group.score, group.stated_max, group.level, after_table=True
            )


def _has_totals_of(group: Group, above: Group) -> bool:
    return bool((group.score and above.score) or (group.level and above.level))


def _filled_group(group: Group, above: Group, official: OfficialGroup) -> Group:
    own = {one.id: one for one in group.criteria}
    told = {one.id: one for one in above.criteria}
    ids = [one.id for one in official.criteria if one.id in own or one.id in told]
    criteria = tuple(_filled(own[key], told.get(key)) if key in own else told[key] for key in ids)
    if _has_totals_of(group, above):
        return replace(group, criteria=criteria)
    has_total = above.score is not None or above.level is not None
    return replace(
        group,
        place=above.place if has_total or group.place is None else group.place,
        title=group.title or above.title,
        stated_max=group.stated_max or above.stated_max,
        score=group.score or above.score,
        level=group.level or above.level,
        criteria=criteria,
    )


def _filled(criterion: Criterion, told: Criterion | None) -> Criterion:
    if told is None:
        return criterion
    return replace(
        criterion,
        stated_max=criterion.stated_max or told.stated_max,
        score=criterion.score or told.score,
        level=criterion.level or told.level,
        answer=criterion.answer or told.answer,
        evidence=criterion.evidence or told.evidence,
        assessed=criterion.assessed or told.assessed,
    )


def _contradicting(appendix: Appendix, overview: Appendix) -> Iterator[LooseRow]:
    own = {one.id: one for group in appendix.groups for one in group.criteria}
    for told in (one for group in overview.groups for one in group.criteria):
        first = own[told.id].score if told.id in own else None
        if first is None or told.score is None or None in {first.value, told.score.value}:
            continue
        if first.value != told.score.value:
            yield LooseRow(told.label, told.place, told.score, told.stated_max, told.id)
