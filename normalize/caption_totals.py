"""A group's total and level in the line above its own table ("2. … quản trị: đạt 50/100 điểm; Mức 2"), or in the line
that closes its tables ("Cộng nhóm I: 75,5 điểm – Mức 3")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from normalize.criteria import CriterionSet
from normalize.labels import split_label
from normalize.numbers import to_decimal
from normalize.passages import Passage
from normalize.report import Group, Reading, Statement
from normalize.score_tables import ScoreTable
from normalize.statements import find_statements
from normalize.totals import is_total_line
from normalize.wording import Wordbook
from parsers.document import Paragraph, Place

LONGEST = 300  # characters; a longer paragraph is narrative
TAIL = 40  # characters of a caption's last line that stands as a paragraph of its own
MOSTLY = 0.8
TITLED = frozenset({"body", "margin"})  # a heading at the top of a page may be taken for a running head


_OVER = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*/\s*(\d{2,3})(?=\s*(?:điểm|đ)?\s*(?:[.,;)-]|$))")


class CaptionTotal(NamedTuple):
    """What a caption says of the group that its table is of, and the document's blocks that it has."""

    said: Statement
    blocks: frozenset[int]


def caption_totals(
    tables: Sequence[ScoreTable], around: Sequence[object], criteria: CriterionSet, book: Wordbook
) -> list[CaptionTotal]:
    """The totals above tables of one group, or below its last one, a group at most once; `around`: the document's
    blocks."""
    found: dict[str, CaptionTotal] = {}
    last: dict[str, ScoreTable] = {}
    for one in tables:
        group = _group_of(one, book)
        total = _total_above(one, around, criteria, group) if group is not None else None
        if total is not None:
            found.setdefault(total.said.group, total)
        if group is not None:
            last[group] = one
    for group, one in last.items():
        total = _total_below(one, around, criteria, group)
        if total is not None:
            found.setdefault(group, total)
    return list(found.values())


def _group_of(one: ScoreTable, book: Wordbook) -> str | None:
    """The group that nearly all rows of a table are of; a title may be like one of another group."""
    counts = Counter(book.units[at].group for at in one.units)
    group, most = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return group if most and most >= MOSTLY * counts.total() else None


def _total_above(one: ScoreTable, around: Sequence[object], criteria: CriterionSet, group: str) -> CaptionTotal | None:
    for count in (1, 2):
        lines = _lines_above(one.block, around, count)
        if not lines or (count > 1 and len(lines[-1].text) > TAIL):
            return None
        text = " ".join(" ".join(line.text.split()) for line in lines)
        for shown in (text, _with_word(text, criteria, group)):
            said = _said_in(shown, lines[0].place, criteria, group)
            if said is not None:
                return CaptionTotal(replace(said, text=text), frozenset(range(one.block - count, one.block)))
    return None


def _total_below(one: ScoreTable, around: Sequence[object], criteria: CriterionSet, group: str) -> CaptionTotal | None:
    below = [
        line
        for line in around[one.block + 1 : one.block + 3]
        if isinstance(line, Paragraph) and is_total_line(line.text)
    ]
    line = below[0] if len(below) == 1 else None  # two tell the results of both groups
    if line is None or line is not around[one.block + 1] or len(line.text) > LONGEST:
        return None
    said = _said_in(" ".join(line.text.split()), line.place, criteria, group)
    return None if said is None else CaptionTotal(said, frozenset({one.block + 1}))


def _said_in(text: str, place: Place, criteria: CriterionSet, group: str) -> Statement | None:
    """The one statement of a caption, on its group; out of another maximum than the official one too ("72/90")."""
    official = next(one.maximum for one in criteria.groups if one.id == group)
    over = _OVER.search(text)
    for printed, shown in ((None, text), (over, _OVER.sub(rf"\1/{official}", text, count=1) if over else "")):
        said = find_statements([Passage(shown, place, "closing")], criteria)
        if len(said) == 1 and said[0].group == group and (said[0].score is not None or over is None):
            most = None if printed is None else Reading(to_decimal(printed[2]), printed[0], place)
            return replace(said[0], maximum=most or said[0].maximum)
    return None


def _with_word(text: str, criteria: CriterionSet, group: str) -> str:
    """ "II. CĐS trong QTNT (50,5/100 điểm)" as "Nhóm 2: CĐS …", if it has the number of the table's group."""
    label, title = split_label(text)
    ordinal = next(at for at, one in enumerate(criteria.groups, 1) if one.id == group)
    return f"Nhóm {ordinal}: {title}" if label == (ordinal,) else ""


def _lines_above(block: int, around: Sequence[object], count: int) -> list[Paragraph]:
    lines = [line for line in around[max(0, block - count) : block] if isinstance(line, Paragraph)]
    fit = len(lines) == count and all(line.role in TITLED and len(line.text) <= LONGEST for line in lines)
    return lines if fit else []


def with_caption_totals(
    groups: Sequence[Group], totals: Sequence[CaptionTotal]
) -> tuple[tuple[Group, ...], frozenset[int]]:
    """The groups, with the totals of those that print none in their table; and the blocks that those stand in."""
    above = {one.said.group: one for one in totals}
    bare = {group.id for group in groups if group.id in above and group.score is None and group.level is None}
    taken = frozenset(at for key in bare for at in above[key].blocks)
    return tuple(_totalled(group, above[group.id].said) if group.id in bare else group for group in groups), taken


def _totalled(group: Group, said: Statement) -> Group:
    return replace(
        group,
        place=said.place,
        title=group.title or said.text,
        stated_max=group.stated_max or said.maximum,
        score=said.score,
        level=said.level,
    )
