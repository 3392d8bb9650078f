"""The same workbook as Excel's old and new form and as OpenDocument; and what a library reads of many workbooks."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

import parsers
from corpus.generate import Order, generate
from parsers import office, xls
from parsers.document import Table
from parsers.failures import ProgramMissing
from parsers.sheet_numbers import Look, exact, look_of, shown, shown_date
from parsers.xlsx import sheets_of
from tests.parsers.xls_kit import ALL_KNOW, book_of, changed, encrypted

DATA = Path(__file__).parent / "data"
FIRST = [
    *("TT", "Tiêu chí", "Điểm", "Minh chứng", "1.1", "Kế hoạch", "", "Kế hoạch số 12/KH-THCS", "1.3", "Phần mềm"),
    *("7,5", "", "a)", "Dạy trực tuyến", "0,3", "85%", "b)", "Kiểm tra", "7,2", "04/05/2023", "", "Cộng", "15", ""),
]
SECOND = ["TT", "Tiêu chí", "Điểm", "2.1", "Bộ phận", "", "2.4", "Dịch vụ", "26", "2.5", "Khác", "3"]


OFFICE = shutil.which("soffice") is not None


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_one_workbook_in_three_forms(form: str) -> None:
    document = parsers.read(DATA / f"bang-diem.{form}")
    blocks = [
        [cell.text for cell in block.cells] if isinstance(block, Table) else block.text for block in document.blocks
    ]
    # calamine does not tell the old form's number formats, LibreOffice does
    first = ["0,85" if text == "85%" and form == "xls" and not OFFICE else text for text in FIRST]
    assert blocks == ["Nhóm 1", "BẢNG ĐIỂM TỰ ĐÁNH GIÁ", first, "Nhóm 2", SECOND]
    assert [(remark.name, remark.place.sheet) for remark in document.remarks] == [("hidden-sheet", "Nháp")]


def test_every_cell_is_what_a_library_reads(tmp_path: Path) -> None:
    from python_calamine import load_workbook

    generate(Order(tmp_path, 6, 3, ("xlsx",), jobs=1))
    for path in (tmp_path / "reports").iterdir():
        book = load_workbook(path)
        for sheet in sheets_of(path.read_bytes()):
            found = book.get_sheet_by_name(sheet.name)
            theirs = {
                (row, column): value
                for row, values in enumerate(found.to_python(skip_empty_area=False))
                for column, value in enumerate(values)
                if value != ""
            }
            assert sheet.cells.keys() == theirs.keys()
            for at, value in theirs.items():
                assert texts_of(value) >= {sheet.cells[at].text}, (path.name, at)
            merged = [((m.row, m.column), (m.row + m.row_span - 1, m.column + m.column_span - 1)) for m in sheet.merged]
            assert sorted(merged) == sorted(found.merged_cell_ranges or [])


def texts_of(value: object) -> set[str]:
    """How a value may be shown, whatever its number format."""
    if isinstance(value, (int, float)):
        number = exact(repr(value))
        assert number is not None
        return {shown(number, look) for look in (Look(), look_of("0.00"), look_of("0%"))}
    return {shown_date(value) if isinstance(value, (date, datetime)) else str(value).strip()}


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_an_old_workbook_tells_what_is_hidden_and_formulas_that_its_values_contradict() -> None:
    """Made with XlsxWriter (C3 stores 99 for =B3*2, C6 stores 30 for the sum) and saved as XLS by LibreOffice."""
    told = parsers.read(DATA / "formulas.xls").remarks
    assert [(remark.name, remark.place.sheet, remark.place.cell, dict(remark.facts)) for remark in told] == [
        ("hidden-rows", "Nhóm 1", None, {"rows": "4"}),
        ("formula", "Nhóm 1", "C3", {"formula": "=B3*2", "stated": "99", "expected": "6"}),
        ("formula", "Nhóm 1", "C6", {"formula": "=SUM(C1:C5)", "stated": "30", "expected": "123"}),
        ("hidden-sheet", "Ẩn", None, {}),
    ]


def test_an_old_workbook_is_read_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(kind: str) -> Path:
        raise ProgramMissing(program="libreoffice", found=kind)

    monkeypatch.setattr(office, "program", missing)
    monkeypatch.setattr(office, "_living", None)
    (first, second) = xls.sheets_of((DATA / "formulas.xls").read_bytes())
    assert (first.cells[2, 2].text, first.hidden_rows, second.hidden) == ("99", set(), True)


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_a_workbook_that_is_only_protected_is_read_though_it_is_encrypted(tmp_path: Path) -> None:
    """Excel encrypts a workbook whose order of sheets is protected, by a word that all programs know."""
    data = (DATA / "bang-diem.xls").read_bytes()
    path = tmp_path / "a.xls"
    path.write_bytes(changed(data, Workbook=encrypted(book_of(data), ALL_KNOW)))
    texts = [[cell.text for cell in each.cells] for each in parsers.read(path).blocks if isinstance(each, Table)]
    assert texts == [FIRST, SECOND]
