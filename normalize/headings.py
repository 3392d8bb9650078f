"""The heading rows of a table, and what each column's head says it holds."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from normalize.folding import fold
from normalize.levels import parse_level
from normalize.numbers import parse_points
from parsers.alike import are_alike
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
    UNKNOWN = "unknown"  # a head that says nothing known: what the column holds will tell


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head: its role as the words say it, the words, and the level that a tick column stands for."""

    role: Role
    text: str
    level: int | None = None
    swapped: bool = False  # scores written as maximum over score ("30/17")


SEARCH_ROWS = 8  # a table's title and remarks may stand in rows above the heading
SHORTEST_SQUEEZED = 5  # letters; shorter ones stand by chance in other words
LONGEST_NUMBER_HEAD = 4  # words
LONGEST_HEAD = 90  # characters; a criterion's title is no head
SPOILED = 60  # of 100: so alike a spoiled head of a level is to what it was
_TITLE_FIRST = re.compile(
    r"^(?:ten |cac )?(?:noi dung|tieu chi|chi so|chi tieu|tieu chuan|linh vuc)\b(?!\s*\d+[.,]\d)"
    r"(?!.*(?:(?<!cham )(?<!tinh )(?<!cho )diem|minh chung|ho so))"
)
LONGEST_INDEX = 6  # characters of a column's number
_INDEX_ROW = re.compile(r"^\(?\s*(?:\d{1,2}|[a-hA-H])\s*\)?$")


class _Words(NamedTuple):
    """Phrases of one role: as words, and without blanks for heads that a narrow column breaks inside a word."""

    role: Role
    whole: re.Pattern[str]
    squeezed: tuple[str, ...]


@cache
def _lexicon() -> tuple[list[_Words], dict[str, Role]]:
    data = tomllib.loads(files("normalize").joinpath("lexicon/columns.toml").read_text("utf-8"))
    roles = [_words(Role(entry["name"]), [fold(phrase) for phrase in entry["phrases"]]) for entry in data["role"]]
    exact = {fold(head): Role(name) for name, heads in data["exact"].items() for head in heads}
    return roles, exact


def _words(role: Role, phrases: list[str]) -> _Words:
    whole = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)")
    squeezed = (phrase.replace(" ", "") for phrase in phrases)
    return _Words(role, whole, tuple(phrase for phrase in squeezed if len(phrase) >= SHORTEST_SQUEEZED))


def role_of(texts: tuple[str, ...]) -> Head | None:
    """What a column's heads, from top to bottom, say that it holds; None when they say nothing known."""
    roles, exact = _lexicon()
    last = fold(texts[-1]).strip(" :.*()")
    level = parse_level(texts[-1]) if len(last) <= 30 else None
    joined = fold(" ".join(texts))
    if level is not None and "muc" in joined.replace(" ", ""):
        return Head(_other_party(joined) or Role.TICK, joined, level)
    if last in exact and _other_party(fold(" ".join(texts[:-1]))) is None:
        return Head(exact[last], joined)
    if not joined or len(joined) > LONGEST_HEAD * len(texts):
        return None
    if _TITLE_FIRST.match(last):
        return Head(Role.TITLE, joined)
    found = next((words.role for words in roles if _says(words, joined)), None)
    if found in {None, Role.NUMBER, Role.SCORE, Role.TITLE} and "\n" in texts[-1]:
        found = _role_of_broken(joined.replace(" ", ""), found)
    return None if found is None else Head(found, joined)


def _says(words: _Words, joined: str) -> bool:
    """A phrase of the role stands in the head; letters for a number column ("TT") only in a short one, for they
    abbreviate other words too."""
    short = words.role is not Role.NUMBER or len(joined.split()) <= LONGEST_NUMBER_HEAD
    return short and words.whole.search(joined) is not None


