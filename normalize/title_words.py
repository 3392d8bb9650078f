"""Whether words are a document's title or the sentence around it: by what titles begin with and never hold."""

from __future__ import annotations

import re
from functools import cache

from normalize.shadow import Shadow
from normalize.vocabulary import Spelling, spelling_of, word_lists

FEWEST_WORDS = 2  # left of a title where the sentence goes on: fewer are no title
_COMMA = re.compile(r",\s*")


def begins_title(shadow: Shadow, start: int, end: int) -> bool:
    """A word that titles begin with stands there, and is not the sentence's own verb ("phân công từng thành viên")."""
    return _leads(_begins(), shadow, start, end)


def begins_act(shadow: Shadow, start: int, end: int) -> bool:
    """The same of what is done by a document alone: "Thành lập Ban chỉ đạo: …", not "Ban chỉ đạo hoạt động tốt: …"."""
    return _leads(_acts(), shadow, start, end)


def _leads(words: Spelling, shadow: Shadow, start: int, end: int) -> bool:
    past = words.past(shadow, start, end)
    if past is None:
        return False
    while past < end and shadow.plain[past].isspace():
        past += 1
    return past < end and not _goes_on().begins(shadow, past, end)


def end_of_title(shadow: Shadow, start: int, end: int) -> int:
    """Where the sentence goes on behind a title that begins at `start`; `end` where it does not."""
    if shadow.source.isascii():  # without diacritics "de" may be "để" or begin "đề án"
        return end
    cuts = [comma.start() for comma in _COMMA.finditer(shadow.plain, start, end) if _goes_on_at(shadow, comma, end)]
    verb = _ends().first(shadow, start, end)
    cut = min([*cuts, *([verb] if verb is not None else [])], default=end)
    return cut if len(shadow.plain[start:cut].split()) >= FEWEST_WORDS else end


def _goes_on_at(shadow: Shadow, comma: re.Match[str], end: int) -> bool:
    return _behind_comma().begins(shadow, comma.end(), end)


@cache
def _begins() -> Spelling:
    words = word_lists("titles")["begins"]
    return spelling_of([*words["acts"], *words["things"]])


@cache
def _acts() -> Spelling:
    return spelling_of(word_lists("titles")["begins"]["acts"])


@cache
def _goes_on() -> Spelling:
    return spelling_of(word_lists("titles")["sentence"]["follows"])


@cache
def _ends() -> Spelling:
    return spelling_of(word_lists("titles")["ends"]["words"])


@cache
def _behind_comma() -> Spelling:
    return spelling_of(word_lists("titles")["ends"]["comma"])
