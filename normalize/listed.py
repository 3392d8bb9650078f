"""A score table that is written as a list: a paragraph a criterion or item, what belongs to it behind or below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from normalize.answers import parse_answer
from normalize.list_lines import ListLine, line_of, title_and_answer, title_and_tail
from normalize.list_paragraphs import with_own_lines
from normalize.numbers import parse_points
from normalize.units import Unit
from normalize.wording import Wordbook
from parsers.document import Cell, Document, Line, Paragraph, Place, Table

ENOUGH_LINES = 6  # a narrative names a few criteria with their scores; a list has them all
LIKE = 0.5
LIKE_NUMBERED = 0.15  # the same of a title that has the official number
LIKE_COUNTED = 0.3  # the same of one with an answer that has its last part alone ("1." for 1.1)
FAR = 12  # paragraphs without a score between two parts of a list
NEAR = 4  # paragraphs from one of its lines to the next, where evidence stands between
MOSTLY = 0.8
SHORTEST_TITLE = 4  # letters; "Nhóm 1: 73 điểm" has none behind its number
HEADS = ("STT", "Tiêu chí", "Điểm tự chấm", "Mức độ", "Minh chứng")


@dataclass(slots=True)
class _Entry:
    """A row in the making: a line of the list, and what lines below it add."""

    place: Place
    unit: Unit | None  # None: a total
    line: ListLine
    title: str
    said: str
    level: str
    evidence: list[str]
    at: list[int] = field(default_factory=list)  # the paragraphs that it is made of, by block


def with_table(document: Document, book: Wordbook) -> Document:
    """The document with the paragraphs of its list as a table; the same document where there is no list."""
    listed = _with_table(with_own_lines(document, partial(_unit_of, book=book)), book)
    return listed or document


def _with_table(document: Document, book: Wordbook) -> Document | None:
    lines = {
        at: line_of(block.text)
        for at, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and not block.text.strip().isdigit()
        if block.role == "body" or line_of(block.text).is_level  # levels at the top of pages are like a running head
    }
    told = {at: unit for at, line in lines.items() if line.said and (unit := _unit_of(line, book)) is not None}
    # "Phần mềm dạy học trực tuyến: chưa có" is of the text: only conditions are answered
    scored = {at: unit for at, unit in told.items() if unit.condition or parse_answer(lines[at].said) is None}
    within = _longest_run([at for at, unit in scored.items() if not unit.is_group])
    within = _without_text_before(within, scored)
    if len({scored[at].id for at in within if lines[at].said}) < ENOUGH_LINES:
        return None
    start = _start(within[0], lines, book)
    last = _end(within, lines, book)
    listed = {at: line for at, line in _without_results(lines, last).items() if at >= start}
    entries = _without_maxima(_entries(listed, last, document, book))
    table, taken = _table(entries), {at for entry in entries for at in entry.at}
    return replace(document, blocks=tuple(_with_table_instead(document.blocks, taken, table)))


def _longest_run(places: Sequence[int]) -> list[int]:
    """The longest run of paragraphs with scores that stand near each other: the list, and not what the text tells."""
    runs: list[list[int]] = []
    for at in places:
        if not runs or at - runs[-1][-1] > FAR:
            runs.append([])
        runs[-1].append(at)
    return max(runs, key=len, default=[])


def _without_text_before(within: list[int], scored: dict[int, Unit]) -> list[int]:
    """The list without a few lines of the text before it that are like titles of criteria ("II. Quản trị nhà trường:
    49 điểm"): they stand above the title of the first group."""
    opens = (
        next((at for at, unit in sorted(scored.items()) if unit.path == (1,) and at > within[0]), 0) if within else 0
    )
    before = sum(at < opens for at in within)
    return within[before:] if before < ENOUGH_LINES else within


def _start(first: int, lines: dict[int, ListLine], book: Wordbook) -> int:
    """Where the list begins: with the title of the first group and criteria without points, a little above.

    On the way up a group comes before its criteria, and before the groups after it; what does not is of the text
    before, which tells the results.
    """
    start, below = first, _unit_of(lines[first], book)
    for at in sorted((at for at in lines if at < first), reverse=True):
        row = _row_of(lines[at], Place(), book) if lines[at].label is not None else None
        if start - at > NEAR or (row is not None and _is_out_of_order(row.unit, below, book)):
            break
        if row is not None and not row.line.is_total:
            start, below = at, row.unit or below
    return start


def _is_out_of_order(unit: Unit | None, below: Unit | None, book: Wordbook) -> bool:
    if unit is None or below is None:
        return False
    if unit.is_group:
        return book.units.index(unit) >= book.units.index(below)
    return unit.path[0] >= below.path[0] if below.is_group else unit.path[0] > below.path[0]


def _end(within: Sequence[int], lines: dict[int, ListLine], book: Wordbook) -> int:
    """Where the list ends: criteria with a number but without points (conditions), and items whose points are words,
    a dash or nothing ("– sáu điểm"), may come after the last points. What the list has had already begins something
    else: the text that tells its results once more."""
    order = {unit.id: at for at, unit in enumerate(book.units)}
    last = within[-1]
    had = max(order[unit.id] for at in within if (unit := _unit_of(lines[at], book)) is not None)
    for at in [at for at in lines if at > last]:
        unit = _unit_of(lines[at], book)
        if at - last > FAR or (unit is not None and order[unit.id] < had):
            break
        title, told = title_and_tail(lines[at].title)
        begins = lines[at].label is not None or lines[at].said or told or title.endswith(":")
        if unit is not None and begins:
            last, had = at, order[unit.id]
    return last


def _without_results(lines: dict[int, ListLine], last: int) -> dict[int, ListLine]:
    """The lines up to where totals follow each other behind the list: they tell the results of the groups again."""
    behind = [at for at in lines if at > last]
    pairs = pairwise(behind)
    again = next((at for at, following in pairs if lines[at].is_total and lines[following].is_total), None)
    return lines if again is None else {at: line for at, line in lines.items() if at < again}


def _entries(lines: dict[int, ListLine], last: int, document: Document, book: Wordbook) -> list[_Entry]:
    """The rows of the list, whose last line with points is `last`; level, evidence and a total may come after it."""
    entries: list[_Entry] = []
    goes_on = False  # the lines after the beginning of evidence are more of it
    for at, line in lines.items():
        block = document.blocks[at]
        row = _row_of(line, block.place, book) if at <= last or _goes_on(line) else None
        if row is not None and row.unit is not None and at > last:
            break  # an official title that the list has had: the text tells of it again
        if entries and _adds_to(entries, line):
            goes_on = line.proves and at < last
        elif row is not None and not (goes_on and _is_of_evidence(row, entries)):
            entries.append(row)
            goes_on = line.proves
        elif goes_on and isinstance(block, Paragraph):
            _criterion_of(entries).evidence.append(block.text.strip())
        elif at > last:
            break
        else:
            continue
        entries[-1].at.append(at)
    return entries


def _goes_on(line: ListLine) -> bool:
    """Whether a line belongs to the list though no official title comes after it: a total, or "2.5. Điểm thưởng: 5"."""
    return line.is_total or (_is_numbered(line) and line.label is not None and len(line.label) > 1)


def _is_of_evidence(row: _Entry, entries: Sequence[_Entry]) -> bool:
    """A line below evidence without a number, like a title that is there already, or with more than can be had ("- Số
    lượng học liệu: 312")."""
    if row.unit is None or row.line.label is not None or _names_points(row.line):
        return False
    points = parse_points(row.said)
    beyond = points is not None and row.unit.maximum is not None and points > row.unit.maximum
    return beyond or any(entry.unit is row.unit for entry in entries)


def _adds_to(entries: list[_Entry], line: ListLine) -> bool:
    """Whether a line is the level, the evidence or the points of the rows above; then it has been added."""
    owner = _criterion_of(entries)
    if line.is_level and not owner.level:
        owner.level = line.level
    elif line.is_evidence:
        owner.evidence.append(line.evidence)
        owner.level = owner.level or line.level
    elif line.said and not line.title and not entries[-1].said:
        entries[-1].said, entries[-1].level = line.said, entries[-1].level or line.level
    else:
        return False
    return True


def _criterion_of(entries: Sequence[_Entry]) -> _Entry:
    """The last criterion; what stands below its items is its own."""
    last = entries[-1]
    if last.unit is None or not last.unit.is_item:
        return last
    owners = (one for one in reversed(entries) if one.unit is not None and not one.unit.is_item)
    owner = next(owners, last)
    return owner if owner.unit is not None and owner.unit.criterion == last.unit.criterion else last


def _row_of(line: ListLine, place: Place, book: Wordbook) -> _Entry | None:
    """The row that a line begins: a total, or a title with points, an answer, a mark or number, or a colon."""
    evidence = [line.evidence] if line.evidence else []
    if line.is_total:
        return _Entry(place, None, line, line.title, line.said, line.level, evidence)
    unit = _unit_of(line, book)
    title, said = line.title, line.said
    if not said and unit is not None:
        title, said = title_and_answer(title) if unit.condition else title_and_tail(title)
    begins = bool(said) or line.label is not None or line.listed or title.endswith(":")
    if not begins or (unit is None and not _is_numbered(line) and not _gives_points(line)):
        return None
    return _Entry(place, unit, line, title.rstrip(" :"), said, line.level, evidence)


def _is_numbered(line: ListLine) -> bool:
    """A line with a number and points or an answer: a row, though its title is like none ("2.5. Điểm thưởng: 5")."""
    return bool(line.said) and line.label is not None and len(line.title) >= SHORTEST_TITLE


def _gives_points(line: ListLine) -> bool:
    """A line behind a bullet with its points named so ("+ Ti vi và Internet: 4 điểm"): an item, worded freely."""
    return line.listed and _names_points(line) and len(line.title) >= SHORTEST_TITLE


def _names_points(line: ListLine) -> bool:
    return "đ" in line.said


def _unit_of(line: ListLine, book: Wordbook) -> Unit | None:
    """The official title that a line is most like, or that has its number; None where there is neither."""
    if not line.title:
        return None
    shorter = title_and_answer(line.title)[0] if line.label is not None and not line.said else line.title
    for title in dict.fromkeys((line.title, shorter)):
        likeness = [one.whole for one in book.likeness(title)]
        best = max(range(len(likeness)), key=likeness.__getitem__)
        if likeness[best] >= LIKE:
            return book.units[best]
    criteria = [at for at, unit in enumerate(book.units) if unit.is_criterion and line.label is not None]
    telling = line.proves or (line.level and not line.said)  # level or evidence behind it: no heading of the text
    least = 0 if telling else LIKE_NUMBERED
    numbered = (at for at in criteria if book.units[at].path == line.label and likeness[at] >= least)
    counted = (at for at in criteria if shorter != line.title and book.units[at].path[-1:] == line.label)
    like = [at for at in counted if likeness[at] >= LIKE_COUNTED]
    best = next(numbered, max(like, key=likeness.__getitem__, default=-1))
    return None if best < 0 else book.units[best]


def _without_maxima(entries: list[_Entry]) -> list[_Entry]:
    """The rows without points in brackets where those are what can be had at most: nearly all are the official ones."""
    bracketed = [entry for entry in entries if entry.line.bracketed and entry.unit is not None]
    official = [entry for entry in bracketed if entry.unit and parse_points(entry.said) == entry.unit.maximum]
    if official and len(official) >= MOSTLY * len(bracketed):
        for entry in bracketed:
            entry.title, entry.said = f"{entry.title} ({entry.said})", ""
    return entries


def _with_table_instead(
    blocks: Sequence[Paragraph | Table], taken: set[int], table: Table
) -> Iterator[Paragraph | Table]:
    first = min(taken)
    for at, block in enumerate(blocks):
        if at == first:
            yield table
        if at not in taken:
            yield block


def _table(entries: Sequence[_Entry]) -> Table:
    rows = [(HEADS, Place()), *((_texts(entry), entry.place) for entry in entries)]
    cells = [
        Cell(text, row, column, place=place, lines=tuple(Line(part) for part in text.split("\n")))
        for row, (texts, place) in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return Table(tuple(cells), entries[0].place)


def _texts(entry: _Entry) -> tuple[str, ...]:
    number = "" if entry.line.label is None else ".".join(map(str, entry.line.label))
    evidence = "\n".join(text for text in entry.evidence if text)
    return (number, entry.title, entry.said, entry.level, evidence)
