import datetime

import pytest

from normalize.criteria_file import load
from normalize.header import read_header
from normalize.interpret import interpret
from normalize.passages import Passage
from normalize.report import Header
from parsers.document import Document, Place
from tests.grids import document_of

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
EMPTY = Document("a.docx", "", "docx", ())


def header_of(*passages: tuple[str, str]) -> Header:
    """Passages as (where, text)."""
    return read_header([Passage(text, Place(paragraph=at), where) for at, (where, text) in enumerate(passages)], EMPTY)


def head(*texts: str) -> Header:
    return header_of(*(("header", text) for text in texts), ("text", "BÁO CÁO"))


def body(*texts: str) -> Header:
    return header_of(*(("text", text) for text in texts))


def value(reading: object) -> object:
    return getattr(reading, "value", None)


@pytest.mark.parametrize("line", ["Số:     /BC-TH", "Số: … /BC-TH", "Số:", "Số: ......./BC-TH"])
def test_a_blank_number_is_none(line: str) -> None:
    assert head("TRƯỜNG TIỂU HỌC KIM ĐỒNG", line).number is None


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 12/BC-THCSND", "12", "BC-THCSND"),
        ("Số 07 /BC-TH", "07", "BC-TH"),
        ("Số:12/BC-GDNN-GDTX", "12", "BC-GDNN-GDTX"),
        ("TRUNG TÂM GDNN-GDTX THÁI ĐỨC Số: 32/BC-GDNN-GDTX", "32", "BC-GDNN-GDTX"),
        ("Số: 5/BC-TH Hải Phòng, ngày 20 tháng 5 năm 2023", "5", "BC-TH"),
    ],
)
def test_forms_of_the_number(line: str, number: str, symbol: str) -> None:
    found = head(line)
    assert (value(found.number), value(found.symbol)) == (number, symbol)


