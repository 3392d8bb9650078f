"""Rows of tables without rulings: the cheapest division of their lines."""

from __future__ import annotations

import pytest

from parsers.document import Box
from parsers.lines import TextLine
from parsers.row_search import Piece, divided, setting_of

LEFT, WIDE = (0.0, 40.0, 240.0), (30.0, 190.0, 20.0)  # where columns begin, how far they go
FULL = "words up to the end"


def piece(column: int, base: float, text: str) -> Piece:
    width = WIDE[column] if text.endswith(FULL) else 5.0 * len(text)
    box = Box(LEFT[column], base - 8, LEFT[column] + width, base + 2)
    return Piece(column, column, TextLine(text, box, base, 10.0, ()), text.isdigit())


def rows_of(*lines: tuple[float, str, str, str]) -> list[list[int]]:
    """Which of the lines, each a height and three texts, make up each row."""
    layers = [[piece(n, base, text) for n, text in enumerate(texts) if text] for base, *texts in lines]
    return [list(row) for row in divided(layers, setting_of(layers, frozenset()))]


PLAIN = [(20.0 * n, f"1.{n}", "A short title", str(n)) for n in range(6)]
TWO_LINES = [
    line
    for n in range(5)
    for line in ((40.0 * n, "a", f"A title with {FULL}", str(n)), (40.0 * n + 13, "", "and a rest", ""))
]
CENTRED = [
    line
    for n in range(5)
    for line in (
        (40.0 * n, "", f"A title with {FULL}", ""),
        (40.0 * n + 7, "b", "", "5"),
        (40.0 * n + 13, "", "Rest", ""),
    )
]
CLOSE = [(13.0 * n, f"1.{n}", "A short title", str(n)) for n in range(6)]
NAMES = [(13.0 * n, ("Group" if n % 3 == 0 else "Name"), "", ("" if n % 3 == 0 else str(n))) for n in range(9)]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        pytest.param(PLAIN, [[n] for n in range(6)], id="a line is a row"),
        pytest.param(CLOSE, [[n] for n in range(6)], id="rows as close as the lines of a cell"),
        pytest.param(NAMES, [[n] for n in range(9)], id="names of groups stand alone above their rows"),
        pytest.param(TWO_LINES, [[n, n + 1] for n in range(0, 10, 2)], id="titles of two lines"),
        pytest.param(CENTRED, [[n, n + 1, n + 2] for n in range(0, 15, 3)], id="figures beside the middle of titles"),
        pytest.param(
            [*PLAIN[:3], (53.0, "", "and more of it", ""), (73.0, "1.3", "A title", "3")],
            [[0], [1], [2, 3], [4]],
            id="a small letter goes on, though there was room",
        ),
    ],
)
def test_lines_are_divided_into_rows(lines, rows) -> None:
    assert rows_of(*lines) == rows
