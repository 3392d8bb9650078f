"""The program's own sentences, by key and language (`messages/*.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"
FOLDER = Path(__file__).parent / "messages"


@cache
def catalogue(lang: str) -> dict[str, Any]:
    """All sentences of a language, as tables of the file."""
    with (FOLDER / f"{lang}.toml").open("rb") as file:
        return tomllib.load(file)


def say(lang: str, key: str, /, **facts: object) -> str:
    """The sentence `key` (dotted: `summary.found`) with its facts filled in."""
    found: Any = catalogue(lang)
    for part in key.split("."):
        found = found[part]
    return str(found).format(**facts)


def knows(lang: str, key: str) -> bool:
    """Whether the language has such a sentence."""
    found: Any = catalogue(lang)
    for part in key.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return isinstance(found, str)
