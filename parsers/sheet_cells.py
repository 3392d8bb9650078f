"""A workbook's sheet as its file has it: cells by position, what is merged, what is hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeAlias

At: TypeAlias = tuple[int, int]  # row and column, from 0
MAX_CELLS = 250_000  # with text, of all sheets; a score sheet has 500
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384  # as many as Excel has


class Value(NamedTuple):
    """What a cell holds. `text`: as it is shown; `number`: exact, where it is one; `formula` without its "=".

    `number` None in a cell that has a formula and no text: whoever wrote the file left the reckoning to the reader.
    """

    text: str
    number: Decimal | None = None
    formula: str = ""


class Merged(NamedTuple):
    """A rectangle of cells that are one; the value stands in the first."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(slots=True)
class Sheet:
    """One sheet; empty cells are not there."""

    name: str
    hidden: bool = False
    cells: dict[At, Value] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def address(row: int, column: int) -> str:
    """The cell's address as people know it: "D12"."""
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """The column's letters: 0 is "A", 27 is "AB"."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_of(letters: str) -> int:
    """The column of its letters: "A" is 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as runs: first and last of each."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
