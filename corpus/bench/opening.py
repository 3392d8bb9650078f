"""`python -m corpus opening`: how soon a page of findings is there in a browser, with pictures as large as real."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from corpus.bench.browser import Browser, browser, program
from extract.marking_drawing import encoded
from extract.marking_records import Exhibit, Picture
from extract.outcome import Outcome
from extract.page import page
from extract.views import FINDINGS, Style
from normalize.report import Appendix, Criterion, Group, Header, Item, Reading, Report
from parsers.document import Place
from rules.finding import Finding

RULES = ("group-sum", "body-score", "over-max", "item-sum", "missing-evidence", "document-number")
SIZE = (860, 300)  # pixels of a picture
LOOKS = 20  # different pictures; what a browser keeps of one it has seen must not make the next cheap
RUNS = 3

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
    command.add_argument("--reports", type=int, default=300)
    command.add_argument("--findings", type=int, default=2000)
    command.add_argument("--keep", type=Path, help="the page is written here and left")


def run(options: argparse.Namespace) -> None:
    """Writes a page and opens it a few times."""
    if program() is None:
        raise SystemExit("opening: no Chromium on this machine")
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "findings.html"
        write(path, options.reports, options.findings)
        print(f"{options.reports} reports, {options.findings} findings, {path.stat().st_size / 1e6:.0f} MB")
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


def write(path: Path, reports: int, findings: int) -> None:
    """A page with so many reports and findings."""
    pick = random.Random(1)
    pictures = [picture(pick) for _ in range(LOOKS)]
    with page(path, FINDINGS, Style("vi")) as add:
        for number in range(reports):
            count = findings // reports + (number < findings % reports)
            add(outcome(number, count, pictures, pick))
    print(f"opening: {sum(len(one.data['webp']) for one in pictures) / LOOKS / 1000:.0f} kB a picture", file=sys.stderr)


def picture(pick: random.Random) -> Picture:
    """A piece of a page full of words."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", SIZE, "white")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(15)
    for top in range(4, SIZE[1], 50):
        words = " ".join("".join(pick.choices("abcdeghiklmnopqrstuvxy", k=pick.randint(2, 6))) for _ in range(22))
        pen.text((10, top), words, fill="black", font=font)
    made = encoded(image, {"webp"})
    return Picture(made.data, made.width, made.height, pick.randint(1, 9))


def outcome(number: int, count: int, pictures: list[Picture], pick: random.Random) -> Outcome:
    """One report with its findings, each with pictures of its own."""
    found = tuple(finding(at, pick) for at in range(count))
    own = tuple(pick.choices(pictures, k=count))
    exhibit = Exhibit(own, tuple((at,) for at in range(count)))
    name = f"bao-cao-{number:04}.pdf"
    report = Report(name, name, "4725-2022", Header(), Appendix(place(1), tuple(groups(pick))))
    return Outcome(name, name, f"Trường THCS số {number}", "2022-2023", found, structure=report, exhibit=exhibit)


def finding(at: int, pick: random.Random) -> Finding:
    """A finding somewhere in the table."""
    rule = RULES[at % len(RULES)]
    row = pick.randint(1, 40)
    facts = {"kind": "group", "terms": "24 + 10 + 15", "parts": "1.3, 1.4, 1.5", "about": "kế hoạch chuyển đổi số"}
    excerpt = "Nhóm tiêu chí 1 “Chuyển đổi số trong dạy, học”: 73/100 điểm, đạt mức độ 2"
    return Finding(rule, pick.choice("12"), place(row), str(60 + at), "72", facts, (place(row + 1),), excerpt=excerpt)


def place(row: int) -> Place:
    """A row of the table."""
    return Place(page=3, table=1, row=row)


def groups(pick: random.Random) -> Iterator[Group]:
    """Two groups of six criteria with three items each, as long as real ones."""
    row = 0
    wording = "Cơ sở giáo dục triển khai phần mềm quản trị nhà trường, có trao đổi dữ liệu với cơ sở dữ liệu ngành"
    for group in "12":
        criteria = []
        for number in range(1, 7):
            id_ = f"{group}.{number}"
            parts = []
            for letter in "abc":
                row += 1
                points = Reading(Decimal(pick.randint(1, 9)), "5", place(row))
                parts.append(Item(f"{id_}{letter}", wording, place(row), score=points))
            evidence = Reading(wording, f"Quyết định số 12/QĐ-THCS ngày 05/09/2022: {wording}", place(row))
            criteria.append(Criterion(id_, wording, place(row), evidence=evidence, items=tuple(parts)))
        yield Group(group, place(row), wording, score=Reading(Decimal(73), "73", place(row)), criteria=tuple(criteria))
