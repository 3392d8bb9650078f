"""Plain text: paragraphs, tables in two forms, left-overs of web pages."""

from __future__ import annotations

import pytest

from parsers import text
from parsers.document import Table
from parsers.failures import TooLarge
from tests.parsers.wordfiles import shown


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("a\n\n  b  \r\nc", ["a", "b", "c"], id="a paragraph a line"),
        pytest.param("\tThụt đầu dòng\nb", ["Thụt đầu dòng", "b"], id="an indented line is no table"),
        pytest.param("a < b & c > d, 5 < 6", ["a < b & c > d, 5 < 6"], id="signs that are no tags"),
        pytest.param("* **Ưu điểm:** tốt **", ["* Ưu điểm: tốt"], id="bold marks go, others stay"),
        pytest.param("## II. Kết quả", ["II. Kết quả"], id="a heading mark"),
        pytest.param("<p>a</p><p>b &amp; c</p>", ["a", "b & c"], id="HTML around paragraphs"),
        pytest.param("1.1\tA\t10\n1.2\tB\t9\nhết", [[["1.1", "A", "10"], ["1.2", "B", "9"]], "hết"], id="a table"),
        pytest.param("1.1\tA\t10\n\n\n1.2\tB\t9", [[["1.1", "A", "10"], ["1.2", "B", "9"]]], id="gaps inside a table"),
        pytest.param(
            "TRƯỜNG X\tCỘNG HÒA\n\n1.1\tA\t10",
            [[["TRƯỜNG X", "CỘNG HÒA"]], [["1.1", "A", "10"]]],
            id="another width after a gap",
        ),
        pytest.param(
            "1.1\tA\t10\tMức 3\n\tB\t9", [[["1.1", "A", "10", "Mức 3"], ["", "B", "9", ""]]], id="lost last tabs"
        ),
        pytest.param(
            "\tmột phần\t\n1.2\tB\t9", [[["", "một phần", ""], ["1.2", "B", "9"]]], id="a row with one full cell"
        ),
        pytest.param("1\t<p>5</p> <p>6</p>\t7", [[["1", "5\n6", "7"]]], id="HTML paragraphs in a cell"),
        pytest.param(
            '1\t<ul style="a: b"><li>- x</li><li>y</li></ul>\t<BR/>', [[["1", "- x\ny", ""]]], id="an HTML list"
        ),
        pytest.param(
            '1\t<ul style="x"> - Quyết định số 9 - Kế hoạch năm 2022 - 2023\t',
            [[["1", "- Quyết định số 9\n- Kế hoạch năm 2022 - 2023", ""]]],
            id="a list that lost its line ends; a range of years is no item",
        ),
        pytest.param(
            "1\tTrung tâm GDNN - GDTX\tHải Phòng - Đà Nẵng",
            [[["1", "Trung tâm GDNN - GDTX", "Hải Phòng - Đà Nẵng"]]],
            id="a dash between names",
        ),
        pytest.param(
            "1\tPhát triển: - Tỷ lệ một - Tỷ lệ hai\t7",
            [[["1", "Phát triển:\n- Tỷ lệ một\n- Tỷ lệ hai", "7"]]],
            id="items after a colon",
        ),
        pytest.param(
            '1.1\t"dòng một\ndòng ""hai"""\t10',
            [[["1.1", 'dòng một\ndòng "hai"', "10"]]],
            id="a quoted field of two lines",
        ),
        pytest.param(
            '1.1\t"chưa đóng\n1.2\tB\t9',
            [[["1.1", '"chưa đóng', ""], ["1.2", "B", "9"]]],
            id="a quote that never closes",
        ),
        pytest.param(
            "| STT | Điểm |\n|---|:---:|\n| 1.1 | 10<br>9 |",
            [[["STT", "Điểm"], ["1.1", "10\n9"]]],
            id="a Markdown table",
        ),
        pytest.param("| a \\| b | c |", [[["a | b", "c"]]], id="a pipe that is text"),
        pytest.param("a|b", ["a|b"], id="a pipe in a line"),
        pytest.param(
            "dòng\x00 một có dấu\x0chai", ["dòng một có dấu", "hai"], id="control characters; a form feed ends a line"
        ),
    ],
)
def test_blocks(content: str, seen: list[object]) -> None:
    assert shown(text.read(content.encode(), "a.txt", "0")) == seen


def test_places() -> None:
    blocks = text.read(b"a\n1\t2\n3\t4\nb", "a.txt", "0").blocks
    assert [block.place.paragraph for block in blocks] == [1, None, 2]
    table = blocks[1]
    assert isinstance(table, Table)
    assert [(cell.place.table, cell.place.row) for cell in table.cells] == [(1, 1), (1, 1), (1, 2), (1, 2)]


def test_limits() -> None:
    with pytest.raises(TooLarge):
        text.read(b"a\t" * 500_000 + b"b", "a.txt", "0")
    with pytest.raises(TooLarge):
        text.read(b"a" * (text.MAX_BYTES + 1), "a.txt", "0")
