"""The clauses of a sentence, and the negations in it that deny something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from normalize.denial_phrases import CONJUNCTION, Named, Tokens, phrases

MARKS = frozenset(",:()|")
REASONS = frozenset({"=vi", "=do", "=nen", "=boi"})
LINKED = frozenset({"", ",", ":", "(", ")", "-"})  # before a clause that goes on with the one before
_STRIPPED = frozenset({"=ma"})  # "việc mà nhà trường chưa làm": it opens no clause of its own


class Clause(NamedTuple):
    """Tokens from `start` up to `end`; `mark` is the mark or conjunction before them."""

    start: int
    end: int
    mark: str


class Negation(NamedTuple):
    """Words that deny, with their auxiliaries. `kind`: a negation ("no"), a word of lack ("lack", "còn thiếu"), or what
    is used in place of the thing ("instead", "bằng tiền mặt")."""

    start: int
    end: int
    kind: str


def clauses_of(tokens: Tokens, things: Iterable[Named] = ()) -> tuple[Clause, ...]:
    """The clauses that have words, in order; a thing's name is not cut."""
    inside = {at for thing in things for at in range(thing.start, thing.end)}
    found, start, mark = [], 0, ""
    for at, token in enumerate(tokens):
        opens = token.word in MARKS or _is_dash(tokens, at)
        if at in inside:
            continue
        if not opens and (not token.word.startswith(CONJUNCTION) or token.word in _STRIPPED):
            continue
        if at > start:
            found.append(Clause(start, at, mark))
        start, mark = at + 1, token.word
    return (*found, Clause(start, len(tokens), mark)) if start < len(tokens) else tuple(found)


def _is_dash(tokens: Tokens, at: int) -> bool:
    """A dash with room around it; "dạy-học" and "2023-2024" have none."""
    if tokens[at].word not in {"-", "+", "*"}:
        return False
    before = at == 0 or tokens[at - 1].end < tokens[at].start
    return before and (at + 1 == len(tokens) or tokens[at].end < tokens[at + 1].start)


def negations_of(tokens: Tokens, named: list[Named]) -> Iterator[Negation]:
    """The negations in order, without those that a thing's name or a harmless idiom holds."""
    end = len(tokens)
    inside = phrases("harmless.idioms").covered(tokens, 0, end) | _own(named)
    lacks = dict(sorted(phrases("negation.lack").spans(tokens, 0, end)))
    instead = dict(phrases("negation.otherwise").spans(tokens, 0, end))
    negated = frozenset(at for at, _ in phrases("negation.words").spans(tokens, 0, end))
    past = 0
    for at in range(end):
        if at < past:
            continue
        if at in negated and at not in inside:
            past = at + 1
            while past < end and (stop := max(phrases("negation.auxiliaries").ends(tokens, past, end), default=0)):
                past = stop
            yield Negation(at, past, "no")
        elif at in lacks and at not in inside:
            past = lacks[at]
            yield Negation(at, past, "lack")
        elif at in instead:
            past = instead[at]
            yield Negation(at, past, "instead")


def _own(named: list[Named]) -> frozenset[int]:
    return frozenset().union(*(one.own for one in named if one.end - one.start == len(one.own)))
