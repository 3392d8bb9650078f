"""Which of a sentence's things a denial is about: its object after it, or its subject before it, and their company."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from normalize.folding import fold
from normalize.vocabulary import word_lists


class Span(NamedTuple):
    """Tokens from `start` up to `end`; `targets` are what a thing stands for, empty for a denial."""

    start: int
    end: int
    targets: tuple[str, ...] = ()


Words = Sequence[str]
_MARKS = frozenset(",;:()[]\"'-–/+*")
_CLAUSE_MARKS = frozenset(",;:()")
_CONJUNCTIONS = frozenset(
    {"=song", "=vi", "=do", "=nen", "=ma", "=boi", "=nhung"}
)  # marked by `denial_words.tokens_of`
_REASONS = _CONJUNCTIONS | {"nguyen", "ly", "dan", "gay", "khien"}
_WHERE = [[word] for word in ("tren", "trong", "qua", "bang", "tai")]
_AFFIRMED = frozenset({"da", "dang", "co", "duoc"})
FARTHEST_FILLER = 14  # words between a subject and its denial, a school's name and a school year among them


def denied_things(words: Words, denial: Span, things: Sequence[Span], about: Iterable[str]) -> list[Span]:
    """The things denied, in order; none where the denial is partial or somebody else's. `about` are words of the
    things' own titles, which may go on after their names."""
    after = _objects(words, denial, things, frozenset(about))
    if after:
        return after
    return _subjects(words, denial, things, frozenset(about))


def _objects(words: Words, denial: Span, things: Sequence[Span], about: frozenset[str]) -> list[Span]:
    """ "chưa có X", "chưa triển khai X và Y"."""
    first = _thing_at(words, denial.end, things, leads=denial.end - denial.start > 1)
    if first is None or not _is_own(words, denial.start):
        return []
    chain = [first]
    while True:
        at = _after(words, chain[-1], things, about)
        gap = _skip(words, at, _phrases("between", "connectors"))
        following = _thing_at(words, gap, things, leads=True) if gap > at else None
        if following is None:
            break
        chain.append(following)
    at = _after(words, chain[-1], things, about)
    if at < len(words) and words[at] in {"da", "dang", "thi", "thuc"}:  # "chưa có X, Y đã có": Y begins a new clause
        return chain[:-1]
    return chain if _is_closed(words, at, about) else []


def _subjects(words: Words, denial: Span, things: Sequence[Span], about: frozenset[str]) -> list[Span]:
    """ "X chưa thực hiện được", "X và Y chưa triển khai", "- X: chưa có"."""
    bare = denial.end - denial.start == 1
    if not _is_closed(words, denial.end, about) or (bare and words[denial.start - 1 : denial.start] != [":"]):
        return []
    before = [thing for thing in things if thing.end <= denial.start]
    if not before or not _only(words[before[-1].end : denial.start], _singles("fillers") | about, FARTHEST_FILLER):
        return []
    chain = [before[-1]]
    joining = _singles("connectors") | _singles("leads") | about
    for thing in reversed(before[:-1]):
        between = words[thing.end : chain[0].start]
        if not _only(between, joining, FARTHEST_FILLER):
            break
        if not _singles("connectors") & set(between):  # "phòng studio xây dựng học liệu số": one thing, and what for
            chain[0] = thing
        else:
            chain.insert(0, thing)
    # "Trên hệ thống LMS chưa có tài khoản phụ huynh": where something is not there, not what
    begin = _clause_start(words, chain[0].start, _CLAUSE_MARKS | _CONJUNCTIONS)
    return [] if words[begin : chain[0].start] in _WHERE else _unaffirmed(words, chain)


def is_denied_within(words: Words, thing: Span, about: frozenset[str]) -> bool:
    """Of a thing whose own words deny it ("Phụ huynh chưa tham gia … LMS"): it begins its clause, and ends it."""
    begin = _clause_start(words, thing.start, _CLAUSE_MARKS | _CONJUNCTIONS)
    before = [word for word in words[begin : thing.start] if word not in _MARKS]
    if not _only(before, _singles("fillers"), FARTHEST_FILLER) or words[thing.end : thing.end + 1] == ["duoc"]:
        return False
    return _is_closed(words, thing.end, about)


