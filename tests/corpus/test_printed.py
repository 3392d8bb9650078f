"""What a word processor leaves out of a print is seen before its truth is believed."""

import pytest

from corpus.paper import Grid, GridCell, Line, Paper, Section
from corpus.writers.canvas_pdf import write_canvas_pdf
from corpus.writers.printed import lost_letters

HEADS = (GridCell(("Tiêu chí",)), GridCell(("Điểm",)))
TABLE = Grid((HEADS, (GridCell(("Học liệu số",)), GridCell(("7",)))), (0.7, 0.3))
NESTED = Grid(((GridCell(nested=TABLE),),), (1.0,))


def paper_of(*blocks):
    return Paper((Section(blocks),))


@pytest.mark.parametrize(
    ("paper", "printed", "lost"),
    [
        pytest.param(paper_of(Line("Báo cáo"), TABLE), paper_of(Line("Báo cáo"), TABLE), 0, id="nothing is lost"),
        pytest.param(paper_of(TABLE), paper_of(Line("Trang 1"), TABLE), 0, id="more is printed than the paper has"),
        pytest.param(paper_of(NESTED), paper_of(NESTED), 0, id="a table inside a table is printed"),
        pytest.param(paper_of(Line("Báo cáo"), TABLE), paper_of(Line("Báo cáo")), 20, id="a table is lost"),
        pytest.param(paper_of(Line("cũ"), TABLE), paper_of(TABLE), 2, id="a word is lost"),
    ],
)  # fmt: skip
def test_letters_that_the_print_lacks_are_counted(tmp_path, paper, printed, lost):
    path = tmp_path / "print.pdf"
    write_canvas_pdf(printed, path)
    assert lost_letters(paper, path).total() == lost
