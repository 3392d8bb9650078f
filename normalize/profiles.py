"""What the columns of a score table hold beside the aligned criteria, in shares that tell what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from normalize.answers import parse_answer
from normalize.blocks import Block
from normalize.columns import Columns, holds_labels
from normalize.headings import Head, Role
from normalize.levels import is_tick, parse_level
from normalize.numbers import is_blank, parse_cell, to_decimal
from normalize.segments import Row
from normalize.units import Unit

Names = Sequence[tuple[int, str]]  # levels and what they are called

LONGEST_LEVEL = 40  # characters
_PERCENTAGE = re.compile(r"^\s*\d{1,3}(?:[.,]\d+)?\s*%\s*$")
_FRACTION = re.compile(r"^\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:điểm|đ)?\s*/\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:điểm|đ)?\s*$")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a column holds: shares of its filled cells, or of its numbers."""

    column: int
    head: Head | None
    filled: int
    numeric: float
    ticks: float
    percentages: float
    levels: float
    is_labels: bool
    covered: float  # of all criteria, or of all items, those beside which it holds something
    distinct: float  # of its filled cells, how many say something of their own
    fractions: float  # of its numbers, those that are one over another
    official_below: float  # of the fractions, those whose lower number is the official maximum of their unit
    official: float  # of its numbers, those that are the official maximum of their unit
    items: float  # of its numbers, those in rows of items alone
    values: tuple[Decimal, ...]


def profiles_of(rows: Sequence[Row], blocks: Sequence[Block], columns: Columns, names: Names) -> list[Profile]:
    """A profile for each column with something in it, titles and labels left out."""
    units: dict[int, list[Unit]] = {at: block.units for block in blocks for at in block.rows}
    cells: dict[int, list[tuple[str, list[Unit]]]] = {}
    for at, row in enumerate(rows):
        for cell in row.cells:
            if columns.role_of(cell) in {Role.TITLE, Role.NUMBER} or is_blank(cell.text):
                continue
            cells.setdefault(cell.column, []).append((cell.text, units.get(at, [])))
    return [
        _profile(column, columns.heads.get(column), held, [_names_level(text, names) for text, _ in held], blocks)
        for column, held in sorted(cells.items())
    ]


def _names_level(text: str, names: Names) -> bool:
    """A level in words or as a Roman number ("Mức 2", "Đáp ứng tốt", "II"), not a bare figure."""
    if re.fullmatch(r"\s*[IVX]{1,3}\s*", text):
        return True
    wordy = len(text) <= LONGEST_LEVEL and re.search(r"[^\W\dIVXivx]", text) is not None
    return wordy and parse_level(text, names) is not None


def _profile(
    column: int,
    head: Head | None,
    held: Sequence[tuple[str, list[Unit]]],
    levels: Sequence[bool],
    blocks: Sequence[Block],
) -> Profile:
    lines = [(line, units) for text, units in held for line in _lines_of(text, units)]
    numbers = [(value, units) for line, units in lines if (value := parse_cell(line)) is not None]
    below = [
        (to_decimal(over.group(2)), units) for line, units in lines if (over := _FRACTION.match("".join(line.split())))
    ]
    known = [(value, units) for value, units in numbers if any(unit.maximum is not None for unit in units)]
    official = [value for value, units in known if any(unit.maximum == value for unit in units)]
    return Profile(
        column,
        head,
        len(held),
        len(numbers) / max(1, sum(parse_answer(line) is None or is_tick(line) for line, _ in lines)),
        sum(is_tick(text) for text, _ in held) / len(held),
        sum(_PERCENTAGE.match(text) is not None for text, _ in held) / len(held),
        sum(levels) / len(held),
        holds_labels([text for text, _ in held]),
        _coverage([units for _, units in held], blocks),
        len({text for text, _ in held}) / len(held),
        len(below) / max(1, len(numbers)),
        sum(any(unit.maximum == value for unit in units) for value, units in below) / max(1, len(below)),
        len(official) / len(known) if known else 0.0,
        sum(bool(units) and all(unit.is_item for unit in units) for _, units in numbers) / max(1, len(numbers)),
        tuple(value for value, _ in numbers),
    )


def _coverage(beside: Sequence[Sequence[Unit]], blocks: Sequence[Block]) -> float:
    """How much of the criteria's own rows, or of the items', a column fills; the greater of the two."""
    shares: list[float] = []
    for own in (True, False):
        there = {unit.id for block in blocks for unit in block.units if unit.is_criterion is own and not unit.is_group}
        filled = {unit.id for units in beside for unit in units if unit.is_criterion is own and not unit.is_group}
        shares.append(len(filled) / len(there) if there else 0.0)
    return max(shares)


def _lines_of(text: str, units: Sequence[Unit]) -> list[str]:
    """The lines of a cell that may list several figures, else the cell as one."""
    if len(units) <= 1 or parse_cell(text) is not None:
        return [text]
    return [line for line in text.split("\n") if line.strip()]
