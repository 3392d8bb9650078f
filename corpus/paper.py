"""A report as laid out, before any format: sections of lines and grids. The writers turn it into DOCX, PDF or text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `list_mark` "bullet" or "number" asks the format's own automatic list, where it has one."""

    text: str
    bold: bool = False
    italic: bool = False
    align: str = "justify"
    list_mark: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell; merged ones stand once, at their top left. `nested` puts a whole grid into it."""

    lines: tuple[str, ...] = ("",)
    row_span: int = 1
    column_span: int = 1
    bold: bool = False
    align: str = "left"
    nested: Grid | None = None
    broken: bool = False  # its lines are one paragraph with line breaks
    counted: str = ""  # DOCX numbers it by itself: the numbering's form ("1.%1"), one list a form


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. A row holds one entry a grid column, None where a merged cell covers it.

    `widths` are shares of the text width. `ruling`: which of its lines are drawn (`full`, `none`, `rows`, `framed`).
    `role`: `score` for (part of) the score table, `frame` for what only sets text side by side and is no table to a
    reader.
    """

    rows: tuple[tuple[GridCell | None, ...], ...]
    widths: tuple[float, ...]
    heading_rows: int = 0
    repeat_heading: bool = False
    ruling: str = "full"
    whole_rows: bool = False  # a row does not break across pages
    row_height: float = 0.0  # points: no row is lower
    role: str = ""


Block = Line | Grid


class Margins(NamedTuple):
    """Between the paper's edges and its text, in points."""

    top: float = 56.7
    right: float = 56.7
    bottom: float = 56.7
    left: float = 56.7


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page: lines above and below, and the page's number in one of them."""

    head: str = ""
    foot: str = ""
    number: str = ""  # its form, `{n}` for the number and `{all}` for how many there are; empty for none
    number_above: bool = False
    align: str = "center"


NORMAL = Margins()


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one size; lengths in points. `part`: a file of its own that was put behind the others."""

    blocks: tuple[Block, ...]
    width: float = 595.3
    height: float = 841.9
    margins: Margins = NORMAL
    running: Running = Running()
    part: bool = False

    @property
    def text_width(self) -> float:
        """Between the left and the right margin."""
        return self.width - self.margins.left - self.margins.right

    @property
    def text_height(self) -> float:
        """Between the upper and the lower margin."""
        return self.height - self.margins.top - self.margins.bottom


@dataclass(frozen=True, slots=True)
class Hand:
    """How the second PDF producer draws. `rulings`: lines, rects, cells, dashed, doubled. `pieces`: what it places at
    once: lines, words, letters, kerned (pieces of words), spaced (letters apart), justified (words apart)."""

    rulings: str = "lines"
    pieces: str = "lines"
    open_ends: bool = False  # a cell that goes over a page's end is not closed there
    overlong: bool = False  # rulings are drawn too long and cut by a clip
    font: str = "DejaVuSerifCondensed"


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole file; `size` is the body's letter size in points."""

    sections: tuple[Section, ...]
    font: str = "Times New Roman"
    size: float = 13.0
    table_size: float = 11.0
    letters: str = ""  # DOCX in the fonts of the nineties: TCVN3 or VNI
    hand: Hand = Hand()
    shaded: bool = False  # heading cells stand on grey
    centred: bool = False  # what stands in merged and figure cells is centred from top to bottom
    spacing: int = 60  # twentieths of a point above and below a paragraph
    leading: float = 1.22  # line height as a multiple of the letter size
    seed: int = 0  # for what a writer draws by lot

    @property
    def features(self) -> tuple[str, ...]:
        """What is unusual about it, for the lists of what went wrong."""
        first, last = self.sections[0], self.sections[-1]
        running = last.running
        flags = {
            f"rulings={self.hand.rulings}": True,
            f"pieces={self.hand.pieces}": True,
            "open-ends": self.hand.open_ends,
            "overlong": self.hand.overlong,
            "shaded": self.shaded,
            "centred": self.centred,
            f"font={self.font}": self.font != "Times New Roman",
            f"page={_page_name(last)}": _page_name(last) != "A4",
            "own-section": len(self.sections) > 1,
            "own-part": last.part,
            "own-margins": last.margins != first.margins,
            "running-head": bool(running.head),
            "running-foot": bool(running.foot),
            f"numbered={running.number}": bool(running.number),
        }
        return tuple(name for name, on in flags.items() if on)


def _page_name(section: Section) -> str:
    short, long = sorted((round(section.width), round(section.height)))
    name = {(595, 842): "A4", (612, 792): "Letter", (842, 1191): "A3", (612, 936): "Folio"}.get((short, long), "other")
    return f"{name}-landscape" if section.width > section.height else name


def blank(columns: int) -> list[GridCell | None]:
    """A row of empty cells, to be filled."""
    return [GridCell() for _ in range(columns)]


def landscape(section: Section) -> Section:
    """The same section on its side."""
    return replace(section, width=section.height, height=section.width)


def plain_text(blocks: Sequence[Block]) -> str:
    """All words of the blocks, for tests and for looking at."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            parts.append(block.text)
            continue
        parts.extend("\t".join("\n".join(cell.lines) for cell in row if cell) for row in block.rows)
    return "\n".join(parts)
