"""What the run says at its end, for an office clerk: counts that add up, what weighs most, where to look next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.outcome import Outcome
from extract.remarks import remark_text
from extract.sources import Skipped
from extract.texts import say
from extract.views import SCORES, Style, View
from parsers.together import PUT_TOGETHER
from rules import catalogue, messages
from rules.finding import Finding

SHOWN = 10  # findings, and unreadable files; the table has them all
SHOWN_SKIPPED = 3  # names for each reason


class Tally:
    """Counts a batch as its outcomes come by, and keeps the few sentences that lead the summary."""

    def __init__(self, view: View, style: Style) -> None:
        self.view = view
        self.style = style
        self.checked = 0  # reports; `files` counts what they were sent in
        self.files = 0
        self.unreadable = 0
        self.unreadable_why: list[str] = []
        self.aside: list[Skipped] = []  # read, and found to be no reports
        self.rules: Counter[tuple[str, str]] = Counter()  # by severity and rule, of reports that were checked
        self.reports_with_errors = 0
        self.scores = 0
        self.level_changes: list[str] = []
        self.remarks: list[str] = []
        self.put_together: list[str] = []

    def add(self, outcome: Outcome) -> None:
        """Takes one outcome."""
        for remark in outcome.remarks:
            kept = self.put_together if remark.name == PUT_TOGETHER else self.remarks
            kept.append(f"{outcome.report}: {self.style.mask(remark_text(remark, self.style.lang))}")
        if outcome.unreadable:
            self.unreadable += 1
            self.unreadable_why += [self.sentence(finding) for finding in outcome.findings]
            return
        if outcome.aside:
            self.aside += [Skipped(file, "no-report") for file in outcome.files or (outcome.report,)]
            return
        sentences = (self.sentence(finding) for finding in outcome.findings if finding.impact)
        self.level_changes += [f"{outcome.report}: {sentence}" for sentence in sentences]
        self.checked += 1
        self.files += max(1, len(outcome.files))
        found = Counter((catalogue.severity_of(finding), finding.rule) for finding in outcome.findings)
        self.rules += found
        self.reports_with_errors += any(severity == "error" for severity, _ in found)
        self.scores += sum(score.score is not None for score in outcome.scores)

    def count(self, severity: str) -> int:
        """How many findings of that severity the reports that were checked have."""
        return sum(count for (found, _), count in self.rules.items() if found == severity)

    def sentence(self, finding: Finding) -> str:
        """A finding in one line."""
        return self.style.mask(messages.sentence(finding, self.style.lang))


def summary(tally: Tally, skipped: Sequence[Skipped], outputs: Sequence[Path], lang: str) -> str:
    """The whole summary."""
    return "\n".join(lines_of(tally, skipped, outputs, lang))


def lines_of(tally: Tally, skipped: Sequence[Skipped], outputs: Sequence[Path], lang: str) -> Iterator[str]:
    """The summary's lines: what was looked at, what was found, what leads, what was left out, where the table is."""
    skipped = (*skipped, *tally.aside)
    counts = {"checked": tally.files, "unreadable": tally.unreadable, "skipped": len(skipped)}
    yield say(lang, "summary.counts", found=sum(counts.values()), **counts)
    yield from skipped_lines(skipped, lang)
    yield from listed(say(lang, "summary.unreadable"), tally.unreadable_why, lang)
    if tally.checked:
        yield verdict(tally, lang)
        yield from rule_lines(tally, lang)
    yield from listed(say(lang, "summary.level-changes"), tally.level_changes, lang)
    yield from listed(say(lang, "summary.put-together"), tally.put_together, lang)
    yield from listed(say(lang, "summary.remarks"), tally.remarks, lang)
    for output in outputs:
        yield say(lang, "summary.table", output=output)
    if tally.rules or tally.unreadable:
        yield say(lang, "summary.next")


def verdict(tally: Tally, lang: str) -> str:
    """How many findings of each severity, in how many reports; or how many scores were read."""
    if tally.view is SCORES:
        return say(lang, "summary.scores", scores=tally.scores, checked=tally.checked)
    counts = {severity: tally.count(severity) for severity in catalogue.SEVERITIES}
    key = "summary.findings" if any(counts.values()) else "summary.nothing"
    return say(lang, key, **counts, reports=tally.reports_with_errors, checked=tally.checked)


def rule_lines(tally: Tally, lang: str) -> Iterator[str]:
    """How often each rule found something: errors first, and the most frequent of them."""
    order = sorted(tally.rules, key=lambda key: (catalogue.SEVERITIES.index(key[0]), -tally.rules[key]))
    for severity, rule in order:
        word, title = say(lang, f"values.{severity}"), messages.title(rule, lang)
        yield say(lang, "summary.rule", count=tally.rules[severity, rule], severity=word, title=title, rule=rule)


def listed(heading: str, sentences: Sequence[str], lang: str) -> Iterator[str]:
    """A heading and the first of the sentences; how many more there are."""
    if not sentences:
        return
    yield heading
    yield from (f"  - {sentence}" for sentence in sentences[:SHOWN])
    if len(sentences) > SHOWN:
        yield say(lang, "summary.more", count=len(sentences) - SHOWN)


def skipped_lines(skipped: Sequence[Skipped], lang: str) -> Iterator[str]:
    """One line a reason, with the first names."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for item in skipped:
        names[item.reason].append(item.name)
    for reason, group in names.items():
        shown = ", ".join(group[:SHOWN_SKIPPED]) + (", …" if len(group) > SHOWN_SKIPPED else "")
        yield say(lang, "summary.skipped", count=len(group), reason=say(lang, f"skipped.{reason}"), names=shown)
