"""A limit on the time that one report may take: one that never ends costs itself, and no other."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from time import process_time

from parsers.failures import TooSlow
from parsers.ocr import Ocr
from parsers.page_count import count_pictured

SECONDS = 300.0  # by the clock; a report takes a tenth of one, a PDF of 500 pages some 3
SECONDS_A_PAGE = 20.0  # more, for each page that may be a picture: one takes 5, on a busy machine 15
GRACE = 60.0  # seconds more, of the processor's time, for code that does not answer the clock
AGAIN = 5.0  # seconds until the clock strikes again, should the first stroke have fallen on deaf ears


@contextmanager
def within(seconds: float) -> Iterator[Callable[[float], None]]:
    """Raises `TooSlow` in what runs longer than that; where the system has no such clock, or in a thread, nothing.

    What it gives grants more seconds, once it is known that there is more to do.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield lambda _more: None
        return
    granted = seconds

    def stop(_signal: int, _frame: object) -> None:
        raise TooSlow(seconds=f"{granted:g}")

    def grant(more: float) -> None:
        nonlocal granted
        granted += more
        signal.setitimer(signal.ITIMER_REAL, signal.getitimer(signal.ITIMER_REAL)[0] + more, AGAIN)
        if multiprocessing.parent_process() is not None:  # the program itself is not killed for a report
            limit_processor(granted + GRACE)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    grant(0)
    try:
        yield grant
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds_of_pages(path: Path, ocr: Ocr) -> float:
    """How much longer a file may take for its pages that may have to be read from how they look."""
    return 0.0 if ocr is Ocr.NEVER else SECONDS_A_PAGE * count_pictured(path)


def limit_processor(seconds: float) -> None:
    """Has the system end this process when it has used so much more time: a loop in a C library hears no clock."""
    import resource  # not on Windows, like the clock above

    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    limit = ceil(process_time() + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))
