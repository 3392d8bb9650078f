"""Combining marks that a file draws apart from their letters."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

import pytest

from parsers.marks import with_marks_in_place
from parsers.pieces import Piece

WIDE = 6.0  # points a letter


def piece(text: str, x0: float, ends: Sequence[tuple[float, float]] | None = None) -> Piece:
    """A piece of letters side by side, or with these ends."""
    ends = ends or [(x0 + WIDE * n, x0 + WIDE * (n + 1)) for n in range(len(text))]
    lefts, rights = [left for left, _ in ends], [right for _, right in ends]
    return Piece(100, lefts[0], max(rights), 10, text, 0, False, "F", 0, lefts, rights)


def texts(pieces: list[Piece]) -> list[str]:
    return [normalize("NFC", one.text) for one in with_marks_in_place(pieces)]


@pytest.mark.parametrize(
    ("pieces", "seen"),
    [
        pytest.param([piece("tao", 0)], ["tao"], id="no marks"),
        pytest.param([piece("ta\u0301o", 0, [(0, 6), (6, 12), (12, 12), (12, 18)])], ["táo"], id="a mark in its place"),
        pytest.param([piece("u\u031b", 0)], ["ư"], id="a ligature whose room the letter and its mark share"),
        pytest.param([piece("n\u0303", 0)], ["ñ"], id="no other letter is there"),
        pytest.param(
            [
                piece("lo\u0302a", 0, [(0, 6), (6, 12), (9, 12), (12, 18)]),
                piece("\u0323 i", 13, [(14, 17), (18, 21), (21, 27)]),
            ],
            ["lôạ", "i"],
            id="a mark that begins a piece is of the letter before",
        ),
        pytest.param(
            [piece("loc\u0323", 0, [(0, 6), (6, 12), (12, 18), (8, 11)])], ["lọc"], id="a mark after the next letter"
        ),
        pytest.param(
            [piece("ma\u0300\u0302n", 0, [(0, 6), (6, 12), (12, 12), (12, 12), (12, 18)])], ["mần"],
            id="the tone's mark stands over that of the letter",
        ),
    ],
)  # fmt: skip
def test_marks_are_put_to_their_letters(pieces: list[Piece], seen: list[str]) -> None:
    assert texts(pieces) == seen
