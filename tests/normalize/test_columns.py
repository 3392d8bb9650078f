"""Columns under heads that are easily mistaken."""

from dataclasses import replace

import pytest

from normalize.headings import Role, heads_of
from tests.grids import table_of
from tests.normalize.test_appendix import levels, read, scores

TITLES = (
    "Số lượng học liệu được số hóa",
    "Có tổ chức triển khai thi, kiểm tra trên phòng máy tính",
    "Phát triển nguồn nhân lực chuyển đổi số",
    "Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học",
)
IDS = ("1.4", "1.5", "1.6", "1.7")
MAXIMA = ("10", "20", "20", "20")
SCORES = ("8", "12", "19", "9")
LEVELS = (2, 2, 3, 1)
GROUP = "Chuyển đổi số trong dạy, học"


def table(heads: str, *columns: tuple[str, ...]) -> object:
    """A table of the four criteria with these columns after the titles."""
    rows = [
        "| " + " | ".join((IDS[at], TITLES[at], *(column[at] for column in columns))) + " |" for at in range(len(IDS))
    ]
    return table_of(*heads.split("\n"), *rows)


def ticks(level: int) -> tuple[str, ...]:
    return tuple("x" if one == level else "" for one in LEVELS)


OTHERS = tuple(str(int(score) - 1) for score in SCORES)
OVER = tuple(f"{score}/{maximum}" for score, maximum in zip(SCORES, MAXIMA, strict=True))
SHARES = tuple(f"{100 * int(score) // int(maximum)}%" for score, maximum in zip(SCORES, MAXIMA, strict=True))
UNDER = tuple(f"{maximum}/{score}" for score, maximum in zip(SCORES, MAXIMA, strict=True))


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        pytest.param("| TT | Tiêu chí | Tối đa | Đạt |", (MAXIMA, SCORES), id="Đạt is a score beside Tối đa"),
        pytest.param("| TT | Tiêu chí | Điểm | < |\n| ^ | ^ | Tối đa | Đạt |", (MAXIMA, SCORES), id="under one head"),
        pytest.param("| TT | Tiêu chí | Điểm đạt/Điểm tối đa |", (OVER,), id="score over maximum"),
        pytest.param("| TT | Tiêu chí | Điểm tối đa/Điểm đạt |", (UNDER,), id="maximum over score"),
        pytest.param(
            "| TT | Tiêu chí | Điểm tối đa | Tự đánh giá | Đánh giá của Sở |",
            (MAXIMA, SCORES, OTHERS),
            id="another's after",
        ),
        pytest.param(
            "| TT | Tiêu chí | Điểm tối đa | Đánh giá của Phòng | Tự đánh giá |",
            (MAXIMA, OTHERS, SCORES),
            id="another's before",
        ),
        pytest.param(
            "| TT | Tiêu chí | Điểm tối đa | Điểm năm học 2023-2024 | Điểm năm học 2024-2025 |",
            (MAXIMA, OTHERS, SCORES),
            id="last year's before",
        ),
        pytest.param(
            "| TT | Tiêu chí | Điểm tối đa | Điểm năm học 2024-2025 | Điểm năm học 2023-2024 |",
            (MAXIMA, SCORES, OTHERS),
            id="last year's after",
        ),
        pytest.param("| TT | Tiêu chí | Biểu điểm | Điểm đạt |", (MAXIMA, SCORES), id="Biểu điểm is the maximum"),
        pytest.param("| TT | Tiêu chí | Biểu\\nđiể\\nm | Điể\\nm đạt |", (MAXIMA, SCORES), id="Biểu điểm, broken"),
        pytest.param(
            "| TT | Tiêu chí | Tối đa | Điểm đạt | Tỷ lệ đạt |", (MAXIMA, SCORES, SHARES), id="shares of the maximum"
        ),
        pytest.param(
            "| TT | Tiêu chí | Điểm | < | < |\n| ^ | ^ | Tối đa | Đạt được | So tối đa |",
            (MAXIMA, SCORES, SHARES),
            id="shares known by their sign",
        ),
        pytest.param(
            "| TT | Tiêu chí | Tối đa | Điểm đạt | Điểm HĐ trường |",
            (MAXIMA, SCORES, OTHERS),
            id="the school's council's",
        ),
        pytest.param("| TT tiêu chí | Tiêu chí | Tối đa | Đạt |", (MAXIMA, SCORES), id="numbers of criteria"),
        pytest.param("| TT | Tiêu chí | Điể\\nm\\nTĐ | Điể\\nm tự\\nchấ\\nm |", (MAXIMA, SCORES), id="broken heads"),
        pytest.param(
            "| TT | Tiêu chí | Điểm tối đa\\nĐiểm đạt | < |", (MAXIMA, SCORES), id="heads of two columns in one cell"
        ),
    ],
)  # fmt: skip
def test_the_schools_own_score(heads: str, columns: tuple[tuple[str, ...], ...]) -> None:
    appendix = read(table(heads, *columns))  # type: ignore[arg-type]
    assert scores(appendix) == dict(zip(IDS, SCORES, strict=True))
    assert [one.stated_max and str(one.stated_max.value) for one in appendix.groups[0].criteria] == list(MAXIMA)


