"""From pieces of text to lines, in the order of reading."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from parsers.document import Box
from parsers.pieces import Piece

SAME_LINE = 0.35  # of the size; two baselines closer than this are one line
SPACE = 0.13  # of the size; the narrowest space in justified text is about 0.18, kerning stays under 0.1
TWICE = 0.2  # of the size; the same letters drawn again this close are a bold face made by hand
SMALL = 0.8  # of the neighbour's size; what is smaller may be raised or lowered


class TextLine(NamedTuple):
    """One line of text with the pieces it is made of, from left to right."""

    text: str
    box: Box
    base: float
    size: float
    pieces: tuple[Piece, ...]


def lines_of(pieces: Iterable[Piece]) -> list[TextLine]:
    """Lines from top to bottom; pieces must be of one turn."""
    return [_line(row) for row in _rows(pieces)]


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces of one baseline together, raised and lowered ones in the line that they belong to."""
    rows: list[list[Piece]] = []
    base, size = 0.0, 0.0
    for piece in sorted(pieces, key=attrgetter("base")):
        if rows and piece.base - base <= SAME_LINE * min(piece.size, size):
            rows[-1].append(piece)
            if piece.size > size:
                base, size = piece.base, piece.size
            continue
        rows.append([piece])
        base, size = piece.base, piece.size
    return _with_scripts_in_place(rows) if len(rows) > 1 else rows


def _with_scripts_in_place(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Rows in which a short row of small letters close to the next one (an exponent, a footnote mark) has joined it."""
    kept: list[list[Piece]] = []
    waiting: list[list[Piece]] = []
    for row in rows:
        if kept and _is_script_of(row, kept[-1]):
            kept[-1].extend(row)
            continue
        if waiting and _is_script_of(waiting[-1], row):
            row.extend(waiting.pop())
            kept.pop()
        kept.append(row)
        waiting = [row]
    return kept


def _is_script_of(small: Sequence[Piece], large: Sequence[Piece]) -> bool:
    size = max(piece.size for piece in large)
    if max(piece.size for piece in small) > SMALL * size:
        return False
    if abs(small[0].base - large[0].base) > 0.6 * size:
        return False
    return all(any(_touches(piece, other, 0.4 * size) for other in large) for piece in small)


def _touches(one: Piece, other: Piece, reach: float) -> bool:
    return one.box.x0 - other.box.x1 <= reach and other.box.x0 - one.box.x1 <= reach


def _line(row: list[Piece]) -> TextLine:
    pieces = _without_doubles(sorted(row, key=lambda piece: piece.box.x0))
    main = max(pieces, key=lambda piece: (piece.size, len(piece.text)))
    return TextLine(_text(pieces), around([piece.box for piece in pieces]), main.base, main.size, tuple(pieces))


def _without_doubles(pieces: list[Piece]) -> list[Piece]:
    """Pieces without those drawn twice for a bold look."""
    kept: list[Piece] = []
    for piece in pieces:
        near = TWICE * piece.size
        if not any(
            piece.text == other.text and piece.box.x0 - other.box.x0 <= near and abs(piece.base - other.base) <= near
            for other in kept[-3:]
        ):
            kept.append(piece)
    return kept


def _text(pieces: Sequence[Piece]) -> str:
    parts = [pieces[0].text]
    for before, piece in zip(pieces, pieces[1:], strict=False):
        gap = piece.box.x0 - before.box.x1
        if before.spaced[1] or piece.spaced[0] or gap > SPACE * min(before.size, piece.size):
            parts.append(" ")
        parts.append(piece.text)
    return unicodedata.normalize("NFC", "".join(parts))


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them."""
    if len(boxes) == 1:
        return boxes[0]
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))
