"""Combining marks that a file draws apart from their letters, put back to the letters over which they are seen.

A mark drawn by itself stands in the file after any letter: only its place on the page tells whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from parsers.pieces import Piece

LEAST = 0.1  # of a mark's width, over the letter that is most likely its own
HALF = 0.2  # of the size; so far from where it stands in the file may a mark's letter begin or end
SAME_LINE = 0.35  # of the size; two baselines closer than this are one line

_MARKS_BEHIND = re.compile("[\u0300-\u036f]*")
_MARKS = re.compile("[\u0300-\u036f]")
_SEVERAL_MARKS = re.compile("[\u0300-\u036f]{2,}")
_SHAPES = "\u0302\u0306\u031b"  # circumflex, breve, horn: part of the letter, under the mark of the tone
_LETTERS = {"\u0302": "aeo", "\u0306": "a", "\u031b": "uo"}  # that have such a form in Vietnamese
_VOWELS = "aeiouy"


class Stray(NamedTuple):
    """A mark away from its letter: its piece's number, its place in it, its ends."""

    piece: int
    at: int
    left: float
    right: float


def with_marks_in_place(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with every mark that stands over another letter than the one before it moved to that."""
    texts = [piece.text for piece in pieces]
    if not _MARKS.search("".join(texts)):
        return pieces
    marked = [n for n, text in enumerate(texts) if not text.isascii() and _MARKS.search(text)]
    strays = [stray for n in marked for stray in _strays(pieces[n], n)]
    moved = list(pieces)
    for n in marked:
        if (text := _with_shapes_first(texts[n])) != texts[n]:
            moved[n] = pieces[n]._replace(text=text)
    if not strays:
        return moved
    taken: dict[int, set[int]] = {}
    added: dict[int, list[tuple[int, str]]] = {}
    for stray in strays:
        home = _home(stray, pieces)
        if home:
            taken.setdefault(stray.piece, set()).add(stray.at)
            added.setdefault(home[0], []).append((home[1], pieces[stray.piece].text[stray.at]))
    for n in {*taken, *added}:
        moved[n] = _rewritten(pieces[n], taken.get(n, set()), added.get(n, []))
    return [piece for piece in moved if piece.text]


def _strays(piece: Piece, number: int) -> list[Stray]:
    """The marks of a piece that do not stand over the letter before them."""
    found = []
    text, start, lefts, rights = piece.text, piece.start, piece.lefts, piece.rights
    for match in _MARKS.finditer(text):
        at = match.start()
        left, right = lefts[start + at], rights[start + at]
        letter = at - 1
        while letter >= 0 and _MARKS.match(text, letter):
            letter -= 1
        if letter >= 0 and right - left > 0.05 and (left + right) / 2 < lefts[start + letter]:
            found.append(Stray(number, at, left, right))
        elif letter < 0 or not _may_bear(text, letter, at):
            found.append(Stray(number, at, min(left, right - HALF * piece.size), right + HALF * piece.size))
    return found


def _may_bear(text: str, letter: int, at: int) -> bool:
    """Whether a letter can have the mark at a place of the text: it is of those, and has it not already."""
    mark = text[at]
    return text[letter].lower() in _LETTERS.get(mark, _VOWELS) and mark not in text[letter + 1 : at]


def _share(piece: Piece, at: int, left: float, right: float) -> float:
    """The share of a mark's width that a letter covers."""
    start, end = piece.lefts[piece.start + at], piece.rights[piece.start + at]
    return (min(end, right) - max(start, left)) / (right - left)


def _home(stray: Stray, pieces: Sequence[Piece]) -> tuple[int, int] | None:
    """The piece and place of the letter that a mark stands over."""
    base, size = pieces[stray.piece].base, pieces[stray.piece].size
    mark = pieces[stray.piece].text[stray.at]
    best, home = LEAST, None
    for n, piece in enumerate(pieces):
        if piece.x1 < stray.left or piece.x0 > stray.right or abs(piece.base - base) > SAME_LINE * size or piece.turn:
            continue
        for at, letter in enumerate(piece.text):
            if letter.lower() not in _LETTERS.get(mark, _VOWELS) or _marks_of(piece.text, at, mark):
                continue
            if (share := _share(piece, at, stray.left, stray.right)) > best:
                best, home = share, (n, at)
    return home


def _marks_of(text: str, at: int, mark: str) -> bool:
    """Whether a letter has a mark already."""
    following = _MARKS_BEHIND.match(text, at + 1)
    return following is not None and mark in following[0]


def _rewritten(piece: Piece, taken: set[int], added: Sequence[tuple[int, str]]) -> Piece:
    """The piece without some of its marks, and with others after their letters."""
    letters: list[tuple[str, float, float]] = []
    for at, letter in enumerate(piece.text):
        left, right = piece.lefts[piece.start + at], piece.rights[piece.start + at]
        if at not in taken:
            letters.append((letter, left, right))
        marks = [mark for home, mark in added if home == at]
        letters += [(mark, right, right) for mark in sorted(marks, key=lambda mark: mark not in _SHAPES)]
    spaced = piece.spaced and 0 not in taken  # before a mark out of its place, PDFium has a space of its own
    while letters and letters[-1][0] == " ":
        letters.pop()
    while letters and letters[0][0] == " ":
        letters.pop(0)
        spaced = True
    text = _with_shapes_first("".join(letter for letter, _, _ in letters))
    lefts, rights = [left for _, left, _ in letters], [right for _, _, right in letters]
    if not letters:
        return piece._replace(text="")
    x0, x1 = lefts[0], max(rights)
    return piece._replace(text=text, start=0, lefts=lefts, rights=rights, spaced=spaced, x0=x0, x1=x1)


def _with_shapes_first(text: str) -> str:
    """The text with the marks of each letter in order: those that make it another letter before that of its tone."""
    return _SEVERAL_MARKS.sub(lambda marks: "".join(sorted(marks[0], key=lambda mark: mark not in _SHAPES)), text)
