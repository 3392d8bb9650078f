"""The streams of a compound file ("OLE"), the container of old Office files and of Outlook's mails.

Source: Microsoft's open specification [MS-CFB]. A stream's sectors are a chain through the allocation table; small
streams lie in sectors of 64 bytes within the root's stream. Chains are followed no further than the file is long.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.failures import Damaged

_HEADER = 512
_ENTRY = 128  # bytes of the directory
_SMALL_SECTOR = 64
_LAST = 0xFFFFFFFA  # numbers from here on are no sectors
_STORAGE, _STREAM, _ROOT = 1, 2, 5


class _Entry(NamedTuple):
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """A compound file; raises `Damaged` where its tables lead nowhere."""

    def __init__(self, data: bytes) -> None:
        try:
            self._data = data
            self._shift, self._cutoff = struct.unpack_from("<H", data, 30)[0], struct.unpack_from("<I", data, 56)[0]
            if self._shift not in (9, 12):
                raise Damaged(detail="ole")
            self._table = self._allocation()
            directory = self._chain(struct.unpack_from("<I", data, 48)[0])
            self._entries = [_entry(directory, at) for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
            self._small_table = _numbers(self._chain(struct.unpack_from("<I", data, 60)[0]))
            self._small = self._chain(self._entries[0].start) if self._entries else b""
        except (struct.error, IndexError) as error:
            raise Damaged(detail="ole") from error

    def streams(self, path: Sequence[str] = ()) -> dict[str, bytes]:
        """The streams in the storage to which the names lead."""
        return {each.name: self._content(each) for each in self._within(path) if each.kind == _STREAM}

    def storages(self, path: Sequence[str] = ()) -> list[str]:
        """The names of the storages in the storage to which the names lead."""
        return [each.name for each in self._within(path) if each.kind == _STORAGE]

    def _within(self, path: Sequence[str]) -> Iterator[_Entry]:
        number = 0
        for name in path:
            number = next((at for at in self._siblings(self._entries[number].child)
                           if self._entries[at].name == name), -1)  # fmt: skip
            if number < 0:
                return
        if self._entries:
            yield from (self._entries[at] for at in self._siblings(self._entries[number].child))

    def _siblings(self, first: int) -> list[int]:
        """The numbers of an entry and of all beside it: they are a tree, which a bad file may close to a ring."""
        met: dict[int, None] = {}
        waiting = [first]
        while waiting:
            number = waiting.pop()
            if number < len(self._entries) and number not in met:
                met[number] = None
                waiting += [self._entries[number].right, self._entries[number].left]
        return sorted(met)

    def _content(self, entry: _Entry) -> bytes:
        if entry.size >= self._cutoff:
            content = self._chain(entry.start)
        else:
            numbers = _followed(self._small_table, entry.start)
            content = b"".join(self._small[at * _SMALL_SECTOR : (at + 1) * _SMALL_SECTOR] for at in numbers)
        if len(content) < entry.size:
            raise Damaged(detail="ole")
        return content[: entry.size]

    def _sector(self, number: int) -> bytes:
        at = (number + 1) << self._shift
        return self._data[at : at + (1 << self._shift)]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _followed(self._table, start)))

    def _allocation(self) -> list[int]:
        """The allocation table: its sectors are listed in the header, and further ones in sectors of their own."""
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        further = struct.unpack_from("<I", self._data, 68)[0]
        for _ in range(len(self._data) >> self._shift):
            if further >= _LAST:
                break
            *more, further = _numbers(self._sector(further)) or [_LAST]
            sectors += more
        return [number for sector in sectors if sector < _LAST for number in _numbers(self._sector(sector))]


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _followed(table: Sequence[int], start: int) -> Iterator[int]:
    """The numbers of a chain. Raises `Damaged` for one that runs in a ring."""
    number = start
    for _ in range(len(table) + 1):
        if number >= _LAST:
            return
        yield number
        if number >= len(table):
            raise Damaged(detail="ole")
        number = table[number]
    raise Damaged(detail="ole")


def _entry(directory: bytes, at: int) -> _Entry:
    length, kind = struct.unpack_from("<HB", directory, at + 64)
    left, right, child = struct.unpack_from("<3I", directory, at + 68)
    start, size = struct.unpack_from("<II", directory, at + 116)
    name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child, start, size)
