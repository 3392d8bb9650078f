"""Which figure of a sentence is which group's: after its name, before it, or in the same order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from normalize.claims import Claim
from normalize.criteria import CriterionSet
from normalize.mentions import Mention
from normalize.sentences import sentence_around
from normalize.understood import strange_words

LONGEST_JOINT = 5  # characters between figures of a list: ", ", " và "
OTHER_WORDS = 2  # more words of another matter between a group and a figure make it that matter's figure


class Pair(NamedTuple):
    """A group with the score and the level that a sentence gives it; at least one is there."""

    group: str
    score: Claim | None
    level: Claim | None


def pairs_of(plain: str, mentions: Sequence[Mention], claims: Sequence[Claim], criteria: CriterionSet) -> list[Pair]:
    """Each group with what is its own, in order."""
    if not mentions or not claims:
        return []
    closing = _closing_levels(plain, mentions, claims)
    if closing:
        level_of = dict(zip((mention.group for mention in mentions), closing, strict=True))
        rest = [claim for claim in claims if claim not in closing]
        return [pair._replace(level=level_of[pair.group]) for pair in pairs_of(plain, mentions, rest, criteria)]
    clauses = _clauses(plain, mentions, claims)
    return [pair for clause in clauses if clause.claims for pair in _pairs_of_clause(plain, clause, criteria)]


def is_clear(plain: str, pair: Pair, pairs: Sequence[Pair], claims: Sequence[Claim]) -> bool:
    """Whether nothing in the pair's sentence speaks for another reading: each figure is some group's, and every group
    has as many."""
    first = min(claim.start for claim in pair[1:] if isinstance(claim, Claim))
    start, end = sentence_around(plain, first)
    told = [one for one in pairs for claim in one[1:] if isinstance(claim, Claim) and start <= claim.start < end]
    used = {claim for one in told for claim in one[1:]}
    left = [claim for claim in claims if start <= claim.start < end and claim not in used and not claim.named]
    counts = Counter(one.group for one in told)
    return not left and len(set(counts.values())) == 1


_ATTAINED = re.compile(r"(?<!\w)(?:dat|duoc|cham|danh gia|ket qua)(?!\w)")


# "nhóm 2 đạt 104 điểm": too much, but surely this group's.
_NAMED = re.compile(r"(?<!\w)nhom(?:\s+tieu\s+chi)?\s+(?:\d|[ivx]{1,3})\s*:?\s*(?:tu\s+cham\s+)?dat\s+(?:duoc\s+)?$")


def fits(pair: Pair, maximum: Decimal | None, plain: str) -> bool:
    """Of this group's points: out of its maximum; without one beside it, not more than it (else it is a sum, if not
    the group is named right before it), and the maximum itself only where it is said to be attained ("Nhóm 1 (100
    điểm)" tells what can be had)."""
    score = pair.score
    if maximum is None or score is None or score.score is None:
        return True
    if score.maximum is not None:
        return score.maximum == maximum
    if score.score == maximum:
        return pair.level is not None or _ATTAINED.search(plain[: score.start]) is not None
    return score.score < maximum or _NAMED.search(plain[: score.start]) is not None


def take_turns(mentions: Sequence[Mention], claims: Sequence[Claim]) -> bool:
    """Whether each group's name stands before its own figure, and the next name behind that: one score each."""
    scores = [claim for claim in claims if claim.score is not None]
    ends = [*(mention.start for mention in mentions[1:]), float("inf")]
    return all(
        sum(mention.end <= score.start < end for score in scores) == 1
        for mention, end in zip(mentions, ends, strict=True)
    ) and len(scores) == len(mentions)


class _Clause(NamedTuple):
    """The groups that a clause, up to `end`, names, and its figures."""

    mentions: list[Mention]
    claims: list[Claim]
    end: int


_BREAK = re.compile(r";|\.\s|\n")


def _clauses(plain: str, mentions: Sequence[Mention], claims: Sequence[Claim]) -> list[_Clause]:
    """The clauses with groups of their own: one without goes on with the one before, and a name with the figures
    behind it. Each may have its own order of name and figure."""
    found: list[_Clause] = []
    start = 0
    for end in (*(match.end() for match in _BREAK.finditer(plain)), len(plain)):
        named = [mention for mention in mentions if start <= mention.start < end]
        given = [claim for claim in claims if start <= claim.start < end]
        if found and (not named or not found[-1].claims):
            last = found.pop()
            found.append(_Clause([*last.mentions, *named], [*last.claims, *given], end))
        else:
            found.append(_Clause(named, given, end))
        start = end
    return [clause for clause in found if clause.mentions]


def _pairs_of_clause(whole: str, clause: _Clause, criteria: CriterionSet) -> list[Pair]:
    plain, mentions, claims = whole[: clause.end], clause.mentions, clause.claims
    first = min(claim.start for claim in claims)
    scores = [claim for claim in claims if claim.score is not None]
    levels = _told_by_number(claims)
    if len(mentions) > 1 and first >= mentions[-1].end:
        # "Nhóm 1 và nhóm 2 lần lượt đạt 73 điểm và 79 điểm"
        return list(_in_order(mentions, scores, levels))
    if first < mentions[0].start and _alternate(mentions, scores):
        return list(_in_order(mentions, scores, levels))
    return list(_after_names(plain, mentions, claims, criteria))


_FOR_ALL = re.compile(r"(?<!\w)(?:deu|cung)\s+(?:[a-z]+\s+){0,4}$")
_FOR_EACH = re.compile(r"(?<!\w)(?:lan\s+luot|tuong\s+ung)(?!\w)")


