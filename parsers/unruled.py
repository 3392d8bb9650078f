"""Tables without rulings between their columns: told by corridors that many lines leave free.

Careful by design: running text must never become a table. A table needs three columns, or two of which one holds
figures, or rules across both; lists and letterheads stay text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from parsers.carried import Columns, corridors_in, stretch_in
from parsers.corridors import NEAR, corridors_of
from parsers.document import Box
from parsers.lines import TextLine
from parsers.parts import TablePart
from parsers.regions import GAP, MARKER, Band, Corridor, bands_of
from parsers.straight import Ruling
from parsers.striped import finely_cut, striped_tables
from parsers.unruled_part import part_of
from parsers.unruled_rows import FIGURE, TIGHT, Row, cut_by_rules, is_rest, rows_of, span_of

WRAPPED = 10  # lines of one cell, with nothing beside them
MANY = 4  # lines; fewer in a cell are hardly rows
MOST = 0.7  # of the lines of such a cell stand in columns
ENOUGH = 6  # rows that show that two columns never hold text at once
HEADS = 3  # bands in which what a head stands over begins
LINE = 1.7  # of the size; the lines of a head are no further apart
ALIGNED = 2.0  # points; lines of one head stand alike, at their left or in their middle
SAME_SIZE = 0.05  # of the size; a title is larger than the heads of its table
FILLED = 0.4  # of the cells hold text; the figures along a chart's axes fill fewer


class Found(NamedTuple):
    """A table made of the bands from `start` to before `end`."""

    start: int
    end: int
    part: TablePart


def unruled_tables(bands: Sequence[Band], rules: Sequence[Ruling], known: Columns | None = None) -> Iterator[Found]:
    """Tables among the bands of a stretch of page; `rules` are the lying rulings that belong to no grid.

    `known` are the columns of a table that the page before ends with.
    """
    done = 0
    for start, end, part in sorted(striped_tables(bands, rules, known)) if rules else ():
        if start < done:
            continue
        for found in _unstriped(bands[done:start], rules, known):
            yield found._replace(start=found.start + done, end=found.end + done)
        yield Found(start, end, part)
        done, known = end, None
    for found in _unstriped(bands[done:], rules, known):
        yield found._replace(start=found.start + done, end=found.end + done)


def _unstriped(bands: Sequence[Band], rules: Sequence[Ruling], known: Columns | None) -> Iterator[Found]:
    """Tables whose rows no rulings tell."""
    for first, end in _candidates(bands):
        start = first
        while start < end:
            until = _where_other_begins(bands, start, end, known) if known else end
            found = _table(bands, start, until, rules)
            more = _rest_of_table(known, bands, (start, until), rules) if known else None
            if more and not (found and any(map(_has_figures, bands[more.end : found.end]))):
                found = more
            known = None
            if found:
                yield found
            if not found and until == end:
                break
            start = found.end if found else until


def _rest_of_table(
    known: Columns, bands: Sequence[Band], within: tuple[int, int], rules: Sequence[Ruling]
) -> Found | None:
    """The rows that go on in the columns of the page before; figures show that they are rows."""
    stretch = stretch_in(known, bands, *within)
    if not stretch:
        return None
    corridors = corridors_in(known, bands[slice(*stretch)])
    start, end = stretch[0], _with_last_lines(bands, stretch[1], corridors)
    if not any(_has_figures(band) for band in bands[start:end]):
        return None
    box = _around(bands[start:end])
    inside = [rule for rule in rules if _crosses(rule, box)]
    rows = list(rows_of(bands[start:end], corridors, inside))
    rows = list(cut_by_rules(rows, [rule for rule in rules if rule not in inside], corridors))
    box = box._replace(x0=min(box.x0, known.xs[0]), x1=max(box.x1, known.xs[-1]))
    return Found(start, end, part_of(rows, corridors, box)._replace(xs=known.xs))


def _has_figures(band: Band) -> bool:
    return any(FIGURE.fullmatch(segment.text.strip()) for segment in band.segments[1:])


def hides_columns(part: TablePart, known: Columns | None = None) -> bool:
    """Whether a cell holds a table of its own without rulings: then the rulings about it do not show the columns.

    `known` are the columns of a table that the page before ends with.
    """
    if len(part.xs) == 2:  # a frame, with lines between its rows, under its heading or without any
        return _is_all_columns(part, known)
    return any(_has_columns(cell.lines) for cell in part.cells if len(cell.lines) >= MANY)


def _is_all_columns(part: TablePart, known: Columns | None) -> bool:
    """Whether the lines of a frame make one table of three columns or more."""
    bands = list(bands_of([line for cell in part.cells for line in cell.lines]))
    rules = [Ruling(y, part.xs[0], part.xs[1]) for y in part.ys]
    striped = next(striped_tables(bands, rules, known), None)
    if striped is not None and len(striped[2].xs) > 3 and striped[1] - striped[0] >= MOST * len(bands):
        return True
    found = next(unruled_tables(bands, ()), None)
    return found is not None and len(found.part.xs) > 3 and found.end - found.start >= MOST * len(bands)


def _has_columns(lines: Sequence[TextLine]) -> bool:
    if sum(_has_gaps(line) for line in lines) < MOST * len(lines):
        return False
    multiple = [band for band in bands_of(lines) if len(band.segments) > 2]
    return len(multiple) >= MOST * len(lines) and len(corridors_of(multiple)) > 1


def _has_gaps(line: TextLine) -> bool:
    """Whether the line has two gaps as wide as between columns."""
    wide = GAP * line.size
    return len(line.pieces) > 2 and sum(piece.x0 - before.x1 >= wide for before, piece in pairwise(line.pieces)) > 1


def _candidates(bands: Sequence[Band]) -> Iterator[tuple[int, int]]:
    """Runs of bands, near each other, that begin and end with several segments."""
    start = None
    last = 0
    for index, band in enumerate(bands):
        apart = start is not None and index > 0 and band.top - bands[index - 1].bottom > NEAR * band.size
        if start is not None and (apart or index - last > WRAPPED):
            yield start, last + 1
            start = None
        if len(band.segments) > 1:
            start = index if start is None else start
            last = index
    if start is not None:
        yield start, last + 1


def _table(bands: Sequence[Band], start: int, end: int, rules: Sequence[Ruling]) -> Found | None:
    """The table that a run of bands makes, if it is one."""
    multiple = [band for band in bands[start:end] if len(band.segments) > 1]
    if len(multiple) < 2:
        return None
    start = _where_columns_begin(bands, start, end, _first_corridors(multiple))
    end = _where_heading_comes_again(bands, start, end)
    multiple = [band for band in bands[start:end] if len(band.segments) > 1]
    corridors = _fine_corridors(multiple) if len(multiple) > 1 else []
    if not corridors or _is_list(multiple, corridors):
        return None
    start = _with_heads(bands, start, corridors)
    end = _with_last_lines(bands, end, corridors)
    box = _around(bands[start:end])
    inside = [rule for rule in rules if _crosses(rule, box)]
    if not _is_table(multiple, corridors, inside):
        return None
    corridors, rows = _columns_and_rows(bands[start:end], corridors, inside)
    rows = list(cut_by_rules(rows, [rule for rule in rules if rule not in inside], corridors))
    if sum(map(len, rows)) < FILLED * len(rows) * (len(corridors) + 1):
        return None
    return Found(start, end, part_of(rows, corridors, box))


def _fine_corridors(multiple: Sequence[Band]) -> list[Corridor]:
    """Corridors of the bands; a finer cut sees heads apart that stand close over columns of figures."""
    corridors = corridors_of(multiple)
    fine = corridors_of([finely_cut(band) for band in multiple]) if len(corridors) > 1 else []
    return fine if len(fine) >= len(corridors) else corridors


def _where_heading_comes_again(bands: Sequence[Band], start: int, end: int) -> int:
    """Where another table begins: with the same heading as this one, and a title above it."""
    heading = [segment.text for segment in bands[start].segments]
    again = (n for n in range(start + 2, end) if [segment.text for segment in bands[n].segments] == heading)
    other = next(again, end) if len(heading) > 2 else end
    while other < end and other > start + 1 and len(bands[other - 1].segments) == 1:
        other -= 1
    return other


def _where_other_begins(bands: Sequence[Band], start: int, end: int, known: Columns) -> int:
    """Where another table begins: with the heading of the one before, under a title of its own."""
    seen = [known.has_seen(bands[n]) for n in range(start, end)]
    words = [sum(not FIGURE.fullmatch(segment.text) for segment in band.segments) for band in bands[start:end]]
    other = next((n for n in range(1, end - start) if seen[n] and words[n] > 2 and not all(seen[:n])), end - start)
    other += start
    while start < other < end and _is_title(bands[other - 1], known.corridors[0]):
        other -= 1
    return other


def _is_title(band: Band, corridor: Corridor) -> bool:
    """Whether a band is one line that begins left of the first corridor and goes through it."""
    box = band.segments[0].box
    return len(band.segments) == 1 and box.x0 < corridor[0] and box.x1 > corridor[1]


def _with_heads(bands: Sequence[Band], start: int, corridors: Sequence[Corridor]) -> int:
    """Where the table begins: with the lines close above it that are heads of its columns."""
    while start and len(corridors) > 1:
        band = bands[start - 1]
        if not all(_is_head(head, bands[start : start + HEADS], corridors) for head in band.segments):
            break
        start -= 1
    return start


def _is_head(head: TextLine, below: Sequence[Band], corridors: Sequence[Corridor]) -> bool:
    """Whether a line is the first one of a head, with its next line close below; or one centred over several heads."""
    first, last = span_of(head, corridors)
    under = next((found for band in below if (found := _within(band, first, last, corridors))), [])
    if not under or abs(head.size - under[0].size) > SAME_SIZE * head.size:
        return False
    step = under[0].base - head.base
    left, right = under[0].box.x0, under[-1].box.x1
    off = abs((head.box.x0 + head.box.x1) / 2 - (left + right) / 2)
    if first == last:
        return step <= LINE * head.size and min(off, abs(head.box.x0 - left)) <= ALIGNED
    fits = left <= head.box.x0 and head.box.x1 <= right
    return first > 0 and len(under) > 1 and fits and off < head.size and step <= NEAR * head.size


def _within(band: Band, first: int, last: int, corridors: Sequence[Corridor]) -> list[TextLine]:
    """The band's segments that begin in these columns."""
    return [segment for segment in band.segments if first <= span_of(segment, corridors)[0] <= last]


