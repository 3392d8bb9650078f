"""How well a text fits each official title: itself, abridged, mistyped, with more; and what is none of them."""

from __future__ import annotations

import pytest

from normalize.criteria_file import load
from normalize.wording import wordbook_of

BOOK = wordbook_of(load("4725-2022"))
IDS = [unit.id for unit in BOOK.units]
TITLES = {unit.id: unit.title for unit in BOOK.units}


def likeliest(text: str) -> tuple[str, float, float]:
    """The unit that a text fits best, how well, and how much of its title is in the text."""
    best = max(range(len(IDS)), key=lambda at: BOOK.likeness(text)[at].whole)
    like = BOOK.likeness(text)[best]
    return IDS[best], like.whole, like.holds


@pytest.mark.parametrize("text", ["", " - ", "Có", "Bóng đá nữ", "Tổng điểm", "10", "xyz"])
def test_what_is_like_no_title(text: str) -> None:
    assert likeliest(text)[1] < 0.4


@pytest.mark.parametrize("unit", IDS)
def test_a_title_is_like_itself(unit: str) -> None:
    assert likeliest(TITLES[unit]) == (unit, pytest.approx(1), pytest.approx(1))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Số lượng học liệu", "1.4"),
        ("Phụ huynh tham gia", "1.3e"),
        ("Phòng studio", "1.7c"),
        ("phân hệ y tế", "2.3f"),
        ("máy tính kết nối mạng LAN", "1.5a"),
        ("Thu phí không dùng tiền mặt", "2.4c"),
    ],
)
def test_an_abridged_title_is_more_like_its_own_than_any_other(text: str, unit: str) -> None:
    found, whole, holds = likeliest(text)
    assert found == unit
    assert 0.6 < whole < 1
    assert 0 < holds < 0.9


def test_a_title_and_more_holds_the_title() -> None:
    text = f"{TITLES['1.5']} {TITLES['1.5a']} (Netop School, 42 máy)"
    like = BOOK.likeness(text)
    assert (like[IDS.index("1.5")].holds, like[IDS.index("1.5a")].holds) == (pytest.approx(1), pytest.approx(1))
    assert like[IDS.index("1.5")].whole > 0.7
    assert like[IDS.index("1.4")].holds < 0.3


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Triễn khái phấn mêm dậy hoc trưc tuyên", "1.3"),
        ("Triênkhai phânmêm dạyhọc trựctuyên", "1.3"),
        ("Trien khai phan men day hoc truc tuyem", "1.3"),
        ("Phat trien nguon nhan luc chuyen doi sổ", "1.6"),
    ],
)
def test_mistyped_words_are_caught_by_their_letters(text: str, unit: str) -> None:
    found, whole, _ = likeliest(text)
    assert (found, whole > 0.55) == (unit, True)


def test_the_words_of_the_letters_count_in_part_of_a_scale_where_unrelated_is_nothing() -> None:
    assert likeliest("Triênkhai phânmêm dạyhọc trựctuyên")[1] < 0.95
    assert max(one.whole for one in BOOK.likeness("zzzz wwww")) <= 0.1


@pytest.mark.parametrize(
    ("text", "unit", "other", "share"),
    [
        pytest.param("Có phần mềm, máy tính kết nối mạng LAN", "1.5a", "1.5", 1.0, id="all of its own words"),
        pytest.param("Tổ chức thi, kiểm tra trên phòng máy tính", "1.5a", "1.5", 0.0, id="words of the other alone"),
        pytest.param("", "1.5a", "1.5", 0.0, id="nothing"),
        pytest.param(TITLES["1.5a"], "1.5a", "1.5a", 0.0, id="a title has no words beyond itself"),
    ],
)
def test_how_much_of_a_title_stands_there_beyond_another(text: str, unit: str, other: str, share: float) -> None:
    assert BOOK.holds_beyond(text, IDS.index(unit), IDS.index(other)) == pytest.approx(share)


def test_a_rare_word_says_more_than_a_common_one() -> None:
    rare, common = (BOOK.holds_beyond(word, IDS.index("1.5a"), IDS.index("1.4")) for word in ("LAN", "máy"))
    assert 0 < common < rare < 1


@pytest.mark.parametrize(("text", "unit"), [("Dạy và học", "1"), ("QTNT", "2"), ("QUẢN TRỊ NHÀ TRƯỜNG", "2")])
def test_a_short_name_of_a_group_is_no_criterion_that_has_its_words(text: str, unit: str) -> None:
    likeness = BOOK.likeness(text)
    assert BOOK.units[max(range(len(likeness)), key=lambda at: likeness[at].whole)].id == unit
