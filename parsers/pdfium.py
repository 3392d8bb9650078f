"""The one door to PDFium: raw characters, paths and pictures of a page, in the page's own space (y upwards).

PDFium is not thread safe and trusts its handles, so every handle lives inside a `with` of this module. Calls go through
prototypes that take plain addresses: a call a character is what reading a page costs, and this way the loop runs in C.
"""

from __future__ import annotations

import ctypes
import struct
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from parsers.failures import Damaged, Encrypted, TooLarge

MAX_PAGES = 2_000  # a report has 5 to 60 pages
MAX_ANNOTATIONS = 2_000  # on one page
MAX_CHARACTERS = 100_000  # on one page; a page full of 6-point text has about 12,000

_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int


def by_address(function: Any, *arguments: Any, result: Any = ctypes.c_int) -> Callable[..., Any]:
    """The same foreign function, taking addresses as integers (no pointer object to make for each call)."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, _ADDRESS).value or 0)


_loose_box = by_address(pdfium.FPDFText_GetLooseCharBox, _ADDRESS, _INT, _ADDRESS)
_character = by_address(pdfium.FPDFText_GetUnicode, _ADDRESS, _INT, result=ctypes.c_uint)
_text_object = by_address(pdfium.FPDFText_GetTextObject, _ADDRESS, _INT, result=_ADDRESS)
_font_size = by_address(pdfium.FPDFText_GetFontSize, _ADDRESS, _INT, result=ctypes.c_double)
_text_matrix = by_address(pdfium.FPDFText_GetMatrix, _ADDRESS, _INT, _ADDRESS)
_render_mode = by_address(pdfium.FPDFTextObj_GetTextRenderMode, _ADDRESS)
_font = by_address(pdfium.FPDFTextObj_GetFont, _ADDRESS, result=_ADDRESS)
_font_name = by_address(pdfium.FPDFFont_GetBaseFontName, _ADDRESS, _ADDRESS, ctypes.c_size_t, result=ctypes.c_size_t)

_SIX_FLOATS = struct.Struct("6f").iter_unpack
_UNSEEN = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}


_SHOWN = str.maketrans({"\ufffe": "\x02", "\uffff": "\ufffd", "\x00": "\ufffd"})


class Bounds(NamedTuple):
    """A rectangle in the page's own space: y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Style(NamedTuple):
    """What a text object says of its characters.

    `angle` is in quarter turns counter-clockwise, None when slanted; `base` is the baseline's y (turned text: its x).
    """

    font: str
    size: float
    angle: int | None
    base: float
    hidden: bool


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
def text_of(page: Page) -> Iterator[int]:
    """The address of the page's text; 0 when it has none."""
    handle = pdfium.FPDFText_LoadPage(page.handle)
    if not handle:
        yield 0
        return
    try:
        yield _address(handle)
    finally:
        pdfium.FPDFText_ClosePage(handle)


def _address(handle: Any) -> int:
    return ctypes.cast(handle, _ADDRESS).value or 0


def glyphs_of(text: int) -> Glyphs:
    """All characters with their boxes."""
    handle = ctypes.cast(text, pdfium.FPDF_TEXTPAGE)
    count = max(int(pdfium.FPDFText_CountChars(handle)), 0)
    if count > MAX_CHARACTERS:
        raise TooLarge(what="characters-on-page", size=str(count), limit=str(MAX_CHARACTERS))
    buffer = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(buffer)
    deque(map(_loose_box, repeat(text), range(count), range(start, start + 16 * count, 16)), maxlen=0)
    flat = struct.unpack(f"{4 * count}f", buffer)
    return Glyphs(_characters(text, handle, count).translate(_SHOWN), flat[0::4], flat[1::4], flat[2::4], flat[3::4])


def _characters(text: int, handle: Any, count: int) -> str:
    """One character an index: in one call where the file maps every glyph to one UTF-16 unit, else one by one."""
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(handle, 0, count, units) == count + 1:
        found = bytes(units)[: 2 * count].decode("utf-16-le", "replace")
        if len(found) == count:
            return found
    codes = map(_character, repeat(text), range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


class Styles:
    """Styles of a page's text objects, each asked for once."""

    def __init__(self, text: int, glyphs: Glyphs) -> None:
        self._text = text
        self._glyphs = glyphs
        self._known: dict[int, Style] = {}
        self._fonts: dict[int | None, str] = {None: "", 0: ""}

    def at(self, indexes: Sequence[int]) -> list[Style]:
        """The styles of the characters at the indexes."""
        addresses = list(map(_text_object, repeat(self._text), indexes))
        first: dict[int, int] = {}
        for address, index in zip(addresses, indexes, strict=True):
            if address and address not in self._known:
                first.setdefault(address, index)
        if first:
            self._learn(first)
        known = self._known
        return [
            known[address] if address else self._of_none(index)
            for address, index in zip(addresses, indexes, strict=True)
        ]

    def _of_none(self, index: int) -> Style:
        """The style of a character that belongs to no text object."""
        bottom, top = self._glyphs.bottoms[index], self._glyphs.tops[index]
        return Style("", abs(top - bottom) or 1.0, 0, bottom, False)

    def _learn(self, first: dict[int, int]) -> None:
        """Asks for the styles of text objects, given the index of a character of each."""
        count, indexes = len(first), list(first.values())
        matrices = (ctypes.c_float * (6 * count))()
        start = ctypes.addressof(matrices)
        deque(map(_text_matrix, repeat(self._text), indexes, range(start, start + 24 * count, 24)), maxlen=0)
        sizes = map(_font_size, repeat(self._text), indexes)
        modes, fonts = map(_render_mode, first), map(_font, first)
        for address, index, matrix, size, mode, font in zip(
            first, indexes, _SIX_FLOATS(matrices), sizes, modes, fonts, strict=True
        ):
            a, b, c, d, x, y = matrix
            angle = 0 if b == 0 and a > 0 else _quarter_turns(a, b)
            seen = self._true_size(size * ((c * c + d * d) ** 0.5 if c else abs(d)), angle, index)
            name = self._fonts.get(font) or self._font_of(font)
            base = x if angle and angle % 2 else y
            self._known[address] = Style(name, seen, angle, base, mode in _UNSEEN)

    def _true_size(self, size: float, angle: int | None, index: int) -> float:
        """The size as seen: from the character's height where the file's figure cannot be (Type 3 fonts)."""
        glyphs = self._glyphs
        sides = (glyphs.lefts, glyphs.rights) if angle and angle % 2 else (glyphs.bottoms, glyphs.tops)
        height = abs(sides[1][index] - sides[0][index])
        if angle is None or not height or 0.02 * size < height < 5 * size:
            return size or 1.0
        return height / 0.9

    def _font_of(self, font: int | None) -> str:
        """A font's name, without the letters that mark a subset."""
        if not font:
            return ""
        buffer = ctypes.create_string_buffer(128)
        size = _font_name(font, ctypes.addressof(buffer), 128)
        shown = buffer.value.decode("utf-8", "replace") if 0 < size <= 128 else ""
        self._fonts[font] = shown.rpartition("+")[2]
        return self._fonts[font]


def _quarter_turns(along: float, up: float) -> int | None:
    """Quarter turns of a text's direction; None when it is more than about 8 degrees from the nearest one."""
    if abs(up) <= 0.15 * abs(along):
        return 0 if along >= 0 else 2
    if abs(along) <= 0.15 * abs(up):
        return 1 if up > 0 else 3
    return None
