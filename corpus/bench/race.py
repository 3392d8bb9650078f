"""All contestants read the same files, in turns that alternate, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.bench.environment import HOUSE, Environment
from corpus.bench.field import Contestant
from corpus.tables import Cells, cells_of

BUDGET_S = 20.0  # CPU seconds: a contestant whose turns have taken this has no more of them


@dataclass(frozen=True, slots=True)
class Run:
    """What one contestant did: in each turn the CPU seconds of each file; the tables of each file; why it failed on it.

    A failure of "" is none.
    """

    contestant: Contestant
    turns: tuple[tuple[float, ...], ...]
    tables: tuple[tuple[Cells, ...], ...]
    told: tuple[str, ...]

    @property
    def failures(self) -> tuple[str, ...]:
        """The failures that there were."""
        return tuple(filter(None, self.told))

    @property
    def seconds(self) -> float:
        """The least CPU time of its turns, over all files."""
        return min(map(sum, self.turns))

    def seconds_on(self, files: Sequence[int]) -> float:
        """The least CPU time of its turns over some of the files, by their number."""
        return min(sum(turn[file] for file in files) for turn in self.turns)


class Worker:
    """The process of one contestant; `read` is one turn."""

    def __init__(self, contestant: Contestant, where: Mapping[bool, Environment]) -> None:
        self.contestant = contestant
        command = [str(where[contestant.house].python), "-m", "corpus.bench.worker", contestant.reader]
        self.process = subprocess.Popen(
            command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def read(self, files: Sequence[Path], *, tables: bool = False) -> list[dict[str, Any]]:
        """What it answers on the files; a process that died has read none of them."""
        request = json.dumps({"files": [str(file) for file in files], "tables": tables})
        assert self.process.stdin and self.process.stdout
        try:
            print(request, file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            raise SystemExit(f"bench: the process of {self.contestant.name} died (exit {self.process.wait()})")
        read: list[dict[str, Any]] = json.loads(answer)
        return read

    def end(self) -> None:
        """Lets the process go."""
        self.process.communicate()


def race(
    contestants: Sequence[Contestant], files: Sequence[Path], where: Mapping[bool, Environment], turns: int
) -> list[Run]:
    """Every contestant on all files: a first turn that gives the tables, then `turns` more."""
    workers = [Worker(contestant, where) for contestant in contestants]
    try:
        first = [_first(worker, files) for worker in workers]
        times = [[_cpu(read)] for read in first]
        for _turn in range(turns):
            for n, worker in enumerate(workers):
                if sum(map(sum, times[n])) < BUDGET_S:
                    times[n].append(_cpu(worker.read(files)))
    finally:
        for worker in workers:
            worker.end()
    return [_run(worker.contestant, read, taken) for worker, read, taken in zip(workers, first, times, strict=True)]


def _first(worker: Worker, files: Sequence[Path]) -> list[dict[str, Any]]:
    """The turn that gives the tables; one file before it takes the imports."""
    print(f"bench: {worker.contestant.name} on {len(files)} files…", file=sys.stderr)
    worker.read(files[:1])
    return worker.read(files, tables=True)


def _cpu(read: Sequence[Mapping[str, Any]]) -> tuple[float, ...]:
    return tuple(one["cpu"] for one in read)


def _run(contestant: Contestant, first: Sequence[Mapping[str, Any]], times: Sequence[tuple[float, ...]]) -> Run:
    return Run(
        contestant,
        tuple(times),
        tuple(tuple(cells_of(table) for table in one["tables"]) for one in first),
        tuple(one["failed"] for one in first),
    )


def ratio(ours: Run, theirs: Run) -> float:
    """Our least time over their least, which the machine's other work touches less than any mean.

    On the files that both can read: one that gives up on a file has spent less on it than reading it takes.
    """
    both = [file for file, told in enumerate(zip(ours.told, theirs.told, strict=True)) if not any(told)]
    return ours.seconds_on(both) / theirs.seconds_on(both) if both else float("nan")
