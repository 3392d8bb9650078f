"""Plain paragraphs and cells of a DOCX, each made one element before the text is parsed.

Nineteen of twenty paragraphs hold nothing but runs of text: a paragraph in its cell is four elements of which only
the text is read. Making elements into objects and asking for their names is most of what reading costs.
"""

from __future__ import annotations

import re

from parsers.docx_excerpt import has_no_elements
from parsers.encoding import tidy

BLANKS = str.maketrans("\n\r\t", "   ")  # inside `w:t` these are blanks; lines and tabs are elements of their own
_CELL_NAME, _NAME = b"w:plainCell", b"w:plain"
# What Word strews between and within the runs: nothing that is read.
_STREWN = (b"<w:proofErr", b"<w:bookmark", b"<w:lastRendered")
_NOISE = re.compile(rb"<w:(?:proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak)(?: [^<>]*)?/>")
_NUMBERED_RUN = re.compile(rb'<w:r(?: w:rsid[A-Za-z]*="[0-9A-Fa-f]*")+>')
_NUMBERED = re.compile(rb'<w:p(?: w(?:14)?:[A-Za-z]+="[0-9A-Fa-f]*")+>')
_EMPTY_CELL = b"<w:tc><w:p></w:p></w:tc>"
_JOINT = b"</w:t></w:r><w:r><w:t>"
_TEXT = rb"<w:p><w:r><w:t>([^<]+(?:</w:t></w:r><w:r><w:t>[^<]+)*)</w:t></w:r></w:p>"
_PLAIN = re.compile(_TEXT)
_PLAIN_CELL = re.compile(rb"<w:tc>" + _TEXT + rb"</w:tc>")


def with_plain_as_one(story: bytes) -> bytes:
    """The text's bytes with each plain paragraph and each cell of one as `w:plain` and `w:plainCell`.

    Only right where paragraphs and runs without properties look as any other and stand in no list.
    """
    if has_no_elements(story):
        return story
    story = _simply_written(story).replace(b"<w:r></w:r>", b"").replace(_EMPTY_CELL, b"<w:tc/>")
    return _renamed(_PLAIN, _NAME, _renamed(_PLAIN_CELL, _CELL_NAME, story))


def plain_text(text: str) -> str:
    """What a paragraph shows that is nothing but this text."""
    if "\n" in text or "\t" in text or "\r" in text:
        text = text.translate(BLANKS)
    return text.strip(" ") if text.isascii() else tidy(text).strip(" ")


def _simply_written(story: bytes) -> bytes:
    """The text's bytes without what programs note about who wrote a run when, where pages end, what is misspelt."""
    if any(noise in story for noise in _STREWN):
        story = _NOISE.sub(b"", story)
    if b"<w:r w:" in story:
        story = _NUMBERED_RUN.sub(b"<w:r>", story)
    if b"<w:p w" in story:
        story = _NUMBERED.sub(b"<w:p>", story)
    return story.replace(b'<w:t xml:space="preserve">', b"<w:t>")


def _renamed(what: re.Pattern[bytes], name: bytes, story: bytes) -> bytes:
    """The story with what the pattern finds as an element that holds the text of the pattern's only group."""
    pieces = what.split(story)
    begin, end = b"<" + name + b">", b"</" + name + b">"
    pieces[1::2] = [begin + text.replace(_JOINT, b"") + end for text in pieces[1::2]]
    return b"".join(pieces)
