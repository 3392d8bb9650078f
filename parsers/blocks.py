"""From pages to the document's blocks: paragraphs and tables, also where a page break cuts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby, repeat
from typing import NamedTuple

from parsers.continued import PagePart, goes_on, page_part, whole_table
from parsers.document import Box, Cell, Line, Paragraph, Place, Table
from parsers.habits import WholeCell
from parsers.heads_above import with_heads
from parsers.lines import TextLine
from parsers.lone_lines import with_lone_lines
from parsers.making import builder, maker
from parsers.margins import running_lines
from parsers.pages import PageContent
from parsers.paragraphs import goes_on_below, paragraphs_of, text_of_lines
from parsers.parts import TablePart
from parsers.rests import without_rest
from parsers.strips import with_lone_rows

Block = Paragraph | Table
PageLine = tuple[int, TextLine]  # page's number, line
Turned = Mapping[int, PageContent]  # by number, the pages whose text does not stand upright as they are shown

ENOUGH = 8  # lines that show how wide the text is set
SET_IN = 6.0  # points; margins that differ differ by more

_box, _line, _text_line = maker(Box), maker(Line), maker(TextLine)
_places, _cells, _paragraphs_from = builder(Place), builder(Cell), builder(Paragraph)
_ORDER = {"header": 0, "body": 1, "footer": 2}


class Unit(NamedTuple):
    """A paragraph (its lines) or a table (its parts), with the number of the page on which it begins."""

    page: int
    role: str
    lines: list[PageLine]
    parts: list[PagePart]


class Area(NamedTuple):
    """Where the text stands on pages of one shape."""

    left: float
    right: float
    floor: float


def blocks_of(pages: Sequence[PageContent]) -> tuple[Block, ...]:
    """The blocks of the document in the order of reading."""
    outside = {page.size.number: [item for item in page.items if isinstance(item, TextLine)] for page in pages}
    running = running_lines([(page.size.number, page.frame.height, outside[page.size.number]) for page in pages])
    units = list(_flow_units(pages, {id(found.line) for found in running}))
    units += [Unit(found.page, found.role, [(found.page, found.line)], []) for found in running]
    units.sort(key=lambda unit: (unit.page, _ORDER[unit.role]))
    turned = {page.size.number: page for page in pages if page.frame.turn != page.seen.turn}
    return tuple(_numbered(units, Shown(turned)))


def _flow_units(pages: Sequence[PageContent], marginal: set[int]) -> Iterator[Unit]:
    """Paragraphs and tables of the flow, joined over pages."""
    bodies = [([item for item in page.items if id(item) not in marginal], page.strips) for page in pages]
    flow = with_lone_lines(with_heads(with_lone_rows(bodies), [page.rules for page in pages]))
    flows = list(zip(pages, flow, strict=True))
    by_shape: dict[tuple[int, int], list[TextLine | TablePart]] = defaultdict(list)
    for page, items in flows:
        by_shape[_shape(page)].extend(items)
    areas = {shape: _area(items, shape[0]) for shape, items in by_shape.items()}
    last: Unit | None = None
    for page, items in flows:
        for unit in _page_units(page.size.number, items, _area_of_page(items, areas[_shape(page)])):
            if last is not None and _is_more_of(last, unit):
                last.lines.extend(unit.lines)
                last.parts.extend(unit.parts)
                continue
            if last is not None:
                yield last
            last = unit
    if last is not None:
        yield last


def _shape(page: PageContent) -> tuple[int, int]:
    return round(page.frame.width), round(page.frame.height)


def _area(items: Sequence[TextLine | TablePart], width: float) -> Area:
    """The area of pages of one shape; a few lines do not show it, then both margins are held to be alike."""
    lines = [item for item in items if isinstance(item, TextLine)]
    left = min((line.box.x0 for line in lines), default=0.0)
    right = max((line.box.x1 for line in lines), default=0.0)
    floor = max((item.box.bottom for item in items), default=0.0)
    return Area(left, right if len(lines) >= ENOUGH else max(right, width - left), floor)


def _area_of_page(items: Sequence[TextLine | TablePart], usual: Area) -> Area:
    """The area of one page: its own where its text is set in from the usual left edge (other margins)."""
    boxes = [item.box for item in items if isinstance(item, TextLine)]
    left = min((box.x0 for box in boxes), default=usual.left)
    if len(boxes) < ENOUGH or left - usual.left < SET_IN:
        return usual
    return Area(left, max(box.x1 for box in boxes), usual.floor)


def _page_units(number: int, items: Sequence[TextLine | TablePart], area: Area) -> Iterator[Unit]:
    """One page's paragraphs and tables."""
    for is_table, group in groupby(items, key=lambda item: isinstance(item, TablePart)):
        if is_table:
            for part in group:
                assert isinstance(part, TablePart)
                whole = without_rest(part) if part is items[0] else part
                room = area.floor - part.box.bottom
                yield Unit(number, "body", [], [page_part(number, whole, room, begun=whole is not part)])
            continue
        lines = [_with_edges(item, area) for item in group if isinstance(item, TextLine)]
        for paragraph in paragraphs_of(lines):
            yield Unit(number, "body", [(number, line) for line in paragraph], [])


