"""Names of people, told from other words with capitals."""

from __future__ import annotations

import re
from functools import cache

from normalize.shadow import shade
from normalize.vocabulary import word_lists

LONGEST_NAME = 6  # words
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def parse_name(text: str) -> str | None:
    """The person's name that a line consists of, without degree; None when it is anything else."""
    bare = _degree().sub("", text.strip(" .,:;*_-"))
    words = bare.split()
    if not 2 <= len(words) <= LONGEST_NAME or not all(_WORD.fullmatch(word) and word[0].isupper() for word in words):
        return None
    if not _is_family(words[0]) and (len(words) > 5 or any(word.isupper() and len(word) > 1 for word in words)):
        return None
    return None if _no_name().search(shade(bare).source.lower()) else " ".join(words)


def last_name(text: str) -> str | None:
    """The name that a line ends with, where other columns stand before it on the same line."""
    whole = parse_name(text)
    words = text.split()
    if whole is not None and len(words) <= 4:
        return whole
    for size in range(min(LONGEST_NAME - 1, len(words)), 1, -1):
        tail, rest = words[-size:], words[:-size]
        if not _is_family(tail[0].strip(".,;:()")) or (rest and not _is_apart(rest)):
            continue
        name = parse_name(" ".join(tail))
        if name is not None:
            return name
    return whole


def first_name(text: str) -> str | None:
    """The name that a line begins with, where a heading in capitals ran together with it."""
    words = text.split()
    size = next((number for number, word in enumerate(words) if word.isupper() and len(word) > 1), len(words))
    if size == len(words) or not words or not _is_family(words[0]):
        return None
    return parse_name(" ".join(words[:size]))


def _is_apart(before: list[str]) -> bool:
    """What stands before is another column: it ends a phrase, or is a name itself."""
    return before[-1][-1] in ".;:)/" or parse_name(" ".join(before)) is not None


def _is_family(word: str) -> bool:
    return word.lower() in _family()


@cache
def _family() -> frozenset[str]:
    return frozenset(name.lower() for name in word_lists("people")["family"]["names"])


@cache
def _degree() -> re.Pattern[str]:
    titles = sorted(word_lists("people")["titles"]["names"], key=len, reverse=True)
    return re.compile(r"^(?:(?:" + "|".join(map(re.escape, titles)) + r")[.\s]\s*)+", re.I)


@cache
def _no_name() -> re.Pattern[str]:
    """Compared with diacritics: "Phong" and "Trọng" are names, "phòng" and "trân trọng" are none."""
    lists = word_lists("bodies")
    words = [*lists["signature"]["heads"], *lists["school"]["heads"], *word_lists("people")["no_name"]["words"]]
    written = "|".join(re.escape(word.lower()) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)")
