"""From a page's path objects to rulings and shaded areas, be they drawn as strokes, thin rectangles or frames."""

from __future__ import annotations

import ctypes
import struct
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, compress, islice, pairwise, repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers.document import Sides
from parsers.pdfium import Bounds, Page
from parsers.prototypes import ADDRESS, address_of, by_address, by_reference, reference_to, slots

THIN = 4.0  # points; the widest border that Word offers is 6, and 4.5 is hardly used; a shaded line of text is over 8
STRAIGHT = 0.8  # points that a ruling may lean
MAX_OBJECTS = 30_000  # on one page; a drawing or a map, not a table, lies beyond
MAX_DEPTH = 6  # of forms within forms
MAX_CLIPS = 4  # of one path

_page_object = by_reference(pdfium.FPDFPage_GetObject, ADDRESS)
_form_object = by_address(pdfium.FPDFFormObj_GetObject, ADDRESS, ctypes.c_ulong, result=ADDRESS)
_object_type = by_address(pdfium.FPDFPageObj_GetType, ADDRESS)
_object_bounds = by_address(pdfium.FPDFPageObj_GetBounds, ADDRESS, result=None)
_object_matrix = by_address(pdfium.FPDFPageObj_GetMatrix, ADDRESS)
_draw_mode = by_address(pdfium.FPDFPath_GetDrawMode, ADDRESS)
_clip_path = by_address(pdfium.FPDFPageObj_GetClipPath, ADDRESS, result=ADDRESS)
_count_clips = by_address(pdfium.FPDFClipPath_CountPaths, ADDRESS)
_count_clip_segments = by_address(pdfium.FPDFClipPath_CountPathSegments, ADDRESS)
_clip_segment = by_address(pdfium.FPDFClipPath_GetPathSegment, ADDRESS, result=ADDRESS)
_count_segments = by_address(pdfium.FPDFPath_CountSegments, ADDRESS)
_segment = by_reference(pdfium.FPDFPath_GetPathSegment, ADDRESS)
_segment_kind = by_address(pdfium.FPDFPathSegment_GetType, ADDRESS)
_closes = by_address(pdfium.FPDFPathSegment_GetClose, ADDRESS)
_point = by_address(pdfium.FPDFPathSegment_GetPoint, ADDRESS, result=None)
_TWO_INTS = struct.Struct("2i").iter_unpack
_TWO_FLOATS = struct.Struct("2f").iter_unpack
_FOUR_FLOATS = struct.Struct("4f").iter_unpack
_SIX_FLOATS = struct.Struct("6f").iter_unpack
PATH, LINE = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_SEGMENT_LINETO

Matrix = tuple[float, float, float, float, float, float]
Path = list[tuple[float, float]]
Windows = dict[int | None, Sides | None]  # by the address of its first segment, what a clip path leaves open
SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)  # the mapping that changes nothing


class Drawing(NamedTuple):
    """What is drawn on a page besides text, in its own space.

    `strokes` are rulings as thin rectangles, `fills` shaded rectangles, `pictures` the bounds of images.
    """

    strokes: list[Sides]
    fills: list[Sides]
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
    _add_paths(list(compress(objects, map(PATH.__eq__, kinds))), drawing, matrix)
    if kinds.count(pdfium.FPDF_PAGEOBJ_TEXT) + kinds.count(PATH) == len(kinds):
        return
    for address, kind in zip(objects, kinds, strict=True):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawing.pictures.append(Bounds(*_within(_bounds([address])[0], matrix)))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH and len(drawing.strokes) < MAX_OBJECTS:
            handle = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
            count = min(max(int(pdfium.FPDFFormObj_CountObjects(handle)), 0), MAX_OBJECTS)
            inside = list(map(_form_object, repeat(address), range(count)))
            _collect(inside, drawing, _after(_matrices([address])[0], matrix), depth + 1)


def _add_paths(addresses: list[int], drawing: Drawing, matrix: Matrix | None) -> None:
    """Adds what paths draw: a thin one is a ruling, of another one the sides are, or it is shaded.

    PDFium keeps no path that is neither filled nor stroked, so how it is drawn is asked of thick ones only.
    """
    each = _bounds(addresses)
    seen = each if matrix is None else [_within(bounds, matrix) for bounds in each]
    thin = [right - left <= THIN or top - bottom <= THIN for left, bottom, right, top in seen]
    clips = list(map(_clip_path, compress(addresses, thin)))
    counts = list(map(_count_clips, clips))
    strokes: Iterable[Sides] = compress(seen, thin)
    if max(counts, default=0) > 0:
        windows: Windows = {}
        clipped = map(_clipped, strokes, clips, counts, repeat(matrix), repeat(windows))
        strokes = (stroke for stroke in clipped if stroke is not None)
    drawing.strokes.extend(strokes)
    thick = [address for address, is_thin in zip(addresses, thin, strict=True) if not is_thin]
    if thick:
        _add_thick(thick, drawing, matrix)


