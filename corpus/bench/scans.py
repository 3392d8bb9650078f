"""Scans read by doisoat, beside plain Tesseract on the same pages at the same resolution: CPU seconds, one thread."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.bench.usage import spent_by
from corpus.generate import Order, generate
from corpus.truth_file import read_truths

if TYPE_CHECKING:
    from PIL.Image import Image

CHECK = (sys.executable, "-m", "extract", "check", "--quiet", "--exit-zero", "--jobs", "1")
ALONE = {
    "OMP_THREAD_LIMIT": "1"
}  # Tesseract's threads spend more of the processor's time than they save of the clock's
MOST = 1.5  # what doisoat may cost, as a multiple of plain Tesseract


@dataclass(frozen=True, slots=True)
class ScanTime:
    """The scans of one resolution: their pages, CPU seconds of `check` (all of it) and of Tesseract, a call a page."""

    dpi: int
    files: int
    pages: int
    ours: float
    plain: float

    @property
    def ratio(self) -> float:
        """What doisoat costs as a multiple of plain Tesseract."""
        return self.ours / self.plain


def scan_times(count: int, seed: int, scratch: Path) -> list[ScanTime]:
    """Scans made for it, resolution by resolution."""
    generate(Order(scratch, count, seed, ("scan",)))
    by_dpi: dict[int, list[Path]] = {}
    for truth in read_truths(scratch / "truth.json"):
        by_dpi.setdefault(truth["scan"]["dpi"], []).append(scratch / "reports" / truth["file"])
    return [_timed(dpi, by_dpi[dpi], scratch / str(dpi)) for dpi in sorted(by_dpi)]


def _timed(dpi: int, files: Sequence[Path], folder: Path) -> ScanTime:
    """Both on the same files; the pages are taken out of them beforehand."""
    print(f"bench: {len(files)} scans at {dpi} dpi…", file=sys.stderr)
    reports, pages = folder / "reports", folder / "pages"
    for made in (reports, pages):
        made.mkdir(parents=True)
    for file in files:
        os.link(file, reports / file.name)
    pictures = [path for file in files for path in _written(file, dpi, pages)]
    ours = spent_by([*CHECK, str(reports), "-o", str(folder / "findings.csv")], ALONE)
    plain = sum(
        spent_by(["tesseract", str(path), "stdout", "-l", "vie", "--dpi", str(dpi)], ALONE) for path in pictures
    )
    return ScanTime(dpi, len(files), len(pictures), ours, plain)


def _written(file: Path, dpi: int, folder: Path) -> Iterator[Path]:
    for number, picture in enumerate(_pictures(file, dpi)):
        path = folder / f"{file.stem}-{number}.png"
        picture.save(path, dpi=(dpi, dpi))
        yield path


def _pictures(file: Path, dpi: int) -> Iterator[Image]:
    """The pages of a scan as pictures of its resolution."""
    if file.suffix != ".pdf":
        from PIL import Image, ImageSequence

        with Image.open(file) as image:
            yield from (frame.copy() for frame in ImageSequence.Iterator(image))
        return
    from pypdfium2 import PdfDocument

    with PdfDocument(file) as document:
        for page in document:
            rendered: Any = page.render(scale=dpi / 72)
            yield rendered.to_pil()


def together(times: Sequence[ScanTime]) -> float:
    """The ratio over all pages."""
    return sum(time.ours for time in times) / sum(time.plain for time in times)
