"""A line of a list taken apart: label, title, points or answer, level, evidence."""

from __future__ import annotations

import pytest

from normalize.list_lines import LONGEST_ANSWER, LONGEST_TOTAL, line_of, title_and_answer, title_and_tail

TITLE = "Số lượng học liệu được số hóa"


def parts(text: str) -> tuple[str, str, str, str]:
    line = line_of(text)
    return line.title, line.said, line.level, line.evidence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(TITLE, (TITLE, "", "", ""), id="a title alone"),
        pytest.param("Năm 2024 trường có 42 bài", ("Năm 2024 trường có 42 bài", "", "", ""), id="figures of the text"),
        pytest.param(f"{TITLE}: 10 điểm", (TITLE, "10 điểm", "", ""), id="a colon before the points"),
        pytest.param(f"{TITLE} - 10 đ", (TITLE, "10 đ", "", ""), id="a dash"),
        pytest.param(f"{TITLE} ... 7,5", (TITLE, "7,5", "", ""), id="dots"),
        pytest.param(f"{TITLE} = 7.25", (TITLE, "7.25", "", ""), id="an equals sign"),
        pytest.param(f"{TITLE}: tự chấm 7 điểm", (TITLE, "7 điểm", "", ""), id="scored oneself"),
        pytest.param(f"{TITLE}: 8/10 điểm", (TITLE, "8/10 điểm", "", ""), id="of how many"),
        pytest.param(f"{TITLE}: -2", (TITLE, "-2", "", ""), id="less than nothing"),
        pytest.param(f"{TITLE}: 3; 4", (TITLE, "3; 4", "", ""), id="two figures where one should stand"),
        pytest.param(f"{TITLE}: 5,5,5", (TITLE, "5,5,5", "", ""), id="no number"),
        pytest.param(f"{TITLE}: bảy điểm", (TITLE, "bảy điểm", "", ""), id="points in words"),
        pytest.param(f"{TITLE}: hai mươi lăm điểm", (TITLE, "hai mươi lăm điểm", "", ""), id="three words"),
        pytest.param(f"{TITLE}: Có", (TITLE, "Có", "", ""), id="an answer"),
        pytest.param(f"{TITLE}: rất tốt", (f"{TITLE}: rất tốt", "", "", ""), id="words that answer nothing"),
        pytest.param("12,5 điểm", ("", "12,5 điểm", "", ""), id="points alone"),
        pytest.param("- 12,5 điểm", ("", "12,5 điểm", "", ""), id="points alone behind a dash"),
        pytest.param(f"{TITLE}: 8 điểm, mức 2", (TITLE, "8 điểm", "mức 2", ""), id="a level behind them"),
        pytest.param(f"{TITLE}: 8 điểm (Mức độ 3)", (TITLE, "8 điểm", "Mức độ 3", ""), id="a level in brackets"),
        pytest.param("+ Đạt mức 2", ("", "", "Đạt mức 2", ""), id="a level alone"),
        pytest.param(
            f"{TITLE}: 8 điểm, mức 2: đáp ứng cơ bản", (TITLE, "8 điểm", "mức 2", ""), id="a level and its name"
        ),
        pytest.param(
            f"{TITLE}: 8 điểm. Minh chứng: 42 bài", (TITLE, "8 điểm", "", "42 bài"), id="evidence behind a full stop"
        ),
        pytest.param(f"{TITLE}: 8 (Minh chứng: 42 bài)", (TITLE, "8", "", "42 bài"), id="evidence in brackets"),
        pytest.param(
            f"{TITLE}: 8; minh chứng: QĐ 5 (bản sao)", (TITLE, "8", "", "QĐ 5 (bản sao)"), id="brackets of the evidence"
        ),
        pytest.param(f"{TITLE}: Có Minh chứng: 42 bài", (TITLE, "Có", "", "42 bài"), id="a line end that was lost"),
        pytest.param("Hồ sơ, minh chứng kèm theo: 42 bài", ("", "", "", "42 bài"), id="evidence alone"),
        pytest.param(
            "Hồ sơ, tài liệu và minh chứng: sổ 5", ("", "", "", "sổ 5"), id="evidence that is called by several words"
        ),
        pytest.param(
            f"{TITLE} (10 điểm): đạt mười điểm", (f"{TITLE} (10 điểm)", "mười điểm", "", ""), id="words after a maximum"
        ),
    ],
)  # fmt: skip
def test_the_parts_of_a_line(text: str, found: tuple[str, str, str, str]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    ("text", "label", "listed"),
    [
        pytest.param(TITLE, None, False, id="neither"),
        pytest.param(f"1.4. {TITLE}: 8", (1, 4), False, id="a number"),
        pytest.param(f"- {TITLE}: 8", None, True, id="a dash"),
        pytest.param(f"  • {TITLE}: 8", None, True, id="a bullet set in"),
        pytest.param("2,00 điểm", None, False, id="points are no number of a line"),
        pytest.param("-5", None, True, id="a dash before a figure"),
    ],
)
def test_label_and_bullet(text: str, label: tuple[int, ...] | None, listed: bool) -> None:
    line = line_of(text)
    assert (line.label, line.listed) == (label, listed)


