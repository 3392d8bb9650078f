from decimal import Decimal

import pytest

from normalize.criteria import CriterionSet
from normalize.criteria_file import load
from normalize.interpret import interpret
from normalize.mentions import group_names_of
from normalize.passages import Passage
from normalize.report import Statement
from normalize.statements import Reporter, find_statements
from parsers.document import Place
from tests.grids import document_of

CRITERIA: CriterionSet = load("4725-2022")
Said = tuple[str, str | None, int | None]


def said_of(found: tuple[Statement, ...]) -> list[Said]:
    return [
        (one.group, None if one.score is None else str(one.score.value), None if one.level is None else one.level.value)
        for one in found
    ]


def said(*lines: str, where: str = "text", year: str | None = "2023-2024") -> list[Said]:
    passages = [Passage(line, Place(paragraph=number), where) for number, line in enumerate(lines, 1)]
    return said_of(
        find_statements(passages, CRITERIA, Reporter(year, "TRƯỜNG THCS BÁT TRÀNG", group_names_of(CRITERIA)))
    )


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Đã thực hiện dịch vụ công trực tuyến mức độ 3 và 4"], id="public services"),
        pytest.param(["Nhóm 1: trường đạt kiểm định chất lượng mức độ 2"], id="accreditation"),
        pytest.param(["Trường đạt chuẩn quốc gia mức độ 1"], id="a national standard"),
        pytest.param(["Nhóm 2 có mức độ hài lòng 98%"], id="satisfaction"),
        pytest.param(["Năm học trước nhóm 1 đạt 60 điểm, nhóm 2 đạt 65 điểm"], id="last year"),
        pytest.param(
            ["So với năm học trước (nhóm 1: 52 điểm; nhóm 2: 60 điểm), kết quả tăng"], id="compared in brackets"
        ),
        pytest.param(["Phấn đấu năm học 2023-2024 nhóm 1 đạt mức 3, nhóm 2 đạt mức 3"], id="a target"),
        pytest.param(["Mục tiêu: Nhóm 1 đạt 95/100 điểm; Nhóm 2 đạt 96/100 điểm"], id="targets after a semicolon"),
        pytest.param(["Kế hoạch đạt 80 điểm năm tới ở nhóm 1"], id="a plan"),
        pytest.param(["Nhóm 1: tiêu chí 1.3 đạt 21 điểm"], id="a criterion's score"),
        pytest.param(["Mức 2: từ 50 đến 75 điểm"], id="the scale"),
        pytest.param(
            ["Nhóm 1 dưới 50 điểm xếp mức 1; từ 50 đến 75 điểm xếp mức 2; trên 75 điểm xếp mức 3"], id="a group's scale"
        ),
        pytest.param(["Nhóm 1 tối đa 100 điểm"], id="the maximum"),
        pytest.param(["Nhóm 1 (100 điểm)", "Nhóm 2 (100 điểm)"], id="the maximum in brackets"),
        pytest.param(["Tổng điểm hai nhóm: 152/200 điểm"], id="both groups out of 200"),
        pytest.param(["- Nhóm 1: xem phụ lục", "Tổng điểm: 152 điểm"], id="more than a group can have"),
        pytest.param(["Điểm trung bình 2 nhóm: 76 điểm"], id="an average"),
        pytest.param(
            ["III. Phương hướng năm học tới", "- Nhóm 1 đạt 80 điểm; nhóm 2 đạt 85 điểm"], id="a section of plans"
        ),
        pytest.param(["Tổng điểm: 79 điểm", "Mức độ: 3"], id="no group named"),
        pytest.param(["Nhóm 1 đạt trên 75 điểm"], id="a vague bound"),
        pytest.param(["Nhóm 1 đạt từ mức 2 trở lên"], id="a level and above"),
        pytest.param(["Sở thẩm định nhóm 1 đạt 70 điểm"], id="an assessor's score"),
        pytest.param(["Một số nhóm một số giáo viên đạt 9 điểm"], id="words that look like a group's number"),
        pytest.param(["Nhóm 1 | 60 | 73"], id="two scores without a heading"),
        pytest.param(["Nhóm 1 | 100"], id="a row with the maximum only"),
        pytest.param(["Nhóm 1: 7 tiêu chí; nhóm 2: 4 tiêu chí"], id="a number of criteria"),
        pytest.param(["Nhóm 1 gồm 7 tiêu chí với tổng điểm 100"], id="what a group is worth"),
        pytest.param(["Trong nhóm 1, tiêu chí phát triển nguồn nhân lực đạt 20 điểm"], id="a criterion by name"),
        pytest.param(["Nhóm 1: Phát triển nguồn nhân lực 20 điểm; hạ tầng 10 điểm"], id="criteria of a group"),
        pytest.param(["Nhóm 1: phần mềm dạy học trực tuyến đạt mức 3"], id="a criterion's level"),
        pytest.param(["Nhóm 1: Dạy, học", "4. Học liệu số: 10 điểm"], id="a numbered criterion under a group"),
        pytest.param(
            ["Nhóm 1: Dạy, học", "Tiêu chí 1.4: Học liệu số", "Tự đánh giá: 10 điểm"], id="a criterion's own section"
        ),
        pytest.param(["Để đạt mức 3, nhóm 1 phải có trên 75 điểm"], id="what a level takes"),
        pytest.param(["Nhóm 1 còn thiếu 2 điểm để đạt mức 3"], id="what is lacking for a level"),
        pytest.param(["Sở GD&ĐT đã đánh giá nhóm 1 đạt 70 điểm"], id="the office's score"),
        pytest.param(["Nhóm 1: Học sinh đạt 70 điểm"], id="pupils"),
        pytest.param(["Nhóm 1: 2"], id="a bare figure that may be anything"),
        pytest.param(["- Dạy học trực tuyến: 20/30 điểm, mức 2"], id="a criterion that begins like a group's title"),
        pytest.param(["- Quản trị nhà trường: 46/70 điểm, mức 2"], id="a matter out of a criterion's maximum"),
        pytest.param(["- Quản trị nhà trường: 46 điểm"], id="a matter alone may be a criterion's"),
        pytest.param(["1. Quản trị nhà trường: 46 điểm"], id="a matter with another number than its group's"),
        pytest.param(["Dạy và học là nhiệm vụ trọng tâm, đạt 90/100 điểm"], id="a matter in a sentence"),
        pytest.param(["II. Quản trị nhà trường", "Phần mềm SMAS: 40 điểm"], id="a criterion under a group's heading"),
        pytest.param(
            ["Trong nhóm 1, tiêu chí 1.3 được 20/30 điểm.", "Xếp loại thi đua cuối năm: Tốt (92 điểm)."],
            id="what follows a sentence on one criterion is no group's",
        ),
        pytest.param(["- Nhóm 1: Dạy, học", "Tổng điểm thi đua khối: 92 điểm"], id="points for something else"),
        pytest.param(["Nhóm 1 và nhóm 2 đạt 152 điểm"], id="the sum of both"),
        pytest.param(["Giáo viên nhóm 1 (Toán - Tin) đạt 95 điểm trong hội thi."], id="teachers of a group"),
        pytest.param(["Thi giáo viên giỏi: nhóm 1 đạt 8,5 điểm, nhóm 2 đạt 9 điểm"], id="a contest"),
        pytest.param(["2. Quản trị", "- Tổng điểm thi đua: 96 điểm"], id="points for something else under a matter"),
        pytest.param(["Nhóm 1 có 2 giáo viên đạt 18 điểm bài thi."], id="how many are in a group"),
        pytest.param(
            ["Theo kết quả kiểm tra của Phòng GD&ĐT, nhóm 1 của trường đạt 70 điểm, nhóm 2 đạt 75 điểm."],
            id="the office's check",
        ),
        pytest.param(["Nội dung | Số lượng", "Dạy, học | 73", "Quản trị | 79"], id="matters without their maximum"),
        pytest.param(["STT | Nội dung | Số lượng", "1 | Máy tính | 45", "Tổng cộng | 75"], id="a table of machines"),
        pytest.param(["Nhóm | Năm học trước | Điểm tối đa", "Nhóm 1 | 60 | 100"], id="last year's column"),
        pytest.param(["1.3. Triển khai phần mềm | 30 | 21 | Mức 3"], id="a criterion's row"),
        pytest.param(
            ["5 | Tiêu chí 1.7. Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học | Đ/c Thảo | 9/4"],
            id="who works on a criterion until when",
        ),
        pytest.param(
            ["1.7 | Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học | 20 | 8,5 điểm | Mức 2"],
            id="a criterion's row that names its group",
        ),
    ],
)
def test_false_friends_stay_silent(lines: list[str]) -> None:
    assert said(*lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ["Năm học trước, nhà trường tự đánh giá nhóm 1 đạt 46 điểm (mức 1), nhóm 2 đạt 61 điểm (mức 2)."],
            id="what the school gave itself last year",
        ),
        pytest.param(["Từ chỗ chỉ được 46 điểm ở nhóm dạy, học cách đây một năm, trường đã tiến bộ."], id="a year ago"),
        pytest.param(["Hồi đầu năm học nhóm 1 mới chỉ có 60 điểm."], id="the beginning of the year"),
        pytest.param(["Đơn vị từng đạt mức 2 ở nhóm 1."], id="once"),
        pytest.param(["Có ý kiến đề nghị nâng nhóm 2 lên 80 điểm nhưng Hội đồng không nhất trí."], id="a proposal"),
        pytest.param(["Các tiêu chí có minh chứng yếu trong nhóm 2 chiếm 6 điểm."], id="a part of a group"),
        pytest.param(["Đợt tự đánh giá giữa năm, nhóm 1 được 40 điểm, ở mức độ 1."], id="a round within the year"),
        pytest.param(["Năm ngoái, kết quả tự đánh giá nhóm 1 đạt 46 điểm"], id="last year's result"),
        pytest.param(["Ở kỳ đánh giá trước, nhóm 1: 46 điểm; nhóm 2: 61 điểm"], id="the period before"),
        pytest.param(["Lần tự đánh giá liền trước trường tự chấm nhóm 1 đạt 46 điểm"], id="the time before"),
        pytest.param(["Năm học liền trước: nhóm 1 đạt 46/100 điểm, mức 1"], id="the year right before"),
        pytest.param(["Nhóm 1 đạt 46 điểm, nhóm 2 đạt 61 điểm trong năm học trước."], id="the year told at the end"),
        pytest.param(["Nhóm 1 đạt 46 điểm (năm học trước)"], id="the year told in brackets behind"),
        pytest.param(["Nhóm 1 (năm học trước): 46 điểm"], id="the year told in brackets before"),
        pytest.param(["Kết quả năm học 2022-2023: nhóm 1 đạt 60 điểm"], id="another school year"),
        pytest.param(["Năm 2021 nhóm 1 đạt 60 điểm"], id="another calendar year"),
        pytest.param(["So với năm học trước là 46 điểm ở nhóm 1, kết quả tăng"], id="compared with a figure"),
        pytest.param(
            ["Kết quả nhóm 1 tăng 5 điểm so với 46 điểm của năm học trước"], id="compared the other way round"
        ),
        pytest.param(["Chỉ tiêu được giao cho năm học này là nhóm 1 đạt 70 điểm."], id="a target of this year"),
        pytest.param(["Mục tiêu năm nay nhóm 1 đạt 70 điểm."], id="an aim of this year"),
        pytest.param(["Chỉ tiêu: nhà trường đạt nhóm 1 80 điểm"], id="a target of the school"),
        pytest.param(["Kế hoạch năm học tới: nhóm 1 đạt 80 điểm, nhóm 2 đạt mức 3"], id="next year's plan"),
        pytest.param(["Trung bình các trường trong xã tự đánh giá nhóm 1 đạt 65 điểm"], id="other schools' average"),
        pytest.param(["Trường bạn nhóm 1 đạt 65 điểm"], id="another school"),
        pytest.param(["Trường THCS An Tiến đạt nhóm 1: 80 điểm."], id="another school by name"),
        pytest.param(["Trường cùng cụm đạt nhóm 1: 80 điểm."], id="a school near by"),
        pytest.param(
            ["VÒNG 1 TỔ CHUYÊN MÔN CHẤM NHÓM 1 LÀ 79,5 ĐIỂM; SAU KHI ĐỐI CHIẾU CÒN 77,25 ĐIỂM."], id="a round"
        ),
        pytest.param(["Tổ chuyên môn tự chấm nhóm 1 đạt 79,5 điểm."], id="who scores first"),
        pytest.param(["Nhóm 1 (giáo viên dưới 40 tuổi) đạt 8,5 điểm; nhóm 2 đạt 7,2 điểm."], id="a group of people"),
        pytest.param(["Nhóm 1 đạt 8,5 điểm trung bình khảo sát"], id="an average"),
        pytest.param(["Nhóm A đạt 80,5 điểm, mức độ 3. Nhóm B đạt 71 điểm, mức độ 2."], id="letters of no group here"),
        pytest.param(["Kết quả năm học trước:", "- Nhóm 1: 46 điểm", "- Nhóm 2: 61 điểm"], id="a list of last year's"),
        pytest.param(
            ["Kết quả tự đánh giá năm học 2022-2023 như sau", "Nhóm 1: Dạy, học", "Tổng điểm: 46 điểm"],
            id="lines under another year's heading",
        ),
        pytest.param(["II. KẾT QUẢ NĂM HỌC 2022-2023", "Nhóm 1 đạt 46 điểm"], id="another year's section"),
        pytest.param(["Kết quả năm học 2022-2023", "Nhóm | Điểm", "Nhóm 1 | 46"], id="another year's table"),
        pytest.param(["Năm học trước | Nhóm 1 | 46"], id="another year's row"),
    ],
)
def test_figures_of_another_year_a_plan_or_another_school_stay_silent(lines: list[str]) -> None:
    assert said(*lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Năm nay nhóm 1 đạt 73 điểm, năm học trước đạt 60 điểm"], id="this year first"),
        pytest.param(["Nhóm 1 đạt 73 điểm, năm học trước đạt 60 điểm"], id="this year unsaid"),
        pytest.param(["Năm học trước nhóm 1 đạt 60 điểm, năm học này đạt 73 điểm"], id="last year first"),
        pytest.param(["Nhóm 1: năm học 2022-2023 đạt 60 điểm, năm học 2023-2024 đạt 73 điểm"], id="years in figures"),
        pytest.param(["Năm học 2023-2024, nhóm 1 đạt 73 điểm"], id="the report's own year"),
        pytest.param(["Nhóm 1 đạt 73 điểm (năm học trước 60 điểm)"], id="last year in brackets"),
        pytest.param(["Nhóm 1 đạt 73 điểm, tăng 5 điểm so với năm học trước"], id="compared at the end"),
        pytest.param(["Nhóm 1 đạt 73 điểm, cao hơn năm ngoái 5 điểm."], id="by how much"),
        pytest.param(["Nhóm 1 tăng từ 46 điểm (năm học trước) lên 73 điểm"], id="from last year's to this year's"),
        pytest.param(["Năm học trước:", "- Nhóm 1: 60 điểm", "Năm học này:", "- Nhóm 1: 73 điểm"], id="two lists"),
        pytest.param(["- Năm học trước chưa có phần mềm", "- Nhóm 1: 73 điểm"], id="a list item on last year"),
        pytest.param(
            ["I. KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM HỌC 2023-2024", "Nhóm 1 đạt 73 điểm"], id="a plan carried out"
        ),
        pytest.param(["Bình quân toàn huyện 65 điểm, nhà trường đạt 73 điểm ở nhóm 1"], id="the district's average"),
        pytest.param(["Quyết định ngày 30 tháng 12 năm 2022: nhóm 1 đạt 73 điểm"], id="a date is no time of a result"),
        pytest.param(
            ["Nhóm | Năm học 2022-2023 | Năm học 2023-2024", "Nhóm 1 | 60 | 73"], id="a column for each school year"
        ),
    ],
)
def test_this_year_is_told_from_others(lines: list[str]) -> None:
    assert said(*lines) == [("1", "73", None)]


