"""Rules on a single citation and on registers: the form of the number, the date, the order of numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from normalize.dates import is_impossible
from normalize.folding import fold
from normalize.report import Citation, Report
from rules.audit import Audit
from rules.citing import cited_as, register_number, tidied, years_in
from rules.finding import Finding

# Word before the number, and type letters that stand behind it without contradiction, though they are another kind's:
# regulations and schemes are issued by a decision and bear its number.
BEARS = {
    "QC": {"QD"},
    "QYD": {"QD"},
    "CTR": {"QD", "CT"},
    "DA": {"QD"},
    "PA": {"QD"},
    "TC": {"TB"},
    "CT": {"CTR"},
    "TTR": {"TT"},
    "TT": {"TTR"},
}

# Words in the subject of documents that stay in force for years.
LASTING = ("quy che", "noi quy", "quy dinh", "quy trinh", "quy uoc", "giai doan", "nhiem ky", "de an", "chien luoc")


def document_form(audit: Audit) -> Iterator[Finding]:
    """A number that is malformed, or whose letters contradict the word before it: one finding a document."""
    told: set[tuple[str, str]] = set()
    for citation in audit.report.citations:
        variant = _form_fault(citation)
        name = cited_as(citation)
        if not variant or (variant, fold(name)) in told:
            continue
        told.add((variant, fold(name)))
        yield Finding(
            "document-form",
            citation.criterion or "",
            citation.place,
            stated=f"{citation.word} số {name}" if citation.word and variant == "letters" else name,
            facts={"word": citation.word or "", "letters": citation.letters or "", "document": name},
            excerpt=citation.text,
            confidence=citation.confidence,
            variant=variant,
            documents=frozenset({register_number(citation)}),
        )


def _form_fault(citation: Citation) -> str:
    """What is wrong: `letters`, `malformed`, or nothing (of a blank number nothing can be said: not yet issued)."""
    if not tidied(citation) or not citation.symbol:
        return ""
    if _contradicts_its_word(citation):
        return "letters"
    return "" if citation.well_formed else "malformed"


def _contradicts_its_word(citation: Citation) -> bool:
    if citation.word is None or citation.kind is None or citation.letters is None:
        return False
    kind, letters = _plain(citation.kind), _plain(citation.letters)
    return kind != letters and letters not in BEARS.get(kind, set())


def _plain(letters: str) -> str:
    # "QD" for "QĐ" is a keyboard's fault; HD/HĐ and ĐA/DA are confused as easily.
    return fold(letters).upper()


def document_period(audit: Audit) -> Iterator[Finding]:
    """A date that cannot be, or is later than the report, or outside the period that the report is on."""
    told: set[tuple[str, str]] = set()
    for citation in _without_repeated_cause(audit.report):
        variant = _period_fault(citation, audit.report)
        date = f"{citation.date:%d/%m/%Y}" if citation.date else re.sub(r"^\D+", "", citation.date_text or "")
        if not variant or (cited_as(citation), date) in told:
            continue
        told.add((cited_as(citation), date))
        yield Finding(
            "document-period",
            citation.criterion or "",
            citation.place,
            stated=date,
            facts={"document": cited_as(citation), **_period_facts(audit.report)},
            excerpt=citation.text,
            confidence=citation.confidence,
            variant=variant,
            documents=frozenset({register_number(citation)}),
        )


def _without_repeated_cause(report: Report) -> list[Citation]:
    """The citations; where most are later than the report, its own date is wrong: then one of these is enough."""
    later = [citation for citation in report.citations if _period_fault(citation, report) == "later"]
    dated = [citation for citation in report.citations if citation.date is not None]
    if len(later) < 3 or 2 * len(later) <= len(dated):
        return list(report.citations)
    return [citation for citation in report.citations if citation not in later[1:]]


def _period_facts(report: Report) -> dict[str, str]:
    date = report.header.date
    return {"report_date": f"{date.value:%d/%m/%Y}" if date and date.value else ""}


def _period_fault(citation: Citation, report: Report) -> str:
    if citation.date is None:
        return "impossible" if is_impossible(citation.date_text or "") else ""
    written = report.header.date.value if report.header.date else None
    if written is not None and citation.date > written:
        return "later"
    year = _school_year(report)
    if _is_outside(citation, year):
        return "outside"
    return "expired" if year is not None and _is_expired_evidence(citation, report, year) else ""


def _is_expired_evidence(citation: Citation, report: Report, school_year: range) -> bool:
    """Whether a criterion rests on the school's own plan of a school year that was over: no other of its documents, and
    no other word on the reported year, stands beside it. The school's documents elsewhere name the reported year."""
    if not citation.own or citation.kind != "KH" or citation.where != "appendix" or not citation.criterion:
        return False
    named = years_in(citation.subject)
    if len(named) != 1 or len(named[0]) != 2 or named[0][-1] > school_year[0]:
        return False
    beside = [other for other in report.citations if other.criterion == citation.criterion and other is not citation]
    if any(other.own is not False for other in beside):
        return False
    if not any(other.own and school_year in years_in(other.subject) for other in report.citations):
        return False
    told = sum(years.count(school_year) for years in map(years_in, _evidence_of(citation.criterion, report)))
    return told <= sum(years_in(other.subject).count(school_year) for other in beside)


