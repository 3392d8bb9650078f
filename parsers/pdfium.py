"""The one door to PDFium: raw characters, paths and pictures of a page, in the page's own space (y upwards).

PDFium is not thread safe and trusts its handles, so every handle lives inside a `with` of this module.
"""

from __future__ import annotations

import ctypes
import struct
from codecs import utf_16_le_decode
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from operator import itemgetter, mul, sub
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from parsers.failures import Damaged, Encrypted, TooLarge
from parsers.prototypes import ADDRESS, address_of, by_address, by_reference, reference_to, slots

MAX_PAGES = 2_000  # a report has 5 to 60 pages
MAX_ANNOTATIONS = 2_000  # on one page
MAX_CHARACTERS = 100_000  # on one page; a page full of 6-point text has about 12,000

# Asked of one page's text, with a character's index:
_loose_box = by_reference(pdfium.FPDFText_GetLooseCharBox, None)
_character = by_reference(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_text_object = by_reference(pdfium.FPDFText_GetTextObject, ADDRESS)
_font_size = by_reference(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_text_matrix = by_reference(pdfium.FPDFText_GetMatrix, None)
# Asked of one text object or font:
_render_mode = by_address(pdfium.FPDFTextObj_GetTextRenderMode, ADDRESS)
_font = by_address(pdfium.FPDFTextObj_GetFont, ADDRESS, result=ADDRESS)
_font_name = by_address(pdfium.FPDFFont_GetBaseFontName, ADDRESS, ADDRESS, ctypes.c_size_t, result=ctypes.c_size_t)

LOWEST, HIGHEST = 0.02, 5.0  # of the size; how high a character can be

_NAME = ctypes.create_string_buffer(128)
_SIX_FLOATS = struct.Struct("6f")
_NOWHERE = frozenset({None, 0})  # the text object of a character that has none
_UNSEEN = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}


Matrix = tuple[float, ...]  # six figures


class Bounds(NamedTuple):
    """A rectangle in the page's own space: y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float


# What a text object says of its characters: font, size, angle, base, and whether it is hidden. The angle is in quarter
# turns counter-clockwise, None when slanted; base is the baseline's y (turned text: its x). A page has hundreds, and a
# plain tuple is taken apart ten times as fast as a named one.
Style = tuple[str, float, int | None, float, bool]
ANGLE, HIDDEN = 2, 4  # where they stand in a style


class Glyphs(NamedTuple):
    """A page's characters in the order of the file; `text[i]` has its box at index `i` of the four others.

    U+0002 stands for a hyphen at a line's end, soft or not.
    """

    text: str
    lefts: Sequence[float]
    tops: Sequence[float]
    rights: Sequence[float]
    bottoms: Sequence[float]


class Page(NamedTuple):
    """An open page; `bounds` is what is shown of it, `rotation` its quarter turns clockwise."""

    handle: Any
    bounds: Bounds
    rotation: int


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document's handle; raises what keeps it from being read."""
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        locked = pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise Encrypted() if locked else Damaged()
    try:
        yield handle
    finally:
        pdfium.FPDF_CloseDocument(handle)


def count_pages(document: Any) -> int:
    """How many pages there are, at least one and at most the limit."""
    count = int(pdfium.FPDF_GetPageCount(document))
    if count < 1:
        raise Damaged()
    if count > MAX_PAGES:
        raise TooLarge(what="pages", size=str(count), limit=str(MAX_PAGES))
    return count


@contextmanager
def page_of(document: Any, index: int) -> Iterator[Page | None]:
    """An open page; None when PDFium cannot make sense of it."""
    handle = pdfium.FPDF_LoadPage(document, index)
    if handle and _has_filled_annotations(handle) and pdfium.FPDFPage_Flatten(handle, 0) == pdfium.FLATTEN_SUCCESS:
        pdfium.FPDF_ClosePage(handle)
        handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        yield None
        return
    try:
        yield Page(handle, _bounds(handle), pdfium.FPDFPage_GetRotation(handle) % 4)
    finally:
        pdfium.FPDF_ClosePage(handle)


def _has_filled_annotations(handle: Any) -> bool:
    """Whether text was typed onto the page, in a form's fields or a box laid over it: it must become the page's own."""
    for index in range(min(int(pdfium.FPDFPage_GetAnnotCount(handle)), MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(handle, index)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in {pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WIDGET}:
            return True
    return False


def _bounds(handle: Any) -> Bounds:
    """Crop box within media box; A4 where the file gives none."""
    box = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(handle, box) and box.right > box.left and box.top > box.bottom:
        return Bounds(box.left, box.bottom, box.right, box.top)
    return Bounds(0.0, 0.0, 595.0, 842.0)


@contextmanager
def text_of(page: Page) -> Iterator[Any]:
    """The handle of the page's text; None when it has none."""
    handle = pdfium.FPDFText_LoadPage(page.handle)
    if not handle:
        yield None
        return
    try:
        yield handle
    finally:
        pdfium.FPDFText_ClosePage(handle)


def glyphs_of(text: Any) -> Glyphs:
    """All characters with their boxes."""
    count = max(int(pdfium.FPDFText_CountChars(text)), 0)
    if count > MAX_CHARACTERS:
        raise TooLarge(what="characters-on-page", size=str(count), limit=str(MAX_CHARACTERS))
    boxes = slots(4, count)
    same = repeat(reference_to(address_of(text)))
    deque(map(_loose_box, same, range(count), boxes.references()), maxlen=0)
    flat = boxes.floats(count)  # stays as it is stored: most figures are looked at once
    shown = _characters(text, count).replace("\ufffe", "\x02").replace("\uffff", "\ufffd").replace("\0", "\ufffd")
    return Glyphs(shown, flat[0::4], flat[1::4], flat[2::4], flat[3::4])


def _characters(text: Any, count: int) -> str:
    """One character an index: in one call where the file maps every glyph to one UTF-16 unit, else one by one."""
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, units) == count + 1:
        found, _ = utf_16_le_decode(memoryview(units)[:count], "replace", True)
        if len(found) == count:
            return found
    codes = map(_character, repeat(reference_to(address_of(text))), range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


class Styles:
    """Styles of a page's text objects, each asked for once. `plain`: all are shown, and stand upright."""

    plain = True

    def __init__(self, text: Any, glyphs: Glyphs) -> None:
        self._text = reference_to(address_of(text))
        self._glyphs = glyphs
        self._known: dict[int, Style] = {}
        self._fonts: dict[int | None, str] = {}

    @property
    def fonts(self) -> Iterable[str]:
        """The names of the fonts."""
        return self._fonts.values()

    def at(self, indexes: Sequence[int]) -> list[Style]:
        """The styles of the characters at the indexes."""
        addresses = list(map(_text_object, repeat(self._text), indexes))
        first = dict(zip(reversed(addresses), reversed(indexes), strict=True))
        known = self._known
        missing = first.keys() - known.keys() - _NOWHERE if known or not all(first) else first
        if missing:
            self._learn(first if len(missing) == len(first) else {address: first[address] for address in missing})
        if all(first):
            return list(map(known.__getitem__, addresses))
        return [
            known[address] if address else self._of_none(index)
            for address, index in zip(addresses, indexes, strict=True)
        ]

    def _of_none(self, index: int) -> Style:
        """The style of a character that belongs to no text object."""
        bottom, top = self._glyphs.bottoms[index], self._glyphs.tops[index]
        return "", abs(top - bottom) or 1.0, 0, bottom, False

    def _learn(self, first: dict[int, int]) -> None:
        """Asks for the styles of text objects, given the index of a character of each."""
        count, indexes = len(first), list(first.values())
        matrices = slots(6, count)
        deque(map(_text_matrix, repeat(self._text), indexes, matrices.references()), maxlen=0)
        flat = matrices.floats(count)
        sizes = list(map(_font_size, repeat(self._text), indexes))
        names, hidden = self._names_of(first), list(map(_UNSEEN.__contains__, map(_render_mode, first)))
        seen: Sequence[float] = list(map(mul, sizes, flat[3::6]))
        angles: Sequence[int | None] = [0] * count
        bases: Sequence[float] = flat[5::6]
        if not _is_upright(flat) or not self._is_as_high(indexes, seen):
            looks = map(self._look_of, indexes, sizes, _SIX_FLOATS.iter_unpack(flat))
            seen, angles, bases = zip(*looks, strict=True)
        self.plain = self.plain and not any(hidden) and not any(angles) and None not in angles
        self._known.update(zip(first, zip(names, seen, angles, bases, hidden, strict=True), strict=True))

    def _names_of(self, objects: Iterable[int]) -> Iterator[str]:
        """The names of the fonts of text objects."""
        fonts = list(map(_font, objects))
        for font in set(fonts):
            if font not in self._fonts:
                self._fonts[font] = _font_of(font)
        return map(self._fonts.__getitem__, fonts)

    def _is_as_high(self, indexes: Sequence[int], sizes: Sequence[float]) -> bool:
        """Whether all sizes fit the heights of the characters."""
        pick = itemgetter(indexes[0], *indexes)
        heights: list[float] = list(map(sub, pick(self._glyphs.tops), pick(self._glyphs.bottoms)))
        return LOWEST * max(sizes) < min(heights) and max(heights) < HIGHEST * min(sizes)

    def _look_of(self, index: int, size: float, matrix: Matrix) -> tuple[float, int | None, float]:
        """Size as seen, angle and base of a text object whose character at `index` has this size and matrix."""
        a, b, c, d, x, y = matrix
        angle = 0 if b == 0 and a > 0 else _quarter_turns(a, b)
        seen = self._true_size(size * ((c * c + d * d) ** 0.5 if c else abs(d)), angle, index)
        return seen, angle, x if angle and angle % 2 else y

    def _true_size(self, size: float, angle: int | None, index: int) -> float:
        """The size as seen: from the character's height where the file's figure cannot be (Type 3 fonts)."""
        glyphs = self._glyphs
        sides = (glyphs.lefts, glyphs.rights) if angle and angle % 2 else (glyphs.bottoms, glyphs.tops)
        height = abs(sides[1][index] - sides[0][index])
        if angle is None or not height or LOWEST * size < height < HIGHEST * size:
            return size or 1.0
        return height / 0.9


def _is_upright(matrices: Sequence[float]) -> bool:
    """Whether all of the matrices, of six figures each, neither turn nor lean nor mirror."""
    leaning = any(matrices[1::6]) or any(matrices[2::6])
    return not leaning and min(matrices[0::6]) > 0 and min(matrices[3::6]) > 0


def _font_of(font: int | None) -> str:
    """A font's name, without the letters that mark a subset."""
    if not font:
        return ""
    size = _font_name(font, ctypes.addressof(_NAME), len(_NAME))
    shown = _NAME.value.decode("utf-8", "replace") if 0 < size <= len(_NAME) else ""
    return shown.rpartition("+")[2]


def _quarter_turns(along: float, up: float) -> int | None:
    """Quarter turns of a text's direction; None when it is more than about 8 degrees from the nearest one."""
    if abs(up) <= 0.15 * abs(along):
        return 0 if along >= 0 else 2
    if abs(along) <= 0.15 * abs(up):
        return 1 if up > 0 else 3
    return None
