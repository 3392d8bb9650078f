"""Scans and photos of reports: the same seed gives the same file, and every point's way is told rightly."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import cv2
import numpy
import pytest
from numpy.random import default_rng
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from corpus.scans.judge import judge, overlap, told, wrong
from corpus.scans.pack import printed_as
from corpus.scans.scan import scanned
from corpus.scans.warp import course_of, warped
from corpus.scans.wear import KINDS, Wear, wear_of
from corpus.truth_file import write_truths
from parsers.document import Box


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("print") / "bao-cao.pdf"
    canvas = Canvas(str(path), pagesize=(200, 260), invariant=1)
    for _ in range(2):
        canvas.grid([20, 100, 180], [60, 120, 240])
        canvas.drawString(30, 100, "10")
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_file(printed: Path, tmp_path: Path, kind: str) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        done = scanned(printed, kind, "5", tmp_path / name)
        made.append((_undated((tmp_path / name / done.file).read_bytes()), done))
    assert made[0] == made[1]


def _undated(data: bytes) -> bytes:
    """The bytes without the time of writing, which some writers of PDF put in."""
    return re.sub(rb"D:\d{14}|/ID ?\[.*?\]", b"", data)


@pytest.mark.parametrize(
    "wear",
    [
        pytest.param(Wear(), id="nothing happens to it"),
        pytest.param(Wear(skew=3.0), id="askew on the glass"),
        pytest.param(Wear(desk=True, aslant=0.06, skew=3.0), id="aslant on a desk"),
        pytest.param(Wear(curl=5.0, skew=1.0), id="curled"),
    ],
)
@pytest.mark.parametrize("turn", range(4))
def test_a_point_is_where_its_way_leads(wear: Wear, turn: int) -> None:
    page = numpy.full((300, 240, 3), 255, numpy.uint8)
    cv2.circle(page, (170, 90), 4, (0, 0, 0), -1)
    course = course_of(page, wear, turn, default_rng(3))
    ground = numpy.full((course.size[1], course.size[0], 3), 255, numpy.uint8)
    ys, xs = numpy.nonzero(warped(page, course, ground)[:, :, 0] < 128)
    assert course.points([(170, 90)])[0] == pytest.approx((xs.mean(), ys.mean()), abs=0.7)


@pytest.mark.parametrize(
    ("file", "ending", "pages"),
    [("pdf", ".pdf", None), ("tiff", ".tiff", 2), ("png", ".pdf", None)],
    ids=["a PDF of pictures", "all pages in one TIFF", "a PNG holds one page only, so two pages are a PDF"],
)
def test_a_scan_is_written_as_asked(
    printed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, ending: str, pages: int | None
) -> None:
    monkeypatch.setattr("corpus.scans.scan.wear_of", lambda kind, rng: Wear(file=file, dpi=72))
    done = scanned(printed, "scan", "1", tmp_path)
    assert Path(done.file).suffix == ending
    if pages:
        with Image.open(tmp_path / done.file) as image:
            assert getattr(image, "n_frames", 1) == pages


def test_photographs_lie_in_a_folder_one_a_page(printed: Path, tmp_path: Path) -> None:
    done = scanned(printed, "photo-pages", "1", tmp_path)
    folder = tmp_path / "bao-cao"
    assert done.file in {f"bao-cao/{path.name}" for path in folder.iterdir()}
    assert [path.suffix for path in folder.iterdir()] == [".jpg", ".jpg"]


def test_levels_differ_in_what_they_hold() -> None:
    office = [wear_of("scan", Random(n)) for n in range(50)]
    assert not any(wear.stamp or wear.desk or wear.turns != (0,) for wear in office)
    assert max(wear.skew for wear in office) <= 1.0


def test_only_scans_are_printed_first() -> None:
    assert printed_as("docx", 3) == "docx"
    assert {printed_as("photo", n) for n in range(20)} == {"pdf", "pdf2"}


def test_a_page_is_judged_beside_its_print(printed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.scans.scan.wear_of", lambda kind, rng: Wear(dpi=150, skew=1.0))
    (tmp_path / "reports").mkdir()
    (tmp_path / "prints").mkdir()
    (tmp_path / "prints" / printed.name).write_bytes(printed.read_bytes())
    done = scanned(printed, "scan", "2", tmp_path / "reports")
    write_truths(tmp_path / "truth.json", {}, [{"file": done.file, "format": "scan", "scan": done.facts}])
    pages = list(judge(tmp_path))
    assert [(page.page, page.turned, page.exact, page.cells) for page in pages] == [
        (1, True, True, 4),
        (2, True, True, 4),
    ]
    assert "2 (2 of all)" in told(pages)
    assert wrong(pages) == ""


@pytest.mark.parametrize(
    ("other", "share"),
    [((20, 0, 30, 10), 0.0), ((0, 0, 10, 10), 1.0), ((0, 0, 10, 5), 0.5)],
    ids=["apart", "the same", "half of it"],
)
def test_boxes_overlap_by_a_share(other: tuple[float, float, float, float], share: float) -> None:
    assert overlap(Box(0, 0, 10, 10), Box(*other)) == share
