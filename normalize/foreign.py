"""Stretches of a line whose figures are not this report's: of another year, a plan, another school, the scale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from normalize.dates import find_school_years
from normalize.mentions import Mention
from normalize.sentences import sentence_around
from normalize.vocabulary import any_of, word_lists

SECTIONS = ("earlier", "planned", "elsewhere", "ruled", "staged")


class Stretch(NamedTuple):
    """From `start` up to `end`."""

    start: int
    end: int


class _Mark(NamedTuple):
    """A word after which figures are somebody else's (`opens`), or the report's again."""

    start: int
    end: int
    opens: bool


# "năm học trước", "kỳ đánh giá liền trước", "năm ngoái": the noun, and before "trước" hardly anything.
_BEFORE = (
    r"(?:nam\s+hoc|nam|hoc\s+ky|ky|lan|dot|giai\s+doan)\s+(?:(?:danh\s+gia|tu\s+danh\s+gia|bao\s+cao|cham\s+diem|xep\s+loai"
    r"|lien\s+ke|lien|ke|hoc|ngay)\s+){0,2}(?:truoc|ngoai|kia)|cach\s+day\s+(?:\w+\s+){1,2}nam|tu\s+cho\s+(?:chi|moi)(?!\w)"
)
_VERDICT = r"(?:(?:ket\s+qua|kiem\s+tra|tham\s+dinh|danh\s+gia|phe\s+duyet)\s*,?\s*){1,3}"
_BY_OTHERS = (
    rf"(?:ket\s+qua|ket\s+luan|thong\s+bao|bien\s+ban)\s+{_VERDICT}"
    r"(?:cua|boi)\s+(?:so|phong|ubnd|uy\s+ban|doan|to\s+cong\s+tac|hoi\s+dong\s+tham|cap\s+tren)(?!\w)"
    r"|(?:(?<!co )(?<!de nghi )so|phong)\s+(?:gd\S*|giao\s+duc[^,;.]*?)\s+(?:da\s+)?"
    r"(?:cham|danh\s+gia|tham\s+dinh|cong\s+nhan|xep)"
)
_CALENDAR = re.compile(r"(?<!\w)nam\s+(?P<year>20\d\d)(?!\w|\s*[-/.]\s*\d)")
_IN_DATE = re.compile(r"thang\s*\d{1,2}\s*[,/-]?\s*$")
_COMPARED = re.compile(r"(?:so\s+voi|hon|ngang|bang)\s+(?:[^\W\d_]+\s+){0,4}(?:nam\s+hoc\s+)?$")
_COMPARISON_ENDS = re.compile(r"\s*(?:$|[,.;)\n]|thi(?!\w)|da(?!\w))")
# "46 điểm (mức 1) ở năm học trước": what stands before the mark is its own.
_OWNS_BEFORE = re.compile(r"[^\s,;.:(]\)?,?\s*(?:\(|(?:trong|o|cua|vao|tai|la\s+(?:ket\s+qua\s+)?cua)\s)\s*$")
_OWNED_ENDS = re.compile(r"\s*(?:$|[.;,)\n])")


def foreign_stretches(
    plain: str, mentions: Sequence[Mention], school_year: str | None, others: Sequence[Stretch] = ()
) -> list[Stretch]:
    """The stretches of a folded line that speak of another time, place or rule; `school_year` is the report's.

    `others` are where the line names other schools.
    """
    found: list[Stretch] = []
    for section in SECTIONS:
        marks = _marks(plain, section, school_year)
        if section == "elsewhere":
            marks = sorted([*marks, *(_Mark(*other, opens=True) for other in others)])
        if not any(mark.opens for mark in marks):
            continue
        for mark, following in zip(marks, [*marks[1:], None], strict=True):
            if mark.opens:
                limit = len(plain) if following is None else following.start
                found.extend(_stretches_of(plain, mark, limit, mentions))
    return found


def stays_foreign(plain: str, school_year: str | None) -> bool:
    """The line's last word on the matter is that what follows is of another time, a plan or another school."""
    return any(
        marks[-1].opens and _compared(plain, marks[-1]) is None
        for section in SECTIONS[:3]
        if (marks := _marks(plain, section, school_year))
    )


