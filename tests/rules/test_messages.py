"""Findings in words: figures, places, both languages."""

from __future__ import annotations

import pytest

from parsers.document import Box, Place
from rules.finding import Finding
from rules.messages import place_text, places_text, sentence
from tests.rules.build import SCORES, change, findings, report, said

ROW = Place(page=4, table=1, row=12)


@pytest.mark.parametrize(
    ("place", "vi", "en"),
    [
        (None, "", ""),
        (Place(), "", ""),
        (ROW, "trang 4, bảng 1, hàng 12", "page 4, table 1, row 12"),
        (Place(paragraph=23), "đoạn 23", "paragraph 23"),
        (Place(page=2, paragraph=5, box=Box(0, 0, 1, 1)), "trang 2, đoạn 5", "page 2, paragraph 5"),
        (Place(table=1, row=3), "bảng 1, hàng 3", "table 1, row 3"),
    ],
)
def test_places(place, vi, en):
    assert (place_text(place, "vi"), place_text(place, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ([], ""),
        ([ROW, Place(page=4, table=1, row=13)], "trang 4, bảng 1, hàng 12, 13"),
        ([ROW, ROW, said(5)], "trang 4, bảng 1, hàng 12; trang 2, đoạn 5"),
        ([Place(paragraph=3), Place(paragraph=9)], "đoạn 3; đoạn 9"),
        ([Place(table=1, row=row) for row in (4, 7, 8, 9, 11, 12)], "bảng 1, hàng 4, 7–9, 11, 12"),
    ],
)
def test_several_places(places, text):
    assert places_text(places, "vi") == text


def test_a_sum_in_both_languages():
    given = change(report({**SCORES, "1.6": ["6.5", "7", "6"]}, own=True), "1.6", score="20")
    (finding,) = findings(given)
    assert sentence(finding, "vi") == (
        "Tiêu chí 1.6 ghi 20 điểm (trang 4, bảng 1, hàng 15), nhưng điểm các mục cộng lại là 6,5 + 7 + 6 = 19,5 "
        "(trang 4, bảng 1, hàng 16–18); đề nghị rà lại điểm từng mục và điểm của tiêu chí."
    )
    assert sentence(finding, "en") == (
        "Criterion 1.6 states 20 points (page 4, table 1, row 15), but its items add up to 6.5 + 7 + 6 = 19.5 "
        "(page 4, table 1, row 16–18); please check the items and the criterion's score."
    )
    assert (finding.stated, finding.expected) == ("20", "19.5")


@pytest.mark.parametrize(
    ("finding", "vi"),
    [
        pytest.param(
            Finding("criterion-level", "1.3", ROW, "3", "2", {"kind": "criterion", "points": "18"}, others=(ROW,)),
            "Tiêu chí 1.3 ghi mức 3 (trang 4, bảng 1, hàng 12), nhưng 18 điểm ứng với mức 2; đề nghị",
            id="one place is named once",
        ),
        pytest.param(
            Finding("document-date", "", said(5), "1/9/2022", "2/9/2022", {}, others=(said(9),), also=(said(7),)),
            "ghi ngày 1/9/2022 (trang 2, đoạn 5; trang 2, đoạn 7), nhưng nơi khác ghi ngày 2/9/2022 (trang 2, đoạn 9);",
            id="what is wrong twice is not named among what is right",
        ),
        pytest.param(
            Finding("group-level", "2", None, "3", "2", {"kind": "group", "points": "75", "bounds": "from 50 to 75"}),
            "Nhóm 2 ghi mức 3, nhưng tổng 75 điểm ứng với mức 2 (từ 50 đến 75 điểm); đề nghị",
            id="where a level begins and ends",
        ),
        pytest.param(
            Finding("group-level", "2", None, "1", "3", {"kind": "group", "points": "75.5", "bounds": "above 75.25"}),
            "Nhóm 2 ghi mức 1, nhưng tổng 75,5 điểm ứng với mức 3 (trên 75,25 điểm); đề nghị",
            id="the highest level has no end",
        ),
        pytest.param(
            Finding("body-level", "2", None, "1", "3", {"kind": "group", "points": "79.5", "bounds": "above 75"}),
            "nhưng phụ lục ghi mức 3, ứng với 79,5 điểm; đề nghị",
            id="why the appendix is right",
        ),
        pytest.param(
            Finding("body-level", "2", None, "1", "3", {"kind": "group", "points": "", "bounds": ""}),
            "nhưng phụ lục ghi mức 3; đề nghị",
            id="no total to go by",
        ),
    ],
)
def test_what_a_sentence_holds(finding, vi):
    assert vi in sentence(finding, "vi")


def test_a_figure_that_is_only_reported_is_worded_with_care():
    (finding,) = findings(report({**SCORES, "2.4": ["6", "0", "12"]}))
    assert "ở mẫu mà các trường thường dùng" in sentence(finding, "vi")


def test_without_places_no_empty_brackets_stand():
    finding = Finding("group-sum", "1", None, "78", "76", {"kind": "group", "terms": "70 + 6"})
    assert sentence(finding, "vi").startswith(
        "Nhóm 1 ghi tổng 78 điểm, nhưng điểm các tiêu chí cộng lại là 70 + 6 = 76;"
    )


def test_a_long_quotation_is_shortened():
    finding = Finding("unknown-row", "", ROW, facts={"label": "dài " * 200})
    assert len(sentence(finding, "vi")) < 300


def test_an_ids_point_stays_a_point():
    finding = Finding("missing-criterion", "1.3", ROW, facts={"kind": "criterion", "title": "Phần mềm 2.0"})
    assert "tiêu chí 1.3 “Phần mềm 2.0”" in sentence(finding, "vi")


def test_braces_in_a_report_are_harmless():
    finding = Finding("unknown-row", "", ROW, facts={"label": "{0} {x.y!r}"})
    assert "{0} {x.y!r}" in sentence(finding, "vi")
