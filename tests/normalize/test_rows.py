"""Rows of a score table to what they say of each criterion: totals, ticks, merged cells, rows that go on."""

from __future__ import annotations

import pytest

from normalize.appendix import read_appendix
from normalize.criteria_file import load
from normalize.report import Appendix, Reading
from tests.grids import document_of, table_of

CRITERIA = load("4725-2022")
HEAD = "| TT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Mức độ | Minh chứng |"
SEEN = "| 1.4 | Số lượng học liệu được số hóa | 10 | 8 | Mức 2 | 42 học liệu |"
EXAM = "| 1.5 | Tổ chức thi, kiểm tra trên phòng máy tính | 20 | 12 | Mức 2 | Netop |"
PEOPLE = "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số | 20 | 15 | Mức 3 | 100% |"
ONLINE = "| 1.3 | Triển khai phần mềm dạy học trực tuyến | 30 | 21 | Mức 3 | MS Teams |"
THREE = (SEEN, EXAM, PEOPLE)
LINES_1_7 = (
    "| 1.7 | Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học | 20 |  | Mức 3 | Có |",
    "|  | - Tỷ lệ phòng học có thiết bị trình chiếu | 8 | 8 |  |  |",
    "|  | - Mức độ đáp ứng yêu cầu dạy môn tin học | 7 | 7 |  |  |",
    "|  | - Có phòng studio | 5 | 0 |  |  |",
)
UNSCORED = tuple(row.rsplit("|", 5)[0] + "|  |  |  |  |" for row in LINES_1_7[1:])


def shown(reading: Reading | None) -> str:
    return "" if reading is None else "?" if reading.value is None else str(reading.value)


def read(*rows: str) -> Appendix:
    found = read_appendix(document_of(table_of(*rows)), CRITERIA)
    assert found is not None
    return found.appendix


def lines(appendix: Appendix) -> dict[str, str]:
    """Of each criterion and item: maximum, score, level, as far as there are any."""
    rows = [row for group in appendix.groups for row in group.criteria]
    found = {}
    for one in (part for row in rows for part in (row, *row.items)):
        found[one.id] = " ".join(filter(None, (shown(one.stated_max), shown(one.score), f"L{shown(one.level)}")))
    return {row: text.removesuffix("L").strip() for row, text in found.items()}


def totals(appendix: Appendix) -> list[str]:
    """Of each group: its total and its level."""
    return [f"{shown(group.score)} {shown(group.level)}".strip() for group in appendix.groups]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([*THREE], ["", ""], id="no totals"),
        pytest.param([*THREE, "|  | Tổng cộng nhóm 2 | 100 | 79 | Mức 3 |  |"], ["", "79 3"], id="as it says"),
        pytest.param([*THREE, "|  | Tổng điểm | 100 | 73 |  |  |"], ["73", ""], id="of the criteria before it"),
        pytest.param(
            [*THREE, "|  | Tổng điểm | 100 | 73 |  |  |", "|  | Tổng điểm | 100 | 74 |  |  |"], ["73", ""],
            id="a group has one total",
        ),
        pytest.param(
            [*THREE, "|  | Tổng điểm | 100 | 73 |  |  |", "|  | Xếp loại |  |  | Mức 2 |  |"], ["73 2", ""],
            id="its level may have a row of its own",
        ),
        pytest.param(
            [*THREE, "|  | Cộng điểm Nhóm I | 100 | 73 |  |  |", "|  | Mức độ đạt | Mức độ 2 |  |  |  |"], ["73 2", ""],
            id="the level over the columns of maximum and score",
        ),
        pytest.param(
            [*THREE, "|  | Cộng điểm Nhóm I | 100 | 73 |  |  |", "|  | Mức độ đạt | 2 |  |  |  |"], ["73 2", ""],
            id="its digit alone there",
        ),
        pytest.param([*THREE, "|  | Tổng cộng hai nhóm | 200 | 152 |  |  |"], ["", ""], id="of both: of none"),
        pytest.param(
            [*THREE, "|  | Tổng cộng hai nhóm | 200 | 152 |  |  |", "|  | Tổng nhóm 1 | 100 | 73 |  |  |"], ["73", ""],
            id="a total of both closes none",
        ),
        pytest.param(
            [*THREE, "|  | Tổng nhóm dạy, học và kiểm tra đánh giá | 100 | 73 |  |  |"], ["73", ""],
            id="named by words",
        ),
        pytest.param(["|  | Tổng điểm | 100 | 73 |  |  |", *THREE], ["", ""], id="before any criterion: of none"),
        pytest.param(
            ["| I | Nhóm 1 | 100 | 73 | Mức 2 |  |", *THREE, "| II | Nhóm 2 | 100 | 79 | Mức 3 |  |"],
            ["73 2", "79 3"],
            id="in the groups' own rows",
        ),
    ],
)  # fmt: skip
def test_totals_of_groups(rows: list[str], expected: list[str]) -> None:
    appendix = read(HEAD, *rows)
    assert totals(appendix) == expected
    assert appendix.unknown == ()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(["|  | Cộng | 20 | 15 | Mức 3 |  |"], "20 15 L3", id="the criterion's maximum stands there"),
        pytest.param(["|  | Cộng | 100 | 15 |  |  |"], "20 L3", id="the group's maximum stands there"),
        pytest.param(["|  | Cộng |  | 15 |  |  |"], "20 L3", id="no maximum stands there"),
        pytest.param(["|  | Cộng | 20 | 15 | Mức 3 |  |", "|  | Cộng | 20 | 16 |  |  |"], "20 15 L3", id="the first"),
    ],
)
def test_totals_of_a_criterion(rows: list[str], expected: str) -> None:
    assert lines(read(HEAD, SEEN, *LINES_1_7, *rows))["1.7"] == expected


