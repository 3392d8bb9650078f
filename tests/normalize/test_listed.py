"""A score table written as a list of paragraphs."""

from dataclasses import replace

import pytest

from normalize.appendix import read_appendix
from normalize.criteria_file import load
from normalize.interpret import interpret
from normalize.list_lines import line_of
from normalize.listed import with_table
from normalize.wording import wordbook_of
from tests.grids import document_of, table_of
from tests.normalize.test_appendix import levels, scores

CRITERIA = load("4725-2022")
BOOK = wordbook_of(CRITERIA)
LINES = (
    "I. Chuyển đổi số trong dạy, học: 52/100 điểm - Mức 2",
    "1.1. Có ban hành kế hoạch tổ chức dạy học trực tuyến: Có. Minh chứng: Kế hoạch số 12/KH-THCSX ngày 10/9/2024",
    "1.2. Có ban hành quy chế tổ chức dạy học trực tuyến: Đạt",
    "1.4. Số lượng học liệu được số hóa: 10/10 điểm, Mức 3 (Minh chứng: 42 học liệu)",
    "1.5. Có tổ chức triển khai thi, kiểm tra trên phòng máy tính: 12 điểm - Mức 2",
    "- Có phần mềm, máy tính kết nối mạng LAN: 12 điểm",
    "- Phần mềm tổ chức thi trên máy tính có kết nối, trao đổi kết quả: 0 điểm",
    "1.6. Phát triển nguồn nhân lực chuyển đổi số: tự chấm 20 điểm; đạt mức 3",
    "1.7. Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học: 10 điểm",
    "Minh chứng: 25 phòng có ti vi",
    "2.4. Mức độ triển khai dịch vụ trực tuyến: 10,5 điểm.",
)


def test_a_narrative_is_no_list() -> None:
    document = document_of(
        "Nhóm 1: 73/100 điểm - Mức 2", "Số lượng học liệu được số hóa đạt 42 bài.", "Tiêu chí 1.3 đạt 21 điểm."
    )
    assert with_table(document, BOOK) is document


def test_scores_levels_and_evidence_of_a_list_are_read() -> None:
    report = interpret(document_of("BÁO CÁO", *LINES, "Nhóm 1: 52/100 điểm - Mức 2"), CRITERIA)
    appendix = report.appendix
    assert appendix is not None
    assert scores(appendix) == {
        "1": "52", "1.4": "10", "1.5": "12", "1.5a": "12", "1.5b": "0", "1.6": "20", "1.7": "10", "2.4": "10.5",
    }  # fmt: skip
    assert levels(appendix) == {"1.4": 3, "1.5": 2, "1.6": 3}
    first = appendix.groups[0].criteria[0]
    assert first.answer is not None and first.answer.value is True
    assert first.evidence is not None and first.evidence.text.startswith("Kế hoạch số 12")
    assert [one.score and one.score.value for one in report.statements] == [52]


def test_a_table_is_preferred_to_a_list() -> None:
    assert read_appendix(document_of(*LINES), CRITERIA) is None


def test_the_text_before_a_list_tells_the_results_of_the_groups() -> None:
    told = (
        "I. NHÓM TIÊU CHÍ 1: CĐS TRONG DẠY, HỌC",
        "Tổng điểm: 61 điểm.",
        "II. NHÓM TIÊU CHÍ 2",
        "Tổng điểm: 75 điểm.",
    )
    report = interpret(document_of("BÁO CÁO", *told, "BẢNG ĐIỂM", *LINES), CRITERIA)
    said = [(one.group, one.score and str(one.score.value)) for one in report.statements if not one.after_table]
    assert said == [("1", "61"), ("2", "75")]


def test_a_list_is_preferred_to_a_table_of_something_else() -> None:
    software = table_of(
        "STT | Tên phần mềm | Số tài khoản",
        "1 | Phần mềm dạy học trực tuyến | 841",
        "2 | Phần mềm kế toán | 276",
        "3 | Phần mềm dạy học trực tuyến | 699",
    )
    appendix = interpret(document_of("BÁO CÁO", software, *LINES), CRITERIA).appendix
    assert appendix is not None
    assert scores(appendix)["1.6"] == "20"
    assert "2.3g" not in scores(appendix)


