"""A line that begins with a group's matter alone, without "nhóm" or "chuyển đổi số": "II. Quản trị nhà trường: 67"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from normalize.claims import Claim
from normalize.criteria import CriterionSet, OfficialGroup
from normalize.folding import fold, words_of
from normalize.levels import ROMAN
from normalize.mentions import Mention, matter_of
from normalize.vocabulary import word_lists

_NUMBER = r"(?:(?:phan\s+|muc\s+)?(?P<number>\d{1,2}|[ivx]{1,4}|[a-h])\s*[.)/:-]\s*)?"
_REST = r"(?P<rest>[^:\d\n|]{0,50}?)"
_END = r"\s*(?P<end>[:=]|[-–]\s|\|\s|(?=\(?\s*(?:tu\s+(?:cham|danh\s+gia)|dat|tong|\d))|$)"


def find_heads(plain: str, claims: Sequence[Claim], criteria: CriterionSet) -> list[Mention]:
    """The groups whose matter begins the line, or a part of it behind a semicolon, and whose figures follow; or of
    which the line is the numbered heading.

    The matter alone may be a criterion's too: it is the group's where the number before it, the maximum behind the
    score, or a score and a level together say so.
    """
    starts = [0, *(mark.end() for mark in re.finditer(";", plain))]
    found = (_head_at(plain, *span, claims, criteria) for span in pairwise([*starts, len(plain) + 1]))
    return [head for head in found if head is not None]


def _head_at(plain: str, start: int, end: int, claims: Sequence[Claim], criteria: CriterionSet) -> Mention | None:
    behind = [claim for claim in claims if start <= claim.start < end]
    for position, group in enumerate(criteria.groups, 1):
        match = _heads(criteria)[position - 1].match(plain, start)
        if match is None or not set(words_of(match["rest"])) <= _goes_on(criteria):
            continue
        numbered = match["number"] is not None and _number(match["number"]) == position
        if numbered or _is_of_group([claim for claim in behind if claim.start >= match.end()], group):
            return Mention(group.id, match.start("matter"), match.end("rest"))
    return None


def group_of_cell(cell: str, criteria: CriterionSet) -> str | None:
    """The group whose matter is all that a cell holds: "Quản trị nhà trường"."""
    plain = fold(cell)
    for group, pattern in zip(criteria.groups, _heads(criteria), strict=True):
        match = pattern.fullmatch(plain)
        if match is not None and set(words_of(match["rest"])) <= _goes_on(criteria):
            return group.id
    return None


def _is_of_group(behind: Sequence[Claim], group: OfficialGroup) -> bool:
    scores = [claim for claim in behind if claim.score is not None]
    if not scores:
        return False
    if scores[0].maximum is not None:
        return scores[0].maximum == group.maximum
    return any(claim.level is not None for claim in behind)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    return ROMAN.get(text) or ord(text) - ord("a") + 1


@lru_cache(maxsize=16)
def _heads(criteria: CriterionSet) -> tuple[re.Pattern[str], ...]:
    return tuple(_head_patterns(criteria))


def _head_patterns(criteria: CriterionSet) -> Iterator[re.Pattern[str]]:
    for group in criteria.groups:
        key = matter_of(group.id, criteria)
        yield re.compile(rf"\W*{_NUMBER}(?P<matter>{key})(?!\w){_REST}{_END}" if key else r"(?!)")


@lru_cache(maxsize=16)
def _goes_on(criteria: CriterionSet) -> frozenset[str]:
    """Words that may follow the first ones of a matter: of the titles, and those of other wordings of them."""
    titles = [group.title for group in criteria.groups]
    return frozenset(
        word for text in (*titles, *word_lists("statements")["matters"]["words"]) for word in words_of(text)
    )
