"""The heading rows of a table, and what each column's head says it holds."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from normalize.folding import fold
from normalize.levels import parse_level
from parsers.document import Cell, Table


class Role(StrEnum):
    """What a column holds. `total`: a criterion's own score beside a column of item scores; `tick`: one level."""

    NUMBER = "number"
    TITLE = "title"
    MAXIMUM = "maximum"
    SCORE = "score"
    TOTAL = "total"
    LEVEL = "level"
    TICK = "tick"
    EVIDENCE = "evidence"
    ASSESSED = "assessed"
    DIFFERENCE = "difference"
    YES = "yes"
    NO = "no"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head: its role as the words say it, the words, and the level that a tick column stands for."""

    role: Role
    text: str
    level: int | None = None


SEARCH_ROWS = 8  # a table's title and remarks may stand in rows above the heading
LONGEST_HEAD = 90  # characters; a criterion's title is no head
_TITLE_FIRST = re.compile(
    r"^(?:ten |cac )?(?:noi dung|tieu chi|chi so|chi tieu|tieu chuan|linh vuc)\b(?!.*(?:diem|minh chung|ho so))"
)
_INDEX_ROW = re.compile(r"^\(?\s*(?:\d{1,2}|[a-hA-H])\s*\)?$")


@cache
def _lexicon() -> tuple[list[tuple[Role, re.Pattern[str]]], dict[str, Role]]:
    data = tomllib.loads(files("normalize").joinpath("lexicon/columns.toml").read_text("utf-8"))
    roles = [
        (
            Role(entry["name"]),
            re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, map(fold, entry["phrases"]))) + r")(?!\w)"),
        )
        for entry in data["role"]
    ]
    exact = {fold(head): Role(name) for name, heads in data["exact"].items() for head in heads}
    return roles, exact


def role_of(texts: tuple[str, ...]) -> Head | None:
    """What a column's heads, from top to bottom, say that it holds; None when they say nothing known."""
    roles, exact = _lexicon()
    last = fold(texts[-1]).strip(" :.*()")
    level = parse_level(texts[-1]) if len(last) <= 30 else None
    joined = fold(" ".join(texts))
    above = fold(" ".join(texts[:-1]))
    if level is not None and (re.search(r"\bmuc\b", joined) is not None):
        foreign = next((role for role, pattern in roles[:3] if pattern.search(joined)), None)
        return Head(foreign or Role.TICK, joined, level)
    if last in exact and not _names_other_party(above):
        return Head(exact[last], joined)
    if _TITLE_FIRST.match(last) and len(joined) <= LONGEST_HEAD:
        return Head(Role.TITLE, joined)
    if not joined or len(joined) > LONGEST_HEAD * len(texts):
        return None
    return next((Head(role, joined) for role, pattern in roles if pattern.search(joined)), None)


def _names_other_party(above: str) -> bool:
    roles, _ = _lexicon()
    return any(pattern.search(above) for role, pattern in roles[:3])


def heads_of(table: Table) -> tuple[dict[int, Head], frozenset[int]]:
    """The heads by grid column, and the rows that are heading, repeated ones too; both empty where there is none."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        rows[cell.row].append(cell)
    first = next((row for row in sorted(rows)[:SEARCH_ROWS] if _is_heading(rows[row])), None)
    if first is None:
        return {}, frozenset()
    last = _last_heading_row(rows, first)
    stacks: dict[int, list[str]] = defaultdict(list)
    for row in range(first, last + 1):
        for cell in rows.get(row, ()):
            for column in range(cell.column, cell.column + cell.column_span):
                if cell.text.strip():
                    stacks[column].append(cell.text)
    heads = {column: role_of(tuple(texts)) for column, texts in stacks.items()}
    repeated = _repeated(rows, first, last)
    return {column: head for column, head in heads.items() if head is not None}, repeated


def _is_heading(cells: list[Cell]) -> bool:
    """Several short cells with words for different roles, and no figures."""
    filled = [cell for cell in cells if cell.text.strip()]
    if len(filled) < 2 or any(len(cell.text) > LONGEST_HEAD for cell in filled):
        return False
    found = [role_of((cell.text,)) for cell in filled]
    known = {head.role for head in found if head is not None}
    sure = sum(head is not None for head in found) >= 0.6 * len(filled)
    return sure and len(known) >= 2 and (Role.TITLE in known or len(known) >= 3)


def _last_heading_row(rows: dict[int, list[Cell]], first: int) -> int:
    """The heading goes on while cells of its first row reach down, and over rows of heads or of column numbers."""
    last = max((cell.row + cell.row_span - 1 for cell in rows[first] if cell.row_span <= 4), default=first)
    while last + 1 in rows:
        filled = [cell for cell in rows[last + 1] if cell.text.strip()]
        if filled and len(filled) >= 3 and all(_INDEX_ROW.match(cell.text.strip()) for cell in filled):
            last += 1
            continue
        heads = [role_of((cell.text,)) for cell in filled]
        if len(filled) >= 2 and all(head is not None and head.role is not Role.NUMBER for head in heads):
            if _says_scores(filled):
                break
            last += 1
            continue
        break
    return last


def _says_scores(cells: list[Cell]) -> bool:
    return any(re.search(r"\d", cell.text) and parse_level(cell.text) is None for cell in cells)


def _repeated(rows: dict[int, list[Cell]], first: int, last: int) -> frozenset[int]:
    """Rows up to the heading's end, and later rows that say the same as a heading row."""
    said = {_said(rows[row]) for row in range(first, last + 1) if row in rows}
    return frozenset(range(last + 1)) | frozenset(row for row in rows if row > last and _said(rows[row]) in said)


def _said(cells: list[Cell]) -> tuple[str, ...]:
    return tuple(fold(cell.text) for cell in cells if cell.text.strip())