BELOW = (
    "I. Chuyển đổi số trong dạy, học (100 điểm)",
    "1.1. Có ban hành kế hoạch tổ chức dạy học trực tuyến: Điều kiện bắt buộc",
    "Hồ sơ, minh chứng:",
    "Kế hoạch số 12/KH-THCSX ngày 10/9/2024",
    "1.2. Có ban hành quy chế tổ chức dạy học trực tuyến: Có. Hồ sơ, minh chứng: Quyết định số 9/QĐ-THCSX",
    "1.4. Số lượng học liệu được số hóa (tối đa 10 điểm): tự chấm 8 điểm",
    "+ Đạt mức 3",
    "+ Minh chứng: Quyết định phê duyệt danh mục",
    "Số lượng học liệu: 312",
    "1.5. Có tổ chức triển khai thi, kiểm tra trên phòng máy tính (20 điểm):",
    "- Có phần mềm, máy tính kết nối mạng LAN: 12 điểm",
    "- Phần mềm tổ chức thi trên máy tính có kết nối, trao đổi kết quả với hệ thống quản trị",
    "- 3 điểm",
    "Mức độ: 3",
    "1.6. Phát triển nguồn nhân lực chuyển đổi số: 20 điểm",
    "1.7. Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học: 10 điểm",
    "2.4. Mức độ triển khai dịch vụ trực tuyến: 10,5 điểm",
    "Tổng điểm nhóm 2: 10,5/100 điểm",
    "Trân trọng báo cáo.",
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.4. Học liệu số (10 điểm): đạt 5,5,5 điểm, mức 2", "5,5,5 điểm"),
        ("1.4. Học liệu số: 5,5 điểm", "5,5 điểm"),
        ("1.1. Kế hoạch dạy học trực tuyến: 10.9.2024", ""),
    ],
)
def test_points_of_a_line(text: str, said: str) -> None:
    assert line_of(text).said == said


def test_what_stands_below_a_line_belongs_to_its_criterion() -> None:
    appendix = interpret(document_of("BÁO CÁO", *BELOW), CRITERIA).appendix
    assert appendix is not None
    assert scores(appendix) == {
        "1.4": "8", "1.5a": "12", "1.5b": "3", "1.6": "20", "1.7": "10", "2.4": "10.5", "2": "10.5",
    }  # fmt: skip
    assert levels(appendix) == {"1.4": 3, "1.5": 3}
    evidence = {one.id: one.evidence.text for group in appendix.groups for one in group.criteria if one.evidence}
    assert evidence == {
        "1.1": "Kế hoạch số 12/KH-THCSX ngày 10/9/2024",
        "1.2": "Quyết định số 9/QĐ-THCSX",
        "1.4": "Quyết định phê duyệt danh mục\nSố lượng học liệu: 312",
    }
    assert "1.1" not in appendix.missing and appendix.duplicates == ()


def test_results_of_the_groups_right_above_the_list_stay_text() -> None:
    lines = ("- Nhóm 1: 31 điểm (Mức 1)", "- Nhóm 2: 54,5 điểm (Mức 3)", *LINES[1:])
    report = interpret(document_of("BÁO CÁO", *lines), CRITERIA)
    assert [one.score and str(one.score.value) for one in report.statements] == ["31", "54.5"]


def test_conditions_after_the_last_points_belong_to_the_list() -> None:
    lines = (
        *LINES[:-1],
        "2.1. Cơ sở giáo dục thành lập bộ phận chỉ đạo, phụ trách ứng dụng CNTT: Điều kiện bắt buộc",
        "Minh chứng: Quyết định số 105/QĐ-THCSX",
        "Quyết định số 108/QĐ-THCSX ban hành Quy chế hoạt động",
        "2.2. Có ban hành kế hoạch ứng dụng CNTT, chuyển đổi số: Điều kiện bắt buộc. Minh chứng: Kế hoạch số 107/KH-X",
        "Trân trọng báo cáo.",
    )
    appendix = interpret(document_of("BÁO CÁO", *lines), CRITERIA).appendix
    assert appendix is not None
    assert appendix.missing == ("1.3", "2.3", "2.4")


ODD = (
    "1. Kế hoạch dạy học TT: Có Minh chứng: Kế hoạch số 12/KH-THCSX",
    "2. Quy chế tổ chức dạy học trực tuyến: Có",
    "1.4. Tài nguyên (tối đa 10 điểm): tự chấm 8,5 điểm",
    "+ Minh chứng: Quyết định phê duyệt danh mục",
    "- Số lượng học liệu được số hóa: 166",
    "- Tổng số: 166 học liệu",
    "1.5. Có tổ chức triển khai thi, kiểm tra trên phòng máy tính: 12 điểm",
    "- Có phần mềm, máy tính kết nối mạng LAN – năm sáu",
    "- Phần mềm tổ chức thi trên máy tính có kết nối, trao đổi kết quả với hệ thống quản trị – 3 điểm",
    "1.6. Phát triển nguồn nhân lực chuyển đổi số – -1 điểm",
    "1.7. Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học – 4-5 điểm",
    "2.3. Phần mềm quản trị nhà trường (tối đa 70 điểm): tự chấm 44 điểm",
    "2.4. Mức độ triển khai dịch vụ trực tuyến: 10,5 điểm",
    "2.5. Điểm thưởng sáng kiến: 5 điểm",
)


