"""From a page's characters to pieces: stretches without a gap, in the frame in which most of the text is upright.

Characters come in the order of the file, which need not be that of reading: LibreOffice, for one, writes the letters
that the main font lacks after the rest of the line. So nothing here trusts the order beyond a stretch without a gap.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice, pairwise
from operator import sub
from typing import Any, NamedTuple

from parsers.document import Box
from parsers.encoding import unicode_of
from parsers.frames import Frame
from parsers.legacy import legacy_of
from parsers.making import maker
from parsers.pdfium import ANGLE, HIDDEN, Bounds, Glyphs, Page, Style, Styles, glyphs_of, text_of
from parsers.symbols import drawn, is_symbol_font

ASCENT, DESCENT = 0.8, 0.22  # of the size; where a line's box ends above and below its baseline
CLOSE = 0.15  # of the size; a letter that another font fills in leaves more
FLUSH = 0.5  # points; a letter that follows another one without a gap stands no further away
LEVEL = 0.8  # of the size; the letters of one word end at heights that vary by less, the next line ends further down
JUMP = 0.3  # of the size; a pen that moves further than this within a stretch has begun a new one

OVER = 0.4  # of a mark's width; a letter that covers less of it is not its own
NARROWEST = 0.13  # of the size; a narrower gap is no space
USUAL = 0.4  # of the size; a space as wide as that between columns may be is wider
SUPPLIED = 0.05  # points; a space narrower than this does not stand in the file: PDFium supplies it where words part

_UPRIGHT = {0}
_PRIVATE = re.compile("[\uf020-\uf0ff]")  # where symbol fonts have their signs
_MARKED = re.compile("[\uf020-\uf0ff\x02]")
_COMBINING = re.compile("[\u0300-\u036f]")  # looked for first: to look behind at every letter takes long
_MARKS = re.compile("(?<=[^\\W\\d_])[\u0300-\u036f]+")  # after a letter, of which they are part
HYPHEN, SOFT_HYPHEN = "\x02", "\xad"  # at a line's end PDFium has the first for both; in TCVN3 the second is a letter
_FONT_ENDING = re.compile(r"(-Regular|PSMT|MT|,.*|-Bold.*|-Italic.*)$")
_WORD = re.compile(r"[^\s\u200b\u2060\ufeff]+")
_span = re.Match.span


class Piece(NamedTuple):
    """A stretch of text on a baseline, from `x0` to `x1`: words, with single spaces between them.

    `turn` is how it stands to most of the page's text, in quarter turns (0 alike, -1 slanted); its figures are those
    of the frame in which it stands upright itself. `lefts[start]` and `rights[start]` and on are the ends of its
    characters. `spaced` tells that the file has a space right before it.
    """

    base: float
    x0: float
    x1: float
    size: float
    text: str
    turn: int
    spaced: bool
    font: str
    start: int
    lefts: Sequence[float]
    rights: Sequence[float]

    @property
    def box(self) -> Box:
        """Where it stands, in its own upright frame."""
        return Box(self.x0, self.base - ASCENT * self.size, self.x1, self.base + DESCENT * self.size)


_piece = maker(Piece)


class PageText(NamedTuple):
    """The pieces of a page in its upright frame.

    `hidden` counts the characters that are there, but not shown; `marked` tells that some may be combining marks.
    """

    pieces: list[Piece]
    frame: Frame
    hidden: int = 0
    marked: bool = True


Stretch = tuple[int, int, Style]  # from, to, how


def text_pieces(page: Page) -> PageText:
    """All shown text of a page."""
    with text_of(page) as text:
        if not text:
            return PageText([], Frame(page.bounds, page.rotation))
        glyphs = glyphs_of(text)
        marked = _COMBINING.search(glyphs.text) is not None
        if marked:
            glyphs = with_marks_on_letters(glyphs)
        styles = Styles(text, glyphs)
        stretches = _stretches(glyphs, styles, marked=marked)
    hidden = [stretch for stretch in stretches if stretch[2][HIDDEN]] if not styles.plain else []
    shown = [stretch for stretch in stretches if not stretch[2][HIDDEN]] if hidden else stretches
    frame = Frame(page.bounds, 0 if shown and styles.plain else _upright_turn(shown, page.rotation))
    pieces = _pieces(shown, glyphs, frame)
    odd = set(filter(_is_odd, styles.fonts))
    if odd or _MARKED.search(glyphs.text):
        pieces = [_in_unicode(piece) if piece.font in odd or _MARKED.search(piece.text) else piece for piece in pieces]
    return PageText(pieces, frame, sum(end - start for start, end, _ in hidden), marked or bool(odd))


def with_marks_on_letters(glyphs: Glyphs) -> Glyphs:
    """The characters with combining marks at the end of their letters, where they take no room of their own.

    Files draw a mark anywhere above its letter, often with a box of its own width, as if the pen went back for it.
    """
    lefts, rights = list(glyphs.lefts), list(glyphs.rights)
    for word in _WORD.finditer(glyphs.text):
        if word[0].isascii():
            continue
        marks, word_end = list(map(_span, _MARKS.finditer(glyphs.text, *word.span()))), word.end()
        # PDFium supplies no space after a mark: where a gap tells that these are two words, all stays as it is.
        if any(end < word_end and lefts[end] - rights[start - 1] > FLUSH for start, end in marks):
            continue
        for start, end in marks:
            letter, right = lefts[start - 1], rights[start - 1]
            for index in range(start, end):
                over = min(rights[index], right) - max(lefts[index], letter)
                if over > 0 and over >= OVER * (rights[index] - lefts[index]):
                    lefts[index] = rights[index] = right
    return glyphs._replace(lefts=lefts, rights=rights)


def _in_unicode(piece: Piece) -> Piece:
    """A piece with what a person sees for its text, where its font draws signs or old Vietnamese letters."""
    family = _family(piece.font)
    if legacy_of(piece.font):
        return piece._replace(text=unicode_of(piece.text.replace(HYPHEN, SOFT_HYPHEN), piece.font))
    text = piece.text.replace(HYPHEN, "-")
    if is_symbol_font(family) or _PRIVATE.search(text):
        text = drawn(text, family)
    return piece._replace(text=text)


@lru_cache(maxsize=1000)
def _is_odd(font: str) -> bool:
    """Whether the font draws signs or old Vietnamese letters."""
    return legacy_of(font) is not None or is_symbol_font(_family(font))


def _family(font: str) -> str:
    """A font's family as word processors name it ("SymbolMT" is Symbol)."""
    name = _FONT_ENDING.sub("", font)
    return "symbol" if name.lower() == "opensymbol" else name


