"""Mistakes put into correct reports, each beside the finding that it must cause."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.mistakes.body import BODY
from corpus.mistakes.dates import DATES
from corpus.mistakes.evidence import EVIDENCE
from corpus.mistakes.forms import FORMS
from corpus.mistakes.header import HEADERS
from corpus.mistakes.levels import LEVELS
from corpus.mistakes.limits import LIMITS
from corpus.mistakes.numbers import NUMBERS
from corpus.mistakes.rows import ROW_MISTAKES
from corpus.mistakes.sums import SUMS
from corpus.mistakes.touching import TOUCHING
from corpus.truth import Expected, Injector, TrueReport

INJECTORS: tuple[Injector, ...] = (
    *SUMS, *LEVELS, *BODY, *LIMITS, *ROW_MISTAKES, *HEADERS, *NUMBERS, *DATES, *FORMS, *EVIDENCE, *TOUCHING,
)  # fmt: skip
SECOND = 0.3  # share of reports with a second mistake; an injector passes over what another rests on


def injured(report: TrueReport, rng: Random) -> tuple[TrueReport, set[Expected]]:
    """The report with one mistake, sometimes two; those that do not apply are passed over."""
    expected: set[Expected] = set()
    wanted = 2 if rng.random() < SECOND else 1
    for injector in rng.sample(INJECTORS, len(INJECTORS)):
        result = injector(report, rng)
        if result is not None:
            report = replace(result[0], mistakes=(*result[0].mistakes, injector.__name__))
            expected |= result[1]
        if len(report.mistakes) == wanted:
            break
    return report, expected
