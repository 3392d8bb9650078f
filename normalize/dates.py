"""Dates and school years as reports write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from normalize.shadow import shade


class FoundDate(NamedTuple):
    """A date in a text, from `start` to `end`. `value` None: blank (`blank` says so), or there is no such day."""

    start: int
    end: int
    text: str
    value: datetime.date | None
    blank: bool


_GAP = r"[\s._-]*"  # a blank to be filled by hand: nothing, dots, a line
_IN_WORDS = re.compile(
    rf"(?<!\w)(?:ngay{_GAP}(?P<day>\d{{0,2}}){_GAP}|(?P<day2>\d{{1,2}})\s+)"
    rf"thang{_GAP}(?P<month>\d{{0,2}}){_GAP}(?:nam|[/,.-])\s*(?P<year>\d{{4}}(?!\d)|{_GAP})"
)
_IN_FIGURES = re.compile(
    r"(?:(?<![\w/.,-])|(?<=/)(?=ngay))(?P<named>ngay\s*:?\s*)?(?P<day>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?"
    r"(?P<year>\d{4}|\d{2})(?![\w/]|[.,-]\d)"
)
_BLANK_FIGURES = re.compile(
    r"(?<!\w)ngay[\s._]*(?P<day>\d{0,2})[\s._]*/[\s._]*(?P<month>\d{0,2})[\s._]*/\s*(?P<year>\d{4}|[\s._]*)"
)
_YEARS = re.compile(
    r"(?<![\w/.-])(?P<first>(?:19|20)\d\d)\s*(?P<mark>[-/._]?)\s*(?P<second>20\d\d|(?<=[-/])\d\d)(?!\w|/\w|[.-]\d)"
)


def find_dates(text: str) -> list[FoundDate]:
    """Every date of a text, in order, also blank ones ("ngày … tháng … năm 2023") and impossible ones."""
    found: list[FoundDate] = []
    for date in sorted(_candidates(text), key=lambda date: (date.start, -date.end)):
        if not found or date.start >= found[-1].end:
            found.append(date)
    return found


def is_impossible(text: str) -> bool:
    """A date with day, month and year that is in no calendar ("31/02/2023"); a blank one is not."""
    return any(date.value is None and not date.blank for date in find_dates(text))


def _candidates(text: str) -> Iterator[FoundDate]:
    source, plain = shade(text)
    for match in _IN_WORDS.finditer(plain):
        yield _to_date(source, match, match["day"] or match["day2"] or "")
    for match in _IN_FIGURES.finditer(plain):
        # Without the word before it, "1.3.22" is more often a heading's number or a measure than a date.
        if match["named"] or (match["year"][:2] in {"19", "20"} and len(match["year"]) == 4):
            yield _to_date(source, match, match["day"])
    for match in _BLANK_FIGURES.finditer(plain):
        yield _to_date(source, match, match["day"])


def _to_date(source: str, match: re.Match[str], day: str) -> FoundDate:
    parts = (match["year"].strip(" ._-\n"), match["month"], day)
    end = match.start() + len(match.group().rstrip(" ._-\n"))
    blank = not all(parts)
    return FoundDate(match.start(), end, source[match.start() : end], None if blank else _day(*parts), blank)


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def find_school_years(text: str) -> list[tuple[int, str]]:
    """School years with their positions, tidied: "2022 – 2023", "2023.2024", "20222023" give "2022-2023" and so on."""
    found: list[tuple[int, str]] = []
    for match in _YEARS.finditer(shade(text).plain):
        first = int(match["first"])
        second = int(match["second"]) + (2000 if len(match["second"]) == 2 else 0)
        if second == first + 1:
            found.append((match.start(), f"{first}-{second}"))
    return found