def _stretches(glyphs: Glyphs, styles: Styles, *, marked: bool) -> list[Stretch]:
    """Stretches of characters of which each follows the one before without a gap but for single spaces.

    A space that PDFium supplies between two text objects counts as one, unless the words were drawn over others, for a
    bold look. Within a text object it may be the place of a letter that the font lacks.
    """
    text, lefts, rights, bottoms = glyphs.text, glyphs.lefts, glyphs.rights, glyphs.bottoms
    # gaps[n] - gaps[m]: all space between the characters from m to n
    gaps = list(accumulate(map(sub, islice(lefts, 1, None), rights), initial=0.0))
    found: list[Stretch] = []
    begun, ended, last, how = 0, -2, None, None
    upright = overlaid = False
    size = jump = close = level = least = most = 0.0  # of the last word's style
    spans = list(map(_span, _WORD.finditer(text)))
    each = styles.at([start for start, _ in spans])
    within = _styles_within(styles, [span for span in spans if _COMBINING.search(text, *span)]) if marked else {}
    for (start, end), style in zip(spans, each, strict=True):
        if style is not how:
            how, now, upright = style, style[1], style[2] == 0
            if now != size:
                size = now
                jump, close, level, least, most = (
                    JUMP * size,
                    CLOSE * size,
                    LEVEL * size,
                    NARROWEST * size,
                    USUAL * size,
                )
        first = gaps[start]
        whole = upright and -jump < gaps[end - 1] - first < jump and -level < bottoms[end - 1] - bottoms[start] < level
        if within and start in within:
            whole = False
        if whole and start == ended + 1 and (style is last or style == last):
            apart = first - gaps[ended]
            if rights[ended] - lefts[ended] > SUPPLIED:
                near = style is last and -close < apart < close and lefts[ended] - rights[ended - 1] < close
            else:
                near = style is not last and least < apart < most and not overlaid
            if near:
                ended, last = end, style
                continue
            overlaid = apart < -close
        else:
            overlaid = False
        if last is not None:
            found.append((begun, ended, last))
        begun, ended, last = start, end, style
        if not whole:
            last = None
            found += _split_at_jumps(glyphs, within.get(start) or styles.at(range(start, end)), start, end)
    if last is not None:
        found.append((begun, ended, last))
    return found