@pytest.mark.parametrize(
    "heads",
    [
        pytest.param("| TT | Tiêu chí | Điểm | Mức 1 | Mức 2 | Mức 3 |", id="by number"),
        pytest.param("| TT | Tiêu chí | Điểm | Mức độ | < | < |\n| ^ | ^ | ^ | 1 | 2 | 3 |", id="under one head"),
        pytest.param("| TT | Tiêu chí | Điểm | 1 | 2 | 3 |", id="figures alone"),
        pytest.param("| TT | Tiêu chí | Điểm | Chưa đáp ứng | Đáp ứng cơ bản | Đáp ứng tốt |", id="by name"),
    ],
)
def test_levels_ticked_in_columns(heads: str) -> None:
    appendix = read(table(heads, SCORES, ticks(1), ticks(2), ticks(3)))  # type: ignore[arg-type]
    assert levels(appendix) == dict(zip(IDS, LEVELS, strict=True))
    assert scores(appendix) == dict(zip(IDS, SCORES, strict=True))


def test_a_column_of_group_numbers_is_none_of_titles() -> None:
    rows = [f"| I | {IDS[at]} | {TITLES[at]} | {SCORES[at]} |" for at in range(len(IDS))]
    appendix = read(table_of("| Nhóm | STT | Tiêu chí | Điểm |", *rows))
    assert scores(appendix) == dict(zip(IDS, SCORES, strict=True))


@pytest.mark.parametrize(
    "row",
    [
        "| I | DẠY VÀ HỌC, KIỂM TRA | 100 | 48 |",
        "| 1 | Nhóm 1 | 100 | 48 |",
        "|  | Nhóm 1. Dạy và học | 100 | 48 |",
        "| I | Hoạt động của thầy và trò | 100 | 48 |",
    ],
)
def test_group_rows_with_titles_of_their_own(row: str) -> None:
    rows = [f"| {IDS[at]} | {TITLES[at]} | {MAXIMA[at]} | {SCORES[at]} |" for at in range(len(IDS))]
    group = read(table_of("| TT | Tiêu chí | Điểm tối đa | Điểm đạt |", row, *rows)).groups[0]
    assert (group.stated_max and group.stated_max.value, group.score and group.score.value) == (100, 48)


def test_scores_in_words_are_no_titles() -> None:
    words = ("tám", "mười hai", "mười chín", "chín")
    many = (words[0], "mười\\nhai", "mười chín", words[3])
    for column in (words, many):
        appendix = read(table("| TT | Tiêu chí | Tối đa | Điểm tự chấm |", MAXIMA, column))  # type: ignore[arg-type]
        assert set(scores(appendix)) == set(IDS)


