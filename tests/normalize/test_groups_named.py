"""Groups named by a total's row, and groups named one after the other."""

from __future__ import annotations

import pytest

from normalize import criteria_file
from normalize.claims import claims_in
from normalize.interpret import interpret
from normalize.parallel import add_parallel
from normalize.totals import group_named
from normalize.wording import wordbook_of
from tests.grids import document_of, table_of

CRITERIA = criteria_file.load("4725-2022")


@pytest.mark.parametrize(
    ("text", "group"),
    [
        pytest.param("Cộng", None, id="no group"),
        pytest.param("Tổng điểm nhóm 3", None, id="a group that is not there"),
        pytest.param("Tổng điểm nhóm 1", "1", id="the first"),
        pytest.param("Tổng điểm nhóm 2", "2", id="the last"),
        pytest.param("Cộng phần I", "1", id="the first, in Roman numbers"),
        pytest.param("Tổng cộng nhóm tiêu chí II", "2", id="the last, in Roman numbers"),
    ],
)
def test_group_of_a_total(text: str, group: str | None) -> None:
    assert group_named(text, CRITERIA, wordbook_of(CRITERIA)) == group


@pytest.mark.parametrize(
    ("plain", "groups"),
    [
        pytest.param("hai nhom lan luot la cac noi dung chinh", [], id="without figures"),
        pytest.param("dat 73 va 84, hai nhom lan luot", [], id="the figures stand before"),
        pytest.param("hai nhom lan luot dat 73 va 84 diem", ["1", "2"], id="in their order"),
    ],
)
def test_groups_in_their_order(plain: str, groups: list[str]) -> None:
    assert [one.group for one in add_parallel(plain, [], claims_in(plain, CRITERIA), CRITERIA)] == groups


def test_a_short_part_of_a_table_counts_the_title_of_its_group_among_its_rows() -> None:
    rows = (
        "| 1. Dạy và học | < | < | < |",
        "| 1.1 | Có ban hành kế hoạch tổ chức dạy học trực tuyến |  | Đạt |",
        "| Hồ sơ, minh chứng: Kế hoạch số 107/KH-THCSX | < | < | < |",
        "| 1.2 | Có ban hành quy chế tổ chức dạy học trực tuyến |  | Đạt |",
        "| Hồ sơ, minh chứng: Quyết định số 116/QĐ-THCSX | < | < | < |",
        "| 1.4 | Số lượng học liệu được số hóa | 10 | 7 |",
        "| Hồ sơ, minh chứng: 308 học liệu | < | < | < |",
        "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính | 20 | 12 |",
        "| Hồ sơ, minh chứng: 01 phòng máy | < | < | < |",
        "| Cán bộ phụ trách tổng hợp | < | < | < |",
    )
    head = "| STT | Nội dung tiêu chí | Khung điểm | Điểm đạt được |"
    appendix = interpret(document_of("BÁO CÁO", table_of(head, *rows)), criteria_file.load("4725-2022")).appendix
    assert appendix is not None
    assert "1.1" not in appendix.missing and "1.4" not in appendix.missing
