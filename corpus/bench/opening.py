"""`python -m corpus opening`: how soon the page of a large batch's findings is there in a browser.

The page is written by the program, as for any user: of reports that are held against a criterion set in which most
criteria have one point more, so that each report has as many findings as a bad one.
"""

from __future__ import annotations

import argparse
import csv
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from corpus.answers import HOUSE, PROGRAM
from corpus.bench.browser import Browser, browser, program
from corpus.generate import Order, generate
from corpus.official import SET_FILE

REPORTS = 300
DISTINCT = 20  # reports, sent again and again under other names
SEED = 20_118  # used for nothing else
RAISED = 7  # criteria: with what else is wrong some 6.7 findings a report
RUNS = 3
_MAXIMUM = re.compile(r'^(\s*max = )"(\d+)"', re.MULTILINE)  # of criteria: those of items and groups stand otherwise

# When the first of it is painted, and when the filters work: before that nobody can do anything with the page.
WATCH = """
addEventListener("DOMContentLoaded", () => { window.loadedAt = performance.now(); });
new MutationObserver((_, watching) => {
  const count = document.getElementById("count");
  if (count && count.textContent) { window.usableAt = performance.now(); watching.disconnect(); }
}).observe(document, {childList: true, subtree: true, characterData: true});
"""
ASK = """[performance.getEntriesByName("first-contentful-paint")[0].startTime, window.usableAt, window.loadedAt]"""


def arguments(command: argparse.ArgumentParser) -> None:
    """What the command understands."""
    command.add_argument("--reports", type=int, default=REPORTS)
    command.add_argument("--keep", type=Path, help="the page is written here and left")


def run(options: argparse.Namespace) -> None:
    """Writes a page and opens it a few times."""
    if program() is None:
        raise SystemExit("opening: no Chromium on this machine")
    with tempfile.TemporaryDirectory() as folder:
        path = (options.keep or Path(folder) / "findings.html").resolve()
        findings = write(path, options.reports, Path(folder))
        print(f"{options.reports} reports, {findings} findings, {path.stat().st_size / 1e6:.0f} MB")
        for _ in range(RUNS):
            with browser() as opened:
                painted, usable, loaded = times(opened, path)
                print(f"first paint {painted:.0f} ms, filters {usable:.0f} ms, whole file {loaded:.0f} ms", end="")
                print(f", complaints: {opened.told or 'none'}")


def times(opened: Browser, path: Path) -> tuple[float, float, float]:
    """Milliseconds until the first paint, until the filters work, until all of the file is read."""
    opened.ask("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
    opened.open(path)
    first, usable, loaded = opened.run(ASK)
    return float(first), float(usable), float(loaded)


def write(path: Path, reports: int, scratch: Path) -> int:
    """The program's page of so many reports; how many findings are on it."""
    sent, table, strict = scratch / "sent", scratch / "findings.csv", scratch / "strict.toml"
    generate(Order(scratch / "made", min(DISTINCT, reports), SEED, ("pdf2",)))
    made = sorted((scratch / "made" / "reports").iterdir())
    sent.mkdir(parents=True, exist_ok=True)
    for number in range(reports):
        source = made[number % len(made)]
        shutil.copy(source, sent / f"{number:04}-{source.name}")
    strict.write_text(stricter(SET_FILE.read_text("utf-8")), encoding="utf-8")
    outputs = ("-o", str(path), "-o", str(table))
    called = [*PROGRAM, "check", str(sent), "--criteria", str(strict), *outputs, "--quiet", "--exit-zero"]
    subprocess.run(called, check=True, cwd=HOUSE)
    with table.open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def stricter(text: str) -> str:
    """The criterion set with a point more for some criteria."""
    return _MAXIMUM.sub(lambda found: f'{found[1]}"{int(found[2]) + 1}"', text, count=RAISED)
