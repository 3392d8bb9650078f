import datetime

import pytest

from normalize.citations import find_citations
from normalize.passages import Passage
from normalize.report import Citation, Header, Reading
from parsers.document import Place

HERE = Place(paragraph=1)
CENTRE = Header(school=Reading("Trung tâm GDNN-GDTX quận Dương Kinh", "", HERE))
SCHOOL = Header(school=Reading("TRƯỜNG THCS NGUYỄN DU", "", HERE), symbol=Reading("BC-THCSND", "", HERE))


def cited(text: str, header: Header | None = None, where: str = "text") -> tuple[Citation, ...]:
    return find_citations([Passage(text, HERE, where)], header)


@pytest.mark.parametrize(
    "text",
    [
        "Nhóm 1: 73/100 điểm",
        "Hoạt động 24/7, hotline 0900000001",
        "25/26 GV có tài khoản",
        "Minh chứng [H1-1.1-01], MC.1.3.01",
        "Lớp 10/2, lớp 11/A3 học trên phòng máy",
        "Kế hoạch năm học 2022-2023",
        "Kế hoạch 5 năm 2021-2025, kế hoạch 2023",
        "Chương trình 10 điểm, báo cáo 3 nội dung",
        "Thực hiện pháp luật, kỷ luật lao động",
        "Phòng 12/TB có 15 máy/HS",
        "Địa chỉ: số 12/KP-3, phường 5",
        "Mã số: 12/HS-2024",
        "Ngày 05/9/2022, 100% học sinh đến trường",
        "Xem https://example.edu.vn/2023/12/ke-hoach.pdf",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert cited(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quyết định số4725/QĐ-BGDĐT", ("QĐ", "4725", "QĐ-BGDĐT", None)),
        ("Quyết định số 4725/ QĐ- BGD&ĐT, ngày 30/12/2022", ("QĐ", "4725", "QĐ-BGD&ĐT", "2022-12-30")),
        ("Quyết định 4725", ("QĐ", "4725", "", None)),
        ("Kếhoạch số: 15/KH-THCS", ("KH", "15", "KH-THCS", None)),
        ("Quyết định số 77/QĐ-TH.ES1 ngày 24/11/2022", ("QĐ", "77", "QĐ-TH.ES1", "2022-11-24")),
        ("theo QĐ số 4725", ("QĐ", "4725", "", None)),
        ("(sau đây gọi tắt là Quyết định 4725)", ("QĐ", "4725", "", None)),
        ("749/QĐTTg", ("QĐ", "749", "QĐTTg", None)),
        ("01/QD-UBND", ("QĐ", "01", "QD-UBND", None)),
        ("theo quyết định 18/ Sở GD", ("QĐ", "18", "Sở GD", None)),
        ("Công văn số 3707/SGDĐT-VP ngày 14/12/2022", ("CV", "3707", "SGDĐT-VP", "2022-12-14")),
        ("3707/SGDĐT-VP", ("CV", "3707", "SGDĐT-VP", None)),
        ("Công văn hướng dẫn số 3707/SGDĐT-VP", ("CV", "3707", "SGDĐT-VP", None)),
        ("Nghị định số 30/2020/NĐ-CP", ("NĐ", "30", "NĐ-CP", None)),
        ("Thông tư 32/2018", ("TT", "32", "", None)),
        ("Luật số 43/2019/QH14", ("L", "43", "QH14", None)),
        ("Nghị quyết 05-NQ/TU ngày 1/2/2022", ("NQ", "05", "NQ/TU", "2022-02-01")),
        ("Kế hoạch số      /KH-THCS ngày      tháng 6 năm 2023", ("KH", None, "KH-THCS", None)),
        ("KẾ HOẠCH SỐ 12/KH-THCS NGÀY 05/9/2022", ("KH", "12", "KH-THCS", "2022-09-05")),
        ("Ke hoach so 12/KH-THCS ngay 05/9/2022", ("KH", "12", "KH-THCS", "2022-09-05")),
        ("Kế hoạch số 12/KH-THCS ký ngày 05 tháng 01 năm 2026", ("KH", "12", "KH-THCS", "2026-01-05")),
        ("Kế hoạch số 12/KH-THCS ban hành ngày 5/9/2022", ("KH", "12", "KH-THCS", "2022-09-05")),
        ("Kế hoạch số 12/KH-THCS (05/9/2022)", ("KH", "12", "KH-THCS", "2022-09-05")),
        ("Kế hoạch số 12/KH-THCS về chuyển đổi số, ngày 05/9/2022;", ("KH", "12", "KH-THCS", "2022-09-05")),
        ("Quyết định số 4725/QĐ-BGDĐT của Bộ GDĐT ngày 30/12/2022 ban hành", ("QĐ", "4725", "QĐ-BGDĐT", "2022-12-30")),
        (
            "theo Kế hoạch số 12/KH-THCS về chuyển đổi số, ngày 05/9/2022 đạt kết quả",
            ("KH", "12", "KH-THCS", "2022-09-05"),
        ),
        ("Ngày 09/12/2022, Hiệu trưởng ban hành Quyết định số 108/QĐ-THCS.", ("QĐ", "108", "QĐ-THCS", "2022-12-09")),
        ("Kế hoạch số 12/KH-THCS\nngày 05/9/2022", ("KH", "12", "KH-THCS", "2022-09-05")),
    ],
)
def test_forms_of_citations(text: str, expected: tuple[str, ...]) -> None:
    (found,) = cited(text)
    date = found.date.isoformat() if found.date else None
    assert (found.kind, found.number, found.symbol, date) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kế hoạch số 12/KH-THCS về việc tổ chức hội nghị ngày 05/10/2022", id="the date of an event"),
        pytest.param("Theo Kế hoạch số 12/KH-THCS về X, ngày 05/10/2022 nhà trường họp", id="the day of a meeting"),
        pytest.param("Kế hoạch số 12/KH-THCS. Ngày 05/10/2022 nhà trường họp", id="the next sentence's date"),
        pytest.param("Kế hoạch số 12/KH-THCS ngày    tháng    năm 2022", id="a blank date"),
    ],
)
def test_a_date_that_is_not_the_documents(text: str) -> None:
    assert [found.date for found in cited(text)] == [None]


