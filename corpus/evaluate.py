"""Runs the program on a corpus as a user does and says how well it did."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.answers import Answer, answers
from corpus.measure import About, Judged, Truth, about_of, judged
from corpus.outcome import Outcome, Tally
from corpus.readings import Read, TableJudged, citations, figures, header, statements, tables
from corpus.scans.wear import KINDS
from corpus.truth_file import read_truths
from corpus.writers.pack import APPENDIX, PARTS

MANY_PAGES = 5  # longer tables are too few to be told apart
# Formats that keep rows and cells, but not which of them are merged; those whose tables are in a second file, which
# `read` gives apart; and pictures: a cell is exact only where every letter of it is, and reading them a second time
# costs more than all the rest.
WITHOUT_TABLES = ("txt", APPENDIX, PARTS, *KINDS)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The judgement on one report."""

    about: About
    judged: tuple[Judged, ...]
    figures: tuple[Read, ...]
    rest: tuple[Read, ...]
    tables: tuple[TableJudged, ...]
    stray: int

    @property
    def wrong(self) -> bool:
        """Something is not as it should be."""
        return bool(
            any(j.verdict in ("missed", "false") for j in self.judged)
            or any(not read.right for read in (*self.figures, *self.rest))
            or any(table.difference for table in self.tables)
        )


def evaluate(folder: Path, keep: Path | None = None) -> Outcome:
    """The outcome of a corpus; the reports that something went wrong with are copied to `keep`."""
    path = folder / "truth.json"
    forms = {truth["file"]: truth["format"] for truth in read_truths(path)}
    tabled = frozenset(file for file, form in forms.items() if form not in WITHOUT_TABLES)
    with tempfile.TemporaryDirectory(prefix="corpus-evaluate-") as scratch:
        pairs = zip(read_truths(path), answers(folder / "reports", list(forms), Path(scratch), tabled), strict=True)
        return outcome_of(pairs, None if keep is None else Keeper(folder / "reports", keep))


def outcome_of(pairs: Iterable[tuple[Truth, Answer]], keeper: Keeper | None = None) -> Outcome:
    """Every report judged, one after the other."""
    tally = Tally()
    for truth, answer in pairs:
        sheet = sheet_of(truth, answer)
        tally.add(sheet.about, sheet.judged, sheet.figures, sheet.rest)
        tally.add_tables(sheet.tables, sheet.stray)
        if keeper is not None and sheet.wrong:
            keeper.keep(truth, answer, sheet)
    return tally.outcome()


def sheet_of(truth: Truth, answer: Answer) -> Sheet:
    """One report judged."""
    about = about_of(truth, pages_tag(answer.pages))
    read = answer.structure
    rest = (*header(about, truth, read), *statements(about, truth, read), *citations(about, truth, read))
    whole = truth["format"] not in WITHOUT_TABLES
    judged_tables, stray = tables(about, truth, answer.tables) if whole else ([], 0)
    return Sheet(
        about,
        tuple(judged(about, truth["expected"], answer.findings)),
        tuple(figures(about, truth, answer.scores)),
        rest,
        tuple(judged_tables),
        stray,
    )


def pages_tag(pages: int) -> list[str]:
    """How often the longest table is broken; nothing where the format has no pages."""
    if not pages:
        return []
    return [f"table over pages: {pages}" if pages < MANY_PAGES else f"table over pages: {MANY_PAGES} or more"]


@dataclass(frozen=True, slots=True)
class Keeper:
    """Puts a report aside, with what is true of it, what was found and what is wrong with that."""

    reports: Path
    folder: Path

    def keep(self, truth: Truth, answer: Answer, sheet: Sheet) -> None:
        """Copies one report."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = truth["file"]
        kept = file.replace("/", "--")
        shutil.copy(self.reports / file, self.folder / kept)
        self._write(f"{kept}.truth.json", truth)
        self._write(f"{kept}.found.json", asdict(answer))
        self._write(f"{kept}.wrong.json", _wrong(sheet))

    def _write(self, name: str, said: Mapping[str, Any]) -> None:
        (self.folder / name).write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")


def _wrong(sheet: Sheet) -> dict[str, Any]:
    """What is wrong, in the words of the listing."""
    wrong = [j for j in sheet.judged if j.verdict in ("missed", "false")]
    misread = [read for read in (*sheet.figures, *sheet.rest) if not read.right]
    return {
        "tags": sheet.about.tags,
        "findings": [f"{j.verdict} {j.rule} {j.criterion}: {j.expected} | {j.got}" for j in wrong],
        "misread": [f"{r.field} {r.where}: {' or '.join(r.answers)} read as {r.got or 'nothing'}" for r in misread],
        "tables": [table.difference for table in sheet.tables if table.difference],
    }
