"""Figures in cells of a picture: told sign by sign, with what else they may be; numerals told by their strokes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from parsers.pdfium import opened, page_of
from parsers.raster.rendering import rendered
from parsers.scanned_cells import _with, readings_of
from parsers.scanned_figures import Figure, Strip, figures_in
from parsers.scanned_readings import Told, likely_readings, weighed
from parsers.scanned_signs import Mark, lines_in
from parsers.scanned_strokes import strokes_in, with_numerals
from parsers.scanned_words import Word
from tests.parsers.pdf_kit import pdf as made
from tests.parsers.pdf_kit import write

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

DPI = 200
FIGURES = [
    "7",
    "7,5",
    "10",
    "100",
    "1.3",
    "1.3.",
    "15/20",
    "85%",
    "-",
    "0",
    "29,5",
    "64",
    "x",
    "9,5/10",
    "66",
    "-2,5",
    "4-5",
]


@cache
def drawn(texts: tuple[str, ...], dpi: int = DPI) -> list[Grey]:
    """Each text in a picture of its own."""

    def draw(c: Canvas) -> None:
        for row, text in enumerate(texts):
            write(c, 50, 100 + 30 * row, text)

    with opened(made(draw)) as document, page_of(document, 0) as page:
        assert page is not None
        pixels = rendered(page, dpi).pixels
    grey = pixels if pixels.ndim == 2 else pixels[:, :, 0]
    tops = [round((88 + 30 * row) * dpi / 72) for row in range(len(texts))]
    return [grey[top : top + dpi // 4, dpi // 2 : 3 * dpi // 2].copy() for top in tops]


def told(greys: list[Grey], dpi: int = DPI) -> list[str | None]:
    found = figures_in([Strip(grey) for grey in greys], dpi)
    return [figure.readings[0][0] if figure else None for figure in found]


def _columns(grey: Grey) -> list[tuple[int, int]]:
    """From where to where each sign goes."""
    import numpy

    inked = numpy.flatnonzero((grey < 128).any(axis=0))
    return [(int(run[0]), int(run[-1]) + 1) for run in numpy.split(inked, numpy.flatnonzero(numpy.diff(inked) > 1) + 1)]


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_figures_are_told_sign_by_sign(dpi: int) -> None:
    assert told(drawn(tuple(FIGURES), dpi), dpi) == FIGURES


def test_clear_figures_are_told_surely() -> None:
    found = figures_in([Strip(grey) for grey in drawn(tuple(FIGURES))], DPI)
    unsure = {figure.readings[0] for figure in found if figure and figure.likely * figure.readings[0][1] < 0.9}
    assert {text for text, _ in unsure} <= {"-", "x", "1.3.", "-2,5", "4-5"}


@pytest.mark.parametrize("figure", ["6", "0", "3", "30", "10,5"])
def test_a_digit_whose_thin_strokes_are_lost_is_one_digit(figure: str) -> None:
    import cv2
    import numpy

    (grey,) = drawn((figure,))
    high, wide = grey.shape
    columns = numpy.flatnonzero((grey < 128).any(axis=0))
    broken = grey.copy()
    for run in numpy.split(columns, numpy.flatnonzero(numpy.diff(columns) > 1) + 1):
        if len(run) > 6:
            broken[:, (run[0] + run[-1]) // 2] = 255  # a column of paper through each digit
    assert told([cv2.GaussianBlur(broken, (0, 0), 0.6)]) == [figure], (high, wide)


def test_what_is_left_of_a_stroke_is_one() -> None:
    (grey,) = drawn(("6/10",))
    broken = grey.copy()
    marks = [(left, right) for left, right in _columns(grey) if right - left > 2]
    left, right = marks[1]
    rows = (grey[:, left:right] < 128).any(axis=1).nonzero()[0]
    third = (rows[-1] - rows[0]) // 3
    broken[: rows[0] + third, left:right] = broken[rows[0] + 2 * third :, left:right] = 255
    assert told([broken]) == ["6/10"]


@pytest.mark.parametrize("figure", ["49,5", "36.5"])
def test_a_comma_that_touches_its_digits_is_one(figure: str) -> None:
    import cv2
    import numpy

    (grey,) = drawn((figure,), 150)
    inked = numpy.flatnonzero((grey < 200).any(axis=0))
    within = [column for column in range(grey.shape[1]) if column in inked or not inked[0] < column < inked[-1]]
    assert told([cv2.GaussianBlur(grey[:, within], (0, 0), 0.5)], 150) == [figure]


def test_dust_beside_a_figure_is_no_comma() -> None:
    (grey,) = drawn(("5",))
    dusty = grey.copy()
    dusty[2:5, 60:63] = dusty[-5:-2, 2:5] = 40
    assert told([dusty]) == ["5"]


@pytest.mark.parametrize("figure", ["64", "11"])
def test_dust_between_two_digits_is_no_comma_where_none_has_room(figure: str) -> None:
    import numpy

    (grey,) = drawn((figure,))
    rows, columns = numpy.nonzero(grey < 128)
    paper = numpy.flatnonzero(~(grey[:, columns.min() : columns.max()] < 128).any(axis=0)) + columns.min()
    dusty = grey.copy()
    dusty[rows.max() - 2 : rows.max() + 1, paper[0] : paper[0] + 2] = 20
    assert told([dusty]) == [figure]


def test_a_neighbours_digit_that_reaches_into_the_strip_is_left_out() -> None:
    import numpy

    first, other = drawn(("12", "7"))
    both = numpy.hstack([first[:, 20:75], other[:, 38:75]])
    (whole,) = figures_in([Strip(both, 0, 55)], DPI)
    assert whole is not None
    assert whole.readings[0][0] == "12"


def test_two_words_far_apart_are_no_figure() -> None:
    import numpy

    first, other = drawn(("12", "7"))
    assert told([numpy.hstack([first[:, :100], other[:, :100]])]) == [None]


def test_lines_are_told_by_the_paper_between_them() -> None:
    import numpy

    grey = numpy.full((120, 60), 250, numpy.uint8)
    grey[10:30, 5:15] = grey[50:70, 5:15] = grey[80:82, 5:12] = grey[90:95, 5:9] = 20
    assert lines_in(grey, DPI) == [(10, 30), (50, 70), (80, 82)], "two lines, a dash, and dust that is none"
    assert lines_in(grey[31:49], DPI) == []


def test_paper_holds_no_figure() -> None:
    import numpy

    assert told([numpy.full((40, 80), 240, numpy.uint8), numpy.zeros((1, 1), numpy.uint8)]) == [None, None]


def test_every_way_to_put_spots_together_is_a_reading() -> None:
    runs = [Told(0, 1, (("1", 0.3),)), Told(1, 2, (("3", 0.5), ("8", 0.1))), Told(0, 2, (("6", 0.9), ("0", 0.05)))]
    readings, likely = likely_readings(runs, 2)
    assert [text for text, _ in readings] == ["6", "13", "0", "18"]
    assert sum(chance for _, chance in readings) == pytest.approx(1)
    assert likely == pytest.approx(0.95)


@pytest.mark.parametrize(
    ("readings", "text", "best"),
    [
        pytest.param((("6", 0.99), ("8", 0.01)), "8", "6", id="a sure digit stands against another reading"),
        pytest.param((("6", 0.6), ("8", 0.4)), "8", "8", id="two that look agree outweigh one"),
        pytest.param((("66", 0.6), ("6", 0.4)), "6", "6", id="a digit that is two for one reader only"),
        pytest.param((("75", 0.5), ("7,5", 0.5)), "7.5", "7,5", id="a comma that both saw"),
        pytest.param((("75", 0.5), ("7,5", 0.5)), "T", "75", id="letters say nothing of digits"),
    ],
)
def test_another_reading_weighs(readings: tuple[tuple[str, float], ...], text: str, best: str) -> None:
    assert weighed(readings, text)[0][0] == best


def figure(*readings: tuple[str, float], likely: float = 0.97) -> Figure:
    return Figure(Mark(0, 0, 10, 10), 10, readings, likely)


def word(text: str, sure: float = 0.95) -> Word:
    return Word(text, 0, 0, 10, 10, 10, 15, sure, ())


@pytest.mark.parametrize(
    ("found", "before", "expected"),
    [
        pytest.param(figure(("1", 0.99)), [word("I")], [], id="a Roman numeral stays one"),
        pytest.param(figure(("7", 0.6)), [word("Mức")], [], id="a word stays one"),
        pytest.param(figure(("0", 0.95), likely=0.3), [word("c)", 0.5)], [], id="a letter with a bracket stays one"),
        pytest.param(figure(("7", 0.5), likely=0.2), [], [], id="what looks little like a figure is none"),
        pytest.param(figure(("7", 0.9), ("1", 0.1)), [], ["7", "1"], id="a lone digit that was lost is found"),
        pytest.param(figure(("35", 0.99)), [word("SA", 0.4)], ["35"], id="guessed letters are replaced"),
        pytest.param(figure(("✓", 0.9)), [word("Mức", 0.5)], [], id="letters are not taken for a tick"),
        pytest.param(
            figure(("7/7", 0.97)), [word("TỊT", 0.76)], ["7/7"], id="three digits beyond doubt outweigh letters"
        ),
        pytest.param(figure(("6", 0.6), ("8", 0.4)), [word("8")], ["8", "6"], id="Tesseract's reading weighs"),
    ],
)
def test_what_a_cell_may_hold(found: Figure, before: list[Word], expected: list[str]) -> None:
    assert [reading for reading, _ in readings_of(found, before)] == expected


LINES = [(0, 0, 40, 12), (0, 20, 40, 32)]  # of a cell
UNIT = word("điểm")._replace(top=20, bottom=32, base=32)


@pytest.mark.parametrize(
    ("before", "figure", "expected"),
    [
        pytest.param([UNIT], None, ["điểm"], id="no figure"),
        pytest.param([word("Mức"), UNIT], word("11"), ["Mức", "điểm"], id="a word stays one"),
        pytest.param([word("710"), UNIT], word("7/10", 0.4), ["710", "điểm"], id="a doubtful figure"),
        pytest.param([word("710"), UNIT], word("7/10"), ["điểm", "7/10"], id="a figure above its unit"),
        pytest.param([UNIT], word("7"), ["điểm", "7"], id="a figure that was lost"),
    ],
)
def test_a_figure_beside_lines_of_text(before: list[Word], figure: Word | None, expected: list[str]) -> None:
    assert [found.text for found in _with([(LINES[0], figure), (LINES[1], None)], before)] == expected


@pytest.mark.parametrize(
    ("text", "strokes"),
    [
        pytest.param("V", None, id="a slanting letter is no stroke"),
        pytest.param("7", None, id="a seven is none either"),
        pytest.param("I", 1, id="one"),
        pytest.param("II", 2, id="two"),
        pytest.param("III", 3, id="three"),
    ],
)
def test_strokes_are_counted(text: str, strokes: int | None) -> None:
    assert strokes_in(drawn((text,))[0]) == strokes


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["Phần", "H"], ["Phần", "H"], id="behind another word a letter stays one"),
        pytest.param(["Mức", "2"], ["Mức", "2"], id="a digit stays one"),
        pytest.param(["Mức", "độ", "H"], ["Mức", "độ", "III"], id="behind the word for a level"),
        pytest.param(["lI"], ["III"], id="alone in a cell"),
    ],
)
def test_numerals_are_as_their_strokes_tell(texts: list[str], expected: list[str]) -> None:
    (grey,) = drawn(("III",))
    words = [word(text)._replace(x1=grey.shape[1], bottom=grey.shape[0]) for text in texts]
    assert [found.text for found in with_numerals(grey, words)] == expected


def test_a_full_stop_between_strokes_makes_no_numeral_of_them() -> None:
    (grey,) = drawn(("I.I",))
    assert strokes_in(grey) is None