@pytest.mark.parametrize(
    ("heads", "sure", "found"),
    [
        pytest.param("Mức 1 | Mứ c { | Mứ c 3", 1.0, {}, id="of a digital page nothing is guessed"),
        pytest.param("Mứ | Hạng | Mứ cảä 3", 0.9, {}, id="another word among them"),
        pytest.param("Mứ | Mức 1 | Mứ cảä 3", 0.9, {}, id="in no order"),
        pytest.param("Mứ | Mứ c2 | Mứ cảä 3", 0.9, {2: 1, 3: 2, 4: 3}, id="spoiled"),
        pytest.param("Mức 3 | Mú c | Mứ", 0.9, {2: 3, 3: 2, 4: 1}, id="from the highest down"),
    ],
)
def test_heads_of_levels_that_a_picture_spoiled_are_told_by_their_order(
    heads: str, sure: float, found: dict[int, int]
) -> None:
    ticked = table_of(
        "| TT | Tiêu chí | Mức độ | < | < | Điểm | Minh chứng |",
        f"| ^ | ^ | {heads} | ^ | ^ |",
        f"| 1.4 | {TITLES[0]} | | x | | 8 | Quyết định số 1/QĐ |",
    )
    ticked = replace(ticked, cells=tuple(replace(cell, confidence=sure) for cell in ticked.cells))
    told, _ = heads_of(ticked)
    levels = {at: head.level for at, head in told.items() if head.role is Role.TICK and head.level}
    assert (levels if len(levels) == 3 else {}) == found


@pytest.mark.parametrize(
    ("above", "heading"),
    [
        pytest.param("| BẢNG TỰ CHẤM ĐIỂM | < | < | < |", {0, 1}, id="a title is heading"),
        pytest.param("| Tổng điểm: | 200 | < | < |", {0, 1}, id="so is a remark with a figure"),
        pytest.param("| 1.7 | Hạ tầng, thiết bị | 20 | 12 |", {1}, id="a row of scores is not: said again"),
        pytest.param("| | - Có phòng studio | 5 | 4,5 |", {1}, id="nor is an item's"),
    ],
)
def test_rows_above_a_heading(above: str, heading: set[int]) -> None:
    rows = table_of(above, "| TT | Tiêu chí | Điểm tối đa | Điểm tự chấm |", "| 2.4 | Dịch vụ trực tuyến | 30 | 18 |")
    assert heads_of(rows)[1] == heading


@pytest.mark.parametrize(
    ("row", "sure", "heading"),
    [
        pytest.param("q) | (2) | G) | (4) | 6)", 1.0, [0], id="of a digital page nothing is guessed"),
        pytest.param("1.4 | Học liệu (2) | 10 | (8) | Mức 2", 0.9, [0], id="a row of figures"),
        pytest.param("x) | (2) | y) | v) | (-)", 0.9, [0], id="one number alone"),
        pytest.param("q) | (2) | G) | (4) | 6)", 0.9, [0, 1, 3], id="column numbers, there and printed again"),
    ],
)
def test_column_numbers_that_a_picture_spoiled_are_heading(row: str, sure: float, heading: list[int]) -> None:
    numbered = table_of(
        "| TT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Mức độ |",
        f"| {row} |",
        f"| 1.4 | {TITLES[0]} | 10 | 8 | Mức 2 |",
        "| (1) | 2) | (3) | q) | (5) |" if sure < 1 else "| x | x | x | x | x |",
    )
    cells = tuple(replace(cell, confidence=sure) for cell in numbered.cells if heading != [0] or cell.row < 3)
    assert sorted(heads_of(replace(numbered, cells=cells))[1]) == heading


def test_labels_without_a_head_between_groups_and_titles_are_no_points() -> None:
    rows = [
        f"| {GROUP if not at else '^'} | {IDS[at]} | {TITLES[at]} | {MAXIMA[at]} | {SCORES[at]} |" for at in range(4)
    ]
    told = read(table_of("| Tên nhóm | | Các tiêu chí | Điểm tối đa | Điểm đạt được |", *rows))
    assert scores(told) == dict(zip(IDS, SCORES, strict=True))
