"""Figures that were read, but may not be what the report means to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from normalize.report import Points, Report
from parsers.document import Box, Place
from rules.audit import Audit
from rules.catalogue import entry, severity_of
from rules.finding import Finding
from rules.reckoning import GroupReckoning
from rules.showing import show

UNREAD_INK = "ink-not-read"  # the reader's doubt
STALE = "formula"  # the remark on a formula whose stored value contradicts it


CLEAR = 0.95  # a figure that is settled more surely is in no doubt
SURE = 0.9  # a finding that is less probable than this is a doubt of the reading, not the school's mistake


def is_open(slip: float | None) -> bool:
    """Whether it is left open if a printed figure is the sum of its parts."""
    return slip is not None and slip < SURE


def is_unread(report: Report, place: Place) -> bool:
    """Whether beside a place, as high on its page, letters stand in a picture that could not be read."""
    spots = (spot for name, spot in report.doubts if name == UNREAD_INK and spot.page == place.page)
    return any(place.box is None or _are_beside(spot.box, place.box) for spot in spots if spot.box is not None)


def _are_beside(one: Box, other: Box) -> bool:
    return min(one.bottom, other.bottom) > max(one.top, other.top)


def low_confidence(audit: Audit) -> Iterator[Finding]:
    """A figure that findings rest on and that may be another: read with doubt from a picture, or a stale formula."""
    yield from _stale_formulas(audit)
    for group in audit.groups:
        yield from _open_sum(group.id, group.slip, figures_of(group))
        for row in (part.row for part in group.parts if part.row is not None):
            yield from _open_sum(row.id, row.slip, {row.id: row.score, **{item.id: item.score for item in row.items}})


def figures_of(group: GroupReckoning) -> dict[str, Points | None]:
    """The printed figures of a group's sum by id."""
    total = {group.id: group.group.score if group.group else None}
    return total | {part.official.id: part.row.score for part in group.parts if part.row is not None}


def is_left(slip: float | None, figures: Iterable[Points | None]) -> bool:
    """Whether a sum that may be right is left: it most probably is, or `low-confidence` names a figure of it."""
    return slip is not None and is_open(slip) and (slip <= 1 - SURE or any(map(_has_others, figures)))


def _has_others(figure: Points | None) -> bool:
    """Whether a figure may well be another one."""
    return figure is not None and len(figure.choices) > 1 and figure.confidence < CLEAR


def _open_sum(subject: str, slip: float | None, figures: Mapping[str, Points | None]) -> Iterator[Finding]:
    """The figure of a sum that is read with most doubt, where it depends on it whether the sum is right."""
    doubtful = [(name, figure) for name, figure in figures.items() if figure is not None and _has_others(figure)]
    if slip is None or not 1 - SURE < slip < SURE or not doubtful:
        return
    name, figure = min(doubtful, key=lambda one: one[1].confidence)
    yield Finding(
        "low-confidence",
        name,
        figure.place,
        stated=show(figure.choices[0][0]),
        expected=show(figure.choices[1][0]),
        facts={"sum": subject},
        excerpt=figure.text,
        confidence=figure.confidence,
        variant="sum",
    )


def doubted(finding: Finding, audit: Audit) -> Finding:
    """A finding that rests on a doubtful reading as that doubt; others as they are."""
    if severity_of(finding) == "info":
        return finding
    if finding.confidence < SURE and not finding.expected:
        return replace(finding, pictured=True)  # no figure that may be another, but words, or their absence
    if finding.confidence < SURE:
        facts = {**finding.facts, "rule": finding.rule}
        return replace(finding, rule="low-confidence", facts=facts, variant="rests", reported=False)
    page = finding.place.page if finding.place else None
    is_fragile = entry(finding.rule).is_fragile(finding.variant) and page in audit.report.pictured
    return replace(finding, pictured=True) if is_fragile else finding


def _stale_formulas(audit: Audit) -> Iterator[Finding]:
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
