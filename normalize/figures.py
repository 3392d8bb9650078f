"""Which figure belongs to which unit, where one cell lists several or one figure stands for several rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from normalize.folding import fold
from normalize.numbers import is_blank, is_dash, numbers_in, parse_cell, parse_points
from normalize.segments import PADDING_PT, Segment
from normalize.units import Unit
from parsers.document import Cell, Line, Place

CLEAR = 0.9  # how sure words of a picture are at least of which no doubt is told
SHORTEST_HEAD = 5  # letters of a head that are known again inside a cell
_HUNDREDTHS = re.compile(r"\d{1,3}[.,]\d[05]")  # "62,0|0"
_UNIT_ALONE = re.compile(r"^\s*(?:d|diem|iem|em|m)\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a value cell; `line` is its position in the cell. `readings` are what the cell may say, in a scan, each
    with its probability."""

    text: str
    place: Place
    line: int
    confidence: float
    readings: tuple[tuple[str, float], ...] = ()


def entries_of(cell: Cell, head: str = "") -> list[Entry]:
    """The lines of a cell, blank ones too; a number that a narrow column breaks is one.

    `head`: the words of the column's head. Where a page break runs the repeated heading into the cell, they end it.
    """
    cell = _without_head(cell, head)
    lines = cell.lines or tuple(Line(text) for text in cell.text.split("\n"))
    if len(lines) > 1:
        whole = _unbroken(cell)
        if whole is not None:
            return [Entry(whole, _place(cell, lines[0]), 0, cell.confidence)]
    entries: list[Entry] = []
    for at, line in enumerate(lines):
        if entries and _UNIT_ALONE.match(fold(line.text)):
            entries[-1] = replace(entries[-1], text=f"{entries[-1].text} {line.text.strip()}")
        else:
            readings = cell.readings if len(lines) == 1 else ()
            entries.append(Entry(line.text, _place(cell, line), at, _sure_of(cell, line, len(lines)), readings))
    return entries


def _sure_of(cell: Cell, line: Line, lines: int) -> float:
    """How sure one of a cell's lines was read: as the least sure of its words."""
    if lines == 1 or cell.confidence == 1:
        return cell.confidence
    words = line.text.split()
    return min((sure for word, sure in cell.unsure if word in words), default=max(cell.confidence, CLEAR))


def _without_head(cell: Cell, head: str) -> Cell:
    lines = cell.lines or tuple(Line(text) for text in cell.text.split("\n"))
    words = head.replace(" ", "")
    for at in range(len(lines)):
        tail = "".join(fold("".join(line.text for line in lines[at:])).split())
        if len(tail) >= SHORTEST_HEAD and tail in words and not tail[0].isdigit():
            return replace(cell, lines=lines[:at], text="\n".join(line.text for line in lines[:at]))
    return cell


def _unbroken(cell: Cell) -> str | None:
    """The cell's text without breaks where that is one number: with a sign or unit in it, or of figures that fill
    the column so far that the next one found no room. A dash on a line of its own is no points of another item."""
    if any(is_dash(line) for line in cell.text.split("\n")):
        return None
    if parse_points(cell.text) is not None:
        return " ".join(cell.text.split())
    squeezed = "".join(cell.text.split())
    if parse_cell(cell.text) is not None:
        return squeezed
    box, lines = cell.place.box, cell.lines
    if box is None or not (_HUNDREDTHS.fullmatch(squeezed) or (squeezed.isdigit() and len(squeezed) <= 3)):
        return None
    full = [line.box is not None and _is_full(line, box.x1 - box.x0) for line in lines[:-1]]
    return squeezed if full and all(full) else None


def _is_full(line: Line, width: float) -> bool:
    if line.box is None or not line.text.strip():
        return False
    taken = line.box.x1 - line.box.x0
    return width - taken < taken / len(line.text.strip()) + 2 * PADDING_PT


def _place(cell: Cell, line: Line) -> Place:
    if line.box is None:
        return cell.place
    return replace(cell.place, page=line.page or cell.place.page, box=line.box)


def joined(entries: Sequence[Entry]) -> Entry:
    """Several lines as one, at the first one's place."""
    if len(entries) == 1:
        return replace(entries[0], text=entries[0].text.strip())
    text = "\n".join(entry.text.strip() for entry in entries if entry.text.strip())
    return replace(entries[0], text=text, confidence=min(entry.confidence for entry in entries), readings=())


def pair(
    units: Sequence[Unit],
    segments: Sequence[Segment],
    entries: Sequence[Entry],
    *,
    first_item_alone: bool,
) -> dict[str, Entry]:
    """Entries by unit id, those that say nothing (a dash) too.

    `first_item_alone`: the criterion's other items have figures in rows of their own, so a single figure beside a
    criterion and its first item is the item's.
    """
    shown = [entry for entry in entries if entry.text.strip()]
    if not units or not shown:
        return {}
    if len(units) == 1:
        return {units[0].id: joined([entry for entry in shown if not is_blank(entry.text)] or shown)}
    return _pair_lines(units, segments, shown, first_item_alone=first_item_alone)


