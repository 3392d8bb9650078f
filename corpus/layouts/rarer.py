"""More layouts, one function each: lists, columns beside the usual ones, evidence and totals in unusual places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from corpus.layouts import arrangements as by
from corpus.layouts.plan import TOTALS, USUAL, Plan

LIST_FORMS = ("stroke", "brackets", "lines", "dashes")


def as_list(rng: Random) -> Plan:
    """No table at all: a paragraph for each criterion and item, its level and evidence behind it or below it."""
    form = rng.choice(LIST_FORMS)
    own = rng.random() < 0.8
    return Plan(
        "as-list", by.criterion_then_items, (), rng.choice(("above", "below", "none")), listed=form, item_maxima=False,
        criterion_scores=own, heading="none",
    )  # fmt: skip


def notes_beside_evidence(rng: Random) -> Plan:
    """A column of remarks beside that of evidence."""
    columns = (*USUAL, "note") if rng.random() < 0.7 else (*USUAL[:5], "note", "evidence")
    return Plan("notes-beside-evidence", by.criterion_then_items, columns, rng.choice(TOTALS), landscape=True)


def score_over_maximum(rng: Random) -> Plan:
    """One column says both: `7/10`."""
    columns = ("number", "title", "score", "level", "evidence")
    return Plan(
        "score-over-maximum", by.criterion_then_items, columns, rng.choice(TOTALS), score_form="over", item_maxima=False
    )


def council(rng: Random) -> Plan:
    """The school's council confirms each score in a column of its own."""
    columns = ("number", "title", "maximum", "score", "council", "level", "evidence")
    return Plan(
        "council", by.criterion_then_items, columns, rng.choice(TOTALS), heading=rng.choice(("one", "two")),
        landscape=rng.random() < 0.5, criterion_scores=rng.random() < 0.6,
    )  # fmt: skip


def level_before_score(rng: Random) -> Plan:
    """The level stands before the score."""
    columns = rng.choice(
        (
            ("number", "title", "maximum", "level", "score", "evidence"),
            ("number", "title", "level", "score", "maximum", "evidence"),
            ("number", "title", "evidence", "maximum", "level", "score"),
        )
    )
    return Plan("level-before-score", by.criterion_then_items, columns, rng.choice(TOTALS))


def total_in_caption(rng: Random) -> Plan:
    """A small table for each group; the line above it gives the group's total and level."""
    plan = Plan("total-in-caption", by.criterion_then_items, USUAL, "none", table_per_group=True, caption_totals=True)
    return by.in_either_rows(plan, rng)


def evidence_below(rng: Random) -> Plan:
    """Evidence in a row over the whole width, below the rows of its criterion."""
    return Plan("evidence-below", by.criterion_then_items, USUAL[:5], rng.choice(TOTALS), evidence_row="below")


def evidence_under_head(rng: Random) -> Plan:
    """Evidence in a row over the whole width, between the criterion's row and those of its items."""
    return Plan("evidence-under-head", by.criterion_then_items, USUAL[:5], rng.choice(TOTALS), evidence_row="under")


def evidence_by_item(rng: Random) -> Plan:
    """The evidence column is filled item by item; the criterion's own row leaves it empty."""
    return Plan("evidence-by-item", by.evidence_by_item, USUAL, rng.choice(TOTALS))


def maximum_in_title(rng: Random) -> Plan:
    """No column of maxima: `(30 điểm)` closes the titles."""
    columns = ("number", "title", "score", "level", "evidence")
    return Plan(
        "maximum-in-title", by.criterion_then_items, columns, rng.choice(TOTALS), maxima_in_titles=True,
        criterion_scores=rng.random() < 0.7, item_maxima=False,
    )  # fmt: skip


def three_rounds(rng: Random) -> Plan:
    """The school's score, then those of two rounds of assessment."""
    columns = ("number", "title", "maximum", "score", "assessed", "reassessed", "level", "evidence")
    plan = Plan("three-rounds", by.criterion_then_items, columns, rng.choice(TOTALS), landscape=True)
    return replace(plan, heading=rng.choice(("one", "two")))


def with_percentage(rng: Random) -> Plan:
    """What share of the maximum was reached, in a column behind the score."""
    columns = ("number", "title", "maximum", "score", "percent", "level", "evidence")
    return Plan("with-percentage", by.criterion_then_items, columns, rng.choice(TOTALS), landscape=rng.random() < 0.5)


def beside_last_year(rng: Random) -> Plan:
    """Last year's score before this year's."""
    columns = ("number", "title", "maximum", "last_year", "score", "level", "evidence")
    return Plan("beside-last-year", by.criterion_then_items, columns, rng.choice(TOTALS), landscape=rng.random() < 0.5)


def conditions_apart(rng: Random) -> Plan:
    """The mandatory conditions have a small table of their own before the scored criteria."""
    plan = Plan("conditions-apart", by.criterion_then_items, USUAL, rng.choice(TOTALS), conditions_apart=True)
    return by.in_either_rows(plan, rng)


def score_after_items(rng: Random) -> Plan:
    """The criterion's own score closes its items: `Cộng tiêu chí 1.3`."""
    return Plan("score-after-items", by.items_then_criterion, USUAL, rng.choice(TOTALS), index_row=rng.random() < 0.2)


def totals_only_at_end(rng: Random) -> Plan:
    """Neither criteria nor groups have a score in their rows; the groups' totals stand in the table's last rows."""
    return Plan("totals-at-end", by.criterion_then_items, USUAL, "end", criterion_scores=rng.random() < 0.5)


def group_column(rng: Random) -> Plan:
    """The group stands at the left, merged down over all its rows."""
    columns = ("group", "number", "title", "maximum", "score", "level", "evidence")
    plan = Plan("group-column", by.criterion_then_items, columns, rng.choice(("below", "below", "none")))
    return by.in_either_rows(replace(plan, landscape=rng.random() < 0.4), rng)


def overview_first(rng: Random) -> Plan:
    """First the criteria with their scores and levels, then a table of their items, whose heads have no score."""
    columns = ("number", "title", "maximum", "score", "evidence")
    totals = rng.choice(("above", "below", "none"))
    return Plan("overview-first", by.criterion_then_items, columns, totals, overview=True)


RARER: tuple[Callable[[Random], Plan], ...] = (
    as_list, notes_beside_evidence, score_over_maximum, council, level_before_score, total_in_caption, evidence_below,
    evidence_under_head, evidence_by_item, maximum_in_title, three_rounds, with_percentage, beside_last_year,
    conditions_apart, score_after_items, totals_only_at_end,
    group_column, overview_first,
)  # fmt: skip
