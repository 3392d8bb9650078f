"""A folder of invented reports with their truth: `OUT/reports/*` and `OUT/truth.json`."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from corpus.compose import compose
from corpus.invent import invent_report
from corpus.layouts.named import LAYOUTS, varied
from corpus.mistakes import injured
from corpus.paper import Paper
from corpus.scans.pack import PRINTS, Ordered, printed_as, write_reports
from corpus.tables import tables_of
from corpus.traps import trapped
from corpus.truth_file import truth_of, write_truths
from corpus.voice import invent_voice

CLEAN = 0.36  # share of reports without a mistake; a few more have none because none applied


@dataclass(frozen=True, slots=True)
class Order:
    """What to generate. `formats` come in turn; `clean` leaves every report correct."""

    out: Path
    count: int
    seed: int
    formats: tuple[str, ...] = ("docx",)
    clean: bool = False
    layouts: tuple[str, ...] = ()
    jobs: int = 2


def generate(order: Order) -> None:
    """Writes the reports and the truth; a report depends on the seed and its own number only."""
    folder = order.out / "reports"
    for old in (folder, order.out / PRINTS):
        if old.exists():
            shutil.rmtree(old)
    folder.mkdir(parents=True)
    parts = [range(start, order.count, order.jobs) for start in range(order.jobs)]
    with ProcessPoolExecutor(order.jobs) as pool:
        done = [entry for entries in pool.map(_write_part, [(order, part) for part in parts]) for entry in entries]
    done.sort(key=lambda entry: entry["file"])
    write_truths(order.out / "truth.json", {"seed": order.seed, "count": order.count}, done)


def _write_part(task: tuple[Order, Sequence[int]]) -> list[dict[str, Any]]:
    """The truths of one worker's reports; their files are written on the way."""
    order, numbers = task
    made = [(number, *report_and_truth(order, number)) for number in numbers]
    ordered = [Ordered(number, order.formats[number % len(order.formats)], paper) for number, paper, _ in made]
    written = write_reports(ordered, order.out, order.seed)
    return [
        {"file": facts["file"], "format": one.kind, **truth, **_with_wear(truth, facts)}
        for facts, one, (_, _, truth) in zip(written, ordered, made, strict=True)
    ]


def _with_wear(truth: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    """What is said of a scan beside its report's truth."""
    scan = facts.get("scan")
    return {"features": (*truth["features"], *scan["features"]), "scan": scan} if scan else {}


def report_and_truth(order: Order, number: int) -> tuple[Paper, dict[str, Any]]:
    """The paper and the truth of one report."""
    rng = Random(f"{order.seed}:{number}")
    layouts = [layout for layout in LAYOUTS if not order.layouts or layout.__name__ in order.layouts]
    # Formats alternate with the number, so layouts are drawn, or each would come in one format only.
    plan = varied(rng.choice(layouts)(rng), rng)
    voice = invent_voice(rng)
    if plan.score_form:
        voice = replace(voice, score=plan.score_form)
    report = invent_report(rng, number, plan, voice)
    clean = order.clean or rng.random() < CLEAN
    report = trapped(report, rng, rng.randint(0, 4) if clean else rng.randint(0, 2))
    report, expected = (report, set()) if clean else injured(report, rng)
    paper = compose(report, plan, voice, rng)
    kind = printed_as(order.formats[number % len(order.formats)], number)
    return paper, {
        "features": (*plan.features, *voice.features, *paper.features),
        **truth_of(report, voice, expected),
        "tables": tables_of(paper, kind),
    }
