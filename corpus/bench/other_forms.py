"""What other forms of file cost: scans, old Word files, and the page of findings in a browser; parts of the bench."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.bench.old_files import Conversions, conversions
from corpus.bench.plots import figure
from corpus.bench.scans import MOST, ScanTime, scan_times, together

SCANS = 12  # reports
OLD_FILES = 1000
PARTS = ("scans", "old", "page")
A_SECOND = 3.0  # old Word files
FLAT = 1.15  # of memory, from the first files to the last
VIEW_MS = 1000.0
SCAN_HEADS = ("", "files", "pages", "doisoat, CPU s a page", "Tesseract, CPU s a page", "doisoat / Tesseract")
VIEW_HEADS = ("reports", "findings", "MB", "first paint, ms", "filters work, ms", "whole file, ms", "complaints")


@dataclass(frozen=True, slots=True)
class FirstView:
    """The page of so many findings in a browser, the least of several times, ms: first paint, filters, whole file."""

    megabytes: float
    painted: float
    usable: float
    loaded: float
    complaints: tuple[str, ...] = ()
    findings: int = 0


@dataclass(frozen=True, slots=True)
class OtherForms:
    """What was measured; None or empty where it was not asked for or cannot be had here."""

    scans: tuple[ScanTime, ...] = ()
    old: Conversions | None = None
    view: FirstView | None = None


def measured(parts: frozenset[str], seed: int) -> OtherForms:
    """Those of the parts that are asked for."""
    with TemporaryDirectory(prefix="corpus-bench-") as name:
        scratch = Path(name)
        return OtherForms(
            tuple(scan_times(SCANS, seed, scratch / "scans")) if "scans" in parts else (),
            conversions(OLD_FILES, seed, scratch / "old") if "old" in parts else None,
            first_view(scratch) if "page" in parts else None,
        )


def first_view(folder: Path) -> FirstView | None:
    """The page opened a few times; None where there is no browser."""
    from corpus.bench.browser import browser, program
    from corpus.bench.opening import REPORTS, RUNS, times, write

    if program() is None:
        return None
    print("bench: the page of findings in a browser…", file=sys.stderr)
    path = folder / "findings.html"
    findings = write(path, REPORTS, folder / "opening")
    shown: list[tuple[float, ...]] = []
    told: list[str] = []
    for _ in range(RUNS):
        with browser() as opened:
            shown.append(times(opened, path))
            told += map(str, opened.told)
    least = [min(values) for values in zip(*shown, strict=True)]
    return FirstView(path.stat().st_size / 1e6, least[0], least[1], least[2], tuple(dict.fromkeys(told)), findings)


Row = tuple[str, ...]
Section = tuple[str, str, Row, list[Row]]  # a heading, a sentence, the heads of a table, its rows


def sections(forms: OtherForms) -> Iterator[Section]:
    """What the page says of each."""
    if forms.scans:
        yield "Scans", "scans", SCAN_HEADS, [*map(_scan_row, forms.scans)]
    if forms.old:
        yield "Old Word files", "old", *_of_old(forms.old)
    if forms.view:
        yield "The page of findings in a browser", "page", VIEW_HEADS, [_view_row(forms.view)]


def _view_row(view: FirstView) -> Row:
    from corpus.bench.opening import REPORTS

    times = (f"{value:.0f}" for value in (view.megabytes, view.painted, view.usable, view.loaded))
    return str(REPORTS), f"{view.findings:,}", *times, "; ".join(view.complaints) or "none"


def _scan_row(time: ScanTime) -> Row:
    each = (f"{time.ours / time.pages:.2f}", f"{time.plain / time.pages:.2f}")
    return f"{time.dpi} dpi", str(time.files), str(time.pages), *each, figure(time.ratio)


def _of_old(old: Conversions) -> tuple[Row, list[Row]]:
    heads = ("files", "processes", "files a second", "of idle cores", "CPU s a file", *_after(old))
    row = (
        f"{old.files:,}", str(old.jobs), figure(old.a_second), figure(old.a_second_of_cores),
        figure(old.cpu / old.files), *(f"{size:.0f}" for size in old.memory.values()),
    )  # fmt: skip
    return heads, [row]


def _after(old: Conversions) -> Sequence[str]:
    return [f"MB after {files}" for files in old.memory]


def bounds(forms: OtherForms) -> Iterator[tuple[str, float, float | None, float | None]]:
    """Figures with the most and the least that they may be."""
    if forms.scans:
        yield "reading scans / plain Tesseract, CPU", together(forms.scans), MOST, None
    if forms.old:
        yield "old Word files a second", forms.old.a_second, None, A_SECOND
        yield "LibreOffice's memory, last files / first files", forms.old.growth, FLAT, None
    if forms.view:
        yield "page of findings: first view, ms", forms.view.painted, VIEW_MS, None
        yield "page of findings: filters work, ms", forms.view.usable, VIEW_MS, None
