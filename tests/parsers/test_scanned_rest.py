"""The second reading of ink that no word covers."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

from parsers import scanned_rest
from parsers.document import Box
from parsers.scanned import unsure_in
from parsers.scanned_page import Seen
from parsers.scanned_rest import Mark, is_blank, stretches, with_rest
from parsers.scanned_words import Word, tidied, words_of

DPI = 100.0
ANSWER = (
    '<html><div class="ocr_page"><span class="ocr_line" title="bbox 0 0 60 20; baseline 0 -2; x_size 12">'
    '<span class="ocrx_word" title="bbox {box}; x_wconf {sure}">'
    '<span class="ocrx_cinfo" title="x_bboxes {box}; x_conf {sure}">5</span></span></span></div></html>'
)


def page_with(*marks: tuple[int, int, int, int]) -> Any:
    grey = numpy.full((200, 300), 255, numpy.uint8)
    for x0, top, x1, bottom in marks:
        grey[top:bottom, x0:x1] = 0
    return grey


def word(x0: float, top: float, x1: float, bottom: float) -> Word:
    return Word("ab", x0, top, x1, bottom, bottom, 12.0, 0.9, ())


def always(_: Word) -> bool:
    return True


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        pytest.param([], [], id="a page without marks has no stretches"),
        pytest.param([Mark(0, 0, 5, 4)], [], id="specks alone are no text"),
        pytest.param([Mark(0, 0, 6, 10), Mark(8, 2, 14, 10)], [Mark(0, 0, 14, 10, 2)], id="neighbours are one"),
        pytest.param(
            [Mark(0, 0, 6, 10), Mark(40, 0, 46, 10)],
            [Mark(0, 0, 6, 10), Mark(40, 0, 46, 10)],
            id="what stands far apart is two",
        ),
        pytest.param(
            [Mark(0, 0, 6, 10), Mark(0, 20, 6, 30)], [Mark(0, 0, 6, 10), Mark(0, 20, 6, 30)], id="two lines are two"
        ),
    ],
)
def test_marks_beside_each_other_are_one_stretch(marks: list[Mark], found: list[Mark]) -> None:
    assert stretches(marks, DPI) == found


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        pytest.param([], [], id="paper"),
        pytest.param([(50, 50, 56, 60), (58, 50, 64, 60)], [word(48, 48, 66, 62)], id="all ink is read"),
        pytest.param([(50, 50, 56, 60)], [], id="a lone mark is a figure or dust"),
        pytest.param([(50, 50, 150, 52)], [], id="what is left of a ruling"),
    ],
)
def test_tesseract_is_not_asked_where_nothing_is_left(
    marks: list[tuple[int, int, int, int]], words: list[Word], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanned_rest, "words_in", lambda *_: pytest.fail("asked"))
    assert with_rest(page_with(*marks), DPI, words, always) == (words, [])


@pytest.mark.parametrize(
    ("sure", "texts", "unread"),
    [
        pytest.param(96, ["5"], [], id="a word that is read stands where its ink is"),
        pytest.param(40, [], [(50.0, 50.0, 64.0, 60.0)], id="ink that is not read is told"),
    ],
)
def test_uncovered_ink_is_read_once_more(
    sure: int, texts: list[str], unread: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    # the stretch begins 12 + 4 pixels from the small picture's edges
    answer = ANSWER.format(box="16 16 30 26", sure=sure).encode()
    monkeypatch.setattr(scanned_rest, "words_in", lambda *_: answer)
    found = with_rest(page_with((50, 50, 56, 60), (58, 50, 64, 60)), DPI, [], always)
    assert [one.text for one in found.words] == texts
    assert [tuple(box) for box in found.unread] == unread
    assert [(one.x0, one.top, one.x1, one.bottom) for one in found.words] == [(50.0, 50.0, 64.0, 60.0)] * len(texts)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        pytest.param("HĐĐT", "HĐĐT", id="two letters that are both read as such stay"),
        pytest.param("'của", "'của", id="a mark before a word stays"),
        pytest.param("20/QĐÐ-TH", "20/QĐ-TH", id="a stroke seen twice"),
        pytest.param("QÐ", "QĐ", id="a letter of another language"),
        pytest.param("9⁄11/2024", "9/11/2024", id="a stroke of fractions"),
        pytest.param("S6:110/BC-THCS", "Số:110/BC-THCS", id="the word before the report's number"),
        pytest.param("SỐ:110/BC-THCS", "Số:110/BC-THCS", id="the same, a small letter taken for a capital"),
        pytest.param("S6", "S6", id="a name with a figure stays"),
        pytest.param("'67/QĐ", "67/QĐ", id="a speck before a number"),
    ],
)
def test_letters_that_are_no_vietnamese_ones_are_those_meant(seen: str, meant: str) -> None:
    assert tidied(seen) == meant


@pytest.mark.parametrize(
    ("text", "sure", "told"),
    [
        pytest.param("73", 0.95, (), id="a word that is read well"),
        pytest.param("08/QĐ-THCS", 0.5, (), id="a number before its letters is read right whatever Tesseract thinks"),
        pytest.param("12/10/2022", 0.5, (("12/10/2022", 0.5),), id="a date may not be"),
        pytest.param("1'1/2024", 0.5, (("1'1/2024", 0.5),), id="half a date"),
        pytest.param("73", 0.6, (("73", 0.6),), id="a figure that is hardly read"),
    ],
)
def test_words_are_told_as_unsure(text: str, sure: float, told: tuple[tuple[str, float], ...]) -> None:
    box = Box(10, 10, 40, 20)
    elsewhere = Seen("?", Box(10, 50, 40, 60), 0.1)
    assert unsure_in([Seen(text, box, sure), elsewhere], box) == told


@pytest.mark.parametrize(
    ("top", "bottom", "base"),
    [
        pytest.param(90, 98, 98.0, id="letters tell where they end"),
        pytest.param(94, 106, 106.0, id="a word of the next cell ends lower than its line"),
        pytest.param(84, 106, 98.0, id="a box as high as the whole line tells nothing"),
    ],
)
def test_a_words_baseline_is_that_of_its_letters(top: int, bottom: int, base: float) -> None:
    hocr = (
        '<html><div class="ocr_page"><span class="ocr_line" title="bbox 0 86 60 100; baseline 0 -2; x_size 12">'
        f'<span class="ocrx_word" title="bbox 5 {top} 10 {bottom}; x_wconf 96">'
        f'<span class="ocrx_cinfo" title="x_bboxes 5 {top} 10 {bottom}; x_conf 99">1</span></span></span></div></html>'
    )
    assert [word.base for word in words_of(hocr.encode())] == [base]


@pytest.mark.parametrize(
    ("ink", "blank"),
    [
        pytest.param(None, True, id="a page with grain only is blank"),
        pytest.param(0, False, id="a page with a letter is not"),
        pytest.param(190, False, id="nor one with a pale letter"),
    ],
)
def test_the_back_of_a_sheet_is_blank(ink: int | None, blank: bool) -> None:
    page = numpy.random.default_rng(1).normal(245, 6, (400, 300)).clip(0, 255).astype(numpy.uint8)
    if ink is not None:
        page[100:110, 50:57] = ink
    assert is_blank(page, DPI) is blank
