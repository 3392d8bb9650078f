"""When two citations are of one document, and when of two."""

from __future__ import annotations

import re
from functools import lru_cache

from normalize.folding import fold
from normalize.report import Citation
from normalize.title_words import reads_as_title
from rules.likeness import (
    are_two_acts,
    are_two_subjects,
    are_two_wordings,
    begin_as_one,
    is_one_subject,
    share_most,
)

FEWEST_APART = 9  # a school issues fewer documents of one kind on a day; swapped neighbours are 9 apart at least
_YEARS = re.compile(r"\b(20\d\d)(?:\s*[-/.–]\s*(20\d\d))?\b")


def tidied(citation: Citation) -> str:
    """The number without leading zeros ("08" is "8"); "" where it is blank."""
    number = (citation.number or "").strip().upper()
    return number.lstrip("0") or ("0" if number else "")


def cited_as(citation: Citation) -> str:
    """Number and symbol as a document is named: "08/QĐ-THCS", "71/2023/QĐ-THCS", a Party document's "52-NQ/TW"."""
    if citation.number and "/" in citation.symbol:
        return f"{citation.number}-{citation.symbol}"
    parts = (citation.number or "", str(citation.year) if citation.year else "", citation.symbol)
    return "/".join(part for part in parts if part)


def register_number(citation: Citation) -> str:
    """Number and kind, by which findings on one document are known; "08/QĐ-THCS" and "8/QĐ" give the same."""
    return f"{tidied(citation)}/{fold(_kind(citation))}"


def day_of(citation: Citation) -> str:
    """The date as a key."""
    return citation.date.isoformat() if citation.date else ""


@lru_cache(maxsize=1024)
def _letters(issuer: str) -> str:
    return re.sub(r"[^a-z]", "", fold(issuer))


def has_compatible_issuer(one: Citation, other: Citation) -> bool:
    """Whether both may come from one issuer; letters that are missing say nothing."""
    if None not in (one.own, other.own) and one.own != other.own:
        return False
    first, second = _letters(one.issuer), _letters(other.issuer)
    return not first or not second or first == second


def has_same_number(one: Citation, other: Citation) -> bool:
    """Whether both bear one number of one register."""
    if tidied(one) != tidied(other) or fold(_kind(one)) != fold(_kind(other)):
        return False
    years = {year for year in (one.year, other.year) if year is not None}
    return len(years) < 2 and has_compatible_issuer(one, other)


def _kind(citation: Citation) -> str:
    return citation.letters or citation.kind or ""


def are_alike(one: Citation, other: Citation) -> bool:
    """Whether kind, issuer and subject speak for one document."""
    return _may_be_one(one, other) and is_one_subject(one.subject, other.subject)


def are_nearly_alike(one: Citation, other: Citation) -> bool:
    """Whether both are of one day, and kind, issuer and most of their subjects speak for one document, not all."""
    twice = one.place != other.place and _are_of_one_day(one, other)
    return twice and _may_be_one(one, other) and not are_alike(one, other) and share_most(one.subject, other.subject)


def is_a_slip_apart(one: str, other: str) -> bool:
    """Whether two numbers are one but for a digit that is another one or lost, or two that are swapped; not neighbours
    of a register, which one day may bring."""
    if one == other or not (one.isdigit() and other.isdigit()) or abs(int(one) - int(other)) < FEWEST_APART:
        return False
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    wrong = [at for at, (first, second) in enumerate(zip(one, other, strict=True)) if first != second]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(one) == sorted(other)
    return len(wrong) == 1 or swapped


def are_of_one_day_and_lead(one: Citation, other: Citation) -> bool:
    """Whether both are of one day, and their subjects alike as far as the school year that they name."""
    return _are_of_one_day(one, other) and are_of_one_year_and_lead(one, other)


def _are_of_one_day(one: Citation, other: Citation) -> bool:
    """Whether both are dated, on one day."""
    return one.date is not None and one.date == other.date


def are_of_one_year_and_lead(one: Citation, other: Citation) -> bool:
    """Whether the subjects are alike as far as the school year that both name, be it in words that many have."""
    return _may_be_one(one, other) and begin_as_one(one.subject, other.subject)


def _may_be_one(one: Citation, other: Citation) -> bool:
    """Whether kind, issuer and years allow both to be one document."""
    if one.kind is None or other.kind is None or fold(one.kind) != fold(other.kind):
        return False
    return has_compatible_issuer(one, other) and not name_other_years(one, other)


def are_different(one: Citation, other: Citation) -> bool:
    """Whether the subjects, surely titles, speak for two documents.

    With two dates something is wrong in any case: then less of a difference will do, and what reads as a title.
    """
    if have_other_dates(one, other):
        return all(map(_is_titled, (one, other))) and (
            are_two_subjects(one.subject, other.subject)
            or are_two_acts(one.subject, other.subject)
            or are_two_wordings(one.subject, other.subject)
        )
    return one.sure and other.sure and are_two_subjects(one.subject, other.subject)


def _is_titled(citation: Citation) -> bool:
    return citation.sure or reads_as_title(citation.subject)


def have_other_dates(one: Citation, other: Citation) -> bool:
    """Whether both are dated, on two days."""
    return one.date is not None and other.date is not None and one.date != other.date


def may_be_same_year(one: Citation, other: Citation) -> bool:
    """Whether both may be of one year; a date that is missing says nothing, of an impossible one the year counts."""
    first, second = _year_of(one), _year_of(other)
    return None in (first, second) or first == second


def are_of_one_year(one: Citation, other: Citation) -> bool:
    """Whether both are dated, and in one year."""
    first, second = _year_of(one), _year_of(other)
    return first is not None and first == second


def _year_of(citation: Citation) -> int | None:
    if citation.date is not None:
        return citation.date.year
    written = re.search(r"(?<!\d)20\d\d(?!\d)", citation.date_text or "")
    return int(written.group()) if written else None


def name_other_years(one: Citation, other: Citation) -> bool:
    """Whether the subjects name years (school years, terms) of which none lies within one of the other's."""
    pairs = [(mine, yours) for mine in years_in(one.subject) for yours in years_in(other.subject)]
    return bool(pairs) and not any(set(mine) <= set(yours) or set(yours) <= set(mine) for mine, yours in pairs)


@lru_cache(maxsize=1024)
def years_in(text: str) -> tuple[range, ...]:
    """The years, school years and terms that the text names, each as the years that it covers."""
    found = []
    for match in _YEARS.finditer(text):
        first = int(match[1])
        found.append(range(first, int(match[2] or first) + 1))
    return tuple(found)