def _closing_levels(plain: str, mentions: Sequence[Mention], claims: Sequence[Claim]) -> list[Claim]:
    """The level of each group where they close the sentence, behind all the scores: "…, tương ứng là mức 2 và mức 3",
    "…, đều ở mức 3"."""
    scores = [claim for claim in claims if claim.score is not None]
    if len(mentions) < 2 or len({mention.group for mention in mentions}) < len(mentions) or len(scores) < len(mentions):
        return []
    start = max(mentions[-1].end, scores[-1].end)
    levels = _told_by_number(claims)
    if not levels or levels[0].start < start:
        return []
    between = plain[start : levels[0].start]
    if len(levels) == 1 and _FOR_ALL.search(between):
        return levels * len(mentions)
    return levels if len(levels) == len(mentions) and _FOR_EACH.search(between) else []


def _after_names(
    plain: str, mentions: Sequence[Mention], claims: Sequence[Claim], criteria: CriterionSet
) -> Iterator[Pair]:
    figure_first = min(claim.start for claim in claims) < mentions[0].start
    ends = [*(mention.start for mention in mentions[1:]), len(plain)]
    led = [_leading(plain, mention, claims) for mention in mentions]
    if not figure_first:  # "… 85 điểm (mức 2), cho nhóm 2 là 93 điểm (mức 3)": what a group has behind it is its own
        kept = zip(led, mentions, ends, strict=True)
        led = [[] if _has_level(claims, mention.end, end) else _levels_of(found) for found, mention, end in kept]
    taken = [claim for found in led for claim in found]
    for mention, end, before in zip(mentions, ends, led, strict=True):
        near = [claim for claim in claims if mention.end <= claim.start < end and claim not in taken]
        own = list(_up_to_part(plain, mention, near, criteria))
        score = next((claim for claim in (*before, *own) if claim.score is not None), None)
        levels = _levels_of(own)
        level = next(iter(_levels_of(before)), None) or _only_level(_told_by_number(own))
        if score is not None or level is not None:
            yield Pair(mention.group, score, level)
        yield from (Pair(mention.group, None, claim) for claim in levels if claim.named)


def _up_to_part(plain: str, mention: Mention, claims: Sequence[Claim], criteria: CriterionSet) -> Iterator[Claim]:
    """The figures behind a group's name that are its own: not behind words on something else. Behind its first figure
    such words may explain it."""
    told = False
    for claim in claims:
        between = _ASIDE.sub(" ", plain[mention.end : claim.start])
        if not (names_criterion(between) or (not told and len(strange_words(between, criteria)) > OTHER_WORDS)):
            told = True
            yield claim


def _levels_of(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.level is not None]


def _told_by_number(claims: Sequence[Claim]) -> list[Claim]:
    """The levels without the names that explain a number."""
    return [claim for claim in _levels_of(claims) if not claim.named]


def _has_level(claims: Sequence[Claim], start: int, end: int) -> bool:
    return any(start <= claim.start < end for claim in _levels_of(claims))


_LEADS = re.compile(
    r"[)\s]*(?:\([^()]*\)\s*)?,?\s*(?:doi\s+voi|o|cho|cua|tai|trong|ve|thuoc)\s+"
    r"(?:(?:noi\s+dung|linh\s+vuc|mang|phan|nhom)\s+)?[\"(]*\s*"
)


def _leading(plain: str, mention: Mention, claims: Sequence[Claim]) -> list[Claim]:
    """The figure right before a group's name: "đạt mức 1 đối với nhóm 1 với số điểm 94/100", "57 điểm ở nhóm 1"."""
    before = [claim for claim in claims if claim.end <= mention.start]
    # the name may begin with the word itself: "mức 2 về chuyển đổi số trong dạy, học"
    begin = mention.start + 3 if plain.startswith("ve ", mention.start) else mention.start
    return before[-1:] if before and _LEADS.fullmatch(plain, before[-1].end, begin) else []


def _only_level(levels: list[Claim]) -> Claim | None:
    """The first level; none where another follows at once ("mức 3, mức 4"), for then they are no group's."""
    close = len(levels) > 1 and levels[1].start - levels[0].end <= LONGEST_JOINT and levels[1].level != levels[0].level
    return levels[0] if levels and not close else None


_ASIDE = re.compile(r"\([^()]*\)|\"[^\"]*\"")
_CRITERION = re.compile(r"(?<!nhom )(?<!cac )(?<!bo )(?<!\d )tieu\s+chi(?!\s+(?:nay|tren))(?!\w)")


def names_criterion(said: str) -> bool:
    """Whether a single criterion is spoken of, not those of a group."""
    return _CRITERION.search(said) is not None


def _in_order(mentions: Sequence[Mention], scores: list[Claim], levels: list[Claim]) -> Iterator[Pair]:
    count = len(mentions)
    if len(scores) not in {0, count} or len(levels) not in {0, count} or not (scores or levels):
        return
    for position, mention in enumerate(mentions):
        yield Pair(mention.group, scores[position] if scores else None, levels[position] if levels else None)


def _alternate(mentions: Sequence[Mention], scores: list[Claim]) -> bool:
    """Score, group, score, group: "73 điểm ở nhóm 1 và 79 điểm ở nhóm 2"."""
    if len(scores) != len(mentions):
        return False
    return all(score.end <= mention.start for score, mention in zip(scores, mentions, strict=True)) and all(
        mention.end <= score.start for mention, score in zip(mentions, scores[1:], strict=False)
    )
