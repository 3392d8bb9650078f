"""Figures that were read, but may not be what the report means to say."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.document import Place
from rules.audit import Audit
from rules.finding import Finding

STALE = "formula"  # the remark on a formula whose stored value contradicts it


def low_confidence(audit: Audit) -> Iterator[Finding]:
    """A formula of a workbook whose stored value is not what it gives: the figure changes when the file is opened."""
    for remark in audit.report.remarks:
        if remark.name == STALE:
            yield Finding(
                "low-confidence",
                _subject_at(audit, remark.place),
                remark.place,
                stated=remark.facts["stated"].replace(",", "."),
                expected=remark.facts["expected"].replace(",", "."),
                facts={"formula": remark.facts["formula"]},
                variant=STALE,
            )


def _subject_at(audit: Audit, place: Place) -> str:
    """The group, criterion or item whose score stands in this cell of a workbook; "" where none does."""
    for line in audit.lines:
        if line.score is not None and (line.score.place.sheet, line.score.place.cell) == (place.sheet, place.cell):
            return line.id
    return ""