def test_both_groups_with_last_year_beside() -> None:
    line = "Nhóm 1 đạt 73 điểm (năm học trước 60 điểm); nhóm 2 đạt 79 điểm, năm học trước 65 điểm."
    assert said(line) == [("1", "73", None), ("2", "79", None)]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param(("A. Đặc điểm tình hình", "B. Thuyết minh"), [], id="letters of sections"),
        pytest.param(("A. CHUYỂN ĐỔI SỐ TRONG DẠY, HỌC", "B. Thuyết minh"), [], id="one group lettered"),
        pytest.param(
            ("A. CHUYỂN ĐỔI SỐ TRONG DẠY, HỌC", "B. CHUYỂN ĐỔI SỐ TRONG QUẢN TRỊ"),
            [("1", "80.5", 3), ("2", "71", 3)],
            id="by headings",
        ),
        pytest.param(
            ("Nhóm A: Chuyển đổi số trong dạy, học", "Nhóm B: Chuyển đổi số trong quản trị"),
            [("1", "80.5", 3), ("2", "71", 3)],
            id="by name",
        ),
    ],
)
def test_groups_by_letter_where_the_report_letters_them(titles: tuple[str, ...], expected: list[Said]) -> None:
    document = document_of("BÁO CÁO", *titles, "Nhóm A đạt 80,5 điểm, mức độ III. Nhóm B đạt 71 điểm, mức độ III.")
    assert said_of(interpret(document, CRITERIA).statements) == expected


