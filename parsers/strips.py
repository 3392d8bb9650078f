"""A table's row that stands alone on its page, all columns merged: only the table on the next page shows what it is."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.document import Box
from parsers.lines import TextLine
from parsers.parts import PartCell, TablePart

SAME_EDGE = 3.0  # points
Items = list[TextLine | TablePart]


def with_lone_rows(pages: Sequence[tuple[Items, Sequence[Box]]]) -> list[Items]:
    """Each page's items, lines in a framed strip made a table's row where the table beside the page break fits it.

    The strips are the frames with one cell.
    """
    found = [items for items, _ in pages]
    for index, (_, strips) in enumerate(pages):
        for strip in strips:
            before = found[index - 1][-1:] if index else []
            after = found[index + 1][:1] if index + 1 < len(found) else []
            if _fits(strip, after) and _stands_last(strip, found[index]):
                inside = _inside(strip, found[index])
                found[index] = [*_without(inside, found[index]), _row(strip, inside)]
            elif _fits(strip, before) and _stands_first(strip, found[index]):
                inside = _inside(strip, found[index])
                found[index] = [_row(strip, inside), *_without(inside, found[index])]
    return found


def _fits(strip: Box, beside: Sequence[TextLine | TablePart]) -> bool:
    """Whether a table of the same width stands on the other side of the page break."""
    return any(
        isinstance(item, TablePart)
        and abs(item.xs[0] - strip.x0) <= SAME_EDGE
        and abs(item.xs[-1] - strip.x1) <= SAME_EDGE
        for item in beside
    )


def _inside(strip: Box, items: Items) -> list[TextLine]:
    return [
        item
        for item in items
        if isinstance(item, TextLine) and strip.top <= item.base <= strip.bottom and strip.x0 <= item.box.x0 <= strip.x1
    ]


def _without(inside: Sequence[TextLine], items: Items) -> Items:
    return [item for item in items if item not in inside]


def _stands_last(strip: Box, items: Items) -> bool:
    inside = _inside(strip, items)
    return bool(inside) and not any(item.box.bottom > strip.bottom for item in items if item not in inside)


def _stands_first(strip: Box, items: Items) -> bool:
    inside = _inside(strip, items)
    return bool(inside) and not any(item.box.top < strip.top for item in items if item not in inside)


def _row(strip: Box, lines: Sequence[TextLine]) -> TablePart:
    return TablePart((strip.x0, strip.x1), (strip.top, strip.bottom), (PartCell(0, 0, 1, 1, strip, tuple(lines)),))
