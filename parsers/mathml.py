"""Formulas of a DOCX (`m:oMath`) as one line of text: fractions as 1/2."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from parsers.wordml import M, W

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIMPLE = re.compile(r"[\w.,]*")
_LEFT_OUT = frozenset({f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{M}rPr", f"{M}ctrlPr"})


def text_of_math(element: etree._Element) -> str:
    """The text of a formula or of a part of one."""
    parts: list[str] = []
    for child in element:
        tag = child.tag
        if tag in (f"{M}t", f"{W}t"):
            parts.append(child.text or "")
            continue
        if tag in _LEFT_OUT:
            continue
        write = _WRITERS.get(tag)
        if tag == f"{M}f" and parts and parts[-1][-1:].isdigit():
            parts.append(" ")  # 9 and a half is "9 1/2", not "91/2"
        parts.append(write(child) if write else text_of_math(child))
    return "".join(parts)


def _part(element: etree._Element, name: str) -> str:
    part = element.find(M + name)
    return "" if part is None else text_of_math(part)


def _bracketed(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _fraction(element: etree._Element) -> str:
    return f"{_bracketed(_part(element, 'num'))}/{_bracketed(_part(element, 'den'))}"


def _raised(element: etree._Element) -> str:
    raised = _part(element, "sup")
    return _part(element, "e") + (raised.translate(_SUPERSCRIPTS) if raised.isdecimal() else f"^{_bracketed(raised)}")


def _root(element: etree._Element) -> str:
    return f"√{_bracketed(_part(element, 'e'))}"


def _delimited(element: etree._Element) -> str:
    begin, end = (element.find(f"{M}dPr/{M}{name}") for name in ("begChr", "endChr"))
    inside = ", ".join(text_of_math(part) for part in element.iterchildren(f"{M}e"))
    opening = "(" if begin is None else begin.get(f"{M}val", "")
    closing = ")" if end is None else end.get(f"{M}val", "")
    return f"{opening}{inside}{closing}"


_WRITERS: Mapping[str, Callable[[etree._Element], str]] = {
    f"{M}f": _fraction,
    f"{M}sSup": _raised,
    f"{M}rad": _root,
    f"{M}d": _delimited,
}
