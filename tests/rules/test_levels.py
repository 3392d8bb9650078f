"""criterion-level, group-level, body-level: silent cases first; the bounds themselves."""

from __future__ import annotations

import pytest

from tests.rules.build import SCORES, change, findings, found, report, say

PLAIN = report()  # group 1: 73, level 2; group 2: 79, level 3


def total(points, grade, *, spoken=None):
    """A report whose group 2 has that total (its criteria follow) and that level."""
    items = ["6", "6", "20", "6", "10", "10", "6", "6"]
    rest = float(points)
    scores = []
    for item in items:
        scores.append(f"{min(float(item), rest):g}")
        rest -= float(scores[-1])
    last = [f"{rest:g}", "0", "0"]
    given = report({**SCORES, "2.3": scores, "2.4": last})
    return say(change(given, "2", level=grade), "2", points, spoken if spoken is not None else grade)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(total("49.5", 1), id="49,5 is level 1"),
        pytest.param(total("50", 2), id="50 is level 2"),
        pytest.param(total("75", 2), id="75 is level 2"),
        pytest.param(total("75.5", 3), id="75,5 is level 3"),
        pytest.param(change(PLAIN, "2", level=None), id="no level in the table"),
        pytest.param(say(PLAIN, "2", "79", None), id="no level in the text"),
        pytest.param(say(PLAIN, "2", None, 3), id="a level in the text without a total"),
        pytest.param(change(say(PLAIN, "2", None, 3), "2", score=None), id="no total anywhere but in the rows"),
        pytest.param(say(PLAIN, "2", "79", 4), id="a level that is not on the scale is of something else"),
        pytest.param(change(PLAIN, "1.3", level=4), id="so it is of a criterion"),
        pytest.param(change(PLAIN, "1.4", level=1), id="a criterion whose bounds are not known"),
        pytest.param(change(PLAIN, "1.3", level=None), id="a criterion without a level"),
        pytest.param(report({**SCORES, "1.3": ["6", "3", "0", "0", "0"]}), id="9 of 1.3 is level 1"),
        pytest.param(report({**SCORES, "1.3": ["6", "4", "0", "0", "0"]}), id="10 of 1.3 is level 2"),
        pytest.param(report({**SCORES, "1.3": ["6", "6", "6", "2", "0"]}), id="20 of 1.3 is level 2"),
        pytest.param(report({**SCORES, "1.3": ["6", "6", "6", "2.5", "0"]}), id="20,5 of 1.3 is level 3"),
    ],
)
def test_silent(given):
    assert found(given) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(total("49.5", 2), [("group-level", "2", "2", "1")], id="49,5 as level 2, in both places"),
        pytest.param(total("50", 1), [("group-level", "2", "1", "2")], id="50 as level 1"),
        pytest.param(total("75", 3), [("group-level", "2", "3", "2")], id="75 as level 3, as much software has it"),
        pytest.param(total("75.5", 2), [("group-level", "2", "2", "3")], id="75,5 as level 2"),
        pytest.param(total("75", 3, spoken=2), [("group-level", "2", "3", "2")], id="wrong in the appendix alone"),
        pytest.param(total("75", 2, spoken=3), [("body-level", "2", "3", "2")], id="wrong in the text alone"),
        pytest.param(
            change(total("75", 2, spoken=3), "2", level=None),
            [("group-level", "2", "3", "2")],
            id="wrong in the text, the appendix states no level",
        ),
        pytest.param(
            say(PLAIN, "2", "79", 2, closing=True),
            [("body-level", "2", "2", "3")],
            id="wrong in the closing line, the table is right",
        ),
        pytest.param(
            say(say(change(PLAIN, "2", level=None), "2", "79", 3), "2", "79", 2, closing=True),
            [("group-level", "2", "2", "3")],
            id="wrong in the closing line of a table without levels",
        ),
        pytest.param(
            say(PLAIN, "2", None, 2), [("body-level", "2", "2", "3")], id="the text's level has no total by it"
        ),
        pytest.param(
            say(PLAIN, "2", "70", 2), [("body-score", "2", "70", "79")], id="the text's level follows its own total"
        ),
        pytest.param(
            say(PLAIN, "2", "70", 3), [("body-score", "2", "70", "79")], id="the text's level follows the appendix"
        ),
        pytest.param(
            say(PLAIN, "2", "70", 1),
            [("body-level", "2", "1", "3"), ("body-score", "2", "70", "79")],
            id="the text's level follows neither",
        ),
        pytest.param(
            change(PLAIN, "2", score="69"),
            [("group-sum", "2", "69", "79")],
            id="a wrong total beside the level of the right one",
        ),
        pytest.param(
            change(PLAIN, "2", score="69", level=2),
            [("group-sum", "2", "69", "79")],
            id="a wrong total beside its own level",
        ),
        pytest.param(
            change(say(PLAIN, "2", None, 2), "2", score=None),
            [("body-level", "2", "2", "3")],
            id="no total is stated: the sum of the criteria tells",
        ),
        pytest.param(change(PLAIN, "1.3", level=2), [("criterion-level", "1.3", "2", "3")], id="21 of 1.3 as level 2"),
        pytest.param(
            change(report({**SCORES, "1.3": ["6", "6", "6", "2", "0"]}), "1.3", level=3),
            [("criterion-level", "1.3", "3", "2")],
            id="20 of 1.3 as level 3",
        ),
        pytest.param(
            change(change(report(own=True), "1.3", score="20"), "1.3", level=2),
            [("item-sum", "1.3", "20", "21")],
            id="the level follows the criterion's own score: item-sum alone",
        ),
    ],
)
def test_found(given, expected):
    assert found(given) == expected


def test_a_level_that_is_wrong_in_both_places_names_both():
    (finding,) = findings(total("75", 3))
    assert (finding.place.row is not None, [place.paragraph for place in finding.also]) == (True, [22])
    assert finding.impact == "level"


def test_levels_alone_are_held_against_each_other():
    given = change(change(say(PLAIN, "1", None, 1), "1", score=None, level=2), "1.4", score=None)
    assert found(given) == [("body-level", "1", "1", "2")]