def _role_of_broken(squeezed: str, otherwise: Role | None) -> Role | None:
    """The role of a head that a narrow column breaks inside its words ("Điể|m tự|chấ|m")."""
    roles, exact = _lexicon()
    short = {head.replace(" ", ""): role for head, role in exact.items()} | {"diem": Role.SCORE, "muc": Role.LEVEL}
    if squeezed in short:
        return short[squeezed]
    found = next((words.role for words in roles if any(one in squeezed for one in words.squeezed)), otherwise)
    return Role.SCORE if found is Role.TITLE and "diem" in squeezed else found


def _other_party(text: str) -> Role | None:
    """The role of a head that speaks of another party's points, of differences or of another year."""
    roles, _ = _lexicon()
    return next((words.role for words in roles[:3] if words.whole.search(text)), None)


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
        for cell in () if _is_index(rows.get(row, [])) else rows.get(row, ()):
            for column in range(cell.column, cell.column + cell.column_span):
                if cell.text.strip():
                    stacks[column].append(cell.text)
    heads = {
        column: role_of(tuple(texts)) or Head(Role.UNKNOWN, fold(" ".join(texts))) for column, texts in stacks.items()
    }
    for cell in (cell for row in range(first, last + 1) for cell in rows.get(row, ())):
        if cell.column_span > 1 and cell.row + cell.row_span > last:
            heads.update(_heads_run_together(cell))
        if cell.column_span > 1 and cell.row < last:
            heads.update(_levels_in_order(cell, rows.get(last, []), heads))
    return heads, _repeated(rows, first, last) - _rows_above(rows, first, heads)


def _rows_above(rows: dict[int, list[Cell]], first: int, heads: dict[int, Head]) -> frozenset[int]:
    """Rows of scores before the heading, from the first that has figures where points stand: the table was cut in two
    before them, and the heading that follows is repeated."""
    points = {column for column, head in heads.items() if head.role in {Role.MAXIMUM, Role.SCORE, Role.TOTAL}}
    scored = [
        row
        for row in rows
        if row < first and sum(cell.column in points and parse_points(cell.text) is not None for cell in rows[row]) > 1
    ]
    return frozenset(range(min(scored), first)) if scored else frozenset()


def _levels_in_order(over: Cell, below: list[Cell], heads: dict[int, Head]) -> dict[int, Head]:
    """Heads of levels under one ("Mức 1 | Mức 2 | Mức 3" under "Mức độ") of which a picture spoiled some: they are in
    the order that those which can be read tell."""
    under = [cell for cell in below if over.column <= cell.column < over.column + over.column_span]
    levels = [parse_level(cell.text) for cell in under]
    if None not in levels or len(under) != over.column_span or all(cell.confidence == 1 for cell in under):
        return {}
    upward, downward = range(1, len(under) + 1), range(len(under), 0, -1)
    order = next(
        (one for one in (upward, downward) if all(a in (None, b) for a, b in zip(levels, one, strict=True))), None
    )
    if order is None or not all(_is_like_level(cell.text) for cell in under):
        return {}
    return {
        cell.column: replace(heads[cell.column], role=Role.TICK, level=level)
        for cell, level in zip(under, order, strict=True)
    }


def _is_like_level(text: str) -> bool:
    """Whether a head says "Mức" and little more, letters of it spoiled."""
    from rapidfuzz.fuzz import ratio

    letters = "".join(sign for sign in fold(text) if sign.isalpha())
    return any(ratio(letters, head) >= SPOILED for head in ("muc", "mucdo"))


def _heads_run_together(cell: Cell) -> dict[int, Head]:
    """Heads of several columns in one cell, with none below it: a line each, or open where the lines do not tell."""
    columns = range(cell.column, cell.column + cell.column_span)
    alone = [role_of((line,)) for line in cell.text.split("\n") if line.strip()]
    heads = [head for head in alone if head is not None]
    if len(heads) == len(alone) == len(columns) == len({head.role for head in heads}):
        return dict(zip(columns, heads, strict=True))
    joined = fold(cell.text)
    said = {words.role for words in _lexicon()[0] if words.whole.search(joined)} - {Role.SCORE, Role.NUMBER}
    return {column: Head(Role.UNKNOWN, joined) for column in columns} if len(said) > 1 else {}


