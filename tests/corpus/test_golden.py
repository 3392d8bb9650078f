"""The golden files of the samples are what the program says, and change only when a person asks for it."""

import re
from pathlib import Path

from corpus.golden import GOLDENS, Golden, difference, golden, tabular

ROOT = Path(__file__).parents[2]


def test_the_golden_files_are_what_the_program_says():
    text, differs = golden()
    assert not differs, f"python -m corpus golden --write takes this as right:\n{text}"


def test_golden_files_are_written_only_on_demand(tmp_path):
    shown, differs = golden(tmp_path)
    assert differs and list(tmp_path.iterdir()) == []
    assert golden(tmp_path, write=True) == (shown, True)
    assert golden(tmp_path) == ("no difference\n", False)
    assert len(list(tmp_path.iterdir())) == len(GOLDENS)


def test_a_golden_file_keeps_its_columns_in_its_order():
    kind = Golden("x", "check", ("rule", "stated"), ("rule",), info=False)
    rows = [
        {"rule": "b", "stated": "7", "severity": "error"},
        {"rule": "a", "stated": "9", "severity": "warning"},
        {"rule": "c", "stated": "8", "severity": "info"},
    ]
    assert tabular(kind, rows) == "rule\tstated\na\t9\nb\t7\n"


def test_a_difference_shows_both_sides():
    assert difference("x", "a\nb\n", "a\nc\n").splitlines()[-2:] == ["-b", "+c"]


RUN_BY_ITSELF = [ROOT / "test", ROOT / "pyproject.toml", *(ROOT / ".ci").iterdir(), *(ROOT / "tests").rglob("*.py")]


def test_nothing_that_runs_by_itself_takes_a_difference_as_right():
    """`golden --write` is for a person who has looked at the difference."""
    lines = {
        (path.relative_to(ROOT).as_posix(), line.strip())
        for path in RUN_BY_ITSELF
        if path != Path(__file__)
        for line in path.read_text("utf-8").splitlines()
    }
    assert {pair for pair in lines if "golden" in pair[1] and re.search("--write|write=True", pair[1])} == set()
