"""A page's picture cleaned: upright, straight, evenly lit, flat, without stamps; and the way back."""

from __future__ import annotations

from typing import Any

import cv2
import numpy
import pytest

from parsers.document import Box
from parsers.grid import grids_of
from parsers.raster.cleaning import cleaned, without_rulings
from parsers.raster.inks import without_stamps
from parsers.raster.outline import outline_of
from parsers.raster.picture import PagePicture, RawPicture, Way
from tests.parsers.raster.pages import DPI, XS, YS, blank, lined, photographed, turned, written

REPORT = lined(written(blank()))


def spots(picture: PagePicture) -> list[tuple[int, int]]:
    """(rows, columns) of every table."""
    return [(len(grid.ys) - 1, len(grid.xs) - 1) for grid in grids_of(picture.rulings) if len(grid.cells) > 1]


def first_cell(picture: PagePicture) -> Box:
    """Where the table's first cell is on the page as it is shown, in pixels."""
    (grid,) = grids_of(picture.rulings)
    x0, top, x1, bottom = picture.way.box(grid.cells[0].box)
    scale = DPI / 72
    return Box(x0 * scale, top * scale, x1 * scale, bottom * scale)


@pytest.mark.parametrize("quarter", range(4))
def test_a_page_is_set_upright(quarter: int) -> None:
    picture = cleaned(RawPicture(numpy.ascontiguousarray(numpy.rot90(REPORT, -quarter)), DPI))
    assert picture.turn == (-quarter) % 4
    assert picture.doubts == ()
    assert spots(picture) == [(len(YS) - 1, len(XS) - 1)]


def test_a_page_without_letters_asks_which_way_is_up() -> None:
    asked: list[float] = []

    def ask(grey: Any, dpi: float) -> int:
        asked.append(dpi)
        return 2

    assert cleaned(RawPicture(lined(blank()), DPI)).doubts == ("turn",)
    assert cleaned(RawPicture(lined(blank()), DPI), ask).turn == 2
    assert asked


@pytest.mark.parametrize("angle", [0.0, 0.3, -1.0, 3.0, -4.5])
def test_a_leaning_page_is_set_straight(angle: float) -> None:
    picture = cleaned(RawPicture(turned(REPORT, angle), DPI))
    assert picture.skew == pytest.approx(-angle, abs=0.1)
    assert spots(picture) == [(len(YS) - 1, len(XS) - 1)]
    if angle == 0.0:
        assert first_cell(picture) == pytest.approx((XS[0], YS[0], XS[1], YS[1]), abs=1.5)


def test_a_shadow_and_a_dark_corner_are_taken_away() -> None:
    light = numpy.linspace(1.0, 0.45, REPORT.shape[1])[None, :]
    shaded = (REPORT * light).astype(numpy.uint8)
    shaded[:, 300:] = (shaded[:, 300:] * 0.7).astype(numpy.uint8)
    picture = cleaned(RawPicture(shaded, DPI))
    assert numpy.median(picture.grey) == 255
    assert spots(picture) == [(len(YS) - 1, len(XS) - 1)]


def test_a_curled_page_is_made_flat() -> None:
    ys, xs = numpy.mgrid[0 : REPORT.shape[0], 0 : REPORT.shape[1]].astype(numpy.float32)
    curled = cv2.remap(REPORT, xs, ys + 5 * numpy.sin(xs / 600 * 3).astype(numpy.float32), cv2.INTER_LINEAR)
    picture = cleaned(RawPicture(curled, DPI))
    assert picture.way.shifts
    assert spots(picture) == [(len(YS) - 1, len(XS) - 1)]
    assert first_cell(picture).top == pytest.approx(YS[0] - 5 * numpy.sin(0.5), abs=2.5)


CORNERS = ((70.0, 60.0), (640.0, 90.0), (665.0, 870.0), (50.0, 850.0))


def test_a_photographed_page_is_cut_out() -> None:
    photo = photographed(REPORT, CORNERS, (720, 930))
    found = outline_of(photo)
    assert found is not None
    assert numpy.abs(numpy.array(found) - CORNERS).max() < 6
    picture = cleaned(RawPicture(photo, DPI))
    assert spots(picture) == [(len(YS) - 1, len(XS) - 1)]
    matrix = cv2.getPerspectiveTransform(
        numpy.array([(0, 0), (600, 0), (600, 800), (0, 800)], numpy.float32), numpy.array(CORNERS, numpy.float32)
    )
    wanted = cv2.perspectiveTransform(numpy.array([[(XS[0], YS[0])]], numpy.float32), matrix)[0, 0]
    assert first_cell(picture)[:2] == pytest.approx(wanted, abs=5)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(REPORT, id="a scan"),
        pytest.param(lined(blank(), (20, 300, 580), (20, 400, 780)), id="a table that fills the page"),
        pytest.param(numpy.full((800, 600), 40, numpy.uint8), id="a black page"),
    ],
)
def test_a_scan_has_no_outline(page: Any) -> None:
    assert outline_of(cv2.cvtColor(page, cv2.COLOR_GRAY2RGB)) is None


def test_rulings_are_erased_and_letters_stay() -> None:
    picture = cleaned(RawPicture(REPORT, DPI))
    page = without_rulings(picture)
    assert page[280:540].min() > 200
    assert (page[:280] < 100).sum() == pytest.approx((picture.grey[:280] < 100).sum(), rel=0.01)


def coloured(page: Any) -> Any:
    return cv2.cvtColor(page, cv2.COLOR_GRAY2RGB)


@pytest.mark.parametrize(("colour", "dark"), [((205, 30, 45), False), ((60, 60, 60), True)], ids=["red", "black"])
def test_a_red_ring_is_taken_out_and_black_stays(colour: tuple[int, int, int], *, dark: bool) -> None:
    page = coloured(blank())
    cv2.circle(page, (300, 400), 70, colour, 4)
    assert (without_stamps(page, DPI).min() < 150) == dark


def test_letters_under_a_stamp_stay() -> None:
    page = coloured(written(blank()))
    cv2.circle(page, (300, 140), 70, (205, 30, 45), 4)
    black = written(blank()) < 60
    grey = without_stamps(page, DPI)
    assert (grey[black] < 110).mean() > 0.95


def test_figures_in_colour_are_no_stamp() -> None:
    page = coloured(blank())
    for n, colour in enumerate([(205, 30, 45), (25, 40, 150)]):
        cv2.putText(page, "12,5", (100, 200 + 200 * n), cv2.FONT_HERSHEY_SIMPLEX, 0.7, colour, 2)
    grey = without_stamps(page, DPI)
    assert grey[180:210, 100:170].min() < 120
    assert grey[380:410, 100:170].min() < 120


def test_the_way_back_undoes_shift_and_mapping() -> None:
    way = Way((2, 0, 10, 0, 2, 20, 0, 0, 1), (0, 100), (0, 100), (((0, 0), (0, 10)), ((0, 0), (0, 10))))
    assert way.point(0, 0) == (10, 20)
    assert way.point(50, 10) == (110, 50)
    assert way.box(Box(0, 0, 100, 10)) == Box(10, 20, 210, 60)