def test_a_school_named_in_full_is_the_reporting_one() -> None:
    for name in ("Trường THCS Bát Tràng", "Trường Trung học cơ sở Bát Tràng xã Phú Mỹ"):
        assert said(f"{name} đạt nhóm 1: 80 điểm.") == [("1", "80", None)]


def test_without_a_known_school_year_years_in_figures_say_nothing() -> None:
    assert said("Năm học 2022-2023, nhóm 1 đạt 73 điểm", year=None) == [("1", "73", None)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Nhóm tiêu chí 1 “ Chuyển đổi số trong dạy, học”: 73/100 điểm - đạt Mức độ 2", ("1", "73", 2)),
        ('Trường đạt mức 1 đối với nhóm "Chuyển đổi số trong dạy, học" với số điểm 94/100.', ("1", "94", 1)),
        ("Đạt mức độ II ở nhóm 1 (73 điểm)", ("1", "73", 2)),
        ("Nhóm 1 – Chuyển đổi số trong dạy, học: 76 điểm, đáp ứng tốt", ("1", "76", 3)),
        ("Nhóm 1: 73/100 (Đáp ứng cơ bản)", ("1", "73", 2)),
        ("Nhóm 1: 76 điểm, đáp ứng tốt yêu cầu dạy học", ("1", "76", None)),
        (
            "- Nhóm tiêu chí 2 “Chuyển đổi số trong quản trị cơ sở giáo dục”: 79/100 điểm - đạt Mức độ: 3",
            ("2", "79", 3),
        ),
        ("Cộng điểm Nhóm I: 78 / 100 điểm", ("1", "78", None)),
        ("Nhóm 2: đạt 86 điểm/100 điểm", ("2", "86", None)),
        ("Nhóm 1: 56 điểm (Mức 2)", ("1", "56", 2)),
        ("Tổng cộng nhóm 2 | 100 | 84", ("2", "84", None)),
        ("Nhóm 1 đạt bảy mươi ba điểm, xếp mức độ hai", ("1", "73", 2)),
        ("Nhóm 1: 73 điểm (bảy mươi ba điểm)", ("1", "73", None)),
        ("Nhóm tiêu chí I đạt 59,5 điểm, tương ứng mức độ II.", ("1", "59.5", 2)),
        ("I. Chuyển đổi số trong dạy học: đạt 73 điểm/100 điểm, xếp mức 2 (Đáp ứng cơ bản)", ("1", "73", 2)),
        ("- CĐS trong quản trị cơ sở giáo dục: 79 / 100 điểm, Mức đáp ứng tốt", ("2", "79", 3)),
        ("- Nhóm II - Chuyển đổi số trong quản trị (CSGD): Tổng điểm: 65 điểm; Mức độ: 2", ("2", "65", 2)),
        ("- Nhóm 1 có tổng điểm 76, xếp loại mức 3", ("1", "76", 3)),
        ("- Nhóm 1 (Dạy & Học): đạt mức 2", ("1", None, 2)),
        ("Nhóm 1 đạt 73 trên tổng số 100 điểm", ("1", "73", None)),
        ("Nhóm 1: năm học trước đạt 60 điểm, năm nay đạt 73 điểm.", ("1", "73", None)),
        ("So với năm học trước, nhóm 1 đạt 73 điểm (tăng 5 điểm)", ("1", "73", None)),
        ("Nhóm 1 đạt 73 điểm, trong đó tiêu chí 1.3 đạt 21 điểm", ("1", "73", None)),
        ("Nhóm 1 đạt 100 điểm", ("1", "100", None)),
        ("Nhóm 1 đạt 105/100 điểm", ("1", "105", None)),
        ("Chuyển đổi số trong dạy, học: Đạt mức độ chuyển đổi số: Mức 2", ("1", None, 2)),
        ("Tổng điểm nhóm 1: 73 điểm. Xếp loại: Mức 2", ("1", "73", 2)),
        ("Nhóm 1: 73 (Mức 2)", ("1", "73", 2)),
        ("Nhóm 1 (gồm các tiêu chí từ 1.1 đến 1.7): 73 điểm", ("1", "73", None)),
        ("Nhóm 1 có 7 tiêu chí, nhà trường tự chấm đạt 73 điểm", ("1", "73", None)),
        ("Thực hiện công văn của Sở GD&ĐT, nhóm 1 đạt 73 điểm", ("1", "73", None)),
        ("Nhóm 1: Tổng điểm: 100 điểm; Mức độ: 3", ("1", "100", 3)),
        ("- Nhóm 2 đạt 79,5, mức 3", ("2", "79.5", 3)),
        ("Mức độ chuyển đổi số trong dạy, học: 2", ("1", None, 2)),
        ("Tự đánh giá nhóm 1: Mức 2 (73 điểm)", ("1", "73", 2)),
        ("Nhóm 1: 73đ/100đ", ("1", "73", None)),
        ("Tổng điểm nhóm 1: 73/100 | Mức 2", ("1", "73", 2)),
        ("Xếp mức độ nhóm 1 | Mức 2", ("1", None, 2)),
        ("Nhom tieu chi 1: 73/100 diem - dat Muc do 2", ("1", "73", 2)),
        ("- Chuyển đổi số trong hoạt động dạy và học: 73 / 100 điểm", ("1", "73", None)),
        ("NHÓM TIÊU CHÍ 1: 73/100 ĐIỂM - ĐẠT MỨC ĐỘ 2", ("1", "73", 2)),
        ("I. Dạy và học: đạt 69,5 điểm/100 điểm, xếp mức 2 (đáp ứng cơ bản)", ("1", "69.5", 2)),
        ("II. Quản trị nhà trường: đạt 67 điểm", ("2", "67", None)),
        ("- Dạy và học: 46,5 / 100 điểm, Mức chưa đáp ứng", ("1", "46.5", 1)),
        ("- Quản trị CSGD: 62,5 điểm, mức 2", ("2", "62.5", 2)),
        ("+ Dạy, học và KTĐG (tự chấm): 70/100 điểm", ("1", "70", None)),
        ("Nhóm 2 đạt 104 điểm", ("2", "104", None)),
        ("* Nhóm 1: đạt: 73 điểm / tổng 100 điểm, đạt mức độ 2.", ("1", "73", 2)),
        ("Nhóm 1 đạt 73 điểm trên thang điểm 100", ("1", "73", None)),
        ("Nhóm 1 (Dạy học): 73 điểm --> Mức 2", ("1", "73", 2)),
        ("Nhóm 1 (Dạy học): 73 điểm => Mức 2", ("1", "73", 2)),
        ("- Nhóm 1: tổng điểm 73 điểm - mức 2: đáp ứng cơ bản", ("1", "73", 2)),
        ("Nho\u0301m 1: 73/100 đie\u0302\u0309m", ("1", "73", None)),
    ],
)
def test_forms_of_a_statement(line: str, expected: Said) -> None:
    assert said(line) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "Kết quả: nhóm 1 đạt 73 điểm (mức 2), nhóm 2 đạt 79 điểm (mức 3).",
        "Nhóm 1 và nhóm 2 lần lượt đạt 73 điểm và 79 điểm, xếp mức 2 và mức 3",
        "Đạt 73 điểm, nhóm 1 được xếp mức 2. Đạt 79 điểm, nhóm 2 được xếp mức 3.",
        "Mức 2 (với 73 điểm) là kết quả của nhóm 1; mức 3 (với 79 điểm) là kết quả của nhóm 2.",
        "Với 73 điểm, lĩnh vực dạy, học ở mức 2. Nhóm 2 đạt 79 điểm, xếp mức 3.",
        "Trên tổng số 100 điểm của mỗi nhóm, đơn vị xếp mức 2 với 73 điểm ở nhóm 1 và mức 3 với 79 điểm ở nhóm 2.",
        "Trường xếp Mức 2 đối với nội dung chuyển đổi số trong dạy, học với 73 điểm và Mức 3 đối với nội dung "
        "chuyển đổi số trong quản trị với 79 điểm.",
        "Chuyển đổi số trong dạy, học được chấm 73 điểm nên xếp mức 2, còn chuyển đổi số trong quản trị cơ sở giáo dục "
        "được chấm 79 điểm nên xếp mức 3.",
        "Nhóm 1 là 73 điểm trong tổng 100 điểm (mức 2), cho nhóm 2 là 79 điểm trong tổng 100 điểm (mức 3).",
        "Nhóm 1 có tổng điểm 73, nhóm 2 có tổng điểm 79; hai nhóm lần lượt đạt mức 2 và mức 3.",
        "Tổng điểm của nhóm 1 và nhóm 2 lần lượt là 73 điểm và 79 điểm, tương ứng với mức 2 và mức 3.",
        "Nhóm 1 và nhóm 2 lần lượt đạt 73 và 79 điểm, xếp mức 2 và 3.",
        "Nhóm 1: 73/100 điểm, mức 2; Nhóm 2: 79/100 điểm, mức 3",
        "Điểm nhóm 1: 73, nhóm 2: 79; mức độ tương ứng là mức 2 và mức 3.",
        "Dạy, học: 73 điểm (Mức 2); Quản trị: 79 điểm (Mức 3).",
        "Trường đạt mức 2 đối với nhóm 1 với số điểm 73/100, đạt mức 3 đối với nhóm 2 với số điểm 79/100",
        "Nhóm 1 đạt 73 điểm, đáp ứng cơ bản; nhóm 2 đạt 79 điểm, đáp ứng tốt.",
    ],
)
def test_a_sentence_on_both_groups(line: str) -> None:
    assert said(line) == [("1", "73", 2), ("2", "79", 3)]


