"""From a page's characters to pieces: stretches without a gap, placed in the frame in which the page's text stands upright.

Characters come in the order of the file, which need not be that of reading: LibreOffice, for one, writes the letters that
the main font lacks after the rest of the line. So nothing here trusts the order beyond a stretch without a gap.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from parsers.document import Box
from parsers.frames import Frame
from parsers.pdfium import Bounds, Glyphs, Page, Style, Styles, glyphs_of, origin_of, text_of

ASCENT, DESCENT = 0.8, 0.22  # of the size; where a line's box ends above and below its baseline
JUMP = 0.3  # of the size; a pen that moves further than this within a stretch has begun a new one

_STRETCH = re.compile(r"[^\s\u200b\u2060\ufeff]+")
# PDFium marks a hyphen at a line's end with U+0002 or U+FFFE; what the page shows is a hyphen.
_SHOWN = str.maketrans({"\x02": "-", "\ufffe": "-", "\uffff": "\ufffd", "\x00": "\ufffd"})


class Piece(NamedTuple):
    """A stretch of text; `turn` is how it stands to the page's other text (0 alike), in quarter turns.

    `cuts` are the left ends of its characters. `spaced` tells that the file has a space before it, or after it.
    """

    text: str
    box: Box
    base: float
    size: float
    turn: int
    font: str
    cuts: tuple[float, ...]
    spaced: tuple[bool, bool]


class PageText(NamedTuple):
    """The pieces of a page in its upright frame; `hidden` counts the characters that are there, but not shown."""

    pieces: list[Piece]
    frame: Frame
    hidden: int


class _Stretch(NamedTuple):
    start: int
    end: int
    style: Style


def text_pieces(page: Page) -> PageText:
    """All shown text of a page."""
    with text_of(page) as text:
        if not text:
            return PageText([], Frame(page.bounds, page.rotation), 0)
        glyphs = glyphs_of(text)
        stretches = list(_stretches(glyphs, Styles(text)))
        shown = [stretch for stretch in stretches if not stretch.style.hidden]
        frame = Frame(page.bounds, _upright_turn(shown, page.rotation))
        pieces = [_piece(stretch, glyphs, frame, text) for stretch in shown]
        return PageText(pieces, frame, sum(s.end - s.start for s in stretches) - sum(s.end - s.start for s in shown))


def _stretches(glyphs: Glyphs, styles: Styles) -> Iterator[_Stretch]:
    """Stretches of characters of which each follows the one before without a gap."""
    widths = list(accumulate(map(sub, glyphs.rights, glyphs.lefts), initial=0.0))
    for match in _STRETCH.finditer(glyphs.text):
        start, end = match.span()
        style = styles.at(start)
        length = glyphs.rights[end - 1] - glyphs.lefts[start]
        if style.angle == 0 and abs(length - widths[end] + widths[start]) < JUMP * style.size:
            yield _Stretch(start, end, style)
        else:
            yield from _split_at_jumps(glyphs, styles, start, end)


def _split_at_jumps(glyphs: Glyphs, styles: Styles, start: int, end: int) -> Iterator[_Stretch]:
    """Parts of a stretch between the places where the pen moves away or the style's direction changes."""
    style, first = styles.at(start), start
    for index in range(start + 1, end):
        now = styles.at(index)
        if now.angle != style.angle or now.hidden != style.hidden or _jumps(glyphs, index, style):
            yield _Stretch(first, index, style)
            style, first = now, index
    yield _Stretch(first, end, style)