def test_lines_that_are_not_as_the_others() -> None:
    appendix = interpret(document_of("BÁO CÁO", *ODD), CRITERIA).appendix
    assert appendix is not None
    assert scores(appendix) == {
        "1.4": "8.5", "1.5": "12", "1.5a": "?", "1.5b": "3", "1.6": "?", "1.7": "?", "2.3": "44", "2.4": "10.5",
    }  # fmt: skip
    assert [row.label for row in appendix.unknown] == ["Điểm thưởng sáng kiến"]
    assert appendix.missing == ("1.3", "2.1", "2.2")


def test_two_figures_and_a_dash_in_a_list() -> None:
    lines = (*LINES[:6], "- Phần mềm tổ chức thi trên máy tính có kết nối, trao đổi kết quả – 3;4", *LINES[7:],
             "2.3. Có triển khai phần mềm quản trị nhà trường (tối đa 70 điểm): tự chấm -")  # fmt: skip
    appendix = interpret(document_of("BÁO CÁO", *lines), CRITERIA).appendix
    assert appendix is not None
    read = scores(appendix)
    assert (read["1.5b"], read.get("2.3")) == ("?", None)


@pytest.mark.parametrize("told", [pytest.param((), id="none"), pytest.param(("Phụ lục 1",), id="a caption between")])
def test_results_whose_words_are_like_titles_of_criteria_stay_text(told: tuple[str, ...]) -> None:
    results = ("I. Dạy và học: đạt 28 điểm/100 điểm", "II. Quản trị nhà trường: đạt 49 điểm/100 điểm, mức 1")
    appendix = interpret(document_of("BÁO CÁO", *results, *told, *LINES), CRITERIA).appendix
    assert appendix is not None
    assert (appendix.duplicates, appendix.unknown, scores(appendix)["1"]) == ((), (), "52")


def test_a_group_whose_few_words_stand_in_the_title_of_an_item_is_no_item() -> None:
    lines = ("I. Dạy và học: 52/100 điểm - Mức 2", *LINES[1:9], "+ Tỉ lệ phòng học có máy chiếu - 4đ", *LINES[9:])
    appendix = interpret(document_of("BÁO CÁO", *lines), CRITERIA).appendix
    assert appendix is not None
    assert (scores(appendix)["1"], scores(appendix)["1.7a"]) == ("52", "4")


def test_the_last_item_of_a_list_may_have_its_points_in_words() -> None:
    appendix = interpret(document_of("BÁO CÁO", *LINES, "- Dịch vụ thu phí không dùng tiền mặt - sáu điểm"), CRITERIA)
    assert appendix.appendix is not None
    assert scores(appendix.appendix)["2.4c"] == "6"


@pytest.mark.parametrize(
    "above",
    [
        pytest.param("- Nhóm 1: tổng điểm 52 điểm - mức 2: đáp ứng cơ bản", id="a total of the text"),
        pytest.param("3. Tự nhận mức độ chuyển đổi số", id="a heading that is a little like a criterion"),
    ],
)
def test_a_list_begins_with_the_title_of_its_first_group(above: str) -> None:
    report = interpret(document_of("BÁO CÁO", above, "- Nhóm 2: 10,5 điểm (Mức 1)", *LINES), CRITERIA)
    assert report.appendix is not None and report.appendix.duplicates == ()
    assert [one.group for one in report.statements][-1] == "2"


