"""missing-appendix, missing-criterion, duplicate-criterion, unknown-row, missing-header: silent cases first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rules.messages import sentence
from tests.rules.build import HEADER, change, findings, found, loose, report, say, words

PLAIN = report()


def headed(**fields):
    return replace(PLAIN, header=replace(HEADER, **fields))


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(PLAIN, id="nothing is missing"),
        pytest.param(headed(upper_body=None, symbol=None), id="upper body and symbol are not asked for"),
        pytest.param(
            headed(date=replace(HEADER.date, value=None, text="ngày 5 tháng Năm năm 2023")),
            id="a date that was not understood",
        ),
    ],
)
def test_silent(given):
    assert found(given) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(headed(number=None), ["number"], id="no number"),
        pytest.param(headed(number=words(" ")), ["number"], id="a number left blank"),
        pytest.param(
            headed(number=None, date=None, signatory=None),
            ["number", "date", "signatory"],
            id="three parts, one finding",
        ),
        pytest.param(headed(school=None, school_year=None), ["school", "school_year"], id="school and school year"),
    ],
)
def test_missing_header(given, expected):
    (finding,) = findings(given)
    assert (finding.rule, finding.facts["missing"].split()) == ("missing-header", expected)


def test_the_words_for_what_is_missing():
    (finding,) = findings(headed(number=None, date=None, signatory=None))
    assert sentence(finding, "vi").startswith("Báo cáo thiếu số văn bản, ngày tháng và người ký")
    assert sentence(finding, "en").startswith("The report lacks its number, its date and the signatory")


def test_a_report_without_a_score_table_is_one_finding():
    assert found(replace(PLAIN, appendix=None)) == [("missing-appendix", "", "", "")]


def test_each_missing_criterion_is_a_finding():
    given = replace(PLAIN, appendix=replace(PLAIN.appendix, missing=("1.1", "2.2")))
    assert found(given) == [("missing-criterion", "1.1", "", ""), ("missing-criterion", "2.2", "", "")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            loose(PLAIN, "duplicates", "1.4 Học liệu", "8", "1.4"),
            [("duplicate-criterion", "1.4", "8", "10")],
            id="the total counts the first row",
        ),
        pytest.param(
            change(say(loose(PLAIN, "duplicates", "1.4 Học liệu", "8", "1.4"), "1", "71", 2), "1", score="71"),
            [("duplicate-criterion", "1.4", "8", "10")],
            id="the total counts the second row",
        ),
        pytest.param(
            change(say(loose(PLAIN, "duplicates", "1.4 Học liệu", "2", "1.4"), "1", "75", 2), "1", score="75"),
            [("duplicate-criterion", "1.4", "2", "10")],
            id="the total counts both",
        ),
        pytest.param(
            loose(loose(PLAIN, "duplicates", "LAN", "12", "1.5a"), "duplicates", "Kết nối", "3", "1.5b"),
            [("duplicate-criterion", "1.5", "15", "12")],
            id="the items' rows stand twice, one finding",
        ),
        pytest.param(
            loose(loose(PLAIN, "duplicates", "1.4", "8", "1.4"), "duplicates", "1.4", "9", "1.4"),
            [("duplicate-criterion", "1.4", "8", "10")],
            id="three rows, one finding",
        ),
    ],
)
def test_duplicates(given, expected):
    assert found(given) == expected


def test_an_unknown_row_is_worth_a_look():
    given = loose(PLAIN, "unknown", "Điểm thưởng sáng kiến", "3")
    assert (found(given), found(given, info=True)) == ([], [("unknown-row", "", "3", "")])