@pytest.mark.parametrize(
    ("texts", "upper", "school"),
    [
        (
            ["SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTỈNH NGHỆ AN\nTRƯỜNG THPT TÂN BÌNH\n\nSố: 66/BC-THPT", MOTTO],
            "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH NGHỆ AN",
            "TRƯỜNG THPT TÂN BÌNH",
        ),
        (
            ["UBND HUYỆN A", "PHÒNG GD&ĐT", "TRƯỜNG THCS NGUYỄN DU"],
            "PHÒNG GD&ĐT",
            "TRƯỜNG THCS NGUYỄN DU",
        ),
        (["ỦY BAN NHÂN DÂN XÃ AN", "TRƯỜNG MẦM NON HOA SEN"], "ỦY BAN NHÂN DÂN XÃ AN", "TRƯỜNG MẦM NON HOA SEN"),
        (["UBND XÃ TÂN AN TRƯỜNG THCS TÂN AN Số: 37/BC-THCS"], "UBND XÃ TÂN AN", "TRƯỜNG THCS TÂN AN"),
        (
            [
                "SỞ GIÁO DỤC VÀ ĐÀO TẠO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "TỈNH NGHỆ AN Độc lập - Tự do - Hạnh phúc",
                "TRUNG TÂM GDNN-GDTX MINH",
                "TIẾN Minh Tiến, ngày 22 tháng 5 năm 2024",
            ],
            "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH NGHỆ AN",
            "TRUNG TÂM GDNN-GDTX MINH TIẾN",
        ),
        (["SỞ GD&ĐT", "TRƯỜNG THPT LÊ LỢI", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"], "SỞ GD&ĐT", "TRƯỜNG THPT LÊ LỢI"),
        (["TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP -", "GDTX QUẬN A"], None, "TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GDTX QUẬN A"),
    ],
)  # fmt: skip
def test_upper_body_and_school_of_the_head(texts: list[str], upper: str | None, school: str) -> None:
    found = head(*texts)
    assert (value(found.upper_body), value(found.school)) == (upper, school)


@pytest.mark.parametrize(
    ("texts", "school"),
    [
        (
            ["BÁO CÁO", "Trung tâm GDNN-GDTX quận Dương Kinh báo cáo kết quả triển khai nhiệm vụ cụ thể như sau:"],
            "Trung tâm GDNN-GDTX quận Dương Kinh",
        ),
        (["BÁO CÁO", "Trường THCS Nguyễn Du báo cáo như sau"], "Trường THCS Nguyễn Du"),
        (
            ["Thực hiện công văn của cấp trên, Trường Tiểu học và THCS An Sơn xin báo cáo"],
            "Trường Tiểu học và THCS An Sơn",
        ),
        (["PHIẾU ĐÁNH GIÁ", "Tên trường: THCS Nguyễn Du", "Địa chỉ: phường A"], "THCS Nguyễn Du"),
        (["PHIẾU ĐÁNH GIÁ", "Đơn vị báo cáo: Trường TH Kim Đồng"], "Trường TH Kim Đồng"),
        (["Trên đây là báo cáo của Trường THPT Lê Lợi./."], "Trường THPT Lê Lợi"),
    ],
)
def test_a_school_that_only_the_text_names(texts: list[str], school: str) -> None:
    assert value(body(*texts).school) == school


@pytest.mark.parametrize("texts", [["BÁO CÁO", "Trường đã triển khai"], ["PHIẾU", "Tên trường: ..........."], []])
def test_no_school_is_none(texts: list[str]) -> None:
    assert body(*texts).school is None


@pytest.mark.parametrize(
    "line",
    ["Hải Phòng, ngày    tháng 5 năm 2023", "Hải Phòng, ngày … tháng … năm 2023", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
)
def test_a_blank_date_is_none(line: str) -> None:
    assert head("TRƯỜNG THCS A", line).date is None


@pytest.mark.parametrize(
    "line",
    [
        "Hải Phòng, ngày 05 tháng 5 năm 2023",
        "Thị xã Hòa Thắng, ngày 05 tháng 05 năm 2023",
        "Đặc khu Phú Quý, ngày 05 tháng 5 năm 2023",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHải Phòng, ngày 5 tháng 5 năm 2023",
        "Số: 12/BC-TH TP. Hải Phòng, ngày 05 tháng 05 năm 2023",
        "HẢI PHÒNG, NGÀY 05 THÁNG 5 NĂM 2023",
    ],
)
def test_forms_of_the_date(line: str) -> None:
    assert value(head(line).date) == datetime.date(2023, 5, 5)


JOINED = "Xã A, ngày 09 tháng 5 năm 2025 BÁO CÁO"


@pytest.mark.parametrize(
    "texts",
    [
        [f"UBND XÃ A {MOTTO}", "TRƯỜNG THPT THÁI THÀNH Số: 125/BC-THPTTT Độc lập - Tự do - Hạnh phúc", JOINED],
        [f"UBND XÃ A TRƯỜNG THPT THÁI THÀNH Số: 125/BC-THPTTT {MOTTO} Độc lập - Tự do - Hạnh phúc {JOINED} Kết quả"],
        ["UBND XÃ A", "TRƯỜNG THPT THÁI THÀNH", f"Số: 125/BC-THPTTT {JOINED} KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2024-2025"],
        ["UBND XÃ A", "TRƯỜNG THPT THÁI THÀNH", "CỘNG HÒA XÃ HỘI CHỦ", "NGHĨA VIỆT NAM", "Số: 125/BC-THPTTT", JOINED],
        [f"UBND XÃ A\nTRƯỜNG THPT THÁI\nTHÀNH\nSố: 125/BC-THPTTT\n{MOTTO}\n{JOINED}"],
    ],
)
def test_lines_of_the_head_that_ran_together(texts: list[str]) -> None:
    for found in (head(*texts), body(*texts, "Trường THPT Thái Thành báo cáo kết quả.")):
        assert (value(found.number), value(found.symbol)) == ("125", "BC-THPTTT")
        assert (value(found.school), value(found.date)) == ("TRƯỜNG THPT THÁI THÀNH", datetime.date(2025, 5, 9))


def test_a_running_head_that_begins_like_a_title_is_not_the_title() -> None:
    lines = ["Báo cáo tự đánh giá - Trường THPT Thái Thành", "UBND XÃ A", "TRƯỜNG THPT THÁI THÀNH", "Số: 125/BC-THPTTT"]
    document = document_of(*lines, MOTTO, "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO", "Kết quả tự đánh giá")
    assert value(interpret(document, load("4725-2022")).header.number) == "125"


def test_number_and_date_below_the_title() -> None:
    found = header_of(
        ("header", "TRƯỜNG THPT THÁI THÀNH"),
        ("text", "BÁO CÁO\nKết quả tự đánh giá\nSố: 125/BC-THPTTT, ngày 09 tháng 5 năm 2025"),
        ("text", "Thực hiện Kế hoạch số 12/KH-SGDĐT ngày 01 tháng 9 năm 2024"),
    )
    assert (value(found.number), value(found.date)) == ("125", datetime.date(2025, 5, 9))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Số 4725/QĐ-BGDĐT ngày 30/12/2022", id="of an upper body"),
        pytest.param("số 12/KH-THCSTP ngày 30/12/2022", id="in the middle of a wrapped sentence"),
        pytest.param("Số 12/KH-THCSTP ngày 30/12/2022 của nhà trường", id="a sentence goes on"),
        pytest.param("Số liệu tính đến ngày 30/12/2022", id="no number"),
    ],
)
def test_a_line_below_the_title_that_is_not_the_reports_number(line: str) -> None:
    found = body("TRƯỜNG THCS TÂN PHÚ", "HỒ SƠ TỰ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ", line)
    assert (found.number, found.date) == (None, None)


@pytest.mark.parametrize(
    "texts",
    [
        ["HỒ SƠ TỰ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ 2023.2024", "Số 52/BC-TH&THCSTP, ngày 27-5-2024"],
        ["BÁO CÁO", "Kết quả tự đánh giá", "Số: 52/BC-TH&THCSTP", "Tân Phú, ngày 27 tháng 5 năm 2024"],
        ["PHIẾU TỰ ĐÁNH GIÁ", "Số: 52/BC-TH&THCSTP (ngày 27/5/2024)"],
    ],
)
def test_number_and_date_on_lines_of_their_own_below_the_title(texts: list[str]) -> None:
    found = body("TRƯỜNG TH&THCS TÂN PHÚ", *texts, "Nhà trường gồm 22 lớp, trong đó tiểu học có 12 lớp.")
    assert (value(found.number), value(found.symbol)) == ("52", "BC-TH&THCSTP")
    assert value(found.date) == datetime.date(2024, 5, 27)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["Krông Búk, ngày 27 tháng 05\nnăm 2026"], id="in a cell, before its year"),
        pytest.param(["Krông Búk, ngày 27 tháng 05", "năm 2026"], id="over two lines, before its year"),
        pytest.param(["Krông Búk, ngày 27 tháng 05 năm", "2026"], id="over two lines, before the figures"),
    ],
)
def test_a_date_broken_over_lines(texts: list[str]) -> None:
    assert value(head(MOTTO, *texts).date) == datetime.date(2026, 5, 27)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["Nơi nhận:\tDiên Khánh, ngày 23/5/2025"], id="beside the receivers"),
        pytest.param(["Nơi nhận:", "2025", "Diên Khánh, ngày 23 tháng 5 năm"], id="broken, the year in another column"),
        pytest.param(["Diên Khánh, ngày 23 tháng 05 năm 2025 HIỆU TRƯỞNG"], id="the office on its line"),
    ],
)
def test_the_date_at_the_end(texts: list[str]) -> None:
    text = ("Kết quả chung.", "Ưu điểm.", "Tồn tại.", "Kiến nghị.", "Trân trọng./.")
    assert value(body("BÁO CÁO", *text, *texts, "Võ Bá Duy").date) == datetime.date(2025, 5, 23)


