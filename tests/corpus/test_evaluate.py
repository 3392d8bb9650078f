"""The evaluation is tried by planting: one thing wrong in the answers lowers its own figure and no other."""

import json
from dataclasses import replace

import pytest

from corpus.answers import Answer, Elements
from corpus.contents import contents, summary
from corpus.evaluate import Keeper, outcome_of
from corpus.html import html
from corpus.intervals import clopper_pearson
from corpus.markdown import markdown
from corpus.outcome import Share
from corpus.truth_file import read_truths, write_truths

EXPECTED = {"criterion": "1.3", "place": "appendix", "stated": "7", "expected": "6", "or_rules": [], "or_criteria": []}
CELLS = [[0, 0, 1, 1, "STT"], [0, 1, 1, 1, "Điểm"], [1, 0, 1, 1, "1.3"], [1, 1, 1, 1, "6"]]
TRUTH = {
    "file": "a.docx", "layout": "item-rows", "format": "docx", "features": ["merged"], "mistakes": ["slip"],
    "traps": [],
    "header": {"school": "Trường A", "school_year": "2022-2023", "number": "5", "date": None, "signatory": None},
    "rows": [{"group": "1", "criterion": "1.3", "item": "", "score": ["6"], "stated_max": ["30"], "level": ["1"]}],
    "statements": [{"group": "1", "where": "text", "score": "6", "level": 1}],
    "citations": [{"where": "text", "number": "12", "symbol": "QĐ-A", "date": "2023-01-31"}],
    "aside": [],
    "tables": [{"role": "score", "ruling": "full", "cells": CELLS}],
    "expected": [{"rule": "item-sum", **EXPECTED}],
}  # fmt: skip
CLEAN = {**TRUTH, "file": "b.pdf", "format": "pdf", "expected": [], "mistakes": []}


def finding(rule="item-sum", criterion="1.3", severity="error"):
    return {"rule": rule, "criterion": criterion, "severity": severity, "stated": "", "expected": "", "place": "p"}


RIGHT = Answer(
    findings=[finding()],
    scores=[{"group": "1", "criterion": "1.3", "item": "", "score": "6", "stated_max": "30", "level": "1"}],
    structure={
        "header": {"school": {"value": "TRƯỜNG A"}, "school_year": {"value": "2022-2023"}, "number": {"value": "5"}},
        "statements": [{"group": "1", "score": {"value": 6}, "level": {"value": 1}}],
        "citations": [{"where": "text", "number": "12", "symbol": "QĐ-A", "date": "2023-01-31"}],
    },
    tables=[[tuple(cell) for cell in CELLS]],
    pages=2,
)
CLEANED = replace(RIGHT, findings=[])


def figures_of(outcome):
    """Every figure that the page gives, by its name."""
    fields = {name: (share.right, share.all) for name, share in outcome.shares["field"].items()}
    return fields | {
        "found": outcome.findings.found,
        "missed": outcome.findings.missed,
        "false": outcome.findings.false,
        "alarms": len(outcome.alarms),
        "disturbed": outcome.undisturbed.all - outcome.undisturbed.right,
        "infos": sum(outcome.infos.values()),
        "inexact": sum(bool(table.difference) for table in outcome.tables),
        "stray": outcome.stray,
    }


def test_right_answers_are_wholly_right():
    outcome = outcome_of([(TRUTH, RIGHT), (CLEAN, CLEANED)])
    assert outcome.clean == 1
    assert outcome.figures == Share(6, 6)
    assert {**figures_of(outcome)} == {
        "criterion level": (2, 2), "criterion score": (2, 2), "criterion stated_max": (2, 2),
        "header number": (2, 2), "header school": (2, 2), "header school_year": (2, 2),
        "statement level": (2, 2), "statement score": (2, 2), "citation date": (2, 2), "citation number": (2, 2),
        "found": 1, "missed": 0, "false": 0, "alarms": 0, "disturbed": 0, "infos": 0, "inexact": 0, "stray": 0,
    }  # fmt: skip


def scored(**changed):
    return replace(RIGHT, scores=[{**RIGHT.scores[0], **changed}])


def structured(**changed):
    return replace(RIGHT, structure={**RIGHT.structure, **changed})


WIDE = [(r, c, 1, 1, "x") for r in range(2) for c in range(3)]


