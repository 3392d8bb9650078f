"""Picture files as pages: every kind of pixel right, or a clear failure."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy
import pytest
from PIL import Image

from parsers.failures import Damaged, Empty, TooLarge, Unreadable
from parsers.raster import loading
from parsers.raster.loading import pictures_of

HEIC = Path(__file__).parents[1] / "data" / "trang.heic"


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def page(mode: str = "L") -> Image.Image:
    """White, with a dark square at the top left."""
    image = Image.new("L", (80, 120), 255)
    image.paste(0, (0, 0, 20, 20))
    return image.convert(mode)


def deep() -> Image.Image:
    return Image.fromarray(numpy.asarray(page()).astype(numpy.uint16) * 257)


def clear() -> Image.Image:
    image = Image.new("RGBA", (80, 120), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 20, 20))
    return image


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(saved(page(), "PNG"), id="grey PNG"),
        pytest.param(saved(page("1"), "PNG"), id="one bit"),
        pytest.param(saved(page("P"), "PNG"), id="palette"),
        pytest.param(saved(deep(), "PNG"), id="sixteen bits"),
        pytest.param(saved(deep(), "TIFF"), id="sixteen bits in TIFF"),
        pytest.param(saved(clear(), "PNG"), id="what is transparent is paper"),
        pytest.param(saved(page("RGB"), "JPEG"), id="colour JPEG"),
        pytest.param(saved(page("CMYK"), "JPEG"), id="CMYK JPEG"),
        pytest.param(saved(page("CMYK"), "TIFF"), id="CMYK TIFF"),
        pytest.param(saved(page("1"), "TIFF", compression="group4"), id="fax"),
        pytest.param(saved(page("RGB"), "WEBP"), id="WebP"),
        pytest.param(saved(page("RGB"), "BMP"), id="BMP"),
        pytest.param(saved(page("P"), "GIF"), id="GIF"),
    ],
)
def test_pixels_are_read_right(data: bytes) -> None:
    (picture,) = pictures_of(data)
    assert picture.pixels.dtype == numpy.uint8
    assert picture.pixels.shape[:2] == (120, 80)
    assert picture.pixels[:16, :16].mean() < 15
    assert picture.pixels[40:].mean() > 240


@pytest.mark.parametrize(
    ("how", "corner"),
    [(1, (0, 0)), (3, (-1, -1)), (6, (0, -1)), (8, (-1, 0))],
    ids=["as it is", "held upside down", "turned right", "turned left"],
)
def test_a_photo_is_turned_as_it_says(how: int, corner: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[274] = how
    (picture,) = pictures_of(saved(page("RGB"), "JPEG", exif=exif))
    assert picture.pixels[corner].mean() < 15
    assert picture.pixels.shape[:2] == ((120, 80) if how in (1, 3) else (80, 120))


def test_a_camera_makes_a_photo() -> None:
    exif = Image.Exif()
    exif[271] = "Maker"
    assert [p.photo for p in pictures_of(saved(page("RGB"), "JPEG", exif=exif))] == [True]
    assert [p.photo for p in pictures_of(saved(page("RGB"), "JPEG"))] == [None]


def test_only_a_tiff_has_several_pages() -> None:
    pages = [page("P"), page("P").rotate(180), page("P")]
    tiff = saved(pages[0].convert("L"), "TIFF", save_all=True, append_images=[p.convert("L") for p in pages[1:]])
    gif = saved(pages[0], "GIF", save_all=True, append_images=pages[1:])
    assert len(list(pictures_of(tiff))) == 3
    assert len(list(pictures_of(gif))) == 1


@pytest.mark.parametrize(
    ("stated", "dpi"),
    [((72, 72), 1169 / 11.69), ((0, 0), 1169 / 11.69), ((150, 150), 150), ((150, 75), 1169 / 11.69)],
    ids=["a telephone's 72 is made up", "none", "a scanner's", "two that differ"],
)
def test_the_resolution_is_the_files_where_it_gives_a_sheet(stated: tuple[int, int], dpi: float) -> None:
    (picture,) = pictures_of(saved(Image.new("L", (827, 1169), 255), "PNG", dpi=stated))
    assert picture.dpi == pytest.approx(dpi, rel=0.01)


def test_a_finer_picture_is_made_coarser() -> None:
    (picture,) = pictures_of(saved(Image.new("L", (900, 1200), 255), "PNG", dpi=(120, 120)))
    fine = Image.new("L", (4962, 7016), 255)
    (finer,) = pictures_of(saved(fine, "PNG", dpi=(600, 600)))
    assert picture.pixels.shape == (1200, 900)
    assert finer.pixels.shape == (3508, 2481)
    assert finer.dpi == pytest.approx(300, rel=0.01)


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        pytest.param(b"", Empty, id="nothing"),
        pytest.param(b"\xff\xd8\xff\xe0 no picture", Damaged, id="only a JPEG's beginning"),
        pytest.param(saved(page("RGB"), "JPEG")[:400], Damaged, id="a JPEG cut short"),
        pytest.param(saved(page(), "PNG")[:90], Damaged, id="a PNG cut short"),
        pytest.param(saved(page(), "TIFF")[:200], Damaged, id="a TIFF cut short"),
        pytest.param(b"\0\0\0\x18ftypheic" + bytes(40), Damaged, id="a HEIC of nothing"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, failure: type[Unreadable]) -> None:
    with pytest.raises(failure):
        list(pictures_of(data))


def test_a_picture_over_the_limit_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MAX_PIXELS", 5_000)
    with pytest.raises(TooLarge):
        list(pictures_of(saved(page(), "PNG")))


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(TooLarge):
        list(pictures_of(saved(Image.new("1", (20_000, 20_000)), "PNG")))


def test_a_picture_as_telephones_pack_it_is_read() -> None:
    """The page was drawn for this test and packed as HEVC, as HEIC files of telephones are."""
    (picture,) = pictures_of(HEIC.read_bytes())
    height, width = picture.pixels.shape[:2]
    dark = picture.pixels < 128
    rows = numpy.nonzero(dark.reshape(height, -1).any(axis=1))[0]
    assert (width, height) == (900, 1270)
    assert 85 < rows.min() < 105
    assert 530 < rows.max() < 560


@pytest.mark.parametrize("end", [200, 5_000], ids=["in its head", "in its picture"])
def test_a_heic_that_is_cut_short_is_said(end: int) -> None:
    with pytest.raises(Damaged):
        list(pictures_of(HEIC.read_bytes()[:end]))