def _add_thick(addresses: list[int], drawing: Drawing, matrix: Matrix | None) -> None:
    """Adds what paths draw that are high and wide."""
    places = [_after(own, matrix) for own in _matrices(addresses)]
    for stroked, outlines in zip(_are_stroked(addresses), _outlines(addresses, places), strict=True):
        for outline in outlines:
            _add_outline(outline, drawing, stroked=stroked)


def _are_stroked(addresses: list[int]) -> Iterator[bool]:
    """Whether the line of each path is drawn, not only what it encloses."""
    modes = slots(2, len(addresses))  # whether it is filled, and whether it is stroked, as whole numbers
    deque(map(_draw_mode, addresses, modes.references(0), modes.references(1)), maxlen=0)
    return (bool(stroke) for _, stroke in _TWO_INTS(modes.floats(len(addresses))))


def _add_outline(outline: Path, drawing: Drawing, *, stroked: bool) -> None:
    around = _around(outline)
    left, bottom, right, top = around
    if right - left <= THIN or top - bottom <= THIN:
        drawing.strokes.append(around)
    elif stroked:
        drawing.strokes.extend(_straight_sides(outline))
    elif all(_straight(a, b) for a, b in pairwise(outline)):
        drawing.fills.append(around)


def _straight_sides(outline: Path) -> Iterator[Sides]:
    for start, end in pairwise(outline):
        if _straight(start, end):
            yield _around([start, end])


def _straight(start: tuple[float, float], end: tuple[float, float]) -> bool:
    return min(abs(start[0] - end[0]), abs(start[1] - end[1])) <= STRAIGHT


def _around(points: Path) -> Sides:
    if len(points) == 2:
        (xa, ya), (xb, yb) = points
        left, right = (xa, xb) if xa < xb else (xb, xa)
        return (left, ya, right, yb) if ya < yb else (left, yb, right, ya)
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _outlines(addresses: list[int], matrices: list[Matrix]) -> Iterator[list[Path]]:
    """Of each path its straight-sided parts, as lists of corners."""
    counts = [min(max(count, 0), MAX_OBJECTS) for count in map(_count_segments, addresses)]
    handles = map(reference_to, addresses)
    each = (map(_segment, repeat(handle), range(count)) for handle, count in zip(handles, counts, strict=True))
    segments = list(chain.from_iterable(each))
    kinds, closings, ends = map(_segment_kind, segments), map(_closes, segments), iter(_points(segments, None))
    for count, matrix in zip(counts, matrices, strict=True):
        points: Iterator[tuple[float, float]] = islice(ends, count)
        if matrix != SAME:
            points = (_mapped(x, y, matrix) for x, y in points)
        yield _parts(zip(points, kinds, closings))  # noqa: B905 - the points end where the path does


def _parts(segments: Iterable[tuple[tuple[float, float], int, int]]) -> list[Path]:
    """The straight-sided parts of a path as lists of corners; a curve ends a part, since no ruling is bent."""
    outlines: list[Path] = []
    outline: Path = []
    for point, kind, closing in segments:
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


def _clipped(bounds: Sides, clip: int, count: int, matrix: Matrix | None, known: Windows) -> Sides | None:
    """What the clip path leaves of a ruling; None where that hides it."""
    left, bottom, right, top = bounds
    for index in range(min(count, MAX_CLIPS)):
        first = _clip_segment(clip, index, 0)
        if first not in known:
            known[first] = _window(clip, index, matrix)
        window = known[first]
        if window is None:
            continue
        x0, y0, x1, y1 = window
        if x0 <= left and y0 <= bottom and right <= x1 and top <= y1:
            continue
        left, bottom, right, top = max(left, x0), max(bottom, y0), min(right, x1), min(top, y1)
        if left > right + 0.5 or bottom > top + 0.5:
            return None
        bounds = left, bottom, right, top
    return bounds


def _window(clip: int, index: int, matrix: Matrix | None) -> Sides | None:
    """Bounds of one clip path."""
    count = min(max(_count_clip_segments(clip, index), 0), 64)
    segments = list(map(_clip_segment, repeat(clip), repeat(index), range(count)))
    return _around(_points(segments, matrix)) if segments else None


def _bounds(addresses: list[int]) -> list[Sides]:
    """Bounds of objects, in the space of what holds them."""
    if not addresses:
        return []
    count = len(addresses)
    found = slots(4, count)
    deque(map(_object_bounds, addresses, *map(found.references, range(4))), maxlen=0)
    return list(_FOUR_FLOATS(found.floats(count)))


def _within(bounds: Sides, matrix: Matrix | None) -> Sides:
    """Bounds inside a form, as the page has them."""
    if matrix is None:
        return bounds
    left, bottom, right, top = bounds
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    return _around([_mapped(x, y, matrix) for x, y in corners])


def _matrices(addresses: list[int]) -> list[Matrix]:
    """The mappings of objects into the space of what holds them."""
    found = slots(6, len(addresses))
    deque(map(_object_matrix, addresses, found.references()), maxlen=0)
    return list(_SIX_FLOATS(found.floats(len(addresses))))


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
