"""When two subjects are of one document, and when of two; in between nothing is said."""

from __future__ import annotations

import pytest

from rules.likeness import are_two_acts, are_two_subjects, begin_as_one, is_one_subject, name_two

COMMITTEE = "thành lập Ban chỉ đạo chuyển đổi số Trường THCS Hoa Mai năm học 2022-2023"
PLAN = "thực hiện nhiệm vụ CNTT, chuyển đổi số và công tác thống kê giáo dục năm học 2022-2023"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (COMMITTEE, COMMITTEE),
        (COMMITTEE, "V/v thành lập Ban chỉ đạo chuyển đổi số"),
        (COMMITTEE, "thành lập BCĐ chuyển đổi số năm học 2022 - 2023"),
        (PLAN, "Kế hoạch thực hiện nhiệm vụ công nghệ thông tin, chuyển đổi số và thống kê giáo dục"),
        ("về CNTT và CĐS năm học 2022-2023", "ứng dụng công nghệ thông tin và chuyển đổi số năm học 2022-2023"),
        ("phân quyền khai thác CSDL ngành", "V/v phân quyền khai thác, sử dụng cơ sở dữ liệu ngành GD&ĐT"),
        ("quy chế tổ chức dạy học trực tuyến", "ban hành Quy chế dạy học trực tuyến của nhà trường"),
        (
            COMMITTEE,
            COMMITTEE + " Ban chỉ đạo tiến hành tự đánh giá dựa trên hồ sơ, minh chứng và ghi chép biên bản đầy đủ",
        ),
    ],
)
def test_one_document(one, other):
    assert (is_one_subject(one, other), are_two_subjects(one, other)) == (True, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (COMMITTEE, "kiện toàn Ban chỉ đạo chuyển đổi số năm học 2022-2023"),
        (COMMITTEE, "ban hành Quy chế hoạt động của Ban chỉ đạo chuyển đổi số Trường THCS Hoa Mai"),
        (COMMITTEE, "thành lập Tổ tự đánh giá mức độ chuyển đổi số năm học 2022-2023"),
        (COMMITTEE, "phân công nhiệm vụ thành viên Ban chỉ đạo chuyển đổi số"),
        (PLAN, "ứng dụng CNTT, chuyển đổi số trong dạy học và kiểm tra, đánh giá năm học 2022-2023"),
        (PLAN, "tuyên truyền, nâng cao nhận thức về chuyển đổi số năm học 2022-2023"),
        ("tổ chức dạy học trực tuyến năm học 2022-2023", "tổ chức kiểm tra, đánh giá trực tuyến năm học 2022-2023"),
        ("", COMMITTEE),
        ("phân công giáo viên chủ nhiệm lớp 6A", "phân công giáo viên chủ nhiệm lớp 6B"),
        ("kiểm tra, đánh giá định kỳ trên phòng máy học kỳ I", "kiểm tra, đánh giá định kỳ trên phòng máy học kỳ 2"),
    ],
)
def test_not_surely_one(one, other):
    assert not is_one_subject(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (COMMITTEE, "ban hành Quy chế tổ chức dạy học trực tuyến"),
        ("quy chế tổ chức dạy học trực tuyến", "phân quyền khai thác, sử dụng cơ sở dữ liệu ngành"),
        ("kiểm tra, đánh giá định kỳ trên phòng máy", "bồi dưỡng thường xuyên cán bộ quản lý, giáo viên"),
        ("phê duyệt danh mục học liệu số dùng chung", "ban hành Quy chế sử dụng phần mềm quản trị nhà trường"),
        ("kiện toàn Ban chỉ đạo ứng dụng CNTT, chuyển đổi số", "phê duyệt danh mục học liệu số dùng chung"),
    ],
)
def test_two_documents(one, other):
    assert (is_one_subject(one, other), are_two_subjects(one, other)) == (False, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("thực hiện nhiệm vụ năm học 2022-2023", "tổ chức dạy học trực tuyến năm học 2022-2023"),
        (COMMITTEE, "phân công nhiệm vụ thành viên Ban chỉ đạo chuyển đổi số"),
        ("", PLAN),
        ("dùng chung kho học liệu", "su dung hoc lieu so dung chung"),
        ("hoà mạng phòng máy", "lắp máy, hòa mạng"),
        ("ứng dụng CNTT", "công nghệ thông tin"),
        ("sử dụng kho dùng chung", "phần mềm dùng chung"),
    ],
)
def test_not_surely_two(one, other):
    assert not are_two_subjects(one, other)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (COMMITTEE, PLAN, False),
        (COMMITTEE, "Ban chỉ đạo chuyển đổi số", False),
        (COMMITTEE, "thành lập Ban chỉ đạo và phân công nhiệm vụ thành viên", False),
        (COMMITTEE, "kiện toàn Ban chỉ đạo chuyển đổi số năm học 2022-2023", True),
        (COMMITTEE, "ban hành Quy chế hoạt động của Ban chỉ đạo chuyển đổi số", True),
    ],
)
def test_two_acts(one, other, apart):
    assert are_two_acts(one, other) is apart