def test_the_number_in_a_schools_name_is_not_the_reports() -> None:
    found = head(
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO\tCỘNG HÒA XÃ HỘI", "TRƯỜNG TIỂU HỌC THẠNH PHÚ SỐ 1\tĐộc lập", "Số: 114/BC-TH"
    )
    assert (value(found.school), value(found.number)) == ("TRƯỜNG TIỂU HỌC THẠNH PHÚ SỐ 1", "114")


def test_an_office_is_no_school() -> None:
    assert body("BÁO CÁO", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Trương Văn An").school is None


@pytest.mark.parametrize("name", ["Bùi Công Phong", "Trần Trọng Toản", "Lê Văn Sở"])
def test_names_that_look_like_other_words_without_diacritics(name: str) -> None:
    expected = None if name.endswith("Sở") else name
    assert value(body("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", name).signatory) == expected


def test_the_date_may_stand_over_the_signature() -> None:
    found = body(
        "BÁO CÁO", "Kế hoạch ngày 01/9/2022", "An Sơn, ngày 20 tháng 5 năm 2023", "HIỆU TRƯỞNG", "Nguyễn Văn An"
    )
    assert value(found.date) == datetime.date(2023, 5, 20)


def test_a_cited_documents_date_is_not_the_reports() -> None:
    assert body("BÁO CÁO", "Thực hiện Kế hoạch số 12/KH-SGDĐT, ngày 12 tháng 10 năm 2022").date is None


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (["BÁO CÁO", "Kết quả đánh giá mức độ chuyển đổi số", "Năm học 2023 – 2024"], "2023-2024"),
        (["HỒ SƠ TỰ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ 2023.2024"], "2023-2024"),
        (["BÁO CÁO năm học 20222023"], "2022-2023"),
        (["PHIẾU ĐÁNH GIÁ", "(Năm học: 2022/2023)"], "2022-2023"),
        (["BÁO CÁO", "Trường THCS A báo cáo kết quả năm học 2022- 2023 như sau"], "2022-2023"),
        (["BÁO CÁO", "Kế hoạch số 12/KH-THCS chuyển đổi số năm học 2022-2023"], None),
        (["BÁO CÁO", "Giai đoạn 2021-2025"], None),
    ],
)
def test_the_school_year_is_the_reports_own(texts: list[str], year: str | None) -> None:
    assert value(body(*texts).school_year) == year


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["HIỆU TRƯỞNG", "(Ký tên, đóng dấu)"], id="nobody signed"),
        pytest.param(["Nơi nhận:", "- Sở GD&ĐT (b/c);", "- Lưu: VT."], id="receivers only"),
        pytest.param(["HIỆU TRƯỞNG", "PHỤ LỤC", "Nguyễn Văn An"], id="the appendix begins"),
        pytest.param(["Kính trình Hiệu trưởng", "Nguyễn Văn An báo cáo"], id="a sentence"),
        pytest.param(["HIỆU TRƯỞNG", "Trân trọng cảm ơn"], id="words that are no name"),
    ],
)
def test_no_signatory_is_none(texts: list[str]) -> None:
    assert body("BÁO CÁO", *texts).signatory is None