def test_an_impossible_date_is_kept_as_written() -> None:
    (found,) = cited("Kế hoạch số 12/KH-THCS ngày 31/02/2023")
    assert (found.date, found.date_text) == (None, "ngày 31/02/2023")


@pytest.mark.parametrize(
    ("text", "word", "kind", "letters"),
    [
        pytest.param("Công văn số 4725/QĐ-BGDĐT", "Công văn", "CV", "QĐ", id="the word contradicts the letters"),
        pytest.param("Kế hoạch số 12/QĐ-THCS", "Kế hoạch", "KH", "QĐ", id="a plan with a decision's letters"),
        pytest.param("Tờ trình số 5/TT-THCS", "Tờ trình", "TTr", "TT", id="letters easily confused"),
        pytest.param("Quyết định phê duyệt Kế hoạch số 12/QĐ-THCS", "Quyết định", "QĐ", "QĐ", id="decision on a plan"),
        pytest.param(
            "Quy chế ban hành kèm theo Quyết định số 12/QĐ-THCS", "Quyết định", "QĐ", "QĐ", id="with a decision"
        ),
        pytest.param("Hợp đồng số 12/HD-THCS", "Hợp đồng", "HĐ", "HĐ", id="a stroke lost is no contradiction"),
        pytest.param("Công văn số 15/TT-GDTX", "Công văn", "CV", None, id="TT of a Trung tâm is no kind"),
        pytest.param("Quyết định ban hành Kế hoạch số 12/KH-THCS", "Kế hoạch", "KH", "KH", id="the plan's own number"),
        pytest.param(
            "Quyết định ban hành Kế hoạch dạy học (số 12/TB-THCS)",
            "Kế hoạch",
            "KH",
            "TB",
            id="two words may bear the number",
        ),
        pytest.param("Kế hoạch dạy học theo văn bản số 12/QĐ-THCS", None, "QĐ", "QĐ", id="a plan that follows another"),
        pytest.param("Kế hoạch đã được phê duyệt (số 12/QĐ-THCS)", None, "QĐ", "QĐ", id="the number of an approval"),
        pytest.param("Kế hoạch ứng dụng CNTT (số 131/QĐ-TTg)", None, "QĐ", "QĐ", id="an upper body's decision"),
        pytest.param("Các kế hoạch dạy học số 12/QĐ-THCS", None, "QĐ", "QĐ", id="several plans"),
        pytest.param("Quyết định lập Hội đồng trường số 12/HĐ-THCS", None, "CV", None, id="HĐ of a Hội đồng"),
        pytest.param(
            "Quyết định ban hành Quy chế dạy học (số 138/KH-THCS, ngày 5/9/2024)",
            "Quyết định",
            "QĐ",
            "KH",
            id="in brackets",
        ),
        pytest.param(
            "Quyết định ban hành Quy chế dạy (số 138/KH-TTGDTXTL)",
            "Quyết định",
            "QĐ",
            "KH",
            id="a centre's, not the TTg's",
        ),
        pytest.param(
            "MISA; Quyết định phân công quản lý hệ thống số 91/TB-THCS",
            "Quyết định",
            "QĐ",
            "TB",
            id="behind the subject",
        ),
        pytest.param(
            "- Kế hoạch kiểm tra, đánh giá năm học 2024-2025 số 84/QĐ-THCS",
            "Kế hoạch",
            "KH",
            "QĐ",
            id="a plan's subject",
        ),
        pytest.param("văn bản số 12/KH-SGDĐT", None, "KH", "KH", id="a general word names no kind"),
    ],
)
def test_word_and_letters(text: str, word: str | None, kind: str, letters: str | None) -> None:
    (found,) = cited(text)
    assert (found.word, found.kind, found.letters) == (word, kind, letters)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Kế hoạch ứng dụng CNTT năm học 2025-2026 số 44/KH-TH ngày 28/11/2025; phân công từng thành viên phụ trách",
            "ứng dụng CNTT năm học 2025-2026",
        ),
        ("Năm học 2025-2026 số kế hoạch là 34/KH-THCS, năm học trước khác", ""),
        (
            "Quyết định số 42/QĐ-TH ban hành ngày 26/9/2022, nội dung: tổ chức kiểm tra trên máy tính",
            "tổ chức kiểm tra trên máy tính",
        ),
        ("Kế hoạch số 10/KH-TH (ngày 03/10/2022) ứng dụng CNTT", "ứng dụng CNTT"),
        ("Kế hoạch số 11/KH-TH về ứng dụng CNTT năm học 2021-2022 đã kết thúc", "về ứng dụng CNTT năm học 2021-2022"),
        (
            "Kế hoạch số 65/KH-TH thực hiện nhiệm vụ năm học 2024.2025, các tổ chuyên môn đã xây dựng kế hoạch",
            "thực hiện nhiệm vụ năm học 2024.2025",
        ),
        (
            "Quyết định số 110/QĐ-THCS ngày 09/12/2022 V/v phân quyền khai thác dữ liệu",
            "V/v phân quyền khai thác dữ liệu",
        ),
        ("Quyết định số 108/QĐ-THCS về việc thành lập Ban chỉ đạo; Quy chế hoạt động", "về việc thành lập Ban chỉ đạo"),
        ("Kế hoạch thực hiện nhiệm vụ CNTT số 109/KH-THCS ngày 10/12/2022", "thực hiện nhiệm vụ CNTT"),
        ("- KH KTĐG năm học 2022- 2023: 89/KH-THCS ngày 03/10/2022", "KTĐG năm học 2022- 2023"),
        ("Kế hoạch chuyển đổi số (số 12/KH-THCS)", "chuyển đổi số"),
        ("Kế hoạch số 14/KH-THCS tuyên truyền chuyển đổi số", "tuyên truyền chuyển đổi số"),
        (
            "Công văn số 12/SGDĐT-VP của Sở GD&ĐT Hải Phòng về việc hướng dẫn tự đánh giá",
            "về việc hướng dẫn tự đánh giá",
        ),
        ("Quyết định số 4725/QĐ-BGDĐT ban hành Bộ chỉ số (sau đây gọi tắt là Quyết định)", "ban hành Bộ chỉ số"),
        ("Thành lập Ban chỉ đạo: Quyết định số 108/QĐ-THCS", "Thành lập Ban chỉ đạo"),
        ("Quyết định của Hiệu trưởng số 12/QĐ-THCS", ""),
        ("Kế hoạch số 12/KH-THCS ngày 5/9/2023 của Hiệu trưởng thực hiện nhiệm vụ CNTT", "thực hiện nhiệm vụ CNTT"),
        ("Quyết định số 12/QĐ-THCS của nhà trường ban hành Quy chế dạy học", "ban hành Quy chế dạy học"),
        ("- Ban hành Quyết định số 12/QĐ-THCS", ""),
        ("Ban hành các văn bản: Quyết định số 12/QĐ-THCS", ""),
        ("Kế hoạch ứng dụng CNTT theo Quyết định số 749/QĐ-TTg", ""),
        ("Thực hiện Kế hoạch số 128/KH-SGDĐT ngày 12/10/2023, Trung tâm báo cáo kết quả", ""),
        ("Theo Quyết định số 4725/QĐ-BGDĐT nhà trường tự đánh giá", ""),
        ("Các thành viên theo Quyết định số 49/QĐ-THTH thực hiện nhiệm vụ được phân công.", ""),
        ("Tổ chức dạy học theo Kế hoạch số 12/KH-THCS ngày 5/9/2023 ứng dụng CNTT", "ứng dụng CNTT"),
        ("Theo Kế hoạch số 12/KH-THCS ngày 5/9/2023 tổ chức dạy học trực tuyến", "tổ chức dạy học trực tuyến"),
        ("Kế hoạch số 75/KH-THCS bồi dưỡng thường xuyên giáo viên, ngày 5/9/2024", "bồi dưỡng thường xuyên giáo viên"),
        ("Kế hoạch số 75/KH-THCS bồi dưỡng giáo viên, ngày 5 tháng 9 năm 2024 61% giáo viên", "bồi dưỡng giáo viên"),
        ("Kế hoạch số 75/KH-THCS bồi dưỡng giáo viên 83,5% giáo viên", "bồi dưỡng giáo viên"),
        ("Kế hoạch số 75/KH-THCS tự đánh giá chuyển đổi số", "tự đánh giá chuyển đổi số"),
        ("Ke hoach so 75/KH-THCS tai Truong THCS", ""),
        ("- Kế hoạch số 54/KH-TrTHLV ngày 14/10/2023 dạy học trực tuyến", "dạy học trực tuyến"),
        ("Theo Quyết định số 49/QĐ-THTH về việc thành lập Ban chỉ đạo", "về việc thành lập Ban chỉ đạo"),
        ("Quyết định ban hành Quy chế dạy học (số 138/KH-THCS)", "ban hành Quy chế dạy học"),
        ("Ban chỉ đạo hoạt động tốt (Quyết định số 108/QĐ-THCS)", ""),
    ],
)
def test_subjects(text: str, subject: str) -> None:
    assert cited(text)[0].subject == subject


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Quyết định số 58/QĐ-TH về việc sửa đổi Quyết định số 46/QĐ-TH, ngày 25/2/2023", ["2023-02-25", None]),
        ("Quyết định số 58/QĐ-TH về việc sửa đổi Quyết định số 46/QĐ-TH ngày 17/10/2022", [None, "2022-10-17"]),
        (
            "Quyết định số 58/QĐ-TH ngày 25/2/2023 về việc thay thế Quyết định số 46/QĐ-TH, ngày 17/10/2022",
            ["2023-02-25", "2022-10-17"],
        ),
        ("Quyết định số 58/QĐ-TH, Quyết định số 46/QĐ-TH, ngày 17/10/2022", [None, "2022-10-17"]),
    ],
)
def test_the_day_behind_an_amended_document(text: str, dates: list[str | None]) -> None:
    assert [one.date and one.date.isoformat() for one in cited(text)] == dates


