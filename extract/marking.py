"""The pictures that go with a report's findings: made by the worker that has read it, and only where asked for."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from extract import deadline
from extract.marking_albums import Shelf
from extract.marking_drawing import drawn, encoded, page_image, resolution_of
from extract.marking_pages import ShownPage
from extract.marking_records import Exhibit, Picture, Wanted
from extract.marking_spots import Scene, scenes_of, spots_of
from extract.marking_words import found_in, personal_in
from extract.outcome import Outcome
from extract.page_unexplained import loose_of
from normalize.report import Report
from parsers.document import Box, Document
from parsers.failures import Unreadable
from rules.finding import Finding

SECONDS = 90.0  # for all pictures of a report; it takes a tenth of one, and LibreOffice up to three
MOST_PICTURES = 60  # of one report; a report with more findings than that is looked at as a whole

Read = tuple[Document, Report]


def with_exhibit(outcome: Outcome, paths: Sequence[Path], read: Read, wanted: Wanted) -> Outcome:
    """The outcome with what is shown beside its findings; a fault of ours here costs no finding.

    `paths` are the files that the report was read from, in the order of `Document.files` where they are several.
    """
    try:
        exhibit = exhibit_of(paths, read, outcome.findings, wanted)
        return replace(outcome, exhibit=replace(exhibit, loose=loose_of(*read)))
    except Exception:
        return replace(outcome, exhibit=Exhibit(why_not="failed"), trace=traceback.format_exc())


def exhibit_of(paths: Sequence[Path], read: Read, findings: Sequence[Finding], wanted: Wanted) -> Exhibit:
    """The pictures of the findings' places, or why there are none."""
    if not any(finding.place is not None or finding.others for finding in findings):
        return Exhibit()
    try:
        with deadline.within(SECONDS), ExitStack() as files:
            return _exhibit(Shelf(files, paths, *read), findings, wanted)
    except Unreadable:  # the time is up, or a file is gone
        return Exhibit(why_not="failed")


def _exhibit(shelf: Shelf, findings: Sequence[Finding], wanted: Wanted) -> Exhibit:
    scenes = [scenes_of(spots_of(finding, shelf.locate), shelf.size_of) for finding in findings]
    numbers: dict[Scene, int] = {}
    for scene in (scene for of_finding in scenes for scene in of_finding):
        numbers.setdefault(scene, len(numbers))
    pictures = _pictures(shelf, list(numbers)[:MOST_PICTURES], wanted)
    order = {scene: at for at, scene in enumerate(scene for scene in numbers if scene in pictures)}
    shown = tuple(tuple(order[scene] for scene in of_finding if scene in order) for of_finding in scenes)
    why_not = shelf.why_not or _why_not(len(numbers), len(pictures), wanted)
    return Exhibit(tuple(pictures[scene] for scene in order), shown, why_not=why_not)


def _why_not(scenes: int, pictures: int, wanted: Wanted) -> str:
    """Why a finding may have no picture, where some have one and some do not."""
    if pictures == scenes:
        return "no-place"
    return "masked" if wanted.masked and scenes <= MOST_PICTURES else "many"


def _pictures(shelf: Shelf, scenes: Sequence[Scene], wanted: Wanted) -> dict[Scene, Picture]:
    """The scenes as pictures, a page after the other, so that only one is held."""
    found: dict[Scene, Picture] = {}
    for file, number in sorted({(scene.file, scene.page) for scene in scenes}):
        album = shelf.album(file)
        page = album.pages(number) if album is not None else None
        if album is None or page is None or (wanted.masked and page.pictured):
            continue
        hidden = personal_in(page.letters) if wanted.masked else []
        for scene in (scene for scene in scenes if (scene.file, scene.page) == (file, number)):
            found[scene] = _picture(page, scene, hidden, wanted)._replace(laid_out=album.laid_out)
    return found


def _picture(page: ShownPage, scene: Scene, hidden: Sequence[Box], wanted: Wanted) -> Picture:
    dpi = resolution_of(scene)
    words = {at: found_in(page.letters, spot.box, spot.words) for at, spot in enumerate(scene.spots)}
    image = drawn(page_image(page.picture(dpi), dpi), scene, words, hidden)
    made = encoded(image, wanted.formats)
    return Picture(made.data, made.width, made.height, scene.page, file=scene.file)
