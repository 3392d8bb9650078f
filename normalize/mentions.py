"""Where a text speaks of a group of criteria: by its number ("Nhóm tiêu chí II") or by its title, in full or short."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from normalize.criteria import CriterionSet
from normalize.folding import fold, words_of
from normalize.vocabulary import word_lists

SCHOOL = r"(?:nha\s+truong|truong|trung\s+tam|don\s+vi)"  # how a report calls its own school, folded
SHORTEST_KEY = 2  # words of a title after what all titles share; fewer are no proof


class Mention(NamedTuple):
    """A group named from `start` to `end`; `whole`: all groups at once ("cả hai nhóm")."""

    group: str
    start: int
    end: int


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
_WORDS = {"mot": 1, "nhat": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5}
_NUMBERED = re.compile(
    r"(?<!\w)nhom(?:\s+(?:cac\s+)?(?:tieu\s+chi|chi\s+so|tieu\s+chuan))?\s*(?:so|thu)?\s*[:.\-]?\s*"
    r"(?P<number>\d{1,2}|i{1,3}|iv|vi{0,3}|v|mot|nhat|hai|ba|bon)(?![\w]|[.,/]\d)(?!\s*(?:diem|%)|\s+so\b)"
)
_LETTERED = re.compile(r"(?<!\w)nhom(?:\s+(?:cac\s+)?tieu\s+chi)?\s+(?P<letter>[a-h])(?!\w)")
_GAP = r"(?:\s*[,&-]\s*|\s+(?:va\s+)?)"  # between the words of a title
_GROUP_WORD = (
    r"(?:nhom(?:\s+(?:cac\s+)?(?:tieu\s+chi|chi\s+so))?|linh\s+vuc|noi\s+dung|hoat\s+dong|cong\s+tac|mang|ve|phan)"
)


class GroupNames(NamedTuple):
    """How the groups of a set may be named; `titles` by group id. `lettered`: a report calls them A, B, …"""

    ids: tuple[str, ...]
    titles: tuple[tuple[str, re.Pattern[str]], ...]
    lettered: bool = False


@lru_cache(maxsize=16)
def group_names_of(criteria: CriterionSet) -> GroupNames:
    """The names of a set's groups, as patterns, made once."""
    titles = [words_of(group.title) for group in criteria.groups]
    stem = _shared_start(titles) if len(titles) > 1 else 0
    patterns = tuple(
        (group.id, _title_pattern(words, stem)) for group, words in zip(criteria.groups, titles, strict=True) if words
    )
    return GroupNames(tuple(group.id for group in criteria.groups), patterns)


@lru_cache(maxsize=16)
def matter_of(group: str, criteria: CriterionSet) -> str:
    """A pattern for the first words of what sets a group's title apart, as a text names it; "" where nothing does."""
    titles = [words_of(one.title) for one in criteria.groups]
    stem = _shared_start(titles) if len(titles) > 1 else 0
    words = next(words for one, words in zip(criteria.groups, titles, strict=True) if one.id == group)
    key = _GAP.join(_spelt(words[stem : stem + SHORTEST_KEY]))
    return rf"(?:ve\s+)?{_MATTER}{key}" if stem and key else ""


def _shared_start(titles: list[tuple[str, ...]]) -> int:
    shared = 0
    while all(len(title) > shared for title in titles) and len({title[shared] for title in titles}) == 1:
        shared += 1
    return shared


def _title_pattern(words: tuple[str, ...], stem: int) -> re.Pattern[str]:
    """The title's beginning, marks between words left open; a shorter form counts after "nhóm", "lĩnh vực"."""
    key = _GAP.join(_spelt(words[stem : stem + SHORTEST_KEY]))
    start = _stem_pattern(words[:stem]) if stem else ""
    short = rf'{_GROUP_WORD}\s*(?:so\s*)?(?:\d|i{{1,3}})?\s*[:.\-]?\s*(?:ve\s+)?["(]*\s*'
    return re.compile(rf'(?<!\w)(?:{_GROUP_WORD}\s*(?:ve\s+)?["(]*\s*)?(?:{start}|{short}){key}(?!\w)')


