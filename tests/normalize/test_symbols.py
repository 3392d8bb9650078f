import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.symbols import find_symbols, kind_of_letters


@pytest.mark.parametrize(
    "text",
    [
        "73/100 điểm", "7/10", "24/7", "25/26 GV", "[H1-1.1-01]", "lớp 10/2", "30/12/2022", "và/hoặc", "MC.1.3.01",
        "12/2022", "1/2 số giáo viên", "0225.3.123.456", "2022-2023", "10 km/h",
    ],
)  # fmt: skip
def test_what_is_no_symbol(text: str) -> None:
    assert find_symbols(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("số 12/KH-THCS", ("12", "KH-THCS", "KH", "THCS", True)),
        ("số 77/QĐ-TH.ES1 ngày", ("77", "QĐ-TH.ES1", "QĐ", "TH.ES1", True)),
        ("số 77/SGDĐT.GDTrH ngày", ("77", "SGDĐT.GDTrH", None, "SGDĐT.GDTrH", True)),
        ("số4725/QĐ-BGDĐT", ("4725", "QĐ-BGDĐT", "QĐ", "BGDĐT", True)),
        ("số 4725/ QĐ- BGD&ĐT, ngày", ("4725", "QĐ-BGD&ĐT", "QĐ", "BGD&ĐT", True)),
        ("số 09/ QĐ-GDNN-GDTX ngày", ("09", "QĐ-GDNN-GDTX", "QĐ", "GDNN-GDTX", True)),
        ("số 09/QĐ-\nGDNN-GDTX ngày", ("09", "QĐ-GDNN-GDTX", "QĐ", "GDNN-GDTX", True)),
        ("số 247/QĐ-\nTrTHEN, ngày", ("247", "QĐ-TrTHEN", "QĐ", "TrTHEN", True)),
        ("số 101/ QĐ- TrTHTA ngày", ("101", "QĐ-TrTHTA", "QĐ", "TrTHTA", True)),
        ("số74/KH\n-THCSNL ngày", ("74", "KH-THCSNL", "KH", "THCSNL", True)),
        ("số 84/\nKH-ThPT2 ngày", ("84", "KH-ThPT2", "KH", "ThPT2", True)),
        ("số 12/QĐ-TH&THCS ngày", ("12", "QĐ-TH&THCS", "QĐ", "TH&THCS", True)),
        ("Quyết định số 247/QĐ-", ("247", "QĐ", "QĐ", "", True)),
        ("Quyết định số 247/QĐ-\nTrung tâm đã ban hành", ("247", "QĐ", "QĐ", "", True)),
        ("Kế hoạch số74/KH", ("74", "KH", "KH", "", True)),
        ("12/QĐ - BGDĐT", ("12", "QĐ-BGDĐT", "QĐ", "BGDĐT", True)),
        ("3707/SGDĐT-VP", ("3707", "SGDĐT-VP", None, "SGDĐT-VP", True)),
        ("01/QD-UBND", ("01", "QD-UBND", "QĐ", "UBND", True)),
        ("749/QĐTTg", ("749", "QĐTTg", "QĐ", "TTg", False)),
        ("12/BCTH", ("12", "BCTH", "BC", "TH", False)),
        ("05-NQ/TU", ("05", "NQ/TU", "NQ", "TU", True)),
        ("23-QĐ/UBKTTW", ("23", "QĐ/UBKTTW", "QĐ", "UBKTTW", True)),
        ("108/QĐ/GDNN-GDTX", ("108", "QĐ/GDNN-GDTX", "QĐ", "GDNN-GDTX", False)),
        ("số 108QĐ-GDNN-GDTX", ("108", "QĐ-GDNN-GDTX", "QĐ", "GDNN-GDTX", False)),
        ("18/ Sở GD", ("18", "Sở GD", None, "Sở GD", False)),
        ("43/2019/QH14", ("43", "QH14", None, "QH14", True)),
        ("SỐ 109/KH-GDNN-GDTX NGÀY 10/12/2022", ("109", "KH-GDNN-GDTX", "KH", "GDNN-GDTX", True)),
        ("Số: /BC-TH", (None, "BC-TH", "BC", "TH", True)),
        ("Số: … /KH-THCSTP", (None, "KH-THCSTP", "KH", "THCSTP", True)),
    ],
)
def test_forms_of_symbols(text: str, expected: tuple[str | None, str, str | None, str, bool]) -> None:
    (found,) = find_symbols(text)
    assert (found.number, found.symbol, found.letters, found.issuer, found.well_formed) == expected


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        pytest.param("12/KH-THCS\n- Quyết định", "KH-THCS", id="a bullet after the symbol"),
        pytest.param("12/KH-THCS - Kế hoạch", "KH-THCS", id="a dash after the symbol"),
        pytest.param("12/QĐ-THCS - BAN CHỈ ĐẠO", "QĐ-THCS", id="a dash before capitals"),
        pytest.param("12/KH-THCS, KH dạy học", "KH-THCS", id="a comma"),
        pytest.param("12/KH-THCS.Nhà trường đã", "KH-THCS", id="a full stop without a blank behind it"),
        pytest.param("12/KH-THCS. BAN GIÁM HIỆU", "KH-THCS", id="a full stop before capitals"),
    ],
)
def test_a_symbol_ends_where_the_sentence_goes_on(text: str, symbol: str) -> None:
    assert [found.symbol for found in find_symbols(text)] == [symbol]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("số 108QĐ-THCS", "108", id="no slash"),
        pytest.param("số 108//QĐ-THCS", "108", id="two slashes"),
        pytest.param("số 108/QĐTHCS", "108", id="no hyphen"),
        pytest.param("số 108/QĐ- ngày 05/9/2022", "108", id="no organisation"),
        pytest.param("số 108/-THCSND ngày 05/9/2022", "108", id="no kind"),
        pytest.param("số 108-QĐ/THCS", "108", id="a school with the Party's order"),
        pytest.param("số QĐ/108-THCS", "108", id="kind before the number"),
        pytest.param("số 1O8/QĐ-THCS", "1O8", id="a letter for a digit"),
        pytest.param("số 108/QĐ/THCS", "108", id="a slash for the hyphen"),
    ],
)
def test_a_faulty_number_is_kept_and_marked(text: str, number: str) -> None:
    assert [(found.number, found.well_formed) for found in find_symbols(text)] == [(number, False)]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("QĐ", "QĐ"),
        ("QD", "QĐ"),
        ("TTR", "TTr"),
        ("CTR", "CTr"),
        ("HD", "HD"),
        ("HĐ", "HĐ"),
        ("KHCM", None),
        ("X", None),
    ],
)
def test_letters_of_kinds(written: str, kind: str | None) -> None:
    assert kind_of_letters(written) == kind


