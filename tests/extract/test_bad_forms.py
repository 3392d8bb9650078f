"""Old Word, OpenDocument, RTF, web pages and workbooks that are broken or out of the ordinary: what each is told."""

from __future__ import annotations

import gzip
import io
import re
import shutil
import struct
import sys
import tomllib
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

import parsers
from extract.audit import audit
from extract.outcome import Outcome, Request
from extract.remarks import remark_text
from extract.sources import Source, find
from extract.texts import say
from parsers import office
from rules import messages
from tests.parsers.raster.test_loading import HEIC
from tests.parsers.sheet_kit import book, c, sheet
from tests.parsers.test_bad_files import with_flags
from tests.parsers.test_formats import OLE, stream
from tests.parsers.test_office import ODT_NAME, RTF, doc
from tests.parsers.wordfiles import p, word, zipped

ENCRYPTED = {"META-INF/manifest.xml": "<m><encryption-data/></m>"}
BOMB = "<a>" + " " * 70_000_000
FAR = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}


WORDML_HEAD = (
    b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
)


def pdf(password: str = "") -> bytes:
    """A page with a word, behind a password if one is given."""
    stream_ = io.BytesIO()
    canvas = Canvas(stream_, encrypt=StandardEncryption(password) if password else None)
    canvas.drawString(50, 700, "x")
    canvas.save()
    return stream_.getvalue()


def picture(kind: str) -> bytes:
    """A picture of specks, which no packing makes small."""
    stream_ = io.BytesIO()
    Image.effect_noise((120, 160), 60).save(stream_, kind)
    return stream_.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """A PNG that says to be so large, and has next to nothing in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


def huge_jpeg() -> bytes:
    """A JPEG that says to be 30,000 pixels wide and high."""
    data = bytearray(picture("jpeg"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 30_000, 30_000)
    return bytes(data)


def said(name: str, data: bytes, folder: Path) -> str:
    """What a clerk is told of the file."""
    path = folder / name
    path.write_bytes(data)
    made: Outcome = audit(Source(path, name), Request())
    return " ".join([messages.sentence(f, "vi") for f in made.findings if f.rule == "unreadable"])


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.doc", doc(sectors=99), "bị hỏng hoặc bị cắt ngắn", id="a DOC cut short"),
        pytest.param("a.doc", doc(0x100), "đặt mật khẩu", id="a DOC behind a password"),
        pytest.param("a.doc", OLE + stream("EncryptedPackage"), "đặt mật khẩu", id="a DOCX behind one, named .doc"),
        pytest.param("a.doc", OLE, "tên có đuôi .doc nhưng thực ra là tệp của một chương trình Office cũ", id="no DOC"),
        pytest.param("a.rtf", RTF[:-1], "bị hỏng hoặc bị cắt ngắn", id="an RTF cut short"),
        pytest.param("a.odt", zipped({**ODT_NAME, "content.xml": ""})[:-40], "bị cắt ngắn", id="an ODT cut short"),
        pytest.param("a.odt", zipped({**ODT_NAME, **ENCRYPTED}), "đặt mật khẩu", id="an ODT behind a password"),
        pytest.param("a.odt", zipped({**ODT_NAME, "content.xml": BOMB}), "vượt giới hạn", id="an ODT that is a bomb"),
        pytest.param(
            "a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "bị hỏng", id="MHTML without a page"
        ),
        pytest.param("a.xlsx", book({"a": sheet()})[:-30], "bị cắt ngắn", id="an XLSX cut short"),
        pytest.param("a.xlsx", book({"a": sheet() + BOMB[3:]}), "vượt giới hạn", id="an XLSX that is a bomb"),
        pytest.param("a.xlsx", book({"a": "<!DOCTYPE a>" + sheet()}), "không an toàn", id="an XLSX with entities"),
        pytest.param("a.xls", OLE + stream("Workbook"), "bị hỏng hoặc bị cắt ngắn", id="an XLS that is none"),
        pytest.param("a.ods", zipped({**FAR, **ENCRYPTED}), "đặt mật khẩu", id="an ODS behind a password"),
        pytest.param("a.ods", zipped({**FAR, "a": ""}), "bị hỏng", id="an ODS without its content"),
        pytest.param("a.xlsx", OLE + stream("EncryptedPackage"), "đặt mật khẩu", id="an XLSX behind a password"),
        pytest.param("a.docx", word(p("x"))[:-40], "bị cắt ngắn", id="a DOCX cut short"),
        pytest.param("a.docx", OLE + stream("EncryptedPackage"), "đặt mật khẩu", id="a DOCX behind a password"),
        pytest.param("a.docx", word(BOMB), "vượt giới hạn", id="a DOCX that is a bomb"),
        pytest.param("a.pdf", pdf()[:300], "bị cắt ngắn", id="a PDF cut short"),
        pytest.param("a.pdf", pdf("mật"), "đặt mật khẩu", id="a PDF behind a password"),
        pytest.param("a.pdf", b"%PDF-1.7\n", "bị hỏng", id="a PDF of nothing"),
        *(
            pytest.param(f"a.{kind}", picture(kind)[:300], "bị cắt ngắn", id=f"a picture cut short: {kind}")
            for kind in ("jpeg", "png", "tiff", "bmp", "gif", "webp")
        ),
        pytest.param("a.heic", HEIC.read_bytes()[:5000], "bị cắt ngắn", id="a picture cut short: heic"),
        pytest.param("a.jpg", huge_jpeg(), "hơn 150.000.000 điểm ảnh", id="a JPEG of 900 megapixels"),
        pytest.param("a.png", huge_png(13_000, 12_500), "162.500.000 điểm ảnh", id="a PNG of 162 megapixels"),
        pytest.param("a.txt", b"", "rỗng (0 byte)", id="a text of nothing"),
        pytest.param("a.xml", WORDML_HEAD, "bị cắt ngắn", id="a Word 2003 XML cut short"),
        pytest.param("a.docx", b"MZ" + bytes(500), "không phải loại đọc được", id="a program named .docx"),
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


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.zip", zipped({"a.docx": word(p("x"))})[:-30], "tải về chưa hết", id="a ZIP cut short"),
        pytest.param("a.zip", with_flags(zipped({"a.docx": "x"})), "đặt mật khẩu", id="a ZIP behind a password"),
        pytest.param("a.zip", zipped({"a.docx": bytes(60_000_000)}), "mở ra lớn gấp", id="a ZIP that is a bomb"),
        pytest.param("a.gz", gzip.compress(bytes(60_000_000)), "vượt giới hạn", id="a GZIP that is a bomb"),
        pytest.param("a.tar.gz", gzip.compress(b"a" * 400)[:-9], "tải về chưa hết", id="a GZIP cut short"),
        pytest.param("a.msg", OLE + stream("__properties_version1.0"), "bị hỏng", id="an MSG that is none"),
    ],
)
def test_a_bad_archive_has_its_message(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    told = [
        messages.sentence(finding, "vi")
        for source in find([tmp_path], "vi").sources
        for finding in audit(source, Request()).findings
    ]
    assert len(told) == 1
    assert reason in told[0]
    assert name in told[0]
    assert "đề nghị" in told[0]


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
