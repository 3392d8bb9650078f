"""How far two subjects of documents speak of one thing."""

from __future__ import annotations

from normalize.folding import words_of

_EMPTY = frozenset(
    "ve viec va cua cac cho trong o tai nam hoc truong quyet dinh ke hoach ban hanh thuc hien so ngay v".split()  # noqa: SIM905
)


def overlap(one: str, other: str) -> float:
    """The share of the shorter subject's words of meaning that the other has too."""
    first, second = (frozenset(words_of(text)) - _EMPTY for text in (one, other))
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def is_same(one: str, other: str) -> bool:
    """Whether two subjects are of one document."""
    return overlap(one, other) >= 0.7
