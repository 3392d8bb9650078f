"""From archives and mails to the reports in them, and those onto the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import taking_out
from extract.cli import main
from extract.opening import opened
from extract.sources import Source, find
from parsers.failures import BrokenArchive, Encrypted, NothingInside, TooLarge, Unreadable
from parsers.workfolder import workfolder
from tests.parsers.test_containers import attach, locked, mail, zipped

REPORT = (
    "BÁO CÁO tự đánh giá mức độ chuyển đổi số. Nhóm 1: 73/100 điểm, đạt mức độ 2. "
    + "Nhà trường đã thực hiện đầy đủ. " * 50
)


CONTENT = "chữ".encode()


def told(path: Path) -> tuple[list[str], dict[str, str]]:
    """Names of what is read, with the reason where it is known not to be readable; and what is left out."""
    found = find([path], "vi")
    names = [source.name + (f": {source.failure.reason}" if source.failure else "") for source in found.sources]
    return names, {item.name: item.reason for item in found.skipped}


def deep(layers: int) -> bytes:
    data = b"x"
    for layer in range(layers):
        data = zipped({f"{layer}.zip" if layer else "a.pdf": data})
    return data


@pytest.mark.parametrize(
    ("name", "data", "read", "skipped"),
    [
        pytest.param(
            "a.zip",
            zipped({"b10.pdf": b"", "b9.pdf": b"", "x/a.docx": b""}),
            ["a.zip/b9.pdf", "a.zip/b10.pdf", "a.zip/x/a.docx"],
            {},
            id="reports come by name",
        ),
        pytest.param("a.docx", zipped({"b.pdf": b""}), ["a.docx/b.pdf"], {}, id="an archive by another name"),
        pytest.param("a", zipped({"b.pdf": b""}), ["a/b.pdf"], {}, id="an archive without an ending"),
        pytest.param(
            "a.zip",
            zipped({"a.pdf": b"", "__MACOSX/._a.pdf": b"", "~$b.docx": b"", "c.mp4": b"", ".x/d.pdf": b""}),
            ["a.zip/a.pdf"],
            {
                "a.zip/__MACOSX/._a.pdf": "system-file",
                "a.zip/~$b.docx": "lock-file",
                "a.zip/c.mp4": "other-kind",
                "a.zip/.x/d.pdf": "hidden",
            },
            id="what packers add is left out",
        ),
        pytest.param("a.zip", zipped({"a.pdf": b"1", "A.pdf": b"2"}), ["a.zip/A.pdf", "a.zip/a.pdf"], {}, id="case"),
        pytest.param("a.zip", deep(2), ["a.zip/1.zip/a.pdf"], {}, id="an archive in an archive"),
        pytest.param("a.zip", deep(3), ["a.zip/2.zip/1.zip/a.pdf"], {}, id="three layers"),
        pytest.param("a.zip", deep(4), ["a.zip/3.zip/2.zip/1.zip: too-large"], {}, id="four layers are too many"),
        pytest.param("a.zip", zipped({}), ["a.zip: nothing-inside"], {}, id="an empty archive"),
        pytest.param("a.zip", locked(zipped({"a.pdf": b"x"})), ["a.zip: encrypted"], {}, id="behind a password"),
        pytest.param("a.zip", zipped({"a.pdf": b"x" * 99})[:60], ["a.zip: broken-archive"], {}, id="cut short"),
        pytest.param(
            "a.zip",
            zipped({"b.zip": zipped({"c.txt": b""})[:9], "d.pdf": b""}),
            ["a.zip/b.zip: broken-archive", "a.zip/d.pdf"],
            {},
            id="a bad archive in a good one does not cost the others",
        ),
        pytest.param(
            "a.zip",
            zipped({"b.eml": bytes(attach(mail(), "c.pdf", b"1"))}),
            ["a.zip/b.eml/c.pdf"],
            {},
            id="a mail in an archive",
        ),
        pytest.param(
            "a.eml",
            bytes(attach(mail(), "c.zip", zipped({"d.pdf": b""}), "application/zip")),
            ["a.eml/c.zip/d.pdf"],
            {},
            id="an archive in a mail",
        ),
        pytest.param("a.eml", bytes(mail()), [], {"a.eml": "mail-without-report"}, id="just a mail"),
        pytest.param("a.eml", bytes(mail(REPORT)), ["a.eml"], {}, id="a report pasted into a mail"),
        pytest.param(
            "a.eml", bytes(attach(mail(REPORT), "b.pdf", b"1")), ["a.eml/b.pdf"], {}, id="what is attached counts"
        ),
    ],
)
def test_what_is_in_a_file(tmp_path: Path, name: str, data: bytes, read: list[str], skipped: dict[str, str]) -> None:
    (tmp_path / name).write_bytes(data)
    assert told(tmp_path) == (read, skipped)


def test_archives_within_one_may_not_hold_more_files_together_than_one(tmp_path: Path) -> None:
    inner = zipped({f"{at}.pdf": b"" for at in range(3000)}, 0)
    (tmp_path / "a.zip").write_bytes(zipped({f"{at}.zip": inner for at in range(4)}))
    assert told(tmp_path) == (["a.zip: too-large"], {})


def test_the_archive_itself_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"b.pdf": b""}))
    assert told(tmp_path / "a.zip") == (["a.zip/b.pdf"], {})


def test_a_report_is_taken_out_for_as_long_as_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"b.zip": zipped({"../x.txt": b"1", "c.TXT": CONTENT})}))
    (source,) = find([tmp_path], "vi").sources
    with opened(source) as file:
        assert file.path.read_bytes() == CONTENT
        assert (file.name, file.path.suffix, file.path.parent) == ("a.zip/b.zip/c.TXT", ".txt", workfolder())
    assert not file.path.exists()


def test_no_more_than_a_few_archives_stay_taken_out(tmp_path: Path) -> None:
    data = {f"{at}.zip": zipped({"a.txt": b"x"}) for at in range(9)}
    (tmp_path / "a.zip").write_bytes(zipped(data))
    for source in find([tmp_path], "vi").sources:
        with opened(source) as file:
            assert file.path.read_bytes() == b"x"
    assert len(list(workfolder().iterdir())) <= taking_out.KEPT + taking_out.KEPT_SPREAD


@pytest.mark.parametrize("failure", [Encrypted(), TooLarge(what="ratio", size="900", limit="200"), NothingInside()])
def test_what_is_known_to_be_bad_is_not_opened(failure: Unreadable) -> None:
    with pytest.raises(type(failure)), opened(Source(Path("nothing"), "a", failure=failure)):
        pass


def test_an_archive_that_changed_meanwhile_is_said_to_be_broken(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": b"x", "b.txt": b"y"}))
    sources = find([path], "vi").sources
    path.write_bytes(zipped({"a.txt": b"x"}))
    with pytest.raises(BrokenArchive), opened(sources[1]):
        pass


def test_one_bad_archive_does_not_stop_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = tmp_path / "in"
    reports.mkdir()
    monkeypatch.chdir(tmp_path)
    (reports / "a.zip").write_bytes(zipped({"a.txt": REPORT.encode(), "b.docx": b"PK\3\4"}))
    (reports / "b.zip").write_bytes(locked(zipped({"a.txt": REPORT.encode()})))
    (reports / "c.eml").write_bytes(bytes(attach(mail(), "Báo cáo.txt", REPORT.encode(), "text/plain")))
    assert main(["check", str(reports), "-o", "a.csv"]) == 1
    said = capsys.readouterr().err
    assert "Đã thấy 4 tệp: kiểm tra 2, không đọc được 2, bỏ qua 0." in said
    assert "Tệp b.zip đặt mật khẩu nên không mở được" in said
    rows = Path("a.csv").read_text("utf-8-sig")
    assert "a.zip/a.txt," in rows
    assert "c.eml/Báo cáo.txt," in rows
