"""Rulings so broken or faint that no run of them was seen, sought where they must lie: between the walls of a table.

A broken ruling seldom has a long run, but what lies between two walls is measured as a whole: dark nearly all the way
from one to the other, with paper above and below, is no line of text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from parsers.raster.lattice import CROSSING, LOW, extents
from parsers.raster.stretches import Measure, Stretches
from parsers.straight import Ruling

APART = 3.0  # points; nearer to a ruling that is known lies no other one
STEP = 0.5  # points between the heights looked at; a ruling at 150 dpi is as thick
DARK = 0.8  # of the way from wall to wall, with the gaps of dashes
INKED = 0.4  # of the way, without them: dots have less
PAPER = 0.15  # of its darkness; as much ink lies beside a ruling, or it is nearly
SOLID = 0.75  # of the way inked; small, blurred print has 0.2 and more beside it, and is inked along 0.6 at most
LENGTH = 60.0  # points that must be drawn at one height; less may be a stroke in a single cell


def sought(walls: Sequence[Ruling], known: Sequence[Ruling], measure: Measure) -> list[Ruling]:
    """Rulings that lie between the walls and are not known yet."""
    places = sorted({ruling.at for ruling in known})
    drawn = sorted(_drawn(walls, places, measure))
    found: list[Ruling] = []
    for group in _heights(drawn):
        best: dict[float, tuple[float, Ruling]] = {}
        for ruling, share in group:
            best[ruling.start] = max(best.get(ruling.start, (share, ruling)), (share, ruling))
        if sum(ruling.end - ruling.start for _, ruling in best.values()) >= LENGTH:
            at = max(best.values(), key=itemgetter(0))[1].at
            found += [ruling._replace(at=at) for _, ruling in best.values()]
    return found


def _heights(drawn: Sequence[tuple[Ruling, float]]) -> Iterator[list[tuple[Ruling, float]]]:
    """Stretches, from top to bottom, those of one height together."""
    number, last = 0, 0.0
    numbers = []
    for ruling, _ in drawn:
        number += ruling.at - last > APART
        last = ruling.at
        numbers.append(number)
    for _, group in groupby(zip(numbers, drawn, strict=True), itemgetter(0)):
        yield [one for _, one in group]


def _drawn(walls: Sequence[Ruling], known: Sequence[float], measure: Measure) -> Iterator[tuple[Ruling, float]]:
    """Stretches between neighbouring walls that are drawn, each with the share of it that is inked."""
    import numpy

    reach = extents(walls)
    slots = [
        (at, left, right)
        for left, right in pairwise(sorted(reach))
        if right - left >= LOW
        for at in numpy.arange(*_shared(reach[left], reach[right]), STEP).tolist()
        if not _is_near(at, known)
    ]
    if not slots:
        return
    ats, starts, ends = numpy.array(slots).T
    seen = measure(Stretches(ats, starts + CROSSING, ends - CROSSING))
    clear = (seen.beside <= PAPER) | (seen.bare >= SOLID)
    drawn = seen.alone & clear & (seen.dark >= DARK) & (seen.bare >= INKED)
    for n in numpy.flatnonzero(drawn).tolist():
        yield Ruling(*slots[n]), float(seen.bare[n])


def _shared(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Along which stretch two walls stand side by side, their ends included."""
    return max(one[0], other[0]) - APART, min(one[1], other[1]) + APART


def _is_near(at: float, known: Sequence[float]) -> bool:
    index = bisect_left(known, at - APART)
    return index < len(known) and known[index] <= at + APART
