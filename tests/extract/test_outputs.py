"""Outputs are refused beforehand, and take their place only when whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.outputs import refuse_unwritable, replacing
from extract.refusal import Refused

ENDINGS = {".csv": 1, ".json": 1}


def test_what_can_be_written_is_left_untouched(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old")
    refuse_unwritable([tmp_path / "new.csv", tmp_path / "old.csv"], ENDINGS, "vi")
    assert [path.name for path in tmp_path.iterdir()] == ["old.csv"]
    assert (tmp_path / "old.csv").read_text() == "old"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.txt", "Dùng một trong các đuôi: .csv, .json"),
        ("a", "Dùng một trong các đuôi"),
        ("a.parquet", "Chưa ghi được tệp .parquet"),
        ("a.parquet", "Chưa ghi được tệp .parquet"),
        ("nowhere/a.csv", "Không ghi được vào"),
        ("folder.csv", "Không ghi được vào"),
        ("file/a.csv", "Không ghi được vào"),
    ],
)
def test_what_cannot_be_written_is_refused(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused, match=said):
        refuse_unwritable([tmp_path / name], ENDINGS, "vi")


def test_a_finished_file_takes_its_place(tmp_path: Path) -> None:
    output = tmp_path / "a.csv"
    output.write_text("old")
    with replacing(output) as temporary:
        temporary.write_text("new")
        assert output.read_text() == "old"
    assert output.read_text() == "new"
    assert list(tmp_path.iterdir()) == [output]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    output = tmp_path / "a.csv"
    output.write_text("old")
    with pytest.raises(KeyboardInterrupt), replacing(output) as temporary:
        temporary.write_text("half")
        raise KeyboardInterrupt
    assert output.read_text() == "old"
    assert list(tmp_path.iterdir()) == [output]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "a.csv").symlink_to(tmp_path / "real.csv")
    with replacing(tmp_path / "a.csv") as temporary:
        temporary.write_text("new")
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"
