"""Runs the program on a corpus as a user does and says how well it did."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.markdown import page
from corpus.measure import Judged, Read, figures, judged

PROGRAM = (sys.executable, "-m", "extract")
HOUSE = Path(__file__).parent.parent
Rows = Mapping[str, Sequence[Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """All judgements on one corpus."""

    reports: int
    clean: int
    judged: tuple[Judged, ...]
    figures: tuple[Read, ...]


def evaluate(folder: Path, keep: Path | None) -> str:
    """The evaluation as Markdown; the reports with a miss or false alarm are copied to `keep`."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="corpus-evaluate-") as scratch:
        findings = _answers("check", folder / "reports", Path(scratch) / "findings.csv")
        scores = _answers("extract", folder / "reports", Path(scratch) / "scores.csv")
    outcome = outcome_of(truth["reports"], findings, scores)
    if keep is not None:
        _keep(outcome, truth["reports"], folder / "reports", keep)
    return page(outcome)


def outcome_of(truths: Sequence[Mapping[str, Any]], findings: Rows, scores: Rows) -> Outcome:
    """Every report judged."""
    return Outcome(
        len(truths),
        sum(1 for truth in truths if not truth["expected"]),
        tuple(j for truth in truths for j in judged(truth, findings.get(truth["file"], []))),
        tuple(f for truth in truths for f in figures(truth, scores.get(truth["file"], []))),
    )


def _answers(command: str, reports: Path, table: Path) -> Rows:
    """The rows that a command of the program writes, by report."""
    ran = subprocess.run(
        [*PROGRAM, command, str(reports.resolve()), "-o", str(table), "--quiet"],
        capture_output=True,
        text=True,
        check=False,
        cwd=HOUSE,
    )
    if ran.returncode not in (0, 1) or not table.exists():
        raise SystemExit(f"the program failed on `{command}` (exit {ran.returncode}):\n{ran.stderr[-2000:]}")
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with table.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            rows[row["report"]].append(row)
    return rows


def _keep(outcome: Outcome, truths: Sequence[Mapping[str, Any]], reports: Path, keep: Path) -> None:
    """Copies every report that something went wrong with, its truth beside it."""
    wrong = {j.file for j in outcome.judged if j.verdict != "found"} | {f.file for f in outcome.figures if not f.right}
    keep.mkdir(parents=True, exist_ok=True)
    for truth in truths:
        if truth["file"] in wrong:
            shutil.copy(reports / truth["file"], keep)
            said = json.dumps(truth, ensure_ascii=False, indent=1)
            (keep / f"{truth['file']}.truth.json").write_text(said, encoding="utf-8")
