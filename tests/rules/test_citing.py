"""What two citations have in common: number, issuer, year; and whether a citation names its subject."""

from __future__ import annotations

import pytest

from rules.citing import (
    cited_as,
    has_compatible_issuer,
    has_same_number,
    name_other_years,
    tidied,
    years_in,
)
from tests.rules.build import said
from tests.rules.cite import cited


def decision(name="15/QĐ-THCSHM", date="", subject="", **fields):
    return cited(said(1), name, date, subject, **fields)


@pytest.mark.parametrize(
    ("number", "text"),
    [("15", "15"), ("015", "15"), (" 08 ", "8"), ("12a", "12A"), ("0", "0"), ("000", "0"), (None, ""), ("", "")],
)
def test_numbers_without_their_zeros(number, text):
    assert tidied(decision(number=number)) == text


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"number": "08", "symbol": "QĐ-THCS"}, "08/QĐ-THCS"),
        ({"number": "71", "symbol": "QĐ-THHS", "year": 2023}, "71/2023/QĐ-THHS"),
        ({"number": "52", "symbol": "NQ/TW"}, "52-NQ/TW"),
        ({"number": None, "symbol": "NQ/TW"}, "NQ/TW"),
        ({"number": None, "symbol": "QĐ-THCS"}, "QĐ-THCS"),
        ({"number": "4725", "symbol": ""}, "4725"),
    ],
)
def test_how_a_document_is_named(fields, name):
    assert cited_as(decision(**fields)) == name


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        pytest.param({}, {}, True, id="the same"),
        pytest.param({"issuer": "BGD&ĐT"}, {"issuer": "BGDĐT"}, True, id="written otherwise"),
        pytest.param({"issuer": "", "own": None}, {}, True, id="one is not known"),
        pytest.param({}, {"issuer": "", "own": None}, True, id="the other is not known"),
        pytest.param({"issuer": "SGDĐT", "own": None}, {}, False, id="two issuers"),
        pytest.param({"issuer": "", "own": False}, {"own": True}, False, id="the school's own and another's"),
        pytest.param({"own": None}, {"own": True}, True, id="whether it is the school's own is not known"),
    ],
)
def test_one_issuer(one, other, may):
    assert has_compatible_issuer(decision(**one), decision(**other)) is may
    assert has_compatible_issuer(decision(**other), decision(**one)) is may


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param({}, {}, True, id="the same"),
        pytest.param({"number": "015"}, {}, True, id="with a leading zero"),
        pytest.param({"number": "16"}, {}, False, id="another number"),
        pytest.param({"letters": "KH", "kind": "KH"}, {}, False, id="another kind"),
        pytest.param({"letters": None, "kind": "QĐ"}, {}, True, id="the kind by its word"),
        pytest.param({"letters": "QĐ", "kind": "KH"}, {}, True, id="the letters count before the word"),
        pytest.param({"letters": None, "kind": None}, {}, False, id="the kind is not known"),
        pytest.param({"year": 2022}, {"year": 2022}, True, id="in one year"),
        pytest.param({"year": 2022}, {}, True, id="the year is not known"),
        pytest.param({"year": 2022}, {"year": 2023}, False, id="in two years"),
        pytest.param({"issuer": "SGDĐT"}, {}, False, id="another issuer"),
    ],
)
def test_one_number_of_one_register(one, other, same):
    assert has_same_number(decision(**one), decision(**other)) is same


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("", []),
        ("năm 1999", []),
        ("năm 2022", [(2022,)]),
        ("năm học 2022-2023", [(2022, 2023)]),
        ("năm học 2022 – 2023 và năm 2024", [(2022, 2023), (2024,)]),
        ("giai đoạn 2021-2025", [(2021, 2022, 2023, 2024, 2025)]),
        ("20221", []),
    ],
)
def test_years_that_a_text_names(text, years):
    assert [tuple(each) for each in years_in(text)] == years


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        pytest.param("", "năm 2022", False, id="one names none"),
        pytest.param("năm học 2022-2023", "năm học 2022-2023", False, id="the same"),
        pytest.param("năm 2022", "năm học 2022-2023", False, id="a year within the other's"),
        pytest.param("năm học 2022-2023", "năm 2023", False, id="and the other way round"),
        pytest.param("năm học 2021-2022", "năm học 2022-2023", True, id="they share a year, none lies within"),
        pytest.param("năm 2020, năm 2022", "năm 2022", False, id="one of several"),
        pytest.param("năm 2020", "năm 2022", True, id="two years"),
    ],
)
def test_subjects_of_other_years(one, other, apart):
    assert name_other_years(decision(subject=one), decision(subject=other)) is apart
