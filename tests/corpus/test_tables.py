"""The truth of tables, and when a table that was read agrees with it."""

import pytest

from corpus.paper import Grid, GridCell, Line, Paper, Section
from corpus.tables import adjacency, exact, first_difference, paired, shown, tables_of


def cells(*rows):
    """Cells of span one from rows of texts."""
    return [(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row)]


def paper(*blocks):
    return Paper((Section(tuple(blocks)),))


def grid(*rows, **more):
    made = tuple(tuple(None if text is None else GridCell((text,)) for text in row) for row in rows)
    return Grid(made, (1.0,) * len(rows[0]), **more)


def test_what_only_sets_text_side_by_side_is_no_table():
    assert tables_of(paper(Line("x"), grid(["a", "b"], role="frame")), "docx") == []


def test_a_merged_cell_stands_once_and_empty_cells_stand():
    wide = GridCell(("a", "b"), column_span=2)
    (table,) = tables_of(paper(Grid(((wide, None), (GridCell(), GridCell(("c",)))), (1.0, 1.0), role="score")), "docx")
    assert table["cells"] == [[0, 0, 1, 2, "a b"], [1, 0, 1, 1, ""], [1, 1, 1, 1, "c"]]
    assert (table["role"], table["nested"], table["rows"], table["columns"]) == ("score", False, 2, 2)


def test_a_table_in_a_frame_is_the_table():
    outer = Grid(((GridCell(nested=grid(["a"], role="score")),),), (1.0,), role="frame")
    assert [(t["role"], t["nested"]) for t in tables_of(paper(outer), "pdf")] == [("score", True)]


@pytest.mark.parametrize(
    ("kind", "texts"), [("docx", ["1.1.", "1.2."]), ("pdf", ["1.1.", "1.2."]), ("pdf2", ["1.1.", "1.3."])]
)
def test_numbers_are_those_that_the_format_shows(kind, texts):
    rows = tuple((GridCell((text,), counted="1.%1."),) for text in ("1.1.", "1.3."))
    (table,) = tables_of(paper(Grid(rows, (1.0,))), kind)
    assert [cell[4] for cell in table["cells"]] == texts


@pytest.mark.parametrize(
    ("truth", "read", "same"),
    [
        pytest.param("điểm tối đa", "điểm\ntối đa", True, id="a line break is a space"),
        pytest.param("12/KH-THCS", "12/KH-\nTHCS", True, id="a line breaks after a hyphen too"),
        pytest.param("Trường", "Trườn\ng", True, id="and within a word that is too wide"),
        pytest.param("a  b", " a b\n", True, id="spaces are folded"),
        pytest.param("e\u0302", "ê", True, id="letters are composed"),
        pytest.param("✓", "x", True, id="one mark is as good as another"),
        pytest.param("2023–2024", "2023-2024", True, id="and one dash"),
        pytest.param("12/KH-THCS", "12/KH- THCS", False, id="a space that is not there"),
        pytest.param("điểm tối", "điểmtối", False, id="a space that is lost"),
        pytest.param("7", "", False, id="a text that is lost"),
        pytest.param("", "7", False, id="a text too many"),
        pytest.param("a", "A", False, id="letter case counts"),
    ],
)
def test_texts_are_compared(truth, read, same):
    assert exact(cells([truth]), cells([read])) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param([(0, 0, 2, 1, "a"), (2, 0, 1, 1, "b")], cells(["a"], ["b"]), True, id="a row"),
        pytest.param([(0, 0, 1, 2, "a"), (1, 0, 1, 2, "b")], cells(["a"], ["b"]), True, id="a column"),
        pytest.param([(0, 0, 2, 1, "a"), (0, 1, 1, 1, ""), (1, 1, 1, 1, "")], cells(["a", ""]), False, id="begun"),
    ],
)
def test_what_begins_no_cell_is_not_counted(one, other, same):
    assert exact(one, other) is exact(other, one) is same


def test_without_spaces_no_space_is_looked_at():
    assert exact(cells(["12/KH-THCS"]), cells(["12/KH- THCS"]), spaces=False)


@pytest.mark.parametrize(
    ("truth", "read", "difference"),
    [
        pytest.param(cells(["a", "b"]), cells(["a", "b"]), None, id="equal"),
        pytest.param(cells(["a", "b"]), cells(["a", "c"]), ("row 0, column 1", "“b”", "“c”"), id="text"),
        pytest.param(
            [(0, 0, 2, 1, "a"), *cells(["", "b"], ["", "c"])[1::2]],
            cells(["a", "b"], ["", "c"]),
            ("row 0, column 0", "2×1 “a”", "“a”"),
            id="span",
        ),
        pytest.param(cells(["a"], ["b"]), cells(["a"]), ("row 1, column 0", "“b”", ""), id="a cell too few"),
        pytest.param(cells(["a"]), cells(["a", ""]), ("row 0, column 1", "", "“”"), id="a cell too many"),
    ],
)
def test_the_first_difference_is_told(truth, read, difference):
    assert first_difference(truth, read) == difference


@pytest.mark.parametrize(
    ("truth", "read", "counts"),
    [
        pytest.param(cells(["a", "b"], ["c", "d"]), cells(["a", "b"], ["c", "d"]), (4, 4, 4), id="a square has four"),
        pytest.param(cells(["a", "b"], ["c", "d"]), cells(["A", "b"], ["c", "d "]), (4, 4, 4), id="case and spaces"),
        pytest.param(cells(["a", "b"], ["c", "d"]), cells(["a", "b"], ["c", "x"]), (2, 4, 4), id="one text wrong"),
        pytest.param(cells(["a", "b"]), [], (0, 1, 0), id="nothing read"),
        pytest.param(cells(["a", "", "b"]), cells(["a", "b"]), (0, 1, 1), id="a blank between counts"),
        pytest.param(
            [(0, 0, 2, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "c")],
            cells(["a", "b"], ["", "c"]),
            (2, 3, 2),
            id="a merged cell borders on both rows",
        ),
    ],
)
def test_neighbourhoods_are_counted(truth, read, counts):
    assert adjacency(truth, read) == counts


def test_tables_are_paired_by_what_stands_in_them():
    truths = [{"cells": cells(["a", "b"])}, {"cells": cells(["c", "d"])}, {"cells": cells(["e"])}]
    reads = [cells(["c", "x"]), cells(["y"]), cells(["a", "b"])]
    pairs, left = paired(truths, reads)
    assert [pair.read for pair in pairs] == [reads[2], reads[0], None]
    assert left == [reads[1]]


TITLED = [(0, 0, 1, 2, "Bảng điểm"), *[(r + 1, *cell) for r, *cell in cells(["a", "b"], ["", ""], ["c", "d"])]]


@pytest.mark.parametrize(
    ("ruling", "texts"),
    [
        pytest.param("full", ["Bảng điểm", "a", "b", "", "", "c", "d"], id="lines show every row"),
        pytest.param("rows", ["Bảng điểm", "a", "b", "", "", "c", "d"], id="lines between rows do so too"),
        pytest.param("none", ["a", "b", "c", "d"], id="without lines a title and an empty row are none of the table"),
    ],
)
def test_a_page_shows_only_what_lines_or_texts_tell(ruling, texts):
    assert [cell[4] for cell in shown(TITLED, ruling)] == texts