def _styles_within(styles: Styles, spans: Sequence[tuple[int, int]]) -> dict[int, list[Style]]:
    """The styles of all characters of words, by where each word begins."""
    each = styles.at([index for start, end in spans for index in range(start, end)]) if spans else []
    ends = list(accumulate([end - start for start, end in spans], initial=0))
    return {start: each[first:last] for (start, _), (first, last) in zip(spans, pairwise(ends), strict=True)}


def _split_at_jumps(glyphs: Glyphs, each: Sequence[Style], start: int, end: int) -> Iterator[Stretch]:
    """Parts of a stretch between the places where the pen moves away or the style's direction changes.

    `each` is the style of every character.
    """
    style, first = each[0], start
    if each.count(style) == len(each) and _is_flush(glyphs, start, end, style):
        yield start, end, style
        return
    for index, now in enumerate(each[1:], start + 1):
        if now[ANGLE] != style[ANGLE] or now[HIDDEN] != style[HIDDEN] or _jumps(glyphs, index, style):
            yield first, index, style
            style, first = now, index
    yield first, end, style


def _is_flush(glyphs: Glyphs, start: int, end: int, style: Style) -> bool:
    """Whether upright characters of one text object follow each other so closely that `_jumps` need not be asked."""
    gaps = list(map(sub, glyphs.lefts[start + 1 : end], glyphs.rights[start : end - 1]))
    _, size, angle, _, _ = style
    return -JUMP * size <= min(gaps, default=0.0) and max(gaps, default=0.0) <= NARROWEST * size and angle == 0


def _jumps(glyphs: Glyphs, index: int, style: Style) -> bool:
    """Whether the pen moved away before this character."""
    _, size, angle, _, _ = style
    if angle is None:
        return False
    if angle % 2:
        before, after = (glyphs.tops, glyphs.bottoms) if angle == 1 else (glyphs.bottoms, glyphs.tops)
        across = abs(glyphs.lefts[index] - glyphs.lefts[index - 1])
    else:
        before, after = (glyphs.rights, glyphs.lefts) if angle == 0 else (glyphs.lefts, glyphs.rights)
        across = abs(glyphs.bottoms[index] - glyphs.bottoms[index - 1])
    gap = (after[index] - before[index - 1]) * (1 if angle < 2 else -1)
    # A combining mark stands back over its letter; that is no jump. Behind one PDFium supplies no space between words.
    back = 1.5 if unicodedata.combining(glyphs.text[index]) else JUMP
    ahead = NARROWEST if unicodedata.combining(glyphs.text[index - 1]) else JUMP
    return gap > ahead * size or gap < -back * size or across > 1.5 * size