EXAM = "kiểm tra, đánh giá định kỳ học sinh trên phòng máy năm học 2023-2024"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param(EXAM, "kiểm tra, đánh giá định kỳ học sinh trên phòng máy", False, id="one names no year"),
        pytest.param(EXAM + " của khối 6", EXAM + " của khối 7", False, id="two grades"),
        pytest.param(
            "thực hiện nhiệm vụ năm học 2023-2024 của tổ Toán",
            "thực hiện nhiệm vụ năm học 2023-2024 của tổ Văn",
            False,
            id="a beginning that many have",
        ),
        pytest.param(
            EXAM + " đạt kết quả tốt", EXAM + " Phần mềm thi: Network Magic", True, id="each sentence goes on"
        ),
        pytest.param(EXAM, EXAM.replace("-", " – "), True, id="the year written otherwise"),
        pytest.param(
            "V/v giáo dục nhà trường năm học 2022-2023",
            "giáo dục nhà trường năm học 2022 - 2023",
            True,
            id="common words, where the year ends both",
        ),
        pytest.param(
            "giáo dục nhà trường năm học 2022-2023 của tổ Toán",
            "giáo dục nhà trường năm học 2022-2023",
            False,
            id="common words, and one goes on",
        ),
        pytest.param("năm học 2022-2023", "năm học 2022-2023", False, id="the year alone"),
        pytest.param("a b c d e năm học 2022-2023 x", "a b c d e năm học 2022-2023 y", True, id="five words"),
        pytest.param("a b c d năm học 2022-2023 x", "a b c d năm học 2022-2023 y", False, id="four words"),
    ],
)
def test_beginning_as_one(one, other, alike):
    assert begin_as_one(one, other) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("alpha beta gamma delta epsilon", "alpha beta gamma delta", True, id="four of five words"),
        pytest.param("alpha beta gamma delta", "alpha beta gamma zeta", False, id="three of four words"),
        pytest.param("alpha beta", "alpha beta gamma delta", True, id="all of the shorter, half of both"),
        pytest.param("alpha beta", "alpha beta gamma delta epsilon", False, id="all of the shorter, less than half"),
        pytest.param("alpha beta", "alpha beta", True, id="two words"),
        pytest.param("alpha", "alpha", False, id="one word"),
        pytest.param("alpha 12 2023", "alpha 12 2023", False, id="figures are no words"),
        pytest.param("ngành GD&ĐT", "ngành giáo dục và đào tạo", False, id="one word beside those that many have"),
        pytest.param("chuyên môn ngành GD&ĐT", "chuyên môn ngành giáo dục", True, id="an abbreviation"),
        pytest.param("thành lập tổ Toán khối", "thành lập Toán khối", False, id="a team is told"),
        pytest.param("tổ chức thi Toán", "thi Toán", True, id="to organise is no team"),
        pytest.param("thành lập đội Sao đỏ", "thành lập Sao đỏ", False, id="a squad is told"),
        pytest.param("đối với Sao đỏ", "Sao đỏ", True, id="as to is no squad"),
        pytest.param("họp BCĐ", "họp Ban chỉ đạo", True, id="the committee, abridged"),
        pytest.param("ngành GD&ĐT", "ngành GD&ĐT", False, id="one word beside an abbreviation that many have"),
        pytest.param("về Toán", "về Toán", False, id="one word beside a little one"),
        pytest.param("công tác đào tạo", "công tác đào tạo", False, id="words that many have"),
    ],
)  # fmt: skip
def test_how_much_two_wordings_share(one, other, alike):
    assert is_one_subject(one, other) is alike
    assert is_one_subject(other, one) is alike


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        pytest.param("alpha beta gamma", "delta epsilon zeta", True, id="no word"),
        pytest.param("alpha beta gamma", "alpha delta epsilon zeta", False, id="one of three"),
        pytest.param("a b c d e f g", "a h i j k l m", True, id="one of seven"),
        pytest.param("năm học 2022-2023", "alpha beta", False, id="one says nothing"),
        pytest.param("kho học liệu", "tuyen chon hoc lieu", False, id="one is written without marks"),
        pytest.param("chỉ đạo tuyển sinh", "dạo phố mùa xuân", True, id="đ and d are two letters"),
        pytest.param("kỹ năng sống", "kĩ thuật trồng rau", False, id="y and i are one"),
        pytest.param("hoà mạng máy tính", "hòa giải viên cơ sở", False, id="a mark on either letter"),
        pytest.param(
            " ".join(f"a{letter}" for letter in "bcdefghijklmnopqrstu"),
            " ".join(f"a{letter}" for letter in "bcd") + " " + " ".join(f"b{letter}" for letter in "bcdefghijklmnopqr"),
            True,
            id="three of twenty",
        ),
    ],
)
def test_when_two_wordings_share_next_to_nothing(one, other, apart):
    assert are_two_subjects(one, other) is apart
    assert are_two_subjects(other, one) is apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("học kỳ I", "học kỳ 1", False),
        ("học kỳ I", "học kỳ II", True),
        ("học kỳ II", "học kỳ 2", False),
        ("học kỳ III", "học kỳ 3", False),
        ("học kỳ III", "học kỳ II", True),
        ("quý IV", "quý 4", False),
        ("quý IV", "quý I", True),
        ("lớp 6A", "khối 6", True),
        ("lớp 6A", "6A", False),
        ("tháng 9", "Toán", False),
        ("lớp 6A, lớp 6B", "lớp 6B", False),
    ],
)
def test_which_of_several_like_things(one, other, apart):
    assert name_two(one, other) is apart
