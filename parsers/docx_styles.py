"""What styles say of text where it matters for reading: the font that draws it, whether it is hidden, its list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from parsers.wordml import VAL, W, number, switched, value

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARAGRAPH = "paragraph"
_LONGEST_CHAIN = 50  # styles based on one another; Word allows 11


class Look(NamedTuple):
    """How a run is shown: the font of its letters beyond ASCII ("" unknown), whether it is hidden, its own style."""

    font: str = ""
    hidden: bool = False
    style: str | None = None


class Listed(NamedTuple):
    """The list that a paragraph stands in; a level of None: the one that its style is linked to."""

    list_id: str
    level: int | None


class _Own(NamedTuple):
    """What one element says itself; None: nothing."""

    font: str | None = None
    hidden: bool | None = None
    list_id: str | None = None
    level: int | None = None


class Styles:
    """The styles of a document; without a root (no part, or a damaged one) nothing is known of any style."""

    def __init__(self, root: etree._Element | None, theme_fonts: Mapping[str, str] | None = None) -> None:
        self._theme_fonts = theme_fonts or {}
        self._elements: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._known: dict[str | None, _Own] = {}
        self._looks: dict[tuple[object, ...], Look] = {}  # by style, and names and attributes of the run's properties
        self._defaults = _Own()
        if root is not None:
            self._take_in(root)

    def _take_in(self, root: etree._Element) -> None:
        for style in root.iterchildren(f"{W}style"):
            style_id = style.get(f"{W}styleId", "")
            self._elements[style_id] = style
            if style.get(f"{W}type") == _PARAGRAPH and style.get(f"{W}default") in ("1", "true", "on"):
                self._default = style_id
        self._defaults = self._own(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def listed(self, style: str | None) -> Listed | None:
        """The list that paragraphs of a style stand in."""
        found = self._all(style or self._default)
        return Listed(found.list_id, found.level) if found.list_id else None

    def list_of(self, style: str) -> str | None:
        """The list that a numbering style refers to."""
        return self._all(style).list_id

    def is_prompt(self, style: str | None) -> bool:
        """Whether a style is the one for prompts; its id is translated with Word's language, its name is not."""
        element = self._elements.get(style or "")
        name = style if element is None else value(element, "name")
        return (name or "").replace(" ", "").lower() == "placeholdertext"

    def look(self, style: str | None, run: etree._Element | None) -> Look:
        """How a run with the properties `run` (`w:rPr`) is shown in a paragraph of a style."""
        key = (style, *[(item.tag, *item.items()) for item in run]) if run is not None else (style,)
        if key not in self._looks:
            self._looks[key] = self._look(style, run)
        return self._looks[key]

    def _look(self, style: str | None, run: etree._Element | None) -> Look:
        own = self._own(run)
        named = value(run, "rStyle") if run is not None else None
        by_run = self._all(named)
        by_paragraph = self._all(style or self._default)
        chain = (own, by_run, by_paragraph, self._defaults)
        font = next((part.font for part in chain if part.font), "")
        return Look(font, next((part.hidden for part in chain if part.hidden is not None), False), named)

    def _all(self, style: str | None) -> _Own:
        """What a style says, with what it is based on; styles based on each other in a circle end where it closes."""
        if style is None:
            return _Own()
        if style in self._known:
            return self._known[style]
        chain: list[str] = []
        at: str | None = style
        while at is not None and at in self._elements and at not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(at)
            at = value(self._elements[at], "basedOn")
        merged = _Own()
        for style_id in reversed(chain):
            merged = _over(self._said_by(self._elements[style_id]), merged)
        self._known[style] = merged
        return merged

    def _said_by(self, style: etree._Element) -> _Own:
        own = self._own(style.find(f"{W}rPr"))
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is None:
            return own
        level = value(numbered, "ilvl")
        return own._replace(list_id=value(numbered, "numId"), level=None if level is None else number(level))

    def _own(self, properties: etree._Element | None) -> _Own:
        if properties is None:
            return _Own()
        fonts = properties.find(f"{W}rFonts")
        return _Own(None if fonts is None else self._font(fonts), switched(properties, "vanish"))

    def _font(self, fonts: etree._Element) -> str | None:
        theme = fonts.get(f"{W}hAnsiTheme") or (None if fonts.get(f"{W}hAnsi") else fonts.get(f"{W}asciiTheme"))
        if theme:  # a theme font goes before a font by name
            return self._theme_fonts.get(theme[:5])
        return fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")


def _over(upper: _Own, lower: _Own) -> _Own:
    said = {name: own for name, own in upper._asdict().items() if own is not None}
    return lower._replace(**said)


def theme_fonts_of(root: etree._Element) -> dict[str, str]:
    """The Latin fonts of a theme: `minor` for text, `major` for headings."""
    fonts = {}
    for kind in ("minor", "major"):
        latin = root.find(f".//{_DRAWING}{kind}Font/{_DRAWING}latin")
        if latin is not None and latin.get("typeface"):
            fonts[kind] = latin.get("typeface", "")
    return fonts


def listed_directly(properties: etree._Element) -> Listed | None:
    """The list that a paragraph's own `w:numPr` names; a `list_id` of "" where it only gives a level."""
    list_id, level = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
    if list_id is None and level is None:
        return None
    depth = None if level is None else number(level.get(VAL))
    return Listed("" if list_id is None else list_id.get(VAL, ""), depth)
