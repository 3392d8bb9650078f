"""From PATHs to files: what is read, what is left out and why."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
import xlsxwriter

from extract.refusal import Refused
from extract.sources import Found, find
from extract.workbook import Sheet, write


def lay(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder


def told(found: Found) -> tuple[list[str], dict[str, str]]:
    return [source.name for source in found.sources], {item.name: item.reason for item in found.skipped}


@pytest.mark.parametrize(
    ("names", "read", "skipped"),
    [
        pytest.param([], [], {}, id="an empty folder holds nothing"),
        pytest.param(["b.docx", "a.pdf", "c.TXT"], ["a.pdf", "b.docx", "c.TXT"], {}, id="files come by name"),
        pytest.param(
            ["10.pdf", "9.pdf", "a10.pdf", "a9.pdf"], ["9.pdf", "10.pdf", "a9.pdf", "a10.pdf"], {}, id="numbers"
        ),
        pytest.param(["x/b.pdf", "a.pdf"], ["a.pdf", "x/b.pdf"], {}, id="subfolders are read"),
        pytest.param(["báo cáo/trường a.pdf"], ["báo cáo/trường a.pdf"], {}, id="spaces and Vietnamese letters"),
        pytest.param(["x/a.pdf", "y/a.pdf"], ["x/a.pdf", "y/a.pdf"], {}, id="one name in two folders"),
        pytest.param(["~$a.docx", "a.docx"], ["a.docx"], {"~$a.docx": "lock-file"}, id="Word's lock file"),
        pytest.param([".~lock.a.docx#"], [], {".~lock.a.docx#": "lock-file"}, id="LibreOffice's lock file"),
        pytest.param([".git/a.txt"], [], {".git": "hidden"}, id="a hidden folder counts once"),
        pytest.param(["Thumbs.db", ".DS_Store"], [], {"Thumbs.db": "system-file", ".DS_Store": "hidden"}, id="system"),
        pytest.param(["doisoat-findings.csv"], [], {"doisoat-findings.csv": "other-kind"}, id="our own table"),
        pytest.param(["a.json", "b.mp4"], [], {"a.json": "other-kind", "b.mp4": "other-kind"}, id="no reports"),
        pytest.param(["scan.jpg", "a.doc", "b.zip"], ["a.doc", "b.zip", "scan.jpg"], {}, id="reports in other forms"),
        pytest.param(["bao-cao"], ["bao-cao"], {}, id="without an ending the bytes decide"),
    ],
)
def test_a_folder(tmp_path: Path, names: list[str], read: list[str], skipped: dict[str, str]) -> None:
    assert told(find([lay(tmp_path, *names)], "vi")) == (read, skipped)


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    lay(tmp_path, "a.csv", "~$b.docx")
    assert told(find([tmp_path / "a.csv", tmp_path / "~$b.docx"], "vi")) == (["a.csv"], {"~$b.docx": "lock-file"})


def test_decomposed_names_are_shown_composed_and_opened_as_they_are(tmp_path: Path) -> None:
    real = unicodedata.normalize("NFD", "trường.docx")
    lay(tmp_path, real)
    (source,) = find([tmp_path], "vi").sources
    assert source.name == unicodedata.normalize("NFC", real)
    assert source.path.read_bytes() == b"x"


def test_two_spellings_of_one_name_stay_apart(tmp_path: Path) -> None:
    lay(tmp_path, *(unicodedata.normalize(form, "trường.docx") for form in ("NFC", "NFD")))
    names, _ = told(find([tmp_path], "vi"))
    assert len(names) == 1 or len(set(names)) == 2  # some file systems hold only one


def test_a_name_that_is_no_text_can_be_shown_and_opened(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.docx")).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes only text as names")
    (source,) = find([tmp_path], "vi").sources
    source.name.encode("utf-8")
    assert source.path.read_bytes() == b"x"


def test_links(tmp_path: Path) -> None:
    inside = lay(tmp_path / "in", "a.pdf")
    outside = lay(tmp_path / "out", "secret.pdf")
    (inside / "b.pdf").symlink_to(inside / "a.pdf")
    (inside / "c.pdf").symlink_to(outside / "secret.pdf")
    (inside / "d").symlink_to(outside)
    (inside / "e").symlink_to(inside)
    (inside / "f.pdf").symlink_to(inside / "f.pdf")
    (inside / "g.pdf").symlink_to(inside / "nothing.pdf")
    assert told(find([inside], "vi")) == (
        ["a.pdf"],
        {
            "b.pdf": "link-inside",
            "c.pdf": "link-outside",
            "d": "link-outside",
            "e": "link-inside",
            "f.pdf": "broken-link",
            "g.pdf": "broken-link",
        },
    )


def test_a_link_that_the_user_names_is_followed(tmp_path: Path) -> None:
    lay(tmp_path / "real", "a.pdf")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert told(find([tmp_path / "link"], "vi")) == (["a.pdf"], {})


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert told(find([tmp_path], "vi")) == ([], {"pipe.pdf": "not-a-file"})


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    lay(tmp_path, "x/a.pdf")
    found = find([tmp_path / "x" / "a.pdf", tmp_path], "vi")
    assert told(found) == (["a.pdf"], {"x/a.pdf": "given-twice"})


def test_equal_names_under_two_paths_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "x/a.pdf", "y/a.pdf", "y/b.pdf")
    monkeypatch.chdir(tmp_path)
    assert told(find([Path("x"), Path("y")], "vi"))[0] == ["x/a.pdf", "y/a.pdf", "b.pdf"]


def test_our_own_workbook_is_left_out_and_a_foreign_one_is_not(tmp_path: Path) -> None:
    write(tmp_path / "ours.xlsx", [Sheet("a", ("report",), [["b"]])], "vi")
    xlsxwriter.Workbook(tmp_path / "theirs.xlsx").close()
    lay(tmp_path, "broken.xlsx")
    assert told(find([tmp_path], "vi")) == (["broken.xlsx", "theirs.xlsx"], {"ours.xlsx": "own-output"})


@pytest.mark.parametrize("name", ["nothing.pdf", "a.pdf/b.pdf", "nul\0.pdf", "loop"])
def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path, name: str) -> None:
    lay(tmp_path, "a.pdf")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(Refused):
        find([tmp_path, tmp_path / name], "vi")
