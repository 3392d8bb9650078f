"""A criterion set that has nothing in common with the one of the program, read and checked from its data alone."""

from pathlib import Path

from normalize.criteria_file import load
from normalize.interpret import interpret
from rules.engine import check
from tests.grids import document_of, table_of

CRITERIA = load(str(Path(__file__).parent / "sets" / "thu-vien-so.toml"))
ROWS = (
    "| Mã | Tiêu chí | Điểm tối đa | Tự chấm | Mức | Minh chứng |",
    "| A1 | Có quyết định thành lập tổ thư viện số |  | Đạt |  | Quyết định số 12/QĐ-THCSX ngày 10/9/2024 |",
    "| A2 | Nội quy thư viện số |  |  | Mức 1 | Nội quy |",
    "| A2.1 | Có nội quy |  | 1 |  |  |",
    "| A2.2 | Nội quy được phổ biến |  | 0 |  |  |",
    "| A2.3 | Nội quy được rà soát hằng năm |  | 1 |  |  |",
    "| B1 | Tỷ lệ học sinh có tài khoản thư viện | 20 | 10 |  | 65% học sinh |",
    "| B2 | Số đầu sách điện tử | 20 | 10 | Mức 2 | 600 đầu sách |",
    "|  | Tổng điểm nhóm B | 40 | 20 | Mức 2 | |",
    "| C1 | Số buổi đọc sách | 10 | 5 |  | Sổ theo dõi |",
    "| C2 | Cuộc thi đọc sách | 20 | 10 |  | Kế hoạch 13/KH-THCSX |",
    "|  | Tổng điểm nhóm C | 30 | 15 | Mức 2 | |",
)


def found(*changes: tuple[str, str]) -> set[tuple[str, str, str, str]]:
    """Findings on the table after the changes, as (rule, subject, stated, expected), without those on the header."""
    text = "\n".join(ROWS)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    report = interpret(document_of("BÁO CÁO thư viện số", table_of(*text.split("\n"))), CRITERIA)
    findings = check(report, CRITERIA)
    return {(one.rule, one.subject, one.stated, one.expected) for one in findings if one.rule != "missing-header"}


def test_a_table_that_agrees_with_itself_gives_no_finding() -> None:
    assert found() == set()


def test_levels_met_in_sequence() -> None:
    assert found(("|  |  | Mức 1 | Nội quy |", "|  |  | Mức 3 | Nội quy |")) == {("criterion-level", "A2", "3", "1")}


def test_percent_bands() -> None:
    assert found(("65% học sinh", "85% học sinh")) == {("evidence-score", "B1", "10", "20")}


def test_totals_and_levels_of_other_groups() -> None:
    assert found(("| 40 | 20 | Mức 2 |", "| 40 | 21 | Mức 2 |")) == {("group-sum", "B", "21", "20")}
    assert found(("| 30 | 15 | Mức 2 |", "| 30 | 15 | Mức 0 |")) == {("group-level", "C", "0", "2")}


def test_a_missing_criterion() -> None:
    rules = {rule for rule, *_ in found((ROWS[10] + "\n", ""))}
    assert "missing-criterion" in rules
