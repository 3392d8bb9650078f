"""Traps of the score table's figures and answers: unusual, and right."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import HALF, moved_to, total
from corpus.mistakes.choosing import (
    deeds_of,
    evidence_of,
    free_groups,
    free_itemised,
    is_free,
    scored_whole,
    take,
    take_figures,
)
from corpus.mistakes.citing import free_deed
from corpus.mistakes.denials import WHOLE, deniable, denial_of, denial_of_whole
from corpus.spelling import plain
from corpus.truth import (
    Figure,
    Told,
    Trap,
    TrueGroup,
    TrueItem,
    TrueReport,
    with_criterion,
    with_group,
    with_item,
    with_statements,
)

ANSWERS = ["x", "X", "Có", "Đạt", "Đã có", "Đã thực hiện", "Đã ban hành", "Đáp ứng", "Đã triển khai", "Đạt yêu cầu"]
SPLITS = {"1.6": (6, 7, 7), "1.7": (10, 5, 5), "1.5": (10, 10), "2.4": (10, 10, 10)}


def _own_items(report: TrueReport) -> list[TrueItem]:
    """Items with a printed score that is still as the author writes them all."""
    if not report.shape.item_scores:
        return []
    return [i for c in free_itemised(report) for i in c.items if i.score.text is None]


def zero_with_denial(report: TrueReport, rng: Random) -> TrueReport | None:
    """What the text denies has no points."""
    items = [i for i in deniable(report) if i.score.value == 0 and is_free(report, i.id[:3])]
    if not items or not report.shape.item_scores:
        return None
    item = rng.choice(items)
    sentence = denial_of(item.id, report, rng, long=rng.random() < 0.3)
    return take(replace(report, told=(*report.told, Told("weak", sentence))), item.id[:3])


def criterion_of_zero_with_denial(report: TrueReport, rng: Random) -> TrueReport | None:
    """What the text denies as a whole has no points."""
    rows = [c for g in report.groups for c in g.criteria if c.id in WHOLE and is_free(report, c.id)]
    none = [c for c in rows if total([c.score]) == 0]
    if not none:
        return None
    criterion = rng.choice(none)
    told = Told("weak", denial_of_whole(criterion, report, rng))
    return take(replace(report, told=(*report.told, told)), criterion.id)


def odd_split_of_maxima(report: TrueReport, rng: Random) -> TrueReport | None:
    """Items' maxima split another way, which still adds up to the criterion's."""
    if not (report.shape.item_maxima and report.shape.maxima):
        return None
    criteria = [c for c in free_itemised(report) if c.id in SPLITS]
    if not criteria:
        return None
    criterion = rng.choice(criteria)
    items = []
    for item, maximum in zip(criterion.items, SPLITS[criterion.id], strict=True):
        if total([item.score]) > maximum:
            return None
        items.append(replace(item, maximum=Figure(Decimal(maximum))))
    return take_figures(with_criterion(report, replace(criterion, items=tuple(items))), criterion.id)


def dash_for_zero(report: TrueReport, rng: Random) -> TrueReport | None:
    """A dash where an item has no points."""
    items = [i for i in _own_items(report) if i.score.value == 0]
    if not items:
        return None
    item = rng.choice(items)
    return with_item(report, replace(item, score=replace(item.score, text=rng.choice(["-", "–"]))))


def blank_for_zero(report: TrueReport, rng: Random) -> TrueReport | None:
    """Nothing where an item has no points, and the criterion's own score is printed."""
    items = [i for i in _own_items(report) if i.score.value == 0]
    if not items or not report.shape.criterion_scores or report.shape.layout.startswith("in-cell"):
        return None
    item = rng.choice(items)
    blank = Figure(Decimal(0), "", also=(None,))
    return take_figures(with_item(report, replace(item, score=blank)), item.id[:3])


def scored_as_a_whole(report: TrueReport, rng: Random) -> TrueReport | None:
    """A criterion has its own score only, its items' cells are empty."""
    shape = report.shape
    if not (shape.criterion_scores and shape.item_scores) or shape.layout.startswith("in-cell"):
        return None
    criteria = free_itemised(report)
    if not criteria:
        return None
    criterion = rng.choice(criteria)
    items = tuple(replace(item, score=Figure(None, "")) for item in criterion.items)
    return take_figures(with_criterion(report, replace(criterion, items=items)), criterion.id)


