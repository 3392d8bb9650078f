"""A criterion's row with its first item, cut by a page break: title and figures before it, the item after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalize.criteria import CriterionSet, OfficialCriterion
from normalize.report import Criterion, Group


def with_cut_rows(groups: Sequence[Group], criteria: CriterionSet) -> tuple[Group, ...]:
    """The groups, a score given to the first item where no other criterion with items has one of its own."""
    official = {one.id: one for group in criteria.groups for one in group.criteria}
    scored = [one.id for group in groups for one in group.criteria if one.items and one.score is not None]
    cut = [
        one
        for group in groups
        for one in group.criteria
        if one.id in scored and _is_cut_before_first_item(one, official[one.id])
    ]
    unscored = any(one.items and one.score is None for group in groups for one in group.criteria)
    if len(cut) < len(scored) or not unscored:
        return tuple(groups)
    mended = {one.id: _given_to_first_item(one) for one in cut}
    return tuple(replace(g, criteria=tuple(mended.get(one.id, one) for one in g.criteria)) for g in groups)


def _is_cut_before_first_item(criterion: Criterion, official: OfficialCriterion) -> bool:
    """The first item alone has no figure, stands on another page, and the criterion's score is within its maximum."""
    first, *rest = criterion.items
    maximum = next((one.maximum for one in official.items if one.id == first.id), None)
    score = None if criterion.score is None else criterion.score.value
    if score is None or maximum is None or score > maximum or official.items[0].id != first.id:
        return False
    on_next_page = first.place.page != criterion.place.page and first.place.page is not None
    return on_next_page and first.score is None and bool(rest) and all(one.score is not None for one in rest)


def _given_to_first_item(criterion: Criterion) -> Criterion:
    first, *rest = criterion.items
    return replace(criterion, score=None, items=(replace(first, score=criterion.score), *rest))
