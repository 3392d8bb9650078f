"""Doubtful figures of a scanned score table settled by all that the report says of them (`joint` holds the model).

Evidence for a doubtful figure: the sums that it is in, the level beside it, its group's total in the text, and what the
official table permits: a maximum is mostly printed as it is there, and a score seldom exceeds it. What is read without
doubt stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import NamedTuple, TypeVar

from normalize.believable import believable
from normalize.covering import CLEAR, Addend, confirmed_in, likely_read, opened
from normalize.criteria import CriterionSet, OfficialCriterion, OfficialGroup, Scale
from normalize.joint import SLIP, Belief, Node, Weights, agreeing, beliefs_of
from normalize.report import Appendix, Criterion, Group, Item, Points, Reading, Statement

Level = Reading[int]
T = TypeVar("T")
FAR = 1.5  # times its maximum; a school that exceeds a maximum exceeds it by less
FAR_OVER = 0.1  # of those above their maximum are further above
OTHER_MAXIMUM = 0.01  # of printed maxima are not the official ones


def settle(appendix: Appendix, statements: Sequence[Statement], criteria: CriterionSet) -> Appendix:
    """The score table with each doubtful figure at its most probable value, and how probable each sum is a slip."""
    official = {group.id: group for group in criteria.groups}
    read = [believable(group, official[group.id]) if group.id in official else group for group in appendix.groups]
    groups = [
        _settled(group, official[group.id], statements) if group.id in official and _is_of_picture(group) else group
        for group in read
    ]
    return replace(appendix, groups=tuple(groups)) if groups != list(appendix.groups) else appendix


def _is_of_picture(group: Group) -> bool:
    figures: Iterator[Points | Level | None] = chain(
        (group.score, group.level, group.stated_max), *map(_figures, group.criteria)
    )
    return any(figure is not None and figure.confidence < 1 for figure in figures)


def _figures(row: Criterion) -> Iterator[Points | Level | None]:
    yield from (row.score, row.level, row.stated_max)
    for item in row.items:
        yield from (item.score, item.stated_max)


def _settled(group: Group, official: OfficialGroup, statements: Sequence[Statement]) -> Group:
    believed = _believed(_trees(group, official, statements))
    rows = {criterion.id: criterion for criterion in official.criteria}
    counted = [addend for row in group.criteria for addend in _counted(row, rows.get(row.id))]
    return replace(
        group,
        stated_max=_maximum(group.stated_max, official.maximum),
        score=_figure(group.score, group.id, believed),
        level=_level(group.level, believed.of.get(group.id), official.scale),
        slip=opened(believed.slip(group.id), group.score, counted),
        criteria=tuple(_criterion(row, believed, rows.get(row.id)) for row in group.criteria),
    )


class _Believed(NamedTuple):
    """What is believed of figures by id, and which of them are in a sum that agrees."""

    of: Mapping[str, Belief]
    confirmed: Collection[str]

    def slip(self, name: str) -> float | None:
        """How probable a figure is not the sum of its parts."""
        return self.of[name].slip if name in self.of else None


def _believed(trees: Iterable[Node]) -> _Believed:
    beliefs: dict[str, Belief] = {}
    confirmed: set[str] = set()
    for root in trees:
        beliefs.update(beliefs_of(root))
        confirmed.update(confirmed_in(root, beliefs))
    return _Believed(beliefs, confirmed)


def _addends(row: Criterion, official: OfficialCriterion | None) -> list[Addend]:
    """The figures that a criterion's items add up from."""
    maxima = {item.id: item.maximum for item in official.items} if official is not None else {}
    return [Addend(item.score, maxima.get(item.id)) for item in row.items if item.score is not None]


def _counted(row: Criterion, official: OfficialCriterion | None) -> list[Addend]:
    """The figures that a criterion counts with in its group's sum."""
    maximum = official.maximum if official is not None else None
    return _addends(row, official) if row.score is None else [Addend(row.score, maximum)]


def _criterion(row: Criterion, believed: _Believed, official: OfficialCriterion | None) -> Criterion:
    maxima = {item.id: item.maximum for item in official.items} if official is not None else {}
    return replace(
        row,
        stated_max=_maximum(row.stated_max, official.maximum if official is not None else None),
        score=_figure(row.score, row.id, believed),
        level=_level(row.level, believed.of.get(row.id), official.scale if official is not None else None),
        slip=opened(believed.slip(row.id), row.score, _addends(row, official)),
        items=tuple(_item(item, believed, maxima.get(item.id)) for item in row.items),
    )


def _item(item: Item, believed: _Believed, maximum: Decimal | None) -> Item:
    return replace(item, stated_max=_maximum(item.stated_max, maximum), score=_figure(item.score, item.id, believed))


def _maximum(reading: Points | None, official: Decimal | None) -> Points | None:
    """A printed maximum that may be read in several ways: most are the official one."""
    if reading is None or not reading.choices or official is None:
        return reading
    likely = {value: chance * (1.0 if value == official else OTHER_MAXIMUM) for value, chance in reading.choices}
    whole = sum(likely.values())
    return _at(reading, {value: chance / whole for value, chance in likely.items()}) if whole else reading


