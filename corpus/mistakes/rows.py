"""Rows of the score table missing, twice, blank or foreign; the table itself missing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import HALF, total
from corpus.mistakes.choosing import (
    HEADER,
    ROWS,
    Injured,
    deeds_of,
    evidence_of,
    free_groups,
    is_free,
    scored_whole,
    take,
    take_figures,
    total_is_told,
)
from corpus.official import group_level
from corpus.spelling import plain
from corpus.truth import (
    Expected,
    Figure,
    Injector,
    TrueCriterion,
    TrueGroup,
    TrueReport,
    with_criterion,
    with_group,
    with_statements,
)

FOREIGN = [
    "Tiêu chí đặc thù của địa phương",
    "Hoạt động ngoại khóa, câu lạc bộ",
    "Điểm thưởng sáng kiến, giải pháp",
    "Tham gia các cuộc thi do ngành tổ chức",
]


def _losable(report: TrueReport, group: TrueGroup) -> list[TrueCriterion]:
    """Criteria whose whole row may go."""
    if not is_free(report, ROWS):
        return []
    return [c for c in group.criteria if is_free(report, evidence_of(c.id), *deeds_of(c))]


def _without(report: TrueReport, *criteria: TrueCriterion) -> TrueReport:
    gone = {criterion.id for criterion in criteria}
    group = report.group_of(criteria[0].id)
    kept = tuple(c for c in group.criteria if c.id not in gone)
    return take(with_group(report, replace(group, criteria=kept)), ROWS, group.id, *gone, *map(evidence_of, gone))


def _missing(report: TrueReport, rng: Random, count: int) -> Injured:
    """So many scored criteria of one group have no row; the total is as it was, and possible."""
    groups = [g for g in free_groups(report) if len([c for c in _losable(report, g) if not c.condition]) >= count]
    if not groups:
        return None
    group = rng.choice(groups)
    gone = rng.sample([c for c in _losable(report, group) if not c.condition], count)
    expected = {Expected("missing-criterion", c.id) for c in gone}
    if total_is_told(report, group.id) and len([c for c in group.criteria if not c.condition]) > count:
        place = "appendix" if report.shape.group_scores else "text"
        expected.add(Expected("unverified-total", group.id, place, plain(total([group.score]))))
    return _without(report, *gone), expected


def criterion_missing(report: TrueReport, rng: Random) -> Injured:
    """A criterion has no row; the total is as it was, and possible."""
    return _missing(report, rng, 1)


def two_criteria_missing(report: TrueReport, rng: Random) -> Injured:
    """Two criteria of a group have no row: each is missing, the total is said once."""
    return _missing(report, rng, 2)


def condition_missing(report: TrueReport, rng: Random) -> Injured:
    """A mandatory criterion has no row."""
    conditions = [c for g in free_groups(report) for c in _losable(report, g) if c.condition]
    if not conditions:
        return None
    criterion = rng.choice(conditions)
    return _without(report, criterion), {Expected("missing-criterion", criterion.id)}


def total_infeasible(report: TrueReport, rng: Random) -> Injured:
    """A criterion has no row, and nothing that it could have makes the total right, sometimes by half a point."""
    groups = [g for g in free_groups(report) if total_is_told(report, g.id)]
    gone = [c for g in groups for c in _losable(report, g) if not c.condition]
    if not gone:
        return None
    criterion = rng.choice(gone)
    report = _without(report, criterion)
    group = report.group_of(criterion.id)
    rest, most = total([c.score for c in group.criteria]), criterion.official_max or Decimal(0)
    step = rng.choice([HALF, Decimal(3)])
    possible = [value for value in (rest - step, rest + most + step) if 0 <= value <= 100]
    if not possible:
        return None
    wrong = rng.choice(possible)
    report = with_group(report, replace(group, score=Figure(wrong), level=group_level(wrong)))
    report = with_statements(report, group.id, wrong, group_level(wrong))
    place = "appendix" if report.shape.group_scores else "text"
    infeasible = Expected("infeasible-total", group.id, place, plain(wrong))
    return report, {Expected("missing-criterion", criterion.id), infeasible}


def score_left_blank(report: TrueReport, rng: Random) -> Injured:
    """A criterion's score cell is empty; the total is as it was."""
    whole = [c for c in scored_whole(report) if total_is_told(report, c.id[0]) and is_free(report, ROWS)]
    if not whole:
        return None
    criterion = rng.choice(whole)
    stated = plain(total([report.group_of(criterion.id).score]))
    report = with_criterion(report, replace(criterion, score=Figure(None), level=None))
    place = "appendix" if report.shape.group_scores else "text"
    return take_figures(take(report, ROWS), criterion.id), {
        Expected("unverified-total", criterion.id[0], place, stated)
    }


def criterion_twice(report: TrueReport, rng: Random) -> Injured:
    """A criterion's rows stand twice."""
    criteria = [c for g in free_groups(report) for c in _losable(report, g) if not c.condition and total([c.score])]
    if not criteria:
        return None
    criterion = rng.choice(criteria)
    report = take_figures(take(report, ROWS, evidence_of(criterion.id), *deeds_of(criterion)), criterion.id)
    expected = Expected("duplicate-criterion", criterion.id, "appendix", other="appendix")
    return replace(report, duplicate=criterion.id), {expected}


def foreign_row(report: TrueReport, rng: Random) -> Injured:
    """A row with points that is no criterion, not counted in the total."""
    if len(free_groups(report)) < 2 or not is_free(report, ROWS):
        return None  # what it adds might be the very difference that another mistake makes
    report = replace(report, foreign_row=rng.choice(FOREIGN))
    return take(report, ROWS, "1", "2"), {Expected("unknown-row")}


def no_score_table(report: TrueReport, rng: Random) -> Injured:
    """The score table is not in the file."""
    del rng
    if report.taken - {HEADER} or report.summary_table or not any(s.where == "text" for s in report.statements):
        return None
    said = tuple(s for s in report.statements if s.where == "text")
    shape = replace(report.shape, table=False)
    rows = [c.id for g in report.groups for c in g.criteria]
    everything = (ROWS, *(g.id for g in report.groups), *rows, *map(evidence_of, rows), *(d.key for d in report.deeds))
    return take(replace(report, shape=shape, statements=said), *everything), {Expected("missing-appendix")}


ROW_MISTAKES: tuple[Injector, ...] = (
    criterion_missing, two_criteria_missing, condition_missing, total_infeasible, score_left_blank, criterion_twice,
    foreign_row, no_score_table,
)  # fmt: skip
