"""The word lists of `lexicon/`: data that a clerk can extend, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from normalize.shadow import shade

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
