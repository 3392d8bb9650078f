"""Scores and levels of groups that the text states, outside the score table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import TypeVar

from normalize.claims import Claim, claim_beside, claims_in
from normalize.criteria import CriterionSet
from normalize.flow import flowing
from normalize.mentions import ALL_GROUPS, GroupNames, Mention, find_mentions, group_names_of
from normalize.passages import Passage
from normalize.report import Reading, Statement
from normalize.result_rows import read_rows
from normalize.shadow import Shadow, shade
from normalize.vocabulary import any_of, word_lists

T = TypeVar("T")

LONGEST_LABEL = 90  # characters: a line that gives a figure to the group named above it
LONGEST_JOINT = 5  # characters: ", ", " và "
CONTEXT_LINES = 4  # a heading speaks for so many lines


@dataclass
class _Reader:
    """What the lines read so far say of the next one: the group they speak of, and the section."""

    criteria: CriterionSet
    names: GroupNames
    maxima: dict[str, Decimal | None]
    group: str | None = None
    since: int = 0
    foreign: bool = False
    found: list[Statement] = field(default_factory=list)


def find_statements(passages: Sequence[Passage], criteria: CriterionSet) -> tuple[Statement, ...]:
    """Every statement on a group's score or level, in order."""
    reader = _Reader(criteria, group_names_of(criteria), {group.id: group.maximum for group in criteria.groups})
    rows, running = read_rows(passages, criteria)
    appendix: set[str] = set()
    for passage in flowing(running):
        if passage.where == "appendix":
            appendix.update(_groups_of(passage, criteria))
            continue
        if appendix:
            _after_appendix(reader, appendix)
            appendix = set()
        if passage.where in {"text", "closing"}:
            for line in passage.text.split("\n"):
                _read_line(reader, replace(passage, text=line))
    return (*reader.found, *rows)


def _groups_of(passage: Passage, criteria: CriterionSet) -> Iterator[str]:
    for group in criteria.groups:
        if any(criterion.id == passage.criterion for criterion in group.criteria):
            yield group.id


def _after_appendix(reader: _Reader, groups: set[str]) -> None:
    """A table of one group speaks for the lines right below it; one of several groups for none."""
    reader.group = groups.pop() if len(groups) == 1 else None
    reader.since = 0
    reader.foreign = False


def _read_line(reader: _Reader, passage: Passage) -> None:
    shadow = shade(passage.text)
    if not shadow.plain.strip():
        return
    shared = ALL_GROUPS.search(shadow.plain)
    plain = shadow.plain if shared is None else shadow.plain.replace(shared.group(), " " * len(shared.group()))
    mentions = find_mentions(plain, reader.names)
    claims = _with_bare(plain, mentions, claims_in(plain, reader.criteria), reader.criteria)
    heading = _is_heading(shadow)
    if heading:
        told = shadow.plain[: claims[0].start] if claims and mentions else shadow.plain
        reader.foreign = _other_section().search(told) is not None
    if reader.foreign:
        claims = []
    if shared is not None:
        _for_all(reader, passage, [claim for claim in claims if claim.start >= shared.end()])
    elif mentions:
        _with_mentions(reader, passage, mentions, claims)
    elif claims:
        _with_context(reader, passage, shadow, claims)
    elif heading or len(shadow.plain) > LONGEST_LABEL:
        reader.group = None
    reader.since += 1


def _with_bare(plain: str, mentions: list[Mention], claims: list[Claim], criteria: CriterionSet) -> list[Claim]:
    """The claims, and the figures that stand right after a group's name without "điểm" or "mức"."""
    beside = [claim_beside(plain, mention.start, mention.end, criteria) for mention in mentions]
    more = [
        bare
        for bare in beside
        if bare is not None and not any(c.start < bare.end and bare.start < c.end for c in claims)
    ]
    return sorted([*claims, *more], key=lambda claim: claim.start)


_HEADING = re.compile(
    r"\W*(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-z])\s*[.)]\s+\S|\W*(?:phan|muc|chuong)\s+(?:[ivx]+|\d)"
)


def _is_heading(shadow: Shadow) -> bool:
    return len(shadow.plain) <= 160 and (_HEADING.match(shadow.plain) is not None or shadow.source.isupper())


def _with_mentions(reader: _Reader, passage: Passage, mentions: list[Mention], claims: list[Claim]) -> None:
    for group, score, level in _pairs(mentions, claims):
        _state(reader, passage, group, score, level)
    reader.group = mentions[-1].group if len({mention.group for mention in mentions}) == 1 else None
    reader.since = 0


def _for_all(reader: _Reader, passage: Passage, claims: list[Claim]) -> None:
    """One level of all groups at once: "cả hai nhóm đều đạt mức 2"."""
    levels = [claim for claim in claims if claim.level is not None]
    for group in reader.names.ids if len(levels) == 1 else ():
        _state(reader, passage, group, None, levels[0])
    reader.group = None


Pair = tuple[str, Claim | None, Claim | None]


