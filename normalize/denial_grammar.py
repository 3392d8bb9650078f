"""The grammar of denials as a spaCy rule pipeline: where a sentence denies, and where it names a thing of the table.

The only module with spaCy. It is imported when a text has a sentence that both denies and names a thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from normalize.criteria import CriterionSet
from normalize.denial_scope import Span, has_phrase
from normalize.denial_words import GAP, Thing, forbidden_in_gap, things_of, titles_of
from normalize.folding import fold
from normalize.light_spacy import load_matching
from normalize.vocabulary import word_lists

LONGEST_GAP = 8  # words that "…" in a phrase may stand for
LONGEST_ACT = 14  # … and in what somebody does not do: the official wording stands there in full


class Grammar:
    """Matchers over folded words, built once for a criterion set."""

    def __init__(self, criteria: CriterionSet) -> None:
        matching = load_matching()
        self._vocab, self._doc = matching.vocab, matching.doc
        self._denials = matching.matcher(self._vocab)
        self._denials.add("denial", list(_denial_patterns()), greedy="LONGEST")
        self._things = matching.matcher(self._vocab)
        self._lacking = matching.matcher(self._vocab)
        self._by_name: dict[str, Thing] = {}
        for number, thing in enumerate(things_of(criteria)):
            name = str(number)
            self._by_name[name] = thing
            self._things.add(name, [_thing_pattern(thing)], greedy="LONGEST")
            if thing.words.count(GAP) > 1:
                own = titles_of(criteria, [Span(0, 0, thing.targets)])
                self._lacking.add(name, [_lacking_pattern(thing, own)], greedy="LONGEST")

    def read(self, words: Sequence[str]) -> tuple[list[Span], list[Span]]:
        """Denials and things of a sentence, in order; of things that overlap the longest."""
        doc = self._doc(self._vocab, words=list(words))
        named = [(self._by_name[self._vocab.strings[name]], start, end) for name, start, end in self._things(doc)]
        things = _longest(
            [Span(start, end, thing.targets) for thing, start, end in named if _is_whole(thing, words[start:end])]
        )
        denials = [Span(start, end) for _, start, end in self._denials(doc)]
        return [denial for denial in denials if not _within(denial, things)], things

    def read_lacking(self, words: Sequence[str]) -> list[Span]:
        """Things with a negation before their own verb: "phụ huynh học sinh chưa tham gia … LMS"."""
        doc = self._doc(self._vocab, words=list(words))
        found = [(self._vocab.strings[name], start, end) for name, start, end in self._lacking(doc)]
        return _longest(
            [
                Span(start, end, self._by_name[name].targets)
                for name, start, end in found
                if not has_phrase(words[start:end], "partial")
            ]
        )


@lru_cache(maxsize=4)
def grammar_of(criteria: CriterionSet) -> Grammar:
    """The grammar of a set, built once a process."""
    return Grammar(criteria)


Pattern = list[dict[str, Any]]


def _denial_patterns() -> Iterator[Pattern]:
    """A negation, a word like "thể" or "được", one of the verbs, "được" after it: "chưa thực hiện được"."""
    words = word_lists("denials")["negation"]
    negation, auxiliary = _negation()
    for verb in words["verbs"]:
        yield [negation, auxiliary, *_exact(verb), {"ORTH": "duoc", "OP": "?"}]
    yield [negation, auxiliary]  # before a thing that is an act itself: "chưa kết nối dữ liệu với CSDL ngành"
    for lack in words["lack"]:
        yield _exact(lack)


def _negation() -> Pattern:
    """A negation, and words like "thể" or "được" after it."""
    words = word_lists("denials")["negation"]
    return [
        {"ORTH": {"IN": [fold(word) for word in words["words"]]}},
        {"ORTH": {"IN": [fold(word) for word in words["auxiliaries"]]}, "OP": "{0,2}"},
    ]


def _exact(phrase: str) -> Pattern:
    return [{"ORTH": word} for word in fold(phrase).split()]


def _thing_pattern(thing: Thing, gap: int = LONGEST_GAP) -> Pattern:
    """The phrase's words; marks may stand between them, and anything short where it has "…"."""
    mark = {"ORTH": {"IN": [",", "-", "/", "&", '"']}, "OP": "?"}
    pattern: Pattern = []
    for word in thing.words:
        if word == GAP:
            # nor does the gap reach over another thing of the same kind: "phần mềm kế toán, phần mềm … y tế"
            other = sorted({*forbidden_in_gap(), thing.words[0]})
            pattern[-1:] = [{"ORTH": {"NOT_IN": other}, "OP": f"{{0,{gap}}}"}]
        else:
            pattern += [{"ORTH": word}, mark]
    return pattern[:-1]


def _lacking_pattern(thing: Thing, own: frozenset[str]) -> Pattern:
    """Who, a few words of the official title or of time, a negation, and what they do not: the phrase's second part."""
    first = thing.words.index(GAP)
    between = sorted(
        {*own, *(word for text in word_lists("denials")["between"]["fillers"] for word in fold(text).split())}
    )
    who: Pattern = [
        *({"ORTH": word} for word in thing.words[:first]),
        {"ORTH": {"IN": between}, "OP": f"{{0,{LONGEST_GAP}}}"},
    ]
    return [*who, *_negation(), *_thing_pattern(thing._replace(words=thing.words[first + 1 :]), LONGEST_ACT)]


def _is_whole(thing: Thing, words: Sequence[str]) -> bool:
    """Nothing in the phrase's gap makes it less: "kết nối đầy đủ dữ liệu" is not what "chưa kết nối …" denies."""
    return not has_phrase(words, "partial") or has_phrase(thing.words, "partial")


def _longest(found: list[Span]) -> list[Span]:
    """Without those that lie inside a longer one; those of equal extent become one."""
    kept: dict[tuple[int, int], Span] = {}
    for one in found:
        if any(_holds(other, one) for other in found):
            continue
        known = kept.get((one.start, one.end))
        targets = one.targets if known is None else tuple(dict.fromkeys((*known.targets, *one.targets)))
        kept[one.start, one.end] = Span(one.start, one.end, targets)
    return sorted(kept.values())


def _holds(other: Span, one: Span) -> bool:
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start


def _within(denial: Span, things: list[Span]) -> bool:
    """The negation is a part of a thing's name: "không dùng tiền mặt"."""
    return any(thing.start <= denial.start < thing.end for thing in things)
