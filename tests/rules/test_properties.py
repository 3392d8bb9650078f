"""Reports invented at random: right ones give no finding, one slip gives one error."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from rules import catalogue
from tests.rules.build import LAW, change, findings, found, report, say, sum_of

HALF = Decimal("0.5")
SCORED = [row for group in LAW.groups for row in group.criteria if not row.condition]


@st.composite
def true_scores(draw):
    """Scores of every criterion and item, in halves of a point, within the official maxima."""

    def points(maximum):
        return f"{draw(st.integers(0, int(maximum / HALF))) * HALF:f}"

    return {
        row.id: [points(item.maximum) for item in row.items] if row.items else points(row.maximum) for row in SCORED
    }


reports = st.builds(lambda scores, own: report(scores, own=own), true_scores(), st.booleans())


def errors(given_report):
    return [
        (finding.rule, finding.subject)
        for finding in findings(given_report)
        if catalogue.severity_of(finding) == "error"
    ]


@settings(max_examples=60, deadline=None)
@given(reports)
def test_a_report_that_is_right_gives_no_finding(right):
    assert found(right, info=True) == []


@settings(max_examples=60, deadline=None)
@given(true_scores(), st.data())
def test_a_slip_in_a_criterion_s_own_score_is_one_error(scores, data):
    row = data.draw(st.sampled_from([row for row in SCORED if row.items]))
    own = sum_of(scores[row.id]) + data.draw(st.sampled_from([-HALF, HALF, Decimal(1), Decimal(-2)]))
    if own >= 0:
        slipped = change(report(scores, own=True), row.id, score=f"{own}")
        assert errors(slipped) == [("item-sum", row.id)]


@settings(max_examples=60, deadline=None)
@given(true_scores(), st.sampled_from(LAW.groups), st.integers(0, 200))
def test_a_slip_in_a_total_is_one_error(scores, group, wrong):
    right = report(scores)
    total = sum((sum_of(scores[row.id]) for row in group.criteria if row.id in scores), Decimal(0))
    slipped = change(right, group.id, score=f"{wrong * HALF}")
    expected = [] if wrong * HALF == total else [("group-sum", group.id)]
    assert errors(slipped) == expected


@settings(max_examples=60, deadline=None)
@given(true_scores(), st.sampled_from(LAW.groups), st.integers(0, 200))
def test_a_slip_in_the_text_is_one_error_whichever_total_its_level_follows(scores, group, wrong):
    points = wrong * HALF
    total = sum((sum_of(scores[row.id]) for row in group.criteria if row.id in scores), Decimal(0))
    assert group.scale is not None
    for followed in (points, total):
        slipped = say(report(scores), group.id, f"{points}", group.scale.level_of(followed))
        assert errors(slipped) == ([] if points == total else [("body-score", group.id)])


@settings(max_examples=60, deadline=None)
@given(
    true_scores(), st.sampled_from(LAW.groups), st.sampled_from([1, 2, 3]), st.sampled_from(["table", "text", "both"])
)
def test_a_wrong_level_is_one_error(scores, group, wrong, where):
    right = report(scores)
    total = sum((sum_of(scores[row.id]) for row in group.criteria if row.id in scores), Decimal(0))
    slipped = change(right, group.id, level=wrong) if where != "text" else right
    slipped = say(slipped, group.id, f"{total}", wrong) if where != "table" else slipped
    assert group.scale is not None
    rule = "body-level" if where == "text" else "group-level"
    assert errors(slipped) == ([] if wrong == group.scale.level_of(total) else [(rule, group.id)])


@settings(max_examples=60, deadline=None)
@given(true_scores(), st.sampled_from(SCORED), st.booleans())
def test_a_score_cell_without_a_score_is_one_error(scores, row, own):
    given_report = report(scores, own=own)
    line = row.items[-1].id if row.items else row.id
    assert errors(change(given_report, line, score="chưa rõ")) == [("bad-score", line)]
