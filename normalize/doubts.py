"""What a sentence may deny: a negation and a thing of the table in one clause, where not all of it is understood.

It is told as information, so that an unseen wording is not missed; what is plainly of a part, of others or no denial at
all is left out, and so is what the text affirms elsewhere.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from normalize.denial_clauses import LINKED, Clause, Negation
from normalize.denial_concepts import concepts_in
from normalize.denial_phrases import Named, Tokens, phrases
from normalize.denial_scope import Sentence
from normalize.denial_words import Concept

MOST_BEFORE = 3  # clauses before the negation that may name what it denies
HARMLESS_WITHIN = 6  # words after a negation


def may_be_denied(sentence: Sentence, concepts: Sequence[Concept], settled: Container[Negation]) -> list[Named]:
    """The things that the sentence may deny, in order; by negations of which it is not `settled` what they deny."""
    found: dict[tuple[int, int, tuple[str, ...]], Named] = {}
    for negation in (one for one in sentence.negations if one not in settled):
        here = next(n for n, one in enumerate(sentence.clauses) if one.start <= negation.start < one.end)
        if _is_of_others(sentence.tokens, negation, sentence.clauses[here]) or _is_doubled(sentence, here):
            continue
        start, end = _reach(sentence, here)
        for named in concepts_in(sentence.tokens, concepts, start, end):
            if not _is_there(sentence, negation, sentence.clauses[here], named):
                found[named.start, named.end, named.targets] = named
    return [found[key] for key in sorted(found)]


def _is_of_others(tokens: Tokens, negation: Negation, clause: Clause) -> bool:
    return phrases("others.words").occur(tokens, clause.start, negation.start)


def _is_doubled(sentence: Sentence, here: int) -> bool:
    """ "không lớp nào chưa có": every one has it."""
    clause = sentence.clauses[here]
    return sum(clause.start <= one.start < clause.end and one.kind == "no" for one in sentence.negations) > 1


def _is_there(sentence: Sentence, negation: Negation, clause: Clause, named: Named) -> bool:
    """What the negation says of the thing leaves it there: it has no faults, it is not wholly so, it lacks a part."""
    if negation.kind == "instead":
        return not set(range(negation.start, negation.end)) <= named.own
    tokens, end = sentence.tokens, clause.end
    if phrases("harmless.after").occur(tokens, negation.end, min(end, negation.end + HARMLESS_WITHIN)):
        return True
    degrees = [(negation.end, stop) for stop in _ends(tokens, "partial.degrees", negation.end, end)]
    neutral = phrases("understood.small").covered(tokens, negation.end, end)
    parts = [*degrees, *phrases("partial.words").spans(tokens, negation.end, end)]
    around = (one.own for one in sentence.named if one.own & named.own)
    known = named.own.union(*around) | {at for at in range(negation.end, end) if tokens[at].word in sentence.about}
    if any(not (known | neutral) & frozenset(range(*span)) for span in parts):
        return True
    return named.end <= negation.start and _lacks_a_part(sentence, negation, clause)


def _lacks_a_part(sentence: Sentence, negation: Negation, clause: Clause) -> bool:
    """ "Phòng tin học chưa có điều hòa": what is not there is something else."""
    tokens, at = sentence.tokens, negation.end
    if at >= clause.end or tokens[at].word != "co":
        return False
    neutral = ("understood.small", "understood.nouns", "understood.verbs", "understood.acts")
    known = phrases(*neutral).covered(tokens, negation.end, clause.end)
    return any(other not in known for other in range(at, clause.end))


def _ends(tokens: Tokens, key: str, at: int, end: int) -> list[int]:
    return list(phrases(key).ends(tokens, at, end)) if at < end else []


def _reach(sentence: Sentence, here: int) -> tuple[int, int]:
    """The clause with those beside it that have no say of their own."""
    tokens, clauses = sentence.tokens, sentence.clauses
    denying = {
        n
        for n, clause in enumerate(clauses)
        for one in sentence.negations
        if clause.start <= one.start < clause.end and one.kind != "instead"
    }
    last = here
    while last + 1 < len(clauses) and clauses[last + 1].mark in LINKED and last + 1 not in denying:
        if phrases("free.done").occur(tokens, *clauses[last + 1][:2]):
            break
        last += 1
    first = here
    while first > 0 and here - first < MOST_BEFORE and clauses[first].mark in LINKED and first - 1 not in denying:
        if phrases("free.said").occur(tokens, *clauses[first - 1][:2]):
            break
        first -= 1
    return clauses[first].start, clauses[last].end


def affirmed_in(tokens: Tokens, clauses: Sequence[Clause], concepts: Sequence[Concept]) -> Iterator[str]:
    """What a sentence without a negation says is there: "đã triển khai X", "X đã được …"."""
    for clause in clauses:
        done = phrases("affirmed.words").occur(tokens, clause.start, clause.end)
        if not done or phrases("affirmed.not_yet").occur(tokens, clause.start, clause.end):
            continue
        for named in concepts_in(tokens, concepts, clause.start, clause.end):
            yield from named.targets
