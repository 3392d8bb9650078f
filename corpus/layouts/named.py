"""The layouts, one function each: what is special about it is said here, the rest is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from corpus.layouts import arrangements as by
from corpus.layouts.plan import TOTALS, USUAL, Plan, items_only
from corpus.layouts.rarer import RARER

Layout = Callable[[Random], Plan]


def official_rows(rng: Random) -> Plan:
    """The official form: first item in the criterion's row, the others below it."""
    merged = rng.random() < 0.4
    return items_only(Plan("official-rows", by.first_item_inline, USUAL, rng.choice(TOTALS), merged=merged))


def item_rows(rng: Random) -> Plan:
    """The criterion's own score in its row, then a row for each item with maximum and score."""
    return Plan("item-rows", by.criterion_then_items, USUAL, rng.choice(TOTALS))


def unscored_heads(rng: Random) -> Plan:
    """The criterion's row has no score, only its items have; level and evidence are sometimes merged down."""
    return Plan(
        "unscored-heads", by.criterion_then_items, USUAL, rng.choice(TOTALS), merged=rng.random() < 0.5,
        criterion_scores=False, item_maxima=rng.random() < 0.6,
    )  # fmt: skip


def in_cell(rng: Random) -> Plan:
    """Items and their scores as lines of one cell each."""
    return items_only(Plan("in-cell", by.items_in_cell, USUAL, rng.choice(TOTALS)))


def in_cell_beside_own(rng: Random) -> Plan:
    """Items and their scores as lines; the criterion's own score in a column beside them."""
    columns = ("number", "title", "maximum", "item_score", "own_score", "level", "evidence")
    return Plan("in-cell-beside-own", by.items_in_cell, columns, rng.choice(TOTALS), item_maxima=False)


def two_score_columns(rng: Random) -> Plan:
    """A column for the items' scores and one for the criterion's."""
    columns = ("number", "title", "maximum", "item_score", "own_score", "level", "evidence")
    return Plan(
        "two-score-columns", by.criterion_then_items, columns, rng.choice(TOTALS), item_maxima=rng.random() < 0.7
    )


def merged_labels(rng: Random) -> Plan:
    """Label, title, level and evidence merged down beside a column of items."""
    columns = ("number", "title", "item", "item_maximum", "score", "level", "evidence")
    return Plan("merged-labels", by.items_in_own_column, columns, rng.choice(TOTALS), criterion_scores=False)


def merged_labels_own_score(rng: Random) -> Plan:
    """The same with the criterion's maximum and own score merged down too."""
    columns = ("number", "title", "maximum", "item", "item_maximum", "item_score", "own_score", "level", "evidence")
    return Plan("merged-labels-own-score", by.items_in_own_column, columns, rng.choice(TOTALS), landscape=True)


def merged_score(rng: Random) -> Plan:
    """Items in rows, one score for the criterion merged down over them."""
    columns = ("number", "title", "item", "maximum", "score", "level", "evidence")
    return Plan(
        "merged-score", by.merged_score, columns, rng.choice(TOTALS), item_scores=False, item_maxima=False
    )  # fmt: skip


def assessor(rng: Random) -> Plan:
    """The assessor's score and the difference beside the school's own."""
    own = rng.choice([("score", "assessed", "difference"), ("score", "assessed"), ("assessed", "score")])
    columns = ("number", "title", "maximum", *own, "level", "evidence")
    plan = Plan("assessor", by.criterion_then_items, columns, rng.choice(TOTALS), landscape=rng.random() < 0.6)
    return by.in_either_rows(replace(plan, heading=rng.choice(["one", "two"])), rng)


def ticks(rng: Random) -> Plan:
    """A mark in one of three columns instead of the level's number."""
    columns = ("number", "title", "maximum", "score", "tick1", "tick2", "tick3", "evidence")
    plan = Plan("ticks", by.criterion_then_items, columns, rng.choice(TOTALS))
    return replace(plan, heading=rng.choice(["one", "two"]), criterion_scores=rng.random() < 0.6)


def no_numbers(rng: Random) -> Plan:
    """No column of labels."""
    columns = ("title", "maximum", "score", "level", "evidence")
    return Plan("no-numbers", by.criterion_then_items, columns, rng.choice(TOTALS), criterion_scores=rng.random() < 0.5)


