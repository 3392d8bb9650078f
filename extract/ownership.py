"""Knows a workbook that this program wrote, so that a second run does not take it for a report."""

from __future__ import annotations

import zipfile
from pathlib import Path

MARK = "doisoat"  # written as the creator of the workbook
PROPERTIES = "docProps/core.xml"
ENOUGH = 4096  # bytes; our own properties take less than 1000


def is_our_workbook(path: Path) -> bool:
    """Whether the file is a workbook with our mark."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(PROPERTIES) as properties:
            return f">{MARK}<".encode() in properties.read(ENOUGH)
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return False
