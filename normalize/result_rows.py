"""Small tables of results in the text: a row a group, its score, maximum and level by the heading or by value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TypeVar

from normalize.criteria import CriterionSet
from normalize.dates import find_school_years
from normalize.flow import unwrap
from normalize.folding import fold
from normalize.foreign import speaks_of_now, stays_foreign
from normalize.levels import parse_level
from normalize.line_heads import group_of_cell
from normalize.mentions import find_mentions, group_names_of
from normalize.numbers import parse_points
from normalize.passages import Passage
from normalize.report import Reading, Statement
from normalize.shadow import shade
from normalize.vocabulary import any_of, word_lists

T = TypeVar("T")
# "Tiêu chí 1.7. Hạ tầng, …": no group's row
_CRITERION = re.compile(
    r"(?:tieu chi\s+)?\d\.\d{1,2}[.:)]?\s+(?!nhom|chuyen doi so trong)[a-z]"
)  # "Tiêu chí 1.7. Hạ tầng, …": no group's row
_NUMBER = re.compile(r"\d\.\d{1,2}\.?")
_SEPARATOR = re.compile(r"\s\|\s|\t")


def read_rows(
    passages: Sequence[Passage], criteria: CriterionSet, school_year: str | None = None
) -> tuple[list[Statement], list[Passage]]:
    """The statements of table rows in the text, and the passages that are no rows. A table, a row or a column of
    another year than the report's gives none."""
    found: list[Statement] = []
    others: list[Passage] = []
    heads: list[str] = []
    above = ""  # what stands above the table may say that it is of another year
    for passage in _rows_joined(passages):
        cells = [cell.strip() for cell in _SEPARATOR.split(passage.text)]
        if passage.where not in {"text", "closing"} or len(cells) < 2:
            above = passage.text if passage.text.strip() else above
            others.append(passage)
            continue
        if _is_head(cells, school_year) and not _groups_in(cells, criteria):
            heads = [_role_of(cell, school_year) for cell in cells]
            continue
        if any(stays_foreign(shade(text).plain, school_year) for text in (above, cells[0])):
            continue
        statement = _read_row(passage, cells, heads if len(heads) == len(cells) else [], criteria)
        if statement is not None and statement.score is not None:
            found.append(statement)
        else:
            others.append(passage)  # its cells may hold words: "Tổng điểm nhóm 1: 73/100 | Mức 2"
    return found, others


def _rows_joined(passages: Iterable[Passage]) -> list[Passage]:
    """Cells of one row that came apart, side by side again."""
    joined: list[Passage] = []
    for passage in passages:
        last = joined[-1] if joined else None
        same = (
            last is not None
            and passage.where in {"text", "closing"}
            and passage.place.table is not None
            and (last.where, last.place.table, last.place.row)
            == (passage.where, passage.place.table, passage.place.row)
        )
        if last is not None and same:
            joined[-1] = replace(last, text=f"{last.text} | {unwrap(passage.text, passage)}")
        else:
            joined.append(passage)
    return joined


def _is_head(cells: list[str], school_year: str | None) -> bool:
    figures = any(re.search(r"\d{2}", cell) and not find_school_years(cell) for cell in cells)
    return not figures and sum(_role_of(cell, school_year) != "" for cell in cells) >= 2


def _role_of(cell: str, school_year: str | None) -> str:
    plain = fold(cell)
    if len(plain) > 40:
        return ""
    if stays_foreign(plain, school_year):
        return "other"
    for role in ("other", "maximum", "level", "score"):
        match = _roles()[role].search(plain)
        if match is not None and (role != "other" or _is_other(plain, match)):
            return role
    return "score" if speaks_of_now(plain, school_year) else ""


def _is_other(plain: str, match: re.Match[str]) -> bool:
    """ "Điểm thẩm định" is another's score; "Điểm nhóm" is not the group's column."""
    return match.group() in plain.rpartition("diem")[2] and (
        "diem" not in plain or match.group() not in {"nhom", "tieu chi", "noi dung"}
    )


@cache
def _roles() -> dict[str, re.Pattern[str]]:
    columns = word_lists("statements")["columns"]
    return {role: re.compile(rf"(?<!\w){any_of(phrases)}(?!\w)") for role, phrases in columns.items()}


def _groups_in(cells: list[str], criteria: CriterionSet) -> set[str]:
    return {mention.group for mention in find_mentions(fold(" | ".join(cells)), group_names_of(criteria))}


def _matters_in(cells: list[str], criteria: CriterionSet) -> set[str]:
    """Groups named by their matter alone, in a row that has their maximum."""
    maxima = {group.id: group.maximum for group in criteria.groups}
    named = {group for cell in cells if (group := group_of_cell(cell, criteria)) is not None}
    return {group for group in named if maxima[group] in map(parse_points, cells)}


def _read_row(passage: Passage, cells: list[str], heads: list[str], criteria: CriterionSet) -> Statement | None:
    mentions = _groups_in(cells, criteria) or _matters_in(cells, criteria)
    if len(mentions) != 1 or _is_of_criterion(cells):
        return None
    group = next(group for group in criteria.groups if group.id in mentions)
    score = _score_cell(cells, heads, group.maximum)
    level = _level_cell(cells, heads, criteria)
    if score is None and level is None:
        return None
    place = passage.place
    names = criteria.level_names
    return Statement(
        group.id,
        place,
        " | ".join(cells),
        None if score is None else _reading(parse_points(cells[score]), cells[score], passage),
        None,
        None if level is None else _reading(parse_level(cells[level], names), cells[level], passage),
        passage.where == "closing",
    )


def _is_of_criterion(cells: Sequence[str]) -> bool:
    """A cell names a criterion, or is its number: the row is on that, whatever group its title names."""
    plain = [fold(cell) for cell in cells]
    grouped = any("nhom" in words for words in plain)
    numbered = not grouped and any(_NUMBER.fullmatch(words) for words in plain[:2])
    return numbered or any(_CRITERION.match(words) for words in plain)


def _reading(value: T | None, text: str, passage: Passage) -> Reading[T]:
    return Reading(value, text, passage.place, passage.sure_of(text))


def _score_cell(cells: list[str], heads: list[str], maximum: Decimal | None) -> int | None:
    """The cell under a score's head; without heads the one number that is not the maximum."""
    if "score" in heads:
        columns = [column for column, role in enumerate(heads) if role == "score"]
        return columns[0] if len(columns) == 1 and parse_points(cells[columns[0]]) is not None else None
    numbers = {
        column: value
        for column, cell in enumerate(cells)
        if column
        and not (heads and heads[column] in {"maximum", "level", "other"})
        and (value := parse_points(cell)) is not None
    }
    rest = [column for column, value in numbers.items() if value != maximum]
    if len(numbers) == 2 and not rest:
        return max(numbers)  # "Nhóm 1 | 100 | 100"
    if len(rest) != 1 or (maximum is not None and numbers[rest[0]] > maximum):
        return None
    return rest[0]


def _level_cell(cells: list[str], heads: list[str], criteria: CriterionSet) -> int | None:
    if "level" in heads:
        column = heads.index("level")
        return column if parse_level(cells[column], criteria.level_names) is not None else None
    found = [
        column
        for column, cell in enumerate(cells)
        if len(cell) <= 40
        and (fold(cell).startswith("muc") or fold(cell) in {fold(name) for _, name in criteria.level_names})
        and parse_level(cell, criteria.level_names) is not None
    ]
    return found[0] if len(found) == 1 else None
