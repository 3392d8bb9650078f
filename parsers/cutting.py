"""Whether a page break cut a row of a table, told by what its cells hold above and below the break."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from parsers.document import Box
from parsers.lines import TextLine
from parsers.paragraphs import is_full

SURE = 5  # evidence: a sentence cut in its middle
LONG = 12  # characters; a row's number is shorter
PADDING = 6.0  # points; Word keeps 5.4 free at a cell's sides, LibreOffice 2.8

NUMBER = re.compile(r"\W*\d+([.,]\d+)?\W*")
_ITEM = re.compile(r"[-–—•*+▪●\uf0b7]\s*\S|\d{1,2}(\.\d{1,2})*[.)]|[a-zđ][.)](\s|$)")


class WholeCell(NamedTuple):
    """A cell of the whole table: what stands of it on each page."""

    row: int
    column: int
    row_span: int
    column_span: int
    pages: tuple[tuple[int, Box, tuple[TextLine, ...]], ...]

    @property
    def lines(self) -> list[str]:
        """Its lines, over all pages."""
        return [line.text for _, _, lines in self.pages for line in lines]


Pair = tuple[WholeCell, WholeCell]  # a cell that ends a page, the cell of the same columns that begins the next


def is_cut(pairs: Sequence[Pair], more: Sequence[WholeCell], above: Sequence[WholeCell] = ()) -> bool:
    """Whether the first row of a page is the rest of the row before it. In doubt it is a row of its own.

    `above` are cells further up, `more` those of the page: they show how the table's rows look.
    """
    below = [cell for cell in more if cell.row > 0]
    keys = [" ".join(cell.lines) for cell in [*above, *below] if cell.column == 0 and cell.lines]
    if len(pairs) < sum(cell.row == 0 for cell in more) or _is_new_key(*pairs[0], keys):
        return False
    plain = [(upper, below) for upper, below in pairs if upper.row_span == below.row_span == 1]
    both = [(upper, below) for upper, below in plain if below.lines]
    if not both:  # only cells over several rows go on, or nothing: LibreOffice may leave an empty strip of a row
        return not any(upper.lines and below.lines and goes_on_in(upper, below) < 0 for upper, below in pairs)
    key, rest = pairs[0]
    if key.lines and rest.lines:
        return True  # a number that a line's end cuts
    lists = key.row_span == rest.row_span == 1
    evidence = sum(goes_on_in(upper, lower, lists=lists) for upper, lower in both if upper.lines)
    if not all(upper.lines for upper, _ in both):
        return evidence >= SURE  # a cell's text begins with the cell, unless it stands in the middle of its height
    lone = len(pairs) > 2 and len(plain) > len(both) == 1
    lone = lone and not any(_has_lone_rows(cells, both[0][1].column) for cells in (above, below))
    evidence += 2 if lone and _may_go_on(*both[0]) else 0
    if evidence:
        return evidence > 0
    return lone or _all_go_on(both, key_goes_on=not rest.lines)


def _has_lone_rows(cells: Sequence[WholeCell], column: int) -> bool:
    """Whether rows hold nothing but one cell's text in a column; else such a row is the rest of one."""
    filled: Counter[int] = Counter(cell.row for cell in cells if cell.lines)
    alone = {cell.row for cell in cells if cell.lines and cell.column == column and cell.column_span == 1}
    covered = {row for cell in cells if cell.row_span > 1 for row in range(cell.row, cell.row + cell.row_span)}
    return any(filled[row] == 1 for row in alone - covered)


def _is_new_key(upper: WholeCell, below: WholeCell, keys: Sequence[str]) -> bool:
    """Whether both cells of the first column hold a number or name of their own, not the two halves of one."""
    if not upper.lines or not below.lines:
        return False
    if len(" ".join(upper.lines)) > LONG and goes_on_in(upper, below) >= SURE:
        return False
    shapes = {_shape(key) for key in keys}
    whole = _shape(" ".join([*upper.lines, *below.lines]))
    return _shape(" ".join(upper.lines)) in shapes or whole not in shapes


def _shape(text: str) -> str:
    """A number's form: "TC 1.6" and "TC 2.3" have the same."""
    return re.sub(r"\d+", "0", "".join(text.split()))


def _all_go_on(both: Sequence[Pair], *, key_goes_on: bool) -> bool:
    """Whether nothing speaks against the cells' going on, and something for it."""
    if any(_is_list_of_numbers(upper) for upper, _ in both):
        return True
    return bool(both) and key_goes_on and all(_may_go_on(upper, below) for upper, below in both)


def goes_on_in(upper: WholeCell, below: WholeCell, *, lists: bool = True) -> int:
    """Evidence that the lower cell's text is the rest of the upper one's: above 0 for, below 0 against.

    `lists`: a cell may hold several items; where rows are merged about them, each item has a row.
    """
    first, single = below.lines[0], len(upper.lines) == 1
    if NUMBER.fullmatch(first) or _is_list_of_numbers(upper) or len(first) < 2:
        return _goes_on_to_figure(upper, below)
    listed = bool(_ITEM.match(first))
    if listed or not _is_full_line(upper, below):
        if single and not (lists and listed and _ITEM.match(upper.lines[0])):
            return -4
        return 0 if listed else -1
    if first[:1].islower():
        return 5 if single else 6
    ended = upper.lines[-1][-1:] in ".;:!?"
    return (-1 if single else 0) if ended else (0 if single else 1)


def _goes_on_to_figure(upper: WholeCell, below: WholeCell) -> int:
    """The same for a figure or a single letter: more of a list of figures, or the last word of a sentence."""
    if _is_list_of_numbers(upper):
        return 2 if NUMBER.fullmatch(below.lines[0]) else -4
    return 2 if len(upper.lines) > 1 and _is_full_line(upper, below) else -4


def _may_go_on(upper: WholeCell, below: WholeCell) -> bool:
    """Whether a sentence may run from the upper to the lower cell."""
    ended = upper.lines[-1][-1:] in ".;:!?" or _ITEM.match(below.lines[0])
    return not ended and _is_full_line(upper, below)


def _is_full_line(upper: WholeCell, below: WholeCell) -> bool:
    """Whether the lower cell's first word had no room in the upper one's last line."""
    _, box, lines = upper.pages[-1]
    return bool(lines) and is_full(lines[-1]._replace(right=box.x1 - PADDING), below.pages[0][2][0])


def _is_list_of_numbers(cell: WholeCell) -> bool:
    lines = cell.lines
    return len(lines) > 1 and all(NUMBER.fullmatch(line) for line in lines)