def _jumps(glyphs: Glyphs, index: int, style: Style) -> bool:
    """Whether the pen moved away before this character."""
    if style.angle is None:
        return False
    if style.angle % 2:
        before, after = (glyphs.tops, glyphs.bottoms) if style.angle == 1 else (glyphs.bottoms, glyphs.tops)
        across = abs(glyphs.lefts[index] - glyphs.lefts[index - 1])
    else:
        before, after = (glyphs.rights, glyphs.lefts) if style.angle == 0 else (glyphs.lefts, glyphs.rights)
        across = abs(glyphs.bottoms[index] - glyphs.bottoms[index - 1])
    gap = (after[index] - before[index - 1]) * (1 if style.angle < 2 else -1)
    # A combining mark stands back over its letter: as far as its own width and a little more is no jump.
    back = abs(glyphs.rights[index] - glyphs.lefts[index]) + abs(glyphs.tops[index] - glyphs.bottoms[index])
    return gap > JUMP * style.size or gap < -JUMP * style.size - back or across > 1.5 * style.size


def _upright_turn(stretches: list[_Stretch], rotation: int) -> int:
    """The quarter turns after which most of the page's text stands upright."""
    votes: Counter[int] = Counter()
    for stretch in stretches:
        if stretch.style.angle is not None:
            votes[stretch.style.angle] += stretch.end - stretch.start
    return votes.most_common(1)[0][0] if votes else rotation


def _piece(stretch: _Stretch, glyphs: Glyphs, frame: Frame, text: int) -> Piece:
    start, end, style = stretch
    angle = frame.turn if style.angle is None else style.angle
    own = Frame(frame.bounds, angle)
    size = _true_size(stretch, glyphs)
    pen_x, base = own.point(*origin_of(text, start))
    if angle == 0:
        left = frame.bounds.left
        cuts = tuple([x - left for x in glyphs.lefts[start:end]])
        x0, x1 = cuts[0], glyphs.rights[end - 1] - left
    else:
        boxes = [own.box(_glyph_bounds(glyphs, index)) for index in range(start, end)]
        cuts = tuple(box.x0 for box in boxes)
        x0, x1 = min(cuts), max(box.x1 for box in boxes)
    before = start > 0 and _is_space(glyphs, start - 1) and _follows(glyphs, start, size)
    after = end < len(glyphs.text) and _is_space(glyphs, end) and _follows(glyphs, end, size)
    return Piece(
        glyphs.text[start:end].translate(_SHOWN),
        Box(min(x0, pen_x) if x0 - pen_x < size else x0, base - ASCENT * size, x1, base + DESCENT * size),
        base,
        size,
        (angle - frame.turn) % 4 if style.angle is not None else -1,
        style.font,
        cuts,
        (before, after),
    )


def _glyph_bounds(glyphs: Glyphs, index: int) -> Bounds:
    return Bounds(glyphs.lefts[index], glyphs.bottoms[index], glyphs.rights[index], glyphs.tops[index])


def _is_space(glyphs: Glyphs, index: int) -> bool:
    """Whether a space stands in the file; one that PDFium supplied has no extent."""
    if glyphs.text[index] not in " \xa0":
        return False
    return glyphs.rights[index] - glyphs.lefts[index] > 0.05 or abs(glyphs.tops[index] - glyphs.bottoms[index]) > 0.05


def _follows(glyphs: Glyphs, index: int, size: float) -> bool:
    """Whether a character stands right behind the one before it, as it does in the file."""
    across = abs(glyphs.lefts[index] - glyphs.rights[index - 1])
    return across < JUMP * size and abs(glyphs.bottoms[index] - glyphs.bottoms[index - 1]) < size


def _true_size(stretch: _Stretch, glyphs: Glyphs) -> float:
    """The size as seen; from the characters' height where the font's own figure cannot be (Type 3 fonts)."""
    start, end, style = stretch
    if style.angle is None:
        return style.size or 10.0
    low, high = (glyphs.lefts, glyphs.rights) if style.angle % 2 else (glyphs.bottoms, glyphs.tops)
    height = max(high[start:end]) - min(low[start:end])
    if 0.12 * style.size <= height <= 2.2 * style.size:
        return style.size
    return max(height / 0.9, 1.0) if end - start > 1 or height > style.size else style.size or 1.0
