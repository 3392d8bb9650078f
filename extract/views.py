"""The two tables of the contract: which rows each has, and what its workbook looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from extract.masking import Mask, show_all
from extract.outcome import Outcome
from extract.tabular import FindingRow, ScoreRow, finding_rows, score_rows

Row = FindingRow | ScoreRow


@dataclass(frozen=True, slots=True)
class View:
    """A table: its name (in JSON and in the messages), its columns, and the rows that an Outcome has in it."""

    name: str
    columns: tuple[str, ...]
    rows_of: Callable[[Outcome, str, Mask], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is worded."""

    lang: str
    mask: Mask = show_all


FINDINGS = View("findings", FindingRow._fields, finding_rows)
SCORES = View("scores", ScoreRow._fields, score_rows)


def rows_in(view: View, outcome: Outcome, style: Style) -> Sequence[Row]:
    """The rows of one report in the table."""
    return tuple(view.rows_of(outcome, style.lang, style.mask))
