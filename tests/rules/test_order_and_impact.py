"""In which order findings come, which of them stand, and which would change a group's level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.document import Box, Place
from rules import engine
from rules.audit import audit_of
from rules.finding import Finding
from rules.impact import impact_of
from tests.rules.build import LAW, change, findings, loose, report, say

PLAIN = report()


def box(top: float) -> Box:
    return Box(0, top, 10, top + 10)


PLACES = (
    None,
    Place(paragraph=3),
    Place(paragraph=9),
    Place(row=2),
    Place(table=1, row=1),
    Place(table=1, row=2),
    Place(table=2, row=1),
    Place(page=1, paragraph=9),
    Place(page=1, box=box(20)),
    Place(page=1, paragraph=1, box=box(30)),
    Place(page=1, table=1, row=7, box=box(40)),
    Place(page=2, box=box(10)),
)


def test_findings_are_in_the_order_of_the_page(monkeypatch):
    def rule(audit):
        yield from (Finding("unknown-row", "", place) for place in reversed(PLACES))

    monkeypatch.setattr(engine, "RULES", (rule,))
    assert [finding.place for finding in findings(PLAIN)] == list(PLACES)


def test_at_one_place_rules_and_subjects_are_in_order(monkeypatch):
    made = [Finding(rule, subject, place) for rule, subject, place in (
        ("unknown-row", "2", None), ("max-points", "1.4", None), ("unknown-row", "1", None),
        ("unknown-row", "2", Place(page=1)), ("max-points", "1.4", Place(page=1)), ("unknown-row", "1", Place(page=1)),
        ("missing-header", "", Place(box=box(90))), ("missing-appendix", "", Place(box=box(10))),
    )]  # fmt: skip
    monkeypatch.setattr(engine, "RULES", (lambda audit: iter(made),))
    assert [(finding.rule, finding.subject) for finding in findings(PLAIN)] == [
        ("max-points", "1.4"), ("missing-appendix", ""), ("missing-header", ""), ("unknown-row", "1"),
        ("unknown-row", "2"), ("max-points", "1.4"), ("unknown-row", "1"), ("unknown-row", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("finding", "impact"),
    [
        pytest.param(Finding("group-level", "1", None, "3", "2"), "level", id="a level itself"),
        pytest.param(Finding("body-level", "", None, "3", "2"), "level", id="a level in the text"),
        pytest.param(Finding("group-sum", "1", None, "73", "75"), "", id="two totals of one level"),
        pytest.param(Finding("group-sum", "1", None, "73", "75.5"), "level", id="two totals of two levels"),
        pytest.param(Finding("body-score", "1", None, "49", "50"), "level", id="two totals of two lower levels"),
        pytest.param(Finding("over-max", "1", None, "120", "100"), "", id="a total over its maximum"),
        pytest.param(Finding("over-max", "1", None, "76", "74"), "level", id="the same across a bound"),
        pytest.param(Finding("over-max", "1.4", None, "12", "10"), "", id="73 would be 71"),
        pytest.param(Finding("over-max", "1.4", None, "34", "10"), "level", id="73 would be 49"),
        pytest.param(Finding("over-max", "1.6b", None, "31", "7"), "level", id="an item of it"),
        pytest.param(Finding("item-sum", "1.6", None, "20", "22"), "", id="73 would be 75"),
        pytest.param(Finding("item-sum", "1.6", None, "20", "22.5"), "level", id="73 would be 75.5"),
        pytest.param(Finding("evidence-score", "1.6", None, "20", "22.5"), "level", id="by evidence"),
        pytest.param(Finding("evidence-score", "1.6", None, "3", "1", variant="level"), "", id="a criterion's level"),
        pytest.param(Finding("narrative-contradiction", "1.6", None, "7 + 7 + 6"), "", id="73 would be 53"),
        pytest.param(Finding("narrative-contradiction", "1.3", None, "6 + 18"), "level", id="73 would be 49"),
        pytest.param(
            Finding("narrative-contradiction", "1.3", None, "6 + 18", variant="doubtful"), "", id="information only"
        ),
        pytest.param(Finding("max-points", "1.4", None, "100", "10"), "", id="a maximum changes no total"),
        pytest.param(Finding("item-sum", "", None, variant="column"), "", id="a column of sums"),
        pytest.param(Finding("over-max", "9.9", None, "34", "10"), "", id="of no group"),
    ],
)
def test_impact(finding, impact):
    assert impact_of(finding, audit_of(PLAIN, LAW)) == impact


SLIP = Finding("item-sum", "1.6", None, "20", "22.5")


@pytest.mark.parametrize(
    ("given", "impact"),
    [
        pytest.param(change(PLAIN, "1", score=None), "level", id="the total stands in the text alone"),
        pytest.param(change(say(PLAIN, "1", None, 2), "1", score=None), "", id="no total at all"),
        pytest.param(change(PLAIN, "1", score="74"), "", id="the total does not follow its criteria"),
        pytest.param(change(PLAIN, "1.4", score=None), "level", id="whether it does is not known"),
    ],
)
def test_impact_by_what_is_known_of_the_total(given, impact):
    assert impact_of(SLIP, audit_of(given, LAW)) == impact


def test_without_a_scale_nothing_changes_a_level():
    law = replace(LAW, groups=tuple(replace(group, scale=None) for group in LAW.groups))
    assert impact_of(SLIP, audit_of(PLAIN, law)) == ""


def test_each_rule_runs_whichever_are_wanted():
    given = change(loose(PLAIN, "unknown", "Điểm cộng", "1"), "2.3", stated_max="60")
    kept = engine.check(given, LAW, select=frozenset({"max-points", "unknown-row"}), ignore=frozenset({"unknown-row"}))
    assert [finding.rule for finding in kept] == ["max-points"]
