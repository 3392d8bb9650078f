"""Evidence that lies beside a report is said to be no report, and nothing is lost by it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.cli import main
from extract.parts import bundles
from extract.sources import Source

DECISION = "TRƯỜNG TIỂU HỌC TÂN LẬP\nSố: 12/QĐ-TH\n\nQUYẾT ĐỊNH\nVề việc thành lập Hội đồng\n\nĐiều 1. Có 9 người.\n"
TEXT = "TRƯỜNG TIỂU HỌC TÂN LẬP\nSố: 13/BC-TH\n\nBÁO CÁO\nKết quả tự đánh giá mức độ chuyển đổi số\n\nTrường đã chấm.\n"


def checked(folder: Path, *options: str) -> tuple[int, list[dict[str, str]], list[dict[str, object]]]:
    output = folder.parent / "found.json"
    code = main(["check", str(folder), "-o", str(output), "--jobs", "1", *options])
    found = json.loads(output.read_text(encoding="utf-8"))
    return code, found["findings"], found["reports"]


def test_evidence_is_told_as_information_and_counted_as_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "truong"
    folder.mkdir()
    (folder / "bao cao.txt").write_text(TEXT, encoding="utf-8")
    (folder / "minh chứng.txt").write_text(DECISION, encoding="utf-8")
    code, findings, reports = checked(folder)
    about = {(row["report"], row["rule"], row["severity"]) for row in findings}
    assert code == 1
    assert ("bao cao.txt", "missing-appendix", "error") in about
    assert {row for row in about if row[0] != "bao cao.txt"} == {("minh chứng.txt", "missing-appendix", "info")}
    assert [(report["report"], report["no_report"]) for report in reports] == [
        ("bao cao.txt", False),
        ("minh chứng.txt", True),
    ]
    told = capsys.readouterr().err
    assert "Đã thấy 2 tệp: kiểm tra 1, không đọc được 0, bỏ qua 1." in told
    assert "Bỏ qua 1 (văn bản khác" in told


@pytest.mark.parametrize(("options", "rows"), [((), 1), (("--ignore", "missing-appendix"), 0)])
def test_a_folder_of_evidence_only_holds_no_report(tmp_path: Path, options: tuple[str, ...], rows: int) -> None:
    folder = tmp_path / "minh chứng"
    folder.mkdir()
    (folder / "qd.txt").write_text(DECISION, encoding="utf-8")
    code, findings, _ = checked(folder, *options)
    assert (code, len(findings)) == (2, rows)


def test_much_evidence_does_not_keep_text_and_table_apart() -> None:
    names = ["bao cao.docx", "phu luc.xlsx", *(f"minh chung {number}.pdf" for number in range(1, 13))]
    made = bundles([Source(Path(name), name) for name in names])
    assert [source.name for source in made[0].sources] == ["bao cao.docx", "phu luc.xlsx"]
    assert len(made) == 13
