"""Rows that say the same though letters were spoiled: the silent cases first."""

from __future__ import annotations

import pytest

from parsers.alike import are_alike

HEADING = ("TT", "Nội dung, tiêu chí", "Điểm tối đa", "Trường đánh giá", "Minh chứng")


@pytest.mark.parametrize(
    ("texts", "alike"),
    [
        pytest.param(("1.3", "Triển khai phần mềm", "30", "24", "Sổ theo dõi"), False, id="a row of figures"),
        pytest.param(("1.1", "Nội dung, tiêu chí", "", "", ""), False, id="one cell of the heading alone"),
        pytest.param(HEADING[:4], False, id="a cell fewer"),
        pytest.param(("", "", "", "", ""), False, id="an empty row"),
        pytest.param(HEADING, True, id="the heading itself"),
        pytest.param(
            ("TT", "Nội dung, tiêu chi", "Điể m tố i đa", "Trườn g đánh giá", "Minh chúng"), True, id="letters spoiled"
        ),
        pytest.param(("T1", "Nội dung, tiêu chí", "Điểm tối đa", "đánh giá", "Minh chứng"), True, id="a word lost"),
    ],
)
def test_a_row_of_the_heading_is_known_by_its_letters(texts: tuple[str, ...], alike: bool) -> None:
    assert are_alike(texts, HEADING) is alike
