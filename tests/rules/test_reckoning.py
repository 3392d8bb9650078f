"""The figures that many rules ask for: stated scores, totals by place, what a criterion may have."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from normalize import criteria_file
from normalize.report import Reading
from parsers.document import Place
from rules.audit import audit_of
from rules.reach import INFINITE
from rules.reckoning import choice_of, item_points, points_again, total, value_of
from tests.rules.build import LAW, SCORES, at, change, level, loose, points, put, report, said, say, without

OTHER = criteria_file.load(str(Path(__file__).parent.parent / "sets" / "thu-vien-so.toml"))
PLAIN = report()
OWN = report(own=True)


@pytest.mark.parametrize(
    ("reading", "value"),
    [
        pytest.param(None, None, id="nothing stands there"),
        pytest.param(points("?"), None, id="not understood"),
        pytest.param(points("-1"), None, id="a negative is no score"),
        pytest.param(points("0"), Decimal(0), id="no points"),
        pytest.param(points("7.5"), Decimal("7.5"), id="points"),
    ],
)
def test_the_value_of_a_reading(reading, value):
    assert value_of(reading) == value


def test_sums_are_known_where_every_part_is():
    one, half = Decimal(1), Decimal("0.5")
    assert (total([]), total([None]), total([one, None]), total([one, half, Decimal(0)])) == (
        None,
        None,
        None,
        Decimal("1.5"),
    )


def parts(given, law=LAW):
    return {part.official.id: part for group in audit_of(given, law).groups for part in group.parts}


@pytest.mark.parametrize(
    ("given", "own", "by_items", "stated"),
    [
        pytest.param(PLAIN, None, "20", "20", id="by its items"),
        pytest.param(OWN, "20", "20", "20", id="by its own score"),
        pytest.param(change(OWN, "1.6", score="19"), "19", "20", "19", id="its own score comes first"),
        pytest.param(change(OWN, "1.6", score="?"), None, "20", None, id="its own score was not understood"),
        pytest.param(change(PLAIN, "1.6b", score="?"), None, None, None, id="an item was not understood"),
        pytest.param(put(PLAIN, "1.6", items=()), None, None, None, id="no items"),
        pytest.param(
            put(PLAIN, "1.6", items=parts(PLAIN)["1.6"].row.items[:2]), None, None, None, id="an item has no row"
        ),
        pytest.param(without(PLAIN, "1.6"), None, None, None, id="no row"),
    ],
)
def test_the_score_of_a_criterion(given, own, by_items, stated):
    part = parts(given)["1.6"]
    found = (part.own, part.by_items, part.stated)
    assert found == tuple(None if text is None else Decimal(text) for text in (own, by_items, stated))


def test_conditions_are_scored_nowhere():
    assert list(parts(PLAIN)) == ["1.3", "1.4", "1.5", "1.6", "1.7", "2.3", "2.4"]


def claims(given, number=0):
    group = audit_of(given, LAW).groups[number]
    return [(one.source, one.place, one.text, one.points, one.level and one.level.value) for one in group.claims]


TABLE = ("table", at(2), "73", Decimal(73), 2)
TEXT = ("text", said(20), "Nhóm 1", Decimal(73), 2)
SAID = ("text", said(21), "Nhóm 1", Decimal(73), 2)
CLOSING = ("closing", Place(page=6, paragraph=60), "Nhóm 1", Decimal(74), None)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(PLAIN, [TABLE, TEXT], id="in the table and in the text"),
        pytest.param(
            say(say(PLAIN, "1", "73", 2), "1", "74", None, closing=True), [TABLE, CLOSING, SAID], id="closing first"
        ),
        pytest.param(change(PLAIN, "1", score=None, level=None), [TEXT], id="in the text alone"),
        pytest.param(
            put(PLAIN, "1", score=None, level=level(3, at(70))), [("table", at(70), "Mức 3", None, 3), TEXT],
            id="a level alone in the table",
        ),
        pytest.param(
            put(PLAIN, "1", score=points("73", at(71)), level=None), [("table", at(71), "73", Decimal(73), None), TEXT],
            id="a total alone in the table",
        ),
        pytest.param(say(PLAIN, "1", None, None), [TABLE], id="in the table alone"),
        pytest.param(
            say(PLAIN, "1", "152", 2, maximum="200"), [TABLE, ("text", said(21), "Nhóm 1", None, 2)],
            id="out of 200: the total of both groups is of none",
        ),
        pytest.param(say(PLAIN, "1", "73", 2, maximum="100"), [TABLE, SAID], id="out of 100"),
        pytest.param(change(PLAIN, "1", stated_max="200", score="152"), [TEXT], id="the row of a grand total"),
        pytest.param(change(PLAIN, "1", stated_max="90"), [TABLE, TEXT], id="a maximum that is wrong"),
    ],
)  # fmt: skip
def test_what_is_stated_of_a_group(given, expected):
    assert claims(given) == expected


def test_which_total_counts():
    first = audit_of(say(change(PLAIN, "1", score="?"), "1", "74", 2), LAW).groups[0]
    assert (first.total, first.any_total and first.any_total.points, first.sum) == (None, Decimal(74), Decimal(73))
    closing = audit_of(say(change(PLAIN, "1", score=None), "1", "74", 2, closing=True), LAW).groups[0]
    assert closing.total is not None and closing.total.source == "closing"
    cut = audit_of(without(PLAIN, "1.3", "1.6"), LAW).groups[0]
    assert (cut.sum, [part.official.id for part in cut.unknown]) == (None, ["1.3", "1.6"])


def ends(choice):
    return sorted((str(one.low), "" if one.high == INFINITE else str(one.high)) for one in choice)


@pytest.mark.parametrize(
    ("given", "criterion", "expected"),
    [
        pytest.param(PLAIN, "1.4", [("10", "10")], id="as stated"),
        pytest.param(OWN, "1.6", [("20", "20")], id="as both state it"),
        pytest.param(change(OWN, "1.6", score="19"), "1.6", [("19", "19"), ("20", "20")], id="its own or its items'"),
        pytest.param(
            change(change(OWN, "1.6", score="7"), "1.6b", score=None), "1.6", [("20", "20"), ("7", "7")],
            id="its own alone, or with its known items",
        ),
        pytest.param(
            report({**SCORES, "1.4": "12"}), "1.4", [("0", "10"), ("12", "12")], id="over its maximum: any below too"
        ),
        pytest.param(change(PLAIN, "1.4", score=None), "1.4", [("0", "10")], id="no score"),
        pytest.param(change(PLAIN, "1.6b", score=None), "1.6", [("13", "20")], id="what its known items have at least"),
        pytest.param(without(PLAIN, "1.4"), "1.4", [("0", "10")], id="no row"),
    ],
)  # fmt: skip
def test_what_a_criterion_may_have(given, criterion, expected):
    assert ends(choice_of(parts(given)[criterion])) == expected


def test_a_missing_criterion_may_have_what_is_permitted():
    library = report({"B1": "20", "B2": "12", "C1": "5", "C2": "10"}, OTHER)
    assert ends(choice_of(parts(without(library, "C2"), OTHER)["C2"])) == [("0", "0"), ("10", "10"), ("20", "20")]
    read = change(library, "C2", score="?")
    assert ends(choice_of(parts(read, OTHER)["C2"])) == [("0", "20")]
    free = replace(parts(without(PLAIN, "1.4"))["1.4"].official, maximum=None)
    assert ends(choice_of(replace(parts(without(PLAIN, "1.4"))["1.4"], official=free))) == [("0", "")]


@pytest.mark.parametrize(
    ("given", "reached"),
    [
        pytest.param(PLAIN, {73}, id="nothing beside the criteria"),
        pytest.param(loose(PLAIN, "unknown", "Điểm cộng", "2"), {73, 75}, id="a row of the school's own"),
        pytest.param(loose(PLAIN, "unknown", "Điểm cộng", "0"), {73}, id="the same without points"),
        pytest.param(loose(PLAIN, "unknown", "Điểm cộng", "?"), {73}, id="the same, not understood"),
        pytest.param(change(PLAIN, "1.1", score="1"), {73, 74}, id="points of a condition"),
        pytest.param(change(PLAIN, "2.1", score="1"), {73}, id="those of the other group's"),
        pytest.param(
            loose(PLAIN, "duplicates", "1.4", "8", "1.4"), {71, 73, 81}, id="a second row: either of them, or both"
        ),
        pytest.param(loose(PLAIN, "duplicates", "1.5b", "3", "1.5b"), {64, 73, 76}, id="a second row of an item"),
        pytest.param(loose(PLAIN, "duplicates", "2.4", "3", "2.4"), {73}, id="a second row in the other group"),
    ],
)
def test_the_totals_that_a_group_may_have(given, reached):
    group = audit_of(given, LAW).groups[0]
    assert {number for number in range(201) if group.reaches(Decimal(number))} == reached


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([], None, id="no row"),
        pytest.param([("1.5", None)], None, id="no points"),
        pytest.param([("1.5", "8"), ("1.5", "9")], "8", id="the first of its own"),
        pytest.param([("1.5", None), ("1.5", "9")], "9", id="the first that has points"),
        pytest.param([("1.5a", "8"), ("1.5b", "2")], "10", id="the sum of its items"),
        pytest.param([("1.5a", "8"), ("1.5", "9")], "9", id="its own before its items"),
        pytest.param([("1.5a", "8"), ("1.5b", None)], None, id="an item is not known"),
    ],
)
def test_the_points_of_second_rows(rows, expected):
    given = PLAIN
    for row, score in rows:
        given = loose(given, "duplicates", row, score, row)
    official = parts(PLAIN)["1.5"].official
    found = points_again(given.appendix.duplicates, official)
    assert (None if found is None else str(found)) == expected


def test_items_that_are_known():
    row = parts(change(PLAIN, "1.6b", score="?"))["1.6"].row
    assert item_points(row) == [Decimal(7), Decimal(6)]


def test_every_row_that_may_hold_points_is_a_line():
    lines = audit_of(put(OWN, "1.4", stated_max=points("10", at(70))), LAW).lines
    shown = [
        (one.kind, one.id, one.place.row, value_of(one.score), value_of(one.stated_max), one.maximum) for one in lines
    ]
    assert shown[:4] == [
        ("group", "1", 2, 73, 100, 100), ("criterion", "1.3", 5, 21, 30, 30), ("item", "1.3a", 6, 6, 6, 6),
        ("item", "1.3b", 7, 5, 6, 6),
    ]  # fmt: skip
    assert [one.id for one in lines if one.kind == "group"] == ["1", "2"]
    assert len(lines) == 2 + 7 + sum(len(part.official.items) for part in parts(OWN).values())
    assert {one.id for one in lines if one.reported} == {
        one.id for part in parts(OWN).values() for one in (part.official, *part.official.items) if one.reported
    } | {group.id for group in LAW.groups if group.reported}


def test_an_item_that_the_set_does_not_know_has_no_maximum():
    row = parts(PLAIN)["1.4"].row
    strange = replace(parts(PLAIN)["1.5"].row.items[0], id="1.4x")
    lines = audit_of(put(PLAIN, row.id, items=(strange,)), LAW).lines
    (line,) = [one for one in lines if one.id == "1.4x"]
    assert (line.maximum, line.reported) == (None, True)


def test_without_an_appendix_the_text_is_all_there_is():
    given = replace(PLAIN, appendix=None)
    audit = audit_of(given, LAW)
    assert (audit.lines, claims(given), audit.groups[0].extras) == ((), [TEXT], ())
    assert isinstance(audit.groups[0].any_total.score, Reading)
