"""One report out of nothing: school, figures, documents, text; correct in every part."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.deeds import invent_deeds
from corpus.evidence import with_evidence
from corpus.figures import invent_groups
from corpus.layouts.plan import Plan
from corpus.prose import CITING
from corpus.schools import invent_header, invent_school, year_text
from corpus.truth import Mention, Told, TrueReport, TrueStatement
from corpus.voice import Voice


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
    names = {"school_self": report.school.self_name, "school_self_lower": report.school.self_name.lower()}
    told = [
        Told("basis", rng.choice(["Thực hiện {};", "Căn cứ {};"]), Mention("ministry")),
        Told("basis", rng.choice(["Thực hiện {};", "Căn cứ {};"]), Mention(rng.choice(["upper_plan", "upper_letter"]))),
    ]
    for key, forms in CITING.items():
        if rng.random() < 0.7:
            sentence = rng.choice(forms)
            for name, text in names.items():
                sentence = sentence.replace("{" + name + "}", text)
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
