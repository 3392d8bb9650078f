"""One file -> Outcome: the same bytes and request give the same Outcome. Runs in worker processes."""

from __future__ import annotations

import gc
import hashlib
import itertools
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from extract import deadline
from extract.letters import outcome_of_letter
from extract.opening import opened
from extract.options import DEFAULT_CRITERIA
from extract.outcome import Outcome, Request
from extract.reading import UNREADABLE, read, unreadable_finding
from extract.score_sheets import asked_of
from extract.scores import scores_of
from extract.sources import Source
from extract.unread import OF_ABSENCE, refuse_if_garbled, unread_pages
from normalize import criteria_file
from normalize.criteria import CriterionSet
from normalize.interpret import interpret
from normalize.letters import other_letter
from normalize.recognise import recognise
from normalize.report import Reading, Report
from parsers.document import Document
from parsers.failures import Unreadable
from rules import engine
from rules.finding import Finding

COLLECT_EVERY = 100  # files; the readers put collecting off, and a whole search costs as much as half a report
INTERNAL = "internal"  # the reason of a defect of ours, never dressed up as the school's mistake


_audited = itertools.count(1)


def audit(source: Source, request: Request) -> Outcome:
    """Reads, interprets and checks one file; whatever goes wrong becomes a finding on that file."""
    if next(_audited) % COLLECT_EVERY == 0:
        gc.collect()
    try:
        with deadline.within(deadline.SECONDS) as grant, opened(source) as file:
            grant(deadline.seconds_of_pages(file.path, request.ocr))
            return audited(file, request)
    except Unreadable as failure:
        return unreadable(source, failure.reason, failure.facts)
    except Exception as error:  # a defect of ours costs this report, not the batch
        return defect(source, f"{type(error).__name__}: {error}", traceback.format_exc())


def audited(source: Source, request: Request) -> Outcome:
    """Reads, interprets and checks one file that can be read."""
    return checked(read(source, request.ocr), request, [source])


def checked(document: Document, request: Request, sources: Sequence[Source]) -> Outcome:
    """Interprets and checks what was read of one report."""
    refuse_if_garbled(document)
    criteria = load(request.criteria or recognised(document))
    report = interpret(document, criteria)
    unread = unread_pages(document)
    if not unread and (title := other_letter(document, report, criteria)) is not None:
        return outcome_of_letter(report, title, request)
    request, remarks = asked_of(document, report, request)
    outcome = replace(outcome_of(report, criteria, request, unread), remarks=remarks)
    if request.exhibit is None:
        return outcome
    from extract.marking import with_exhibit  # and with it PDFium, which a batch of DOCX need not

    return with_exhibit(outcome, [source.path for source in sources], (document, report), request.exhibit)


def recognised(document: Document) -> str:
    """The id of the set that the report follows, among those that come with the program."""
    sets = tuple(load(name) for name in criteria_file.available())
    return recognise(document, sets, DEFAULT_CRITERIA)


@cache
def load(name: str) -> CriterionSet:
    """The criterion set, loaded once a process."""
    return criteria_file.load(name)


def outcome_of(report: Report, criteria: CriterionSet, request: Request, unread: str = "") -> Outcome:
    """What was asked for of a report that was read, all of it but the pages `unread`."""
    found: list[Finding] = []
    if request.findings and unread:
        found.append(Finding(UNREADABLE, "", None, facts={"file": report.file, "pages": unread}, variant="pages"))
    if request.findings:
        ignore = request.ignore | OF_ABSENCE if unread else request.ignore
        found.extend(engine.check(report, criteria, select=request.select, ignore=ignore))
    return Outcome(
        report=report.file,
        digest=report.digest,
        school=text_of(report.header.school),
        school_year=text_of(report.header.school_year),
        findings=tuple(found),
        scores=tuple(scores_of(report, criteria)) if request.scores else (),
        structure=report if request.structure else None,
        files=report.files,
    )


def text_of(reading: Reading[str] | None) -> str:
    """The text read; empty where nothing was found."""
    return "" if reading is None else reading.value or ""


def defect(source: Source, detail: str, trace: str) -> Outcome:
    """The outcome where this program, not the report, is at fault."""
    return unreadable(source, INTERNAL, {"detail": detail}, trace)


def unreadable(source: Source, reason: str, facts: Mapping[str, str], trace: str = "") -> Outcome:
    """The outcome of a file that could not be read."""
    finding = unreadable_finding(source, reason, facts)
    return Outcome(source.name, digest_of(source), findings=(finding,), unreadable=True, trace=trace)


def digest_of(source: Source) -> str:
    """The SHA-256 of the file, or of its name where its bytes cannot be had."""
    try:
        if not source.inside:
            with source.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        pass
    return hashlib.sha256(source.name.encode()).hexdigest()
