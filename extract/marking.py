"""The pictures that go with a report's findings: made by the worker that has read it, and only where asked for."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from extract import deadline
from extract.marking_columns import columns_of
from extract.marking_drawing import drawn, encoded, page_image, resolution_of
from extract.marking_layout import Layout
from extract.marking_pages import Pages, ShownPage, pdf_pages, picture_pages
from extract.marking_records import Exhibit, Picture, Wanted
from extract.marking_spots import Locate, Scene, Spot, scenes_of, spots_of
from extract.marking_words import found_in, personal_in
from extract.outcome import Outcome
from extract.page_unexplained import loose_of
from normalize.report import Report
from parsers import bytes_of
from parsers.document import Box, Document, PageSize, Place
from parsers.failures import ProgramMissing, Unreadable
from rules.finding import Finding

SECONDS = 90.0  # for all pictures of a report; it takes a tenth of one, and LibreOffice up to three
MOST_PICTURES = 60  # of one report; a report with more findings than that is looked at as a whole
PHOTOGRAPHS = frozenset({"jpeg", "png", "tiff", "heic", "bmp", "gif", "webp"})


class Album(NamedTuple):
    """A file's pages, their sizes, and how to find a place on them."""

    pages: Pages
    sizes: Sequence[PageSize]
    locate: Locate
    laid_out: bool = False


def with_exhibit(outcome: Outcome, path: Path, document: Document, report: Report, wanted: Wanted) -> Outcome:
    """The outcome with what is shown beside its findings; a fault of ours here costs no finding."""
    try:
        exhibit = exhibit_of(path, (document, report), outcome.findings, wanted)
        return replace(outcome, exhibit=replace(exhibit, loose=loose_of(document, report)))
    except Exception:
        return replace(outcome, exhibit=Exhibit(why_not="failed"), trace=traceback.format_exc())


def exhibit_of(path: Path, read: tuple[Document, Report], findings: Sequence[Finding], wanted: Wanted) -> Exhibit:
    """The pictures of the findings' places, or why there are none."""
    document, report = read
    if not any(finding.place is not None or finding.others for finding in findings):
        return Exhibit()
    try:
        with deadline.within(SECONDS), album_of(bytes_of(path), document, report) as album:
            return _exhibit(album, findings, wanted)
    except ProgramMissing:
        return Exhibit(why_not="program-missing")
    except Unreadable:
        return Exhibit(why_not="not-laid-out")


@contextmanager
def album_of(data: bytes, document: Document, report: Report) -> Iterator[Album]:
    """The file's pages: its own where it has some, else as LibreOffice lays it out."""
    if document.source == "pdf":
        with pdf_pages(data) as pages:
            yield Album(pages, document.pages, on_page)
    elif document.source in PHOTOGRAPHS:
        with picture_pages(data) as pages:
            yield Album(pages, document.pages, on_page)
    else:
        laid_out = laid_out_as_pdf(data, document.source)
        layout = Layout(document, _read_pdf(laid_out), columns_of(document, report))
        with pdf_pages(laid_out) as pages:
            yield Album(pages, layout.pages, layout.locate, laid_out=True)


def laid_out_as_pdf(data: bytes, kind: str) -> bytes:
    """The file as LibreOffice prints it."""
    from parsers.encoding import text_of
    from parsers.office import pdf_of

    if kind == "text":  # it would guess the encoding
        return pdf_of(b"\xef\xbb\xbf" + text_of(data).encode("utf-8"), "txt")
    return pdf_of(data, kind)


def _read_pdf(data: bytes) -> Document:
    from parsers.ocr import Ocr
    from parsers.pdf import read

    return read(data, "", "", Ocr.NEVER)


def on_page(place: Place, text: str, rule: str) -> tuple[Spot, ...]:
    """A place that has its page and box."""
    del text, rule
    return () if place.page is None or place.box is None else (Spot(place.page, place.box),)


def _exhibit(album: Album, findings: Sequence[Finding], wanted: Wanted) -> Exhibit:
    scenes = [scenes_of(spots_of(finding, album.locate), album.sizes) for finding in findings]
    numbers: dict[Scene, int] = {}
    for scene in (scene for of_finding in scenes for scene in of_finding):
        numbers.setdefault(scene, len(numbers))
    pictures = _pictures(album, list(numbers)[:MOST_PICTURES], wanted)
    order = {scene: at for at, scene in enumerate(scene for scene in numbers if scene in pictures)}
    shown = tuple(tuple(order[scene] for scene in of_finding if scene in order) for of_finding in scenes)
    return Exhibit(tuple(pictures[scene] for scene in order), shown, why_not=_why_not(numbers, pictures, wanted))


def _why_not(scenes: dict[Scene, int], pictures: dict[Scene, Picture], wanted: Wanted) -> str:
    """Why some findings have no picture, as far as one sentence tells it."""
    if len(pictures) == len(scenes):
        return "" if pictures else "no-place"
    return "masked" if wanted.masked and len(scenes) <= MOST_PICTURES else "many"


def _pictures(album: Album, scenes: Sequence[Scene], wanted: Wanted) -> dict[Scene, Picture]:
    """The scenes as pictures, a page after the other, so that only one is held."""
    found: dict[Scene, Picture] = {}
    for number in sorted({scene.page for scene in scenes}):
        page = album.pages(number)
        if page is None or (wanted.masked and page.pictured):
            continue
        hidden = personal_in(page.letters) if wanted.masked else []
        for scene in (scene for scene in scenes if scene.page == number):
            found[scene] = _picture(page, scene, hidden, wanted)._replace(laid_out=album.laid_out)
    return found


def _picture(page: ShownPage, scene: Scene, hidden: Sequence[Box], wanted: Wanted) -> Picture:
    dpi = resolution_of(scene)
    words = {at: found_in(page.letters, spot.box, spot.words) for at, spot in enumerate(scene.spots)}
    image = drawn(page_image(page.picture(dpi), dpi), scene, words, hidden)
    made = encoded(image, wanted.formats)
    return Picture(made.data, made.width, made.height, scene.page)
