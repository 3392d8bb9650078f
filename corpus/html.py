"""A page of parts as one HTML file that needs nothing else: no script, no network; plots are inline SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from corpus.parts import Part
from corpus.plots import intervals

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; margin: 1rem 0; display: block; overflow-x: auto; }
th, td { border-bottom: 1px solid #ddd; padding: .2rem .6rem; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid #888; }
svg { display: block; max-width: 100%; height: auto; }
nav a { margin-right: 1rem; }
"""


def html(parts: Sequence[Part]) -> str:
    """The whole page; the first part's title is the page's. A part that holds nothing is left out."""
    shown = [part for part in parts if part.rows or part.lines]
    title = escape(shown[0].title)
    links = "".join(f'<a href="#{n}">{escape(part.title)}</a>' for n, part in enumerate(shown))
    body = "\n".join(_section(part, n) for n, part in enumerate(shown))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<nav>{links}</nav>\n{body}\n</body>\n</html>\n"
    )


def _section(part: Part, number: int) -> str:
    level = 1 if number == 0 else 2
    parts = [f'<h{level} id="{number}">{escape(part.title)}</h{level}>']
    parts += [f"<p>{escape(part.note)}</p>"] if part.note else []
    parts += [f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in part.lines)}</ul>"] if part.lines else []
    parts += [part.drawing] if part.drawing else []
    parts += [intervals(part.bars, part.title)] if part.bars else []
    parts += [_table(part.heads, part.rows)] if part.rows else []
    return "\n".join(parts)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    body = "\n".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
