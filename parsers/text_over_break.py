"""What the text of two cells above and below a page break says of them: one cell's, or two."""

from __future__ import annotations

import math

from parsers.habits import ENOUGH, ITEM, NUMBER, WIDE, Habits, WholeCell, begins_anew, is_rest

SURE = 5  # evidence: a sentence cut in its middle
ANEW = 1.25  # of the likelihood that a cell of the column holds a second paragraph
ANNOUNCED = 1.5  # evidence of a colon before the break
SMALL = 3.0  # evidence of a word below the break that begins with a small letter
APART = -6.0  # evidence against one cell: its text would stop for a whole page and begin again
TWO_VALUES = -4.0  # evidence against one cell: both texts are those of whole cells

Pair = tuple[WholeCell, WholeCell]  # a cell that ends a page, the cell of the same columns that begins the next


def text_goes_on(pair: Pair, habits: Habits) -> float:
    """Evidence of what a pair's text says; where rows enough are known, their looks say more of lists and figures."""
    above, below = pair
    if not above.lines or not below.lines:
        return 0.0
    if not above.pages[-1][2]:
        return APART
    if habits.seen < ENOUGH:
        return goes_on_in(above, below)
    if {" ".join(above.lines), " ".join(below.lines)} <= habits.values[above.column]:
        return TWO_VALUES
    if begins_anew_below(pair):
        hint = ANNOUNCED if above.lines[-1].endswith(":") else SMALL if below.lines[0][:2].islower() else 0.0
        column = above.column if above.column_span == 1 else WIDE
        return ANEW * math.log(habits.anew[column]) + habits.listed[column][bool(ITEM.match(below.lines[0]))] + hint
    return _rest_of_line(above.lines[-1], below.lines[0])


def _rest_of_line(before: str, text: str) -> float:
    """Evidence of a line that had no room for the next word, and of what follows."""
    if " " not in before:
        return float(text[:1].islower())  # a column as narrow as its words shows little
    if text[:1].islower() or text[:1] == "(":
        return SURE
    return -1.0 if before[-1:] in ".;:!?" else 0.5


def goes_on_in(upper: WholeCell, below: WholeCell) -> int:
    """Evidence that the lower cell's text is the rest of the upper one's: above 0 for, below 0 against."""
    first, single = below.lines[0], len(upper.lines) == 1
    if NUMBER.fullmatch(first) or _is_list_of_numbers(upper) or len(first) < 2:
        return _goes_on_to_figure(upper, below)
    listed = bool(ITEM.match(first))
    if listed or not _is_full_line(upper, below):
        if single and not (listed and ITEM.match(upper.lines[0])):
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


def _is_full_line(upper: WholeCell, below: WholeCell) -> bool:
    """Whether the lower cell's first word had no room in the upper one's last line."""
    _, box, lines = upper.pages[-1]
    return bool(lines) and is_rest(box, lines[-1], below.pages[0][2][0])


def _is_list_of_numbers(cell: WholeCell) -> bool:
    lines = cell.lines
    return len(lines) > 1 and all(NUMBER.fullmatch(line) for line in lines)


def begins_anew_below(pair: Pair) -> bool:
    """Whether the text below the break begins a paragraph."""
    _, box, lines = pair[0].pages[-1]
    return not lines or begins_anew(box, lines[-1], pair[1].pages[0][2][0])