def test_the_total_of_a_criterion_closes_no_group() -> None:
    cong = "|  | Cộng | 20 | 15 | Mức 3 |  |"
    assert totals(read(HEAD, SEEN, *LINES_1_7, cong, "|  | Tổng điểm | 100 | 73 |  |  |")) == ["73", ""]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [SEEN, "|  | được người đứng đầu phê duyệt |  |  |  | và 3 bài giảng |", EXAM],
            {"1.4": "10 8 L2", "1.5": "20 12 L2"},
            id="a title that goes on in the next row",
        ),
        pytest.param(
            ["| 1.4 | Số lượng học liệu |  |  |  |  |", "|  | được số hóa | 10 | 8 | Mức 2 |  |", EXAM],
            {"1.4": "10 8 L2", "1.5": "20 12 L2"},
            id="its figures stand in the row where it goes on",
        ),
        pytest.param(
            [SEEN, EXAM, "| 1.5 | Tổ chức thi, kiểm tra trên phòng máy tính | 20 | 13 |  |  |"],
            {"1.4": "10 8 L2", "1.5": "20 12 L2"},
            id="a title said again",
        ),
        pytest.param(
            [SEEN, EXAM, "| II | Nhóm 2\\n2.3. Có triển khai phần mềm quản trị nhà trường | 70 | 60 |  |  |"],
            {"1.4": "10 8 L2", "1.5": "20 12 L2", "2.3": "70 60"},
            id="a group's title in the cell of its first criterion",
        ),
        pytest.param(
            [SEEN, *LINES_1_7], {"1.4": "10 8 L2", "1.7": "20 L3", "1.7a": "8 8", "1.7b": "7 7", "1.7c": "5 0"},
            id="items in rows of their own",
        ),
        pytest.param(
            [SEEN, *(row.replace("| 0 |", "| - |") for row in LINES_1_7)],
            {"1.4": "10 8 L2", "1.7": "20 L3", "1.7a": "8 8", "1.7b": "7 7", "1.7c": "5 0"},
            id="a dash for no points",
        ),
        pytest.param(
            [SEEN.replace("| 8 |", "| - |"), EXAM], {"1.4": "10 0 L2", "1.5": "20 12 L2"}, id="a dash of a criterion"
        ),
        pytest.param(
            [SEEN.replace("| 8 |", "| … |"), EXAM], {"1.4": "10 L2", "1.5": "20 12 L2"}, id="dots are not filled in"
        ),
        pytest.param(
            [SEEN, LINES_1_7[0].replace("|  | Mức 3", "| 15 | Mức 3"), *UNSCORED],
            {"1.4": "10 8 L2", "1.7": "20 15 L3", "1.7a": "", "1.7b": "", "1.7c": ""},
            id="one score for all items",
        ),
        pytest.param(
            [
                SEEN,
                "| 1.7 | - Tỷ lệ phòng học có thiết bị trình chiếu | 20 | 15 | Mức 3 |  |",
                "| ^ | - Mức độ đáp ứng yêu cầu dạy môn tin học | ^ | ^ | ^ |  |",
                "| ^ | - Có phòng studio | ^ | ^ | ^ |  |",
            ],
            {"1.4": "10 8 L2", "1.7": "20 15 L3", "1.7a": "", "1.7b": "", "1.7c": ""},
            id="one merged score for all items",
        ),
        pytest.param(
            [SEEN, "| 1.5 | Tổ chức thi, kiểm tra trên phòng máy tính | 20 | ^ | Mức 2 | Netop |"],
            {"1.4": "10 L2", "1.5": "20 L2"},
            id="one merged score for two criteria: nobody's",
        ),
        pytest.param(
            [SEEN.replace("Mức 2", "Mức\\n2"), EXAM.replace("Mức 2", "Mức 2\\n(cơ bản)")],
            {"1.4": "10 8 L2", "1.5": "20 12 L2"},
            id="levels over two lines",
        ),
        pytest.param(
            [SEEN.replace("Mức 2", "Mức"), "|  |  |  |  | 2 |  |", EXAM],
            {"1.4": "10 8 L2", "1.5": "20 12 L2"},
            id="a level that a page break cut",
        ),
    ],
)  # fmt: skip
def test_rows(rows: list[str], expected: dict[str, str]) -> None:
    assert lines(read(HEAD, ONLINE, *rows)) == {"1.3": "30 21 L3", **expected}


