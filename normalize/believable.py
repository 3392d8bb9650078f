"""Figures of a scanned score table that nobody can have meant are not understood: signs of two were read as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from normalize.criteria import OfficialGroup
from normalize.report import Criterion, Group, Points

ABSURD = 3  # times its maximum; "7/10" whose stroke was lost is 71 times as much


def believable(group: Group, official: OfficialGroup) -> Group:
    """The group without the scores that a picture cannot have shown."""
    maxima = {item.id: item.maximum for criterion in official.criteria for item in criterion.items}
    maxima |= {criterion.id: criterion.maximum for criterion in official.criteria}
    score = _believable(group.score, official.maximum)
    rows = tuple(_row(row, maxima) for row in group.criteria)
    same = score is group.score and all(one is other for one, other in zip(rows, group.criteria, strict=True))
    return group if same else replace(group, score=score, criteria=rows)


def _row(row: Criterion, maxima: Mapping[str, Decimal | None]) -> Criterion:
    score = _believable(row.score, maxima.get(row.id))
    scores = [_believable(item.score, maxima.get(item.id)) for item in row.items]
    if score is row.score and all(one is item.score for one, item in zip(scores, row.items, strict=True)):
        return row
    items = tuple(replace(item, score=one) for item, one in zip(row.items, scores, strict=True))
    return replace(row, score=score, items=items)


def _believable(score: Points | None, maximum: Decimal | None) -> Points | None:
    """The score as read; without its value where that, from a picture, is far too high and can be nothing else."""
    if score is None or score.value is None or maximum is None or score.confidence == 1:
        return score
    values = (score.value, *(value for value, _ in score.choices))
    return replace(score, value=None, choices=()) if min(values) > ABSURD * maximum else score
