"""Old Office files (DOC, XLS): the container and what can be told of a file before another program opens it.

Source: Microsoft's open specifications [MS-CFB] (header, allocation tables), [MS-DOC] (the block at the start) and
[MS-XLS] (the records at the start).
"""

from __future__ import annotations

import struct

from parsers.compound import Compound
from parsers.failures import Damaged, Encrypted

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_FREE = 0xFFFFFFFF  # an entry of the allocation table that belongs to nothing
_LAST_REGULAR = 0xFFFFFFFA
_TABLES_IN_HEADER = 109
_ENCRYPTED = 0x0100  # of the flags in a DOC's first block
_LOCK = 0x2F  # the record of an XLS that says how it is encrypted
_BEFORE_LOCK = 8  # records; two or three stand before it
_WORD = (b"\xec\xa5", b"\xdc\xa5")  # first block of Word 97 and later, of Word 6 and 95


def refuse_truncated(data: bytes) -> None:
    """Raises `Damaged` where the container says that it is longer than the bytes that there are."""
    if len(data) < _HEADER:
        raise Damaged(detail="ole")
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise Damaged(detail="ole")
    size = 1 << shift
    sectors = -(-(len(data) - size) // size)  # the last one may be written short
    tables = struct.unpack_from(f"<{_TABLES_IN_HEADER}I", data, 76)
    entries = size // 4
    for number, table in enumerate(tables):
        if table > _LAST_REGULAR:
            break
        at = (table + 1) * size
        if at + size > len(data):
            raise Damaged(detail="ole")
        used = [at for at, entry in enumerate(struct.unpack_from(f"<{entries}I", data, at)) if entry != _FREE]
        if used and number * entries + used[-1] >= sectors:
            raise Damaged(detail="ole")


def refuse_encrypted_word(data: bytes) -> None:
    """Raises `Encrypted` for a DOC behind a password, which its first block says."""
    for at in range(_HEADER, len(data) - 12, _HEADER):
        if data[at : at + 2] in _WORD:
            if struct.unpack_from("<H", data, at + 10)[0] & _ENCRYPTED:
                raise Encrypted
            return


def is_encrypted_workbook(data: bytes) -> bool:
    """Whether an XLS says at its beginning that what follows is encrypted."""
    streams = Compound(data).streams()
    stream = streams.get("Workbook", streams.get("Book", b""))
    at = 0
    for _ in range(_BEFORE_LOCK):
        if at + 4 > len(stream):
            return False
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _LOCK:
            return True
        at += 4 + size
    return False
