"""Levels as reports write them: "Mức 3", "Mức độ: II", "MỨC 3 (Tốt)", "Đáp ứng cơ bản", "☐ Mức 1 ☑ Mức 2"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from normalize.folding import fold

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5}
_ONE = r"(\d|iii|ii|iv|i|v|(?:mot|hai|ba|bon|nam)(?!\s+[a-z]))"  # "mức độ hài lòng" is no second level
_LEVEL = re.compile(rf"\bm(?:uc)?(?:\s*do)?(?:\s+(?:dat(?:\s+duoc)?|dap\s+ung))?\s*[:\-]?\s*{_ONE}(?![\w,.]*\d|\w)")
_SQUEEZED = re.compile(r"muc(?:do)?:?(\d|iii|ii|iv|i|v)(?![\d.,]|(?!muc)[a-z])")  # a narrow column breaks "Mứ|c 2"
_BARE = re.compile(rf"^(?:loai|dat|cap|level|l)?\s*:?\s*{_ONE}(?:\s*/\s*\d)?\.?$")
_TICKED = re.compile(r"[☑☒✓✔√⊠]\s*([^☐□☑☒✓✔√⊠◻]*)")
_WORN = re.compile(r"([a-z]{2,9}?)(\d|iii|ii|i)\W*")
_HEADS = ("muc", "mucdo")
_NEAR, _APART = 80, 8  # of 100: so alike a misread word is to what it was; by so much less to any other level's name
_SHORTEST = 6  # letters of a name; shorter ones are alike by chance
TICKS = frozenset("x✓✔√☑☒v⊠●+\ufffd")  # the last: a mark that the PDF's font has no letter for


def is_tick(text: str) -> bool:
    """Nothing but a mark that says "this one": x, ✓, ☑."""
    return text.strip().lower() in TICKS


def parse_level(text: str, names: Iterable[tuple[int, str]] = ()) -> int | None:
    """The one level that a text names, by number or by one of `names` (level, wording); None when none or several."""
    ticked = _TICKED.findall(text)
    if ticked and any(mark in text for mark in "☐□◻"):
        return parse_level(ticked[0], names) if len(ticked) == 1 else None
    plain = fold(text)
    found = {_number(one) for one in _LEVEL.findall(plain) or _SQUEEZED.findall(plain.replace(" ", ""))}
    if len(found) == 1:
        return found.pop()
    if found:
        return None
    bare = _BARE.match(plain.strip("() ."))
    if bare is not None:
        return _number(bare.group(1))
    return _named(plain, names)


def parse_worn_level(text: str, names: Iterable[tuple[int, str]] = ()) -> int | None:
    """The level that a text misread from a picture names ("Mưức 3", "Đáp tưng tốt"); None where that is not clear."""
    from rapidfuzz.fuzz import ratio

    squeezed = fold(text).replace(" ", "")
    worn = _WORN.fullmatch(squeezed)
    if worn is not None and any(ratio(worn[1], head) >= _NEAR for head in _HEADS):
        return _number(worn[2])
    alike = sorted(((ratio(squeezed, fold(name).replace(" ", "")), level) for level, name in names), reverse=True)
    if len(squeezed) < _SHORTEST or not alike or alike[0][0] < _NEAR:
        return None
    others = [score for score, level in alike if level != alike[0][1]]
    return alike[0][1] if not others or alike[0][0] - others[0] >= _APART else None


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    return ROMAN.get(text) or _WORDS[text]


def _named(plain: str, names: Iterable[tuple[int, str]]) -> int | None:
    """By name, the longest that occurs, since one may stand inside another; else by words of just one name."""
    folded = [(fold(name), level) for level, name in names]
    squeezed = plain.replace(" ", "")
    hits = [(len(name), level) for name, level in folded if name.replace(" ", "") in squeezed]
    if hits:
        return max(hits)[1]
    bare = re.sub(r"^muc(?: do)?\s+", "", plain)
    parts = {level for name, level in folded if len(bare) >= 3 and f" {bare} " in f" {name} "}
    return parts.pop() if len(parts) == 1 else None