def _columns_and_rows(
    bands: Sequence[Band], corridors: list[Corridor], rules: Sequence[Ruling]
) -> tuple[list[Corridor], list[Row]]:
    """The corridors and rows; columns side by side of which no row holds both are one, of texts set otherwise."""
    rows = list(rows_of(bands, corridors, rules))
    beside = [{(a[1], b[0]) for a, b in pairwise(sorted(row, key=itemgetter(0)))} for row in rows]
    kept = [strip for n, strip in enumerate(corridors) if any((n, n + 1) in pairs for pairs in beside)]
    if len(kept) == len(corridors) or not kept or len(rows) < ENOUGH:
        return corridors, rows
    return kept, list(rows_of(bands, kept, rules))


def _first_corridors(multiple: Sequence[Band]) -> list[Corridor]:
    """Corridors of the bands; where two columns close above (a letterhead) hide them, those of the richer bands."""
    corridors = corridors_of(multiple)
    rich = [band for band in multiple if len(band.segments) > 2]
    if len(corridors) > 1 or len(rich) < 3:
        return corridors
    return max(corridors, corridors_of(rich), key=len)


def _where_columns_begin(bands: Sequence[Band], start: int, end: int, corridors: Sequence[Corridor]) -> int:
    """The first band of a table with three or more columns: a title above it parts it from a letter's two columns."""
    if len(corridors) < 2:
        return start
    columns = len(corridors) + 1
    first = next((n for n in range(start, end) if len(bands[n].segments) >= max(3, 0.6 * columns)), start)
    usual = Counter(round(s.box.x0) for band in bands[first:end] for s in band.segments)
    while first > start and (len(bands[first - 1].segments) > 1 or _is_in_column(bands[first - 1], corridors, usual)):
        first -= 1
    return first


