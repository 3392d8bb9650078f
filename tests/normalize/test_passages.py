"""How sure a part of a passage is, by the words of it that a picture leaves in doubt."""

from __future__ import annotations

import pytest

from normalize.flow import flowing
from normalize.passages import Passage
from parsers.document import Box, Place

UNSURE = (("73", 0.6), ("điểm:", 0.4), ("chua", 0.5))


@pytest.mark.parametrize(
    ("confidence", "unsure", "part", "sure"),
    [
        pytest.param(1.0, (), "73 điểm", 1.0, id="a digital file"),
        pytest.param(0.8, (), "73 điểm", 0.95, id="a picture without doubtful words"),
        pytest.param(0.8, UNSURE, "75 điểm", 0.95, id="a figure beside a doubtful one"),
        pytest.param(0.8, UNSURE, "73 điểm", 0.6, id="the doubtful figure"),
        pytest.param(0.8, UNSURE, "chua có", 0.5, id="a word, where there is no figure"),
    ],
)
def test_a_part_is_as_sure_as_its_doubtful_words(
    confidence: float, unsure: tuple[tuple[str, float], ...], part: str, sure: float
) -> None:
    assert Passage("", Place(), confidence=confidence, unsure=unsure).sure_of(part) == sure


def test_lines_that_run_on_keep_the_doubts_of_each() -> None:
    lines = [
        Passage("Nhóm tiêu chí 1 tự chấm được", Place(page=1, box=Box(0, 0, 300, 10)), confidence=0.9),
        Passage("73 điểm", Place(page=1, box=Box(0, 12, 60, 22)), confidence=0.7, unsure=UNSURE),
    ]
    (whole,) = flowing(lines)
    assert (whole.text, whole.confidence, whole.unsure) == ("Nhóm tiêu chí 1 tự chấm được 73 điểm", 0.7, UNSURE)


PAGE = Place(page=1, table=1, row=3, box=Box(0, 0, 90, 40))


@pytest.mark.parametrize(
    ("text", "confidence", "read"),
    [
        pytest.param("số 44/QĐ.\nTHCSTP ngày 8/10", 1.0, "số 44/QĐ.\nTHCSTP ngày 8/10", id="a digital file stays"),
        pytest.param("số 44/QĐ.\nTHCSTP ngày 8/10", 0.9, "số 44/QĐ- THCSTP ngày 8/10", id="a dot for a hyphen"),
        pytest.param("số 37/KH\nTHCSTP ngày 8/10", 0.9, "số 37/KH- THCSTP ngày 8/10", id="a lost hyphen"),
        pytest.param("số 44/QĐ.\nBan hành ngày 8/10", 0.9, "số 44/QĐ.\nBan hành ngày 8/10", id="a new sentence"),
        pytest.param("điểm 5/AB\nTHCSTP ngày 8/10", 0.9, "điểm 5/AB THCSTP ngày 8/10", id="no kind of document"),
    ],
)
def test_a_hyphen_lost_at_a_lines_end_is_put_back(text: str, confidence: float, read: str) -> None:
    (passage,) = flowing([Passage(text, PAGE, "appendix", "1.3", confidence)])
    assert passage.text == read
