"""When two subjects are of one document, and when of two; in between nothing is said."""

from __future__ import annotations

import pytest

from rules.likeness import are_two_acts, are_two_subjects, begin_as_one, is_one_subject

COMMITTEE = "thành lập Ban chỉ đạo chuyển đổi số Trường THCS Hoa Mai năm học 2022-2023"
PLAN = "thực hiện nhiệm vụ CNTT, chuyển đổi số và công tác thống kê giáo dục năm học 2022-2023"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (COMMITTEE, COMMITTEE),
        (COMMITTEE, "V/v thành lập Ban chỉ đạo chuyển đổi số"),
        (COMMITTEE, "thành lập BCĐ chuyển đổi số năm học 2022 - 2023"),
        (PLAN, "Kế hoạch thực hiện nhiệm vụ công nghệ thông tin, chuyển đổi số và thống kê giáo dục"),
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
    ],
)
def test_beginning_as_one(one, other, alike):
    assert begin_as_one(one, other) is alike
