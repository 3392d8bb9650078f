"""Mistakes put into correct reports, each beside the finding that it must cause."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.mistakes.documents import DOCUMENTS
from corpus.mistakes.evidence import EVIDENCE
from corpus.mistakes.levels import LEVELS
from corpus.mistakes.limits import LIMITS
from corpus.mistakes.parts import PARTS
from corpus.mistakes.sums import SUMS
from corpus.truth import Expected, Injector, TrueReport

# One mistake of each family can stand in a report without touching another's; documents come last, because the
# others may take away what they would spoil.
FAMILIES: tuple[tuple[Injector, ...], ...] = (EVIDENCE, (*SUMS, *LEVELS, *LIMITS, *PARTS), DOCUMENTS)
INJECTORS: tuple[Injector, ...] = tuple(dict.fromkeys(i for family in FAMILIES for i in family))


def injured(report: TrueReport, rng: Random) -> tuple[TrueReport, set[Expected]]:
    """The report with one mistake, sometimes one of each of two families; those that do not apply are passed over."""
    # each kind comes as often as another, whatever its family's size
    sizes = [len(family) for family in FAMILIES]
    chosen = {rng.choices(range(len(FAMILIES)), sizes)[0] for _ in range(2 if rng.random() < 0.25 else 1)}
    expected: set[Expected] = set()
    for n in sorted(chosen):
        report, found = _one_of(FAMILIES[n], report, rng)
        expected |= found
    return report, expected


def _one_of(family: tuple[Injector, ...], report: TrueReport, rng: Random) -> tuple[TrueReport, set[Expected]]:
    """The report with the first mistake of the shuffled family that applies."""
    if not report.shape.table:
        return report, set()
    for injector in rng.sample(family, len(family)):
        result = injector(report, rng)
        if result is not None:
            changed, found = result
            return replace(changed, mistakes=(*changed.mistakes, injector.__name__)), found
    return report, set()
