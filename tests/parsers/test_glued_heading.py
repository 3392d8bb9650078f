"""A repeated heading without a line under it, above the rest of a row that the page break cut."""

from __future__ import annotations

import pytest

from parsers.document import Box
from parsers.glued_heading import with_heading_apart
from parsers.lines import TextLine
from parsers.parts import PartCell, TablePart

HEADS = (["STT"], ["Điểm", "đạt"])


def line(text: str, top: float) -> TextLine:
    return TextLine(text, Box(0, top, 40, top + 10), top + 8, 10, ())


def part(*rows: tuple[list[str], ...]) -> TablePart:
    """A part whose cells have their lines 12 points apart from the top of the row, at a height of 100 points a row."""
    cells = [
        PartCell(row, column, 1, 1, Box(50 * column, 100 * row, 50 * column + 50, 100 * row + 100),
                 tuple(line(text, 100 * row + 12 * at) for at, text in enumerate(texts)))
        for row, columns in enumerate(rows)
        for column, texts in enumerate(columns)
    ]  # fmt: skip
    return TablePart((0, 50, 100), tuple(100.0 * at for at in range(len(rows) + 1)), tuple(cells))


FIRST = part(HEADS, (["1"], ["7"]))


def texts(found: TablePart) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, cell.text) for cell in found.cells]


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(part(HEADS, (["2"], ["8"])), id="the heading alone"),
        pytest.param(part((["2"], ["8"])), id="no heading"),
        pytest.param(part((["STT"], ["Điểm", "chấm", "8"])), id="other words"),
        pytest.param(part((["STT", "2"], ["Điểm", "đạt", "8"])), id="heads that reach down differently"),
    ],
)
def test_what_stays_as_it_is(after: TablePart) -> None:
    assert with_heading_apart(FIRST, after) is after


def test_a_first_row_without_text_is_no_heading() -> None:
    after = part((["1"], ["7"]), (["2"], ["8"]))
    assert with_heading_apart(part(([], []), (["0"], ["5"])), after) is after


def test_the_rest_of_a_cut_row_is_a_row_of_its_own() -> None:
    after = part((["STT", "", "2"], ["Điểm", "đạt", "8"]), (["3"], ["9"]))
    cells = [cell._replace(lines=tuple(one for one in cell.lines if one.text)) for cell in after.cells]
    found = with_heading_apart(FIRST, after._replace(cells=tuple(cells)))
    assert texts(found) == [(0, 0, "STT"), (0, 1, "Điểm\nđạt"), (1, 0, "2"), (1, 1, "8"), (2, 0, "3"), (2, 1, "9")]
    assert (found.rows, len(found.ys)) == (3, 4)
