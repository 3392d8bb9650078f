"""Many papers at once, each in its format; LibreOffice is started once for all that need it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.paper import Paper
from corpus.writers.docx import write_docx
from corpus.writers.office import converted
from corpus.writers.printed import lost_letters
from corpus.writers.text import write_text
from corpus.writers.wordish import write_wordish
from corpus.writers.workbook import with_appendix_apart, write_workbook

BY_OFFICE = ("doc", "odt", "rtf", "html")  # what Word calls a web page is sent under the name of a document
APPENDIX = "xlsx-appendix"  # two files: the narrative as DOCX, the score tables as XLSX beside it
PARTS = "docx-parts"  # two files likewise, both DOCX
SUFFIXES = {
    "docx": "docx", "docx-word": "docx", "docx-lo": "docx", "pdf": "pdf", "pdf2": "pdf", "txt": "txt", "xlsx": "xlsx",
    APPENDIX: "docx", PARTS: "docx", **{kind: kind for kind in BY_OFFICE}, "html": "doc",
}  # fmt: skip


def _write_parts(paper: Paper, path: Path) -> None:
    text, tables = with_appendix_apart(paper)
    write_docx(text, path)
    if any(section.blocks for section in tables.sections):
        write_docx(tables, path.with_name(f"{path.stem}-phu-luc.docx"))


def _write_apart(paper: Paper, path: Path) -> None:
    text, tables = with_appendix_apart(paper)
    write_docx(text, path)
    if any(section.blocks for section in tables.sections):
        write_workbook(tables, path.with_name(f"{path.stem}-phu-luc.xlsx"))


WRITERS: dict[str, Callable[[Paper, Path], None]] = {
    "docx": write_docx, "docx-word": write_wordish, "txt": write_text, "xlsx": write_workbook, APPENDIX: _write_apart,
    PARTS: _write_parts,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be made: by which means (a format, or `pdf`: LibreOffice, `pdf2`: the second producer)."""

    kind: str
    stem: str
    paper: Paper


def write_all(papers: Sequence[tuple[str, str, Paper]], folder: Path) -> list[str]:
    """Writes (format, stem, paper) into the folder; the files' names, in order."""
    with tempfile.TemporaryDirectory(prefix="corpus-docx-") as name:
        scratch = Path(name)
        whole = [Job(*paper) for paper in papers]
        pieces = {job.stem: _pieces_of(job) for job in whole}
        single = [parts[0] for parts in pieces.values() if len(parts) == 1]
        joined = [part for parts in pieces.values() if len(parts) > 1 for part in parts]
        _write(single, folder, scratch)
        _write(joined, scratch, scratch)
        for stem, parts in pieces.items():
            if len(parts) > 1:
                _join([scratch / f"{part.stem}.pdf" for part in parts], folder / f"{stem}.pdf")
    return [f"{stem}.{SUFFIXES[kind]}" for kind, stem, _ in papers]


def _pieces_of(job: Job) -> list[Job]:
    """The job, or one for each part where a PDF was put together from two producers' files."""
    parts = tuple(replace(section, part=False) for section in job.paper.sections if section.part)
    if not parts or not job.kind.startswith("pdf"):
        return [job]
    others = tuple(section for section in job.paper.sections if not section.part)
    other_kind = {"pdf": "pdf2", "pdf2": "pdf"}[job.kind]
    return [
        Job(job.kind, f"{job.stem}-text", replace(job.paper, sections=others)),
        Job(other_kind, f"{job.stem}-part", replace(job.paper, sections=parts)),
    ]


def _for_office(job: Job) -> Paper:
    """The paper that LibreOffice can convert without loss."""
    if job.kind == "pdf":
        # a PDF of old fonts would show their code points in another font: nothing that anybody could read
        return replace(job.paper, letters="")
    return replace(job.paper, sections=tuple(replace(section, part=False) for section in job.paper.sections))


def _write(jobs: Sequence[Job], folder: Path, scratch: Path) -> None:
    """Writes each job's file into the folder."""
    waiting: dict[str, list[Path]] = {kind: [] for kind in ("pdf", "docx", *BY_OFFICE)}
    for job in jobs:
        target = SUFFIXES[job.kind]
        if job.kind in ("pdf", "docx-lo", *BY_OFFICE):
            source = scratch / f"{job.stem}.docx"
            write_docx(_for_office(job), source)
            waiting[job.kind if job.kind in BY_OFFICE else target].append(source)
        elif job.kind == "pdf2":
            _draw(job, folder)
        else:
            WRITERS[job.kind](job.paper, folder / f"{job.stem}.{target}")
    for target, files in waiting.items():
        converted(files, folder, target)
        for file in files if target != SUFFIXES.get(target, target) else ():
            (folder / f"{file.stem}.{target}").rename(folder / f"{file.stem}.{SUFFIXES[target]}")
    for job in jobs:
        # LibreOffice leaves out rows that no page has room for: nobody sends such a print, and its truth would be wrong
        if job.kind == "pdf" and lost_letters(job.paper, folder / f"{job.stem}.pdf"):
            _draw(job, folder)


def _draw(job: Job, folder: Path) -> None:
    """The job's PDF by the second producer."""
    from corpus.writers.canvas_pdf import write_canvas_pdf  # fonts and ReportLab only where they are asked for

    write_canvas_pdf(job.paper, folder / f"{job.stem}.pdf")


def _join(files: Sequence[Path], path: Path) -> None:
    """One PDF of the pages of several."""
    from pypdfium2 import PdfDocument

    whole = PdfDocument.new()
    for file in files:
        with PdfDocument(file) as part:
            whole.import_pages(part)
    whole.save(path)
    whole.close()
