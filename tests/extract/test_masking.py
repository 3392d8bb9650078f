"""Personal data are masked; figures, dates and document numbers are not."""

from __future__ import annotations

import pytest

from extract.masking import mask_personal_data


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 4725/QĐ-BGDĐT ngày 30/12/2022",
        "73/100 điểm",
        "1.250 học sinh, 98,5%",
        "năm học 2022-2023",
        "Mã hồ sơ 00123456789012345",
        "08/QĐ-GDNN-GDTX ngày 09/12/2022",
    ],
)
def test_nothing_personal_stays_as_it_is(text: str) -> None:
    assert mask_personal_data(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("ĐT 0900000001)", "ĐT ***)"),
        ("0900.000.001; 0900 000 002", "***; ***"),
        ("+84 900000001.", "***."),
        ("lethihoa@example.edu.vn; x", "***@***; x"),
    ],
)
def test_phones_and_addresses(text: str, masked: str) -> None:
    assert mask_personal_data(text) == masked
