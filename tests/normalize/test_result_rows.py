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
