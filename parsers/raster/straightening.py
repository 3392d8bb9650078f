"""A bent page made flat: rulings were straight once, so their bends tell how the paper lies.

Along every long ruling its height is measured from stretch to stretch. One smooth surface of shifts over the page (a
polynomial, by least squares) is sought that makes all lying rulings level; another one sets the standing ones upright.
What is left of a photo's perspective goes with the same surfaces. A page without rulings stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.raster.picture import POINTS, Way
from parsers.raster.placing import Lie, way_of
from parsers.raster.runs import Runs

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

LONG = 60.0  # points; shorter rulings tell little of bends
STRETCH = 15.0  # points over which a ruling's height is averaged
FEWEST = 12  # stretches
BENT = 0.5  # points; less is not worth a second mapping
MOST = 25.0  # points; no page that can still be read is bent by more
STRAY = 2.5  # points; what is further off than this after the fit is no ruling
CURLED, UPRIGHT = 4, 2  # degrees along lying and along standing rulings: paper curls one way
WIDE = 0.4  # of the page; where rulings span less of it, they tell only of its lean
MESH = 24.0  # points between the marks at which shifts are kept


class Trace(NamedTuple):
    """Points measured along rulings, as shares of the page along and across; how high in points, of which ruling."""

    along: Any
    across: Any
    height: Any
    ruling: Any


class Surface(NamedTuple):
    """Shifts over the page: coefficients of a polynomial, and the part of the page (along, across) it was fitted to."""

    found: Any
    degree: int
    along: tuple[float, float]
    across: tuple[float, float]


class Bend(NamedTuple):
    """How far content lies from where it should (right, down), at the crossings of marks over the page; all in pixels.

    The first and the last mark of either direction are beyond the page; marks are `step` pixels apart.
    """

    xs: Any
    ys: Any
    right: Any
    down: Any
    step: int


def bend_of(runs: tuple[Runs, Runs], lie: Lie) -> Bend | None:
    """How the page is bent; None where it is not, or where nothing tells."""
    import numpy

    down, right = _surface(runs[0], CURLED), _surface(runs[1], UPRIGHT)
    if down is None and right is None:
        return None
    step = round(MESH * lie.dpi / POINTS)
    # marks at the middles of steps, as OpenCV's resizing has them
    xs, ys = ((numpy.arange(-1, side // step + 2) + 0.5) * step - 0.5 for side in (lie.width, lie.height))
    x, y = numpy.meshgrid(xs / lie.width, ys / lie.height)
    shifts = [_over(right, y, x), _over(down, x, y)]
    largest = max(float(numpy.abs(shift).max()) for shift in shifts)
    scale = lie.dpi / POINTS
    return Bend(xs, ys, shifts[0] * scale, shifts[1] * scale, step) if BENT <= largest <= MOST else None


def _surface(runs: Runs, degree: int) -> Surface | None:
    """The shifts that make runs straight; None where they are too few or too short."""
    import numpy

    trace = _traced(runs)
    if len(trace.along) < FEWEST:
        return None
    spans = [(float(places.min()), float(places.max())) for places in (trace.along, trace.across)]
    degree = degree if spans[0][1] - spans[0][0] >= WIDE else 1
    terms = numpy.stack(_terms(trace.along, trace.across, degree), 1)
    kept = numpy.ones(len(trace.along), bool)
    for _ in range(3):
        found = _fitted(terms[kept], trace.height[kept], trace.ruling[kept])
        off = trace.height - terms @ found
        kept = numpy.abs(_centred(off, trace.ruling)) <= STRAY
        if kept.sum() < FEWEST:
            return None
    return Surface(found, degree, *spans)


def _traced(runs: Runs) -> Trace:
    """Points along the long runs."""
    import numpy

    long = numpy.array([run.end - run.start >= LONG for run in runs.lines], bool)
    chosen = long[runs.spots.runs]
    ys, xs, owners = (places[chosen] for places in runs.spots)
    high, wide = runs.grey.shape
    step = STRETCH * runs.dpi / POINTS
    stretches = int(wide / step) + 1
    keys, slots = numpy.unique(owners * stretches + (xs / step).astype(numpy.int64), return_inverse=True)
    counts = numpy.bincount(slots, minlength=len(keys))
    enough = counts >= step / 2
    along, across = (
        (numpy.bincount(slots, places, minlength=len(keys)) / numpy.maximum(counts, 1))[enough] for places in (xs, ys)
    )
    return Trace(along / wide, across / high, across * POINTS / runs.dpi, keys[enough] // stretches)


def _fitted(terms: Any, heights: Any, rulings: Any) -> Any:
    """Coefficients by least squares; each ruling keeps a height of its own."""
    import numpy

    flat = numpy.stack([_centred(term, rulings) for term in terms.T], 1)
    steady = numpy.eye(terms.shape[1]) * 1e-4 * len(heights)
    return numpy.linalg.solve(flat.T @ flat + steady, flat.T @ _centred(heights, rulings))


def _centred(values: Any, rulings: Any) -> Any:
    """Values less the mean of their ruling."""
    import numpy

    slots = numpy.unique(rulings, return_inverse=True)[1]
    return values - (numpy.bincount(slots, values) / numpy.bincount(slots))[slots]


def _terms(along: Any, across: Any, degree: int) -> list[Any]:
    """The polynomial's terms; none is constant along a ruling, for that moves it without bending it."""
    return [(along - 0.5) ** p * (across - 0.5) ** q for p in range(1, degree + 1) for q in (0, 1)]


def _over(surface: Surface | None, along: Any, across: Any) -> Any:
    """The shifts at points of the page, in points; beyond the rulings they go on as they are at their ends."""
    import numpy

    if surface is None:
        return numpy.zeros_like(along)
    along, across = numpy.clip(along, *surface.along), numpy.clip(across, *surface.across)
    terms = _terms(along, across, surface.degree)
    return sum(share * term for share, term in zip(surface.found, terms, strict=True))


def flattened(grey: Grey, lie: Lie, bend: Bend) -> Grey:
    """The page cut out of its picture, set straight and made flat, in one mapping."""
    import cv2
    import numpy

    x, y = numpy.meshgrid(bend.xs, bend.ys)
    spots = numpy.stack([x + bend.right, y + bend.down], 2).reshape(1, -1, 2)
    source = cv2.perspectiveTransform(spots, numpy.linalg.inv(lie.matrix)).reshape(*x.shape, 2).astype(numpy.float32)
    size = (x.shape[1] * bend.step, x.shape[0] * bend.step)
    full = cv2.resize(source, size, interpolation=cv2.INTER_LINEAR)
    part = full[bend.step : bend.step + lie.height, bend.step : bend.step + lie.width]
    page: Grey = cv2.remap(grey, part, None, cv2.INTER_LINEAR, borderValue=255)
    return page


def way_through(lie: Lie, bend: Bend | None, dpi: float) -> Way:
    """The way back from a page that was made flat; `dpi` is the resolution of the page as it is shown."""
    way = way_of(lie, dpi)
    if bend is None:
        return way
    scale = POINTS / lie.dpi
    rows = zip((bend.right * scale).tolist(), (bend.down * scale).tolist(), strict=True)
    shifts = tuple(tuple(zip(rights, downs, strict=True)) for rights, downs in rows)
    return way._replace(xs=tuple((bend.xs * scale).tolist()), ys=tuple((bend.ys * scale).tolist()), shifts=shifts)
