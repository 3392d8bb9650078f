"""Old Word files converted by LibreOffice: how many a second on two cores, and what memory it takes in the long run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from corpus.bench.environment import HOUSE
from corpus.bench.usage import children_spent, resident
from corpus.generate import Order, generate

DISTINCT = 20  # reports, converted again and again
EVERY = 40  # files between two looks at the memory
JOBS = 2


@dataclass(frozen=True, slots=True)
class Conversions:
    """So many files by so many processes: seconds, CPU seconds, and the greatest LibreOffice's MB after so many."""

    files: int
    jobs: int
    wall: float
    cpu: float
    memory: Mapping[int, float]

    @property
    def a_second(self) -> float:
        """Files a second, LibreOffice's start included."""
        return self.files / self.wall

    @property
    def a_second_of_cores(self) -> float:
        """What it would be if the cores had nothing else to do."""
        return self.files * self.jobs / self.cpu

    @property
    def growth(self) -> float:
        """Memory after the last file over that after the first ones."""
        sizes = list(self.memory.values())
        return sizes[-1] / sizes[0]


def conversions(count: int, seed: int, scratch: Path) -> Conversions:
    """`count` conversions of reports made for it, by as many processes as there are cores to be used."""
    generate(Order(scratch, DISTINCT, seed, ("doc",)))
    files = sorted((scratch / "reports").iterdir())
    print(f"bench: {count} old Word files…", file=sys.stderr)
    begin, spent = perf_counter(), children_spent()
    workers = [_started(list(islice(cycle(files), n, count, JOBS))) for n in range(JOBS)]
    told = [json.loads(worker.communicate()[0]) for worker in workers]
    wall = perf_counter() - begin
    memory = {int(n): max(one[n] for one in told) for n in told[0]}
    return Conversions(count, JOBS, wall, children_spent() - spent, memory)


def _started(files: Sequence[Path]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "corpus.bench.old_files", *map(str, files)]
    return subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True)


def main(files: Sequence[str]) -> None:
    """Converts the files one after the other; prints LibreOffice's memory after every so many of them."""
    from parsers import office

    memory = {}
    for number, file in enumerate(files, 1):
        office.docx_of(Path(file).read_bytes(), "doc")
        if number % EVERY == 0 or number == len(files):
            memory[number] = resident(os.getpid()) - resident(os.getpid(), alone=True)
    office.close()
    print(json.dumps(memory))


if __name__ == "__main__":
    main(sys.argv[1:])
