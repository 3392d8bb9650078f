"""Phrases of the lexicon of denials, found among a sentence's words as they are spelt.

Folded, "thi" (an examination) is "thì" (then) and "dụng" is "đúng"; so a word is compared with its marks, wherever the
text has any.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from normalize.folding import fold, words_of
from normalize.vocabulary import word_lists

_FINAL_Y = re.compile(r"^(h|k|l|m|s|t|qu)y$")
_WORD = re.compile(r"[^\W_]+")
CONJUNCTION = "="  # stands before a folded conjunction: folded, "vì" is "vi" like "đơn vị"


class Token(NamedTuple):
    """A folded word or mark with its place in the source; `spelt` is the word with its marks, "" where not known."""

    word: str
    start: int
    end: int
    spelt: str = ""


class Word(NamedTuple):
    """A word of a phrase: folded, and with its marks."""

    folded: str
    spelt: str


class Named(NamedTuple):
    """A stretch that names a thing of the table, from its first word up to after its last: what it stands for, and
    which of the words are the thing's own; `leads`: it begins with what the thing is, not with what it is for."""

    start: int
    end: int
    targets: tuple[str, ...]
    own: frozenset[int]
    leads: bool = False


Phrase = tuple[Word, ...]
Tokens = Sequence[Token]


@lru_cache(maxsize=4096)
def spelt(word: str) -> str:
    """The word's letters, then its marks in a fixed order: "hoà" and "hòa", "kỹ" and "kĩ" are spelt alike."""
    letters, marks = [], []
    for sign in unicodedata.normalize("NFD", word.lower()):
        if unicodedata.combining(sign):
            marks.append(sign)
        elif sign == "đ":
            letters.append("d")
            marks.append(sign)
        else:
            letters.append(sign)
    return _FINAL_Y.sub(r"\1i", "".join(letters)) + "".join(sorted(marks))


@cache
def phrase_of(text: str) -> Phrase:
    """A phrase of the lexicon; an abbreviation is written out, its words then known without their marks."""
    found: list[Word] = []
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        folded = words_of(word)
        if len(folded) == 1:
            found.append(Word(folded[0], spelt(word) if folded[0] == _FINAL_Y.sub(r"\1i", fold(word)) else ""))
        else:
            found.extend(Word(part, "") for part in folded)
    return tuple(found)


class Phrases:
    """Phrases sought together, by their first words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in dict.fromkeys(phrase_of(text) for text in texts):
            self._by_first.setdefault(phrase[0].folded, []).append(phrase)

    def ends(self, tokens: Tokens, at: int, end: int) -> Iterator[int]:
        """After their last words, the phrases that begin at that place."""
        for phrase in self._by_first.get(tokens[at].word.lstrip(CONJUNCTION), ()):
            if at + len(phrase) <= end and all(map(_is_word, phrase, tokens[at : at + len(phrase)])):
                yield at + len(phrase)

    def may_occur(self, words: Container[str]) -> bool:
        """Some phrase's first word is among the folded words."""
        return any(first in words for first in self._by_first)

    def spans(self, tokens: Tokens, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where a phrase stands, from its first word up to after its last."""
        return ((at, stop) for at in range(start, end) for stop in self.ends(tokens, at, end))

    def covered(self, tokens: Tokens, start: int, end: int) -> frozenset[int]:
        """The places of all words of all phrases that stand there."""
        return frozenset(at for span in self.spans(tokens, start, end) for at in range(*span))

    def occur(self, tokens: Tokens, start: int, end: int) -> bool:
        """Some phrase stands there."""
        return next(self.spans(tokens, start, end), None) is not None

    def begin(self, tokens: Tokens, at: int, end: int) -> bool:
        """Some phrase begins at that place."""
        return at < end and next(self.ends(tokens, at, end), None) is not None


def _is_word(word: Word, token: Token) -> bool:
    same = token.word.lstrip(CONJUNCTION) == word.folded
    return same and (not token.spelt or not word.spelt or token.spelt == word.spelt)


@cache
def phrases(*keys: str) -> Phrases:
    """The phrases of parts of the lexicon, each named "section.key"."""
    lists = word_lists("denials")
    return Phrases(text for key in keys for text in lists[key.partition(".")[0]][key.partition(".")[2]])