def _evidence_of(criterion: str, report: Report) -> Iterator[str]:
    for group in report.appendix.groups if report.appendix is not None else ():
        for row in group.criteria:
            if row.id == criterion:
                readings = (row.evidence, *(item.evidence for item in row.items))
                yield from (reading.text for reading in readings if reading is not None)


def _school_year(report: Report) -> range | None:
    year = report.header.school_year
    named = years_in(year.value) if year is not None and year.value else ()
    return named[0] if len(named) == 1 and len(named[0]) == 2 else None


def _is_outside(citation: Citation, school_year: range | None) -> bool:
    """Whether the date cannot be right: kept wide, because decisions stay in force and reports are written late.

    Own documents on a named school year are of its calendar years. Of the other own ones, plans are of those years,
    decisions may be of the year before. No document is of a later time than the year after them.
    """
    if citation.date is None:
        return False
    year = citation.date.year
    named = years_in(citation.subject)
    if citation.own and len(named) == 1 and len(named[0]) == 2 and year not in named[0]:
        return True
    if school_year is None:
        return False
    if citation.own and year > school_year[-1]:
        return True
    if citation.own and year < school_year[0]:
        return _lapses(citation) and (citation.kind == "KH" or year < school_year[0] - 1)
    return year > school_year[-1] + 1


def _lapses(citation: Citation) -> bool:
    """Whether it is a document of its year: regulations and documents of a named term stay in force."""
    subject = fold(citation.subject)
    return not years_in(subject) and not any(word in subject for word in LASTING)


def document_order(audit: Audit) -> Iterator[Finding]:
    """Numbers and dates of one register that run in opposite order: one finding a register and year."""
    for register in _registers(audit.report):
        for one, other in combinations(register, 2):
            first, second = sorted((one, other), key=lambda citation: int(tidied(citation)))
            if first.date and second.date and tidied(first) != tidied(second) and first.date > second.date:
                yield Finding(
                    "document-order",
                    second.criterion or first.criterion or "",
                    second.place,
                    stated=f"{cited_as(second)} ({second.date:%d/%m/%Y})",
                    expected=f"{cited_as(first)} ({first.date:%d/%m/%Y})",
                    others=(first.place,) if first.place != second.place else (),
                    excerpt=second.text,
                    documents=frozenset({register_number(first), register_number(second)}),
                )
                break


def _registers(report: Report) -> list[list[Citation]]:
    """The dated citations by kind letters, issuer and year."""
    registers: dict[tuple[str, str, int], list[Citation]] = {}
    for citation in report.citations:
        if citation.letters and citation.issuer and citation.date and tidied(citation).isdigit():
            key = (fold(citation.letters), fold(citation.issuer), citation.date.year)
            registers.setdefault(key, []).append(citation)
    return list(registers.values())
