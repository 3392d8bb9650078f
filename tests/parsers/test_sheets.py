"""Workbooks: what their sheets show, where it stands, what is left out and said."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import parsers
from parsers import sheet as sheet_reader
from parsers import xlsx
from parsers.document import Document, Table
from parsers.failures import Damaged, Encrypted, TooLarge, Unreadable, Unsafe
from parsers.formulas import Formulas
from parsers.sheet_cells import Sheet, Value, address, column_of
from parsers.sheet_numbers import exact, look_of, shown
from tests.parsers.sheet_kit import book, c, sheet
from tests.parsers.test_formats import OLE, stream
from tests.parsers.wordfiles import zipped
from tests.parsers.xlsb_kit import xlsb

HEADING = c("A3", "TT") + c("B3", "Tiêu chí") + c("C3", "Điểm")
ROWS = (HEADING, c("A4", 1.1) + c("B4", "Kế hoạch") + c("C4", 7.5), c("A5", 1.2) + c("B5", "Quy chế") + c("C5", 10))

TABLE = ["TT", "Tiêu chí", "Điểm", "1,1", "Kế hoạch", "7,5", "1,2", "Quy chế", "10"]


def read(data: bytes) -> Document:
    return sheet_reader.read(data, "a.xlsx", "0")


def blocks(document: Document) -> list[object]:
    return [
        [cell.text for cell in block.cells] if isinstance(block, Table) else block.text for block in document.blocks
    ]


@pytest.mark.parametrize(
    ("digits", "code", "text"),
    [
        pytest.param("7.5", "General", "7,5", id="a comma for the decimals"),
        pytest.param("10", "General", "10", id="a whole number"),
        pytest.param("0.30000000000000004", "General", "0,3", id="0.1 + 0.2"),
        pytest.param("2.2999999999999998", "0.0", "2,3", id="as files have 2.3"),
        pytest.param("1.1000000000000001", "0.00", "1,10", id="decimals that the format asks for"),
        pytest.param("7.46", "0", "7,46", id="what the format rounds still counts"),
        pytest.param("0.85", "0%", "85%", id="a percentage"),
        pytest.param("0.125", "0.0%", "12,5%", id="a percentage with decimals"),
        pytest.param("7", '0" %"', "7", id="a quoted sign is no percentage"),
        pytest.param("-3", "0", "-3", id="a negative number"),
        pytest.param("1E+21", "General", "1000000000000000000000", id="a very large number"),
        pytest.param("45050", "dd/mm/yyyy", "04/05/2023", id="a date"),
        pytest.param("45050.3125", "d/m/yy h:mm", "04/05/2023 07:30", id="a date with its time"),
        pytest.param("0.5", "[h]:mm", "12:00", id="a time"),
        pytest.param("9999999", "dd/mm/yyyy", "9999999", id="a day that no calendar has"),
        pytest.param("8", '[Red]0.0" đ";-0', "8", id="colours and units"),
    ],
)
def test_a_number_as_it_is_shown(digits: str, code: str, text: str) -> None:
    number = exact(digits)
    assert number is not None
    assert shown(number, look_of(code)) == text


def test_days_counted_from_1904() -> None:
    data = book({"a": sheet(c("A1", 43588, style=1))}, codes=("dd/mm/yyyy",), mac=True)
    assert blocks(read(data)) == ["04/05/2023"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(book({"Sheet1": sheet()}), [], id="an empty sheet"),
        pytest.param(
            book({"Sheet1": sheet(c("A1", "BẢNG ĐIỂM"), *ROWS)}),
            ["BẢNG ĐIỂM", TABLE],
            id="a title above a table",
        ),
        pytest.param(
            book({"Nhóm 1": sheet(*ROWS), "Nhóm 2": sheet(*ROWS), "Sheet3": sheet()}),
            ["Nhóm 1", TABLE, "Nhóm 2", TABLE],
            id="several sheets are several tables under the sheets' names",
        ),
        pytest.param(
            book(
                {"a": sheet(c("A1", "SỞ GD&ĐT") + c("E1", "CỘNG HÒA"), c("A2", "TRƯỜNG") + c("E2", "Độc lập"), *ROWS)}
            ),
            ["SỞ GD&ĐT", "TRƯỜNG", "CỘNG HÒA", "Độc lập", TABLE],
            id="a letterhead is read column after column",
        ),
        pytest.param(
            book({"a": sheet(*ROWS, c("B6", "Cộng") + c("C6", 17.5), c("A8", "Người lập") + c("C8", "Hiệu trưởng"))}),
            [[*TABLE, "", "Cộng", "17,5"], "Người lập", "Hiệu trưởng"],
            id="a total belongs to the table, signatures do not",
        ),
        pytest.param(
            book({"a": sheet(*ROWS, c("A7", 1.3) + c("B7", "Kho") + c("C7", 5))}),
            [[*TABLE, "1,3", "Kho", "5"]],
            id="a gap within a table",
        ),
        pytest.param(
            book(
                {
                    "a": sheet(
                        *ROWS,
                        c("A8", "Nhóm 2"),
                        *(r.replace('3"', '9"').replace('4"', '10"').replace('5"', '11"') for r in ROWS),
                    )
                }
            ),
            [TABLE, "Nhóm 2", TABLE],
            id="two tables with a heading each in one sheet",
        ),
    ],
)
def test_blocks(data: bytes, expected: list[object]) -> None:
    assert blocks(read(data)) == expected


def test_places_and_merged_cells() -> None:
    rows = (HEADING + c("D3"), c("A4", "1.1") + c("B4", "a") + c("C4", 3), c("B5", "b") + c("C5", 4))
    (table,) = read(book({"Bảng điểm": sheet(*rows, merged="A4:A5 B3:B3")})).blocks
    assert isinstance(table, Table)
    merged = next(cell for cell in table.cells if cell.text == "1.1")
    assert (merged.row, merged.row_span, merged.column_span) == (1, 2, 1)
    last = table.cells[-1]
    assert (last.place.sheet, last.place.cell, last.place.row, last.text) == ("Bảng điểm", "C5", 5, "4")


def test_what_is_hidden_is_left_out_and_said() -> None:
    rows = (HEADING, ROWS[1], "hidden" + ROWS[2], c("A6", 1.3) + c("B6", "c") + c("C6", 5) + c("D6", "nháp"))
    columns = '<col min="4" max="16384" hidden="1"/>'
    data = book({"a": sheet(*rows, columns=columns), "Nháp": sheet(c("A1", "x")), "Rỗng": sheet()}, hidden="Nháp")
    document = read(data)
    assert blocks(document) == ["a", ["TT", "Tiêu chí", "Điểm", "1,1", "Kế hoạch", "7,5", "1,3", "c", "5"]]
    assert [(r.name, r.place.sheet, dict(r.facts)) for r in document.remarks] == [
        ("hidden-rows", "a", {"rows": "5"}),
        ("hidden-columns", "a", {"columns": "D"}),
        ("hidden-sheet", "Nháp", {}),
    ]


def test_strings_of_runs_and_errors() -> None:
    strings = "<si><r><t>Kế </t></r><r><t>hoạch</t></r><rPh><t>x</t></rPh></si>"
    row = (
        '<c r="A1" t="s"><v>0</v></c>'
        + c("B1", "#DIV/0!", "1/0")
        + c("C1", "bảy", "A9")
        + '<c r="D1" t="b"><v>1</v></c>'
    )
    (made,) = xlsx.sheets_of(book({"a": sheet(row)}, strings=strings))
    assert [made.cells[0, at].text for at in range(4)] == ["Kế hoạch", "#DIV/0!", "bảy", "TRUE"]


CELLS = {
    (3, 2): Value("7,5", Decimal("7.5")), (4, 2): Value("10", Decimal(10)), (5, 2): Value("x"),
    (6, 2): Value("", None, "C4+C5"), (7, 2): Value("#REF!", None, "Z1"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        pytest.param("SUM(C4:C6)", "17.5", id="a text in a range does not count"),
        pytest.param("C4+C5", "17.5", id="cells one by one"),
        pytest.param("$C$4*2-(C5/4)", "12.5", id="plain arithmetic with brackets and fixed cells"),
        pytest.param("C4+C9", "7.5", id="an empty cell is 0"),
        pytest.param("SUM(C4,C5,1)", "18.5", id="several things summed"),
        pytest.param("SUM(C4:C5)*50%", "8.75", id="a percentage"),
        pytest.param("-C5+SUM('Nhóm 2'!A1:A2)", "-7", id="another sheet"),
        pytest.param("SUM(C7)", "17.5", id="a formula that nobody has reckoned yet"),
        pytest.param("MAX(C4:C5)+MIN(C4:C5)+AVERAGE(C4:C5)", "26.25", id="other functions of ranges"),
        pytest.param("C4+C6", None, id="arithmetic with a text"),
        pytest.param("SUM(C4:C8)", None, id="an error in the range"),
        pytest.param("IF(C4>1,1,0)", None, id="what is not simple"),
        pytest.param("VLOOKUP(C4,A1:B9,2)", None, id="a search"),
        pytest.param("C4/C9", None, id="a division by zero"),
        pytest.param("SUM(A1:XFD1048576)", None, id="a whole sheet"),
        pytest.param("Khác!A1+1", None, id="a sheet that is not there"),
        pytest.param("(" * 500 + "1" + ")" * 500, None, id="brackets without end"),
        pytest.param("1" + "0" * 300 + "E99999999*1", None, id="a number beyond all"),
        pytest.param("A1:A2", None, id="a range alone"),
        pytest.param("1+", None, id="half a formula"),
    ],
)
def test_simple_formulas(formula: str, result: str | None) -> None:
    first = Sheet("Nhóm 1", cells=dict(CELLS))
    second = Sheet("Nhóm 2", cells={(0, 0): Value("1", Decimal(1)), (1, 0): Value("2", Decimal(2))})
    assert Formulas([first, second]).reckoned(first, formula) == (None if result is None else Decimal(result))


def test_formulas_that_rest_on_each_other_end() -> None:
    made = Sheet("a", cells={(0, 0): Value("", None, "B1"), (0, 1): Value("", None, "A1")})
    assert Formulas([made]).reckoned(made, "A1") is None


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        pytest.param(17.5, [], id="the stored value is right"),
        pytest.param(17.500000000000004, [], id="the noise of binary fractions"),
        pytest.param(18, [("C6", "=SUM(C4:C5)", "18", "17,5")], id="a stored value that is stale"),
        pytest.param(None, [], id="nothing is stored"),
    ],
)
def test_a_formula_beside_its_stored_value(stored: float | None, said: list[tuple[str, ...]]) -> None:
    document = read(book({"a": sheet(*ROWS, c("B6", "Cộng") + c("C6", stored, "SUM(C4:C5)"))}))
    assert [
        (r.place.cell, *(r.facts[key] for key in ("formula", "stated", "expected"))) for r in document.remarks
    ] == said
    assert blocks(document)[0][-1] == ("17,5" if stored != 18 else "18")  # type: ignore[index]


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        pytest.param(book({"a": sheet()})[:-30], Damaged, id="cut short"),
        pytest.param(zipped({"[Content_Types].xml": "", "xl/a.xml": ""}), Damaged, id="no workbook in it"),
        pytest.param(OLE + stream("Workbook"), Damaged, id="an XLS that is none"),
        pytest.param(OLE + stream("EncryptedPackage"), Encrypted, id="behind a password"),
        pytest.param(book({"a": "<!DOCTYPE x [<!ENTITY z 'a'>]>" + sheet()}), Unsafe, id="entities"),
        pytest.param(book({"a": sheet() + " " * 70_000_000}), TooLarge, id="a sheet that grows a thousandfold"),
        pytest.param(
            zipped(
                {
                    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                    "META-INF/manifest.xml": "<encryption-data/>",
                }
            ),
            Encrypted,
            id="an ODS behind a password",
        ),
    ],
)
def test_bad_workbooks(data: bytes, failure: type[Unreadable], tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(failure):
        parsers.read(path)


def test_a_cell_at_the_far_corner_costs_nothing() -> None:
    document = read(book({"a": sheet(c("A1", "a"), c("XFD1048576", "b"))}))
    assert blocks(document) == ["a", "b"]


@pytest.mark.parametrize(("name", "number"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16383)])
def test_columns_have_letters(name: str, number: int) -> None:
    assert (column_of(name), address(0, number)) == (number, f"{name}1")


def test_more_cells_than_any_report_has_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_CELLS", 5)
    with pytest.raises(TooLarge):
        xlsx.sheets_of(book({"a": sheet(*ROWS)}))


def test_a_binary_workbook() -> None:
    (shown_,) = blocks(read(xlsb([["1.1 Kế hoạch", 9.5], ["1.2 Tổ chức", 10.0]])))
    assert shown_ == ["1.1 Kế hoạch", "9,5", "1.2 Tổ chức", "10"]