def no_maximum(rng: Random) -> Plan:
    """No column of maxima, sometimes no level either."""
    columns = (
        ("number", "title", "score", "level", "evidence")
        if rng.random() < 0.7
        else ("number", "title", "score", "evidence")
    )
    return Plan("no-maximum", by.criterion_then_items, columns, rng.choice(TOTALS), criterion_scores=rng.random() < 0.5)


def shuffled(rng: Random) -> Plan:
    """The columns after the title in any order."""
    rest = list(USUAL[2:])
    rng.shuffle(rest)
    return Plan("shuffled", by.criterion_then_items, ("number", "title", *rest), rng.choice(["above", "none"]))


def nested(rng: Random) -> Plan:
    """The whole table inside the only cell of another."""
    return Plan("nested", by.criterion_then_items, USUAL, rng.choice(TOTALS), nested=True)


def unruled(rng: Random) -> Plan:
    """No lines at all, or only those between the rows."""
    ruling = rng.choice(["none", "rows", "framed"])
    return Plan("unruled", by.criterion_then_items, USUAL[:5], rng.choice(TOTALS), ruling=ruling)


def per_group(rng: Random) -> Plan:
    """A table for each group, its total in it or only in the text."""
    plan = Plan(
        "per-group", by.criterion_then_items, USUAL, rng.choice(["above", "below", "none"]), table_per_group=True
    )
    return by.in_either_rows(plan, rng)


def criterion_only(rng: Random) -> Plan:
    """Only the criteria are scored."""
    return Plan("criterion-only", by.criterion_only, USUAL, rng.choice(TOTALS), item_scores=False, item_maxima=False)


def two_headings(rng: Random) -> Plan:
    """Two heading rows; the figure columns share a heading."""
    columns = ("number", "title", "maximum", "score", "level", "evidence")
    return Plan("two-headings", by.criterion_then_items, columns, rng.choice(TOTALS), heading="two")


def no_heading(rng: Random) -> Plan:
    """No heading row: the table goes on from a page that is not there."""
    columns = ("number", "title", "maximum", "score", "level", "evidence")
    return Plan("no-heading", by.criterion_then_items, columns, rng.choice(TOTALS), heading="none")


def scores_by_level(rng: Random) -> Plan:
    """A column for each level; the score itself stands in the column of the level that it has."""
    columns = ("number", "title", "maximum", "tick1", "tick2", "tick3", "evidence")
    return Plan(
        "scores-by-level", by.criterion_only, columns, rng.choice(TOTALS), heading=rng.choice(["one", "two"]),
        item_scores=False, item_maxima=False, scores_by_level=True,
    )  # fmt: skip


LAYOUTS: tuple[Layout, ...] = (
    official_rows, item_rows, unscored_heads, in_cell, in_cell_beside_own, two_score_columns, merged_labels,
    merged_labels_own_score, merged_score, assessor, ticks, no_numbers, no_maximum, shuffled, nested, unruled,
    per_group, criterion_only, two_headings, no_heading, scores_by_level, *RARER,
)  # fmt: skip


LONG = ("1.1", "1.3", "1.4", "1.6", "2.2", "2.3", "2.4")  # criteria whose evidence may run over a page


def varied(plan: Plan, rng: Random) -> Plan:
    """The plan with what is not special about it drawn: headings, one table or two, page on its side."""
    if plan.listed:
        return plan
    if rng.random() < 0.4 and plan.heading != "none":
        plan = replace(plan, repeat_heading=True)
    if rng.random() < 0.12 and plan.heading == "one":
        plan = replace(plan, heading="two")
    if rng.random() < 0.12 and not plan.nested and plan.totals != "end":
        plan = replace(plan, table_per_group=True)
    if rng.random() < 0.12:
        plan = replace(plan, landscape=True)
    return replace(
        plan,
        whole_rows=rng.random() < 0.25,
        index_row=rng.random() < 0.12,
        grand_total=rng.random() < 0.06,
        lead_row=rng.random() < 0.3,
        long_evidence=rng.choice(LONG) if rng.random() < 0.12 and plan.shape.evidence else "",
        split=not plan.nested and not plan.overview and rng.random() < 0.07,
        title_row=plan.heading != "none" and rng.random() < 0.06,
        blank_rows="group" not in plan.columns and rng.random() < 0.05,
        row_height=rng.choice((18.0, 28.0, 45.0)) if rng.random() < 0.2 else 0.0,
    )
