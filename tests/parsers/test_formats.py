"""Kinds of files told from their bytes."""

from __future__ import annotations

import struct

import pytest

from parsers.failures import Damaged, Encrypted
from parsers.formats import Format, tell
from tests.parsers.compound_kit import compound
from tests.parsers.wordfiles import p, word, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def stream(name: str) -> bytes:
    """A directory entry of an OLE file."""
    wide = name.encode("utf-16-le")
    return wide.ljust(64, b"\0") + struct.pack("<H", len(wide) + 2) + b"\x02\x01" + b"\0" * 60


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param("Báo cáo kết quả\n1.1\t10".encode(), Format.TEXT, id="UTF-8 text"),
        pytest.param("\ufeffBáo cáo".encode("utf-16"), Format.TEXT, id="UTF-16 text"),
        pytest.param(
            "Báo cáo kết quả tự đánh giá của trường".encode("utf-16-le"), Format.TEXT, id="UTF-16 without a mark"
        ),
        pytest.param(b"B\xb8o c\xb8o kh\xabng", Format.TEXT, id="text in an old encoding"),
        pytest.param(b"1 < 2, xem muc <a>", Format.TEXT, id="text with an angle bracket"),
        pytest.param("Date: 12/3/2023\nsố 12".encode(), Format.TEXT, id="text that begins like a mail"),
        pytest.param(b"%PDF-1.7\n", Format.PDF, id="PDF"),
        pytest.param(b"\r\n<junk>" * 20 + b"%PDF-1.4\n", Format.PDF, id="PDF after junk"),
        pytest.param(word(p("a")), Format.DOCX, id="DOCX"),
        pytest.param(
            zipped({"a.txt": "word/document.xml [Content_Types].xml"}), Format.ZIP, id="ZIP that speaks of a DOCX"
        ),
        pytest.param(zipped({"anh/1.jpg": "x"}), Format.ZIP, id="ZIP of pictures"),
        pytest.param(zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), Format.XLSX, id="XLSX"),
        pytest.param(zipped({"[Content_Types].xml": "", "xl/workbook.bin": ""}), Format.XLSB, id="XLSB"),
        pytest.param(zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), Format.PPTX, id="PPTX"),
        pytest.param(b"PK\x05\x06" + b"\0" * 18, Format.ZIP, id="an empty ZIP"),
        pytest.param(OLE + stream("Root Entry") + stream("WordDocument"), Format.DOC, id="DOC"),
        pytest.param(OLE + stream("Workbook"), Format.XLS, id="XLS"),
        pytest.param(OLE + stream("PowerPoint Document"), Format.PPT, id="PPT"),
        pytest.param(OLE + stream("__properties_version1.0"), Format.MSG, id="MSG"),
        pytest.param(compound({"Other": b"x"}), Format.OLE, id="OLE of another kind"),
        pytest.param(b"{\\rtf1\\ansi", Format.RTF, id="RTF"),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", Format.JPEG, id="JPEG"),
        pytest.param(b"\x89PNG\r\n\x1a\n", Format.PNG, id="PNG"),
        pytest.param(b"II*\x00\x08\x00", Format.TIFF, id="TIFF"),
        pytest.param(b"\x00\x00\x00\x18ftypheic\x00\x00", Format.HEIC, id="HEIC"),
        pytest.param(b"\x00\x00\x00\x18ftypmp42\x00\x00", Format.VIDEO, id="video"),
        pytest.param(b"Rar!\x1a\x07\x01\x00", Format.RAR, id="RAR"),
        pytest.param(b"<!DOCTYPE html><html>", Format.HTML, id="HTML"),
        pytest.param(b'<?xml version="1.0"?>\n<html xmlns="x">', Format.HTML, id="XHTML"),
        pytest.param(b'<?xml version="1.0"?><data>', Format.XML, id="XML"),
        pytest.param(b'<?xml version="1.0"?>\n<w:wordDocument xmlns:w="x">', Format.WORDML, id="Word 2003 XML"),
        pytest.param(
            b'<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text">',
            Format.FODT,
            id="OpenDocument text in one file",
        ),
        pytest.param(
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), Format.ODS, id="ODS packed anew"
        ),
        pytest.param(
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n", Format.MHTML, id="a page in one file"
        ),
        pytest.param(
            b"From: <Saved by a browser>\nSubject: a\nMIME-Version: 1.0\nContent-Type: multipart/related;\n",
            Format.MHTML,
            id="a page that a browser saved",
        ),
        pytest.param(
            b"From: a@example.edu.vn\nTo: b@example.edu.vn\nMIME-Version: 1.0\nContent-Type: multipart/related;\n",
            Format.EML,
            id="mail with pictures in its text",
        ),
        pytest.param(b"Received: by x\r\nFrom: a@example.edu.vn\r\nMIME-Version: 1.0\r\n", Format.EML, id="mail"),
        pytest.param(bytes(range(256)) * 8, Format.BINARY, id="binary junk"),
    ],
)
def test_tell(data: bytes, kind: Format) -> None:
    assert tell(data) is kind


def test_an_open_document_text_is_told_by_its_first_entry() -> None:
    assert tell(zipped({"mimetype": "", "content.xml": ""})) is Format.ZIP
    stored = (
        b"PK\x03\x04" + b"\0" * 22 + b"\x08\0\0\0" + b"mimetypeapplication/vnd.oasis.opendocument.text" + b"PK\x05\x06"
    )
    assert tell(stored) is Format.ODT


def test_an_office_file_behind_a_password() -> None:
    with pytest.raises(Encrypted):
        tell(OLE + stream("EncryptedPackage"))


def test_an_old_office_file_whose_names_are_cut_off_is_damaged() -> None:
    with pytest.raises(Damaged):
        tell(compound({"WordDocument": bytes(9000)})[:5000])