# "Chuyển đổi số trong hoạt động dạy và học", "… trong công tác quản trị"
_MATTER = r"(?:(?:hoat\s+dong|cong\s+tac|linh\s+vuc|qua\s+trinh|viec|mang|khau)\s+)?"


def _stem_pattern(stem: tuple[str, ...]) -> str:
    """The words that all titles begin with; the last one ("trong") may be left out."""
    first, last = _GAP.join(_spelt(stem[:-1])), _GAP.join(_spelt(stem[-1:]))
    return (rf"{first}{_GAP}(?:{last}{_GAP})?" if first else rf"{last}{_GAP}") + _MATTER


_FINAL_I = re.compile(r"^(h|k|l|m|s|t|qu)i$")  # `words_of` writes "lý" and "lí" alike


def _spelt(words: tuple[str, ...]) -> list[str]:
    """Patterns of the words in order, what has a usual abbreviation written either way ("chuyển đổi số" or "CĐS")."""
    found: list[str] = []
    at = 0
    while at < len(words):
        full, short = next((pair for pair in _abbreviations() if words[at : at + len(pair[0])] == pair[0]), ((), ""))
        written = r"\s+".join(_FINAL_I.sub(r"\1[iy]", re.escape(word)) for word in full or words[at : at + 1])
        found.append(rf"(?:{written}|{re.escape(short)})" if full else written)
        at += len(full) or 1
    return found


@cache
def _abbreviations() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Words and the letters that stand for them, the longest first."""
    pairs = {(words_of(str(full)), fold(short)) for short, full in word_lists("abbreviations")["words"].items()}
    return tuple(sorted((pair for pair in pairs if len(pair[0]) > 1), key=lambda pair: (-len(pair[0]), pair)))


def find_mentions(plain: str, names: GroupNames) -> list[Mention]:
    """Groups named in a folded text, in order; a number and a title that stand together are one mention."""
    found = [Mention(names.ids[number - 1], *match.span()) for match, number in _numbered(plain, len(names.ids))]
    for match in _LETTERED.finditer(plain) if names.lettered else ():
        found.extend(Mention(group, *match.span()) for group in names.ids[_place_of(match["letter"]) :][:1])
    for group, pattern in names.titles:
        found.extend(Mention(group, *match.span()) for match in pattern.finditer(plain))
    found.sort(key=lambda mention: (mention.start, -mention.end))
    merged: list[Mention] = []
    for mention in found:
        if (
            merged
            and merged[-1].group == mention.group
            and not re.search(r"\d{2}|[;\n]", plain[merged[-1].end : mention.start])
        ):
            merged[-1] = merged[-1]._replace(end=max(mention.end, merged[-1].end))
        else:
            merged.append(mention)
    return merged


def _place_of(letter: str) -> int:
    return ord(letter) - ord("a")


def _numbered(plain: str, count: int) -> list[tuple[re.Match[str], int]]:
    found = []
    for match in _NUMBERED.finditer(plain):
        text = match["number"]
        number = int(text) if text.isdigit() else _ROMAN.get(text) or _WORDS.get(text, 0)
        if 1 <= number <= count:
            found.append((match, number))
    return found


_ALL = r"(?:hai|2|ba|3|cac)\s+nhom(?:\s+tieu\s+chi)?"
# The second: "xếp mức 3 ở cả hai nhóm".
ALL_GROUPS = re.compile(
    rf"(?<!\w)(?:(?:ca\s+)?{_ALL}\s+(?:tieu\s+chi\s+)?(?:(?:cua\s+)?{SCHOOL}\s+)?(?:deu|cung)\s|(?P<of>(?:o|cho|tai|voi)\s+ca\s+{_ALL}(?!\w)))"
)
