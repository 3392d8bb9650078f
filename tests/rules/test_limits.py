"""bad-score, max-points, over-max: silent cases first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rules import catalogue
from rules.messages import sentence
from tests.rules.build import SCORES, change, findings, found, points, report, say, severities, with_groups

PLAIN = report()
OWN = report(own=True)
FULL = report({**SCORES, "1.4": "10", "2.4": ["8", "12", "10"], "1.3": ["6", "6", "6", "6", "6"]})


def doubtful(given, line, text, confidence=0.6):
    """A score that was read with doubt, as from a scan."""
    first, *others = given.appendix.groups
    criteria = tuple(
        replace(row, score=replace(points(text, row.place), confidence=confidence)) if row.id == line else row
        for row in first.criteria
    )
    return with_groups(given, replace(first, criteria=criteria), *others)


def misread(given, *lines):
    for line in lines:
        given = change(given, line, score="29,5 3")
    return given


OWN_SPLIT = {"2.4a": "10", "2.4b": "10", "2.4c": "10"}


def split(given, maxima):
    for line, maximum in maxima.items():
        given = change(given, line, stated_max=maximum)
    return given


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(FULL, id="full marks are not over the maximum"),
        pytest.param(change(PLAIN, "1.4", stated_max=None), id="no maximum printed"),
        pytest.param(change(PLAIN, "1.4", stated_max="10.0"), id="10,0 is 10"),
        pytest.param(split(PLAIN, OWN_SPLIT), id="items divided in another way, adding up to the official maximum"),
        pytest.param(
            change(split(PLAIN, {"2.4a": None, **dict(list(OWN_SPLIT.items())[1:])}), "2.4", stated_max="10"),
            id="the first item's maximum stands in the criterion's own row",
        ),
        pytest.param(change(PLAIN, "1.1", stated_max="0"), id="a condition with a maximum of 0"),
        pytest.param(change(PLAIN, "1.4", score=None), id="no score"),
        pytest.param(misread(OWN, "1.3", "1.4", "1.5", "1.6", "2.3"), id="a column misread, not five errors"),
        pytest.param(change(PLAIN, "1", stated_max="200", score="152"), id="the row of a grand total"),
        pytest.param(doubtful(PLAIN, "1.4", "l0"), id="a doubt of the reading is not the school's mistake"),
        pytest.param(doubtful(PLAIN, "1.4", "–", 1.0), id="a dash is no score"),
    ],
)
def test_silent(given):
    assert found(given) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            change(PLAIN, "1.4", score="10 hoặc 9"), [("bad-score", "1.4", "10 hoặc 9", "")], id="two numbers"
        ),
        pytest.param(change(PLAIN, "1.6b", score="đạt"), [("bad-score", "1.6b", "đạt", "")], id="a word in an item"),
        pytest.param(change(PLAIN, "1", score="bảy ba"), [("bad-score", "1", "bảy ba", "")], id="a word for a total"),
        pytest.param(change(PLAIN, "1.4", score="-5"), [("bad-score", "1.4", "-5", "")], id="a negative"),
        pytest.param(
            change(PLAIN, "2.3", stated_max="60"), [("max-points", "2.3", "60", "70")], id="a criterion's maximum"
        ),
        pytest.param(change(PLAIN, "2", stated_max="90"), [("max-points", "2", "90", "100")], id="a group's maximum"),
        pytest.param(
            change(PLAIN, "2.3c", stated_max="10"), [("max-points", "2.3c", "10", "20")], id="an item's maximum"
        ),
        pytest.param(
            change(change(PLAIN, "1.4", stated_max="15"), "1.4", score="10"),
            [("max-points", "1.4", "15", "10")],
            id="a wrong maximum under a fitting score",
        ),
        pytest.param(
            report({**SCORES, "1.4": "10.5"}),
            [("over-max", "1.4", "10.5", "10")],
            id="half a point over, totals follow",
        ),
        pytest.param(
            change(PLAIN, "1.4", score="12"), [("over-max", "1.4", "12", "10")], id="over, the total does not follow"
        ),
        pytest.param(
            report({**SCORES, "2.4": ["6", "0", "12"]}), [("over-max", "2.4c", "12", "10")], id="an item, totals follow"
        ),
        pytest.param(
            report({**SCORES, "2.4": ["6", "0", "12"]}, own=True),
            [("over-max", "2.4c", "12", "10")],
            id="an item under a criterion's own score",
        ),
        pytest.param(
            report({**SCORES, "2.4": ["8", "12", "11"]}),
            [("over-max", "2.4c", "11", "10")],
            id="an item that takes its criterion over does not climb",
        ),
        pytest.param(
            change(report(own=True), "1.6c", score="9"),
            [("item-sum", "1.6", "20", "23")],
            id="an item over that breaks its criterion's sum: item-sum alone",
        ),
        pytest.param(
            change(PLAIN, "1.7c", score="6"),
            [("group-sum", "1", "73", "79")],
            id="an item over a reported maximum that breaks the group's sum: group-sum alone",
        ),
        pytest.param(
            change(PLAIN, "1.6c", score="9"),
            [("over-max", "1.6c", "9", "6")],
            id="an item that takes its criterion over the official maximum: over-max alone",
        ),
        pytest.param(
            change(OWN, "1.6", score="21"), [("item-sum", "1.6", "21", "20")], id="own score over, its items are right"
        ),
        pytest.param(
            change(PLAIN, "2", score="179"), [("group-sum", "2", "179", "79")], id="a total over that is a wrong sum"
        ),
        pytest.param(
            split(report({**SCORES, "2.4": ["11", "0", "0"]}), OWN_SPLIT),
            [("over-max", "2.4a", "11", "10")],
            id="over the school's own division",
        ),
    ],
)
def test_found(given, expected):
    assert found(given) == expected


def test_a_group_over_whose_criteria_are_not_known():
    given = change(say(report({}), "1", None, None), "1", score="120", level=3)
    assert ("over-max", "1", "120", "100") in found(given)


@pytest.mark.parametrize(
    ("given", "severity"),
    [
        pytest.param(report({**SCORES, "2.4": ["6", "0", "12"]}), "warning", id="an item's reported maximum warns"),
        pytest.param(report({**SCORES, "1.3": ["7", "5", "4", "3", "3"]}), "error", id="an item's official maximum"),
        pytest.param(
            report({**SCORES, "2.4": ["8", "12", "11"]}), "error", id="its criterion's official maximum is broken"
        ),
        pytest.param(report({**SCORES, "1.4": "11"}), "error", id="a criterion's official maximum"),
        pytest.param(change(PLAIN, "2.3c", stated_max="10"), "warning", id="an item's printed maximum"),
    ],
)
def test_severity(given, severity):
    assert [each for _, each in severities(given)] == [severity]


@pytest.mark.parametrize(
    ("given", "impact"),
    [
        pytest.param(report({**SCORES, "1.4": "12"}), "", id="75 or 73: level 2"),
        pytest.param(report({**SCORES, "1.4": "14"}), "level", id="77 instead of 73: level 3 was not earned"),
    ],
)
def test_impact(given, impact):
    assert [finding.impact for finding in findings(given)] == [impact]


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("chưa chấm", ""),
        ("x", ""),
        ("-5", "negative"),
        ("− 5 điểm", "negative"),
        ("5-6", "several"),
        ("3; 4", "several"),
        ("10 hoặc 9", "several"),
        ("1O", "mistyped"),
        ("l,5", "mistyped"),
        ("lO", ""),
    ],
)
def test_what_is_wrong_with_a_score_cell(text, variant):
    (finding,) = [each for each in findings(change(PLAIN, "1.4", score=text)) if each.rule == "bad-score"]
    assert (finding.stated, finding.variant) == (text, variant)


def test_a_column_that_was_not_understood_is_not_lost():
    given = misread(OWN, "1.3", "1.4", "1.5", "1.6", "2.3")
    (finding,) = [each for each in findings(given) if each.rule == "bad-score"]
    assert (finding.subject, finding.variant, catalogue.severity_of(finding)) == ("", "column", "info")
    assert finding.facts == {"count": "5", "of": "33"}
    assert len(finding.also) == 4
    assert "Có 5 trên 33 ô điểm không đọc ra được một số, ví dụ “29,5 3” (trang 4," in sentence(finding, "vi")
