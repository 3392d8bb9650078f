"""The layouts, one function each: what is special about it is said here, the rest is drawn."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from corpus.layouts import arrangements as by
from corpus.layouts.plan import Plan

Layout = Callable[[Random], Plan]

USUAL = ("number", "title", "maximum", "score", "level", "evidence")


def official_rows(rng: Random) -> Plan:
    """The official form: first item in the criterion's row, the others below it."""
    return Plan(
        "official-rows", by.first_item_inline, USUAL, rng.choice(["above", "none", "below"]),
        merged=rng.random() < 0.4, repeat_heading=rng.random() < 0.5, criterion_scores=False, item_maxima=False,
    )  # fmt: skip


def item_rows(rng: Random) -> Plan:
    """The criterion's own score in its row, then a row for each item with maximum and score."""
    return Plan(
        "item-rows", by.criterion_then_items, USUAL, rng.choice(["above", "below"]), repeat_heading=rng.random() < 0.5
    )


def in_cell(rng: Random) -> Plan:
    """Items and their scores as lines of one cell each."""
    return Plan(
        "in-cell", by.items_in_cell, USUAL, rng.choice(["above", "none"]), criterion_scores=False, item_maxima=False
    )


LAYOUTS: tuple[Layout, ...] = (official_rows, item_rows, in_cell)