def test_two_numbers_before_one_symbol_are_two_documents() -> None:
    found = cited("Quyết định 4725, 3276/QĐ-BGDĐT")
    assert [(one.kind, one.number, one.symbol) for one in found] == [
        ("QĐ", "4725", "QĐ-BGDĐT"),
        ("QĐ", "3276", "QĐ-BGDĐT"),
    ]


def test_several_documents_in_one_cell_keep_their_own_dates_and_subjects() -> None:
    found = cited(
        "- Quyết định số 1/QĐ-THCS; - Kế hoạch số 2/KH-THCS ngày 5/9/2022 về chuyển đổi số;\n"
        "• BB số 03/BB-THCS ngày 6/9/2022",
        where="appendix",
    )
    assert [(one.number, one.date, one.subject) for one in found] == [
        ("1", None, ""),
        ("2", datetime.date(2022, 9, 5), "về chuyển đổi số"),
        ("03", datetime.date(2022, 9, 6), ""),
    ]


@pytest.mark.parametrize(
    ("text", "header", "own"),
    [
        ("Quyết định số 108/QĐ-GDNN-GDTX", CENTRE, True),
        ("Quyết định số 108/QĐ-TTGDNN-GDTX", CENTRE, True),
        ("Quyết định số 12/QĐ-THCSND", SCHOOL, True),
        ("Quyết định số 12/QĐ-THCS", SCHOOL, True),
        ("Kế hoạch số 128/KH-SGDĐT-VP", CENTRE, False),
        ("Quyết định số 18/ Sở GD", CENTRE, False),
        ("Nghị định số 30/2020/NĐ-CP", SCHOOL, False),
        ("Kế hoạch số 12/KH-XYZ của UBND quận Dương Kinh", SCHOOL, False),
        ("Kế hoạch số 12/KH-XYZ", SCHOOL, None),
        ("Kế hoạch số 12/KH-TTGDTXTL", SCHOOL, None),
        ("Quyết định số 749/QĐ-TTg", SCHOOL, False),
        ("Quyết định số 12/QĐ-THCS", None, None),
    ],
)
def test_whose_a_document_is(text: str, header: Header | None, own: bool | None) -> None:
    assert [found.own for found in cited(text, header)] == [own]


