"""Parts missing, twice, or foreign: criteria, header, score table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from corpus.figures import total
from corpus.mistakes.sums import Injured
from corpus.official import group_level
from corpus.spelling import plain
from corpus.truth import Expected, Figure, Injector, TrueCriterion, TrueReport, with_group, with_statements


def _without(report: TrueReport, criterion: TrueCriterion) -> TrueReport:
    group = report.group_of(criterion.id)
    return with_group(report, replace(group, criteria=tuple(c for c in group.criteria if c.id != criterion.id)))


def _total_is_told(report: TrueReport, group: str) -> bool:
    return report.shape.group_scores or any(s.group == group and s.score is not None for s in report.statements)


def criterion_missing(report: TrueReport, rng: Random) -> Injured:
    """A criterion has no row; the total is as it was, and possible."""
    if report.mistakes:
        return None
    criterion = rng.choice([c for g in report.groups for c in g.criteria])
    group = criterion.id[0]
    expected = {Expected("missing-criterion", criterion.id)}
    if not criterion.condition and _total_is_told(report, group):
        expected.add(Expected("unverified-total", group))
    return _without(report, criterion), expected


def total_infeasible(report: TrueReport, rng: Random) -> Injured:
    """A criterion has no row, and nothing that it could have makes the total right."""
    if report.mistakes:
        return None
    criterion = rng.choice([c for g in report.groups for c in g.criteria if not c.condition])
    report = _without(report, criterion)
    group = report.group_of(criterion.id)
    rest = total([c.score for c in group.criteria])
    choices = [rest - 3, rest + (criterion.official_max or Decimal(0)) + 3]
    possible = [value for value in choices if 0 <= value <= 100]
    if not possible or not _total_is_told(report, group.id):
        return None
    wrong = rng.choice(possible)
    report = with_group(report, replace(group, score=Figure(wrong), level=group_level(wrong)))
    report = with_statements(report, group.id, wrong, group_level(wrong))
    return report, {
        Expected("missing-criterion", criterion.id),
        Expected("infeasible-total", group.id, "", plain(wrong)),
    }


def criterion_twice(report: TrueReport, rng: Random) -> Injured:
    """A criterion's rows stand twice."""
    if report.mistakes:
        return None
    criterion = rng.choice([c for g in report.groups for c in g.criteria if not c.condition])
    return replace(report, duplicate=criterion.id), {Expected("duplicate-criterion", criterion.id)}


def header_incomplete(report: TrueReport, rng: Random) -> Injured:
    """Number, date, signatory or school year are missing: one finding, whatever their number."""
    parts = rng.sample(["number", "date", "signatory"], rng.randint(1, 3))
    return replace(report, header=replace(report.header, **dict.fromkeys(parts))), {
        Expected("missing-header", "", "header")
    }


def no_score_table(report: TrueReport, rng: Random) -> Injured:
    """The score table is not in the file."""
    if report.mistakes:
        return None
    del rng
    if report.summary_table or not any(s.where == "text" for s in report.statements):
        return None
    said = tuple(s for s in report.statements if s.where == "text")
    shape = replace(report.shape, table=False)
    return replace(report, shape=shape, statements=said), {Expected("missing-appendix")}


def foreign_row(report: TrueReport, rng: Random) -> Injured:
    """A row with points that is no criterion, not counted in the total."""
    words = ["Tiêu chí đặc thù của địa phương", "Hoạt động ngoại khóa, câu lạc bộ", "Điểm thưởng sáng kiến, giải pháp"]
    return replace(report, foreign_row=rng.choice(words)), {Expected("unknown-row", "", or_criteria=("1", "2"))}


PARTS: tuple[Injector, ...] = (
    criterion_missing, criterion_missing, total_infeasible, criterion_twice, header_incomplete, header_incomplete,
    no_score_table, foreign_row,
)  # fmt: skip
