"""Rows to criteria by label, wording and maximum, any one of which may be wrong or missing."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from normalize.alignment import align
from normalize.criteria_file import load
from normalize.segments import Segment
from normalize.wording import wordbook_of
from parsers.document import Cell

BOOK = wordbook_of(load("4725-2022"))
TITLES = {unit.id: unit.title for unit in BOOK.units}
CELL = Cell("", 0, 0)


def segment(text: str, label: str = "", *figures: int, **fields: bool) -> Segment:
    """A row's title; the id of a unit stands for its official title."""
    path = tuple(int(part) for part in label.split(".")) if label else None
    numbers = frozenset(map(Decimal, figures))
    given = {"first": True, "listed": False, "group": False, **fields}
    return Segment(0, CELL, TITLES.get(text, text), (), path, figures=numbers, **given)


def inside(text: str, label: str = "", **fields: bool) -> Segment:
    """A further line of a title cell."""
    return segment(text, label, first=False, **fields)


def aligned(*segments: Segment) -> list[str]:
    found = align(segments, BOOK)
    return ["" if at is None else BOOK.units[at].id for at in found]


def test_the_official_titles_in_order_are_themselves() -> None:
    assert aligned(*(segment(one) for one in TITLES)) == list(TITLES)


def test_nothing_is_aligned_with_nothing() -> None:
    assert aligned() == []


@pytest.mark.parametrize(
    "stray",
    [
        pytest.param(segment("Tổ chức câu lạc bộ bóng đá nữ", "", 5), id="a row of something else"),
        pytest.param(segment("Tổ chức câu lạc bộ bóng đá nữ", "1.8", 5), id="with a label that goes on counting"),
        pytest.param(segment("Họ và tên người chấm"), id="words of something else, without figures"),
        pytest.param(segment("Có"), id="a word that all titles have"),
        pytest.param(segment("", "7.9", 5), id="a label that no unit has"),
        pytest.param(segment(""), id="no words, no label"),
        pytest.param(segment("", "", 10), id="a maximum alone"),
        pytest.param(inside("và các phần mềm khác"), id="a line that goes on"),
        pytest.param(inside("Và các phần mềm khác", listed=True), id="a line of a list"),
    ],
)
@pytest.mark.parametrize("at", range(0, len(TITLES) + 1, 5))
def test_a_row_of_no_unit_throws_no_other_off(stray: Segment, at: int) -> None:
    rows = [segment(one) for one in TITLES]
    assert aligned(*rows[:at], stray, *rows[at:]) == [*list(TITLES)[:at], "", *list(TITLES)[at:]]


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        pytest.param([inside("và các phần mềm khác")], [""], id="a line that goes on"),
        pytest.param([segment("1.4"), inside("được phê duyệt theo quy định")], ["1.4", ""], id="a title that goes on"),
        pytest.param(
            [segment("1.4", "1.4", 10), segment("1.4", "", 10), segment("1.5", "1.5", 20)], ["1.4", "", "1.5"],
            id="one criterion twice: the row with its label",
        ),
        pytest.param(
            [segment("1.5", "", 20), segment("1.4", "", 10), segment("1.6", "", 20), segment("1.7", "", 20)],
            ["1.5", "", "1.6", "1.7"],
            id="a row that stands out of order",
        ),
    ],
)  # fmt: skip
def test_rows_of_no_unit(segments: list[Segment], expected: list[str]) -> None:
    assert aligned(*segments) == expected


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        pytest.param([segment("Số lượng học liệu", "1.4", 10)], ["1.4"], id="abridged"),
        pytest.param([segment("So luong hoc lieu duoc so hoa")], ["1.4"], id="without diacritics"),
        pytest.param([segment("Số lựơng học liêu đươc sô hóa")], ["1.4"], id="mistyped"),
        pytest.param([segment("", "1.4", 10)], ["1.4"], id="no words: label and maximum"),
        pytest.param([segment("", "1.4")], ["1.4"], id="no words: the label alone"),
        pytest.param([segment("1.4", "1.6", 10)], ["1.4"], id="a wrong label beside the right words"),
        pytest.param([segment("1.4", "9", 10)], ["1.4"], id="rows counted through"),
        pytest.param([segment("1.4", "", 99)], ["1.4"], id="a wrong maximum beside the right words"),
        pytest.param([segment("1.4", "2.4.1")], ["1.4"], id="the label of an item of another criterion"),
        pytest.param([segment("Học liệu", "4", 10)], ["1.4"], id="the last part of the label, and the maximum"),
        pytest.param(
            [segment("1.7"), inside("1.7a", listed=True), inside("1.7b", listed=True), inside("1.7c", listed=True)],
            ["1.7", "1.7a", "1.7b", "1.7c"],
            id="a criterion with its list in one cell",
        ),
        pytest.param(
            [segment("1.6"), segment("1.6a", "1"), segment("1.6b", "2"), segment("1.6c", "3")],
            ["1.6", "1.6a", "1.6b", "1.6c"],
            id="items counted for themselves",
        ),
        pytest.param(
            [segment("1.5", "1.5"), segment("Phần mềm", "1.5.2", 5)], ["1.5", "1.5b"], id="an item by its label"
        ),
        pytest.param(
            [segment("1.3"), inside("Phụ huynh tham gia", listed=True), segment("1.4")], ["1.3", "1.3e", "1.4"],
            id="one item of several",
        ),
        pytest.param(
            [segment("", "1", group=True), segment("1.1"), segment("", "2", group=True), segment("2.1")],
            ["1", "1.1", "2", "2.1"],
            id="groups that say that they are",
        ),
        pytest.param(
            [segment("Dạy học", "1", 100), segment("1.1"), segment("Quản trị", "2", 100), segment("2.1")],
            ["1", "1.1", "2", "2.1"],
            id="groups by number and points",
        ),
        pytest.param(
            [segment("2", "1", group=True), segment("1.1")], ["1", "1.1"], id="a group by its number against its words"
        ),
        pytest.param(
            [segment("Quản trị nhà trường", "2", 55), segment("2.1", "2.1"), segment("2.3", "2.3", 70)],
            ["2", "2.1", "2.3"],
            id="a group by its number before its first criterion's",
        ),
        pytest.param(
            [segment("2.1", "8"), segment("Kế hoạch của đơn vị", "9"), segment("2.3", "10"), segment("2.4", "11")],
            ["2.1", "2.2", "2.3", "2.4"],
            id="criteria of both groups counted through, one in other words",
        ),
        pytest.param(
            [segment("1.4", "1.4", 10), segment("1.5", "1.5", 20), segment("1.4", "1.4", 10)],
            ["1.4", "1.5", ""],
            id="a second row of a criterion, later",
        ),
    ],
)  # fmt: skip
def test_rows_of_units(segments: list[Segment], expected: list[str]) -> None:
    assert aligned(*segments) == expected


