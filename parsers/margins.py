"""Running heads, running feet and page numbers: lines at a page's edge that come again on other pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.lines import TextLine

EDGE = 0.12  # of the page's height; running heads stand no deeper
DEEP = 3  # lines; no running head is deeper

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:(?:trang|page|tr\.?|p\.?)\W*)?(\d{1,4})(?:\W*(?:/|of|trên)\W*\d{1,4})?\W*", re.IGNORECASE)


class EdgeLine(NamedTuple):
    """A line at the top (`header`) or bottom (`footer`) of page `page`."""

    page: int
    role: str
    line: TextLine


def running_lines(pages: Sequence[tuple[int, float, Sequence[TextLine]]]) -> list[EdgeLine]:
    """The lines that belong to the page, not to the text; pages are (number, height, lines outside tables)."""
    edge = [found for number, height, lines in pages for found in _edge_lines(number, height, lines)]
    on_pages: dict[tuple[str, str, int], set[int]] = defaultdict(set)
    for found in edge:
        on_pages[_key(found)].add(found.page)
    least = max(2, round(0.4 * len(pages)))
    return [
        found
        for found in edge
        if _page_number(found.line.text) == found.page
        or (len(on_pages[_key(found)]) >= least and (len(pages) > 2 or _is_small(found)))
    ]


def _edge_lines(number: int, height: float, lines: Sequence[TextLine]) -> Iterator[EdgeLine]:
    """Lines near the top or the bottom of a page."""
    ordered = sorted(lines, key=lambda line: line.base)
    for line in ordered[:DEEP]:
        if line.box.bottom <= EDGE * height:
            yield EdgeLine(number, "header", line)
    for line in ordered[-DEEP:]:
        if line.box.top >= (1 - EDGE) * height:
            yield EdgeLine(number, "footer", line)


def _key(found: EdgeLine) -> tuple[str, str, int]:
    """What a running line has in common on all pages: its words and its height on the page."""
    return found.role, _DIGITS.sub("#", found.line.text), round(found.line.base / 4)


def _is_small(found: EdgeLine) -> bool:
    return found.line.size < 11


def _page_number(text: str) -> int | None:
    match = _NUMBER.fullmatch(text)
    return int(match[1]) if match else None
