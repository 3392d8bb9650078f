"""Files of every kind that are sound, and what makes one bad: the pieces that the table of bad files is made of."""

from __future__ import annotations

import gzip
import io
import lzma
import struct
import tarfile
import zlib
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from parsers.compound import Compound
from tests.parsers.compound_kit import compound, outlook_mail
from tests.parsers.sheet_kit import book, c, sheet
from tests.parsers.vba_kit import project_tree
from tests.parsers.wordfiles import p, parts_of, word, zipped
from tests.parsers.xls_kit import book_of, changed, encrypted
from tests.parsers.xlsb_kit import xlsb

DATA = Path(__file__).parents[1] / "parsers" / "data"
MEGABYTE = 1024 * 1024
SPACES = b" " * (70 * MEGABYTE)
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
WORDML_HEAD = (
    b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
)
ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
FODT_HEAD = (
    f'<?xml version="1.0"?><office:document xmlns:office="{OFFICE}" '
    'office:mimetype="application/vnd.oasis.opendocument.text">'
).encode()
MHTML_HEAD = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n"
LOCKED_PARTS = {"META-INF/manifest.xml": "<m><encryption-data/></m>"}

DOCX, XLSX, XLSB = word(p("Xin chào")), book({"a": sheet(c("A1", "x"))}), xlsb([["x", 1.0]])
DOC, XLS, HEIC = (DATA / name for name in ("xin-chao.doc", "bang-diem.xls", "trang.heic"))
RTF = rb"{\rtf1\ansi Xin ch\'e0o\par}"
HTML = "<html><body><p>Xin chào</p></body></html>".encode()


def odf(kind: str, content: str | bytes, **parts: str | bytes) -> bytes:
    """An OpenDocument file of this kind (text, spreadsheet) with this `content.xml`."""
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content} | parts)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """An Office file with one part put in or replaced."""
    return zipped({**parts_of(data), name: content})


def behind_password(data: bytes) -> bytes:
    """An Office file as Office keeps it behind a password: packed up, beside what says how."""
    info = struct.pack("<HHI", 4, 4, 0x40) + b'<?xml version="1.0"?><encryption/>'
    return compound({"EncryptionInfo": info, "EncryptedPackage": struct.pack("<Q", len(data)) + bytes(4096)})


def locked_xls(data: bytes) -> bytes:
    """An XLS behind a password."""
    return changed(data, Workbook=encrypted(book_of(data), "mật"))


def with_project(data: bytes, storage: str, document: str) -> bytes:
    """An old Office file with macros in it."""
    modules = {document: "", "Module1": "Sub Auto_Open()\nEnd Sub"}
    return changed(data, **{storage: project_tree(modules, document)})


def pdf(password: str = "", *, script: bool = False) -> bytes:
    """A page with a word, behind a password if one is given; `script` is to run when it is opened."""
    held = io.BytesIO()
    canvas = Canvas(held, encrypt=StandardEncryption(password) if password else None)
    canvas.drawString(50, 700, "Bao cao ket qua tu danh gia")
    if script:
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas._doc.Catalog.OpenAction = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
    canvas.save()
    return held.getvalue()


def pdf_bomb() -> bytes:
    """A page whose content grows to 70 megabytes."""
    content = zlib.compress(SPACES, 9)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(content), content),
    ]
    return _pdf_of(parts)


def pdf_with_picture(side: int) -> bytes:
    """A page that is one picture, said to be so many pixels wide and high."""
    content = b"q 600 0 0 800 0 0 cm /I Do Q"
    packed = zlib.compress(bytes(1000))
    return _pdf_of([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /XObject << /I 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (side, side, len(packed), packed),
    ])  # fmt: skip


def _pdf_of(parts: list[bytes]) -> bytes:
    made, places = b"%PDF-1.5\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(parts) + 1, table) + end


def picture(kind: str, side: int = 160) -> bytes:
    """A picture of specks, which no packing makes small."""
    held = io.BytesIO()
    Image.effect_noise((side, side), 60).save(held, kind)
    return held.getvalue()


