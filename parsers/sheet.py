"""Workbooks (XLSX, XLS, XLSB, ODS): what their sheets show, as paragraphs and tables.

A hidden sheet, row or column is not shown to whoever opens or prints the file, so it is left out, and that is said. A
formula counts with its stored value, which is what is shown; where that contradicts the formula it is said too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module

from parsers.document import Document, Paragraph, Place, Remark
from parsers.encoding import unmask
from parsers.formats import tell
from parsers.formulas import Formulas
from parsers.laid_out import Block
from parsers.sheet_blocks import Counts, blocks_of
from parsers.sheet_cells import Sheet, Value, address, column_name, ranges
from parsers.sheet_numbers import Look, shown

READERS: Mapping[str, str] = {
    "xlsx": "parsers.xlsx", "xlsb": "parsers.xls", "xls": "parsers.xls", "ods": "parsers.ods",
}  # fmt: skip
# What programs call a sheet to which nobody gave a name.
_UNNAMED = re.compile(r"(?:sheet|trang[ _]?tính|bảng[ _]?tính|table|feuil|hoja)[ _]?\d*", re.IGNORECASE)


def read(data: bytes, file: str, digest: str) -> Document:
    """The Document in the bytes of a workbook."""
    kind = tell(data).value
    sheets: Sequence[Sheet] = import_module(READERS[kind]).sheets_of(data)
    _unmask(sheets)
    formulas = Formulas(sheets)
    counts = Counts()
    blocks: list[Block] = []
    remarks: list[Remark] = []
    for sheet in sheets:
        if not sheet.cells:
            continue
        if sheet.hidden:
            remarks.append(Remark("hidden-sheet", Place(sheet=sheet.name)))
            continue
        remarks += _hidden(sheet)
        remarks += _contradictions(formulas, sheet)
        _fill_in(formulas, sheet)
        found = list(blocks_of(sheet, counts))
        if found and len(sheets) > 1 and not _UNNAMED.fullmatch(sheet.name):
            blocks.append(Paragraph(sheet.name, Place(sheet=sheet.name)))
        blocks += found
    return Document(file, digest, kind, tuple(blocks), remarks=tuple(remarks))


def _unmask(sheets: Sequence[Sheet]) -> None:
    """Undoes old font encodings that no font name tells of."""
    holders = [(sheet, at) for sheet in sheets for at, value in sheet.cells.items() if value.number is None]
    texts = unmask([sheet.cells[at].text for sheet, at in holders])
    for (sheet, at), text in zip(holders, texts, strict=True):
        sheet.cells[at] = sheet.cells[at]._replace(text=text)


def _hidden(sheet: Sheet) -> Iterator[Remark]:
    """What of a sheet is left out because nobody sees it."""
    rows = {row for row, _ in sheet.cells if row in sheet.hidden_rows}
    columns = {column for _, column in sheet.cells if column in sheet.hidden_columns}
    place = Place(sheet=sheet.name)
    if rows:
        yield Remark("hidden-rows", place, {"rows": _listed([(str(a + 1), str(b + 1)) for a, b in ranges(rows)])})
    if columns:
        named = [(column_name(first), column_name(last)) for first, last in ranges(columns)]
        yield Remark("hidden-columns", place, {"columns": _listed(named)})


def _listed(runs: Sequence[tuple[str, str]]) -> str:
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in runs)


def _contradictions(formulas: Formulas, sheet: Sheet) -> Iterator[Remark]:
    for found in formulas.contradictions(sheet):
        row, column = found.at
        if row in sheet.hidden_rows or column in sheet.hidden_columns:
            continue
        place = Place(row=row + 1, sheet=sheet.name, cell=address(row, column))
        facts = {
            "formula": f"={found.value.formula}",
            "stated": found.value.text,
            "expected": shown(found.reckoned, Look()),
        }
        yield Remark("formula", place, facts)


def _fill_in(formulas: Formulas, sheet: Sheet) -> None:
    """Gives formulas that have no stored value the one that a spreadsheet program would show."""
    waiting = [(at, value) for at, value in sheet.cells.items() if value.formula and not value.text]
    reckoned = [(at, value, formulas.reckoned(sheet, value.formula)) for at, value in waiting]
    for at, value, number in reckoned:
        if number is not None:
            sheet.cells[at] = Value(shown(number, Look()), number, value.formula)
