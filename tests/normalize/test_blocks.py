"""Rows gathered into blocks that speak of the same units: what goes on, what is said twice, what is there unsaid."""

from __future__ import annotations

import pytest

from normalize.blocks import Block, blocks_of
from normalize.columns import Columns
from normalize.criteria_file import load
from normalize.headings import Head, Role
from normalize.segments import rows_of
from normalize.wording import wordbook_of
from tests.grids import table_of

LAW = load("4725-2022")
BOOK = wordbook_of(LAW)
ROLES = (Role.NUMBER, Role.TITLE, Role.MAXIMUM, Role.SCORE, Role.EVIDENCE)
COLUMNS = Columns({at: Head(role, "") for at, role in enumerate(ROLES)}, frozenset({0}), len(ROLES))

SEEN = "| 1.4 | Số lượng học liệu được số hóa | 10 | 8 | 42 |"
EXAM = "| 1.5 | Tổ chức thi, kiểm tra trên phòng máy tính | 20 | 12 | Netop |"
BOTH = "Tổ chức thi, kiểm tra trên phòng máy tính; có phần mềm, máy tính kết nối mạng LAN"
SECOND = "|  | Phần mềm thi có kết nối, trao đổi kết quả với hệ thống quản trị | 5 | 3 |  |"
HEAD_1_7 = "| 1.7 | Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học | 20 |  |  |"


def read(*lines: str) -> list[Block]:
    rows = rows_of(table_of("| TT | Tiêu chí | Tối đa | Điểm | Minh chứng |", *lines), 0, COLUMNS)
    return blocks_of(rows, [COLUMNS], BOOK, LAW)


def units(*lines: str) -> list[tuple[list[int], str]]:
    """Of each block its rows and its units, in brackets what it says where it has none."""
    return [(block.rows, " ".join(unit.id for unit in block.units) or f"[{block.label}]") for block in read(*lines)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([SEEN, EXAM], [([0], "1.4"), ([1], "1.5")], id="a row each"),
        pytest.param(
            [SEEN, "|  | được người đứng đầu phê duyệt |  |  |  |", EXAM], [([0, 1], "1.4"), ([2], "1.5")],
            id="a title that goes on",
        ),
        pytest.param(
            [SEEN, "|  | được người đứng đầu phê duyệt |  | 8 |  |", EXAM], [([0, 1], "1.4"), ([2], "1.5")],
            id="a title that goes on, with figures",
        ),
        pytest.param(
            [SEEN, "|  | Câu lạc bộ bóng đá nữ |  |  |  |", EXAM], [([0, 1], "1.4"), ([2], "1.5")],
            id="a row of something else without figures",
        ),
        pytest.param(
            [SEEN, "|  | Câu lạc bộ bóng đá nữ | 10 | 5 |  |", EXAM],
            [([0], "1.4"), ([1], "[Câu lạc bộ bóng đá nữ]"), ([2], "1.5")],
            id="a row of something else with figures",
        ),
        pytest.param(
            [SEEN, "| 9 | câu lạc bộ bóng đá nữ | 10 | 5 |  |", EXAM],
            [([0], "1.4"), ([1], "[câu lạc bộ bóng đá nữ]"), ([2], "1.5")],
            id="the same told by its label",
        ),
        pytest.param(
            [SEEN, "|  | - câu lạc bộ bóng đá nữ | 10 | 5 |  |", EXAM],
            [([0], "1.4"), ([1], "[câu lạc bộ bóng đá nữ]"), ([2], "1.5")],
            id="the same told by its bullet",
        ),
        pytest.param(
            [SEEN, "|  |  | 10 | 5 |  |", EXAM], [([0, 1], "1.4"), ([2], "1.5")], id="figures without a title"
        ),
        pytest.param(["|  | ghi chú |  |  |  |", SEEN], [([1], "1.4")], id="words before the first row"),
        pytest.param(
            ["|  | câu lạc bộ bóng đá nữ | 10 | 5 |  |", SEEN], [([0], "[câu lạc bộ bóng đá nữ]"), ([1], "1.4")],
            id="figures before the first row",
        ),
        pytest.param(
            [SEEN, "|  | Tổng điểm nhóm 1 | 100 | 73 |  |", "|  | đã làm tròn |  |  |  |"],
            [([0], "1.4"), ([1], "[Tổng điểm nhóm 1]")],
            id="words below a total",
        ),
        pytest.param(
            ["| I | Nhóm 1\\n1.4. Số lượng học liệu được số hóa | 10 | 8 |  |", EXAM],
            [([], "1"), ([0], "1.4"), ([1], "1.5")],
            id="a group's title in the row of a criterion: the figures are the criterion's",
        ),
    ],
)  # fmt: skip
def test_rows_gathered(lines: list[str], expected: list[tuple[list[int], str]]) -> None:
    assert units(*lines) == expected


