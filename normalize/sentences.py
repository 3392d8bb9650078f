"""The sentences of a line, and where one begins and ends in a folded text."""

from __future__ import annotations

import re

FEWEST_WORDS = 2  # before a full stop that ends a sentence: "II." and "TP." end none
_STOP = re.compile(r"(?<=[\w)\"”%][.!?…])\s+(?=[^\W\d_])")
# "TP.", "TT.": not a Roman number, which may end a sentence.
_ABBREVIATION = re.compile(r"(?<!\w)(?![IVX]+\.)[A-ZĐ]{1,3}\.$")


def sentences_of(line: str) -> list[str]:
    """The line cut behind full stops that end a sentence; those of numbers, labels and abbreviations do not."""
    found: list[str] = []
    start = 0
    for stop in _STOP.finditer(line):
        said = line[start : stop.start()]
        if line[stop.end()].isupper() and len(said.split()) > FEWEST_WORDS and not _ABBREVIATION.search(said):
            found.append(said)
            start = stop.end()
    return [*found, line[start:]]


_END = re.compile(r"\n|\.\s|[!?]")


def sentence_around(plain: str, at: int) -> tuple[int, int]:
    """Where the sentence of a folded text begins and ends that `at` lies in; its closing mark is left out."""
    start = max((mark.end() for mark in _END.finditer(plain, 0, at)), default=0)
    close = _END.search(plain, at)
    return start, close.start() if close else len(plain)