TICKED = "| TT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Mức 1 | Mức 2 | Mức 3 |"


@pytest.mark.parametrize(
    ("ticks", "expected"),
    [
        pytest.param("|  |  |  |", "10 8", id="no tick"),
        pytest.param("|  | x |  |", "10 8 L2", id="one tick"),
        pytest.param("|  |  | ✓ |", "10 8 L3", id="another mark"),
        pytest.param("| x | x |  |", "10 8 L?", id="two ticks are no level"),
        pytest.param("| - | x | - |", "10 8 L2", id="dashes are no ticks"),
    ],
)
def test_ticks_under_levels(ticks: str, expected: str) -> None:
    others = (
        "| 1.5 | Tổ chức thi trên phòng máy | 20 | 12 | | x | |",
        "| 1.6 | Phát triển nguồn nhân lực | 20 | 15 | | x | |",
    )
    found = lines(read(TICKED, f"| 1.4 | Số lượng học liệu được số hóa | 10 | 8 {ticks}", *others))
    assert (found["1.4"], found["1.5"]) == (expected, "20 12 L2")


def test_scores_under_the_level_that_they_have() -> None:
    found = lines(
        read(
            "| TT | Tiêu chí | Điểm tối đa | Mức 1 | Mức 2 | Mức 3 |",
            "| 1.4 | Số lượng học liệu được số hóa | 10 |  | 8 |  |",
            "| 1.5 | Tổ chức thi trên phòng máy | 20 | 0 |  |  |",
            "| 1.6 | Phát triển nguồn nhân lực | 20 |  |  | 20 |",
        )
    )
    assert (found["1.4"], found["1.5"], found["1.6"]) == ("10 8 L2", "20 0 L1", "20 20 L3")


