"""Corridors between the columns of a table without rulings: strips that nearly all of its lines leave free."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.document import Box
from parsers.regions import Band, Corridor

NEAR = 2.6  # of the size; bands further apart are not of one table
STRIP = 0.75  # of the size; the least width between two columns
STRAY = 0.1  # of the bands (one at least) may cross a corridor: headings over several columns


def corridors_of(bands: Sequence[Band]) -> list[Corridor]:
    """Strips that nearly all bands leave free, with text on both sides in most of the table."""
    size = bands[0].size
    segments = [s.box for band in bands for s in band.segments]
    steps = sorted(step for box in segments for step in ((box.x0, 1), (box.x1, -1)))
    allowed = max(1.0, STRAY * len(bands)) if len(bands) > 4 else 0
    free: list[Corridor] = []
    crossing = 0
    for (left, change), (right, _) in pairwise(steps):
        crossing += change
        if crossing > allowed:
            continue
        if free and left - free[-1][1] < 0.01:
            free[-1] = (free[-1][0], right)
        else:
            free.append((left, right))
    wide = [(left, right) for left, right in free if right - left >= STRIP * size]
    free = [strip for corridor in wide for strip in cleared(corridor, segments, STRIP * size)]
    return _with_text_between(free, bands)


def cleared(corridor: Corridor, segments: Sequence[Box], least: float) -> list[Corridor]:
    """What few texts leave of a corridor that they reach into: heads wider than their columns, a lone figure."""
    left, right = corridor
    reaching = sorted(
        (box.x0, box.x1)
        for box in segments
        if box.x1 > left and box.x0 < right and not (box.x0 <= left and box.x1 >= right)
    )
    strips: list[Corridor] = []
    at = left
    for start, end in [*reaching, (right, right)]:
        if start - at >= least:
            strips.append((at, start))
        at = max(at, end)
    return strips or [corridor]


def _with_text_between(corridors: Sequence[Corridor], bands: Sequence[Band]) -> list[Corridor]:
    """Corridors between columns that hold text in at least two bands."""
    kept: list[Corridor] = []
    edges = [float("-inf"), *[(a + b) / 2 for a, b in corridors], float("inf")]
    for (left, right), corridor in zip(pairwise(edges), [*corridors, None], strict=True):
        held = sum(any(left < (s.box.x0 + s.box.x1) / 2 < right for s in band.segments) for band in bands)
        if held < 2 and kept:  # what stands between two corridors is a head set off its column: they are one
            last = kept.pop()
            kept += [max(last, corridor, key=_width)] if corridor is not None else []
        elif corridor is not None and held >= 2:
            kept.append(corridor)
    return kept


def _width(corridor: Corridor) -> float:
    return corridor[1] - corridor[0]
