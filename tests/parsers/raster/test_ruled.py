"""Rulings found in pictures: the silent cases first."""

from __future__ import annotations

from typing import Any

import cv2
import numpy
import pytest

from parsers.grid import grids_of
from parsers.raster.ruled import rulings_of
from parsers.raster.runs import runs_of
from tests.parsers.raster.pages import XS, YS, blank, lined, written

DPI = 150.0
TABLE = [(len(YS) - 1, len(XS) - 1, (len(YS) - 1) * (len(XS) - 1))]


def tables(page: Any) -> list[tuple[int, int, int]]:
    """(rows, columns, cells) of every table."""
    grids = grids_of(rulings_of(runs_of(page, DPI)))
    return [(len(grid.ys) - 1, len(grid.xs) - 1, len(grid.cells)) for grid in grids if len(grid.cells) > 1]


def broken(page: Any) -> Any:
    page = page.copy()
    page[:, 70::43] = 255
    page[:, 71::43] = 255
    page[70::43] = 255
    page[71::43] = 255
    return page


def doubled() -> Any:
    page = lined(blank())
    return lined(page, tuple(x + 4 for x in XS), tuple(y + 4 for y in YS))


def noisy(page: Any) -> Any:
    grain = numpy.random.default_rng(1).normal(0, 14, page.shape)
    return (page + grain).clip(0, 255).astype(numpy.uint8)


def stamped() -> Any:
    page = blank()
    cv2.circle(page, (300, 400), 90, 0, 4)
    cv2.circle(page, (300, 400), 60, 0, 2)
    return page


@pytest.mark.parametrize(
    ("page", "found"),
    [
        pytest.param(blank(), [], id="nothing"),
        pytest.param(written(blank(), lines=25), [], id="letters are no rulings"),
        pytest.param(stamped(), [], id="a round stamp is no table"),
        pytest.param(noisy(blank()), [], id="grain is no table"),
        pytest.param(lined(blank()), TABLE, id="a table"),
        pytest.param(lined(blank(), ink=190), TABLE, id="faint"),
        pytest.param(lined(blank(), ink=239), TABLE, id="nearly gone"),
        pytest.param(noisy(lined(blank(), ink=150)), TABLE, id="in grain"),
        pytest.param(broken(lined(blank())), TABLE, id="broken"),
        pytest.param(doubled(), TABLE, id="doubled"),
        pytest.param(cv2.dilate(255 - lined(blank()), numpy.ones((5, 5), numpy.uint8)) ^ 255, TABLE, id="thick"),
    ],
)
def test_tables_in_a_picture(page: Any, found: list[tuple[int, int, int]]) -> None:
    assert tables(page) == found


def test_a_dashed_table_is_a_table() -> None:
    page = blank()
    for y in YS:
        for x in range(XS[0], XS[-1], 8):
            page[y, x : x + 4] = 0
    for x in XS:
        for y in range(YS[0], YS[-1], 8):
            page[y : y + 4, x] = 0
    assert tables(page) == TABLE


def test_a_merged_cell_stays_merged() -> None:
    page = lined(blank())
    page[YS[1] + 1 : YS[2], XS[1]] = 255
    assert tables(page) == [(4, 4, 15)]


def test_letters_in_the_way_of_a_missing_ruling_do_not_make_it() -> None:
    page = lined(blank())
    page[YS[1] + 1 : YS[2], XS[1]] = 255
    cv2.putText(page, "nhiem vu", (XS[1] - 40, YS[1] + 32), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 0, 2)
    assert tables(page) == [(4, 4, 15)]


def test_a_table_that_the_page_cuts_is_open_below() -> None:
    page = lined(blank())
    page[YS[-1], XS[0] + 1 : XS[-1]] = 255
    for x in XS:
        page[YS[-1], x] = 255
    assert tables(page) == TABLE
