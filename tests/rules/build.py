"""Small reports for the rules' tests: one that is right throughout, and ways to change one thing in it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from normalize import criteria_file
from normalize.criteria import CriterionSet, OfficialCriterion, OfficialGroup
from normalize.report import (
    Appendix,
    Criterion,
    Group,
    Header,
    Item,
    LooseRow,
    Points,
    Reading,
    Report,
    Statement,
)
from parsers.document import Place
from rules import catalogue, engine
from rules.finding import Finding

LAW = criteria_file.load("4725-2022")

# Scores of a report: a text is a criterion's own score, a list its items'. Group 1 adds up to 73, group 2 to 79.
SCORES: Mapping[str, Any] = {
    "1.3": ["6", "5", "4", "3", "3"],
    "1.4": "10",
    "1.5": ["12", "0"],
    "1.6": ["7", "7", "6"],
    "1.7": ["5", "5", "0"],
    "2.3": ["5", "6", "20", "6", "10", "10", "6", "6"],
    "2.4": ["6", "0", "4"],
}


def at(row: int) -> Place:
    return Place(page=4, table=1, row=row)


def said(paragraph: int) -> Place:
    return Place(page=2, paragraph=paragraph)


SOMEWHERE = at(99)


def points(text: str | None, place: Place = SOMEWHERE) -> Points | None:
    """A score as read: "?" is one that was not understood, None no score at all."""
    if text is None:
        return None
    try:
        return Reading(Decimal(text), text, place)
    except ArithmeticError:
        return Reading(None, text, place)


def level(value: int | None, place: Place = SOMEWHERE) -> Reading[int] | None:
    return None if value is None else Reading(value, f"Mức {value}", place)


def words(text: str | None, place: Place = SOMEWHERE) -> Reading[str] | None:
    return None if text is None else Reading(text, text, place)


HEADER = Header(
    number=words("12", said(1)),
    symbol=words("BC-THCS", said(1)),
    date=Reading(datetime.date(2023, 5, 25), "25/5/2023", said(2)),
    school=words("Trường THCS Hoa Mai", said(1)),
    school_year=words("2022-2023", said(3)),
    signatory=words("Nguyễn Văn A", said(40)),
)


def report(scores: Mapping[str, Any] = SCORES, law: CriterionSet = LAW, *, own: bool = False) -> Report:
    """A report that is right throughout; `own`: its criteria print their own scores beside those of their items."""
    rows = iter(range(2, 200))
    groups = tuple(_group(group, scores, own, rows) for group in law.groups)
    appendix = Appendix(at(1), groups, evidence_column=True)
    statements = tuple(_statement(group, number) for number, group in enumerate(groups, start=20) if group.score)
    return Report("bao-cao.docx", "0" * 64, law.id, HEADER, appendix, statements)


def _group(official: OfficialGroup, scores: Mapping[str, Any], own: bool, rows: Any) -> Group:
    place = at(next(rows))
    criteria = tuple(_criterion(each, scores.get(each.id), own, rows) for each in official.criteria)
    total = sum((sum_of(scores[row.id]) for row in criteria if row.id in scores), Decimal(0))
    scale = official.scale
    return Group(
        official.id,
        place,
        official.title,
        points(_text(official.maximum), place),
        points(f"{total}", place) if official.maximum is not None else None,
        level(scale.level_of(total), place) if scale else None,
        criteria,
    )


def _criterion(official: OfficialCriterion, score: Any, own: bool, rows: Any) -> Criterion:
    place = at(next(rows))
    evidence = words(f"Minh chứng {official.id}", place)
    if score is None:
        answer = Reading(True, "Có", place) if official.condition else None
        return Criterion(official.id, official.title, place, official.id, answer=answer, evidence=evidence)
    parts = score if isinstance(score, list) else []
    items = tuple(
        Item(item.id, item.title, (row := at(next(rows))), points(_text(item.maximum), row), points(part, row))
        for item, part in zip(official.items, parts, strict=True)
    )
    total = sum_of(score)
    return Criterion(
        official.id,
        official.title,
        place,
        official.id,
        points(_text(official.maximum), place),
        points(f"{total}", place) if own or not items else None,
        level(official.scale.level_of(total), place) if official.scale else None,
        evidence=evidence,
        items=items,
    )


def sum_of(score: Any) -> Decimal:
    return sum((Decimal(part) for part in (score if isinstance(score, list) else [score])), Decimal(0))


def _text(maximum: Decimal | None) -> str | None:
    return None if maximum is None else f"{maximum}"


def _statement(group: Group, paragraph: int) -> Statement:
    place = said(paragraph)
    score = replace(group.score, place=place) if group.score else None
    grade = replace(group.level, place=place) if group.level else None
    return Statement(group.id, place, f"Nhóm {group.id}", score, level=grade)


def change(given: Report, line: str, **fields: Any) -> Report:
    """The report with those fields of one group, criterion or item; scores and maxima as texts, levels as numbers."""
    assert given.appendix is not None
    ready = {name: _ready(name, value) for name, value in fields.items()}
    return with_groups(given, *(_changed(group, line, ready) for group in given.appendix.groups))


def with_groups(given: Report, *groups: Group) -> Report:
    assert given.appendix is not None
    return replace(given, appendix=replace(given.appendix, groups=groups))


def _ready(name: str, value: Any) -> Any:
    makers = {"score": points, "stated_max": points, "level": level, "evidence": words}
    return makers[name](value) if name in makers else value


def _changed(row: Any, line: str, fields: Mapping[str, Any]) -> Any:
    placed = {
        name: replace(value, place=row.place) if isinstance(value, Reading) else value for name, value in fields.items()
    }
    if row.id == line:
        row = replace(row, **placed)
    for name in ("criteria", "items"):
        if hasattr(row, name):
            row = replace(row, **{name: tuple(_changed(part, line, fields) for part in getattr(row, name))})
    return row


def put(given: Report, line: str, **fields: Any) -> Report:
    """As `change`, but readings stay at the places that they come with."""
    assert given.appendix is not None
    return with_groups(given, *(_put(group, line, fields) for group in given.appendix.groups))


def _put(row: Any, line: str, fields: Mapping[str, Any]) -> Any:
    parts = {name: getattr(row, name) for name in ("criteria", "items") if hasattr(row, name)}
    below = {name: tuple(_put(part, line, fields) for part in rows) for name, rows in parts.items()}
    return replace(row, **{**below, **(fields if row.id == line else {})})


def doubt(reading: Any, confidence: float = 0.95) -> Any:
    """The reading, read with doubt as from a scan."""
    return replace(reading, confidence=confidence)


def without(given: Report, *criteria: str) -> Report:
    """The report whose table has no rows of these criteria."""
    assert given.appendix is not None
    groups = tuple(
        replace(group, criteria=tuple(row for row in group.criteria if row.id not in criteria))
        for group in given.appendix.groups
    )
    return replace(given, appendix=replace(given.appendix, groups=groups, missing=criteria))


def say(
    given: Report,
    group: str,
    score: str | None,
    grade: int | None,
    *,
    closing: bool = False,
    maximum: str | None = None,
) -> Report:
    """The report whose text (or closing line) states that of the group, instead of what it stated."""
    place = Place(page=6, paragraph=60) if closing else said(20 + int(group[-1]))
    statement = Statement(
        group, place, f"Nhóm {group}", points(score, place), points(maximum), level(grade, place), after_table=closing
    )
    kept = tuple(each for each in given.statements if each.group != group or each.after_table != closing)
    stated = statement.score is not None or statement.level is not None
    return replace(given, statements=(*kept, statement) if stated else kept)


def loose(given: Report, kind: str, label: str, score: str, criterion: str | None = None) -> Report:
    """The report with one more row: `unknown`, or of `duplicates`."""
    assert given.appendix is not None
    row = LooseRow(label, at(90), points(score, at(90)), id=criterion)
    return replace(given, appendix=replace(given.appendix, **{kind: (*getattr(given.appendix, kind), row)}))


def findings(given: Report, law: CriterionSet = LAW) -> tuple[Finding, ...]:
    return engine.check(given, law)


def only(given: Report, rule: str, law: CriterionSet = LAW) -> list[Finding]:
    return [finding for finding in findings(given, law) if finding.rule == rule]


def found(given: Report, law: CriterionSet = LAW, *, info: bool = False) -> list[tuple[str, str, str, str]]:
    """Rule, subject, what is stated and expected; without findings of severity info unless asked for."""
    return [
        (finding.rule, finding.subject, finding.stated, finding.expected)
        for finding in findings(given, law)
        if info or catalogue.severity_of(finding) != "info"
    ]


def severities(given: Report, law: CriterionSet = LAW) -> list[tuple[str, str]]:
    return [(finding.rule, catalogue.severity_of(finding)) for finding in findings(given, law)]
