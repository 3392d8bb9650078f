"""What a sentence surely denies: only where all its words are understood, and none of them shifts it.

A clause whose words are the thing, a negation and neutral words (who, when, where, to have, to do) is a denial in
whatever order they stand. A word that is not known may make it somebody else's, of another time, or of a part.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from normalize.denial_clauses import LINKED, REASONS, Clause, Negation
from normalize.denial_phrases import Named, Tokens, phrases

NEUTRAL = ("understood.small", "understood.nouns", "understood.verbs")
FILLERS = frozenset({'"', "'", "/", "&", "-", "+", "*", "•", "–", "."})
_JOINTS = frozenset({",", "/", "&", "-", ":", "+"})
_TURNS = frozenset({"=nhung", "=song", "=nen"})
_THERE_IS = frozenset({"co"})
_SOME = frozenset({"co", "con", "nhung"})  # "còn giáo viên chưa …": not all of them
_PART = re.compile(r"\d{1,2}[a-h]?")  # of "1.7c"
MUST_WITHIN = 6  # words from a clause's beginning


class Sentence(NamedTuple):
    """A sentence with what was found in it. `known` are the words of the report's own school year and school's name,
    `about` those of the official titles of what is named."""

    tokens: Tokens
    clauses: Sequence[Clause]
    negations: Sequence[Negation]
    named: Sequence[Named]
    known: frozenset[str]
    about: frozenset[str]


def surely_denied(sentence: Sentence) -> Mapping[Negation, Sequence[Named]]:
    """What each negation surely denies, in order; without those that deny nothing surely."""
    denying = [negation for negation in sentence.negations if negation.kind != "instead"]
    return {negation: things for negation in denying if (things := _denied_by(sentence, negation))}


def _denied_by(sentence: Sentence, negation: Negation) -> Sequence[Named]:
    here = next(n for n, clause in enumerate(sentence.clauses) if clause.start <= negation.start < clause.end)
    if _is_of_others(sentence, negation, sentence.clauses[here]):
        return ()
    first, last = _reach(sentence, here)
    start, end = sentence.clauses[first].start, sentence.clauses[last].end
    if sum(start <= other.start < end and other.kind != "instead" for other in sentence.negations) > 1:
        return ()
    chosen = _chosen(sentence, negation, start, end)
    things = [thing for thing in chosen if not _is_for_something(sentence.tokens, negation, thing)]
    if not things:
        return ()
    if any(_is_what_it_concerns(sentence.tokens, negation, thing) for thing in things):
        return ()
    if not _is_clear(sentence, negation, things, (here, first, last)):
        return ()
    return things if _fits_before(sentence, first) and _fits_after(sentence, last) else ()


def _is_of_others(sentence: Sentence, negation: Negation, clause: Clause) -> bool:
    """Others stand in the clause, or before one that does not say anew who lacks the thing."""
    others, tokens = phrases("others.words"), sentence.tokens
    if others.occur(tokens, clause.start, clause.end):
        return True
    own = phrases("understood.own").occur(tokens, clause.start, negation.start)
    return not own and others.occur(tokens, 0, clause.start)


def _chosen(sentence: Sentence, negation: Negation, start: int, end: int) -> list[Named]:
    """What the negation is about: things around it, else its objects, else its subjects."""
    inside = [one for one in sentence.named if start <= one.start and one.end <= end]
    around = [one for one in inside if one.start < negation.start and negation.end <= one.end]
    after = [one for one in inside if one.start >= negation.end]
    before = [one for one in inside if one.end <= negation.start]
    widest = max((len(one.own) for one in around), default=0)
    if around and not any(len(one.own) >= widest for one in after):
        return around
    return _apart(sentence.tokens, after) or around or _apart(sentence.tokens, before)


def _is_for_something(tokens: Tokens, negation: Negation, thing: Named) -> bool:
    """ "chưa có phòng máy tính để tổ chức thi": which of the two is lacking, the parts of a thing do not tell; "chưa có
    ứng dụng để liên lạc với phụ huynh" says what it is first."""
    straddles = thing.start < negation.start < thing.end
    return not (straddles or thing.leads) and phrases("free.purpose").occur(tokens, thing.start, thing.end)


def _is_what_it_concerns(tokens: Tokens, negation: Negation, thing: Named) -> bool:
    """ "không thu khoản phí nào đối với dịch vụ trực tuyến": what is not done is something else, about the thing."""
    return phrases("free.concerning").occur(tokens, negation.end, thing.end)


def _apart(tokens: Tokens, things: Sequence[Named]) -> list[Named]:
    """Without what a thing is for: "phòng studio xây dựng học liệu số" is one thing."""
    kept = list(things[:1])
    for before, thing in pairwise(things):
        if phrases("understood.joints").occur(tokens, before.end, thing.start) or _has_mark(tokens, before, thing):
            kept.append(thing)
    return kept


