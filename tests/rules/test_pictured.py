"""Findings on what was read from pictures: sure ones stay, doubtful ones are information, none is silent for good."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from normalize.report import Reading, Report
from parsers.document import Box, Place
from rules import engine
from rules.catalogue import entry, severity_of
from tests.rules.build import HEADER, LAW, at, change, put, report, words

PLAIN = report()
PICTURED = replace(PLAIN, pictured=frozenset({2, 4}))
INK = "ink-not-read"


def found(given: Report, rule: str) -> list[tuple[str, str]]:
    """Subject and severity of the findings of a rule."""
    return [(one.subject, severity_of(one)) for one in engine.check(given, LAW) if one.rule == rule]


def scored(text: str, confidence: float) -> Report:
    """The report whose criterion 1.4 has this in its score cell, read with that confidence."""
    return put(PICTURED, "1.4", score=Reading(None, text, at(9), confidence))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(PICTURED, [], id="scores"),
        pytest.param(scored("B", 0.97), [("1.4", "info")], id="a sign that may be a digit"),
        pytest.param(scored("12.5", 0.97), [("1.4", "info")], id="figures of two cells"),
        pytest.param(scored("chưa chấm", 0.6), [("1.4", "info")], id="words that are hardly read"),
        pytest.param(scored("chưa chấm", 0.95), [("1.4", "error")], id="words that are read well"),
        pytest.param(scored("4-5", 0.95), [("1.4", "info")], id="two figures with a dash that may be a speck"),
        pytest.param(change(PLAIN, "1.4", score="B"), [("1.4", "error")], id="a sign in a digital file"),
    ],
)
def test_what_is_no_score_is_said_as_surely_as_it_was_read(given: Report, expected: list[tuple[str, str]]) -> None:
    assert found(given, "bad-score") == expected


def with_evidence(text: str | None, *doubts: tuple[str, Place]) -> Report:
    given = put(PICTURED, "1.5", evidence=words(text, at(12)) if text is not None else None)
    return replace(given, doubts=doubts)


ROW = Place(page=4, table=1, row=20, box=Box(50, 100, 90, 130))
BESIDE, BELOW = (INK, Place(page=4, box=Box(300, 110, 340, 120))), (INK, Place(page=4, box=Box(300, 200, 340, 210)))


@pytest.mark.parametrize(
    ("evidence", "doubts", "expected"),
    [
        pytest.param("Quyết định", [], [], id="evidence"),
        pytest.param(None, [], [("1.5", "warning")], id="an empty cell on a page that was read"),
        pytest.param(None, [BELOW], [("1.5", "warning")], id="ink elsewhere on the page was not read"),
        pytest.param(None, [BESIDE], [("1.5", "info")], id="ink beside the row was not read"),
        pytest.param("cần bổ sung", [BESIDE], [("1.5", "warning")], id="a mark that it is to come was read"),
    ],
)
def test_missing_evidence_is_graded_by_the_ink_of_its_row(
    evidence: str | None, doubts: list[Any], expected: list[tuple[str, str]]
) -> None:
    given = put(with_evidence(evidence, *doubts), "1.5", place=ROW)
    assert found(given, "missing-evidence") == expected


def test_evidence_of_a_row_without_words_may_be_with_a_neighbour() -> None:
    given = put(with_evidence(None), "1.5", place=ROW, label=" ")
    assert found(given, "missing-evidence") == [("1.5", "info")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(PICTURED, [], id="all there"),
        pytest.param(
            replace(PICTURED, header=replace(HEADER, signatory=None)), [("", "info")], id="a signatory under a stamp"
        ),
        pytest.param(replace(PICTURED, header=replace(HEADER, number=None)), [("", "warning")], id="no number"),
        pytest.param(
            replace(PICTURED, header=replace(HEADER, number=None), doubts=((INK, Place(page=2)),)),
            [("", "warning")],
            id="ink of unknown place",
        ),
        pytest.param(
            replace(PICTURED, header=replace(HEADER, number=None), doubts=((INK, Place(page=2, box=Box(1, 1, 2, 2))),)),
            [("", "info")],
            id="ink on the first page was not read",
        ),
    ],
)
def test_a_missing_header_is_graded_by_the_ink_of_the_first_page(
    given: Report, expected: list[tuple[str, str]]
) -> None:
    assert found(given, "missing-header") == expected


def answered(*, no: bool, confidence: float = 0.97) -> Report:
    if no:
        return put(PICTURED, "1.1", answer=Reading(False, "Chưa có", at(3), confidence))
    return put(PICTURED, "1.1", evidence=None)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(PICTURED, [], id="met"),
        pytest.param(answered(no=True), [("1.1", "error")], id="a no that was read well"),
        pytest.param(answered(no=True, confidence=0.6), [("1.1", "info")], id="a no that was hardly read"),
        pytest.param(answered(no=False), [("1.1", "info")], id="evidence that may not have been read"),
    ],
)
def test_a_condition_is_graded_by_what_was_read(given: Report, expected: list[tuple[str, str]]) -> None:
    assert found(given, "missing-condition") == expected


@pytest.mark.parametrize(
    ("rule", "variant", "fragile"),
    [
        pytest.param("item-sum", "", False, id="sums are settled with all readings"),
        pytest.param("over-max", "", True, id="all variants"),
        pytest.param("missing-condition", "no", False, id="a variant that is not listed"),
        pytest.param("missing-condition", "", True, id="a variant that is"),
    ],
)
def test_rules_tell_which_variants_are_fragile(rule: str, variant: str, fragile: bool) -> None:
    assert entry(rule).is_fragile(variant) is fragile


def test_a_figure_of_a_sentence_that_is_hardly_read_is_a_doubt_that_names_both() -> None:
    statement = PICTURED.statements[0]
    assert statement.score is not None
    other = replace(statement, score=replace(statement.score, value=statement.score.value + 5, confidence=0.6))
    given = replace(PICTURED, statements=(other, *PICTURED.statements[1:]))
    doubts = [one for one in engine.check(given, LAW) if severity_of(one) != "info" or one.rule == "low-confidence"]
    assert [(one.rule, one.subject, one.stated, one.expected) for one in doubts] == [
        ("low-confidence", "1", "78", "73")
    ]


def test_totals_are_left_where_another_column_than_the_scores_was_read() -> None:
    levels = {"1.3": "3", "1.5": "2", "1.6": "3", "1.7": "2", "2.3": "3", "2.4": "2", "1": "2", "2": "3"}
    given = replace(report(own=True), pictured=frozenset({2, 4}))
    for subject, level in levels.items():
        given = change(given, subject, score=level)
    said = [finding for finding in engine.check(given, LAW) if finding.rule in {"item-sum", "group-sum", "body-score"}]
    assert [(finding.rule, finding.subject, severity_of(finding)) for finding in said] == [("item-sum", "", "info")]
