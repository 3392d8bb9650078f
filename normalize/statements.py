"""Scores and levels of groups that the text states, outside the score table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from normalize.claims import Claim, claims_in, without_figures_in_words
from normalize.criteria import CriterionSet
from normalize.flow import flowing
from normalize.foreign import Stretch, foreign_stretches, speaks_of_now, stays_foreign
from normalize.insertions import without_insertions
from normalize.mentions import SCHOOL, GroupNames, find_mentions, group_names_of
from normalize.pairing import Pair, fits, is_clear, names_criterion, pairs_of, take_turns
from normalize.passages import Passage
from normalize.report import Reading, Statement
from normalize.result_rows import read_rows
from normalize.schools import find_schools, is_other_school
from normalize.sections import is_foreign_heading, is_heading, is_on_part
from normalize.sentences import sentences_of
from normalize.shadow import shade
from normalize.spoken import Spoken, spoken_in
from normalize.understood import region_of, strange_words

T = TypeVar("T")

LONGEST_LABEL = 90  # characters: a line that gives a figure to the group named above it
CONTEXT_LINES = 4  # a heading speaks for so many lines


class Reporter(NamedTuple):
    """Whose report it is: its school year and school, None where unknown, and how it calls the groups."""

    school_year: str | None
    school: str | None
    names: GroupNames


@dataclass
class _Context:
    """What the lines read so far mean for the next one.

    `reporter` is whose report it is. `group` is the one they speak of, named `since` lines ago; `foreign`: the section
    is on plans, rules or last year; `listing` is how the line began that announces a list of another year's figures;
    `elsewhere`: the sentence before, in the same line, gave those of another year or school, and this may go on.
    """

    reporter: Reporter
    group: str | None = None
    since: int = 0
    foreign: bool = False
    listing: str | None = None
    elsewhere: bool = False
    found: list[Statement] = field(default_factory=list)

    def speak_of(self, group: str | None) -> None:
        """From here on the lines speak of this group, or of none."""
        self.group, self.since = group, 0


def find_statements(
    passages: Sequence[Passage], criteria: CriterionSet, reporter: Reporter | None = None
) -> tuple[Statement, ...]:
    """Every statement on a group's score or level in the report's own school year, in order; those of table rows after
    those of sentences."""
    reporter = reporter or Reporter(None, None, group_names_of(criteria))
    context = _Context(reporter)
    rows, running = read_rows(passages, criteria, reporter.school_year)
    table_groups: set[str] = set()
    for passage in flowing(running):
        if passage.where == "appendix":
            table_groups.update(_groups_of(passage, criteria))
        elif passage.where in {"text", "closing"}:
            if table_groups:  # a table of one group speaks for the lines right below it, one of several for none
                context.speak_of(table_groups.pop() if len(table_groups) == 1 else None)
                context.foreign, context.listing, table_groups = False, None, set()
            for line in passage.text.split("\n"):
                context.elsewhere = False
                for sentence in sentences_of(line):
                    _read_sentence(context, replace(passage, text=sentence), criteria)
        elif is_heading(shade(passage.text)) and (group := _group_named(passage, criteria, reporter.names)):
            # a group's heading that stands at the top of two pages was taken for a running head
            context.speak_of(group)
            table_groups.clear()
    return (*context.found, *rows)


def _groups_of(passage: Passage, criteria: CriterionSet) -> Iterator[str]:
    for group in criteria.groups:
        if any(criterion.id == passage.criterion for criterion in group.criteria):
            yield group.id


def _group_named(passage: Passage, criteria: CriterionSet, names: GroupNames) -> str | None:
    """The one group that a line names without a figure for it."""
    plain = shade(passage.text).plain
    named = {mention.group for mention in find_mentions(plain, names)}
    return named.pop() if len(named) == 1 and not claims_in(plain, criteria) else None


def _read_sentence(context: _Context, passage: Passage, criteria: CriterionSet) -> None:
    shadow = shade(passage.text)
    if not shadow.plain.strip():
        return
    spoken = spoken_in(shadow, context.reporter.names, criteria)
    if spoken is None:
        context.speak_of(None)
        return
    _note_section(context, spoken)
    _note_listing(context, spoken)
    if speaks_of_now(spoken.plain, context.reporter.school_year):
        context.elsewhere = False
    own = _own(context, spoken)
    context.elsewhere = context.elsewhere or (bool(spoken.claims) and not own.claims)
    if own.is_shared:
        _state_shared(context, passage, own, criteria)
    elif own.mentions:
        _state_named(context, passage, own, criteria)
    elif own.claims:
        _state_by_context(context, passage, own, criteria)
    elif is_heading(shadow) or len(shadow.plain) > LONGEST_LABEL or is_on_part(shadow.plain):
        context.speak_of(None)
    context.since += 1


def _state_named(context: _Context, passage: Passage, spoken: Spoken, criteria: CriterionSet) -> None:
    """Each group that is named with its figures."""
    plain, mentions = spoken.plain, spoken.mentions
    pairs = pairs_of(plain, mentions, spoken.claims, criteria)
    weighty = [claim for claim in spoken.claims if not _is_maximum(claim, criteria)]
    known = len(context.found)
    for pair in pairs:
        _state(context, passage, pair, criteria, clear=is_clear(plain, pair, pairs, weighty))
    if not take_turns(mentions, weighty):
        context.found[known:] = [replace(one, in_turn=False) for one in context.found[known:]]
    several = len({mention.group for mention in mentions}) > 1 or names_criterion(plain[mentions[-1].end :])
    context.speak_of(None if several or context.elsewhere else mentions[-1].group)


def _state_shared(context: _Context, passage: Passage, spoken: Spoken, criteria: CriterionSet) -> None:
    """What stands before the words for all groups is each group's own; one level beside them is that of all."""
    if spoken.shared is None:
        return
    before = [claim for claim in spoken.claims if claim.end <= spoken.shared.start()]
    for pair in pairs_of(spoken.plain[: spoken.shared.start()], spoken.mentions, before, criteria):
        _state(context, passage, pair, criteria)
    behind = [claim for claim in spoken.claims if claim.start >= spoken.shared.end()]
    _state_all(context, passage, before[-1:] if spoken.shared["of"] and not spoken.mentions else behind, criteria)


