"""Parts of one report are put together when their contents say so, and the output says that they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.cli import main
from tests.extract.test_check import TEXT, rows_of

WHOLE = TEXT.read_text("utf-8")
LINES = WHOLE.splitlines(keepends=True)
AT = 1 + next(at for at, line in enumerate(LINES) if "Lưu: VT" in line)  # the score table stands below
NARRATIVE, TABLE = "".join(LINES[:AT]), "".join(LINES[AT:])
LETTER = (
    "Kính gửi Sở. "
    + "Trung tâm xin gửi kèm theo các minh chứng của báo cáo tự đánh giá năm học này để Sở xem xét. " * 9
)


@pytest.fixture(autouse=True)
def in_a_fresh_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(texts: dict[str, str]) -> dict[str, list[str]]:
    """Each report with the files that it was put together from."""
    for name, text in texts.items():
        path = Path("in", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    main(["check", "in", "-o", "a.csv", "-o", "a.json"])
    return {one["report"]: one["files"] for one in json.loads(Path("a.json").read_text("utf-8"))["reports"]}


def apart(*names: str) -> dict[str, list[str]]:
    return {name: [name] for name in names}


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param(
            {"bao cao.txt": WHOLE, "phu luc.txt": TABLE},
            apart("bao cao.txt", "phu luc.txt"),
            id="a whole report, and its table once more",
        ),
        pytest.param(
            {"bao cao.txt": NARRATIVE, "phu luc.txt": WHOLE},
            apart("bao cao.txt", "phu luc.txt"),
            id="a text, and a report that has one of its own",
        ),
        pytest.param(
            {"bao cao.txt": NARRATIVE, "phu luc.txt": LETTER},
            apart("bao cao.txt", "phu luc.txt"),
            id="two texts without a table",
        ),
        pytest.param(
            {"bao cao.txt": NARRATIVE, "phu luc.txt": "Trường THCS Bình Minh\n\nNăm học 2019-2020\n\n" + TABLE},
            apart("bao cao.txt", "phu luc.txt"),
            id="the table of another school and year",
        ),
        pytest.param(
            {"bao cao.txt": NARRATIVE, "phu luc 1.txt": TABLE, "phu luc 2.txt": TABLE},
            apart("bao cao.txt", "phu luc 1.txt", "phu luc 2.txt"),
            id="two tables for one text",
        ),
        pytest.param(
            {"bao cao.txt": NARRATIVE, "x/phu luc.txt": TABLE},
            apart("bao cao.txt", "x/phu luc.txt"),
            id="in two folders",
        ),
        pytest.param(
            {"A.txt": WHOLE, "A.md": WHOLE},
            apart("A.txt"),  # in a folder, the other kind is no report
            id="one report in two kinds",
        ),
        pytest.param(
            {"x/bao cao.txt": NARRATIVE, "x/phu luc.txt": TABLE},
            {"x/bao cao.txt": ["bao cao.txt", "phu luc.txt"]},
            id="a text and its table",
        ),
        pytest.param(
            {"bang diem.txt": TABLE, "van ban.txt": NARRATIVE},
            {"van ban.txt": ["van ban.txt", "bang diem.txt"]},
            id="the text leads, wherever its name stands",
        ),
        pytest.param(
            {"bao cao.txt": NARRATIVE, "minh chung.txt": LETTER, "phu luc.txt": TABLE},
            {"bao cao.txt": ["bao cao.txt", "phu luc.txt"], "minh chung.txt": ["minh chung.txt"]},
            id="evidence beside them is left alone",
        ),
        pytest.param(
            {"bao cao.txt": NARRATIVE, "phu luc.txt": "", "bang diem.txt": TABLE},
            {"bao cao.txt": ["bao cao.txt", "bang diem.txt"], "phu luc.txt": ["phu luc.txt"]},
            id="a file that cannot be read costs the others nothing",
        ),
    ],
)
def test_what_is_one_report(texts: dict[str, str], found: dict[str, list[str]]) -> None:
    assert checked(texts) == found


def test_the_same_is_found_as_in_one_file_and_each_place_names_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    checked({"bao cao.txt": NARRATIVE, "phu luc.txt": TABLE})
    said = capsys.readouterr().err
    rows = rows_of("a.csv")
    main(["check", str(TEXT), "-o", "b.csv"])
    assert [(row["rule"], row["stated"]) for row in rows] == [(row["rule"], row["stated"]) for row in rows_of("b.csv")]
    assert "Đã thấy 2 tệp: kiểm tra 2, không đọc được 0, bỏ qua 0." in said
    assert "Trong 1 báo cáo" in said
    assert "bao cao.txt: gồm 2 tệp: bao cao.txt, phu luc.txt" in said
    assert all("(Báo cáo gộp từ 2 tệp: bao cao.txt, phu luc.txt.)" in row["message"] for row in rows)
    files = [row["place"].partition(",")[0] for row in rows if row["place"]]
    assert files == sorted(files) and set(files) == {"tệp bao cao.txt", "tệp phu luc.txt"}


def test_what_was_extracted_names_the_file_too() -> None:
    checked({"bao cao.txt": NARRATIVE, "phu luc.txt": TABLE})
    main(["extract", "in", "-o", "s.csv"])
    places = {row["place"].partition(",")[0] for row in rows_of("s.csv") if row["score"] and row["criterion"]}
    assert places == {"tệp phu luc.txt"}
