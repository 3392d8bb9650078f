"""How far the readings of a scanned figure cover what may stand there.

What a figure may be is told among readings; that none of them is right is told by how sure it is that it is a figure at
all. Where a sum agrees, it is: figures that were hardly read seldom add up. Where it does not, a figure hardly read is
the likelier cause, rather than a slip of the school's.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from normalize.joint import SLIP, Belief, Node
from normalize.report import Points, Reading

# How often a figure of a scan that is so likely one is another than all its readings: of 3,331 from 0.9 on, four; of 63
# from 0.7, one; of 10 below, five.
SURE, CLEAR = 0.9, 0.7
UNREAD, HARDLY_READ = 0.001, 0.4
OPEN = 0.2  # a slip that may be none is not taken for less likely than this: it is a doubt to be told
EVEN = 0.5
ZERO = Decimal(0)


def confirmed_in(node: Node, beliefs: Mapping[str, Belief], above: bool = False) -> Iterator[str]:
    """The ids of the figures that are in a sum which agrees."""
    slip = beliefs[node.id].slip
    own = slip is not None and slip < EVEN
    if own or above:
        yield node.id
    for part in node.parts:
        yield from confirmed_in(part, beliefs, own or (above and node.readings is None))


def likely_read(reading: Reading[Any]) -> float:
    """How likely one of a figure's readings is right."""
    chance = next((chance for value, chance in reading.choices if value == reading.value), 1.0)
    return min(reading.confidence / chance, 1.0) if chance else reading.confidence


class Addend(NamedTuple):
    """A figure of a sum with the most that it may be."""

    reading: Points
    maximum: Decimal | None


def opened(slip: float | None, printed: Points | None, addends: Sequence[Addend]) -> float | None:
    """How probable a slip is, given that each figure of the sum may be another than its readings; as before where what
    may be another cannot explain the difference."""
    if slip is None or slip < EVEN or printed is None or not _may_explain(printed, addends):
        return slip
    right = math.prod(1 - _unread(figure) for figure in (printed, *(one.reading for one in addends)))
    return max(slip * SLIP * right / (SLIP * right + 1 - right), OPEN)


def _may_explain(printed: Points, addends: Sequence[Addend]) -> bool:
    """Whether the sum may be as printed after all, given that what was not read for sure may be anything."""
    values = [one.reading.value for one in addends]
    known = [value for value in values if value is not None]
    if likely_read(printed) < CLEAR or printed.value is None or len(known) < len(values):
        return True
    doubted = [one for one in addends if likely_read(one.reading) < CLEAR]
    least = sum(known, ZERO) - sum((one.reading.value or ZERO for one in doubted), ZERO)
    room = [one.maximum for one in doubted if one.maximum is not None]
    return least <= printed.value and (len(room) < len(doubted) or printed.value <= least + sum(room, ZERO))


def _unread(reading: Reading[Any]) -> float:
    likely = likely_read(reading)
    return 0.0 if likely >= SURE else UNREAD if likely >= CLEAR else HARDLY_READ