def test_a_title_has_the_lines_that_go_on_in_its_cell() -> None:
    (block,) = read(
        "| 1.7 | Hạ tầng, thiết bị sử dụng\\nChuyển đổi số dạy, học\\n- Tỷ lệ phòng học có thiết bị\\nTrình chiếu"
        "\\n- Câu lạc bộ bóng đá\\n- Có phòng studio | 20 | 8 |  |"
    )
    assert [
        (unit.id, segment.text, segment.lines) for unit, segment in zip(block.units, block.segments, strict=True)
    ] == [
        ("1.7", "Hạ tầng, thiết bị sử dụng Chuyển đổi số dạy, học", (0, 1)),
        ("1.7a", "Tỷ lệ phòng học có thiết bị Trình chiếu", (2, 3)),
        ("1.7c", "Có phòng studio", (5,)),
    ]
    assert len(block.texts) == 5
    group, criterion = read("| I | Nhóm 1\\n1.4. Số lượng học liệu\\nĐược số hóa | 10 | 8 |  |")
    assert (group.texts, criterion.texts) == ([""], ["Số lượng học liệu", "Được số hóa"])
    assert [segment.lines for segment in criterion.segments] == [(1, 2)]


LIST = "| 1.7 | Hạ tầng, thiết bị\\n- Tỷ lệ phòng học có thiết bị\\n- Đáp ứng dạy tin học\\n- {} | 20 | 8 |  |"


