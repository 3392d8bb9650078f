import pytest

from normalize.levels import is_tick, parse_level, parse_worn_level

NAMES = [(1, "Chưa đáp ứng"), (2, "Đáp ứng cơ bản"), (3, "Đáp ứng tốt")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("100", id="a maximum"),
        pytest.param("Mức 2 - Mức 3", id="two levels"),
        pytest.param("mức 2,5", id="no whole number"),
        pytest.param("☑ Mức 1 ☑ Mức 2 ☐ Mức 3", id="two boxes ticked"),
        pytest.param("☐ Mức 1 ☐ Mức 2 ☐ Mức 3", id="no box ticked"),
        pytest.param("mức độ hài lòng 98%", id="another kind of level"),
        pytest.param("đáp ứng", id="part of all names"),
    ],
)
def test_text_that_names_no_one_level_stays_unknown(text: str) -> None:
    assert parse_level(text, NAMES) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Mức 3", 3), ("Mức độ: II", 2), ("MỨC 3 (Tốt)", 3), ("3", 3), ("III", 3), ("Đáp ứng cơ bản", 2),
        ("Chưa đáp ứng", 1), ("Mức đáp ứng tốt", 3), ("☐ Mức 1 ☑ Mức 2 ☐ Mức 3", 2), ("mức ba", 3), ("Mức3", 3),
        ("Mức độ 2/3", 2), ("đạt Mức độ: 3", 3), ("Mức 2.", 2), ("Tốt", 3), ("Mứ\nc 2\n(Đáp ứng cơ bản)", 2),
        ("M2", 2), ("Mức\n2", 2), ("Mức đáp ứng: 3", 3), ("Mức đạt được: II", 2),
    ],
)  # fmt: skip
def test_levels_in_the_forms_that_reports_use(text: str, level: int) -> None:
    assert parse_level(text, NAMES) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Mức I", 1), ("Mức IV", 4), ("Mức V", 5), ("IV", 4), ("V", 5), ("i", 1), ("Mức một", 1), ("mức hai", 2),
        ("ba", 3),
        ("mức bốn", 4), ("mức độ năm", 5), ("mức năm nay", None), ("Mức 1 và mức một", 1), ("Mức 2 và Mức II", 2),
        ("(Mức 2)", 2), ("(2).", 2), ("2/3", 2), ("Loại 2", 2), ("Đạt: 2", 2), ("Cấp II", 2), ("Level 2", 2), ("L2", 2),
        ("mức đạt: 2", 2), ("Mức 12", None), ("Mức 2a", None), ("Mứ c2", 2), ("Mứ\nc 2 Mứ\nc 3", None),
        ("Mứ\nc 2.5", None),
        ("2.5", None), ("viii", None), ("trăm", None),
    ],
)  # fmt: skip
def test_levels_in_other_forms(text: str, level: int | None) -> None:
    assert parse_level(text, NAMES) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("☑ Mức 2", 2), ("☐ ☑ Mức 2", 2), ("□ Mức 1 ⊠ Mức 2", 2), ("◻ Mức 1 √ Mức 3", 3), ("☐ Mức 1 ☑", None),
        ("☐ Chưa đáp ứng ☑ Đáp ứng tốt", 3), ("Mức 1 ☑ Mức 2", None),
    ],
)  # fmt: skip
def test_boxes_ticked(text: str, level: int | None) -> None:
    assert parse_level(text, NAMES) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        pytest.param("Mức đáp ứng", None, id="words of all names"),
        pytest.param("mức cơ bản", 2, id="words of one name"),
        pytest.param("bản", 2, id="the last word of a name"),
        pytest.param("ba", 3, id="a number word before part of a name"),
        pytest.param("tô", None, id="part of a word"),
        pytest.param("Ch", None, id="two letters"),
        pytest.param("Đáp ứng\ncơ bả\nn", 2, id="a name that a narrow column breaks"),
        pytest.param("kết luận: chưa đáp ứng", 1, id="a name among other words"),
        pytest.param("xuất sắc", None, id="words of no name"),
    ],
)
def test_levels_by_their_names(text: str, level: int | None) -> None:
    assert parse_level(text, NAMES) == level


def test_of_two_names_the_longer_is_meant() -> None:
    names = [(1, "Đạt"), (2, "Chưa đạt"), (3, "Đạt tốt")]
    assert [parse_level(text, names) for text in ("đạt", "chưa đạt", "đạt tốt")] == [1, 2, 3]
    assert parse_level("đạt", ()) is None


@pytest.mark.parametrize("text", ["x", " X ", "✓", "☑", "v", "●", "+", "\ufffd"])
def test_marks_that_tick(text: str) -> None:
    assert is_tick(text)


@pytest.mark.parametrize("text", ["", "xx", "0", "-", "x 2", "☐", "có"])
def test_marks_that_tick_nothing(text: str) -> None:
    assert not is_tick(text)


NAMES = ((1, "Chưa đáp ứng"), (2, "Đáp ứng cơ bản"), (3, "Đáp ứng tốt"))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("Hoàn thành 3", None, id="a word that is none for a level"),
        pytest.param("Đáp ứng", None, id="what is alike to several names"),
        pytest.param("Tôt", None, id="too short to tell"),
        pytest.param("MÚỨC 3", 3, id="a letter too many"),
        pytest.param("Mữc\nđộ 2", 2, id="another mark, on two lines"),
        pytest.param("Đáp\ntưng\ntốt", 3, id="a name with a letter too many"),
        pytest.param("Đáp\ntưng\ncơ kả\nbản", 2, id="a name with several"),
    ],
)
def test_a_level_that_a_picture_spoiled_is_told_by_what_it_is_most_alike(text: str, level: int | None) -> None:
    assert parse_worn_level(text, NAMES) == level
