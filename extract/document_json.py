"""Documents as JSON in the contract's form: boxes in points, rows and columns from 0, pages from 1."""

from __future__ import annotations

import json
from collections.abc import Sequence

from extract.masking import Mask
from extract.views import Style
from parsers.document import Cell, Document, Paragraph, Place, Table

DECIMALS = 2  # of a point: far finer than a hair's breadth


def text_of(documents: Sequence[Document], style: Style, several: bool) -> str:
    """The JSON text: one object, or a list where several files were asked for."""
    objects = [document_object(document, style.mask) for document in documents]
    return json.dumps(objects if several else objects[0], ensure_ascii=False, indent=1) + "\n"


def document_object(document: Document, mask: Mask) -> dict[str, object]:
    """A document."""
    return {
        "file": document.file,
        "pages": [{"number": page.number, "width": page.width, "height": page.height} for page in document.pages],
        "blocks": [block_object(block, mask) for block in document.blocks],
    }


def block_object(block: Paragraph | Table, mask: Mask) -> dict[str, object]:
    """A paragraph or a table."""
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": mask(block.text), "place": place_object(block.place)}
    return {
        "kind": "table",
        "place": place_object(block.place),
        "rows": block.rows,
        "columns": block.columns,
        "cells": [cell_object(cell, mask) for cell in block.cells],
    }


def cell_object(cell: Cell, mask: Mask) -> dict[str, object]:
    """A cell, merged ones once."""
    return {
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "text": mask(cell.text),
        "place": place_object(cell.place),
        "confidence": cell.confidence,
    }


def place_object(place: Place) -> dict[str, object]:
    """A place; page and box are null without pages; in workbooks, sheet and cell; of several, the file."""
    box = None if place.box is None else [round(edge, DECIMALS) for edge in place.box]
    where: dict[str, object] = {"page": place.page, "box": box}
    where |= {} if place.sheet is None else {"sheet": place.sheet, "cell": place.cell}
    return where if place.file is None else where | {"file": place.file}
