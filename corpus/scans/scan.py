"""A report's digital PDF printed, worn and scanned: the file, and what was done to each page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import cv2
import numpy
from numpy.random import Generator, default_rng

from corpus.scans.files import Sheet, write_sheets
from corpus.scans.marks import rulings_in, signed, stamped, worn_rulings
from corpus.scans.surface import coloured, ground_of, lit, taken, toned
from corpus.scans.warp import Course, course_of, warped
from corpus.scans.wear import Wear, wear_of

Pixels = Any  # an array of height × width × 3, of bytes
SIGNED_BY = re.compile(r"HIỆU TRƯỞNG|GIÁM ĐỐC|TM\. |KT\. ")
MESH = 9  # points a side at which a page's way is told


@dataclass(frozen=True, slots=True)
class Scanned:
    """A file made from a digital PDF: its name and the facts that only its maker knows."""

    file: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Print:
    """A page as printed: its picture, and where a signatory's title stands (pixels), if one does."""

    pixels: Pixels
    title: tuple[float, float] | None


def scanned(digital: Path, kind: str, seed: str, folder: Path) -> Scanned:
    """Makes the scan or photo of a digital PDF in the folder; the same seed makes the same file."""
    rng = Random(f"{seed}:{kind}")
    wear, noise = wear_of(kind, rng), default_rng(rng.getrandbits(64))
    sheets: list[Sheet] = []
    pages: list[dict[str, Any]] = []
    for number, page in enumerate(_printed(digital, wear.dpi)):
        if rng.random() < wear.digital:
            sheets.append(Sheet(None, number))
            pages.append({"digital": True})
            continue
        turn = rng.choice(wear.turns)
        picture, course = _one(page, wear, turn, noise)
        sheets.append(Sheet(picture, number))
        pages.append({"turn": turn, "mesh": _mesh(page.pixels, course, wear.dpi)})
    path = write_sheets(sheets, wear, folder / digital.stem, digital)
    return Scanned(
        path.relative_to(folder).as_posix(), {"features": list(wear.features), "dpi": wear.dpi, "pages": pages}
    )


def _one(page: _Print, wear: Wear, turn: int, rng: Generator) -> tuple[Pixels, Course]:
    """A page's picture and the way of its points into it."""
    marked = toned(_marked(page, wear, rng), wear)
    course = course_of(page.pixels, wear, turn, rng)
    lying = warped(marked, course, ground_of(wear, course.size, rng))
    return coloured(taken(lit(lying, wear, rng), wear, rng), wear), course


def _marked(page: _Print, wear: Wear, rng: Generator) -> Pixels:
    """The page with stamp and signature, its rulings as printed by a tired printer."""
    pixels, dpi = page.pixels, wear.dpi
    if wear.broken or wear.faint:
        pixels = worn_rulings(pixels, dpi, (wear.broken, wear.faint), rng)
    if page.title and wear.signature:
        pixels = signed(pixels, (page.title[0] + 15 * dpi / 72, page.title[1] + 45 * dpi / 72), dpi, rng)
    if page.title and wear.stamp:
        pixels = stamped(pixels, (page.title[0] - 30 * dpi / 72, page.title[1] + 35 * dpi / 72), dpi, rng)
    if wear.table_stamp:
        ys, xs = numpy.nonzero(rulings_in(page.pixels, dpi)[::4, ::4])
        if len(xs):
            at = rng.uniform((xs.min() * 4, ys.min() * 4), (xs.max() * 4, ys.max() * 4))
            pixels = stamped(pixels, (float(at[0]), float(at[1])), dpi, rng)
    return pixels


def _printed(digital: Path, dpi: int) -> Iterator[_Print]:
    """The PDF's pages as pictures."""
    from pypdfium2 import PdfDocument

    with PdfDocument(digital) as document:
        for page in document:
            pixels = page.render(scale=dpi / 72, rev_byteorder=True).to_numpy()[:, :, :3]
            text = page.get_textpage()
            yield _Print(numpy.ascontiguousarray(pixels), _title_in(text, page.get_height(), dpi))
            text.close()


def _title_in(text: Any, height: float, dpi: int) -> tuple[float, float] | None:
    """Where the last title of a signatory stands on the page, in pixels."""
    found = None
    for match in SIGNED_BY.finditer(text.get_text_range()):
        index = match.start()
        if index < text.count_chars():
            left, bottom, *_ = text.get_charbox(index)
            found = ((left + 40) * dpi / 72, (height - bottom) * dpi / 72)
    return found


def _mesh(pixels: Pixels, course: Course, dpi: int) -> list[list[list[float]]]:
    """Points of the digital page and of its picture, both in points from the top left: rows of [x, y, x', y']."""
    height, width = pixels.shape[:2]
    ys, xs = numpy.linspace(0, height, MESH), numpy.linspace(0, width, MESH)
    flat = numpy.array([(x, y) for y in ys for x in xs])
    both = numpy.hstack([flat, course.points(flat)]) * 72 / dpi
    rows: list[list[list[float]]] = both.round(2).reshape(MESH, MESH, 4).tolist()
    return rows


cv2.setNumThreads(1)  # workers already use every core
