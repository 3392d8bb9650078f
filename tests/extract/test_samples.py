"""The sample report in its three forms: the errors and warnings that it has and no others; the figures it holds."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract.cli import main

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
FORMS = ("txt", "docx", "pdf")


def table(path: Path, delimiter: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def made_by(command: str, form: str, folder: Path) -> list[dict[str, str]]:
    main(
        [command, str(ROOT / "corpus" / "samples" / f"bao-cao-gdtx.{form}"), "-o", str(folder / "made.csv"), "--quiet"]
    )
    return table(folder / "made.csv", ",")


@pytest.mark.parametrize("form", FORMS)
def test_errors_and_warnings(form: str, tmp_path: Path) -> None:
    expected = table(GOLDEN / "bao-cao-gdtx.findings.tsv", "\t")
    found = [row for row in made_by("check", form, tmp_path) if row["severity"] != "info"]
    found.sort(key=lambda row: (row["rule"], row["criterion"]))
    assert [(row["rule"], row["criterion"]) for row in found] == [(row["rule"], row["criterion"]) for row in expected]
    for row, golden in zip(found, expected, strict=True):  # a golden cell that is empty leaves it open
        assert {column: row[column] for column, text in golden.items() if text} == {
            c: t for c, t in golden.items() if t
        }
    assert all(row["school"] == "Trung tâm GDNN-GDTX quận Dương Kinh" for row in found)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_only_worth_a_look(form: str, tmp_path: Path) -> None:
    found = [row for row in made_by("check", form, tmp_path) if row["rule"] == "unverified-total"]
    assert [(row["severity"], row["criterion"], row["stated"]) for row in found] == [("info", "1", "73")]


@pytest.mark.parametrize("form", FORMS)
def test_figures(form: str, tmp_path: Path) -> None:
    expected = table(GOLDEN / "bao-cao-gdtx.scores.tsv", "\t")
    found = made_by("extract", form, tmp_path)
    assert [{column: row[column] for column in expected[0]} for row in found] == expected
    assert {(row["school"], row["school_year"]) for row in found} == {
        ("Trung tâm GDNN-GDTX quận Dương Kinh", "2022-2023")
    }


def test_every_run_gives_the_same(tmp_path: Path) -> None:
    """Python orders sets anew in each process; nothing that is written may depend on it."""
    made = []
    for seed in ("1", "4"):
        output = tmp_path / f"{seed}.json"
        command = [sys.executable, "-m", "extract", "extract", "corpus/samples", "-o", str(output), "--quiet"]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        made.append(output.read_bytes())
    assert made[0] == made[1]
