"""A page that hardly can be read is tried another way up."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

from parsers import scanned_page
from parsers.document import Box
from parsers.raster.picture import PagePicture, RawPicture, Way
from parsers.scanned_page import Scan, Seen, picture_read

WAY = Way()
RAW = RawPicture(numpy.full((20, 10), 255, numpy.uint8), 100.0)


def page(turn: int) -> PagePicture:
    return PagePicture(numpy.full((20, 10), 255, numpy.uint8), 100.0, (), WAY, turn, 0.0, ())


@pytest.mark.parametrize(
    ("right", "seen", "turns"),
    [
        pytest.param(1, None, [1], id="a page that is read is not tried again"),
        pytest.param(3, None, [1, 3], id="nobody sees which way is up: by half"),
        pytest.param(3, 2, [1, 3], id="upside down: by half"),
        pytest.param(2, 1, [1, 2], id="on its side: cleaned anew, a quarter further"),
        pytest.param(0, 3, [1, 0], id="on its other side"),
    ],
)
def test_a_page_is_read_the_way_up_that_can_be_read(
    right: int, seen: int | None, turns: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def read(picture: PagePicture, *_: Any) -> tuple[Any, Scan]:
        tried.append(picture.turn)
        sure = 0.9 if picture.turn == right else 0.2
        return picture.turn, Scan(WAY, (Seen("Trường", Box(0, 0, 9, 9), sure),), ())

    monkeypatch.setattr(scanned_page, "cleaned", lambda _raw, _ask=None, up=None: page(1 if up is None else up))
    monkeypatch.setattr(scanned_page, "turn_of", lambda *_: seen)
    monkeypatch.setattr(scanned_page, "_read", read)
    assert picture_read(RAW, 1, None)[0] == right
    assert tried == turns