def _has_mark(tokens: Tokens, before: Named, thing: Named) -> bool:
    return any(tokens[at].word in _JOINTS for at in range(before.end, thing.start))


def _reach(sentence: Sentence, here: int) -> tuple[int, int]:
    """The clause with those beside it that only list things: "về X, trường chưa làm", "chưa có X, Y và Z"."""
    clauses = sentence.clauses
    last = here
    while last + 1 < len(clauses) and clauses[last + 1].mark in LINKED and _is_list(sentence, clauses[last + 1]):
        last += 1
    return _reach_back(sentence, here), last


def _reach_back(sentence: Sentence, here: int) -> int:
    """The first of the clauses that list what is denied; not those of "đã có X, Y, riêng Z chưa"."""
    tokens, clauses = sentence.tokens, sentence.clauses
    turns, first = phrases("free.turns"), here
    while not turns.begin(tokens, clauses[first].start, clauses[first].end):
        if first == 0 or clauses[first].mark not in LINKED or not _is_list(sentence, clauses[first - 1]):
            break
        first -= 1
    else:
        return first
    before = clauses[first - 1] if first > 0 and clauses[first].mark in LINKED else None
    told = before is not None and phrases("free.affirming").occur(tokens, before.start, before.end)
    return here if told else first


def _is_list(sentence: Sentence, clause: Clause) -> bool:
    """Things and words that join them, and nothing that is said of them; "trong X" is where, not what."""
    if phrases("free.places").begin(sentence.tokens, clause.start, clause.end):
        return False
    if any(clause.start <= negation.start < clause.end for negation in sentence.negations):
        return False
    own = _own(sentence.named, clause)
    joined = phrases("understood.small", "understood.nouns", "understood.leads", "free.turns")
    known = own | joined.covered(sentence.tokens, clause.start, clause.end) | _about(sentence, clause)
    return bool(own) and all(at in known or _is_filler(sentence, at) for at in range(clause.start, clause.end))


def _own(named: Iterable[Named], clause: Clause) -> frozenset[int]:
    inside = (one.own for one in named if clause.start <= one.start and one.end <= clause.end)
    return frozenset().union(*inside)


def _about(sentence: Sentence, clause: Clause) -> frozenset[int]:
    return frozenset(at for at in range(clause.start, clause.end) if sentence.tokens[at].word in sentence.about)


def _is_clear(sentence: Sentence, negation: Negation, things: Sequence[Named], span: tuple[int, int, int]) -> bool:
    """All words of the clause are understood in their place, and the negation is of the whole."""
    here, first, last = span
    tokens, clause = sentence.tokens, sentence.clauses[here]
    start, end = sentence.clauses[first].start, sentence.clauses[last].end
    if _is_degree(sentence, negation, end):
        return False
    own = frozenset().union(*(one.own for one in sentence.named)) | frozenset(range(negation.start, negation.end))
    objects = things[0].start >= negation.end
    straddled = things[0].start < negation.start < things[-1].end
    acts = ["understood.labels", "understood.acts"] if straddled else []
    acting = _who_acts(sentence, negation, things) if objects else []
    before = phrases(*NEUTRAL, "understood.labels", "understood.ways", "free.turns", *acts, *acting).covered(
        tokens, start, negation.start
    )
    before -= {at for at in before if tokens[at].word in (_SOME if acting else _THERE_IS)}
    if not objects:
        own |= _about(sentence, clause)
    if acting and phrases("free.after").occur(tokens, things[-1].end, len(tokens)):
        return False
    if phrases("free.instead").occur(tokens, negation.end, things[-1].end):
        return False
    if objects:
        return _are_known(sentence, start, negation.start, own | before) and _is_clear_after(
            sentence, negation, things, own, end
        )
    keys = (*NEUTRAL, *acts) if straddled else ("understood.small", "understood.verbs")
    after = phrases(*keys).covered(tokens, negation.end, end)
    told = negation.kind == "lack" or straddled or clause.mark in {":", "-"} or _has_verb(tokens, negation.end, end)
    return told and _are_known(sentence, start, end, own | before | after)


def _who_acts(sentence: Sentence, negation: Negation, things: Sequence[Named]) -> list[str]:
    """Teachers stand for the school where they do not do the thing itself ("giáo viên chưa giao bài trên LMS"), or do
    not make it ("chưa xây dựng X"); to use it may be for others."""
    tokens, at, actors = sentence.tokens, negation.end, phrases("understood.actors")
    acts = any(thing.start == at for thing in things) or phrases("understood.making").begin(tokens, at, len(tokens))
    return ["understood.actors"] if acts and actors.occur(tokens, 0, negation.start) else []


def _is_degree(sentence: Sentence, negation: Negation, end: int) -> bool:
    """ "chưa đồng bộ", unless it is the thing itself: "chưa đồng bộ dữ liệu với CSDL ngành"."""
    own = frozenset().union(*(one.own for one in sentence.named))
    degrees = phrases("partial.degrees").ends(sentence.tokens, negation.end, end) if negation.end < end else ()
    return any(not own & frozenset(range(negation.end, stop)) for stop in degrees)


