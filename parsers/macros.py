"""Whether a document brings macros: told from its bytes, for nothing of them is ever read or run."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parsers.formats import entry_named, has_stream

_PARTS: Mapping[str, bytes] = {
    "docx": b"word/vbaProject.bin",
    "xlsx": b"xl/vbaProject.bin",
    "xlsb": b"xl/vbaProject.bin",
}
_STREAM = "_VBA_PROJECT"  # in old Office files
# LibreOffice writes the lists of its libraries (script-lb, script-lc) where there is no macro too.
_MODULE = re.compile(rb"PK\x01\x02.{42}(?:Basic/[^/]{1,80}/(?!script-l[bc]\.xml)|Scripts/\w{1,20}/)", re.DOTALL)
_WRITTEN: Mapping[str, bytes] = {"fodt": b":source-code", "wordml": b'macrosPresent="yes"'}


def holds_macros(data: bytes, kind: str) -> bool:
    """Whether a document of this kind has macros in it."""
    if kind in _PARTS:
        return entry_named(data, _PARTS[kind])
    if kind in ("doc", "xls"):
        return has_stream(data, _STREAM)
    if kind in ("odt", "ods"):
        return _MODULE.search(data) is not None
    return kind in _WRITTEN and _WRITTEN[kind] in data
