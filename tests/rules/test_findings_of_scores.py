"""Every field of one finding on scores, sums and levels: place, quotation, facts, confidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalize.report import Reading
from parsers.document import Place
from rules.finding import Finding
from tests.rules.build import (
    LAW,
    SCORES,
    at,
    change,
    doubt,
    level,
    only,
    points,
    put,
    report,
    said,
    say,
    without,
)

PLAIN = report()
OWN = report(own=True)
CUT = without(PLAIN, "1.1", "1.2", "1.3")
UNSEEN = {"kind": "group", "missing": "1.3", "seen": "52", "rest": "21", "most": "30"}
CLOSING = Place(page=6, paragraph=60)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            put(PLAIN, "1.6b", score=Reading(None, "đạt\n cả", at(70))),
            Finding("bad-score", "1.6b", at(70), "đạt cả", facts={"kind": "item"}, excerpt="đạt\n cả"),
            id="bad-score of an item",
        ),
        pytest.param(
            put(PLAIN, "1.4", score=points("-5", at(70))),
            Finding("bad-score", "1.4", at(70), "-5", facts={"kind": "criterion"}, excerpt="-5", variant="negative"),
            id="bad-score of a criterion",
        ),
        pytest.param(
            change(PLAIN, "2", score="bảy mươi"),
            Finding("bad-score", "2", at(23), "bảy mươi", facts={"kind": "group"}, excerpt="bảy mươi"),
            id="bad-score of a group",
        ),
        pytest.param(
            put(PLAIN, "2.3", stated_max=doubt(points("60.0", at(70)))),
            Finding(
                "max-points", "2.3", at(70), "60", "70", {"kind": "criterion"}, excerpt="60.0", confidence=0.95
            ),
            id="max-points of a criterion",
        ),
        pytest.param(
            put(PLAIN, "2.3c", stated_max=points("10", at(70))),
            Finding("max-points", "2.3c", at(70), "10", "20", {"kind": "item"}, excerpt="10", reported=True),
            id="max-points of an item, known from the usual form alone",
        ),
        pytest.param(
            put(report({**SCORES, "2.4": ["6", "0", "12"]}), "2.4c", score=doubt(points("12", at(70)))),
            Finding(
                "over-max", "2.4c", at(70), "12", "10", {"kind": "item"}, excerpt="12", confidence=0.95, reported=True
            ),
            id="over-max of an item",
        ),
        pytest.param(
            put(report({**SCORES, "1.4": "10.5"}), "1.4", score=doubt(points("10.5", at(70)))),
            Finding(
                "over-max", "1.4", at(70), "10.5", "10", {"kind": "criterion"}, excerpt="10.5", confidence=0.95,
            ),
            id="over-max of a criterion, by its own score",
        ),
        pytest.param(
            put(say(report({}), "1", None, None), "1", score=doubt(points("120", at(2)))),
            Finding("over-max", "1", at(2), "120", "100", {"kind": "group"}, excerpt="120", confidence=0.95),
            id="over-max of a group",
        ),
    ],
)  # fmt: skip
def test_limits(given, expected):
    assert only(given, expected.rule) == [expected]


def without_item_maxima(criterion):
    """The law with a criterion of which only the whole has a maximum."""
    free = {
        row: tuple(replace(item, maximum=None) for item in row.items)
        for group in LAW.groups
        for row in group.criteria
        if row.id == criterion
    }
    groups = tuple(
        replace(group, criteria=tuple(replace(row, items=free[row]) if row in free else row for row in group.criteria))
        for group in LAW.groups
    )
    return replace(LAW, groups=groups)


@pytest.mark.parametrize(
    ("given", "place", "others", "excerpt"),
    [
        pytest.param(report({**SCORES, "1.5": ["14", "7"]}), at(13), (at(14),), "14", id="the rows of its items"),
        pytest.param(report({**SCORES, "1.5": ["14", "7"]}, own=True), at(12), (), "21", id="its own row alone"),
    ],
)
def test_a_criterion_over_its_maximum_by_its_items(given, place, others, excerpt):
    expected = Finding(
        "over-max", "1.5", place, "21", "20", {"kind": "criterion"}, others=others, excerpt=excerpt, confidence=0.95
    )
    doubtful = put(given, "1.5a", stated_max=None)
    doubtful = put(doubtful, "1.5b", stated_max=None, score=doubt(points("7", at(14))))
    assert only(doubtful, "over-max", without_item_maxima("1.5")) == [expected]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            put(OWN, "1.6", score=points("19", at(70))),
            Finding(
                "item-sum", "1.6", at(70), "19", "20", {"kind": "criterion", "terms": "7 + 7 + 6"},
                others=(at(16), at(17), at(18)), excerpt="19",
            ),
            id="item-sum names the rows of the items",
        ),
        pytest.param(
            change(PLAIN, "2", score="78"),
            Finding(
                "group-sum", "2", at(23), "78", "79", {"kind": "group", "terms": "69 + 10", "parts": "2.3, 2.4"},
                excerpt="78",
            ),
            id="group-sum names the criteria added up",
        ),
        pytest.param(
            say(say(change(PLAIN, "2", score="78"), "2", "78", 3), "2", "78", 3, closing=True),
            Finding(
                "group-sum", "2", at(23), "78", "79", {"kind": "group", "terms": "69 + 10", "parts": "2.3, 2.4"},
                also=(CLOSING, said(22)), excerpt="78",
            ),
            id="group-sum names all places of the wrong total",
        ),
        pytest.param(
            change(say(PLAIN, "1", "74", 2), "1", score=None),
            Finding(
                "group-sum", "1", said(21), "74", "73",
                {"kind": "group", "terms": "21 + 10 + 12 + 20 + 10", "parts": "1.3, 1.4, 1.5, 1.6, 1.7"},
                excerpt="Nhóm 1",
            ),
            id="group-sum at the text where the table has no total",
        ),
        pytest.param(
            say(PLAIN, "1", "74", 2),
            Finding("body-score", "1", said(21), "74", "73", {"kind": "group"}, others=(at(2),), excerpt="Nhóm 1"),
            id="body-score names the appendix",
        ),
        pytest.param(
            say(PLAIN, "1", "74", 2, closing=True),
            Finding(
                "body-score", "1", CLOSING, "74", "73", {"kind": "group"}, others=(at(2),), excerpt="Nhóm 1",
                variant="closing",
            ),
            id="body-score of the closing line",
        ),
        pytest.param(
            say(say(PLAIN, "1", "74", 2, closing=True), "1", "74", 2),
            Finding(
                "body-score", "1", said(21), "74", "73", {"kind": "group"}, others=(at(2),), also=(CLOSING,),
                excerpt="Nhóm 1",
            ),
            id="body-score at the text, the closing line beside it",
        ),
        pytest.param(
            CUT,
            Finding("unverified-total", "1", at(2), "73", "", UNSEEN, excerpt="73"),
            id="unverified-total says what is missing",
        ),
        pytest.param(
            change(say(CUT, "1", "82.5", 3), "1", score="82.5", level=3),
            Finding(
                "infeasible-total", "1", at(2), "82.5", "52–82", {**UNSEEN, "rest": "30.5", "low": "52", "high": "82"},
                excerpt="82.5",
            ),
            id="infeasible-total says what is possible",
        ),
        pytest.param(
            change(say(without(PLAIN, "2.4"), "2", "58", 2), "2", score="58", level=2),
            Finding(
                "infeasible-total", "2", at(23), "58", "69–99",
                {"kind": "group", "missing": "2.4", "seen": "69", "rest": "-11", "most": "30", "low": "69",
                 "high": "99"},
                excerpt="58",
            ),
            id="infeasible-total below what can be seen",
        ),
    ],
)  # fmt: skip
def test_sums(given, expected):
    assert only(given, expected.rule) == [expected]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            put(PLAIN, "1.3", level=level(2, at(70))),
            Finding(
                "criterion-level", "1.3", at(70), "2", "3",
                {"kind": "criterion", "points": "21", "bounds": "above 20"}, excerpt="Mức 2",
            ),
            id="criterion-level by its items",
        ),
        pytest.param(
            put(put(OWN, "1.3", level=level(1, at(70))), "1.3", score=points("21", at(71))),
            Finding(
                "criterion-level", "1.3", at(70), "1", "3",
                {"kind": "criterion", "points": "21", "bounds": "above 20"}, others=(at(71),), excerpt="Mức 1",
            ),
            id="criterion-level names the place of the score",
        ),
        pytest.param(
            say(put(PLAIN, "2", level=level(2, at(70))), "2", "79", 2),
            Finding(
                "group-level", "2", at(70), "2", "3", {"kind": "group", "points": "79", "bounds": "above 75"},
                also=(said(22),), excerpt="79", impact="level",
            ),
            id="group-level names all places of the wrong level",
        ),
        pytest.param(
            say(PLAIN, "2", "79", 1),
            Finding(
                "body-level", "2", said(22), "1", "3", {"kind": "group", "points": "79", "bounds": "above 75"},
                others=(at(23),), excerpt="Nhóm 2", impact="level",
            ),
            id="body-level names the appendix",
        ),
        pytest.param(
            say(PLAIN, "1", "73", 3, closing=True),
            Finding(
                "body-level", "1", CLOSING, "3", "2", {"kind": "group", "points": "73", "bounds": "from 50 to 75"},
                others=(at(2),), excerpt="Nhóm 1", impact="level", variant="closing",
            ),
            id="body-level of the closing line",
        ),
        pytest.param(
            change(change(say(PLAIN, "1", None, 1), "1", score=None, level=2), "1.4", score=None),
            Finding(
                "body-level", "1", said(21), "1", "2", {"kind": "group", "points": "", "bounds": ""},
                others=(at(2),), excerpt="Nhóm 1", impact="level",
            ),
            id="body-level where no total is known",
        ),
    ],
)  # fmt: skip
def test_levels(given, expected):
    assert only(given, expected.rule) == [expected]


def unsure(given, line, name="score"):
    """The report in which that reading of that line was read with doubt."""
    rows = [row for group in given.appendix.groups for row in (group, *group.criteria)]
    rows += [item for row in rows[:] if hasattr(row, "items") for item in row.items]
    (row,) = [row for row in rows if row.id == line]
    return put(given, line, **{name: doubt(getattr(row, name))})


def unsure_text(given, group, name):
    """The same of what the text states for a group."""
    made = (
        replace(one, **{name: doubt(getattr(one, name))}) if one.group == group else one for one in given.statements
    )
    return replace(given, statements=tuple(made))


UNEVEN = change(OWN, "1.6", score="19")
WRONG_TOTAL = change(OWN, "2", score="78")
WRONG_TEXT = say(PLAIN, "2", "78", 2)
WRONG_LEVEL = change(OWN, "1.3", level=2)
WRONG_GROUP = change(PLAIN, "2", level=2)
WRONG_SAID = say(PLAIN, "2", "79", 1)


@pytest.mark.parametrize(
    ("rule", "given", "confidence"),
    [
        pytest.param("item-sum", unsure(UNEVEN, "1.5"), 1.0, id="item-sum: another criterion says nothing"),
        pytest.param("item-sum", unsure(UNEVEN, "1.6"), 0.95, id="item-sum: the criterion's own score"),
        pytest.param("item-sum", unsure(UNEVEN, "1.6b"), 0.95, id="item-sum: an item"),
        pytest.param("group-sum", unsure(WRONG_TOTAL, "1.4"), 1.0, id="group-sum: another group says nothing"),
        pytest.param("group-sum", unsure(WRONG_TOTAL, "2"), 0.95, id="group-sum: the total"),
        pytest.param("group-sum", unsure(WRONG_TOTAL, "2.3"), 0.95, id="group-sum: a criterion"),
        pytest.param("group-sum", unsure(WRONG_TOTAL, "2.4b"), 0.95, id="group-sum: an item"),
        pytest.param("body-score", unsure(WRONG_TEXT, "2.3a"), 1.0, id="body-score: an item says nothing"),
        pytest.param("body-score", unsure(WRONG_TEXT, "2"), 0.95, id="body-score: the appendix's total"),
        pytest.param("body-score", unsure_text(WRONG_TEXT, "2", "score"), 0.95, id="body-score: the text's total"),
        pytest.param("criterion-level", unsure(WRONG_LEVEL, "1.3", "stated_max"), 1.0, id="criterion-level: a maximum"),
        pytest.param("criterion-level", unsure(WRONG_LEVEL, "1.3", "level"), 0.95, id="criterion-level: the level"),
        pytest.param("criterion-level", unsure(WRONG_LEVEL, "1.3"), 0.95, id="criterion-level: its own score"),
        pytest.param("criterion-level", unsure(WRONG_LEVEL, "1.3e"), 0.95, id="criterion-level: an item"),
        pytest.param("group-level", unsure(WRONG_GROUP, "2", "level"), 0.95, id="group-level: the level"),
        pytest.param("group-level", unsure(WRONG_GROUP, "2"), 0.95, id="group-level: the total"),
        pytest.param("body-level", unsure_text(WRONG_SAID, "2", "level"), 0.95, id="body-level: the level"),
        pytest.param("body-level", unsure_text(WRONG_SAID, "2", "score"), 0.95, id="body-level: the total"),
        pytest.param("unverified-total", unsure(CUT, "1"), 0.95, id="unverified-total: the total"),
    ],
)
def test_a_finding_is_as_sure_as_the_least_sure_figure_that_it_rests_on(rule, given, confidence):
    assert [finding.confidence for finding in only(given, rule)] == [confidence]
