"""From what is drawn to straight rulings: near ones made one, gaps and dots closed, specks left out."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from parsers.document import Sides

SNAP = 3.0  # points; rulings closer than this are one (a double border is 1.5 to 3 apart)
JOIN = 3.0  # points; a gap in a ruling that is no gap (dashes, borders drawn cell by cell)
DOT = 2.5  # points; what is no longer and no wider has no direction of its own
SHORTEST = 6.0  # points; no ruling of a table is shorter


class Ruling(NamedTuple):
    """A straight line at `at` (y if it lies, x if it stands) from `start` to `end`."""

    at: float
    start: float
    end: float


Drawn = tuple[float, float, float]  # the same, as it was drawn


def straighten(strokes: Iterable[Sides]) -> tuple[list[Ruling], list[Ruling]]:
    """Lying and standing rulings: those that nearly coincide made one, gaps closed, specks left out."""
    lying: list[Drawn] = []
    standing: list[Drawn] = []
    dots: list[tuple[float, float]] = []
    for x0, top, x1, bottom in strokes:
        wide, high = x1 - x0, bottom - top
        if wide < DOT and high < DOT:
            dots.append(((x0 + x1) / 2, (top + bottom) / 2))
        elif wide >= high:
            lying.append(((top + bottom) / 2, x0, x1))
        else:
            standing.append(((x0 + x1) / 2, top, bottom))
    lying += _dotted([(y, x) for x, y in dots])
    standing += _dotted(dots)
    return list(_joined(lying)), list(_joined(standing))


def _dotted(dots: list[tuple[float, float]]) -> Iterator[Drawn]:
    """Rulings made of dots, given as (across, along): dots that follow one another on one line."""
    lines: dict[int, list[float]] = defaultdict(list)
    for across, along in dots:
        lines[round(across * 2)].append(along)
    for half, places in lines.items():
        places.sort()
        start = places[0]
        for before, place in pairwise([*places, float("inf")]):
            if place - before > JOIN + DOT:
                if before - start >= SHORTEST:
                    yield half / 2, start, before
                start = place


def _joined(rulings: list[Drawn]) -> Iterator[Ruling]:
    """Rulings on one line joined where they touch."""
    for at, group in _snapped(rulings):
        start, end = group[0]
        for next_start, next_end in group[1:]:
            if next_start <= end + JOIN:
                end = max(end, next_end)
                continue
            if end - start >= SHORTEST:
                yield Ruling(at, start, end)
            start, end = next_start, next_end
        if end - start >= SHORTEST:
            yield Ruling(at, start, end)


def _snapped(rulings: list[Drawn]) -> Iterator[tuple[float, list[tuple[float, float]]]]:
    """Groups of rulings that nearly coincide: their middle, and from where to where each goes, in order."""
    ordered = sorted(set(rulings))  # neighbouring cells draw the same border
    ats = [*[at for at, _, _ in ordered], math.inf]
    first = 0
    for index in range(1, len(ats)):
        if ats[index] - ats[index - 1] <= SNAP:
            continue
        group = ordered[first:index]
        yield (group[0][0] + group[-1][0]) / 2, sorted([(start, end) for _, start, end in group])
        first = index
