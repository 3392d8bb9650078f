"""What kind of file it is, told from the bytes: names lie, and browsers and scanners give wrong ones."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from enum import Enum

from parsers.failures import Damaged, Encrypted
from parsers.ole import refuse_truncated


class Format(Enum):
    """A kind of file; the value is the name that messages and documents use."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "text"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    MSG = "msg"
    OLE = "ole"
    XLSX = "xlsx"
    XLSB = "xlsb"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    EPUB = "epub"
    PAGES = "pages"
    ZIP = "zip"
    RAR = "rar"
    SEVENZIP = "7z"
    GZIP = "gzip"
    TAR = "tar"
    RTF = "rtf"
    JPEG = "jpeg"
    PNG = "png"
    GIF = "gif"
    BMP = "bmp"
    TIFF = "tiff"
    HEIC = "heic"
    WEBP = "webp"
    VIDEO = "video"
    AUDIO = "audio"
    EML = "eml"
    MHTML = "mhtml"
    HTML = "html"
    WORDML = "wordml"
    FODT = "fodt"
    XML = "xml"
    POSTSCRIPT = "postscript"
    PROGRAM = "program"
    SHORTCUT = "shortcut"
    BINARY = "binary"


# The endings with which each kind that is read is named; one named as another of them is read all the same, and said.
ENDINGS: dict[Format, frozenset[str]] = {
    Format.DOCX: frozenset({".docx", ".docm", ".dotx", ".dotm"}),
    Format.PDF: frozenset({".pdf"}),
    Format.TEXT: frozenset({".txt", ".md", ".csv", ".tsv"}),
    Format.DOC: frozenset({".doc", ".dot", ".wps"}),
    Format.ODT: frozenset({".odt", ".ott", ".sxw"}),
    Format.FODT: frozenset({".fodt", ".xml"}),
    Format.RTF: frozenset({".rtf"}),
    Format.WORDML: frozenset({".xml"}),
    Format.HTML: frozenset({".html", ".htm", ".xhtml"}),
    Format.MHTML: frozenset({".mht", ".mhtml"}),
    Format.XLSX: frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"}),
    Format.XLSB: frozenset({".xlsb"}),
    Format.XLS: frozenset({".xls", ".xlt"}),
    Format.ODS: frozenset({".ods", ".ots"}),
    Format.JPEG: frozenset({".jpg", ".jpeg"}),
    Format.PNG: frozenset({".png"}),
    Format.TIFF: frozenset({".tif", ".tiff"}),
    Format.HEIC: frozenset({".heic", ".heif"}),
}

_MAGIC: tuple[tuple[int, bytes, Format], ...] = (
    (0, b"\xff\xd8\xff", Format.JPEG),
    (0, b"\x89PNG\r\n", Format.PNG),
    (0, b"GIF8", Format.GIF),
    (0, b"II*\0", Format.TIFF),
    (0, b"MM\0*", Format.TIFF),
    (8, b"WEBP", Format.WEBP),
    (0, b"{\\rtf", Format.RTF),
    (0, b"Rar!\x1a\x07", Format.RAR),
    (0, b"7z\xbc\xaf\x27\x1c", Format.SEVENZIP),
    (0, b"\x1f\x8b\x08", Format.GZIP),
    (257, b"ustar", Format.TAR),
    (0, b"%!PS", Format.POSTSCRIPT),
    (0, b"MZ\x90\0", Format.PROGRAM),
    (0, b"\x7fELF", Format.PROGRAM),
    (0, b"L\0\0\0\x01\x14\x02\0", Format.SHORTCUT),
    (0, b"ID3", Format.AUDIO),
    (8, b"WAVE", Format.AUDIO),
    (8, b"AVI ", Format.VIDEO),
    (0, b"\x1a\x45\xdf\xa3", Format.VIDEO),
)
_PICTURE_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("WordDocument", Format.DOC),
    ("Workbook", Format.XLS),
    ("Book", Format.XLS),
    ("PowerPoint Document", Format.PPT),
    ("__properties_version1.0", Format.MSG),
)

_ZIP_PARTS = (
    (b"[Content_Types].xml", b"word/", Format.DOCX),
    (b"[Content_Types].xml", b"xl/workbook.bin", Format.XLSB),
    (b"[Content_Types].xml", b"xl/", Format.XLSX),
    (b"[Content_Types].xml", b"ppt/", Format.PPTX),
    (b"Index/Document.iwa", b"Index/", Format.PAGES),
)
_ZIP_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.text", Format.ODT),
    (b"application/vnd.sun.xml.writer", Format.ODT),
    (b"application/vnd.oasis.opendocument.spreadsheet", Format.ODS),
    (b"application/vnd.oasis.opendocument.presentation", Format.ODP),
    (b"application/epub+zip", Format.EPUB),
)

