"""A workbook that holds only the score table: what a report's text must have is not missing there."""

from __future__ import annotations

from dataclasses import replace

from extract.outcome import Request
from normalize.report import Report
from parsers.document import Document, Paragraph, Remark

WORKBOOKS = frozenset({"xlsx", "xlsb", "xls", "ods"})
OF_TEXT = frozenset({"missing-header"})
SENTENCE = 60  # letters; titles, notes and signatures are shorter
FEW = 4  # sentences; more are a text
STALE = "formula"  # said as a finding where findings are asked for


def asked_of(document: Document, report: Report, request: Request) -> tuple[Request, tuple[Remark, ...]]:
    """What is asked of the report, and what is to be said of its reading; a table alone is not asked for a text."""
    remarks = tuple(remark for remark in document.remarks if remark.name != STALE or not request.findings)
    if document.source not in WORKBOOKS or report.appendix is None or _has_text(document, report):
        return request, remarks
    return replace(request, ignore=request.ignore | OF_TEXT), (*remarks, Remark("only-tables"))


def _has_text(document: Document, report: Report) -> bool:
    """Whether the workbook is a whole report: one with a number of its own, or with a text."""
    sentences = sum(isinstance(block, Paragraph) and len(block.text) >= SENTENCE for block in document.blocks)
    return report.header.number is not None or sentences > FEW
