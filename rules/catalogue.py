"""What is known of each rule apart from its code: severity, scope, authority, precedence, an example."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rules.finding import Finding

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule of the catalogue. `scope`: `report`, or `file` for what is found before a report is read.

    `authority`: what a finding rests on: the report `itself`, the `criteria` set, the `decree` on documents,
    or the `file`.
    `yields_to`: rules whose finding on the same subject has the same cause and tells more.
    `milder`: the severity of variants that are less than the rule's own. `fragile`: on a page read from a picture a
    misreading is the likelier cause, so it is information there, be it all its variants (true) or those listed.
    `example`: what is stated and expected.
    """

    rule: str
    severity: str
    scope: str
    authority: str
    yields_to: tuple[str, ...]
    milder: Mapping[str, str]
    fragile: bool | Sequence[str]
    example: Mapping[str, str]

    def is_fragile(self, variant: str) -> bool:
        """Whether a finding of that variant is information on a page read from a picture."""
        return self.fragile if isinstance(self.fragile, bool) else variant in self.fragile


@cache
def entries() -> Mapping[str, Entry]:
    """Every rule that exists, in the order of the catalogue."""
    raw = tomllib.loads((Path(__file__).parent / "catalogue.toml").read_text("utf-8"))
    return {
        rule: Entry(
            rule=rule,
            severity=table["severity"],
            scope=table.get("scope", "report"),
            authority=table["authority"],
            yields_to=tuple(table.get("yields-to", ())),
            milder=table.get("milder", {}),
            fragile=table.get("fragile", False),
            example=table.get("example", {}),
        )
        for rule, table in raw.items()
    }


def entry(rule: str) -> Entry:
    """The rule's entry; raises KeyError for a name that is no rule."""
    return entries()[rule]


def severity_of(finding: Finding) -> str:
    """The finding's severity: the rule's own, or its variant's; a figure that is only `reported` makes it a warning, a
    picture that is easily misread information."""
    if finding.pictured:
        return "info"
    known = entry(finding.rule)
    severity = known.milder.get(finding.variant, known.severity)
    return "warning" if severity == "error" and finding.reported else severity