def _has_verb(tokens: Tokens, start: int, end: int) -> bool:
    return phrases("understood.verbs").occur(tokens, start, end)


def _is_clear_after(
    sentence: Sentence, negation: Negation, things: Sequence[Named], own: frozenset[int], end: int
) -> bool:
    """ "chưa có X", "chưa triển khai X và Y tại trường", "chưa đưa X vào sử dụng"."""
    tokens = sentence.tokens
    every = phrases(*NEUTRAL, "understood.leads")
    verbs = phrases("understood.verbs").covered(tokens, negation.end, things[0].start)
    if any(at not in verbs for at, _ in phrases("free.links").spans(tokens, negation.end, things[0].start)):
        return False
    between = every.covered(tokens, negation.end, things[-1].end)
    between |= frozenset().union(*(phrases("understood.acts").covered(tokens, one.start, one.end) for one in things))
    about = {at for at in range(negation.end, end) if tokens[at].word in sentence.about}
    if not _are_known(sentence, negation.end, things[-1].end, own | between | about):
        return False
    past = things[-1].end
    while past < end and past in about:
        past += 1
    if phrases("free.after").begin(tokens, past, end):
        if phrases("free.purpose").begin(tokens, past, end) and _is_used(tokens, negation.end, things[0].start):
            return False
        spans = phrases("others.words", "partial.words").spans(tokens, past, end)
        return all(about & set(range(*span)) for span in spans)
    rest = phrases("understood.small", "understood.uses").covered(tokens, past, end)
    return _are_known(sentence, past, end, rest | about)


def _is_used(tokens: Tokens, start: int, end: int) -> bool:
    return phrases("understood.using").occur(tokens, start, end)


def _are_known(sentence: Sentence, start: int, end: int, known: Collection[int]) -> bool:
    return all(at in known or _is_filler(sentence, at) for at in range(start, end))


def _is_filler(sentence: Sentence, at: int) -> bool:
    """A mark, a number of the report's own school year, a word of the school's own name, a criterion's number."""
    word = sentence.tokens[at].word
    before = sentence.tokens[at - 1].word if at else ""
    if before == "." and _PART.fullmatch(word):
        return True
    return word in FILLERS or word in sentence.known or word in {",", ":", "(", ")"} or word.startswith("=")


def _fits_after(sentence: Sentence, last: int) -> bool:
    """What follows is a reason, a consequence, or neutral too."""
    tokens = sentence.tokens
    known = phrases(*NEUTRAL, "understood.labels").covered(tokens, 0, len(tokens))
    for clause in sentence.clauses[last + 1 :]:
        if clause.mark in REASONS or phrases("free.after").begin(tokens, clause.start, clause.end):
            return True
        if _tells_what_others_do(tokens, clause):
            return True
        if phrases("free.must").occur(tokens, clause.start, min(clause.end, clause.start + MUST_WITHIN)):
            return True
        if _denies_itself(sentence, clause) or phrases("understood.ways").occur(tokens, clause.start, clause.end):
            continue
        if clause.mark not in LINKED or not _are_known(sentence, clause.start, clause.end, known):
            return False
    return True


def _tells_what_others_do(tokens: Tokens, clause: Clause) -> bool:
    """ "…, giáo viên tự ghi hình tại nhà": what is done without the thing; not that it was given since."""
    people = phrases("understood.actors", "understood.people").begin(tokens, clause.start, clause.end)
    return people and not phrases("free.given").occur(tokens, clause.start, clause.end)


def _denies_itself(sentence: Sentence, clause: Clause) -> bool:
    return clause.mark in LINKED and any(clause.start <= one.start <= clause.start + 2 for one in sentence.negations)


def _fits_before(sentence: Sentence, first: int) -> bool:
    """What stands before is neutral, a reason or concession, or a clause with its own say before a turn."""
    tokens, clauses = sentence.tokens, sentence.clauses
    opened = clauses[first]
    if first == 0 or opened.mark in _TURNS or phrases("free.turns").begin(tokens, opened.start, opened.end):
        return True
    known = phrases(*NEUTRAL, "understood.labels").covered(tokens, 0, len(tokens))
    unknown = False
    for clause in reversed(clauses[:first]):
        if _are_known(sentence, clause.start, clause.end, known):
            continue
        if clause.mark in REASONS or phrases("free.before").begin(tokens, clause.start, clause.end):
            return True
        if phrases("free.times").begin(tokens, clause.start, clause.end):
            return False
        if phrases("free.done").occur(tokens, clause.start, clause.end) or _denies_itself(sentence, clause):
            return True
        if phrases("understood.ways").occur(tokens, clause.start, clause.end):
            continue
        unknown = True
    return not unknown
