"""Rows to criteria as one best alignment in order, over label, wording and maximum.

The segments of the rows and the official units are two sequences in the same order; the best pairing of the two
(dynamic programming, as in comparing two texts) lets any one label, wording or maximum be wrong or missing without
throwing off its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from normalize.segments import Segment
from normalize.units import Unit
from normalize.wording import Likeness, Wordbook

# Weights: a pairing is worth its likeness above INDIFFERENT, doubled, with what label and maximum add or take.
INDIFFERENT = 0.42
SAME_LABEL = 0.6
SAME_TAIL = 0.3  # "3" for 1.3, "a)" for 1.3a
OTHER_LABEL = -0.3
OTHER_TAIL = -0.08
SAME_MAXIMUM = 0.2
GROUP_MAXIMUM = 0.5  # no criterion has so many points
GROUP_WORD = 0.6  # "Nhóm 1"; what is said to be a group is no criterion
ANSWERED = 0.5  # an answer where others have points: only the mandatory conditions have that
BETTER_ELSEWHERE = 2.5  # a row that reads far more like another unit is that unit's second row rather than this one
NEARLY = 0.15
SKIP_CONTINUATION = -0.04
SKIP_ROW = -0.15
SKIP_FIGURES = -0.3
SKIP_UNIT = {1: -0.02, 2: -0.25, 3: -0.1}
IMPOSSIBLE = -9.0


def align(segments: Sequence[Segment], book: Wordbook) -> list[int | None]:
    """For each segment the unit that it is, by position in `book.units`; None for continuations and rows of no unit."""
    units = book.units
    segments = _with_groups(_numbered_by_group(_numbered_anew(segments, units), units))
    worth = [_worths(segment, units, book.likeness(segment.text)) for segment in segments]
    skipped = [_skip(segment) for segment in segments]
    missed = [SKIP_UNIT[len(unit.path)] for unit in units]
    steps = _best_steps(worth, skipped, missed)
    return _path(steps, len(segments), len(units))


def _numbered_anew(segments: Sequence[Segment], units: Sequence[Unit]) -> list[Segment]:
    """Labels as if each group began at 1, where all go beyond the table before ("1.8" to "1.14": a list in Word that
    counts on from one table to the next)."""
    last: dict[int, int] = {unit.path[0]: unit.path[1] for unit in units if unit.is_criterion}
    said: dict[int, set[int]] = {}
    for one in segments:
        if one.label is not None and len(one.label) == 2:
            said.setdefault(one.label[0], set()).add(one.label[1])
    back = {
        group: min(numbers) - 1
        for group, numbers in said.items()
        if group in last and len(numbers) > 1 and min(numbers) > last[group]
    }
    return [
        replace(one, label=(one.label[0], one.label[1] - back[one.label[0]]))
        if one.label is not None and len(one.label) == 2 and one.label[0] in back
        else one
        for one in segments
    ]


def _numbered_by_group(segments: Sequence[Segment], units: Sequence[Unit]) -> list[Segment]:
    """Labels by group and number where all criteria are counted from 1 on ("8" is 2.1); those told by their number
    being greater than any group has."""
    paths = [unit.path for unit in units if unit.is_criterion]
    longest = max((path[1] for path in paths), default=0)
    beyond: dict[tuple[int, ...], tuple[int, ...]]
    beyond = {(number,): path for number, path in enumerate(paths, 1) if number > longest}
    said = {one.label for one in segments if one.label in beyond}
    if len(said) < max(2, len(beyond) - 1):
        return list(segments)
    return [replace(one, label=beyond.get(one.label, one.label)) if one.label else one for one in segments]


def _with_groups(segments: Sequence[Segment]) -> list[Segment]:
    """A row "2." right before one "2.1" is a group's, whatever it is called there."""
    numbered = [at for at, one in enumerate(segments) if one.first and one.label is not None]
    labels = [(at, segments[at].label or ()) for at in numbered]
    opening = {at for (at, own), (_, below) in pairwise(labels) if len(own) == 1 and below == (*own, 1)}
    return [replace(one, group=True) if at in opening else one for at, one in enumerate(segments)]


