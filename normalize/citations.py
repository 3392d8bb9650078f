"""Documents that a report cites: number, kind, date, what they are about, whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from normalize.anchors import Anchor, find_anchors
from normalize.citation_frame import frame_behind
from normalize.dates import FoundDate, find_dates
from normalize.flow import flowing
from normalize.issuers import Issuers, issuers_of
from normalize.passages import Passage
from normalize.report import Citation, Header
from normalize.shadow import Shadow, shade
from normalize.subject_text import Setting, Span, subject_of
from normalize.vocabulary import Spelling, spelling_of, word_lists


def find_citations(passages: Sequence[Passage], header: Header | None = None) -> tuple[Citation, ...]:
    """Every document cited, in order. `header` tells which are the school's own; its own number is no citation."""
    issuers = issuers_of(header)
    found: list[Citation] = []
    for passage in flowing([passage for passage in passages if passage.where != "margin"]):
        found.extend(
            citation for citation in _of_passage(passage, issuers) if not _is_own_number(citation, passage, header)
        )
    return tuple(found)


def _of_passage(passage: Passage, issuers: Issuers) -> list[Citation]:
    shadow = shade(passage.text)
    anchors = find_anchors(shadow)
    if not anchors:
        return []
    dates = find_dates(shadow.source)
    ends = [anchor.symbol.end for anchor in anchors]
    starts = [anchor.start for anchor in anchors]
    found = []
    for position, anchor in enumerate(anchors):
        lower = ends[position - 1] if position else 0
        upper = starts[position + 1] if position + 1 < len(anchors) else len(shadow.source)
        found.append(_to_citation(passage, anchor, _Around(shadow, Span(lower, upper), dates, issuers)))
    for position in range(1, len(found)):
        inner, between = anchors[position], shadow.plain[ends[position - 1] : anchors[position].start]
        if _AMENDS.search(between) and _APART.match(shadow.plain, inner.symbol.end):
            found[position - 1 : position + 1] = _with_outer_date(found[position - 1], found[position])
    return found


# "Quyết định số 58/QĐ-… về việc sửa đổi … của Quyết định số 46/QĐ-…, ngày 25/2/2023": the day is the first one's.
_AMENDS = re.compile(r"(?:sua\s+doi|bo\s+sung|thay\s+the|dinh\s+chinh|bai\s+bo|dieu\s+chinh)[^;\n]*$")
_APART = re.compile(r"\s*,\s*(?:ban\s+hanh\s+)?(?:ngay\s+)?\d")


def _with_outer_date(outer: Citation, inner: Citation) -> list[Citation]:
    if outer.date_text is not None or inner.date_text is None:
        return [outer, inner]
    dated = replace(outer, date=inner.date, date_text=inner.date_text)
    return [dated, replace(inner, date=None, date_text=None)]


class _Around(NamedTuple):
    """What surrounds a citation; `scope` reaches from the end of the one before to the start of the next one."""

    shadow: Shadow
    scope: Span
    dates: Sequence[FoundDate]
    issuers: Issuers


def _to_citation(passage: Passage, anchor: Anchor, around: _Around) -> Citation:
    shadow, scope, symbol = around.shadow, around.scope, anchor.symbol
    frame = frame_behind(shadow, symbol.end, scope.end, around.dates)
    date = _date_of(shadow, scope, anchor, around.dates) or frame.date
    subject = subject_of(shadow, anchor, Setting(scope, frame, around.dates))
    letters, kind = around.issuers.letters_of(anchor), around.issuers.kind_of(anchor)
    end = frame.date.end if frame.date is not None else symbol.end
    return Citation(
        place=passage.place,
        text=" ".join(shadow.source[anchor.start : end].split()),
        where=_where(passage),
        number=symbol.number,
        symbol=symbol.symbol,
        kind=kind,
        word=anchor.word.text if anchor.word else None,
        letters=letters,
        issuer=symbol.issuer if letters == symbol.letters else symbol.symbol,
        year=symbol.year,
        date=date.value if date is not None else None,
        date_text=date.text if date is not None else None,
        subject=subject.text,
        sure=subject.sure,
        own=around.issuers.own(anchor, shadow, scope.end),
        criterion=passage.criterion,
        well_formed=symbol.well_formed,
        confidence=passage.sure_of(f"{symbol.number or ''} {date.text if date is not None else ''}"),
    )


