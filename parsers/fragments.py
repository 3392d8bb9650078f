"""Left-overs of web pages and Markdown in plain text, as the lines that they stand for."""

from __future__ import annotations

import html
import re

_BREAKING = "p|br|ul|ol|li|div|table|tr|h[1-6]|hr|pre|blockquote|dl|dt|dd|section|article"
_INLINE = (
    "span|b|i|u|s|em|strong|a|font|thead|tbody|tfoot|td|th|sub|sup|small|big|center|img|code|strike|del|ins|mark|"
    "label|input|colgroup|col|o:p"
)
_NAMES = f"{_BREAKING}|{_INLINE}"
_TAG = re.compile(rf"</?(?:(?P<breaking>{_BREAKING})|{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TAG_LEFT_OPEN = re.compile(rf"<(?:{_NAMES})\s+[\w-]+=[^<>]*$", re.IGNORECASE)  # cut off inside its attributes
_BOLD = re.compile(r"\*\*(?=\S)(.{1,999}?)(?<=\S)\*\*|\*\*")
_HEADING = re.compile(r"^#{1,6}\s+")

# A list whose line ends were lost: "… học sinh: - Có …  - Có …". A mark counts only before a capitalised word, and only
# in a text that has one at its start or after a colon, so that names and ranges with a dash stay whole.
_FIRST_MARK = re.compile(r"(?:^|[:;.]\s*|\n\s*)([-+•–*])\s+\S")
_CAPITALISED = r"[^\W\d_a-zà-ỹ][a-zà-ỹ]"


def lines_of_fragment(text: str) -> list[str]:
    """The lines of a cell's text: HTML tags and entities resolved, lists whose line ends were lost set apart."""
    plain = plain_text(text)
    return [line for part in plain.split("\n") for line in _list_lines(" ".join(part.split())) if line]


def plain_text(text: str) -> str:
    """`text` without tags, each tag that begins or ends a line a line end; entities as their characters."""
    if "<" in text:
        text = _without_comments(text)
        text = _TAG.sub(lambda tag: "\n" if tag["breaking"] else "", text)
        text = _TAG_LEFT_OPEN.sub("", text)
    return html.unescape(text) if "&" in text else text


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept.append(text[at:begin])
        at = end + 3
    return "".join((*kept, text[at:]))


def without_markdown(line: str) -> str:
    """A line without the marks of Markdown headings and bold type."""
    return _BOLD.sub(lambda bold: bold[1] or "", _HEADING.sub("", line))


def _list_lines(line: str) -> list[str]:
    first = _FIRST_MARK.search(line)
    if first is None:
        return [line]
    mark = re.escape(first[1])
    return re.split(rf"\s+(?={mark}\s+{_CAPITALISED})|(?<=[:;.])\s+(?={mark}\s+\w)", line)