@pytest.mark.parametrize(
    ("line", "levels"),
    [
        ("- Nhóm 1: tổng điểm 36 điểm - mức 1: đáp ứng tốt", [1, 3]),
        ("Nhóm 1: 79 điểm, mức 3 - đáp ứng cơ bản", [3, 2]),
        ("Nhóm 1: 79 điểm, xếp mức 3 (mức đáp ứng cơ bản).", [3, 2]),
        ("Nhóm 1: 79 điểm - mức 3: đáp ứng tốt", [3]),
        ("Nhóm 1: 79 điểm - mức 3, đáp ứng cơ bản yêu cầu dạy học", [3]),
    ],
)
def test_a_level_with_a_name_beside_it(line: str, levels: list[int]) -> None:
    assert [level for _, _, level in said(line)] == levels


@pytest.mark.parametrize(
    ("line", "scores"),
    [
        ("Trường tự đánh giá đạt 82/100 điểm nhóm 1 và 76/100 điểm nhóm 2, đều ở mức 3.", ["82", "76"]),
        ("Nhóm 1: 82 điểm, nhóm 2: 76 điểm, cùng xếp mức 3.", ["82", "76"]),
        ("Nhà trường tự xếp loại mức 3 ở cả hai nhóm tiêu chí.", [None, None]),
    ],
)
def test_one_level_that_closes_the_sentence_is_of_both(line: str, scores: list[str | None]) -> None:
    assert said(line) == [("1", scores[0], 3), ("2", scores[1], 3)]


