"""ZIP archives: what their directory says, and one file of them inflated as a stream."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from parsers.containers import MAX_MEMBERS, Member, refuse_total, refused_size
from parsers.failures import BrokenArchive, Encrypted, TooLarge
from parsers.member_names import name_of_bytes, name_within, unmangled

_CHUNK = 1024 * 1024  # bytes taken at a time
_UTF8 = 0x0800  # flag: the name is UTF-8
_LOCKED = 0x0001  # flag: behind a password
_UNICODE_PATH = 0x7075  # extra field with the name in UTF-8
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65535
_MAX_DIRECTORY = MAX_MEMBERS * 400  # bytes; an entry has 46, its name, and what packers add
_DOCUMENT_PARTS = ("[Content_Types].xml", "mimetype", "Index/Document.iwa")


def is_document(path: Path) -> bool:
    """Whether a ZIP is one document (DOCX, ODT …); one whose directory cannot be read is none."""
    try:
        _refuse_long_directory(path)
        with zipfile.ZipFile(path) as archive:
            return any(name in archive.NameToInfo for name in _DOCUMENT_PARTS)
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile, BrokenArchive, TooLarge):
        return False


def members_of(path: Path) -> Sequence[Member]:
    """The files in the archive, in the order of its directory."""
    entries = _entries(path)
    size = path.stat().st_size
    if entries and all(entry.flag_bits & _LOCKED for entry in entries):
        raise Encrypted
    if sum(entry.compress_size for entry in entries) > size:  # entries that share their bytes: nobody packs so
        raise TooLarge(what="ratio", size=">200", limit="200")
    refuse_total(sum(entry.file_size for entry in entries), size)
    return [_member(entry) for entry in entries]


def _entries(path: Path) -> list[zipfile.ZipInfo]:
    """The entries that are no folders."""
    _refuse_long_directory(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return [entry for entry in archive.infolist() if not _is_folder(entry)]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise BrokenArchive from error


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith(("/", "\\")) and not entry.file_size


def _member(entry: zipfile.ZipInfo) -> Member:
    name = name_within(_name(entry))
    if name is None:
        return Member(entry.filename.replace("\\", "/"), entry.file_size, "unsafe-name")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return Member(name, entry.file_size, "link-packed")
    failure = Encrypted() if entry.flag_bits & _LOCKED else refused_size(entry.file_size, entry.compress_size)
    return Member(name, entry.file_size, failure=failure)


def _name(entry: zipfile.ZipInfo) -> str:
    """The entry's name; where nothing says its code page, by what the bytes can mean."""
    if entry.flag_bits & _UTF8:
        return unmangled(entry.filename)
    told = next((data[5:] for kind, data in _extras(entry.extra) if kind == _UNICODE_PATH), b"")
    return name_of_bytes(told or entry.filename.encode("cp437", "replace"))


def _extras(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """The extra fields of an entry."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        yield kind, extra[at + 4 : at + 4 + size]
        at += 4 + size


def save(path: Path, number: int, target: Path) -> None:
    """Writes one file, no longer than it is stated to be."""
    entries = _entries(path)
    if number >= len(entries):  # the archive was written anew since it was looked at
        raise BrokenArchive
    entry = entries[number]
    with path.open("rb") as source, target.open("wb") as file:
        check, size = 0, 0
        for chunk in _content(source, entry):
            size += len(chunk)
            if size > entry.file_size:
                raise BrokenArchive
            check = zlib.crc32(chunk, check)
            file.write(chunk)
    if size != entry.file_size or check != entry.CRC:
        raise BrokenArchive


def _content(source: IO[bytes], entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The entry's bytes, a chunk at a time; the name before them may be in another code page than the directory's."""
    if entry.header_offset < 0:  # the directory says that it begins before the file does
        raise BrokenArchive
    source.seek(entry.header_offset)
    header = source.read(30)
    if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
        raise BrokenArchive
    source.seek(sum(struct.unpack_from("<HH", header, 26)), 1)
    packed = _pieces(source, entry.compress_size)
    if entry.compress_type == zipfile.ZIP_STORED:
        yield from packed
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        yield from _inflated(packed)
    else:
        yield from _otherwise_packed(source, entry)


def _pieces(source: IO[bytes], size: int) -> Iterator[bytes]:
    while size > 0 and (chunk := source.read(min(size, _CHUNK))):
        size -= len(chunk)
        yield chunk


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in packed:
            rest = piece
            while rest:
                yield inflater.decompress(rest, _CHUNK)
                rest = inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error as error:
        raise BrokenArchive from error


def _otherwise_packed(source: IO[bytes], entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """What is packed in a way that hardly any packer uses for ZIP."""
    try:
        with zipfile.ZipFile(source) as archive, archive.open(entry) as content:
            while chunk := content.read(_CHUNK):
                yield chunk
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise BrokenArchive from error


def _refuse_long_directory(path: Path) -> None:
    """Refuses a directory of millions of entries before they are made into objects."""
    with path.open("rb") as file:
        length = file.seek(0, 2)
        file.seek(max(0, length - _END_SIZE - _LONGEST_COMMENT))
        tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + _END_SIZE:
        raise BrokenArchive
    if struct.unpack_from("<I", tail, end + 12)[0] > _MAX_DIRECTORY:
        raise TooLarge(what="members", size=f">{MAX_MEMBERS}", limit=str(MAX_MEMBERS))
