"""Tables ruled between their rows alone: the rulings tell the rows, the text tells the columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from parsers.carried import Columns, corridors_in
from parsers.corridors import corridors_of
from parsers.document import Box
from parsers.lines import TextLine, line_of
from parsers.open_stripes import Stripe, with_open_ends
from parsers.parts import TablePart
from parsers.regions import Band, Corridor
from parsers.straight import Ruling
from parsers.unruled_part import part_of
from parsers.unruled_rows import FIGURE, HEADS_APART, Row, cut_by_rules, row_of_bands

SAME_ENDS = 4.0  # points; rulings of one table begin and end alike, those of its frame a little further out
HEADS = 2  # stripes at the top, which may be a title and heads of several lines
FEW = 3  # rows that show a table
FILLED = 0.6  # of the rows have text in more than one column
SEVERAL = 0.1  # of the rows may hold two figures in one column all the same
ROUNDING = 1.0  # points
LOW = 0.6  # of the lowest row with text; closer rulings are one double line, or a row's rest
SAME_SIZE = 0.15  # of the size; a title between two tables is set larger
MIDDLE = 0.3  # of the size; so high above the baseline is the middle of a line's letters


def striped_tables(
    bands: Sequence[Band], rules: Sequence[Ruling], known: Columns | None
) -> Iterator[tuple[int, int, TablePart]]:
    """The tables among the bands, each as the bands from where to before where, and its part.

    `known` are the columns of a table that the page before ends with.
    """
    for group in _alike(rules):
        for closed in _sequences(bands, group, known.seen if known else frozenset()):
            part = _part(bands, closed, group[0], (rules, known))
            if part is None:
                continue
            opened = with_open_ends(bands, closed, part, known)
            more = _part(bands, opened, group[0], (rules, known)) if opened != closed else None
            if more is not None and len(more.xs) == len(part.xs):
                yield opened[0].start, opened[-1].end, more
            else:
                yield closed[0].start, closed[-1].end, part


def _alike(rules: Sequence[Ruling]) -> list[list[Ruling]]:
    """Rulings that begin and end alike, from top to bottom."""
    groups: list[list[Ruling]] = []
    for rule in sorted(rules):
        near = [group for group in groups if _same_ends(group[0], rule.start, rule.end)]
        if near:
            near[0].append(rule)
        else:
            groups.append([rule])
    return [group for group in groups if len(group) > 1]


def _same_ends(rule: Ruling, start: float, end: float) -> bool:
    return abs(rule.start - start) <= SAME_ENDS and abs(rule.end - end) <= SAME_ENDS


def _sequences(
    bands: Sequence[Band], rules: Sequence[Ruling], seen: Collection[tuple[str, int]]
) -> Iterator[list[Stripe]]:
    """Stripes that follow one another, each with text no wider than the rulings; a heading again begins others.

    `seen` are the texts of the table that the page before ends with, by place. A stripe without text is an empty row,
    or what a page break left of a row above it.
    """
    found: list[Stripe] = []
    for stripe in (_stripe(bands, upper, lower) for upper, lower in pairwise(rules)):
        inside = bands[stripe.start : stripe.end]
        if not inside and (_is_rest(stripe, found, bands, seen) or _may_be_row(stripe, found)):
            found.append(stripe)
            continue
        if not inside and found and stripe.bottom - stripe.top < _high(found)[0]:
            continue  # a double line, or what a page break left of a row
        fits = bool(inside) and _is_within(inside, rules[0])
        again = len(found) > 1 and (
            _texts(inside) == _texts(_in(bands, found[0])) or _is_head_under_title(inside, found, bands)
        )
        if fits and found and (again or _is_seen(inside, seen)):
            if len(found) > 1:
                yield found[:-1]  # what stands between is the other table's title
            found = []
        if fits and not (found and _is_larger(bands[stripe.start], bands[found[0].start])):
            found.append(stripe)
            continue
        if found:
            yield found
        found = []
    if found:
        yield found


def _is_rest(stripe: Stripe, above: Sequence[Stripe], bands: Sequence[Band], seen: Collection[tuple[str, int]]) -> bool:
    """Whether a stripe without text begins a page, or stands under the heading that does: it is the rest of a row."""
    is_first = all(_is_seen(_in(bands, other), seen) for other in above)
    return bool(seen) and is_first and stripe.bottom - stripe.top > ROUNDING


def _may_be_row(stripe: Stripe, others: Sequence[Stripe]) -> bool:
    """Whether a stripe without text is as high as rows with text are."""
    lowest, highest = _high(others)
    return LOW * lowest <= stripe.bottom - stripe.top <= highest + ROUNDING


def _high(stripes: Sequence[Stripe]) -> tuple[float, float]:
    """How high the lowest and the highest of the stripes with text are; no height, where none has any."""
    heights = [stripe.bottom - stripe.top for stripe in stripes if stripe.end > stripe.start]
    return min(heights, default=float("inf")), max(heights, default=0.0)


def _is_head_under_title(inside: Sequence[Band], above: Sequence[Stripe], bands: Sequence[Band]) -> bool:
    """Whether words fill as many columns as any row above has, under a stripe with one text: heads of another table."""
    words = max((len(band.segments) for band in inside), default=0)
    most = max(len(band.segments) for stripe in above for band in _in(bands, stripe))
    if words < max(most, FEW + 1) or any(FIGURE.fullmatch(text) for text in _texts(inside)):
        return False
    return len(_texts(_in(bands, above[-1]))) == 1


def _in(bands: Sequence[Band], stripe: Stripe) -> Sequence[Band]:
    return bands[stripe.start : stripe.end]


def _is_seen(bands: Sequence[Band], seen: Collection[tuple[str, int]]) -> bool:
    """Whether bands repeat a heading of three columns or more."""
    places = [(segment.text, round(segment.box.x0)) for band in bands for segment in band.segments]
    words = sum(not FIGURE.fullmatch(text) for text, _ in places)
    return words > 2 and all(place in seen for place in places)


def _stripe(bands: Sequence[Band], upper: Ruling, lower: Ruling) -> Stripe:
    middles = [band.base - MIDDLE * band.size for band in bands]
    start = sum(middle < upper.at for middle in middles)
    return Stripe(upper.at, lower.at, start, start + sum(upper.at <= middle < lower.at for middle in middles))


def _is_within(bands: Sequence[Band], rule: Ruling) -> bool:
    boxes = [segment.box for band in bands for segment in band.segments]
    return all(box.x0 >= rule.start - SAME_ENDS and box.x1 <= rule.end + SAME_ENDS for box in boxes)


def _texts(bands: Sequence[Band]) -> list[str]:
    return [segment.text for band in bands for segment in band.segments]


def _is_larger(band: Band, usual: Band) -> bool:
    return len(band.segments) == 1 and band.size > (1 + SAME_SIZE) * usual.size


def _part(
    bands: Sequence[Band],
    stripes: Sequence[Stripe],
    rule: Ruling,
    beside: tuple[Sequence[Ruling], Columns | None],
) -> TablePart | None:
    """The part that the stripes make, if each of them is a row of a table."""
    rules, known = beside
    inside = bands[stripes[0].start : stripes[-1].end]
    if not inside:
        return None
    goes_on = known is not None and _same_ends(rule, known.xs[0], known.xs[-1])
    corridors = _corridors(inside, len(stripes))
    if known and goes_on and len(corridors) <= len(known.corridors):
        corridors = corridors_in(known, inside)
    if not corridors:
        return None
    partial = [other for other in rules if not _same_ends(rule, other.start, other.end)]
    rows, ys = _rows(bands, stripes, corridors, partial)
    several = sum(_holds_rows(bands[stripe.start : stripe.end], corridors) for stripe in stripes[HEADS:])
    if several > SEVERAL * len(stripes) or sum(map(_holds_two_figures, rows)) > max(1, SEVERAL * len(rows)):
        return None
    part = part_of(rows, corridors, Box(rule.start, ys[0], rule.end, ys[-1]))
    cells = (
        cell._replace(box=cell.box._replace(top=ys[cell.row], bottom=ys[cell.row + cell.row_span]))
        for cell in part.cells
    )
    return part._replace(
        xs=known.xs if known and goes_on and len(known.xs) == len(part.xs) else part.xs,
        ys=tuple(ys),
        cells=tuple(cells),
        striped=True,
    )


def _rows(
    bands: Sequence[Band], stripes: Sequence[Stripe], corridors: Sequence[Corridor], partial: Sequence[Ruling]
) -> tuple[list[Row], list[float]]:
    """The rows of the stripes, a heading's in two where a ruling parts it, and the lines between them."""
    rows: list[Row] = []
    ys = [stripes[0].top]
    for stripe in stripes:
        row = row_of_bands(bands[stripe.start : stripe.end], corridors)
        if not row:
            rows.append(row)
            ys.append(stripe.bottom)
            continue
        cut = list(cut_by_rules([_over_all(row, len(corridors))], partial, corridors))
        ys += [min(line.box.top for _, _, cell in row for line in cell) for row in cut[1:]]
        ys.append(stripe.bottom)
        rows += cut
    return rows, ys


