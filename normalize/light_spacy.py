"""spaCy's matcher without what only its command line needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NamedTuple

from parsers.collecting import collecting_paused


class Matching(NamedTuple):
    """The classes of spaCy that the rules use."""

    vocab: Any
    doc: Any
    matcher: Any


def load_matching() -> Matching:
    """The classes, imported once; the first call costs most of a second."""
    with collecting_paused(), _without_command_line():
        from spacy.matcher import Matcher
        from spacy.tokens import Doc
        from spacy.vocab import Vocab
    return Matching(Vocab(), Doc, Matcher)


# `import spacy` also imports its command line (downloads, project templates: requests, httpx, typer, jinja2), and by
# way of its config checker the whole of the old pydantic: together a third of its time, measured with -X importtime
# on spaCy 3.8.18. Neither is asked for by the matcher.
_STAND_INS = ("spacy.cli", "spacy.cli.info")
_OPTIONAL = ("pydantic.v1",)


@contextmanager
def _without_command_line() -> Iterator[None]:
    """While it lasts, an empty command line stands in and the optional old pydantic counts as not installed."""
    if "spacy" in sys.modules:
        yield
        return
    put: list[str] = []
    for name in _STAND_INS:
        if name not in sys.modules:
            sys.modules[name] = _empty(name)
            put.append(name)
    for name in _OPTIONAL:
        if name not in sys.modules:
            sys.modules[name] = None  # type: ignore[assignment]  # the import system's own way to say "not there"
            put.append(name)
    try:
        yield
    finally:
        for name in put:
            sys.modules.pop(name, None)


def _empty(name: str) -> ModuleType:
    module = ModuleType(name)
    module.__path__ = []
    module.info = None  # type: ignore[attr-defined]
    return module