@pytest.mark.parametrize(
    "line",
    [
        "Trên tổng số 100 điểm của mỗi nhóm, đơn vị đạt 73 điểm ở nhóm 1 và 79 điểm ở nhóm 2.",
        "Nội dung dạy, học đạt 73 điểm/100 điểm tối đa; nội dung quản trị đạt 79 điểm/100 điểm tối đa.",
        "Điểm chuyển đổi số trong dạy, học của đơn vị là 73, điểm chuyển đổi số trong quản trị là 79.",
    ],
)
def test_scores_of_both_groups(line: str) -> None:
    assert said(line) == [("1", "73", None), ("2", "79", None)]


def test_scores_before_the_groups() -> None:
    assert said("Nhà trường đạt 73 điểm ở nhóm 1 và 79 điểm ở nhóm 2") == [("1", "73", None), ("2", "79", None)]


def test_scores_of_each_and_one_level_of_all() -> None:
    line = "Trường đạt 63 điểm ở nhóm 1 và 69 điểm ở nhóm 2; cả hai nhóm đều ở mức 2."
    assert said(line) == [("1", "63", None), ("2", "69", None), ("1", None, 2), ("2", None, 2)]


def test_one_level_of_all_groups() -> None:
    assert said("Cả hai nhóm đều đạt mức 2") == [("1", None, 2), ("2", None, 2)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["Nhóm tiêu chí 1: Dạy & Học", "Tổng điểm: 85,5 điểm", "Mức độ: 3"], [("1", "85.5", 3)], id="three lines"
        ),
        pytest.param(
            ["NHÓM TIÊU CHÍ 1: CHUYỂN ĐỔI SỐ TRONG DẠY, HỌC", "KẾT LUẬN MỨC ĐỘ ĐÁP ỨNG: MỨC 3"],
            [("1", None, 3)],
            id="a conclusion under the group's heading",
        ),
        pytest.param(
            ["I. NHÓM TIÊU CHÍ 1: CĐS TRONG DẠY VÀ HỌC", "Tổng điểm: 76 điểm. Xếp loại: Mức 3."],
            [("1", "76", 3)],
            id="an abbreviation in the group's title",
        ),
        pytest.param(
            ["- Nhóm 1: 73 điểm", "- Nhóm 2: 79 điểm", "Đạt mức độ chuyển đổi số: Mức 2"],
            [("1", "73", None), ("2", "79", None)],
            id="a level of the whole is no group's",
        ),
        pytest.param(
            ["- Nhóm 1: 73 điểm (Mức 2)", "- Nhóm 2: 79 điểm (Mức 3)", "KẾT LUẬN: MỨC 2"],
            [("1", "73", 2), ("2", "79", 3)],
            id="a conclusion after both",
        ),
        pytest.param(
            ["Nhóm tiêu chí | Điểm tối đa | Điểm đạt | Mức độ", "Nhóm 1 | 100 | 73 | 2", "Nhóm 2 | 100 | 79 | 3"],
            [("1", "73", 2), ("2", "79", 3)],
            id="a small table",
        ),
        pytest.param(
            [
                "Nhóm | Điểm tối đa | Điểm tự chấm | Xếp mức",
                "Dạy, học | 100 | 73 | Mức 2",
                "Quản trị | 100 | 79 | Mức 3",
            ],
            [("1", "73", 2), ("2", "79", 3)],
            id="a small table with the matters alone",
        ),
        pytest.param(["II. QUẢN TRỊ NHÀ TRƯỜNG", "Tổng điểm: 75 điểm."], [("2", "75", None)], id="a matter as heading"),
        pytest.param(
            ["- Nhóm tiêu chí 2 “Chuyển đổi số trong quản trị cơ sở giáo dục”: 79/100 điểm - đạt Mức", "độ: 3"],
            [("2", "79", 3)],
            id="a wrapped line",
        ),
    ],
)
def test_several_lines(lines: list[str], expected: list[Said]) -> None:
    assert said(*lines) == expected


