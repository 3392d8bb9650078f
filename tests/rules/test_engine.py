"""The engine: selection, order, precedence; a set that is quite another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from normalize import criteria_file
from normalize.report import Header, Report
from parsers.document import Place
from rules import engine
from rules.finding import Finding
from tests.rules.build import HEADER, LAW, change, found, report, without

PLAIN = report()
OTHER = criteria_file.load(str(Path(__file__).parent.parent / "sets" / "thu-vien-so.toml"))
LIBRARY = report({"B1": "20", "B2": "12", "C1": "5", "C2": "10"}, OTHER)


def test_a_report_of_which_nothing_is_known():
    rules = [finding.rule for finding in engine.check(Report("x", "0", LAW.id, Header()), LAW)]
    assert rules == ["missing-appendix", "missing-header"]


@pytest.mark.parametrize(
    ("select", "ignore", "rules"),
    [
        pytest.param([], [], ["missing-header", "group-sum"], id="all"),
        pytest.param(["group-sum"], [], ["group-sum"], id="one selected"),
        pytest.param([], ["group-sum"], ["missing-header"], id="one ignored"),
        pytest.param(["over-max"], [], [], id="a rule that yields does not appear because the other is left out"),
    ],
)
def test_selection(select, ignore, rules):
    given = replace(change(PLAIN, "2", score="179"), header=replace(HEADER, number=None))
    kept = engine.check(given, LAW, select=frozenset(select), ignore=frozenset(ignore))
    assert [finding.rule for finding in kept] == rules


def test_findings_that_have_one_cause_are_settled_on_one_subject_only():
    here, there = Finding("over-max", "1.4", None), Finding("over-max", "1.5", None)
    assert list(engine.settled([Finding("item-sum", "1.4", None), here, there])) == [
        Finding("item-sum", "1.4", None),
        there,
    ]


def test_nothing_yields_to_information():
    doubtful = Finding("item-sum", "1.4", None, variant="column")
    over = Finding("over-max", "1.4", None)
    assert list(engine.settled([doubtful, over])) == [doubtful, over]


def test_findings_come_in_the_order_of_their_places():
    given = change(change(PLAIN, "2.4", stated_max="40"), "1.4", stated_max="20")
    places = [finding.place for finding in engine.check(given, LAW)]
    assert all(place is not None and place.row is not None for place in places)
    assert [place.row for place in places] == sorted(place.row for place in places)
    assert isinstance(places[0], Place)


def test_the_same_report_gives_the_same_findings():
    given = without(PLAIN, "1.1", "1.3")
    assert engine.check(given, LAW) == engine.check(given, LAW)


def test_another_set_without_mistakes():
    assert found(LIBRARY, OTHER, info=True) == []


def level_items(*met):
    """The library report with the parts of A2 met or not, and that level stated."""
    first = LIBRARY.appendix.groups[0]
    row = first.criteria[1]
    official = OTHER.groups[0].criteria[1].items
    from normalize.report import Item
    from tests.rules.build import points

    items = tuple(
        Item(item.id, item.title, row.place, score=points(text)) for item, text in zip(official, met, strict=True)
    )
    return change(LIBRARY, "A2", items=items)


@pytest.mark.parametrize(
    ("met", "stated", "expected"),
    [
        pytest.param(("1", "1", "1"), 3, [], id="all three met"),
        pytest.param(("1", "0", "1"), 1, [], id="the second is not met: level 1, though the third is"),
        pytest.param(("0", "1", "1"), 0, [], id="the first is not met: nothing counts"),
        pytest.param(("1", None, "1"), 3, [], id="one part is not known"),
        pytest.param(("1", "0", "1"), 3, [("criterion-level", "A2", "3", "1")], id="a level over a gap"),
        pytest.param(("0", "1", "1"), 3, [("criterion-level", "A2", "3", "0")], id="a level over a gap at the start"),
    ],
)
def test_levels_met_in_sequence(met, stated, expected):
    assert found(change(level_items(*met), "A2", level=stated), OTHER) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(change(LIBRARY, "C", score="20"), [("group-sum", "C", "20", "15")], id="a sum"),
        pytest.param(
            change(LIBRARY, "C", level=0), [("group-level", "C", "0", "2")], id="a level, its bound inclusive"
        ),
        pytest.param(change(LIBRARY, "B2", level=1), [("criterion-level", "B2", "1", "2")], id="a criterion's level"),
        pytest.param(change(LIBRARY, "B", stated_max="50"), [("max-points", "B", "50", "40")], id="a maximum"),
    ],
)
def test_another_set_with_mistakes(given, expected):
    assert [row for row in found(given, OTHER) if row[0] != "body-level"] == expected


@pytest.mark.parametrize(
    ("total", "rule"),
    [
        pytest.param("15", "unverified-total", id="5 + 10"),
        pytest.param("12", "infeasible-total", id="5 + 7: 7 is not permitted"),
        pytest.param("30", "infeasible-total", id="5 + 25: 25 is too much"),
    ],
)
def test_permitted_values_decide_what_is_possible(total, rule):
    given = replace(change(without(LIBRARY, "C2"), "C", score=total), statements=())
    rules = [finding.rule for finding in engine.check(given, OTHER) if finding.subject == "C"]
    assert [each for each in rules if each.endswith("-total")] == [rule]
