"""Knows a workbook or picture that this program wrote, so that a second run does not take it for a report."""

from __future__ import annotations

import zipfile
from pathlib import Path

MARK = "doisoat"  # written as the creator of a workbook, the software of a picture
PROPERTIES = "docProps/core.xml"
ENOUGH_OF_PICTURE = 256  # bytes; head, palette of few colours, then the mark
ENOUGH = 4096  # bytes; our own properties take less than 1000


def is_our_workbook(path: Path) -> bool:
    """Whether the file is a workbook with our mark."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(PROPERTIES) as properties:
            return f">{MARK}<".encode() in properties.read(ENOUGH)
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return False


def is_our_picture(path: Path) -> bool:
    """Whether the file is a picture with our mark, which stands before what is drawn."""
    try:
        with path.open("rb") as file:
            return f"Software\0{MARK}".encode() in file.read(ENOUGH_OF_PICTURE)
    except OSError:
        return False
