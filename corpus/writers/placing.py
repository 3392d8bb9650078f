"""How the second PDF producer places a line of text: whole, word by word, letter by letter, in kerned pieces, apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from corpus.paper import Hand
from corpus.writers.strip import Measure, Text

# The Liberation faces lack most Vietnamese letters; LibreOffice mends that letter by letter, ReportLab does not.
FONT_FOLDER = Path("/usr/share/fonts/truetype/dejavu")
FACES = {
    "DejaVuSerif": ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic"),
    "DejaVuSerifCondensed": ("DejaVuSerifCondensed", "DejaVuSerifCondensed-Bold", "DejaVuSerifCondensed-Italic"),
    "DejaVuSansCondensed": ("DejaVuSansCondensed", "DejaVuSansCondensed-Bold", "DejaVuSansCondensed-Oblique"),
}
STYLES = ("", "bold", "italic")
APART = 0.3  # points between letters where the hand sets them apart
KERNED = 0.012  # how far a piece moves towards the one before it, as a share of the letter size

Piece = tuple[float, str]  # how far from the line's beginning, what


@cache
def _font(font: str, style: str) -> TTFont:
    """The face, known to ReportLab from now on."""
    name = FACES[font][STYLES.index(style)]
    found = TTFont(name, str(FONT_FOLDER / f"{name}.ttf"))
    pdfmetrics.registerFont(found)
    return found


def measure_of(hand: Hand) -> Measure:
    """How wide this hand sets a text."""
    apart = APART if hand.pieces == "spaced" else 0.0
    return lambda text, style, size: _width(text, hand.font, style, size) + apart * len(text)


def _width(text: str, font: str, style: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, _font(font, style).fontName, size))


def draw_text(canvas: Canvas, text: Text, x: float, baseline: float, hand: Hand) -> None:
    """Draws one line. What the face has no letter for becomes an x, as a missing tick would in print."""
    font = _font(hand.font, text.style)
    canvas.setFont(font.fontName, text.size)
    known = font.face.charToGlyph
    shown = text._replace(text="".join(c if ord(c) in known else "x" for c in text.text))
    if hand.pieces == "spaced":
        canvas.drawString(x, baseline, shown.text, charSpace=APART)
        return
    for along, piece in PLACED.get(hand.pieces, _whole)(shown, hand):
        canvas.drawString(x + along, baseline, piece)


def _whole(text: Text, hand: Hand) -> Iterator[Piece]:
    del hand
    yield 0.0, text.text


def _words(text: Text, hand: Hand) -> Iterator[Piece]:
    """Each word by itself, no spaces between; a line that is to be justified has its words further apart."""
    words = text.text.split(" ")
    extra = text.stretch / max(1, len(words) - 1) if hand.pieces == "justified" else 0.0
    along = 0.0
    for word in words:
        yield along, word
        along += _width(f"{word} ", hand.font, text.style, text.size) + extra


def _letters(text: Text, hand: Hand) -> Iterator[Piece]:
    """Each letter by itself; blanks are not drawn."""
    along = 0.0
    for letter in text.text:
        if letter != " ":
            yield along, letter
        along += _width(letter, hand.font, text.style, text.size)


def _kerned(text: Text, hand: Hand) -> Iterator[Piece]:
    """Pieces of one to five letters, each a little nearer to the one before it or further away, blanks among them."""
    along, start, draw = 0.0, 0, crc32(text.text.encode())
    while start < len(text.text):
        draw = (draw * 1103515245 + 12345) % 2**31
        piece = text.text[start : start + 1 + draw // 7 % 5]
        yield along, piece
        start += len(piece)
        along += _width(piece, hand.font, text.style, text.size) + (draw // 64 % 3 - 1) * KERNED * text.size


PLACED: dict[str, Callable[[Text, Hand], Iterator[Piece]]] = {
    "words": _words, "justified": _words, "letters": _letters, "kerned": _kerned,
}  # fmt: skip