def _unaffirmed(words: Words, chain: list[Span]) -> list[Span]:
    """Without the things that a verb before them affirms: "đã triển khai X, Y chưa thực hiện được"."""
    begin = _clause_start(words, chain[0].start, _CLAUSE_MARKS | _CONJUNCTIONS)
    context = words[begin : chain[0].start]
    if has_phrase(context, "subjects"):
        return []
    if not _AFFIRMED & set(context):
        return chain
    cuts = [number for number, (one, other) in enumerate(pairwise(chain), 1) if "," in words[one.end : other.start]]
    return chain[cuts[-1] :] if cuts else chain[1:][-1:]


def _thing_at(words: Words, at: int, things: Sequence[Span], *, leads: bool) -> Span | None:
    """The thing that begins here, or after words like "hệ thống", "việc"."""
    while at < len(words):
        found = [thing for thing in things if thing.start == at]
        if found:
            return found[0]
        further = _skip(words, at, _phrases("between", "leads"), once=True) if leads else at
        if further == at:
            return None
        at = further
    return None


def _after(words: Words, thing: Span, things: Sequence[Span], about: frozenset[str]) -> int:
    """Where the text goes on after a thing and the words of its title that follow."""
    at = thing.end
    starts = {other.start for other in things}
    while at < len(words):
        step = 2 if words[at] in {",", "-"} else 1
        word = at + step - 1
        if word >= len(words) or words[word] not in about or (step == 2 and word in starts):
            return at
        at += step
    return at


def _is_closed(words: Words, at: int, about: frozenset[str]) -> bool:
    """What was denied ends here: a mark, a reason, a place or a time follows, and nothing that makes it partial."""
    if at < len(words) and words[at] == "nao":
        return at + 1 == len(words) or words[at + 1] in _CLAUSE_MARKS | _REASONS
    if at >= len(words) or words[at] in _MARKS or words[at] in _REASONS:
        return at >= len(words) or words[at] not in {'"', "-", "/"} or at + 1 >= len(words)
    if words[at] not in _first_words("ends"):
        return False
    stop = at
    while stop < len(words) and words[stop] not in _CLAUSE_MARKS and words[stop] not in _CONJUNCTIONS:
        stop += 1
    return not has_phrase([word for word in words[at:stop] if word not in about], "partial")


def _is_own(words: Words, at: int) -> bool:
    """Who has or does not have is the school: nobody else is named before the denial in its clause."""
    end = at
    while end > 0:
        begin = _clause_start(words, end, _CLAUSE_MARKS | _CONJUNCTIONS)
        segment = words[begin:end]
        if has_phrase(segment, "own"):
            return not has_phrase(segment, "subjects")
        if any(word not in _singles("fillers") | _MARKS for word in segment):
            return not has_phrase(segment, "subjects")
        end = begin - 1
    return True


def _clause_start(words: Words, end: int, marks: frozenset[str]) -> int:
    for at in range(end - 1, -1, -1):
        if words[at] in marks:
            return at + 1
    return 0


def _only(words: Words, allowed: frozenset[str], most: int) -> bool:
    return len(words) <= most and all(word in allowed or word.isdigit() for word in words)


def has_phrase(words: Words, section: str) -> bool:
    """Some phrase of that section of the lexicon stands in the words."""
    return any(
        tuple(words[at : at + len(phrase)]) == phrase
        for phrase in _phrases(section, "words")
        for at in range(len(words) - len(phrase) + 1)
    )


def _skip(words: Words, at: int, phrases: Iterable[tuple[str, ...]], *, once: bool = False) -> int:
    """Past the phrases that stand here."""
    while True:
        found = next((phrase for phrase in phrases if tuple(words[at : at + len(phrase)]) == phrase), None)
        if found is None:
            return at
        at += len(found)
        if once:
            return at


@cache
def _phrases(section: str, key: str) -> tuple[tuple[str, ...], ...]:
    texts = word_lists("bodies")["own"]["names"] if section == "own" else word_lists("denials")[section][key]
    return tuple(sorted({tuple(fold(text).split()) for text in texts}, key=lambda phrase: (-len(phrase), phrase)))


@cache
def _singles(key: str) -> frozenset[str]:
    return frozenset(word for phrase in _phrases("between", key) for word in phrase)


@cache
def _first_words(key: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases("between", key))
