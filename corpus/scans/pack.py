"""Reports in any format: digital ones by their writers, scans and photos from the PDFs that were printed for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from corpus.paper import Paper
from corpus.scans.wear import KINDS

PRINTS = "prints"  # beside the folder of reports: the digital PDFs from which scans and photos were made


class Ordered(NamedTuple):
    """A report to be written: its number, its format, its paper."""

    number: int
    kind: str
    paper: Paper

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return f"bao-cao-{self.number:04d}"


def printed_as(kind: str, number: int) -> str:
    """The digital format that a report is written in; that of a scan is what was printed."""
    return Random(f"print:{number}").choice(("pdf", "pdf2")) if kind in KINDS else kind


def write_reports(ordered: Sequence[Ordered], out: Path, seed: int) -> list[dict[str, Any]]:
    """Writes the reports into `out/reports`; of each its file's name and, of a scan, what was done to it."""
    from corpus.writers.pack import write_all

    pictured = [one for one in ordered if one.kind in KINDS]
    digital = [one for one in ordered if one.kind not in KINDS]
    reports, prints = out / "reports", out / PRINTS
    names = write_all([(one.kind, one.stem, one.paper) for one in digital], reports)
    written: dict[int, dict[str, Any]] = {one.number: {"file": name} for one, name in zip(digital, names, strict=True)}
    if pictured:
        prints.mkdir(exist_ok=True)
        write_all([(printed_as(one.kind, one.number), one.stem, one.paper) for one in pictured], prints)
        written |= {one.number: _scan(prints / f"{one.stem}.pdf", one, reports, seed) for one in pictured}
    return [written[one.number] for one in ordered]


def _scan(printed: Path, one: Ordered, folder: Path, seed: int) -> dict[str, Any]:
    from corpus.scans.scan import scanned  # OpenCV only where a picture is made

    done = scanned(printed, one.kind, f"{seed}:{one.number}", folder)
    return {"file": done.file, "scan": done.facts}
