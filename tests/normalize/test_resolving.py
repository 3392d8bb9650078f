"""Which column holds the scores, where headings leave it open or say it badly: told from what stands in them."""

from __future__ import annotations

import pytest

from normalize.appendix import read_appendix
from normalize.criteria_file import load
from tests.grids import document_of, table_of

CRITERIA = load("4725-2022")
MAXIMA = {"1.3": 30, "1.4": 10, "1.5": 20, "1.6": 20, "1.7": 20}
SCORES = {"1.3": "22", "1.4": "8", "1.5": "15", "1.6": "19", "1.7": "12"}
TITLES = {row.id: " ".join(row.title.split()) for group in CRITERIA.groups for row in group.criteria}
LEVELS = {"1.3": 3, "1.4": 2, "1.5": 2, "1.6": 3, "1.7": 2}


def read(head: str, *cells: dict[str, str]) -> tuple[dict[str, str], dict[str, int]]:
    """Scores and levels read from a table with this head and these columns behind number and title."""
    rows = [" | ".join(["", key, TITLES[key], *(column[key] for column in cells), ""]) for key in SCORES]
    found = read_appendix(document_of(table_of(f"| TT | Tiêu chí | {head} |", *rows)), CRITERIA)
    if found is None:
        return {}, {}
    criteria = [one for group in found.appendix.groups for one in group.criteria]
    scores = {one.id: str(one.score.value) for one in criteria if one.score and one.score.value is not None}
    levels = {one.id: one.level.value for one in criteria if one.level and one.level.value is not None}
    return scores, levels


def each(form: str) -> dict[str, str]:
    """A column of this form."""
    return {key: form.format(score=SCORES[key], most=MAXIMA[key], level=LEVELS[key]) for key in SCORES}


SCORE, MOST, LEVEL = each("{score}"), each("{most}"), each("{level}")
OTHERS = {key: str(int(score) - 1) for key, score in SCORES.items()}
TEXT = {key: f"Quyết định số {at}/QĐ-THCS" for at, key in enumerate(SCORES, 5)}


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        pytest.param("Điểm tối đa | Điểm tự đánh giá", (MOST, SCORE), id="as it is printed mostly"),
        pytest.param("Điểm | Điểm", (MOST, SCORE), id="one word over maxima and scores"),
        pytest.param("Điểm tối đa | Điểm tối đa", (MOST, SCORE), id="one head over both"),
        pytest.param("Cột A | Cột B", (MOST, SCORE), id="heads that say nothing"),
        pytest.param("Cột A", (SCORE,), id="one column whose head says nothing"),
        pytest.param("Điểm tối đa | Đạt", (MOST, SCORE), id="reached, beside what can be had"),
        pytest.param("Điểm tối đa | Mức điểm", (MOST, SCORE), id="a level of points"),
        pytest.param("Điểm", (each("{score}/{most}"),), id="of how many"),
        pytest.param("Điểm", (each("{most}/{score}"),), id="what can be had first"),
        pytest.param("Điểm tối đa | Điểm tự chấm | Điểm thẩm định", (MOST, SCORE, OTHERS), id="another's behind"),
        pytest.param("Điểm tối đa | Hội đồng chấm | Trường tự chấm", (MOST, OTHERS, SCORE), id="the council's before"),
        pytest.param("Điểm tối đa | Năm 2023-2024 | Năm 2024-2025", (MOST, OTHERS, SCORE), id="last year's before"),
        pytest.param("Điểm tối đa | Năm 2024-2025 | Năm 2023-2024", (MOST, SCORE, OTHERS), id="last year's behind"),
        pytest.param("Điểm tối đa | Điểm đạt | Minh chứng", (MOST, SCORE, TEXT), id="evidence behind"),
        pytest.param("Điểm tối đa | Tỷ lệ | Điểm đạt", (MOST, each("{score}%"), SCORE), id="shares before"),
    ],
)
def test_the_column_of_the_scores(head: str, cells: tuple[dict[str, str], ...]) -> None:
    scores, _ = read(head, *cells)
    assert scores == SCORES


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        pytest.param("Điểm tối đa | Điểm đạt | Mức độ", (MOST, SCORE, LEVEL), id="as it is printed mostly"),
        pytest.param("Cột A | Cột B | Cột C", (MOST, SCORE, LEVEL), id="heads that say nothing"),
        pytest.param("Điểm tối đa | Điểm đạt | Cột C", (MOST, SCORE, each("Mức {level}")), id="levels by their word"),
        pytest.param("Điểm tối đa | Điểm/Mức độ", (MOST, each("{score} - Mức {level}")), id="points and level in one"),
        pytest.param(
            "Điểm tối đa | Điểm đạt | Mức 1 | Mức 2 | Mức 3",
            (MOST, SCORE, *({key: "x" if LEVELS[key] == level else "" for key in SCORES} for level in (1, 2, 3))),
            id="ticks under the names of levels",
        ),
        pytest.param(
            "Điểm tối đa | Điểm đạt | Mức 3 | Mức 2 | Mức 1",
            (MOST, SCORE, *({key: "x" if LEVELS[key] == level else "" for key in SCORES} for level in (3, 2, 1))),
            id="ticks, the highest level first",
        ),
    ],
)
def test_the_columns_of_scores_and_levels(head: str, cells: tuple[dict[str, str], ...]) -> None:
    assert read(head, *cells) == (SCORES, LEVELS)


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        pytest.param("Ngày | Minh chứng", (each("{score}/4"), TEXT), id="days of a month"),
        pytest.param("Điểm tối đa | Minh chứng", (MOST, TEXT), id="what can be had, and no scores"),
    ],
)
def test_no_column_of_scores(head: str, cells: tuple[dict[str, str], ...]) -> None:
    scores, _ = read(head, *cells)
    assert scores == {}
