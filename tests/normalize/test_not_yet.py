"""Cells of evidence that say that there is nothing yet; those that say anything else are none."""

from __future__ import annotations

import pytest

from normalize.not_yet import says_not_yet


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Không", id="perhaps no remark"),
        pytest.param("Không có", id="perhaps no remark, in two words"),
        pytest.param("Đã có", id="there is"),
        pytest.param("Chưa tính 2 phòng mới xây", id="what is not counted"),
        pytest.param("Chưa kể 12 video tự làm: 42 học liệu", id="not to mention"),
        pytest.param("Chưa ghi nhận lỗi", id="no fault"),
        pytest.param("Chưa có máy quét, thu qua ngân hàng", id="it goes on"),
        pytest.param("Chưa có phòng riêng", id="not of its own"),
        pytest.param("Chưa thay đổi", id="as before"),
    ],
)
def test_other_evidence(text: str) -> None:
    assert not says_not_yet(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chưa có",
        "Chưa thực hiện.",
        "- Chưa triển khai",
        "Nhà trường chưa mua",
        "Chưa kết nối",
        "Hiện nay chưa trang bị được",
        "Không thực hiện",
    ],
)
def test_nothing_yet(text: str) -> None:
    assert says_not_yet(text)
