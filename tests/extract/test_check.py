"""`check`, `extract` and `read` as a user runs them, on the samples and on what goes wrong."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from extract import audit
from extract.cli import main
from extract.commands import read as read_command

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
TEXT = SAMPLES / "bao-cao-gdtx.txt"


@pytest.fixture(autouse=True)
def in_a_fresh_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def rows_of(name: str) -> list[dict[str, str]]:
    with Path(name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_check_writes_a_table_in_the_current_folder_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(TEXT)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "doisoat-findings.csv" in err
    assert "Đã thấy 1 tệp: kiểm tra 1, không đọc được 0, bỏ qua 0." in err
    assert {row["report"] for row in rows_of("doisoat-findings.csv")} == {"bao-cao-gdtx.txt"}


def test_quiet_says_nothing_and_exit_zero_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(TEXT), "--quiet", "--exit-zero"]) == 0
    assert capsys.readouterr() == ("", "")


def test_select_and_ignore() -> None:
    main(["check", str(TEXT), "-o", "all.csv"])
    main(["check", str(TEXT), "-o", "some.csv", "--select", "missing-criterion,missing-header"])
    main(["check", str(TEXT), "-o", "others.csv", "--ignore", "missing-criterion,missing-header"])
    count = Counter(row["rule"] for row in rows_of("all.csv"))
    some = Counter(row["rule"] for row in rows_of("some.csv"))
    assert set(some) <= {"missing-criterion", "missing-header"}
    assert some + Counter(row["rule"] for row in rows_of("others.csv")) == count


def test_several_outputs_hold_the_same_findings_in_either_language(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(TEXT), "-o", "a.csv", "-o", "a.json", "-o", "a.csv", "--lang", "en"])
    main(["check", str(TEXT), "-o", "b.csv"])
    assert capsys.readouterr().err.count("The table: a.csv") == 1
    ids = [row["finding_id"] for row in rows_of("a.csv")]
    assert [row["finding_id"] for row in json.loads(Path("a.json").read_text("utf-8"))["findings"]] == ids
    assert [row["finding_id"] for row in rows_of("b.csv")] == ids


def test_json_holds_the_structured_report() -> None:
    main(["check", str(TEXT), "-o", "a.json"])
    (report,) = json.loads(Path("a.json").read_text("utf-8"))["reports"]
    assert {"header", "groups", "citations", "statements"} <= set(report)
    assert [group["id"] for group in report["groups"]] == ["1", "2"]


def test_extract_writes_a_row_for_each_official_line() -> None:
    assert main(["extract", str(TEXT)]) == 0
    scores = {(row["criterion"], row["item"]): row for row in rows_of("doisoat-scores.csv") if row["criterion"]}
    assert (scores["1.4", ""]["score"], scores["1.4", ""]["level"]) == ("10", "3")
    assert [scores["2.4", f"2.4{letter}"]["score"] for letter in "abc"] == ["6", "0", "4"]
    assert scores["1.1", ""]["score"] == ""


def test_a_folder_with_bad_files_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "báo cáo"
    (folder / "phụ").mkdir(parents=True)
    (folder / "a.txt").write_bytes(TEXT.read_bytes())
    (folder / "phụ" / "a.txt").write_bytes(TEXT.read_bytes())
    (folder / "rỗng.docx").write_bytes(b"")
    (folder / "ảnh.pdf").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\0" * 100)
    (folder / "~$a.docx").write_bytes(b"x")
    assert main(["check", str(folder), "-o", "a.csv", "--jobs", "2"]) == 1
    assert "Đã thấy 5 tệp: kiểm tra 2, không đọc được 2, bỏ qua 1." in capsys.readouterr().err
    reasons = {row["report"]: row["rule"] for row in rows_of("a.csv")}
    assert reasons["rỗng.docx"] == reasons["ảnh.pdf"] == "unreadable"
    assert {"a.txt", "phụ/a.txt"} <= set(reasons)


def test_nothing_readable_is_code_2_and_still_a_table() -> None:
    Path("a.docx").write_bytes(b"")
    assert main(["check", "a.docx"]) == 2
    assert [row["rule"] for row in rows_of("doisoat-findings.csv")] == ["unreadable"]


def test_a_defect_of_ours_is_no_mistake_of_the_school(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "interpret", lambda *_: 1 / 0)
    assert main(["check", str(TEXT), "-o", "a.csv", "--jobs", "1"]) == 2
    err = capsys.readouterr().err
    assert "ZeroDivisionError" in err
    (row,) = rows_of("a.csv")
    assert row["rule"] == "unreadable"
    assert "không phải lỗi của trường" in row["message"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("nothing.docx", "Không có tệp hay thư mục này: nothing.docx", id="no such path"),
        pytest.param("a.txt -o no/where.csv", "Không ghi được vào no/where.csv", id="no folder for the output"),
        pytest.param("a.txt -o a.parquet", "Chưa ghi được tệp .parquet", id="an output of later work"),
        pytest.param("a.txt -o a.txt", "Không ghi được loại tệp này", id="an output of no known kind"),
        pytest.param("bad.csv -o bad.csv", "Không ghi đè lên báo cáo cần đọc", id="an output that is a report"),
        pytest.param("a.txt --select item-sums", "Có phải là “item-sum”?", id="a rule mistyped"),
        pytest.param("a.txt --ignore xyz", "Không có quy tắc “xyz”", id="no such rule"),
        pytest.param("a.txt --criteria none", "none", id="no such criterion set"),
        pytest.param("a.txt --criteria bad.toml", "bad.toml", id="a bad criterion set"),
        pytest.param("empty", "Không có báo cáo nào để đọc", id="an empty folder"),
    ],
)
def test_what_is_wrong_is_said_before_the_work(
    words: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "read", None)
    Path("a.txt").write_text("x")
    Path("bad.csv").write_text("x")
    Path("empty").mkdir()
    Path("bad.toml").write_text("id = 1")
    assert main(["check", *words.split()]) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert "Traceback" not in err
    assert out == ""
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "bad.csv", "bad.toml", "empty"]


def test_read_shows_markdown_on_the_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(TEXT)]) == 0
    out, err = capsys.readouterr()
    assert "Công tác triển khai tự đánh giá mức độ chuyển đổi số" in out
    assert "| 1.4. |" in out
    assert err == ""


def test_read_as_json_is_an_object_for_one_file_and_a_list_for_more() -> None:
    Path("a.txt").write_text("Một\n", "utf-8")
    main(["read", "a.txt", "-o", "one.json"])
    main(["read", "a.txt", str(TEXT), "-o", "two.json"])
    one = json.loads(Path("one.json").read_text("utf-8"))
    assert one == {
        "file": "a.txt",
        "pages": [],
        "blocks": [{"kind": "paragraph", "text": "Một", "place": {"page": None, "box": None}}],
    }
    assert json.loads(Path("two.json").read_text("utf-8"))[0] == one


def test_read_says_what_it_could_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.docx").write_bytes(b"")
    assert main(["read", "a.docx"]) == read_command.NOTHING_READ
    assert main(["read", "a.docx", str(TEXT), "-o", "a.md"]) == read_command.SOME_UNREADABLE
    assert capsys.readouterr().err.count("a.docx") == 2


def test_rules_and_criteria_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == main(["rules", "body-score"]) == main(["criteria"]) == 0
    assert main(["criteria", "4725-2022", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "body-score" in out
    assert "1.3a" in out
    assert "level 2: from 10; level 3: above 20" in out
    assert main(["rules", "body-scor"]) == main(["criteria", "none"]) == 2