@pytest.mark.parametrize(
    "texts",
    [
        ["HIỆU TRƯỞNG", "Nguyễn Văn An"],
        ["Nơi nhận:\n- Như trên (b/c);\n- Lưu: VT.", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\n\nNguyễn Văn An"],
        ["Nơi nhận: KT. HIỆU TRƯỞNG", "- Như trên (b/c); PHÓ HIỆU TRƯỞNG", "- Lưu: VT.", "Nguyễn Văn An"],
        ["Nơi nhận: GIÁM ĐỐC", "- Sở GD&ĐT (b/c);", "- Lưu: VT. Nguyễn Văn An"],
        ["HIỆU TRƯỞNG (Ký tên, đóng dấu) Nguyễn Văn An BẢNG TỰ ĐÁNH GIÁ MỨC ĐỘ"],
        ["KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG Nguyễn Văn An"],
        ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "(Đã ký)", "Nguyễn Văn An"],
        ["HIỆU TRƯỞNG", "(Đã ký)", "ThS. Nguyễn Văn An"],
        ["Hiệu trưởng", "Nguyễn Văn An"],
        ["NGƯỜI LẬP BIỂU | HIỆU TRƯỞNG", "Trần Thị Bình | Nguyễn Văn An"],
        ["NGƯỜI LẬP BIỂU HIỆU TRƯỞNG", "Trần Thị Bình Nguyễn Văn An"],
        ["HIỆU TRƯỞNG", "Nguyễn Văn An Phụ lục I"],
        ["HIỆU TRƯỞNG Nguyễn Văn An Phụ lục I"],
        ["HIỆU TRƯỞNG", "Nguyễn Văn An PHỤ LỤC BẢNG TỰ CHẤM ĐIỂM"],
        ["HIỆU TRƯỞNG (Ký tên, đóng dấu)", "Nguyễn Văn An Bảng điểm chi tiết"],
        ["HIỆU TRƯỞNG", "Nguyễn Văn An Phiếu tự đánh giá"],
        ["HIỆU TRƯỞNG", "Nguyễn Văn An 2"],
        ["HIỆU TRƯỞNG", "Nguyễn Văn An - 2 -"],
        ["HIỆU TRƯỞNG", "Nguyễn Văn An Trang 2/5"],
        ["HIỆU TRƯỞNG\n(Đã ký)\nNguyễn Văn An"],
        ["HIỆU TRƯỞNG (Đã ký) Nguyễn Văn An"],
        ["HIỆU TRƯỞNG", "Đã ký", "Nguyễn Văn An"],
        ["HIỆU TRƯỞNG (Ký, ghi rõ họ tên và đóng dấu) Nguyễn Văn An"],
        ["Nơi nhận:\n- Lưu: VT.", "HIỆU TRƯỞNG\n\n\nNguyễn Văn An\nPhụ lục I"],
        ["Nơi nhận: | HIỆU TRƯỞNG", "- Lưu: VT. | (Đã ký)", "Nguyễn Văn An Phụ lục I"],
    ],
)
def test_forms_of_the_signature(texts: list[str]) -> None:
    assert value(body("BÁO CÁO", *texts).signatory) == "Nguyễn Văn An"


def test_a_name_in_capitals() -> None:
    assert value(body("BÁO CÁO", "GIÁM ĐỐC", "NGUYỄN VĂN AN").signatory) == "NGUYỄN VĂN AN"
