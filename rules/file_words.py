"""What keeps a file from being read, in words: what it really is, the limit that it passes, what to do about it."""

from __future__ import annotations

import errno
import os
import tomllib
from collections.abc import Mapping
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "messages"
_MEGABYTE = 1024 * 1024
_IN_BYTES = {"bytes", "part", "directory", "unpacked"}
_DOCUMENTS = {".docx", ".doc", ".pdf", ".txt"}  # endings with which it surprises that the file is something else


@cache
def _texts(language: str) -> Mapping[str, Any]:
    return tomllib.loads((_FOLDER / f"files.{language}.toml").read_text("utf-8"))


def kind_name(found: str, language: str) -> str:
    """What a kind of file is called: "tài liệu RTF"."""
    return _kind(found, _texts(language))[0]


def file_facts(reason: str, facts: Mapping[str, str], language: str) -> dict[str, str]:
    """What the message on a file needs beside its facts: what the file is, how it is too large, why, what to do."""
    words = _texts(language)
    if reason == "wrong-type":
        return _on_type(facts, words)
    if reason == "too-large":
        return _on_size(facts, words)
    if reason in ("program-missing", "program-failed"):
        return _on_program(facts, words)
    cause = _cause(facts.get("cause", ""), words["causes"])
    return {"why": f" ({cause})" if cause else ""}


def _on_type(facts: Mapping[str, str], words: Mapping[str, Any]) -> dict[str, str]:
    found = facts.get("found", "")
    kind, task = _kind(found, words)
    ending = facts.get("named", "")
    surprises = ending in _DOCUMENTS and ending != f".{found}"
    said = words["words"]["named" if surprises else "plain"]
    return {"kind": said.format(ending=ending, kind=kind), "do": words["do"][task]}


def _kind(found: str, words: Mapping[str, Any]) -> tuple[str, str]:
    """What a kind of file is called, and what to do about it where it is not read."""
    kinds = {name: (called, task) for task, group in words["kinds"].items() for name, called in group.items()}
    return kinds.get(found, (found or kinds["binary"][0], "original"))


def _on_program(facts: Mapping[str, str], words: Mapping[str, Any]) -> dict[str, str]:
    """The program that the file needs: its name, how to get it, or what became of it."""
    name, install = words["programs"].get(facts.get("program", ""), (facts.get("program", ""), ""))
    how = words["how"].get(facts.get("how", ""), words["how"]["died"])
    return {"kind": _kind(facts.get("found", ""), words)[0], "program": name, "install": install, "how": how}


def _on_size(facts: Mapping[str, str], words: Mapping[str, Any]) -> dict[str, str]:
    what = facts.get("what", "")
    problem, task = words["limits"].get(what, words["limits"]["other"])
    sizes = {key: _size(facts.get(key, ""), words["words"], in_bytes=what in _IN_BYTES) for key in ("size", "limit")}
    return {"problem": problem.format(**sizes), "do": words["do"][task]}


def _size(text: str, words: Mapping[str, str], *, in_bytes: bool) -> str:
    """A size as people read it: "200 MB", "2.000", "hơn 250.000"; rounded up, so that it stays above its limit."""
    digits = text.lstrip(">")
    if not digits.isdigit():
        return text
    number = ceil(int(digits) * 10 / _MEGABYTE) / 10 if in_bytes else int(digits)
    marks = {ord(","): words["thousands"], ord("."): words["decimal"]}
    shown = f"{number:,.1f}".removesuffix(".0").translate(marks)
    shown = words["megabytes"].format(size=shown) if in_bytes else shown
    return words["more"].format(size=shown) if text.startswith(">") else shown


def _cause(text: str, causes: Mapping[str, str]) -> str:
    """What the operating system said, in the user's language where we have words for it."""
    known = {os.strerror(getattr(errno, name)): said for name, said in causes.items()}
    return known.get(text, text)
