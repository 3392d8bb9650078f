"""What is a report, also without its score table, and what is another letter that is sent beside one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from normalize.criteria_file import load
from normalize.interpret import interpret
from normalize.letters import NOT_TITLED, other_letter
from parsers.document import Cell, Document, Paragraph, Place, Table

CRITERIA = load("4725-2022")
HEAD = ("TRƯỜNG TIỂU HỌC TÂN LẬP", "Số: 12/{}-TH", "Tân Lập, ngày 12 tháng 9 năm 2025")
FIRST_GROUP = "Kết quả tự đánh giá nhóm 1 đạt 73/100 điểm, mức độ 2."
WEBSITE = "Trang chủ, giới thiệu, tin tức, thư viện ảnh, lịch tiếp công dân. " * 5


def headed(kind: str, *lines: str) -> tuple[str, ...]:
    return (*(line.format(kind) for line in HEAD), *lines)


def table(*rows: Sequence[str]) -> Table:
    cells = [
        Cell(text, r, c, 1, 1, Place(table=1, row=r + 1)) for r, row in enumerate(rows) for c, text in enumerate(row)
    ]
    return Table(tuple(cells), Place(table=1))


def title_of(lines: Sequence[str], *tables: Table) -> str | None:
    blocks = [Paragraph(line, Place(paragraph=at + 1)) for at, line in enumerate(lines)]
    document = Document("a.docx", "digest", "docx", (*blocks, *tables))
    return other_letter(document, interpret(document, CRITERIA), CRITERIA)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            headed("BC", "BÁO CÁO", "Kết quả tự đánh giá mức độ chuyển đổi số", "Nhóm 1 đạt 73/100 điểm."),
            id="a report with its title",
        ),
        pytest.param(headed("BC", "BÁO CÁO"), id="a report whose subject stands elsewhere"),
        pytest.param(headed("BC", "Báo cáo", "Công tác chuyển đổi số năm học 2025-2026"), id="in small letters"),
        pytest.param(
            ("BÁO CÁO TỰ ĐÁNH GIÁ", "I. KẾ HOẠCH", "KẾ HOẠCH", "Số 12/KH-TH"), id="a heading that is another's title"
        ),
        pytest.param(("PHIẾU TỰ ĐÁNH GIÁ", "Mức độ chuyển đổi số"), id="a form"),
        pytest.param(("Số: 12/TH", "V/v báo cáo kết quả tự đánh giá mức độ chuyển đổi số"), id="a letter that reports"),
        pytest.param(("Xin chào",), id="too few words to tell"),
        pytest.param((), id="nothing at all"),
        pytest.param((f"Nhà trường tự đánh giá như sau. {WEBSITE}",), id="no title, but it scores itself"),
        pytest.param(
            headed("QĐ", "QUYẾT ĐỊNH", "Về việc thành lập Hội đồng", "BÁO CÁO", "Kết quả tự đánh giá", FIRST_GROUP),
            id="a decision bound before the report",
        ),
        pytest.param(
            ("THÔNG BÁO", "Kết quả tự đánh giá mức độ chuyển đổi số", "Nhóm 1 đạt 73/100 điểm."),
            id="a notice of the result",
        ),
    ],
)
def test_a_report_stays_a_report_without_its_table(lines: Sequence[str]) -> None:
    assert title_of(lines) is None


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            headed("QĐ", "QUYẾT ĐỊNH", "Về việc thành lập Hội đồng tự đánh giá", "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC TÂN LẬP"),
            "QUYẾT ĐỊNH Về việc thành lập Hội đồng tự đánh giá",
            id="a decision",
        ),
        pytest.param(
            headed(
                "KH", "KẾ HOẠCH", "Chuyển đổi số năm học 2025-2026", "", "Phấn đấu nhóm 1 đạt 80/100 điểm, mức độ 3."
            ),
            "KẾ HOẠCH Chuyển đổi số năm học 2025-2026",
            id="a plan with targets",
        ),
        pytest.param(
            headed("BC", "BÁO CÁO", "Tổng kết công tác y tế trường học", "I. TÌNH HÌNH", "Tự đánh giá công tác: tốt."),
            "BÁO CÁO Tổng kết công tác y tế trường học",
            id="a report of something else",
        ),
        pytest.param(
            headed("BC", "BÁO CÁO", "Tự đánh giá kiểm định chất lượng giáo dục"),
            "BÁO CÁO Tự đánh giá kiểm định chất lượng giáo dục",
            id="a self-assessment of something else",
        ),
        pytest.param(
            ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "V/v hướng dẫn tự đánh giá mức độ chuyển đổi số", "Kính gửi: Các trường"),
            "V/v hướng dẫn tự đánh giá mức độ chuyển đổi số",
            id="a letter that asks for reports",
        ),
        pytest.param(
            headed("BB", "BIÊN BẢN", "Họp Hội đồng tự đánh giá", "1. Nhóm 1 đạt 73/100 điểm."),
            "BIÊN BẢN Họp Hội đồng tự đánh giá",
            id="minutes",
        ),
        pytest.param((WEBSITE,), NOT_TITLED, id="a page of a website"),
    ],
)
def test_another_letter_is_told_by_its_title(lines: Sequence[str], title: str) -> None:
    assert title_of([line for line in lines if line]) == title


def test_a_list_with_points_is_no_score_table() -> None:
    listed = table(("STT", "Họ và tên", "Điểm"), ("1", "Nguyễn Văn An", "9"), ("2", "Trần Thị Bình", "8"))
    assert title_of(["DANH SÁCH GIÁO VIÊN", "Năm học 2025-2026"], listed) == "DANH SÁCH GIÁO VIÊN Năm học 2025-2026"


@pytest.mark.parametrize(("score", "found"), [("", "QUYẾT ĐỊNH Ban hành Bộ chỉ số"), ("7", None)])
def test_the_official_table_is_a_report_only_with_scores(score: str, found: str | None) -> None:
    rows = [(c.id, c.title, str(c.maximum or "Bắt buộc"), score) for g in CRITERIA.groups for c in g.criteria]
    printed = table(("STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"), *rows)
    assert title_of(["QUYẾT ĐỊNH", "Ban hành Bộ chỉ số"], printed) == found
