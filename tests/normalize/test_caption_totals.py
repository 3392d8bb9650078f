"""A group's total in the line above its own table is the appendix's, unless the table prints one."""

from __future__ import annotations

import pytest

from normalize.criteria_file import load
from normalize.interpret import interpret
from normalize.report import Group, Report
from parsers.document import Table
from tests.grids import document_of, table_of

CRITERIA = load("4725-2022")
HEAD = "| TT | Tiêu chí | Điểm tối đa | Điểm đạt | Mức |"
ROWS = (
    "| 2.1 | Thành lập bộ phận chỉ đạo, phụ trách ứng dụng CNTT |  | Có |  |",
    "| 2.2 | Có ban hành kế hoạch ứng dụng CNTT, chuyển đổi số |  | Có |  |",
    "| 2.3 | Có triển khai phần mềm quản trị nhà trường | 70 | 30 | 2 |",
    "| 2.4 | Mức độ triển khai dịch vụ trực tuyến | 30 | 20 | 2 |",
)
OWN = table_of(HEAD, *ROWS)
FIRST = "| 1.4 | Số lượng học liệu được số hóa | 10 | 8 | 2 |"
SECOND = "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính | 20 | 12 | 2 |"
LIKE_FIRST = "| + | Phần mềm kết nối và trao đổi đầy đủ dữ liệu với CSDL ngành | 6 | 5 |  |"


def read(*blocks: str | Table) -> Report:
    return interpret(document_of(*blocks), CRITERIA)


def total(report: Report) -> tuple[str, str, int | None]:
    """Score, maximum and level of the second group in the appendix."""
    assert report.appendix is not None
    group: Group = report.appendix.groups[1]
    points = ["" if one is None else str(one.value) for one in (group.score, group.stated_max)]
    return points[0], points[1], group.level.value if group.level else None


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(["2. Quản trị cơ sở giáo dục", OWN], ("", "", None), id="a title without figures"),
        pytest.param(["Nhóm 1: đạt 90/100 điểm; Mức 3", OWN], ("", "", None), id="another group's"),
        pytest.param(["Phấn đấu năm học tới nhóm 2 đạt 90/100 điểm.", OWN], ("", "", None), id="a plan"),
        pytest.param(
            ["Nhóm 2: đạt 50/100 điểm; Mức 2", table_of(HEAD, FIRST, SECOND, *ROWS)],
            ("", "", None),
            id="above a table of several groups",
        ),
        pytest.param(
            ["Nhóm 2: đạt 51/100 điểm; Mức 2", table_of(HEAD, *ROWS, "| Tổng điểm nhóm 2 | < | 100 | 50 | 2 |")],
            ("50", "100", 2),
            id="the table prints its own",
        ),
        pytest.param([OWN, "Nhóm 2: 50 điểm – Mức 2"], ("", "", None), id="below it no line that closes it"),
        pytest.param(
            [OWN, "Cộng nhóm II: 50 điểm – Mức 2", "Tổng điểm nhóm 1: 73 điểm"],
            ("", "", None),
            id="below it both groups'",
        ),
        pytest.param([OWN, "Cộng nhóm II: 50 điểm – Mức 2"], ("50", "", 2), id="the line below that closes it"),
        pytest.param(
            ["2. Nhóm tiêu chí 2 - Chuyển đổi số trong quản trị: đạt 50/100 điểm; Mức 2", OWN],
            ("50", "100", 2),
            id="after the title",
        ),
        pytest.param(
            ["Nhóm 2: Quản trị. Tổng điểm: 50/100. Mức độ: 2", table_of(HEAD, *ROWS, LIKE_FIRST)],
            ("50", "100", 2),
            id="one row of the table is like a title of the other group",
        ),
        pytest.param(
            ["II. Chuyển đổi số trong quản trị cơ sở giáo dục (50/100 điểm, Mức 2)", OWN],
            ("50", "100", 2),
            id="in brackets",
        ),
        pytest.param(["II. CĐS trong QTNT (50/100 điểm, Mức 2)", OWN], ("50", "100", 2), id="by the number alone"),
        pytest.param(
            ["II. Quản trị nhà trường (50/90 điểm, Mức 2)", OWN], ("50", "90", 2), id="out of a wrong maximum"
        ),
        pytest.param(
            ["2. Nhóm tiêu chí 2 - Quản trị nhà trường: đạt 50/100 điểm;", "Mức 2", OWN],
            ("50", "100", 2),
            id="broken before the level",
        ),
    ],
)
def test_totals_above_a_groups_table(blocks: list[str | Table], expected: tuple[str, str, int | None]) -> None:
    assert total(read(*blocks)) == expected


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        pytest.param(["Nhóm 2: đạt 50/100 điểm; Mức 2", OWN], [], id="the appendix's is no statement"),
        pytest.param(
            ["Nhóm 2: đạt 51/100 điểm; Mức 2", table_of(HEAD, *ROWS, "| Tổng điểm nhóm 2 | < | 100 | 50 | 2 |")],
            ["51"],
            id="what differs from the table's is one",
        ),
    ],
)
def test_statements_beside_it(blocks: list[str | Table], said: list[str]) -> None:
    assert [str(one.score.value) for one in read(*blocks).statements if one.score] == said
