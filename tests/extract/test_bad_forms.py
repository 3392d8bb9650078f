"""Old Word, OpenDocument, RTF, web pages and workbooks that are broken or out of the ordinary: what each is told."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import parsers
from extract.audit import audit
from extract.outcome import Outcome, Request
from extract.remarks import remark_text
from extract.sources import Source, find
from extract.texts import say
from parsers import office
from rules import messages
from tests.bad.makers import picture
from tests.parsers.compound_kit import compound
from tests.parsers.sheet_kit import book, c, sheet
from tests.parsers.test_formats import OLE, stream
from tests.parsers.test_office import RTF
from tests.parsers.test_streamed_archives import LOCKED, rar
from tests.parsers.wordfiles import p, word, zipped

FAR = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}


def said(name: str, data: bytes, folder: Path) -> str:
    """What a clerk is told of the file."""
    path = folder / name
    path.write_bytes(data)
    made: Outcome = audit(Source(path, name), Request())
    return " ".join([messages.sentence(f, "vi") for f in made.findings if f.rule == "unreadable"])


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.doc", OLE + stream("EncryptedPackage"), "đặt mật khẩu", id="a DOCX behind one, named .doc"),
        pytest.param("a.doc", compound({"Other": b"x"}), "thực ra là tệp của một chương trình Office cũ", id="no DOC"),
        pytest.param("a.xlsx", book({"a": "<!DOCTYPE a>" + sheet()}), "không an toàn", id="an XLSX with entities"),
        pytest.param("a.xls", OLE + stream("Workbook"), "bị hỏng hoặc bị cắt ngắn", id="an XLS that is none"),
        pytest.param("a.ods", zipped({**FAR, "a": ""}), "bị hỏng", id="an ODS without its content"),
        pytest.param("a.pdf", b"%PDF-1.7\n", "bị hỏng", id="a PDF of nothing"),
        pytest.param("a.txt", b"", "rỗng (0 byte)", id="a text of nothing"),
        pytest.param("a.pdf", zipped({"a": "x"}), "tệp nén ZIP", id="an archive read as a PDF"),
        pytest.param(
            "a.pptx", zipped({"[Content_Types].xml": "", "ppt/a": ""}), "xuất (in) ra PDF", id="a presentation"
        ),
    ],
)
def test_a_bad_file_has_its_message(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    told = said(name, data, tmp_path)
    assert reason in told
    assert name in told
    assert "đề nghị" in told


def test_a_way_out_of_an_archive_is_left_out_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"../../bao cao.docx": word(p("x")), "b.docx": word(p("x"))}))
    found = find([tmp_path], "vi")
    assert [say("vi", f"skipped.{one.reason}") for one in found.skipped] == ["tên dẫn ra ngoài tệp nén, không mở"]
    assert [source.name for source in found.sources] == ["a.zip/b.docx"]


def test_every_limit_of_the_readers_has_its_words() -> None:
    sources = "".join(path.read_text("utf-8") for path in Path(parsers.__file__).parent.rglob("*.py"))
    for language in messages.LANGUAGES:
        told = (Path(messages.__file__).parent / "messages" / f"files.{language}.toml").read_text("utf-8")
        known = tomllib.loads(told)["limits"]
        assert set(re.findall(r'TooLarge\(what="([a-z-]+)"', sources)) <= set(known)


@pytest.mark.parametrize(
    ("name", "data", "remark"),
    [
        pytest.param("a.docm", word(p("Báo cáo")), [], id="a DOCM: its macros are not looked at"),
        pytest.param(
            "a.doc", b"<html><body><p>B\xc3\xa1o c\xc3\xa1o", ["trang web (HTML)"], id="a web page named .doc"
        ),
        pytest.param("a.xls", b"<html><table><tr><td>1.1<td>5", ["trang web (HTML)"], id="a web table named .xls"),
        pytest.param("a.pdf", word(p("Báo cáo")), ["DOCX"], id="a DOCX named .pdf"),
        pytest.param(
            "a.docx", book({"a": sheet(c("A1", "x"))}), ["bảng tính Excel (XLSX)"], id="a workbook named .docx"
        ),
        pytest.param("a", word(p("Báo cáo")), [], id="no ending"),
    ],
)
def test_a_file_out_of_the_ordinary_is_read(name: str, data: bytes, remark: list[str], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    made = audit(Source(path, name), Request())
    assert not made.unreadable
    told = [remark_text(each, "vi") for each in made.remarks if each.name == "wrong-ending"]
    assert len(told) == len(remark)
    assert all(kind in sentence for kind, sentence in zip(remark, told, strict=True))


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    office.close()
    monkeypatch.setattr(office, "USUAL_PLACES", ())
    monkeypatch.setattr(shutil, "which", lambda name: None)
    yield
    office.close()


def test_without_libreoffice_it_is_said_what_to_install(no_office: None, tmp_path: Path) -> None:
    told = said("a.doc", RTF, tmp_path)
    assert "là tài liệu RTF" in told
    assert "sudo apt-get install libreoffice-writer-nogui" in told


@pytest.mark.parametrize("kind", ["7z", "rar"])
def test_without_bsdtar_it_is_said_what_to_install(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / f"a.{kind}").write_bytes(LOCKED if kind == "7z" else rar({"a.docx": b"x"}))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    (source,) = find([tmp_path], "vi").sources
    (finding,) = audit(source, Request()).findings
    told = messages.sentence(finding, "vi")
    assert f"là tệp nén {kind.upper() if kind == 'rar' else kind}" in told
    assert "sudo apt-get install libarchive-tools" in told


def test_without_tesseract_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    told = said("a.png", picture("png"), tmp_path)
    assert "là bản quét hoặc ảnh chụp" in told
    assert "sudo apt-get install tesseract-ocr tesseract-ocr-vie" in told


def test_without_libreoffice_the_rest_is_read(no_office: None, tmp_path: Path) -> None:
    assert said("a.xlsx", book({"a": sheet(c("A1", "x"))}), tmp_path) == ""


@pytest.mark.parametrize(
    ("script", "how"),
    [
        pytest.param("import os; os._exit(3)", "LibreOffice dừng đột ngột", id="it crashes"),
        pytest.param("print('ready', flush=True); import time; time.sleep(60)", "chạy mãi không xong", id="it hangs"),
    ],
)
def test_what_befell_libreoffice_is_told(
    script: str, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.close()
    kit = tmp_path / "kit.py"
    kit.write_text(script)
    monkeypatch.setattr(office, "KIT", kit)
    monkeypatch.setattr(office, "SECONDS", 0.3)
    monkeypatch.setattr(office, "program", lambda kind: Path(sys.executable))
    told = said("a.rtf", RTF, tmp_path)
    assert how in told
    assert "các báo cáo khác vẫn được kiểm tra" in told
