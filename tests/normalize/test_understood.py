"""What bears on a figure: its sentence from the beginning, and its own clause to the end."""

from __future__ import annotations

import pytest

from normalize.understood import region_of


@pytest.mark.parametrize(
    ("text", "region"),
    [
        pytest.param("nhom 1 dat <73> diem", "nhom 1 dat <73> diem", id="all of one sentence"),
        pytest.param("nam toi khac. nhom 1 dat <73> diem", "nhom 1 dat <73> diem", id="not the sentence before"),
        pytest.param("nhom 1 dat <73> diem; chi tieu la 80", "nhom 1 dat <73> diem", id="not the clause behind"),
        pytest.param("chi tieu: 70; nhom 1 <73>", "chi tieu: 70; nhom 1 <73>", id="the clauses before"),
        pytest.param("nhom 1 dat <73>! khong the 80", "nhom 1 dat <73>", id="not what follows a mark"),
        pytest.param("nhom 1\ndat <73>\nchi tieu 80", "dat <73>", id="not other lines"),
        pytest.param("nhom 1 dat <7.3> diem", "nhom 1 dat <7.3> diem", id="a point in a figure ends nothing"),
    ],
)
def test_region_of_a_figure(text: str, region: str) -> None:
    assert region_of(text, text.index("<"), text.index(">")) == region
