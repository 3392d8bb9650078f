"""The program from outside on whole folders: reports a minute, CPU a report, peak memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.bench.usage import Usage, usage_of

PROGRAM = (sys.executable, "-m", "extract", "check", "--quiet", "--exit-zero")
SIZES = (10, 100, 1000)  # reports
JOBS = (1, 2)


@dataclass(frozen=True, slots=True)
class Batch:
    """One run of `check`."""

    kind: str
    reports: int
    jobs: int
    usage: Usage

    @property
    def a_minute(self) -> float:
        """Reports a minute of wall time."""
        return 60 * self.reports / self.usage.wall

    @property
    def cpu_a_report(self) -> float:
        """CPU seconds a report, the start of the program and its processes included."""
        return self.usage.cpu / self.reports


def batches(kind: str, files: Sequence[Path], sizes: Sequence[int], scratch: Path) -> list[Batch]:
    """`check` on the first files of each size, with each number of jobs."""
    done = []
    for size in sizes:
        folder = scratch / f"{kind}-{size}"
        folder.mkdir()
        for file in files[:size]:
            os.link(file, folder / file.name)
        for jobs in JOBS:
            print(f"bench: check on {size} reports ({kind}), {jobs} jobs…", file=sys.stderr)
            table = str(scratch / "findings.csv")
            done.append(Batch(kind, size, jobs, usage_of([*PROGRAM, str(folder), "-o", table, "--jobs", str(jobs)])))
    return done


def generation(folder: Path, count: int, seed: int) -> Usage:
    """What it takes to generate so many DOCX reports with two jobs."""
    print(f"bench: generating {count} reports…", file=sys.stderr)
    making = [sys.executable, "-m", "corpus", "generate", str(folder), "--count", str(count), "--seed", str(seed)]
    return usage_of([*making, "--formats", "docx", "--jobs", "2"])


def growth(found: Sequence[Batch], jobs: int, sizes: tuple[int, int]) -> float | None:
    """Of DOCX: the largest process's peak at the greater size over that at the smaller; None where one was not run."""
    peaks = {batch.reports: batch.usage.largest for batch in found if batch.jobs == jobs and batch.kind == "DOCX"}
    small, great = (peaks.get(size) for size in sizes)
    return great / small if small and great else None
