"""The lines drawn on the pages of PDFs, by pdfplumber: a judge who is not doisoat says which documents are ruled."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple


class Edge(NamedTuple):
    """A line, or a side of a rectangle: points from the page's bottom left."""

    x1: float
    y1: float
    x2: float
    y2: float


def edges_of(pdf: Path) -> dict[int, list[Edge]]:
    """The lines of each page, pages from 1."""
    import pdfplumber

    with pdfplumber.open(pdf) as document:
        return {page.page_number: [_edge(edge, page) for edge in page.edges] for page in document.pages}


def _edge(edge: Mapping[str, Any], page: Any) -> Edge:
    """pdfplumber counts `top` from the upper side and y from the lower; y is taken as it is."""
    return Edge(
        float(edge["x0"]), float(page.height - edge["bottom"]), float(edge["x1"]), float(page.height - edge["top"])
    )
