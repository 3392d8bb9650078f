"""Invented reports agree with themselves and with the official table, whatever traps they hold."""

from decimal import Decimal
from random import Random

import pytest

from corpus.compose import compose
from corpus.figures import total
from corpus.invent import invent_report
from corpus.layouts.named import LAYOUTS, varied
from corpus.mistakes import INJECTORS
from corpus.official import group_level, official_groups
from corpus.paper import Grid, Line
from corpus.traps import TRAPS, trapped
from corpus.voice import invent_voice

SEEDS = range(12)


def invented(layout, seed):
    rng = Random(seed)
    plan, voice = varied(layout(rng), rng), invent_voice(rng)
    return invent_report(rng, seed, plan, voice), plan, voice, rng


def broken_sums(report):
    wrong = []
    for group in report.groups:
        if total([c.score for c in group.criteria]) != group.score.value or group.level != group_level(
            group.score.value
        ):
            wrong.append(group.id)
        for criterion in group.criteria:
            scored = [i for i in criterion.items if i.score.value is not None]  # some score a criterion as a whole
            if scored and total([i.score for i in criterion.items]) != criterion.score.value:
                wrong.append(criterion.id)
            wrong += [i.id for i in scored if not 0 <= i.score.value <= i.official_max]
            if criterion.items and total([i.maximum for i in criterion.items]) != criterion.official_max:
                wrong.append(criterion.id)
    return wrong


def test_the_official_table_adds_up_to_one_hundred_a_group():
    assert [sum(c.maximum or 0 for c in g.criteria) for g in official_groups()] == [Decimal(100), Decimal(100)]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_report_without_mistakes_adds_up_whatever_traps_it_holds(seed):
    report, *_, rng = invented(LAYOUTS[seed % len(LAYOUTS)], seed)
    assert broken_sums(trapped(report, rng, 6)) == []


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
def test_a_trap_applies_to_some_report_and_changes_it(trap):
    results = []
    for seed in range(40):
        report, *_, rng = invented(LAYOUTS[seed % len(LAYOUTS)], seed)
        changed = trap(report, rng)
        if changed is not None:
            results.append(changed != report)
    assert any(results)


@pytest.mark.parametrize("injector", INJECTORS, ids=lambda injector: injector.__name__)
def test_a_mistake_applies_to_some_report_and_names_its_finding(injector):
    expected = []
    for seed in range(60):
        report, *_, rng = invented(LAYOUTS[seed % len(LAYOUTS)], seed)
        result = injector(report, rng)
        if result is not None:
            assert result[0] != report
            assert result[1]
            expected.append(result[1])
    assert expected


def well_formed(grid):
    """Every grid place is one cell's own or covered by exactly one merged cell."""
    owners = {}
    for r, row in enumerate(grid.rows):
        assert len(row) == len(grid.widths)
        for c, cell in enumerate(row):
            if cell is None:
                continue
            for place in [(r + i, c + j) for i in range(cell.row_span) for j in range(cell.column_span)]:
                assert place not in owners, f"two cells at {place}"
                owners[place] = cell
            if cell.nested:
                well_formed(cell.nested)
    assert set(owners) == {(r, c) for r in range(len(grid.rows)) for c in range(len(grid.widths))}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_grid_of_a_layout_is_covered_once_by_its_cells(layout):
    for seed in range(6):
        report, plan, voice, rng = invented(layout, seed)
        paper = compose(report, plan, voice, rng)
        blocks = [block for section in paper.sections for block in section.blocks]
        assert any(isinstance(block, Line) for block in blocks)
        for block in blocks:
            if isinstance(block, Grid):
                well_formed(block)