@pytest.mark.parametrize(
    ("text", "title", "said"),
    [
        ("- LMS/LCMS: giáo viên giao bài: bốn/6 điểm", "LMS/LCMS: giáo viên giao bài", "bốn/6 điểm"),
        ("c) Có phòng studio – bốn điểm", "Có phòng studio", "bốn điểm"),
        ("1.4. Học liệu số (10 điểm): đạt mười điểm, mức 3", "Học liệu số (10 điểm)", "mười điểm"),
        ("1.4. Học liệu số (10 điểm): đạt tạm tính, mức 2", "Học liệu số (10 điểm)", "tạm tính"),
        ("1.4. Học liệu số (10 điểm): đạt –, mức 1", "Học liệu số (10 điểm)", "–"),
        ("1.4. Học liệu số (10 điểm): đạt -; mức 1", "Học liệu số (10 điểm)", "-"),
        ("- Nhóm 1: tổng điểm 45,5 điểm - mức 1: chưa đáp ứng", "tổng điểm 45,5 điểm", ""),
        ("– 2,00 điểm", "", "2,00 điểm"),
        ("Cơ sở dữ liệu ngành năm học 2022 - 2023", "Cơ sở dữ liệu ngành năm học 2022 - 2023", ""),
    ],
)
def test_titles_and_points_of_lines(text: str, title: str, said: str) -> None:
    line = line_of(text)
    assert (line.title, line.said) == (title, said)


def test_results_told_again_behind_the_list_stay_text() -> None:
    told = ("- Nhóm 1. Chuyển đổi số trong dạy, học:", "+ Cộng điểm Nhóm I: 52 / 100 điểm", "- Nhóm 2:",
            "+ Cộng điểm Nhóm II: 10,5 / 100 điểm", "Tiêu chí 1.3 (phần mềm dạy học) đạt 27,5 điểm.")  # fmt: skip
    report = interpret(document_of("BÁO CÁO", *LINES[1:], *told), CRITERIA)
    assert report.appendix is not None
    assert (report.appendix.duplicates, "1" in scores(report.appendix)) == ((), False)
    assert [str(one.score.value) for one in report.statements if one.score] == ["52", "10.5"]


def test_totals_of_both_groups_behind_the_list_stay_text() -> None:
    told = (
        "- Nhóm 1: tổng điểm 52 điểm - mức 2: đáp ứng cơ bản",
        "- Nhóm 2: tổng điểm 10,5 điểm - mức 1: chưa đáp ứng",
    )
    report = interpret(document_of("BÁO CÁO", *LINES[1:], *told), CRITERIA)
    assert [str(one.score.value) for one in report.statements if one.score] == ["52", "10.5"]
    told = ("Tổng cộng nhóm 1: 52/100 điểm - Mức 2", "Tổng cộng nhóm 2: 10,5/100 điểm - Mức 1")
    report = interpret(document_of("BÁO CÁO", *LINES[1:], *told), CRITERIA)
    assert [str(one.score.value) for one in report.statements if one.score] == ["52", "10.5"]


def test_lines_that_a_page_ran_together_or_took_apart() -> None:
    lines = (
        "1.1. Có ban hành kế hoạch tổ chức dạy học trực tuyến:",
        "Có (Minh chứng: Kế hoạch số 12/KH-THCSX)",
        "1.2. Có ban hành quy chế tổ chức dạy học trực tuyến:",
        "Điều kiện bắt buộc (Minh chứng: Quyết định số 9/QĐ-THCSX)",
        LINES[3],
        "1.5. Có tổ chức thi trên phòng máy tính: 12 điểm Có phần mềm, máy tính kết nối mạng LAN: 9đ",
        "Phần mềm tổ chức thi trên máy tính có kết nối, trao đổi kết quả với hệ thống quản trị (nếu",
        "Sở yêu cầu): 3.5 điểm 1.6. Phát triển nguồn nhân lực chuyển đổi số: 20 điểm",
        "1.7. Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học - 10 điểm, Mức 2. Hồ sơ, minh",
        "chứng: 25 phòng có ti vi",
        "2.4. Mức độ triển khai dịch vụ trực tuyến",
        "– 10,5 điểm",
    )
    document = document_of("BÁO CÁO", *lines)
    blocks = [replace(block, place=replace(block.place, page=1)) for block in document.blocks]
    appendix = interpret(replace(document, blocks=tuple(blocks)), CRITERIA).appendix
    assert appendix is not None
    assert scores(appendix) == {
        "1.4": "10", "1.5": "12", "1.5a": "9", "1.5b": "3.5", "1.6": "20", "1.7": "10", "2.4": "10.5",
    }  # fmt: skip
    rows = {row.id: row for group in appendix.groups for row in group.criteria}
    assert rows["1.1"].answer is not None and rows["1.1"].answer.value is True
    assert rows["1.2"].evidence is not None and rows["1.2"].evidence.text == "Quyết định số 9/QĐ-THCSX"
    assert rows["1.7"].evidence is not None and rows["1.7"].evidence.text == "25 phòng có ti vi"


