"""Figures of a scan that the picture leaves open: settled by the sums, or left to a person, never healed."""

from dataclasses import replace

import pytest

from normalize.criteria_file import load
from normalize.interpret import interpret
from parsers.document import Cell, Document, Place, Table
from rules.catalogue import severity_of
from rules.engine import check
from rules.messages import sentence
from tests.grids import document_of, table_of

CRITERIA = load("4725-2022")
Readings = tuple[tuple[str, float], ...]
ROWS = [
    "| TT | Nội dung | Điểm tối đa | Điểm tự đánh giá | Mức |",
    "| 1.5 | Có tổ chức triển khai thi, kiểm tra, đánh giá kết quả học tập trên phòng máy tính | 20 | 17 | Mức 3 |",
    "| | - Có phần mềm, máy tính kết nối mạng LAN | 15 | 12 | |",
    "| | - Phần mềm tổ chức thi trên máy tính có kết nối, trao đổi kết quả với hệ thống quản trị | 5 | 5 | |",
    "| 1.4 | Số lượng học liệu được số hóa | 10 | 8 | Mức 2 |",
    "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số | 20 | 15 | Mức 2 |",
    "| 2.4 | Triển khai dịch vụ trực tuyến | 30 | 20 | Mức 2 |",
]


def scanned(row: int, *readings: tuple[str, float]) -> Document:
    """The table with the score of one row read in several ways."""
    table = table_of(*ROWS)

    def read(cell: Cell) -> Cell:
        if (cell.row, cell.column) != (row, 3):
            return cell
        return replace(cell, text=readings[0][0], lines=(), confidence=readings[0][1], readings=readings)

    return document_of(Table(tuple(read(cell) for cell in table.cells), table.place))


def found(document: Document) -> list[tuple[str, str, str, str]]:
    findings = check(interpret(document, CRITERIA), CRITERIA, select=frozenset({"item-sum", "low-confidence"}))
    return [(one.rule, one.subject, one.stated, one.expected) for one in findings]


@pytest.mark.parametrize(
    ("row", "readings"),
    [
        pytest.param(2, (("12", 1.0),), id="nothing doubtful"),
        pytest.param(2, (("17", 0.55), ("12", 0.45)), id="the sum chooses the item's second reading"),
        pytest.param(1, (("11", 0.6), ("17", 0.4)), id="the items choose the criterion's second reading"),
        pytest.param(3, (("6", 0.7), ("5", 0.3)), id="the official maximum and the sum speak against one reading"),
    ],
)
def test_what_adds_up_is_silent(row: int, readings: Readings) -> None:
    assert found(scanned(row, *readings)) == []


def test_a_clear_figure_is_not_healed() -> None:
    assert found(scanned(2, ("11", 1.0))) == [("item-sum", "1.5", "17", "16")]


def test_a_figure_read_almost_surely_stands_against_the_sum() -> None:
    assert found(scanned(2, ("11", 0.9995), ("12", 0.0005))) == [("item-sum", "1.5", "17", "16")]


def test_what_stays_open_is_a_doubt_that_names_both_readings() -> None:
    assert found(scanned(2, ("11", 0.97), ("12", 0.03))) == [("low-confidence", "1.5a", "11", "12")]


def test_a_settled_figure_is_as_sure_as_the_sums_make_it() -> None:
    appendix = interpret(scanned(2, ("11", 0.55), ("12", 0.45)), CRITERIA).appendix
    assert appendix is not None
    score = next(row for row in appendix.groups[0].criteria if row.id == "1.5").items[0].score
    assert score is not None
    assert score.value == 12
    assert 0.9 < score.confidence < 1


def test_a_comma_that_the_picture_lost_is_found_by_the_sum() -> None:
    table = table_of(*[row.replace("| 17 |", "| 14,5 |").replace("| 12 |", "| 95 |") for row in ROWS])
    cells = [replace(cell, confidence=0.97) if cell.text == "95" else cell for cell in table.cells]
    document = document_of(Table(tuple(cells), table.place))
    assert found(document) == []
    appendix = interpret(document, CRITERIA).appendix
    assert appendix is not None
    score = next(row for row in appendix.groups[0].criteria if row.id == "1.5").items[0].score
    assert score is not None
    assert str(score.value) == "9.5"


def test_a_figure_of_a_digital_file_keeps_its_comma() -> None:
    table = table_of(*[row.replace("| 17 |", "| 14,5 |").replace("| 12 |", "| 95 |") for row in ROWS])
    assert ("item-sum", "1.5", "14.5", "100") in found(document_of(table))


def pictured(document: Document, page: int) -> Document:
    """The same, read from a picture of a page."""
    place = Place(page=page)
    blocks = [
        Table(
            tuple(replace(cell, confidence=0.97, place=replace(cell.place, page=page)) for cell in block.cells),
            replace(block.place, page=page),
        )
        if isinstance(block, Table)
        else replace(block, confidence=0.97, place=place)
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


def test_a_row_that_is_missing_in_a_picture_is_information() -> None:
    document = document_of(table_of(*ROWS))
    rules = frozenset({"missing-criterion"})
    digital = check(interpret(document, CRITERIA), CRITERIA, select=rules)
    scan = check(interpret(pictured(document, 2), CRITERIA), CRITERIA, select=rules)
    assert {severity_of(finding) for finding in digital} == {"error"}
    assert {severity_of(finding) for finding in scan} == {"info"}
    assert [finding.subject for finding in scan] == [finding.subject for finding in digital]
    assert sentence(scan[0], "vi").startswith(sentence(digital[0], "vi").split("(")[0])
    assert "bản gốc" in sentence(scan[0], "vi")
