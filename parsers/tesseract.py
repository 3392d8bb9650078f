"""Tesseract, the program that reads pictures of text: a grey picture in, its words as hOCR out.

It is a guest that may be missing, lack a language, crash, hang or babble. A crash is tried once more; what then is
left is said by `ProgramMissing` (nothing can be read until something is installed) or `ProgramFailed` (this picture).
"""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from parsers.failures import ProgramFailed, ProgramMissing

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

PROGRAM = "tesseract"
SECONDS = 120.0  # for one picture; a full page at 300 dpi takes 2, on a busy machine 10
TRIES = 2
MOST_OUTPUT = 64 * 1024 * 1024  # bytes; a page full of 6-point text has 2
SPARSE, LINES, TURN = 11, 6, 0  # ways to look at a picture: text anywhere; one block of lines; only which way is up
FOUND = "scan"  # what messages call the kind of file

_NO_LANGUAGE = re.compile(rb"Failed loading language '(\w+)'|Error opening data file \S*?(\w+)\.traineddata")
_TURN = re.compile(rb"^Rotate: (\d+)$.*^Orientation confidence: ([\d.]+)$", re.MULTILINE | re.DOTALL)
_SURE_TURN = 2.0  # Tesseract's own measure; upright pages of text have 5 to 30, tables with little text 1 to 4


def words_in(grey: Grey, dpi: float, mode: int = SPARSE, language: str = "vie") -> bytes:
    """The hOCR of the picture, each letter with its box and how sure it is."""
    settings = ("-c", "hocr_char_boxes=1", "hocr")
    return _answer(grey, dpi, ("-l", language, "--psm", str(mode), *settings))


def turn_of(grey: Grey, dpi: float) -> int | None:
    """The quarter turns clockwise that set the picture upright; None where that cannot be told."""
    try:
        found = _TURN.search(_answer(grey, dpi, ("-l", "osd", "--psm", str(TURN))))
    except ProgramFailed:  # too few letters to tell by is an error to Tesseract
        return None
    return None if found is None or float(found[2]) < _SURE_TURN else int(found[1]) // 90 % 4


def _answer(grey: Grey, dpi: float, arguments: tuple[str, ...]) -> bytes:
    command = [PROGRAM, "stdin", "stdout", "--dpi", str(max(round(dpi), 70)), *arguments]
    height, width = grey.shape
    picture = b"P5 %d %d 255\n" % (width, height) + grey.tobytes()
    # Its threads spend three times the processor's time for a fifth less of the clock's; pages go side by side instead.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    for left in reversed(range(TRIES)):
        try:
            run = subprocess.run(
                command, input=picture, capture_output=True, timeout=SECONDS, env=environment, check=False
            )
        except FileNotFoundError:
            raise ProgramMissing(program=PROGRAM, found=FOUND) from None
        except PermissionError as error:
            raise ProgramFailed(program=PROGRAM, found=FOUND, how="died") from error
        except subprocess.TimeoutExpired:
            raise ProgramFailed(program=PROGRAM, found=FOUND, how="slow") from None
        if missing := _NO_LANGUAGE.search(run.stderr[:10_000]):
            name = (missing[1] or missing[2]).decode()
            raise ProgramMissing(program=f"{PROGRAM}-{name}", found=FOUND)
        if run.returncode == 0 and len(run.stdout) <= MOST_OUTPUT:
            return run.stdout
        if run.returncode > 0 or not left:
            break
    raise ProgramFailed(program=PROGRAM, found=FOUND, how="died" if run.returncode else "garbage")
