"""Columns that the heading leaves open, told from what they hold beside the aligned criteria."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from normalize.blocks import Block
from normalize.columns import Columns
from normalize.headings import Head, Role
from normalize.levels import parse_level
from normalize.profiles import Names, Profile, profiles_of
from normalize.segments import Row

_OWN = re.compile(r"\b(?:tu|truong|don vi|nha truong|trung tam)\b")
_NOTES = r"ghi chu( them)?|nhan xet|giai trinh|dien giai|thuyet minh"
_COUNCIL = re.compile(r"\b(?:hd|hoi dong)\b")
MOSTLY = 0.8
HALF = 0.5
SLIPS = 0.15
ALL_BUT_SLIPS = 0.85  # of a column of maxima, one or two may be misprinted


def resolve(rows: Sequence[Row], blocks: Sequence[Block], columns: Columns, names: Names) -> Columns:
    """The columns with every head settled; `rows` are those of the tables that share these columns."""
    profiles = profiles_of(rows, blocks, columns, names)
    heads = dict(columns.heads)
    said = Counter(profile.head.text for profile in profiles if profile.head and profile.head.role is Role.MAXIMUM)
    for profile in profiles:
        head = profile.head or Head(Role.UNKNOWN, "")
        if head.role is Role.MAXIMUM and said[head.text] > 1:
            head = replace(head, role=Role.UNKNOWN)  # one head over a column of maxima and one of scores
        heads[profile.column] = _settled(profile, head, heads, profiles, names)
    _number_ticks(profiles, heads, names)
    _settle_scores([replace(one, head=heads[one.column]) for one in profiles], heads)
    return replace(columns, heads=heads)


def _settled(profile: Profile, head: Head, heads: dict[int, Head], profiles: Sequence[Profile], names: Names) -> Head:
    """A head corrected by what stands under it."""
    if head.role in {Role.MAXIMUM, Role.SCORE, Role.UNKNOWN} and profile.fractions >= MOSTLY:
        swapped = profile.official >= ALL_BUT_SLIPS > profile.official_below
        if head.role is Role.UNKNOWN and not swapped and profile.official_below < HALF:
            return replace(head, role=Role.OTHER)  # days of a month ("20/4")
        return replace(head, role=Role.SCORE, swapped=swapped)
    return replace(head, role=_settled_role(profile, head, heads, profiles, names))


def _settled_role(
    profile: Profile, head: Head, heads: dict[int, Head], profiles: Sequence[Profile], names: Names
) -> Role:
    of_shares = profile.percentages >= HALF and head.role in {Role.UNKNOWN, Role.SCORE, Role.TOTAL, Role.MAXIMUM}
    of_notes = head.role is Role.EVIDENCE and _is_of_notes(profile)
    # "Kết quả: Có | Không" beside the points
    of_ticks = head.role is Role.SCORE and profile.ticks >= MOSTLY and _has_numbers_elsewhere(profile, heads, profiles)
    if of_shares or of_notes or of_ticks:
        return Role.OTHER
    if head.role is Role.UNKNOWN:
        return _role_by_content(profile, heads, profiles)
    if head.role is Role.LEVEL and _holds_points_too(profile, head, heads):
        return Role.SCORE
    if profile.numeric >= MOSTLY and (head.role is Role.YES or (head.role is Role.LEVEL and max(profile.values) > 5)):
        return Role.SCORE  # "Đạt" beside "Tối đa"; "Mức điểm"
    if profile.ticks >= MOSTLY and head.role in {Role.YES, Role.NO, Role.OTHER} and parse_level(head.text, names):
        return Role.TICK  # under the name of a level
    return head.role


def _has_numbers_elsewhere(profile: Profile, heads: dict[int, Head], profiles: Sequence[Profile]) -> bool:
    """Another column headed for points holds them."""
    return any(
        one.numeric >= MOSTLY and one.column in heads and heads[one.column].role is Role.SCORE
        for one in profiles
        if one.column != profile.column
    )


def _holds_points_too(profile: Profile, head: Head, heads: dict[int, Head]) -> bool:
    """ "Điểm/Mức độ" over "21 - Mức 3": the only column of points, whose cells say the level as well."""
    others = (one.role for column, one in heads.items() if column != profile.column)
    if any(role in {Role.SCORE, Role.TOTAL} for role in others):
        return False
    return "diem" in head.text.split("muc")[0] or max(profile.values, default=Decimal(0)) > 5


def _is_of_notes(profile: Profile) -> bool:
    """A column for notes ("Ghi chú", "Giải trình") holds evidence only if filled throughout, with a text for each."""
    named = profile.head is not None and re.fullmatch(_NOTES, profile.head.text) is not None
    return named and (profile.covered < HALF or profile.distinct < HALF)


def _role_by_content(profile: Profile, heads: dict[int, Head], profiles: Sequence[Profile]) -> Role:
    taken = {head.role for head in heads.values()}
    titles = [column for column, head in heads.items() if head.role is Role.TITLE]
    if profile.is_labels and profile.column < min(titles, default=0):
        return Role.NUMBER
    if profile.ticks >= MOSTLY:
        return Role.OTHER if Role.LEVEL in taken else Role.TICK
    if profile.levels >= 0.5:
        return Role.OTHER if Role.LEVEL in taken else Role.LEVEL
    if profile.numeric >= 0.6:
        return _number_role(profile, taken, profiles)
    return Role.OTHER if Role.EVIDENCE in taken else Role.EVIDENCE


def _number_role(profile: Profile, taken: set[Role], profiles: Sequence[Profile]) -> Role:
    others = [one for one in profiles if one.column != profile.column and one.numeric >= 0.6]
    if profile.official >= ALL_BUT_SLIPS and Role.MAXIMUM not in taken and (others or len(profile.values) >= 3):
        return Role.MAXIMUM
    if set(profile.values) <= {Decimal(1), Decimal(2), Decimal(3)} and len(others) >= 1 and Role.LEVEL not in taken:
        return Role.LEVEL
    return Role.SCORE


def _number_ticks(profiles: Sequence[Profile], heads: dict[int, Head], names: Names) -> None:
    """Columns of ticks are the levels that their heads name; without, or under one head for all, levels in order."""
    shared = [one for one in profiles if heads[one.column].role is Role.LEVEL]
    if len(shared) > 1 and all(one.ticks >= MOSTLY for one in shared):
        heads.update({one.column: replace(heads[one.column], role=Role.TICK) for one in shared})
    nameless = [one.column for one in profiles if heads[one.column].role is Role.TICK and not heads[one.column].level]
    named = [parse_level(heads[column].text, names) for column in nameless]
    for level, (column, said) in enumerate(zip(nameless, named, strict=True), 1):
        alone = said is not None and named.count(said) == 1
        heads[column] = replace(heads[column], level=said if alone else level)


def _settle_scores(profiles: Sequence[Profile], heads: dict[int, Head]) -> None:
    """Of several columns of points: the items' maxima, the criterion's own beside the items', or another party's."""
    scores = [one for one in profiles if heads[one.column].role in {Role.SCORE, Role.TOTAL} and one.values]
    if len(scores) > 1:
        maxima = [one for one in scores if one.official >= ALL_BUT_SLIPS]
        if maxima and len(maxima) < len(scores):
            heads[maxima[0].column] = replace(heads[maxima[0].column], role=Role.MAXIMUM)
            scores.remove(maxima[0])
    if len(scores) == 1:
        heads[scores[0].column] = replace(heads[scores[0].column], role=Role.SCORE)
    elif len(scores) > 1:
        _tell_apart(scores, heads)


def _tell_apart(scores: Sequence[Profile], heads: dict[int, Head]) -> None:
    """Of several columns of points one is the school's; of the others, one without figures beside items is the
    criteria's own."""
    own = _own_of(scores, heads)
    taken = False
    for one in scores:
        if one is own:
            role = Role.SCORE
        elif not taken and one.items <= SLIPS and not _is_of_others(heads[one.column], heads[own.column]):
            role, taken = Role.TOTAL, True
        else:
            role = Role.OTHER
        heads[one.column] = replace(heads[one.column], role=role)


def _own_of(scores: Sequence[Profile], heads: dict[int, Head]) -> Profile:
    """The latest year's; else the one that says it is the school's own, not its council's; else the first with figures
    beside items."""
    years = {one.column: _year_of(heads[one.column]) for one in scores}
    if len({year for year in years.values() if year}) > 1:
        return max(scores, key=lambda one: years[one.column])
    named = [one for one in scores if heads[one.column].role is Role.SCORE]
    plain = [one for one in named if not _COUNCIL.search(heads[one.column].text)] or named
    said = [one for one in plain if _OWN.search(heads[one.column].text)]
    beside = [one for one in said or plain if one.items]
    return (beside or said or plain or list(scores))[0]


def _year_of(head: Head) -> int:
    whole = re.sub(r"(?<=\d)\s+(?=\d)", "", head.text)  # a narrow column breaks "2023-2024" anywhere
    years = re.findall(r"20\d\d", whole)
    return max(map(int, years), default=0)


def _is_of_others(head: Head, own: Head) -> bool:
    """Of another year, or of the school's council."""
    return _year_of(head) != _year_of(own) or _COUNCIL.search(head.text) is not None
