"""Lines that open a section of the text, and what the section is on."""

from __future__ import annotations

import re
from functools import cache

from normalize.foreign import stays_foreign
from normalize.shadow import Shadow
from normalize.vocabulary import any_of, word_lists

LONGEST_HEADING = 160  # characters
MOST_WORDS = 12  # of a heading that ends like a sentence

_HEADING = re.compile(
    r"\W*(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-z])\s*[.)]\s+\S|\W*(?:phan|muc|chuong)\s+(?:[ivx]+|\d)"
)
_PART = re.compile(r"\W*(?:tieu\s+chi|chi\s+so|noi\s+dung)\s*:?\s*\d|\W*\d{1,2}\.\d{1,2}(?!\d)")


def is_heading(shadow: Shadow) -> bool:
    """A short line with a number before it, or in capitals; an item that is a whole sentence is none."""
    short = len(shadow.plain) <= LONGEST_HEADING
    if shadow.plain.rstrip().endswith((".", ";")) and len(shadow.plain.split()) > MOST_WORDS:
        return False
    return short and (_HEADING.match(shadow.plain) is not None or shadow.source.isupper())


def is_on_part(plain: str) -> bool:
    """The line is on one criterion: what follows is no longer the group's."""
    return _PART.match(plain) is not None


_RESULT = re.compile(r"(?<!\w)ket\s+qua\s+(?:thuc\s+hien|trien\s+khai)(?!\w)")


def is_foreign_heading(told: str, school_year: str | None) -> bool:
    """ "Phương hướng năm học tới", "Kết quả năm học 2022-2023"; not "Kết quả thực hiện kế hoạch"."""
    if stays_foreign(told, school_year):
        return True
    return _RESULT.search(told) is None and _other_section().search(told) is not None


@cache
def _other_section() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(word_lists('statements')['other_section']['words'])}(?!\w)")
