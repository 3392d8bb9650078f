"""Lines outside ruled tables, in the order of reading: what stands side by side is not read across.

A report's head (school left, motto right) and its end (addressees left, signature right) are two columns for a few
lines. Columns are told by a corridor: a strip without text that goes through several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.lines import TextLine, line_of
from parsers.pieces import Piece

GAP = 1.2  # of the size; a space this wide may be one between columns
LONE_GAP = 2.5  # of the size; in a line of its own only this much is
CORRIDOR = 0.6  # of the size; the least width of the strip that the lines leave free
CLOSE = 3.0  # of the size; lines further apart are not of one group

MARKER = re.compile(r"([-–—•*+▪●○◦✓]|\d{1,3}[.)]|[a-zđ][.)]|[IVXivx]{1,5}[.)])")

Corridor = tuple[float, float]


class Band(NamedTuple):
    """What stands at one height, from left to right, apart from each other."""

    segments: list[TextLine]

    @property
    def top(self) -> float:
        """Where it begins."""
        return min(segment.box.top for segment in self.segments)

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max(segment.box.bottom for segment in self.segments)

    @property
    def base(self) -> float:
        """The first segment's baseline."""
        return self.segments[0].base

    @property
    def size(self) -> float:
        """The first segment's size."""
        return self.segments[0].size


class Block(NamedTuple):
    """Bands that share corridors: columns side by side. Without a corridor: one band of running text."""

    bands: list[Band]
    corridors: list[Corridor]


def blocks_of(bands: Sequence[Band]) -> Iterator[Block]:
    """Blocks from top to bottom."""
    index = 0
    while index < len(bands):
        block = _block_from(bands, index)
        yield block
        index += len(block.bands)


def columns_read(block: Block, left: float, right: float) -> Iterator[TextLine]:
    """The block's lines, one column after the other; `left` and `right` are the edges of the page's text."""
    if not block.corridors or _only_markers(block):
        yield from (line for band in block.bands for line in _whole(band).segments)
        return
    bands, corridors = block.bands, block.corridors
    starts = [left, *(end for _, end in corridors)]
    ends = [*(start for start, _ in corridors), right]
    for start, end, last in zip(starts, ends, [*starts[1:], right], strict=True):
        lines = [s for band in bands for s in band.segments if start - 1 <= s.box.x0 and s.box.x1 <= end + 1]
        yield from _with_edges(lines, start, last, (left, right))


def _with_edges(lines: Sequence[TextLine], start: float, end: float, page: tuple[float, float]) -> Iterator[TextLine]:
    """Lines of a column that know how far it goes; that of centred lines is as wide on both sides of their middle."""
    middles = [(line.box.x0 + line.box.x1) / 2 for line in lines]
    if len(lines) > 1 and max(middles) - min(middles) < 3 and (start, end) != page:
        middle = (max(middles) + min(middles)) / 2
        half = middle - start if start == page[0] else end - middle
        start, end = middle - half, middle + half
    yield from (line._replace(left=start, right=end) for line in lines)


def bands_of(lines: Sequence[TextLine]) -> Iterator[Band]:
    """Segments at one height together; columns need not share their baselines."""
    waiting: list[TextLine] = []
    for line in lines:
        segments = _segments(line)
        if waiting and not _beside(segments, waiting):
            yield Band(sorted(waiting, key=lambda segment: segment.box.x0))
            waiting = []
        waiting.extend(segments)
    if waiting:
        yield Band(sorted(waiting, key=lambda segment: segment.box.x0))


def _beside(segments: Sequence[TextLine], others: Sequence[TextLine]) -> bool:
    """Whether the segments stand at the height of the others, and clear of them."""
    for one in segments:
        for other in others:
            if one.base - other.base > 0.8 * max(one.size, other.size):
                return False
            if one.box.x0 < other.box.x1 + 1 and other.box.x0 < one.box.x1 + 1:
                return False
    return True


