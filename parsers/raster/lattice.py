"""From the rulings that were found to whole sides of cells: between two crossings, what is mostly drawn is drawn.

A broken or faint ruling has stretches that are too short to be seen by themselves. Where a ruling is known to go along
and others to cross it, only one question is left for each stretch between two crossings: is most of it dark, with
paper on both sides? So gaps close, and what stops short of a crossing is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from parsers.raster.stretches import Measure, Stretches
from parsers.straight import Ruling

LEVEL = 2.0  # points; rulings at one height
TOUCH = 3.5  # points; so close to a ruling is on it
SHORTEST = 5.0  # points between two crossings
# On 180 scans and photos (broken, faint, dashed), of 32,000 sides that stand alone all but 30 are dark over 0.7 of
# their length, of 210 places without one 12; beside text 9 in 10 sides are dark over 0.9, and hardly another place is.
DRAWN = 0.65  # of a side's length that is dark, with the gaps of dashes, where it stands alone
WHOLE = 0.9  # the same where text stands close to it
LOW = 24.0  # points; a letter's stem may fill most of a side that is shorter
CROSSING = 1.25  # points at either end that are of the ruling across, beside which nothing looks dark
OPEN_SHARE = 0.6  # of the rulings that cross a table's first ruling
ENDED = 4.0  # points within which the open ends of a table's rulings lie


def sides_of(
    lying: Sequence[Ruling], standing: Sequence[Ruling], measures: tuple[Measure, Measure]
) -> tuple[list[Ruling], list[Ruling]]:
    """Lying and standing rulings, whole from crossing to crossing; those that cross nothing stay as they are."""
    across, upright = _levelled(lying), _levelled(standing)
    return _whole(across, upright, measures[0]), _whole(upright, across, measures[1])


def _levelled(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Rulings that nearly stand at one place put where the longest of them is: of a doubled one there is ink."""
    groups: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if groups and ruling.at - groups[-1][-1].at <= LEVEL:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return [ruling._replace(at=max(group, key=_length).at) for group in groups for ruling in group]


def _length(ruling: Ruling) -> float:
    return ruling.end - ruling.start


def _whole(rulings: Sequence[Ruling], walls: Sequence[Ruling], measure: Measure) -> list[Ruling]:
    """The rulings as whole stretches between walls."""
    reach = extents(walls)
    stretches: list[Ruling] = []
    kept: list[Ruling] = []
    crossed: list[tuple[list[Ruling], float, float]] = []
    for at, (start, end) in extents(rulings).items():
        own = [ruling for ruling in rulings if ruling.at == at]
        across = sorted(x for x, (top, bottom) in reach.items() if top - TOUCH <= at <= bottom + TOUCH)
        marks = [x for x in across if start - 2 * TOUCH <= x <= end + 2 * TOUCH]
        if len(marks) < 2:
            kept += own
            continue
        # beyond what was found of a broken ruling it may go on
        stretches += [Ruling(at, a, b) for a, b in pairwise(across) if b - a >= SHORTEST]
        crossed.append((own, marks[0], marks[-1]))
    mirrored = [([Ruling(at, -e, -s) for at, s, e in own], -last, -first) for own, first, last in crossed]
    feet = [Ruling(at, -e, -s) for at, s, e in _open_heads(mirrored)]
    return [*kept, *_open_heads(crossed), *feet, *_joined(_drawn(stretches, measure))]


def _open_heads(crossed: Sequence[tuple[list[Ruling], float, float]]) -> Iterator[Ruling]:
    """What goes on before the first wall: most rulings that begin there do, and from one place: the page cut the table.

    One or two alone are stems of letters that stand above it.
    """
    for own, first, _ in crossed:
        peers = [min(r.start for r in others) for others, other, _ in crossed if abs(other - first) <= TOUCH]
        start = min(ruling.start for ruling in own)
        alike = sum(abs(other - start) <= ENDED for other in peers)
        if start < first - 2 * TOUCH and alike > 1 and alike >= OPEN_SHARE * len(peers):
            yield Ruling(own[0].at, start, first)


def _drawn(stretches: Sequence[Ruling], measure: Measure) -> Iterator[Ruling]:
    """The stretches that are drawn."""
    import numpy

    if not stretches:
        return
    ats, starts, ends = numpy.array(stretches).T
    seen = measure(Stretches(ats, starts + CROSSING, ends - CROSSING))
    solid = (ends - starts >= LOW) | (seen.bare >= WHOLE)
    drawn = numpy.where(seen.alone, seen.dark >= DRAWN, (seen.dark >= WHOLE) & solid)
    yield from (stretch for stretch, is_drawn in zip(stretches, drawn.tolist(), strict=True) if is_drawn)


def extents(rulings: Sequence[Ruling]) -> dict[float, tuple[float, float]]:
    """From where to where the rulings at each place go."""
    found: dict[float, tuple[float, float]] = {}
    for at, start, end in rulings:
        first, last = found.get(at, (start, end))
        found[at] = (min(first, start), max(last, end))
    return found


def _joined(stretches: Iterable[Ruling]) -> Iterator[Ruling]:
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