def _odd_forms(value: Decimal) -> list[str]:
    shown = plain(value)
    return [f"{shown} điểm", f"{shown}đ", f"{value:.2f}".replace(".", ","), f" {shown} ", f"{shown}."]


def odd_form_of_a_score(report: TrueReport, rng: Random) -> TrueReport | None:
    """One score written otherwise than the rest."""
    items = [i for i in _own_items(report) if i.score.value]
    if not items:
        return None
    item = rng.choice(items)
    return with_item(report, replace(item, score=replace(item.score, text=rng.choice(_odd_forms(total([item.score]))))))


def odd_form_of_a_total(report: TrueReport, rng: Random) -> TrueReport | None:
    """A group's total with words, its maximum or needless zeros."""
    groups = free_groups(report)
    if not groups or not report.shape.group_scores:
        return None
    group = rng.choice(groups)
    value = total([group.score])
    forms = [*_odd_forms(value), f"{plain(value)}/100", f"{plain(value)}/100 điểm"]
    return with_group(report, replace(group, score=Figure(value, rng.choice(forms))))


def _moved(report: TrueReport, group: TrueGroup, target: Decimal, rng: Random) -> TrueReport | None:
    moved = moved_to(group, target, rng)
    if total([moved.score]) != target:
        return None
    return with_statements(with_group(report, moved), group.id, target, moved.level)


def group_on_a_bound(report: TrueReport, rng: Random) -> TrueReport | None:
    """49,5 and level 1, 50 and 75 and level 2, 75,5 and level 3."""
    groups = free_groups(report)
    if not groups:
        return None
    bound = rng.choice([Decimal("49.5"), Decimal(50), Decimal(75), Decimal("75.5")])
    return _moved(report, rng.choice(groups), bound, rng)


def groups_alike(report: TrueReport, rng: Random) -> TrueReport | None:
    """Both groups have one total."""
    groups = free_groups(report)
    if len(groups) < 2:
        return None
    return _moved(report, groups[1], total([groups[0].score]), rng)


def full_marks(report: TrueReport, rng: Random) -> TrueReport | None:
    """A group with every point there is: exactly a hundred."""
    groups = free_groups(report)
    return _moved(report, rng.choice(groups), Decimal(100), rng) if groups else None


def half_points(report: TrueReport, rng: Random) -> TrueReport | None:
    """Half a point in the total of one group."""
    groups = free_groups(report)
    if not groups:
        return None
    group = rng.choice(groups)
    score = total([group.score])
    return _moved(report, group, score - HALF if score >= 1 else score + HALF, rng)


def condition_in_other_words(report: TrueReport, rng: Random) -> TrueReport | None:
    """A mandatory criterion is answered in another way than the others."""
    conditions = [c for g in report.groups for c in g.criteria if c.condition and is_free(report, c.id)]
    if not conditions:
        return None
    criterion = rng.choice(conditions)
    return with_criterion(report, replace(criterion, answer=rng.choice(ANSWERS)))


def no_points_no_evidence(report: TrueReport, rng: Random) -> TrueReport | None:
    """A criterion without points has no evidence either."""
    rows = [c for g in report.groups for c in g.criteria if is_free(report, c.id, evidence_of(c.id))]
    empty = [c for c in rows if not c.condition and total([c.score]) == 0]
    empty = [c for c in empty if all(free_deed(report, report.deed(key)) for key in deeds_of(c))]
    if not empty:
        return None
    criterion = rng.choice(empty)
    return take(with_criterion(report, replace(criterion, evidence=())), criterion.id, evidence_of(criterion.id))


def whole_beside_the_items(report: TrueReport, rng: Random) -> TrueReport | None:
    """A criterion without printed items has its score with the maximum beside it."""
    whole = [c for c in scored_whole(report) if c.score and c.score.text is None and c.score.value]
    if not whole or report.shape.layout == "scores-by-level":
        return None
    criterion = rng.choice(whole)
    value = total([criterion.score])
    text = f"{plain(value)}/{plain(criterion.official_max or value)}"
    return with_criterion(report, replace(criterion, score=Figure(value, text)))


FIGURES: tuple[Trap, ...] = (
    zero_with_denial, criterion_of_zero_with_denial, odd_split_of_maxima, dash_for_zero, blank_for_zero,
    scored_as_a_whole, odd_form_of_a_score, odd_form_of_a_total, group_on_a_bound, groups_alike, full_marks,
    half_points, condition_in_other_words, no_points_no_evidence, whole_beside_the_items,
)  # fmt: skip
