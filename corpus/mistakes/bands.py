"""Evidence whose own figure has another score: only a criterion set with bands says so, and the official has none.

These changes stand apart from the others, because their reports must be checked with `set_with_bands`.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

from corpus.figures import total
from corpus.mistakes.choosing import (
    Injured,
    carried_up,
    deeds_of,
    evidence_of,
    free_criteria,
    is_free,
    take,
    take_figures,
)
from corpus.official import SET_FILE
from corpus.spelling import plain
from corpus.truth import Expected, Figure, TrueCriterion, TrueReport, with_criterion

BANDED = "1.4"
STEPS = {100: Decimal(5), 200: Decimal(10)}  # so many materials and more: so many points; fewer than the first: none
LINE = 'bands = { unit = "học liệu", steps = [{ from = "100", score = "5" }, { from = "200", score = "10" }] }'
FORMS = ["Tổng số: {} học liệu", "{} học liệu đã được phê duyệt", "Kho học liệu số gồm {} học liệu"]


def set_with_bands(folder: Path) -> Path:
    """The official set's file with bands for 1.4, written into the folder."""
    text = SET_FILE.read_text(encoding="utf-8")
    head, mark, rest = text.partition(f'id = "{BANDED}"\n')
    title, known, tail = rest.partition('known = "official"\n')
    path = folder / "with-bands.toml"
    path.write_text(f"{head}{mark}{title}{known}  {LINE}\n{tail}", encoding="utf-8")
    return path


def _counted(report: TrueReport, rng: Random) -> tuple[TrueReport, TrueCriterion, Decimal] | None:
    """The report with a number of materials as the evidence of 1.4, and the points that the number has."""
    banded = [c for c in free_criteria(report) if c.id == BANDED and is_free(report, evidence_of(c.id), *deeds_of(c))]
    if not banded or not report.shape.evidence:
        return None
    count = rng.choice([rng.randint(20, 99), 100, rng.randint(101, 199), 200, rng.randint(201, 900)])
    points = max((points for least, points in STEPS.items() if count >= least), default=Decimal(0))
    criterion = replace(banded[0], evidence=(rng.choice(FORMS).format(count),))
    return take(with_criterion(report, criterion), evidence_of(BANDED)), criterion, points


def figure_of_another_band(report: TrueReport, rng: Random) -> Injured:
    """The number of materials has other points than those claimed."""
    counted = _counted(report, rng)
    if counted is None:
        return None
    report, criterion, points = counted
    score = total([criterion.score])
    if score == points:
        return None
    expected = Expected("evidence-score", BANDED, "appendix", plain(score), plain(points), "appendix")
    return take_figures(report, BANDED), {expected}


def figure_in_its_band(report: TrueReport, rng: Random) -> TrueReport | None:
    """The number of materials has just the points claimed, often at a bound: a trap."""
    counted = _counted(report, rng)
    if counted is None:
        return None
    report, criterion, points = counted
    return take_figures(carried_up(report, replace(criterion, score=Figure(points))), BANDED)


WITH_BANDS = (figure_of_another_band, figure_in_its_band)
