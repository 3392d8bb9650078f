"""Whether files that lie together are parts of one report, by what they say: a text here, its score table there.

To join two reports is worse than to leave one apart, so whatever speaks against it decides: two schools, two years, two
numbers, one criterion scored in two files, two texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice
from typing import NamedTuple, TypeVar

from normalize.criteria import CriterionSet
from normalize.folding import fold
from normalize.interpret import interpret
from normalize.report import Criterion, Report
from parsers.document import Document, Paragraph, Table

TEXT = 900  # letters of sentences; a score table's own heading, notes and signature have some 300
SHORT_TEXT = 300  # letters of sentences in a file without a score table
SENTENCE = 60  # letters; what is shorter is a heading, a line of the header or an address
FIRST = 4  # blocks in which a title stands where a page begins with it, and in which it says what it is on
SHARED = 2  # criteria with scores in two tables of a report: one that the page break cut, one set right below
PAGE_TOP = 12  # blocks of a page among which a report's beginning is looked for
_TITLE = re.compile(r"^(?:bao cao|phieu (?:tu )?(?:danh gia|cham)|ho so tu danh gia)\b")
_SUBJECT = re.compile(r"\b(?:chuyen doi so|tu danh gia)\b")
_NUMBER = re.compile(r"\bso ?: ?[^a-z]{0,8}/ ?bc\b")
_MOTTO = re.compile(r"\bdoc lap ?- ?tu do ?- ?hanh phuc\b")

T = TypeVar("T")


class Part(NamedTuple):
    """A file as read. `is_main`: nothing in its name says that it goes with another."""

    document: Document
    report: Report
    is_main: bool


def parts_of_one(parts: Sequence[Part]) -> tuple[int, ...]:
    """The numbers of those that are one report, its text first; empty where it is not sure that any are."""
    most = max((len(scored(part.report)) for part in parts), default=0)
    tables = [number for number, part in enumerate(parts) if 2 * len(scored(part.report)) > most]
    texts = [number for number, part in enumerate(parts) if number not in tables and has_text(part)]
    mains = [number for number in texts if parts[number].is_main] or texts
    if len(mains) > 1 or not tables or any(is_whole(parts[number]) for number in tables):
        return ()
    together = (*mains, *tables)
    chosen = [parts[number] for number in together]
    if len(together) < 2 or not _agree(chosen) or _overlap([parts[number] for number in tables]):
        return ()
    return together if mains or _is_most(chosen) else ()


def scored(report: Report) -> frozenset[str]:
    """The criteria that the report's table has figures for."""
    groups = report.appendix.groups if report.appendix is not None else ()
    return frozenset(criterion.id for group in groups for criterion in group.criteria if _has_figure(criterion))


def _has_figure(criterion: Criterion) -> bool:
    return criterion.score is not None or any(item.score is not None for item in criterion.items)


def has_text(part: Part) -> bool:
    """Whether the file has a report's text: a number of its own, or sentences outside tables."""
    number = part.report.header.number
    return (number is not None and number.value is not None) or _letters(part) >= SHORT_TEXT


def is_whole(part: Part) -> bool:
    """Whether a file with a score table has a report's text too: a table's notes and signature are no such."""
    return _letters(part) >= TEXT


def _letters(part: Part) -> int:
    return sum(map(len, _sentences(part.document)))


def _sentences(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.role == "body" and len(block.text) >= SENTENCE:
            yield block.text


def _agree(parts: Sequence[Part]) -> bool:
    """Whether nothing says that they are of different reports."""
    headers = [part.report.header for part in parts]
    known = (
        [fold(header.school.value) for header in headers if header.school and header.school.value],
        [header.school_year.value for header in headers if header.school_year],
        [header.number.value for header in headers if header.number and header.number.value],
    )
    return all(_at_most_one(values) for values in known)


def _overlap(tables: Sequence[Part]) -> bool:
    """Whether a criterion has figures in two of the tables."""
    criteria = [criterion for table in tables for criterion in scored(table.report)]
    return len(set(criteria)) < len(criteria)


def _at_most_one(values: Sequence[T]) -> bool:
    return len(set(values)) < 2


def _is_most(parts: Sequence[Part]) -> bool:
    """Whether tables without a text make up more of the official table together than any of them alone could."""
    known = [part.report.appendix for part in parts if part.report.appendix is not None]
    return all(2 * len(scored(part.report)) <= len(scored(part.report)) + len(one.missing)
               for part, one in zip(parts, known, strict=True))  # fmt: skip


def beginnings(document: Document, pages: Sequence[int]) -> list[int]:
    """The pages, of those given, on which a report begins."""
    return [page for page in pages if _begins([fold(text) for text in islice(_texts(document, page), PAGE_TOP)])]


def _begins(top: Sequence[str]) -> bool:
    """Whether a page with this at its top is a report's first: a title below the national motto, or at the very top."""
    motto = next((at for at, text in enumerate(top) if _MOTTO.search(text)), None)
    titles = [at for at, text in enumerate(top) if _TITLE.match(text) and len(text) < SENTENCE]
    if motto is not None:
        return any(at > motto for at in titles) or any(_NUMBER.search(text) for text in top)
    return any(at < FIRST and any(_SUBJECT.search(text) for text in top[at : at + FIRST]) for at in titles)


def is_one(document: Document, criteria: CriterionSet) -> bool:
    """Whether pages that were put together are one report: no two tables have scores for the same criteria."""
    tables = (block for block in document.blocks if isinstance(block, Table))
    read = [scored(interpret(replace(document, blocks=(table,)), criteria)) for table in tables]
    return all(len(one & other) <= SHARED for one, other in combinations(read, 2))


def _texts(document: Document, page: int) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from ([block.text] if block.place.page == page else [])
        else:
            yield from (cell.text for cell in block.cells if cell.place.page == page)
