"""PDFs as LibreOffice writes them: letters of a second font behind the line, borders drawn at page breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.document import Document, Paragraph, Table
from tests.parsers.pdf_kit import cells, seen

CUT_ROWS = Path(__file__).parent / "data" / "cut-rows.pdf"
SAMPLE = Path(__file__).parents[2] / "corpus" / "samples" / "bao-cao-gdtx.pdf"


@pytest.fixture(scope="module")
def report() -> Document:
    return seen(CUT_ROWS.read_bytes())


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_the_letterhead_is_two_columns_and_then_the_title(report: Document) -> None:
    texts = [block.text for block in report.blocks if isinstance(block, Paragraph)]
    assert texts[:7] == [
        "UBND QUẬN HOA MAI",
        "TRƯỜNG THCS HOA SEN",
        "Số: 12/BC-THCSHS",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hoa Mai, ngày 05 tháng 01 năm 2024",
        "BÁO CÁO",
    ]


def test_the_table_over_two_pages_is_whole(report: Document) -> None:
    (table,) = [block for block in report.blocks if isinstance(block, Table)]
    found = [(row, column, down, across, one_line(text)) for row, column, down, across, text in cells(table)]
    assert found[:5] == [
        (0, n, 1, 1, text) for n, text in enumerate(["STT", "Tiêu chí", "Điểm tối đa", "Điểm", "Minh chứng"])
    ]
    assert found[5:14] == [
        (1, 0, 3, 1, "1.3"),
        (1, 1, 1, 1, "Triển khai phần mềm dạy học trực tuyến"),
        (1, 2, 3, 1, "30"),
        (1, 3, 1, 1, "6"),
        (1, 4, 3, 1, "Phần mềm họp trực tuyến"),
        (2, 1, 1, 1, "- LMS/LCMS: giáo viên giao bài cho học sinh tự học"),
        (2, 3, 1, 1, "5"),
        (3, 1, 1, 1, "- LMS/LCMS: giáo viên trả lời"),
        (3, 3, 1, 1, "4"),
    ]
    assert found[14][:4] == (4, 0, 1, 1)
    assert found[15][4].startswith("Số lượng học liệu được số hóa") and found[15][4].endswith("giáo dục phê duyệt)")
    assert found[18][4].startswith("Địa chỉ: Cổng thông tin") and found[18][4].endswith(
        "danh mục học liệu số dùng chung"
    )
    assert found[-1] == (6, 3, 1, 2, "79")


def test_a_cut_cell_has_lines_on_both_pages(report: Document) -> None:
    (table,) = [block for block in report.blocks if isinstance(block, Table)]
    evidence = next(cell for cell in table.cells if (cell.row, cell.column) == (4, 4))
    assert [line.page for line in evidence.lines] == sorted(line.page or 0 for line in evidence.lines)
    assert {line.page for line in evidence.lines} == {1, 2}
    assert evidence.place.page == 1


def test_page_numbers_are_no_paragraphs_of_the_report(report: Document) -> None:
    feet = [block for block in report.blocks if isinstance(block, Paragraph) and block.role == "footer"]
    assert [(block.text, block.place.page) for block in feet] == [("1", 1), ("2", 2)]


def test_the_sample_has_one_table_over_its_last_two_pages() -> None:
    document = seen(SAMPLE.read_bytes())
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert (table.rows, table.columns) == (19, 6)
    assert {cell.place.page for cell in table.cells} == {4, 5}
    scores = [cell.text for cell in table.cells if cell.column == 3]
    assert scores[14] == "5\n6\n20\n6\n10\n10\n6"
    assert scores[-3:] == ["6", "0", "4"]
    committee = next(cell for cell in table.cells if (cell.row, cell.column) == (12, 5))
    assert one_line(committee.text).endswith("Ban chỉ đạo chuyển đổi số Trung tâm GDNN-GDTX quận Dương Kinh.")
    assert document.doubts == ()
