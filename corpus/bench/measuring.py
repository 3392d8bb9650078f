"""One run of the bench: everything that the plan asks for, on files made for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from corpus.bench import other_forms
from corpus.bench.agreement import agreement
from corpus.bench.batches import SIZES, Batch, batches, generation
from corpus.bench.environment import Environment
from corpus.bench.field import FIELD, PUBLIC_FIELD, environments
from corpus.bench.growth import Step, growth_of_pages, growth_of_rows, one_table
from corpus.bench.public import ruled, score, sheets
from corpus.bench.race import race
from corpus.bench.results import GENERATED, PublicSet, Reading, Results
from corpus.bench.rulings import edges_of
from corpus.bench.usage import Usage
from corpus.generate import Order, generate

FORMATS = {"PDF": ("pdf", "pdf2"), "DOCX": ("docx", "docx-word", "docx-lo")}
PARTS = ("reading", "batches", "growth", "public", *other_forms.PARTS)
BY_PEERS = ("reading", "public")  # the parts that others take part in
TURNS = 5  # after the one that warms up
PUBLIC_TURNS = 0
PDF_BATCH = 100  # reports

Where = Mapping[bool, Environment]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure: `parts` are some of PARTS; `public` is the folder of the public set."""

    count: int
    seed: int
    parts: frozenset[str]
    public: Path | None


def measure(plan: Plan) -> Results:
    """Everything that the plan asks for."""
    with_peers = not plan.parts.isdisjoint(BY_PEERS)
    where = environments(with_peers=with_peers)
    generated, done = (None, ()) if "batches" not in plan.parts else _batches(plan)
    return Results(
        versions={**where[True].versions, **where[False].versions},
        missing=tuple(one.name for one in FIELD if with_peers and not one.takes_part(where)),
        readings=tuple(_reading(plan, kind, where) for kind in FORMATS if "reading" in plan.parts),
        generated=generated,
        batches=done,
        growths=_growths(plan, where) if "growth" in plan.parts else {},
        public=_public(plan.public, where) if plan.public and "public" in plan.parts else None,
        forms=other_forms.measured(plan.parts, plan.seed),
    )


def _reading(plan: Plan, kind: str, where: Where) -> Reading:
    """All who read this kind of file, on the same reports."""
    suffix = kind.lower()
    field = [one for one in FIELD if suffix in one.formats and one.takes_part(where)]
    with TemporaryDirectory(prefix="corpus-bench-") as name:
        folder = Path(name)
        generate(Order(folder, plan.count, plan.seed, FORMATS[kind]))
        truths = _truths(folder)
        files = [folder / "reports" / file for file in truths]
        runs = tuple(race(field, files, where, TURNS))
        pages = sum(_page_count(file) for file in files) if kind == "PDF" else None
    agreements = {
        run.contestant.name: [
            agreement(truth["tables"], read) for truth, read in zip(truths.values(), run.tables, strict=True)
        ]
        for run in runs
        if run.contestant.tables
    }
    return Reading(kind, len(files), pages, runs, agreements)


def _truths(folder: Path) -> dict[str, Mapping[str, Any]]:
    """The truth of each report, by file."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return {report["file"]: report for report in truth["reports"]}


def _page_count(file: Path) -> int:
    from pypdfium2 import PdfDocument

    with PdfDocument(file) as document:
        return len(document)


def _batches(plan: Plan) -> tuple[Usage, tuple[Batch, ...]]:
    """The program on whole folders; the DOCX reports are those whose generation is measured."""
    with TemporaryDirectory(prefix="corpus-bench-") as name:
        scratch = Path(name)
        generated = generation(scratch / "docx", GENERATED, plan.seed)
        generate(Order(scratch / "pdf", PDF_BATCH, plan.seed, FORMATS["PDF"]))
        docx, pdf = (sorted((scratch / kind / "reports").iterdir()) for kind in ("docx", "pdf"))
        return generated, (*batches("DOCX", docx, SIZES, scratch), *batches("PDF", pdf, (PDF_BATCH,), scratch))


def _growths(plan: Plan, where: Where) -> dict[str, list[Step]]:
    """How the time grows: two kinds of PDF, one of DOCX."""
    with TemporaryDirectory(prefix="corpus-bench-") as name:
        scratch = Path(name)
        generate(Order(scratch, 1, plan.seed, ("pdf",), clean=True))
        report = next((scratch / "reports").iterdir())
        return {
            "PDF, reports in a row": growth_of_pages(report, scratch, where),
            "PDF, one table": growth_of_pages(one_table(scratch), scratch, where),
            "DOCX, one table": growth_of_rows(scratch, where),
        }


def _public(folder: Path, where: Where) -> PublicSet:
    """The public set, read by those who are compared on it."""
    found = sheets(folder)
    field = [one for one in PUBLIC_FIELD if one.takes_part(where)]
    runs = race(field, [sheet.pdf for sheet in found], where, PUBLIC_TURNS)
    return PublicSet(
        {sheet.pdf.stem: ruled(sheet, edges_of(sheet.pdf)) for sheet in found},
        {
            run.contestant.name: {
                sheet.pdf.stem: score(sheet, read) for sheet, read in zip(found, run.tables, strict=True)
            }
            for run in runs
        },
    )
