"""Outcomes and findings made by hand."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

from extract import deadline
from extract.outcome import Outcome, Request
from extract.parts import Bundle
from extract.scores import Score
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


def deadly(bundle: Bundle, request: Request) -> tuple[Outcome, ...]:
    """Stands in for `audit_bundle`: the process that gets a file named `dies` is gone, as after a crash in C."""
    if any(source.name.startswith("dies") for source in bundle.sources):
        os._exit(9)
    return tuple(outcome(source.name) for source in bundle.sources)


def deaf(bundle: Bundle, request: Request) -> tuple[Outcome, ...]:
    """Stands in for `audit_bundle`: on a file named `deaf` it never ends and hears no clock, like a loop in C."""
    if any(source.name.startswith("deaf") for source in bundle.sources):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        deadline.limit_processor(0)
        while True:
            pass
    return tuple(outcome(source.name) for source in bundle.sources)
