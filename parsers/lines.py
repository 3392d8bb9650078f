"""From pieces of text to lines, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from parsers.document import Box
from parsers.encoding import tidy
from parsers.making import maker
from parsers.pieces import ASCENT, DESCENT, Piece

SAME_LINE = 0.35  # of the size; two baselines closer than this are one line
SPACE = 0.13  # of the size; the narrowest space in justified text is about 0.18, kerning stays under 0.1
TWICE = 0.2  # of the size; the same letters drawn again this close are a bold face made by hand
SMALL = 0.8  # of the neighbour's size; what is smaller may be raised or lowered

_BY_LEFT = itemgetter(Piece._fields.index("x0"))
_RIGHT = itemgetter(Piece._fields.index("x1"))


class TextLine(NamedTuple):
    """One line of text with the pieces it is made of, from left to right.

    `left` and `right` are how far the column goes that the line stands in, where that is known.
    """

    text: str
    box: Box
    base: float
    size: float
    pieces: tuple[Piece, ...]
    left: float = 0.0
    right: float = 0.0


_box, _line = maker(Box), maker(TextLine)


def lines_of(pieces: Sequence[Piece]) -> list[TextLine]:
    """Lines from top to bottom; pieces must be of one turn."""
    if len(pieces) < 2:
        return list(map(line_of_piece, pieces))
    return [line_of(row) for row in _rows(pieces)]


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces of one baseline together, raised and lowered ones in the line that they belong to."""
    rows: list[list[Piece]] = []
    base, size = 0.0, 0.0
    for piece in sorted(pieces):
        its_base, its_size = piece[0], piece[3]
        if rows and its_base - base <= SAME_LINE * (its_size if its_size < size else size):
            rows[-1].append(piece)
            if its_size > size:
                base, size = its_base, its_size
            continue
        rows.append([piece])
        base, size = its_base, its_size
    return _with_scripts_in_place(rows) if len(rows) > 1 else rows


def _with_scripts_in_place(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Rows in which a row of small letters close to the next one (an exponent, a footnote mark) has joined it."""
    kept: list[list[Piece]] = []
    for row in rows:
        if kept and row[0].base - kept[-1][0].base < max(row[0].size, kept[-1][0].size):
            if _is_script_of(row, kept[-1]):
                kept[-1].extend(row)
                continue
            if _is_script_of(kept[-1], row):
                row.extend(kept.pop())
        kept.append(row)
    return kept


def _is_script_of(small: Sequence[Piece], large: Sequence[Piece]) -> bool:
    if abs(small[0].base - large[0].base) > 0.6 * large[0].size and small[0].size < large[0].size:
        return False
    size = max(piece.size for piece in large)
    if max(piece.size for piece in small) > SMALL * size or abs(small[0].base - large[0].base) > 0.6 * size:
        return False
    return all(any(_touches(piece, other, 0.4 * size) for other in large) for piece in small)


def _touches(one: Piece, other: Piece, reach: float) -> bool:
    return one.x0 - other.x1 <= reach and other.x0 - one.x1 <= reach


def line_of(row: list[Piece]) -> TextLine:
    """One line of the pieces of a row."""
    if len(row) == 1:
        return line_of_piece(row[0])
    row.sort(key=_BY_LEFT)
    pieces = _without_doubles(row)
    main = pieces[0] if len({piece.size for piece in pieces}) == 1 else max(pieces, key=_weight)
    base, size = main.base, main.size
    box = _box((pieces[0].x0, base - ASCENT * size, max(map(_RIGHT, pieces)), base + DESCENT * size))
    return _line((_text(pieces), box, base, size, tuple(pieces), 0.0, 0.0))


def line_of_piece(piece: Piece) -> TextLine:
    """One line of one piece."""
    base, x0, x1, size, text = piece[:5]
    box = _box((x0, base - ASCENT * size, x1, base + DESCENT * size))
    return _line((text if text.isascii() else tidy(text), box, base, size, (piece,), 0.0, 0.0))


def _weight(piece: Piece) -> tuple[bool, float, int]:
    """What makes a piece stand for its line: words before signs, large before small, long before short."""
    return piece.text[:1].isalnum(), piece.size, len(piece.text)


def _without_doubles(pieces: list[Piece]) -> list[Piece]:
    """Pieces, from left to right, without those drawn twice for a bold look."""
    kept: list[Piece] = []
    last = -1e9
    for piece in pieces:
        if piece.x0 - last > TWICE * piece.size or not _drawn_before(piece, kept):
            kept.append(piece)
            last = piece.x0
    return kept


def _drawn_before(piece: Piece, kept: Sequence[Piece]) -> bool:
    near = TWICE * piece.size
    return any(
        piece.text == other.text and piece.x0 - other.x0 <= near and abs(piece.base - other.base) <= near
        for other in kept[-3:]
    )


def first_word_width(line: TextLine) -> float:
    """How wide the line's first word is; it may be made of several pieces."""
    first = line.pieces[0]
    end = first.x0
    for index, piece in enumerate(line.pieces):
        if index and _is_parted(line.pieces[index - 1], piece):
            break
        length = piece.text.find(" ")
        if length > 0:
            return piece.rights[piece.start + length - 1] - first.x0
        end = piece.x1
    return end - first.x0


def _is_parted(before: Piece, piece: Piece) -> bool:
    """Whether a space stands between two pieces."""
    return piece.spaced or piece.x0 - before.x1 > SPACE * min(before.size, piece.size)


def _text(pieces: Sequence[Piece]) -> str:
    parts: list[str] = []
    end, size = 1e9, 0.0
    for piece in pieces:
        _, x0, x1, its_size, text, _, spaced = piece[:7]
        if spaced or x0 - end > SPACE * (its_size if its_size < size else size):
            parts.append(" ")
        parts.append(text)
        end, size = x1, its_size
    if pieces[0].spaced:
        del parts[0]
    return tidy("".join(parts))
