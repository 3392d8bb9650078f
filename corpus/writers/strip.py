"""One endless page: lines of text and boxes at their height, cut into pages afterwards.

Cutting a strip gives what word processors give: rows, cells and merged cells broken wherever a page ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.paper import Block, Grid, GridCell, Line, Paper

PADDING = 3.0  # points between a cell's edge and its text
LEADING = 1.22  # what a line of letters needs at least, as a multiple of their size

Measure = Callable[[str, str, float], float]  # text, style, size -> width in points


class Text(NamedTuple):
    """One line of text; `style` is "", "bold" or "italic"."""

    x: float
    top: float
    text: str
    style: str
    size: float
    stretch: float = 0.0  # points to be shared out between the words

    @property
    def bottom(self) -> float:
        """Where the next line may begin."""
        return self.top + self.size * LEADING


class Boxed(NamedTuple):
    """A cell's outline. `outer`: its left, its right edge are the table's; `cut`: it goes on above, below the page."""

    x0: float
    top: float
    x1: float
    bottom: float
    ruling: str
    outer: tuple[bool, bool] = (False, False)
    cut: tuple[bool, bool] = (False, False)
    shaded: bool = False


class Repeated(NamedTuple):
    """Heading rows that stand again on every page between `top` and `bottom`."""

    top: float
    bottom: float
    texts: tuple[Text, ...]
    boxes: tuple[Boxed, ...]
    height: float


@dataclass(slots=True)
class Strip:
    """Everything of a section; grows downwards while it is being laid."""

    texts: list[Text] = field(default_factory=list)
    boxes: list[Boxed] = field(default_factory=list)
    rows: list[tuple[float, float, bool]] = field(default_factory=list)  # top, bottom, whole
    repeated: list[Repeated] = field(default_factory=list)
    height: float = 0.0


class Page(NamedTuple):
    """One page's share of a strip, heights counted from the text area's top."""

    texts: list[Text]
    boxes: list[Boxed]


@dataclass(frozen=True, slots=True)
class Setter:
    """What is needed to set text: the paper's sizes and the font's widths."""

    paper: Paper
    measure: Measure


def laid(blocks: Sequence[Block], width: float, setter: Setter) -> Strip:
    """The blocks one below the other."""
    strip = Strip()
    for block in blocks:
        if isinstance(block, Line):
            _lay_line(strip, block, width, setter)
        else:
            strip.height += _lay_grid(strip, block, (0.0, strip.height), width, setter) + 6.0
    return strip


def wrapped(text: str, width: float, fits: Callable[[str], float]) -> list[str]:
    """The text in lines of at most `width`; a word wider than that is cut."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if fits(longer) <= width or not line:
            line = longer
        else:
            lines.append(line)
            line = word
        while fits(line) > width and len(line) > 1:
            cut = next((n for n in range(len(line) - 1, 0, -1) if fits(line[:n]) <= width), 1)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line]


def _lay_line(strip: Strip, line: Line, width: float, setter: Setter) -> None:
    size, style = setter.paper.size, "bold" if line.bold else "italic" if line.italic else ""
    mark = {"bullet": "• ", "number": "– "}.get(line.list_mark, "")
    strip.height += setter.paper.spacing / 20
    pieces = wrapped(mark + line.text, width, lambda text: setter.measure(text, style, size))
    for n, piece in enumerate(pieces, 1):
        room = width - setter.measure(piece, style, size)
        x = {"center": room / 2, "right": room}.get(line.align, 0.0)
        stretch = room if line.align == "justify" and n < len(pieces) and " " in piece and room < width / 3 else 0.0
        strip.texts.append(Text(x, strip.height, piece, style, size, stretch))
        strip.height += size * setter.paper.leading
    strip.height += setter.paper.spacing / 20


def _lay_grid(strip: Strip, grid: Grid, origin: tuple[float, float], width: float, setter: Setter) -> float:
    """Lays a grid with its top left at `origin`; its height."""
    left, top = origin
    unit = width / sum(grid.widths)
    edges = [left]
    for share in grid.widths:
        edges.append(edges[-1] + share * unit)
    tops = [top]
    for height in _row_heights(grid, edges, setter):
        tops.append(tops[-1] + height)
    texts_before, boxes_before = len(strip.texts), len(strip.boxes)
    heading_texts, heading_boxes = texts_before, boxes_before
    for n, row in enumerate(grid.rows):
        for column, cell in enumerate(row):
            if cell is not None:
                end = column + cell.column_span
                outer = (column == 0, end == len(grid.widths))
                box = Boxed(edges[column], tops[n], edges[end], tops[n + cell.row_span], grid.ruling, outer)
                if n < grid.heading_rows and setter.paper.shaded:
                    box = box._replace(shaded=True)
                _lay_cell(strip, cell, box, setter)
        # centred text would come apart from its row's first line where a page cuts it, as no word processor has it
        strip.rows.append((tops[n], tops[n + 1], grid.whole_rows or setter.paper.centred))
        if n + 1 == grid.heading_rows:
            heading_texts, heading_boxes = len(strip.texts), len(strip.boxes)
    if grid.repeat_heading and grid.heading_rows:
        texts, boxes = strip.texts[texts_before:heading_texts], strip.boxes[boxes_before:heading_boxes]
        under = tops[grid.heading_rows]
        strip.repeated.append(Repeated(under, tops[-1], tuple(texts), tuple(boxes), under - top))
    return tops[-1] - top


