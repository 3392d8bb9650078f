"""What a page break did to a table's rows, told by their looks, by the space about their text, and by the text.

Three things may be: the break stands between two rows; or between two rows of which some cells are one (a number over
several items); or it cuts one row. Each is given the evidence for it, as logarithms of odds; the likeliest is taken.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.habits import ENOUGH, LONG, NUMBER, Habits, WholeCell, look_in, look_of, shape_of
from parsers.heights import is_middle_of_both, shows_cut
from parsers.space_at_break import CUT, is_close, merges, space_at_cut
from parsers.text_over_break import SURE, Pair, begins_anew_below, goes_on_in, text_goes_on

UNLED = 8.0  # evidence of a row that has no text where every row has some
MANY = 6  # whole rows that show where every row has text
BOTH = -0.6  # evidence against one row: text on both sides of the break, in more than one column
LOOKS = 0.4  # of the likelihood; what the columns hold hangs together
STRANGE = -6.0  # the most that the look of one row says
WITHOUT_FELLOWS = -8.0  # evidence against a cell over two rows, if others that always go on with it do not
EMPTY_REST = 3.0  # evidence of a strip without text below a break, where no row is without text
EMPTY_ROW = -3.0  # the same where some are
TWO_LINES = -8.0  # evidence against one row: a cell would have two lines, in a column where none has
OVER_KEYS = -6.0  # evidence against a cell over two numbered rows, where none is
AT_TOP = -10.0  # the same where each text is seen to stand at the top of its cell
HANGING = -2.5  # evidence against one cell: it would begin empty

VALUE = re.compile(r"\W*\d[\d.,/%]*\W*|\S")  # a figure or a sign


class Break(NamedTuple):
    """What a page break did: the pairs of cells that are one, and whether the whole row is."""

    joined: list[Pair]
    cuts: bool


def break_between(
    bottom: Sequence[WholeCell], more: Sequence[WholeCell], habits: Habits, *, parted: bool = False
) -> Break:
    """What the break between the cells that end a page and those that begin the next did. In doubt, nothing.

    `parted`: the row above it is known to end there.
    """
    rows = max((cell.row + cell.row_span for cell in bottom), default=0)
    first = [cell for cell in more if cell.row == 0]
    pairs = list(_pairs(bottom, first))
    spans = [pair for pair in pairs if merges(pair, habits)]
    upper, lower = _row(bottom, rows - 1), _row(first, 0)
    if _cuts_heading(bottom, pairs, first):
        return Break([pair for pair in pairs if pair[0].column_span == 1], cuts=False)
    best, found = _seen(habits, upper, lower), Break([], cuts=False)
    for joined in _choices(spans, habits):
        evidence = _over_rows(joined, (upper, lower), habits)
        if evidence > best:
            best, found = evidence, Break(joined, cuts=False)
    if not parted and len(pairs) == len(first) and _in_one_row(pairs, rows, habits) > best:
        found = Break(pairs, cuts=True)
    return found


def _pairs(bottom: Sequence[WholeCell], first: Sequence[WholeCell]) -> Iterator[Pair]:
    """Cells that end the page with those of the same columns that begin the next."""
    last = {(cell.column, cell.column_span): cell for cell in bottom}
    for cell in first:
        upper = last.get((cell.column, cell.column_span))
        if upper is not None:
            yield upper, cell


def _cuts_heading(bottom: Sequence[WholeCell], pairs: Sequence[Pair], first: Sequence[WholeCell]) -> bool:
    """Whether a table begins with one row at the page's foot, of which only the wide cells have cells below them."""
    wide = {
        column
        for cell in bottom
        if cell.column_span > 1
        for column in range(cell.column, cell.column + cell.column_span)
    }
    own = len(pairs) - sum(above.column_span > 1 for above, _ in pairs)
    if not wide or any(cell.row or not cell.lines for cell in bottom) or own + len(wide) != len(first):
        return False
    if any(NUMBER.fullmatch(line) for below in first for line in below.lines):
        return False
    return all(below.lines for below in first if below.column in wide)


