"""PDF by LibreOffice: one start for many files, in a profile of its own."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

BATCH = 60  # files a start: the command line stays short, a crash costs little


def to_pdf(files: Sequence[Path], folder: Path) -> None:
    """Converts DOCX files to PDFs of the same names in `folder`."""
    with tempfile.TemporaryDirectory(prefix="corpus-office-") as profile:
        for start in range(0, len(files), BATCH):
            batch = files[start : start + BATCH]
            subprocess.run(
                [
                    "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf",
                    "--outdir", str(folder), *map(str, batch),
                ],
                check=True, capture_output=True, timeout=60 + 10 * len(batch),
            )  # fmt: skip
            missing = [file.name for file in batch if not (folder / f"{file.stem}.pdf").exists()]
            if missing:
                raise RuntimeError(f"LibreOffice made no PDF of {', '.join(missing)}")
