"""Levels stated in several places, levels met in sequence, and where a level begins and ends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from normalize import criteria_file
from normalize.report import Item, Statement
from parsers.document import Place
from rules.finding import Finding
from rules.levels import bounds_of, level_in_sequence
from tests.rules.build import LAW, at, change, found, level, only, points, put, report, said, say

OTHER = criteria_file.load(str(Path(__file__).parent.parent / "sets" / "thu-vien-so.toml"))
PLAIN = report()
LIBRARY = report({"B1": "20", "B2": "12", "C1": "5", "C2": "10"}, OTHER)
CLOSING = Place(page=6, paragraph=60)
SCALES = {group.id: group.scale for group in (*LAW.groups, *OTHER.groups)}


@pytest.mark.parametrize(
    ("scale", "of", "bounds"),
    [
        pytest.param(None, 1, "", id="no scale"),
        pytest.param(SCALES["1"], 1, "below 50", id="the lowest, its end the next one's"),
        pytest.param(SCALES["1"], 2, "from 50 to 75", id="between, its end its own"),
        pytest.param(SCALES["1"], 3, "above 75", id="the highest"),
        pytest.param(SCALES["B"], 0, "at-most 10", id="a lowest level whose end is its own"),
        pytest.param(SCALES["B"], 1, "above 10 under 20", id="a level after it"),
        pytest.param(SCALES["C"], 0, "below 15", id="the lowest of two"),
        pytest.param(SCALES["C"], 2, "from 15", id="the highest of two"),
    ],
)
def test_where_a_level_begins_and_ends(scale, of, bounds):
    assert bounds_of(scale, of) == bounds


SEQUENCE = OTHER.groups[0].criteria[1]


def met(*scores):
    """The library's report with the parts of A2 so met."""
    row = LIBRARY.appendix.groups[0].criteria[1]
    items = tuple(
        Item(item.id, item.title, at(80 + n), score=points(text, at(80 + n)))
        for n, (item, text) in enumerate(zip(SEQUENCE.items, scores, strict=True))
    )
    return put(LIBRARY, row.id, items=items, level=level(3, at(70)))


def row_of(given):
    return given.appendix.groups[0].criteria[1]


@pytest.mark.parametrize(
    ("scores", "reached"),
    [
        (("1", "1", "1"), 3),
        (("1", "1", "0"), 2),
        (("1", "0", "1"), 1),
        (("0", "1", "1"), 0),
        ((None, "1", "1"), None),
        (("1", "1", None), None),
        (("1", "0", None), 1),
        (("0", None, None), 0),
    ],
)
def test_the_level_met_without_a_gap(scores, reached):
    assert level_in_sequence(SEQUENCE, row_of(met(*scores))) == reached


def test_a_criterion_without_levels_has_none():
    assert level_in_sequence(LAW.groups[0].criteria[2], PLAIN.appendix.groups[0].criteria[2]) is None


def test_a_level_over_a_gap():
    assert only(met("1", "0", "1"), "criterion-level", OTHER) == [
        Finding(
            "criterion-level", "A2", at(70), "3", "1", {"kind": "criterion", "points": "", "bounds": ""},
            excerpt="Mức 3", variant="sequence",
        )
    ]  # fmt: skip


def reported_law(**fields):
    """The law whose criteria are so changed."""
    groups = tuple(
        replace(group, criteria=tuple(replace(row, **fields) if row.scale else row for row in group.criteria))
        for group in LAW.groups
    )
    return replace(LAW, groups=groups)


def test_a_level_by_bounds_that_are_only_reported():
    scale = next(row.scale for row in LAW.groups[0].criteria if row.scale)
    law = reported_law(scale=replace(scale, reported=True))
    given = change(PLAIN, "1.3", level=2)
    assert [one.reported for one in only(given, "criterion-level", law)] == [True]
    assert [one.reported for one in only(given, "criterion-level", LAW)] == [False]


def state(given, *statements):
    """The report whose text states these totals and levels of group 2, one a paragraph from 50 on."""
    made = tuple(
        Statement("2", said(50 + n), "Nhóm 2", points(score, said(50 + n)), level=level(grade, said(50 + n)))
        for n, (score, grade) in enumerate(statements)
    )
    return replace(given, statements=made)


BARE = change(PLAIN, "2", level=None)
UNKNOWN = change(change(PLAIN, "2", score=None, level=None), "2.3c", score=None)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(state(UNKNOWN, (None, 1)), id="a level in the text, nothing to hold it against"),
        pytest.param(state(UNKNOWN, (None, 1), (None, 2)), id="two levels in the text, nothing to hold them against"),
        pytest.param(state(BARE, ("79", 3), (None, 3)), id="one level twice"),
        pytest.param(state(put(UNKNOWN, "2", level=level(2)), ("70", None)), id="the level of the text's total"),
    ],
)
def test_silent(given):
    assert found(given) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            state(BARE, ("79", 3), ("79", 2)), ("group-level", "2", said(51), "2", "3", ()),
            id="two levels in the text, one of them wrong, none in the appendix",
        ),
        pytest.param(
            state(put(UNKNOWN, "2", level=level(3, at(70))), ("70", None)), ("group-level", "2", at(70), "3", "2", ()),
            id="a level in the appendix, the total in the text alone",
        ),
        pytest.param(
            say(say(PLAIN, "2", "79", 1, closing=True), "2", "79", 1),
            ("body-level", "2", said(22), "1", "3", (CLOSING,)),
            id="wrong in the text and in the closing line: at the text",
        ),
        pytest.param(
            say(change(PLAIN, "1", level=None), "2", "79", 1), ("body-level", "2", said(22), "1", "3", ()),
            id="a group without a level hides none after it",
        ),
        pytest.param(
            say(say(BARE, "2", "79", 1), "2", "79", 1, closing=True),
            ("group-level", "2", CLOSING, "1", "3", (said(22),)),
            id="wrong in the closing line and in the text, no level in the table: at the closing line",
        ),
    ],
)  # fmt: skip
def test_levels_stated_several_times(given, expected):
    (finding,) = (*only(given, "group-level"), *only(given, "body-level"))
    assert (
        finding.rule, finding.subject, finding.place, finding.stated, finding.expected, finding.also
    ) == expected  # fmt: skip
