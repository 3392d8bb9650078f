"""Which files may be parts of one report, by their names and folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.parts import are_pages, bundles, owner
from extract.sources import Source
from parsers.failures import Damaged


def together(*names: str) -> list[list[str]]:
    """Those that are handed out together."""
    found = bundles([Source(Path(name), name) for name in names])
    assert sorted(source.name for bundle in found for source in bundle.sources) == sorted(names)
    return [[source.name for source in bundle.sources] for bundle in found if len(bundle.sources) > 1]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(["bao cao.docx"], [], id="one file"),
        pytest.param(["THCS A.docx", "THCS B.docx"], [], id="two schools"),
        pytest.param(["bao cao A.docx", "bao cao B.docx", "phu luc.xlsx"], [], id="an appendix that may be of either"),
        pytest.param(["a/bao cao.docx", "b/phu luc.xlsx"], [], id="two folders"),
        pytest.param(
            ["bao cao 2022-2023.docx", "bao cao 2023-2024.docx"], [], id="two years, neither goes with another"
        ),
        pytest.param(["bao cao A.docx", "phu luc B.xlsx", "phu luc C.xlsx"], [], id="appendices of others"),
        pytest.param([f"phu luc {at}.docx" for at in range(9)], [], id="more than a report has"),
        pytest.param(["a.jpg", "b.jpg"], [], id="pictures without numbers"),
        pytest.param(["IMG_1.jpg", "IMG_2.jpg", "x.docx"], [], id="pictures beside something else"),
        pytest.param(["bao cao.docx", "phu luc.xlsx"], [["bao cao.docx", "phu luc.xlsx"]], id="text and appendix"),
        pytest.param(
            ["x/THCS An Bình - Báo cáo.docx", "x/THCS An Bình - Phụ lục.xlsx", "x/THCS B.docx"],
            [["x/THCS An Bình - Báo cáo.docx", "x/THCS An Bình - Phụ lục.xlsx"]],
            id="each with its owner's name",
        ),
        pytest.param(
            ["a.zip/THCS A.docx", "a.zip/PL 01.xlsx", "a.zip/PL 02.xlsx"],
            [["a.zip/THCS A.docx", "a.zip/PL 01.xlsx", "a.zip/PL 02.xlsx"]],
            id="appendices without a name, and one report, in an archive",
        ),
        pytest.param(
            ["m.eml/bc.pdf", "m.eml/bang diem.xls"], [["m.eml/bc.pdf", "m.eml/bang diem.xls"]], id="in a mail"
        ),
        pytest.param(
            ["0001.docx", "0001-phu-luc.xlsx", "0002.docx", "0002-phu-luc.xlsx"],
            [["0001.docx", "0001-phu-luc.xlsx"], ["0002.docx", "0002-phu-luc.xlsx"]],
            id="numbers for names",
        ),
        pytest.param(["A.docx", "A.xlsx"], [["A.docx", "A.xlsx"]], id="one name, two kinds"),
        pytest.param(
            ["BaoCao_TruongA.docx", "PhuLuc_TruongA.xlsx"],
            [["BaoCao_TruongA.docx", "PhuLuc_TruongA.xlsx"]],
            id="words run together",
        ),
        pytest.param(
            ["bc A phan 1.pdf", "bc A phan 2.pdf"], [["bc A phan 1.pdf", "bc A phan 2.pdf"]], id="numbered parts"
        ),
        pytest.param(
            ["t/IMG_001.jpg", "t/IMG_002.jpg", "t/IMG_003.jpg"],
            [["t/IMG_001.jpg", "t/IMG_002.jpg", "t/IMG_003.jpg"]],
            id="photographs of pages",
        ),
    ],
)
def test_what_is_handed_out_together(names: list[str], found: list[list[str]]) -> None:
    assert together(*names) == found


def test_what_is_known_to_be_bad_is_part_of_nothing() -> None:
    bad = Source(Path("b"), "phu luc.xlsx", failure=Damaged())
    assert [len(bundle.sources) for bundle in bundles([Source(Path("a"), "bao cao.docx"), bad])] == [1, 1]


@pytest.mark.parametrize(
    ("names", "pages"),
    [
        pytest.param(["1.jpg"], False, id="one picture"),
        pytest.param(["1.jpg", "2.jpg"], True, id="numbers alone"),
        pytest.param(["trang 1.jpg", "trang 2.png", "trang 10.jpg"], False, id="large gaps"),
        pytest.param(["IMG_001.jpg", "IMG_002.jpg", "IMG_004.jpg"], True, id="a picture that was thrown away"),
        pytest.param(["IMG_20240512_101112.jpg", "IMG_20240512_101130.jpg"], True, id="the time it was taken at"),
        pytest.param(["A1.jpg", "B2.jpg"], False, id="two names"),
        pytest.param(["z5_ab.jpg", "z6_cd.jpg"], False, id="endings that differ"),
        pytest.param(["1.jpg", "01.jpg"], False, id="one number twice"),
        pytest.param([f"{at}.jpg" for at in range(99)], False, id="more than a report has"),
    ],
)
def test_pages_that_were_photographed(names: list[str], pages: bool) -> None:
    assert are_pages(names) is pages


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Báo cáo tự đánh giá CĐS năm học 2023-2024 - THCS An Bình.docx", "thcs an binh"),
        ("Phụ lục 1 THCS An Bình (ký).xlsx", "thcs an binh"),
        ("Bảng tự đánh giá điểm.xlsx", ""),
        ("PL.xlsx", ""),
        ("Tiểu học số 2.docx", "tieu hoc so 2"),
    ],
)
def test_whose_a_file_is(name: str, whose: str) -> None:
    assert owner(Source(Path(name), name)) == whose
