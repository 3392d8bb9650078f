"""Maxima and score cells side by side: one line hides no other, and what a maximum is known from decides its weight."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from normalize import criteria_file
from rules import catalogue
from rules.finding import Finding
from tests.rules.build import LAW, SCORES, at, change, doubt, found, only, points, put, report, say, without

OTHER = criteria_file.load(str(Path(__file__).parent.parent / "sets" / "thu-vien-so.toml"))
PLAIN = report()
OWN = report(own=True)
FULL_MARKS = {
    row.id: [f"{item.maximum}" for item in row.items] or f"{row.maximum}"
    for group in LAW.groups
    for row in group.criteria
    if not row.condition
}


def unprinted(given, *lines):
    """The report that prints no maxima in those lines."""
    for line in lines:
        given = put(given, line, stated_max=None)
    return given


def items(criterion):
    return [item.id for group in LAW.groups for row in group.criteria if row.id == criterion for item in row.items]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(report(FULL_MARKS), id="full marks everywhere"),
        pytest.param(report(FULL_MARKS, own=True), id="full marks, criteria with scores of their own"),
        pytest.param(
            unprinted(report({**SCORES, "2.4": ["8", "12", "10"]}), *items("2.4")),
            id="at the maxima, none printed",
        ),
        pytest.param(
            put(PLAIN, "1.4", items=(replace(PLAIN.appendix.groups[0].criteria[4].items[0], id="1.4x"),)),
            id="an item that the set does not know",
        ),
    ],
)
def test_silent(given):
    assert only(given, "over-max") == only(given, "max-points") == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            change(put(PLAIN, "1.4", score=doubt(points("l0", at(11)))), "1.6b", score="x"),
            [("bad-score", "1.6b", "x", "")],
            id="a cell read with doubt hides none after it",
        ),
        pytest.param(
            change(change(PLAIN, "1", stated_max="200", score="152"), "2.3", stated_max="60"),
            [("max-points", "2.3", "60", "70")],
            id="the row of a grand total hides none after it",
        ),
        pytest.param(
            change(change(change(PLAIN, "1.7a", stated_max="5"), "1.7c", stated_max="8"), "2.3", stated_max="60"),
            [("max-points", "2.3", "60", "70")],
            id="a division of the school's own hides none after it",
        ),
        pytest.param(
            unprinted(report({**SCORES, "2.4": ["6", "0", "12"]}), *items("2.4")),
            [("over-max", "2.4c", "12", "10")],
            id="over the official maximum of an item, none printed",
        ),
        pytest.param(
            change(change(PLAIN, "2.4b", score=None), "2.4c", score="12"),
            [("infeasible-total", "2", "79", "87–99"), ("over-max", "2.4c", "12", "10")],
            id="an item over beside one that is not known",
        ),
        pytest.param(
            change(change(OWN, "1.6", score="26"), "1.6c", score="9"),
            [("item-sum", "1.6", "26", "23"), ("over-max", "1.6c", "9", "6")],
            id="an item over, and a sum that no fitting score would mend",
        ),
        pytest.param(
            report({**SCORES, "1.4": "12", "1.6": ["7", "7", "7"]}),
            [("over-max", "1.4", "12", "10"), ("over-max", "1.6c", "7", "6")],
            id="two over, totals follow",
        ),
    ],
)
def test_one_line_hides_no_other(given, expected):
    assert found(given) == expected


def test_a_criterion_without_a_row_hides_none_after_it():
    given = say(without(report({**SCORES, "1.4": "12"}), "1.3"), "1", None, None)
    assert [finding.subject for finding in only(change(given, "1", score=None), "over-max")] == ["1.4"]


def test_a_column_is_told_by_its_first_cell():
    given = put(PLAIN, "2.4a", score=points("một\n?", at(70)))
    given = put(put(given, "2.4b", score=points("hai", at(71))), "2.4c", score=points("ba", at(72)))
    groups = tuple(
        replace(group, score=None, criteria=tuple(row for row in group.criteria if row.id == "2.4"))
        for group in given.appendix.groups
    )
    (finding,) = only(replace(given, appendix=replace(given.appendix, groups=groups)), "bad-score")
    assert (finding.place, finding.stated, finding.excerpt) == (at(70), "một ?", "một\n?")


@pytest.mark.parametrize(
    ("given", "law", "severity"),
    [
        pytest.param(
            report({**SCORES, "2.4": ["6", "12", "12"]}),
            LAW,
            "warning",
            id="an item's reported one, its criterion full",
        ),
        pytest.param(
            report({**SCORES, "2.4": ["6", "12", "12.5"]}), LAW, "error", id="its criterion over by half a point"
        ),
        pytest.param(
            report({"B1": "20", "B2": "12", "C1": "5", "C2": "21"}, OTHER),
            OTHER,
            "warning",
            id="a criterion's reported one",
        ),
        pytest.param(
            report({"B1": "20", "B2": "21", "C1": "5", "C2": "10"}, OTHER),
            OTHER,
            "error",
            id="a criterion's official one",
        ),
    ],
)
def test_how_a_maximum_is_known_decides_the_severity(given, law, severity):
    given = replace(given, statements=())
    assert [catalogue.severity_of(finding) for finding in only(given, "over-max", law)] == [severity]


def test_a_group_over_a_maximum_that_is_only_reported():
    law = replace(LAW, groups=tuple(replace(group, reported=True) for group in LAW.groups))
    given = change(say(report({}), "1", None, None), "1", score="120", level=3)
    assert only(given, "over-max", law) == [
        Finding("over-max", "1", at(2), "120", "100", {"kind": "group"}, excerpt="120", reported=True)
    ]
