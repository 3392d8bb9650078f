"""What the program answers on a folder of reports, run from outside as a user does, and given back report by report."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.given_rows import rows_given
from corpus.tables import Cells, read_tables

PROGRAM = (sys.executable, "-m", "extract")
HOUSE = Path(__file__).parent.parent
BATCH = 40  # files that are read in one go: as many documents are in memory at once
SECTION = re.compile(r'"(\w+)": \[$')
REPORT = re.compile(r'\{"report": ("(?:[^"\\]|\\.)*")')


@dataclass(frozen=True, slots=True)
class Answer:
    """All that the program says of one report. `structure` is its structured report, `pages` those of its tables."""

    findings: Sequence[Mapping[str, Any]] = ()
    scores: Sequence[Mapping[str, Any]] = ()
    structure: Mapping[str, Any] = field(default_factory=dict)
    tables: Sequence[Cells] = ()
    pages: int = 0


class Elements:
    """The elements of a JSON file of the program, an element a line, by report; only their places are in memory."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        section, place = "", 0
        for raw in self._file:
            line = raw.decode("utf-8")
            if named := REPORT.match(line):
                self._places[section, json.loads(named[1])].append(place)
            elif opened := SECTION.search(line.rstrip()):
                section = opened[1]
            place += len(raw)

    def reports(self, section: str) -> list[str]:
        """The reports that have elements in a section."""
        return [report for known, report in self._places if known == section]

    def of(self, section: str, report: str) -> Iterator[dict[str, Any]]:
        """The elements of one section that belong to a report."""
        for place in self._places.get((section, report), ()):
            self._file.seek(place)
            yield json.loads(self._file.readline().decode("utf-8").rstrip().removesuffix(","))


def answers(reports: Path, files: Sequence[str], scratch: Path, tabled: Collection[str]) -> Iterator[Answer]:
    """The answers to the files, in their order; outputs lie in `scratch` meanwhile. Of `tabled` the tables too."""
    told = checked(reports, scratch)
    for start in range(0, len(files), BATCH):
        batch = files[start : start + BATCH]
        documents = _documents(reports, [file for file in batch if file in tabled], scratch / "read.json")
        for file in batch:
            document = documents.pop(file, {"blocks": []})
            structure = next(told.of("reports", file), {})
            yield Answer(
                findings=[shown(row) for row in told.of("findings", file)],
                scores=rows_given(structure),
                structure=structure,
                tables=read_tables(document),
                pages=_spread(document),
            )


def checked(reports: Path, scratch: Path) -> Elements:
    """What `check` says of a folder: its `findings` and its structured `reports`."""
    return Elements(_ran("check", [reports], scratch / "check.json"))


def shown(row: Mapping[str, Any]) -> dict[str, str]:
    """A row with every value as text, as a table has it; empty is empty."""
    return {name: "" if value is None else str(value) for name, value in row.items()}


def _documents(reports: Path, files: Sequence[str], output: Path) -> dict[str, Mapping[str, Any]]:
    """What `read` gives of each file; a file that cannot be read, or at which the program breaks, is not among them."""
    output.unlink(missing_ok=True)
    if not files:
        return {}
    ran = _run("read", [reports / file for file in files], output)
    if ran.returncode not in (0, 1) or not output.exists():
        if len(files) == 1:
            return {}
        return {name: read for file in files for name, read in _documents(reports, [file], output).items()}
    read = json.loads(output.read_text(encoding="utf-8"))
    return {document["file"]: document for document in (read if isinstance(read, list) else [read])}


def _spread(document: Mapping[str, Any]) -> int:
    """The pages over which the document's longest table goes; 0 where the format has none."""
    tables = [block["cells"] for block in document["blocks"] if block["kind"] == "table"]
    return max((len({c["place"]["page"] for c in cells} - {None}) for cells in tables), default=0)


def _ran(command: str, paths: Sequence[Path], output: Path) -> Path:
    """The output of a command; what it says is shown where it failed."""
    ran = _run(command, paths, output)
    if ran.returncode not in (0, 1) or not output.exists():
        raise SystemExit(f"the program failed on `{command}` (exit {ran.returncode}):\n{ran.stderr[-2000:]}")
    return output


def _run(command: str, paths: Sequence[Path], output: Path) -> subprocess.CompletedProcess[str]:
    quiet = ["--quiet"] if command in ("check", "extract") else []
    places = (str(path.resolve()) for path in paths)
    called = [*PROGRAM, command, *places, "-o", str(output.resolve()), *quiet]
    # Workers do not look into the current folder: without this they may take the program from where it is installed.
    here = {**os.environ, "PYTHONPATH": str(HOUSE)}
    ran = subprocess.run(called, capture_output=True, text=True, check=False, cwd=HOUSE, env=here)
    if "Traceback" in ran.stderr:  # a defect of ours costs one report; who measures wants to know
        print(ran.stderr, file=sys.stderr)
    return ran
