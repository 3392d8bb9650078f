"""Whether a RAR archive asks for a password, told from its first blocks: the program that unpacks it does not say.

Source: the makers' own notes on the two forms of the format (technote.txt of version 4, "RAR 5.0 archive format").
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_OLD = b"Rar!\x1a\x07\0"
_NEW = b"Rar!\x1a\x07\x01\0"
_HEAD = 65536  # bytes; the first file's block stands at the beginning
_OLD_ARCHIVE, _OLD_FILE = 0x73, 0x74
_NEW_FILE, _NEW_LOCK = 2, 4
_LOCK_RECORD = 1  # of the further records of a file's block


def asks_for_password(path: Path) -> bool:
    """Whether the archive's list, or the first file in it, is behind a password."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    try:
        return any(_locks_old(head) if head.startswith(_OLD) else _locks_new(head))
    except (struct.error, IndexError):  # cut short: others will say so
        return False


def _locks_old(head: bytes) -> Iterator[bool]:
    """For each block up to the first file's, whether it says that there is a password."""
    at = len(_OLD)
    while True:
        kind, flags, size = struct.unpack_from("<BHH", head, at + 2)
        yield bool(flags & 0x80) if kind == _OLD_ARCHIVE else kind == _OLD_FILE and bool(flags & 4)
        if kind == _OLD_FILE or size < 7:
            return
        added = struct.unpack_from("<I", head, at + 7)[0] if flags & 0x8000 else 0
        at += size + added


def _locks_new(head: bytes) -> Iterator[bool]:
    at = len(_NEW)
    while True:
        size, start = _number(head, at + 4)
        kind, after = _number(head, start)
        flags, after = _number(head, after)
        extra, after = _number(head, after) if flags & 1 else (0, after)
        added = _number(head, after)[0] if flags & 2 else 0
        end = start + size
        yield kind == _NEW_LOCK or (kind == _NEW_FILE and _LOCK_RECORD in _records(head, end - extra, end))
        if kind in (_NEW_FILE, _NEW_LOCK):
            return
        at = end + added


def _records(head: bytes, at: int, end: int) -> Iterator[int]:
    """The kinds of the further records of a block."""
    while at < end:
        size, start = _number(head, at)
        yield _number(head, start)[0]
        at = start + size


def _number(head: bytes, at: int) -> tuple[int, int]:
    """A number of variable length, and where it ends."""
    value = 0
    for shift in range(0, 70, 7):
        value |= (head[at] & 0x7F) << shift
        at += 1
        if not head[at - 1] & 0x80:
            break
    return value, at
