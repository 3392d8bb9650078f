"""The word lists of `lexicon/`: data that a clerk can extend, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from normalize.shadow import Shadow, shade

FOLDER = Path(__file__).parent / "lexicon"


@cache
def word_lists(name: str) -> dict[str, dict[str, list[str]]]:
    """The sections of `lexicon/NAME.toml`; each section is lists of words by key."""
    sections: dict[str, dict[str, list[str]]] = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return sections


def any_of(phrases: Iterable[str]) -> str:
    """A pattern, for folded text, of any of the phrases; the longest first, blanks of any width."""
    folded = sorted({shade(phrase).plain for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in folded) + ")"


class Spelling(NamedTuple):
    """Words sought as they are spelt ("bởi" is not "bồi"); folded in a text that was typed without diacritics."""

    exact: re.Pattern[str]
    folded: re.Pattern[str]

    def begins(self, shadow: Shadow, start: int, end: int) -> bool:
        """One of the words begins at `start`."""
        pattern, text = self._suited(shadow)
        return pattern.match(text, start, end) is not None

    def occurs(self, shadow: Shadow, start: int, end: int) -> bool:
        """One of the words stands between the two positions."""
        return self.first(shadow, start, end) is not None

    def first(self, shadow: Shadow, start: int, end: int) -> int | None:
        """Where the first of the words begins between the two positions."""
        pattern, text = self._suited(shadow)
        match = pattern.search(text, start, end)
        return match.start() if match else None

    def past(self, shadow: Shadow, start: int, end: int) -> int | None:
        """Where the longest of the words that begin at `start` ends."""
        pattern, text = self._suited(shadow)
        match = pattern.match(text, start, end)
        return match.end() if match else None

    def _suited(self, shadow: Shadow) -> tuple[re.Pattern[str], str]:
        return (self.folded, shadow.plain) if shadow.source.isascii() else (self.exact, shadow.source)


def spelling_of(phrases: Iterable[str]) -> Spelling:
    """The phrases as whole words, the longest first, blanks of any width."""
    listed = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    exact = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in listed)
    return Spelling(
        re.compile(rf"(?<!\w)(?:{exact})(?!\w)", re.IGNORECASE), re.compile(rf"(?<!\w){any_of(listed)}(?!\w)")
    )
