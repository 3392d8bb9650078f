"""The things of a criterion set that a text can deny, and the words of a sentence; plain Python, without spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from normalize.criteria import CriterionSet
from normalize.denial_phrases import CONJUNCTION, Phrases, Token, spelt
from normalize.folding import fold, words_of
from normalize.shadow import Shadow
from normalize.units import units_of
from normalize.vocabulary import word_lists

GAP = "…"
TOGETHER, OR = " + ", " | "  # of a phrase whose parts may stand in whatever order, each in several wordings
_LEAD = re.compile(r"^(?:co\s+)?(?:trien khai|ban hanh|to chuc trien khai|to chuc)?\s*")
_ASIDE = re.compile(r"\([^()]*\)")
_TOKEN = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
SHORTEST_TITLE = 3  # words; a title of fewer is too common to stand for its criterion


class Thing(NamedTuple):
    """A phrase as folded words ("…" stands for a few), and the criteria or items that it speaks of."""

    words: tuple[str, ...]
    targets: tuple[str, ...]


class Concept(NamedTuple):
    """Words that all stand in one clause, in whatever order, each as one of some phrases; and what they speak of."""

    groups: tuple[Phrases, ...]
    targets: tuple[str, ...]


@lru_cache(maxsize=4)
def things_of(criteria: CriterionSet) -> tuple[Thing, ...]:
    """All phrases of a set: its `words`, else the official titles without "Có triển khai" and asides."""
    phrases: dict[tuple[str, ...], list[str]] = {}
    if criteria.subjects:
        for target, texts in criteria.subjects:
            for text in (text for text in texts if TOGETHER not in text and OR not in text):
                for words in _with_tool_behind(_words(text)):
                    phrases.setdefault(words, []).append(target)
    else:
        for unit in units_of(criteria):
            words = _words(_LEAD.sub("", fold(_ASIDE.sub(" ", unit.title)).split(":")[0]))
            if not unit.is_group and len(words) >= SHORTEST_TITLE:
                phrases.setdefault(words, []).append(unit.id)
    return tuple(Thing(words, tuple(dict.fromkeys(targets))) for words, targets in phrases.items() if words)


@lru_cache(maxsize=4)
def concepts_of(criteria: CriterionSet) -> tuple[Concept, ...]:
    """All phrases of a set by their parts: "tuyển sinh … trực tuyến", "tuyển sinh + trực tuyến | qua mạng"."""
    concepts: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for target, texts in criteria.subjects or _titled(criteria):
        for text in texts:
            parts = text.split(TOGETHER if TOGETHER in text else GAP)
            concepts.setdefault(tuple(tuple(part.split(OR)) for part in parts), []).append(target)
    return tuple(
        Concept(tuple(map(Phrases, groups)), tuple(dict.fromkeys(targets))) for groups, targets in concepts.items()
    )


def _titled(criteria: CriterionSet) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((thing.targets[0], (" ".join(thing.words),)) for thing in things_of(criteria))


def _with_tool_behind(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The phrase, and the other order where a tool leads: "phần mềm quản lý X", "quản lý X trên phần mềm"."""
    yield words
    tools = word_lists("denials")["tools"]
    for lead in map(words_of, tools["before"]):
        rest = words[len(lead) :]
        if words[: len(lead)] == lead and rest[:2] == words_of("quản lý") and len(rest) > 2:
            yield from ((*rest, *words_of(behind)) for behind in tools["behind"])


def _words(text: str) -> tuple[str, ...]:
    parts = text.split(GAP)
    found: list[str] = list(words_of(parts[0]))
    for part in parts[1:]:
        found += [GAP, *words_of(part)]
    return tuple(found)


@cache
def forbidden_in_gap() -> frozenset[str]:
    """Words that end a phrase: negations, limits, connecting words."""
    lists = word_lists("denials")
    partial = {fold(phrase) for phrase in lists["partial"]["words"] if " " not in phrase}
    negations = {fold(word) for word in lists["negation"]["words"]}
    return frozenset(partial | negations | {"va", "hoac", "da", "dang", ":", ";", "(", ")", "."})


def tokens_of(shadow: Shadow, start: int, end: int) -> list[Token]:
    """Words and marks of a stretch, usual abbreviations written out (each part at the abbreviation's place).

    A conjunction is marked: folded, "vì" is "vi" like "đơn vị", "nhưng" is "nhung" like "những".
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(shadow.plain, start, end):
        before = found[-1].word if found else ""
        if _is_conjunction(shadow, match, before):
            found.append(Token(CONJUNCTION + match.group(), match.start(), match.end()))
            continue
        words = words_of(match.group()) or (match.group(),)
        if before == "hoc" and words == ("vien",):  # pupils of a centre: the official table knows "học sinh" only
            found.append(Token("sinh", match.start(), match.end()))
            continue
        marked = spelt(shadow.source[slice(*match.span())]) if len(words) == 1 and not shadow.source.isascii() else ""
        found.extend(Token(word, match.start(), match.end(), marked) for word in words)
    return found


_CONJUNCTIONS = {fold(word): word for word in ("vì", "do", "nên", "mà", "bởi", "song", "nhưng")}
_NOT_AFTER = frozenset({"don", "may", "muc", "toc", "che", "trinh", "hanh", "ve"})  # "don vi", "muc do", "may vi tinh"


def _is_conjunction(shadow: Shadow, match: re.Match[str], before: str) -> bool:
    spelt = _CONJUNCTIONS.get(match.group())
    if spelt is None:
        return False
    if shadow.source.isascii():  # typed without diacritics: the word before must tell
        return before not in _NOT_AFTER
    return shadow.source[match.start() : match.end()].lower() == spelt


def titles_of(criteria: CriterionSet, targets: Iterable[str]) -> frozenset[str]:
    """Words of the official titles of criteria and items."""
    titles = _titles(criteria)
    return frozenset().union(*(titles.get(target, frozenset()) for target in targets))


@lru_cache(maxsize=4)
def _titles(criteria: CriterionSet) -> dict[str, frozenset[str]]:
    return {unit.id: frozenset(words_of(unit.title)) - _SMALL - _degrees() for unit in units_of(criteria)}


_SMALL = frozenset({"co", "va", "trong", "tai", "cho", "cua", "o", "tren", "so", "do", "duoc"})


def is_partial(words: Sequence[str]) -> bool:
    """Folded words among which one says that something is not so of the whole."""
    return any(
        tuple(words[at : at + len(phrase)]) == phrase
        for phrase in _partial()
        for at in range(len(words) - len(phrase) + 1)
    )


@cache
def _degrees() -> frozenset[str]:
    """Words of "đầy đủ", "thường xuyên": in a title they are no part of the thing's name."""
    return frozenset(words_of("đầy đủ thường xuyên"))


@cache
def _partial() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(text).split()) for text in word_lists("denials")["partial"]["words"])
