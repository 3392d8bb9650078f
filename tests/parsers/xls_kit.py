"""Changes old workbooks (XLS): puts a record in, puts one behind a password.

Source: Microsoft's open specifications [MS-XLS] (records) and [MS-OFFCRYPTO] (the old encryption by RC4).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from hashlib import md5

from parsers.compound import Compound
from tests.parsers.compound_kit import Tree, compound

PROJECT = 0xD3  # there are macros
LOCK = 0x2F
_BEGINNING, _SHEET = 0x809, 0x85
_PLAIN = {_BEGINNING, LOCK, 0xE1, 0x5C, 0x194, 0x195, 0x196}  # kinds of records that are never encrypted
_BLOCK = 1024  # bytes after which the key is another
_SALT = bytes(range(16))
ALL_KNOW = "VelvetSweatshop"  # what Excel takes where it wants the file encrypted and nobody asked


def changed(data: bytes, **streams: bytes | Tree) -> bytes:
    """The file with other streams or storages."""
    return compound({**Compound(data).streams(), **streams})


def book_of(data: bytes) -> bytes:
    """The stream that holds all sheets."""
    return Compound(data).streams()["Workbook"]


def with_record(stream: bytes, kind: int, content: bytes = b"") -> bytes:
    """The stream with a record after its first; what sheets begin at moves on."""
    record = struct.pack("<HH", kind, len(content)) + content
    made = b""
    for number, (at, each, size) in enumerate(_records(stream)):
        body = stream[at + 4 : at + 4 + size]
        if each == _SHEET:
            body = struct.pack("<I", struct.unpack_from("<I", body)[0] + len(record)) + body[4:]
        made += stream[at : at + 4] + body + (b"" if number else record)
    return made


def encrypted(stream: bytes, password: str) -> bytes:
    """The stream as it stands behind a password."""
    checked = bytes(range(16, 32))
    proof = _mixed(checked + md5(checked).digest(), _stream_of_keys(password, 0, 32))
    stream = with_record(stream, LOCK, struct.pack("<3H", 1, 1, 1) + _SALT + proof)
    blocks = -(-len(stream) // _BLOCK)
    keys = b"".join(_stream_of_keys(password, number, _BLOCK) for number in range(blocks))
    made = bytearray(stream)
    for at, kind, size in _records(stream):
        if kind not in _PLAIN:
            begin, end = at + 4 + (4 if kind == _SHEET else 0), at + 4 + size
            made[begin:end] = _mixed(stream[begin:end], keys[begin:end])
    return bytes(made)


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield at, kind, size
        at += 4 + size


def _mixed(data: bytes, keys: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(data, keys, strict=True))


def _stream_of_keys(password: str, block: int, length: int) -> bytes:
    first = md5(password.encode("utf-16-le")).digest()[:5]
    middle = md5((first + _SALT) * 16).digest()[:5]
    key = md5(middle + struct.pack("<I", block)).digest()
    state = list(range(256))
    other = 0
    for at in range(256):
        other = (other + state[at] + key[at % 16]) & 255
        state[at], state[other] = state[other], state[at]
    made, at, other = bytearray(), 0, 0
    for _ in range(length):
        at = (at + 1) & 255
        other = (other + state[at]) & 255
        state[at], state[other] = state[other], state[at]
        made.append(state[(state[at] + state[other]) & 255])
    return bytes(made)