def speaks_of_now(plain: str, school_year: str | None) -> bool:
    """Some word says that the line is on the reported year, or the school's own result."""
    return any(not mark.opens for section in SECTIONS[:2] for mark in _marks(plain, section, school_year))


def _marks(plain: str, section: str, school_year: str | None) -> list[_Mark]:
    found = [_Mark(*match.span(), match["until"] is None) for match in _words(section).finditer(plain)]
    if section == "earlier" and "20" in plain:
        found.extend(_years(plain, school_year))
    return _without_own_times(plain, sorted(found)) if section == "planned" else sorted(found)


_THIS_YEAR = re.compile(r"nam\s+(?:nay|hoc\s+nay)")


def _without_own_times(plain: str, marks: Sequence[_Mark]) -> list[_Mark]:
    """Without the times that belong to a plan: "Chỉ tiêu giao cho năm học này là …" is not yet this year's result."""
    kept: list[_Mark] = []
    for mark in marks:
        planned = bool(kept) and kept[-1].opens and re.search(r"[,;.:\n]", plain[kept[-1].end : mark.start]) is None
        if mark.opens or not planned or _THIS_YEAR.match(plain, mark.start) is None:
            kept.append(mark)
    return kept


def _years(plain: str, school_year: str | None) -> Iterator[_Mark]:
    """Other school years and calendar years than the report's; its own school year speaks of now."""
    if school_year is None:
        return
    for start, year in find_school_years(plain):
        yield _Mark(start, start + 4, year != school_year)
    for match in _CALENDAR.finditer(plain):
        if match["year"] not in school_year and not _IN_DATE.search(plain[: match.start()]):
            yield _Mark(*match.span(), opens=True)


def _stretches_of(plain: str, mark: _Mark, limit: int, mentions: Sequence[Mention]) -> Iterator[Stretch]:
    comparison = _compared(plain, mark)
    if comparison is not None and _COMPARISON_ENDS.match(plain, mark.end):
        return
    sentence = Stretch(*sentence_around(plain, mark.start))
    before = [mention for mention in mentions if sentence.start <= mention.start < mark.start]
    told = bool(before) and any(letter.isdigit() for letter in plain[before[-1].end : mark.start])
    owned = _OWNS_BEFORE.search(plain, sentence.start, mark.start)
    if (told or not before) and owned is not None and _OWNED_ENDS.match(plain, mark.end):
        begin = plain.rfind(",", sentence.start, owned.start()) if owned.group().endswith("(") else sentence.start
        yield Stretch(max(begin, sentence.start), mark.start)
        return
    if told:
        following = [mention.start for mention in mentions if mention.start >= mark.end] if comparison else []
        end = min([_end_of_clause(plain, mark, sentence), *following])
    else:
        # what was said of a group goes on in its further sentences: "Năm học trước nhóm 1 đạt 60 điểm. Xếp mức 2."
        spoken = any(sentence.start <= mention.start < sentence.end for mention in mentions)
        end = len(plain) if spoken else sentence.end
    yield Stretch(mark.end, min(limit, end))


def _compared(plain: str, mark: _Mark) -> re.Match[str] | None:
    """ "so với năm học trước", "cao hơn năm ngoái": this year's figure is set beside another."""
    return _COMPARED.search(plain[max(0, mark.start - 40) : mark.start])


def _end_of_clause(plain: str, mark: _Mark, sentence: Stretch) -> int:
    """Of the clause, or of the brackets that the mark stands in."""
    ends = [plain.find(";", mark.end, sentence.end)]
    if plain.count("(", sentence.start, mark.start) > plain.count(")", sentence.start, mark.start):
        ends.append(plain.find(")", mark.end, sentence.end))
    return min((end for end in ends if end >= 0), default=sentence.end)


@cache
def _words(section: str) -> re.Pattern[str]:
    lists = word_lists("statements")[section]
    opening = any_of(lists["words"])
    more = {"earlier": _BEFORE, "ruled": _BY_OTHERS}.get(section)
    if more is not None:
        opening = rf"(?:{more}|{opening})"
    return re.compile(rf"(?<!\w)(?:(?P<until>{any_of(lists['until'])})|{opening})(?!\w)")
