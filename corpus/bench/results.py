"""All that one run of the bench has measured, and the targets that it is held to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.bench.agreement import F1, Agreement, macro
from corpus.bench.batches import Batch, growth
from corpus.bench.field import CAMELOT, DOCX_FLOOR, HYBRID, OURS, PDF_FLOOR, PDFPLUMBER, ROW_CELLS, STREAM, Contestant
from corpus.bench.growth import Step, flatness
from corpus.bench.other_forms import OtherForms, bounds
from corpus.bench.race import Run, ratio
from corpus.bench.usage import Usage

GENERATED = 1000  # reports


@dataclass(frozen=True, slots=True)
class Reading:
    """One format: who read the same files how fast, and how well the tables of each file agree with the truth."""

    kind: str
    files: int
    pages: int | None
    runs: tuple[Run, ...]
    agreements: Mapping[str, Sequence[Agreement]]

    def run_of(self, contestant: Contestant) -> Run | None:
        """The run of a contestant; None where it could not take part."""
        return next((run for run in self.runs if run.contestant.name == contestant.name), None)


@dataclass(frozen=True, slots=True)
class PublicSet:
    """The public table set: F1 of each contestant a document, and which documents are ruled."""

    ruled: Mapping[str, bool]
    scores: Mapping[str, Mapping[str, F1]]

    def mean(self, name: str, *, ruled_only: bool) -> float:
        """The macro F1 of a contestant, over all documents or the ruled ones."""
        return macro([score for file, score in self.scores[name].items() if self.ruled[file] or not ruled_only])


@dataclass(frozen=True, slots=True)
class Results:
    """Everything; what was not run is None or empty."""

    versions: Mapping[str, str]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]
    generated: Usage | None = None
    batches: tuple[Batch, ...] = ()
    growths: Mapping[str, Sequence[Step]] = field(default_factory=dict)
    public: PublicSet | None = None
    forms: OtherForms = field(default_factory=OtherForms)


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that is held to a bound: `most` above which, or below which (`least`), it fails."""

    name: str
    value: float
    most: float | None = None
    least: float | None = None

    @property
    def met(self) -> bool:
        """The figure keeps to its bound."""
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)


def targets(results: Results) -> list[Target]:
    """Every target that this run has a figure for."""
    return [
        *_of_reading(results.readings),
        *(Target(*bound) for bound in bounds(results.forms)),
        *_of_batches(results),
        *_of_growth(results),
        *_of_public(results.public),
    ]


def _of_reading(readings: Sequence[Reading]) -> list[Target]:
    bounds = (("PDF", PDFPLUMBER, 0.1), ("PDF", PDF_FLOOR, 4.0), ("DOCX", ROW_CELLS, 0.25), ("DOCX", DOCX_FLOOR, 5.0))
    found = []
    for reading in readings:
        ours = reading.run_of(OURS)
        for kind, other, most in bounds:
            theirs = reading.run_of(other)
            if kind == reading.kind and ours and theirs:
                found.append(Target(f"reading a {kind} / {other.name}", ratio(ours, theirs), most))
        if reading.kind == "PDF":
            share = exact_share(reading.agreements[OURS.name])
            found.append(Target("exact tables, PDF", share, least=0.98))
    return found


def exact_share(agreements: Sequence[Agreement]) -> float:
    """Exact tables over all tables."""
    return sum(one.exact for one in agreements) / max(1, sum(one.tables for one in agreements))


def _of_batches(results: Results) -> list[Target]:
    found = []
    for jobs in (1, 2):
        grown = growth(results.batches, jobs, (100, 1000))
        if grown is not None:
            found.append(Target(f"peak memory, 1,000 reports / 100 reports, {jobs} jobs", grown, 1.15))
    if results.generated:
        found.append(Target("generating 1,000 DOCX reports, CPU seconds", results.generated.cpu, 180.0))
        found.append(Target("generating 1,000 DOCX reports, wall seconds", results.generated.wall, 180.0))
    return found


def _of_growth(results: Results) -> list[Target]:
    return [
        Target(f"seconds a page, 500 pages / 50 pages ({name})", flatness(steps, 50), 1.15)
        for name, steps in results.growths.items()
        if name.startswith("PDF")
    ]


def _of_public(public: PublicSet | None) -> list[Target]:
    if public is None:
        return []
    return [
        Target(f"public set: F1 above that of {other.name}, {which}", ahead, least=least)
        for other in (PDFPLUMBER, CAMELOT, STREAM, HYBRID)
        if other.name in public.scores
        for which, least, only in (("ruled documents", 0.05, True), ("all documents", 0.0, False))
        for ahead in [public.mean(OURS.name, ruled_only=only) - public.mean(other.name, ruled_only=only)]
    ]
