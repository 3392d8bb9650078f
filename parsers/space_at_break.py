"""What the space between text and a page break says: a cut leaves less of it, or more, than the ends of whole rows."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.habits import ENOUGH, LESS, Habits, WholeCell, space_above, space_below
from parsers.text_over_break import Pair, begins_anew_below

FLUSH_BELOW = 1.0  # points; text that a break cuts keeps less free below it, even with LibreOffice's rounding
FLUSH_ABOVE = 0.3  # of the size; the same above it, where lines are set wider
LOOSE = 2.0  # points more below its text than any whole row has: the break cuts it
CUT = 6.0  # evidence of text that stands closer to the break than in any whole row
BEGUN = -5.0  # evidence against a cut: below the break, the text keeps the space that a row has at its head
ENDED = -2.5  # the same for the row's foot; LibreOffice may leave so much below a cut
UNSURE = 0.3  # of that evidence, where the text may well go on


def space_at_cut(pairs: Sequence[Pair], habits: Habits) -> float:
    """Evidence of a cut row from the space that its cells keep free at the break, those over several rows aside."""
    own = [pair for pair in pairs if not merges(pair, habits)]
    if _is_loose(own, habits):
        return CUT
    begun = [below for _, below in own if below.lines and _shows_cuts(below, habits)]
    if begun:  # a row may lose some of the space at its foot and yet end there, but not that at its head
        if any(_begins_close(below, habits) for below in begun):
            return 2 * CUT
        return (CUT if is_close(pairs, habits) else 0.0) + BEGUN * _holds(own, habits)
    if is_close(own, habits):
        return 2 * CUT
    if is_close(pairs, habits):
        return CUT
    return ENDED * _holds(pairs, habits) if (habits.below or 0.0) > FLUSH_BELOW else 0.0


def _is_loose(own: Sequence[Pair], habits: Habits) -> bool:
    """Whether the text above the break leaves more free below it than that of any whole row: the page ends the cell."""
    spaces = [space_below(*above.pages[-1][1:]) for above, _ in own if above.pages[-1][2]]
    return habits.most_below is not None and bool(spaces) and min(spaces) > habits.most_below + LOOSE


def _shows_cuts(cell: WholeCell, habits: Habits) -> bool:
    """Whether rows of the column keep so much free above their text that its lack would show."""
    return habits.above.get(cell.column, 0.0) - LESS > FLUSH_ABOVE * cell.pages[0][2][0].size


def _holds(pairs: Sequence[Pair], habits: Habits) -> float:
    """How far usual space at the break shows that a row ends there: not where it may be that between paragraphs."""
    if habits.seen < ENOUGH:
        return 0.0
    if not all(begins_anew_below(pair) for pair in pairs if pair[0].lines and pair[1].lines):
        return UNSURE
    apart = habits.apart()
    return 0.5 if apart is None else float(apart < FLUSH_BELOW)


def is_close(pairs: Sequence[Pair], habits: Habits) -> bool:
    """Whether text stands closer to the break than to the edge of any whole row."""
    if habits.below is None:
        return False
    under = [space_below(*above.pages[-1][1:]) for above, _ in pairs if above.pages[-1][2]]
    if any(space < min(habits.below - LESS, FLUSH_BELOW) for space in under):
        return True
    return any(_begins_close(below, habits) for _, below in pairs if below.lines and below.column in habits.above)


def _begins_close(cell: WholeCell, habits: Habits) -> bool:
    _, box, lines = cell.pages[0]
    return space_above(box, lines) < min(habits.above[cell.column] - LESS, FLUSH_ABOVE * lines[0].size)


def merges(pair: Pair, habits: Habits) -> bool:
    """Whether the cells are of a column that has cells over several rows."""
    return pair[0].column_span == 1 and pair[0].column in habits.merging
