"""Whether every word of a sentence is understood: what it states is then sure, else doubtful."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from normalize.criteria import CriterionSet
from normalize.folding import words_of
from normalize.sentences import sentence_around
from normalize.vocabulary import word_lists

LONGEST_PHRASE = 6  # words
_CLAUSE_ENDS = re.compile(r"\n|\.\s|[;!?]|,\s*(?:vi|nho|boi\s+vi|nguyen\s+nhan)\s")  # a reason leaves it as it is


def region_of(plain: str, start: int, end: int) -> str:
    """What bears on the figures from `start` to `end`: from the beginning of their sentence to the end of their clause.

    Words at a sentence's beginning ("Chỉ tiêu năm tới: …") go for all its clauses; those behind only for their own.
    """
    begin, _ = sentence_around(plain, start)
    stop = _CLAUSE_ENDS.search(plain, end)
    return plain[begin : stop.start() if stop else len(plain)]


def strange_words(text: str, criteria: CriterionSet) -> list[str]:
    """The words of a folded text outside the phrases of a plain statement of a result; numbers are never strange."""
    words = words_of(text)
    found: list[str] = []
    at = 0
    while at < len(words):
        length = _covered(words, at, criteria)
        if not length:
            found.append(words[at])
        at += length or 1
    return found


def _covered(words: Sequence[str], at: int, criteria: CriterionSet) -> int:
    """How many words the longest known phrase takes from here; 0 where none begins."""
    if words[at][0].isdigit():
        return 1
    for length in range(LONGEST_PHRASE, 1, -1):
        if tuple(words[at : at + length]) in _phrases():
            return length
    return int((words[at],) in _phrases() or words[at] in _title_words(criteria))


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(words_of(phrase) for section in word_lists("neutral").values() for phrase in section["words"])


@lru_cache(maxsize=16)
def _title_words(criteria: CriterionSet) -> frozenset[str]:
    titles = (*(group.title for group in criteria.groups), *(name for _, name in criteria.level_names))
    titles = (*titles, *word_lists("statements")["matters"]["words"])
    return frozenset(word for title in titles for word in words_of(title))