@pytest.mark.parametrize(
    ("planted", "changed"),
    [
        pytest.param(replace(RIGHT, findings=[]), {"found": 0, "missed": 1}, id="a finding removed"),
        pytest.param(replace(RIGHT, findings=[finding(), finding("over-max")]), {"false": 1}, id="a finding added"),
        pytest.param(
            replace(RIGHT, findings=[finding(), finding("unknown-row", severity="info")]), {"infos": 1}, id="an info"
        ),
        pytest.param(scored(score="5"), {"criterion score": (1, 2)}, id="a score"),
        pytest.param(scored(level=""), {"criterion level": (1, 2)}, id="a level"),
        pytest.param(scored(stated_max="20"), {"criterion stated_max": (1, 2)}, id="a maximum"),
        pytest.param(
            structured(header={**RIGHT.structure["header"], "date": {"value": "2023-05-01"}}),
            {"header date": (0, 1)},
            id="a date that the report does not have",
        ),
        pytest.param(
            structured(statements=[]), {"statement score": (1, 2), "statement level": (1, 2)}, id="a statement"
        ),
        pytest.param(
            structured(citations=[{**RIGHT.structure["citations"][0], "date": None}]),
            {"citation date": (1, 2)},
            id="a citation's date",
        ),
        pytest.param(replace(RIGHT, tables=[RIGHT.tables[0][:-1]]), {"inexact": 1}, id="a cell"),
        pytest.param(replace(RIGHT, tables=[]), {"inexact": 1}, id="a table"),
        pytest.param(replace(RIGHT, tables=[*RIGHT.tables, WIDE]), {"stray": 1}, id="a table too many"),
    ],
)
def test_one_thing_wrong_lowers_its_own_figure_only(planted, changed):
    before = figures_of(outcome_of([(TRUTH, RIGHT), (CLEAN, CLEANED)]))
    after = figures_of(outcome_of([(TRUTH, planted), (CLEAN, CLEANED)]))
    assert {name: value for name, value in after.items() if before.get(name) != value} == changed


def test_a_false_alarm_on_a_clean_report_disturbs_it():
    noisy = replace(CLEANED, findings=[finding("item-sum"), finding("over-max", severity="warning")])
    outcome = outcome_of([(TRUTH, RIGHT), (CLEAN, noisy)])
    assert (outcome.findings.false, len(outcome.alarms), outcome.undisturbed) == (2, 2, Share(0, 1))


def test_text_has_no_tables_to_be_exact():
    assert outcome_of([({**TRUTH, "format": "txt"}, replace(RIGHT, tables=[]))]).tables == ()


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (0, 10, 0, 0.3085),
        (10, 10, 0.6915, 1),
        (5, 10, 0.1871, 0.8129),
        (1, 10, 0.0025, 0.4450),
        (999, 1000, 0.9944, 1.0),
        (19980, 20000, 0.9985, 0.9994),
        (0, 0, 0, 1),
    ],
)
def test_intervals_are_exact(part, whole, low, high):
    assert clopper_pearson(part, whole) == pytest.approx((low, high), abs=0.00006)


def test_wrong_reports_are_kept_with_what_is_wrong(tmp_path):
    reports, keep = tmp_path / "reports", tmp_path / "keep"
    reports.mkdir()
    for name in ("a.docx", "b.pdf"):
        (reports / name).write_bytes(b"x")
    outcome_of([(TRUTH, replace(RIGHT, findings=[])), (CLEAN, CLEANED)], Keeper(reports, keep))
    assert sorted(path.name for path in keep.iterdir()) == [
        "a.docx", "a.docx.found.json", "a.docx.truth.json", "a.docx.wrong.json",
    ]  # fmt: skip
    wrong = json.loads((keep / "a.docx.wrong.json").read_text("utf-8"))
    assert wrong["findings"] == ["missed item-sum 1.3: 7 → 6 (appendix) | "]


def test_pages_list_every_miss_and_false_alarm_with_its_file():
    noisy = replace(CLEANED, findings=[finding("over-max")])
    parts = contents(outcome_of([(TRUTH, scored(score="5<|")), (CLEAN, noisy)]))
    text, page = markdown(parts), html(parts)
    assert "| b.pdf | item-rows | pdf | over-max 1.3 |" in text
    assert "criterion score 1.3: 6 read as 5&lt;\\|" in text
    assert "<td>b.pdf</td>" in page
    assert "5&lt;|" in page
    assert page.count("<svg") == sum(bool(part.bars) for part in parts if part.rows or part.lines)
    assert not [mark for mark in ("<script", "http:", "https:", "src=") if mark in page.replace(SVG, "")]


SVG = 'xmlns="http://www.w3.org/2000/svg"'


def test_the_summary_says_how_sure_it_is():
    lines = summary(outcome_of([(TRUTH, RIGHT), (CLEAN, CLEANED)])).lines
    assert "injected discrepancies found: 1 of 1 (1.0000; 95 %: 0.0250–1.0000)" in lines


def test_truths_are_read_one_by_one_as_they_were_written(tmp_path):
    write_truths(tmp_path / "truth.json", {"seed": 1, "count": 2}, [TRUTH, CLEAN])
    assert json.loads((tmp_path / "truth.json").read_text("utf-8")) == {
        "seed": 1, "count": 2, "reports": [TRUTH, CLEAN],
    }  # fmt: skip
    assert list(read_truths(tmp_path / "truth.json")) == [TRUTH, CLEAN]


def test_elements_are_found_by_section_and_report(tmp_path):
    text = '{"program": "x", "findings": [\n{"report": "a\\"b", "n": 1},\n{"report": "c", "n": 2},\n'
    text += '{"report": "c", "n": 3}\n], "reports": [\n{"report": "c", "n": 4}\n]}\n'
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    elements = Elements(tmp_path / "x.json")
    found = [[e["n"] for e in elements.of(*of)] for of in (("findings", 'a"b'), ("findings", "c"), ("reports", "c"))]
    assert found == [[1], [2, 3], [4]]
