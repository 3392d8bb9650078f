"""How fast doisoat reads, beside what people would otherwise use: ratios, in one run, on the same files.

The timings of single stages call the packages themselves (`parsers.read`, `normalize.interpret`, `rules.engine`);
everything else in `corpus` runs the program from outside. Each figure is the least of several turns, and the turns
of all contestants alternate, so that a busy machine slows them alike.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from corpus.generate import Order, generate

HOUSE = Path(__file__).parents[2]
TURNS = 5
START_TURNS = 7  # starts are short, so that noise is larger


@dataclass(frozen=True, slots=True)
class Ratio:
    """A time of ours beside one of theirs; `limit` is the most that the quotient (without theirs: ours) may be."""

    name: str
    ours: float
    theirs: float | None
    limit: float

    @property
    def value(self) -> float:
        """The quotient, or seconds where there is nothing to divide by."""
        return self.ours / self.theirs if self.theirs else self.ours


def bench(count: int, seed: int) -> str:
    """The figures as a Markdown table, on `count` reports a format."""
    with tempfile.TemporaryDirectory(prefix="corpus-bench-") as scratch:
        folder = Path(scratch)
        generate(Order(folder, 3 * count, seed, ("docx", "pdf", "pdf2")))
        pdfs, words = sorted((folder / "reports").glob("*.pdf")), sorted((folder / "reports").glob("*.docx"))
        return _page([*_reading(pdfs, words), *_stages(pdfs), *_starts(words[0])])


def _reading(pdfs: Sequence[Path], words: Sequence[Path]) -> list[Ratio]:
    """Reading a digital PDF and a DOCX beside the usual libraries."""
    ours, theirs = _least([lambda: _each(pdfs, _read), lambda: _each(pdfs, _pdfplumber)], TURNS)
    mine, loop = _least([lambda: _each(words, _read), lambda: _each(words, _row_cells)], TURNS)
    return [
        Ratio("read a PDF / pdfplumber text + tables", ours, theirs, 1 / 10),
        Ratio("read a DOCX / python-docx row.cells", mine, loop, 1 / 4),
    ]


def _stages(pdfs: Sequence[Path]) -> list[Ratio]:
    """Normaliser and rules beside the reading of the same PDFs."""
    from normalize import criteria_file
    from normalize.interpret import interpret
    from rules import engine

    criteria = criteria_file.load("4725-2022")
    documents = [_read(path) for path in pdfs]

    def understand() -> None:
        for document in documents:
            engine.check(interpret(document, criteria), criteria)

    understanding, reading = _least([understand, lambda: _each(pdfs, _read)], TURNS)
    return [Ratio("normaliser and rules / reading the PDF", understanding, reading, 2.0)]


def _starts(report: Path) -> list[Ratio]:
    """Whole processes: help, and one report from a cold start."""
    usual = [sys.executable, "-m", "extract"]
    with tempfile.TemporaryDirectory(prefix="corpus-start-") as scratch:
        table = str(Path(scratch) / "x.csv")
        commands = [[*usual, "--help"], [sys.executable, "-c", "pass"]]
        helping, empty = _least([lambda c=c: _run(c) for c in commands], START_TURNS, _children)  # type: ignore[misc]
        check = [*usual, "check", str(report), "-o", table, "--jobs", "1"]
        (cold,) = _least([lambda: _run(check)], START_TURNS, _children)
    return [
        Ratio("--help / an empty interpreter", helping, empty, 5.0),
        Ratio("one DOCX, cold, CPU seconds", cold, None, 2.0),
    ]


def _least(
    contestants: Sequence[Callable[[], object]], turns: int, clock: Callable[[], float] = process_time
) -> list[float]:
    """The least CPU time of each over the turns, after one turn that warms up."""
    times: list[list[float]] = [[] for _ in contestants]
    for turn in range(turns + 1):
        for n, contestant in enumerate(contestants):
            before = clock()
            contestant()
            if turn:
                times[n].append(clock() - before)
    return [min(taken) for taken in times]


def _children() -> float:
    """CPU seconds of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(command: Sequence[str]) -> None:
    ran = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    if ran.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {ran.returncode}:\n{ran.stderr[-2000:]}")


def _each(paths: Sequence[Path], work: Callable[[Path], object]) -> None:
    for path in paths:
        work(path)


def _read(path: Path):  # type: ignore[no-untyped-def]
    import parsers

    return parsers.read(path)


def _pdfplumber(path: Path) -> None:
    """Text and tables of every page, as its documentation shows."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()


def _row_cells(path: Path) -> None:
    """All paragraphs, and every table by `row.cells`, as most scripts do."""
    import docx

    document = docx.Document(str(path))
    _texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


def _page(ratios: Sequence[Ratio]) -> str:
    lines = ["# Benchmark", "", "| what | ours, s | theirs, s | ratio | at most | |", "|---|---|---|---|---|---|"]
    for ratio in ratios:
        theirs = f"{ratio.theirs:.3f}" if ratio.theirs else "–"
        verdict = "yes" if ratio.value <= ratio.limit else "**no**"
        lines.append(
            f"| {ratio.name} | {ratio.ours:.3f} | {theirs} | {ratio.value:.3f} | {ratio.limit:.3f} | {verdict} |"
        )
    return "\n".join(lines) + "\n"
