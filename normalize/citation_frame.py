"""What stands between a document's number and its title: issuer, date, "ký", "ban hành", marks and brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from normalize.dates import FoundDate
from normalize.shadow import Shadow
from normalize.title_words import begins_title
from normalize.vocabulary import any_of, word_lists

LONGEST_FRAME = 8  # parts
_MARKS = re.compile(r"(?:[^\S\n]|[,:()\[\]|-]|/(?=ngay\b)|\n(?!\s*[-+*•·]))+")
_ISSUED = re.compile(
    r"(?:(?:da|duoc|co|ra)\s+)*(?:ban\s+hanh|ky(?:\s+ban\s+hanh)?|phat\s+hanh|ra)"
    r"(?:\s+vao)?(?=\s*(?:ngay\b|\d|,|\(|:))"
)
# The school's head or the school itself, without its name: what follows is the title.
_BY_SCHOOL = re.compile(
    r"(?:cua|do)\s+(?:hieu\s+truong|giam\s+doc|ban\s+giam\s+(?:hieu|doc)|nha\s+truong|don\s+vi|trung\s+tam)"
    r"(?:\s+(?:nha\s+truong|trung\s+tam))?(?:\s+(?:ky|phat\s+hanh))?(?=\s)"
)
_HOLDER = r"(?:cua|do)\s+[^;.,\n()]{2,60}?(?:\s+(?:ky|ban\s+hanh|phat\s+hanh))?"


class Frame(NamedTuple):
    """It ends at `end`; `marks` are those right before that, `date` the first date in it."""

    end: int
    marks: str
    date: FoundDate | None


def frame_behind(shadow: Shadow, start: int, end: int, dates: Sequence[FoundDate]) -> Frame:
    """The frame that begins behind a number at `start`."""
    position, marks, found = start, "", None
    by_start = {date.start: date for date in dates}
    for _ in range(LONGEST_FRAME):
        gap = _MARKS.match(shadow.plain, position, end)
        marks = gap.group() if gap else ""
        position = gap.end() if gap else position
        date = by_start.get(position)
        part = _part_end(shadow, position, end) if date is None else date.end
        if part is None or part > end:
            break
        position, found = part, found or date
    return Frame(position, marks, found)


def _part_end(shadow: Shadow, start: int, end: int) -> int | None:
    school = _BY_SCHOOL.match(shadow.plain, start, end)
    if school is not None and begins_title(shadow, school.end() + 1, end):
        return school.end()
    for pattern in (_ISSUED, _holder()):
        match = pattern.match(shadow.plain, start, end)
        if match:
            return match.end()
    return None


@cache
def _holder() -> re.Pattern[str]:
    """ "của Sở Giáo dục và Đào tạo Hải Phòng", when a date, a mark or the title follows."""
    sure = any_of(word_lists("documents")["subject"]["sure"])
    return re.compile(rf'{_HOLDER}(?=\s*(?:,|\(|\[|:|"|\bngay\s*:?\s*\d|\d{{1,2}}[/.-]\d|\b{sure}(?!\w)))')
