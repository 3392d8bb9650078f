"""What is written to disk holds what the truth says."""

import json
from decimal import Decimal
from io import BytesIO

import docx
import pytest

from corpus.generate import Order, generate
from corpus.layouts.named import LAYOUTS
from corpus.paper import Grid, GridCell, Line, Paper, Section
from corpus.writers.strip import Setter, laid, pages_of


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    out = tmp_path_factory.mktemp("corpus")
    generate(Order(out, 24, 11, ("docx",), jobs=1))
    return out, json.loads((out / "truth.json").read_text(encoding="utf-8"))


def texts_of(path):
    """All text of the body, nested tables too, a cell once; then that of the files inside the file."""
    document = docx.Document(path)
    parts = [part for part in document.part.package.iter_parts() if part.partname.startswith("/word/afchunk")]
    own = [
        t.text or ""
        for t in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    ]
    return [*own, *(text for part in parts for text in texts_of(BytesIO(part.blob)))]


def test_a_seed_gives_the_same_truth_again(written, tmp_path):
    _, truth = written
    generate(Order(tmp_path, 24, 11, ("docx",), jobs=2))
    assert json.loads((tmp_path / "truth.json").read_text(encoding="utf-8")) == truth


def test_every_figure_of_the_truth_stands_in_the_file(written):
    out, truth = written
    for report in truth["reports"]:
        text = "\n".join(texts_of(str(out / "reports" / report["file"])))
        wanted = {score for row in report["rows"] for score in row["score"] if "" not in row["score"]}
        words = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
        for score in wanted:
            number = Decimal(score)
            spoken = words[int(number)] if number <= 10 and number == int(number) else score
            assert score in text or score.replace(".", ",") in text or spoken in text, (report["file"], score)


def test_a_report_has_at_most_the_findings_of_its_mistakes(written):
    for report in written[1]["reports"]:
        assert bool(report["expected"]) == bool(report["mistakes"])


def test_second_producer_writes_pdfs_that_open(tmp_path):
    import pypdfium2

    generate(Order(tmp_path, 3, 5, ("pdf2",), layouts=tuple(layout.__name__ for layout in LAYOUTS[:5]), jobs=1))
    for path in sorted((tmp_path / "reports").glob("*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            text = "".join(page.get_textpage().get_text_bounded() for page in document)
        assert "CỘNG HÒA" in text


def strip_of(*blocks, spacing=0):
    setter = Setter(Paper((), size=10.0, table_size=10.0, spacing=spacing), lambda text, _, size: len(text) * size / 2)
    return laid(blocks, 200.0, setter)


def test_cutting_into_pages_loses_no_line_and_cuts_none():
    cells = tuple((GridCell((f"r{n} a b c d e f g h i j",)), GridCell(("x",))) for n in range(40))
    strip = strip_of(Line("before"), Grid(cells, (1.0, 1.0)), Line("after"))
    pages = pages_of(strip, 101.0)
    assert sorted(t.text for page in pages for t in page.texts) == sorted(t.text for t in strip.texts)
    assert all(t.top >= 0 and t.bottom <= 101.01 for page in pages for t in page.texts)


def test_a_repeated_heading_stands_on_every_page_of_its_table():
    cells = ((GridCell(("HEAD",)),), *((GridCell((f"row {n}",)),) for n in range(30)))
    grid = Grid(cells, (1.0,), heading_rows=1, repeat_heading=True)
    pages = pages_of(strip_of(grid), 120.0)
    assert len(pages) > 2
    assert all(sum(t.text == "HEAD" for t in page.texts) == 1 for page in pages)


def test_a_merged_cell_is_drawn_on_both_pages_that_it_reaches():
    rows = [
        (GridCell(("merged",), row_span=20), GridCell(("0",))),
        *((None, GridCell((str(n),))) for n in range(1, 20)),
    ]
    pages = pages_of(strip_of(Grid(tuple(rows), (1.0, 1.0))), 120.0)
    assert all(any(box.x0 == 0 for box in page.boxes) for page in pages)


def test_sections_keep_their_page_size(tmp_path):
    from corpus.writers.docx import write_docx

    upright, wide = Section((Line("a"),)), Section((Line("b"),), 841.9, 595.3)
    write_docx(Paper((upright, wide)), tmp_path / "x.docx")
    sizes = [round(s.page_width.pt) for s in docx.Document(str(tmp_path / "x.docx")).sections]
    assert sizes == [595, 842]
