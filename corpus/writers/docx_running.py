"""Heads and feet of a DOCX's pages."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from corpus.paper import Running
from corpus.spelling import lettered
from corpus.writers.docx_body import W, runs_xml

FIELDS = {"{n}": "PAGE", "{all}": "NUMPAGES"}


def put_running(section: Any, running: Running, letters: str) -> None:
    """Gives a section of python-docx its own head and foot, in the paper's letters."""
    above = [running.head, running.number if running.number_above else ""]
    below = [running.foot, "" if running.number_above else running.number]
    for part, texts in ((section.header, above), (section.footer, below)):
        part.is_linked_to_previous = False
        paragraph = part.paragraphs[0]._p
        if any(texts):
            paragraph.append(parse_xml(f'<w:pPr {W}><w:jc w:val="{running.align}"/></w:pPr>'))
        runs = "<w:r><w:tab/></w:r>".join(_with_fields(lettered(text, letters), letters) for text in texts if text)
        for element in parse_xml(f"<w:p {W}>{runs}</w:p>"):
            paragraph.append(element)


def _with_fields(text: str, letters: str) -> str:
    """The text in runs, its fields as fields."""
    return "".join(
        field_xml(FIELDS[part], "1") if part in FIELDS else runs_xml(part, letters)
        for part in re.split(r"(\{n\}|\{all\})", text)
        if part
    )


def field_xml(code: str, shown: str) -> str:
    """A field with what it showed when last computed."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{marks[0]}{code}{marks[1]}<w:r><w:t>{escape(shown)}</w:t></w:r>{marks[2]}"
