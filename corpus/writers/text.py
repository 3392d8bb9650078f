"""Text files as pasted from a web page: a row a line, cells apart by tabs, HTML left-overs in cells."""

from __future__ import annotations

from pathlib import Path

from corpus.paper import Grid, GridCell, Line, Paper


def write_text(paper: Paper, path: Path) -> None:
    """Writes the paper as text."""
    blocks = [block for section in paper.sections for block in section.blocks]
    parts = [block.text + "\n" if isinstance(block, Line) else _rows(block) for block in blocks]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _rows(grid: Grid) -> str:
    if any(cell and cell.nested for row in grid.rows for cell in row):
        return "\n".join(_rows(cell.nested) for row in grid.rows for cell in row if cell and cell.nested)
    if grid.ruling == "none" and len(grid.rows) == 1:
        return "\n".join(line for cell in grid.rows[0] if cell for line in cell.lines if line) + "\n"
    return "\n".join("\t".join(_cell(cell) if cell else "" for cell in row) for row in grid.rows) + "\n"


def _cell(cell: GridCell) -> str:
    """A cell of one line as it is; more lines as paragraphs in HTML."""
    lines = [line for line in cell.lines if line]
    if len(lines) <= 1:
        return " ".join(lines)
    return " ".join(f"<p>{line}</p>" for line in lines)
