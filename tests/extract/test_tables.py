"""The tables as files: CSV, XLSX and JSON hold the same rows, and none of them runs a formula."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from extract.batch import WRITERS
from extract.csv_file import neutral
from extract.masking import mask_personal_data
from extract.outcome import Outcome
from extract.tabular import FindingRow, ScoreRow, identities, show_number
from extract.views import FINDINGS, SCORES, Style, View
from parsers.document import Place
from tests.extract.makers import ORDER, TOTAL, outcome, score, unreadable

FINDING_COLUMNS = [
    "report",
    "school",
    "rule",
    "severity",
    "criterion",
    "place",
    "stated",
    "expected",
    "message",
    "excerpt",
    "impact",
    "confidence",
    "finding_id",
]
SCORE_COLUMNS = [
    "report",
    "school",
    "school_year",
    "group",
    "criterion",
    "item",
    "label",
    "stated_max",
    "official_max",
    "score",
    "level",
    "evidence",
    "place",
    "confidence",
]
VIETNAMESE = Style("vi")


def written(path: Path, outcomes: Sequence[Outcome], view: View = FINDINGS, style: Style = VIETNAMESE) -> Path:
    with WRITERS[path.suffix](path, view, style) as add:
        for one in outcomes:
            add(one)
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_columns_are_those_of_the_contract() -> None:
    assert list(FindingRow._fields) == FINDING_COLUMNS
    assert list(ScoreRow._fields) == SCORE_COLUMNS


def test_csv_of_a_clean_batch_is_its_heading(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", [outcome()])
    assert path.read_bytes() == b"\xef\xbb\xbf" + ",".join(FINDING_COLUMNS).encode() + b"\r\n"


def test_csv(tmp_path: Path) -> None:
    (row,) = rows_of(written(tmp_path / "a.csv", [outcome("a.docx", TOTAL)]))
    assert row.pop("finding_id")
    assert "73" in row["message"]
    assert "72" in row.pop("message")
    assert row == {
        "report": "a.docx",
        "school": "Trường A",
        "rule": "body-score",
        "severity": "error",
        "criterion": "1",
        "place": "trang 2, đoạn 5",
        "stated": "73",
        "expected": "72",
        "excerpt": "Nhóm tiêu chí 1: 73/100 điểm",
        "impact": "level",
        "confidence": "1",
    }


@pytest.mark.parametrize("text", ["", "a=1", "73", " =1", "'=1"])
def test_harmless_text_is_left_alone(text: str) -> None:
    assert neutral(text) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_run_is_neutralised(text: str) -> None:
    assert neutral(text) == "'" + text


def test_no_cell_of_the_csv_begins_as_a_formula(tmp_path: Path) -> None:
    evil = replace(TOTAL, stated='=HYPERLINK("x")', expected="-5", excerpt="@a\n- b, “c”")
    (row,) = rows_of(written(tmp_path / "a.csv", [outcome("=cmd.docx", evil, school="+x")]))
    assert (row["report"], row["school"], row["stated"]) == ("'=cmd.docx", "'+x", '\'=HYPERLINK("x")')
    assert (row["expected"], row["excerpt"]) == ("'-5", "'@a - b, “c”")


def test_scores_are_decimals_with_a_point_and_empty_is_empty(tmp_path: Path) -> None:
    found = [
        score(label="Nhóm", score=Decimal("73"), level=2, official_max=Decimal(100), confidence=1.0),
        score("1", "1.3", score=Decimal("9.50"), place=Place(table=1, row=2), evidence="- KH số 1\nsố 2"),
        score("1", "1.3", "1.3a", score=Decimal(0)),
        score("1", "1.4"),
    ]
    rows = rows_of(written(tmp_path / "a.csv", [outcome(scores=tuple(found))], SCORES))
    assert [(row["group"], row["criterion"], row["item"], row["score"], row["level"]) for row in rows] == [
        ("1", "", "", "73", "2"),
        ("1", "1.3", "", "9.5", ""),
        ("1", "1.3", "1.3a", "0", ""),
        ("1", "1.4", "", "", ""),
    ]
    assert rows[1]["evidence"] == "'- KH số 1 số 2"
    assert rows[1]["place"] == "bảng 1, hàng 2"


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (Decimal("0"), "0"), (Decimal("10"), "10"), (Decimal("1E+2"), "100"), (0.8, "0.8"), (1.0, "1")],
)
def test_numbers(value: Decimal | float | None, text: str) -> None:
    assert show_number(value) == text


def sheets_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_workbook(tmp_path: Path) -> None:
    batch = [outcome("a.docx", ORDER), unreadable("b.pdf"), outcome("c.docx", ORDER, TOTAL, school="=Trường C")]
    path = written(tmp_path / "a.xlsx", batch)
    sheets = sheets_of(path)
    heading, *rows = sheets["Đối soát"]
    assert heading[0] == "Báo cáo"
    assert [(row[0], row[2], row[3], row[10]) for row in rows] == [
        ("c.docx", "body-score", "lỗi", "đổi mức độ"),  # what changes a level leads
        ("a.docx", "document-order", "thông tin", None),
        ("b.pdf", "unreadable", "lỗi", None),
        ("c.docx", "document-order", "thông tin", None),
    ]
    assert sheets["Tóm tắt"][1:] == [
        ("Trường A", "2022-2023", 0, 0, 0, 1, 0, "a.docx"),
        (None, "2022-2023", 0, 1, 0, 0, 1, "b.pdf"),
        ("=Trường C", "2022-2023", 1, 1, 0, 1, 0, "c.docx"),
    ]
    page = openpyxl.load_workbook(path)["Đối soát"]
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:M5")
    assert page["A2"].alignment.wrap_text


def test_workbook_of_scores_shows_each_school_with_its_groups(tmp_path: Path) -> None:
    first = outcome("a.docx", scores=(score("1", score=Decimal(73), level=2), score("2", score=Decimal("79.5"))))
    sheets = sheets_of(written(tmp_path / "a.xlsx", [first, unreadable("b.pdf")], SCORES, Style("en")))
    figures = ("Total of group 1", "Level of group 1", "Total of group 2", "Level of group 2")
    assert sheets["Summary"] == [
        ("School", "School year", *figures, "Report files"),
        ("Trường A", "2022-2023", 73, 2, 79.5, None, "a.docx"),
        (None, "2022-2023", None, None, None, None, "b.pdf"),
    ]


def test_json(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", [outcome("a.docx", TOTAL, ORDER), unreadable("b.pdf")])
    data = json.loads(path.read_text("utf-8"))
    assert [list(row) for row in data["findings"]] == [FINDING_COLUMNS] * 3
    assert [row["rule"] for row in data["findings"]] == ["body-score", "document-order", "unreadable"]
    assert [(report["report"], report["unreadable"]) for report in data["reports"]] == [
        ("a.docx", False),
        ("b.pdf", True),
    ]


def test_json_of_nothing_is_valid(tmp_path: Path) -> None:
    data = json.loads(written(tmp_path / "a.json", []).read_text("utf-8"))
    assert (data["findings"], data["reports"]) == ([], [])


def test_personal_data_are_masked_where_asked_for(tmp_path: Path) -> None:
    told = replace(TOTAL, excerpt="Lê Thị Hoa; lethihoa@example.edu.vn; ĐT 0900000001")
    style = Style("vi", mask_personal_data)
    (row,) = rows_of(written(tmp_path / "a.csv", [outcome("a.docx", told)], style=style))
    assert row["excerpt"] == "Lê Thị Hoa; ***@***; ĐT ***"


def test_ids_of_findings_stay_and_tell_equal_ones_apart() -> None:
    once = identities(outcome("a.docx", TOTAL, TOTAL, ORDER))
    assert len(set(once)) == 3
    assert identities(outcome("a.docx", TOTAL, TOTAL, ORDER)) == once
    moved = replace(outcome("a.docx", TOTAL, TOTAL, ORDER), report="x/a.docx")
    assert identities(moved) == once, "the name of the file is not its content"
    assert set(identities(replace(moved, digest="other"))).isdisjoint(once)
