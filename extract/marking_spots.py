"""From a finding's places to scenes: which piece of which page is shown, and what is marked in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from parsers.document import Box, PageSize, Place
from rules.finding import Finding

HERE, THERE = "here", "there"
MARGIN = 42.0  # points shown above and below a place: some three lines, so that one sees where one is
LOWEST = 130.0  # points; less of a page tells nothing
HIGHEST = 340.0  # points of a piece; what is higher is shown as a whole page
MOST_SCENES = 4  # pictures of one finding; its other places are named in its sentence

Locate = Callable[[Place, str, str], tuple["Spot", ...]]  # a place, the text that stands there, the rule that asks
SizeOf = Callable[[str, int], PageSize | None]  # of a file's page


class Spot(NamedTuple):
    """A place on a page. `words` are texts to look for in it, the likeliest first: what of the place is meant.

    `file` tells the files apart that a report was sent in; "" where it is only one.
    """

    page: int
    box: Box
    role: str = HERE
    words: tuple[str, ...] = ()
    file: str = ""


class Scene(NamedTuple):
    """A piece of a page with the spots to mark in it; `whole`: all of the page, smaller."""

    page: int
    crop: Box
    spots: tuple[Spot, ...]
    whole: bool = False

    @property
    def file(self) -> str:
        """The file that the page is in."""
        return self.spots[0].file


def spots_of(finding: Finding, locate: Locate) -> Iterator[Spot]:
    """The finding's places on pages, its own first."""
    mine = [place for place in (finding.place, *finding.also) if place is not None]
    for place in mine:
        for spot in locate(place, finding.stated, finding.rule):
            yield spot._replace(role=HERE, words=_words(finding.stated, finding.excerpt))
    for place in finding.others:
        if place in mine:
            continue
        for spot in locate(place, finding.expected, finding.rule):
            yield spot._replace(role=THERE, words=_words(finding.expected))


def _words(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text.strip()))


def scenes_of(spots: Iterable[Spot], size_of: SizeOf) -> list[Scene]:
    """The pieces of pages that show the spots; neighbours share one. The finding's own place leads."""
    in_order = sorted(dict.fromkeys(spots), key=lambda spot: (spot.file, spot.page, spot.box.top))
    scenes: list[Scene] = []
    for (file, page), on_page in groupby(in_order, key=lambda spot: (spot.file, spot.page)):
        size = size_of(file, page)
        scenes += [_scene(size, run) for run in _runs(list(on_page))] if size is not None else []
    scenes.sort(key=lambda scene: all(spot.role == THERE for spot in scene.spots))
    return scenes[:MOST_SCENES]


def _runs(spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Spots of a page from top to bottom, together as long as one piece can show them."""
    run: list[Spot] = []
    for spot in spots:
        if run and max(spot.box.bottom, *(other.box.bottom for other in run)) - run[0].box.top > HIGHEST - 2 * MARGIN:
            yield run
            run = []
        run.append(spot)
    if run:
        yield run


def _scene(page: PageSize, spots: Sequence[Spot]) -> Scene:
    """As wide as the page, for a figure means nothing without its row; as high as the spots and a little more."""
    top = min(spot.box.top for spot in spots) - MARGIN
    bottom = max(spot.box.bottom for spot in spots) + MARGIN
    if bottom - top > HIGHEST:
        return Scene(page.number, Box(0.0, 0.0, page.width, page.height), tuple(spots), whole=True)
    short = max(0.0, LOWEST - (bottom - top)) / 2
    crop = Box(0.0, max(0.0, top - short), page.width, min(page.height, bottom + short))
    return Scene(page.number, Box(*(round(edge, 1) for edge in crop)), tuple(spots))
