"""Equality, not inclusion: a finding too many counts like one too few."""

import pytest

from corpus.measure import figures, judged, tidied

CLEAN = {"file": "a", "layout": "l", "format": "docx", "mistakes": [], "traps": [], "expected": []}


def want(rule, criterion="", or_rules=(), or_criteria=()):
    return {
        "rule": rule, "criterion": criterion, "stated": "1", "expected": "2",
        "or_rules": list(or_rules), "or_criteria": list(or_criteria),
    }  # fmt: skip


def given(rule, criterion="", severity="error"):
    return {"rule": rule, "criterion": criterion, "severity": severity, "stated": "", "expected": "", "place": ""}


@pytest.mark.parametrize(
    ("wanted", "found", "verdicts"),
    [
        pytest.param([], [], [], id="nothing wanted, nothing found"),
        pytest.param(
            [], [given("unknown-row", severity="info")], [], id="information that nobody injected is passed over"
        ),
        pytest.param([], [given("copied-text", severity="warning")], [], id="rules on a batch are passed over"),
        pytest.param([want("item-sum", "1.3")], [given("item-sum", "1.3")], ["found"], id="found"),
        pytest.param([want("item-sum", "1.3")], [], ["missed"], id="missed"),
        pytest.param(
            [want("item-sum", "1.3")], [given("item-sum", "1.5")], ["missed", "false"], id="at another criterion"
        ),
        pytest.param([want("item-sum", "1.3")], [given("item-sum", "1.3")] * 2, ["found", "false"], id="said twice"),
        pytest.param(
            [want("unknown-row")], [given("unknown-row", severity="info")], ["found"], id="injected information counts"
        ),
        pytest.param(
            [want("body-level", "1", or_rules=["group-level"])],
            [given("group-level", "1")],
            ["found"],
            id="another rule as right",
        ),
        pytest.param(
            [want("document-number", "2.1", or_criteria=[""])],
            [given("document-number")],
            ["found"],
            id="another place as right",
        ),
    ],
)
def test_findings_are_judged(wanted, found, verdicts):
    assert [j.verdict for j in judged({**CLEAN, "expected": wanted}, found)] == verdicts


def row(criterion, item, score, level=""):
    return {
        "group": "1",
        "criterion": criterion,
        "item": item,
        "score": score,
        "level": level,
        "school": "Trường  A",
        "school_year": "2022-2023",
    }


@pytest.mark.parametrize(
    ("answers", "read", "wrong"),
    [
        pytest.param(["6"], "6.0", [], id="the same number"),
        pytest.param(["", "21"], "", [], id="empty where empty is right"),
        pytest.param(["6"], "", ["score"], id="not read"),
        pytest.param(["6"], "5", ["score"], id="misread"),
        pytest.param([""], "5", ["score"], id="read where nothing stands"),
    ],
)
def test_figures_are_judged(answers, read, wrong):
    header = {"school": "TRƯỜNG A", "school_year": "2022-2023"}
    wanted = {"group": "1", "criterion": "1.3", "item": "", "score": answers, "stated_max": None, "level": None}
    truth = {**CLEAN, "header": header, "rows": [wanted]}
    assert [f.field for f in figures(truth, [row("1.3", "", read)]) if not f.right] == wrong


def test_a_row_that_is_not_there_is_wrong_only_where_it_has_a_figure():
    truth = {**CLEAN, "header": {"school": "Trường A", "school_year": "2022-2023"}, "rows": []}
    assert [f.where for f in figures(truth, [row("1.3", "1.3a", "5"), row("1.3", "1.3b", "")]) if not f.right] == [
        "1.3a"
    ]


@pytest.mark.parametrize(("text", "tidy"), [("7.0", "7"), ("07", "7"), ("100", "100"), ("", ""), ("x", "x")])
def test_needless_zeros_do_not_make_a_difference(text, tidy):
    assert tidied(text) == tidy
