"""From a page's path objects to rulings and shaded areas, be they drawn as strokes, thin rectangles or frames."""

from __future__ import annotations

import ctypes
import struct
from collections import deque
from collections.abc import Iterator
from itertools import pairwise, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from parsers.making import maker
from parsers.pdfium import Bounds, Page
from parsers.prototypes import ADDRESS, address_of, by_address, by_reference, reference_to, slots

THIN = 4.0  # points; the widest border that Word offers is 6, and 4.5 is hardly used; a shaded line of text is over 8
STRAIGHT = 0.8  # points that a ruling may lean
MAX_OBJECTS = 30_000  # on one page; a drawing or a map, not a table, lies beyond
MAX_DEPTH = 6  # of forms within forms

_page_object = by_reference(pdfium.FPDFPage_GetObject, ADDRESS)
_form_object = by_address(pdfium.FPDFFormObj_GetObject, ADDRESS, ctypes.c_ulong, result=ADDRESS)
_object_type = by_address(pdfium.FPDFPageObj_GetType, ADDRESS)
_object_bounds = by_address(pdfium.FPDFPageObj_GetBounds, ADDRESS, result=None)
_draw_mode = by_address(pdfium.FPDFPath_GetDrawMode, ADDRESS, ADDRESS, ADDRESS)
_clip_path = by_address(pdfium.FPDFPageObj_GetClipPath, ADDRESS, result=ADDRESS)
_count_clips = by_address(pdfium.FPDFClipPath_CountPaths, ADDRESS)
_count_clip_segments = by_address(pdfium.FPDFClipPath_CountPathSegments, ADDRESS)
_clip_segment = by_address(pdfium.FPDFClipPath_GetPathSegment, ADDRESS, result=ADDRESS)
_count_segments = by_address(pdfium.FPDFPath_CountSegments, ADDRESS)
_segment = by_reference(pdfium.FPDFPath_GetPathSegment, ADDRESS)
_segment_kind = by_address(pdfium.FPDFPathSegment_GetType, ADDRESS)
_closes = by_address(pdfium.FPDFPathSegment_GetClose, ADDRESS)
_point = by_address(pdfium.FPDFPathSegment_GetPoint, ADDRESS, result=None)
_TWO_FLOATS = struct.Struct("2f").iter_unpack
_FOUR_FLOATS = struct.Struct("4f").iter_unpack
PATH, LINE = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_SEGMENT_LINETO

_rectangle = maker(Bounds)

Matrix = tuple[float, float, float, float, float, float]
Path = list[tuple[float, float]]
Windows = dict[int | None, Bounds | None]  # by the address of its first segment, what a clip path leaves open
SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)  # the mapping that changes nothing


class Drawing(NamedTuple):
    """What is drawn on a page besides text, in its own space.

    `strokes` are rulings as thin rectangles, `fills` shaded rectangles, `pictures` the bounds of images.
    """

    strokes: list[Bounds]
    fills: list[Bounds]
    pictures: list[Bounds]


def drawing_of(page: Page) -> Drawing:
    """Everything drawn on the page, forms included."""
    drawing = Drawing([], [], [])
    count = min(int(pdfium.FPDFPage_CountObjects(page.handle)), MAX_OBJECTS)
    same = repeat(reference_to(address_of(page.handle)))
    _collect(list(map(_page_object, same, range(count))), drawing, None, 0)
    return drawing


