"""Tables of a DOCX: merged cells, wrappers, tables inside tables."""

from __future__ import annotations

import pytest

from parsers.document import Table
from tests.parsers.wordfiles import p, r, read, shown, tbl, tc, tr

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
ACROSS, ACROSS_ON = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
SCORES = tbl(*(tr(f"1.{number}", "Tiêu chí", "10", "9") for number in range(1, 5)))


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def cells_of(body: str) -> list[tuple[int, int, int, int, str]]:
    (table,) = (block for block in read(body).blocks if isinstance(block, Table))
    return [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in table.cells]


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        pytest.param(
            tbl(tr("a", "b"), tr("c", "d")),
            [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")],
            id="no merged cell",
        ),
        pytest.param(
            tbl(tr(tc("a", properties=span(2))), tr("c", "d")),
            [(0, 0, 1, 2, "a"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")],
            id="across columns",
        ),
        pytest.param(
            tbl(
                tr(tc("a", properties=RESTART), "b"),
                tr(tc("thừa", properties=CONTINUE), "d"),
                tr(tc(properties=CONTINUE), "f"),
            ),
            [(0, 0, 3, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "d"), (2, 1, 1, 1, "f")],
            id="down rows; what a continuation cell holds is not shown",
        ),
        pytest.param(
            tbl(tr(tc("a", properties=span(2) + RESTART), "b"), tr(tc(properties=span(2) + CONTINUE), "d"), tr(*"efg")),
            [(0, 0, 2, 2, "a"), (0, 2, 1, 1, "b"), (1, 2, 1, 1, "d")]
            + [(2, at, 1, 1, t) for at, t in enumerate("efg")],
            id="both ways",
        ),
        pytest.param(
            tbl(tr(tc("a", properties=RESTART)), tr(tc("b", properties=RESTART)), tr(tc(properties=CONTINUE))),
            [(0, 0, 1, 1, "a"), (1, 0, 2, 1, "b")],
            id="a merge that starts anew under another",
        ),
        pytest.param(
            tbl(tr(tc("a", properties=CONTINUE)), tr("b")),
            [(0, 0, 1, 1, "a"), (1, 0, 1, 1, "b")],
            id="a continuation of nothing is a cell",
        ),
        pytest.param(
            tbl(tr("a", "b"), tr("c", tc("d", properties=CONTINUE))),
            [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")],
            id="a continuation under a cell that is not merged",
        ),
        pytest.param(
            tbl(tr(tc("a", properties=ACROSS), tc(properties=ACROSS_ON), "b")),
            [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")],
            id="a column at which no cell begins is left out",
        ),
        pytest.param(
            tbl(tr(tc("a", properties=ACROSS), tc(properties=ACROSS_ON), "b"), tr("c", "d", "e")),
            [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d"), (1, 2, 1, 1, "e")],
            id="across columns in the old way",
        ),
        pytest.param(
            tbl(*[tr(text, "b", properties='<w:gridBefore w:val="1"/>') for text in "ac"]),
            [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "b")],
            id="an empty column before all rows is left out",
        ),
        pytest.param(
            tbl(tr("a", "b", "c"), tr("d", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')),
            [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (0, 2, 1, 1, "c"), (1, 1, 1, 1, "d")],
            id="a row that begins and ends inside the grid",
        ),
        pytest.param(
            tbl(tr("a"), tr("b", properties="<w:del/>"), tr("c", properties="<w:ins/>")),
            [(0, 0, 1, 1, "a"), (1, 0, 1, 1, "c")],
            id="a deleted and an inserted row",
        ),
        pytest.param(tbl(tr(tc("a", properties="<w:cellDel/>"), "b")), [(0, 0, 1, 1, "b")], id="a deleted cell"),
        pytest.param(
            tbl(control(tr("a", control(tc("b")), tc(control(p("c")))))),
            [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (0, 2, 1, 1, "c")],
            id="content controls around a row, a cell and a paragraph",
        ),
        pytest.param(control(tbl(tr("a"))), [(0, 0, 1, 1, "a")], id="a content control around a table"),
        pytest.param(
            tbl(tr(tc("a", properties=span(0)), tc("b", properties=span(-3)), tc("c", properties=span(10**6)))),
            [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (0, 2, 1, 1, "c")],
            id="spans that cannot be",
        ),
        pytest.param(
            tbl(tr(tc("a", "b", p(), "c"))),
            [(0, 0, 1, 1, "a\nb\n\nc")],
            id="a line a paragraph, blank ones between them too",
        ),
        pytest.param(tbl(tr(tc(p(), "5", p()))), [(0, 0, 1, 1, "\n5")], id="blank lines before, none after"),
        pytest.param(
            tbl(tr(tc("a", tbl(tr("x", "5"), tr("y", "6")), p()), "b", "c")),
            [(0, 0, 1, 1, "a\nx\t5\ny\t6"), (0, 1, 1, 1, "b"), (0, 2, 1, 1, "c")],
            id="a small table in a cell is lines of it",
        ),
        pytest.param(
            tbl(tr(tc(tbl(tr("x"), tr("y"))), "b", "c")),
            [(0, 0, 1, 1, "x\ny"), (0, 1, 1, 1, "b"), (0, 2, 1, 1, "c")],
            id="a list laid out as a table in a cell",
        ),
    ],
)
def test_cells(table: str, cells: list[tuple[int, int, int, int, str]]) -> None:
    assert cells_of(table) == cells


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        pytest.param(tbl(), [], id="a table without rows"),
        pytest.param(
            tbl(tr(tc("a", SCORES, p("Cộng")))),
            [
                "a",
                [
                    ["1.1", "Tiêu chí", "10", "9"],
                    ["1.2", "Tiêu chí", "10", "9"],
                    ["1.3", "Tiêu chí", "10", "9"],
                    ["1.4", "Tiêu chí", "10", "9"],
                ],
                "Cộng",
            ],
            id="a frame around everything is not there",
        ),
        pytest.param(
            tbl(tr("TRƯỜNG X", "CỘNG HÒA"), tr(tc(SCORES, properties=span(2)))),
            [
                "TRƯỜNG X",
                "CỘNG HÒA",
                [
                    ["1.1", "Tiêu chí", "10", "9"],
                    ["1.2", "Tiêu chí", "10", "9"],
                    ["1.3", "Tiêu chí", "10", "9"],
                    ["1.4", "Tiêu chí", "10", "9"],
                ],
            ],
            id="a page laid out as a table",
        ),
        pytest.param(tbl(tr(tc(tbl(tr(tc(tbl(tr("a", "b", "c")))))))), [[["a", "b", "c"]]], id="frames inside frames"),
    ],
)
def test_layout_tables_are_opened(body: str, seen: list[object]) -> None:
    assert shown(read(body)) == seen


def test_a_line_break_makes_a_line_of_the_cell() -> None:
    (table,) = read(tbl(tr(tc(p("<w:r><w:t>5</w:t><w:br/><w:t>6</w:t></w:r>", r(" đ")))))).blocks
    assert isinstance(table, Table)
    assert [line.text for line in table.cells[0].lines] == ["5", "6 đ"]