def test_lines_after_a_table_of_one_group_speak_of_it() -> None:
    passages = [
        Passage("Có triển khai sổ điểm điện tử", Place(table=2, row=3), "appendix", "2.3"),
        Passage("Tổng điểm: 79 điểm", Place(paragraph=9), "closing"),
        Passage("Mức độ: 3", Place(paragraph=10), "closing"),
    ]
    (found,) = find_statements(passages, CRITERIA)
    assert (said_of((found,)), found.after_table) == ([("2", "79", 3)], True)


def test_a_group_heading_taken_for_a_running_head_still_speaks_for_its_lines() -> None:
    passages = [
        Passage("Có triển khai sổ điểm điện tử", Place(table=2, row=3), "appendix", "2.3"),
        Passage("I. NHÓM TIÊU CHÍ 1: CĐS TRONG DẠY VÀ HỌC", Place(page=2), "margin"),
        Passage("Tổng điểm: 76 điểm. Xếp loại: Mức 3.", Place(paragraph=9), "closing"),
    ]
    assert said_of(find_statements(passages, CRITERIA)) == [("1", "76", 3)]


def test_lines_after_a_table_of_both_groups_speak_of_none() -> None:
    passages = [
        Passage("Phần mềm dạy học", Place(table=2, row=3), "appendix", "1.3"),
        Passage("Sổ điểm điện tử", Place(table=2, row=9), "appendix", "2.3"),
        Passage("Tổng điểm: 79 điểm", Place(paragraph=9), "closing"),
    ]
    assert find_statements(passages, CRITERIA) == ()


