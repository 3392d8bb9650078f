import pytest

from normalize.flow import flowing, unwrap
from normalize.passages import Passage
from parsers.document import Box, Place


def line(text: str, x0: float = 85, x1: float = 540, page: int = 1) -> Passage:
    return Passage(text, Place(page=page, box=Box(x0, 0, x1, 12)))


def texts(*passages: Passage) -> list[str]:
    return [passage.text for passage in flowing(passages)]


@pytest.mark.parametrize(
    "passages",
    [
        pytest.param([line("I. Tình hình chung", x1=200), line("1. Thuận lợi", x1=180)], id="headings"),
        pytest.param([line("- Nhóm 1: 73 điểm", x1=230), line("- Nhóm 2: 79 điểm", x1=230)], id="bullets"),
        pytest.param(
            [line("BÁO CÁO", 250, 340), line("Kết quả đánh giá mức độ chuyển đổi số", 180, 420)], id="a title"
        ),
        pytest.param(
            [line("- Chuyển đổi số trong quản trị nhà trường: 75 / 100 điểm, Mức độ 2"), line("Phần thứ ba: NHIỆM VỤ")],
            id="a heading below a full line",
        ),
        pytest.param([line("Câu thứ nhất kết thúc ở đây."), line("Câu thứ hai bắt đầu")], id="sentences"),
        pytest.param(
            [Passage("Trường A", Place(), "header"), Passage("và B", Place(), "header")], id="lines of the head"
        ),
        pytest.param(
            [Passage("ô một", Place(table=1, row=1)), Passage("ô hai", Place(table=1, row=2))], id="cells of a table"
        ),
        pytest.param([Passage("Nơi nhận", Place()), Passage("Lưu VT", Place())], id="paragraphs with capitals"),
    ],
)
def test_what_does_not_go_on_stays_apart(passages: list[Passage]) -> None:
    assert texts(*passages) == [passage.text for passage in passages]


@pytest.mark.parametrize(
    ("passages", "joined"),
    [
        pytest.param(
            [
                line("Trung tâm đã ban hành quyết định số 108/QĐ-THCS ngày 09/12/2022 quyết"),
                line("định về việc", x1=150),
            ],
            "Trung tâm đã ban hành quyết định số 108/QĐ-THCS ngày 09/12/2022 quyết định về việc",
            id="a small letter",
        ),
        pytest.param(
            [line("Ban chỉ đạo chuyển đổi số Trung tâm GDNN-GDTX quận Dương"), line("Kinh năm học", x1=150)],
            "Ban chỉ đạo chuyển đổi số Trung tâm GDNN-GDTX quận Dương Kinh năm học",
            id="a capital after a full line",
        ),
        pytest.param(
            [line("nhân lực triển", page=2), line("khai) cũng như tài chính", page=3)],
            "nhân lực triển khai) cũng như tài chính",
            id="over a page's end",
        ),
        pytest.param(
            [Passage("đạt Mức", Place()), Passage("độ: 3", Place())], "đạt Mức độ: 3", id="without places on the page"
        ),
    ],
)
def test_wrapped_lines_are_one(passages: list[Passage], joined: str) -> None:
    assert texts(*passages) == [joined]


def test_a_cell_cut_by_a_page_is_read_whole() -> None:
    above = Passage("Kế hoạch năm học 2023 –", Place(2, 1, 11, box=Box(300, 700, 420, 780)), "appendix", "1.5")
    label = Passage("Phần mềm tổ chức thi", Place(3, 1, 12, box=Box(80, 40, 280, 80)), "appendix", "1.5")
    below = Passage("2024, ngày 03/11/2023", Place(3, 1, 12, box=Box(300, 40, 420, 60)), "appendix", "1.5")
    assert texts(above, label, below) == ["Kế hoạch năm học 2023 – 2024, ngày 03/11/2023", "Phần mềm tổ chức thi"]


@pytest.mark.parametrize(
    ("text", "page", "expected"),
    [
        ("Phần mềm: Misa\nQuyết định số 12", None, "Phần mềm: Misa\nQuyết định số 12"),
        ("ngày 17/9/2022\nDanh sách kèm theo", None, "ngày 17/9/2022\nDanh sách kèm theo"),
        ("kế hoạch tổ\nchức dạy học", None, "kế hoạch tổ chức dạy học"),
        ("- Kế hoạch A\n- Kế hoạch B", 2, "- Kế hoạch A\n- Kế hoạch B"),
        ("quận Dương\nKinh năm học", 2, "quận Dương Kinh năm học"),
        ("năm học 2022\n- 2023", 2, "năm học 2022 - 2023"),
        ("ban hành\nQuy chế dạy học", 2, "ban hành Quy chế dạy học"),
        ("Quyết định số 247/QĐ-TrTH\nEN ngày 14/9/2023", 2, "Quyết định số 247/QĐ-TrTHEN ngày 14/9/2023"),
        ("số 107/KH-GDNN-GD\nTX ngày 14/9/2023", 2, "số 107/KH-GDNN-GDTX ngày 14/9/2023"),
        ("QĐ 30/QĐ-\nPTDTBTTHN\nKH 31/KH-THN", 2, "QĐ 30/QĐ- PTDTBTTHN\nKH 31/KH-THN"),
        ("QĐ 30/QĐ-\nTHN\nBan chỉ đạo", 2, "QĐ 30/QĐ- THN\nBan chỉ đạo"),
        ("QĐ 30/QĐ-\nPTDTBTTHN\nC ngày\n15/9/2025", 2, "QĐ 30/QĐ- PTDTBTTHNC ngày 15/9/2025"),
        ("30/QĐ-THCS\nBAN CHỈ ĐẠO", 2, "30/QĐ-THCS BAN CHỈ ĐẠO"),
        ("30/QĐ-THCS\nTP NGÀY 5/9", 2, "30/QĐ-THCSTP NGÀY 5/9"),
        ("QĐ 30/QĐ-\nPTDTBTTHN\nAMCHAHUON\nG", 2, "QĐ 30/QĐ- PTDTBTTHNAMCHAHUONG"),
        ("QĐ 30/QĐ-\nPTDTBTTHN\nC", None, "QĐ 30/QĐ-\nPTDTBTTHN\nC"),
        ("ngày 14/9/2023\nPhần mềm: Misa", 2, "ngày 14/9/2023\nPhần mềm: Misa"),
    ],
)
def test_line_ends_of_a_cell(text: str, page: int | None, expected: str) -> None:
    assert unwrap(text, Passage(text, Place(page=page, table=1, row=1), "appendix")) == expected