FILLER = ("Nhà trường đã họp và thống nhất.",)
FEW = LINES[3:8]  # five criteria and items with points


@pytest.mark.parametrize(
    ("lines", "is_list"),
    [
        pytest.param(FEW, False, id="five lines are a narrative"),
        pytest.param((*FEW, LINES[8]), True, id="six are a list"),
        pytest.param((*FEW, FEW[0]), False, id="one of them told again is no sixth"),
        pytest.param((*FEW, *FILLER * 11, LINES[8]), True, id="eleven paragraphs between"),
        pytest.param((*FEW, *FILLER * 12, LINES[8]), False, id="twelve are too many"),
        pytest.param((*FEW, LINES[0]), False, id="a group's line is no criterion"),
    ],
)
def test_how_many_lines_make_a_list(lines: tuple[str, ...], is_list: bool) -> None:
    document = document_of("BÁO CÁO", *lines)
    assert (with_table(document, BOOK) is not document) is is_list


@pytest.mark.parametrize(
    ("told", "levels_read"),
    [
        pytest.param(("+ Đạt mức 3",), 3, id="a level below its criterion"),
        pytest.param(("Minh chứng: Kế hoạch 5. ", "+ Đạt mức 3"), 3, id="a level below the evidence"),
        pytest.param(("+ Đạt mức 3", "+ Đạt mức 1"), 3, id="the first level counts"),
    ],
)
def test_levels_below_the_last_criterion(told: tuple[str, ...], levels_read: int) -> None:
    appendix = interpret(document_of("BÁO CÁO", *LINES, *told), CRITERIA).appendix
    assert appendix is not None
    assert levels(appendix)["2.4"] == levels_read


def bracketed(official: int, other: int) -> tuple[str, ...]:
    """Criteria with points in brackets: so many with the official maximum, and so many with another figure."""
    titles = (
        ("Số lượng học liệu được số hóa", 10),
        ("Có tổ chức triển khai thi, kiểm tra trên phòng máy tính", 20),
        ("Phát triển nguồn nhân lực chuyển đổi số", 20),
        ("Hạ tầng, thiết bị sử dụng chuyển đổi số dạy, học", 20),
        ("Mức độ triển khai dịch vụ trực tuyến", 30),
        ("Có triển khai phần mềm quản trị nhà trường", 70),
    )
    numbers = ("1.4", "1.5", "1.6", "1.7", "2.4", "2.3")
    return tuple(
        f"{numbers[at]}. {title} ({maximum if at < official else 7} điểm)"
        for at, (title, maximum) in enumerate(titles[: official + other])
    )


@pytest.mark.parametrize(
    ("official", "other", "read"),
    [
        pytest.param(6, 0, {}, id="all are the official maxima"),
        pytest.param(5, 1, {}, id="nearly all are"),
        pytest.param(2, 4, {"1.4": "10", "1.6": "7"}, id="some are: they are scores"),
    ],
)
def test_points_in_brackets_are_maxima_where_nearly_all_are_official(
    official: int, other: int, read: dict[str, str]
) -> None:
    appendix = interpret(document_of("BÁO CÁO", *bracketed(official, other)), CRITERIA).appendix
    found = {} if appendix is None else scores(appendix)
    assert {key: found.get(key) for key in ("1.4", "1.6") if key in found} == read


@pytest.mark.parametrize(("said", "score"), [("chưa chấm", "?"), ("", None), ("ba/10 điểm", "3")])
def test_the_last_item_of_a_list_may_have_other_points_than_figures(said: str, score: str | None) -> None:
    last = f"- Có triển khai dịch vụ thu phí dịch vụ giáo dục theo hình thức không dùng tiền mặt: {said}"
    appendix = interpret(document_of("BÁO CÁO", *LINES, last, "Mức độ: 1"), CRITERIA).appendix
    assert appendix is not None
    assert (scores(appendix).get("2.4c"), levels(appendix)["2.4"]) == (score, 1)


def test_what_the_text_says_is_not_there_begins_no_list() -> None:
    told = (
        "- Phần mềm dạy học trực tuyến: chưa có.",
        "Tổng cộng nhóm 1: 52/100 điểm",
        "Tổng cộng nhóm 2: 10,5/100 điểm",
    )
    report = interpret(document_of("BÁO CÁO", *told, "Phụ lục", *LINES), CRITERIA)
    assert report.appendix is not None
    assert "1.3" in report.appendix.missing
    assert [str(one.score.value) for one in report.statements if one.score] == ["52", "10.5"]