def _over_all(row: Row, last: int) -> Row:
    """The row; a text that stands alone in it and reaches over columns stands over all of them."""
    first, end, lines = row[0]
    return [(0, last, lines)] if len(row) == 1 and first < end else row


def _corridors(bands: Sequence[Band], rows: int) -> list[Corridor]:
    """The strips between three columns or more, where enough rows show them."""
    finely = [finely_cut(band) for band in bands]
    multiple = [band for band in finely if len(band.segments) > 1]
    if rows < FEW or len(multiple) < FILLED * rows:
        return []
    coarse = [band for band in bands if len(band.segments) > 1] or multiple
    corridors = max(corridors_of(multiple), corridors_of(coarse), key=len)  # the finer cut sees heads apart
    return corridors if len(corridors) > 1 else []


def finely_cut(band: Band) -> Band:
    """The band cut at all gaps wider than spaces: where many rows leave the same one free, it parts columns."""
    segments: list[TextLine] = []
    for segment in band.segments:
        start = 0
        for n, (before, piece) in enumerate(pairwise(segment.pieces), 1):
            if piece.x0 - before.x1 > HEADS_APART * segment.size:
                segments.append(line_of(list(segment.pieces[start:n])))
                start = n
        segments.append(line_of(list(segment.pieces[start:])) if start else segment)
    return Band(segments)


def _holds_rows(bands: Sequence[Band], corridors: Sequence[Corridor]) -> bool:
    """Whether two bands or more fill three columns, the first one too: lines of one row seldom do."""
    filled = ({first for first, _, _ in row_of_bands([band], corridors)} for band in bands)
    return sum(len(columns) > 2 and 0 in columns for columns in filled) > 1


def _holds_two_figures(row: Row) -> bool:
    """Whether a row has two figures one under another: then it is several rows."""
    counted: Counter[int] = Counter()
    for first, last, lines in row:
        if first == last:
            counted[first] += sum(bool(FIGURE.fullmatch(line.text.strip())) for line in lines)
    return any(times > 1 for times in counted.values())
