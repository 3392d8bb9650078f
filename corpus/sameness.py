"""The same reports in other forms: whether the program says of each what it says of the DOCX."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.answers import Elements, checked, shown
from corpus.generate import Order, generate
from corpus.given_rows import FIELDS, rows_given
from corpus.measure import BATCH_RULES
from corpus.outcome import Share
from corpus.packed import PACKED
from corpus.parts import Bar, Part, few, of_all
from corpus.readings import tidied

BASE = "docx"
NUMBER = re.compile(r"bao-cao-(\d+)")
TOLD = ("rule", "severity", "criterion", "stated", "expected")  # not the place, which every form names in its own way
HEADS = (
    "",
    "findings of the DOCX",
    "of",
    "share",
    "95 % interval",
    "figures of the DOCX",
    "share",
    "95 % interval",
    "",
)
MOST = 6  # differences told of one form
NOTE = (
    "The same reports, written once as DOCX and once in each other form; `html` is a web page under the name of a Word "
    "file, `xlsx` a workbook of text and tables, `xlsx-appendix` a DOCX with its score tables in a workbook beside it, "
    "`docx-parts` two DOCX likewise, `zip` one archive of all the DOCX, `eml` a mail with each, `evidence` each in a "
    "folder with decisions, plans, lists and other letters, `evidence-zip` an archive of each such folder. "
    "Counted are reports of which all findings, or all figures of the score table, are those of the DOCX."
)
Said = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """What the program says of one report: its findings, and the figures of its score table."""

    findings: Said
    figures: Said


@dataclass(frozen=True, slots=True)
class Compared:
    """The reports of one form beside their DOCX: how many agree, and what does not."""

    form: str
    findings: Share
    figures: Share
    differences: tuple[str, ...]


def sameness(folder: Path, forms: Sequence[str], count: int, seed: int) -> list[Compared]:
    """Every form beside the DOCX, on reports made for it in the folder."""
    base = told_in(folder / BASE, BASE, count, seed)
    return [compared(form, base, told_in(folder / form, form, count, seed)) for form in forms]


def told_in(folder: Path, form: str, count: int, seed: int) -> dict[str, Told]:
    """What is said of each report of the form, by its number; several files may make one report."""
    if form in PACKED:
        (folder / "reports").mkdir(parents=True)
        PACKED[form](sorted((folder.parent / BASE / "reports").iterdir()), folder / "reports")
    else:
        generate(Order(folder, count, seed, (form,)))
    elements = checked(folder / "reports", folder)
    names = elements.reports("reports")
    return {number: _told(elements, [name for name in names if _number(name) == number]) for number in _numbers(count)}


def _numbers(count: int) -> list[str]:
    return [f"{number:04d}" for number in range(count)]


def _number(name: str) -> str:
    found = NUMBER.search(name)
    return found[1] if found else ""


def _told(elements: Elements, names: Sequence[str]) -> Told:
    findings: Said = Counter()
    figures: Said = Counter()
    for name in names:
        if all(report["no_report"] for report in elements.of("reports", name)):
            continue  # evidence beside the report
        rows = (shown(row) for row in elements.of("findings", name))
        findings.update(tuple(row[f] for f in TOLD) for row in rows if row["rule"] not in BATCH_RULES)
        figures.update(key for report in elements.of("reports", name) for key in _figures(rows_given(report)))
    return Told(findings, figures)


def _figures(rows: Sequence[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """Every figure that was read, with where it stands in the criterion set."""
    for row in rows:
        where = row["item"] or row["criterion"] or row["group"]
        yield from ((where, field, tidied(row[field])) for field in FIELDS if row[field])


def compared(form: str, base: dict[str, Told], other: dict[str, Told]) -> Compared:
    """One form beside the DOCX."""
    differences = tuple(
        f"{form} {number}: {'; '.join(_different(base[number], other[number]))}"
        for number in base
        if base[number] != other[number]
    )
    return Compared(
        form,
        _alike(base, other, lambda told: told.findings),
        _alike(base, other, lambda told: told.figures),
        differences,
    )


def _alike(base: dict[str, Told], other: dict[str, Told], part: Callable[[Told], Said]) -> Share:
    return Share(sum(part(base[number]) == part(other[number]) for number in base), len(base))


def _different(base: Told, other: Told) -> Iterator[str]:
    """What only one of the two says."""
    for part, mine, theirs in (("", base.findings, other.findings), ("figure ", base.figures, other.figures)):
        for sign, only in (("without", mine - theirs), ("with", theirs - mine)):
            lines = [f"{sign} {part}{' '.join(filter(None, one))}" for one in only.elements()]
            yield from lines[:MOST]


def sameness_part(found: Sequence[Compared]) -> Part:
    """The forms side by side, and every report that differs."""
    rows = tuple(
        (
            one.form, str(one.findings.right), str(one.findings.all), *of_all(one.findings), str(one.figures.right),
            *of_all(one.figures), few(one.findings),
        )
        for one in found
    )  # fmt: skip
    lines = tuple(line for one in found for line in one.differences)
    return Part(
        "Other forms of the same reports", NOTE, HEADS, rows, tuple(Bar(o.form, o.findings) for o in found), lines
    )
