"""What stands above a report's text and at its end: number, date, school, upper body, school year, signatory."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from normalize.anchors import find_anchors
from normalize.dates import FoundDate, find_dates, find_school_years
from normalize.flow import flowing
from normalize.folding import fold
from normalize.masthead import HeadLine, begins_title, head_lines, names_of, title_lines, with_whole_dates
from normalize.passages import Passage
from normalize.report import Header, Reading
from normalize.schools import find_schools, parse_school
from normalize.shadow import shade
from normalize.signature import read_signatory
from normalize.symbols import Symbol, find_symbols
from normalize.vocabulary import word_lists
from parsers.document import Document

HEAD = 40  # passages among which the title is sought


def read_header(passages: Sequence[Passage], document: Document) -> Header:  # noqa: ARG001 - a footer may say more one day
    """The header's values; a field is None where nothing was found."""
    lines = head_lines(passages)
    running = flowing([passage for passage in passages if passage.where != "margin"])
    names = names_of(lines)
    lines = [*lines, *title_lines([passage for passage in passages if passage.where in {"header", "text"}][:HEAD])]
    number, symbol = _number_of(lines)
    return Header(
        number=number,
        symbol=symbol,
        date=_date_of(lines, passages),
        school=_school_of(names.school, running),
        upper_body=None if names.upper is None else Reading(names.upper.text, names.upper.text, names.upper.place),
        school_year=_school_year_of([*passages, *running]),
        signatory=read_signatory(passages),
    )


_NUMBER = re.compile(r"\W*so\s*[:.]?[\s._]*(?P<rest>\d|/|$)")


def _number_of(lines: Sequence[HeadLine]) -> tuple[Reading[str] | None, Reading[str] | None]:
    """Number and symbol of the line "Số: 12/BC-THCS"; a blank number is none."""
    for line in lines:
        if _NUMBER.match(shade(line.text).plain) is None:
            continue
        symbols = find_symbols(line.text)
        if symbols:
            return _readings_of(symbols[0], line)
        bare = re.search(r"\d+", line.text)
        return (Reading(bare.group(), line.text, line.place) if bare else None), None
    return None, None


def _readings_of(symbol: Symbol, line: HeadLine) -> tuple[Reading[str] | None, Reading[str]]:
    number = Reading(symbol.number, line.text, line.place) if symbol.number else None
    return number, Reading(symbol.symbol, line.text, line.place)


def _date_of(lines: Sequence[HeadLine], passages: Sequence[Passage]) -> Reading[datetime.date] | None:
    """The date of the head, else the one over the signature; a blank one is none."""
    for line in lines:
        for date in find_dates(line.text):
            if _is_dateline(line.text, date) or _follows_number(line.text, date):
                return None if date.blank else Reading(date.value, date.text, line.place)
    for line in reversed(_closing_lines(passages)):
        for date in find_dates(line.text):
            if _is_dateline(line.text, date) and not date.blank:
                return Reading(date.value, date.text, line.place)
    return None


_RECEIVERS = re.compile(r"^\W*nơi nhận\s*:?\s*", re.IGNORECASE)


def _closing_lines(passages: Sequence[Passage]) -> list[HeadLine]:
    """Lines of the text, columns apart: a date may stand over the signature, beside the receivers."""
    return with_whole_dates(
        [
            HeadLine(_RECEIVERS.sub("", text), passage.place)
            for passage in passages
            if passage.where not in {"appendix", "margin", "header"}
            for text in re.split(r"\n|\s\|\s|\t|\s{3,}", passage.text)
        ]
    )


def _is_dateline(text: str, date: FoundDate) -> bool:
    """Place and date, and nothing else ("Hải Phòng, ngày 05 tháng 5 năm 2023") but the title or the office below."""
    source, plain = shade(text)
    before, after = plain[: date.start].strip(), plain[date.end :].strip(" .)_*")
    office = source[date.end :].strip()
    if after and not begins_title(after) and not office.isupper():
        return False
    if not (date.blank or "thang" in plain[date.start : date.end] or before.endswith(",")):
        return False
    words = source[: date.start].split()
    return (
        len(words) <= 7
        and not find_anchors(shade(source))
        and all(word[0].isupper() or not word[0].isalpha() or fold(word) in _unit_words() for word in words)
    )


