"""A row of column numbers under a heading, digital and spoiled by a picture."""

from __future__ import annotations

import pytest

from normalize.headings import heads_of
from parsers.document import Cell, Place, Table

HEADS = ("TT", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Xếp loại")
ROW = ("1.4", "Số lượng học liệu", "10", "8", "Mức 2")


def table(numbers: tuple[str, ...], confidence: float = 1.0) -> Table:
    rows = (HEADS, numbers, ROW, numbers)
    cells = (
        Cell(text, at, column, place=Place(), confidence=confidence if at % 2 else 1.0)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    )
    return Table(tuple(cells), Place())


@pytest.mark.parametrize(
    ("numbers", "confidence", "is_heading"),
    [
        pytest.param(("1.3", "Triển khai", "30", "(4)", "Mức 1"), 0.9, False, id="a row of the table"),
        pytest.param(("q1)", "(2)", "G)", "(4)", "(5)"), 1.0, False, id="odd signs in a digital file"),
        pytest.param(("(2)", "(1)", "x)", "", ""), 0.9, False, id="not in their places"),
        pytest.param(("(1)", "(2)", "(3)", "(4)", "(5)"), 1.0, True, id="digital"),
        pytest.param(("q1)", "(2)", "G)", "(4)", "(5)"), 0.9, True, id="spoiled in a picture"),
        pytest.param(("q1)", "(2)", "", "(4)", "(5)"), 0.9, True, id="spoiled and lost in a picture"),
    ],
)
def test_column_numbers_are_heading_on_every_page(
    numbers: tuple[str, ...], confidence: float, is_heading: bool
) -> None:
    _, rows = heads_of(table(numbers, confidence))
    assert rows == ({0, 1, 3} if is_heading else {0})
