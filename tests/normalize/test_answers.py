"""What a cell says of a mandatory condition."""

from __future__ import annotations

import pytest

from normalize.answers import parse_answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("Lồng ghép trong kế hoạch năm học", None, id="words of another kind"),
        pytest.param("Không ban hành riêng", None, id="a part of something else"),
        pytest.param("Chưa có; lồng ghép trong kế hoạch năm học", None, id="it goes on"),
        pytest.param("Nhà trường chưa có văn bản riêng về việc này trong năm", None, id="a long sentence"),
        pytest.param("Nhà trường có", None, id="who, and no denial"),
        pytest.param("Chưa có, lồng ghép trong kế hoạch", None, id="no, and something else"),
        pytest.param("Đạt", True, id="yes"),
        pytest.param("Đ", True, id="yes, as on a form"),
        pytest.param("KĐ", False, id="no, as on a form"),
        pytest.param("Đang dự thảo, chưa ký", False, id="no, twice"),
        pytest.param("Chưa ban hành kế hoạch", False, id="no, and of what"),
        pytest.param("Nhà trường chưa xây dựng", False, id="who, and no"),
        pytest.param("Hiện nay trường vẫn chưa ban hành.", False, id="when, who, and no"),
    ],
)
def test_answer(text: str, answer: bool | None) -> None:
    assert parse_answer(text) is answer
