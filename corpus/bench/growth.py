"""How reading time grows: with the pages of a PDF, with the rows of a DOCX table."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from corpus.bench.environment import Environment
from corpus.bench.field import OURS
from corpus.bench.race import Worker
from corpus.paper import Grid, GridCell, Paper, Section

PAGES = (1, 10, 50, 100, 250, 500)
ROWS = (50, 100, 250, 500, 1000, 2500, 5000)
TURNS = 3
COLUMNS = (1.0, 5.0, 1.2, 1.2, 1.2, 4.0)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROWS_WRITTEN = 50  # of the table whose rows are repeated
ROWS_DRAWN = 400  # of the table that is cut into pages: some twenty pages


@dataclass(frozen=True, slots=True)
class Step:
    """One file of so many pages or rows: the least CPU seconds of reading it."""

    size: int
    seconds: float

    @property
    def each(self) -> float:
        """Seconds a page or row."""
        return self.seconds / self.size


def growth_of_pages(source: Path, scratch: Path, where: Mapping[bool, Environment]) -> list[Step]:
    """The pages of one PDF over and over, in files of so many pages."""
    files = {size: scratch / f"{source.stem}-{size}.pdf" for size in PAGES}
    for size, path in files.items():
        repeat_pages(source, size, path)
    return _timed(files, where)


def growth_of_rows(scratch: Path, where: Mapping[bool, Environment]) -> list[Step]:
    """One table of so many rows in a DOCX."""
    from corpus.writers.docx import write_docx

    source = scratch / "rows.docx"
    write_docx(long_table(ROWS_WRITTEN), source)
    files = {size: scratch / f"rows-{size}.docx" for size in ROWS}
    for size, path in files.items():
        repeat_rows(source, size, path)
    return _timed(files, where)


def one_table(scratch: Path) -> Path:
    """A PDF that is one table with lines from its first page to its last."""
    from corpus.writers.canvas_pdf import write_canvas_pdf

    path = scratch / "one-table.pdf"
    write_canvas_pdf(long_table(ROWS_DRAWN), path)
    return path


def repeat_pages(source: Path, size: int, path: Path) -> None:
    """A PDF of `size` pages, those of the source again and again."""
    from pypdfium2 import PdfDocument

    with PdfDocument(source) as pages:
        whole = PdfDocument.new()
        whole.import_pages(pages, list(islice(cycle(range(len(pages))), size)))
        whole.save(path)
        whole.close()


def repeat_rows(source: Path, size: int, path: Path) -> None:
    """A DOCX whose table has `size` rows, those of the source again and again."""
    from lxml import etree

    with ZipFile(source) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                table = root.find(f".//{WORD}tbl")
                assert table is not None
                rows = table.findall(f"{WORD}tr")
                table.extend(deepcopy(rows[n % len(rows)]) for n in range(len(rows), size))
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(name, content)


def long_table(rows: int) -> Paper:
    """A report that is one table: number, wording, maximum, score, level, evidence; every tenth label is merged."""
    return Paper(
        (
            Section(
                (Grid(tuple(_row(n) for n in range(rows)), COLUMNS),),
            ),
        )
    )


def _row(n: int) -> tuple[GridCell | None, ...]:
    texts = (
        f"{n + 1}",
        f"Tỷ lệ giáo viên khai thác được kho học liệu số dùng chung, lần {n % 40 + 1}",
        "10",
        f"{n % 10}",
        f"Mức {n % 3 + 1}",
        f"Kế hoạch số {n % 300 + 1}/KH-THCS ngày {n % 28 + 1}/9/2023",
    )
    cells: list[GridCell | None] = [GridCell((text,)) for text in texts]
    if n % 10 == 0:
        cells[1:3] = [GridCell((texts[1],), column_span=2), None]
    return tuple(cells)


def _timed(files: Mapping[int, Path], where: Mapping[bool, Environment]) -> list[Step]:
    """Turns alternate over the sizes, so that a machine that is busy for a while slows all alike."""
    worker = Worker(OURS, where)
    print(f"bench: {', '.join(path.name for path in files.values())}…", file=sys.stderr)
    try:
        worker.read([min(files.items())[1]])
        turns = [{size: worker.read([path])[0]["cpu"] for size, path in files.items()} for _turn in range(TURNS)]
    finally:
        worker.end()
    return [Step(size, min(turn[size] for turn in turns)) for size in files]


def flatness(steps: Sequence[Step], base: int) -> float:
    """Seconds each at the greatest size over seconds each at `base`."""
    each = {step.size: step.each for step in steps}
    return each[max(each)] / each[base]
