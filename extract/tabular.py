"""Outcome -> rows of the two tables, as people see them in their language."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from extract.masking import Mask
from extract.outcome import Outcome
from extract.texts import say
from parsers.document import Place
from rules import catalogue, messages


class FindingRow(NamedTuple):
    """A row of the discrepancy table; the fields are its columns."""

    report: str
    school: str
    rule: str
    severity: str
    criterion: str
    place: str
    stated: str
    expected: str
    message: str
    excerpt: str
    impact: str
    confidence: float
    finding_id: str


class ScoreRow(NamedTuple):
    """A row of the table of scores; the fields are its columns."""

    report: str
    school: str
    school_year: str
    group: str
    criterion: str
    item: str
    label: str
    stated_max: Decimal | None
    official_max: Decimal | None
    score: Decimal | None
    level: int | None
    evidence: str
    place: str
    confidence: float | None


def finding_rows(outcome: Outcome, lang: str, mask: Mask) -> Iterator[FindingRow]:
    """The rows of one report's findings, in their order."""
    for finding, identity in zip(outcome.findings, identities(outcome), strict=True):
        yield FindingRow(
            report=outcome.report,
            school=outcome.school,
            rule=finding.rule,
            severity=catalogue.severity_of(finding),
            criterion=finding.subject,
            place=place_text(finding.place, lang),
            stated=mask(finding.stated),
            expected=mask(finding.expected),
            message=mask(" ".join(filter(None, (messages.sentence(finding, lang), files_text(outcome, lang))))),
            excerpt=mask(one_line(finding.excerpt)),
            impact=finding.impact,
            confidence=finding.confidence,
            finding_id=identity,
        )


def files_text(outcome: Outcome, lang: str) -> str:
    """That the report was put together from several files, and from which; empty for one file."""
    files = outcome.files
    return say(lang, "put-together.note", count=len(files), files=", ".join(files)) if files else ""


def score_rows(outcome: Outcome, lang: str, mask: Mask) -> Iterator[ScoreRow]:
    """The rows of one report's scores."""
    for score in outcome.scores:
        yield ScoreRow(
            report=outcome.report,
            school=outcome.school,
            school_year=outcome.school_year,
            group=score.group,
            criterion=score.criterion,
            item=score.item,
            label=one_line(score.label),
            stated_max=score.stated_max,
            official_max=score.official_max,
            score=score.score,
            level=score.level,
            evidence=mask(one_line(score.evidence)),
            place=place_text(score.place, lang),
            confidence=score.confidence,
        )


def identities(outcome: Outcome) -> Sequence[str]:
    """An id for each finding, the same from run to run for the same content; equal findings are told by their turn."""
    met: Counter[tuple[str, ...]] = Counter()
    result = []
    for finding in outcome.findings:
        key = (outcome.digest, finding.rule, finding.subject, finding.stated, finding.expected)
        result.append(hashlib.sha256("\x1f".join((*key, str(met[key]))).encode()).hexdigest()[:16])
        met[key] += 1
    return result


def place_text(place: Place | None, lang: str) -> str:
    """Where a person finds it; empty where there is no such place."""
    return "" if place is None else messages.place_text(place, lang)


def one_line(text: str) -> str:
    """The text on one line: line breaks of a page are not the reader's concern."""
    return re.sub(r"\s+", " ", text).strip()


def show_number(value: Decimal | float | None) -> str:
    """A number with a point and without idle zeros; empty is empty, not 0."""
    if value is None:
        return ""
    text = f"{value:f}" if isinstance(value, Decimal) else f"{value:.4f}" if isinstance(value, float) else str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
