"""Writes VBA projects, as Office keeps them in documents with macros.

Source: Microsoft's open specification [MS-OVBA] (the streams of a project, and how they are packed).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from tests.parsers.compound_kit import Tree, compound

_CHUNK = 3600  # bytes; a packed chunk may hold 4096, of which every ninth says that eight letters follow
_NAME = b"VBAProject"


def vba_project(modules: Mapping[str, str], document: str) -> bytes:
    """A `vbaProject.bin` with these modules, by name; `document` is the one that belongs to the document itself."""
    return compound(project_tree(modules, document))


def project_tree(modules: Mapping[str, str], document: str) -> dict[str, bytes | Tree]:
    """The streams of a project, to stand in a file of their own or in an old Office file."""
    sources = {
        name: f'Attribute VB_Name = "{name}"\r\n'.encode() + source.replace("\n", "\r\n").encode()
        for name, source in modules.items()
    }
    streams: dict[str, bytes | Tree] = {name: packed(source) for name, source in sources.items()}
    streams |= {"_VBA_PROJECT": b"\xcc\x61\xff\xff\0\0\0", "dir": packed(_directory(list(modules), document))}
    lines = ['ID="{00000000-0000-0000-0000-000000000000}"', f"Document={document}/&H00000000"]
    lines += [f"Module={name}" for name in modules if name != document]
    lines += ['Name="VBAProject"', 'HelpContextID="0"', 'VersionCompatible32="393222000"']
    return {"VBA": streams, "PROJECT": "\r\n".join([*lines, ""]).encode()}


def packed(data: bytes) -> bytes:
    """The data in the form of a packed stream; nothing of it is really made smaller."""
    made = b"\x01"
    for at in range(0, len(data), _CHUNK):
        chunk = data[at : at + _CHUNK]
        tokens = b"".join(b"\0" + chunk[here : here + 8] for here in range(0, len(chunk), 8))
        made += struct.pack("<H", 0xB000 | (len(tokens) - 1)) + tokens
    return made


def _directory(names: list[str], document: str) -> bytes:
    """What modules there are, and in which streams."""
    made = _record(1, struct.pack("<I", 1)) + _record(2, struct.pack("<I", 0x409)) + _record(0x14, bytes(4))
    made += _record(3, struct.pack("<H", 1252)) + _record(4, _NAME)
    made += b"".join(_record(kind, b"") for kind in (5, 0x40, 6, 0x3D))
    made += _record(7, bytes(4)) + _record(8, bytes(4)) + struct.pack("<HIIH", 9, 4, 1, 1)
    made += _record(0xF, struct.pack("<H", len(names))) + _record(0x13, b"\xff\xff")
    for name in names:
        wide = name.encode("utf-16-le")
        made += _record(0x19, name.encode()) + _record(0x47, wide)
        made += _record(0x1A, name.encode()) + _record(0x32, wide)
        made += _record(0x1C, b"") + _record(0x48, b"") + _record(0x31, bytes(4)) + _record(0x1E, bytes(4))
        made += _record(0x2C, b"\xff\xff") + _record(0x22 if name == document else 0x21, b"") + _record(0x2B, b"")
    return made + _record(0x10, b"")


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HI", kind, len(data)) + data
