"""The one door to PDFium: raw characters, paths and pictures of a page, in the page's own space (y upwards).

PDFium is not thread safe and trusts its handles, so every handle lives inside a `with` of this module. Calls go through
prototypes that take plain addresses: a call a character is what reading a page costs, and this way the loop runs in C.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from parsers.failures import Damaged, Encrypted, TooLarge

MAX_PAGES = 2_000  # a report has 5 to 60 pages
MAX_CHARACTERS = 100_000  # on one page; a page full of 6-point text has about 12,000

_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int


def _by_address(function: Any, *arguments: Any, result: Any = ctypes.c_int) -> Callable[..., Any]:
    """The same foreign function, taking addresses as integers (no pointer object to make for each call)."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, _ADDRESS).value or 0)


loose_box = _by_address(pdfium.FPDFText_GetLooseCharBox, _ADDRESS, _INT, _ADDRESS)
character = _by_address(pdfium.FPDFText_GetUnicode, _ADDRESS, _INT, result=ctypes.c_uint)
text_object = _by_address(pdfium.FPDFText_GetTextObject, _ADDRESS, _INT, result=_ADDRESS)
page_object = _by_address(pdfium.FPDFPage_GetObject, _ADDRESS, _INT, result=_ADDRESS)
form_object = _by_address(pdfium.FPDFFormObj_GetObject, _ADDRESS, ctypes.c_ulong, result=_ADDRESS)
object_type = _by_address(pdfium.FPDFPageObj_GetType, _ADDRESS)


class Bounds(NamedTuple):
    """A rectangle in the page's own space: y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Style(NamedTuple):
    """What a text object says of its characters; `angle` in quarter turns counter-clockwise, None when slanted."""

    font: str
    size: float
    angle: int | None
    hidden: bool


class Glyphs(NamedTuple):
    """A page's characters in the order of the file; `text[i]` has its box at index `i` of the four lists."""

    text: str
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]


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
    if not handle:
        yield None
        return
    try:
        yield Page(handle, _bounds(handle), pdfium.FPDFPage_GetRotation(handle) % 4)
    finally:
        pdfium.FPDF_ClosePage(handle)


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
    deque(map(loose_box, repeat(text), range(count), range(start, start + 16 * count, 16)), maxlen=0)
    flat: list[float] = memoryview(buffer).cast("B").cast("f").tolist()
    return Glyphs(_characters(text, handle, count), flat[0::4], flat[1::4], flat[2::4], flat[3::4])


def _characters(text: int, handle: Any, count: int) -> str:
    """One character an index: in one call where the file maps every glyph to one UTF-16 unit, else one by one."""
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(handle, 0, count, units) == count + 1:
        found = bytes(units)[: 2 * count].decode("utf-16-le", "replace")
        if len(found) == count:
            return found
    codes = map(character, repeat(text), range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


class Styles:
    """Styles of a page's text objects, each asked for once."""

    def __init__(self, text: int) -> None:
        self._text = text
        self._handle = ctypes.cast(text, pdfium.FPDF_TEXTPAGE)
        self._known: dict[int, Style] = {}

    def at(self, index: int) -> Style:
        """The style of the character at `index`."""
        address = text_object(self._text, index) or 0
        style = self._known.get(address)
        if style is None:
            style = self._known[address] = self._ask(address, index)
        return style

    def _ask(self, address: int, index: int) -> Style:
        if not address:
            return Style("", pdfium.FPDFText_GetFontSize(self._handle, index), 0, False)
        handle = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._handle, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._handle, index) * (matrix.c**2 + matrix.d**2) ** 0.5
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        hidden = mode in {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
        return Style(_font_name(handle), size, _quarter_turns(matrix.a, matrix.b), hidden)


def _quarter_turns(along: float, up: float) -> int | None:
    """Quarter turns of a text's direction; None when it is more than about 8 degrees from the nearest one."""
    if abs(up) <= 0.15 * abs(along):
        return 0 if along >= 0 else 2
    if abs(along) <= 0.15 * abs(up):
        return 1 if up > 0 else 3
    return None


def _font_name(handle: Any) -> str:
    font = pdfium.FPDFTextObj_GetFont(handle)
    if not font:
        return ""
    buffer = ctypes.create_string_buffer(128)
    size = pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2] if 0 < size <= 128 else ""


def origin_of(text: int, index: int) -> tuple[float, float]:
    """The pen's position at a character: its left end on the baseline."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(ctypes.cast(text, pdfium.FPDF_TEXTPAGE), index, x, y)
    return x.value, y.value
