"""Writes compound files, and Outlook's mails as such."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import TypeAlias, Union

Tree: TypeAlias = Mapping[str, Union[bytes, "Tree"]]

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(tree: Tree) -> bytes:
    """A compound file with these streams (bytes) and storages (mappings)."""
    sectors: list[bytes] = []
    table: list[int] = []
    small, small_table = bytearray(), list[int]()
    entries: list[list[object]] = [["Root Entry", 5, _FREE, _FREE, _FREE, 0, 0]]

    def put(data: bytes) -> int:
        """Where the data begins, in sectors of their own."""
        if not data:
            return _END
        first, count = len(sectors), -(-len(data) // _SECTOR)
        padded = data.ljust(count * _SECTOR, b"\0")
        sectors.extend(padded[at * _SECTOR : (at + 1) * _SECTOR] for at in range(count))
        table.extend([*range(first + 1, first + count), _END])
        return first

    def put_small(data: bytes) -> int:
        if not data:
            return _END
        first, count = len(small_table), -(-len(data) // _SMALL)
        small.extend(data.ljust(count * _SMALL, b"\0"))
        small_table.extend([*range(first + 1, first + count), _END])
        return first

    def add(parent: int, inner: Tree) -> None:
        before = None
        for name, content in inner.items():
            number = len(entries)
            if isinstance(content, bytes):
                start = put(content) if len(content) >= _CUTOFF else put_small(content)
                entries.append([name, 2, _FREE, _FREE, _FREE, start, len(content)])
            else:
                entries.append([name, 1, _FREE, _FREE, _FREE, 0, 0])
            entries[parent if before is None else before][4 if before is None else 3] = number
            before = number
            if not isinstance(content, bytes):
                add(number, content)

    add(0, tree)
    entries[0][5:7] = [put(bytes(small)), len(small)]
    first_small_table = put(struct.pack(f"<{len(small_table)}I", *small_table).ljust(_SECTOR, b"\xff"))
    directory = put(b"".join(map(_entry, entries)))
    count = 1
    while count * _SECTOR // 4 < len(table) + count:
        count += 1
    at = len(sectors)
    table += [_TABLE] * count
    packed = struct.pack(f"<{len(table)}I", *table).ljust(count * _SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, count, directory, 0, _CUTOFF, first_small_table, 1, _END, 0)
    head += struct.pack(f"<{count}I", *range(at, at + count)).ljust(109 * 4, b"\xff")
    return head + b"".join(sectors) + packed


def _entry(entry: list[object]) -> bytes:
    name, kind, left, right, child, start, size = entry
    wide = str(name).encode("utf-16-le")
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBB3I", len(wide) + 2, kind, 1, left, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def outlook_mail(attachments: Mapping[str, bytes | Tree], *, body: str = "", subject: str = "", page: str = "") -> Tree:
    """A mail's tree; an attachment that is itself a tree is a mail that was forwarded."""
    made: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(32)}
    made |= {"__substg1.0_1000001F": body.encode("utf-16-le")} if body else {}
    made |= {"__substg1.0_0037001F": subject.encode("utf-16-le")} if subject else {}
    made |= {"__substg1.0_10130102": page.encode()} if page else {}
    for number, (name, content) in enumerate(attachments.items()):
        held: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(8)}
        if isinstance(content, bytes):
            held |= {"__substg1.0_37010102": content, "__substg1.0_3707001F": name.encode("utf-16-le")}
        else:
            held |= {"__substg1.0_3701000D": content}
        made[f"__attach_version1.0_#{number:08X}"] = held
    return made
