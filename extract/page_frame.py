"""What stands around the findings: counts, filters, an overview of schools, the style and the script."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from extract import __version__
from extract.outcome import Outcome
from extract.page_markup import Markup, joined, tag
from extract.texts import catalogue, say
from rules.catalogue import SEVERITIES, entries, severity_of
from rules.messages import title

FOLDER = Path(__file__).parent / "templates"


class Counts:
    """What the page's head says of the whole batch; a line a report."""

    def __init__(self) -> None:
        self.number = 0  # of the last file
        self.reports = 0
        self.severities: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.level_changes = 0
        self.lines: list[tuple[int, str, str, Counter[str]]] = []  # number, school, report, its severities

    def add(self, outcome: Outcome) -> int:
        """Counts a file, and gives its number; a letter that is no report has no line."""
        self.number += 1
        self.reports += not outcome.aside
        found = Counter(severity_of(finding) for finding in outcome.findings)
        self.severities += found
        self.rules += Counter(finding.rule for finding in outcome.findings)
        self.level_changes += sum(bool(finding.impact) for finding in outcome.findings)
        if not outcome.aside:
            self.lines.append((self.number, outcome.school, outcome.report, found))
        return self.number

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return self.severities.total()


@cache
def template(name: str) -> str:
    """A file of `templates/`."""
    return (FOLDER / name).read_text("utf-8")


def head(counts: Counts, lang: str) -> str:
    """The page up to the first report."""
    start = joined(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content=f"doisoat {__version__}"),
        tag("title", say(lang, "page.title")),
        tag("style", Markup(template("page.css"))),
    )
    skip = tag("a", say(lang, "page.skip"), href="#findings", class_="skip")
    banner = tag("header", tag("h1", say(lang, "page.title")), _totals(counts, lang), overview(counts, lang))
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>{start}</head>\n<body>\n{skip}{banner}\n'
        f'{filters(counts, lang)}\n<main id="findings" tabindex="-1">\n'
    )


def foot(counts: Counts, lang: str) -> str:
    """The page from the last report on: what tells that there is nothing, the note, the script."""
    nothing = tag("p", say(lang, "page.nothing-found"), class_="nothing") if not counts.findings else ""
    none_fits = tag("p", say(lang, "page.none-fits"), id="none", hidden=True)
    note = tag("footer", tag("p", say(lang, "page.note", version=__version__)))
    words = json.dumps(catalogue(lang)["page"]["script"], ensure_ascii=False).replace("<", "\\u003c")
    return (
        f"{joined(nothing, none_fits)}\n</main>\n{note}\n"
        f'<script type="application/json" id="words">{words}</script>\n<script>{template("page.js")}</script>\n'
    )


def policy() -> str:
    """What the page may do: show its own pictures, use its own style and script, and nothing else."""
    style, script = (_hash(template(name)) for name in ("page.css", "page.js"))
    own = f"img-src data:; style-src '{style}'; script-src '{script}'"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _totals(counts: Counts, lang: str) -> Markup:
    figures = {severity: counts.severities[severity] for severity in SEVERITIES}
    told = say(lang, "page.totals", reports=counts.reports, findings=counts.findings, **figures)
    more = say(lang, "page.level-changes", count=counts.level_changes) if counts.level_changes else ""
    return tag("p", told, f" {more}" if more else "", class_="totals")


def overview(counts: Counts, lang: str) -> Markup:
    """A line a report, with a link to its findings."""
    names = ("school", "report", "errors", "warnings", "infos")
    heading = tag("tr", *(tag("th", say(lang, f"columns.{name}"), scope="col") for name in names))
    lines = [_overview_line(line, lang) for line in counts.lines]
    table = tag("table", tag("thead", heading), tag("tbody", *lines), class_="overview")
    scrolled = tag("div", table, class_="scroll", tabindex="0", role="region", aria_label=say(lang, "page.overview"))
    return tag("details", tag("summary", say(lang, "page.overview")), scrolled)


def _overview_line(line: tuple[int, str, str, Counter[str]], lang: str) -> Markup:
    number, school, report, found = line
    name = school or say(lang, "page.unknown-school")
    linked = tag("a", name, href=f"#r{number}") if found else name
    figures = (tag("td", str(found[severity] or ""), class_="figure") for severity in SEVERITIES)
    return tag("tr", tag("td", linked), tag("td", report), *figures)


def filters(counts: Counts, lang: str) -> Markup:
    """Severity, rule, school, text; how many findings are shown."""
    boxes = [
        _box(severity, say(lang, f"page.severities.{severity}"), counts.severities[severity]) for severity in SEVERITIES
    ]
    order = [rule for rule in entries() if counts.rules[rule]]
    rules = [(rule, f"{title(rule, lang)} ({counts.rules[rule]})") for rule in order]
    schools = sorted({school for _, school, _, found in counts.lines if school and found})
    return tag(
        "form",
        tag("fieldset", tag("legend", say(lang, "page.severity")), *boxes),
        _choice("rule", rules, lang),
        _choice("school", [(school, school) for school in schools], lang),
        tag(
            "p",
            tag("label", say(lang, "page.search"), for_="search"),
            tag("input", id="search", type="search", autocomplete="off"),
        ),
        tag("p", _box("level", say(lang, "page.only-level"), counts.level_changes), class_="only"),
        tag("p", *(_button(name, lang) for name in ("open", "close", "print")), class_="buttons"),
        tag("p", id="count", role="status", aria_live="polite"),
        id="filters",
        role="search",
        aria_label=say(lang, "page.filters"),
    )


def _box(name: str, label: str, count: int) -> Markup:
    checked = name in SEVERITIES
    box = tag("input", type="checkbox", name=name, id=f"box-{name}", checked=checked)
    return tag("label", box, f" {label} ({count})", for_=f"box-{name}")


def _choice(name: str, choices: Iterable[tuple[str, str]], lang: str) -> Markup:
    options: Sequence[Markup] = [tag("option", label, value=value) for value, label in choices]
    every = tag("option", say(lang, f"page.every-{name}"), value="")
    return tag("p", tag("label", say(lang, f"page.{name}"), for_=name), tag("select", every, *options, id=name))


def _button(name: str, lang: str) -> Markup:
    return tag("button", say(lang, f"page.buttons.{name}"), type="button", id=f"do-{name}")
