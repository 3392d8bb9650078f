"""Scans beside digital files: doubts count for themselves, and confidence is held against what is right."""

from __future__ import annotations

import pytest

from corpus.forms import forms_parts
from corpus.measure import About, judged
from corpus.outcome import Tally
from corpus.readings import Read, figures
from corpus.reliability import Step, reckoned, steps

SCAN = About("a.pdf", "l", "scan", clean=False)


def want(rule, criterion):
    return {"rule": rule, "criterion": criterion, "stated": "7", "expected": "6", "or_rules": [], "or_criteria": []}


def given(rule, criterion, severity="error"):
    return {"rule": rule, "criterion": criterion, "severity": severity, "stated": "", "expected": "", "place": ""}


DOUBT = "low-confidence"


@pytest.mark.parametrize(
    ("wanted", "found", "verdicts"),
    [
        pytest.param([], [given(DOUBT, "1.3", "info")], [("info", False)], id="a doubt is no false alarm"),
        pytest.param(
            [want("item-sum", "1.3")],
            [given("item-sum", "1.3"), given(DOUBT, "1.3a", "info")],
            [("found", False), ("info", False)],
            id="found, and a doubt beside it",
        ),
        pytest.param(
            [want("item-sum", "1.3")],
            [given(DOUBT, "1.3", "info")],
            [("missed", True), ("info", False)],
            id="a doubt of the very figure",
        ),
        pytest.param(
            [want("group-sum", "1")],
            [given(DOUBT, "1.4", "info")],
            [("missed", True), ("info", False)],
            id="a doubt of a part of the sum",
        ),
        pytest.param(
            [want("over-max", "1.3")],
            [given(DOUBT, "1.3a", "info")],
            [("missed", False), ("info", False)],
            id="a doubt of a part says nothing of what is no sum",
        ),
        pytest.param(
            [want("group-sum", "1")],
            [given(DOUBT, "2.4", "info")],
            [("missed", False), ("info", False)],
            id="a doubt elsewhere",
        ),
    ],
)
def test_doubts_are_told_apart(wanted, found, verdicts):
    assert [(j.verdict, j.doubted) for j in judged(SCAN, wanted, found)] == verdicts


def read(sure, got="6"):
    return Read(SCAN, "item score", "1.3a", ("6",), got, sure)


@pytest.mark.parametrize(
    ("figure", "counts"),
    [
        pytest.param(read(0.97), True, id="read"),
        pytest.param(read(0.97, "5"), True, id="misread"),
        pytest.param(read(1.0), True, id="said to be beyond doubt"),
        pytest.param(read(0.97, ""), False, id="nothing was read"),
        pytest.param(read(None), False, id="not from a picture"),
    ],
)
def test_figures_that_were_read_from_pictures_are_reckoned(figure, counts):
    assert bool(list(reckoned([figure]))) is counts


@pytest.mark.parametrize(
    ("scan", "page", "sure"),
    [
        pytest.param({"pages": [{}, {"digital": True}]}, 1, 0.9, id="on a picture"),
        pytest.param({"pages": [{}, {"digital": True}]}, 2, None, id="on a digital page among scanned ones"),
        pytest.param(None, 1, None, id="in a digital file"),
    ],
)
def test_only_pictures_tell_of_confidence(scan, page, sure):
    wanted = {"group": "1", "criterion": "1.3", "item": "", "score": ["6"], "stated_max": None, "level": None}
    row = {**wanted, "score": "6", "sure": {"score": 0.9}, "pages": {"score": page}}
    truth = {"rows": [wanted], **({"scan": scan} if scan else {})}
    assert [figure.sure for figure in figures(SCAN, truth, [row])] == [sure]


def test_figures_are_put_into_ranges_of_confidence():
    found = list(reckoned([read(0.55, "5"), read(0.55), read(0.9), read(0.96), read(0.999), read(1.0)]))
    assert [(step.name, step.right, step.all) for step in steps(found)] == [
        ("0.50–0.60", 1, 2), ("0.90–0.95", 1, 1), ("0.95–0.99", 1, 1), ("0.99–1.00", 2, 2),
    ]  # fmt: skip
    assert steps(found)[0] == Step(0.5, 0.6, 1, 2, 0.55)


def test_the_page_has_a_line_for_each_form():
    tally = Tally()
    for form, right in (("scan", "6"), ("docx", "5")):
        about = About("a", "l", form, clean=form == "docx")
        figure = Read(about, "item score", "1.3a", ("6",), right, 0.95 if form == "scan" else None)
        found = [given("item-sum", "1.3")] if form == "docx" else [given(DOUBT, "1.3", "info")]
        wanted = [] if form == "docx" else [want("item-sum", "1.3")]
        tally.add(about, judged(about, wanted, found), [figure], [])
    forms, sure = forms_parts(tally.outcome())
    assert [(row[0], row[3], row[5], *row[7:]) for row in forms.rows] == [
        ("docx", "0.000", "–", "0", "1", "100.0"),
        ("scan", "1.000", "0.000", "1", "0", "–"),
    ]
    assert sure.lines[0].startswith("all figures read at 0.9–1.0: 1 of 1 (1.0000;")
