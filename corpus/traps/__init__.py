"""Correct reports that look suspicious: none of these may cause an error or a warning."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.traps.documents import DOCUMENTS
from corpus.traps.figures import FIGURES
from corpus.traps.sentences import SENTENCES
from corpus.traps.tables import TABLES
from corpus.truth import Trap, TrueReport

TRAPS: tuple[Trap, ...] = (*SENTENCES, *FIGURES, *DOCUMENTS, *TABLES)


def trapped(report: TrueReport, rng: Random, count: int) -> TrueReport:
    """The report with up to `count` traps."""
    for trap in rng.sample(TRAPS, min(count, len(TRAPS))):
        changed = trap(report, rng)
        if changed is not None:
            report = replace(changed, traps=(*changed.traps, trap.__name__))
    return report