def _with_edges(line: TextLine, area: Area) -> TextLine:
    """A line of the page's own column knows how far that goes; one of several columns knows it already."""
    return line if line.right else _text_line((*line[:5], area.left, area.right))


def _is_more_of(last: Unit, unit: Unit) -> bool:
    """Whether a unit is the rest of the one before it, cut by a page break."""
    if last.parts and unit.parts:
        return goes_on(last.parts, unit.parts[0])
    if last.lines and unit.lines and last.lines[-1][0] != unit.page:
        return goes_on_below(last.lines[-1][1], unit.lines[0][1])
    return False


class Shown:
    """Boxes as their pages are shown, to a tenth of a point."""

    def __init__(self, turned: Turned) -> None:
        self._turned = turned
        self._tenths: dict[float, float] = {}  # most edges are those of other boxes too, and rounding takes long

    def boxes(self, boxes: Sequence[Box], pages: Sequence[int]) -> Iterator[Box]:
        """The boxes as the pages are shown on which they stand."""
        if self._turned:
            boxes = list(map(self._on_page, boxes, pages))
        figures = list(chain.from_iterable(boxes))
        tenths = self._tenths
        new = set(figures).difference(tenths)
        tenths.update(zip(new, map(round, new, repeat(1)), strict=False))
        rounded = map(tenths.__getitem__, figures)
        return map(_box, zip(rounded, rounded, rounded, rounded, strict=False))

    def _on_page(self, box: Box, page: int) -> Box:
        turned = self._turned.get(page)
        return turned.frame.seen_from(turned.seen, box) if turned else box


def _numbered(units: Sequence[Unit], shown: Shown) -> Iterator[Block]:
    """Blocks with their places."""
    paragraphs = iter(_paragraphs([unit for unit in units if not unit.parts], shown))
    tables = 0
    for unit in units:
        if unit.parts:
            tables += 1
            yield _table(unit.parts, tables, shown)
        else:
            yield next(paragraphs)


def _paragraphs(units: Sequence[Unit], shown: Shown) -> list[Paragraph]:
    boxes = [around([line.box for page, line in unit.lines if page == unit.page]) for unit in units]
    seen = shown.boxes(boxes, [unit.page for unit in units])
    places = _places((unit.page, None, None, n, box) for n, (unit, box) in enumerate(zip(units, seen, strict=True), 1))
    texts = [text_of_lines([line.text for _, line in unit.lines]) for unit in units]
    roles = [unit.role for unit in units]
    return _paragraphs_from(zip(texts, places, repeat(1.0), roles, strict=False))


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them."""
    if len(boxes) == 1:
        return boxes[0]
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return _box((min(x0s), min(tops), max(x1s), max(bottoms)))


def _table(parts: Sequence[PagePart], number: int, shown: Shown) -> Table:
    first, cells = parts[0], whole_table(parts)
    boxes, pages = [first.part.box], [first.page]
    for cell in cells:
        for page, box, lines in cell[4]:
            boxes.append(box)
            boxes += [line[1] for line in lines]
            pages += [page] * (1 + len(lines))
    seen = shown.boxes(boxes, pages)
    place = Place(first.page, number, None, None, next(seen))
    return Table(tuple(_placed(cells, number, seen)), place)


def _placed(cells: Sequence[WholeCell], table: int, seen: Iterator[Box]) -> list[Cell]:
    """The cells, placed where their text begins; `seen` are the boxes of each and of its lines as they are shown."""
    where: list[tuple[int, int, int, None, Box]] = []
    held: list[tuple[Line, ...]] = []
    for row, _, _, _, pages, _ in cells:
        begun: tuple[int, Box] | None = None
        lines: list[Line] = []
        for page, _, group in pages:
            box = next(seen)
            if begun is None or (group and not lines):
                begun = page, box
            lines += [_line((line[0], page, next(seen))) for line in group]
        assert begun is not None
        where.append((begun[0], table, row + 1, None, begun[1]))
        held.append(tuple(lines))
    rows = zip(cells, _places(where), held, strict=True)
    return _cells(
        (texts[0] if len(texts) == 1 else "\n".join(texts), row, column, down, across, place, 1.0, lines)
        for (row, column, down, across, _, texts), place, lines in rows
    )
