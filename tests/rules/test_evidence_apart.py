"""What is quoted of a long sentence, whose score is denied, and evidence that is held against bands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from normalize import criteria_file
from normalize.criteria import Band, Bands
from normalize.report import Denial
from rules.finding import Finding
from tests.rules.build import LAW, SCORES, at, change, level, only, points, put, report, said, without, words

OTHER = criteria_file.load(str(Path(__file__).parent.parent / "sets" / "thu-vien-so.toml"))
PLAIN = report()
LIBRARY = report({"B1": "20", "B2": "12", "C1": "5", "C2": "10"}, OTHER)


def denied(given, *targets, text="Chưa làm.", subject="việc"):
    made = replace(given, denials=(Denial(subject, targets, text, said(30)),))
    return only(made, "narrative-contradiction")


@pytest.mark.parametrize(
    ("given", "targets", "stated"),
    [
        pytest.param(PLAIN, ("1.7",), ["5 + 5"], id="a criterion whose items alone are scored"),
        pytest.param(PLAIN, ("1.7c",), [], id="an item without points"),
        pytest.param(report(own=True), ("1.7",), ["10"], id="a criterion with a score of its own"),
        pytest.param(report(own=True), ("1.7a",), ["5"], id="an item of it"),
        pytest.param(report({**SCORES, "1.7": ["0.5", "0", "0"]}), ("1.7",), ["0.5"], id="half a point is a claim"),
        pytest.param(change(PLAIN, "1.7a", score="?"), ("1.7",), ["5"], id="an item whose points are not known"),
        pytest.param(change(PLAIN, "1.4", score=None), ("1.4",), [], id="no score"),
        pytest.param(without(PLAIN, "1.3"), ("1.3", "1.4"), ["10"], id="a criterion without a row, and another"),
    ],
)
def test_the_scores_of_what_is_denied(given, targets, stated):
    assert [finding.stated for finding in denied(given, *targets)] == stated


SUBJECT = "thu phí không dùng tiền mặt"


@pytest.mark.parametrize("before", [0, 10, 31, 60, 200])
@pytest.mark.parametrize("after", [0, 10, 31, 60, 200])
def test_a_long_sentence_is_quoted_around_what_is_denied_in_whole_words(before, after):
    text = f"{'lời nói ' * before}chưa {SUBJECT}{' rõ ràng' * after}"
    (finding,) = denied(PLAIN, "2.4c", text=text, subject=SUBJECT)
    quoted = finding.expected.strip("…")
    assert len(quoted) <= 280 and f"chưa {SUBJECT}" in quoted
    assert f" {quoted} " in f" {text} "
    assert (finding.expected[0] == "…", finding.expected[-1] == "…") == (
        quoted[:9] != text[:9],
        quoted[-9:] != text[-9:],
    )
    assert len(text) <= 280 or len(quoted) > 150


@pytest.mark.parametrize(("length", "cut"), [(279, False), (280, False), (281, True)])
def test_sentences_that_are_quoted_whole(length, cut):
    text = SUBJECT + " " + "ab " * 100
    text = text[: length - 1] + "x"
    (finding,) = denied(PLAIN, "2.4c", text=text, subject=SUBJECT)
    assert (finding.expected != text) is cut


BANDS = Bands("%", (Band(Decimal(50), score=Decimal(3)), Band(Decimal(80), score=Decimal(5))), reported=False)


def with_bands(item):
    """The law in which the evidence of one item is held against bands."""
    groups = tuple(
        replace(
            group,
            criteria=tuple(
                replace(row, items=tuple(replace(one, bands=BANDS) if one.id == item else one for one in row.items))
                for row in group.criteria
            ),
        )
        for group in LAW.groups
    )
    return replace(LAW, groups=groups)


@pytest.mark.parametrize(
    ("evidence", "score", "expected"),
    [
        pytest.param("90%", "5", None, id="the score of its band"),
        pytest.param("50%", "3", None, id="the lower bound"),
        pytest.param("49%", "0", None, id="below the first band nothing is earned"),
        pytest.param("90%", None, None, id="no score"),
        pytest.param(None, "5", None, id="no evidence"),
        pytest.param("79%", "5", "3", id="the band below"),
        pytest.param("49%", "3", "0", id="below the first band"),
    ],
)
def test_evidence_of_an_item(evidence, score, expected):
    given = put(PLAIN, "1.6a", evidence=words(evidence, at(71)), score=points(score, at(70)))
    found = only(given, "evidence-score", with_bands("1.6a"))
    figure = (evidence or "").rstrip("%")
    assert found == ([] if expected is None else [
        Finding(
            "evidence-score", "1.6a", at(70), score, expected, {"kind": "item", "figure": figure, "unit": "%"},
            others=(at(71),), excerpt=evidence,
        )
    ])  # fmt: skip


def test_an_item_that_the_set_does_not_know_has_no_bands():
    rows = PLAIN.appendix.groups[0].criteria[3:]
    strange = replace(rows[2].items[0], id="1.6x", evidence=words("10%"))
    given = put(PLAIN, "1.6", items=(*rows[2].items, strange))
    assert only(given, "evidence-score", with_bands("1.6a")) == []


def test_a_criterion_without_a_row_hides_none_after_it():
    given = change(without(LIBRARY, "B1"), "B2", evidence="499 đầu sách", level=level(2).value)
    assert [finding.subject for finding in only(given, "evidence-score", OTHER)] == ["B2"]


@pytest.mark.parametrize(("filled", "expected"), [(2, []), (3, ["B1", "B2", "C1", "C2"][1:])])
def test_half_of_the_rows_are_enough_for_an_empty_cell_to_stand_out(filled, expected):
    given = LIBRARY
    for row in [row.id for group in LIBRARY.appendix.groups for row in group.criteria][filled:]:
        given = change(given, row, evidence=None)
    assert [finding.subject for finding in only(given, "missing-evidence", OTHER)] == expected
