"""A page of parts as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.parts import Part


def markdown(parts: Sequence[Part]) -> str:
    """The whole page; the first part's title is the page's. A part that holds nothing is left out."""
    lines: list[str] = []
    for n, part in enumerate(part for part in parts if part.rows or part.lines):
        lines += [f"{'#' if n == 0 else '##'} {part.title}", ""]
        lines += [part.note, ""] if part.note else []
        lines += [*(f"- {line}" for line in part.lines), ""] if part.lines else []
        lines += [*_table(part.heads, part.rows), ""] if part.rows else []
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    body = [f"| {' | '.join(_escaped(cell) for cell in row)} |" for row in rows]
    return [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *body]


def _escaped(text: str) -> str:
    return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").split())