def test_scores_over_their_maxima_and_maxima_over_the_scores() -> None:
    head = "| TT | Tiêu chí | Điểm | Minh chứng |"
    rows = [
        ("1.4", "Số lượng học liệu được số hóa", "8", "10"),
        ("1.5", "Tổ chức thi, kiểm tra trên phòng máy tính", "12", "20"),
        ("1.6", "Phát triển nguồn nhân lực chuyển đổi số", "15", "20"),
    ]
    expected = {"1.4": "10 8", "1.5": "20 12", "1.6": "20 15"}
    plain = read(head, *(f"| {label} | {title} | {score}/{most} | Có |" for label, title, score, most in rows))
    turned = read(head, *(f"| {label} | {title} | {most}/{score} | Có |" for label, title, score, most in rows))
    assert (lines(plain), lines(turned)) == (expected, expected)


def test_rows_that_belong_to_no_criterion() -> None:
    extra = "| 1.8 | Tổ chức câu lạc bộ bóng đá cho học sinh nữ | 10 | 5 |  |  |"
    appendix = read(HEAD, *THREE[:2], EXAM.replace("12", "13"), PEOPLE, extra, "|  | (ký tên) |  |  |  |  |")
    assert [(one.id, one.label, shown(one.score), one.place.row) for one in appendix.duplicates] == [
        ("1.5", "Tổ chức thi, kiểm tra trên phòng máy tính", "13", 4)
    ]
    assert [(one.id, one.label, shown(one.score), one.place.row) for one in appendix.unknown] == [
        (None, "Tổ chức câu lạc bộ bóng đá cho học sinh nữ (ký tên)", "5", 6)
    ]


def test_a_groups_name_beside_its_criteria_takes_no_label_from_them() -> None:
    appendix = read(
        "| Tên nhóm | STT | Tiêu chí | Điểm tối đa | Điểm đạt |",
        "| Nhóm 1. CĐS trong dạy, học | 1.1 | Xây dựng, ban hành kế hoạch dạy học trực tuyến |  | Đạt |",
        "| ^ | 1.2 | Có ban hành quy chế tổ chức dạy học trực tuyến |  | Đạt |",
        "| ^ | 1.4 | Số lượng học liệu được số hóa | 10 | 8 |",
        "| ^ | 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính | 20 | 12 |",
    )
    assert [one.id for one in appendix.groups[0].criteria] == ["1.1", "1.2", "1.4", "1.5"]


def test_a_list_right_below_the_same_list_under_another_title_is_a_second_row() -> None:
    items = "Ứng dụng kết nối giữa gia đình và nhà trường\\n- Tuyển sinh đầu cấp trực tuyến\\n- Thu phí dịch vụ"
    appendix = read(
        "| TT | Tiêu chí | Điểm tối đa | Điểm đạt |",
        "| 1.4 | Số lượng học liệu được số hóa | 10 | 8 |",
        "| 2.3 | Có triển khai phần mềm quản trị nhà trường | 70 | 40 |",
        f"| 2.4 | Triển khai dịch vụ trực tuyến:\\n- {items} | 30 | 8\\n8\\n4 |",
        f"| 2.4 | Mức độ cung cấp dịch vụ trực tuyến:\\n- {items} | 30 | 8\\n8\\n4 |",
    )
    assert [one.id for one in appendix.duplicates] == ["2.4"]
    assert [len(one.items) for one in appendix.groups[1].criteria] == [0, 3]


def test_rows_that_close_criteria_counted_through_both_groups() -> None:
    appendix = read(
        "| TT | Tiêu chí | Điểm tối đa | Điểm đạt |",
        "| 9 | Có ban hành kế hoạch ứng dụng CNTT, chuyển đổi số |  | Có |",
        "| 10 | Có triển khai phần mềm quản trị nhà trường |  |  |",
        "|  | Có triển khai sổ điểm điện tử, học bạ điện tử | 20 | 11 |",
        "|  | Điểm 10 | 70 | 31 |",
        "| 11 | Mức độ triển khai dịch vụ trực tuyến |  |  |",
        "|  | Có triển khai dịch vụ tuyển sinh đầu cấp trực tuyến | 12 | 5 |",
        "|  | Điểm 11 | 30 | 14 |",
    )
    assert lines(appendix) == {"2.2": "", "2.3": "70 31", "2.3c": "20 11", "2.4": "30 14", "2.4b": "12 5"}
