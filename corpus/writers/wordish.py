"""DOCX files as Word leaves them after weeks of editing: the plain writer's document, worked over habit by habit.

What is read from the file stays the same: only how it is stored changes.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from corpus.paper import Paper
from corpus.writers.docx import append_parts, document_of
from corpus.writers.wordish_runs import edit_runs
from corpus.writers.wordish_shapes import add_shapes
from corpus.writers.wordish_tables import edit_tables


def write_wordish(paper: Paper, path: Path) -> None:
    """Writes the paper as a DOCX of Word's structure."""
    rng = Random(paper.seed)
    document = document_of(paper)
    body = document.element.body
    edit_tables(body, rng)
    edit_runs(body, rng)
    add_shapes(document, paper, rng)
    append_parts(document, paper)
    document.save(str(path))