def _row(cells: Sequence[WholeCell], row: int) -> dict[int, str]:
    """The looks of a row, by column."""
    return {
        column: look_in(cell, row) for cell in cells for column in range(cell.column, cell.column + cell.column_span)
    }


def _seen(habits: Habits, *rows: dict[int, str]) -> float:
    """How much likelier or less likely than usual rows of such looks are, all in all."""
    if habits.seen < ENOUGH:
        return 0.0
    columns = range(len(habits.columns))
    looks = [tuple(row.get(column, "E") for column in columns) for row in rows]
    usual = habits.usual
    again = habits.wide_again if len(looks) > 1 and all(set(look) == {"W"} for look in looks) else 0.0
    return again + sum(max(LOOKS * (habits.likelihood(look) - usual), STRANGE) for look in looks)


def _choices(spans: Sequence[Pair], habits: Habits) -> Iterator[list[Pair]]:
    """Which cells over several rows may go on: all that ever do, or those of them that nothing speaks against."""
    yield list(spans)
    fitting = [pair for pair in spans if text_goes_on(pair, habits) >= 0]
    if len(fitting) < len(spans) and (spans[0] in fitting or spans[0][0].column):  # none goes on without its number
        yield fitting


def _over_rows(joined: Sequence[Pair], rows: tuple[dict[int, str], dict[int, str]], habits: Habits) -> float:
    """Evidence for two rows of which some cells are one."""
    if not joined or _has_two_keys(joined, habits):
        return -math.inf
    begun = {above.column: "S" if above.lines or below.lines else "V" for above, below in joined}
    upper = {**rows[0], **{above.column: begun[above.column] if above.row_span == 1 else "C" for above, _ in joined}}
    lower = {**rows[1], **{above.column: "C" for above, _ in joined}}
    evidence = _seen(habits, upper, lower) + sum(text_goes_on(pair, habits) for pair in joined)
    if _is_over_keys(joined, upper, lower, habits):
        evidence += OVER_KEYS
    if _lacks_fellows(joined, habits):
        evidence += WITHOUT_FELLOWS
    if any(is_middle_of_both(above.pages[-1][1:], below.pages[0][1:], habits.heights) for above, below in joined):
        evidence += CUT
    return evidence + _hanging(joined, habits) + (CUT if is_close(joined, habits) else 0.0)


def _is_over_keys(joined: Sequence[Pair], upper: dict[int, str], lower: dict[int, str], habits: Habits) -> bool:
    """Whether a cell would go on into a row with a number like the one above, where none does."""
    if "0" not in upper.get(0, "") or upper[0] != lower.get(0):
        return False
    columns = [above.column for above, _ in joined]
    return not any(look[0] == lower[0] and any(look[column] == "C" for column in columns) for look in habits.rows)


def _lacks_fellows(joined: Sequence[Pair], habits: Habits) -> bool:
    """Whether a cell would go on without those beside it that always go on with its column's cells."""
    columns = {above.column for above, _ in joined}
    going = [(times, {n for n, state in enumerate(look) if state == "C"}) for look, times in habits.rows.items()]
    for column in columns:
        beside = [others for _, others in going if column in others]
        times = sum(times for times, others in going if column in others)
        if times >= ENOUGH and not set.intersection(*beside) <= columns:
            return True
    return False


def _in_one_row(pairs: Sequence[Pair], rows: int, habits: Habits) -> float:
    """Evidence for one row that the break cuts."""
    if not pairs or _has_two_keys(pairs, habits):
        return -math.inf
    look: dict[int, str] = {}
    for above, below in pairs:
        state = "W" if above.column_span > 1 else look_of([*above.lines, *below.lines], above.column)
        if above.column_span == 1 and max(above.row_span, below.row_span) > 1:
            state = "C" if above.row < rows - 1 else "S"
        look.update(dict.fromkeys(range(above.column, above.column + above.column_span), state))
    evidence = _seen(habits, look) + (0.0 if habits.seen >= ENOUGH else _lone(pairs))
    evidence += sum(text_goes_on(pair, habits) for pair in pairs) + _hanging(pairs, habits)
    evidence += UNLED if _lacks_filled(pairs, habits) else 0.0
    evidence += TWO_LINES if any(_are_two_values(pair, habits) for pair in pairs) else 0.0
    if not any(below.lines for _, below in pairs):
        evidence += _empty_rest(habits)
    evidence += BOTH * max(sum(bool(above.lines and below.lines) for above, below in pairs) - 1, 0)
    shown = _shown(pairs, habits)
    return evidence + (shown if shown > 0 else shown + space_at_cut(pairs, habits))