def _is_in_column(band: Band, corridors: Sequence[Corridor], usual: Counter[int]) -> bool:
    """Whether a lone segment stands in one column, where that column's other lines begin."""
    at = round(band.segments[0].box.x0)
    return not _crosses_any(band, corridors) and sum(usual[at + off] for off in (-1, 0, 1)) > 1


def _with_last_lines(bands: Sequence[Band], end: int, corridors: Sequence[Corridor]) -> int:
    """Where the table ends: lines below it that go on in one of its columns are of its last row."""
    left, right = bands[end - 1].segments[0].box.x0, corridors[0][0]
    while end < len(bands) and bands[end].base - bands[end - 1].base <= TIGHT * bands[end].size:
        first, last = span_of(bands[end].segments[0], corridors)
        if len(bands[end].segments) > 1 or first != last or _crosses_any(bands[end], corridors):
            break
        before = [segment for segment in bands[end - 1].segments if span_of(segment, corridors) == (first, last)]
        if not before or (first == 0 and not is_rest(bands[end].segments[0], before[-1], left, right)):
            break
        end += 1
    return end


def _crosses_any(band: Band, corridors: Sequence[Corridor]) -> bool:
    return any(s.box.x0 < (left + right) / 2 < s.box.x1 for s in band.segments for left, right in corridors)


def _is_table(bands: Sequence[Band], corridors: Sequence[Corridor], rules: Sequence[Ruling]) -> bool:
    if len(corridors) > 1:
        return len(bands) > 2 or len(rules) > 1
    edge = (corridors[0][0] + corridors[0][1]) / 2
    if len(bands) < 3:
        return False
    if len(rules) > 2:
        return True
    for is_right in (False, True):
        texts = [s.text for band in bands for s in band.segments if (s.box.x0 > edge) == is_right]
        if sum(bool(FIGURE.fullmatch(text.strip())) for text in texts) >= 0.7 * len(texts):
            return True
    return False


def _is_list(bands: Sequence[Band], corridors: Sequence[Corridor]) -> bool:
    """Whether the first of two columns holds only bullets or numbers."""
    first = [s for band in bands for s in band.segments if s.box.x1 <= corridors[0][1]]
    return len(corridors) == 1 and all(MARKER.fullmatch(segment.text) for segment in first)


def _crosses(rule: Ruling, box: Box) -> bool:
    """Whether a rule runs over most of the table, within it or at its edges."""
    covered = min(rule.end, box.x1) - max(rule.start, box.x0)
    return covered > 0.7 * (box.x1 - box.x0) and box.top - 12 <= rule.at <= box.bottom + 12


def _around(bands: Sequence[Band]) -> Box:
    boxes = [segment.box for band in bands for segment in band.segments]
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))