def test_the_reports_own_number_is_no_citation() -> None:
    header = Header(number=Reading("12", "", HERE), symbol=Reading("BC-THCSND", "", HERE))
    assert cited("Số: 12/BC-THCSND", None, "header") == ()
    assert cited("(Kèm theo Báo cáo số 12/BC-THCSND ngày 20/5/2023)", header) == ()
    assert len(cited("(Theo Quyết định số 4725/QĐ-BGDĐT)", header, "header")) == 1


def test_place_and_criterion_come_from_the_passage() -> None:
    (found,) = find_citations([Passage("Kế hoạch số 12/KH-THCS", Place(table=2, row=9), "appendix", "2.2")])
    assert (found.where, found.criterion, found.place.row) == ("appendix", "2.2", 9)


def test_a_citation_is_read_over_the_lines_of_a_page() -> None:
    lines = [
        "+ Trung tâm đã ban hành quyết định số 108/QĐ-GDNN-GDTX ngày 09/12/2022 quyết",
        "định về việc thành lập Ban chỉ đạo.",
    ]
    (found,) = find_citations([Passage(line, HERE) for line in lines])
    assert found.subject == "quyết định về việc thành lập Ban chỉ đạo"


def test_a_narrow_column_may_cut_a_symbol() -> None:
    text = "Kế hoạch số\n107/KH-GDNN-GD\nTX ngày 14/9/2023\ntổ chức dạy học"
    (found,) = find_citations([Passage(text, Place(page=2, table=1, row=3), "appendix", "1.1")])
    assert (found.symbol, found.date) == ("KH-GDNN-GDTX", datetime.date(2023, 9, 14))