def _lacks_filled(pairs: Sequence[Pair], habits: Habits) -> bool:
    """Whether text below a break stands beside empty cells in all columns that are filled in every whole row."""
    if habits.seen < MANY or not any(below.lines for _, below in pairs):
        return False
    first = 1 if habits.keys else 0  # rows without a number of their own are not so rare
    columns = list(enumerate(habits.columns))[first:]
    filled = {n for n, looks in columns if not looks["E"] + looks["V"] + looks["C"]}
    led = [below for above, below in pairs if above.lines and above.column in filled]
    return bool(led) and not any(below.lines for below in led) and not _begins_anew_alone(pairs, habits)


def _empty_rest(habits: Habits) -> float:
    """Evidence that what stands without text below a break is the rest of a row, from the rows seen without text."""
    if habits.seen < MANY:
        return 0.0
    blank = sum(times for look, times in habits.rows.items() if set(look) == {"E"})
    return EMPTY_ROW if blank else EMPTY_REST


def _are_two_values(pair: Pair, habits: Habits) -> bool:
    """Whether the cells hold a figure or sign each, in a column of which no cell seen has two lines."""
    above, below = pair
    if above.column_span > 1 or above.column not in habits.short or not above.lines or not below.lines:
        return False
    return all(VALUE.fullmatch(line) for line in (above.lines[-1], below.lines[0]))


def _begins_anew_alone(pairs: Sequence[Pair], habits: Habits) -> bool:
    """Whether all text below the break begins a paragraph, in columns of which no cell seen holds two."""
    both = [pair for pair in pairs if pair[0].lines and pair[1].lines]
    return all(begins_anew_below(pair) and habits.anew[pair[0].column] < 1 / MANY for pair in both) and bool(both)


def _shown(pairs: Sequence[Pair], habits: Habits) -> float:
    """Evidence of a cut row from the heights of its parts and from where text stands in them."""
    own = (pair for pair in pairs if not merges(pair, habits) and pair[0].row_span == pair[1].row_span == 1)
    cells = (
        ((above.column, *above.pages[-1][1:]), (below.column, *below.pages[0][1:]))
        for above, below in own
        if above.column_span == 1
    )
    return shows_cut(cells, habits.heights)


def _has_two_keys(pairs: Sequence[Pair], habits: Habits) -> bool:
    """Whether both cells of the first column hold a number or name of their own, not the two halves of one."""
    above, below = pairs[0]
    if above.column or above.column_span > 1 or not above.lines or not below.lines:
        return False
    if habits.seen >= ENOUGH and not habits.keys:
        return False
    if len(" ".join(above.lines)) > LONG and goes_on_in(above, below) >= SURE:
        return False
    if below.lines[0][:2].isalpha() and below.lines[0][:2].islower():
        return False  # the rest of a word or of words
    whole = shape_of(" ".join([*above.lines, *below.lines]))
    if "0" not in whole and is_close(pairs, habits):
        return False  # a head's words
    return shape_of(" ".join(above.lines)) in habits.keys or whole not in habits.keys


def _lone(pairs: Sequence[Pair]) -> float:
    """Evidence of a row with text in one column only, where no other rows show whether there are such."""
    return 2.0 if len(pairs) > 2 and sum(bool(below.lines) for _, below in pairs) == 1 else 0.0


def _hanging(pairs: Sequence[Pair], habits: Habits) -> float:
    """Evidence of cells that would begin empty, though text begins with its cell."""
    hanging = [below.column for above, below in pairs if below.lines and not above.lines]
    if any(column in habits.heights.at_top for column in hanging):
        return AT_TOP
    return HANGING if hanging and not habits.centred else 0.0
