"""Web pages: also what Word calls one and schools send as `.doc`, and pages saved as one file (MHTML).

Read without LibreOffice: nothing that a page points to is fetched, and its tables are what is wanted.
"""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from parsers.document import Document
from parsers.docx_tables import MAX_CELLS, Content, Grid, GridCell
from parsers.encoding import text_of, tidy, unicode_of
from parsers.failures import Damaged, TooLarge
from parsers.laid_out import Counts, laid_out, unmasked

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_BYTES = 20 * 1024 * 1024  # a report of a hundred pages has 2 MB
# A page in which this can be found is in no wide encoding, whatever it says.
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?(?!utf-?(?:16|32))([\w-]+)", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;\"',]+)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_UNREAD = {"script", "style", "head", "title", "noscript", "template", "select", "button", "svg", "del"}
_BLOCKS = {
    "p", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "dl", "dt", "dd", "section",
    "article", "header", "footer", "main", "form", "center", "hr", "fieldset", "address", "caption", "figure", "body",
}  # fmt: skip


def read(data: bytes, file: str, digest: str) -> Document:
    """The Document in the bytes of a web page."""
    if len(data) > MAX_BYTES:
        raise TooLarge(what="bytes", size=str(len(data)), limit=str(MAX_BYTES))
    page = _page_in(data) if _is_mail(data) else _decoded(data, "")
    try:
        blocks = unmasked(list(laid_out(_Walk().content_of(_tree_of(page)), Counts())))
    except RecursionError as error:
        raise TooLarge(what="depth", size=">256", limit="256") from error
    return Document(file, digest, "html", tuple(blocks))


def _is_mail(data: bytes) -> bool:
    return not data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def _page_in(data: bytes) -> str:
    """The page in a page saved as one file: the first part that is HTML."""
    for part in email.message_from_bytes(data, policy=email.policy.compat32).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return _decoded(content, part.get_content_charset() or "")
    raise Damaged(detail="mhtml")


def _decoded(data: bytes, charset: str) -> str:
    """The page's text, by what it says of its own encoding where that fits, else by its bytes."""
    said = _CHARSET.search(data[:4096])
    for name in (charset, said[1].decode("ascii") if said else ""):
        try:
            return data.decode(codecs.lookup(name).name)
        except (LookupError, UnicodeDecodeError):
            continue
    return text_of(data)


def _tree_of(page: str) -> HtmlElement:
    from lxml import etree, html

    try:
        root = html.document_fromstring(_XML_HEAD.sub("", page).replace("\0", ""))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Damaged(detail="html") from error
    body = root.find("body")
    return root if body is None else body


class _Walk:
    """Reads elements in order. `font` is that of the text met: old Vietnamese fonts draw other letters."""

    def __init__(self) -> None:
        self._cells = 0

    def content_of(self, element: HtmlElement, font: str = "") -> Content:
        """What an element holds: lines as strings, and tables."""
        content: Content = []
        words: list[str] = []

        def end_line() -> None:
            text = tidy(_SPACES.sub(" ", "".join(words)))
            words.clear()
            lines = [line.strip() for line in text.split("\v")]
            if any(lines):
                content.append("\n".join(lines).strip("\n"))

        for piece in self._pieces(element, font):
            if isinstance(piece, str):
                words.append(piece)
            else:
                end_line()
                if piece is not None:
                    content.append(piece)
        end_line()
        return content

    def _pieces(self, element: HtmlElement, font: str) -> Iterator[str | Grid | None]:
        """Text, tables, and None where a line ends."""
        yield unicode_of(element.text or "", font)
        for child in element:
            if isinstance(child.tag, str) and not _is_hidden(child):
                yield from self._child(child, _font_of(child) or font)
            yield unicode_of(child.tail or "", font)

    def _child(self, child: HtmlElement, font: str) -> Iterator[str | Grid | None]:
        if child.tag == "br":
            yield "\v"
        elif child.tag == "table":
            yield None
            yield self._grid_of(child, font)
            yield None
        elif child.tag in _BLOCKS:
            yield None
            yield from self._pieces(child, font)
            yield None
        else:
            yield from self._pieces(child, font)

    def _grid_of(self, table: HtmlElement, font: str) -> Grid:
        """The cells of a table, where its spans put them."""
        cells: list[GridCell] = []
        taken: dict[int, int] = {}  # column -> first row in which it is free
        rows = [row for row in _rows_of(table) if not _is_hidden(row)]
        for number, row in enumerate(rows):
            column = 0
            for cell in row.iterchildren("td", "th"):
                if _is_hidden(cell):
                    continue
                while taken.get(column, 0) > number:
                    column += 1
                across = _span(cell, "colspan", 1000)
                down = min(_span(cell, "rowspan", len(rows)), len(rows) - number)
                self._count(across * down)
                cells.append(GridCell(number, column, down, across, self.content_of(cell, _font_of(cell) or font)))
                taken.update(dict.fromkeys(range(column, column + across), number + down))
                column += across
        return Grid(cells)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MAX_CELLS:
            raise TooLarge(what="cells", size=f">{MAX_CELLS}", limit=str(MAX_CELLS))


def _rows_of(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of the table itself, not of those inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _span(cell: HtmlElement, name: str, most: int) -> int:
    text = cell.get(name, "").strip()
    return min(max(int(text), 1), max(most, 1)) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _is_hidden(element: HtmlElement) -> bool:
    return element.tag in _UNREAD or bool(_HIDDEN.search(element.get("style", "")))


def _font_of(element: HtmlElement) -> str:
    named = _FONT.search(element.get("style", ""))
    return named[1].strip() if named else element.get("face", "").partition(",")[0].strip()
