"""Columns that the heading leaves open, told from what they hold beside the aligned criteria."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from normalize.answers import parse_answer
from normalize.blocks import Block
from normalize.columns import Columns, holds_labels
from normalize.headings import Head, Role
from normalize.levels import is_tick, parse_level
from normalize.numbers import is_blank, parse_cell
from normalize.segments import Row
from normalize.units import Unit

Names = Sequence[tuple[int, str]]  # levels and what they are called

MOSTLY = 0.8
HALF = 0.5
LONGEST_LEVEL = 40  # characters
SLIPS = 0.15
ALL_BUT_SLIPS = 0.85  # of a column of maxima, one or two may be misprinted


@dataclass(frozen=True, slots=True)
class Profile:
    """What a column holds: shares of its filled cells, or of its numbers."""

    column: int
    head: Head | None
    filled: int
    numeric: float
    ticks: float
    levels: float
    is_labels: bool
    covered: float  # of all criteria, or of all items, those beside which it holds something
    distinct: float  # of its filled cells, how many say something of their own
    official: float  # of its numbers, those that are the official maximum of their unit
    items: float  # of its numbers, those in rows of items alone
    values: tuple[Decimal, ...]


def resolve(rows: Sequence[Row], blocks: Sequence[Block], columns: Columns, names: Names) -> Columns:
    """The columns with every head settled; `rows` are those of the tables that share these columns."""
    profiles = _profiles(rows, blocks, columns, names)
    heads = dict(columns.heads)
    for profile in profiles:
        if profile.head is None:
            heads[profile.column] = Head(_role_by_content(profile, heads, profiles), "")
        elif profile.head.role is Role.LEVEL and profile.numeric >= MOSTLY and max(profile.values) > 5:
            heads[profile.column] = replace(profile.head, role=Role.SCORE)
        elif profile.head.role is Role.EVIDENCE and _is_of_notes(profile):
            heads[profile.column] = replace(profile.head, role=Role.OTHER)
    _number_ticks(profiles, heads)
    _settle_scores([replace(one, head=heads[one.column]) for one in profiles], heads)
    return replace(columns, heads=heads)


def _is_of_notes(profile: Profile) -> bool:
    """A column named for notes ("Ghi chú") holds evidence only if it is filled throughout, with a text for each."""
    named = profile.head is not None and re.fullmatch(r"ghi chu( them)?|nhan xet", profile.head.text) is not None
    return named and (profile.covered < HALF or profile.distinct < HALF)


def _profiles(rows: Sequence[Row], blocks: Sequence[Block], columns: Columns, names: Names) -> list[Profile]:
    units: dict[int, list[Unit]] = {at: block.units for block in blocks for at in block.rows}
    cells: dict[int, list[tuple[str, list[Unit]]]] = {}
    for at, row in enumerate(rows):
        for cell in row.cells:
            if columns.role_of(cell) in {Role.TITLE, Role.NUMBER} or is_blank(cell.text):
                continue
            cells.setdefault(cell.column, []).append((cell.text, units.get(at, [])))
    return [
        _profile(column, columns.heads.get(column), held, [_names_level(text, names) for text, _ in held], blocks)
        for column, held in sorted(cells.items())
    ]


def _names_level(text: str, names: Names) -> bool:
    """A level in words or as a Roman number ("Mức 2", "Đáp ứng tốt", "II"), not a bare figure."""
    if re.fullmatch(r"\s*[IVX]{1,3}\s*", text):
        return True
    wordy = len(text) <= LONGEST_LEVEL and re.search(r"[^\W\dIVXivx]", text) is not None
    return wordy and parse_level(text, names) is not None


def _profile(
    column: int,
    head: Head | None,
    held: Sequence[tuple[str, list[Unit]]],
    levels: Sequence[bool],
    blocks: Sequence[Block],
) -> Profile:
    lines = [(line, units) for text, units in held for line in _lines_of(text, units)]
    numbers = [(value, units) for line, units in lines if (value := parse_cell(line)) is not None]
    known = [(value, units) for value, units in numbers if any(unit.maximum is not None for unit in units)]
    official = [value for value, units in known if any(unit.maximum == value for unit in units)]
    return Profile(
        column,
        head,
        len(held),
        len(numbers) / max(1, sum(parse_answer(line) is None or is_tick(line) for line, _ in lines)),
        sum(is_tick(text) for text, _ in held) / len(held),
        sum(levels) / len(held),
        holds_labels([text for text, _ in held]),
        _coverage([units for _, units in held], blocks),
        len({text for text, _ in held}) / len(held),
        len(official) / len(known) if known else 0.0,
        sum(bool(units) and all(unit.is_item for unit in units) for _, units in numbers) / max(1, len(numbers)),
        tuple(value for value, _ in numbers),
    )


def _coverage(beside: Sequence[Sequence[Unit]], blocks: Sequence[Block]) -> float:
    """How much of the criteria's own rows, or of the items', a column fills; the greater of the two."""
    shares: list[float] = []
    for own in (True, False):
        there = {unit.id for block in blocks for unit in block.units if unit.is_criterion is own and not unit.is_group}
        filled = {unit.id for units in beside for unit in units if unit.is_criterion is own and not unit.is_group}
        shares.append(len(filled) / len(there) if there else 0.0)
    return max(shares)


def _lines_of(text: str, units: Sequence[Unit]) -> list[str]:
    """The lines of a cell that may list several figures, else the cell as one."""
    if len(units) <= 1 or parse_cell(text) is not None:
        return [text]
    return [line for line in text.split("\n") if line.strip()]


def _role_by_content(profile: Profile, heads: dict[int, Head], profiles: Sequence[Profile]) -> Role:
    taken = {head.role for head in heads.values()}
    titles = [column for column, head in heads.items() if head.role is Role.TITLE]
    if profile.is_labels and profile.column < min(titles, default=0):
        return Role.NUMBER
    if profile.ticks >= MOSTLY:
        return Role.OTHER if taken & {Role.TICK, Role.LEVEL} else Role.TICK
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


def _number_ticks(profiles: Sequence[Profile], heads: dict[int, Head]) -> None:
    """Columns of ticks without heads, or under one head for all levels, are levels in order."""
    shared = [one for one in profiles if heads[one.column].role is Role.LEVEL]
    if len(shared) > 1 and all(one.ticks >= MOSTLY for one in shared):
        heads.update({one.column: replace(heads[one.column], role=Role.TICK) for one in shared})
    nameless = [one.column for one in profiles if heads[one.column].role is Role.TICK and not heads[one.column].level]
    for level, column in enumerate(nameless, 1):
        heads[column] = replace(heads[column], level=level)


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
    """The first column of points is the school's; of the others, one without figures beside items is the criteria's."""
    named = [one for one in scores if heads[one.column].role is Role.SCORE]
    own = next((one for one in named if one.items), None) or (named or list(scores))[0]
    taken = False
    for one in scores:
        if one is own:
            role = Role.SCORE
        elif not taken and one.items <= SLIPS:
            role, taken = Role.TOTAL, True
        else:
            role = Role.OTHER
        heads[one.column] = replace(heads[one.column], role=role)