def huge(kind: str) -> bytes:
    """A picture that says to be 16,000 pixels and more wide and high, and has next to nothing in it."""
    if kind == "png":
        head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0))
        return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(bytes(100))) + _chunk(b"IEND", b"")
    small = bytearray(HEIC.read_bytes() if kind == "heic" else picture(kind))
    at, size = {
        "jpeg": (small.find(b"\xff\xc0") + 5, struct.pack(">HH", 30_000, 30_000)),
        "gif": (6, struct.pack("<HH", 30_000, 30_000)),
        "bmp": (18, struct.pack("<ii", 30_000, 30_000)),
        "webp": (small.find(b"\x9d\x01\x2a") + 3, struct.pack("<HH", 16_000, 16_000)),
        "heic": (small.find(b"ispe") + 8, struct.pack(">II", 30_000, 30_000)),
    }[kind]
    small[at : at + len(size)] = size
    return bytes(small)


def huge_tiff(side: int = 30_000) -> bytes:
    """A TIFF that says to be so large, and has one strip of nothing."""
    tags = [(256, 4, side), (257, 4, side), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1),
            (278, 4, side), (279, 4, 16)]  # fmt: skip
    entries = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    return b"II*\0" + struct.pack("<I", 24) + bytes(16) + struct.pack("<H", len(tags)) + entries + bytes(4)


def tiff_of_pages(count: int) -> bytes:
    """A TIFF of so many small pages."""
    held = io.BytesIO()
    page = Image.new("1", (8, 8))
    page.save(held, "tiff", save_all=True, append_images=[page] * (count - 1))
    return held.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def tar(files: Mapping[str, bytes]) -> bytes:
    """A TAR of the files."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return held.getvalue()


def tar_bomb() -> bytes:
    """A TAR whose one file is said to be a terabyte of holes."""
    entry = tarfile.TarInfo("GNUSparseFile.0/a.pdf")
    size = str(1024**4)
    entry.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "a.pdf",
                         "GNU.sparse.realsize": size}  # fmt: skip
    entry.size = 512
    return entry.tobuf(tarfile.PAX_FORMAT) + b"0\n".ljust(512, b"\0") + bytes(1024)


def sevenzip(name: str, content: bytes) -> bytes:
    """A 7z with one file, packed by LZMA, whatever its name and size."""
    options = {"id": lzma.FILTER_LZMA1, "dict_size": 1 << 16, "lc": 3, "lp": 0, "pb": 2}
    stream = lzma.compress(content, lzma.FORMAT_RAW, filters=[options])
    wide = (name + "\0").encode("utf-16-le")
    coder = b"\x23\x03\x01\x01\x05\x5d" + struct.pack("<I", 1 << 16)
    packed = b"\x06" + seven(0) + seven(1) + b"\x09" + seven(len(stream)) + b"\0"
    unpacked = b"\x07\x0b" + seven(1) + b"\0" + seven(1) + coder + b"\x0c" + seven(len(content)) + b"\0"
    named = b"\x11" + seven(len(wide) + 1) + b"\0" + wide
    attributes = b"\x15" + seven(6) + b"\x01\0" + struct.pack("<I", 0x20)
    header = b"\x01\x04" + packed + unpacked + b"\x08\0\0\x05" + seven(1) + named + attributes + b"\0\0"
    start = struct.pack("<QQI", len(stream), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\0\x04" + struct.pack("<I", zlib.crc32(start)) + start + stream + header


def seven(value: int) -> bytes:
    """A number as 7z writes it."""
    extra = max((value.bit_length() - 1) // 7, 0)
    if extra >= 8:
        return b"\xff" + struct.pack("<Q", value)
    head = (0xFF00 >> extra) & 0xFF | value >> (8 * extra)
    return bytes([head]) + (value & ((1 << (8 * extra)) - 1)).to_bytes(extra, "little")


def mail(name: str = "", content: bytes = b"", kind: str = "application/octet-stream") -> EmailMessage:
    """A mail, with something attached if that is named."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.edu.vn", "b@example.edu.vn", "Nop bao cao"
    made.set_content("Kính gửi Sở")
    if name:
        main, sub = kind.split("/")
        made.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return made


