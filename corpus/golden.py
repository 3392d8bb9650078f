"""The samples' golden files: what the program must say of them, and how what it says now differs."""

from __future__ import annotations

import csv
import difflib
import io
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.answers import HOUSE, PROGRAM

SAMPLES = HOUSE / "corpus" / "samples"
FOLDER = HOUSE / "tests" / "golden"


@dataclass(frozen=True, slots=True)
class Golden:
    """One golden file: the columns of a command's table for a sample, without `unless` in the column named first."""

    name: str
    command: str
    columns: tuple[str, ...]
    order: tuple[str, ...] = ()
    info: bool = True  # findings that are only worth a look belong to it


GOLDENS = (
    Golden("findings", "check", ("rule", "severity", "criterion", "stated", "expected"), ("rule", "criterion"), False),
    Golden("scores", "extract", ("group", "criterion", "item", "stated_max", "score", "level")),
)


def golden(folder: Path = FOLDER, *, write: bool = False) -> tuple[str, bool]:
    """The differences of all golden files, and whether there are any; with `write` the files are brought up to date."""
    parts = []
    for sample in sorted(SAMPLES.glob("*.txt")):
        for kind in GOLDENS:
            path = folder / f"{sample.stem}.{kind.name}.tsv"
            old, new = path.read_text(encoding="utf-8") if path.exists() else "", made(kind, sample)
            parts.append(difference(path.name, old, new))
            if write:
                path.write_text(new, encoding="utf-8", newline="\n")
    text = "".join(parts)
    return text or "no difference\n", bool(text)


def difference(name: str, old: str, new: str) -> str:
    """What goes and what comes, line by line; empty where nothing does."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), f"{name}, golden", f"{name}, now", lineterm="")
    return "".join(f"{line}\n" for line in lines)


def made(kind: Golden, sample: Path) -> str:
    """What the program says of a sample now, as a golden file has it."""
    with tempfile.TemporaryDirectory(prefix="corpus-golden-") as scratch:
        table = Path(scratch) / "table.csv"
        command = [*PROGRAM, kind.command, str(sample), "-o", str(table), "--quiet", "--exit-zero"]
        subprocess.run(command[: None if kind.command == "check" else -1], check=True, cwd=HOUSE)
        with table.open(encoding="utf-8-sig", newline="") as stream:
            return tabular(kind, list(csv.DictReader(stream)))


def tabular(kind: Golden, rows: Sequence[Mapping[str, str]]) -> str:
    """The rows and columns that a golden file keeps, as tab-separated text."""
    kept = [row for row in rows if kind.info or row["severity"] != "info"]
    kept.sort(key=lambda row: tuple(row[column] for column in kind.order))
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(kind.columns)
    writer.writerows([row[column] for column in kind.columns] for row in kept)
    return text.getvalue()
