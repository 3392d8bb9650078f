"""What a sentence names before it is settled whose it is: groups of the set, scores and levels."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from normalize.bare_claims import claim_beside
from normalize.claims import Claim, claims_in
from normalize.criteria import CriterionSet
from normalize.insertions import without_insertions
from normalize.line_heads import find_heads
from normalize.mentions import ALL_GROUPS, GroupNames, Mention, find_mentions
from normalize.parallel import add_parallel
from normalize.shadow import Shadow
from normalize.vocabulary import any_of, word_lists


class Spoken(NamedTuple):
    """A sentence with the groups that it names and its figures, in order.

    `shadow` is without what is put in between; `plain` also without `shared`, the words for all groups at once.
    """

    shadow: Shadow
    plain: str
    shared: re.Match[str] | None
    mentions: list[Mention]
    claims: list[Claim]

    @property
    def is_shared(self) -> bool:
        """Its figures are all groups' at once ("cả hai nhóm đều đạt mức 2"), no group's own."""
        return self.shared is not None and not (self.mentions and self.mentions[0].start >= self.shared.end())


def spoken_in(shadow: Shadow, names: GroupNames, criteria: CriterionSet) -> Spoken | None:
    """What a sentence names; None where its groups are groups of people."""
    shadow = shadow._replace(plain=without_insertions(shadow.plain, criteria))
    shared = ALL_GROUPS.search(shadow.plain)
    plain = shadow.plain if shared is None else shadow.plain.replace(shared.group(), " " * len(shared.group()))
    mentions = find_mentions(plain, names)
    if any(_is_of_people(plain, mention) for mention in mentions):
        return None
    claims = claims_in(plain, criteria)
    mentions = add_parallel(plain, mentions or find_heads(plain, claims, criteria), claims, criteria)
    return Spoken(shadow, plain, shared, mentions, _with_bare(plain, mentions, claims, criteria))


def _with_bare(plain: str, mentions: list[Mention], claims: list[Claim], criteria: CriterionSet) -> list[Claim]:
    """The claims, and the figures that stand right after a group's name without "điểm" or "mức"."""
    found = list(claims)
    for mention in mentions:
        goes_on = any(claim.score is not None and claim.end <= mention.start for claim in found)
        bare = claim_beside(plain, mention.start, mention.end, criteria, goes_on=goes_on)
        if bare is not None and not any(known.start < bare.end and bare.start < known.end for known in found):
            found.append(bare)
    return sorted(found, key=lambda claim: claim.start)


def _is_of_people(plain: str, mention: Mention) -> bool:
    """It is a group of persons: "Nhóm 1 (giáo viên dưới 40 tuổi)", "nhóm 1 có 2 giáo viên", "giáo viên nhóm 1"."""
    before, after = _people()
    return after.match(plain, mention.end) is not None or before.search(plain, 0, mention.start) is not None


@cache
def _people() -> tuple[re.Pattern[str], re.Pattern[str]]:
    who = any_of(word_lists("statements")["people"]["words"])
    before = re.compile(rf"(?<!\w){who}\s+(?:thuoc\s+|cua\s+)?$")
    return before, re.compile(rf"\s*[:(]?\s*(?:(?:la|gom|cac|nhung|co|\d{{1,3}})\s+)*{who}(?!\w)")
