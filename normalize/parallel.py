"""Groups named by their matter alone, side by side: "dạy, học 73 điểm; quản trị 84 điểm"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from normalize.claims import Claim
from normalize.criteria import CriterionSet
from normalize.mentions import Mention, matter_of

# "hai nhóm lần lượt đạt 73 và 84 điểm": the groups in their order.
_IN_ORDER = re.compile(
    r"(?<!\w)(?:ca\s+)?(?:hai|2|ba|3)\s+nhom(?:\s+tieu\s+chi)?(?=\s+(?:[a-z]+\s+){0,4}lan\s+luot(?!\w))"
)


def add_parallel(
    plain: str, mentions: Sequence[Mention], claims: Sequence[Claim], criteria: CriterionSet
) -> list[Mention]:
    """The mentions, and those by matter alone where each group then has a figure of its own, in turn.

    The matter of one group alone may be a criterion's or an activity's; beside the others it is the group's.
    """
    if len(criteria.groups) < 2 or not claims:
        return list(mentions)
    if not mentions and (ordered := _IN_ORDER.search(plain)) is not None:
        at = ordered.end()
        return [Mention(group.id, at, at) for group in criteria.groups] if claims[0].start >= at else []
    if len({mention.group for mention in mentions}) == len(criteria.groups):
        return list(mentions)
    found = [mention for group in criteria.groups for mention in _by_matter(plain, group.id, criteria)]
    more = [one for one in found if not any(known.start < one.end and one.start < known.end for known in mentions)]
    both = sorted([*mentions, *more], key=lambda mention: mention.start)
    turns = _take_turns(both, claims, len(criteria.groups)) or _are_led(plain, both, claims, len(criteria.groups))
    return both if turns else list(mentions)


def _take_turns(mentions: Sequence[Mention], claims: Sequence[Claim], groups: int) -> bool:
    """Every group is named equally often, in turn, and each naming is followed by figures before the next."""
    if len(mentions) < groups or len(mentions) % groups:
        return False
    first = [mention.group for mention in mentions[:groups]]
    if len(set(first)) < groups or any(one.group != first[at % groups] for at, one in enumerate(mentions)):
        return False
    ends = [*(mention.start for mention in mentions[1:]), claims[-1].end]
    return all(
        any(mention.end <= claim.start < end for claim in claims) for mention, end in zip(mentions, ends, strict=True)
    )


# "73 điểm (dạy, học) và 97 điểm (quản trị)", "73 điểm về dạy học, 79 điểm về quản trị"
_LED = re.compile(
    r"\s*(?:\(|(?:o|ve|cho|danh\s+cho|cua|trong|thuoc)\s+(?:(?:phan|mang|mat|noi\s+dung|linh\s+vuc)\s+)?)\s*"
)


def _are_led(plain: str, mentions: Sequence[Mention], claims: Sequence[Claim], groups: int) -> bool:
    """Every group is named once, each right behind a score of its own."""
    scores = [claim for claim in claims if claim.score is not None]
    if len({mention.group for mention in mentions}) < groups or not len(mentions) == len(scores) == groups:
        return False
    return all(
        _LED.fullmatch(plain, score.end, mention.start) is not None
        for score, mention in zip(scores, mentions, strict=True)
    )


def _by_matter(plain: str, group: str, criteria: CriterionSet) -> list[Mention]:
    return [Mention(group, *match.span()) for match in _matter(group, criteria).finditer(plain)]


@lru_cache(maxsize=32)
def _matter(group: str, criteria: CriterionSet) -> re.Pattern[str]:
    key = matter_of(group, criteria)
    return re.compile(rf"(?<!\w){key}(?!\w)" if key else r"(?!)")
