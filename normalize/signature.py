"""Who signed: the name below "HIỆU TRƯỞNG", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC" and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from normalize.passages import Passage
from normalize.people import first_name, last_name, parse_name
from normalize.report import Reading
from normalize.shadow import shade
from normalize.vocabulary import any_of, word_lists
from parsers.document import Place

LINES_BELOW = 12  # from the office to the name: seal note, receivers, a deputy's office, blank lines


class _Line(NamedTuple):
    """A line; `column` of `columns` where a row of a table was joined into one passage."""

    text: str
    place: Place
    column: int = 0
    columns: int = 1


def read_signatory(passages: Sequence[Passage]) -> Reading[str] | None:
    """The name of who signed last; None where no name stands below an office."""
    lines = list(_lines_of(passages))
    for at in range(len(lines) - 1, -1, -1):
        if not _is_office(lines[at].text):
            continue
        found = _name_below(lines, at)
        if found is not None:
            return found
    return None


def _lines_of(passages: Sequence[Passage]) -> Iterator[_Line]:
    for passage in passages:
        if passage.where in {"appendix", "margin", "header"}:
            continue
        for text in passage.text.split("\n"):
            cells = [cell.strip() for cell in re.split(r"\s\|\s|\t|\s{4,}", text)]
            filled = [cell for cell in cells if cell]
            for column, cell in enumerate(filled):
                yield from (_Line(piece, passage.place, column, len(filled)) for piece in _pieces(cell))


def _pieces(text: str) -> list[str]:
    """A line in pieces: an office in capitals, a seal note and the heading behind the signature stand alone, also
    where lines ran together."""
    source, plain = shade(text)
    cuts = {0, len(source)}
    behind = next((match for match in _BEHIND.finditer(plain) if source[match.start()].isupper()), None)
    if behind is not None:
        cuts.update((behind.start(), len(source)))
    for match in (*_office().finditer(plain), *_note().finditer(source)):
        part = source[match.start() : match.end()]
        if part.isupper() or part.startswith("("):
            cuts.update(match.span())
    return [source[one:other] for one, other in pairwise(sorted(cuts))]


# What a page break or a lost line end put behind the name: the appendix's heading, a page's number.
_BEHIND = re.compile(
    r"(?<=\s)(?:phu\s+luc|danh\s+(?:muc|sach)|phieu\s+(?:tu|danh|cham)|bieu\s+(?:mau|so|tong|\d)|trang\s+\d|ket\s+qua"
    r"|(?:bang|ban)\s+(?:tu|tong|diem|cham|chi|ket|danh|ke|so|\d)|mau\s+(?:so|\d))"
)
_PAGE = re.compile(r"[\s-]+\d{1,3}(?:\s*/\s*\d{1,3})?[\s-]*$")


def _is_office(text: str) -> bool:
    """The line is, or ends with, the office of who heads the school, as a signature has it."""
    source, plain = shade(text)
    match = next((found for found in _office().finditer(plain) if not plain[found.end() :].strip(" .:")), None)
    if match is None:
        return False
    office, before = source[match.start("office") :], source[: match.start("office")].strip()
    if not before:
        return office.isupper() or len(text.split()) <= 4
    # "Nơi nhận: HIỆU TRƯỞNG": two columns on one line; "… của Hiệu trưởng" is a sentence.
    return office.isupper() and (before[-1] in ".;:)," or before.isupper())


def _name_below(lines: list[_Line], at: int) -> Reading[str] | None:
    office = lines[at]
    for line in lines[at + 1 : at + 1 + LINES_BELOW]:
        if line.columns == office.columns > 1 and line.column != office.column:
            continue
        if _ends_signature(line.text):
            return None
        text = _PAGE.sub("", _note().sub(" ", line.text)).partition(" (")[0].strip()
        if not text or _is_office(text):
            continue
        name = parse_name(text) if line.columns > 1 else last_name(text) or first_name(text)
        if name is not None:
            return Reading(name, line.text, line.place)
    return None


def _ends_signature(text: str) -> bool:
    return re.match(r"(?:phu luc|bang|bieu|danh muc|danh sach|[ivx]+\.\s)", shade(text).plain) is not None


@cache
def _office() -> re.Pattern[str]:
    signature = word_lists("bodies")["signature"]
    prefixes = any_of(signature["prefixes"])
    return re.compile(
        rf"(?<!\w)(?P<office>(?:{prefixes}\s*)*{any_of(signature['heads'])}(?:\s+{any_of(signature['tails'])})?)(?!\w)"
    )


@cache
def _note() -> re.Pattern[str]:
    """Seal notes: "(Đã ký)", "(Ký tên, đóng dấu)", "(Ký, ghi rõ họ tên)"."""
    return re.compile(
        r"\((?:đã\s+|Đã\s+)?[Kk][ýí][^)]*\)|\([Đđ]ã ký\)|^\s*[Đđ]ã ký\s*$|\([^)]*(?:họ tên|đóng dấu)[^)]*\)", re.I
    )
