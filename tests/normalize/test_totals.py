"""Rows that print a total or a level: whose they are."""

from __future__ import annotations

import pytest

from normalize.criteria_file import load
from normalize.totals import (
    criterion_named,
    group_named,
    is_level_row,
    is_of_a_criterion,
    is_of_all,
    is_total_line,
)  # fmt: skip
from normalize.wording import wordbook_of

CRITERIA = load("4725-2022")
BOOK = wordbook_of(CRITERIA)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Tổng điểm", None),
        ("Tổng điểm nhóm 1", "1"),
        ("Tổng điểm nhóm tiêu chí số 2", "2"),
        ("Cộng phần II", "2"),
        ("Tổng (I)", "1"),
        ("Tổng nhóm 3", None),
        ("Tổng nhóm chuyển đổi số trong dạy, học", "1"),
        ("Cộng điểm chuyển đổi số trong quản trị cơ sở giáo dục", "2"),
    ],
)
def test_the_group_that_a_total_names(text: str, group: str | None) -> None:
    assert group_named(text, CRITERIA, BOOK) == group


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("Cộng", None),
        ("Cộng 1.3", "1.3"),
        ("Điểm tiêu chí I.3", "1.3"),
        ("Tổng TC2.4", "2.4"),
        ("Cộng 3.1", None),
        ("Cộng 1.9", None),
        ("Cộng 1.0", None),
        ("Cộng 2.5 điểm", None),
        ("Cộng 1.3.2", None),
    ],
)
def test_the_criterion_that_a_row_closes(text: str, criterion: str | None) -> None:
    assert criterion_named(text, CRITERIA) == criterion


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Kế hoạch dạy học", ()),
        ("Tổng điểm nhóm 1", ("line",)),
        ("- Cộng nhóm I: 73", ("line",)),
        ("Tổng điểm hai nhóm", ("line", "all")),
        ("Tổng nhóm 1 và nhóm 2", ("line", "all")),
        ("Toàn bộ", ("all",)),
        ("Xếp loại", ("level",)),
        ("Trường tự xếp", ("level",)),
        ("Mức độ đạt", ("level",)),
        ("Điểm tiêu chí", ("criterion",)),
        ("Điểm nhóm tiêu chí", ()),
        ("Điểm TC", ("criterion",)),
        ("Điểm tcvn", ()),
    ],
)
def test_what_kind_of_row_it_is(text: str, kinds: tuple[str, ...]) -> None:
    told = {
        "line": is_total_line(text),
        "all": is_of_all(text),
        "level": is_level_row(text),
        "criterion": is_of_a_criterion(text),
    }
    assert tuple(name for name, holds in told.items() if holds) == kinds
