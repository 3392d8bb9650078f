from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.numbers import is_blank, numbers_in, parse_points, parse_words, tidy


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Đạt", id="a word"),
        pytest.param("x", id="a tick"),
        pytest.param("-5", id="a negative"),
        pytest.param("7 8", id="two numbers"),
        pytest.param("7; 8", id="two numbers in a list"),
        pytest.param("7 - 8", id="a range"),
        pytest.param("7 (sáu)", id="figure and word that differ"),
        pytest.param("Mức 3", id="a level"),
        pytest.param("25/26 GV", id="a count of teachers"),
        pytest.param("98%", id="a percentage"),
        pytest.param("năm học", id="words that begin like a number word"),
    ],
)
def test_text_that_is_no_one_number_stays_unknown(text: str) -> None:
    assert parse_points(text) is None


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("7", "7"), ("07", "7"), ("7đ", "7"), ("7 điểm", "7"), ("7,0", "7"), ("7.5", "7.5"), ("7/10", "7"),
        ("73/100 điểm", "73"), ("7 đ/10 đ", "7"), ("bảy", "7"), ("Bảy điểm", "7"), ("bảy mươi ba", "73"),
        ("7 (bảy)", "7"), ("(bảy) 7", "7"), ("- 5", "5"), ("½", "0.5"), ("7½", "7.5"), ("tám phẩy năm", "8.5"),
        ("bảy rưỡi", "7.5"), ("mười lăm", "15"), ("hai mươi mốt", "21"), ("một trăm", "100"), ("1.250", "1250"),
        ("đạt 86 điểm/100 điểm", "86"), ("Điểm: 7", "7"), ("85,5 điểm", "85.5"), ("0", "0"),
    ],
)  # fmt: skip
def test_points_in_the_forms_that_reports_use(text: str, points: str) -> None:
    assert str(parse_points(text)) == points


@pytest.mark.parametrize("text", ["", " ", "-", "–", "/", "…", "...", "_"])
def test_marks_that_stand_for_nothing(text: str) -> None:
    assert is_blank(text)


@given(st.decimals(min_value=0, max_value=999, places=2, allow_nan=False))
def test_a_number_written_with_comma_or_point_is_read_back(number: Decimal) -> None:
    written = str(number).rstrip("0").rstrip(".") or "0"
    assert parse_points(written) == number
    assert parse_points(written.replace(".", ",") + " điểm") == number
    assert str(tidy(number)) == written


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    parse_points(text)
    parse_words(text)
    numbers_in(text)
