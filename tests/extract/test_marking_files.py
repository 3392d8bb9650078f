"""Pictures of whole runs: the page and the folder of a batch, what a debug picture holds, a report in several files."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

import parsers
from extract.cli import main
from extract.marking_albums import Shelf
from extract.marking_debug import CELL, ROLE
from normalize.report import Header, Report
from parsers.document import Box, Document, Paragraph, Place

SAMPLE = Path(__file__).parents[2] / "corpus" / "samples" / "bao-cao-gdtx.pdf"
NOTHING = Report("a", "d", "x", Header())


def test_a_run_writes_the_page_and_the_pictures(tmp_path: Path) -> None:
    page, folder = tmp_path / "f.html", tmp_path / "pictures"
    assert main(["check", str(SAMPLE), "-o", str(page), "--pictures", str(folder), "--quiet"]) == 1
    html = page.read_text("utf-8")
    held = set(re.findall(r'<script type="text/plain" id="(p1-\d+)"', html))
    named = {name for names in re.findall(r'data-pictures="([^"]+)"', html) for name in names.split()}
    assert held == named != set()
    assert len(list((folder / SAMPLE.name).glob("*.png"))) >= len(held)
    assert html.count("<article") == len(re.findall("data-pictures=", html))


def test_pictures_in_a_folder_are_not_read_as_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "pictures"
    main(["check", str(SAMPLE), "-o", str(tmp_path / "f.csv"), "--pictures", str(folder), "--quiet"])
    capsys.readouterr()
    assert main(["check", str(folder), "-o", str(tmp_path / "g.csv")]) == 2
    assert "bảng do doisoat ghi ra" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_refused_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    words = ["check", str(SAMPLE), "-o", str(tmp_path / "f.csv"), "--pictures", str(tmp_path / "file" / "x")]
    assert main(words) == 2
    assert "Không ghi được" in capsys.readouterr().err


def test_a_debug_picture_shows_cells_and_roles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(SAMPLE), "--debug", str(tmp_path)]) == 0
    pages = sorted(tmp_path.rglob("*.png"))
    assert [page.name for page in pages] == [f"page-00{number}.png" for number in range(1, 6)]
    with Image.open(pages[3]) as image:
        colours = {colour for _, colour in image.getcolors(1 << 24) or ()}
    assert {CELL, ROLE} <= colours


def part(name: str, number: int) -> Paragraph:
    return Paragraph("x", Place(page=number, paragraph=1, box=Box(10, 10, 20, 20), file=name))


def test_a_report_in_several_files_has_an_album_for_each() -> None:
    names = ("a.pdf", "b.pdf")
    document = Document("a.pdf", "d", "pdf", (part("a.pdf", 1), part("b.pdf", 2)), files=names)
    with ExitStack() as files:
        shelf = Shelf(files, [SAMPLE, SAMPLE], document, NOTHING)
        spots = [spot for block in document.blocks for spot in shelf.locate(block.place, "", "")]
        sizes = [shelf.size_of(spot.file, spot.page) for spot in spots]
    assert [(spot.file, spot.page) for spot in spots] == [("a.pdf", 1), ("b.pdf", 2)]
    assert None not in sizes


def test_pages_in_a_file_each_are_numbered_through(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.png" for number in (1, 2)]
    for number, path in enumerate(paths, 1):
        Image.new("RGB", (100 * number, 200)).save(path)
    document = Document("1.png", "d", "png", (part("2.png", 2),), files=("1.png", "2.png"))
    with ExitStack() as files:
        shelf = Shelf(files, paths, document, NOTHING)
        (spot,) = shelf.locate(document.blocks[0].place, "", "")
        album = shelf.album(spot.file)
        shown = album.pages(spot.page) if album else None
    assert (spot.file, spot.page) == ("", 2)
    assert shown is not None and shown.picture(72).pixels.shape[1] == 200


def test_a_file_that_is_gone_costs_its_own_pictures_only(tmp_path: Path) -> None:
    document = replace(parsers.read(SAMPLE), files=("a.pdf", "b.pdf"))
    with ExitStack() as files:
        shelf = Shelf(files, [SAMPLE, tmp_path / "gone.pdf"], document, NOTHING)
        albums = [shelf.album(name) for name in ("a.pdf", "b.pdf")]
    assert [album is None for album in albums] == [False, True]
    assert shelf.why_not == "not-laid-out"
