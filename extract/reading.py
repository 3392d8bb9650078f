"""One file -> Document, or the finding that says why not; needs neither the normaliser nor the rules."""

from __future__ import annotations

from collections.abc import Mapping

import parsers
from extract.sources import Source
from parsers.document import Document
from parsers.failures import NoPermission
from parsers.ocr import Ocr
from rules.finding import Finding

UNREADABLE = "unreadable"


def read(source: Source, ocr: Ocr = Ocr.AUTO) -> Document:
    """The document in the file."""
    if source.path.is_dir():  # `sources` hands over a folder only when it could not look inside
        raise NoPermission()
    return parsers.read(source.path, file=source.name, ocr=ocr)


def unreadable_finding(source: Source, reason: str, facts: Mapping[str, str]) -> Finding:
    """The finding that says why a file could not be read, and what to do."""
    return Finding(UNREADABLE, "", None, facts={**facts, "file": source.name}, variant=reason)
