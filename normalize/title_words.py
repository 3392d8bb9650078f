"""Whether words are a document's title or the sentence around it: by what titles begin with and never hold."""

from __future__ import annotations

import re
from functools import cache

from normalize.shadow import Shadow, shade
from normalize.vocabulary import Spelling, spelling_of, word_lists

FEWEST_WORDS = 2  # left of a title where the sentence goes on: fewer are no title
_ANNOUNCED = re.compile(r"\s*(?:v\s*/\s*v|ve\s+viec|ve)\s+")
_COMMA = re.compile(r"[,(]\s*")


def begins_title(shadow: Shadow, start: int, end: int) -> bool:
    """A word that titles begin with stands there, and is not the sentence's own verb ("phân công từng thành viên")."""
    return _leads(_begins(), shadow, start, end)


def begins_act(shadow: Shadow, start: int, end: int) -> bool:
    """The same of what is done by a document alone: "Thành lập Ban chỉ đạo: …", not "Ban chỉ đạo hoạt động tốt: …"."""
    return _leads(_acts(), shadow, start, end)


# "3 thành viên", "32/32 giáo viên": what was done is counted, not named; "lớp 6", "năm 2025" name.
_COUNT = re.compile(
    r"(?<!lop )(?<!khoi )(?<!nam )(?<!hoc )(?<!thang )(?<!dot )(?<!so )(?<![\d/-])\d{1,3}(?:/\d+)?\s?%?\s+[a-z]"
)


def is_bare_title(shadow: Shadow, start: int, end: int) -> bool:
    """A title that no word like "về việc" announces: it counts nothing, says of nothing how, and begins
    with an act that a sentence does not say of a document ("Kế hoạch số … nâng cao trách nhiệm" may be one).
    """
    if not _leads(_formal(), shadow, start, end) or _kinds().begins(shadow, start, end):
        return False
    return not _is_telling(shadow, start, end)


def reads_as_title(text: str) -> bool:
    """A text by itself that begins as titles do, whatever the act, counts nothing and says of nothing how."""
    shadow = shade(text)
    announced = _ANNOUNCED.match(shadow.plain)
    start, end = announced.end() if announced else 0, len(shadow.plain)
    return begins_act(shadow, start, end) and not _is_telling(shadow, start, end)


def _is_telling(shadow: Shadow, start: int, end: int) -> bool:
    return _COUNT.search(shadow.plain, start, end) is not None or _tells().occurs(shadow, start, end)


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
    return spelling_of([*words["acts"], *words["verbs"], *words["things"]])


@cache
def _acts() -> Spelling:
    words = word_lists("titles")["begins"]
    return spelling_of([*words["acts"], *words["verbs"]])


@cache
def _formal() -> Spelling:
    return spelling_of(word_lists("titles")["begins"]["acts"])


@cache
def _goes_on() -> Spelling:
    return spelling_of(word_lists("titles")["sentence"]["follows"])


@cache
def _tells() -> Spelling:
    return spelling_of(word_lists("titles")["sentence"]["holds"])


@cache
def _kinds() -> Spelling:
    return spelling_of(word for words in word_lists("documents")["words"].values() for word in words)


@cache
def _ends() -> Spelling:
    return spelling_of(word_lists("titles")["ends"]["words"])


@cache
def _behind_comma() -> Spelling:
    return spelling_of(word_lists("titles")["ends"]["comma"])
