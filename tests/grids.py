"""Tables written as they look: "^" goes on with the cell above, "<" with the cell at the left."""

from __future__ import annotations

from parsers.document import Cell, Document, Line, Paragraph, Place, Table


def table_of(*rows: str, number: int = 1) -> Table:
    """A table from lines with cells between bars; "\\n" in a cell breaks its line."""
    grid = [[part.strip().replace("\\n", "\n") for part in row.strip().strip("|").split("|")] for row in rows]
    cells = [
        _cell(grid, row, column, number)
        for row, line in enumerate(grid)
        for column, text in enumerate(line)
        if text not in {"^", "<"}
    ]
    return Table(tuple(cells), Place(table=number))


def _cell(grid: list[list[str]], row: int, column: int, number: int) -> Cell:
    down = across = 1
    while row + down < len(grid) and grid[row + down][column] == "^":
        down += 1
    while column + across < len(grid[row]) and grid[row][column + across] == "<":
        across += 1
    text = grid[row][column]
    lines = tuple(Line(line) for line in text.split("\n"))
    return Cell(text, row, column, down, across, Place(table=number, row=row + 1), 1.0, lines)


def document_of(*blocks: str | Table) -> Document:
    """A document of paragraphs and tables."""
    made = [
        block if isinstance(block, Table) else Paragraph(block, Place(paragraph=number))
        for number, block in enumerate(blocks, 1)
    ]
    return Document("bao-cao.docx", "0" * 64, "docx", tuple(made))