def _collect(objects: list[int], drawing: Drawing, matrix: Matrix | None, depth: int) -> None:
    kinds = list(map(_object_type, objects))
    _add_paths([a for a, kind in zip(objects, kinds, strict=True) if kind == PATH], drawing, matrix)
    if kinds.count(pdfium.FPDF_PAGEOBJ_TEXT) + kinds.count(PATH) == len(kinds):
        return
    for address, kind in zip(objects, kinds, strict=True):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawing.pictures.append(_within(_bounds([address])[0], matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH and len(drawing.strokes) < MAX_OBJECTS:
            handle = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
            count = min(max(int(pdfium.FPDFFormObj_CountObjects(handle)), 0), MAX_OBJECTS)
            inside = list(map(_form_object, repeat(address), range(count)))
            _collect(inside, drawing, _after(_matrix(handle), matrix), depth + 1)


def _add_paths(addresses: list[int], drawing: Drawing, matrix: Matrix | None) -> None:
    """Adds what paths draw: a thin one is a ruling, of another one the sides are, or it is shaded.

    PDFium keeps no path that is neither filled nor stroked, so how it is drawn is asked of thick ones only.
    """
    clips = list(map(_clip_path, addresses))
    windows: Windows = {}
    for address, bounds, clip, clipped in zip(
        addresses, _bounds(addresses), clips, map(_count_clips, clips), strict=True
    ):
        seen = bounds if matrix is None else _within(bounds, matrix)
        left, bottom, right, top = seen
        if right - left <= THIN or top - bottom <= THIN:
            if clipped > 0:
                drawing.strokes.extend(_clipped(seen, clip, matrix, windows))
            else:
                drawing.strokes.append(seen)
            continue
        own = _matrix(ctypes.cast(address, pdfium.FPDF_PAGEOBJECT))
        stroked = _is_stroked(address)
        for outline in _outlines(address, _after(own, matrix)):
            _add_outline(outline, drawing, stroked=stroked)


def _is_stroked(address: int) -> bool:
    """Whether a path's line is drawn, not only what it encloses."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    _draw_mode(address, ctypes.addressof(fill), ctypes.addressof(stroke))
    return bool(stroke)


def _add_outline(outline: Path, drawing: Drawing, *, stroked: bool) -> None:
    around = _around(outline)
    left, bottom, right, top = around
    if right - left <= THIN or top - bottom <= THIN:
        drawing.strokes.append(around)
    elif stroked:
        drawing.strokes.extend(_straight_sides(outline))
    elif all(_straight(a, b) for a, b in pairwise(outline)):
        drawing.fills.append(around)


def _straight_sides(outline: Path) -> Iterator[Bounds]:
    for start, end in pairwise(outline):
        if _straight(start, end):
            yield _around([start, end])


def _straight(start: tuple[float, float], end: tuple[float, float]) -> bool:
    return min(abs(start[0] - end[0]), abs(start[1] - end[1])) <= STRAIGHT


def _around(points: Path) -> Bounds:
    if len(points) == 2:
        (xa, ya), (xb, yb) = points
        left, right = (xa, xb) if xa < xb else (xb, xa)
        return _rectangle((left, ya, right, yb) if ya < yb else (left, yb, right, ya))
    xs, ys = zip(*points, strict=True)
    return Bounds(min(xs), min(ys), max(xs), max(ys))


def _outlines(address: int, matrix: Matrix | None) -> list[Path]:
    """The path's straight-sided parts as lists of corners; a curve ends a part, since no ruling is bent."""
    count = min(max(_count_segments(address), 0), MAX_OBJECTS)
    segments = list(map(_segment, repeat(reference_to(address)), range(count)))
    kinds, closings = map(_segment_kind, segments), map(_closes, segments)
    outlines: list[Path] = []
    outline: Path = []
    for kind, closing, point in zip(kinds, closings, _points(segments, matrix), strict=True):
        if kind == LINE and outline:
            outline.append(point)
        else:
            outline = [point]
            outlines.append(outline)
        if closing and outline[0] != point:
            outline.append(outline[0])
    return [outline for outline in outlines if len(outline) > 1]


def _points(segments: list[int], matrix: Matrix | None) -> Path:
    """Where segments of a path end."""
    ends = slots(2, len(segments))
    deque(map(_point, segments, ends.references(0), ends.references(1)), maxlen=0)
    points = list(_TWO_FLOATS(ends.floats(len(segments))))
    return points if matrix is None or matrix == SAME else [_mapped(x, y, matrix) for x, y in points]


def _clipped(bounds: Bounds, address: int, matrix: Matrix | None, known: Windows) -> Iterator[Bounds]:
    """What the clip path leaves of a ruling; nothing when that hides it."""
    left, bottom, right, top = bounds
    for index in range(min(_count_clips(address), 4)):
        first = _clip_segment(address, index, 0)
        if first not in known:
            known[first] = _window(address, index, matrix)
        window = known[first]
        if window is None or (
            window.left <= left and window.bottom <= bottom and right <= window.right and top <= window.top
        ):
            continue
        left, bottom = max(left, window.left), max(bottom, window.bottom)
        right, top = min(right, window.right), min(top, window.top)
        if left > right + 0.5 or bottom > top + 0.5:
            return
        bounds = Bounds(left, bottom, right, top)
    yield bounds


def _window(clip: int, index: int, matrix: Matrix | None) -> Bounds | None:
    """Bounds of one clip path."""
    count = min(max(_count_clip_segments(clip, index), 0), 64)
    segments = list(map(_clip_segment, repeat(clip), repeat(index), range(count)))
    return _around(_points(segments, matrix)) if segments else None


def _bounds(addresses: list[int]) -> list[Bounds]:
    """Bounds of objects, in the space of what holds them."""
    if not addresses:
        return []
    count = len(addresses)
    found = slots(4, count)
    deque(map(_object_bounds, addresses, *map(found.references, range(4))), maxlen=0)
    return list(map(_rectangle, _FOUR_FLOATS(found.floats(count))))


def _within(bounds: Bounds, matrix: Matrix | None) -> Bounds:
    """Bounds inside a form, as the page has them."""
    if matrix is None:
        return bounds
    corners = [(x, y) for x in (bounds.left, bounds.right) for y in (bounds.bottom, bounds.top)]
    return _around([_mapped(x, y, matrix) for x, y in corners])


def _matrix(handle: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _after(inner: Matrix, outer: Matrix | None) -> Matrix:
    """Both mappings as one: first the inner, then the outer."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer  # noqa: N806 - the six numbers of the second matrix
    return (a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F)


def _mapped(x: float, y: float, matrix: Matrix | None) -> tuple[float, float]:
    if matrix is None:
        return x, y
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f
