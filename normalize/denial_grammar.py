"""The grammar of things as a spaCy rule pipeline: where a sentence names a thing of the table, or who does not do it.

The only module with spaCy. It is imported when a text has a sentence that both denies and names a thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from normalize.criteria import CriterionSet
from normalize.denial_phrases import Named
from normalize.denial_words import GAP, Thing, forbidden_in_gap, is_partial, things_of, titles_of
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
        self._things = matching.matcher(self._vocab)
        self._lacking = matching.matcher(self._vocab)
        self._by_name: dict[str, Thing] = {}
        for number, thing in enumerate(things_of(criteria)):
            name = str(number)
            self._by_name[name] = thing
            self._things.add(name, [_thing_pattern(thing)], greedy="LONGEST")
            if thing.words.count(GAP) > 1:
                own = titles_of(criteria, thing.targets)
                self._lacking.add(name, [_lacking_pattern(thing, own)], greedy="LONGEST")

    def read(self, words: Sequence[str]) -> list[Named]:
        """Things of a sentence, in order; of those that overlap the longest."""
        doc = self._doc(self._vocab, words=list(words))
        named = [(self._by_name[self._vocab.strings[name]], start, end) for name, start, end in self._things(doc)]
        return longest(
            [_named(thing, start, end, words) for thing, start, end in named if _is_whole(thing, words[start:end])]
        )

    def read_lacking(self, words: Sequence[str]) -> list[Named]:
        """Things with a negation before their own verb: "phụ huynh học sinh chưa tham gia … LMS"."""
        doc = self._doc(self._vocab, words=list(words))
        found = [(self._by_name[self._vocab.strings[name]], start, end) for name, start, end in self._lacking(doc)]
        return longest(
            [
                Named(start, end, thing.targets, frozenset(range(start, end)))
                for thing, start, end in found
                if not is_partial(words[start:end])
            ]
        )


def _named(thing: Thing, start: int, end: int, words: Sequence[str]) -> Named:
    own = {*thing.words, ",", "-", "/", "&", '"'}
    return Named(start, end, thing.targets, frozenset(at for at in range(start, end) if words[at] in own))


@lru_cache(maxsize=4)
def grammar_of(criteria: CriterionSet) -> Grammar:
    """The grammar of a set, built once a process."""
    return Grammar(criteria)


Pattern = list[dict[str, Any]]


def _negation() -> Pattern:
    """A negation, and words like "thể" or "được" after it."""
    words = word_lists("denials")["negation"]
    return [
        {"ORTH": {"IN": [fold(word) for word in words["words"]]}},
        {"ORTH": {"IN": [fold(word) for word in words["auxiliaries"]]}, "OP": "{0,2}"},
    ]


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
        {*own, *(word for text in word_lists("denials")["understood"]["small"] for word in fold(text).split())}
    )
    who: Pattern = [
        *({"ORTH": word} for word in thing.words[:first]),
        {"ORTH": {"IN": between}, "OP": f"{{0,{LONGEST_GAP}}}"},
    ]
    return [*who, *_negation(), *_thing_pattern(thing._replace(words=thing.words[first + 1 :]), LONGEST_ACT)]


def _is_whole(thing: Thing, words: Sequence[str]) -> bool:
    """Nothing in the phrase's gap makes it less: "kết nối đầy đủ dữ liệu" is not what "chưa kết nối …" denies."""
    return not is_partial(words) or is_partial(thing.words)


def longest(found: Sequence[Named]) -> list[Named]:
    """Without those that lie inside a longer one, whose words become its own; those of equal extent become one."""
    kept: dict[tuple[int, int], Named] = {}
    for one in found:
        if any(_holds(other, one) for other in found):
            continue
        known = kept.get((one.start, one.end))
        targets = one.targets if known is None else tuple(dict.fromkeys((*known.targets, *one.targets)))
        inside = (other.own for other in found if one.start <= other.start and other.end <= one.end)
        leads = one.leads or (known is not None and known.leads)
        kept[one.start, one.end] = Named(one.start, one.end, targets, one.own.union(*inside), leads)
    return [kept[key] for key in sorted(kept)]


def _holds(other: Named, one: Named) -> bool:
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start
