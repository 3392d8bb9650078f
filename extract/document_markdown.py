"""Documents as Markdown for reading: paragraphs, tables with their places, a mark where a page begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.tabular import place_text
from extract.texts import say
from extract.views import Style
from parsers.document import Document, Paragraph, Table


def text_of(documents: Sequence[Document], style: Style, several: bool) -> str:
    """The Markdown text; a heading with the file's name where several were asked for."""
    parts = [part for document in documents for part in parts_of(document, style, several)]
    return "\n\n".join(parts) + "\n"


def parts_of(document: Document, style: Style, named: bool) -> Iterator[str]:
    """The pieces of a document, to be set apart by blank lines."""
    if named:
        yield f"# {document.file}"
    page = None
    for block in document.blocks:
        if block.place.page is not None and block.place.page != page:
            page = block.place.page
            yield f"---\n\n**{say(style.lang, 'read.page', number=page)}**"
        if isinstance(block, Paragraph):
            yield style.mask(block.text)
        else:
            yield f"*{place_text(block.place, style.lang)}*"
            yield "\n".join(table_lines(block, style))


def table_lines(table: Table, style: Style) -> Iterator[str]:
    """The table as a pipe table: a merged cell's text stands in its first place, the others are empty."""
    texts = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        texts[cell.row][cell.column] = in_cell(style.mask(cell.text))
    for number, row in enumerate(texts):
        yield f"| {' | '.join(row)} |"
        if number == 0:  # Markdown knows no table without a heading row
            yield f"|{'---|' * table.columns}"


def in_cell(text: str) -> str:
    """Text that stays within its cell."""
    return text.strip().replace("|", "\\|").replace("\n", "<br>")