@pytest.mark.parametrize(
    ("text", "is_bracketed"),
    [(f"{TITLE}: 8 điểm", False), (f"{TITLE} (8 điểm)", True), (f"{TITLE} (8 điểm): 7 điểm", False)],
)
def test_points_in_brackets_may_be_a_maximum(text: str, is_bracketed: bool) -> None:
    assert line_of(text).bracketed is is_bracketed


LONG = "x" * (LONGEST_TOTAL - len("Tổng điểm "))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(f"{TITLE}: 8 điểm", (), id="a row"),
        pytest.param("Tổng điểm nhóm 1: 73 điểm", ("total",), id="a total"),
        pytest.param("Cộng: 73", ("total",), id="a total in a word"),
        pytest.param("Tổng điểm nhóm 1", (), id="a total without points"),
        pytest.param(f"Tổng điểm {LONG}: 73", ("total",), id="a total as long as can be"),
        pytest.param(f"Tổng điểm {LONG}x: 73", (), id="too long for a total"),
        pytest.param("Đạt mức 2", ("level",), id="a level"),
        pytest.param("Trường tự xếp mức 2", ("level",), id="a level with three words"),
        pytest.param("Trường tự xếp loại mức 2", (), id="a level in a sentence"),
        pytest.param("Đạt mức 2: 8 điểm", (), id="a level with points"),
        pytest.param("Mức 2. Minh chứng: sổ", ("evidence",), id="evidence behind a level"),
        pytest.param("Minh chứng: sổ 5", ("evidence",), id="evidence"),
        pytest.param("Minh chứng:", ("evidence",), id="evidence that stands below"),
        pytest.param(f"{TITLE}. Minh chứng: sổ 5", (), id="evidence behind a title"),
        pytest.param("8 điểm. Minh chứng: sổ 5", (), id="evidence behind points"),
    ],
)
def test_what_a_line_is_alone(text: str, kinds: tuple[str, ...]) -> None:
    line = line_of(text)
    told = {"total": line.is_total, "level": line.is_level, "evidence": line.is_evidence}
    assert tuple(name for name, holds in told.items() if holds) == kinds


@pytest.mark.parametrize(
    ("title", "found"),
    [
        (TITLE, (TITLE, "")),
        (f"{TITLE}: Điều kiện bắt buộc", (TITLE, "Điều kiện bắt buộc")),
        ("A: B: Đạt", ("A: B", "Đạt")),
        (f"A: {'x' * LONGEST_ANSWER}", ("A", "x" * LONGEST_ANSWER)),
        (f"A: {'x' * (LONGEST_ANSWER + 1)}", (f"A: {'x' * (LONGEST_ANSWER + 1)}", "")),
    ],
)
def test_title_and_answer(title: str, found: tuple[str, str]) -> None:
    assert title_and_answer(title) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        (TITLE, (TITLE, "")),
        (f"{TITLE} – năm sáu", (TITLE, "năm sáu")),
        (f"{TITLE}: đạt tạm tính", (TITLE, "tạm tính")),
        (f"{TITLE} - 2024", (f"{TITLE} - 2024", "")),
        ("Dạy-học", ("Dạy-học", "")),
        (f"A: {'x' * 15}", ("A", "x" * 15)),
        (f"A: {'x' * 16}", (f"A: {'x' * 16}", "")),
    ],
)
def test_title_and_tail(title: str, found: tuple[str, str]) -> None:
    assert title_and_tail(title) == found