def test_a_bullet_inside_a_cell_is_no_criterion() -> None:
    assert aligned(segment("1.3"), inside("1.4", listed=True), segment("1.5")) == ["1.3", "", "1.5"]
    assert aligned(segment("1.3"), inside("1.4", "1.4", listed=True), segment("1.5")) == ["1.3", "1.4", "1.5"]


def abridged(pick: Random, title: str) -> str:
    """About two words in three of a title, in a row."""
    words = title.split()
    kept = max(2, round(0.7 * len(words)))
    start = pick.randint(0, len(words) - kept) if len(words) > kept else 0
    return " ".join(words[start : start + kept])


def label_of(pick: Random, path: tuple[int, ...], labels: str) -> str:
    if labels == "right":
        return ".".join(map(str, path[-1:] if len(path) == 3 else path))
    if labels == "wrong":
        return pick.choice((f"{pick.randint(1, 3)}.{pick.randint(1, 7)}", f"{pick.randint(1, 8)}"))
    return ""


def abridged_table(pick: Random, labels: str, gaps: float) -> tuple[list[Segment], list[str]]:
    """A table of abridged titles, some of them missing, with lines between them that go on; and what each row is."""
    rows, right = [], []
    for unit in BOOK.units:
        if not unit.is_group and pick.random() < gaps:
            continue
        label = label_of(pick, unit.path, labels)
        rows.append(
            segment(abridged(pick, unit.title), label, pick.randint(0, 12), group=unit.is_group and bool(label))
        )
        right.append(unit.id)
        if pick.random() < gaps:
            rows.append(segment(pick.choice(("theo quy định", "và các phần mềm khác", "do nhà trường tự xây dựng"))))
            right.append("")
    return rows, right


@pytest.mark.parametrize(("labels", "most"), [("right", 0.005), ("wrong", 0.01), ("none", 0.01)])
@pytest.mark.parametrize("gaps", [0.0, 0.2])
def test_of_many_abridged_rows_hardly_any_is_taken_for_another(labels: str, most: float, gaps: float) -> None:
    """Titles cut to two thirds, whatever their labels: what one row says is set right by its neighbours."""
    tables = [abridged_table(Random(seed), labels, gaps) for seed in range(12)]
    pairs = [pair for rows, right in tables for pair in zip(aligned(*rows), right, strict=True)]
    wrong = [(found, right) for found, right in pairs if found != right]
    assert len(wrong) <= most * len(pairs), wrong


@pytest.mark.parametrize(
    ("text", "maximum", "unit"),
    [
        ("phần mềm trên máy tính", 5, "1.5b"), ("phần mềm trên máy tính", 15, "1.5a"), ("Tỷ lệ", 7, "1.6b"),
        ("Tỷ lệ", 8, "1.7a"), ("Phần mềm", 6, "1.3a"), ("Phần mềm", 70, "2.3"),
    ],
)  # fmt: skip
def test_of_titles_that_read_alike_the_maximum_tells(text: str, maximum: int, unit: str) -> None:
    assert aligned(segment(text, "", maximum)) == [unit]


@pytest.mark.parametrize(
    ("labels", "units"),
    [
        pytest.param([f"1.{n}" for n in range(1, 8)], [f"1.{n}" for n in range(1, 8)], id="from one on"),
        pytest.param([f"1.{n}" for n in range(8, 15)], [f"1.{n}" for n in range(1, 8)], id="a list that counts on"),
        pytest.param([f"2.{n}" for n in range(5, 9)], [f"2.{n}" for n in range(1, 5)], id="the same in another group"),
        pytest.param(["1.8", "1.10"], ["1.1", "1.3"], id="with a gap"),
        pytest.param(["1.2", "1.8"], ["1.2"], id="not where one label is the group's own"),
    ],
)
def test_rows_known_by_their_labels_alone(labels: list[str], units: list[str]) -> None:
    assert aligned(*(segment("", label) for label in labels))[: len(units)] == units
