"""One report out of nothing: school, figures, documents, text; correct in every part."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.deeds import invent_deeds
from corpus.evidence import with_evidence
from corpus.figures import invent_groups
from corpus.layouts.plan import Plan
from corpus.schools import invent_header, invent_school, year_text
from corpus.truth import Mention, Told, TrueReport, TrueStatement
from corpus.voice import Voice
from corpus.wording import prose_words


def invent_report(rng: Random, number: int, plan: Plan, voice: Voice) -> TrueReport:
    """A clean report in the given layout."""
    school = invent_school(rng, number)
    header = invent_header(rng, school)
    deeds = invent_deeds(rng, school, header, year_text(header.year, voice.year))
    groups = with_evidence(rng, invent_groups(rng))
    report = TrueReport(school, header, plan.shape, groups, deeds, (), ())
    return _with_statements(rng, _with_told(rng, report))


def _with_told(rng: Random, report: TrueReport) -> TrueReport:
    """The report with the basis, and sentences citing some of its own documents."""
    own = report.school.self_name
    told = [
        Told("basis", rng.choice(["Thực hiện {};", "Căn cứ {};"]), Mention("ministry")),
        Told("basis", rng.choice(["Thực hiện {};", "Căn cứ {};"]), Mention(rng.choice(["upper_plan", "upper_letter"]))),
    ]
    for key, forms in prose_words()["citing"].items():
        if rng.random() < 0.6:
            sentence = rng.choice(forms).replace("{Self}", own).replace("{self}", own.lower())
            told.append(Told("done", sentence, Mention(key)))
    return replace(report, told=tuple(told))


def _with_statements(rng: Random, report: TrueReport) -> TrueReport:
    """The report with what its text says of each group: always something where the table has no totals."""
    told = rng.random()
    places = ["text", "closing"] if told < 0.3 else ["text"] if told < 0.85 else ["closing"]
    if told > 0.95 and report.shape.group_scores:
        places = []
    with_level = rng.random() < 0.85
    return replace(
        report,
        statements=tuple(
            TrueStatement(g.id, where, g.score.value, g.level if with_level else None)
            for where in places
            for g in report.groups
        ),
    )
