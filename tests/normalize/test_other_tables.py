"""Tables that name criteria and hold figures, but are not the school's scores."""

import pytest

from normalize.appendix import read_appendix
from normalize.criteria_file import load
from parsers.document import Table
from tests.grids import document_of, table_of

CRITERIA = load("4725-2022")
TITLES = {
    "1.3": "Triển khai phần mềm dạy học trực tuyến",
    "1.4": "Số lượng học liệu được số hóa",
    "1.5": "Tổ chức thi, kiểm tra, đánh giá trên phòng máy tính",
    "1.6": "Phát triển nguồn nhân lực chuyển đổi số",
    "1.7": "Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học",
    "2.3": "Triển khai phần mềm quản trị nhà trường",
    "2.4": "Mức độ triển khai dịch vụ trực tuyến",
}
SCORES = {"1.3": "30", "1.4": "8", "1.5": "15", "1.6": "20", "1.7": "12", "2.3": "54", "2.4": "21"}
HEAD = "| TT | Nội dung tiêu chí | Thang điểm | Điểm tự đánh giá | Minh chứng |"
MAXIMA = {"1.3": 30, "1.4": 10, "1.5": 20, "1.6": 20, "1.7": 20, "2.3": 70, "2.4": 30}


def scored(group: str) -> Table:
    rows = [
        f"| {key} | {TITLES[key]} | {MAXIMA[key]} | {SCORES[key]} | Có |"
        for key in TITLES
        if key.startswith(f"{group}.")
    ]
    return table_of(HEAD, *rows, number=int(group) + 1)


def rows_of(*figures: tuple[str, str]) -> list[str]:
    return [f"| {n} | {key}. {TITLES[key]} | {figure} | x |" for n, (key, figure) in enumerate(figures, 1)]


DAYS = [(key, f"{day}/4") for key, day in zip(TITLES, (20, 15, 9, 23, 15, 22, 16), strict=True)]
GOALS = [("1.3", "30"), ("1.6", "20"), ("2.4", "30")]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(["| STT | Nội dung | Thời hạn | Ghi chú |", *rows_of(*DAYS)], id="days under a head that says so"),
        pytest.param(["| STT | Nội dung | Nộp ngày | Tổ |", *rows_of(*DAYS)], id="days under a head that says nothing"),
        pytest.param(["| TT | Tiêu chí | Điểm phấn đấu | Giải pháp |", *rows_of(*GOALS)], id="points aimed at"),
        pytest.param(["| TT | Tiêu chí | Điểm | Giải pháp |", *rows_of(*GOALS)], id="points of a few criteria"),
    ],
)
def test_the_scores_are_those_of_the_score_tables(other: list[str]) -> None:
    found = read_appendix(document_of(table_of(*other), scored("1"), scored("2")), CRITERIA)
    assert found is not None
    appendix = found.appendix
    read = {one.id: str(one.score.value) for group in appendix.groups for one in group.criteria if one.score}
    assert (read, appendix.duplicates) == (SCORES, ())


@pytest.mark.parametrize("head", ["Thời hạn", "Nộp ngày"])
def test_a_plan_alone_is_no_score_table(head: str) -> None:
    table = table_of(f"| STT | Nội dung | {head} | Tổ |", *rows_of(*DAYS))
    found = read_appendix(document_of(table), CRITERIA)
    assert found is None or not any(one.score for group in found.appendix.groups for one in group.criteria)


def test_goals_of_criteria_beside_tables_of_their_items() -> None:
    items = {
        "1.4": ["Số lượng học liệu được số hóa"],
        "1.5": [
            "Có phần mềm, máy tính kết nối mạng LAN",
            "Phần mềm tổ chức thi trên máy tính có kết nối, trao đổi kết quả",
        ],
        "2.4": [
            "Triển khai dịch vụ tuyển sinh đầu cấp trực tuyến",
            "Triển khai ứng dụng kết nối gia đình và nhà trường",
        ],
        "1.6": ["Tỷ lệ giáo viên có tài khoản trên hệ thống bồi dưỡng", "Tỷ lệ giáo viên xây dựng được học liệu số"],
    }
    rows = [f"| {n} | {title} | 7 | 5 | Có |" for n, title in enumerate((t for ts in items.values() for t in ts), 1)]
    goals = ["| TT | Tiêu chí | Điểm | Cách làm |", *rows_of(("1.5", "20"), ("1.6", "20"), ("2.4", "30"))]
    found = read_appendix(document_of(table_of(HEAD, *rows), table_of(*goals, number=2)), CRITERIA)
    assert found is not None
    assert found.appendix.duplicates == ()
    assert [one.id for group in found.appendix.groups for one in group.criteria if one.score] in ([], ["1.4"])
