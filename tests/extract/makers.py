"""Outcomes and findings made by hand."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

from extract import deadline
from extract.outcome import Outcome, Request
from extract.scores import Score
from extract.sources import Source
from parsers.document import Place
from rules.finding import Finding

TOTAL = Finding(
    "body-score",
    "1",
    Place(page=2, paragraph=5),
    stated="73",
    expected="72",
    facts={"kind": "group"},
    others=(Place(page=4, table=1, row=3),),
    excerpt="Nhóm tiêu chí 1: 73/100 điểm",
    impact="level",
)
ORDER = Finding("document-order", "", Place(paragraph=9), stated="12/QĐ-X", expected="13/QĐ-X")


def outcome(report: str = "a.docx", *findings: Finding, school: str = "Trường A", **more: object) -> Outcome:
    made = Outcome(report, digest=f"digest of {report}", school=school, school_year="2022-2023", findings=findings)
    return replace(made, **more)  # type: ignore[arg-type]


def unreadable(report: str, reason: str = "empty") -> Outcome:
    finding = Finding("unreadable", "", None, facts={"file": report}, variant=reason)
    return outcome(report, finding, school="", unreadable=True)


def score(group: str = "1", criterion: str = "", item: str = "", **more: object) -> Score:
    return replace(Score(group, criterion, item), **more)  # type: ignore[arg-type]


def deadly(source: Source, request: Request) -> Outcome:
    """Stands in for `audit`: the process that gets a file named `dies` is gone, as after a crash of a C library."""
    if source.name.startswith("dies"):
        os._exit(9)
    return outcome(source.name)


def deaf(source: Source, request: Request) -> Outcome:
    """Stands in for `audit`: on a file named `deaf` it never ends and hears no clock, like a loop in a C library."""
    if source.name.startswith("deaf"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        deadline.limit_processor(0)
        while True:
            pass
    return outcome(source.name)