def test_a_statement_keeps_figure_maximum_text_and_place() -> None:
    (found,) = find_statements([Passage("Nhóm 1: 73/100 điểm", Place(page=3, paragraph=7))], CRITERIA)
    assert found.score is not None and found.maximum is not None
    assert (found.score.text, found.maximum.value, found.text) == ("73/100 điểm", Decimal(100), "Nhóm 1: 73/100 điểm")
    assert found.score.place == found.place == Place(page=3, paragraph=7)


def sure_of(*lines: str) -> list[tuple[str, bool]]:
    passages = [Passage(line, Place(paragraph=number), "text") for number, line in enumerate(lines, 1)]
    reporter = Reporter("2023-2024", "TRƯỜNG THCS BÁT TRÀNG", group_names_of(CRITERIA))
    return [(one.group, one.sure) for one in find_statements(passages, CRITERIA, reporter)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Nhóm 1 đạt 73 điểm, xếp mức 2.", id="figures and a level"),
        pytest.param("Hội đồng thống nhất nhóm 1 có tổng điểm 73, tương ứng mức 2.", id="who scored"),
        pytest.param("Nhóm 1 đạt 73 điểm, tăng 8 điểm so với năm học trước.", id="compared with last year"),
        pytest.param("Tổng điểm của nhóm 1 (từ 1.3 đến 1.7) là 73 điểm.", id="all its criteria listed"),
        pytest.param("Nhóm 1 được 73 điểm trong tổng số 100 điểm.", id="out of the maximum"),
    ],
)
def test_what_is_understood_whole_is_sure(line: str) -> None:
    assert sure_of(line) == [("1", True)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Khi mới triển khai, nhóm 1 vỏn vẹn 61 điểm.", id="of old"),
        pytest.param("Bản nháp ghi nhóm 1 được 57 điểm.", id="a draft"),
        pytest.param("Phụ huynh cho rằng nhóm 1 chỉ xứng đáng 57 điểm.", id="what others think"),
        pytest.param("Phần thưởng cho tổ đứng đầu nhóm 1 là 5 điểm thi đua.", id="points of another kind"),
        pytest.param("Để nhóm 1 lên mức 3, nhà trường cần thêm phòng máy.", id="a wish"),
        pytest.param("41% trường trong ngành ở mức 3 nhóm 1.", id="other schools"),
    ],
)
def test_what_is_not_understood_whole_is_never_sure(line: str) -> None:
    assert ("1", True) not in sure_of(line)


