"""Rows of small tables that give a group's result."""

from __future__ import annotations

from decimal import Decimal

import pytest

from normalize import criteria_file
from normalize.passages import Passage
from normalize.result_rows import read_rows
from parsers.document import Place

CRITERIA = criteria_file.load("4725-2022")


@pytest.mark.parametrize(
    ("text", "where", "found"),
    [
        pytest.param("73 điểm", "text", [], id="no row"),
        pytest.param("Nhóm 1: 73 điểm", "text", [], id="a sentence"),
        pytest.param("Nhóm 1 | Mức 2", "text", [], id="no figure"),
        pytest.param("Nhóm 1 | 73 điểm", "appendix", [], id="the score table's own"),
        pytest.param("Nhóm 1 | 73 điểm", "text", [("1", 73, False)], id="two cells"),
        pytest.param("Nhóm 1 | 73 điểm | Mức 2", "text", [("1", 73, False)], id="three cells"),
        pytest.param("Nhóm 1 | 73 điểm", "closing", [("1", 73, True)], id="behind the score table"),
    ],
)
def test_a_groups_result_in_a_row(text: str, where: str, found: list[tuple[str, int, bool]]) -> None:
    statements, rest = read_rows([Passage(text, Place(table=3, row=2), where)], CRITERIA, "2022-2023")
    assert [(one.group, one.score and one.score.value, one.after_table) for one in statements] == [
        (group, Decimal(score), after) for group, score, after in found
    ]
    assert len(rest) == (0 if found else 1)


Told = list[tuple[str, int, int | None]]


def told(*rows: str, year: str | None = "2022-2023") -> Told:
    """Group, score and level of the rows; each row's place is the table's."""
    passages = [Passage(text, Place(table=3, row=number), "text") for number, text in enumerate(rows, 1)]
    statements, _ = read_rows(passages, CRITERIA, year)
    return [
        (one.group, int(one.score.value), one.level and one.level.value)
        for one in statements
        if one.score is not None and one.score.value is not None
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(("Nhóm 1 | 100 | 73 | Mức 2",), [("1", 73, 2)], id="the maximum beside it"),
        pytest.param(("Nhóm 1 | 100 | 100",), [("1", 100, None)], id="all of the maximum"),
        pytest.param(("Nhóm 1 | 73 | 72",), [], id="two figures"),
        pytest.param(("Nhóm 1 | 173",), [], id="more than the maximum"),
        pytest.param(("Nhóm 1 và nhóm 2 | 73",), [], id="two groups"),
        pytest.param(("Tiêu chí 1.3. Phần mềm dạy học nhóm 1 | 73",), [], id="a criterion's row"),
        pytest.param(("1.3 | Chuyển đổi số trong dạy, học | 100 | 73",), [], id="the number of a criterion"),
        pytest.param(("Nhóm 1 | 73 | Mức độ rất cao và rất tốt, đáp ứng mức 2 trở lên",), [("1", 73, None)],
                     id="a long sentence is no level"),
        pytest.param(("Nội dung | Điểm tối đa | Điểm đạt | Mức độ", "Nhóm 1 | 100 | 73 | 2"), [("1", 73, 2)],
                     id="columns by their heads"),
        pytest.param(("Nội dung | Điểm đạt | Điểm tối đa", "Nhóm 1 | 73 | 100", "Nhóm 2 | 64 | 100"),
                     [("1", 73, None), ("2", 64, None)], id="the score before the maximum"),
        pytest.param(("Nội dung | Điểm tự đánh giá | Điểm thẩm định", "Nhóm 1 | 73 | 70"), [("1", 73, None)],
                     id="another's score beside it"),
        pytest.param(("Nội dung | Năm học 2021-2022 | Năm học 2022-2023", "Nhóm 1 | 60 | 73"), [("1", 73, None)],
                     id="last year's beside it"),
        pytest.param(("Nội dung | Điểm đạt | Mức độ", "Nhóm 1 | – | 2"), [], id="a head, and no figure under it"),
        pytest.param(("Nội dung | Điểm đạt | Mức độ", "Nhóm 1 | 73"), [("1", 73, None)],
                     id="heads of another number of cells"),
        pytest.param(("Kết quả năm học 2021-2022", "Nhóm 1 | 60 | Mức 1"), [], id="a table of last year"),
        pytest.param(("Kết quả năm học 2022-2023", "Nhóm 1 | 73 | Mức 2"), [("1", 73, 2)], id="a table of this year"),
        pytest.param(("Kết quả năm học 2021-2022", "", "Nhóm 1 | 60 | Mức 1"), [], id="an empty line between"),
        pytest.param(("Kết quả năm học 2021-2022", "Năm nay:", "Nhóm 1 | 73 | Mức 2"), [("1", 73, 2)],
                     id="another line between"),
    ],
)  # fmt: skip
def test_rows_of_a_table_of_results(rows: tuple[str, ...], found: Told) -> None:
    assert told(*rows) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param((2, 2, 2), [("1", Decimal(73))], id="cells of one row"),
        pytest.param((2, 3, 3), [], id="cells of other rows"),
    ],
)
def test_cells_that_came_apart_are_one_row_again(rows: tuple[int, ...], found: list[tuple[str, Decimal]]) -> None:
    texts = zip(("Nhóm 1", "73", "Mức 2"), rows, strict=True)
    passages = [Passage(text, Place(table=3, row=row), "text") for text, row in texts]
    statements, _ = read_rows(passages, CRITERIA, None)
    assert [(one.group, one.score and one.score.value) for one in statements] == found
