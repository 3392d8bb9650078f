import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.dates import find_dates, find_school_years, is_impossible


def parse_date(text: str) -> datetime.date | None:
    """The one date that is found; None where there is none, several or one that does not exist."""
    values = {date.value for date in find_dates(text)}
    return values.pop() if len(values) == 1 else None


def parse_school_year(text: str) -> str | None:
    """The first school year that is found."""
    years = find_school_years(text)
    return years[0][1] if years else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("73/100 điểm", id="a score"),
        pytest.param("trực 24/7", id="round the clock"),
        pytest.param("25/26 GV", id="a count of teachers"),
        pytest.param("1.3.22 Triển khai phần mềm", id="a heading's number"),
        pytest.param("1.3.20 Triển khai phần mềm", id="a heading's number that ends like a year"),
        pytest.param("13/3/2123", id="a year of no report"),
        pytest.param("tháng 5 năm 2023", id="a month"),
        pytest.param("năm học 2022-2023", id="a school year"),
        pytest.param("ĐT 0912.345.678", id="a phone number"),
        pytest.param("[H1-1.1-01]", id="an evidence code"),
        pytest.param("lớp 10/2", id="a class"),
        pytest.param("số 12/2023/QĐ-UBND", id="a legal act"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("30/12/2022", (2022, 12, 30)),
        ("13/3/2023", (2023, 3, 13)),
        ("13/3/1999", (1999, 3, 13)),
        ("(09/12/2022)", (2022, 12, 9)),
        ("ngày 05 tháng 01 năm 2026", (2026, 1, 5)),
        ("Hải Phòng, ngày 5 tháng 5\nnăm 2023", (2023, 5, 5)),
        ("ngày 3 tháng 10/2022", (2022, 10, 3)),
        ("9 tháng 9 năm 2022", (2022, 9, 9)),
        ("ngày 03-10-2022", (2022, 10, 3)),
        ("23.12.2024", (2024, 12, 23)),
        ("ngày 3/10/22", (2022, 10, 3)),
        ("NGÀY 30/12/2022", (2022, 12, 30)),
        ("ngay 30/12/2022", (2022, 12, 30)),
        ("nga\u0300y 30 tha\u0301ng 12 na\u0306m 2022", (2022, 12, 30)),
    ],
)
def test_forms_of_dates(text: str, date: tuple[int, int, int]) -> None:
    assert parse_date(text) == datetime.date(*date)


@pytest.mark.parametrize(
    "text",
    [
        "ngày    tháng 5 năm 2023",
        "ngày … tháng … năm 2023",
        "ngày   /  /2023",
        "ngày …/10/2022",
        "ngày 05 tháng    năm",
        "ngày 05 tháng 10 năm ....",
        "ngày 05 tháng 10 năm ____",
    ],
)
def test_a_blank_day_is_blank_not_impossible(text: str) -> None:
    assert [(date.value, date.blank) for date in find_dates(text)] == [(None, True)]
    assert not is_impossible(text)


@pytest.mark.parametrize("text", ["31/02/2023", "ngày 31 tháng 6 năm 2023", "12/13/2022", "ngày 0/5/2023"])
def test_a_day_of_no_calendar_is_impossible(text: str) -> None:
    assert is_impossible(text)
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("ký ngày 05 tháng 10 năm .... tại trường", "ngày 05 tháng 10 năm"),
        ("ký ngày … tháng … năm 2023.", "ngày … tháng … năm 2023"),
        ("ký ngày ../10/2022 - 2023", "ngày ../10/2022"),
    ],
)
def test_a_blank_date_ends_before_its_blank(text: str, cut: str) -> None:
    assert [date.text for date in find_dates(text)] == [cut]


def test_several_dates_are_not_one() -> None:
    assert parse_date("từ 01/9/2022 đến 31/5/2023") is None
    assert [date.text for date in find_dates("từ 01/9/2022 đến 31/5/2023")] == ["01/9/2022", "31/5/2023"]


@pytest.mark.parametrize(
    "text",
    ["2022-2025", "giai đoạn 2021-2025", "12/10/2022-2023", "01/2022-2023", "20222024", "số 2022/2023/QĐ"],
)
def test_what_is_no_school_year(text: str) -> None:
    assert parse_school_year(text) is None


@pytest.mark.parametrize(
    "text", ["2022-2023", "2022 - 2023", "2022 – 2023", "2022- 2023", "2022.2023", "2022/2023", "20222023", "2022-23"]
)
def test_forms_of_a_school_year(text: str) -> None:
    assert parse_school_year(f"Năm học {text}") == "2022-2023"


def test_school_years_in_order() -> None:
    text = "từ năm học 2021-2022 đến năm học 2022⏎- 2023".replace("⏎", "\n")
    assert [year for _, year in find_school_years(text)] == ["2021-2022", "2022-2023"]


DAYS = st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2060, 12, 31))
FORMS = st.sampled_from(
    [
        "{d}/{m}/{y}", "{d:02d}/{m:02d}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", "ngày {d} tháng {m} năm {y}",
        "ngày {d:02d} tháng {m:02d} năm {y}", "NGÀY {d} THÁNG {m} NĂM {y}", "{d} tháng {m} năm {y}",
    ]
)  # fmt: skip


@given(DAYS, FORMS, st.sampled_from(["", "Hải Phòng, ", "ký ", "Kế hoạch số 12/KH-THCS "]))
def test_a_date_is_read_back_whatever_its_form(day: datetime.date, form: str, before: str) -> None:
    assert parse_date(before + form.format(d=day.day, m=day.month, y=day.year)) == day


@given(DAYS, FORMS, st.text(alphabet=" ,;()abcđ", max_size=6))
def test_the_text_of_a_date_is_cut_out_of_its_source(day: datetime.date, form: str, around: str) -> None:
    text = f"{around} {form.format(d=day.day, m=day.month, y=day.year)} {around}"
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text


@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    find_dates(text)
    find_school_years(text)