def _segments(line: TextLine) -> list[TextLine]:
    """The line cut where the gaps are wide."""
    if len(line.pieces) == 1:
        return [line]
    rows: list[list[Piece]] = [[line.pieces[0]]]
    for before, piece in pairwise(line.pieces):
        if piece.x0 - before.x1 >= GAP * line.size:
            rows.append([])
        rows[-1].append(piece)
    return [line] if len(rows) == 1 else [line_of(row) for row in rows]


def _block_from(bands: Sequence[Band], first: int) -> Block:
    """The block that begins with a band: as many bands as leave a corridor free."""
    corridors = _gaps(bands[first])
    last, index = first, first + 1
    while corridors and index < len(bands) and _near(bands[index - 1], bands[index]):
        narrowed = _narrowed(corridors, bands[index])
        if not narrowed:
            break
        if len(bands[index].segments) > 1 or _is_of_a_column(bands[index], bands[first:index], corridors):
            last = index
        corridors = narrowed
        index += 1
    if last > first:
        return Block(list(bands[first : last + 1]), _kept(corridors, bands[first : last + 1]))
    return _lone(bands[first])


def _is_of_a_column(band: Band, above: Sequence[Band], corridors: Sequence[Corridor]) -> bool:
    """Whether a band with one segment is more of the columns above: at the right, or in the middle of the left one."""
    box = band.segments[0].box
    if box.x0 >= corridors[-1][1]:
        return True
    lefts = [s.box for other in above for s in other.segments if s.box.x1 <= corridors[0][0] + 1]
    if box.x1 > corridors[0][0] + 1 or not lefts:
        return False
    middles = [(other.x0 + other.x1) / 2 for other in lefts]
    starts = [other.x0 for other in lefts]
    is_centred = max(middles) - min(middles) < 3 < max(starts) - min(starts)
    return is_centred and abs((box.x0 + box.x1) / 2 - middles[0]) < 3


def _lone(band: Band) -> Block:
    """A band with no company: apart only what is far apart; the even, wide spaces of a stretched line are none."""
    gaps = _gaps(band)
    widths = [right - left for left, right in gaps]
    size = band.segments[0].size
    if not gaps or (len(gaps) > 1 and max(widths) < 1.6 * min(widths)):
        return Block([_whole(band)], [])
    wide = [gap for gap, width in zip(gaps, widths, strict=True) if width >= LONE_GAP * size]
    return Block([band], wide) if wide else Block([_whole(band)], [])


def _whole(band: Band) -> Band:
    """The band's segments as one line."""
    if len(band.segments) == 1:
        return band
    return Band([line_of([piece for segment in band.segments for piece in segment.pieces])])


def _gaps(band: Band) -> list[Corridor]:
    return [(one.box.x1, other.box.x0) for one, other in pairwise(band.segments)]


def _near(band: Band, following: Band) -> bool:
    return following.top - band.bottom <= CLOSE * following.segments[0].size


def _narrowed(corridors: Sequence[Corridor], band: Band) -> list[Corridor]:
    """What the band's text leaves of the corridors."""
    least = CORRIDOR * band.segments[0].size
    kept = []
    for start, end in corridors:
        left, right = start, end
        for segment in band.segments:
            box = segment.box
            if box.x1 <= left or box.x0 >= right:
                continue
            if box.x0 <= left and box.x1 >= right:
                left, right = right, left
                break
            if box.x0 - left > right - box.x1:
                right = min(right, box.x0)
            else:
                left = max(left, box.x1)
        if right - left >= least:
            kept.append((left, right))
    return kept


def _kept(corridors: Sequence[Corridor], bands: Sequence[Band]) -> list[Corridor]:
    """Corridors once more, narrowed by these bands only."""
    kept = list(corridors)
    for band in bands:
        kept = _narrowed(kept, band)
    return kept


def _only_markers(block: Block) -> bool:
    """Whether the first column holds only bullets or numbers: a list, not columns."""
    if not block.corridors:
        return False
    edge = block.corridors[0][1]
    first = [s for band in block.bands for s in band.segments if s.box.x1 <= edge]
    return bool(first) and all(MARKER.fullmatch(segment.text) for segment in first)
