"""Short texts drawn in many fonts, worn as printing and scanning wears them, cut into signs as the reader cuts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.scanned_figures import SIGNS
from parsers.scanned_signs import TALL, Mark, Run, ink_of, marks_in, runs_of, spots_of

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Grey = NDArray[numpy.uint8]

Span = tuple[str, float, float]  # a sign, and from where to where it stands

OTHERS = "abcdefghijklmnopqrstuvwyzăâêôơưáàạảãéèếềễệíìịóòốồộớờợúùứừựýABCDEFGHKLMNPQRSTUVWYĐÊÔƠƯ()[]+*=;:?!&"
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
    spans: tuple[Span, ...]
    dpi: int
    font: int  # its number among the fonts


class Shown(NamedTuple):
    """A run of spots as the reader sees it: its ink, its shape, which answer is right, and the number of its font."""

    ink: Any
    shape: float
    answer: int
    font: int


def usual_fonts(folders: Sequence[Path]) -> list[Path]:
    """The fonts in which a report may be set, each once."""
    found = {path.name: path for folder in folders for path in folder.rglob("*.[to]tf")}
    return [found[name] for name in sorted(found) if not any(part in name.lower() for part in UNUSUAL)]


def signs(texts: Iterator[Text]) -> Iterator[Shown]:
    """Each run of spots as the reader sees it: its ink, its shape, and which answer is right.

    A run that holds one whole sign and nothing else is that sign; pieces of one and several together are none.
    """
    for text in texts:
        marks = marks_in(text.grey, text.dpi)
        tall = [mark for mark in marks if mark.height >= TALL * max(mark.height for mark in marks)]
        if not tall:
            continue
        height = sorted(mark.height for mark in tall)[len(tall) // 2]
        spots = spots_of(text.grey, marks, height)
        owners = [_owner(spot, text.spans) for spot in spots]
        for run in runs_of(spots, height):
            if run.mark.height < TALL * height and run.last - run.first == 1:
                continue
            answer = _answer(owners, run, text.spans)
            yield Shown(ink_of(text.grey, run.mark), run.mark.width / run.mark.height, answer, text.font)


def _owner(spot: Mark, spans: Sequence[Span]) -> int | None:
    """Which sign a spot belongs to; None where it holds the middle of several or of none."""
    inside = [n for n, (_, left, right) in enumerate(spans) if spot.x0 < (left + right) / 2 < spot.x1]
    if len(inside) > 1:
        return None
    middle = (spot.x0 + spot.x1) / 2
    return next((n for n, (_, left, right) in enumerate(spans) if left <= middle <= right), None)


def _answer(owners: Sequence[int | None], run: Run, spans: Sequence[Span]) -> int:
    """Which answer is right for a run of spots."""
    owner, inside = owners[run.first], set(range(run.first, run.last))
    whole = owner is not None and inside == {n for n, other in enumerate(owners) if other == owner}
    sign = spans[owner][0] if owner is not None and whole else ""
    answer = SIGNS.find(SAME.get(sign, sign)) if sign else -1
    return answer if answer >= 0 else len(SIGNS)


def texts(seed: int, fonts: Sequence[Path]) -> Iterator[Text]:
    """Texts without end."""
    import numpy

    pick, noise = Random(seed), numpy.random.default_rng(seed)
    while True:
        dpi = pick.choice((150, 150, 200, 200, 250, 300))
        number = pick.randrange(len(fonts))
        font = fonts[number]
        grey, spans = _drawn(pick, _words(pick, font), font, pick.uniform(10, 15) * dpi / 72)
        yield Text(_straightened(pick, _worn(pick, noise, grey, dpi)), spans, dpi, number)


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
            f"{whole}đ", f"{whole % 10},{tenth}đ",
            "".join(pick.choices("0123456789", k=pick.randint(1, 6))),
        )
    )  # fmt: skip


def _drawn(pick: Random, words: str, path: Path, em: float) -> tuple[Grey, tuple[Span, ...]]:
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
    grey = numpy.asarray(picture)
    if pick.random() < 0.6:
        grey = _turned(grey, pick.uniform(-1.2, 1.2))
    size = (picture.width // FINE, picture.height // FINE)
    return numpy.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), numpy.uint8), tuple(spans)


def _turned(grey: Grey, angle: float, right: float = 0.0, down: float = 0.0) -> Grey:
    """Turned by an angle and moved."""
    import cv2
    import numpy

    high, wide = grey.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    turn[:, 2] += right, down
    return numpy.asarray(cv2.warpAffine(grey, turn, (wide, high), borderMode=cv2.BORDER_REPLICATE), numpy.uint8)


def _worn(pick: Random, noise: Any, grey: Grey, dpi: int) -> Grey:
    """Ink that ran or faded, blur, uneven toner, noise, JPEG, and now and then a scan in black and white."""
    import cv2
    import numpy

    if pick.random() < 0.25:
        grey = (cv2.erode if pick.random() < 0.6 else cv2.dilate)(grey, numpy.ones((2, 2), numpy.uint8))
    grey = cv2.GaussianBlur(grey, (0, 0), pick.uniform(0.2, 1.1) * pick.choice((1.0, dpi / 200)))
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


def _straightened(pick: Random, grey: Grey) -> Grey:
    """Turned by a little, as the reader turns a page that lies askew, which blurs it once more."""
    return grey if pick.random() < 0.4 else _turned(grey, pick.uniform(-0.8, 0.8), pick.random(), pick.random())