def _pair_lines(
    units: Sequence[Unit], segments: Sequence[Segment], shown: list[Entry], *, first_item_alone: bool
) -> dict[str, Entry]:
    """Lines (a dash holds an item's place) to a criterion and its items."""
    items = [unit for unit in units if unit.is_item]
    head = next((unit for unit in units if not unit.is_item), None)
    if len(shown) == 1 and (split := _split(shown[0], len(items))):
        shown = split
    if len(shown) == 1:
        return _single(head, items, shown[0], first_item_alone=first_item_alone)
    if len(shown) == len(items):
        return {unit.id: entry for unit, entry in zip(items, shown, strict=True)}
    if head is not None and len(shown) == len(items) + 1:
        return _with_own(head, items, shown)
    return _by_position(units, segments, shown)


def _single(head: Unit | None, items: Sequence[Unit], entry: Entry, *, first_item_alone: bool) -> dict[str, Entry]:
    if head is not None and not (len(items) == 1 and first_item_alone):
        return {head.id: entry}
    return {items[0].id: entry} if len(items) == 1 else {}


def _split(entry: Entry, count: int) -> list[Entry]:
    """ "6; 6; 0" in one line, for as many items; nothing when it is one figure."""
    if count < 2 or parse_points(entry.text) is not None:
        return []
    numbers = numbers_in(entry.text)
    if len(numbers) != count or any(sign in entry.text for sign in "=+"):
        return []
    return [replace(entry, text=str(number)) for number in numbers]


def _with_own(head: Unit, items: Sequence[Unit], filled: Sequence[Entry]) -> dict[str, Entry]:
    """One figure more than items: the criterion's own, before them or after them, as sum and maxima tell."""
    values = [parse_points(entry.text) for entry in filled]
    own_last = _is_sum(values[-1], values[:-1]) and not _is_sum(values[0], values[1:])
    if not own_last and not _is_sum(values[0], values[1:]):
        own_last = _fits(items, values[:-1]) and not _fits(items, values[1:])
    rest = filled[:-1] if own_last else filled[1:]
    pairs = {unit.id: entry for unit, entry in zip(items, rest, strict=True)}
    return {head.id: filled[-1 if own_last else 0], **pairs}


def _is_sum(whole: Decimal | None, parts: Sequence[Decimal | None]) -> bool:
    known = [part for part in parts if part is not None]
    return whole is not None and len(known) == len(parts) and sum(known, Decimal(0)) == whole


def _fits(items: Sequence[Unit], values: Sequence[Decimal | None]) -> bool:
    return all(
        value is None or unit.maximum is None or value <= unit.maximum
        for unit, value in zip(items, values, strict=True)
    )


def _by_position(units: Sequence[Unit], segments: Sequence[Segment], filled: Sequence[Entry]) -> dict[str, Entry]:
    """Fewer or more figures than items: each goes to the unit beside which it stands, if no two stand beside one."""
    found: dict[str, Entry] = {}
    for entry in filled:
        beside = [unit for unit, segment in zip(units, segments, strict=True) if _stands_beside(entry, segment)]
        if len(beside) != 1 or beside[0].id in found:
            return {}
        found[beside[0].id] = entry
    return found


def _stands_beside(entry: Entry, segment: Segment) -> bool:
    cell = segment.cell
    if cell is None:
        return False
    boxes = [cell.lines[at] for at in segment.lines if at < len(cell.lines)]
    known = [line for line in boxes if line.box is not None]
    if entry.place.box is not None and known:
        middle = (entry.place.box.top + entry.place.box.bottom) / 2
        return any(
            line.page == entry.place.page and line.box is not None and line.box.top <= middle <= line.box.bottom
            for line in known
        )
    return entry.line in segment.lines


def permitted_maximum(entry: Entry | None) -> Decimal | None:
    """The number of a maximum's cell ("/30", "tối đa 30 điểm")."""
    if entry is None:
        return None
    numbers = numbers_in(entry.text)
    return parse_points(entry.text) or (numbers[0] if len(numbers) == 1 else None)


def by_maximum(pairs: Mapping[str, Entry], units: Sequence[Unit], known: Collection[str] = ()) -> dict[str, Entry]:
    """A single maximum beside a criterion and an item goes to the one whose official maximum it is.

    Where it is neither's, it is the criterion's, unless that has one (`known`).
    """
    if len(pairs) != 1 or len(units) != 2:
        return dict(pairs)
    entry = next(iter(pairs.values()))
    value = permitted_maximum(entry)
    fitting = [unit for unit in units if unit.maximum is not None and unit.maximum == value]
    free = [unit for unit in units if unit.id not in known]
    return {(fitting or free or units)[0].id: entry}
