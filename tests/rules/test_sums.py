"""item-sum, group-sum, body-score: silent cases first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rules import catalogue
from tests.rules.build import change, findings, found, loose, report, say

PLAIN = report()
OWN = report(own=True)


def misread(given, **scores):
    for line, score in scores.items():
        given = change(given, line, score=score)
    return replace(given, statements=())


ITEMS_16 = OWN.appendix.groups[0].criteria[5].items


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(PLAIN, id="a report that is right, items only"),
        pytest.param(OWN, id="a report that is right, criteria with scores of their own"),
        pytest.param(change(OWN, "1.6b", score=None), id="an item without a score is unknown, not zero"),
        pytest.param(change(PLAIN, "1", score=None), id="no total in the table, the text's is right"),
        pytest.param(say(PLAIN, "1", "73.0", 2), id="73,0 is 73"),
        pytest.param(say(PLAIN, "1", None, None), id="the text says nothing of the group"),
        pytest.param(loose(PLAIN, "unknown", "Điểm cộng", "2"), id="the total leaves out a row of the school's own"),
        pytest.param(
            change(say(loose(PLAIN, "unknown", "Điểm cộng", "2"), "1", "75", 2), "1", score="75"),
            id="the total counts a row of the school's own",
        ),
        pytest.param(
            change(loose(OWN, "unknown", "Mục khác", "2"), "1.6c", score="4"),
            id="a criterion counts a row of the school's own",
        ),
        pytest.param(
            change(OWN, "1.6", score="7", items=ITEMS_16[1:]),
            id="the first item's points stand in the criterion's own row",
        ),
        pytest.param(
            replace(
                change(PLAIN, "1", score=None, level=None),
                statements=(*say(PLAIN, "1", "52", None).statements[-1:], *PLAIN.statements),
            ),
            id="the text states last year's total too, the table none",
        ),
        pytest.param(say(PLAIN, "1", "152", None, maximum="200"), id="the total of both groups, out of 200"),
        pytest.param(
            misread(OWN, **{"1.3": "3", "1.5": "2", "1.6": "3", "1.7": "2", "2.3": "3", "2.4": "2"}),
            id="another column than the scores was read",
        ),
        pytest.param(change(PLAIN, "1.1", score="0"), id="a condition with a zero"),
        pytest.param(change(PLAIN, "1.1", score="1"), id="a condition with a figure that means yes"),
    ],
)
def test_silent(given):
    assert found(given) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            change(OWN, "1.6", score="19"),
            [("item-sum", "1.6", "19", "20")],
            id="own score too low, the total follows the items",
        ),
        pytest.param(
            change(OWN, "1.6c", score="5"),
            [("item-sum", "1.6", "20", "19")],
            id="a slip in an item, the total follows the criterion",
        ),
        pytest.param(
            change(OWN, "1.3", score="21.5"),
            [("item-sum", "1.3", "21.5", "21")],
            id="half a point is a difference",
        ),
        pytest.param(
            change(PLAIN, "1.6c", score="5"),
            [("group-sum", "1", "73", "72")],
            id="a slip in an item of a criterion without a score of its own",
        ),
        pytest.param(change(PLAIN, "1.4", score="9"), [("group-sum", "1", "73", "72")], id="a slip in a criterion"),
        pytest.param(
            change(PLAIN, "2", score="78"),
            [("group-sum", "2", "78", "79")],
            id="a wrong total in the table, the text is right: group-sum alone",
        ),
        pytest.param(
            say(change(PLAIN, "2", score="78"), "2", "78", 3),
            [("group-sum", "2", "78", "79")],
            id="a wrong total in both places",
        ),
        pytest.param(
            change(say(PLAIN, "1", "74", 2), "1", score=None),
            [("group-sum", "1", "74", "73")],
            id="a wrong total that only the text states",
        ),
        pytest.param(
            say(change(say(PLAIN, "1", "73", 2), "1", score=None), "1", "74", 2, closing=True),
            [("group-sum", "1", "74", "73")],
            id="a wrong total in the closing lines of a table without totals",
        ),
        pytest.param(
            change(loose(PLAIN, "unknown", "Điểm cộng", "2"), "1", score="76"),
            [("group-sum", "1", "76", "73")],
            id="a row of the school's own does not explain the difference",
        ),
        pytest.param(say(PLAIN, "1", "74", 2), [("body-score", "1", "74", "73")], id="the text differs"),
        pytest.param(
            say(PLAIN, "1", "37", 1), [("body-score", "1", "37", "73")], id="figures turned round, the level follows"
        ),
        pytest.param(
            say(PLAIN, "1", "37", 2), [("body-score", "1", "37", "73")], id="figures turned round, the level is right"
        ),
        pytest.param(
            say(PLAIN, "1", "74", 2, closing=True),
            [("body-score", "1", "74", "73")],
            id="the closing line differs from table and text",
        ),
        pytest.param(
            say(say(PLAIN, "1", "74", 2), "1", "74", 2, closing=True),
            [("body-score", "1", "74", "73")],
            id="closing line and text differ alike: one finding",
        ),
        pytest.param(
            say(change(PLAIN, "1", score="72"), "1", "74", 2),
            [("body-score", "1", "74", "72"), ("group-sum", "1", "72", "73")],
            id="two causes, two findings",
        ),
    ],
)
def test_found(given, expected):
    assert found(given) == expected


def test_every_finding_is_an_error_with_its_figures_confidence():
    (finding,) = findings(change(OWN, "1.6", score="19"))
    assert (catalogue.severity_of(finding), finding.confidence, finding.facts["terms"]) == ("error", 1.0, "7 + 7 + 6")


@pytest.mark.parametrize(
    ("given", "impact"),
    [
        pytest.param(change(PLAIN, "1", score="72"), "", id="72 and 73 are one level"),
        pytest.param(change(PLAIN, "1", score="76"), "level", id="76 would be level 3"),
        pytest.param(say(PLAIN, "2", "75", 2), "level", id="the text's 75 is level 2, the appendix's 79 level 3"),
        pytest.param(say(PLAIN, "2", "76", 3), "", id="76 and 79 are one level"),
        pytest.param(change(OWN, "1.6", score="17"), "", id="the total already follows the items"),
    ],
)
def test_impact(given, impact):
    assert [
        finding.impact for finding in findings(given) if finding.rule in ("group-sum", "body-score", "item-sum")
    ] == [impact]


def test_sums_that_hardly_ever_hold_are_one_finding():
    given = misread(OWN, **{"1.3": "3", "1.5": "2", "1.6": "3", "1.7": "2", "2.3": "3", "2.4": "2"})
    (finding,) = [each for each in findings(given) if each.rule == "item-sum"]
    assert (finding.subject, finding.variant, catalogue.severity_of(finding)) == ("", "column", "info")
    assert finding.facts == {"count": "6", "of": "6", "parts": "1.3, 1.5, 1.6, 1.7, 2.3, 2.4"}
    assert len(finding.also) == 5


@pytest.mark.parametrize(
    ("sure", "in_turn", "found_in"),
    [
        pytest.param(False, True, [], id="of the other group, perhaps"),
        pytest.param(True, False, [], id="figures before names, or both behind"),
        pytest.param(True, True, ["1", "2"], id="understood whole"),
    ],
)
def test_two_totals_exchanged_in_one_sentence(sure, in_turn, found_in):
    swapped = say(say(PLAIN, "1", "79", None), "2", "73", None)
    told = tuple(
        replace(one, text="Nhóm 1: 79 điểm, nhóm 2: 73 điểm", sure=sure, in_turn=in_turn) for one in swapped.statements
    )
    given = replace(swapped, statements=told)
    assert [each.subject for each in findings(given) if each.rule == "body-score"] == found_in
