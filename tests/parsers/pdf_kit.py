"""PDFs drawn for a test: text and tables with a truth that is known."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from parsers.document import Document, Paragraph, Table
from parsers.ocr import Ocr
from parsers.pdf import read

WIDTH, HEIGHT = 600.0, 800.0
Drawer = Callable[[Canvas, float, float, float, float], None]


def pdf(*pages: Callable[[Canvas], Any], size: tuple[float, float] = (WIDTH, HEIGHT), **options: Any) -> bytes:
    """A PDF of the pages; each function draws one."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, pageCompression=0, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def seen(data: bytes) -> Document:
    """The document read, pictures left alone."""
    return read(data, "report.pdf", "0" * 64, Ocr.NEVER)


def tables(data: bytes) -> list[list[tuple[int, int, int, int, str]]]:
    """Each table's cells: row, column, row span, column span, text."""
    return [cells(block) for block in seen(data).blocks if isinstance(block, Table)]


def cells(table: Table) -> list[tuple[int, int, int, int, str]]:
    """A table's cells."""
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def grid(table: Table) -> list[list[str]]:
    """A table without merged cells as rows of texts."""
    rows = [["?"] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


def grids(data: bytes) -> list[list[list[str]]]:
    """Each table as rows of texts."""
    return [grid(block) for block in seen(data).blocks if isinstance(block, Table)]


def paragraphs(data: bytes, role: str = "body") -> list[str]:
    """Texts of the paragraphs of a role."""
    return [block.text for block in seen(data).blocks if isinstance(block, Paragraph) and block.role == role]


def write(canvas: Canvas, x: float, top: float, text: str, size: float = 10, font: str = "Helvetica") -> None:
    """Text with its baseline `top` points below the page's top edge."""
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - top, text)


def line(canvas: Canvas, x0: float, top: float, x1: float, bottom: float) -> None:
    """A stroked ruling."""
    canvas.line(x0, HEIGHT - top, x1, HEIGHT - bottom)


def thin_rectangle(canvas: Canvas, x0: float, top: float, x1: float, bottom: float) -> None:
    """A ruling drawn as a filled rectangle, as Word does."""
    canvas.rect(x0 - 0.25, HEIGHT - bottom - 0.25, x1 - x0 + 0.5, bottom - top + 0.5, stroke=0, fill=1)


def dashes(canvas: Canvas, x0: float, top: float, x1: float, bottom: float) -> None:
    """A ruling drawn as one stroke a dash."""
    length = max(x1 - x0, bottom - top)
    for n in range(int(length // 5) + 1):
        a, b = min(n * 5, length - 0.1), min(n * 5 + 3, length)
        if x1 > x0:
            line(canvas, x0 + a, top, x0 + b, top)
        else:
            line(canvas, x0, top + a, x0, top + b)


def double(canvas: Canvas, x0: float, top: float, x1: float, bottom: float) -> None:
    """A ruling of two lines."""
    for off in (-0.8, 0.8):
        if x1 > x0:
            line(canvas, x0, top + off, x1, top + off)
        else:
            line(canvas, x0 + off, top, x0 + off, bottom)


def ruled(
    canvas: Canvas, rows: list[list[str]], *, x: float = 50, top: float = 100, draw: Drawer = line, step: float = 20
) -> float:
    """A table of equal cells with all its rulings; returns where it ends."""
    wide = 80.0
    columns = len(rows[0])
    bottom, right = top + step * len(rows), x + wide * columns
    for n in range(len(rows) + 1):
        draw(canvas, x, top + n * step, right, top + n * step)
    for n in range(columns + 1):
        draw(canvas, x + n * wide, top, x + n * wide, bottom)
    fill(canvas, rows, x=x, top=top, step=step)
    return bottom


def fill(canvas: Canvas, rows: Iterable[list[str]], *, x: float = 50, top: float = 100, step: float = 20) -> None:
    """Only the texts of such a table."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            for n, part in enumerate(text.split("\n")):
                write(canvas, x + 4 + c * 80, top + 13 + r * step + n * 12, part)
