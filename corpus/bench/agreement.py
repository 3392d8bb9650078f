"""How well tables that were read agree with the truth. Pure; the measures themselves are those of `corpus.tables`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.tables import Cell, Cells, Relation, cells_of, exact, folded, paired, relations


@dataclass(frozen=True, slots=True)
class F1:
    """Counts behind one F1: neighbourhoods that are right, that there are, that were read."""

    right: int
    wanted: int
    got: int

    @property
    def value(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to read and nothing was read."""
        return 2 * self.right / (self.wanted + self.got) if self.wanted + self.got else 1.0


def f1(wanted: Counter[Relation], got: Counter[Relation]) -> F1:
    """The counts of two bags of neighbourhoods."""
    return F1((wanted & got).total(), wanted.total(), got.total())


def relations_of(tables: Sequence[Cells]) -> Counter[Relation]:
    """All neighbourhoods of several tables together: a table read in two pieces keeps what is right in each."""
    return Counter(relation for table in tables for relation in relations(table))


def macro(scores: Sequence[F1]) -> float:
    """The mean of the F1 of each document."""
    return sum(score.value for score in scores) / len(scores) if scores else 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """One document: exact tables and neighbourhoods, with spans and without."""

    tables: int
    exact: int
    exact_without_spans: int
    cells: F1
    cells_without_spans: F1


def agreement(truths: Sequence[Mapping[str, Any]], reads: Sequence[Cells]) -> Agreement:
    """How the tables of one document agree.

    A table that was read and shares no text with any of the truth (the letterhead, which is set in a table without
    lines) is not counted against anybody.
    """
    wanted = [cells_of(truth["cells"]) for truth in truths]
    known = {text for table in wanted for text in _texts(table)}
    mates, _left = paired(truths, reads)
    found = [(cells_of(mate.truth["cells"]), mate.read) for mate in mates if mate.read is not None]
    judged = [read for read in reads if known & _texts(read)]
    return Agreement(
        len(wanted),
        sum(exact(truth, read) for truth, read in found),
        sum(exact(unspanned(truth), unspanned(read)) for truth, read in found),
        f1(relations_of(wanted), relations_of(judged)),
        f1(relations_of([unspanned(t) for t in wanted]), relations_of([unspanned(r) for r in judged])),
    )


def _texts(table: Cells) -> set[str]:
    return {tight for cell in table if (tight := "".join(folded(cell[4]).split()).casefold())}


def unspanned(cells: Cells) -> list[Cell]:
    """The table without merged cells: text at the first place only, and none where the left or upper one has the same.

    A library that cannot tell merged cells either leaves their other places blank or repeats the text there; seen so,
    both give what a table with spans gives. True repetitions vanish too, on both sides alike.
    """
    grid = {(r, c): text for row, column, down, across, text in cells for r in range(row, row + down)
            for c in range(column, column + across)}  # fmt: skip
    kept = {
        (r, c): "" if folded(text) in {folded(grid.get((r, c - 1), "")), folded(grid.get((r - 1, c), ""))} else text
        for (r, c), text in grid.items()
    }
    return [(r, c, 1, 1, text) for (r, c), text in sorted(kept.items())]
