"""Rules on single figures: what may stand in a score cell, and the maxima."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from normalize.numbers import is_blank
from normalize.report import Points
from rules.audit import Audit
from rules.doubt import SURE
from rules.finding import Finding
from rules.reach import between, reaches
from rules.reckoning import ZERO, GroupReckoning, Line, Part, choice_of, total, value_of
from rules.showing import distinct, show, surest

FEW_BAD = 2  # cells; a school may well leave these without a score
_NEGATIVE = re.compile(r"[-–−]\s*\d+(?:[.,]\d+)?(?:\s*(?:đ|điểm))?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_WORDS = re.compile(r"\s*(?:[^\W\d_]{2,}[\s,.]*){2,}")  # "chưa chấm"; letters alone may be digits misread
_TWO = r"\s*\d{1,2}(?:[.,]\d+)?\s*"
_WRITTEN = re.compile(rf"{_WORDS.pattern}|{_TWO}(?:[-–;]|hoặc|đến){_TWO}|[-–−]\s*\d{{1,2}}")  # "4-5", "-2"
_MISTYPED = re.compile(r"(?=.*\d)[\dOoQlI]+(?:[.,][\dOoQlI]+)?")  # "1O": letters typed for digits


def bad_score(audit: Audit) -> Iterator[Finding]:
    """A score cell with text that is no number, a negative one, or two numbers; one finding for a column of them."""
    printed = [line for line in audit.lines if line.score is not None and not is_blank(line.score.text)]
    bad = [line for line in printed if value_of(line.score) is None]
    if _is_column(bad, printed):
        yield _bad_column(bad, printed)
        return
    for line in bad:
        score = line.score
        if score is None:
            continue
        yield Finding(
            "bad-score",
            line.id,
            score.place,
            stated=" ".join(score.text.split()),
            facts={"kind": line.kind},
            excerpt=score.text,
            confidence=score.confidence,
            variant=_variant_of(score),
            # Of signs in a picture a misreading is the likelier cause, of words that were read well it is not.
            pictured=score.confidence < 1 and (score.confidence < SURE or _WORDS.fullmatch(score.text) is None),
        )


def _is_misread(score: Points) -> bool:
    """Whether what a picture gives as no score is our doubt alone: it is read badly, or nobody writes so."""
    return score.confidence < 1 and (score.confidence < SURE or _WRITTEN.fullmatch(score.text) is None)


def _variant_of(score: Points) -> str:
    if _is_misread(score):
        return "unread"
    return "negative" if score.value is not None else _fault_in(score.text)


def _fault_in(text: str) -> str:
    words = " ".join(text.split())
    if _NEGATIVE.fullmatch(words):
        return "negative"
    if len(_NUMBER.findall(words)) > 1:
        return "several"
    return "mistyped" if _MISTYPED.fullmatch(words) else ""


def _is_column(bad: Sequence[Line], printed: Sequence[Line]) -> bool:
    """Whether most score cells of a kind hold no score: then the column was misread, or holds something else."""
    for is_item in (False, True):
        among, of = ([line for line in lines if (line.kind == "item") is is_item] for lines in (bad, printed))
        if len(among) > FEW_BAD and 2 * len(among) > len(of):
            return True
    return False


def _bad_column(bad: Sequence[Line], printed: Sequence[Line]) -> Finding:
    """One finding on the report, so that what could not be understood is not lost."""
    scores = [line.score for line in bad if line.score is not None]
    return Finding(
        "bad-score",
        "",
        scores[0].place,
        stated=" ".join(scores[0].text.split()),
        facts={"count": str(len(bad)), "of": str(len(printed))},
        also=distinct([score.place for score in scores[1:]]),
        excerpt=scores[0].text,
        confidence=surest(*scores),
        variant="column",
    )


def max_points(audit: Audit) -> Iterator[Finding]:
    """A printed maximum that is not the official one."""
    own_splits = {part.official.id for group in audit.groups for part in group.parts if _is_own_split(part)}
    everything = total(group.official.maximum for group in audit.groups)
    for line in audit.lines:
        printed = value_of(line.stated_max)
        if line.kind == "group" and printed == everything != line.maximum:
            continue  # the maximum of all groups together stands in the row of a grand total
        if line.stated_max is None or printed is None or line.maximum is None or printed == line.maximum:
            continue
        if _criterion_of(audit, line) in own_splits:
            continue
        yield Finding(
            "max-points",
            line.id,
            line.stated_max.place,
            stated=show(printed),
            expected=show(line.maximum),
            facts={"kind": line.kind},
            excerpt=line.stated_max.text,
            confidence=line.stated_max.confidence,
            reported=line.reported,
        )


def _is_own_split(part: Part) -> bool:
    """Whether the printed maxima divide the official maximum in another way: a form of the school's own, no mistake.

    The first item's maximum may stand in the criterion's own row.
    """
    if part.row is None or not part.row.items or part.official.maximum is None:
        return False
    printed = [value_of(item.stated_max) for item in part.row.items]
    own = value_of(part.row.stated_max)
    if total(printed) == part.official.maximum:
        return own is None or own == part.official.maximum
    return printed[0] is None and own is not None and total([own, *printed[1:]]) == part.official.maximum


def _criterion_of(audit: Audit, line: Line) -> str:
    """The id of the criterion that a line stands in, its own id where it is none's."""
    for part in (part for group in audit.groups for part in group.parts):
        if part.row is not None and any(item.id == line.id for item in part.row.items):
            return part.official.id
    return line.id


