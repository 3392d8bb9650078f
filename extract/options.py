"""What the user asked for: frozen, with every default in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extract.texts import DEFAULT_LANGUAGE
from parsers.ocr import Ocr

DEFAULT_CRITERIA = "4725-2022"  # where a report does not show which set it follows


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one run. `jobs` 0 means as many as there are cores; `criteria` None: recognised from each report.

    `name` is the rule of `doisoat rules NAME` or the set of `doisoat criteria ID`. `pictures` and `debug` are folders.
    """

    paths: tuple[Path, ...] = ()
    name: str | None = None
    outputs: tuple[Path, ...] = ()
    criteria: str | None = None
    lang: str = DEFAULT_LANGUAGE
    jobs: int = 0
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    mask_personal_data: bool = False
    quiet: bool = False
    exit_zero: bool = False
    ocr: Ocr = Ocr.AUTO
    pictures: Path | None = None
    debug: Path | None = None
