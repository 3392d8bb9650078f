"""A text and its fold, letter for letter: patterns are sought in the fold, the words are cut out of the source."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = frozenset("‐‑‒–—―−⁃")
_QUOTES = frozenset("“”„‟«»″")


class Shadow(NamedTuple):
    """`plain` has as many letters as `source`: lower case, no diacritics, đ as d, one kind of dash, quote and blank."""

    source: str
    plain: str


class _Letters(dict[int, str]):
    """Folds one letter when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_letter(chr(code))
        return folded


def _fold_letter(letter: str) -> str:
    if letter in _DASHES:
        return "-"
    if letter in _QUOTES:
        return '"'
    if letter in "đĐðÐ":
        return "d"
    if letter != "\n" and letter.isspace():
        return " "
    return unicodedata.normalize("NFKD", letter.lower())[:1] or letter


_LETTERS = _Letters()


@lru_cache(maxsize=512)
def shade(text: str) -> Shadow:
    """The composed text without unseen characters, and its fold of equal length (line ends stay)."""
    source = _UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    return Shadow(source, source.translate(_LETTERS))
