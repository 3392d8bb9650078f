"""What a command and all its processes use: seconds and memory, from /proc (Linux)."""

from __future__ import annotations

import os
import re
import resource
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

from corpus.bench.environment import HOUSE

EVERY_S = 0.02  # seconds between two looks; what a process uses after the last look is not seen
MB = 1024  # kB, in which /proc counts


@dataclass(frozen=True, slots=True)
class Usage:
    """`largest`: the peak of the process that needed most; `together`: the most that all had at one moment; MB.

    Pages that processes share are counted in each, so `together` is an upper bound.
    """

    wall: float
    cpu: float
    largest: float
    together: float
    processes: int


def usage_of(command: Sequence[str]) -> Usage:
    """Runs the command in the project's folder to its end; exit code 1 (errors were found) is an end like any other."""
    begin = perf_counter()
    process = subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    peaks: dict[int, float] = {}
    times: dict[int, float] = {}
    together = 0.0
    while process.poll() is None:
        running = family(process.pid)
        for pid in running:
            peaks[pid] = max(peaks.get(pid, 0.0), _memory(pid, "VmHWM"))
            times[pid] = max(times.get(pid, 0.0), _cpu(pid))
        together = max(together, sum(_memory(pid, "VmRSS") for pid in running))
        sleep(EVERY_S)
    said = process.stderr.read() if process.stderr else ""
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{said[-2000:]}")
    wall = perf_counter() - begin
    return Usage(wall, sum(times.values()), max(peaks.values(), default=0.0), together, len(peaks))


def spent_by(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """CPU seconds of a command and of all that it has waited for; exit code 1 is an end like any other."""
    before = children_spent()
    ran = subprocess.run(command, cwd=HOUSE, env={**os.environ, **environment}, capture_output=True, check=False)
    if ran.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {ran.returncode}:\n{ran.stderr[-2000:].decode()}")
    return children_spent() - before


def children_spent() -> float:
    """CPU seconds of all processes that have been waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def resident(pid: int, *, alone: bool = False) -> float:
    """MB in memory of a process, with all that descend from it or alone."""
    return sum(_memory(one, "VmRSS") for one in ([pid] if alone else family(pid)))


def family(pid: int) -> list[int]:
    """The process and all that descend from it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    except OSError:
        children = []
    return [pid, *(other for child in children for other in family(int(child)))]


def _memory(pid: int, field: str) -> float:
    """MB of a process by the field's name; 0 once it has ended."""
    try:
        return megabytes(Path(f"/proc/{pid}/status").read_text("utf-8"), field)
    except OSError:
        return 0.0


def megabytes(status: str, field: str) -> float:
    """A field of /proc/PID/status in MB; 0 where it is missing (a process that is just ending)."""
    found = re.search(rf"^{field}:\s+(\d+) kB", status, re.MULTILINE)
    return int(found[1]) / MB if found else 0.0


def _cpu(pid: int) -> float:
    """CPU seconds of a process alone."""
    try:
        return cpu_seconds(Path(f"/proc/{pid}/stat").read_text("utf-8"), os.sysconf("SC_CLK_TCK"))
    except OSError:
        return 0.0


def cpu_seconds(stat: str, ticks: int) -> float:
    """User and system time of /proc/PID/stat; the name before them may hold spaces and brackets."""
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / ticks