@pytest.mark.parametrize(
    ("lines", "repeats"),
    [
        pytest.param([SEEN, EXAM], [], id="two titles"),
        pytest.param([SEEN, EXAM, SEEN], [(2, 0)], id="a title said again"),
        pytest.param([SEEN, SEEN.upper(), SEEN], [(1, 0), (2, 0)], id="said three times, once in capitals"),
        pytest.param(
            [SEEN.replace("1.4", " "), EXAM, SEEN], [(2, 0)], id="said again with the label that the first lacks"
        ),
        pytest.param(["|  | Phòng máy |  | 5 |  |", "|  | Phòng máy |  | 5 |  |"], [], id="a short title"),
        pytest.param(["|  | Bóng đá nữ 2 |  | 5 |  |"] * 2, [], id="twelve letters of no official title"),
        pytest.param(
            ["|  | Bóng đá |  | 5 |  |", SEEN, EXAM, SEEN], [(3, 1)], id="a short title hides none after it"
        ),
        pytest.param(
            [LIST.format("Có phòng studio"), LIST.format("Studio đủ máy")], [(1, 0)], id="a list but for a line"
        ),
        pytest.param([LIST.format("Có phòng studio"), HEAD_1_7], [], id="a list and another title"),
        pytest.param(
            [
                "| 1.7 | Hạ tầng, thiết bị\\n- Tỷ lệ phòng học\\n- Dạy tin học | 20 | 8 |  |",
                "| 1.7 | Hạ tầng, thiết bị\\n- Có phòng studio\\n- Dạy tin học | 20 | 8 |  |",
            ],
            [],
            id="lists that share two lines",
        ),
        pytest.param(
            [
                LIST.format("Có phòng studio"),
                LIST.format("a\\n- b\\n- c\\n- d"),
            ],
            [],
            id="a list of which less than half stood before",
        ),
    ],
)  # fmt: skip
def test_titles_said_again(lines: list[str], repeats: list[tuple[int, int]]) -> None:
    assert [(block.rows[0], block.repeats) for block in read(*lines) if block.repeats is not None] == repeats


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([EXAM, SECOND], ["1.5", "1.5b"], id="a criterion, and an item in its own row"),
        pytest.param([f"| 1.5 | {BOTH} | 20 | 12 |  |", SECOND], ["1.5 1.5a", "1.5b"], id="its first item in one text"),
        pytest.param(
            [EXAM, f"|  | {BOTH} | 15 | 9 |  |", SECOND], ["1.5", "1.5a", "1.5b"], id="it has a row of its own"
        ),
        pytest.param([SEEN, EXAM], ["1.4", "1.5"], id="a criterion without items"),
        pytest.param(["| I | Nhóm 1: Chuyển đổi số trong dạy, học | 100 | 73 |  |", SEEN], ["1", "1.4"], id="a group"),
    ],
)
def test_a_criterion_and_its_first_item_in_one_text(lines: list[str], expected: list[str]) -> None:
    assert [one for _, one in units(*lines)] == expected


def test_what_is_there_unsaid_has_the_words_of_the_row() -> None:
    (block,) = read(f"| 1.5 | {BOTH} | 20 | 12 |  |")
    assert [segment.text for segment in block.segments] == [BOTH, BOTH]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([SEEN, "|  | Tổng điểm | 100 | 73 |  |"], [("1", None)], id="of the criteria before it"),
        pytest.param([SEEN, "|  | Tổng điểm nhóm 2 | 100 | 73 |  |"], [("2", None)], id="as it says"),
        pytest.param(["|  | Tổng điểm | 100 | 73 |  |", SEEN], [(None, None)], id="before any criterion"),
        pytest.param([SEEN, "|  | Tổng điểm hai nhóm | 200 | 152 |  |"], [(None, None)], id="of all"),
        pytest.param(
            [SEEN, "|  | Tổng điểm | 100 | 73 |  |", "|  | Tổng điểm | 100 | 74 |  |"], [("1", None), (None, None)],
            id="a group is closed once",
        ),
        pytest.param(
            [SEEN, "|  | Tổng điểm | 100 | 73 |  |", "|  | Xếp loại | | Mức 2 |  |"], [("1", None), ("1", None)],
            id="its level may follow",
        ),
        pytest.param(
            [EXAM, SECOND, "|  | Cộng | 20 | 15 |  |", "|  | Tổng điểm | 100 | 73 |  |"], [("1", "1.5"), ("1", None)],
            id="of a criterion, by its maximum",
        ),
        pytest.param([SEEN, "|  | Cộng | 10 | 8 |  |"], [("1", None)], id="a criterion without items has none"),
        pytest.param([EXAM, SECOND, "|  | Cộng | 100 | 73 |  |"], [("1", None)], id="by the group's maximum"),
        pytest.param([EXAM, SECOND, "|  | Cộng | 20 | 100 |  |"], [("1", None)], id="both maxima: of the group"),
        pytest.param(
            ["| I | Chuyển đổi số trong dạy, học | 100 |  |  |", "|  | Tổng điểm | 20 | 15 |  |"], [("1", None)],
            id="below a group's title",
        ),
    ],
)  # fmt: skip
def test_whose_a_total_is(lines: list[str], expected: list[tuple[str | None, str | None]]) -> None:
    assert [(block.group, block.criterion) for block in read(*lines) if block.total is not None] == expected
