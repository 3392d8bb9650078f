"""What a command and all its processes use: seconds and memory, from /proc (Linux)."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
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
