"""Rows that are never lower than a set height, text that stands in the middle of its row: both show a row cut in two.

Word processors place the text of a cell in the middle of the whole row, or at the top once a page break cuts it; what
stands in the middle of its part on a page is more likely whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parsers.document import Box
from parsers.lines import TextLine

FEW = 3  # rows or cells that show a habit
ROUNDING = 1.0  # points
LOWER = 3.0  # points less than rows have; a page's end may take a little of the space at the foot of one
ROOM = 3.0  # points more than the text needs: then it shows where in its cell it stands
SET = 1.5  # points more than the text of a row needs: then its height is set
OFF = 2.0  # points off the middle: the text is in the middle of something else
LOW = 12.0  # evidence of a row lower than rows may be, or of text out of the middle
IN_MIDDLE = -5.0  # evidence of text in the middle; LibreOffice also centres what a break leaves above it
MOST = 0.9  # of a column's cells
MANY = 6  # rows that show how high rows are
WASTE = 1.6  # of the size; so much of a row may be lost where a page ends, or between its lines
TOO_HIGH = -8.0  # evidence of parts that together are higher than any row with such text

Placed = tuple[int, Box, Sequence[TextLine]]  # column, the cell's box, its lines


Standing = tuple[Box, Sequence[TextLine]]  # a cell's box on a page, its lines there


class Heights(NamedTuple):
    """What is known of a table's whole rows.

    `lowest` is the height below which none is (None: not set), `above` and `below` the least space about the text of a
    cell, `centred` are the columns whose text stands in the middle of its cells, `at_top` those where it begins them.
    `spare` is the most that a row is higher than its text needs or than it must be.
    """

    lowest: float | None
    above: float
    below: float
    centred: frozenset[int]
    at_top: frozenset[int]
    spare: float | None = None


def heights_of(rows: Iterable[Sequence[Placed]], *, merges: bool = False) -> Heights:
    """The habit of whole rows, each given by its cells of one row and one column.

    `merges`: some cells are merged over rows, which may be as high as these need.
    """
    known = list(rows)
    spaces: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for column, box, lines in (cell for row in known for cell in row if cell[2]):
        spaces[column].append(_spaces(box, lines))
    above = min((space for pairs in spaces.values() for space, _ in pairs), default=0.0)
    below = min((space for pairs in spaces.values() for _, space in pairs), default=0.0)
    needs = above, below
    centred = frozenset(column for column, pairs in spaces.items() if _are_centred(pairs, needs))
    at_top = frozenset(column for column, pairs in spaces.items() if _are_at_top(pairs, needs))
    lowest = _lowest(known, above + below)
    return Heights(
        lowest, above, below, centred, at_top, None if merges else _spare(known, above + below, lowest or 0.0)
    )


def _spare(rows: Sequence[Sequence[Placed]], need: float, lowest: float) -> float | None:
    """The most that whole rows are higher than their text needs or than they must be; None where too few show it."""
    filled = [row for row in rows if any(lines for _, _, lines in row)]
    over = [row[0][1].bottom - row[0][1].top - max(lowest, _text_height(row) + need) for row in filled]
    return max(over) if len(over) >= MANY else None


def _text_height(row: Iterable[Placed]) -> float:
    return max(lines[-1].box.bottom - lines[0].box.top for _, _, lines in row if lines)


def _spaces(box: Box, lines: Sequence[TextLine]) -> tuple[float, float]:
    """The space above and below a cell's text."""
    return lines[0].box.top - box.top, box.bottom - lines[-1].box.bottom


def _are_centred(pairs: Sequence[tuple[float, float]], needs: tuple[float, float]) -> bool:
    """Whether the text of a column stands in the middle of those of its cells that have room."""
    offs = [_off(above, below, needs) for above, below in pairs if above + below > sum(needs) + ROOM]
    return len(offs) >= FEW and sum(off <= OFF for off in offs) >= MOST * len(offs)


def _are_at_top(pairs: Sequence[tuple[float, float]], needs: tuple[float, float]) -> bool:
    """Whether the text of a column begins each of those of its cells that have room."""
    roomy = [above for above, below in pairs if above + below > sum(needs) + ROOM]
    return len(roomy) >= FEW and max(roomy) <= needs[0] + ROUNDING


def _off(above: float, below: float, needs: tuple[float, float]) -> float:
    """How much further from one edge of its cell than from the other a text stands, beyond what every text needs."""
    return abs((above - needs[0]) - (below - needs[1]))


def _lowest(rows: Sequence[Sequence[Placed]], need: float) -> float | None:
    """The height that no row is below, where several rows have it though their text does not need it."""
    heights = [row[0][1].bottom - row[0][1].top for row in rows if row]
    least = min(heights, default=0.0)
    held = [row for row in rows if row and row[0][1].bottom - row[0][1].top <= least + ROUNDING / 2]
    loose = [row for row in held if all(sum(_spaces(box, lines)) > need + SET for _, box, lines in row if lines)]
    return least if len(held) >= FEW and 2 * len(loose) > len(held) else None


def shows_cut(pairs: Iterable[tuple[Placed, Placed]], heights: Heights) -> float:
    """Evidence that the cells above and below a break are one row: positive for, negative against, 0 for neither."""
    known = list(pairs)
    boxes = [box for pair in known for _, box, _ in pair]
    if heights.lowest is not None and any(box.bottom - box.top < heights.lowest - LOWER for box in boxes):
        return LOW
    if _is_too_high(known, heights):
        return TOO_HIGH
    alone = [upper if upper[2] else lower for upper, lower in known if bool(upper[2]) != bool(lower[2])]
    offs = [_off_middle(*cell, heights) for cell in alone]
    shown = [off for off in offs if off is not None]
    if any(off > OFF for off in shown):
        return LOW
    return IN_MIDDLE if shown else 0.0


def _is_too_high(pairs: Sequence[tuple[Placed, Placed]], heights: Heights) -> bool:
    """Whether both parts together are higher than one row with their text would be."""
    lines = [line for pair in pairs for _, _, held in pair for line in held]
    if heights.spare is None or not lines:
        return False
    needs = (sum(_text_height([cell]) for cell in pair if cell[2]) for pair in pairs)
    high = sum(cell[1].bottom - cell[1].top for cell in pairs[0])
    need = max(heights.lowest or 0.0, max(needs) + heights.above + heights.below)
    return high > need + max(heights.spare, 0.0) + WASTE * lines[0].size


def is_middle_of_both(upper: Standing, lower: Standing, heights: Heights) -> bool:
    """Whether the text of a cell above or below a break stands in the middle of both parts together, not of its own."""
    if bool(upper[1]) == bool(lower[1]):
        return False
    (box, lines), other = (upper, lower[0]) if upper[1] else (lower, upper[0])
    above, below = _spaces(box, lines)
    needs, more = (heights.above, heights.below), other.bottom - other.top
    both = (above, below + more) if upper[1] else (above + more, below)
    return min(both) > ROOM + max(needs) and _off(*both, needs) <= OFF < _off(above, below, needs)


def _off_middle(column: int, box: Box, lines: Sequence[TextLine], heights: Heights) -> float | None:
    """How far a text stands from where the middle of its cell would have it; None where that does not show."""
    above, below = _spaces(box, lines)
    if column not in heights.centred or above + below <= heights.above + heights.below + ROOM:
        return None
    return _off(above, below, (heights.above, heights.below))
