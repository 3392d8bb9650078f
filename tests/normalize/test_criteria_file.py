"""Loading criterion sets: what comes out, and what is said of a bad file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from normalize import criteria_file
from normalize.criteria import BadCriteria
from normalize.criteria_checks import uneven_maxima
from rules.messages import bad_criteria

OTHER = Path(__file__).parent.parent / "sets" / "thu-vien-so.toml"

SOUND = """
id = "x"
title = "Bộ thử"
authority = "Quyết định 1/QĐ-X"
date = 2024-01-02
level_names = { 1 = "Thấp", 2 = "Cao" }
group_levels = { from_2 = "50" }
[[groups]]
id = "1"
title = "Nhóm"
max = "100"
[[groups.criteria]]
id = "1.1"
title = "Tiêu chí"
max = "100"
"""


def test_the_set_that_comes_with_the_program():
    law = criteria_file.load("4725-2022")
    first, second = law.groups
    assert criteria_file.available() == ("4725-2022",)
    assert [len(group.criteria) for group in law.groups] == [7, 4]
    assert [row.id for group in law.groups for row in group.criteria if row.condition] == ["1.1", "1.2", "2.1", "2.2"]
    assert first.scale is not None
    levels = [(points, first.scale.level_of(Decimal(points))) for points in ("49.5", "50", "75", "75.5")]
    assert levels == [("49.5", 1), ("50", 2), ("75", 2), ("75.5", 3)]
    assert (second.criteria[2].items[2].maximum, second.criteria[2].items[2].reported) == (Decimal(20), True)
    assert uneven_maxima(law) == ()


def test_a_set_of_one_s_own():
    law = criteria_file.load(str(OTHER))
    a, b, c = law.groups
    assert (a.maximum, a.scale, a.criteria[1].in_sequence) == (None, None, True)
    assert [item.level for item in a.criteria[1].items] == [1, 2, 3]
    assert [b.scale.level_of(Decimal(points)) for points in ("10", "10.5", "20", "30")] == [0, 1, 2, 3]
    assert b.criteria[0].bands.unit == "%"
    assert (b.criteria[0].bands.reported, b.criteria[1].bands.reported) == (False, True)
    assert c.criteria[0].permitted == (Decimal(0), Decimal(5), Decimal(10))
    assert (c.scale.lowest, c.scale.reported, c.criteria[1].reported) == (0, True, True)
    assert law.subjects == (("A2", ("nội quy mượn sách",)), ("A2.3", ("rà soát nội quy",)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SOUND, id="a small sound set"),
        pytest.param("\ufeff" + SOUND, id="with the byte-order mark that Notepad writes"),
        pytest.param(SOUND.replace('max = "100"\n[[', 'max = "90"\n[['), id="maxima that do not add up are no fault"),
    ],
)
def test_sound(text, tmp_path):
    path = tmp_path / "bộ của tôi.toml"
    path.write_text(text, "utf-8")
    assert criteria_file.load(str(path)).id == "x"


def test_maxima_that_do_not_add_up_are_named():
    assert uneven_maxima(criteria_file.parse(SOUND.replace('max = "100"\n[[', 'max = "90"\n[['), "x.toml")) == ("1",)


FIRST, LAST = "groups[0]", "groups[0].criteria[0]"


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        pytest.param('id = "x"', "id x", "", "not-toml-at", id="no TOML"),
        pytest.param('id = "x"', "", "id", "missing-key", id="a required key is missing"),
        pytest.param('title = "Nhóm"', "", f"{FIRST}.title", "missing-key", id="a required key of a group is missing"),
        pytest.param('max = "100"\n[[', "max = 100\n[[", f"{FIRST}.max", "not-points", id="points without quotes"),
        pytest.param('max = "100"\n[[', 'max = "7,5"\n[[', f"{FIRST}.max", "not-points", id="a decimal comma"),
        pytest.param('max = "100"\n[[', 'maks = "9"\n[[', f"{FIRST}.maks", "unknown-key", id="a mistyped key"),
        pytest.param("date = 2024-01-02", 'date = "2/1/2024"', "date", "not-date", id="a date in quotes"),
        pytest.param('id = "1"', 'id = "nhóm 1"', f"{FIRST}.id", "not-id", id="an id with a space"),
        pytest.param('title = "Nhóm"', 'title = " "', f"{FIRST}.title", "not-text", id="an empty title"),
        pytest.param('from_2 = "50"', 'tu_2 = "50"', "group_levels.tu_2", "unknown-key", id="a mistyped bound"),
        pytest.param('from_2 = "50"', 'known = "reported"', "group_levels", "no-bounds", id="a scale without bounds"),
        pytest.param('from_2 = "50"', 'from_2 = "5", above_2 = "6"', "group_levels", "two-bounds", id="two bounds"),
        pytest.param(
            'from_2 = "50"', 'from_1 = "60", from_2 = "50"', "group_levels", "not-rising", id="bounds that fall"
        ),
        pytest.param(
            'from_2 = "50"', 'from_3 = "50"', "group_levels.from_3", "unnamed-level", id="a level without a name"
        ),
        pytest.param('2 = "Cao"', "2 = 2", "level_names.2", "not-text", id="a level named by a number"),
        pytest.param(
            'max = "100"\n[[', 'known = "sure"\n[[', f"{FIRST}.known", "not-known", id="known is neither of the two"
        ),
        pytest.param('id = "1.1"', 'id = "1"', f"{LAST}.id", "duplicate-id", id="an id used twice"),
    ],
)
def test_faults(old, new, key, reason):
    assert old in SOUND
    with pytest.raises(BadCriteria) as caught:
        criteria_file.parse(SOUND.replace(old, new, 1), "x.toml")
    assert (caught.value.file, caught.value.key, caught.value.reason) == ("x.toml", key, reason)


@pytest.mark.parametrize(
    ("row", "key", "reason"),
    [
        pytest.param("condition = true", "max", "condition-with-points", id="a condition with points"),
        pytest.param('condition = "có"', "condition", "not-yes-no", id="yes in words"),
        pytest.param('permitted = ["0", "120"]', "permitted", "over-max", id="a permitted score above the maximum"),
        pytest.param("permitted = [0, 5]", "permitted", "not-points-list", id="permitted scores without quotes"),
        pytest.param("items = []", "items", "not-tables", id="no items in the list"),
        pytest.param('items = [{ id = "a" }]', "items[0].title", "missing-key", id="an item without a title"),
        pytest.param('levels = "50"', "levels", "not-table", id="a scale that is no table"),
        pytest.param('words = "học bạ"', "words", "not-texts", id="words that are no list"),
        pytest.param('bands = { unit = "%" }', "bands.steps", "missing-key", id="bands without steps"),
        pytest.param(
            'bands = { unit = "%", steps = [{ from = "50" }] }',
            "bands.steps[0]",
            "empty-step",
            id="a step worth nothing",
        ),
        pytest.param(
            'bands = { unit = "%", steps = [{ from = "50", score = "5" }, { from = "40", score = "9" }] }',
            "bands.steps",
            "not-rising",
            id="steps that fall",
        ),
        pytest.param(
            'bands = { unit = "%", steps = [{ from = "50", level = 7 }] }',
            "bands.steps[0].level",
            "unnamed-level",
            id="a step with a level that has no name",
        ),
        pytest.param(
            'bands = { unit = "%", steps = [{ from = "50", score = "101" }] }',
            "bands.steps[0].score",
            "over-max",
            id="a step worth more than the maximum",
        ),
    ],
)
def test_faults_in_a_criterion(row, key, reason):
    with pytest.raises(BadCriteria) as caught:
        criteria_file.parse(SOUND + row + "\n", "x.toml")
    assert (caught.value.key, caught.value.reason) == (f"{LAST}.{key}", reason)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        pytest.param("no-such-set", None, "4725-2022", id="an unknown name: the known ones are listed"),
        pytest.param("khong-co.toml", None, "khong-co.toml", id="a file that is not there"),
        pytest.param("x.toml", SOUND.encode("utf-16"), "UTF-8", id="a file in another encoding"),
        pytest.param("x.toml", SOUND.replace('"100"', "100").encode(), "groups[0].max: ", id="a fault with its key"),
    ],
)
def test_faults_are_said_in_words(name, content, part, language, tmp_path):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadCriteria) as caught:
        criteria_file.load(str(path) if name.endswith(".toml") else name)
    assert part in bad_criteria(caught.value, language)


def test_the_words_of_a_fault():
    with pytest.raises(BadCriteria) as caught:
        criteria_file.parse(SOUND.replace('"100"', "100", 1), "bo.toml")
    said = 'bo.toml: groups[0].max: phải là số viết trong ngoặc kép, phần lẻ sau dấu chấm, ví dụ "7.5" (đang ghi 100)'
    assert bad_criteria(caught.value, "vi") == said


def test_the_example_of_the_manual_is_sound():
    manual = (Path(__file__).parent.parent.parent / "docs" / "criteria.vi.md").read_text("utf-8")
    example = manual.split("```toml\n")[1].split("```")[0]
    law = criteria_file.parse(example, "criteria.vi.md")
    assert ([row.id for row in law.groups[0].criteria], uneven_maxima(law)) == (["1.1", "1.2", "1.3"], ())