def _figure(reading: Points | None, name: str, believed: _Believed) -> Points | None:
    """A figure at its most probable value; one that is hardly read only as sure as it is read, where no sum agrees."""
    belief = believed.of.get(name)
    if reading is None or not reading.choices or belief is None or not belief.values:
        return reading
    settled = _at(reading, belief.values)
    likely = likely_read(reading)
    if likely >= CLEAR or name in believed.confirmed:
        return settled
    return replace(settled, confidence=settled.confidence * likely)


def _level(reading: Level | None, belief: Belief | None, scale: Scale | None) -> Level | None:
    """A level that may be read in several ways, by the score that it goes with."""
    if reading is None or not reading.choices:
        return reading
    likely = dict(reading.choices)
    if scale is not None and belief is not None:
        likely = {
            level: chance * sum(weight * _fits(scale, value, level) for value, weight in belief.values.items())
            for level, chance in likely.items()
        }
    whole = sum(likely.values())
    return _at(reading, {level: chance / whole for level, chance in likely.items()}) if whole else reading


def _at(reading: Reading[T], chances: Mapping[T, float]) -> Reading[T]:
    """The reading at its most probable value."""
    best = max(chances, key=lambda value: chances[value])
    choices = tuple(sorted(chances.items(), key=lambda choice: -choice[1]))
    return replace(reading, value=best, confidence=chances[best], choices=choices)


def _fits(scale: Scale, score: Decimal, level: int) -> float:
    return 1 - SLIP if scale.level_of(score) == level else SLIP


def _trees(group: Group, official: OfficialGroup, statements: Sequence[Statement]) -> Iterator[Node]:
    """The group's figures as one tree; its criteria each alone where one of them is not known."""
    rows = {row.id: row for row in group.criteria}
    scored = [criterion for criterion in official.criteria if not criterion.condition]
    for criterion in scored:
        yield from _lone_items(rows.get(criterion.id), criterion)
    parts = [_node(rows.get(criterion.id), criterion) for criterion in scored]
    known = [part for part in parts if part is not None]
    printed = _weights(group.score, official.maximum)
    if len(known) < len(parts):
        yield from known
        known = []
    if printed is not None or known:
        hints = tuple(_hints(printed, group, official, statements)) if printed is not None else ()
        yield Node(group.id, printed, tuple(known), hints)


def _node(row: Criterion | None, official: OfficialCriterion) -> Node | None:
    """A criterion over its items; None where neither its score nor all of theirs are known."""
    if row is None:
        return None
    printed = _weights(row.score, official.maximum)
    leaves = _leaves(row, official)
    parts = tuple(leaves) if len(leaves) == len(official.items) else ()
    if printed is None:
        return Node(row.id, None, parts) if parts and row.score is None else None
    return Node(row.id, printed, parts, tuple(_by_level(printed, row.level, official.scale)))


def _lone_items(row: Criterion | None, official: OfficialCriterion) -> list[Node]:
    """The items that are known where others are not, so that nothing is known of their sum."""
    leaves = [] if row is None else _leaves(row, official)
    return leaves if len(leaves) < len(official.items) else []


def _leaves(row: Criterion, official: OfficialCriterion) -> list[Node]:
    """The items that are known."""
    items = {item.id: item for item in row.items}
    leaves = (_leaf(items.get(one.id), one.maximum) for one in official.items)
    return [leaf for leaf in leaves if leaf is not None]


def _leaf(item: Item | None, maximum: Decimal | None) -> Node | None:
    weights = None if item is None else _weights(item.score, maximum)
    return None if item is None or weights is None else Node(item.id, weights)


def _weights(reading: Points | None, maximum: Decimal | None) -> Weights | None:
    """What a figure may be, above its maximum only as seldom as a slip; None where nothing is known."""
    if reading is None or (reading.value is None and not reading.choices):
        return None
    if not reading.choices:
        return None if reading.value is None else {reading.value: 1.0}
    return {value: chance * _allowed(value, maximum) for value, chance in reading.choices}


def _allowed(value: Decimal, maximum: Decimal | None) -> float:
    """How often a score is so high over its maximum, as a share of those that are not."""
    if maximum is None or value <= maximum:
        return 1.0
    return SLIP if value <= maximum * Decimal(FAR) else SLIP * FAR_OVER


def _by_level(printed: Weights, level: Level | None, scale: Scale | None) -> Iterator[Weights]:
    """What the level beside a score says of it."""
    if scale is None or level is None or level.value is None:
        return
    levels = dict(level.choices) or {level.value: 1.0}
    yield {value: sum(chance * _fits(scale, value, one) for one, chance in levels.items()) for value in printed}


def _hints(
    printed: Weights, group: Group, official: OfficialGroup, statements: Sequence[Statement]
) -> Iterator[Weights]:
    yield from _by_level(printed, group.level, official.scale)
    for said in statements:
        if said.group == group.id and said.sure and said.score is not None and said.score.value is not None:
            yield agreeing(printed, {said.score.value: said.score.confidence})