def _is_maximum(claim: Claim, criteria: CriterionSet) -> bool:
    """What a group can have at most, or the sum of several: "trong số 100 điểm", "157/200 điểm"."""
    maxima = [group.maximum for group in criteria.groups if group.maximum is not None]
    return claim.score is not None and bool(maxima) and claim.score >= min(maxima)


def _own(context: _Context, spoken: Spoken) -> Spoken:
    """The sentence with those claims alone that are this report's result, not of another year, a plan, another school,
    and without the groups named there only for these."""
    plain, year = spoken.plain, context.reporter.school_year
    if context.foreign or not spoken.claims or (context.listing is not None and not speaks_of_now(plain, year)):
        return spoken._replace(claims=[])
    schools = list(_other_schools(spoken.shadow.source, context.reporter.school))
    others = foreign_stretches(plain, spoken.mentions, year, schools)
    claims = [claim for claim in spoken.claims if not _lies_in(claim.start, others)]
    ends = [*(mention.start for mention in spoken.mentions[1:]), len(plain)][: len(spoken.mentions)]
    mentions = [
        mention
        for mention, end in zip(spoken.mentions, ends, strict=True)
        if not _lies_in(mention.start, others) or any(mention.end <= claim.start < end for claim in claims)
    ]
    return spoken._replace(claims=claims, mentions=mentions if claims else spoken.mentions)


def _lies_in(at: int, stretches: Sequence[Stretch]) -> bool:
    return any(stretch.start <= at < stretch.end for stretch in stretches)


def _other_schools(source: str, own: str | None) -> Iterator[Stretch]:
    """Where the line names schools other than the reporting one."""
    for name in find_schools(source) if own else ():
        at = source.find(name)
        if own and at >= 0 and is_other_school(name, own):
            yield Stretch(at, at + len(name))


def _note_section(context: _Context, spoken: Spoken) -> None:
    """A heading tells what its section is on; where it gives a figure itself, only its words before that do."""
    plain, given = spoken.shadow.plain, spoken.claims if spoken.mentions else []
    if is_heading(spoken.shadow):
        told = plain[: given[0].start] if given else plain
        context.foreign = is_foreign_heading(told, context.reporter.school_year)


_BULLET = re.compile(r"\s*(?P<bullet>[-+*•·–—►➢❖✓]|[a-z0-9]{1,3}[.)](?=\s))?\s*")
_UNFINISHED = re.compile(r"[^\s.;!?,]\s*$")


