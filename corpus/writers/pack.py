"""Many papers at once, each in its format; LibreOffice is started once for all that need it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.paper import Paper


def write_all(papers: Sequence[tuple[str, str, Paper]], folder: Path) -> list[str]:
    """Writes (format, stem, paper) into the folder; the files' names, in order."""
    from corpus.writers.docx import write_docx

    files = []
    for kind, stem, paper in papers:
        file = f"{stem}.{kind}"
        if kind == "docx":
            write_docx(paper, folder / file)
        else:
            raise ValueError(f"unknown format {kind}")
        files.append(file)
    return files
