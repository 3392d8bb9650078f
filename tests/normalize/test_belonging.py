"""On which pages reports begin, and what is no one report."""

from __future__ import annotations

import pytest

from normalize.belonging import beginnings
from parsers.document import Document, Paragraph, Place

MOTTO = "Độc lập - Tự do - Hạnh phúc"


def pages(*texts: str) -> Document:
    """A document of pages with lines between bars."""
    blocks = [
        Paragraph(line, Place(page=page, paragraph=at))
        for page, text in enumerate(texts, 1)
        for at, line in enumerate(text.split("|"), 1)
    ]
    return Document("a.jpg", "0", "jpeg", tuple(blocks))


@pytest.mark.parametrize(
    ("document", "found"),
    [
        pytest.param(pages("Nhà trường", "PHỤ LỤC|Bảng điểm"), [], id="no beginning at all"),
        pytest.param(pages(f"{MOTTO}|QUYẾT ĐỊNH|Về việc thành lập Ban chỉ đạo"), [], id="a decision is no report"),
        pytest.param(pages("Báo cáo này được Hội đồng trường thông qua ngày 12 tháng 5 năm 2024 và gửi Sở|số"), [],
                     id="a sentence on a report"),
        pytest.param(pages("a|b|c|d|e|BÁO CÁO|chuyển đổi số"), [], id="a title further down, without the motto"),
        pytest.param(pages(f"UBND xã A|{MOTTO}|BÁO CÁO|Kết quả", "2. Tồn tại"), [1], id="motto and title"),
        pytest.param(pages(f"Số: 12/BC-THCS|{MOTTO}|BÁ0 CÁ0"), [1], id="motto and a report's number"),
        pytest.param(pages("BÁO CÁO|Tự đánh giá mức độ chuyển đổi số", "3"), [1], id="a title at the very top"),
        pytest.param(pages(f"{MOTTO}|BÁO CÁO", "b", f"{MOTTO}|PHIẾU TỰ ĐÁNH GIÁ", "d"), [1, 3], id="two reports"),
    ],
)  # fmt: skip
def test_where_reports_begin(document: Document, found: list[int]) -> None:
    assert beginnings(document, range(1, 5)) == found
