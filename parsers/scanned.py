"""Pages that are pictures, read from how they look, in one document with those that are not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from parsers.blocks import blocks_of
from parsers.document import Box, Cell, Document, Line, Paragraph, Place, Table
from parsers.doubts import HARDLY_READ, UNREAD_INK
from parsers.failures import ProgramFailed, ProgramMissing, Scanned
from parsers.pages import PageContent
from parsers.pdfium import opened, page_of
from parsers.raster.picture import RawPicture
from parsers.raster.rendering import picture_dpi, rendered
from parsers.scanned_page import Scan, Seen, picture_read
from parsers.scanned_readings import Readings

CLEAR = 0.9  # a word that is read with less may be another one
# A number before its letters is read right however strange the letters are to Tesseract: 334 of 334 on scans and
# photos, whole words of them at 0.5 to 0.95. (Of dates 3 in 282 have less than 0.9, and wrong ones are among these.)
_NUMBERED = re.compile(r"\W?\d{1,5}/[A-ZĐ]{2}")

Block = Paragraph | Table
Doubts = tuple[tuple[str, Place], ...]
Scans = Mapping[int, Scan]  # by page number


class Slot(NamedTuple):
    """A page: what is known of it without its picture, and the picture where that is to be read."""

    content: PageContent
    picture: RawPicture | None


class Reread(NamedTuple):
    """All pages, those with pictures read from them; `failed` are pages that could not be, each with why."""

    pages: list[PageContent]
    scans: dict[int, Scan]
    failed: dict[int, ProgramMissing | ProgramFailed]


def read(
    data: bytes, name: tuple[str, str], pages: Sequence[PageContent], doubts: Doubts, wanted: Collection[int]
) -> Document:
    """The PDF `name` (file, digest) as a document, of which the pages `wanted` are read from how they look."""
    return document_of(name, "pdf", reread(_slots(data, pages, wanted)), doubts)


def _slots(data: bytes, pages: Sequence[PageContent], wanted: Collection[int]) -> Iterator[Slot]:
    with opened(data) as document:
        for page in pages:
            raw = None
            if page.size.number in wanted:
                with page_of(document, page.size.number - 1) as shown:
                    raw = rendered(shown, picture_dpi(shown)) if shown is not None else None
            yield Slot(page, raw)


def reread(slots: Iterable[Slot]) -> Reread:
    """The pages one after the other; once a program is found missing, no further page is tried."""
    done = Reread([], {}, {})
    missing: ProgramMissing | None = None
    for content, picture in slots:
        number, page = content.size.number, content
        try:
            if picture is not None and missing is not None:
                raise missing
            if picture is not None:
                page, done.scans[number] = picture_read(picture, number, done.pages[-1] if done.pages else None)
        except ProgramMissing as error:
            done.failed[number] = missing = error
        except ProgramFailed as error:
            done.failed[number] = error
        done.pages.append(page)
    return done


def document_of(name: tuple[str, str], source: str, found: Reread, doubts: Doubts) -> Document:
    """The document of pages read; raises why where none could be, or where no word was found on any."""
    if found.failed and len(found.failed) == len(found.pages):
        raise next(iter(found.failed.values()))
    blocks = tuple(as_shown(blocks_of(found.pages), found.scans))
    if not blocks:
        raise Scanned(pages=str(len(found.pages)))
    file, digest = name
    left = [doubt for doubt in doubts if doubt[1].page not in found.scans]
    left += [(HARDLY_READ, Place(page=number)) for number, scan in found.scans.items() if scan.hardly_read]
    left += [
        (UNREAD_INK, Place(page=number, box=_shown(scan, box)))
        for number, scan in found.scans.items()
        for box in (scan.unread if not scan.hardly_read else ())
    ]
    return Document(
        file=file,
        digest=digest,
        source=source,
        blocks=blocks,
        pages=tuple(page.size for page in found.pages),
        doubts=tuple(left),
    )


def as_shown(blocks: Sequence[Block], scans: Scans) -> Iterator[Block]:
    """The blocks; those of scanned pages tell how sure they are, and their places are on the page as it is shown."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _paragraph(block, scans)
        else:
            cells = tuple(_cell(cell, scans) for cell in block.cells)
            yield replace(block, cells=cells, place=_place(block.place, scans))


def _paragraph(paragraph: Paragraph, scans: Scans) -> Paragraph:
    scan = scans.get(paragraph.place.page or 0)
    if scan is None:
        return paragraph
    box = paragraph.place.box
    sure = surety(scan.words, box) if box else 1.0
    unsure = unsure_in(scan.words, box) if box else ()
    return replace(paragraph, place=_place(paragraph.place, scans), confidence=sure, unsure=unsure)


def _cell(cell: Cell, scans: Scans) -> Cell:
    places = [(scans[line.page or 0], line.box) for line in cell.lines if line.box and (line.page or 0) in scans]
    if not places and (cell.place.page or 0) not in scans:
        return cell
    lines = tuple(_line(line, scans) for line in cell.lines)
    sure = min((surety(scan.words, box) for scan, box in places), default=1.0)
    readings = _readings(*places[0]) if len(cell.lines) == len(places) == 1 else ()
    unsure = tuple(word for scan, box in places for word in unsure_in(scan.words, box))
    told = replace(cell, place=_place(cell.place, scans), lines=lines, confidence=sure)
    return replace(told, readings=readings, unsure=unsure)


def _readings(scan: Scan, box: Box) -> Readings:
    """What the only word in a box may be."""
    inside = [word for word in scan.words if _is_in(word.box, box)]
    return inside[0].readings if len(inside) == 1 else ()


def _line(line: Line, scans: Scans) -> Line:
    scan = scans.get(line.page or 0)
    if scan is None or line.box is None:
        return line
    return line._replace(box=_shown(scan, line.box))


def _place(place: Place, scans: Scans) -> Place:
    scan = scans.get(place.page or 0)
    return place if scan is None or place.box is None else replace(place, box=_shown(scan, place.box))


def _shown(scan: Scan, box: Box) -> Box:
    x0, top, x1, bottom = scan.way.box(box)
    return Box(round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1))


def surety(words: Sequence[Seen], box: Box) -> float:
    """How sure what stands in a box is: as its least sure figure, or where there is none, as its words on average."""
    inside = [word for word in words if _is_in(word.box, box)]
    figures = [word.sure for word in inside if any(sign.isdigit() for sign in word.text)]
    letters = sum(len(word.text) for word in inside)
    mean = sum(word.sure * len(word.text) for word in inside) / letters if letters else 1.0
    return round(min(figures, default=mean), 3)


def unsure_in(words: Sequence[Seen], box: Box) -> tuple[tuple[str, float], ...]:
    """The words in a box that were read with doubt, and how sure each is."""
    return tuple(
        (word.text, round(word.sure, 3))
        for word in words
        if word.sure < CLEAR and _is_in(word.box, box) and not _NUMBERED.match(word.text)
    )


def _is_in(inner: Box, outer: Box) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 - 1 <= x <= outer.x1 + 1 and outer.top - 1 <= y <= outer.bottom + 1
