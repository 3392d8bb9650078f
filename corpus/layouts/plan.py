"""What a layout decides: arrangement, columns, totals, headings, lines, page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from corpus.paper import GridCell
from corpus.truth import Shape, TrueCriterion, TrueReport
from corpus.voice import Voice

LogicalRow = dict[str, "GridCell | None"]  # column kind -> cell; absent: an empty cell; None: covered from above

WIDTHS = {
    "number": 0.8, "title": 4.2, "item": 3.4, "maximum": 0.9, "item_maximum": 0.9, "score": 0.95, "item_score": 0.95,
    "own_score": 0.95, "level": 1.0, "tick1": 0.6, "tick2": 0.6, "tick3": 0.6, "evidence": 3.0, "note": 1.2,
    "assessed": 0.9, "difference": 0.9,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """A layout with every choice made. `arrangement` turns one criterion into rows."""

    name: str
    arrangement: Callable[[TrueCriterion, Setting], list[LogicalRow]]
    columns: tuple[str, ...]
    totals: str = "above"  # above, below, none
    table_per_group: bool = False
    heading: str = "one"  # one, two, none
    repeat_heading: bool = False
    nested: bool = False
    ruling: str = "full"
    landscape: bool = False
    whole_rows: bool = False  # rows stay whole at page breaks
    merged: bool = False  # number, level, evidence are merged down over a criterion's rows
    criterion_scores: bool = True
    item_scores: bool = True
    item_maxima: bool = True
    item_rows: bool = True  # items have rows or lines at all

    @property
    def shape(self) -> Shape:
        """What this plan prints."""
        has = self.columns.__contains__
        return Shape(
            layout=self.name,
            numbers=has("number"),
            maxima=has("maximum"),
            item_maxima=self.item_maxima and (has("item_maximum") or has("maximum")),
            item_scores=self.item_scores,
            criterion_scores=self.criterion_scores,
            levels=has("level") or has("tick1"),
            group_scores=self.totals != "none",
            group_levels=self.totals != "none" and (has("level") or has("tick1")),
            evidence=has("evidence"),
        )


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a row needs to be written."""

    report: TrueReport
    voice: Voice
    rng: Random
    plan: Plan
