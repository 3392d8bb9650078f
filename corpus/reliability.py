"""Whether the program knows how sure it may be: of figures read from pictures so surely, how many are right.

A figure counts where something was read, also where nothing stands; one that was not read says nothing of confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.readings import Read

BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
SURE = 0.9  # what is read so surely is told as it stands, so that nearly all of it must be right
LEAST = 0.98  # the share of such figures that must be right


class Reckoned(NamedTuple):
    """A figure read from a picture: of which form, which field, how sure, and whether it is right."""

    form: str
    field: str
    sure: float
    right: bool


class Step(NamedTuple):
    """The figures of a range of confidence."""

    low: float
    high: float
    right: int
    all: int
    mean: float

    @property
    def name(self) -> str:
        """Like `0.90–0.95`."""
        return f"{self.low:.2f}–{self.high:.2f}"


def reckoned(figures: Iterable[Read]) -> Iterator[Reckoned]:
    """The figures of one report that were read from a picture."""
    for read in figures:
        if read.got and read.sure is not None:
            yield Reckoned(read.about.format, read.field, read.sure, read.right)


def steps(figures: Sequence[Reckoned]) -> list[Step]:
    """The ranges that hold figures, the least sure first."""
    found = [step_of(figures, low, high) for low, high in pairwise(BOUNDS)]
    return [step for step in found if step.all]


def step_of(figures: Iterable[Reckoned], low: float, high: float) -> Step:
    """The figures that are as sure as `low`, and less sure than `high`, or as sure as can be."""
    mine = [figure for figure in figures if low <= figure.sure < high or figure.sure == high == 1]
    mean = sum(figure.sure for figure in mine) / len(mine) if mine else 0.0
    return Step(low, high, sum(figure.right for figure in mine), len(mine), mean)
