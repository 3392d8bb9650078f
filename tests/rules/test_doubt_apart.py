"""What makes a figure doubtful, each condition by itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from normalize.criteria_file import load
from normalize.interpret import interpret
from normalize.report import Points, Reading
from parsers.document import Box, Cell, Document, Place, Remark, Table
from rules.doubt import UNREAD_INK, is_left, is_open, is_unread
from rules.engine import check
from tests.grids import document_of, table_of

CRITERIA = load("4725-2022")
HERE = Place(page=2, box=Box(10, 100, 50, 120))


def figure(*choices: tuple[str, float]) -> Points:
    values = tuple((Decimal(value), chance) for value, chance in choices)
    return Reading(values[0][0], choices[0][0], HERE, choices[0][1], values)


SURE, LIKELY, UNSURE = figure(("5", 1.0)), figure(("5", 0.96), ("6", 0.04)), figure(("5", 0.6), ("6", 0.4))


@pytest.mark.parametrize(
    ("slip", "holds"),
    [
        pytest.param(None, False, id="nothing is known"),
        pytest.param(0.0, True, id="it adds up"),
        pytest.param(0.89, True, id="likely a slip"),
        pytest.param(0.9, False, id="surely a slip"),
    ],
)
def test_whether_a_sum_is_open(slip: float | None, holds: bool) -> None:
    assert is_open(slip) is holds


@pytest.mark.parametrize(
    ("slip", "figures", "holds"),
    [
        pytest.param(None, (UNSURE,), False, id="nothing is known of the sum"),
        pytest.param(0.95, (UNSURE,), False, id="it is a slip"),
        pytest.param(0.05, (), True, id="it most probably adds up"),
        pytest.param(0.09, (SURE,), True, id="it adds up, barely so"),
        pytest.param(0.5, (SURE,), False, id="open, but no figure may be another"),
        pytest.param(0.5, (None, SURE), False, id="open, and a figure is missing"),
        pytest.param(0.5, (LIKELY,), False, id="open, and a figure is hardly another"),
        pytest.param(0.5, (None, UNSURE), True, id="open, and a figure may be another"),
    ],
)
def test_whether_a_sum_that_may_be_right_is_left(
    slip: float | None, figures: tuple[Points | None, ...], holds: bool
) -> None:
    assert is_left(slip, figures) is holds


def spot(page: int | None, box: Box | None, name: str = UNREAD_INK) -> tuple[str, Place]:
    return name, Place(page=page, box=box)


@pytest.mark.parametrize(
    ("doubts", "place", "holds"),
    [
        pytest.param((), HERE, False, id="no ink"),
        pytest.param((spot(2, Box(90, 110, 95, 130)),), HERE, True, id="beside it"),
        pytest.param((spot(2, Box(90, 90, 95, 101)),), HERE, True, id="beside its upper edge"),
        pytest.param((spot(2, Box(90, 120, 95, 130)),), HERE, False, id="below it"),
        pytest.param((spot(2, Box(90, 80, 95, 100)),), HERE, False, id="above it"),
        pytest.param((spot(1, Box(90, 110, 95, 130)),), HERE, False, id="on another page"),
        pytest.param((spot(2, None),), HERE, False, id="it is not known where"),
        pytest.param((spot(2, Box(90, 110, 95, 130), "page-hardly-read"),), HERE, False, id="another doubt"),
        pytest.param((spot(2, Box(90, 110, 95, 130)),), Place(page=2), True, id="anywhere on a page"),
    ],
)
def test_unread_ink_beside_a_place(doubts: tuple[tuple[str, Place], ...], place: Place, holds: bool) -> None:
    report = replace(interpret(document_of("x"), CRITERIA), doubts=doubts)
    assert is_unread(report, place) is holds


ROWS = (
    "| TT | Nội dung | Điểm tối đa | Điểm tự đánh giá | Mức |",
    "| 1.5 | Có tổ chức triển khai thi, kiểm tra, đánh giá kết quả học tập trên phòng máy tính | 20 | 17 | Mức 3 |",
    "| | - Có phần mềm, máy tính kết nối mạng LAN | 15 | 12 | |",
    "| | - Phần mềm tổ chức thi trên máy tính có kết nối, trao đổi kết quả với hệ thống quản trị | 5 | 5 | |",
    "| 1.4 | Số lượng học liệu được số hóa | 10 | 8 | Mức 2 |",
    "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số | 20 | 15 | Mức 2 |",
    "| 2.4 | Triển khai dịch vụ trực tuyến | 30 | 20 | Mức 2 |",
)


def test_an_open_sum_is_told_at_the_figure_that_is_read_with_most_doubt() -> None:
    readings = (("11", 0.97), ("12", 0.03))

    def read(cell: Cell) -> Cell:
        if (cell.row, cell.column) != (2, 3):
            return cell
        return replace(cell, text="11", lines=(), confidence=0.97, readings=readings)

    table = table_of(*ROWS)
    document = document_of(Table(tuple(map(read, table.cells)), table.place))
    rules = frozenset({"low-confidence"})
    (finding,) = check(interpret(document, CRITERIA), CRITERIA, select=rules)
    assert finding.place is not None
    assert (finding.place.row, finding.variant, finding.excerpt, finding.facts["sum"]) == (3, "sum", "11", "1.5")
    assert finding.confidence < 0.95


def stale(document: Document, cell: str) -> list[tuple[str, str, str, str]]:
    facts = {"formula": "=SUM(D3:D4)", "stated": "17,5", "expected": "16,25"}
    place = Place(sheet="a", cell=cell)
    report = replace(interpret(document, CRITERIA), remarks=(Remark("formula", place, facts), Remark("macros")))
    found = check(report, CRITERIA, select=frozenset({"low-confidence"}))
    return [(one.subject, one.stated, one.expected, one.facts["formula"]) for one in found]


def test_a_stale_formula_is_told_with_both_values() -> None:
    table = table_of(*ROWS)
    placed = [
        replace(c, place=replace(c.place, sheet="a", cell=f"{'ABCDE'[c.column]}{c.row + 1}")) for c in table.cells
    ]
    document = document_of(Table(tuple(placed), table.place))
    assert stale(document, "D2") == [("1.5", "17.5", "16.25", "=SUM(D3:D4)")]
    assert stale(document, "F9") == [("", "17.5", "16.25", "=SUM(D3:D4)")]
