"""What a layout decides: arrangement, columns, totals, headings, lines, page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from corpus.paper import GridCell
from corpus.truth import Shape, TrueCriterion, TrueReport
from corpus.voice import Voice

LogicalRow = dict[str, "GridCell | None"]  # column kind -> cell; absent: an empty cell; None: covered from above

WIDTHS = {
    "number": 1.0, "title": 4.2, "item": 3.4, "maximum": 1.0, "item_maximum": 1.1, "score": 1.05, "item_score": 1.1,
    "own_score": 1.1, "level": 1.1, "tick1": 0.75, "tick2": 0.75, "tick3": 0.75, "evidence": 3.0, "note": 1.2,
    "assessed": 1.05, "difference": 1.05, "reassessed": 1.05, "council": 1.1, "percent": 1.0, "last_year": 1.1,
    "answer": 1.3, "group": 1.3,
}  # fmt: skip

FIGURE_COLUMNS = {
    "maximum", "item_maximum", "score", "item_score", "own_score", "assessed", "difference", "reassessed", "council",
    "percent", "last_year",
}  # fmt: skip
USUAL = ("number", "title", "maximum", "score", "level", "evidence")
TOTALS = ("above", "above", "below", "none")


@dataclass(frozen=True, slots=True)
class Plan:
    """A layout with every choice made. `arrangement` turns one criterion into rows."""

    name: str
    arrangement: Callable[[TrueCriterion, Setting], list[LogicalRow]]
    columns: tuple[str, ...]
    totals: str = "above"  # above, below, end (of the whole table), none
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
    score_form: str = ""  # the layout asks for this form of scores ("over": `7/10`), whatever the author's habit
    evidence_row: str = ""  # evidence in a row over the whole width: "below" the criterion's rows, or "under" its first
    listed: str = ""  # no table: paragraphs, in this form
    maxima_in_titles: bool = False  # "(30 điểm)" closes a criterion's title
    caption_totals: bool = False  # each group's total and level stand in the line above its table
    conditions_apart: bool = False  # the mandatory conditions have a small table of their own
    overview: bool = False  # a table of the criteria alone, with their scores, stands before the one of their items
    title_row: bool = False  # the table's first row is its title, over the whole width
    blank_rows: bool = False  # an empty row closes each group
    split: bool = False  # the author cut the table in two and typed the heading again
    long_evidence: str = ""  # this criterion's evidence runs over a page or more
    row_height: float = 0.0  # points: least height of a row

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
            "title-row": self.title_row,
            "blank-rows": self.blank_rows,
            "split-by-hand": self.split,
            "long-evidence": bool(self.long_evidence),
            "high-rows": self.row_height > 0,
            f"totals-{self.totals}": True,
        }
        return tuple(name for name, on in flags.items() if on)

    @property
    def shape(self) -> Shape:
        """What this plan prints."""
        has = self.columns.__contains__
        levels = has("level") or has("tick1") or bool(self.listed) or self.overview
        return Shape(
            layout=self.name,
            numbers=has("number") or bool(self.listed),
            maxima=has("maximum"),
            maxima_beside=self.score_form == "over" or self.maxima_in_titles or bool(self.listed),
            item_maxima=self.item_maxima and (has("item_maximum") or has("maximum")),
            item_scores=self.item_scores,
            criterion_scores=self.criterion_scores,
            levels=levels,
            group_scores=self.totals != "none" or self.caption_totals,
            group_levels=(self.totals != "none" and levels) or self.caption_totals,
            evidence=has("evidence") or bool(self.evidence_row or self.listed),
        )


def items_only(plan: Plan) -> Plan:
    """The plan with scores and maxima where the official form has them: criteria have no score of their own."""
    return replace(plan, criterion_scores=False, item_maxima=False)


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a row needs to be written."""

    report: TrueReport
    voice: Voice
    rng: Random
    plan: Plan
