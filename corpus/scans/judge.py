"""How well pictures of pages are cleaned and their tables' lines found, beside the digital pages that were printed."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.scans.pack import PRINTS
from corpus.truth_file import read_truths
from parsers.document import Box

SAME = 0.7  # share of their union that two boxes of one cell have in common, at least
Spot = tuple[int, int, int, int]  # a cell's row, column, row span, column span


@dataclass(frozen=True, slots=True)
class Laid:
    """A table's grid on a page: its cells and where they are on the page as shown."""

    cells: dict[Spot, Box]

    @property
    def box(self) -> Box:
        """The whole table."""
        x0, top, x1, bottom = zip(*self.cells.values(), strict=True)
        return Box(min(x0), min(top), max(x1), max(bottom))


@dataclass(frozen=True, slots=True)
class Judged:
    """One page: which file, whether its turn was right, degrees by which it leans still, its tables."""

    file: str
    kind: str
    page: int
    turned: bool
    askew: float
    wanted: int
    cells: int
    overlaps: tuple[float, ...]
    exact: bool
    seconds: float
    features: tuple[str, ...]


def judge(folder: Path) -> Iterator[Judged]:
    """Every page of the corpus that is a picture, judged."""
    for truth in read_truths(folder / "truth.json"):
        if "scan" not in truth:
            continue
        printed = (folder / PRINTS / _report_of(truth["file"])).with_suffix(".pdf")
        grids = list(_printed_grids(printed))
        for number, (raw, picture, seconds) in enumerate(_cleaned(folder / "reports" / truth["file"])):
            done = truth["scan"]["pages"][number]
            if not done.get("digital"):
                mesh = _as_read(done["mesh"], raw, truth["scan"]["dpi"])
                yield _judged((truth, number, mesh), grids[number], picture, seconds)


def _report_of(file: str) -> str:
    """The report's name: that of its file, or of the folder with a photograph of each page."""
    return file.partition("/")[0]


def _cleaned(path: Path) -> Iterator[tuple[Any, Any, float]]:
    """A file's pages as they are, cleaned, and the time that each took."""
    from parsers.raster.cleaning import cleaned

    for raw in _raw(path):
        start = time.process_time()
        picture = cleaned(raw)
        yield raw, picture, time.process_time() - start


def _as_read(mesh: Any, raw: Any, dpi: float) -> Any:
    """The mesh in points as the page is read: a photograph does not say how large its page is."""
    told = raw.pixels.shape[1] * 72 / dpi  # points; photographs are never made coarser: none is finer than what is read
    share = raw.width / told if raw.photo else 1.0
    return [[(x, y, across * share, down * share) for x, y, across, down in row] for row in mesh]


def _raw(path: Path) -> Iterator[Any]:
    from parsers.pdfium import count_pages, opened, page_of
    from parsers.raster.loading import pictures_of
    from parsers.raster.rendering import picture_dpi, rendered

    if path.suffix != ".pdf":
        for file in _files_of(path):
            yield from pictures_of(file.read_bytes())
        return
    with opened(path.read_bytes()) as document:
        for index in range(count_pages(document)):
            with page_of(document, index) as page:
                if page is not None:
                    yield rendered(page, picture_dpi(page))


def _files_of(path: Path) -> list[Path]:
    """The file itself, or all the photographs of a report whose first this is, in the order of their numbers."""
    if path.parent.name == "reports":
        return [path]
    return sorted(path.parent.iterdir(), key=lambda file: [int(digits) for digits in re.findall(r"\d+", file.stem)])


def _printed_grids(path: Path) -> Iterator[list[Any]]:
    """The ruled tables of each page of a digital PDF."""
    from parsers.frames import Frame
    from parsers.grid import grids_of
    from parsers.pdfium import count_pages, opened, page_of
    from parsers.rulings import drawing_of

    with opened(path.read_bytes()) as document:
        for index in range(count_pages(document)):
            with page_of(document, index) as page:
                strokes = Frame(page.bounds, page.rotation).boxes(drawing_of(page).strokes) if page else []
                yield [grid for grid in grids_of(strokes) if len(grid.cells) > 1]


def _judged(where: tuple[Any, int, Any], grids: Sequence[Any], picture: Any, seconds: float) -> Judged:
    from parsers.grid import grids_of

    truth, number, mesh = where
    wanted = [Laid({_spot(cell): _through(mesh, cell.box) for cell in grid.cells}) for grid in grids]
    found = [
        Laid({_spot(cell): picture.way.box(cell.box) for cell in grid.cells})
        for grid in grids_of(picture.rulings)
        if len(grid.cells) > 1
    ]
    pairs = [(one, max(found, key=lambda f: overlap(one.box, f.box), default=None)) for one in wanted]
    overlaps = tuple(
        overlap(box, other.cells[spot]) if other and spot in other.cells else 0.0
        for one, other in pairs
        for spot, box in one.cells.items()
    )
    same = all(other is not None and one.cells.keys() == other.cells.keys() for one, other in pairs)
    exact = same and len(found) == len(wanted) and all(share >= SAME for share in overlaps)
    turned, askew = _lie(mesh, picture)
    return Judged(
        truth["file"], truth["format"], number + 1, turned, askew, len(wanted), len(overlaps), overlaps, exact, seconds,
        tuple(truth["scan"]["features"]),
    )  # fmt: skip


