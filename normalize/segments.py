"""Title cells cut into segments: a criterion's title, each item of a list in the cell, a continuation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from normalize.answers import parse_answer
from normalize.columns import Columns
from normalize.folding import fold
from normalize.headings import Role
from normalize.labels import parse_label, split_label
from normalize.numbers import is_blank, parse_points
from parsers.document import Cell, Table

PADDING_PT = 5.4  # points: what Word and LibreOffice leave free at each side of a cell
BULLET_PT = 4.0  # points; a bullet and its blank are wider, what skew and letters differ by is less
SPACE_PT = 3.0  # points: a blank of 12-point type
_BULLET = re.compile(r"^\s*(?:[-–—+•▪●○◦*❖➢✓·]|\uf0b7|[a-hđ]\s*[.)]|\((?:\d{1,2}|[a-hđ])\))\s*(?=\S)")
_EVIDENCE = re.compile(
    r"\W{0,3}(?:các\s+|danh\s+mục\s+)?(?:hồ\s*sơ|tài\s*liệu|ghi\s*chú)?[\s,/&-]*(?:và\s+)?minh\s*chứng"
    r"(?:\s+(?:kèm\s+theo|của\s+tiêu\s+chí(?:\s+[\d.IVX]+)?|tiêu\s+chí(?:\s+[\d.IVX]+)?))?\s*(?::|$)",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?<=[:;.,)])\s*(?:<br>)?\s*[-–—+•]\s+(?=[^\W\d])|\s+[-–—•]\s+(?=[A-ZÀ-ỸĐ])"
    r"|(?<=:)\s*(?:\((?:1|a)\)|[a1][.)])\s+(?=[A-ZÀ-ỸĐ])"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a score table: the cells that start in it. `table` counts the score tables, `index` the table's rows.

    `evidence`: it says nothing but evidence, for the criterion above ("Minh chứng: …" over the whole width).
    """

    table: int
    index: int
    cells: tuple[Cell, ...]
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a title cell. `row` counts all rows of all score tables; `lines` are the cell's lines that it has.

    `first`: it begins the row; `listed`: it begins with a bullet or letter; `figures`: the numbers that the row's
    other cells hold; `group`: it says that it is a group; `answered`: beside it stands what only a mandatory condition
    has, an answer ("Có") or that it must be met.
    """

    row: int
    cell: Cell | None
    text: str
    lines: tuple[int, ...]
    label: tuple[int, ...] | None
    first: bool
    listed: bool
    figures: frozenset[Decimal]
    group: bool = False
    answered: bool = False


def names_group(text: str) -> bool:
    """Begins by saying that it is a group ("Nhóm 1", "Nhóm tiêu chí II")."""
    return re.match(r"^\s*(?:[ivx\d]+[.)]\s*)?nhom\b(?!\s+truong)", fold(text)) is not None


def rows_of(table: Table, number: int, columns: Columns) -> list[Row]:
    """The rows under the heading."""
    cells: dict[int, list[Cell]] = {}
    for cell in table.cells:
        cells.setdefault(cell.row, []).append(cell)
    rows = [(index, tuple(cells[index])) for index in sorted(cells) if index not in columns.heading]
    return [Row(number, index, own, is_of_evidence(own)) for index, own in rows]


def is_of_evidence(cells: Sequence[Cell]) -> bool:
    """The only text of a row says that it is evidence, or one cell says so and the next one gives it."""
    filled = [cell for cell in cells if cell.text.strip()]
    if not filled or not (lead := _EVIDENCE.match(filled[0].text)):
        return False
    alone = not filled[0].text[lead.end() :].strip()
    return len(filled) == 1 if not alone else len(filled) <= 2


def evidence_in(cell: Cell) -> Cell:
    """What an evidence row's cell says behind the words that it is evidence."""
    text = _EVIDENCE.sub("", cell.text, count=1).strip()
    return replace(cell, text=text, lines=()) if text != cell.text else cell


def segments_of(rows: Sequence[Row], columns: Sequence[Columns]) -> list[Segment]:
    """The segments of all rows, in reading order; a row without any title gives one of its label alone."""
    found: list[Segment] = []
    for position, row in enumerate(rows):
        if row.evidence:
            continue
        found.extend(_segments_of_row(position, row, columns[row.table]))
    return found