def _row_heights(grid: Grid, edges: list[float], setter: Setter) -> list[float]:
    """Heights that hold every cell; the last row of a merged cell grows where its text needs it."""
    heights = [grid.row_height] * len(grid.rows)
    merged: list[tuple[int, int, float]] = []
    for n, row in enumerate(grid.rows):
        for column, cell in enumerate(row):
            if cell is None:
                continue
            need = _cell_height(cell, edges[column + cell.column_span] - edges[column], setter)
            if cell.row_span == 1:
                heights[n] = max(heights[n], need)
            else:
                merged.append((n, n + cell.row_span, need))
    for first, end, need in merged:
        short = need - sum(heights[first:end])
        if short > 0:
            heights[end - 1] += short
    return heights


def _cell_lines(cell: GridCell, width: float, setter: Setter) -> list[str]:
    style, size = "bold" if cell.bold else "", setter.paper.table_size
    return [
        piece
        for text in cell.lines
        for piece in wrapped(text, width - 2 * PADDING, lambda part: setter.measure(part, style, size))
    ]


def _cell_height(cell: GridCell, width: float, setter: Setter) -> float:
    if cell.nested is not None:
        return _lay_grid(Strip(), cell.nested, (0.0, 0.0), width - 2 * PADDING, setter) + 2 * PADDING
    return len(_cell_lines(cell, width, setter)) * setter.paper.table_size * setter.paper.leading + 2 * PADDING


def _lay_cell(strip: Strip, cell: GridCell, box: Boxed, setter: Setter) -> None:
    strip.boxes.append(box)
    width = box.x1 - box.x0
    if cell.nested is not None:
        _lay_grid(strip, cell.nested, (box.x0 + PADDING, box.top + PADDING), width - 2 * PADDING, setter)
        return
    lines, style, size = _cell_lines(cell, width, setter), "bold" if cell.bold else "", setter.paper.table_size
    step = size * setter.paper.leading
    top = box.top + PADDING
    if setter.paper.centred and (cell.row_span > 1 or cell.align == "center"):
        top = (box.top + box.bottom - len(lines) * step) / 2
    for text in lines:
        room = width - 2 * PADDING - setter.measure(text, style, size)
        x = box.x0 + PADDING + (room / 2 if cell.align == "center" else 0.0)
        if text:
            strip.texts.append(Text(x, top, text, style, size))
        top += step


def pages_of(strip: Strip, height: float) -> list[Page]:
    """The strip cut into pages of `height`."""
    pages, start = [], 0.0
    while start < strip.height - 0.01:
        heading = next((r for r in strip.repeated if r.top <= start < r.bottom), None)
        lead = heading.height if heading else 0.0
        end = _cut(strip, start, start + height - lead)
        page = _between(strip, start, end, lead)
        if heading:
            lift = heading.top - heading.height
            page.texts.extend(t._replace(top=t.top - lift) for t in heading.texts)
            page.boxes.extend(b._replace(top=b.top - lift, bottom=b.bottom - lift) for b in heading.boxes)
        pages.append(page)
        start = end
    return pages


def _cut(strip: Strip, start: float, wished: float) -> float:
    """The lowest height up to `wished` at which no line of text is cut, nor a row that must stay whole."""
    end = wished
    while True:
        cut = [t.top for t in strip.texts if t.top < end < t.bottom - 0.01]
        cut += [top for top, bottom, whole in strip.rows if whole and start < top < end < bottom]
        # no sliver of a row above its first line
        cut += [top for top, _, _ in strip.rows if start < top < end <= top + PADDING + 1]
        if not cut:
            return end
        end = min(cut)
        if end <= start:
            return wished


def _between(strip: Strip, start: float, end: float, lead: float) -> Page:
    """What stands between two heights, moved to the page's top (below a repeated heading of height `lead`)."""
    down = lead - start
    texts = [t._replace(top=t.top + down) for t in strip.texts if start <= t.top < end]
    boxes = [
        b._replace(
            top=max(b.top, start) + down,
            bottom=min(b.bottom, end) + down,
            cut=(b.top < start - 0.01, b.bottom > end + 0.01),
        )
        for b in strip.boxes
        if b.top < end - 0.01 and b.bottom > start + 0.01
    ]
    return Page(texts, boxes)
