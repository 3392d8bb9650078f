"""Short texts drawn in many fonts, worn as printing and scanning wears them, cut into signs as the reader cuts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.scanned_figures import SIGNS
from parsers.scanned_signs import TALL, ink_of, marks_in

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Grey = NDArray[numpy.uint8]

OTHERS = "abcdefghijklmnopqrstuvwyzđăâêôơưáàạảãéèếềễệíìịóòốồộớờợúùứừựýABCDEFGHKLMNPQRSTUVWYĐÊÔƠƯ()[]+*=;:?!&"
TICKS = "xX✓✔"
SAME = {"X": "x", "✔": "✓"}  # are one answer
FINE = 4  # times as fine as it is seen are texts drawn
UNUSUAL = (
    "hairline",
    "thin",
    "light",
    "cursor",
    "mono",
    "chorus",
    "dingbat",
    "symbol",
    "d050000l",
    "z003",
    "_k.",
    "_m.",
)


class Text(NamedTuple):
    """A worn text: the picture, where each of its signs stands from left to right, and the picture's dpi."""

    grey: Grey
    spans: tuple[tuple[str, float, float], ...]
    dpi: int


def usual_fonts(folders: Sequence[Path]) -> list[Path]:
    """The fonts in which a report may be set, each once."""
    found = {path.name: path for folder in folders for path in folder.rglob("*.[to]tf")}
    return [found[name] for name in sorted(found) if not any(part in name.lower() for part in UNUSUAL)]


def signs(texts: Iterator[Text]) -> Iterator[tuple[Any, float, int]]:
    """Each tall sign as the reader sees it: its ink, its shape, and which answer is right."""
    for text in texts:
        marks = marks_in(text.grey, text.dpi)
        tallest = max((mark.height for mark in marks), default=0)
        for mark in marks:
            inside = [sign for sign, left, right in text.spans if mark.x0 < (left + right) / 2 < mark.x1]
            if mark.height < TALL * tallest or len(inside) != 1 or inside[0] in ".,-":
                continue
            answer = SIGNS.find(SAME.get(inside[0], inside[0]))
            yield ink_of(text.grey, mark), mark.width / mark.height, answer if answer >= 0 else len(SIGNS)


def texts(seed: int, fonts: Sequence[Path]) -> Iterator[Text]:
    """Texts without end."""
    import numpy

    pick, noise = Random(seed), numpy.random.default_rng(seed)
    while True:
        dpi = pick.choice((150, 150, 200, 200, 250, 300))
        font = pick.choice(fonts)
        grey, spans = _drawn(pick, _words(pick, font), font, pick.uniform(10, 15) * dpi / 72)
        yield Text(_worn(pick, noise, grey, dpi), spans, dpi)


def _words(pick: Random, font: Path) -> str:
    """A figure, or some letters, or a tick that the font has."""
    kind = pick.random()
    if kind < 0.65:
        return _figure(pick)
    if kind < 0.75:
        return pick.choice([sign for sign in TICKS if sign in "xX" or _has(font, sign)])
    return "".join(pick.choices(OTHERS, k=pick.randint(1, 3)))


def _has(path: Path, sign: str) -> bool:
    """Whether a font has a sign of its own for a letter."""
    from PIL import ImageFont

    font = ImageFont.truetype(str(path), 40)
    return bytes(font.getmask(sign)) != bytes(font.getmask("\ufff0"))


def _figure(pick: Random) -> str:
    whole, tenth = pick.randint(0, 100), pick.choice("5555" + "0123456789")
    return pick.choice(
        (
            str(whole), str(whole), f"{whole % 100}{pick.choice(',.')}{tenth}", f"{whole % 10},{tenth}",
            f"{pick.randint(1, 2)}.{pick.randint(1, 9)}", f"{whole}/{pick.choice((5, 10, 20, 100))}", f"{whole}%",
            "".join(pick.choices("0123456789", k=pick.randint(1, 6))),
        )
    )  # fmt: skip


def _drawn(pick: Random, words: str, path: Path, em: float) -> tuple[Grey, tuple[tuple[str, float, float], ...]]:
    """The words in black on white, and where each sign stands."""
    import cv2
    import numpy
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(str(path), round(em * FINE))
    apart = pick.uniform(0.0, 0.06) * em * FINE
    width = int(sum(font.getlength(sign) + apart for sign in words) + 2 * em * FINE)
    picture = Image.new("L", (width, int(2.2 * em * FINE)), 255)
    pen, x, spans = ImageDraw.Draw(picture), em * FINE * pick.uniform(0.5, 1.0), []
    for sign in words:
        pen.text((x, 0.4 * em * FINE), sign, font=font, fill=0)
        spans.append((sign, x / FINE, (x + font.getlength(sign)) / FINE))
        x += font.getlength(sign) + apart
    if pick.random() < 0.6:
        picture = picture.rotate(pick.uniform(-1.2, 1.2), resample=Image.Resampling.BICUBIC, fillcolor=255)
    size = (picture.width // FINE, picture.height // FINE)
    return numpy.asarray(cv2.resize(numpy.asarray(picture), size, interpolation=cv2.INTER_AREA)), tuple(spans)


def _worn(pick: Random, noise: Any, grey: Grey, dpi: int) -> Grey:
    """Ink that ran or faded, blur, uneven toner, noise, JPEG, and now and then a scan in black and white."""
    import cv2
    import numpy

    if pick.random() < 0.25:
        grey = (cv2.erode if pick.random() < 0.6 else cv2.dilate)(grey, numpy.ones((2, 2), numpy.uint8))
    grey = cv2.GaussianBlur(grey, (0, 0), pick.uniform(0.2, 1.0) * dpi / 200 + 0.05)
    dark, light = pick.uniform(0, 90), pick.uniform(215, 255)
    seen = dark + (light - dark) * grey.astype(numpy.float32) / 255
    if pick.random() < 0.15:
        seen = seen + noise.normal(0, 30, seen.shape) * (seen < 128)
    seen = seen + noise.normal(0, pick.uniform(0, 14), seen.shape)
    grey = numpy.clip(seen, 0, 255).astype(numpy.uint8)
    if pick.random() < 0.7:
        _, packed = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, pick.randint(40, 92)])
        grey = numpy.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), numpy.uint8)
    if pick.random() < 0.12:
        grey = numpy.where(grey < pick.uniform(110, 190), 0, 255).astype(numpy.uint8)
    return grey
