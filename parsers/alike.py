"""Rows that say the same though letters of one were spoiled: a heading printed again and read from a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

LIKE = 0.6  # of the letters of two texts that are one, as they follow one another
MOSTLY = 0.75  # of a row's cells, and of its letters

_NO_LETTERS = re.compile(r"[\W_]+")


def are_alike(texts: Sequence[str], others: Sequence[str]) -> bool:
    """Whether most cells of two rows of as many cells hold nearly the same letters, whatever their breaks are."""
    if len(texts) != len(others) or len(texts) < 2:
        return False
    pairs = [(_letters(one), _letters(other)) for one, other in zip(texts, others, strict=True)]
    said = [(one, other) for one, other in pairs if one or other]
    if len(said) < 2 or not _is_enough(said, [_most(one, other) for one, other in said]):
        return False
    return _is_enough(said, [_share(one, other) for one, other in said])


def _is_enough(said: Sequence[tuple[str, str]], shares: Sequence[float]) -> bool:
    """Whether shares of the letters of pairs of texts make the rows alike."""
    lengths = [max(len(one), len(other)) for one, other in said]
    alike = sum(share >= LIKE for share in shares)
    weight = sum(share * length for share, length in zip(shares, lengths, strict=True))
    return alike >= MOSTLY * len(said) and weight >= MOSTLY * sum(lengths)


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.casefold())


def _most(one: str, other: str) -> float:
    """The most that the share can be: of letters in whatever order."""
    common = sum([min(one.count(letter), other.count(letter)) for letter in {*one}])
    return 2.0 * common / (len(one) + len(other))


def _share(one: str, other: str) -> float:
    """The share of the letters of two texts that are common to them, in their order."""
    if one == other:
        return 1.0
    if not one or not other or min(len(one), len(other)) < LIKE * max(len(one), len(other)) / (2 - LIKE):
        return 0.0
    from difflib import SequenceMatcher  # seldom needed

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
