"""The pictures: which piece of a page is shown, what is marked in it, and what becomes of a file without pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from shutil import which

import pytest
from PIL import Image

import parsers
from extract import audit, marking, marking_albums
from extract.marking_drawing import COLOURS, HIDDEN, drawn, encoded, page_image
from extract.marking_folder import picture_folder, safe
from extract.marking_layout import Layout
from extract.marking_pages import ShownPage
from extract.marking_records import Exhibit, Picture, Wanted
from extract.marking_spots import HIGHEST, MOST_SCENES, Scene, Spot, scenes_of, spots_of
from extract.marking_words import Letters, found_in, personal_in
from extract.outcome import Outcome, Request
from extract.ownership import is_our_picture
from extract.page_unexplained import loose_of
from extract.sources import Source
from normalize.report import Appendix, Criterion, Group, Header, Reading, Report
from parsers.document import Box, Cell, Document, PageSize, Paragraph, Place, Table
from parsers.failures import ProgramFailed, ProgramMissing
from rules.finding import Finding
from tests.extract.makers import outcome

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
A4 = (PageSize(1, 595, 842), PageSize(2, 595, 842))


def a4(file: str, page: int) -> PageSize | None:
    return A4[page - 1] if page <= 2 else None


WEBP = Wanted(frozenset({"webp"}))


def box(top: float, height: float = 12, left: float = 300) -> Box:
    return Box(left, top, left + 30, top + height)


# --- which piece of which page


@pytest.mark.parametrize(
    ("spots", "scenes"),
    [
        pytest.param([], [], id="no place, no picture"),
        pytest.param([Spot(9, box(100))], [], id="a page that is not there"),
        pytest.param([Spot(1, box(100)), Spot(1, box(100))], [(1, 1)], id="one place twice is one"),
        pytest.param([Spot(1, box(100)), Spot(1, box(200))], [(1, 2)], id="neighbours share a picture"),
        pytest.param([Spot(1, box(100)), Spot(1, box(700))], [(1, 1), (1, 1)], id="far apart: one each"),
        pytest.param([Spot(1, box(9), "there"), Spot(2, box(9))], [(2, 1), (1, 1)], id="the place itself leads"),
        pytest.param([Spot(1, box(60 * n, left=n)) for n in (0, 6, 12)] * 9, [(1, 1)] * 3, id="as many as there are"),
    ],
)
def test_places_become_pieces_of_pages(spots: list[Spot], scenes: list[tuple[int, int]]) -> None:
    assert [(scene.page, len(scene.spots)) for scene in scenes_of(spots, a4)] == scenes


def test_a_finding_has_few_pictures() -> None:
    pages = [PageSize(number, 595, 842) for number in range(1, 30)]
    assert (
        len(scenes_of([Spot(page.number, box(50)) for page in pages], lambda file, page: pages[page - 1]))
        == MOST_SCENES
    )


def test_what_is_too_high_for_a_piece_is_shown_as_a_page() -> None:
    (scene,) = scenes_of([Spot(1, box(100, HIGHEST))], a4)
    assert (scene.whole, scene.crop) == (True, Box(0, 0, 595, 842))


def test_a_piece_stays_within_its_page() -> None:
    (top,), (foot,) = scenes_of([Spot(1, box(0))], a4), scenes_of([Spot(1, box(835))], a4)
    assert (top.crop.top, foot.crop.bottom) == (0, 842)


def test_a_place_that_is_also_the_other_place_is_marked_once() -> None:
    place = Place(page=1, box=box(10))
    found = spots_of(Finding("x", "1", place, "7", others=(place,)), marking_albums.on_page)
    assert [(spot.role, spot.words) for spot in found] == [("here", ("7",))]


# --- words within a place


def letters(*lines: str, top: float = 100) -> Letters:
    text = " ".join(lines)
    boxes = [
        Box(300 + 6 * n, top + 15 * at, 306 + 6 * n, top + 15 * at + 12)
        for at, line in enumerate(lines)
        for n in range(len(line) + (at < len(lines) - 1))
    ]
    return Letters(text, boxes)


@pytest.mark.parametrize(
    ("lines", "words", "found"),
    [
        pytest.param(["10 9 8"], ["7"], 0, id="what is not there is not marked"),
        pytest.param(["173/100"], ["73"], 0, id="a figure is no part of a longer one"),
        pytest.param(["7,5"], ["5"], 0, id="nor decimals a whole"),
        pytest.param(["7", "x", "7"], ["7"], 0, id="of two that read the same none"),
        pytest.param(["73/100 điểm"], ["73"], 1, id="a figure within a sentence"),
        pytest.param(["8,5 điểm"], ["8.5"], 1, id="decimals however they are written"),
        pytest.param(["Số 08/QĐ-", "GDTX"], ["08/QĐ-GDTX"], 2, id="over a line's end"),
        pytest.param(["Nhóm 1: 73"], ["x", "Nhóm 1"], 1, id="the first that stands there"),
        pytest.param(["73"], ["", " … "], 0, id="nothing to look for"),
    ],
)
def test_words_are_found_in_their_place(lines: list[str], words: list[str], found: int) -> None:
    assert len(found_in(letters(*lines), Box(290, 90, 600, 300), words)) == found


def test_words_elsewhere_on_the_page_are_left_alone() -> None:
    assert found_in(letters("73"), Box(290, 400, 600, 450), ["73"]) == []


def test_personal_data_is_found_over_spaces_and_lines() -> None:
    assert len(personal_in(letters("Gọi 0900 000", "001 hoặc a@example.edu.vn"))) == 3
    assert personal_in(letters("Quyết định 08/QĐ-GDTX ngày 09/12/2022")) == []


# --- drawing


def colours(image: Image.Image) -> set[tuple[int, ...]]:
    return {colour for _, colour in image.getcolors(1 << 20) or ()}  # type: ignore[misc]


def scene(*spots: Spot) -> Scene:
    return Scene(1, Box(0, 0, 595, 300), spots)


def blank() -> Image.Image:
    return Image.new("L", (892, 1263), 255)


def test_both_places_are_framed_each_in_its_way() -> None:
    image = drawn(blank(), scene(Spot(1, box(50)), Spot(1, box(150), "there")), {}, [])
    assert set(COLOURS.values()) <= colours(image)


def test_a_place_at_the_very_edge_is_no_fault() -> None:
    image = drawn(blank(), scene(Spot(1, Box(-5, -5, 900, 2000))), {}, [])
    assert image.width > 100


def test_what_is_hidden_is_painted_over() -> None:
    page = blank()
    page.paste(0, (600, 160, 640, 170))
    hidden = drawn(page, scene(Spot(1, box(50))), {}, [Box(390, 100, 430, 120)])
    assert HIDDEN in colours(hidden)
    assert (0, 0, 0) not in colours(hidden)


def test_a_piece_is_small_and_readable_by_what_shows_pictures() -> None:
    made = encoded(drawn(blank(), scene(Spot(1, box(50))), {}, []), {"webp", "png"})
    sizes = {name: Image.open(io.BytesIO(data)).size for name, data in made.data.items()}
    assert sizes == dict.fromkeys(("webp", "png"), (made.width, made.height))


# --- files without pages


def paragraph(number: int, text: str, page: int | None = None) -> Paragraph:
    return Paragraph(text, Place(page=page, paragraph=number, box=box(20.0 * number) if page else None))


def table(*rows: tuple[str, ...], page: int | None = None) -> Table:
    cells = [
        Cell(
            text,
            row,
            column,
            place=Place(page, 1, row + 1, None, box(300 + 20 * row, left=50.0 * column) if page else None),
        )
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return Table(tuple(cells), Place(page=page, table=1, box=Box(0, 300, 400, 600) if page else None))


def document(*blocks: Paragraph | Table, source: str = "docx") -> Document:
    return Document("a.docx", "d", source, blocks, A4)


ROWS = (
    ("TT", "Nội dung", "Tối đa", "Điểm"),
    ("1.3", "Phần mềm dạy học", "10", "10"),
    ("1.4", "Học liệu số", "10", "7"),
)


@pytest.mark.parametrize(
    ("place", "text", "found"),
    [
        pytest.param(Place(paragraph=9), "", None, id="a paragraph that is nowhere"),
        pytest.param(Place(table=1, row=9), "", None, id="nor a row"),
        pytest.param(Place(paragraph=1), "", box(40), id="a paragraph, under another number"),
        pytest.param(Place(table=1, row=3), "7", box(340, left=150), id="a row's cell with the text"),
        pytest.param(Place(table=1, row=2), "10", box(320, left=150), id="of two alike the one in the rule's column"),
        pytest.param(Place(table=1, row=2), "99", box(320, left=150), id="the column, where the text is not found"),
        pytest.param(Place(table=1), "", Box(0, 300, 400, 600), id="a whole table"),
    ],
)
def test_places_are_found_again_on_the_pages(place: Place, text: str, found: Box | None) -> None:
    mine = document(paragraph(1, "Nhóm 1 đạt 73 điểm"), table(*ROWS))
    laid_out = document(paragraph(1, "Trang bìa", 1), paragraph(2, "Nhóm 1 đạt 73 điểm", 1), table(*ROWS, page=2))
    spots = Layout(mine, laid_out, lambda place, rule: 3).locate(place, text, "over-max")
    assert [spot.box for spot in spots] == ([] if found is None else [found])


def test_rows_that_read_the_same_are_told_by_their_order() -> None:
    same = ("", "Phần mềm dạy học", "10", "5")
    mine = document(table(ROWS[0], same, ROWS[1], same))
    laid_out = document(table(ROWS[0], same, ROWS[1], same, page=1))
    spots = [Layout(mine, laid_out, lambda place, rule: 3).locate(Place(table=1, row=row), "5", "") for row in (2, 4)]
    assert [found[0].box.top for found in spots] == [320, 360]


# --- from a file to its pictures


def read(name: str) -> tuple[Path, tuple[Document, Report], tuple[Finding, ...]]:
    path = SAMPLES / name
    request = Request(structure=True)
    found = audit.audit(Source(path, name), request)
    assert found.structure is not None
    return path, (parsers.read(path), found.structure), found.findings


def test_a_pdf_has_a_picture_for_each_finding_and_shares_them() -> None:
    path, both, findings = read("bao-cao-gdtx.pdf")
    exhibit = marking.exhibit_of([path], both, findings, WEBP)
    assert all(exhibit.shown)
    missing = {
        numbers for finding, numbers in zip(findings, exhibit.shown, strict=True) if finding.rule == "missing-criterion"
    }
    assert len(missing) == 1
    assert max(len(picture.data["webp"]) for picture in exhibit.pictures) < 80_000


def test_masking_paints_over_personal_data_and_leaves_no_doubtful_page(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = marking.personal_in
    monkeypatch.setattr(marking, "personal_in", lambda found: seen.append(len(real(found))) or real(found))
    path, both, findings = read("bao-cao-gdtx.pdf")
    exhibit = marking.exhibit_of([path], both, findings, WEBP._replace(masked=True))
    assert sum(seen) >= 2  # the sample's invented phone and address
    assert all(exhibit.shown)


@contextmanager
def pictured(data: bytes) -> Iterator[object]:
    yield lambda number: ShownPage(PageSize(number, 595, 842), lambda dpi: pytest.fail("shown"), Letters("", ()), True)


def test_a_page_that_is_a_picture_is_not_shown_when_masking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking_albums, "pdf_pages", pictured)
    path, both, findings = read("bao-cao-gdtx.pdf")
    exhibit = marking.exhibit_of([path], both, findings, WEBP._replace(masked=True))
    assert (exhibit.pictures, exhibit.why_not) == ((), "masked")


@pytest.mark.parametrize(
    ("failure", "why"),
    [
        pytest.param(ProgramMissing(program="libreoffice"), "program-missing", id="no LibreOffice"),
        pytest.param(ProgramFailed(program="libreoffice", how="died"), "not-laid-out", id="it died"),
    ],
)
def test_without_pages_it_is_said_why(failure: Exception, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, kind: str) -> bytes:
        raise failure

    monkeypatch.setattr(marking_albums, "laid_out_as_pdf", fail)
    path, both, findings = read("bao-cao-gdtx.docx")
    assert marking.exhibit_of([path], both, findings, WEBP).why_not == why


def test_a_fault_of_ours_costs_the_pictures_and_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "exhibit_of", lambda *given: 1 / 0)
    path, both, findings = read("bao-cao-gdtx.pdf")
    found = marking.with_exhibit(outcome("a.pdf", *findings), [path], both, WEBP)
    assert (len(found.findings), found.exhibit and found.exhibit.why_not) == (len(findings), "failed")
    assert "ZeroDivisionError" in found.trace


def test_pictures_are_made_only_where_they_are_asked_for() -> None:
    source = Source(SAMPLES / "bao-cao-gdtx.pdf", "bao-cao-gdtx.pdf")
    assert audit.audit(source, Request()).exhibit is None


# --- the folder


def test_pictures_are_written_under_the_names_of_report_rule_and_finding(tmp_path: Path) -> None:
    picture = Picture({"png": b"x"}, 1, 1, 1)
    finding = Finding("group-sum", "1", Place(page=1))
    shown = Exhibit((picture,), ((0,),))
    with picture_folder(tmp_path) as add:
        for name in ("a/b.pdf", "a_b.pdf", "c.pdf"):
            add(outcome(name, finding, exhibit=shown if name != "c.pdf" else None))
    names = sorted(path.relative_to(tmp_path).as_posix().partition("/") for path in tmp_path.rglob("*.png"))
    assert [folder for folder, _, _ in names] == ["a_b.pdf", "a_b.pdf (2)"]
    assert all(name.startswith("group-sum-1-") for _, _, name in names)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        pytest.param("Báo cáo 1.pdf", "Báo cáo 1.pdf", id="letters stay"),
        pytest.param("../../etc/x", "_.._etc_x", id="no way out of the folder"),
        pytest.param("CON.pdf", "_CON.pdf", id="names that Windows keeps"),
        pytest.param("a" * 300, "a" * 100, id="not too long"),
        pytest.param("..", "_", id="nothing is left"),
    ],
)
def test_names_are_safe_everywhere(name: str, made: str) -> None:
    assert safe(name) == made


def test_a_picture_of_ours_is_no_report(tmp_path: Path) -> None:
    ours, other = tmp_path / "ours.png", tmp_path / "other.png"
    ours.write_bytes(encoded(Image.new("RGB", (9, 9)), {"png"}).data["png"])
    Image.new("RGB", (9, 9)).save(other)
    assert [is_our_picture(path) for path in (ours, other)] == [True, False]


# --- figures that nothing explains


def reading(value: str, row: int) -> Reading[Decimal]:
    return Reading(Decimal(value), value, Place(table=1, row=row))


def test_figures_that_nothing_explains_are_listed_and_a_column_of_them_once() -> None:
    more = [("1.4", "Học liệu số của trường", "10", "7", str(n), "9") for n in range(4)]
    rows = (("TT", "Nội dung tiêu chí", "Tối đa", "Điểm", "Năm trước", ""), ("1", "2", "3", "4", "5", ""), *more)
    criteria = tuple(
        Criterion(f"1.{n}", "", Place(table=1, row=n), stated_max=reading("10", n), score=reading("7", n))
        for n in range(3, 7)
    )
    appendix = Appendix(Place(table=1), (Group("1", None, criteria=criteria[:3]),))
    report = Report("a", "d", "x", Header(), appendix)
    found = [loose.text for loose in loose_of(document(table(*rows)), report)]
    assert found == ["10", "7", "“Năm trước”: 0, 1, 2, 3 (4)", "“9”: 9, 9, 9, 9 (4)"]


def test_nothing_is_unexplained_where_no_table_was_found() -> None:
    assert loose_of(document(table(*ROWS)), Report("a", "d", "x", Header())) == ()


def test_a_page_is_drawn_at_the_resolution_asked_for() -> None:
    import numpy

    from parsers.raster.picture import RawPicture

    raw = RawPicture(numpy.zeros((300, 200, 3), numpy.uint8), 144)
    assert page_image(raw, 72).size == (100, 150)


def test_an_outcome_without_an_exhibit_is_what_it_was() -> None:
    assert Outcome("a", "d").exhibit is None


@pytest.mark.skipif(which("soffice") is None, reason="no LibreOffice on this machine")
@pytest.mark.parametrize("name", ["bao-cao-gdtx.docx", "bao-cao-gdtx.txt"])
def test_a_file_without_pages_is_laid_out_and_its_places_found(name: str) -> None:
    path, both, findings = read(name)
    exhibit = marking.exhibit_of([path], both, findings, WEBP)
    assert all(exhibit.shown)
    assert all(picture.laid_out for picture in exhibit.pictures)
