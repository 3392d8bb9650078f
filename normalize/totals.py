"""Rows that print a group's total or level ("Tổng điểm nhóm 1", "Cộng", "Xếp loại"), told from rows of criteria."""

from __future__ import annotations

import re

from normalize.criteria import CriterionSet
from normalize.folding import fold
from normalize.labels import parse_label
from normalize.segments import Row
from normalize.wording import Wordbook

_TOTAL = re.compile(
    r"^(?:tong|cong|diem tong|diem nhom|diem dat|ket qua nhom|tong ket)\b"
    r"|^diem (?:cua )?(?:tieu chi|tc)(?![a-z])|^diem (?:[a-hivx\d]+[.,]\d|\d{1,2}$)\b"
    r"|\b(?:tong diem|tong cong|tong so diem)\b"
)
_LEVEL = re.compile(r"^(?:xep loai|xep muc|ket luan|muc do nhom|muc nhom|dat muc|muc do chuyen doi so|muc do dat)\b")
_GROUP = re.compile(r"\b(?:nhom|phan|muc)\s*(?:tieu chi|tc|so)?\s*(?:so\s*)?(\d|iii|ii|iv|i|v)\b")
_ALL = re.compile(
    r"\b(?:hai nhom|2 nhom|ca hai|toan bo|tong chung|cac nhom|chung|1\s*\+\s*2|i\s*\+\s*ii|1 va 2|i va ii)\b"
)
_CRITERION = re.compile(
    r"(?:\b|(?<=\btc))(?P<group>\d|iii|ii|iv|i|v|[a-h])\s?[.,]\s?(?P<criterion>\d{1,2})\b(?![.,]\d|\s*diem)"
)
_ALONE = re.compile(r"\(?\b(iii|ii|iv|i|\d)\)?\s*$")
LONGEST = 160  # characters; a longer text is a criterion or prose
SURE_TITLE = 0.8
LIKE_GROUP = 0.15  # likeness of a total's words ("Tổng nhóm dạy học") to a group's title, clearly above the next
CLEARLY = 1.5


def total_text(row: Row, book: Wordbook) -> str | None:
    """The words of a total's or level's row; None when the row is none."""
    text = next((cell.text for cell in row.cells if cell.text.strip() and parse_label(cell.text) is None), "")
    plain = fold(text)
    if not plain or len(plain) > LONGEST or not (_TOTAL.search(plain) or _LEVEL.match(plain)):
        return None
    likeness = book.likeness(" ".join(text.split()))
    known = max((one.whole for one, unit in zip(likeness, book.units, strict=True) if not unit.is_group), default=0.0)
    return None if known >= SURE_TITLE else text


def is_total_line(text: str) -> bool:
    """Whether a line begins as a total does ("Cộng nhóm I: …")."""
    return re.match(r"\W*(?:tong|cong)\b", fold(text)) is not None


def is_level_row(text: str) -> bool:
    """The words of a row that gives a group's level below its total ("Xếp loại", "Mức độ đạt")."""
    plain = fold(text)
    return _LEVEL.match(plain) is not None or "xep" in plain.split()


def is_of_all(text: str) -> bool:
    """The total of all groups together, which no rule of the table speaks of."""
    plain = fold(text)
    return _ALL.search(plain) is not None or len(set(_GROUP.findall(plain))) > 1


def group_named(text: str, criteria: CriterionSet, book: Wordbook) -> str | None:
    """The group that a total's row names, by number or by title."""
    plain = fold(text)
    match = _GROUP.search(plain) or _ALONE.search(plain)
    if match is not None:
        label = parse_label(match.group(1).upper())
        if label is not None and 1 <= label[0] <= len(criteria.groups):
            return criteria.groups[label[0] - 1].id
    found = sorted(
        ((one.whole, unit.id) for one, unit in zip(book.likeness(text), book.units, strict=True) if unit.is_group),
        reverse=True,
    )
    best, next_best = (*found, (0.0, ""), (0.0, ""))[:2]
    return best[1] if best[0] >= LIKE_GROUP and best[0] >= CLEARLY * next_best[0] else None


def criterion_named(text: str, criteria: CriterionSet) -> str | None:
    """The criterion whose items a row closes, by its number ("Cộng 1.3", "Điểm tiêu chí I.3")."""
    match = _CRITERION.search(fold(text))
    label = None if match is None else parse_label(f"{match['group']}.{match['criterion']}".upper())
    if label is None or len(label) != 2 or not 1 <= label[0] <= len(criteria.groups):
        return None
    known = criteria.groups[label[0] - 1].criteria
    return known[label[1] - 1].id if 1 <= label[1] <= len(known) else None


def is_of_a_criterion(text: str) -> bool:
    """It says that it closes a criterion, not which ("Điểm tiêu chí")."""
    return re.search(r"\b(?:tieu chi|tc)(?![a-z])", fold(text)) is not None and "nhom" not in fold(text)
