"""Which tables are score tables: those that go on with one, those that repeat one, overviews and what is cut off."""

from __future__ import annotations

import pytest

from normalize.criteria_file import load
from normalize.score_tables import has_conditions_of_all, overviews_of, score_tables
from normalize.wording import wordbook_of
from parsers.document import Table
from tests.grids import table_of

CRITERIA = load("4725-2022")
BOOK = wordbook_of(CRITERIA)
TITLES = {row.id: " ".join(row.title.split()) for group in CRITERIA.groups for row in group.criteria}
CONDITIONS = [row.id for group in CRITERIA.groups for row in group.criteria if row.condition]
HEAD = "| TT | Tiêu chí | Điểm tối đa | Điểm tự đánh giá | Minh chứng |"


def scored(*ids: str, head: str = HEAD, figure: str = "5") -> Table:
    """A score table with these criteria."""
    return table_of(*([head] if head else []), *(f"| {each} | {TITLES[each]} | 10 | {figure} | Có |" for each in ids))


def found(*tables: Table) -> list[int]:
    """The places of those that are taken."""
    return [one.block for one in score_tables(tables, BOOK)]


FIRST = scored("1.3", "1.4", "1.5")
SECOND = scored("1.6", "1.7", "2.3")


@pytest.mark.parametrize(
    ("tables", "taken"),
    [
        pytest.param([scored("1.3", "1.4")], [], id="two criteria are too few"),
        pytest.param([FIRST], [0], id="three are enough"),
        pytest.param([table_of("| TT | Họ tên | Điểm |", "| 1 | An | 9 |"), FIRST], [1], id="another table before it"),
        pytest.param([scored("1.3"), scored("1.4"), scored("1.5")], [0, 1, 2], id="a criterion a table"),
        pytest.param([FIRST, scored("1.6")], [0, 1], id="a short one of the same head after it"),
        pytest.param([scored("1.3"), scored("1.4", "1.5", "1.6")], [0, 1], id="a short one of the same head before it"),
        pytest.param([FIRST, scored("1.6", head="")], [0, 1], id="a row cut off by a page, without a head"),
        pytest.param([FIRST, table_of("| | | | 4 | |")], [0, 1], id="a line of figures cut off"),
        pytest.param(
            [FIRST, table_of("| | | | Nữ | |", "| | | | 4 | |")], [0], id="words over figures are another head"
        ),
        pytest.param([FIRST, *[table_of(*["| | | | 4 | |"] * 4)]], [0], id="four lines of figures are no rest"),
        pytest.param([FIRST, FIRST], [0], id="the same again is a repetition"),
        pytest.param([FIRST, scored("1.3", "1.4", "1.6")], [0], id="two of three are the same"),
        pytest.param([FIRST, scored("1.3", "1.6", "1.7")], [0, 1], id="one of three is the same"),
        pytest.param([FIRST, SECOND], [0, 1], id="two parts"),
        pytest.param([scored("1.3", "1.4", "1.5", figure="Đạt")], [0], id="maxima are points too"),
        pytest.param(
            [
                table_of(
                    "| TT | Tiêu chí | Minh chứng |", *(f"| {n} | {TITLES[n]} | Có |" for n in ("1.3", "1.4", "1.5"))
                )
            ],
            [],
            id="no points at all",
        ),
        pytest.param(
            [table_of(HEAD, *(f"| {n} | {TITLES[n]} | | 95 | |" for n in ("1.3", "1.4", "1.5")))],
            [],
            id="most figures are more than can be had",
        ),
        pytest.param(
            [
                table_of(
                    HEAD,
                    f"| 1.3 | {TITLES['1.3']} | | 95 | |",
                    *(f"| {n} | {TITLES[n]} | | 5 | |" for n in ("1.4", "1.5")),
                )
            ],
            [0],
            id="one figure is more than can be had",
        ),
    ],
)
def test_which_tables_are_taken(tables: list[Table], taken: list[int]) -> None:
    assert found(*tables) == taken


def conditions(*ids: str, more: int = 0, head: str = "| TT | Tiêu chí | Minh chứng |") -> Table:
    rows = [f"| {n} | {TITLES[each]} | Có |" for n, each in enumerate(ids, 1)]
    return table_of(head, *rows, *["| | Ghi chú của đoàn | x |"] * more)


@pytest.mark.parametrize(
    ("table", "is_taken"),
    [
        pytest.param(conditions(CONDITIONS[0]), False, id="one condition is too few"),
        pytest.param(conditions(*CONDITIONS[:2]), True, id="two conditions"),
        pytest.param(conditions(*CONDITIONS), True, id="all conditions"),
        pytest.param(conditions(*CONDITIONS, more=1), True, id="and a row of something else"),
        pytest.param(conditions(*CONDITIONS, more=2), False, id="and two of something else"),
        pytest.param(conditions(*CONDITIONS[:2], "1.3"), False, id="a criterion with points among them"),
        pytest.param(
            table_of("| TT | Tiêu chí |", *(f"| {n} | {TITLES[n]} |" for n in CONDITIONS[:2])),
            False,
            id="nothing stands beside them",
        ),
    ],
)
def test_conditions_may_stand_in_a_table_of_their_own(table: Table, is_taken: bool) -> None:
    assert found(FIRST, SECOND, table) == [0, 1, *([2] if is_taken else [])]
    assert found(table) == []  # nothing says that the document has scores


def test_conditions_of_several_groups_are_out_of_order() -> None:
    both = score_tables([FIRST, SECOND, conditions(*CONDITIONS)], BOOK)
    assert [has_conditions_of_all(one, BOOK) for one in both] == [False, False, len({n[0] for n in CONDITIONS}) > 1]
    alone = score_tables([FIRST, SECOND, conditions(*(n for n in CONDITIONS if n.startswith("1.")))], BOOK)
    assert not any(has_conditions_of_all(one, BOOK) for one in alone)


def details() -> Table:
    """The items of the first group, each with its figure."""
    rows = [item for row in CRITERIA.groups[0].criteria for item in row.items]
    return table_of(HEAD, *(f"| | {' '.join(item.title.split())} | {item.maximum} | 1 | |" for item in rows))


def test_an_overview_has_a_row_a_criterion_whose_items_stand_elsewhere() -> None:
    ids = [row.id for row in CRITERIA.groups[0].criteria if not row.condition]
    overview = scored(*ids)
    tables = score_tables([overview, details()], BOOK)
    assert [one.block for one in overviews_of(tables, BOOK)] == [0]
    assert overviews_of(score_tables([overview], BOOK), BOOK) == []  # no items anywhere
    few = score_tables([scored(*ids[:2]), details()], BOOK)
    assert overviews_of(few, BOOK) == []  # a table of two criteria is none
