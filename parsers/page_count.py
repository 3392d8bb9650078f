"""How many pages a file has that may be pictures, before any of them is read."""

from __future__ import annotations

import io
from pathlib import Path

FEW_BYTES = 1024 * 1024  # a smaller file has not so many pages of pictures that it would matter
HEAD = 1024  # bytes within which a PDF says that it is one
_TIFF = (b"II*\0", b"MM\0*")


def count_pictured(path: Path) -> int:
    """The pages of a PDF or a TIFF; 0 for other kinds, small files, and what cannot be opened."""
    try:
        if path.stat().st_size < FEW_BYTES:
            return 0
        with path.open("rb") as file:
            head = file.read(HEAD)
            if b"%PDF-" in head:
                return _of_pdf(head + file.read())
            return _of_tiff(head + file.read()) if head.startswith(_TIFF) else 0
    except OSError:
        return 0


def _of_pdf(data: bytes) -> int:
    from parsers.failures import Unreadable
    from parsers.pdfium import count_pages, opened

    try:
        with opened(data) as document:
            return count_pages(document)
    except Unreadable:  # the reader says why
        return 0


def _of_tiff(data: bytes) -> int:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            return int(getattr(image, "n_frames", 1))
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, Image.DecompressionBombError):
        return 0
