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
from parsers.scanned_page import turned_by_half
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


def test_a_page_the_other_way_up_has_its_way_back() -> None:
    import numpy

    shifts = (((0.0, 0.5), (1.0, 0.2)), ((0.1, 2.0), (0.3, 3.0)))
    way = Way((1.0, 0.1, 5.0, 0.0, 1.0, 7.0, 0.0, 0.0, 1.0), (0.0, 600.0), (0.0, 800.0), shifts)
    grey = numpy.full((800, 600), 255, numpy.uint8)
    page = PagePicture(grey, 72.0, (Box(10, 20, 110, 21),), way)
    turned = turned_by_half(page)
    assert turned.rulings == (Box(490, 779, 590, 780),)
    assert turned.way.point(600 - 30, 800 - 40) == pytest.approx(way.point(30, 40))