def _upright_turn(stretches: list[Stretch], rotation: int) -> int:
    """The quarter turns after which most of the page's text stands upright."""
    if {style[ANGLE] for _, _, style in stretches} == _UPRIGHT:
        return 0
    votes: Counter[int] = Counter()
    for start, end, (_, _, angle, _, _) in stretches:
        if angle is not None:
            votes[angle] += end - start
    return votes.most_common(1)[0][0] if votes else rotation


def _pieces(stretches: list[Stretch], glyphs: Glyphs, frame: Frame) -> list[Piece]:
    if frame.turn:
        return [_turned_piece(start, end, style, glyphs, frame) for start, end, style in stretches]
    rows: list[tuple[Any, ...]] = []
    text, left, top = glyphs.text, frame.bounds.left, frame.bounds.top
    lefts, rights = ([x - left for x in xs] if left else xs for xs in (glyphs.lefts, glyphs.rights))
    for start, end, style in stretches:
        font, size, angle, base, _ = style
        if angle != 0:
            rows.append(_turned_piece(start, end, style, glyphs, frame))
            continue
        x0, spaced = lefts[start], False
        if start and text[start - 1] in " \xa0":
            # A space that PDFium supplied stands at the character before; one of the file may have a letter over its
            # beginning (LibreOffice writes a letter that the font lacks later).
            before = rights[start - 1]
            if before - lefts[start - 1] > SUPPLIED:
                spaced = -0.1 * size < x0 - before < 0.1 * size
            else:  # behind a mark that goes back to an earlier letter, it stands before the last letter's end
                last = start - 2
                while last > 0 and not text[last].isalnum() and unicodedata.combining(text[last]):
                    last -= 1
                end_before = rights[last] if last > 0 else rights[0]
                gap = x0 - (before if before > end_before else end_before)
                spaced = NARROWEST * size < gap < 0.5 * size
        rows.append((top - base, x0, rights[end - 1], size, text[start:end], 0, spaced, font, start, lefts, rights))
    return list(map(_piece, rows))


def words_of(piece: Piece) -> Iterator[Piece]:
    """The piece as it stands in the file: cut at the spaces that PDFium supplied."""
    text, begun, first = piece.text, piece.start, 0
    for at, letter in enumerate(text):
        if letter == " " and piece.rights[begun + at] - piece.lefts[begun + at] <= SUPPLIED:
            yield cut(piece, first, at)
            first = at + 1
    yield cut(piece, first, len(text)) if first else piece


def cut(piece: Piece, start: int, end: int) -> Piece:
    """The characters of a piece from `start` to before `end`, without spaces at their end."""
    first = piece.start + start
    text = piece.text[start:end].rstrip()
    right = piece.rights[first + len(text) - 1]
    return piece._replace(text=text, start=first, x0=piece.lefts[first], x1=right)


def _turned_piece(start: int, end: int, style: Style, glyphs: Glyphs, frame: Frame) -> Piece:
    """A piece in the frame of its own direction."""
    font, size, direction, at, _ = style
    angle = frame.turn if direction is None else direction
    own = Frame(frame.bounds, angle)
    boxes = [own.box(_glyph_bounds(glyphs, index)) for index in range(start, end)]
    lefts, rights = [box.x0 for box in boxes], [box.x1 for box in boxes]
    if direction is None:
        base = max(box.bottom for box in boxes)
    else:
        base = own.point(at, 0)[1] if angle % 2 else own.point(0, at)[1]
    spaced = start > 0 and glyphs.text[start - 1] in " \xa0"
    if spaced:
        space = own.box(_glyph_bounds(glyphs, start - 1))
        spaced = 0.05 < lefts[0] - space.x0 < size
    turn = (angle - frame.turn) % 4 if direction is not None else -1
    text = glyphs.text[start:end]
    return Piece(base, min(lefts), max(rights), size, text, turn, spaced, font, 0, lefts, rights)


def _glyph_bounds(glyphs: Glyphs, index: int) -> Bounds:
    return Bounds(glyphs.lefts[index], glyphs.bottoms[index], glyphs.rights[index], glyphs.tops[index])
