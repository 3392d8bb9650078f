"""Where a report cites what, and how one citation is exchanged."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.mistakes.choosing import DOCUMENTS, evidence_of, is_free, take
from corpus.truth import Deed, Mention, Told, TrueReport, with_criterion

AGAIN = [
    "Việc triển khai thực hiện theo {} đạt kết quả tốt.",
    "- Thực hiện {}, các bộ phận đã hoàn thành nhiệm vụ được giao.",
    "Căn cứ {}, các tổ chuyên môn đã xây dựng kế hoạch cụ thể.",
]


def shown_mentions(report: TrueReport) -> list[Mention]:
    """Every citation that the layout prints."""
    mentions = [t.mention for t in report.told if t.mention]
    if report.shape.table and report.shape.evidence:
        cells = [part for g in report.groups for c in g.criteria for part in c.evidence]
        mentions += [part for part in cells if isinstance(part, Mention)]
    return mentions


def mentions_of(report: TrueReport, key: str) -> list[Mention]:
    """Every printed citation of one deed."""
    return [mention for mention in shown_mentions(report) if mention.deed == key]


def with_mention(report: TrueReport, old: Mention, new: Mention) -> TrueReport:
    """The report with one citation (in the text, or in the row that it stands in) exchanged."""
    if not old.criterion:
        told = tuple(replace(t, mention=new) if t.mention is old else t for t in report.told)
        return replace(report, told=told)
    criterion = report.criterion(old.criterion)
    evidence = tuple(new if part is old else part for part in criterion.evidence)
    return with_criterion(report, replace(criterion, evidence=evidence))


def with_told(report: TrueReport, key: str, part: str, sentence: str) -> TrueReport:
    """The report with the deed cited in one more sentence."""
    return replace(report, told=(*report.told, Told(part, sentence, Mention(key))))


def told_too(report: TrueReport, key: str) -> TrueReport:
    """The report with the deed cited in the text as well."""
    if any(t.mention and t.mention.deed == key for t in report.told):
        return report
    return with_told(report, key, "done", f"- {report.school.self_name} đã ban hành {{}}.")


def told_again(report: TrueReport, key: str, rng: Random) -> TrueReport:
    """The report with the deed cited once more in the text."""
    return with_told(report, key, "strong", rng.choice(AGAIN))


def free_deed(report: TrueReport, deed: Deed) -> bool:
    """No mistake or trap rests on the deed or on a cell that cites it."""
    cells = [evidence_of(m.criterion) for m in mentions_of(report, deed.key) if m.criterion]
    return is_free(report, deed.key, *cells)


def take_deed(report: TrueReport, key: str) -> TrueReport:
    """The report with the deed and every cell that cites it spoken for."""
    cells = [evidence_of(m.criterion) for m in mentions_of(report, key) if m.criterion]
    return take(report, DOCUMENTS, key, *cells)


def cited_in_table(report: TrueReport) -> list[Mention]:
    """Citations of the school's own documents, in full and unchanged, in the evidence column."""
    return [
        m
        for m in shown_mentions(report)
        if m.criterion and m.full and m.number is None and m.date is None
        if not report.deed(m.deed).issuer and report.deed(m.deed).number and free_deed(report, report.deed(m.deed))
    ]


def cited_once(report: TrueReport) -> list[Mention]:
    """Citations in full of a document that is cited nowhere else."""
    shown = shown_mentions(report)
    alone = [m for m in shown if m.full and m.date is None and sum(other.deed == m.deed for other in shown) == 1]
    return [m for m in alone if free_deed(report, report.deed(m.deed))]