def _pairs(mentions: list[Mention], claims: list[Claim]) -> Iterator[Pair]:
    """Each group with the score and level given it: after its name, before it, or in the same order."""
    scores = [claim for claim in claims if claim.score is not None]
    levels = [claim for claim in claims if claim.level is not None]
    if not claims:
        return
    first = min(claim.start for claim in claims)
    if len(mentions) > 1 and first >= mentions[-1].end:
        # "Nhóm 1 và nhóm 2 lần lượt đạt 73 điểm và 79 điểm"
        yield from _in_order(mentions, scores, levels)
    elif first < mentions[0].start and _alternate(mentions, scores):
        yield from _in_order(mentions, scores, levels)
    else:
        for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
            end = following.start if following is not None else 1 << 30
            own = [claim for claim in claims if mention.end <= claim.start < end]
            score = next((claim for claim in own if claim.score is not None), None)
            level = _only_level([claim for claim in own if claim.level is not None])
            if score is not None or level is not None:
                yield mention.group, score, level


def _only_level(levels: list[Claim]) -> Claim | None:
    """The first level; none where another follows at once ("mức 3, mức 4"), for then they are no group's."""
    close = len(levels) > 1 and levels[1].start - levels[0].end <= LONGEST_JOINT and levels[1].level != levels[0].level
    return levels[0] if levels and not close else None


def _in_order(mentions: list[Mention], scores: list[Claim], levels: list[Claim]) -> Iterator[Pair]:
    count = len(mentions)
    if len(scores) not in {0, count} or len(levels) not in {0, count} or not (scores or levels):
        return
    for position, mention in enumerate(mentions):
        yield mention.group, scores[position] if scores else None, levels[position] if levels else None


def _alternate(mentions: list[Mention], scores: list[Claim]) -> bool:
    """Score, group, score, group: "73 điểm ở nhóm 1 và 79 điểm ở nhóm 2"."""
    if len(scores) != len(mentions):
        return False
    return all(score.end <= mention.start for score, mention in zip(scores, mentions, strict=True)) and all(
        mention.end <= score.start for mention, score in zip(mentions, scores[1:], strict=False)
    )


_LABEL = re.compile(
    r"\W*(?:tong|cong|so\s+diem|diem|muc|dat|xep|ket\s+luan|ket\s+qua|tu\s+(?:danh\s+gia|cham)|nha\s+truong|truong|trung\s+tam|\d)"
)


def _with_context(reader: _Reader, passage: Passage, shadow: Shadow, claims: list[Claim]) -> None:
    """A short line of its own after the group's heading: "Tổng điểm: 85,5 điểm", "Mức độ: 3"."""
    group = reader.group or (reader.names.ids[0] if len(reader.names.ids) == 1 else None)
    if group is None or reader.since >= CONTEXT_LINES or len(shadow.plain) > LONGEST_LABEL:
        return
    if _LABEL.match(shadow.plain) is None:
        return
    score = next((claim for claim in claims if claim.score is not None), None)
    level = next((claim for claim in claims if claim.level is not None), None)
    if score is not None or _awaits_level(reader, group):
        _state(reader, passage, group, score, level)


def _awaits_level(reader: _Reader, group: str) -> bool:
    """A level that stands alone belongs to the group above, unless that has one or another group waits too: then it is
    about the whole."""
    waiting = {said.group for said in reader.found if said.level is None}
    settled = any(said.group == group and said.level is not None for said in reader.found[-1:])
    return not settled and not (waiting - {group})


def _state(reader: _Reader, passage: Passage, group: str, score: Claim | None, level: Claim | None) -> None:
    if score is not None and not _fits(score, reader.maxima.get(group), shade(passage.text).plain):
        score = None
    if score is None and level is None:
        return
    source = shade(passage.text).source
    points = _reading(score.score, score, passage, source) if score and score.score is not None else None
    most = _reading(score.maximum, score, passage, source) if score and score.maximum is not None else None
    tier = _reading(level.level, level, passage, source) if level and level.level is not None else None
    text = " ".join(passage.text.split())
    if points is None and reader.found and reader.group == group:
        last = reader.found[-1]
        if last.group == group and last.level is None and last.after_table == (passage.where == "closing"):
            reader.found[-1] = replace(last, level=tier, text=f"{last.text} {text}")
            return
    reader.found.append(Statement(group, passage.place, text, points, most, tier, passage.where == "closing"))


_ATTAINED = re.compile(r"(?<!\w)(?:dat|duoc|cham|danh gia|ket qua|tong diem|so diem|tong so diem)(?!\w)")


def _fits(score: Claim, maximum: Decimal | None, plain: str) -> bool:
    """Of this group's points: out of its maximum; without one beside it, not more than it (else it is a sum), and the
    maximum itself only where it is said to be attained ("Nhóm 1 (100 điểm)" tells what can be had)."""
    if maximum is None or score.score is None:
        return True
    if score.maximum is not None:
        return score.maximum == maximum
    return score.score < maximum or (score.score == maximum and _ATTAINED.search(plain[: score.start]) is not None)


def _reading(value: T, claim: Claim, passage: Passage, source: str) -> Reading[T]:
    return Reading(value, source[claim.start : claim.end], passage.place)


@cache
def _other_section() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(word_lists('statements')['other_section']['words'])}(?!\w)")
