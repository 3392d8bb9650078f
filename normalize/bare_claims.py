"""Figures right after a group's name that need no word: "Nhóm 1: 73", "Mức độ nhóm 1: 2"."""

from __future__ import annotations

import re

from normalize.claims import NUMBER, ONE_LEVEL, POINTS, Claim, is_result, level_number
from normalize.criteria import CriterionSet
from normalize.mentions import SCHOOL
from normalize.numbers import parse_points

# Right after a group's name a figure needs no word: "Nhóm 1: 73", "Nhóm 1 đạt 73, mức 2"; after "Mức độ … nhóm 1: 2".
_BESIDE = re.compile(
    rf"[\"\s)]*(?:\(\s*toi\s+da[^()]*\)\s*)?(?:[:=\-]\s*(?:dat\s+)?|dat\s+(?:duoc\s+)?)(?P<figure>{NUMBER})(?![.,]\d)(?=\s*(?:$|[,;(\-]|\.(?:\s|$)|muc|xep))"
)
# "điểm chuyển đổi số trong dạy, học của đơn vị là 54"
_POINTS_OF = re.compile(r"(?<!\w)diem(?:\s+so)?(?:\s+(?:cua|cho|ve))?\s+[\"(]*$")
_BEHIND_NAME = re.compile(
    rf"[\"\s)]*(?:cua\s+{SCHOOL}\s+)?(?:la|dat|duoc|bang)\s+"
    rf"(?P<figure>{NUMBER})(?![.,]\d)(?=\s*(?:$|[,;(\-]|\.(?:\s|$)|muc|xep|va(?!\w)))"
)
# "Điểm nhóm 1 (60) và điểm nhóm 2 (70)"
_BRACKETED = re.compile(rf"\s*\(\s*(?P<figure>{NUMBER})\s*(?:{POINTS})?\s*\)")
_LEVEL_BESIDE = re.compile(rf"[\"\s)]*(?:[:=\-]\s*|dat\s+){ONE_LEVEL}(?=\s*(?:$|[,;(]|\.(?:\s|$)))")
_LEVEL_OF = re.compile(r"(?<!\w)muc(?:\s*do)?(?:\s+(?:dat|dap\s+ung|cua|tu\s+danh\s+gia))*\s*$")


def claim_beside(plain: str, start: int, end: int, criteria: CriterionSet, *, goes_on: bool = False) -> Claim | None:
    """The bare figure after a group named from `start` to `end`: a level where "mức độ" stands before, else a score. It
    `goes_on` where another group's figure was given before: "điểm nhóm 1 là 73, nhóm 2 là 84"."""
    known = {level for level, _ in criteria.level_names}
    if _LEVEL_OF.search(plain[:start]):
        match = _LEVEL_BESIDE.match(plain, end)
        level = level_number(match["level"]) if match else 0
        claim = Claim(match.start("level"), match.end(), level=level) if match and level in known else None
    else:
        told = goes_on or _POINTS_OF.search(plain[:start]) is not None
        match = _BESIDE.match(plain, end)
        if match is None and told:
            match = _BEHIND_NAME.match(plain, end) or _BRACKETED.match(plain, end)
        score = parse_points(match["figure"]) if match else None
        bare = match is not None and score is not None and score > max(known, default=0)
        claim = Claim(*match.span("figure"), score) if match and bare else None
    return claim if claim is not None and is_result(plain, claim) else None