_FEWEST_WIDE = 16  # bytes; fewer say nothing
_PDF_HEAD = 1024  # readers accept the header anywhere in the first kilobyte
_PDF = re.compile(rb"%PDF-\d")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE)
_MAIL = re.compile(r"(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[\w-]+|From|Date|Subject): ")
_MAIL_NEXT = re.compile(
    r"^(?:MIME-Version|Content-Type|Message-ID|Return-Path|Received): ", re.MULTILINE | re.IGNORECASE
)
# A web page saved as one file is a mail by form; real mail says which way it came.
_SAVED_PAGE = re.compile(r"^Content-Type:\s*multipart/related", re.MULTILINE | re.IGNORECASE)
_SENT = re.compile(r"^(?:Received|Return-Path|Delivered-To|To|Message-ID): ", re.MULTILINE | re.IGNORECASE)
_XML_KINDS = (
    (re.compile(r"<w:wordDocument\b|<\?mso-application\s+progid=.Word\.Document"), Format.WORDML),
    (re.compile(r"<office:document\s[^>]*opendocument\.text"), Format.FODT),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x0b\x1b") + b"\x7f"


def misnamed(kind: Format, ending: str) -> bool:
    """Whether a file of this kind has the ending (in lower case) of another kind."""
    return ending not in ENDINGS.get(kind, {ending}) and any(ending in known for known in ENDINGS.values())


def tell(data: bytes) -> Format:
    """The kind of file that `data` is.

    Raises `Encrypted` for an Office file behind a password, `Damaged` for a ZIP without its end.
    """
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    for offset, magic, kind in _MAGIC:
        if data.startswith(magic, offset):
            return kind
    if data[4:8] == b"ftyp":
        return Format.HEIC if data[8:12] in _PICTURE_BRANDS else Format.VIDEO
    if _PDF.search(data[:_PDF_HEAD]):
        return Format.PDF
    return _kind_of_text(data)


def _kind_of_zip(data: bytes) -> Format:
    """By the names in the archive, which stand uncompressed at its entries and again in its directory."""
    if b"PK\x05\x06" not in data:
        raise Damaged(detail="zip")  # its directory stands at the end: a copy or an upload broke off
    stated = _mimetype_in(data)
    for mimetype, kind in _ZIP_MIMETYPES:
        if stated.startswith(mimetype):
            return kind
    for first, second, kind in _ZIP_PARTS:
        if first in data and entry_named(data, second):
            return kind
    return Format.ZIP


def _mimetype_in(data: bytes) -> bytes:
    """What an OpenDocument file says that it is: its own entry, stored first by rule, or packed by a ZIP tool."""
    at = data.find(b"mimetype")
    if at < 30 or not data.startswith(b"PK\x03\x04", at - 30):
        return b""
    (method,) = struct.unpack_from("<H", data, at - 22)
    (extra,) = struct.unpack_from("<H", data, at - 2)
    content = data[at + 8 + extra : at + 8 + extra + 200]
    try:
        return (
            zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, 100) if method == zipfile.ZIP_DEFLATED else content
        )
    except zlib.error:
        return b""


def entry_named(data: bytes, prefix: bytes) -> bool:
    """Whether an archive has an entry whose name begins so: an entry's name stands 30 bytes after its signature."""
    at = data.find(prefix)
    while at >= 0:
        if data.startswith(b"PK\x03\x04", at - 30) or data.startswith(b"PK\x01\x02", at - 46):
            return True
        at = data.find(prefix, at + 1)
    return False


def _kind_of_ole(data: bytes) -> Format:
    """By the names of the streams; an encrypted DOCX or XLSX is one stream inside such a container."""
    if has_stream(data, "EncryptedPackage"):
        raise Encrypted
    known = next((kind for name, kind in _OLE_STREAMS if has_stream(data, name)), None)
    if known is None:
        refuse_truncated(data)  # the names may stand where it was cut off
    return known or Format.OLE


def has_stream(data: bytes, name: str) -> bool:
    """Whether an old Office file has a stream of this name."""
    # A directory entry: the name in UTF-16, zeros up to 64 bytes, then the name's length in bytes with its end mark.
    wide = name.encode("utf-16-le")
    return wide.ljust(64, b"\0") + struct.pack("<H", len(wide) + 2) in data


def _kind_of_text(data: bytes) -> Format:
    head = data[:4096]
    codec = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else wide_codec(head)
    if codec is None and len(head.translate(None, _CONTROLS)) < len(head) * 0.99:
        return Format.BMP if data.startswith(b"BM") else Format.BINARY
    start = head.decode(codec or "utf-8", errors="replace").lstrip("\ufeff \t\r\n")
    if _HTML.match(start) or (start.startswith("<!--") and _HTML.search(start)):
        return Format.HTML
    if start.startswith("<?xml"):
        return _kind_of_xml(start)
    if _MAIL.match(start) and _MAIL_NEXT.search(start):
        return Format.MHTML if _SAVED_PAGE.search(start) and not _SENT.search(start) else Format.EML
    return Format.TEXT


def _kind_of_xml(start: str) -> Format:
    known = next((kind for pattern, kind in _XML_KINDS if pattern.search(start)), None)
    return known or (Format.HTML if _HTML.search(start[:1000]) else Format.XML)


def wide_codec(data: bytes) -> str | None:
    """UTF-16 without a mark, by the zero bytes at every second place that Latin letters, spaces and digits leave."""
    head = data[:4096]
    if len(head) < _FEWEST_WIDE:
        return None
    zeros_low, zeros_high = head[0::2].count(0), head[1::2].count(0)
    if min(zeros_low, zeros_high) * 10 > max(zeros_low, zeros_high) or max(zeros_low, zeros_high) * 5 < len(head) // 2:
        return None
    return "utf-16-le" if zeros_high > zeros_low else "utf-16-be"
