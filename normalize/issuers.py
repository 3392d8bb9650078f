"""Whose a cited document is: the reporting school's own, or an upper body's."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from normalize.anchors import Anchor
from normalize.report import Header
from normalize.schools import initials_of
from normalize.shadow import Shadow, shade
from normalize.symbols import is_of_upper_body
from normalize.vocabulary import any_of, word_lists

_STATE = frozenset({"L", "NĐ", "TT", "TTLT"})  # kinds that no school issues


class Issuers(NamedTuple):
    """What is known of the reporting school: the organisation's letters of its own number and of its name, folded."""

    own_letters: frozenset[str]

    def kind_of(self, anchor: Anchor) -> str | None:
        """The kind by the word, else by the letters; a number without either is a letter's (công văn)."""
        if anchor.word is not None:
            return anchor.word.kind
        return self.letters_of(anchor) or ("CV" if anchor.symbol.symbol and not anchor.symbol.year else None)

    def letters_of(self, anchor: Anchor) -> str | None:
        """The kind's letters, unless they may as well be an organisation's ("15/TT-GDTX" of a Trung tâm)."""
        symbol = anchor.symbol
        called = anchor.word.kind if anchor.word is not None else "CV"
        if symbol.letters in _ambiguous() and called == "CV" and not is_of_upper_body(symbol.issuer):
            return None
        if symbol.letters is not None and anchor.word is not None and _lost_stroke(symbol.symbol, called):
            return called
        return symbol.letters

    def own(self, anchor: Anchor, shadow: Shadow, end: int) -> bool | None:
        """True: the school's own; False: an upper body's; None: not known."""
        issuer = anchor.symbol.issuer or anchor.symbol.symbol
        letters = _bare(issuer)
        if letters and any(_agrees(letters, own) for own in self.own_letters):
            return True
        if letters and is_of_upper_body(issuer):
            return False
        if anchor.word is not None and anchor.word.kind in _STATE:
            return False
        if _of_upper_body().match(shadow.plain, anchor.symbol.end, end):
            return False
        return None


def issuers_of(header: Header | None) -> Issuers:
    """What the header tells of the school's own letters."""
    own: set[str] = set()
    if header is not None and header.symbol is not None and header.symbol.value:
        own.add(_bare(header.symbol.value.partition("-")[2]))
    if header is not None and header.school is not None and header.school.value:
        own.update(initials_of(header.school.value))
    return Issuers(frozenset(letters for letters in own if len(letters) >= 2))


def _bare(letters: str) -> str:
    return re.sub(r"[^a-z0-9]", "", shade(letters).plain)


def _agrees(letters: str, own: str) -> bool:
    """The same letters, with those of "trung tâm" before them or not."""
    return letters == own or letters.removeprefix("tt") == own.removeprefix("tt")


def _lost_stroke(symbol: str, called: str) -> bool:
    """The letters are the called kind's, but for a stroke ("HD" for "HĐ")."""
    written = symbol.partition("-")[0]
    return written != called and written == called.replace("Đ", "D")


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(word_lists("documents")["ambiguous"]["letters"])


@cache
def _of_upper_body() -> re.Pattern[str]:
    names = any_of(word_lists("bodies")["upper"]["names"])
    return re.compile(rf"[^;.\n]{{0,45}}?\bcua\s+(?:lanh\s+dao\s+)?{names}(?!\w)")
