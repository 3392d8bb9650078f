"""What a sentence puts in between and what leaves its result as it is: comparisons, lists of all criteria."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.criteria import CriterionSet

# "tăng 8 điểm so với năm học trước", "hơn năm ngoái 9 điểm": figures of the comparison alone.
_POINTS = r"(?:\s+\d{1,3}(?:[.,]\d{1,2})?(?:\s*diem)?)?"
_COMPARISON = re.compile(
    rf"(?<!\w)(?:tang|giam|cao\s+hon|thap\s+hon|hon|kem)(?:\s+them)?{_POINTS}\s+(?:so\s+voi\s+(?:\d{{1,3}}(?:[.,]\d)?\s+)?)?(?:cua\s+)?"
    rf"(?:nam\s+hoc|nam|ky|dot|lan)\s+(?:hoc\s+|danh\s+gia\s+|lien\s+)?(?:truoc|ngoai|20\d\d\s*-\s*20\d\d)(?:{_POINTS})(?!\w)"
)
_CRITERIA = re.compile(
    r"(?<!\w)(?:(?:hai|ba|bon|nam|cac|tung)\s+)?(?:tieu\s+chi\s+)?(?:tu\s+)?\d\.\d{1,2}(?:\s*(?:,|va|den|-|\+)\s*(?:tieu\s+chi\s+)?\d\.\d{1,2})+(?![\w]|[.,]\d)"
)
_RANGE = re.compile(r"(?<!\w)den(?!\w)|-")


def without_insertions(plain: str, criteria: CriterionSet) -> str:
    """The folded line, as long as before, with blanks for what is put in between."""
    for start, end in (*_comparisons(plain), *_complete_lists(plain, criteria)):
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain


def _comparisons(plain: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _COMPARISON.finditer(plain))


def _complete_lists(plain: str, criteria: CriterionSet) -> Iterator[tuple[int, int]]:
    """Where all scored criteria of a group are listed ("từ 1.3 đến 1.7"): what they have is the group's."""
    for match in _CRITERIA.finditer(plain):
        listed = re.findall(r"\d\.\d{1,2}", match.group())
        for group in criteria.groups:
            scored = [one.id for one in group.criteria if not one.condition]
            ends = bool(scored) and _RANGE.search(match.group()) is not None and listed == [scored[0], scored[-1]]
            if ends or listed == scored:
                yield match.span()
