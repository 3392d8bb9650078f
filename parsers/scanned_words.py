"""From Tesseract's answer to words, and from those to pieces of text on the page, as a digital page has them."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from parsers.failures import ProgramFailed
from parsers.pieces import Piece
from parsers.tesseract import FOUND, PROGRAM

SAME_SIZE = 0.3  # of the page's usual size; letters that differ by less are taken to have it
LOFTY = 1.2  # of the size; no letter is so high: a lone "1" beside a word may get the box of the whole line
ON_LINE = 0.25  # of the size; a word whose letters end further from its line's baseline stands on its own
_HANGING = frozenset("gjpqyQ,;()[]{}|/ạẠặẶậẬẹẸệỆịỊọỌộỘợỢụỤựỰỵỴ\"'“”‘’*°-–—_•=~^")  # their ends tell no baseline
_BOX = re.compile(r"bboxe?s? (\d+) (\d+) (\d+) (\d+)")
_BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_SURE = re.compile(r"x_w?conf ([\d.]+)")


class Sign(NamedTuple):
    """A letter in a picture: its box in pixels and how sure it is, 0 to 1."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    sure: float


class Word(NamedTuple):
    """A word in a picture, in pixels: where its letters stand, on which baseline; how sure it is, 0 to 1.

    `readings` is what else it may be, itself first, where that is known.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    sure: float
    signs: tuple[Sign, ...]
    readings: tuple[tuple[str, float], ...] = ()


def words_of(hocr: bytes) -> list[Word]:
    """The words of Tesseract's answer, in its order."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    whole = hocr.rstrip().endswith(b"</html>")  # an answer cut short would be a page with words missing
    root = etree.fromstring(hocr, parser) if whole else None
    if root is None or not any(element.get("class") == "ocr_page" for element in root.iter("{*}div")):
        raise ProgramFailed(program=PROGRAM, found=FOUND, how="garbage")
    return list(_words(root))


_STROKED_TWICE = re.compile("ĐÐ|ÐĐ|ÐÐ")
_NUMBER_WORD = re.compile(r"^S[60óôòồổỗÓÔÒỒỔỖỐ]:(?=\W*\d|$)")  # the word before a document's own number
_SPECK = re.compile(r"^['`‘’_](?=\d)")


def tidied(text: str) -> str:
    """A word in the letters that are meant: the stroke of "Đ" is seen twice, a speck as a mark before a number, and
    other languages have signs that look alike."""
    plain = _STROKED_TWICE.sub("Đ", text).replace("Ð", "Đ").replace("⁄", "/")
    return _NUMBER_WORD.sub("Số:", _SPECK.sub("", plain))


def _words(root: Any) -> Iterator[Word]:
    slope = offset = size = left = bottom = 0.0
    for element in root.iter("{*}span"):
        title = element.get("title", "")
        box = _BOX.search(title)
        if box is None:
            continue
        x0, top, x1, below = map(float, box.groups())
        if element.get("class") == "ocrx_word":
            signs = tuple(_signs(element))
            sure = _SURE.search(title)
            text = tidied(unicodedata.normalize("NFC", "".join(sign.text for sign in signs)))
            if not text or sure is None or x1 <= x0:
                continue
            on_line = bottom + offset + slope * ((x0 + x1) / 2 - left)
            base = _base(signs, on_line, size)
            yield Word(text, x0, top, x1, below, base, size, float(sure[1]) / 100, signs)
        elif baseline := _BASELINE.search(title):
            found = _SIZE.search(title)
            slope, offset = float(baseline[1]), float(baseline[2])
            size = float(found[1]) if found else below - top
            left, bottom = x0, below


def _signs(element: Any) -> Iterator[Sign]:
    for child in element.iter("{*}span"):
        title = child.get("title", "")
        box, sure = _BOX.search(title), _SURE.search(title)
        if box and sure and child.get("class") == "ocrx_cinfo":
            text = "".join(child.itertext()).strip()
            if text:
                x0, top, x1, bottom = map(float, box.groups())
                yield Sign(text, x0, top, x1, bottom, float(sure[1]) / 100)


def _base(signs: Sequence[Sign], on_line: float, size: float) -> float:
    """A word's baseline: its line's, unless its own letters end elsewhere (words of two cells taken for one line)."""
    ends = [sign.bottom for sign in signs if sign.text not in _HANGING and sign.bottom - sign.top <= LOFTY * size]
    if not ends:
        return on_line
    own = statistics.median(ends)
    return on_line if abs(own - on_line) <= ON_LINE * size else own


def pieces_of(words: Sequence[Word], scale: float) -> list[Piece]:
    """Pieces of text in points; `scale` is points a pixel."""
    usual = _usual_size(words) * scale
    return [_piece(word, scale, usual) for word in words]


def _usual_size(words: Sequence[Word]) -> float:
    """The size of most letters."""
    sizes = [word.size for word in words for _ in word.text]
    return statistics.median(sizes) if sizes else 0.0


def _piece(word: Word, scale: float, usual: float) -> Piece:
    size = word.size * scale
    if abs(size - usual) <= SAME_SIZE * usual:
        size = usual
    lefts, rights = _ends(word, scale)
    return Piece(word.base * scale, word.x0 * scale, word.x1 * scale, size, word.text, 0, True, "", 0, lefts, rights)


def _ends(word: Word, scale: float) -> tuple[list[float], list[float]]:
    """Where each letter begins and ends; evenly spread where composing letters has left fewer than were seen."""
    if len(word.signs) == len(word.text):
        return [sign.x0 * scale for sign in word.signs], [sign.x1 * scale for sign in word.signs]
    step = (word.x1 - word.x0) / len(word.text)
    lefts = [(word.x0 + n * step) * scale for n in range(len(word.text))]
    return lefts, [left + step * scale for left in lefts]
