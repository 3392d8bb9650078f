"""pdfplumber as second opinion: the same cells from the same rulings, no word lost or made up."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from parsers.document import Box, Document, Table
from parsers.grid import grids_of
from tests.parsers.pdf_kit import seen

FILES = [
    Path(__file__).parents[2] / "corpus" / "samples" / "bao-cao-gdtx.pdf",
    Path(__file__).parent / "data" / "cut-rows.pdf",
]


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in unicodedata.normalize("NFD", text) if not letter.isspace())


def letters_of(document: Document) -> Counter[str]:
    found: Counter[str] = Counter()
    for block in document.blocks:
        texts = [cell.text for cell in block.cells] if isinstance(block, Table) else [block.text]
        for text in texts:
            found += letters(text)
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_letter_is_in_one_cell_or_paragraph(file: Path) -> None:
    import pdfplumber

    data = file.read_bytes()
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        seen_by_plumber = letters("".join(char["text"] for page in pdf.pages for char in page.chars))
    heading = letters("STT Tiêu chí Điểm tối đa Điểm Minh chứng") if "cut" in file.stem else Counter()
    assert letters_of(seen(data)) + heading == seen_by_plumber


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_words_are_parted_where_pdfplumber_parts_them(file: Path) -> None:
    import pdfplumber

    data = file.read_bytes()
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        theirs = {unicodedata.normalize("NFC", word["text"]) for page in pdf.pages for word in page.extract_words()}
    ours: set[str] = set()
    for block in seen(data).blocks:
        texts = [cell.text for cell in block.cells] if isinstance(block, Table) else [block.text]
        ours.update(word for text in texts for word in text.split())
    # Words that a line's end cuts are whole in a paragraph.
    assert len(ours & theirs) >= 0.98 * len(ours)


def random_strokes(seed: int) -> list[Box]:
    """A table's rulings cell by cell, with cells merged at random."""
    random = Random(seed)
    columns, rows = random.randint(2, 6), random.randint(2, 9)
    xs = [50 + sum(random.randint(20, 90) for _ in range(n)) for n in range(1)]
    for _ in range(columns):
        xs.append(xs[-1] + random.randint(20, 90))
    ys = [60.0]
    for _ in range(rows):
        ys.append(ys[-1] + random.randint(12, 60))
    strokes = []
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            down, across = random.choice([(1, 1), (1, 1), (1, 2), (2, 1)])
            slots = {(r, c) for r in range(row, row + down) for c in range(column, column + across)}
            if slots & taken or any(r >= rows or c >= columns for r, c in slots):
                down = across = 1
                slots = {(row, column)}
            taken |= slots
            x0, x1, top, bottom = xs[column], xs[column + across], ys[row], ys[row + down]
            strokes += [
                Box(x0, top, x1, top),
                Box(x0, bottom, x1, bottom),
                Box(x0, top, x0, bottom),
                Box(x1, top, x1, bottom),
            ]
    return strokes


@pytest.mark.parametrize("seed", range(25))
def test_the_grid_has_the_cells_that_pdfplumbers_geometry_finds(seed: int) -> None:
    from pdfplumber import table

    strokes = random_strokes(seed)
    edges = [
        {
            "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
            "orientation": "h" if top == bottom else "v",
        }
        for x0, top, x1, bottom in strokes
    ]  # fmt: skip
    crossings = table.edges_to_intersections(table.merge_edges(edges, 3, 3, 3, 3), 3, 3)
    theirs = sorted(table.intersections_to_cells(crossings))
    (grid,) = grids_of(strokes)
    assert sorted(tuple(cell.box) for cell in grid.cells) == theirs
