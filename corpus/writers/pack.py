"""Many papers at once, each in its format; LibreOffice is started once for all that need it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.paper import Paper
from corpus.writers.docx import write_docx
from corpus.writers.office import to_pdf
from corpus.writers.text import write_text

SUFFIXES = {"docx": "docx", "pdf": "pdf", "pdf2": "pdf", "txt": "txt"}


def write_all(papers: Sequence[tuple[str, str, Paper]], folder: Path) -> list[str]:
    """Writes (format, stem, paper) into the folder; the files' names, in order."""
    with tempfile.TemporaryDirectory(prefix="corpus-docx-") as scratch:
        waiting: list[Path] = []
        for kind, stem, paper in papers:
            if kind == "pdf":
                waiting.append(Path(scratch) / f"{stem}.docx")
                # a PDF of old fonts would show their code points in another font: nothing that anybody could read
                write_docx(replace(paper, old_letters=False), waiting[-1])
            else:
                _write(kind, paper, folder / f"{stem}.{SUFFIXES[kind]}")
        if waiting:
            to_pdf(waiting, folder)
    return [f"{stem}.{SUFFIXES[kind]}" for kind, stem, _ in papers]


def _write(kind: str, paper: Paper, path: Path) -> None:
    if kind == "pdf2":
        from corpus.writers.canvas_pdf import write_canvas_pdf  # fonts and ReportLab only where they are asked for

        write_canvas_pdf(paper, path)
        return
    {"docx": write_docx, "txt": write_text}[kind](paper, path)
