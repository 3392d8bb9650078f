"""HTML from values: whatever comes from a report is escaped, because nothing but `tag` makes markup."""

from __future__ import annotations

import re
from html import escape

VOID = frozenset({"meta", "input", "img", "br", "col"})
# What HTML does not allow in a page even when escaped; a report may hold it.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Markup(str):
    """Text that is HTML already."""


def text(plain: str) -> Markup:
    """Plain text as HTML."""
    return Markup(escape(UNPRINTABLE.sub("\ufffd", plain)))


def tag(name: str, /, *inner: str, **attributes: str | bool | None) -> Markup:
    """An element. Of `inner`, plain text is escaped; an attribute that is None or False is left out.

    Attributes are written as Python allows: `class_`, `data_rule`, `aria_live`.
    """
    start = f"<{name}{''.join(map(_attribute, attributes, attributes.values()))}>"
    return Markup(start if name in VOID else f"{start}{joined(*inner)}</{name}>")


def joined(*parts: str) -> Markup:
    """The parts one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else text(part) for part in parts))


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    key = name.rstrip("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{text(value)}"'
