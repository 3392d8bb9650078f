"""Words in a text that name a kind of document: "Quyết định", "kế hoạch", "QĐ", "CV"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from normalize.folding import fold
from normalize.shadow import Shadow
from normalize.vocabulary import any_of, word_lists


class KindWord(NamedTuple):
    """A kind word from `start` to `end`; `kind` its letters; `text` as written."""

    start: int
    end: int
    kind: str
    text: str


def find_kind_words(shadow: Shadow, start: int, end: int) -> list[KindWord]:
    """Every kind word between two positions, in order."""
    found: list[KindWord] = []
    for match in _pattern().finditer(shadow.plain, start, end):
        kind = _kind_of(match, shadow.source[match.start() : match.end()])
        if kind is not None:
            found.append(
                KindWord(match.start(), match.end(), kind, " ".join(shadow.source[slice(*match.span())].split()))
            )
    return found


def _kind_of(match: re.Match[str], written: str) -> str | None:
    if match["word"] is not None:
        return _words()["".join(match["word"].split())]
    return _short().get(written)  # letters count only as they are spelt: "kh" in running text is no plan


@cache
def _pattern() -> re.Pattern[str]:
    # a PDF may lose the blank between two words: "Kếhoạch"
    words, short = any_of(_phrases()).replace(r"\s+", r"\s*"), any_of(_short())
    # "pháp luật", "kỷ luật" are no acts; "ký Kế hoạch" is one signed.
    no_law = r"(?!(?<=phap )luat|(?<=ky )luat)"
    return re.compile(rf"(?<![\w/&-])(?:{no_law}(?P<word>{words})|(?P<short>{short}))(?![\w/&-])")


@cache
def _phrases() -> dict[str, str]:
    return {fold(word): kind for kind, words in word_lists("documents")["words"].items() for word in words}


@cache
def _words() -> dict[str, str]:
    """The kinds by their words without blanks."""
    return {"".join(phrase.split()): kind for phrase, kind in _phrases().items()}


@cache
def _short() -> dict[str, str]:
    return {letters: kind for kind, short in word_lists("documents")["short"].items() for letters in short}
