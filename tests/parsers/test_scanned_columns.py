"""Where figures may stand in columns without rulings: the silent cases first."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

from parsers.scanned_columns import spots_in_columns
from parsers.scanned_words import Word

DPI = 100.0
BESIDE = (200, 116, 206, 126)  # a digit's ink, in the column of the words below


def word(text: str, x0: float, top: float, *, sure: float = 0.95) -> Word:
    x1, bottom = x0 + 7 * len(text), top + 10
    return Word(text, x0, top, x1, bottom, bottom, 14.0, sure, ())


def page_with(*marks: tuple[int, int, int, int]) -> Any:
    grey = numpy.full((400, 400), 255, numpy.uint8)
    for x0, top, x1, bottom in marks:
        grey[top:bottom, x0:x1] = 0
    return grey


FIGURES = [word(text, 200, 40 + 20 * n) for n, text in enumerate(("30", "5", "6", "20"))]
TITLES = [word("mềm", 40, 40 + 20 * n) for n in range(4)]


@pytest.mark.parametrize(
    ("mark", "words", "found"),
    [
        pytest.param(BESIDE, FIGURES[:2], [], id="two figures make no column"),
        pytest.param(BESIDE, [*FIGURES, *(word("năm", 180, w.top) for w in FIGURES)], [], id="figures in a text"),
        pytest.param((300, 116, 306, 126), FIGURES, [], id="ink beside the column"),
        pytest.param(
            (300, 116, 306, 126), [*FIGURES, word("7", 300, 40)], [], id="ink below a lone figure beside the column"
        ),
        pytest.param((200, 116, 206, 136), FIGURES, [], id="ink higher than digits"),
        pytest.param((200, 300, 206, 310), FIGURES, [], id="ink far below"),
        pytest.param((1, 1, 2, 2), FIGURES, [], id="nothing is missing"),
        pytest.param(
            (300, 116, 306, 126),
            [*FIGURES, word("7", 300, 40), word("5", 300, 60)],
            [(300, 116)],
            id="a digit below two others beside a column",
        ),
        pytest.param(BESIDE, [*FIGURES, *TITLES], [(200, 116)], id="a digit that was not made out"),
        pytest.param(
            (1, 1, 2, 2), [*FIGURES, word("S.0", 200, 116, sure=0.6)], [(200, 116)], id="one that is not sure"
        ),
    ],
)
def test_what_stands_in_a_column_of_figures_may_be_one(
    mark: tuple[int, int, int, int], words: list[Word], found: list[tuple[int, int]]
) -> None:
    spots = spots_in_columns(page_with(mark), DPI, words, words)
    assert [(spot[0] + 6, spot[1] + 3) for spot in spots] == found