@cache
def _unit_words() -> frozenset[str]:
    """Small letters of a place's name: "Thị xã Sông Cầu", "Đặc khu Phú Quý"."""
    return frozenset(word for unit in word_lists("bodies")["school"]["units"] for word in fold(unit).split())


_TO_DATE = re.compile(r"[\s,;.(-]*(?:ngay\s*:?\s*)?")


def _follows_number(text: str, date: FoundDate) -> bool:
    """The line is the report's number and its date: "Số 52/BC-TH, ngày 27-5-2024"."""
    source, plain = shade(text)
    symbols = find_symbols(source) if _NUMBER.match(plain) else []
    if len(symbols) != 1 or plain[date.end :].strip(" .)_*"):
        return False
    return symbols[0].end <= date.start and _TO_DATE.fullmatch(plain, symbols[0].end, date.start) is not None


_LABEL = re.compile(
    r"(?:\d+[.)]\s*)?(?:ten\s+)?(?:truong|don\s+vi(?:\s+bao\s+cao)?|co\s+so\s+giao\s+duc|nha\s+truong|trung\s+tam|ten\s+csgd|csgd)\s*(?:\([^)]*\)\s*)?[:|]\s*"
)
_REPORTS = re.compile(
    r"\s*,?\s*(?:xin\s+|tran\s+trong\s+|kinh\s+)?(?:bao\s+cao|tu\s+danh\s+gia|da\s+to\s+chuc|to\s+chuc\s+tu|tien\s+hanh|da\s+tien\s+hanh)"
)


def _school_of(head: HeadLine | None, running: Sequence[Passage]) -> Reading[str] | None:
    """The school of the head, of a form's field, or of the running text."""
    told = list(_told_schools(running))
    if head is not None:
        name = _fuller(head.text, [reading.value or "" for reading in told])
        return Reading(name, head.text, head.place)
    labelled = _labelled_school(running)
    if labelled is not None:
        return labelled
    reporting = next((reading for reading in told if _is_reporting(reading)), None)
    if reporting is not None or not told:
        return reporting
    common = Counter(fold(reading.value or "") for reading in told).most_common(1)[0][0]
    return next(reading for reading in told if fold(reading.value or "") == common)


def _told_schools(running: Sequence[Passage]) -> Iterator[Reading[str]]:
    for passage in running:
        if passage.where == "header":
            continue
        for name in find_schools(passage.text):
            yield Reading(name, passage.text, passage.place)


def _is_reporting(reading: Reading[str]) -> bool:
    """The text has the school report: "Trường … báo cáo kết quả", "báo cáo của Trường …"."""
    plain, name = " ".join(shade(reading.text).plain.split()), shade(reading.value or "").plain
    at = plain.find(name)
    if at < 0:
        return False
    return _REPORTS.match(plain, at + len(name)) is not None or plain[:at].rstrip().endswith("bao cao cua")


def _fuller(head: str, told: Sequence[str]) -> str:
    """The head's name, or the text's where the head's line was cut off: "TRUNG TÂM GDNN-GDTX MINH"."""
    plain = fold(head)
    if any(fold(name) == plain for name in told):
        return head
    # a PDF may lose blanks between words of the head
    spaced = [name for name in told if fold(name).replace(" ", "") == plain.replace(" ", "")]
    if spaced:
        return spaced[0]
    longer = [
        name for name in told if fold(name).startswith(f"{plain} ") and len(name.split()) <= len(head.split()) + 2
    ]
    return longer[0] if longer else head


def _labelled_school(running: Sequence[Passage]) -> Reading[str] | None:
    for passage in running[:40]:
        for line in passage.text.split("\n"):
            match = _LABEL.match(shade(line).plain.lstrip(" -+*"))
            if match is None:
                continue
            skipped = len(line) - len(line.lstrip(" -+*"))
            name = parse_school(re.split(r"\s\|\s|;|\s{3,}|\t", line[skipped + match.end() :])[0])
            if name:
                return Reading(name, line, passage.place)
    return None


def _school_year_of(running: Sequence[Passage]) -> Reading[str] | None:
    """The year of the title, else the first that the text gives as its own, not as part of a cited document's name."""
    for passage in running:
        if passage.where in {"appendix", "margin"}:
            continue
        years = find_school_years(passage.text)
        if years and not find_anchors(shade(passage.text)):
            return Reading(years[0][1], passage.text, passage.place)
    return None
