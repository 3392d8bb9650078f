"""Pages read from their picture: which ones, what a figure may be, and what is said where they cannot be read."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from parsers import pdf, photographs
from parsers.document import Box, Document, Place, Table
from parsers.failures import ProgramMissing, Scanned, Unreadable
from parsers.ocr import Ocr
from parsers.pdfium import opened, page_of
from parsers.raster.picture import PagePicture, Way
from parsers.raster.rendering import rendered
from parsers.scanned_cells import readings_of
from parsers.scanned_figures import Figure, figures_in
from parsers.scanned_page import turned_by_half
from parsers.scanned_signs import Mark, lines_in
from parsers.scanned_words import Word
from tests.parsers.pdf_kit import HEIGHT, WIDTH, ruled, write
from tests.parsers.pdf_kit import pdf as made

ROOT = Path(__file__).parents[2]
DPI = 200
TESSERACT = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
ROWS = [["TT", "Noi dung", "Diem"], ["1", "Ke hoach", "7"], ["2", "Hoc lieu so", "12"]]


def text(c: Canvas) -> None:
    write(c, 50, 100, "Trung tam giao duc thuong xuyen bao cao ket qua tu danh gia")


def table(c: Canvas) -> None:
    write(c, 50, 100, "Bao cao ket qua cua nha truong trong nam hoc nay nhu sau")
    ruled(c, ROWS, top=200)


def picture_of(data: bytes) -> bytes:
    """The first page as a PNG."""
    from PIL import Image

    with opened(data) as document, page_of(document, 0) as page:
        assert page is not None
        pixels = rendered(page, DPI).pixels
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG", dpi=(DPI, DPI))
    return buffer.getvalue()


def scan(c: Canvas) -> None:
    c.drawImage(ImageReader(io.BytesIO(picture_of(made(table)))), 0, 0, WIDTH, HEIGHT)


def signed_scan(c: Canvas) -> None:
    scan(c)
    write(c, 400, 40, "Ky boi: Truong")


def blank(c: Canvas) -> None:
    from PIL import Image

    c.drawImage(ImageReader(Image.new("L", (60, 80), 250)), 0, 0, WIDTH, HEIGHT)


def document(data: bytes, ocr: Ocr = Ocr.AUTO) -> Document:
    return pdf.read(data, "a.pdf", "0" * 64, ocr)


def the_cells(found: Document) -> list[str]:
    return [cell.text for block in found.blocks if isinstance(block, Table) for cell in block.cells]


def test_a_digital_file_pays_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made(text))
    script = "import sys, pathlib, parsers; parsers.read(pathlib.Path(sys.argv[1])); print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", script, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert {"cv2", "numpy", "parsers.scanned", "parsers.tesseract"} & set(run.stdout.split()) == set()


@pytest.mark.parametrize(
    ("data", "ocr", "failure"),
    [
        pytest.param(made(scan), Ocr.NEVER, Scanned, id="a scan that is not to be read"),
        pytest.param(made(scan), Ocr.AUTO, ProgramMissing, id="a scan without Tesseract"),
        pytest.param(made(signed_scan), Ocr.AUTO, ProgramMissing, id="a little text put on a scan is no report"),
        pytest.param(made(text), Ocr.ALWAYS, ProgramMissing, id="a digital page that is to be read from its picture"),
    ],
)
def test_what_cannot_be_read_says_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: bytes, ocr: Ocr, failure: type[Unreadable]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(failure):
        document(data, ocr)


def test_a_page_that_was_not_read_stays_a_doubt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = document(made(text, scan))
    assert found.doubts == (("page-without-text", Place(page=2)),)
    assert [block.place.page for block in found.blocks] == [1]


def test_a_picture_file_is_not_read_where_pictures_are_not_to_be() -> None:
    with pytest.raises(Scanned):
        photographs.read(picture_of(made(table)), "a.png", "0", Ocr.NEVER)


@TESSERACT
def test_a_scan_among_digital_pages_is_read_in_its_place() -> None:
    found = document(made(text, scan))
    assert found.doubts == ()
    assert the_cells(found)[3:] == ["1", "Ke hoach", "7", "2", "Hoc lieu so", "12"]
    (cell,) = (cell for block in found.blocks if isinstance(block, Table) for cell in block.cells if cell.text == "7")
    assert (cell.place.page, cell.readings[0][0]) == (2, "7")
    assert cell.place.box is not None
    assert 200 < cell.place.box.top < cell.place.box.bottom < 260
    assert 0.9 < cell.confidence <= 1


@TESSERACT
def test_a_picture_file_is_a_page() -> None:
    found = photographs.read(picture_of(made(table)), "a.png", "0")
    assert found.source == "png"
    assert the_cells(found)[3:] == ["1", "Ke hoach", "7", "2", "Hoc lieu so", "12"]


@TESSERACT
def test_a_blank_scan_holds_no_word() -> None:
    with pytest.raises(Scanned):
        document(made(blank))


FIGURES = ["7", "7,5", "10", "100", "1.3", "1.3.", "15/20", "85%", "-", "0", "29,5", "64", "x", "7đ"]


def test_figures_are_told_sign_by_sign() -> None:
    def draw(c: Canvas) -> None:
        for row, figure in enumerate(FIGURES):
            write(c, 50, 100 + 30 * row, figure)

    with opened(made(draw)) as opened_document, page_of(opened_document, 0) as page:
        assert page is not None
        pixels = rendered(page, DPI).pixels
    grey = pixels if pixels.ndim == 2 else pixels[:, :, 0]
    tops = [round((88 + 30 * row) * DPI / 72) for row in range(len(FIGURES))]
    found = figures_in([grey[top : top + 50, 100:300] for top in tops], DPI)
    assert [figure.readings[0][0] if figure else None for figure in found] == FIGURES
    assert all(figure.readings[0][1] > 0.5 for figure in found if figure)


def test_lines_are_told_by_the_paper_between_them() -> None:
    import numpy

    grey = numpy.full((120, 60), 250, numpy.uint8)
    grey[10:30, 5:15] = grey[50:70, 5:15] = grey[80:82, 5:12] = grey[90:95, 5:9] = 20
    assert lines_in(grey, DPI) == [(10, 30), (50, 70), (80, 82)], "two lines, a dash, and dust that is none"
    assert lines_in(grey[31:49], DPI) == []


def test_paper_holds_no_figure() -> None:
    import numpy

    assert figures_in([numpy.full((40, 80), 240, numpy.uint8), numpy.zeros((1, 1), numpy.uint8)], DPI) == [None, None]


def figure(*readings: tuple[str, float], likely: float = 0.97) -> Figure:
    return Figure(Mark(0, 0, 10, 10), 10, readings, likely)


def word(text: str, sure: float = 0.95) -> Word:
    return Word(text, 0, 0, 10, 10, 10, 15, sure, ())


@pytest.mark.parametrize(
    ("found", "before", "expected"),
    [
        pytest.param(figure(("1", 0.99)), [word("I")], [], id="a Roman numeral stays one"),
        pytest.param(figure(("7", 0.6)), [word("Mức")], [], id="a word stays one"),
        pytest.param(figure(("0", 0.95), likely=0.3), [word("c)", 0.5)], [], id="a letter with a bracket stays one"),
        pytest.param(figure((",.5", 0.9)), [], [], id="what no figure looks like is none"),
        pytest.param(figure(("7", 0.9), ("1", 0.1)), [], ["7", "1"], id="a lone digit that was lost is found"),
        pytest.param(figure(("35", 0.99)), [word("SA", 0.4)], ["35"], id="guessed letters are replaced"),
        pytest.param(figure(("✓", 0.9)), [word("Mức", 0.5)], [], id="letters are not taken for a tick"),
        pytest.param(
            figure(("7/7", 0.97)), [word("TỊT", 0.76)], ["7/7"], id="three digits beyond doubt outweigh letters"
        ),
        pytest.param(figure(("6", 0.6), ("8", 0.4)), [word("8")], ["8", "6"], id="two that look agree outweigh one"),
        pytest.param(figure(("6", 0.99), ("8", 0.01)), [word("8")], ["6", "8"], id="but not where that is sure"),
    ],
)
def test_what_a_cell_may_hold(found: Figure, before: list[Word], expected: list[str]) -> None:
    assert [reading for reading, _ in readings_of(found, before)] == expected


def test_a_page_the_other_way_up_has_its_way_back() -> None:
    import numpy

    shifts = (((0.0, 0.5), (1.0, 0.2)), ((0.1, 2.0), (0.3, 3.0)))
    way = Way((1.0, 0.1, 5.0, 0.0, 1.0, 7.0, 0.0, 0.0, 1.0), (0.0, 600.0), (0.0, 800.0), shifts)
    grey = numpy.full((800, 600), 255, numpy.uint8)
    page = PagePicture(grey, 72.0, (Box(10, 20, 110, 21),), way)
    turned = turned_by_half(page)
    assert turned.rulings == (Box(490, 779, 590, 780),)
    assert turned.way.point(600 - 30, 800 - 40) == pytest.approx(way.point(30, 40))
