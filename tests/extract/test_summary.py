"""The summary: counts that add up, what weighs most first, what was left out and why."""

from __future__ import annotations

from pathlib import Path

from extract.outcome import Outcome
from extract.sources import Skipped
from extract.summary import Tally, summary
from extract.views import FINDINGS, SCORES, Style, View
from tests.extract.makers import ORDER, TOTAL, outcome, score, unreadable


def summed_up(*outcomes: Outcome, skipped: tuple[Skipped, ...] = (), view: View = FINDINGS) -> list[str]:
    tally = Tally(view, Style("vi"))
    for one in outcomes:
        tally.add(one)
    return summary(tally, skipped, [Path("a.csv")], "vi").splitlines()


def test_a_clean_batch_ends_with_its_table() -> None:
    assert summed_up(outcome("a.docx"), outcome("b.docx")) == [
        "Đã thấy 2 tệp: kiểm tra 2, không đọc được 0, bỏ qua 0.",
        "Trong 2 báo cáo đã kiểm tra không thấy điểm nào không khớp.",
        "Bảng kết quả: a.csv",
    ]


def test_counts_add_up_and_every_skipped_file_has_its_reason() -> None:
    skipped = (Skipped("~$a.docx", "lock-file"), *(Skipped(f"{number}.csv", "other-kind") for number in range(4)))
    lines = summed_up(outcome("a.docx", TOTAL, ORDER), unreadable("b.pdf"), outcome("c.docx"), skipped=skipped)
    assert lines[0] == "Đã thấy 8 tệp: kiểm tra 2, không đọc được 1, bỏ qua 5."
    assert lines[1].endswith("~$a.docx")
    assert lines[2].endswith("0.csv, 1.csv, 2.csv, …")
    assert lines[3] == "Không đọc được:"
    assert "b.pdf" in lines[4]
    assert lines[5] == "Trong 2 báo cáo đã kiểm tra: 1 lỗi, 0 cảnh báo, 1 thông tin; 1 báo cáo có lỗi."
    assert [line.split(":")[0] for line in lines[6:8]] == ["     1 lỗi", "     1 thông tin"]
    assert lines[9].startswith("  - a.docx: ")
    assert lines[10] == "Bảng kết quả: a.csv"


def test_a_long_list_is_cut() -> None:
    lines = summed_up(*(unreadable(f"{number}.pdf") for number in range(13)))
    assert lines[12] == "  … và 3 mục nữa trong bảng."


def test_scores_are_counted() -> None:
    lines = summed_up(outcome(scores=(score(score=1), score())), view=SCORES)
    assert lines[1] == "Đã đọc 1 điểm trong 1 báo cáo."
