"""What is asked of every report, and what comes of it: the records that cross between the program and its workers."""

from __future__ import annotations

from dataclasses import dataclass

from extract.marking_records import Exhibit, Wanted
from extract.scores import Score
from normalize.report import Report
from parsers.document import Remark
from parsers.ocr import Ocr
from rules.finding import Finding


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of every report of a batch. `criteria` None: recognised from the report itself."""

    criteria: str | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    findings: bool = True
    scores: bool = False
    structure: bool = False
    ocr: Ocr = Ocr.AUTO
    exhibit: Wanted | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: small, and all that crosses from a worker to the program.

    `structure` is the whole report, only where it was asked for. `aside`: the file is no report, and was not checked.
    `remarks`: what people should know of how it was read. `exhibit`: pictures of the findings' places, only where they
    were asked for. `trace` tells developers of a defect of ours. `files` are those that the report was put together
    from, if several.
    """

    report: str
    digest: str
    school: str = ""
    school_year: str = ""
    findings: tuple[Finding, ...] = ()
    scores: tuple[Score, ...] = ()
    structure: Report | None = None
    unreadable: bool = False
    aside: bool = False
    remarks: tuple[Remark, ...] = ()
    exhibit: Exhibit | None = None
    trace: str = ""
    files: tuple[str, ...] = ()
