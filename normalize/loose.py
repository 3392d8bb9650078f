"""Rows with figures that no unit took: a criterion's second row, or a row of nothing known."""

from __future__ import annotations

from collections.abc import Sequence

from normalize.blocks import Block
from normalize.headings import Role
from normalize.numbers import numbers_in
from normalize.readings import maximum_of, points_of
from normalize.report import LooseRow
from normalize.segments import Row
from normalize.values import Values
from normalize.wording import Wordbook

SAME = 0.7  # likeness from which a second row is of a criterion that has one already


def duplicates_and_unknown(
    rows: Sequence[Row], blocks: Sequence[Block], values: Values, book: Wordbook
) -> tuple[tuple[LooseRow, ...], tuple[LooseRow, ...]]:
    """Loose rows with a score: those of a criterion already read, and the others."""
    present = {unit.id for block in blocks for unit in block.units}
    again: list[LooseRow] = []
    unknown: list[LooseRow] = []
    for number, block in enumerate(blocks):
        if not block.is_loose:
            continue
        key = f"#{number}"
        score = points_of(values.entries[Role.SCORE].get(key) or values.entries[Role.TOTAL].get(key))
        if score is None or (score.value is None and not numbers_in(score.text)):
            continue
        known = _unit_in_row(block.repeats, blocks) or _unit_like([block.label, *block.texts], book, present)
        place = rows[block.rows[0]].cells[0].place
        one = LooseRow(block.label, place, score, maximum_of(values.entries[Role.MAXIMUM].get(key)), known)
        (unknown if known is None else again).append(one)
    return tuple(again), tuple(unknown)


def _unit_in_row(row: int | None, blocks: Sequence[Block]) -> str | None:
    """What the row before is of whose title stands here once more."""
    return next((block.units[0].id for block in blocks if row in block.rows and block.units), None)


def _unit_like(texts: Sequence[str], book: Wordbook, present: set[str]) -> str | None:
    found = [
        (round(max(one.whole, one.holds), 2), unit.is_criterion, unit.id)
        for text in texts
        for one, unit in zip(book.likeness(text), book.units, strict=True)
        if unit.id in present
    ]
    best = max(found, default=(0.0, False, ""))
    return best[2] if best[0] >= SAME else None
