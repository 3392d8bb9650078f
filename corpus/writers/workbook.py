"""Workbooks (XLSX) as schools make them: the report typed into sheets, figures as numbers, merged cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from corpus.paper import Block, Grid, GridCell, Line, Paper, Section

_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")
_LABEL_COLUMNS = 1  # what stands here is a label, also where it looks like a number
_PERCENT = re.compile(r"\d{1,3}%")
WIDTH = 110.0  # of all columns together, in letters


@dataclass(frozen=True, slots=True)
class Habits:
    """How somebody works: tables in sheets of their own, labels typed as numbers, decimals that the format asks for."""

    own_sheets: bool
    label_numbers: bool
    number_format: str
    left: int  # empty columns before everything
    gap: int  # empty rows before a table


def habits_of(paper: Paper) -> Habits:
    """The habits of a paper's author, by lot."""
    rng = Random(f"workbook:{paper.seed}")
    return Habits(
        rng.random() < 0.4, rng.random() < 0.3, rng.choice(["General", "General", "0.0", "0.00", "#,##0.0"]),
        rng.choice([0, 0, 0, 1]), rng.choice([0, 1, 1, 2]),
    )  # fmt: skip


def write_workbook(paper: Paper, path: Path) -> None:
    """Writes the whole paper as a workbook."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        writer = _Writer(book, habits_of(paper))
        writer.blocks([block for section in paper.sections for block in section.blocks])


def with_appendix_apart(paper: Paper) -> tuple[Paper, Paper]:
    """The narrative, and the score tables that somebody keeps in a workbook beside it."""

    def keep(section: Section, *, score: bool) -> Section:
        blocks = tuple(block for block in section.blocks if _is_score(block) == score)
        return replace(section, blocks=blocks, part=False)

    text, tables = (tuple(keep(section, score=score) for section in paper.sections) for score in (False, True))
    return replace(paper, sections=text), replace(paper, sections=tables)


def _is_score(block: Block) -> bool:
    return isinstance(block, Grid) and block.role == "score"


class _Writer:
    """Writes blocks one below the other."""

    def __init__(self, book: Any, habits: Habits) -> None:
        self._book = book
        self._habits = habits
        self._text = book.add_format({"text_wrap": True, "valign": "vcenter"})
        self._plain = book.add_format({})
        self._figure = book.add_format({"num_format": habits.number_format, "border": 1})
        self._percent = book.add_format({"num_format": "0%", "border": 1})
        self._cell = book.add_format({"text_wrap": True, "valign": "vcenter", "border": 1})
        self._tables = 0
        self._sheet = book.add_worksheet("Báo cáo")
        self._row = 0

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Writes all blocks; tables in sheets of their own by habit, what follows them on the first sheet."""
        for block in blocks:
            if isinstance(block, Line):
                self._line(block)
            elif block.role == "frame" or (block.ruling == "none" and len(block.rows) == 1):
                self._side_by_side(block)
            elif self._habits.own_sheets and block.role == "score":
                self._on_own_sheet(block)
            else:
                self._row += self._habits.gap
                self._grid(block)
                self._row += 1

    def _line(self, line: Line) -> None:
        if line.text:
            self._sheet.write_string(self._row, self._habits.left, line.text, self._plain)
        self._row += 1

    def _side_by_side(self, grid: Grid) -> None:
        """What only sets text side by side: its lines below each other, its columns apart."""
        for row in grid.rows:
            height = max((len(cell.lines) for cell in row if cell), default=0)
            for at, cell in enumerate(cell for cell in row if cell):
                if cell.nested is not None:
                    self._grid(cell.nested)
                    continue
                for down, text in enumerate(cell.lines):
                    if text:
                        self._sheet.write_string(self._row + down, self._habits.left + 3 * at, text, self._plain)
            self._row += height

    def _on_own_sheet(self, grid: Grid) -> None:
        sheet, row = self._sheet, self._row
        self._tables += 1
        self._sheet, self._row = self._book.add_worksheet(f"Bảng điểm {self._tables}"), 0
        self._grid(grid)
        self._sheet, self._row = sheet, row

    def _grid(self, grid: Grid) -> None:
        shares = sum(grid.widths)
        for at, width in enumerate(grid.widths):
            column = at + self._habits.left
            self._sheet.set_column(column, column, max(4.0, width / shares * WIDTH))
        for number, row in enumerate(grid.rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    self._put(cell, column, heading=number < grid.heading_rows)
            self._row += 1

    def _put(self, cell: GridCell, column: int, *, heading: bool) -> None:
        text, at = _text_of(cell), column + self._habits.left
        value, look = (text, self._cell) if heading else self._value_of(text, column)
        last = (self._row + cell.row_span - 1, at + cell.column_span - 1)
        if last != (self._row, at):
            self._sheet.merge_range(self._row, at, *last, "", look)
        if isinstance(value, float):
            self._sheet.write_number(self._row, at, value, look)
        elif value:
            self._sheet.write_string(self._row, at, value, look)

    def _value_of(self, text: str, column: int) -> tuple[str | float, Any]:
        """A figure as a number, a text as such: whoever types "9,5" into a sheet gets a number."""
        is_label = column < _LABEL_COLUMNS
        if _PERCENT.fullmatch(text):
            return int(text[:-1]) / 100, self._percent
        if _NUMBER.fullmatch(text) and not text.startswith("0") and (not is_label or self._types_as_number(text)):
            return float(text.replace(",", ".")), self._cell if is_label else self._figure
        return text, self._cell

    def _types_as_number(self, text: str) -> bool:
        # "1.10" would lose its zero; those who work so have noticed, and type it as text
        return self._habits.label_numbers and not (text.endswith("0") and "." in text)


def _text_of(cell: GridCell) -> str:
    """The cell's lines; of a table inside it, its rows."""
    if cell.nested is None:
        return "\n".join(cell.lines).strip()
    rows = (" ".join(_text_of(inner) for inner in row if inner) for row in cell.nested.rows)
    return "\n".join(rows).strip()
