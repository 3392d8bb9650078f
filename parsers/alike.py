"""Rows that say the same though letters of one were spoiled: a heading printed again and read from a picture."""

from __future__ import annotations

from collections.abc import Sequence

LIKE = 0.6  # of the letters of two texts that are one, as they follow one another
MOSTLY = 0.75  # of a row's cells, and of its letters


def are_alike(texts: Sequence[str], others: Sequence[str]) -> bool:
    """Whether most cells of two rows of as many cells hold nearly the same letters, whatever their breaks are."""
    if len(texts) != len(others) or len(texts) < 2:
        return False
    pairs = [(_letters(one), _letters(other)) for one, other in zip(texts, others, strict=True)]
    said = [(one, other) for one, other in pairs if one or other]
    shares = [_share(one, other) for one, other in said]
    lengths = [max(len(one), len(other)) for one, other in said]
    alike = sum(share >= LIKE for share in shares)
    weight = sum(share * length for share, length in zip(shares, lengths, strict=True))
    return len(said) >= 2 and alike >= MOSTLY * len(said) and weight >= MOSTLY * sum(lengths)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _share(one: str, other: str) -> float:
    """The share of the letters of two texts that are common to them, in their order."""
    if one == other:
        return 1.0
    if not one or not other or min(len(one), len(other)) < LIKE * max(len(one), len(other)) / (2 - LIKE):
        return 0.0
    from difflib import SequenceMatcher  # seldom needed

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
