"""Every kind of file against everything that may be wrong with one: what is said, or why it cannot be.

`Said` is a file that is not read, with words of the sentence that a clerk is told. `Read` is one that is read all the
same, with words of the remark on it ("" where there is none), `Left` a mail of which nothing is. A text says why there
is no such file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from tests.bad import makers as m
from tests.parsers.test_bad_files import with_flags
from tests.parsers.test_streamed_archives import HIDDEN, LOCKED, new_rar, rar
from tests.parsers.wordfiles import zipped

Bytes: TypeAlias = Callable[[], bytes]


class Said(NamedTuple):
    """A file that is not read, and words that must stand in what is said of it."""

    name: str
    data: Bytes
    vi: str
    en: str


class Read(NamedTuple):
    """A file that is read all the same, and words of the remark on it."""

    name: str
    data: Bytes
    remark: str = ""


class Left(NamedTuple):
    """A container of which nothing is read, and why it is left out."""

    name: str
    data: Bytes
    vi: str


Cell: TypeAlias = Said | Read | Left | str

CUT = ("bị cắt ngắn", "cut short")
HALF = ("tải về chưa hết", "not downloaded to its end")
LOCKED_OUT = ("đặt mật khẩu", "password")
LARGE = ("vượt giới hạn", "at most")
UNSAFE = ("không an toàn", "unsafe")
PIXELS = ("điểm ảnh", "pixels")
NOTHING = ("không có tệp nào có thể là báo cáo", "no file that could be a report")
NO_KIND = ("không phải loại đọc được", "of a type that is not read")

PLAIN = "it is text: whatever stands there is what it says"
NO_PASSWORD = "this form knows no password"
NOT_PACKED = "nothing in it is packed; that it is over 200 MB is said of every kind alike"
NO_NAMES = "it holds no files with names"
NO_PICTURES = "its pictures are not opened"
NO_MACROS = "this form knows no macros"
OF_WHAT_IS_IN_IT = "each file in it is judged by itself"


def _cut(ending: str, data: bytes, most: int, words: tuple[str, str] = CUT) -> Said:
    return Said(f"a.{ending}", lambda: data[:most], *words)


TRUNCATED: dict[str, Cell] = {
    "docx": _cut("docx", m.DOCX, -40),
    "doc": Said("a.doc", lambda: m.DOC.read_bytes()[:5000], *CUT),
    "odt": _cut("odt", m.odf("text", "<a/>"), -40),
    "fodt": _cut("fodt", m.FODT_HEAD, 999),
    "rtf": _cut("rtf", m.RTF, -1),
    "wordml": _cut("xml", m.WORDML_HEAD, 999),
    "html": Read("a.html", lambda: m.HTML[:-20]),
    "mhtml": _cut("mht", m.MHTML_HEAD, 999, ("bị hỏng", "damaged")),
    "text": PLAIN,
    "pdf": _cut("pdf", m.pdf(), 300),
    "xlsx": _cut("xlsx", m.XLSX, -30),
    "xlsb": _cut("xlsb", m.XLSB, -30),
    "xls": Said("a.xls", lambda: m.XLS.read_bytes()[:5000], *CUT),
    "ods": _cut("ods", m.odf("spreadsheet", "<a/>"), -40),
    **{kind: _cut(kind, m.picture(kind), 300) for kind in ("jpeg", "png", "tiff", "bmp", "gif", "webp")},
    "heic": Said("a.heic", lambda: m.HEIC.read_bytes()[:5000], *CUT),
    "zip": _cut("zip", zipped({"a.docx": m.DOCX}), -30, HALF),
    "7z": _cut("7z", m.sevenzip("a.docx", m.DOCX), -30, HALF),
    "rar": _cut("rar", rar({"a.docx": m.DOCX}), 900, HALF),
    "tar": _cut("tar", m.tar({"a.docx": m.DOCX}), 1100, HALF),
    "gzip": _cut("gz", m.gzipped(m.DOCX), -9, HALF),
    "eml": _cut("eml", bytes(m.mail("a.docx", m.DOCX)), -600),
    "msg": _cut("msg", m.outlook_mails_in_mails(0), 2000, ("bị hỏng", "damaged")),
}

ENCRYPTED: dict[str, Cell] = {
    "docx": Said("a.docx", lambda: m.behind_password(m.DOCX), *LOCKED_OUT),
    "doc": Said("a.doc", lambda: m.locked_doc(m.DOC.read_bytes()), *LOCKED_OUT),
    "odt": Said("a.odt", lambda: m.odf("text", "<a/>", **m.LOCKED_PARTS), *LOCKED_OUT),
    "xlsx": Said("a.xlsx", lambda: m.behind_password(m.XLSX), *LOCKED_OUT),
    "xlsb": Said("a.xlsb", lambda: m.behind_password(m.XLSB), *LOCKED_OUT),
    "xls": Said("a.xls", lambda: m.locked_xls(m.XLS.read_bytes()), *LOCKED_OUT),
    "ods": Said("a.ods", lambda: m.odf("spreadsheet", "<a/>", **m.LOCKED_PARTS), *LOCKED_OUT),
    "pdf": Said("a.pdf", lambda: m.pdf("mật"), *LOCKED_OUT),
    "zip": Said("a.zip", lambda: with_flags(zipped({"a.docx": m.DOCX})), *LOCKED_OUT),
    "7z": Said("a.7z", lambda: LOCKED, *LOCKED_OUT),
    "7z, its list too": Said("a.7z", lambda: HIDDEN, *LOCKED_OUT),
    "rar": Said("a.rar", lambda: new_rar(b"1", lock="file"), *LOCKED_OUT),
    "rar, its list too": Said("a.rar", lambda: new_rar(b"1", lock="list"), *LOCKED_OUT),
    "eml": Said("a.eml", lambda: bytes(m.mail("smime.p7m", b"1", "application/pkcs7-mime")), "mã hóa", "encrypted"),
    "msg": Said("a.msg", m.sealed_outlook_mail, "mã hóa", "encrypted"),
    **dict.fromkeys(
        ("fodt", "rtf", "wordml", "html", "mhtml", "text", "jpeg", "png", "tiff", "heic", "bmp", "gif", "webp",
         "tar", "gzip"), NO_PASSWORD),
}  # fmt: skip

ENDINGS = {"wordml": "xml", "mhtml": "mht", "text": "txt", "jpeg": "jpg", "gzip": "gz"}
PROGRAM = b"MZ\x90\0" + bytes(500)

BOMB: dict[str, Cell] = {
    "docx": Said("a.docx", lambda: m.with_part(m.DOCX, "word/document.xml", m.SPACES), *LARGE),
    "odt": Said("a.odt", lambda: m.odf("text", m.SPACES), *LARGE),
    "fodt": Said("a.fodt", lambda: m.FODT_HEAD.replace(b"?>", b"?>" + m.ENTITIES, 1), *UNSAFE),
    "rtf": Read("a.rtf", lambda: b"{\\rtf1 " + b"{" * 200_000 + b"x" + b"}" * 200_001),
    "wordml": Said("a.xml", lambda: m.WORDML_HEAD.replace(b"?>", b"?>" + m.ENTITIES, 1), *UNSAFE),
    "html": Read("a.html", lambda: b"<html><body>" + b"<div>" * 500_000 + b"x"),
    "pdf": Said("a.pdf", m.pdf_bomb, "không đọc được chữ nào", "no word was read"),
    "xlsx": Said("a.xlsx", lambda: m.with_part(m.XLSX, "xl/worksheets/0.xml", m.SPACES), *LARGE),
    "xlsb": Said("a.xlsb", lambda: m.with_part(m.XLSB, "xl/worksheets/sheet1.bin", m.SPACES), *LARGE),
    "ods": Said("a.ods", lambda: m.odf("spreadsheet", m.SPACES), *LARGE),
    "tiff": Said("a.tiff", lambda: m.tiff_of_pages(501), "501 trang", "501 pages"),
    "zip": Said("a.zip", lambda: zipped({"a.docx": m.SPACES}), "mở ra lớn gấp", "unpacks to"),
    "7z": Said("a.7z", lambda: m.sevenzip("a.docx", m.SPACES), "mở ra lớn gấp", "unpacks to"),
    "rar": Said("a.rar", m.rar_bomb, "mở ra lớn gấp", "unpacks to"),
    "tar": Said("a.tar", m.tar_bomb, *LARGE),
    "gzip": Said("a.gz", lambda: m.gzipped(m.SPACES), *LARGE),
    "eml": Said("a.eml", lambda: m.mails_in_mails(4), "lớp", "layers"),
    "msg": Said("a.msg", lambda: m.outlook_mails_in_mails(4), "lớp", "layers"),
    **dict.fromkeys(("doc", "xls", "text", "mhtml"), NOT_PACKED),
    **dict.fromkeys(("jpeg", "png", "heic", "bmp", "gif", "webp"), "its pixels are its size: see there"),
}

OUT = "../../ra-ngoai.docx"
TRAVERSAL: dict[str, Cell] = {
    **{
        kind: Read(f"a.{kind}", lambda data=data: m.with_part(data, OUT, b"x"))  # type: ignore[misc]
        for kind, data in (("docx", m.DOCX), ("xlsx", m.XLSX), ("xlsb", m.XLSB))
    },
    "odt": Read("a.odt", lambda: m.odf("text", m.ODT_CONTENT, **{OUT: b"x"})),
    "ods": Read("a.ods", lambda: m.odf("spreadsheet", m.ODS_CONTENT, **{OUT: b"x"})),
    "zip": Said("a.zip", lambda: zipped({OUT: m.DOCX}), *NOTHING),
    "7z": Said("a.7z", lambda: m.sevenzip(OUT, m.DOCX), *NOTHING),
    "rar": Said("a.rar", lambda: rar({OUT: m.DOCX}), *NOTHING),
    "tar": Said("a.tar", lambda: m.tar({OUT: m.DOCX}), *NOTHING),
    "gzip": Read("a.gz", lambda: m.gzip_named(OUT, m.DOCX)),
    "eml": Left("a.eml", lambda: bytes(m.mail(OUT, m.DOCX)), "thư không kèm báo cáo nào"),
    "msg": Left("a.msg", lambda: m.compound(m.outlook_mail({OUT: m.DOCX})), "thư không kèm báo cáo nào"),
    **dict.fromkeys(
        ("doc", "fodt", "rtf", "wordml", "html", "mhtml", "text", "pdf", "xls",
         "jpeg", "png", "tiff", "heic", "bmp", "gif", "webp"), NO_NAMES),
}  # fmt: skip

MEGAPIXELS: dict[str, Cell] = {
    **{kind: Said(f"a.{kind}", lambda kind=kind: m.huge(kind), *PIXELS)  # type: ignore[misc]
       for kind in ("jpeg", "png", "heic", "bmp", "gif", "webp")},
    "tiff": Said("a.tiff", m.huge_tiff, *PIXELS),
    "pdf": Said("a.pdf", lambda: m.pdf_with_picture(30_000), "không đọc được chữ nào", "no word was read"),
    **dict.fromkeys(
        ("docx", "doc", "odt", "fodt", "rtf", "wordml", "html", "mhtml", "xlsx", "xlsb", "xls", "ods"), NO_PICTURES),
    "text": "it holds no pictures",
    **dict.fromkeys(("zip", "7z", "rar", "tar", "gzip", "eml", "msg"), OF_WHAT_IS_IN_IT),
}  # fmt: skip

MACRO: dict[str, Cell] = {
    "docx": Read("a.docm", lambda: m.with_part(m.DOCX, "word/vbaProject.bin", m.PROJECT), "macro"),
    "doc": Read("a.doc", lambda: m.with_project(m.DOC.read_bytes(), "Macros", "ThisDocument"), "macro"),
    "odt": Read("a.odt", lambda: m.odf("text", m.ODT_CONTENT, **m.BASIC), "macro"),
    "fodt": Read("a.fodt", lambda: m.FODT_WITH_MACRO, "macro"),
    "wordml": Read("a.xml", lambda: m.WORDML_WITH_MACRO, "macro"),
    "xlsx": Read("a.xlsm", lambda: m.with_part(m.XLSX, "xl/vbaProject.bin", m.PROJECT), "macro"),
    "xlsb": Read("a.xlsb", lambda: m.with_part(m.XLSB, "xl/vbaProject.bin", m.PROJECT), "macro"),
    "xls": Read("a.xls", lambda: m.with_project(m.XLS.read_bytes(), "_VBA_PROJECT_CUR", "ThisWorkbook"), "macro"),
    "ods": Read("a.ods", lambda: m.odf("spreadsheet", m.ODS_CONTENT, **m.BASIC), "macro"),
    "pdf": Read("a.pdf", lambda: m.pdf(script=True)),
    "html": Read("a.html", lambda: m.HTML.replace(b"<p>", b"<script>x()</script><p>")),
    **dict.fromkeys(
        ("rtf", "mhtml", "text", "jpeg", "png", "tiff", "heic", "bmp", "gif", "webp"), NO_MACROS),
    **dict.fromkeys(("zip", "7z", "rar", "tar", "gzip", "eml", "msg"), OF_WHAT_IS_IN_IT),
}  # fmt: skip

KINDS = tuple(kind for kind in TRUNCATED)
WRONG_TYPE: dict[str, Cell] = {kind: Said(f"a.{ENDINGS.get(kind, kind)}", lambda: PROGRAM, *NO_KIND) for kind in KINDS}

TABLE: dict[str, dict[str, Cell]] = {
    "truncated": TRUNCATED, "encrypted": ENCRYPTED, "wrong type": WRONG_TYPE, "bomb": BOMB,
    "path traversal": TRAVERSAL, "100 megapixels": MEGAPIXELS, "macro": MACRO,
}  # fmt: skip
