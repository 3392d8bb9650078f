"""A report's findings as HTML cards; what is behind a card is only named here, and fetched when it is opened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.outcome import Outcome
from extract.page_markup import Markup, joined, tag
from extract.page_rows import Marks, Row, marks_of, rows_of
from extract.page_table import in_words_of
from extract.remarks import remark_text
from extract.tabular import FindingRow, finding_rows, place_text
from extract.texts import say
from extract.views import Style
from rules import messages
from rules.finding import Finding


class Shown(NamedTuple):
    """One report on the page: its number there, what came of it, the rows of its table."""

    number: int
    outcome: Outcome
    rows: Sequence[Row]


def shown_of(number: int, outcome: Outcome) -> Shown:
    """The report with the table that was read of it."""
    return Shown(number, outcome, rows_of(outcome.structure) if outcome.structure else ())


def section_of(report: Shown, style: Style) -> Markup:
    """The report's findings under its school and file."""
    outcome = report.outcome
    cards = [_card(report, at, row, style) for at, row in enumerate(finding_rows(outcome, style.lang, style.mask))]
    remarks = [tag("p", style.mask(remark_text(remark, style.lang)), class_="remark") for remark in outcome.remarks]
    heading = outcome.school or say(style.lang, "page.no-report" if outcome.aside else "page.unknown-school")
    return tag(
        "section",
        tag("h2", heading, id=f"h{report.number}"),
        tag("p", outcome.report, f" · {outcome.school_year}" if outcome.school_year else "", class_="file"),
        *remarks,
        *cards,
        _loose(report, style),
        id=f"r{report.number}",
        class_="report",
        aria_labelledby=f"h{report.number}",
        data_school=outcome.school,
    )


def _card(report: Shown, at: int, row: FindingRow, style: Style) -> Markup:
    finding = report.outcome.findings[at]
    marks = marks_of(finding, report.rows)
    told, asked = fact_and_request(row.message, style.lang)
    summary = tag(
        "summary",
        tag("span", say(style.lang, f"values.{row.severity}"), class_=f"badge {row.severity}"),
        _level_badge(style) if row.impact else "",
        tag("h3", told),
    )
    body = tag("div", _facts(finding, row, asked, style), _slots(report, at, marks), class_="body")
    return tag(
        "article",
        tag("details", summary, body),
        id=f"f-{row.finding_id}",
        class_="finding",
        data_severity=row.severity,
        data_rule=row.rule,
        data_level=bool(row.impact),
    )


def _level_badge(style: Style) -> Markup:
    told = say(style.lang, "page.level-change-told")
    return tag("span", say(style.lang, "page.level-change"), class_="badge level", title=told)


def fact_and_request(message: str, lang: str) -> tuple[str, str]:
    """A finding's sentence in two: what is so, and what to do; the latter is empty where the sentence has none."""
    ask = say(lang, "page.ask")
    parted = re.fullmatch(rf"(.*)[;,] ({re.escape(ask)}\b.*)", message, re.DOTALL)
    if parted is None:
        return message, ""
    told, request = parted.groups()
    return f"{told}.", request[:1].upper() + request[1:]


def _facts(finding: Finding, row: FindingRow, asked: str, style: Style) -> Markup:
    """What to do, what is stated, what is expected, both places, the source text."""
    here = messages.places_text([place for place in (finding.place, *finding.also) if place is not None], style.lang)
    there = messages.places_text(finding.others, style.lang)
    doubt = say(style.lang, "page.percent", n=round(100 * row.confidence)) if row.confidence < 1 else ""
    lines = (
        ("todo", asked),
        ("stated", in_words_of(style.lang, row.stated)),
        ("expected", in_words_of(style.lang, row.expected)),
        ("place", here),
        ("other-place", there if there != here else ""),
        ("excerpt", row.excerpt),
        ("confidence", doubt),
        ("rule", f"{messages.title(row.rule, style.lang)} ({row.rule})"),
    )
    return tag(
        "dl",
        *(joined(tag("dt", say(style.lang, f"page.facts.{name}")), tag("dd", value)) for name, value in lines if value),
    )


def _slots(report: Shown, at: int, marks: Marks) -> Markup:
    """Where the script puts the pictures and the table: it finds them by these numbers and keys."""
    exhibit = report.outcome.exhibit
    pictures = exhibit.shown[at] if exhibit and exhibit.shown else ()
    finding = report.outcome.findings[at]
    is_somewhere = finding.place is not None or bool(finding.others)
    why_not = f"w{report.number}" if exhibit and exhibit.why_not and not pictures and is_somewhere else None
    return tag(
        "div",
        class_="shown",
        data_pictures=" ".join(f"p{report.number}-{number}" for number in pictures) or None,
        data_why=why_not,
        data_table=f"t{report.number}" if marks.rows else None,
        data_rows=" ".join(marks.rows) or None,
        data_here=" ".join(marks.here) or None,
        data_there=" ".join(marks.there) or None,
        data_other=bool(finding.others),
    )


def _loose(report: Shown, style: Style) -> Markup:
    """Figures of the tables that nothing explains."""
    exhibit = report.outcome.exhibit
    if exhibit is None or not exhibit.loose:
        return Markup("")
    figures = ((style.mask(loose.text), place_text(loose.place, style.lang)) for loose in exhibit.loose)
    items = [tag("li", tag("b", figure), f" – {where}") for figure, where in figures]
    summary = tag("summary", say(style.lang, "page.loose", count=len(items)))
    return tag("details", summary, tag("p", say(style.lang, "page.loose-why")), tag("ul", *items), class_="loose")
