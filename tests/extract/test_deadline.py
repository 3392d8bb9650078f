"""A report that never ends costs itself and no other."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract import audit, deadline, workers
from extract.outcome import Request
from extract.sources import Source
from parsers import page_count
from parsers.failures import TooSlow
from parsers.ocr import Ocr
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


def test_a_limit_grows_by_what_is_granted() -> None:
    with pytest.raises(TooSlow) as failure, deadline.within(0.05) as grant:
        grant(0.05)
        time.sleep(0.07)
        time.sleep(60)
    assert failure.value.facts == {"seconds": "0.1"}


def test_a_limit_grows_with_the_pages_of_a_large_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    for _ in range(40):
        canvas.showPage()
    canvas.save()
    assert deadline.seconds_of_pages(path, Ocr.AUTO) == 0  # small: opened only once, to be read
    monkeypatch.setattr(page_count, "FEW_BYTES", 1)
    assert deadline.seconds_of_pages(path, Ocr.AUTO) == 40 * deadline.SECONDS_A_PAGE
    assert deadline.seconds_of_pages(path, Ocr.NEVER) == 0
    assert deadline.seconds_of_pages(tmp_path / "none.pdf", Ocr.AUTO) == 0


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
