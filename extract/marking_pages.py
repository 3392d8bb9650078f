"""The pages of a file as pictures, whatever the file is: a PDF or a scan in one, a photograph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple

from extract.marking_words import Letters, letters_of
from parsers.document import Box, PageSize
from parsers.doubts import is_garbled
from parsers.frames import Frame
from parsers.pdfium import count_pages, opened, page_of
from parsers.raster.picture import RawPicture

NO_LETTERS = Letters("", ())
SMALL = 0.05  # of the page; a letterhead's emblem covers less, a pasted table more


class ShownPage(NamedTuple):
    """One page: its size, its picture at a resolution of one's choice, its letters, the rulings drawn.

    `pictured`: some of it is a picture, or its letters stand for others: so nobody knows what it says of whom.
    """

    size: PageSize
    picture: Callable[[float], RawPicture]
    letters: Letters
    pictured: bool
    rulings: Sequence[Box] = ()


Pages = Callable[[int], "ShownPage | None"]  # by number, from 1


@contextmanager
def pdf_pages(data: bytes) -> Iterator[Pages]:
    """The pages of a PDF."""
    with opened(data) as document:
        count = count_pages(document)

        def page(number: int) -> ShownPage | None:
            return _pdf_page(document, number) if 1 <= number <= count else None

        yield page


def _pdf_page(document: Any, number: int) -> ShownPage | None:
    from parsers.raster.rendering import rendered
    from parsers.rulings import drawing_of

    def picture(dpi: float) -> RawPicture:
        with page_of(document, number - 1) as again:
            assert again is not None
            return rendered(again, dpi)

    with page_of(document, number - 1) as found:
        if found is None:
            return None
        letters, drawing = letters_of(found), drawing_of(found)
        seen = Frame(found.bounds, found.rotation)
        pictured = is_garbled(letters.text) or _has_picture(seen, seen.boxes(drawing.pictures))
        size = PageSize(number, seen.width, seen.height)
        return ShownPage(size, picture, letters, pictured, seen.boxes(drawing.strokes))


def _has_picture(seen: Frame, pictures: Sequence[Box]) -> bool:
    area = max(((box.x1 - box.x0) * (box.bottom - box.top) for box in pictures), default=0.0)
    return area > SMALL * seen.width * seen.height


@contextmanager
def picture_pages(files: Sequence[bytes]) -> Iterator[Pages]:
    """The pages of picture files, numbered through: each picture in them."""
    from parsers.raster.loading import pictures_of

    coming: Iterator[RawPicture] = iter(())
    taken = 0  # pages are asked for in order: then each picture is opened once

    def page(number: int) -> ShownPage | None:
        nonlocal taken, coming
        if number <= taken or not taken:
            taken, coming = 0, (raw for data in files for raw in pictures_of(data))
        raw = next(islice(coming, number - taken - 1, None), None)
        taken = number
        if raw is None:
            return None
        return ShownPage(PageSize(number, raw.width, raw.height), lambda _: raw, NO_LETTERS, True)

    yield page