def mails_in_mails(depth: int) -> bytes:
    """A mail within a mail, and so on."""
    made = mail("a.docx", DOCX)
    for _ in range(depth):
        outer = mail()
        outer.add_attachment(made)
        made = outer
    return bytes(made)


def outlook_mails_in_mails(depth: int) -> bytes:
    """The same as Outlook keeps it."""
    made = outlook_mail({"a.docx": DOCX}, subject="x")
    for _ in range(depth):
        made = outlook_mail({"": made}, subject="x")
    return compound(made)


def gzipped(content: bytes) -> bytes:
    """The content packed as GZIP, the same whenever it is packed."""
    return gzip.compress(content, mtime=0)


def gzip_named(name: str, content: bytes) -> bytes:
    """A GZIP that says that its file was called so."""
    packed = gzipped(content)
    return packed[:3] + b"\x08" + packed[4:10] + name.encode() + b"\0" + packed[10:]


def rar_bomb() -> bytes:
    """A RAR whose file is said to grow to 70 megabytes."""
    from tests.parsers.test_streamed_archives import rar

    made = bytearray(rar({"a.docx": b"x" * 100}))
    at = 7 + 13 + 7 + 4  # the mark, the archive's block, the head of the file's block, its packed size
    made[at : at + 4] = struct.pack("<I", len(SPACES))
    made[at + 14 + 3] = 0x33  # packed as usual
    block = 7 + 13
    size = struct.unpack_from("<H", made, block + 5)[0]
    made[block : block + 2] = struct.pack("<H", zlib.crc32(bytes(made[block + 2 : block + size])) & 0xFFFF)
    return bytes(made)


def locked_doc(data: bytes) -> bytes:
    """A DOC whose first block says that it is behind a password."""
    stream = Compound(data).streams()["WordDocument"]
    flags = struct.unpack_from("<H", stream, 10)[0] | 0x100
    return changed(data, WordDocument=(stream[:10] + struct.pack("<H", flags) + stream[12:]).ljust(4096, b"\0"))


def sealed_outlook_mail() -> bytes:
    """A mail of Outlook's that is encrypted: all that is in it is one attachment."""
    kind = {"__substg1.0_001A001F": "IPM.Note.SMIME".encode("utf-16-le")}
    return compound({**outlook_mail({"smime.p7m": b"1" * 99}), **kind})


ODF_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "script")
)


def _content(kind: str, body: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODF_SPACES} office:version="1.2">'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )


ODT_CONTENT = _content("text", "<text:p>Xin chào</text:p>")
ODS_CONTENT = _content(
    "spreadsheet",
    '<table:table table:name="a"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell>'
    "</table:table-row></table:table>",
)
BASIC = {"Basic/Standard/Module1.xml": "<a/>", "Basic/Standard/script-lb.xml": "<a/>", "Basic/script-lc.xml": "<a/>"}
PROJECT = compound(project_tree({"ThisDocument": "", "Module1": "Sub AutoOpen()\nEnd Sub"}, "ThisDocument"))
FODT_WITH_MACRO = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document {ODF_SPACES} '
    'xmlns:ooo="http://openoffice.org/2004/office" office:version="1.2" '
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:scripts><office:script '
    'script:language="ooo:Basic"><ooo:libraries><ooo:library-embedded ooo:name="Standard"><ooo:module '
    'ooo:name="M"><ooo:source-code>Sub A</ooo:source-code></ooo:module></ooo:library-embedded></ooo:libraries>'
    "</office:script></office:scripts><office:body><office:text><text:p>Xin chào</text:p></office:text>"
    "</office:body></office:document>"
).encode()
WORDML_WITH_MACRO = (
    WORDML_HEAD[:-1]
    + (' w:macrosPresent="yes"><w:body><w:p><w:r><w:t>Xin chào</w:t></w:r></w:p></w:body></w:wordDocument>').encode()
)
