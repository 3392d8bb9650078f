"""A page read from its picture: the same content that a digital page has, and how sure each word is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from parsers.document import Box, PageSize
from parsers.frames import Frame
from parsers.grid import grids_of
from parsers.pages import Drawn, PageContent, content_from
from parsers.pdfium import Bounds
from parsers.raster.cleaning import cleaned, without_rulings
from parsers.raster.picture import POINTS, PagePicture, RawPicture, Way
from parsers.scanned_cells import unruled, with_figures, with_figures_at
from parsers.scanned_columns import spots_in_columns
from parsers.scanned_rest import is_blank, with_rest
from parsers.scanned_words import Word, pieces_of, words_of
from parsers.syllables import syllable_share
from parsers.tesseract import turn_of, words_in

POOR = 0.55  # mean surety of a page's letters; clean scans have 0.9 and more, upside down or blurred ones 0.2 to 0.5
STRANGE = 0.5  # of a page's words are no Vietnamese syllables
SURE = 0.3  # a word read with less is a speck, a stamp's edge or what is left of a ruling


class Seen(NamedTuple):
    """A word in points of the cleaned page, how sure it is, 0 to 1, and what else it may be (itself first)."""

    text: str
    box: Box
    sure: float
    readings: tuple[tuple[str, float], ...] = ()


class Scan(NamedTuple):
    """What is known of a page that was read from its picture: the way back to it, its words, and where letters may
    stand that were not read."""

    way: Way
    words: tuple[Seen, ...]
    doubts: tuple[str, ...]
    unread: tuple[Box, ...] = ()

    @property
    def sure(self) -> float:
        """How sure its letters are on average."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.sure * len(word.text) for word in self.words) / letters if letters else 1.0

    @property
    def hardly_read(self) -> bool:
        """Whether most of what was made out may be wrong, so that other words may be missing."""
        share = syllable_share(" ".join(word.text for word in self.words))
        return self.sure < POOR or (share is not None and share < STRANGE)


def picture_read(raw: RawPicture, number: int, above: PageContent | None) -> tuple[PageContent, Scan]:
    """A page read from its picture; one that hardly can be is tried another way up, as Tesseract sees it."""
    picture = cleaned(raw, turn_of)
    size = PageSize(number, round(raw.width, 2), round(raw.height, 2))
    content, scan = _read(picture, size, above)
    if not scan.hardly_read:
        return content, scan
    seen = turn_of(picture.grey, picture.dpi)
    aside = seen is not None and seen % 2 == 1  # a wide table on its side: its lines have to be found anew
    turned = cleaned(raw, up=(picture.turn + (seen or 0)) % 4) if aside else turned_by_half(picture)
    other, again = _read(turned, size, above)
    return (other, again) if again.sure > scan.sure else (content, scan)


def _read(picture: PagePicture, size: PageSize, above: PageContent | None) -> tuple[PageContent, Scan]:
    grey = without_rulings(picture)
    grids = grids_of(picture.rulings)
    found = [] if is_blank(picture.grey, picture.dpi) else words_of(words_in(grey, picture.dpi))
    words = [word for word in found if is_text(word)]
    words, unread = with_rest(grey, picture.dpi, words, is_text)
    words = with_figures(picture, grey, grids, words)
    spots = spots_in_columns(grey, picture.dpi, words, unruled(picture, grids, words))
    words = with_figures_at(grey, picture.dpi, spots, words)
    scale = POINTS / picture.dpi
    frame = Frame(Bounds(0.0, 0.0, picture.width, picture.height), 0)
    drawn = Drawn(grids, picture.rulings, 1.0)
    content = content_from(size, (frame, frame), pieces_of(words, scale), drawn, above)
    left = tuple(Box(*(end * scale for end in box)) for box in unread if not _is_read(box, words))
    return content, Scan(picture.way, tuple(_seen(words, scale)), picture.doubts, left)


def _is_read(box: Box, words: Sequence[Word]) -> bool:
    """Whether a word was found after all where ink was unread: a figure in a cell."""
    return any(
        box.x0 <= (word.x0 + word.x1) / 2 <= box.x1 and box.top <= (word.top + word.bottom) / 2 <= box.bottom
        for word in words
    )


def turned_by_half(picture: PagePicture) -> PagePicture:
    """The cleaned page the other way up."""
    width, height = picture.width, picture.height
    a, b, c, d, e, f, g, h, i = picture.way.matrix
    matrix = (
        -a,
        -b,
        a * width + b * height + c,
        -d,
        -e,
        d * width + e * height + f,
        -g,
        -h,
        g * width + h * height + i,
    )
    way = Way(
        matrix,
        tuple(width - x for x in reversed(picture.way.xs)),
        tuple(height - y for y in reversed(picture.way.ys)),
        tuple(tuple((-right, -down) for right, down in reversed(line)) for line in reversed(picture.way.shifts)),
    )
    rulings = tuple(Box(width - x1, height - y1, width - x0, height - y0) for x0, y0, x1, y1 in picture.rulings)
    return replace(picture, grey=picture.grey[::-1, ::-1].copy(), rulings=rulings, way=way, turn=(picture.turn + 2) % 4)


def is_text(word: Word) -> bool:
    """Whether a word is one, not a speck or what is left of a ruling."""
    return word.sure >= SURE and any(sign.isalnum() or sign in "-–/%" for sign in word.text)


def _seen(words: Sequence[Word], scale: float) -> list[Seen]:
    return [
        Seen(
            word.text,
            Box(word.x0 * scale, word.top * scale, word.x1 * scale, word.bottom * scale),
            word.sure,
            word.readings,
        )
        for word in words
    ]
