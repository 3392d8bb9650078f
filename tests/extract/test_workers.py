"""Local processes: order is kept, a process that dies costs its own report and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import workers
from extract.outcome import Outcome, Request
from extract.sources import Source
from tests.extract.makers import deadly


def run(monkeypatch: pytest.MonkeyPatch, names: list[str], jobs: int) -> list[Outcome]:
    monkeypatch.setattr(workers, "audit_bundle", deadly)
    return list(workers.outcomes([Source(Path(name), name) for name in names], Request(), jobs))


def test_one_file_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "pool_of", None)
    assert [one.report for one in run(monkeypatch, ["a"], 8)] == ["a"]


def test_one_job_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "pool_of", None)
    assert [one.report for one in run(monkeypatch, ["a", "b"], 1)] == ["a", "b"]


def test_no_file_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, [], 4) == []


def test_where_a_process_dies_on_parts_of_a_report_each_is_tried_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    found = run(monkeypatch, ["x/dies.docx", "dies phu luc.xlsx", "dies.docx", "y.docx", "z.docx"], 2)
    assert [(one.report, one.unreadable) for one in found] == [
        ("x/dies.docx", False), ("dies phu luc.xlsx", True), ("dies.docx", True), ("y.docx", False), ("z.docx", False),
    ]  # fmt: skip


def test_order_is_kept_and_only_the_deadly_reports_are_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"a{number}" for number in range(12)]
    names[3] = "dies early"
    names[11] = "dies last"
    found = run(monkeypatch, names, 2)
    assert [one.report for one in found] == names
    assert [one.report for one in found if one.unreadable] == ["dies early", "dies last"]
    assert {one.findings[0].variant for one in found if one.unreadable} == {"internal"}
