"""One spelling for comparing: what two writings of the same words have in common."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_DASHES = "‐‑‒–—―−⁃"
_QUOTES = "“”„‟«»″"
_MARKS = dict.fromkeys(range(768, 880))
_TABLE: dict[int, str | None] = {
    **_MARKS,
    **{ord(dash): "-" for dash in _DASHES},
    **{ord(quote): '"' for quote in _QUOTES},
    **{ord(quote): "'" for quote in "‘’‚`´"},
    ord("đ"): "d",
    ord("ð"): "d",
    ord("\u00ad"): None,  # soft hyphen
    ord("\u200b"): None,
    ord("\ufeff"): None,
}
_FINAL_Y = re.compile(r"^(h|k|l|m|s|t|qu)y$")  # "tỷ" and "tỉ", "kỹ" and "kĩ" are one word
_WORD = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)*")


# A batch says the same words, heads and titles again and again, but no paragraph twice: long texts are kept only while
# their own report is worked on, or memory would grow with the batch.
SHORT, LONG = 60, 2_000  # letters


def fold(text: str) -> str:
    """Lower case, without diacritics (đ is d), dashes and quotes of one kind, runs of white space as one space."""
    length = len(text)
    return _fold_short(text) if length <= SHORT else _fold_long(text) if length <= LONG else _folded(text)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower()).translate(_TABLE)
    return " ".join(plain.split())


_fold_short = lru_cache(maxsize=8192)(_folded)
_fold_long = lru_cache(maxsize=512)(_folded)


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    text = files("normalize").joinpath("lexicon/abbreviations.toml").read_text("utf-8")
    return {
        fold(short): tuple(_FINAL_Y.sub(r"\1i", word) for word in fold(full).split())
        for short, full in tomllib.loads(text)["words"].items()
    }


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, usual abbreviations written out ("CNTT" gives "cong", "nghe", "thong", "tin")."""
    full = _abbreviations()
    found: list[str] = []
    for word in _WORD.findall(fold(text).replace("&", "")):
        found.extend(full.get(word) or (_FINAL_Y.sub(r"\1i", word),))
    return tuple(found)
