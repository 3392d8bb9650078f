"""Rulings found in a picture: thin, long, straight, dark; broken, faint, doubled or dashed ones too, no letters.

Two thresholds, as for the edges of pictures in general: what is long is a ruling by itself, what is short is one only
where both of its ends stand on other rulings. A stroke of a letter, a row of serifs or a dash in a cell does not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from parsers.document import Box
from parsers.raster.lattice import sides_of
from parsers.raster.runs import LONG, Runs
from parsers.raster.sought import sought
from parsers.raster.stretches import measure_of
from parsers.straight import Ruling

GAP = 8.0  # points; no cell is narrower, so a gap in a ruling that is shorter is none
PART = 0.35  # of the shorter of two runs that a gap between them may have
TOUCH = 3.5  # points; so close to a ruling is on it
ALONE = 24.0  # points; the shortest ruling that does not go on anywhere else
ACROSS = 0.85  # of the way from wall to wall that a short run must go
LEVEL = 2.0  # points; runs on one height


def rulings_of(runs: tuple[Runs, Runs]) -> tuple[Box, ...]:
    """The page's rulings as thin boxes in points."""
    lying, standing = _accepted(runs[0].lines, runs[1].lines)
    measures = measure_of(runs[0]), measure_of(runs[1])
    for _ in range(2):  # what is found of walls tells where to seek what crosses them
        lying = [*lying, *sought(standing, lying, measures[0])]
        lying, standing = sides_of(lying, standing, measures)
    standing = [run for run in standing if not _is_in_a_cell(run, lying)]
    across = [Box(run.start, run.at - 0.25, run.end, run.at + 0.25) for run in lying]
    return tuple(across + [Box(run.at - 0.25, run.start, run.at + 0.25, run.end) for run in standing])


def _is_in_a_cell(run: Ruling, lying: Sequence[Ruling]) -> bool:
    """Whether a standing run is in a table, but begins and ends on none of its rulings: stems of letters below each
    other."""
    over = [line.at for line in lying if line.start - TOUCH <= run.at <= line.end + TOUCH]
    on = sum(run.start - TOUCH <= at <= run.end + TOUCH for at in over)
    return on < 2 and any(at < run.start for at in over) and any(at > run.end for at in over)


def _accepted(lying: Sequence[Ruling], standing: Sequence[Ruling]) -> tuple[list[Ruling], list[Ruling]]:
    """The runs that are rulings: long ones, and short ones from ruling to ruling."""
    lying, standing = list(_joined(lying)), list(_joined(standing))
    kept = [_long(lying), _long(standing)]
    for _ in range(2):
        kept = [_between(lying, kept[1], kept[0]), _between(standing, kept[0], kept[1])]
    return kept[0], kept[1]


def _long(runs: Sequence[Ruling]) -> list[Ruling]:
    return [run for run in runs if run.end - run.start >= LONG]


def _between(runs: Sequence[Ruling], walls: Sequence[Ruling], kept: Sequence[Ruling]) -> list[Ruling]:
    """The runs kept so far, and those both of whose ends stand on walls."""
    known = set(kept)
    ordered = sorted(walls)
    ats = [wall.at for wall in ordered]
    places = sorted(run.at for run in kept)
    return [run for run in runs if run in known or (_is_worth(run, places) and _spans(run, ordered, ats))]


def _is_worth(run: Ruling, places: Sequence[float]) -> bool:
    """Whether a run is of some length, or goes on elsewhere: else it is a figure in a row that is cut."""
    if run.end - run.start >= ALONE:
        return True
    return bisect_left(places, run.at - LEVEL) < bisect_right(places, run.at + LEVEL)


def _spans(run: Ruling, walls: Sequence[Ruling], ats: Sequence[float]) -> bool:
    """Whether a run goes from wall to wall, nearly all the way: the stem of a letter in a low row does not."""
    ends = [_wall_at(run.at, end, walls, ats) for end in (run.start, run.end)]
    if ends[0] is None or ends[1] is None:
        return False
    return run.end - run.start >= ACROSS * (ends[1] - ends[0])


def _wall_at(at: float, end: float, walls: Sequence[Ruling], ats: Sequence[float]) -> float | None:
    """Where the nearest wall stands at an end of a run."""
    near = walls[bisect_left(ats, end - TOUCH) : bisect_right(ats, end + TOUCH)]
    places = [wall.at for wall in near if wall.start - TOUCH <= at <= wall.end + TOUCH]
    return min(places, key=lambda place: abs(place - end), default=None)


def _joined(runs: Sequence[Ruling]) -> Iterator[Ruling]:
    """Runs that follow one another at one height made one."""
    open_: list[Ruling] = []
    for run in sorted(runs, key=lambda run: run.start):
        ahead = [other for other in open_ if abs(other.at - run.at) <= LEVEL and _follows(run, other)]
        if not ahead:
            open_.append(run)
            continue
        best = min(ahead, key=lambda other: (abs(other.at - run.at), run.start - other.end))
        open_.remove(best)
        one, two = best.end - best.start, run.end - run.start
        # side by side they are a doubled ruling, between whose lines there is no ink
        beside = run.start < best.end - min(one, two) / 2
        at = (best if one >= two else run).at if beside else (best.at * one + run.at * two) / (one + two)
        open_.append(Ruling(at, best.start, max(best.end, run.end)))
    yield from open_


def _follows(run: Ruling, before: Ruling) -> bool:
    """Whether only a gap parts two runs: it is shorter than they are. Stems of letters, line under line, are not."""
    shorter = min(run.end - run.start, before.end - before.start)
    return run.start - before.end <= min(GAP, PART * shorter)
