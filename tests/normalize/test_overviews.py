"""A table of the criteria and one of their items: together they are one score table, apart they are not."""

from __future__ import annotations

import pytest

from normalize.appendix import Reckoned, read_appendix
from normalize.criteria_file import load
from parsers.document import Table
from tests.grids import document_of, table_of

CRITERIA = load("4725-2022")
OVERVIEW = (
    "| TT | Tiêu chí | Điểm tối đa | Điểm đạt | Mức |",
    "| 1.3 | Triển khai phần mềm dạy học trực tuyến | 30 | 21 | 3 |",
    "| 1.4 | Số lượng học liệu được số hóa | 10 | 8 | 2 |",
    "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính | 20 | 12 | 2 |",
    "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số | 20 | 18 | 3 |",
    "| Tổng điểm nhóm 1 | < | 100 | 59 | 2 |",
)
ITEMS = (
    "| TT | Tiêu chí | Điểm tối đa | Điểm đạt | Minh chứng |",
    "| 1.3 | Triển khai phần mềm dạy học trực tuyến | 30 |  | MS Teams |",
    "|  | - Có triển khai phần mềm dạy học trực tuyến trực tiếp | 6 | 5 |  |",
    "|  | - LMS/LCMS: giáo viên giao bài cho học sinh tự học | 6 | 4 |  |",
    "|  | - LMS/LCMS: giáo viên trả lời, giải đáp câu hỏi của học sinh | 6 | 4 |  |",
    "|  | - LMS/LCMS: tổ chức kiểm tra, đánh giá thường xuyên | 6 | 4 |  |",
    "|  | - LMS/LCMS: phụ huynh học sinh tham gia vào các hoạt động học tập của học sinh | 6 | 4 |  |",
    "| 1.4 | Số lượng học liệu được số hóa | 10 | 8 | 42 học liệu |",
    "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính | 20 |  | Netop |",
    "|  | - Có phần mềm, máy tính kết nối mạng LAN | 15 | 10 |  |",
    "|  | - Phần mềm tổ chức thi trên máy tính có kết nối, trao đổi kết quả | 5 | 2 |  |",
    "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số | 20 |  | 100% |",
    "|  | - Tỷ lệ giáo viên có tài khoản tự bồi dưỡng | 7 | 7 |  |",
    "|  | - Tỷ lệ giáo viên khai thác sử dụng được các phần mềm | 7 | 6 |  |",
    "|  | - Tỷ lệ giáo viên xây dựng được học liệu số | 6 | 5 |  |",
)


def read(*blocks: str | Table) -> Reckoned:
    found = read_appendix(document_of(*blocks), CRITERIA)
    assert found is not None
    return found


def own(reckoned: Reckoned) -> dict[str, tuple[str, int | None, int]]:
    """Score, level and number of items of each criterion."""
    return {
        one.id: ("" if one.score is None else str(one.score.value), one.level.value if one.level else None,
                 len(one.items))
        for group in reckoned.appendix.groups for one in group.criteria
    }  # fmt: skip


WHOLE = {"1.3": ("21", 3, 5), "1.4": ("8", 2, 0), "1.5": ("12", 2, 2), "1.6": ("18", 3, 3)}
DETAILS = {"1.3": ("", None, 5), "1.4": ("8", None, 0), "1.5": ("", None, 2), "1.6": ("", None, 3)}
DEDUCTED = tuple(
    row.replace("| 21 |", "| 9 |").replace("| 8 |", "| 2 |").replace("| 12 |", "| 8 |").replace("| 18 |", "| 2 |")
    for row in OVERVIEW
)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param([table_of(*ITEMS)], DETAILS, id="the items' table alone"),
        pytest.param(
            [table_of(*DEDUCTED), "Điểm thành phần", table_of(*ITEMS)],
            DETAILS,
            id="a table of other figures for the same criteria is no overview",
        ),
        pytest.param([table_of(*OVERVIEW), "Điểm thành phần", table_of(*ITEMS)], WHOLE, id="the overview first"),
        pytest.param([table_of(*ITEMS), "Bảng tổng hợp", table_of(*OVERVIEW)], WHOLE, id="the overview last"),
        pytest.param(
            [table_of(*OVERVIEW), table_of(*ITEMS[:8]), "Tiếp theo", table_of(ITEMS[0], *ITEMS[8:])],
            WHOLE,
            id="the items in two tables",
        ),
    ],
)
def test_tables_on_the_same_criteria_say_what_the_others_leave_open(
    blocks: list[str | Table], expected: dict[str, tuple[str, int | None, int]]
) -> None:
    found = read(*blocks)
    assert own(found) == expected
    assert not found.appendix.duplicates


def test_the_groups_total_of_an_overview_is_the_appendixs() -> None:
    found = read(table_of(*OVERVIEW), table_of(*ITEMS))
    group = found.appendix.groups[0]
    assert group.score is not None and group.level is not None
    assert (str(group.score.value), group.level.value, found.statements) == ("59", 2, ())


def test_a_total_in_both_is_stated_twice() -> None:
    found = read(table_of(*OVERVIEW), table_of(*ITEMS, "| Tổng điểm nhóm 1 | < | 100 | 58 |  |"))
    total = found.appendix.groups[0].score
    said = [str(one.score.value) for one in found.statements if one.score is not None]
    assert total is not None
    assert (str(total.value), said) == ("58", ["59"])


def test_a_criterion_scored_otherwise_in_both_is_there_twice() -> None:
    wrong = [row.replace("| 8 |", "| 9 |") for row in ITEMS]
    found = read(table_of(*OVERVIEW), table_of(*wrong))
    assert [(one.id, str(one.score.value)) for one in found.appendix.duplicates if one.score] == [("1.4", "8")]


def test_a_list_that_counts_on_from_the_overview_is_numbered_anew() -> None:
    counted = [
        row.replace(f"| 1.{at} |", f"| 1.{at + 7} |") for row in ITEMS for at in (3, 4, 5, 6) if f"| 1.{at} |" in row
    ]
    plain = [row for row in ITEMS if not row.startswith("| 1.")]
    rows = [*plain[:1], *counted[:1], *plain[1:6], *counted[1:3], *plain[6:8], *counted[3:], *plain[8:]]
    assert own(read(table_of(*OVERVIEW), table_of(*rows))) == WHOLE