def _where(passage: Passage) -> str:
    if passage.where == "header":
        return "header"
    return "appendix" if passage.where == "appendix" else "text"


_LINK = re.compile(
    r"[\s,;:(\[-]*(?:cua\s+[^,;.()\n]{2,80}?[\s,]*)?"
    r"(?:(?:da\s+)?(?:duoc\s+)?(?:ban\s+hanh|ky|phat\s+hanh|ra)\s*,?\s*)?(?:vao\s+)?(?:ngay\s*:?\s*)?"
)
# Far from the number only a date that says it is the document's: "… ban hành ngày 3/10/2022", "…, ngày 3/10/2022;".
_FAR_LINK = re.compile(
    r"(?:(?:ban\s+hanh|ky|phat\s+hanh)(?:\s+vao)?\s*(?:ngay\s*:?\s*)?|\(\s*(?:ngay\s*)?|,\s*(?:ngay\s*)?)$"
)
# "Kế hoạch …, ngày 3/10/2022, số 12/KH-TH"
_DATED_BETWEEN = re.compile(r"[\s,;:(\[|-]*(?:(?:mang|co)\s+)?(?:so(?:\s+hieu)?|ky\s+hieu)?[\s:.]*")
_DATED_BEFORE = re.compile(r"[\s,]*(?:[^,;.\n]{0,60}\s)?(?:da\s+)?(?:ban\s+hanh|ky|ra|co)\s+$")


def _date_of(shadow: Shadow, scope: Span, anchor: Anchor, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The document's date: right after the number (or its issuer), else one that says so, else one before the word."""
    plain, end = shadow.plain, anchor.symbol.end
    later = [date for date in dates if end <= date.start < scope.end]
    for date in later[:1]:
        if _LINK.fullmatch(plain, end, date.start):
            return date
    for date in later:
        between = plain[end : date.start]
        if ";" in between or re.search(r"\.\s", between):
            break
        if _FAR_LINK.search(between) and _ends_clause(shadow.source, date.end, scope.end):
            return date
    for date in reversed(dates):
        if anchor.start <= date.start < end and _DATED_BETWEEN.fullmatch(plain, date.end, anchor.symbol.start):
            return date
        if (
            scope.start <= date.start
            and date.end <= anchor.start
            and _DATED_BEFORE.fullmatch(plain, date.end, anchor.start)
        ):
            return date
    return None


def _ends_clause(source: str, position: int, upper: int) -> bool:
    """A mark, "và", a capital or a figure (of a line that ran together with this one) follows, no event of that day."""
    rest = source[position:upper]
    if re.match(r"\s*(?:$|[).;,\n\d]|và\s+(?!ngày))", rest) or rest.lstrip()[:1].isupper():
        return True
    follows = shade(rest.lstrip())
    return not follows.plain.startswith("-") and not _event().begins(follows, 0, len(follows.plain))


@cache
def _event() -> Spelling:
    """Words that begin a sentence of its own after ", ngày 05/10/2022": the day is that of an event."""
    return spelling_of(word_lists("documents")["event"]["words"])


def _is_own_number(citation: Citation, passage: Passage, header: Header | None) -> bool:
    """The report's own number, at its head or where an appendix says what it belongs to, is no citation."""
    if passage.where == "header" and citation.word is None and shade(passage.text).plain.lstrip(" *").startswith("so"):
        return True
    if header is None or header.symbol is None or header.symbol.value is None:
        return False
    number = header.number.value if header.number is not None else None
    return citation.symbol == header.symbol.value and citation.number == number
