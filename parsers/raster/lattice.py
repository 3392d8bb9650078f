"""From the rulings that were found to whole sides of cells: between two crossings, what is mostly drawn is drawn.

A broken or faint ruling has stretches that are too short to be seen by themselves. Where a ruling is known to go along
and others to cross it, only one question is left for each stretch between two crossings: is most of it dark, with
paper on both sides? So gaps close, and what stops short of a crossing is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from parsers.raster.stretches import Measure, Seen, Stretches
from parsers.straight import Ruling

LEVEL = 2.0  # points; rulings at one height
TOUCH = 3.5  # points; so close to a ruling is on it
SHORTEST = 5.0  # points between two crossings
DRAWN = 0.6  # of a side's length that must be dark, at least
LESS = 0.1  # of a side's length by which it may be less dark than the page's sides mostly are
SOUND = 0.97  # of their length most sides of an unbroken table are dark; a low side of a broken one may lack an end
COVERED = 0.75  # of a side's length along which a long ruling was found; text may stand close to it there

LOW = 24.0  # points; a letter's stem may fill most of a side that is shorter, but does not reach both of its ends
MOSTLY = 0.7  # of such a side must be dark
DASHED = 0.9  # of what a ruling covers with its gaps: less is ink where it is dashed
CROSSING = 1.25  # points at either end that are of the ruling across, beside which nothing looks dark
END = 3.0  # points at either end of it
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
    reach = _extents(walls)
    stretches: list[Ruling] = []
    kept: list[Ruling] = []
    crossed: list[tuple[list[Ruling], float, float]] = []
    for at, (start, end) in _extents(rulings).items():
        own = [ruling for ruling in rulings if ruling.at == at]
        marks = sorted(x for x, (top, bottom) in reach.items() if top - TOUCH <= at <= bottom + TOUCH)
        marks = [x for x in marks if start - 2 * TOUCH <= x <= end + 2 * TOUCH]
        if len(marks) < 2:
            kept += own
            continue
        stretches += [Ruling(at, a, b) for a, b in pairwise(marks) if b - a >= SHORTEST]
        crossed.append((own, marks[0], marks[-1]))
    mirrored = [([Ruling(at, -e, -s) for at, s, e in own], -last, -first) for own, first, last in crossed]
    feet = [Ruling(at, -e, -s) for at, s, e in _open_heads(mirrored)]
    return [*kept, *_open_heads(crossed), *feet, *_joined(_drawn(stretches, rulings, measure))]


def _are_dashed(ats: Any, lengths: Any, seen: Seen) -> Any:
    """Which stretches are of a dashed ruling: along all of it, gaps of dashes take their share."""
    import numpy

    lines = numpy.unique(ats, return_inverse=True)[1]
    drawn = lengths * (seen.alone & (seen.dark >= MOSTLY))
    dark, bare = (numpy.bincount(lines, drawn * share) for share in (seen.dark, seen.bare))
    return (bare < DASHED * dark)[lines]


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


def _drawn(stretches: Sequence[Ruling], rulings: Sequence[Ruling], measure: Measure) -> Iterator[Ruling]:
    """The stretches that are drawn."""
    import numpy

    if not stretches:
        return
    ats, starts, ends = numpy.array(stretches).T
    starts, ends = starts + CROSSING, ends - CROSSING
    whole = measure(Stretches(ats, starts, ends))
    heads, feet = measure(Stretches(ats, starts, starts + END)), measure(Stretches(ats, ends - END, ends))
    dashed = _are_dashed(ats, ends - starts, whole)
    share, head, foot = (numpy.where(dashed, seen.dark, seen.bare) for seen in (whole, heads, feet))
    low = ends - starts < LOW - 2 * CROSSING
    covered = numpy.array([_covered(stretch, rulings) for stretch in stretches]) >= COVERED
    good = whole.alone & (share >= DRAWN) & ~low
    usual = float(numpy.percentile(share[good], 20)) if good.any() else 1.0
    broken = usual < SOUND
    drawn = (whole.alone | covered) & (share >= max(usual - (2 * LESS if broken else LESS), DRAWN))
    ended = (head >= DRAWN) | (foot >= DRAWN) if broken else (head >= DRAWN) & (foot >= DRAWN)
    drawn &= ~low | ((whole.clear | covered) & (whole.steady | dashed | broken) & ended)
    yield from (stretch for stretch, seen in zip(stretches, drawn.tolist(), strict=True) if seen)


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
