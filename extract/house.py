"""Checks that the program's packages come from one folder: their names are common words."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("parsers", "normalize", "rules", "extract")
FOLDER = Path(__file__).resolve().parent.parent


def strays() -> list[str]:
    """Packages that Python would take from elsewhere than beside this one, or not find at all."""
    return [name for name in PACKAGES if folder_of(name) != FOLDER]


def folder_of(package: str) -> Path | None:
    """The folder that Python would import the package from."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).resolve().parent.parent
