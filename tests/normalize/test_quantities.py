"""Figures in evidence: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from normalize.quantities import quantities


def read(text):
    return [(f"{each.value:.4g}", each.unit, each.exact) for each in quantities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Danh sách kèm theo",
        "Kế hoạch số 12/KH-THCS ngày 05/9/2022",
        "109/KH-GDNN-GDTX",
        "năm học 2022-2023",
        "[H1-1.1-01]",
        "ĐT 0900000001",
        "tháng 10/2022",
        "7/10 điểm",
        "30/12/2022",
        "https://example.edu.vn/minh-chung-13",
    ],
)
def test_no_figure(text):
    assert [each for each in quantities(text) if each.unit == "%" or each.is_of("học liệu")] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("100% giáo viên", [("100", "%", True)]),
        ("98,5 %", [("98.5", "%", True)]),
        ("98.5% GV", [("98.5", "%", True)]),
        ("chín tám phần trăm 98 phần trăm", [("98", "%", True)]),
        ("25/26 GV", [("96.15", "%", True)]),
        ("25 / 25 giáo viên", [("100", "%", True)]),
        ("25/26 GV (96,2%)", [("96.2", "%", True)]),
        ("trên 90% học sinh", [("90", "%", False)]),
        ("khoảng 45% lớp", [("45", "%", False)]),
        ("từ 50% đến 80%", [("50", "%", False), ("80", "%", False)]),
        ("80% trở lên", [("80", "%", False)]),
        ("01/01 trường", [("100", "%", True)]),
        ("0/0 trường", []),
        ("26/25 GV", []),
    ],
)
def test_percentages(text, found):
    assert [each for each in read(text) if each[1] == "%"] == found


@pytest.mark.parametrize(
    ("text", "unit", "found"),
    [
        ("42", "học liệu", ["42"]),
        ("Số lượng học liệu: 42", "học liệu", ["42"]),
        ("Địa chỉ: Cổng TTĐT đơn vị\nSố lượng học liệu: 42", "học liệu", ["42"]),
        ("42 học liệu", "học liệu", ["42"]),
        ("1.250 học liệu số", "học liệu", ["1250"]),
        ("120 bài giảng điện tử", "bài giảng", ["120"]),
        ("15 máy tính", "học liệu", []),
        ("120 bài giảng môn Toán", "toán", ["120"]),
        ("120 bài giảng điện tử Toán", "toán", []),
        ("15 điểm", "điểm", []),
        ("hơn 42 học liệu", "học liệu", []),
        ("42 học liệu, 15 máy tính", "học liệu", ["42"]),
    ],
)
def test_counts(text, unit, found):
    assert [f"{each.value:f}" for each in quantities(text) if each.is_of(unit) and each.exact] == found
