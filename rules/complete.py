"""Rules on completeness: rows that are missing, double or strange; a missing appendix; a missing header."""

from __future__ import annotations

from collections.abc import Iterator

from normalize.report import Header
from parsers.document import Place
from rules.audit import Audit
from rules.doubt import is_unread
from rules.finding import Finding
from rules.reckoning import ids_within, points_again, value_of
from rules.showing import distinct, show

# Names of what a report's head and end must have, in the order of the page; the messages word them.
HEADER_FIELDS = ("number", "date", "school", "school_year", "signatory")


def missing_appendix(audit: Audit) -> Iterator[Finding]:
    """No score table was found."""
    if audit.report.appendix is None:
        yield Finding("missing-appendix", "", None)


def missing_criterion(audit: Audit) -> Iterator[Finding]:
    """A criterion of the official table that has no row."""
    appendix = audit.report.appendix
    titles = {row.id: row.title for group in audit.criteria.groups for row in group.criteria}
    for criterion in appendix.missing if appendix else ():
        if criterion in titles and appendix is not None:
            facts = {"kind": "criterion", "title": titles[criterion]}
            yield Finding("missing-criterion", criterion, appendix.place, facts=facts)


def duplicate_criterion(audit: Audit) -> Iterator[Finding]:
    """A second set of rows with figures for one criterion: one finding a criterion."""
    appendix = audit.report.appendix
    if appendix is None:
        return
    rows = {row.id: row for group in appendix.groups for row in group.criteria}
    parts = {part.official.id: part for group in audit.groups for part in group.parts}
    for official in (row for group in audit.criteria.groups for row in group.criteria):
        again = [row for row in appendix.duplicates if row.id in ids_within(official)]
        if not again:
            continue
        points = points_again(again, official)
        earlier = parts[official.id].stated if official.id in parts else None
        first = rows.get(official.id)
        yield Finding(
            "duplicate-criterion",
            official.id,
            again[0].place,
            stated="" if points is None else show(points),
            expected="" if earlier is None else show(earlier),
            facts={"kind": "criterion"},
            others=distinct([first.place if first else None, *(row.place for row in again[1:])]),
            excerpt=again[0].label,
            variant="" if points is None or earlier is None else "figures",
        )


def unknown_row(audit: Audit) -> Iterator[Finding]:
    """A row with figures that matches no criterion."""
    appendix = audit.report.appendix
    for row in appendix.unknown if appendix else ():
        points = value_of(row.score)
        stated = show(points) if points is not None else ""
        yield Finding("unknown-row", "", row.place, stated=stated, facts={"label": row.label}, excerpt=row.label)


def missing_header(audit: Audit) -> Iterator[Finding]:
    """What is missing of number, date, school, school year and signatory: one finding that names all."""
    header = audit.report.header
    missing = [name for name in HEADER_FIELDS if _is_missing(header, name)]
    # In a picture the name may stand under a stamp or a signature, and the rest where letters were not read.
    first = Place(page=min(audit.report.pictured, default=None))
    unsure = ["signatory", *(HEADER_FIELDS if is_unread(audit.report, first) else ())] if audit.report.pictured else []
    sure = [name for name in missing if name not in unsure]
    if missing:
        facts = {"missing": " ".join(sure or missing)}
        yield Finding("missing-header", "", _first_place(header), facts=facts, pictured=not sure)


def _is_missing(header: Header, name: str) -> bool:
    reading = getattr(header, name)
    return reading is None or not reading.text.strip()


def _first_place(header: Header) -> Place | None:
    readings = [getattr(header, name) for name in (*HEADER_FIELDS, "symbol", "upper_body")]
    return next((reading.place for reading in readings if reading is not None), None)
