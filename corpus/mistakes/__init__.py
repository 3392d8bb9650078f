"""Mistakes put into correct reports, each beside the finding that it must cause."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.mistakes.sums import SUMS
from corpus.truth import Expected, Injector, TrueReport

INJECTORS: tuple[Injector, ...] = (*SUMS,)


def injured(report: TrueReport, rng: Random) -> tuple[TrueReport, set[Expected]]:
    """The report with one mistake, or with two on different groups of things; mistakes that do not apply are passed over."""
    expected: set[Expected] = set()
    for injector in rng.sample(INJECTORS, len(INJECTORS)):
        result = injector(report, rng)
        if result is None:
            continue
        report, found = result
        expected |= found
        report = replace(report, mistakes=(*report.mistakes, injector.__name__))
        break
    return report, expected