def _spot(cell: Any) -> Spot:
    return cell.row, cell.column, cell.row_span, cell.column_span


def overlap(one: Box, other: Box) -> float:
    """What two boxes have in common, as a share of their union."""
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    if wide <= 0 or high <= 0:
        return 0.0
    areas = sum((box.x1 - box.x0) * (box.bottom - box.top) for box in (one, other))
    return wide * high / (areas - wide * high)


def _through(mesh: Any, box: Box) -> Box:
    """A box of the digital page as it lies in the picture."""
    spots = [_point(mesh, x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
    xs, ys = zip(*spots, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _point(mesh: Any, x: float, y: float) -> tuple[float, float]:
    """Where a point went, linear between the four points of the mesh around it."""
    across, down = [spot[0] for spot in mesh[0]], [row[0][1] for row in mesh]
    i = min(max(int(x / (across[-1] or 1) * (len(across) - 1)), 0), len(across) - 2)
    j = min(max(int(y / (down[-1] or 1) * (len(down) - 1)), 0), len(down) - 2)
    s = (x - across[i]) / (across[i + 1] - across[i])
    t = (y - down[j]) / (down[j + 1] - down[j])
    corners = (mesh[j][i], mesh[j][i + 1], mesh[j + 1][i], mesh[j + 1][i + 1])
    shares = ((1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t)
    x2 = sum(corner[2] * share for corner, share in zip(corners, shares, strict=True))
    return x2, sum(corner[3] * share for corner, share in zip(corners, shares, strict=True))


def _lie(mesh: Any, picture: Any) -> tuple[bool, float]:
    """Whether the cleaned page stands upright, and by how many degrees a level line of the page leans in it."""
    import math

    middle = len(mesh) // 2
    start, end = mesh[middle][1], mesh[middle][-2]
    (x0, y0), (x1, y1) = (_back(picture, spot[2], spot[3]) for spot in (start, end))
    angle = math.degrees(math.atan2(y1 - y0, x1 - x0))
    return abs(angle) < 45, abs(angle)


def _back(picture: Any, x: float, y: float) -> tuple[float, float]:
    """The point of the cleaned page at (x, y) of the page as shown: by search, since the way leads there only."""
    at = [picture.width / 2, picture.height / 2]
    for _ in range(30):
        here = picture.way.point(*at)
        right, below = picture.way.point(at[0] + 1, at[1]), picture.way.point(at[0], at[1] + 1)
        a, b, c, d = right[0] - here[0], below[0] - here[0], right[1] - here[1], below[1] - here[1]
        dx, dy, scale = x - here[0], y - here[1], (a * d - b * c) or 1e-9
        at = [at[0] + (d * dx - b * dy) / scale, at[1] + (a * dy - c * dx) / scale]
    return at[0], at[1]


def told(pages: Sequence[Judged]) -> str:
    """The figures of each kind as a Markdown table."""
    lines = ["| kind | pages | upright | askew (median, 95 %) | with tables | exact | cells found | seconds a page |"]
    lines.append("|---" * 8 + "|")
    for kind in dict.fromkeys(page.kind for page in pages):
        mine = [page for page in pages if page.kind == kind]
        tabled = [page for page in mine if page.wanted]
        leans = sorted(page.askew for page in mine if page.turned) or [0.0]
        shares = [share for page in tabled for share in page.overlaps]
        found = sum(share >= SAME for share in shares) / max(len(shares), 1)
        exact = sum(page.exact for page in tabled), sum(page.exact for page in mine)
        lines.append(
            f"| {kind} | {len(mine)} | {sum(page.turned for page in mine)} | {leans[len(leans) // 2]:.2f}°, "
            f"{leans[int(len(leans) * 0.95)]:.2f}° | {len(tabled)} | {exact[0]} ({exact[1]} of all) | {found:.4f} | "
            f"{sum(page.seconds for page in mine) / len(mine):.3f} |"
        )
    return "\n".join(lines) + "\n"


def wrong(pages: Sequence[Judged]) -> str:
    """Every page that is not exactly right, a JSON object a line."""
    bad = [page for page in pages if not (page.exact and page.turned)]
    rows = [(p.file, p.kind, p.page, p.turned, round(p.askew, 2), p.wanted, p.cells, p.features) for p in bad]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
