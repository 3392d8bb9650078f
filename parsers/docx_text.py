"""The text of a DOCX story (body, header, footnote …), walked once: paragraphs as strings, tables as grids.

Read as a person sees it with all changes accepted: deleted and hidden text, field codes and prompts are left out,
automatic numbers stand at the beginning of their paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from lxml import etree

from parsers.docx_objects import boxes_in, form_text
from parsers.docx_plain import BLANKS, plain_text
from parsers.docx_styles import Listed, Styles, listed_directly
from parsers.docx_tables import Content, grid_of
from parsers.encoding import tidy, unicode_of
from parsers.mathml import text_of_math
from parsers.numbering import Numbering
from parsers.symbols import drawn, is_symbol_font
from parsers.wordml import (
    ALTERNATE,
    PLAIN,
    PLAIN_CELL,
    SDT,
    VAL,
    WRAPPERS,
    M,
    W,
    chosen,
    flattened,
    switched,
)

_P, _TBL, _PPR, _RPR, _PSTYLE, _NUMPR = (W + name for name in ("p", "tbl", "pPr", "rPr", "pStyle", "numPr"))
_R, _T = f"{W}r", f"{W}t"
_FLDCHAR = f"{W}fldChar"
_BLOCKS = frozenset({_P, _TBL, PLAIN})
_GONE_MARKS = frozenset(W + name for name in ("del", "moveFrom"))
_CODE = re.compile(r"0*[2-9A-Fa-f][0-9A-Fa-f]|0*[1-9A-Fa-f][0-9A-Fa-f]{2,3}")  # beyond the control characters
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\xad",  # so do some programs write what TCVN3 fonts draw as "ư"; elsewhere it is invisible
}
_LONGEST_CODE = 500  # characters of a field's code that are looked at
_EQ_FRACTION = re.compile(r"\beq\s*\\f\s*\(\s*([^;,()]+?)\s*[;,]\s*([^;,()]+?)\s*\)", re.IGNORECASE)


class Sources(NamedTuple):
    """What the walk asks beside the text itself.

    `looks`: some text may be hidden or in a font that is not Unicode, `styled`: by its style.
    """

    styles: Styles
    numbering: Numbering
    looks: bool
    styled: bool


class _Line:
    """A paragraph being read."""

    style: str | None = None
    listed: Listed | None = None  # the list that the paragraph itself names
    gone = False  # its mark is deleted or hidden: the next paragraph goes on with its text
    boxes: Content | None = None  # what text boxes anchored here hold
    fields: list[bool] | None = None  # open fields, outermost first: True while their code is being read
    muted = 0  # how many fields' code is being read
    code = ""
    fonts: list[str]  # the font of each piece, where looks matter

    def __init__(self) -> None:
        self.pieces: list[str] = []


class Walk:
    """One walk over the stories of a document, in order: lists count through all of them."""

    def __init__(self, sources: Sources) -> None:
        self.notes: list[tuple[str, str]] = []  # notes referred to, in order: `footnote` or `endnote`, and the id
        self._sources = sources
        self._numbered = bool(sources.numbering)
        self._all_listed = self._numbered and sources.styles.listed(None) is not None
        self._mostly_plain = not sources.looks and not self._all_listed
        self._line = _Line()
        self._font = ""
        self._handlers: dict[str, Callable[[etree._Element], None]] = {
            **dict.fromkeys(_SIGNS, self._sign),
            **dict.fromkeys((W + name for name in ("drawing", "pict", "object")), self._drawing),
            **dict.fromkeys((W + name for name in ("footnoteReference", "endnoteReference")), self._note),
            **dict.fromkeys(WRAPPERS | {SDT, f"{W}ruby", f"{W}rubyBase"}, self._inlines),
            **dict.fromkeys((f"{M}oMath", f"{M}oMathPara"), self._math),
            _R: self._run if sources.looks else self._inlines,
            _T: self._text,
            _PPR: self._properties,
            f"{W}sym": self._symbol,
            f"{W}instrText": self._instruction,
            _FLDCHAR: self._field,
            ALTERNATE: self._alternate,
        }

    def content_of(self, container: etree._Element) -> Content:
        """The paragraphs and tables that `container` (a body, cell, text box, note …) holds, in order."""
        if container.tag == PLAIN_CELL:
            return [plain_text(container.text or "")]
        content: Content = []
        carried = ""  # text of a paragraph whose mark is deleted: the next paragraph goes on with it
        for element in flattened(container, _BLOCKS):
            tag = element.tag
            if tag == PLAIN:
                content.append(carried + plain_text(element.text or ""))
                carried = ""
                continue
            if tag == _P:
                carried = self._add_paragraph(element, content, carried)
                continue
            if carried:
                content.append(carried)
            content.append(grid_of(element, self.content_of))
            carried = ""
        if carried:
            content.append(carried)
        return content

    def _add_paragraph(self, element: etree._Element, content: Content, carried: str) -> str:
        """Append a paragraph and what its text boxes hold; returns its text instead where its mark is deleted."""
        plain = self._plain_text(element) if self._mostly_plain else None
        if plain is not None:
            content.append(carried + plain)
            return ""
        outer, line = self._line, _Line()
        if self._sources.looks:
            line.fonts = []
        self._line = line
        self._inlines(element)
        self._line = outer
        text = self._finished(line)
        known = line.listed or line.style or self._all_listed
        if self._numbered and known and not carried and (text or not line.gone):
            text = self._labelled(text, line.style, line.listed)
        if carried:
            text = carried + text
        if line.boxes or line.gone:
            return self._add_special(line, text, content)
        content.append(text)
        return ""

    def _plain_text(self, element: etree._Element) -> str | None:
        """The text of a paragraph that has nothing but runs of text; None for any other."""
        pieces = []
        for run in element:
            if run.tag != _R:
                return None
            for child in run:
                if child.tag == _T:
                    pieces.append(child.text or "")
                elif child.tag != _RPR:
                    return None
        return plain_text("".join(pieces))

    def _add_special(self, line: _Line, text: str, content: Content) -> str:
        if not line.gone:
            content.append(text)
        content.extend(line.boxes or ())
        return text if line.gone else ""

    def _properties(self, properties: etree._Element) -> None:
        line = self._line
        for item in properties:
            tag = item.tag
            if tag == _PSTYLE:
                line.style = item.get(VAL)
            elif tag == _NUMPR:
                line.listed = listed_directly(item)
            elif tag == _RPR:
                line.gone = any(mark.tag in _GONE_MARKS for mark in item) or switched(item, "vanish") is True

    def _labelled(self, text: str, style: str | None, listed: Listed | None) -> str:
        """`text` after the paragraph's automatic number, if it has one."""
        if listed is None or not listed.list_id:
            by_style = self._sources.styles.listed(style)
            if by_style is None:
                return text
            listed = by_style if listed is None else Listed(by_style.list_id, listed.level)
        label = self._sources.numbering.label(listed.list_id, listed.level, style)
        if not text:
            return "" if label == "- " else label.rstrip()  # an empty item shows its number; a lone dash says nothing
        return label + text

    def _finished(self, line: _Line) -> str:
        if not self._sources.looks:
            return tidy("".join(line.pieces)).strip(" \t")
        runs = groupby(zip(line.fonts, line.pieces, strict=True), key=itemgetter(0))
        return tidy("".join(_shown("".join(piece for _, piece in run), font) for font, run in runs)).strip(" \t")

    def _inlines(self, parent: Iterable[etree._Element]) -> None:
        handlers = self._handlers
        for child in parent:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child)

    def _run(self, run: etree._Element) -> None:
        properties = run.find(_RPR)
        look = self._sources.styles.look(self._line.style, properties)
        if look.hidden or (look.style is not None and self._is_prompt(run, look.style)):
            for field in run.iterchildren(_FLDCHAR):
                self._field(field)
            return
        self._font = look.font
        self._inlines(run)

    def _is_prompt(self, run: etree._Element, style: str) -> bool:
        """Whether a run is the prompt ("Click here to enter text") of a content control that nobody filled in."""
        if not self._sources.styles.is_prompt(style):
            return False
        return any(control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for control in run.iterancestors(SDT))

    def _emit(self, text: str) -> None:
        line = self._line
        if not line.muted:
            line.pieces.append(text)
            if self._sources.looks:
                line.fonts.append(self._font)

    def _text(self, element: etree._Element) -> None:
        text = element.text
        if text:
            self._emit(text.translate(BLANKS) if "\n" in text or "\t" in text else text)

    def _sign(self, element: etree._Element) -> None:
        self._emit(_SIGNS[element.tag])

    def _symbol(self, element: etree._Element) -> None:
        code = element.get(f"{W}char", "")
        if not _CODE.fullmatch(code) or 0xD800 <= int(code, 16) <= 0xDFFF:
            return
        outer, self._font = self._font, ""
        self._emit(drawn(chr(int(code, 16)), element.get(f"{W}font", "")))
        self._font = outer

    def _math(self, element: etree._Element) -> None:
        text = text_of_math(element)
        before = self._line.pieces[-1:]
        if before and before[0][-1:].isdigit() and text[:1].isdigit():
            text = f" {text}"  # 9 and a half is "9 1/2"
        self._emit(text)

    def _note(self, element: etree._Element) -> None:
        kind = "footnote" if element.tag == f"{W}footnoteReference" else "endnote"
        self.notes.append((kind, element.get(f"{W}id", "")))

    def _alternate(self, element: etree._Element) -> None:
        self._inlines(chosen(element))

    def _drawing(self, element: etree._Element) -> None:
        for box in boxes_in(element):
            content = self.content_of(box)
            line = self._line
            line.boxes = [*line.boxes, *content] if line.boxes else content

    def _instruction(self, element: etree._Element) -> None:
        if len(self._line.code) < _LONGEST_CODE:
            self._line.code += element.text or ""

    def _field(self, element: etree._Element) -> None:
        """Follow a field from code to result: only the result is shown, or what a form's box or list has."""
        line, kind = self._line, element.get(f"{W}fldCharType")
        if kind == "begin":
            self._emit(form_text(element))
            line.fields = line.fields or []
            line.fields.append(True)
            line.muted += 1
            line.code = ""
        elif kind == "separate" and line.fields and line.fields[-1]:
            line.fields[-1] = False
            line.muted -= 1
        elif kind == "end" and line.fields and line.fields.pop():
            line.muted -= 1
            fraction = _EQ_FRACTION.search(line.code)
            if fraction:
                self._emit(f"{fraction[1]}/{fraction[2]}")


def _shown(text: str, font: str) -> str:
    return drawn(text, font) if is_symbol_font(font) else unicode_of(text, font)
