"""Names of WordprocessingML elements, and how their attributes are read: leniently, since many programs write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = f"{W}val"

MAX_INDENT = 1000  # columns that one cell may span or skip: Word has 63, LibreOffice some hundreds

_NUMBER = re.compile(r"\s*[+-]?[0-9]{1,9}\s*", re.ASCII)
_OFF = frozenset({"0", "false", "off", "none"})

# Elements that only wrap others; what they hold is read as if they were not there.
WRAPPERS = frozenset(
    W + name
    for name in ("customXml", "smartTag", "ins", "moveTo", "dir", "bdo", "hyperlink", "fldSimple", "sdtContent")
)
SDT = f"{W}sdt"
ALTERNATE = f"{MC}AlternateContent"
PLAIN, PLAIN_CELL = f"{W}plain", f"{W}plainCell"  # what `docx_plain` makes of a paragraph and a cell: text, never none


def value(parent: etree._Element, name: str) -> str | None:
    """The `w:val` of the child `name`; None where there is no such child or value."""
    child = parent.find(W + name)
    return None if child is None else child.get(VAL)


def switched(parent: etree._Element | None, name: str) -> bool | None:
    """What an on/off child says: None where it is absent, True where it stands without a value."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL, "1") not in _OFF


def number(text: str | None, default: int = 0) -> int:
    """A whole number as attributes hold it; `default` for anything else."""
    return int(text) if text is not None and _NUMBER.fullmatch(text) else default


def count(text: str | None, default: int) -> int:
    """A number of grid columns, kept within what any table has."""
    return min(max(number(text, default), default), MAX_INDENT)


def chosen(alternate: etree._Element) -> Iterator[etree._Element]:
    """The one branch of an `mc:AlternateContent` that is read: the first with text, else the first at all."""
    branches = [branch for branch in alternate if branch.tag in (f"{MC}Choice", f"{MC}Fallback")]
    with_text = (branch for branch in branches if next(branch.iter(*_TEXTS), None) is not None)
    branch = next(with_text, branches[0] if branches else None)
    if branch is not None:
        yield from branch


def flattened(parent: etree._Element, wanted: frozenset[str]) -> list[etree._Element]:
    """The children of `parent` with a wanted name, also those inside content controls and other wrappers."""
    found = []
    for child in chosen(parent) if parent.tag == ALTERNATE else parent:
        tag = child.tag
        if tag in wanted:
            found.append(child)
        elif tag in _TRANSPARENT:
            found.extend(flattened(child, wanted))
    return found


_TRANSPARENT = WRAPPERS | {SDT, ALTERNATE}
_TEXTS = (f"{W}t", f"{M}t", PLAIN, PLAIN_CELL)