def _note_listing(context: _Context, spoken: Spoken) -> None:
    """ "Kết quả năm học trước:" speaks for the list below, up to a line of its own rank or one that names no group."""
    plain = spoken.shadow.plain
    match = _BULLET.match(plain)
    bullet = re.sub(r"\w+", "1", match["bullet"] or "") if match else ""
    if not spoken.claims and stays_foreign(plain, context.reporter.school_year):
        announces = plain.rstrip().endswith(":") or (not bullet and _UNFINISHED.search(plain) is not None)
        context.listing = bullet if announces else None
    elif not (spoken.claims or spoken.mentions) or is_heading(spoken.shadow) or (bullet and bullet == context.listing):
        context.listing = None


def _state_all(context: _Context, passage: Passage, claims: list[Claim], criteria: CriterionSet) -> None:
    """One level of all groups at once: "cả hai nhóm đều đạt mức 2"."""
    levels = [claim for claim in claims if claim.level is not None]
    for group in criteria.groups if len(levels) == 1 else ():
        _state(context, passage, Pair(group.id, None, levels[0]), criteria)
    context.speak_of(None)


_LABEL = re.compile(
    rf"\W*(?:tong|cong|so\s+diem|diem|muc|dat|xep|ket\s+luan|ket\s+qua|tu\s+(?:danh\s+gia|cham)|{SCHOOL}"
    r"|\d{1,3}(?:[.,]\d+)?\s*(?:diem|/))"
)


def _state_by_context(context: _Context, passage: Passage, spoken: Spoken, criteria: CriterionSet) -> None:
    """A short line of its own after the group's heading: "Tổng điểm: 85,5 điểm", "Mức độ: 3"."""
    only = criteria.groups[0].id if len(criteria.groups) == 1 else None
    group = context.group or only
    shadow, claims = spoken.shadow, spoken.claims
    if group is None or context.since >= CONTEXT_LINES or len(shadow.plain) > LONGEST_LABEL:
        return
    if _LABEL.match(shadow.plain) is None or strange_words(shadow.plain[: claims[0].start], criteria):
        return
    if len({claim.score for claim in claims if claim.score is not None}) > 1:
        return  # of two figures, in a column set apart, it is not known whose each is
    score = next((claim for claim in claims if claim.score is not None), None)
    level = next((claim for claim in claims if claim.level is not None), None)
    if score is not None or _awaits_level(context.found, group):
        _state(context, passage, Pair(group, score, level), criteria)
        for word in _contradicting(level, claims):
            _state(context, passage, Pair(group, None, word), criteria)


def _contradicting(level: Claim | None, claims: list[Claim]) -> Iterator[Claim]:
    """Levels given by their names beside the digit of another: "Mức 2 (chưa đáp ứng)"."""
    if level is not None:
        yield from (claim for claim in claims if claim.named and claim.level not in (None, level.level))


def _awaits_level(found: list[Statement], group: str) -> bool:
    """A level that stands alone belongs to the group above, unless that has one or another group waits too: then it is
    about the whole."""
    waiting = {said.group for said in found if said.level is None}
    settled = any(said.group == group and said.level is not None for said in found[-1:])
    return not settled and not (waiting - {group})


def _state(context: _Context, passage: Passage, pair: Pair, criteria: CriterionSet, *, clear: bool = True) -> None:
    maximum = next(group.maximum for group in criteria.groups if group.id == pair.group)
    source, plain = shade(passage.text)
    score = pair.score if pair.score is not None and fits(pair, maximum, plain) else None
    tier = None if pair.level is None else _reading(pair.level.level, pair.level, passage, source)
    text, closing = " ".join(source.split()), passage.where == "closing"
    sure = (
        clear
        and not context.elsewhere
        and not strange_words(_bearing(without_insertions(plain, criteria), pair), criteria)
    )
    if score is None and tier is not None and context.group == pair.group and context.found:
        last = context.found[-1]
        if last.group == pair.group and last.level is None and last.after_table == closing:
            context.found[-1] = replace(last, level=tier, text=f"{last.text} {text}", sure=last.sure and sure)
            return
    if score is not None or tier is not None:
        points = None if score is None else _reading(score.score, score, passage, source)
        most = None if score is None else _reading(score.maximum, score, passage, source)
        context.found.append(Statement(pair.group, passage.place, text, points, most, tier, closing, sure))


def _bearing(plain: str, pair: Pair) -> str:
    """The words that bear on the figures of a pair."""
    claims = [claim for claim in (pair.score, pair.level) if claim is not None]
    plain = without_figures_in_words(plain)
    return region_of(plain, min(claim.start for claim in claims), max(claim.end for claim in claims))


def _reading(value: T | None, claim: Claim, passage: Passage, source: str) -> Reading[T] | None:
    if value is None:
        return None
    text = source[claim.start : claim.end]
    return Reading(value, text, passage.place, passage.sure_of(text))
