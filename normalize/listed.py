"""A score table that is written as a list: a paragraph a criterion or item, with its score after the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from normalize.answers import parse_answer
from normalize.labels import split_label
from normalize.readings import LEVEL
from normalize.wording import Wordbook
from parsers.document import Cell, Document, Line, Paragraph, Place, Table

ENOUGH_LINES = 6  # a narrative names a few criteria with their scores; a list has them all
LIKE = 0.5
HEADS = ("STT", "Tiêu chí", "Điểm tự chấm", "Mức độ", "Minh chứng")
_SCORE = re.compile(
    r"\s*[:;,.(\-–—=…]+\s*(?:điểm\s*)?(?:tự\s*(?:chấm|đánh giá)|đạt(?:\s*được)?|được)?\s*:?\s*"
    r"(?P<score>\d{1,3}(?:[.,]\d+)?\s*(?:điểm|đ)?\s*(?:/\s*\d{1,3}\s*(?:điểm|đ)?)?)(?=[\s;,.()\-–—]|$)(?!\s*%)",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(r"\(?\s*(?:minh chứng|hồ sơ|ghi chú)\s*[:\-–]\s*(?P<text>.+?)\)?\s*$", re.IGNORECASE | re.DOTALL)
_ANSWER = re.compile(r"[:\-–—]\s*(?P<answer>[^:\-–—;.]{1,30})[.;]?\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph of the list, taken apart; `unit` is the title that it is most like, by position."""

    number: str
    title: str
    score: str
    level: str
    evidence: str
    place: Place
    unit: int


def with_table(document: Document, book: Wordbook) -> Document:
    """The document with the paragraphs of its list as a table; the same document where there is no list."""
    entries: dict[int, Entry] = {}
    last: int | None = None
    for at, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or block.role != "body":
            continue
        entry = _entry(block, book)
        if entry is not None:
            entries[at], last = entry, at
        elif last is not None and last == at - 1 and (found := _EVIDENCE.match(block.text)):
            entries[last] = replace(entries[last], evidence=found.group("text"))
    within = [at for at, entry in entries.items() if not book.units[entry.unit].is_group]
    if len({entries[at].unit for at in within if entries[at].score}) < ENOUGH_LINES:
        return document
    # Lines on groups before and after the list are the narrative's.
    start = min(within) - 1 if min(within) - 1 in entries else min(within)
    kept = {at: entry for at, entry in entries.items() if start <= at <= max(within)}
    return replace(document, blocks=tuple(_blocks(document, kept)))


def _entry(paragraph: Paragraph, book: Wordbook) -> Entry | None:
    label, text = split_label(re.sub(r"^\s*[-–+•*]\s+", "", paragraph.text))
    evidence = _EVIDENCE.search(text)
    told = text[: evidence.start()] if evidence else text
    level = LEVEL.search(told)
    bare = LEVEL.sub(" ", told)
    scores = list(_SCORE.finditer(bare))
    answer = None if scores else _ANSWER.search(bare)
    if answer is not None and parse_answer(answer.group("answer").strip()) is None:
        answer = None
    if not scores and answer is None:
        return None
    title = bare[: scores[-1].start() if scores else answer.start() if answer else None].strip()
    likeness = [one.whole for one in book.likeness(title)]
    best = max(range(len(likeness)), key=likeness.__getitem__)
    if likeness[best] < LIKE:
        return None
    said = scores[-1].group("score") if scores else answer.group("answer").strip() if answer else ""
    number = "" if label is None else ".".join(map(str, label))
    return Entry(number, title, said, level.group().strip(" ,;:-–(") if level else "",
                 evidence.group("text") if evidence else "", paragraph.place, best)  # fmt: skip


def _blocks(document: Document, entries: dict[int, Entry]) -> Iterator[Paragraph | Table]:
    first = min(entries)
    for at, block in enumerate(document.blocks):
        if at == first:
            yield _table([entries[key] for key in sorted(entries)])
        if at not in entries:
            yield block


def _table(entries: Sequence[Entry]) -> Table:
    rows = [HEADS, *((one.number, one.title, one.score, one.level, one.evidence) for one in entries)]
    places = [Place(), *(one.place for one in entries)]
    cells = [
        Cell(text, row, column, place=place, lines=(Line(text),))
        for row, (texts, place) in enumerate(zip(rows, places, strict=True))
        for column, text in enumerate(texts)
    ]
    return Table(tuple(cells), entries[0].place)
