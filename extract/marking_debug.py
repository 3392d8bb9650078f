"""`read --debug DIR`: each page as a picture with the lines, cells and paragraphs that the reader saw, and their roles.

Rulings are orange, cells green with their row and column, paragraphs violet (outside the flow: grey, with their role),
figures and words that were understood are filled, with what they were taken for: `1.3 score`, `1.3a evidence`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from extract import audit
from extract.marking_albums import Album, album_of
from extract.marking_drawing import HIDDEN, own_mark, page_image
from extract.marking_folder import safe
from extract.marking_pages import ShownPage
from extract.marking_spots import Spot
from extract.marking_words import personal_in
from extract.options import Options
from extract.page_rows import FIELDS, rows_of
from normalize.interpret import interpret
from normalize.report import Reading, Report
from parsers import bytes_of
from parsers.document import Box, Document, Paragraph, Place, Table
from parsers.raster.picture import POINTS, RawPicture

DPI = 110.0
LETTERS, SMALL_LETTERS = 12, 8  # pixels
NARROW = 80  # pixels
RULING, CELL, LINE, BODY, ASIDE = (240, 130, 0), (0, 140, 60), (90, 160, 230), (130, 60, 180), (110, 110, 110)
ROLE_FILL, ROLE = (255, 215, 90, 90), (150, 40, 0)


class Mark(NamedTuple):
    """Something seen on a page: a frame with a label, or a filled one."""

    page: int
    box: Box
    colour: tuple[int, int, int]
    label: str = ""
    filled: bool = False


def draw_pages(path: Path, document: Document, options: Options) -> None:
    """Writes a picture for each page of the document into a folder of its own."""
    assert options.debug is not None
    folder = options.debug / safe(document.file)
    folder.mkdir(parents=True, exist_ok=True)
    report = interpret(document, audit.load(audit.recognised(document)))
    with album_of(bytes_of(path), document, report) as album:
        marks = list(marks_of(document, report, album))
        for number in count(1):
            page = album.pages(number)
            if page is None:
                break
            if options.mask_personal_data and page.pictured:
                continue
            on_page = [mark for mark in (*_rulings(page, number), *marks) if mark.page == number]
            hidden = personal_in(page.letters) if options.mask_personal_data else []
            _drawn(page, on_page, hidden).save(folder / f"page-{number:03}.png", "PNG", pnginfo=own_mark())


def marks_of(document: Document, report: Report, album: Album) -> Iterator[Mark]:
    """What was read, and on top of it what it was taken for."""
    for block in document.blocks:
        yield from _paragraph(block, album) if isinstance(block, Paragraph) else _table(block, album)
    for place, label in _roles(report):
        for spot in album.locate(place, "", label.rpartition(" ")[2]):
            yield Mark(spot.page, spot.box, ROLE, label, filled=True)


def _paragraph(paragraph: Paragraph, album: Album) -> Iterator[Mark]:
    in_flow = paragraph.role == "body"
    label = "" if in_flow else paragraph.role
    for spot in _spots(paragraph.place, album):
        yield Mark(spot.page, spot.box, BODY if in_flow else ASIDE, label)


def _table(table: Table, album: Album) -> Iterator[Mark]:
    """The cells of a table; of one that was laid out, its rows."""
    rows = set()
    for cell in table.cells:
        for line in cell.lines:
            if line.page is not None and line.box is not None:
                yield Mark(line.page, line.box, LINE)
        if album.laid_out and cell.row in rows:
            continue
        rows.add(cell.row)
        label = f"row {cell.row + 1}" if album.laid_out else f"{cell.row + 1},{cell.column + 1}"
        for spot in _spots(cell.place, album):
            yield Mark(spot.page, spot.box, CELL, label)


def _spots(place: Place, album: Album) -> Sequence[Spot]:
    return album.locate(place, "", "")


def _roles(report: Report) -> Iterator[tuple[Place, str]]:
    for row in rows_of(report):
        for name, reading in zip(FIELDS, row.cells, strict=True):
            if isinstance(reading, Reading):
                yield reading.place, f"{row.id} {name}"


def _rulings(page: ShownPage, number: int) -> Iterator[Mark]:
    """The rulings that are drawn; of a scan those that were found in its picture."""
    yield from (Mark(number, ruling, RULING) for ruling in page.rulings)
    if page.pictured and not page.letters.text:
        from parsers.raster.cleaning import cleaned

        picture = cleaned(page.picture(2 * DPI))
        yield from (Mark(number, picture.way.box(ruling), RULING) for ruling in picture.rulings)


def _drawn(page: ShownPage, marks: Sequence[Mark], hidden: Sequence[Box]) -> Any:
    from PIL import Image, ImageDraw, ImageFont

    raw: RawPicture = page.picture(DPI)
    image = page_image(raw, DPI).convert("RGBA")
    filled = Image.new("RGBA", image.size, (0, 0, 0, 0))
    pens = ImageDraw.Draw(image), ImageDraw.Draw(filled)
    for mark in marks:
        pens[mark.filled].rectangle(_pixels(mark.box), outline=mark.colour, fill=ROLE_FILL if mark.filled else None)
    for box in hidden:
        pens[0].rectangle(_pixels(box), fill=HIDDEN)
    image = Image.alpha_composite(image, filled)
    pen, fonts = ImageDraw.Draw(image), (ImageFont.load_default(SMALL_LETTERS), ImageFont.load_default(LETTERS))
    for mark in marks:
        if mark.label:
            where, anchor = _label_at(mark)
            pen.text(where, mark.label, fill=mark.colour, font=fonts[mark.filled], anchor=anchor)
    return image.convert("RGB")


def _label_at(mark: Mark) -> tuple[tuple[int, int], str]:
    """Where a label stands least in the way: a cell's in its corner, a role's after its figure or at its end."""
    left, top, right, bottom = _pixels(mark.box)
    if not mark.filled:
        return (left + 2, top), "la"
    return ((right + 3, (top + bottom) // 2), "lm") if right - left < NARROW else ((right, bottom), "rd")


def _pixels(box: Box) -> tuple[int, int, int, int]:
    x0, top, x1, bottom = (round(edge * DPI / POINTS) for edge in box)
    return x0, top, max(x0, x1), max(top, bottom)
