"""The contestants: each gives the tables of one file, as its own documentation shows how to get them.

This file runs in two environments (the peers' and doisoat's own), so it imports nothing of the project but where a
contestant is doisoat; each function imports its library, which `worker` does once before the clock runs. A table is a
list of (row, column, row span, column span, text). Where a library cannot tell merged cells, every span is 1.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

Cell = tuple[int, int, int, int, str]
Table = list[Cell]


def doisoat(path: Path) -> list[Table]:
    """What `doisoat read` gives."""
    import parsers
    from parsers.document import Table as Read

    tables = [block for block in parsers.read(path).blocks if isinstance(block, Read)]
    return [[(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells] for table in tables]


def doisoat_by_page(path: Path) -> list[Table]:
    """The same, a table that goes on over pages cut at each page: some sets of tables are annotated so."""
    import parsers
    from parsers.document import Table as Read

    pieces: dict[tuple[int, int | None], Table] = {}
    tables = [block for block in parsers.read(path).blocks if isinstance(block, Read)]
    for n, table in enumerate(tables):
        for c in table.cells:
            cell = (c.row, c.column, c.row_span, c.column_span, c.text)
            pieces.setdefault((n, c.place.page), []).append(cell)
    return list(pieces.values())


def pdfium_text(path: Path) -> list[Table]:
    """No tables: the text of every page, the least that a reader of PDF must do."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()
    return []


def unzip_parse(path: Path) -> list[Table]:
    """No tables: the text part unzipped and parsed, the least that a reader of DOCX must do."""
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        etree.fromstring(package.read("word/document.xml"))
    return []


def pdfplumber(path: Path) -> list[Table]:
    """Text and tables of every page."""
    import pdfplumber

    tables: list[Table] = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            tables.extend(_cells(rows) for rows in page.extract_tables())
    return tables


def pymupdf(path: Path) -> list[Table]:
    """Text and `find_tables` of every page; by default a neural model says first where tables are."""
    return _pymupdf(path, use_layout=True)


def pymupdf_lines(path: Path) -> list[Table]:
    """The same without the model: tables by their lines alone."""
    return _pymupdf(path, use_layout=False)


def _pymupdf(path: Path, *, use_layout: bool) -> list[Table]:
    import pymupdf

    tables: list[Table] = []
    with pymupdf.open(path) as document:
        for page in document:
            page.get_text()
            tables.extend(_cells(table.extract()) for table in page.find_tables(use_layout=use_layout).tables)
    return tables


def camelot_lattice(path: Path) -> list[Table]:
    """Tables by their rulings, which is camelot's default."""
    return _camelot(path, "lattice")


def camelot_stream(path: Path) -> list[Table]:
    """Tables by the spaces between words; every page gives at least one."""
    return _camelot(path, "stream")


def camelot_hybrid(path: Path) -> list[Table]:
    """Tables by rulings and spaces together: its best at documents of all kinds."""
    return _camelot(path, "hybrid")


def _camelot(path: Path, flavor: str) -> list[Table]:
    import camelot

    found = camelot.read_pdf(str(path), pages="all", flavor=flavor, suppress_stdout=True)
    return [_cells(table.data) for table in found]


def img2table(path: Path) -> list[Table]:
    """Tables of the page's picture, with the text of the PDF itself (no OCR)."""
    from img2table.document import PDF

    pages = PDF(src=str(path)).extract_tables(ocr=None)
    return [_by_identity(_boxed(table)) for tables in pages.values() for table in tables]


def _boxed(table: Any) -> Iterator[tuple[int, int, Any, str]]:
    """(row, column, the cell's box, text): a merged cell stands at each of its places with the same box."""
    for row, cells in enumerate(table.content.values()):
        for column, cell in enumerate(cells):
            box = cell.bbox
            yield row, column, (box.x1, box.y1, box.x2, box.y2), cell.value or ""


def python_docx(path: Path) -> list[Table]:
    """All paragraphs, and every table by the loop over `row.cells` that most scripts have."""
    import docx

    document = docx.Document(str(path))
    _texts = [paragraph.text for paragraph in document.paragraphs]
    return [_by_identity(_looped(table)) for table in document.tables]


def _looped(table: Any) -> Iterator[tuple[int, int, Any, str]]:
    """(row, column, the cell's element, text): a merged cell stands at each of its places with the same element."""
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            yield row, column, cell._tc, cell.text


def docx2python(path: Path) -> list[Table]:
    """The nested lists of the body; running text comes as tables of one cell and is left out."""
    from docx2python import docx2python as read

    with read(str(path)) as document:
        bodies = document.body
    tables = [[["\n".join(cell) for cell in row] for row in body] for body in bodies]
    return [_cells(table) for table in tables if len(table) > 1 or len(table[0]) > 1]


def markitdown(path: Path) -> list[Table]:
    """The pipe tables of the Markdown."""
    return list(_pipe_tables(_markdown().convert(str(path)).text_content.splitlines()))


def _markdown() -> Any:
    """One converter a process: making it looks for its plugins and loads a model that tells file types."""
    if not _CONVERTERS:
        from markitdown import MarkItDown

        _CONVERTERS.append(MarkItDown(enable_plugins=False))
    return _CONVERTERS[0]


_CONVERTERS: list[Any] = []


def _pipe_tables(lines: Sequence[str]) -> Iterator[Table]:
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                rows.append(cells)
        elif rows:
            yield _cells(rows)
            rows = []


def docling(path: Path) -> list[Table]:
    """Its DOCX reader by itself: the whole converter needs PyTorch even where no model is used."""
    from docling.backend.msword_backend import MsWordDocumentBackend
    from docling.datamodel.base_models import InputFormat
    from docling.datamodel.document import InputDocument

    source = InputDocument(
        path_or_stream=path, format=InputFormat.DOCX, backend=MsWordDocumentBackend, filename=path.name
    )
    tables = MsWordDocumentBackend(source, path).convert().tables
    return [
        [
            (c.start_row_offset_idx, c.start_col_offset_idx, c.row_span, c.col_span, c.text)
            for c in table.data.table_cells
        ]
        for table in tables
    ]


def _cells(rows: Sequence[Sequence[str | None]]) -> Table:
    """Cells of a table that is a list of rows."""
    return [(r, c, 1, 1, text or "") for r, row in enumerate(rows) for c, text in enumerate(row)]


def _by_identity(places: Iterator[tuple[int, int, Any, str]]) -> Table:
    """Cells with their spans, from places that hold the same cell again where it is merged."""
    held: dict[Any, list[tuple[int, int]]] = {}
    texts: dict[Any, str] = {}
    for row, column, cell, text in places:
        held.setdefault(cell, []).append((row, column))
        texts[cell] = text
    return [_spanned(places, texts[cell]) for cell, places in held.items()]


def _spanned(places: Sequence[tuple[int, int]], text: str) -> Cell:
    rows, columns = {row for row, _ in places}, {column for _, column in places}
    return min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1, text


CONTESTANTS: dict[str, Callable[[Path], list[Table]]] = {
    reader.__name__.replace("_", "-"): reader
    for reader in (
        doisoat,
        doisoat_by_page,
        pdfium_text,
        unzip_parse,
        pdfplumber,
        pymupdf,
        pymupdf_lines,
        camelot_lattice,
        camelot_stream,
        camelot_hybrid,
        img2table,
        python_docx,
        docx2python,
        markitdown,
        docling,
    )
}