def _is_heading(cells: list[Cell]) -> bool:
    """Several short cells with words for different roles, and no figures."""
    filled = [cell for cell in cells if cell.text.strip()]
    figures = [cell.text.strip() for cell in filled if parse_points(cell.text) is not None]
    levels = [str(number) for number in range(1, len(figures) + 1)]  # heads of tick columns: 1, 2, 3
    if len(filled) < 2 or any(len(cell.text) > LONGEST_HEAD for cell in filled) or figures not in ([], levels):
        return False
    filled = [cell for cell in filled if parse_points(cell.text) is None]
    found = [role_of((cell.text,)) for cell in filled]
    known = {head.role for head in found if head is not None}
    sure = sum(head is not None for head in found) >= 0.6 * len(filled)
    return sure and len(known) >= 2 and (Role.TITLE in known or len(known) >= 3)


def _last_heading_row(rows: dict[int, list[Cell]], first: int) -> int:
    """The heading goes on while cells of its first row reach down, and over rows of heads or of column numbers."""
    last = max((cell.row + cell.row_span - 1 for cell in rows[first] if cell.row_span <= 4), default=first)
    while last + 1 in rows:
        filled = [cell for cell in rows[last + 1] if cell.text.strip()]
        if _is_index(rows[last + 1]):
            last += 1
            continue
        heads = [role_of((cell.text,)) for cell in filled]
        if len(filled) < 2 or _says_scores(filled) or any(head is None for head in heads):
            break
        last += 1
    return last


def _is_index(cells: list[Cell]) -> bool:
    """Column numbers under the heads: (1), (2), (3) …; in a picture some may be spoiled or lost."""
    filled = [cell for cell in cells if cell.text.strip()]
    told = [cell for cell in filled if _INDEX_ROW.match(cell.text.strip())]
    if len(told) == len(filled):
        return len(filled) >= 3
    in_place = [cell for at, cell in enumerate(cells, start=1) if cell.text.strip() == f"({at})"]
    others = [cell for cell in filled if cell not in in_place]
    return len(in_place) >= 2 and all(_may_be_index(cell) for cell in others)


def _may_be_index(cell: Cell) -> bool:
    return cell.confidence < 1 and len(cell.text.strip()) <= len("(10)") and ("(" in cell.text or ")" in cell.text)


def _is_worn_index(cells: list[Cell]) -> bool:
    """Column numbers printed again, in a picture."""
    return (
        _is_index(cells)
        and any(cell.confidence < 1 for cell in cells)
        and any("(" in c.text or ")" in c.text for c in cells)
    )


def _says_scores(cells: list[Cell]) -> bool:
    return any(re.search(r"\d", cell.text) and parse_level(cell.text) is None for cell in cells)


def _repeated(rows: dict[int, list[Cell]], first: int, last: int) -> frozenset[int]:
    """Rows up to the heading's end, and later rows that say the same as a heading row."""
    said = {_said(rows[row]) for row in range(first, last + 1) if row in rows}
    indexed = any(_is_index(rows[row]) for row in range(first, last + 1) if row in rows)
    again = {
        row
        for row in rows
        if row > last
        and (_said(rows[row]) in said or _is_spoiled(rows[row], said) or (indexed and _is_index(rows[row])))
    }
    return frozenset(range(last + 1)) | again


def _is_spoiled(cells: list[Cell], said: set[tuple[str, ...]]) -> bool:
    """Whether a row that was read from a picture, letters of it wrongly, says the same as one of the heading."""
    if all(cell.confidence == 1 for cell in cells) or _says_scores(cells):
        return False
    return any(are_alike(_said(cells), texts) for texts in said)


def _said(cells: list[Cell]) -> tuple[str, ...]:
    return tuple(fold(cell.text) for cell in cells if cell.text.strip())
