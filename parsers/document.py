"""What a reader saw, before anything is understood: paragraphs and tables with their places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Sides = tuple[float, float, float, float]  # those of a box, where a page has hundreds that are looked at once


class Box(NamedTuple):
    """A rectangle in points (1/72 inch); origin at the page's top left, as the page is shown."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person finds it; counts from 1; None = does not apply.

    `sheet` is the name of a workbook's sheet and `cell` the address in it ("D12"); `row` is then the sheet's own.
    `file` is the name of the file where a report was sent in several: all other numbers are then that file's own.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None
    paragraph: int | None = None
    box: Box | None = None
    sheet: str | None = None
    cell: str | None = None
    file: str | None = None


class Line(NamedTuple):
    """One line of a cell: a visual line of a PDF (with page and box), or a paragraph or broken line of a DOCX."""

    text: str
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, merged ones once. `row` and `column` count from 0; `text` is its lines joined by newlines.

    `place.row` is `row + 1`, `place.table` the table's number in the document.
    `confidence` is how sure the reading is, 1 for born-digital text. `readings` is what a figure in a scan may be, each
    with its probability, the likeliest first (it is `text` then); empty where nothing else is known.
    """

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    place: Place = Place()
    confidence: float = 1.0
    lines: tuple[Line, ...] = ()
    readings: tuple[tuple[str, float], ...] = ()
    unsure: tuple[tuple[str, float], ...] = ()  # words of a scan read with doubt, and how sure each is


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells in the order of row, then column; may go over pages: each cell has its own place."""

    cells: tuple[Cell, ...]
    place: Place = Place()

    @property
    def rows(self) -> int:
        """Number of grid rows."""
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def columns(self) -> int:
        """Number of grid columns."""
        return max((cell.column + cell.column_span for cell in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `role` is `body`, or `header`, `footer`, `footnote` for text outside the flow."""

    text: str
    place: Place = Place()
    confidence: float = 1.0
    role: str = "body"
    unsure: tuple[tuple[str, float], ...] = ()  # as in `Cell`


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page as it is shown (rotation applied), in points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Remark:
    """What people should know of how a file was read; `name` keys the sentence, `facts` fill it in."""

    name: str
    place: Place = Place()
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: blocks in reading order.

    `digest` is the SHA-256 of the bytes in hex; `source` the format's name (`docx`, `pdf`, `text`);
    `doubts` names what the reader could not read well (for example `broken-font-map`), with its place; `remarks`
    are on what was read well, but not as people might think (left-out hidden rows, a wrong ending of the name).
    `files` are the names of the files that it was put together from, as places have them; empty for one file.
    """

    file: str
    digest: str
    source: str
    blocks: tuple[Paragraph | Table, ...]
    pages: tuple[PageSize, ...] = ()
    doubts: tuple[tuple[str, Place], ...] = ()
    remarks: tuple[Remark, ...] = ()
    files: tuple[str, ...] = ()
