"""The score table under many layouts: figures reach their criteria whatever the columns are called."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.appendix import read_appendix
from normalize.criteria_file import load
from normalize.report import Appendix
from parsers.document import Table
from tests.grids import document_of, table_of

CRITERIA = load("4725-2022")
ITEM_ROWS = (
    "| 1.3 | Triển khai phần mềm dạy học trực tuyến | 30 | 21 | Mức 3 | MS Teams |",
    "|  | - Có triển khai phần mềm dạy học trực tuyến trực tiếp | 6 | 5 |  |  |",
    "|  | - LMS/LCMS: giáo viên giao bài cho học sinh tự học | 6 | 4 |  |  |",
    "|  | - LMS/LCMS: giáo viên trả lời, giải đáp câu hỏi của học sinh | 6 | 4 |  |  |",
    "|  | - LMS/LCMS: tổ chức kiểm tra, đánh giá thường xuyên | 6 | 4 |  |  |",
    "|  | - LMS/LCMS: phụ huynh học sinh tham gia vào các hoạt động học tập của học sinh | 6 | 4 |  |  |",
    "| 1.4 | Số lượng học liệu được số hóa | 10 | 8,5 | Mức 2 | 42 học liệu |",
    "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính | 20 | 12 | Mức 2 | Netop |",
)
HEAD = "| STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Mức độ | Minh chứng |"


def read(*blocks: str | Table) -> Appendix:
    found = read_appendix(document_of(*blocks), CRITERIA)
    assert found is not None
    return found.appendix


def scores(appendix: Appendix) -> dict[str, str]:
    """Every score read, by id; "?" where the text was not understood."""
    found = {}
    for group in appendix.groups:
        for line in (group, *group.criteria, *(item for one in group.criteria for item in one.items)):
            if line.score is not None:
                found[line.id] = "?" if line.score.value is None else str(line.score.value)
    return found


def levels(appendix: Appendix) -> dict[str, int | None]:
    return {one.id: one.level.value for group in appendix.groups for one in group.criteria if one.level is not None}


EXPECTED = {"1.3": "21", "1.3a": "5", "1.3b": "4", "1.3c": "4", "1.3d": "4", "1.3e": "4", "1.4": "8.5", "1.5": "12"}


GROUPS = table_of("| Nhóm | Điểm | Mức |", "| Nhóm 1 | 73 | 2 |", "| Nhóm 2 | 79 | 3 |")
LETTERHEAD = table_of("| UBND PHƯỜNG | CỘNG HÒA XÃ HỘI |", "| TRƯỜNG THCS A | Số: 12/BC-THCSA |")
SOFTWARE = table_of(
    "| STT | Phần mềm | Nhà cung cấp | Số tài khoản |",
    "| 1 | Phần mềm quản trị nhà trường | VNPT | 630 |",
    "| 2 | Phần mềm kế toán | MISA | 344 |",
    "| 3 | Phần mềm dạy học trực tuyến | VNPT | 16 |",
)
DUTIES = table_of(
    "| STT | Tiêu chí | Cá nhân thực hiện | Thời điểm nộp |",
    "| 1 | 1.3. Triển khai phần mềm dạy học trực tuyến | Văn thư | 5/4 |",
    "| 2 | 1.4. Số lượng học liệu được số hóa | Thư viện | 26/4 |",
    "| 3 | 1.6. Phát triển nguồn nhân lực chuyển đổi số | Tổ trưởng | 16/4 |",
)
SCALE = table_of("| STT | Mức | Điểm |", "| 1 | Mức 1 | Dưới 50 |", "| 2 | Mức 2 | 50 đến 75 |")


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("Tiêu chí 1.3 đạt 21 điểm.", id="a paragraph"),
        pytest.param(GROUPS, id="a summary of groups"),
        pytest.param(LETTERHEAD, id="a letterhead"),
        pytest.param(SCALE, id="the scale explained"),
        pytest.param(DUTIES, id="duties with days, which are out of nothing that can be had"),
        pytest.param(SOFTWARE, id="software and its accounts, more than any points"),
    ],
)
def test_what_is_no_score_table(block: str | Table) -> None:
    assert read_appendix(document_of(block), CRITERIA) is None


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        "| TT | Nội dung | Điểm chuẩn | Trường đánh giá | Xếp mức | Hồ sơ, minh chứng |",
        "| Mã | Nội dung tiêu chí | Thang điểm | Điểm đạt được | Mức đạt | Ghi chú |",
        "| Số TT | Nội dung đánh giá mức độ chuyển đổi số | Điểm TĐ | Kết quả | Mức | Ghi chú, minh chứng |",
        "| SO TT | TIEU CHI | DIEM TOI DA | DIEM THANH PHAN | MUC DO | GHI CHU |",
    ],
)
def test_columns_are_known_under_any_heading(head: str) -> None:
    appendix = read(table_of(head, *ITEM_ROWS))
    assert scores(appendix) == EXPECTED
    assert levels(appendix) == {"1.3": 3, "1.4": 2, "1.5": 2}


def test_columns_are_known_without_any_heading() -> None:
    appendix = read(table_of(*ITEM_ROWS))
    assert scores(appendix) == EXPECTED
    assert appendix.groups[0].criteria[0].stated_max is not None
    assert appendix.groups[0].criteria[0].stated_max.value == 30


def test_a_row_whose_words_are_abbreviated_like_a_head_is_no_heading() -> None:
    condition = "| Tiêu chí 1.2 | Ban hành quy chế dạy học TT | | | | |"
    assert scores(read(table_of(condition, *ITEM_ROWS))) == EXPECTED


@given(st.permutations(range(6)))
def test_columns_are_known_in_any_order(order: list[int]) -> None:
    rows = [row.strip().strip("|").split("|") for row in (HEAD, *ITEM_ROWS)]
    moved = ["|" + "|".join(row[column] for column in order) + "|" for row in rows]
    appendix = read(table_of(*moved))
    assert scores(appendix) == EXPECTED
    assert levels(appendix) == {"1.3": 3, "1.4": 2, "1.5": 2}


@given(st.lists(st.sampled_from(["", "1.3", "1.4", "1.5", "7", "II.2", "-"]), min_size=8, max_size=8))
def test_wrong_labels_do_not_throw_off_the_rows(labels: list[str]) -> None:
    rows = [f"| {label} |" + row.split("|", 2)[2] for label, row in zip(labels, ITEM_ROWS, strict=True)]
    assert scores(read(table_of(HEAD, *rows))) == EXPECTED


def test_another_partys_points_are_kept_apart() -> None:
    appendix = read(
        table_of(
            "| TT | Tiêu chí | Điểm tối đa | Điểm tự đánh giá | Điểm thẩm định | Chênh lệch |",
            "| 1.4 | Số lượng học liệu được số hóa | 10 | 8 | 6 | 2 |",
            "| 1.5 | Có tổ chức triển khai thi trên phòng máy tính | 20 | 12 | 12 | 0 |",
            "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số | 20 | 18 | 17 | 1 |",
        )
    )
    assert scores(appendix) == {"1.4": "8", "1.5": "12", "1.6": "18"}
    assert appendix.groups[0].criteria[0].assessed is not None
    assert appendix.groups[0].criteria[0].assessed.value == 6


def test_items_and_scores_listed_in_one_cell_are_paired_when_one_side_wraps() -> None:
    appendix = read(
        table_of(
            HEAD,
            "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số:\\n- Tỷ lệ giáo viên có tài khoản\\ntự bồi dưỡng"
            "\\n- Tỷ lệ giáo viên khai thác sử dụng được các phần mềm\\n- Tỷ lệ giáo viên xây dựng được học liệu số"
            " | 20 | 7\\n7\\n6 | Mức 3 | 100% |",
            "| 1.4 | Số lượng học liệu được số hóa | 10 | 10 | Mức 3 | 42 |",
            "| 1.5 | Có tổ chức triển khai thi trên phòng máy tính | 20 | 12 | Mức 2 |  |",
        )
    )
    assert {key: value for key, value in scores(appendix).items() if key.startswith("1.6")} == {
        "1.6a": "7", "1.6b": "7", "1.6c": "6",
    }  # fmt: skip


def test_a_criterion_written_together_with_its_first_item() -> None:
    appendix = read(
        table_of(
            HEAD,
            "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính; có phần mềm, máy tính kết nối mạng LAN"
            " | 20 | 12 | Mức 2 |  |",
            "|  | Phần mềm tổ chức thi trên máy tính có kết nối, trao đổi kết quả với hệ thống quản trị |  | 3 |  |  |",
            "| 1.4 | Số lượng học liệu được số hóa | 10 | 10 | Mức 3 | 42 |",
        )
    )
    assert {key: value for key, value in scores(appendix).items() if key.startswith("1.5")} == {
        "1.5a": "12",
        "1.5b": "3",
    }


def test_a_merged_score_over_the_items_is_the_criterions() -> None:
    appendix = read(
        table_of(
            HEAD,
            "| 1.7 | - Tỷ lệ phòng học có thiết bị trình chiếu, kết nối Internet | 20 | 15 | Mức 3 |  |",
            "| ^ | - Mức độ đáp ứng yêu cầu dạy môn tin học | ^ | ^ | ^ |  |",
            "| ^ | - Có phòng studio | ^ | ^ | ^ |  |",
            "| 2.2 | Có ban hành kế hoạch ứng dụng CNTT, chuyển đổi số |  | Đạt |  | Kế hoạch số 12/KH-THCS |",
        )
    )
    assert scores(appendix) == {"1.7": "15"}
    assert [(one.id, one.answer and one.answer.value) for one in appendix.groups[1].criteria] == [("2.2", True)]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("7", "7"),
        ("7\\n8", "?"),
        ("-3", "?"),
        ("Đạt", "?"),
        ("7,\\n5", "7.5"),
        ("19.\\n0", "19"),
        ("**", "?"),
        ("6 đi\\nểm", "6"),
        ("8/1\\n0", "8"),
    ],
)
def test_what_a_score_cell_says(text: str, score: str) -> None:
    rows = (HEAD, *ITEM_ROWS[:6], f"| 1.4 | Số lượng học liệu được số hóa | 10 | {text} | Mức 2 |  |")
    assert scores(read(table_of(*rows)))["1.4"] == score


@pytest.mark.parametrize(
    "closing", ["Cộng 1.3", "Điểm 1.3", "Điểm A.3", "Điểm tiêu chí", "Điểm TC1.3", "Cộng", "Cộng điểm tiêu chí I.3"]
)
def test_a_row_that_closes_the_items_of_a_criterion(closing: str) -> None:
    head, *items = ITEM_ROWS[:6]
    appendix = read(
        table_of(
            HEAD,
            head.replace("| 30 | 21 | Mức 3 |", "|  |  |  |"),
            *items,
            f"|  | {closing} | 20 | 21 | Mức 3 |  |",  # not the official maximum: that is for the rules to say
            *ITEM_ROWS[6:],
        )
    )
    group = appendix.groups[0]
    first = group.criteria[0]
    assert (group.score, group.stated_max) == (None, None)
    assert [reading and reading.value for reading in (first.score, first.stated_max, first.level)] == [21, 20, 3]


@pytest.mark.parametrize("head", ["Điểm/Mức độ", "Mức độ (điểm)", "Mức độ đạt được"])
def test_points_and_level_in_one_column(head: str) -> None:
    appendix = read(
        table_of(
            f"| STT | Tiêu chí | Điểm tối đa | {head} | Minh chứng |",
            "| 1.4 | Số lượng học liệu được số hóa | 10 | 8,5 - Mức 2 | 42 học liệu |",
            "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính | 20 | 12; Mức 2 | Netop |",
            "|  | - Có phần mềm, máy tính kết nối mạng LAN | 15 | 9 |  |",
            "|  | - Phần mềm tổ chức thi có kết nối, trao đổi kết quả với hệ thống quản trị | 5 | 3 |  |",
        )
    )
    assert scores(appendix) == {"1.4": "8.5", "1.5": "12", "1.5a": "9", "1.5b": "3"}
    assert levels(appendix) == {"1.4": 2, "1.5": 2}


def test_columns_of_yes_and_no_beside_the_points() -> None:
    appendix = read(
        table_of(
            "| STT | Tiêu chí | Kết quả: Có | Kết quả: Khôn\\ng | Điểm tối đa | Điểm đạt | Minh chứng |",
            "| 1.4 | Số lượng học liệu được số hóa | x |  | 10 | 8 | 42 học liệu |",
            "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính |  | x | 20 | 0 |  |",
            "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số | x |  | 20 | 13 | Có |",
        )
    )
    assert scores(appendix) == {"1.4": "8", "1.5": "0", "1.6": "13"}


def test_of_two_years_the_later_counts_also_where_a_narrow_head_breaks_the_figures() -> None:
    appendix = read(
        table_of(
            "| STT | Tiêu chí | Điểm đạt năm học 20\\n23-202\\n4 | Điểm đạt năm học 20\\n24-202\\n5 | Minh chứng |",
            "| 1.4 | Số lượng học liệu được số hóa | 6 | 8 | 42 học liệu |",
            "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính | 9 | 12 | Netop |",
            "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số | 10 | 13 | Có |",
        )
    )
    assert scores(appendix) == {"1.4": "8", "1.5": "12", "1.6": "13"}


def test_totals_are_given_to_their_groups_above_or_below_the_criteria() -> None:
    appendix = read(
        table_of(
            HEAD,
            "| I | CHUYỂN ĐỔI SỐ TRONG DẠY, HỌC | 100 | 74,5 | Mức 2 |  |",
            *ITEM_ROWS,
            "| II | CHUYỂN ĐỔI SỐ TRONG QUẢN TRỊ CƠ SỞ GIÁO DỤC |  |  |  |  |",
            "| 2.3 | Có triển khai phần mềm quản trị nhà trường | 70 | 60 |  |  |",
            "| 2.4 | Mức độ triển khai dịch vụ trực tuyến | 30 | 20 |  |  |",
            "|  | Tổng điểm nhóm 2 | 100 | 80 | Mức 3 |  |",
            "|  | Tổng cộng hai nhóm | 200 | 154,5 |  |  |",
        )
    )
    assert [(one.id, one.score and one.score.value, one.level and one.level.value) for one in appendix.groups] == [
        ("1", Decimal("74.5"), 2),
        ("2", Decimal(80), 3),
    ]
    assert appendix.unknown == ()


def test_missing_repeated_and_foreign_rows_are_told_apart() -> None:
    appendix = read(
        table_of(
            HEAD,
            *ITEM_ROWS,
            "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính | 20 | 13 | Mức 2 |  |",
            "| 1.8 | Tổ chức câu lạc bộ bóng đá cho học sinh nữ | 10 | 5 |  |  |",
        )
    )
    assert [one.id for one in appendix.duplicates] == ["1.5"]
    assert [one.label for one in appendix.unknown] == ["Tổ chức câu lạc bộ bóng đá cho học sinh nữ"]
    assert appendix.missing[:4] == ("1.1", "1.2", "1.6", "1.7")


def test_a_list_of_items_given_twice_is_a_second_row_though_one_item_is_worded_otherwise() -> None:
    first = (
        "Hạ tầng, thiết bị sử dụng:\\n- Tỷ lệ phòng học có thiết bị trình chiếu\\n- Mức độ đáp ứng yêu cầu dạy tin học"
    )
    appendix = read(
        table_of(
            HEAD,
            *ITEM_ROWS,
            f"| 1.7 | {first}\\n- Có phòng studio | 20 | 7\\n6\\n5 | Mức 3 | Có |",
            f"| 1.7 | {first}\\n- Có phòng studio gồm máy tính | 20 | 7\\n6\\n4 | Mức 3 | Có |",
        )
    )
    assert scores(appendix)["1.7c"] == "5"
    assert [one.id for one in appendix.duplicates] == ["1.7"]


def test_a_table_for_each_criterion_with_its_title_above() -> None:
    head = "| STT | Nội dung | Điểm tối đa | Điểm tự chấm | Mức | Minh chứng |"
    appendix = read(
        "Tiêu chí 1.5. Tổ chức thi, kiểm tra trên phòng máy tính (tối đa 20 điểm)",
        table_of(
            head,
            "| 1 | Có phần mềm, máy tính kết nối mạng LAN | 15 | 9 |  | Netop |",
            "| 2 | Phần mềm thi có kết nối, trao đổi kết quả với hệ thống quản trị | 5 | 5 |  |  |",
            "| Cộng | < | 20 | 14 | Mức 3 |  |",
        ),
        "Tiêu chí 1.7. Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học (tối đa 20 điểm)",
        table_of(
            head,
            "| 1 | Tỷ lệ phòng học có thiết bị trình chiếu | 8 | 8 |  |  |",
            "| 2 | Mức độ đáp ứng yêu cầu dạy môn tin học | 7 | 7 |  |  |",
            "| 3 | Có phòng studio | 5 | 0 |  |  |",
            "| Cộng | < | 20 | 16 | Mức 3 |  |",
            number=2,
        ),
    )
    assert scores(appendix) == {
        "1.5": "14", "1.5a": "9", "1.5b": "5", "1.7": "16", "1.7a": "8", "1.7b": "7", "1.7c": "0",
    }  # fmt: skip
    assert levels(appendix) == {"1.5": 3, "1.7": 3}


def test_maxima_that_stand_in_the_titles() -> None:
    appendix = read(
        table_of(
            "| TT | Tiêu chí | Điểm đạt | Minh chứng |",
            "| I | Chuyển đổi số trong dạy, học (100 điểm) | 40 |  |",
            "| 1.4 | Số lượng học liệu được số hóa (tối đa 10 điểm) | 8 | 42 học liệu |",
            "| 1.5 | Tổ chức thi, kiểm tra trên phòng máy tính (20đ) | 12 | Netop |",
            "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số (20 điểm) | 20 | 100% |",
        )
    )
    group = appendix.groups[0]
    found = [one.stated_max and one.stated_max.value for one in (group, *group.criteria)]
    assert found == [100, 10, 20, 20]


@pytest.mark.parametrize("name", ["Ghi chú", "Giải trình"])
def test_a_column_of_notes_is_no_evidence_unless_it_is_filled_throughout(name: str) -> None:
    rows = [row.rsplit("|", 2)[0] for row in ITEM_ROWS]
    head = HEAD.replace("Minh chứng", name)
    sparse = read(table_of(head, *(f"{row}| {'Đã nộp' if at == 6 else ''} |" for at, row in enumerate(rows))))
    assert not sparse.evidence_column
    full = read(table_of(head, *(f"{row}| Tệp số {at} |" for at, row in enumerate(rows))))
    assert full.evidence_column


def test_levels_in_roman_numbers_without_a_head() -> None:
    rows = (
        "| 1.1 | Có ban hành kế hoạch tổ chức dạy học trực tuyến |  |  | Đạt |",
        "| 1.4 | Số lượng học liệu được số hóa | 10 | 8 điểm | II |",
        "| 1.5 | Tổ chức thi, kiểm tra trên phòng máy tính | 20 | 12 điểm | II |",
        "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số | 20 | 20 điểm | III |",
    )
    assert levels(read(table_of(*rows))) == {"1.4": 2, "1.5": 2, "1.6": 3}


def test_column_numbers_under_the_heading_are_no_levels() -> None:
    appendix = read(table_of(HEAD, "| (1) | (2) | (3) | (4) | (5) | (6) |", *ITEM_ROWS))
    assert levels(appendix) == {"1.3": 3, "1.4": 2, "1.5": 2}


def test_a_dash_beside_scored_items_is_no_points() -> None:
    rows = list(ITEM_ROWS)
    rows[5] = rows[5].replace("| 6 | 4 |", "| 6 | - |")
    assert scores(read(table_of(HEAD, *rows)))["1.3e"] == "0"


@pytest.mark.parametrize("total", ["Tổng cộng (nhóm 1 + nhóm 2)", "Tổng điểm hai nhóm", "Tổng điểm toàn bộ"])
def test_the_total_of_all_groups_is_of_none(total: str) -> None:
    appendix = read(table_of(HEAD, *ITEM_ROWS, f"|  | {total} |  | 125,5 |  |  |"))
    assert all(group.score is None for group in appendix.groups)


def test_a_row_with_an_answer_is_the_condition_that_is_lacking_there_though_its_words_are_few() -> None:
    appendix = read(
        table_of(
            HEAD,
            "|  | Thành lập Ban chỉ đạo, bộ phận phụ trách ứng dụng CNTT | Điều kiện bắt buộc |  |  | Có |",
            "|  | KH CĐS của đơn vị | Điều kiện bắt buộc |  |  | Kế hoạch số 12/KH-THCSX |",
            "|  | Có triển khai phần mềm quản trị nhà trường | 70 | 52 | Mức 3 | SMAS |",
            "|  | Mức độ triển khai dịch vụ trực tuyến | 30 | 20 | Mức 2 | Có |",
        )
    )
    assert [one.id for one in appendix.groups[1].criteria] == ["2.1", "2.2", "2.3", "2.4"]
