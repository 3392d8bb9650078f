"""Sums side by side: which totals are held against what, and one group that hides no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.document import Place
from tests.rules.build import change, found, loose, only, report, said, say, without

PLAIN = report()
OWN = report(own=True)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(change(PLAIN, "1.4", score=None), id="a criterion is not known"),
        pytest.param(say(without(PLAIN, "1.4"), "1", "73", 2), id="a criterion has no row"),
        pytest.param(
            change(say(PLAIN, "1", "73", 2), "1", score=None, level=None), id="the total is in the text, and right"
        ),
    ],
)
def test_silent(given):
    assert only(given, "group-sum") == only(given, "body-score") == only(given, "item-sum") == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            change(change(PLAIN, "1.4", score=None), "2", score="78"),
            [("group-sum", "2", "78", "79")],
            id="a group of which a criterion is not known hides none after it",
        ),
        pytest.param(
            change(change(PLAIN, "1", score=None), "2", score="78"),
            [("group-sum", "2", "78", "79")],
            id="a group without a total in the table hides none after it",
        ),
        pytest.param(
            say(change(PLAIN, "1", score=None), "2", "78", 3),
            [("body-score", "2", "78", "79")],
            id="nor does it hide what the text says of the next",
        ),
        pytest.param(
            say(say(change(PLAIN, "1", score="72"), "1", "73", 2), "2", "78", 3),
            [("group-sum", "1", "72", "73"), ("body-score", "2", "78", "79")],
            id="a wrong total in the table hides none after it",
        ),
        pytest.param(
            change(change(loose(OWN, "unknown", "Mục khác", "2"), "1.6c", score="4"), "1.7", score="11"),
            [("item-sum", "1.7", "11", "10")],
            id="a criterion that counts a row of the school's own hides none after it",
        ),
        pytest.param(
            change(loose(OWN, "unknown", "Mục khác", "2"), "1.6c", score="5"),
            [("item-sum", "1.6", "20", "19")],
            id="a row of the school's own that does not explain the difference",
        ),
        pytest.param(
            change(loose(OWN, "unknown", "Mục khác", None), "1.6c", score="5"),
            [("item-sum", "1.6", "20", "19")],
            id="a row of the school's own without points",
        ),
    ],
)
def test_one_sum_hides_no_other(given, expected):
    kept = [row for row in found(given) if row[0] in {"group-sum", "body-score", "item-sum"}]
    assert sorted(kept, key=lambda row: row[1]) == sorted(expected, key=lambda row: row[1])


def test_two_totals_in_the_text_are_two_findings():
    given = say(say(PLAIN, "1", "74", 2), "1", "70", 2, closing=True)
    assert [(one.stated, one.variant, one.place) for one in only(given, "body-score")] == [
        ("74", "", said(21)),
        ("70", "closing", Place(page=6, paragraph=60)),
    ]


def test_totals_of_which_none_is_right_are_each_told():
    given = change(say(say(PLAIN, "1", "74", 2), "1", "70", 2, closing=True), "1", score=None, level=None)
    assert [(one.stated, one.place.paragraph) for one in only(given, "group-sum")] == [("70", 60)]
    text = replace(given, statements=tuple(replace(one, after_table=False) for one in given.statements))
    assert sorted(one.stated for one in only(text, "group-sum")) == ["70", "74"]