def test_a_sentence_behind_one_on_last_year_is_doubtful() -> None:
    assert sure_of("Năm học trước nhóm 1 đạt 60 điểm. Nhóm 2 đạt 61 điểm.") == [("2", False)]


def test_a_figure_that_is_no_groups_makes_the_sentence_doubtful() -> None:
    assert sure_of("Nhóm 1 đạt 73 điểm, 66 điểm, nhóm 2 đạt 84 điểm.") == [("1", False), ("2", False)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "Kết quả chấm: dạy, học – 73 điểm (mức 2); quản trị – 84 điểm (mức 3).",
            [("1", "73", 2), ("2", "84", 3)],
            id="matters side by side",
        ),
        pytest.param(
            "Hai nhóm đạt lần lượt 73 điểm và 84 điểm.", [("1", "73", None), ("2", "84", None)], id="both in order"
        ),
        pytest.param(
            "Đạt mức 2 trong dạy, học, mức 3 trong quản trị.",
            [],
            id="levels before matters are left alone",
        ),
        pytest.param(
            "Điểm nhóm 1 là 73, nhóm 2 là 84.", [("1", "73", None), ("2", "84", None)], id="the word for points once"
        ),
        pytest.param(
            "Cả hai nhóm đều vượt 50 điểm, cụ thể: nhóm 1: 73 điểm; nhóm 2: 84 điểm.",
            [("1", "73", None), ("2", "84", None)],
            id="both, then each",
        ),
        pytest.param(
            "Nhóm 1 đạt 73 điểm. Căn cứ quy định, dạy học đạt mức 2, quản trị đạt mức 3.",
            [("1", "73", 2), ("2", None, 3)],
            id="a sentence of its own for the levels",
        ),
        pytest.param("Dạy học trực tuyến đạt 92 điểm.", [], id="one matter alone is an activity"),
        pytest.param(
            "Trường tự xác định: dạy, học – đáp ứng cơ bản; quản trị – đáp ứng tốt.",
            [("1", None, 2), ("2", None, 3)],
            id="levels by name behind matters",
        ),
        pytest.param(
            "Điểm nhóm 1 (60) và điểm nhóm 2 (70) đã công khai.",
            [("1", "60", None), ("2", "70", None)],
            id="figures in brackets",
        ),
        pytest.param(
            "Trường đạt đáp ứng tốt ở nhóm 1 và đáp ứng cơ bản ở nhóm 2.",
            [("1", None, 3), ("2", None, 2)],
            id="levels by name before groups",
        ),
        pytest.param(
            "Điểm của nhóm 1 và nhóm 2 lần lượt là 89 và 60 trên thang 100.",
            [("1", "89", None), ("2", "60", None)],
            id="in order, out of the scale",
        ),
    ],
)
def test_groups_by_their_matter_and_in_order(line: str, expected: list[Said]) -> None:
    assert said(line) == expected
