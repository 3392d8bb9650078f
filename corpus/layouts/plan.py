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
    "number": 1.0, "title": 4.2, "item": 3.4, "maximum": 1.0, "item_maximum": 1.1, "score": 1.05, "item_score": 1.1,
    "own_score": 1.1, "level": 1.1, "tick1": 0.75, "tick2": 0.75, "tick3": 0.75, "evidence": 3.0, "note": 1.2,
    "assessed": 1.05, "difference": 1.05,
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
    scores_by_level: bool = False  # the score itself stands in the column of its level
    index_row: bool = False  # under the heading the columns are numbered: (1), (2) …
    grand_total: bool = False  # a last row adds up both groups
    lead_row: bool = False  # 1.3 has a row without figures before its LMS items

    @property
    def features(self) -> tuple[str, ...]:
        """What is drawn beside the layout's own structure."""
        flags = {
            "table-per-group": self.table_per_group,
            "two-heading-rows": self.heading == "two",
            "repeated-heading": self.repeat_heading,
            "landscape": self.landscape,
            "merged": self.merged,
            "index-row": self.index_row,
            "grand-total": self.grand_total,
            "lead-row": self.lead_row and self.arrangement.__name__ == "criterion_then_items",
            f"totals-{self.totals}": True,
        }
        return tuple(name for name, on in flags.items() if on)

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