def test_a_legal_act_has_a_year() -> None:
    (found,) = find_symbols("Nghị định số 30/2020/NĐ-CP")
    assert (found.number, found.year, found.letters, found.issuer) == ("30", 2020, "NĐ", "CP")


KINDS = st.sampled_from(["QĐ", "KH", "BC", "TB", "CTr", "TTr", "NQ", "BB"])
BODIES = st.sampled_from(["THCS", "GDNN-GDTX", "SGDĐT-VP", "UBND", "TH&THCS", "THCSNDu", "BGDĐT"])


@given(
    st.integers(1, 9999),
    KINDS,
    BODIES,
    st.sampled_from([("/", "-"), ("/ ", "-"), ("/", "- "), (" / ", "-"), ("/\n", "-")]),
)
def test_number_and_symbol_are_read_back(number: int, kind: str, body: str, joints: tuple[str, str]) -> None:
    slash, hyphen = joints
    (found,) = find_symbols(f"số {number:02d}{slash}{kind}{hyphen}{body} ngày 05/9/2022")
    assert (found.number, found.symbol, found.letters, found.issuer) == (f"{number:02d}", f"{kind}-{body}", kind, body)


@given(st.text(alphabet="0123456789/\\-–. \nSốQĐKHTUđ&", max_size=40))
def test_any_text_is_read_without_failing(text: str) -> None:
    for found in find_symbols(text):
        assert 0 <= found.start < found.end
