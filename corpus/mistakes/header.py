"""What a report's head and end must have and do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from corpus.mistakes.choosing import DOCUMENTS, HEADER, Injured, is_free, take
from corpus.truth import Expected, Header, Injector, TrueReport

MISSING = frozenset({Expected("missing-header", "", "header")})


def _changed(report: TrueReport, change: Callable[[Header], Header]) -> Injured:
    if not is_free(report, HEADER):
        return None
    return take(replace(report, header=change(report.header)), HEADER), set(MISSING)


def number_missing(report: TrueReport, rng: Random) -> Injured:
    """No line `Số: …`."""
    del rng
    return _changed(report, lambda header: replace(header, number=None))


def number_left_blank(report: TrueReport, rng: Random) -> Injured:
    """`Số:      /BC-…`."""
    del rng
    return _changed(report, lambda header: replace(header, number=None, blanks=("number",)))


def date_missing(report: TrueReport, rng: Random) -> Injured:
    """No line of place and date."""
    del rng
    return _changed(report, lambda header: replace(header, date=None))


def date_left_blank(report: TrueReport, rng: Random) -> Injured:
    """`ngày      tháng      năm 2023`."""
    del rng
    return _changed(report, lambda header: replace(header, date=None, blanks=("date",)))


def signatory_missing(report: TrueReport, rng: Random) -> Injured:
    """Nobody signs."""
    del rng
    return _changed(report, lambda header: replace(header, signatory=None))


def several_missing(report: TrueReport, rng: Random) -> Injured:
    """Two or three of number, date and signatory: one finding, whatever their number."""
    parts = rng.sample(["number", "date", "signatory"], rng.randint(2, 3))
    return _changed(report, lambda header: replace(header, **dict.fromkeys(parts)))  # type: ignore[arg-type]


def school_missing(report: TrueReport, rng: Random) -> Injured:
    """The school is named nowhere, it only speaks of itself."""
    del rng
    if not is_free(report, DOCUMENTS) or report.traps:
        return None
    name, self_name = report.school.name, report.school.self_name.lower()
    deeds = tuple(replace(d, subject=d.subject.replace(name, self_name)) for d in report.deeds)
    nameless = take(replace(report, deeds=deeds), DOCUMENTS)
    return _changed(nameless, lambda header: replace(header, school_shown=False))


def year_missing(report: TrueReport, rng: Random) -> Injured:
    """No school year stands anywhere."""
    del rng
    if not is_free(report, DOCUMENTS) or report.traps:
        return None
    deeds = tuple(replace(d, subject=re.sub(r" năm học [\d\s./–-]+$", "", d.subject)) for d in report.deeds)
    timeless = take(replace(report, deeds=deeds), DOCUMENTS, *(d.key for d in deeds))
    return _changed(timeless, lambda header: replace(header, year_shown=False))


HEADERS: tuple[Injector, ...] = (
    number_missing, number_left_blank, date_missing, date_left_blank, signatory_missing, several_missing,
    school_missing, year_missing,
)  # fmt: skip
