"""The parts of an Office file (a ZIP of XML), taken out without trusting it: sizes limited, no DTD, no network."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from parsers.failures import Damaged, Encrypted, TooLarge, Unsafe

MAX_PART = 64 * 1024 * 1024  # bytes inflated; a table of 100,000 cells as Word writes it has 50 MB
MAX_TOTAL = 96 * 1024 * 1024  # of all parts that are read
MAX_RATIO = 300  # inflated to stored; reports reach 60, the densest generated table 150
RATIO_FROM = 8 * 1024 * 1024  # below this no ratio can do harm
MAX_DIRECTORY = 4 * 1024 * 1024  # bytes of the ZIP's directory: some 50,000 entries

_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_TO_TRANSITIONAL = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_DOCTYPES = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))
MAX_DEPTH = 256  # libxml2's own limit on nested elements
_PACKAGE_NS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


class Relation(NamedTuple):
    """A part that another part refers to: the last word of the relation's type (`header`, `styles` …) and its name."""

    id: str
    kind: str
    part: str


class Package:
    """An Office file opened for reading; raises `Unreadable` for what is damaged, encrypted, too large or unsafe."""

    def __init__(self, data: bytes) -> None:
        _check_directory(data)
        try:
            entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Damaged(detail="zip") from error
        self._data = data
        self._total = 0
        self._names = {info.filename.lstrip("/").lower(): info for info in entries}

    def names(self) -> list[str]:
        """The names of all parts, in lower case: part names differ in case between writers."""
        return list(self._names)

    def part(self, name: str) -> bytes | None:
        """A part's bytes; None where there is no such part."""
        info = self._names.get(name.lower())
        if info is None:
            return None
        if info.flag_bits & 1:
            raise Encrypted
        limit = _limit(info)
        if info.file_size > limit:
            raise TooLarge(what="part", size=str(info.file_size), limit=str(limit))
        content = _inflated(self._data, info, limit)
        if len(content) > limit:
            raise TooLarge(what="part", size=f">{limit}", limit=str(limit))
        self._total += len(content)
        if self._total > MAX_TOTAL:
            raise TooLarge(what="part", size=f">{MAX_TOTAL}", limit=str(MAX_TOTAL))
        if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
            raise Damaged(detail=name)
        return content

    def relations(self, name: str) -> Iterator[Relation]:
        """What the part `name` ("" for the package) refers to inside the package; nothing where that is unreadable."""
        folder, base = posixpath.split(name)
        data = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        root = lenient_tree(data) if data else None
        if root is None:
            return
        for relation in root.iter(f"{_PACKAGE_NS}Relationship"):
            target = relation.get("Target", "")
            if relation.get("TargetMode") == "External" or not target:
                continue
            part = posixpath.normpath(posixpath.join(folder, target) if target[0] != "/" else target).lstrip("/")
            yield Relation(relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], part)


def _inflated(data: bytes, info: zipfile.ZipInfo, limit: int) -> bytes:
    """An entry's content, or a little more than `limit` bytes of it where it is longer."""
    header = data[info.header_offset : info.header_offset + 30]
    if len(header) < 30 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Damaged(detail=info.filename)
    name_length, extra_length = struct.unpack_from("<HH", header, 26)
    begin = info.header_offset + 30 + name_length + extra_length
    stored = data[begin : begin + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        return stored
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(stored, limit + 1)
    except zlib.error as error:
        raise Damaged(detail=info.filename) from error


def tree_of(data: bytes) -> etree._Element:
    """The root of the XML in `data`. Raises `Unsafe` for a DTD, `Damaged` for what is not well-formed."""
    if any(doctype in data for doctype in _DOCTYPES):
        raise Unsafe(what="dtd")
    if _STRICT in data:
        for strict, transitional in _STRICT_TO_TRANSITIONAL:
            data = data.replace(strict, transitional)
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        if "xcessive depth" in str(error):
            raise TooLarge(what="depth", size=f">{MAX_DEPTH}", limit=str(MAX_DEPTH)) from error
        raise Damaged(detail="xml") from error
    if root.getroottree().docinfo.internalDTD is not None:  # a DTD in an encoding other than the three above
        raise Unsafe(what="dtd")
    return root


def lenient_tree(data: bytes) -> etree._Element | None:
    """The root of a part that a document can be read without; None where it cannot be parsed."""
    try:
        return tree_of(data)
    except (Damaged, TooLarge):
        return None


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )


def _limit(info: zipfile.ZipInfo) -> int:
    """How many bytes a part may inflate to: far more than it stores, up to a fixed size, is a bomb."""
    return min(MAX_PART, max(RATIO_FROM, info.compress_size * MAX_RATIO))


def _check_directory(data: bytes) -> None:
    """Refuse a directory of millions of entries before they are made into objects."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or len(data) < end + 22:
        raise Damaged(detail="zip")
    size = struct.unpack_from("<I", data, end + 12)[0]
    if size > MAX_DIRECTORY:
        raise TooLarge(what="directory", size=str(size), limit=str(MAX_DIRECTORY))
