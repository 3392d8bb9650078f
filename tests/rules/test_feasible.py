"""infeasible-total, unverified-total, and the arithmetic below them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rules.messages import sentence
from rules.reach import between, exactly, reaches, span
from tests.rules.build import change, findings, found, report, say, without

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


def only(rule, given):
    return [row for row in found(given, info=True) if row[0] == rule]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(PLAIN, id="nothing is missing"),
        pytest.param(say(change(CUT, "1", score=None), "1", None, None), id="no total"),
        pytest.param(without(PLAIN, *(f"1.{n}" for n in range(1, 8))), id="nothing of the group can be seen"),
    ],
)
def test_silent(given):
    assert only("infeasible-total", given) + only("unverified-total", given) == []


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
