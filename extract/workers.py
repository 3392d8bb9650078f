"""Sources -> Outcomes in the same order, on local processes; a process that dies costs only the report it was on."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from time import monotonic

from extract import deadline
from extract.assembling import audit_bundle
from extract.audit import defect, unreadable
from extract.outcome import Outcome, Request
from extract.parts import Bundle, bundles
from extract.sources import Source
from parsers.failures import TooSlow

AHEAD = 4  # reports handed out per process before the oldest is back: keeps all busy and memory constant

Flight = tuple[Bundle, "Future[tuple[Outcome, ...]]"]


def outcomes(sources: Sequence[Source], request: Request, jobs: int) -> Iterator[Outcome]:
    """The outcome of every source, in order; one for several that are parts of one report.

    `jobs` 0 means as many processes as there are cores.
    """
    waiting = bundles(sources)
    processes = min(jobs or available_cores(), len(waiting))
    if processes > 1:
        yield from in_processes(waiting, request, processes)
    else:
        for bundle in waiting:
            yield from audit_bundle(bundle, request)


def available_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_processes(handed: Sequence[Bundle], request: Request, processes: int) -> Iterator[Outcome]:
    """The outcomes, in order, from a pool that is made anew whenever one of its processes has died."""
    waiting = deque(handed)
    flying: deque[Flight] = deque()
    pool = pool_of(processes)
    try:
        while waiting or flying:
            try:
                hand_out(waiting, flying, pool, request, processes * AHEAD)
                found = flying[0][1].result()
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                yield from recovered(flying, request)
                flying.clear()
                pool = pool_of(processes)
                continue
            flying.popleft()
            yield from found
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def hand_out(
    waiting: deque[Bundle], flying: deque[Flight], pool: ProcessPoolExecutor, request: Request, limit: int
) -> None:
    """Gives out bundles until `limit` are with the pool."""
    while waiting and len(flying) < limit:
        flying.append((waiting[0], pool.submit(audit_bundle, waiting[0], request)))
        waiting.popleft()


def recovered(flying: Sequence[Flight], request: Request) -> Iterator[Outcome]:
    """Outcomes of what was with a pool that broke: those that were done, and the others each file tried alone."""
    for bundle, future in flying:
        if future.done() and future.exception() is None:
            yield from future.result()
        else:
            yield from (alone(source, request) for source in bundle.sources)


def alone(source: Source, request: Request) -> Outcome:
    """The outcome of one source in a process of its own: if that dies, this source is what kills it."""
    begun = monotonic()
    with pool_of(1) as pool:
        try:
            return pool.submit(audit_bundle, Bundle((source,)), request).result()[0]
        except BrokenProcessPool as error:
            if monotonic() - begun > deadline.SECONDS:
                return unreadable(source, TooSlow.reason, {"seconds": f"{deadline.SECONDS:g}"})
            return defect(source, "the process that read it died", str(error))


def pool_of(processes: int) -> ProcessPoolExecutor:
    """A pool whose processes are clean: forked from a small server where the system can do that, else started anew."""
    # Else a new interpreter would look into the current folder first, and a user's folder may hold a `rules/`.
    os.environ["PYTHONSAFEPATH"] = "1"
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    context.set_forkserver_preload(["extract.assembling", "extract.warm"])
    return ProcessPoolExecutor(processes, mp_context=context, initializer=leave_interrupts_to_parent)


def leave_interrupts_to_parent() -> None:
    """Ctrl-C reaches every process of the terminal; only the parent answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
