import pytest

from normalize.levels import parse_level

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
        ("M2", 2), ("Mức\n2", 2),
    ],
)  # fmt: skip
def test_levels_in_the_forms_that_reports_use(text: str, level: int) -> None:
    assert parse_level(text, NAMES) == level
