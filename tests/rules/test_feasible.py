"""infeasible-total, unverified-total, and the arithmetic below them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from normalize import criteria_file
from rules import catalogue
from rules.finding import Finding
from rules.messages import sentence
from rules.reach import between, exactly, reaches, span
from tests.rules.build import LAW, at, change, findings, found, only, report, said, say, without

OTHER = criteria_file.load(str(Path(__file__).parent.parent / "sets" / "thu-vien-so.toml"))
LIBRARY = report({"B1": "20", "B2": "12", "C1": "5", "C2": "10"}, OTHER)
PLAIN = report()
CUT = without(PLAIN, "1.1", "1.2", "1.3")  # 52 of 73 can be seen
GAPS = [("missing-criterion", criterion, "", "") for criterion in ("1.1", "1.2", "1.3")]


def d(*values):
    return [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("total", "choices", "possible"),
    [
        ("0", [], True),
        ("21", [between(*d("0", "30"))], True),
        ("30.5", [between(*d("0", "30"))], False),
        ("7", [exactly(*d("0", "5", "10"))], False),
        ("15", [exactly(*d("0", "5", "10")), exactly(*d("0", "5"))], True),
        ("11", [exactly(*d("0", "5", "10")), between(*d("0", "1"))], True),
        ("12", [exactly(*d("0", "5", "10")), between(*d("0", "1"))], False),
        ("1000", [between(Decimal(5), None)], True),
        ("4", [between(Decimal(5), None)], False),
    ],
)
def test_which_totals_can_be_reached(total, choices, possible):
    assert reaches(Decimal(total), choices) is possible


def test_span():
    assert span([between(*d("0", "30")), exactly(*d("2", "5"))]) == (Decimal(2), Decimal(35))


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(PLAIN, id="nothing is missing"),
        pytest.param(say(change(CUT, "1", score=None), "1", None, None), id="no total"),
        pytest.param(without(PLAIN, *(f"1.{n}" for n in range(1, 8))), id="nothing of the group can be seen"),
    ],
)
def test_silent(given):
    assert only(given, "infeasible-total") + only(given, "unverified-total") == []


@pytest.mark.parametrize(
    ("given", "rule", "stated", "expected"),
    [
        pytest.param(CUT, "unverified-total", "73", "", id="21 of 30 is possible"),
        pytest.param(
            change(CUT, "1", score=None), "unverified-total", "73", "", id="the total stands in the text alone"
        ),
        pytest.param(
            change(say(CUT, "1", "82", 3), "1", score="82", level=3), "unverified-total", "82", "", id="30 of 30"
        ),
        pytest.param(
            change(say(CUT, "1", "82.5", 3), "1", score="82.5", level=3),
            "infeasible-total",
            "82.5",
            "52–82",
            id="30,5 of 30 is not",
        ),
        pytest.param(
            change(say(CUT, "1", "51", 2), "1", score="51"),
            "infeasible-total",
            "51",
            "52–82",
            id="less than can be seen",
        ),
        pytest.param(
            change(PLAIN, "1.6b", score=None),
            "unverified-total",
            "73",
            "",
            id="one item is not known, 7 of it is possible",
        ),
        pytest.param(
            change(say(change(PLAIN, "1.6b", score=None), "1", "90", 3), "1", score="90", level=3),
            "infeasible-total",
            "90",
            "66–73",
            id="one item is not known, 24 of it is not possible",
        ),
    ],
)
def test_found(given, rule, stated, expected):
    assert [row for row in found(given, info=True) if row[0] in ("infeasible-total", "unverified-total")] == [
        (rule, "1", stated, expected)
    ]


def test_the_message_says_what_is_missing():
    (finding,) = [each for each in findings(CUT) if each.rule == "unverified-total"]
    said = sentence(finding, "vi")
    assert "tiêu chí 1.3 thiếu điểm hoặc chưa đọc được điểm, các tiêu chí còn lại cộng lại là 52," in said
    assert "nên phần thiếu phải là 21 trên 30 điểm" in said


def test_a_total_that_is_both_over_and_impossible_is_one_finding():
    given = change(say(CUT, "1", "120", 3), "1", score="120", level=3)
    assert found(given) == [*GAPS, ("infeasible-total", "1", "120", "52–82")]


def free(criterion):
    """The law in which a criterion's maximum is not known."""
    groups = tuple(
        replace(
            group, criteria=tuple(replace(row, maximum=None) if row.id == criterion else row for row in group.criteria)
        )
        for group in LAW.groups
    )
    return replace(LAW, groups=groups)


MISSING = {"kind": "group", "missing": "1.3", "seen": "52", "rest": "21", "most": "30"}
TWO = {"kind": "group", "missing": "1.3, 1.4", "seen": "42", "rest": "31", "most": "40"}
LESS = change(say(CUT, "1", "51", 2), "1", score="51")


@pytest.mark.parametrize(
    ("given", "law", "expected"),
    [
        pytest.param(
            change(CUT, "1", score=None), LAW,
            Finding("unverified-total", "1", said(20), "73", "", MISSING, excerpt="Nhóm 1"),
            id="a total in the text alone",
        ),
        pytest.param(
            without(PLAIN, "1.3", "1.4"), LAW, Finding("unverified-total", "1", at(2), "73", "", TWO, excerpt="73"),
            id="two criteria are missing",
        ),
        pytest.param(
            CUT, free("1.3"),
            Finding("unverified-total", "1", at(2), "73", "", {**MISSING, "most": ""}, excerpt="73", variant="open"),
            id="how much the missing one may have is not known",
        ),
        pytest.param(
            LESS, free("1.3"),
            Finding(
                "infeasible-total", "1", at(2), "51", "≥ 52",
                {**MISSING, "rest": "-1", "most": "", "low": "52", "high": ""}, excerpt="51",
            ),
            id="nor then can a total be less than what is seen",
        ),
        pytest.param(
            without(change(say(PLAIN, "1", "999", 3), "1", score="999", level=3), "1.3"),
            replace(LAW, groups=(replace(LAW.groups[0], criteria=tuple(
                replace(row, permitted=(Decimal(30),)) if row.id == "1.3" else row for row in LAW.groups[0].criteria
            )), *LAW.groups[1:])),
            Finding(
                "infeasible-total", "1", at(2), "999", "82",
                {**MISSING, "rest": "947", "low": "82", "high": "82"}, excerpt="999",
            ),
            id="one value alone is possible",
        ),
    ],
)  # fmt: skip
def test_whole_findings(given, law, expected):
    assert only(given, expected.rule, law) == [expected]


def test_a_figure_that_is_only_reported_makes_it_a_warning():
    given = replace(change(without(LIBRARY, "C2"), "C", score="12"), statements=())
    (finding,) = only(given, "infeasible-total", OTHER)
    assert (finding.reported, catalogue.severity_of(finding)) == (True, "warning")