def _segments_of_row(position: int, row: Row, columns: Columns) -> Iterator[Segment]:
    roles = [(cell, columns.role_of(cell)) for cell in row.cells]
    label = next(
        (parse_label(cell.text) for cell, role in reversed(roles) if role is Role.NUMBER and cell.text.strip()), None
    )
    plain = {Role.NUMBER, Role.TITLE, Role.EVIDENCE}
    figures = frozenset(
        number
        for cell, role in roles
        if role not in plain
        for line in cell.text.split("\n")
        if (number := parse_points(line)) is not None
    )
    answered = not figures and any(_is_of_condition(cell.text) for cell, role in roles if role in _ANSWERING)
    first = True
    aside = _left_of_numbers(roles)
    for cell in aside:
        text, lines, _ = next(pieces_of(cell))
        own, rest = split_label(text)
        yield Segment(position, cell, rest, lines, own, True, False, frozenset(), names_group(text))
    for cell in (cell for cell, role in roles if role is Role.TITLE and cell.text.strip() and cell not in aside):
        for text, lines, listed in pieces_of(cell):
            own, rest = split_label(text)
            if own is None and (alone := parse_label(text)) is not None:
                own, rest = alone, ""  # "Nhóm 1"
            shown = label if first and label is not None else own
            group = names_group(text)
            yield Segment(position, cell, rest, lines, shown, first, listed, figures, group, first and answered)
            first = False
    if first and label is not None:
        yield Segment(position, None, "", (), label, True, False, figures)


_ANSWERING = frozenset({Role.SCORE, Role.TOTAL, Role.MAXIMUM, Role.LEVEL})


def _is_of_condition(text: str) -> bool:
    return "bat buoc" in fold(text) or (bool(text.strip()) and not is_blank(text) and parse_answer(text) is not None)


def _left_of_numbers(roles: Sequence[tuple[Cell, Role | None]]) -> list[Cell]:
    """The group's name, left of the criterion's number and title."""
    titles = [cell for cell, role in roles if role is Role.TITLE and cell.text.strip()]
    numbered = max((cell.column for cell, role in roles if role is Role.NUMBER and cell.text.strip()), default=-1)
    before = [cell for cell in titles if cell.column < numbered]
    return before if len(before) < len(titles) else []


def pieces_of(cell: Cell) -> Iterator[tuple[str, tuple[int, ...], bool]]:
    """Stretches of a title cell with the lines that they have: cut at bullets, and where a line starts anew."""
    lines = cell.text.split("\n")
    text, listed = "", False
    used: list[int] = []
    for number, line in enumerate(lines):
        bullet = _BULLET.match(line) is not None or (listed and _has_lost_bullet(cell, number))
        # In a list with bullets, a line without one goes on with the item above, whatever it begins with.
        if text and (bullet or (split_label(line.strip())[0] if listed else _starts_anew(cell, number, line, text))):
            yield from _cut_inline(text, tuple(used), listed)
            text, used, listed = "", [], bullet
        elif not text:
            listed = bullet
        text = f"{text} {line.strip()}".strip()
        used.append(number)
    if text:
        yield from _cut_inline(text, tuple(used), listed)


def _has_lost_bullet(cell: Cell, number: int) -> bool:
    """In a picture: a line that begins anew as far in as if a bullet stood before it."""
    if cell.confidence == 1 or not 0 < number < len(cell.lines):
        return False
    above, here = cell.lines[number - 1].box, cell.lines[number].box
    begins = cell.lines[number].text.strip()[:1].isupper()
    return begins and above is not None and here is not None and here.x0 - above.x0 > BULLET_PT


def _starts_anew(cell: Cell, number: int, line: str, before: str) -> bool:
    """A line that begins with a label or a capital; one of capitals alone ("LMS", not "LMS/LCMS: …") may be a word that
    found no room."""
    start = line.strip()
    if not start or split_label(start)[0] is not None:
        return bool(start)
    if not start[0].isupper() or before[-1] in ",(/-–":
        return False
    capitals = start.split(maxsplit=1)[0]
    may_go_on = len(capitals) > 1 and capitals.isupper() and not capitals.endswith(":")
    return not (may_go_on and _is_wrapped(cell, number, start))


def _is_wrapped(cell: Cell, number: int, start: str) -> bool:
    """The first word of the line found no room on the line before (known where the lines have boxes)."""
    box = cell.place.box
    if box is None or number >= len(cell.lines):
        return False
    above, here = cell.lines[number - 1].box, cell.lines[number].box
    if above is None or here is None:
        return False
    word = (here.x1 - here.x0) * len(start.split(maxsplit=1)[0]) / len(start)
    return (box.x1 - box.x0) - (above.x1 - above.x0) < word + 2 * PADDING_PT + SPACE_PT


def _cut_inline(text: str, lines: tuple[int, ...], listed: bool) -> Iterator[tuple[str, tuple[int, ...], bool]]:
    parts = [part.strip() for part in _INLINE.split(_BULLET.sub("", text, count=1) if listed else text)]
    for number, part in enumerate(part for part in parts if part):
        yield part, lines, listed or number > 0
