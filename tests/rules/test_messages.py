"""Findings in words: figures, places, both languages."""

from __future__ import annotations

import re

import pytest

from parsers.document import Box, Place
from rules.finding import Finding
from rules.messages import explain, place_text, places_text, sentence
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
        ([Place()], ""),
        ([Place(row=12)], "hàng 12"),
        ([Place(page=4, table=1)], "trang 4, bảng 1"),
        ([Place(table=1, row=row) for row in (4, 5)], "bảng 1, hàng 4, 5"),
        (
            [Place(page=4, table=1, row=9), Place(page=5, table=1, row=10)],
            "trang 4, bảng 1, hàng 9; trang 5, bảng 1, hàng 10",
        ),
        ([Place(page=1, paragraph=3)] * 2, "trang 1, đoạn 3"),
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


@pytest.mark.parametrize(
    ("label", "quoted"),
    [
        pytest.param("a " * 59 + "bc", "a " * 59 + "bc", id="120 letters are shown"),
        pytest.param("a " * 59 + "bcd", "a " * 58 + "a…", id="of more the words that find room"),
        pytest.param("một, " * 30, "một, " * 23 + "một…", id="without the comma at the end"),
        pytest.param("x" * 130, "x" * 120 + "…", id="a word that is longer than all the room, such as an address"),
        pytest.param("a\n b", "a b", id="in one line"),
    ],
)
def test_a_long_quotation_is_shortened(label, quoted):
    assert f"“{quoted}”" in sentence(Finding("unknown-row", "", ROW, facts={"label": label}), "vi")


def test_a_sentence_that_contradicts_is_quoted_at_length():
    said_at = Finding("narrative-contradiction", "2.4", ROW, "10", "lời " * 70, {"kind": "criterion"})
    assert f"“{'lời ' * 69}lời”" in sentence(said_at, "vi")


@pytest.mark.parametrize(
    ("place", "others", "there"),
    [
        pytest.param(None, (), "", id="no place"),
        pytest.param(ROW, (), " (trang 4, bảng 1, hàng 12)", id="one place"),
        pytest.param(None, (ROW,), " (trang 4, bảng 1, hàng 12)", id="another place only"),
        pytest.param(ROW, (said(5),), " (trang 4, bảng 1, hàng 12; trang 2, đoạn 5)", id="two places"),
        pytest.param(ROW, (ROW,), " (trang 4, bảng 1, hàng 12)", id="one place twice"),
    ],
)
def test_all_places_of_rows_that_stand_twice(place, others, there):
    finding = Finding("duplicate-criterion", "1.4", place, facts={"kind": "criterion"}, others=others)
    assert sentence(finding, "vi") == f"Tiêu chí 1.4 có hơn một dòng ghi điểm{there}; đề nghị chỉ giữ một dòng."


@pytest.mark.parametrize(
    ("missing", "vi", "en"),
    [
        ("number", "số văn bản", "its number"),
        ("number date", "số văn bản và ngày tháng", "its number and its date"),
    ],
)
def test_lists_of_what_is_missing(missing, vi, en):
    finding = Finding("missing-header", "", None, facts={"missing": missing})
    assert sentence(finding, "vi") == f"Báo cáo thiếu {vi}; đề nghị bổ sung."
    assert sentence(finding, "en").startswith(f"The report lacks {en};")


def test_a_document_without_a_subject_leaves_no_empty_quotes():
    finding = Finding("document-number", "", said(5), "8/QĐ", "108/QĐ", {"about": ""}, others=(ROW,))
    assert sentence(finding, "vi").startswith("Văn bản ghi số 8/QĐ (trang 2, đoạn 5), nhưng nơi khác ghi số 108/QĐ (")


def test_a_level_whose_bounds_are_not_known():
    finding = Finding("group-level", "2", None, "1", "2", {"kind": "group", "points": "", "bounds": ""})
    assert "mức 2; đề nghị" in sentence(finding, "vi")


def test_an_ids_point_stays_a_point():
    finding = Finding("missing-criterion", "1.3", ROW, facts={"kind": "criterion", "title": "Phần mềm 2.0"})
    assert "tiêu chí 1.3 “Phần mềm 2.0”" in sentence(finding, "vi")


def test_braces_in_a_report_are_harmless():
    finding = Finding("unknown-row", "", ROW, facts={"label": "{0} {x.y!r}"})
    assert "{0} {x.y!r}" in sentence(finding, "vi")


def test_an_explanation():
    assert explain("bad-score", "en").splitlines() == [
        "bad-score: A score cell that holds no score",
        "Compares: The text of a score cell: it must be one number, from 0 on; one finding on the report where most "
        "score cells hold no number.",
        "Severity: error",
        "Authority: the criterion set that the report follows",
        "Example: The score cell of item 1.6b holds more than one number, “5-6”; please write one score only.",
    ]


@pytest.mark.parametrize("rule", ["over-max", "missing-criterion", "group-level", "missing-header"])
def test_the_example_of_a_rule_is_worded_as_its_findings_are(rule):
    assert re.search(r"[1-9]|signatory", explain(rule, "en").split("Example: ")[1])
    assert "None" not in explain(rule, "en")
