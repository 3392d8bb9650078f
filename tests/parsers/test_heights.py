"""What the heights of rows and the place of text in them say of a row at a page break."""

from __future__ import annotations

import pytest

from parsers.document import Box
from parsers.heights import IN_MIDDLE, LOW, TOO_HIGH, Placed, heights_of, shows_cut
from parsers.lines import TextLine


def cell(column: int, height: float, above: float, lines: int = 1) -> Placed:
    """A cell whose text begins so far below its top."""
    texts = [TextLine("x", Box(0, above + 10 * n, 40, above + 10 * n + 10), 0, 10, ()) for n in range(lines)]
    return column, Box(0, 0, 50, height), tuple(texts)


def row(height: float, *, middle: bool) -> list[Placed]:
    """A row filled by the lines of its first cell, with a figure in the middle or at the top of the second."""
    lines = int((height - 6) // 10)
    return [cell(0, height, 3, lines), cell(1, height, (height - 10) / 2 if middle else 3)]


CENTRED = heights_of([row(height, middle=True) for height in (26, 36, 36, 46, 16)])
AT_TOP = heights_of([row(height, middle=False) for height in (26, 36, 36, 46, 16)])
SET = heights_of([[cell(0, 45, 3, 2), cell(1, 45, 3)], *([[cell(0, 45, 3), cell(1, 45, 3)]] * 3)])
TEXT_HIGH = heights_of([row(height, middle=False) for height in (26, 36, 36, 46, 16, 26)])
MERGED = heights_of([row(height, middle=False) for height in (26, 36, 36, 46, 16, 26)], merges=True)
EMPTY = cell(1, 30, 0, 0)


@pytest.mark.parametrize(
    ("heights", "upper", "lower", "shown"),
    [
        pytest.param(AT_TOP, cell(1, 36, 3), EMPTY, 0.0, id="text at the top shows nothing where all text is there"),
        pytest.param(CENTRED, cell(1, 16, 3), EMPTY, 0.0, id="a cell as high as its text shows nothing"),
        pytest.param(CENTRED, cell(1, 36, 3), cell(1, 36, 3), 0.0, id="two texts: the second may be the next row's"),
        pytest.param(CENTRED, cell(1, 36, 13), EMPTY, IN_MIDDLE, id="text in the middle of its row"),
        pytest.param(CENTRED, cell(1, 36, 3), EMPTY, LOW, id="text at the top where others are in the middle"),
        pytest.param(CENTRED, EMPTY, cell(1, 36, 21), LOW, id="text in the middle of a higher row"),
        pytest.param(SET, cell(1, 45, 3), cell(1, 45, 0, 0), 0.0, id="as high as rows are"),
        pytest.param(SET, cell(1, 20, 3), cell(1, 25, 0, 0), LOW, id="lower than any row may be"),
        pytest.param(TEXT_HIGH, cell(1, 20, 3), cell(1, 16, 3), 0.0, id="together hardly higher than their text"),
        pytest.param(MERGED, cell(1, 46, 3), cell(1, 36, 3), 0.0, id="merged cells may need such a height"),
        pytest.param(TEXT_HIGH, cell(1, 46, 3), cell(1, 36, 3), TOO_HIGH, id="together far higher than their text"),
    ],
)
def test_what_a_break_shows(heights, upper: Placed, lower: Placed, shown: float) -> None:
    assert shows_cut([(upper, lower)], heights) == shown


@pytest.mark.parametrize(
    ("rows", "lowest"),
    [
        pytest.param([row(16, middle=False)] * 4, None, id="rows as high as their text"),
        pytest.param([[cell(0, 45, 3)], [cell(0, 60, 3)], [cell(0, 75, 3)]], None, id="no two rows alike"),
        pytest.param([[cell(0, 45, 3, 2)], [cell(0, 45, 3)], [cell(0, 45, 3)], [cell(0, 66, 3, 6)]], 45.0, id="set"),
    ],
)
def test_a_height_is_set_where_several_rows_have_it_without_need(rows, lowest: float | None) -> None:
    assert heights_of(rows).lowest == lowest
