"""PDF, DOCX and old formats by LibreOffice: one start for many files, in a profile of its own."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

BATCH = 60  # files a start: the command line stays short, a crash costs little
FILTERS = {
    "pdf": "pdf", "docx": "docx:MS Word 2007 XML", "doc": "doc:MS Word 97", "odt": "odt", "rtf": "rtf",
    "html": "html:HTML (StarWriter)",
}  # fmt: skip


def converted(files: Sequence[Path], folder: Path, suffix: str) -> None:
    """Converts DOCX files to files of the same names in `folder`, which must be another than theirs for DOCX."""
    if not files:
        return
    with tempfile.TemporaryDirectory(prefix="corpus-office-") as profile:
        for start in range(0, len(files), BATCH):
            batch = files[start : start + BATCH]
            subprocess.run(
                [
                    "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", FILTERS[suffix],
                    "--outdir", str(folder), *map(str, batch),
                ],
                check=True, capture_output=True, timeout=60 + 10 * len(batch),
            )  # fmt: skip
            missing = [file.name for file in batch if not (folder / f"{file.stem}.{suffix}").exists()]
            if missing:
                raise RuntimeError(f"LibreOffice made no {suffix.upper()} of {', '.join(missing)}")
