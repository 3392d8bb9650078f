"""Writes binary workbooks (XLSB), as small as a test needs them.

Source: Microsoft's open specification [MS-XLSB] (records of a workbook and of a sheet).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tests.parsers.sheet_kit import LINKS, PACKAGE
from tests.parsers.wordfiles import zipped

_BOOK, _BOOK_END, _SHEETS, _SHEETS_END, _SHEET_NAMED, _RECKONING = 131, 132, 143, 144, 156, 157
_SHEET, _SHEET_END, _EXTENT, _DATA, _DATA_END, _ROW, _REAL, _STRING = 129, 130, 148, 145, 146, 0, 5, 6


def xlsb(rows: Sequence[Sequence[str | float]], **parts: str | bytes) -> bytes:
    """A workbook of one sheet; `parts` are added as they are."""
    named = _record(_SHEET_NAMED, struct.pack("<II", 0, 1) + _wide("r1") + _wide("Bảng điểm"))
    book = _record(_BOOK) + _record(_SHEETS) + named + _record(_SHEETS_END) + _record(_RECKONING, bytes(26))
    links = f'<Relationship Id="r1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.bin"/>'
    main = f'<Relationship Id="a" Type="{LINKS}/officeDocument" Target="xl/workbook.bin"/>'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f"<Relationships {PACKAGE}>{main}</Relationships>",
        "xl/workbook.bin": book + _record(_BOOK_END),
        "xl/_rels/workbook.bin.rels": f"<Relationships {PACKAGE}>{links}</Relationships>",
        "xl/worksheets/sheet1.bin": _sheet(rows),
    }
    return zipped(files | parts)


def _sheet(rows: Sequence[Sequence[str | float]]) -> bytes:
    extent = struct.pack("<4I", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    made = _record(_SHEET) + _record(_EXTENT, extent) + _record(_DATA)
    for number, row in enumerate(rows):
        made += _record(_ROW, struct.pack("<I", number) + bytes(13))
        for column, value in enumerate(row):
            at = struct.pack("<II", column, 0)
            text = isinstance(value, str)
            made += _record(_STRING, at + _wide(value)) if text else _record(_REAL, at + struct.pack("<d", value))
    return made + _record(_DATA_END) + _record(_SHEET_END)


def _wide(text: object) -> bytes:
    raw = str(text).encode("utf-16-le")
    return struct.pack("<I", len(raw) // 2) + raw


def _record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(data)
    while size > 127:
        head += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + bytes([size]) + data
