"""How well a stretch of text fits each official title, whatever was abridged, mistyped or added.

A word counts by how few titles hold it, so that "có triển khai phân hệ" says little and "y tế" much.
A text that says part of a title (abridged, or cut by a page) and a text that holds a title and more (a criterion
written together with its items) are both near; mistyped words are caught by comparing letters.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from normalize.criteria import CriterionSet
from normalize.folding import fold, words_of
from normalize.units import Unit, units_of

# Below this weight of common words a likeness is not believed ("Có" is in every title): about two rare words.
ENOUGH_WEIGHT = 4.0
UNRELATED = 0.4  # how alike the letters of two Vietnamese sentences are that have nothing in common
COMPARE_LETTERS = 5  # candidates whose letters are compared too


@dataclass(frozen=True, slots=True)
class Likeness:
    """`whole`: how well the text fits the title, 0 to 1; `holds`: how much of the title stands in the text."""

    whole: float
    holds: float


NONE = Likeness(0.0, 0.0)
SAME = Likeness(1.0, 1.0)


@dataclass(frozen=True)
class Wordbook:
    """The titles of a criterion set, indexed by word. `named`: units by other names that they have, as their words."""

    units: tuple[Unit, ...]
    weight: dict[str, float]
    holders: dict[str, tuple[int, ...]]
    totals: tuple[float, ...]
    titles: tuple[str, ...]
    named: dict[str, int]
    seen: dict[str, tuple[Likeness, ...]] = field(default_factory=dict)

    def likeness(self, text: str) -> tuple[Likeness, ...]:
        """One likeness for each unit."""
        known = self.seen.get(text)
        if known is None:
            if len(self.seen) >= 1_000:  # a batch meets the official wordings again and again, and others once
                self.seen.clear()
            known = self.seen[text] = self._compare(text)
        return known

    def holds_beyond(self, text: str, unit: int, other: int) -> float:
        """How much of a title stands in the text, by the words that another title does not have."""
        own = sorted(set(self.titles[unit].split()) - set(self.titles[other].split()))
        said = set(words_of(text))
        total = sum(self.weight[word] for word in own)
        return sum(self.weight[word] for word in own if word in said) / total if total else 0.0

    def _compare(self, text: str) -> tuple[Likeness, ...]:
        said = words_of(text)
        words = dict.fromkeys(said)
        if not words:
            return (NONE,) * len(self.units)
        named = self.named.get(" ".join(said))
        if named is not None:
            return tuple(SAME if position == named else NONE for position in range(len(self.units)))
        rare = math.log(1 + len(self.units))
        total = sum(self.weight.get(word, rare) for word in words)
        common = [0.0] * len(self.units)
        for word in words:
            for position in self.holders.get(word, ()):
                common[position] += self.weight[word]
        near = [_fit(shared, total, whole) for shared, whole in zip(common, self.totals, strict=True)]
        return tuple(self._with_letters(text, near))

    def _with_letters(self, text: str, near: list[Likeness]) -> list[Likeness]:
        """The most likely again by their letters, which a mistyped word changes little."""
        plain = " ".join(words_of(text))
        ranked = sorted(range(len(near)), key=lambda position: -near[position].whole)[:COMPARE_LETTERS]
        for position in ranked:
            letters = (fuzz.ratio(plain, self.titles[position]) / 100 - UNRELATED) / (1 - UNRELATED)
            if letters > near[position].whole:
                near[position] = Likeness(letters, max(letters, near[position].holds))
        return near


def _fit(shared: float, said: float, title: float) -> Likeness:
    if not shared:
        return NONE
    within, holds = shared / said, shared / title
    trust = min(1.0, shared / min(ENOUGH_WEIGHT, title))
    return Likeness((0.65 * max(within, holds) + 0.35 * min(within, holds)) * trust, holds)


@lru_cache(maxsize=16)
def wordbook_of(criteria: CriterionSet) -> Wordbook:
    """The wordbook of a set, made once."""
    units = units_of(criteria)
    titles = [tuple(dict.fromkeys(words_of(unit.title))) for unit in units]
    holders: dict[str, list[int]] = defaultdict(list)
    for position, words in enumerate(titles):
        for word in words:
            holders[word].append(position)
    at_group = {unit.id: position for position, unit in enumerate(units) if unit.is_group}
    weight = {word: math.log(1 + len(units) / len(places)) for word, places in holders.items()}
    return Wordbook(
        units,
        weight,
        {word: tuple(places) for word, places in holders.items()},
        tuple(sum(weight[word] for word in words) or 1.0 for words in titles),
        tuple(" ".join(words_of(fold(unit.title))) for unit in units),
        {" ".join(words_of(name)): at_group[group.id] for group in criteria.groups for name in group.names},
    )
