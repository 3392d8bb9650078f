"""Joint reading: what doubtful figures of a scanned score table most probably say, given that figures add up.

The figures of a group form a tree: items under a criterion, criteria under their group. Each printed figure is read
with a probability for each of its possible readings. That a report's sum is right is evidence, not certainty: with
probability `SLIP` a printed figure is not the sum of its parts, and then it may be anything that can be read there.
The posterior of every figure, and of every slip, follows exactly by passing messages up and down the tree (sum-product
on a tree: J. Pearl, Reverend Bayes on inference engines, 1982; F. Kschischang, B. Frey, H.-A. Loeliger, Factor graphs
and the sum-product algorithm, 2001).

A figure with one reading is certain: no arithmetic overrules it. So an audit cannot heal what it checks: arithmetic
chooses only between readings that the picture leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

SLIP = 0.03  # of the sums, levels and repeated totals that schools print, about so many are wrong

Weights = Mapping[Decimal, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A figure with its parts.

    `readings` are the probabilities of what is printed, None where nothing is; then it counts as the sum of its parts.
    `hints` weigh its values by what else the report says of it: its level, its total in the text.
    """

    id: str
    readings: Weights | None
    parts: tuple[Node, ...] = ()
    hints: tuple[Weights, ...] = ()


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of a figure: the probability of each value, and that it is not the sum of its parts; None where
    it is not printed, or has none."""

    values: Weights
    slip: float | None = None


def beliefs_of(root: Node) -> dict[str, Belief]:
    """The posterior of every figure of the tree by its id."""
    upward = dict(_upward(root))
    found: dict[str, Belief] = {}
    _descend(root, None, upward, found)
    return found


def agreeing(printed: Weights, same: Weights, slip: float = SLIP) -> dict[Decimal, float]:
    """A hint: how far each value of `printed` agrees with what is stated elsewhere, which may be a slip."""
    return {value: (1 - slip) * same.get(value, 0.0) + slip / len(printed) for value in printed}


def _upward(node: Node) -> Iterator[tuple[str, Weights]]:
    """The message of each node to the one above: how much speaks for each of its values from below and from itself."""
    below: list[Weights] = []
    for part in node.parts:
        messages = list(_upward(part))
        yield from messages
        below.append(messages[-1][1])
    yield node.id, _normed(_own(node, _sums(below)))


def _own(node: Node, sums: Weights) -> dict[Decimal, float]:
    """The weight of each value of a node: as read and hinted at, over parts with these sums."""
    if node.readings is None:
        return _hinted(node, sums)
    whole = sum(sums.values())
    return {
        value: weight * (_over(node, sums.get(value, 0.0), whole) if sums else 1.0)
        for value, weight in _hinted(node, node.readings).items()
    }


def _over(node: Node, equal: float, whole: float) -> float:
    """The weight of a printed value over parts of which `equal` of the `whole` weight adds up to it."""
    return (1 - SLIP) * equal + SLIP * (whole - equal) / len(node.readings or (None,))


def _descend(node: Node, above: Weights | None, upward: Mapping[str, Weights], found: dict[str, Belief]) -> None:
    """Beliefs of a node and of all below it; `above` weighs its values by what is known from above."""
    below = [upward[part.id] for part in node.parts]
    sums = _sums(below)
    weights = {value: weight * _of(above, value) for value, weight in _own(node, sums).items()}
    found[node.id] = Belief(_normed(weights), _slip(node, sums, above))
    for position, part in enumerate(node.parts):
        rest = _sums(below[:position] + below[position + 1 :]) or {Decimal(0): 1.0}
        _descend(part, _downward(node, upward[part.id], rest, above), upward, found)


def _slip(node: Node, sums: Weights, above: Weights | None) -> float | None:
    """The posterior that the printed figure is not the sum of its parts."""
    if node.readings is None or not node.parts:
        return None
    stated = {value: weight * _of(above, value) for value, weight in _hinted(node, node.readings).items()}
    right = (1 - SLIP) * sum(weight * sums.get(value, 0.0) for value, weight in stated.items())
    every = sum(weight * _over(node, sums.get(value, 0.0), sum(sums.values())) for value, weight in stated.items())
    return 1 - right / every if every else 0.0


def _downward(node: Node, part: Weights, rest: Weights, above: Weights | None) -> dict[Decimal, float]:
    """How much speaks from above and from its siblings for each value of a part."""
    printed = None if node.readings is None else _hinted(node, node.readings)
    stated = None if printed is None else {value: weight * _of(above, value) for value, weight in printed.items()}
    totals = {value + other for value in part for other in rest}
    if stated is None:
        likely = {
            total: weight * _of(above, total) for total, weight in _hinted(node, dict.fromkeys(totals, 1.0)).items()
        }
    else:
        whole = sum(stated.values())
        likely = {total: _over(node, stated.get(total, 0.0), whole) for total in totals}
    return {value: sum(weight * likely[value + other] for other, weight in rest.items()) for value in part}


def _hinted(node: Node, values: Weights) -> dict[Decimal, float]:
    """The weights times what the hints say."""
    found = dict(values)
    for hint in node.hints:
        found = {value: weight * hint.get(value, SLIP) for value, weight in found.items()}
    return found


def _of(weights: Weights | None, value: Decimal) -> float:
    return 1.0 if weights is None else weights.get(value, 0.0)


def _sums(parts: Sequence[Weights]) -> dict[Decimal, float]:
    """The weight of each sum of independent parts; empty where there are none."""
    if not parts:
        return {}
    sums: dict[Decimal, float] = {Decimal(0): 1.0}
    for part in parts:
        further: dict[Decimal, float] = {}
        for total, weight in sums.items():
            for value, own in part.items():
                further[total + value] = further.get(total + value, 0.0) + weight * own
        sums = further
    return sums


def _normed(weights: Weights) -> dict[Decimal, float]:
    whole = sum(weights.values())
    return {value: weight / whole for value, weight in weights.items()} if whole else dict(weights)
