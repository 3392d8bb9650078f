"""Whether pages are read from their picture: a choice of the user's, made for a whole run."""

from __future__ import annotations

from enum import Enum


class Ocr(Enum):
    """`AUTO`: pages without text that can be read; `NEVER`: none; `ALWAYS`: every page of a PDF."""

    AUTO = "auto"
    NEVER = "never"
    ALWAYS = "always"