def over_max(audit: Audit) -> Iterator[Finding]:
    """A score above the official maximum, at the smallest row that explains it."""
    for group in audit.groups:
        found = list(_over_in_parts(group))
        yield from found
        if not found:
            yield from _over_in_group(group)


def _over_in_parts(group: GroupReckoning) -> Iterator[Finding]:
    for part in group.parts:
        if part.row is None:
            continue
        items = list(_over_items(part))
        yield from (_over(line) for line in items if not _breaks_a_sum(group, part, line))
        stated, maximum = part.stated, part.official.maximum
        if items or stated is None or maximum is None or stated <= maximum:
            continue
        yield _over_criterion(part, stated, maximum)


def _over_items(part: Part) -> Iterator[Line]:
    if part.row is None:
        return
    own_split = _is_own_split(part)
    official = {item.id: item for item in part.official.items}
    for item in part.row.items:
        law, score = official.get(item.id), value_of(item.score)
        maximum = value_of(item.stated_max) if own_split else law.maximum if law else None
        if score is None or maximum is None or score <= maximum:
            continue
        # Where the criterion's own official maximum is broken too, the report contradicts a figure that is sure.
        broken = part.stated is not None and part.official.maximum is not None and part.stated > part.official.maximum
        sure = law is not None and law.maximum == maximum and not law.reported
        reported = not sure and not (broken and not part.official.reported)
        yield Line("item", item.id, item.place, item.score, item.stated_max, maximum, reported)


def _breaks_a_sum(group: GroupReckoning, part: Part, line: Line) -> bool:
    """Whether this score also breaks a sum that a fitting score would mend: then the sum's rule speaks of it."""
    score = value_of(line.score)
    if score is None or line.maximum is None or part.by_items is None:
        return False
    rest = part.by_items - score
    free = between(rest, rest + line.maximum)
    if part.own is not None:
        return part.own != part.by_items and reaches(part.own, [free])
    claim = group.any_total
    if claim is None or claim.points is None or group.sum is None or group.reaches(claim.points):
        return False
    others = [choice_of(other) for other in group.parts if other is not part]
    return reaches(claim.points, [free, *others, *group.extras])


def _over(line: Line) -> Finding:
    score = value_of(line.score)
    return Finding(
        "over-max",
        line.id,
        line.score.place if line.score else line.place,
        stated=show(score or ZERO),
        expected=show(line.maximum or ZERO),
        facts={"kind": line.kind},
        excerpt=line.score.text if line.score else "",
        confidence=surest(line.score),
        reported=line.reported,
    )


def _over_criterion(part: Part, stated: Decimal, maximum: Decimal) -> Finding:
    row = part.row
    scores = [row.score, *(item.score for item in row.items)] if row else []
    read = [score for score in scores if score is not None]
    return Finding(
        "over-max",
        part.official.id,
        read[0].place if read else row.place if row else None,
        stated=show(stated),
        expected=show(maximum),
        facts={"kind": "criterion"},
        others=() if row and row.score else distinct([score.place for score in read[1:]]),
        excerpt=read[0].text if read else "",
        confidence=surest(*read),
        reported=part.official.reported,
    )


def _over_in_group(group: GroupReckoning) -> Iterator[Finding]:
    claim, maximum = group.any_total, group.official.maximum
    if claim is None or claim.score is None or claim.points is None or maximum is None or claim.points <= maximum:
        return
    yield Finding(
        "over-max",
        group.id,
        claim.score.place,
        stated=show(claim.points),
        expected=show(maximum),
        facts={"kind": "group"},
        excerpt=claim.text,
        confidence=claim.score.confidence,
        reported=group.official.reported,
    )
