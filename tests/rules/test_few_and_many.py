"""How many like mistakes are mistakes of the school, and from how many on a column was misread."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalize.report import LooseRow
from rules.finding import Finding
from tests.rules.build import at, change, doubt, found, only, points, put, report, with_groups

PLAIN = report()
OWN = report(own=True)
OWN_ROW = LooseRow("Mục", at(90), points("1", at(90)))
WITH_ITEMS = ("1.3", "1.5", "1.6", "1.7", "2.3", "2.4")


def rows_left(given, *criteria):
    """The report with rows of these criteria alone, without totals."""
    groups = (
        replace(group, score=None, level=None, criteria=tuple(row for row in group.criteria if row.id in criteria))
        for group in given.appendix.groups
    )
    return replace(with_groups(given, *groups), statements=())


def uneven(given, *criteria):
    for row in criteria:
        given = change(given, row, score="1")
    return given


def unread(given, *lines):
    for line in lines:
        given = change(given, line, score="?")
    return given


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(uneven(OWN, *WITH_ITEMS[:3]), 3, id="three of six"),
        pytest.param(rows_left(uneven(OWN, *WITH_ITEMS[:3]), *WITH_ITEMS[:3]), 3, id="three of three"),
        pytest.param(rows_left(uneven(OWN, *WITH_ITEMS[:4]), *WITH_ITEMS[:4]), 1, id="four of four"),
        pytest.param(uneven(OWN, *WITH_ITEMS[:4]), 1, id="four of six"),
        pytest.param(uneven(OWN, *WITH_ITEMS), 1, id="all"),
    ],
)
def test_criteria_that_are_not_the_sum_of_their_items(given, expected):
    assert len(only(given, "item-sum")) == expected


def test_one_finding_for_all_sums_names_every_place():
    given = uneven(OWN, *WITH_ITEMS)
    for number, row in enumerate(WITH_ITEMS, 70):
        given = put(given, row, score=doubt(points("1", at(number)), 1.0 if number < 75 else 0.95))
    assert only(given, "item-sum") == [
        Finding(
            "item-sum", "", at(70), facts={"count": "6", "of": "6", "parts": "1.3, 1.5, 1.6, 1.7, 2.3, 2.4"},
            also=(at(71), at(72), at(73), at(74), at(75)), excerpt="1", confidence=0.95, variant="column",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(unread(OWN, "1.4", "1.5"), 2, id="two cells"),
        pytest.param(unread(rows_left(OWN, "1.3", "1.4", "1.5"), "1.4", "1.5"), 2, id="two of three rows"),
        pytest.param(
            unread(rows_left(OWN, "1.3", "1.4", "1.5", "1.6", "1.7", "2.3"), "1.3", "1.4", "1.5"), 3, id="half of six"
        ),
        pytest.param(
            unread(rows_left(OWN, "1.3", "1.4", "1.5", "1.6", "1.7"), "1.3", "1.4", "1.5"), 1, id="three of five"
        ),
        pytest.param(unread(PLAIN, "2.4a", "2.4b", "2.4c"), 3, id="three of twenty-one items"),
        pytest.param(unread(rows_left(PLAIN, "2.4"), "2.4a", "2.4b", "2.4c"), 1, id="all three items"),
    ],
)
def test_score_cells_that_hold_no_score(given, expected):
    assert len(only(given, "bad-score")) == expected


def test_one_finding_for_a_column_names_every_place():
    given = rows_left(OWN, "1.3", "1.4", "1.5")
    for number, row in enumerate(("1.3", "1.4", "1.5"), 70):
        given = put(given, row, score=doubt(points("Đạt\ntốt", at(number)), 1.0 if number < 72 else 0.95))
    assert only(given, "bad-score") == [
        Finding(
            "bad-score", "", at(70), "Đạt tốt", facts={"count": "3", "of": "10"}, also=(at(71), at(72)),
            excerpt="Đạt\ntốt", confidence=0.95, variant="column",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("filled", "expected"),
    [
        pytest.param(1, [], id="one criterion has evidence"),
        pytest.param(5, [], id="five of eleven"),
        pytest.param(6, ["1.7", "2.3", "2.4"], id="six of eleven: the others stand out"),
    ],
)
def test_a_report_that_fills_evidence(filled, expected):
    rows = [row.id for group in PLAIN.appendix.groups for row in group.criteria]
    given = PLAIN
    for row in rows[filled:]:
        given = change(given, row, evidence=None)
    assert [finding.subject for finding in only(given, "missing-evidence")] == expected


def test_two_rows_of_which_one_has_evidence_say_nothing():
    given = change(rows_left(PLAIN, "1.4", "1.7"), "1.7", evidence=None)
    assert only(given, "missing-evidence") == []
    both = change(rows_left(PLAIN, "1.4", "1.6", "1.7"), "1.7", evidence=None)
    assert [finding.subject for finding in only(both, "missing-evidence")] == ["1.7"]


def test_many_rows_of_the_schools_own_make_its_sums_its_own():
    def with_extras(count, total):
        rows = tuple(replace(OWN_ROW, label=f"Mục {n}", place=at(100 + n)) for n in range(count))
        given = replace(PLAIN, appendix=replace(PLAIN.appendix, unknown=rows), statements=())
        return change(given, "1", score=total, level=None)

    assert [row[0] for row in found(with_extras(12, "99.5"))] == ["group-sum"]
    assert found(with_extras(13, "99.5")) == []