def _best_steps(worth: list[list[float]], skipped: list[float], missed: list[float]) -> list[bytearray]:
    """For each pair of prefixes the best last step: 0 pair both, 1 skip the segment, 2 skip the unit."""
    width = len(missed)
    above = [0.0] * (width + 1)
    for column in range(width):
        above[column + 1] = above[column] + missed[column]
    steps = [bytearray()]  # before the first segment nothing is left to choose
    for values, skip in zip(worth, skipped, strict=True):
        here = [above[0] + skip]
        step = bytearray(width + 1)
        for column, value in enumerate(values):
            best, choice = above[column] + value, 0
            if (other := above[column + 1] + skip) > best:
                best, choice = other, 1
            if (other := here[column] + missed[column]) > best:
                best, choice = other, 2
            here.append(best)
            step[column + 1] = choice
        steps.append(step)
        above = here
    return steps


def _path(steps: list[bytearray], row: int, column: int) -> list[int | None]:
    found: list[int | None] = [None] * row
    while row > 0:
        choice = steps[row][column] if column else 1
        if choice == 2:
            column -= 1
            continue
        row -= 1
        if choice == 0:
            column -= 1
            found[row] = column
    return found


def _skip(segment: Segment) -> float:
    if not segment.first or (segment.label is None and not segment.figures):
        return SKIP_CONTINUATION
    return SKIP_FIGURES if segment.figures else SKIP_ROW


def _worths(segment: Segment, units: Sequence[Unit], likeness: Sequence[Likeness]) -> list[float]:
    rivals = (like for unit, like in zip(units, likeness, strict=True) if unit.condition or not segment.answered)
    best = max((like.whole for like in rivals), default=0.0)
    found: list[float] = []
    for unit, like in zip(units, likeness, strict=True):
        sure = unit.is_group and _is_surely_group(segment, unit)
        elsewhere = 0.0 if sure else BETTER_ELSEWHERE * max(0.0, best - like.whole - NEARLY)
        found.append(_worth(segment, unit, like) + (GROUP_WORD if sure else 0.0) - elsewhere)
    return found


def _is_surely_group(segment: Segment, unit: Unit) -> bool:
    """It says so itself, or by its points, and by its number which."""
    numbered = segment.label is not None and segment.label[-1:] == unit.path
    return numbered and (segment.group or (unit.maximum is not None and unit.maximum in segment.figures))


def _worth(segment: Segment, unit: Unit, like: Likeness) -> float:
    if not segment.first and not unit.is_item and segment.label is None and segment.listed:
        return IMPOSSIBLE  # a bullet inside a cell is an item of a list
    base = like.whole if segment.text else INDIFFERENT
    value = 2 * (base - INDIFFERENT) + _label_worth(segment.label, unit)
    if segment.group and not unit.is_group:
        value -= GROUP_WORD
    if unit.maximum is not None and unit.maximum in segment.figures:
        value += GROUP_MAXIMUM if unit.is_group else SAME_MAXIMUM
    if segment.answered:
        value += ANSWERED if unit.condition else -ANSWERED
    if not segment.first and not segment.listed and base < 0.6:
        value -= 0.3  # a line inside a cell that begins with a capital is more often the same title going on
    return value


def _label_worth(label: tuple[int, ...] | None, unit: Unit) -> float:
    if label is None:
        return 0.0
    if label == unit.path:
        return SAME_LABEL if len(label) > 1 else SAME_TAIL
    if len(label) < len(unit.path):
        return SAME_TAIL if label == unit.path[-len(label) :] else OTHER_TAIL
    return OTHER_LABEL if len(label) > 1 else OTHER_TAIL
