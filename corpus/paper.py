"""A report as laid out, before any format: sections of lines and grids. The writers turn it into DOCX, PDF or text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


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

    `widths` are shares of the text width. `ruling`: how its lines are drawn (`full`, `none`, `rows`). `role`: `score`
    for (part of) the score table, `frame` for what only sets text side by side and is no table to a reader.
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


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one size; lengths in points."""

    blocks: tuple[Block, ...]
    width: float = 595.3
    height: float = 841.9
    margin: float = 56.7


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole file; `size` is the body's letter size in points."""

    sections: tuple[Section, ...]
    font: str = "Times New Roman"
    size: float = 13.0
    table_size: float = 11.0
    old_letters: bool = False  # DOCX in the fonts of the nineties (TCVN3)
    page_numbers: bool = False
    running_head: str = ""
    drawing: str = "lines"  # how the second PDF producer draws rulings: lines, rects, cells, dashed, doubled
    words_alone: bool = False  # it places each word by itself
    centred: bool = False  # it centres what stands in merged and figure cells from top to bottom
    second_font: str = "DejaVuSerifCondensed"
    spacing: int = 60  # twentieths of a point above and below a paragraph


def blank(columns: int) -> list[GridCell | None]:
    """A row of empty cells, to be filled."""
    return [GridCell() for _ in range(columns)]


def landscape(section: Section) -> Section:
    """The same section on its side."""
    return Section(section.blocks, section.height, section.width, section.margin)


def plain_text(blocks: Sequence[Block]) -> str:
    """All words of the blocks, for tests and for looking at."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            parts.append(block.text)
            continue
        parts.extend("\t".join("\n".join(cell.lines) for cell in row if cell) for row in block.rows)
    return "\n".join(parts)
