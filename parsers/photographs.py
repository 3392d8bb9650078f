"""A picture file (JPEG, PNG, TIFF, HEIC and their like) as a Document: each picture in it is a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parsers.document import Document, PageSize, Place
from parsers.doubts import WITHOUT_TEXT
from parsers.failures import Scanned
from parsers.formats import tell
from parsers.frames import Frame
from parsers.ocr import Ocr
from parsers.pages import PageContent
from parsers.pdfium import Bounds

if TYPE_CHECKING:
    from parsers.scanned import Slot


def read(data: bytes, file: str, digest: str, ocr: Ocr = Ocr.AUTO) -> Document:
    """The document; raises `Unreadable` where the pictures cannot be read, `Scanned` where they are not to be."""
    if ocr is Ocr.NEVER:
        raise Scanned(pages="1")
    from parsers.scanned import document_of, reread

    found = reread(slots_of(data))
    doubts = tuple((WITHOUT_TEXT, Place(page=number)) for number in found.failed)
    return document_of((file, digest), tell(data).value, found, doubts)


def slots_of(data: bytes) -> Iterator[Slot]:
    """The pages of the file, each with its picture."""
    from parsers.raster.loading import pictures_of
    from parsers.scanned import Slot

    for number, raw in enumerate(pictures_of(data), 1):
        frame = Frame(Bounds(0.0, 0.0, raw.width, raw.height), 0)
        size = PageSize(number, round(raw.width, 2), round(raw.height, 2))
        yield Slot(PageContent(size, frame, frame, (), 0, 1.0), raw)
