"""A report that never ends costs itself and no other."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from extract import audit, deadline, workers
from extract.outcome import Request
from extract.sources import Source
from parsers.failures import TooSlow
from rules import messages
from tests.extract.makers import deaf

SOURCE = Source(Path("a.docx"), "a.docx")


def sleep(*_: object) -> None:
    time.sleep(60)


def turn_in_circles(*_: object) -> None:
    while True:
        pass


def test_what_ends_in_time_is_left_alone() -> None:
    with deadline.within(60):
        done = True
    assert done
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_thread_has_no_clock_and_no_limit() -> None:
    def run() -> None:
        with deadline.within(0.01):
            time.sleep(0.05)
        ended.append(True)

    ended: list[bool] = []
    thread = Thread(target=run)
    thread.start()
    thread.join()
    assert ended == [True]


@pytest.mark.parametrize(
    "reader", [pytest.param(sleep, id="waiting for ever"), pytest.param(turn_in_circles, id="turning in circles")]
)
def test_a_reader_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch, reader: Callable[..., None]) -> None:
    monkeypatch.setattr(deadline, "SECONDS", 0.05)
    monkeypatch.setattr(audit, "read", reader)
    outcome = audit.audit(SOURCE, Request())
    (finding,) = outcome.findings
    assert (outcome.unreadable, outcome.trace, finding.variant) == (True, "", TooSlow.reason)
    assert all("0.05" in messages.sentence(finding, language) for language in messages.LANGUAGES)


def test_a_process_that_hears_no_clock_is_ended_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "audit_bundle", deaf)
    names = ["a", "deaf", "b", "c"]
    found = list(workers.outcomes([Source(Path(name), name) for name in names], Request(), 2))
    assert [one.report for one in found] == names
    assert [one.report for one in found if one.unreadable] == ["deaf"]
