"""The lists that `numbering.xml` defines; each is read when a paragraph first asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from parsers.numbering import LEVELS, Definition, Level
from parsers.wordml import ALTERNATE, MC, VAL, W, number, switched, value

_LONGEST_PATTERN = 100  # characters of a label
_PADDED = re.compile(r"0{1,9}1\b")  # a custom format: "001, 002, 003, ..."


class Lists:
    """The lists of a document; `list_of_style` gives the list that a numbering style refers to."""

    def __init__(self, root: etree._Element, list_of_style: Callable[[str], str | None]) -> None:
        self._abstracts = {item.get(f"{W}abstractNumId", ""): item for item in root.iterchildren(f"{W}abstractNum")}
        self._instances = {item.get(f"{W}numId", ""): item for item in root.iterchildren(f"{W}num")}
        self._list_of_style = list_of_style
        self._levels: dict[str, dict[int, Level]] = {}
        self._known: dict[str, Definition | None] = {}

    def definition_of(self, list_id: str) -> Definition | None:
        """A list by its id; None where there is none."""
        if list_id not in self._known:
            self._known[list_id] = self._read(list_id)
        return self._known[list_id]

    def _read(self, list_id: str) -> Definition | None:
        instance = self._instances.get(list_id)
        abstract = self._abstract_of(instance) if instance is not None else ""
        if instance is None or abstract not in self._abstracts:
            return None
        if abstract not in self._levels:
            self._levels[abstract] = _levels_of(self._abstracts[abstract])
        levels, starts = self._levels[abstract], {}
        for override in instance.iterchildren(f"{W}lvlOverride"):
            depth = number(override.get(f"{W}ilvl"))
            levels = levels | _levels_of(override)
            start = value(override, "startOverride")
            if start is not None:
                starts[depth] = number(start, 1)
        return Definition(abstract, levels, starts)

    def _abstract_of(self, instance: etree._Element) -> str:
        """The id of the abstract list behind an instance, through a numbering style where it names one (once)."""
        own = value(instance, "abstractNumId") or ""
        element = self._abstracts.get(own)
        style = None if element is None else value(element, "numStyleLink")
        linked = self._instances.get(self._list_of_style(style) or "") if style else None
        target = own if linked is None else value(linked, "abstractNumId") or ""
        return target if target in self._abstracts else own


def _levels_of(parent: etree._Element) -> dict[int, Level]:
    levels = {number(item.get(f"{W}ilvl")): level_of(item) for item in parent.iterchildren(f"{W}lvl")}
    return {depth: level for depth, level in levels.items() if 0 <= depth < LEVELS}


def level_of(element: etree._Element) -> Level:
    """A `w:lvl` as a Level."""
    format_, width = _format_of(element)
    restart = value(element, "lvlRestart")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    return Level(
        start=number(value(element, "start"), 0),
        format=format_,
        pattern=(value(element, "lvlText") or "")[:_LONGEST_PATTERN],
        suffix="" if value(element, "suff") == "nothing" else " ",
        restart=None if restart is None else number(restart),
        legal=bool(switched(element, "isLgl")),
        font="" if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii") or "",
        style=value(element, "pStyle") or "",
        width=width,
    )


def _format_of(element: etree._Element) -> tuple[str, int]:
    """The number format and, for a custom one, its digits."""
    format_ = element.find(f"{W}numFmt")
    if format_ is None:
        format_ = element.find(f"{ALTERNATE}/{MC}Choice/{W}numFmt")
    if format_ is None:
        return "decimal", 0
    custom = _PADDED.match(format_.get(f"{W}format", ""))
    return format_.get(VAL, "decimal"), len(custom[0]) if custom else 0
