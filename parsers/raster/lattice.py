"""From the rulings that were found to whole sides of cells: between two crossings, what is mostly drawn is drawn.

A broken or faint ruling has stretches that are too short to be seen by themselves. Where a ruling is known to go along
and others to cross it, only one question is left for each stretch between two crossings: is most of it dark, with
paper on both sides? So gaps close, and what stops short of a crossing is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from parsers.straight import Ruling

LEVEL = 2.0  # points; rulings at one height
TOUCH = 3.5  # points; so close to a ruling is on it
SHORTEST = 4.0  # points between two crossings
DRAWN = 0.5  # of a side's length that must be dark
COVERED = 0.75  # of a side's length along which a long ruling was found; text may stand close to it there

# Of stretches given as arrays (at, start, end), in points: which share of each is dark, paper on both sides; else 0
Measure = Callable[[Any, Any, Any], Any]


def sides_of(
    lying: Sequence[Ruling], standing: Sequence[Ruling], measures: tuple[Measure, Measure]
) -> tuple[list[Ruling], list[Ruling]]:
    """Lying and standing rulings, whole from crossing to crossing; those that cross nothing stay as they are."""
    across, upright = _levelled(lying), _levelled(standing)
    return _whole(across, upright, measures[0]), _whole(upright, across, measures[1])


def _levelled(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Rulings that nearly stand at one place put there."""
    groups: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if groups and ruling.at - groups[-1][-1].at <= LEVEL:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return [ruling._replace(at=_middle(group)) for group in groups for ruling in group]


def _middle(group: Sequence[Ruling]) -> float:
    return sum(r.at * (r.end - r.start) for r in group) / max(sum(r.end - r.start for r in group), 1e-9)


def _whole(rulings: Sequence[Ruling], walls: Sequence[Ruling], measure: Measure) -> list[Ruling]:
    """The rulings as whole stretches between walls."""
    import numpy

    reach = _extents(walls)
    stretches: list[Ruling] = []
    kept: list[Ruling] = []
    for at, (start, end) in _extents(rulings).items():
        marks = [x for x, (top, bottom) in reach.items() if top - TOUCH <= at <= bottom + TOUCH]
        marks = [x for x in marks if start - 2 * TOUCH <= x <= end + 2 * TOUCH]
        if len(marks) < 2:
            kept += [ruling for ruling in rulings if ruling.at == at]
            continue
        stretches += [Ruling(at, a, b) for a, b in pairwise(sorted(marks)) if b - a >= SHORTEST]
        kept += _tails([ruling for ruling in rulings if ruling.at == at], min(marks), max(marks))
    if not stretches:
        return kept
    shares = measure(*numpy.array(stretches).T)
    drawn = [
        stretch
        for stretch, share in zip(stretches, shares, strict=True)
        if share >= DRAWN or _covered(stretch, rulings) >= COVERED
    ]
    return [*kept, *_joined(drawn)]


def _tails(rulings: Sequence[Ruling], first: float, last: float) -> Iterator[Ruling]:
    """What goes on beyond the first and the last wall: a table that the page's end cuts is open there."""
    for at, start, end in rulings:
        if start < first - 2 * TOUCH:
            yield Ruling(at, start, min(end, first))
        if end > last + 2 * TOUCH:
            yield Ruling(at, max(start, last), end)


def _covered(stretch: Ruling, rulings: Sequence[Ruling]) -> float:
    """The share of a stretch along which a ruling was found."""
    found = (min(r.end, stretch.end) - max(r.start, stretch.start) for r in rulings if r.at == stretch.at)
    return sum(max(length, 0.0) for length in found) / (stretch.end - stretch.start)


def _extents(rulings: Sequence[Ruling]) -> dict[float, tuple[float, float]]:
    """From where to where the rulings at each place go."""
    found: dict[float, tuple[float, float]] = {}
    for at, start, end in rulings:
        first, last = found.get(at, (start, end))
        found[at] = (min(first, start), max(last, end))
    return found


def _joined(stretches: Sequence[Ruling]) -> Iterator[Ruling]:
    """Stretches that follow one another as one."""
    before: Ruling | None = None
    for stretch in sorted(stretches):
        if before is not None and before.at == stretch.at and stretch.start - before.end <= SHORTEST:
            before = before._replace(end=stretch.end)
            continue
        if before is not None:
            yield before
        before = stretch
    if before is not None:
        yield before
