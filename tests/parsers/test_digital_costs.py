"""Digital files do not pay for what scans and old files need: nothing of it is even imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "corpus" / "samples"
DEAR = {
    "cv2", "numpy", "PIL", "pi_heif", "parsers.scanned", "parsers.tesseract", "parsers.raster.cleaning",
    "parsers.office", "parsers.mail",
}  # fmt: skip
READ = "import sys, pathlib, parsers; parsers.read(pathlib.Path(sys.argv[1])); print(*sys.modules)"


@pytest.mark.parametrize("suffix", ["pdf", "docx", "txt"])
def test_a_digital_report_needs_nothing_of_pictures_and_old_files(suffix: str) -> None:
    command = [sys.executable, "-c", READ, str(SAMPLES / f"bao-cao-gdtx.{suffix}")]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert DEAR & set(run.stdout.split()) == set()
