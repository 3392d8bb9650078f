from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.numbers import is_blank, is_dash, numbers_in, parse_cell, parse_points, parse_words, tidy, to_decimal


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


@pytest.mark.parametrize("text", ["7", "điểm số", "- 7", "x", "-x-"])
def test_marks_that_say_something(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "dash"),
    [("-", True), (" – ", True), ("—", True), ("/", True), ("--", True), ("", False), ("…", False), ("-5", False)],
)
def test_a_dash_is_written_on_purpose(text: str, dash: bool) -> None:
    assert is_dash(text) is dash


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", None), ("7,", None), (",5", None), ("1.250,5", "1250.5"), ("1.250.000", "1250000"), ("12.50", "12.5"),
        ("1250.5", "1250.5"), ("1.2505", "1.2505"), ("0.125", "0.125"),
        ("1.250.00", None), ("7 8", None), ("1,250", "1.25"),
        ("9" * 15, "9" * 15), ("9" * 16, None), ("1," + "1" * 9, "1." + "1" * 9), ("1," + "1" * 10, None),
        ("1" + ".000" * 4, "1" + "000" * 4), ("1" + ".000" * 5, None), ("1.000," + "1" * 10, None),
    ],
)  # fmt: skip
def test_one_number_the_vietnamese_way(text: str, number: str | None) -> None:
    found = to_decimal(text)
    assert (None if found is None else str(found)) == number


DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def test_every_digit_in_words() -> None:
    assert [parse_words(word) for word in DIGITS] == list(range(10))
    assert [parse_words(f"{word} mươi") for word in DIGITS[2:]] == list(range(20, 100, 10))
    assert [parse_words(f"mười {word}") for word in DIGITS[1:]] == list(range(11, 20))


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "x", "bảy x", "ba bốn", "không mươi", "mươi mươi", "hai trăm", "trăm", "một trăm hai trăm", "rưỡi",
        "x rưỡi", "phẩy năm", "bảy phẩy", "bảy phẩy x", "x phẩy năm", "bảy phẩy năm x", "một nghìn", "một trăm x",
        "hai mươi ba bốn", "x mươi",
    ],
)  # fmt: skip
def test_words_that_are_no_number(text: str) -> None:
    assert parse_words(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("mười", "10"), ("mười lăm", "15"), ("bốn mươi tư", "44"), ("năm mươi lăm", "55"), ("bảy ba", None),
        ("bảy chục", "70"), ("hai chục ba", "23"), ("ba mươi mốt", "31"), ("một trăm", "100"),
        ("một trăm linh năm", "105"), ("một trăm lẻ hai", "102"), ("một trăm mười", "110"),
        ("một trăm hai mươi ba", "123"), ("một trăm năm", "105"), ("không phẩy năm", "0.5"),
        ("mười hai phẩy hai năm", "12.25"), ("bảy phẩy không", "7"), ("mười rưỡi", "10.5"),
        ("ba mươi rưỡi", "30.5"), ("bảy-mươi-ba", "73"),
    ],
)  # fmt: skip
def test_numbers_in_words(text: str, number: str | None) -> None:
    found = parse_words(text)
    assert (None if found is None else str(found)) == number


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("¼", "0.25"), ("¾", "0.75"), ("7 ½", "7.5"), ("x½", None), ("7.", "7"), ("7;", "7"), (": 7", "7"),
        ("(7)", "7"), ("(1) Có phần mềm", None),
        ("7 (bảy).", "7"), ("(bảy): 7", "7"), ("7 (x)", "7"), ("x (7)", "7"), ("x (y)", None), ("(x): 7", "7"),
        ("bảy (7 điểm)", "7"),
        ("bảy điểm", "7"), ("bảy đ", "7"), ("tổng: 7", "7"), ("số điểm đạt được: 7", None), ("điểm số: 7", "7"),
        ("7 point", "7"), ("7 points / 10 pts", "7"), ("* 7", "7"), ("7/x", None), ("một trăm điểm", "100"),
        ("đạt: bảy", "7"), ("7 (8)", None), ("7 (7)", "7"),
    ],
)  # fmt: skip
def test_points_in_other_forms(text: str, points: str | None) -> None:
    found = parse_points(text)
    assert (None if found is None else str(found)) == points


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", None), ("7", "7"), ("x", None), ("7\n8", None), ("7\n\n8", None), ("12,\n5", "12.5"), ("12\n,5", "12.5"),
        ("12.\n5", "12.5"), ("6 điể\nm", "6"), ("49,5/10\n0 điểm", "49.5"), ("6\nđiểm", "6"), ("7\n(bảy)", "7"),
        ("41/10\n0", "41"), ("41/\n100", "41"),
        ("41\n/100", "41"),
        ("1\n2", None), ("10\n0", None), ("7/10\n8/10", None), ("7\nx", None), ("7,5\n8,5", None), ("bảy\ntám", None),
        ("12,\n5\n0", "12.5"), ("4\n1/100", None),
    ],
)  # fmt: skip
def test_the_number_of_a_cell(text: str, number: str | None) -> None:
    found = parse_cell(text)
    assert (None if found is None else str(found)) == number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("", []), ("không", []), ("7; 8,5 và 1.250", ["7", "8.5", "1250"]), ("7/10", ["7", "10"]), ("9" * 16, [])],
)
def test_numbers_of_a_text_in_order(text: str, numbers: list[str]) -> None:
    assert [str(number) for number in numbers_in(text)] == numbers
