"""The paragraphs of a list as its author wrote them: what the width of a page ran together or took apart is put right.

A PDF has lines alone: one that happens to end at the right edge is run together with the next one, and one that breaks
behind a colon is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from normalize.list_lines import LONGEST_ANSWER, ListLine, line_of, title_and_answer, title_and_tail
from normalize.units import Unit
from parsers.document import Document, Paragraph, Table

UnitOf = Callable[[ListLine], Unit | None]  # what a line is on

# Where a line may have ended: behind points, a level or a bracket; or before the number of a criterion.
_END = re.compile(
    r"(?:(?<=điểm)|(?<=\dđ)|(?<=mức\s\d)|(?<=[)\]]))[.;]?\s+"
    r"|\s+(?=(?:(?:TC|Tiêu chí)\s?)?(?:\d|[IVX]+)\.\d\.?\s(?!\s*(?:điểm|đ\b|/)))",
    re.IGNORECASE,
)
_NEW = re.compile(r"[.:!?]\s*$")  # behind it a new sentence begins


def with_own_lines(document: Document, unit_of: UnitOf) -> Document:
    """The document with each line of its list in a paragraph of its own."""
    return replace(document, blocks=tuple(_apart(_together(document.blocks, unit_of), unit_of)))


def _together(blocks: Sequence[Paragraph | Table], unit_of: UnitOf) -> list[Paragraph | Table]:
    """Lines of the list joined with the paragraph below that is their rest."""
    kept: list[Paragraph | Table] = []
    above: int | None = None  # the last paragraph kept, where it is a line of the list
    for block in blocks:
        if isinstance(block, Paragraph) and block.role != "body":
            kept.append(block)
            continue
        begun = None if above is None else kept[above]
        if not isinstance(block, Paragraph) or block.place.page is None:
            kept.append(block)
            above = None
        elif above is not None and isinstance(begun, Paragraph) and _goes_on(begun.text, block.text, unit_of):
            kept[above] = replace(begun, text=f"{begun.text} {block.text}")
        else:
            kept.append(block)
            line = line_of(block.text)
            above = len(kept) - 1 if line.proves or unit_of(line) is not None else None
    return kept


def _goes_on(above: str, text: str, unit_of: UnitOf) -> bool:
    """Whether a paragraph is the rest of the line above it: it begins in the middle of a sentence or a bracket, or it
    begins nothing itself and gives the title above its points."""
    own, title = line_of(text), line_of(above)
    if own.said and not own.title and own.label is None:  # points alone, behind a dash
        return not title.said and unit_of(title) is not None
    if own.label is not None or own.listed or own.is_total or own.is_evidence:
        return False
    if _NEW.search(above) is None and (text[:1].islower() or _closes_bracket(above, text)):
        return True
    if title.said or title.proves or own.is_level or unit_of(own) is not None:
        return False
    if own.proves and not own.said and title.label is not None and above.rstrip().endswith(":"):
        return len(own.title) <= LONGEST_ANSWER  # "Điều kiện bắt buộc (Minh chứng: …)"
    whole = line_of(f"{above} {text}")
    return bool(whole.said) and unit_of(whole) is unit_of(title)


def _closes_bracket(above: str, text: str) -> bool:
    closed = text.find(")")
    return above.count("(") > above.count(")") and closed >= 0 and "(" not in text[:closed]


def _apart(blocks: Sequence[Paragraph | Table], unit_of: UnitOf) -> Iterator[Paragraph | Table]:
    """The lines of paragraphs that hold several, each in one of its own."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.role == "body" and block.place.page is not None:
            yield from (replace(block, text=text) for text in _lines_of(block.text, unit_of))
        else:
            yield block


def _lines_of(text: str, unit_of: UnitOf) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        if _is_line(text[start : end.start()], unit_of) and _begins_line(text[end.end() :], unit_of):
            yield text[start : end.start()]
            start = end.end()
    yield text[start:]


def _is_line(text: str, unit_of: UnitOf) -> bool:
    """Whether a text may be a whole line: a title with its points, a level, evidence, a total."""
    line = line_of(text)
    return line.is_total or line.proves or line.is_level or (bool(line.said) and unit_of(line) is not None)


def _begins_line(text: str, unit_of: UnitOf) -> bool:
    """Whether a text begins with another title, and its points."""
    following = _END.search(text)
    for whole in (text, text[: following.start()] if following else text):
        line = line_of(whole)
        answered = title_and_tail(line.title)[1] or title_and_answer(line.title)[1] or line.proves
        told = bool(line.said) or (line.label is not None and bool(answered))
        if text[:1].isupper() | text[:1].isdigit() and told and unit_of(line) is not None:
            return True
    return False
