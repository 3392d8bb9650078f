"""OpenDocument spreadsheets (ODS): from the package's XML to sheets. The file itself says how each value is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from parsers.encoding import tidy
from parsers.failures import Damaged, Encrypted, TooLarge
from parsers.package import Package, tree_of
from parsers.sheet_cells import MAX_CELLS, MAX_COLUMN, MAX_ROW, Merged, Sheet, Value
from parsers.sheet_numbers import Kind, Look, exact, shown

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_ROWS = {f"{_TABLE}table-row-group", f"{_TABLE}table-rows", f"{_TABLE}table-header-rows"}
_COLUMNS = {f"{_TABLE}table-column-group", f"{_TABLE}table-columns", f"{_TABLE}table-header-columns"}
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_LOOKS = {"percentage": Look(Kind.PERCENT)}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?")
_DECIMALS = re.compile(r"\d[.,](\d+)\D*$")
_SHEET_BEFORE = re.compile(r"\[\$?((?:'[^']*'|[^'.\[\]])*)\.([^\[\]:]+)(?::\.?([^\[\]]+))?\]")


def sheets_of(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, in its order."""
    package = Package(data)
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise Encrypted
    content = package.part("content.xml")
    if content is None:
        raise Damaged(detail="no content")
    root = tree_of(content)
    invisible = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if any(item.get(f"{_TABLE}display") == "false" for item in style.iterchildren(f"{_STYLE}table-properties"))
    }
    sheets: list[Sheet] = []
    for table in root.iterfind(f".//{_OFFICE}spreadsheet/{_TABLE}table"):
        name = tidy(table.get(f"{_TABLE}name", "")).strip()
        sheet = Sheet(name, table.get(f"{_TABLE}style-name") in invisible)
        _fill(sheet, table, MAX_CELLS - sum(len(other.cells) for other in sheets))
        sheets.append(sheet)
    return sheets


def _fill(sheet: Sheet, table: etree._Element, most: int) -> None:
    column = 0
    for element in _flat(table, _COLUMNS, f"{_TABLE}table-column"):
        repeat = _count(element, "number-columns-repeated", MAX_COLUMN)
        if _is_hidden(element):
            sheet.hidden_columns.update(range(column, min(column + repeat, MAX_COLUMN)))
        column += repeat
    row = 0
    for element in _flat(table, _ROWS, f"{_TABLE}table-row"):
        repeat = _count(element, "number-rows-repeated", MAX_ROW)
        cells = list(_cells_of(element))
        copies = repeat if cells else 0  # rows without text are repeated to the end of the sheet
        if len(sheet.cells) + copies * len(cells) > most:
            raise TooLarge(what="cells", size=f">{MAX_CELLS}", limit=str(MAX_CELLS))
        for at in range(row, row + copies):
            if _is_hidden(element):
                sheet.hidden_rows.add(at)
            for column, cell, value in cells:
                sheet.cells[at, column] = value
                _merge(sheet, at, column, cell)
        row += repeat


def _flat(parent: etree._Element, groups: set[str], wanted: str) -> Iterator[etree._Element]:
    """The rows or columns, those in groups among them."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in groups:
            yield from _flat(child, groups, wanted)


def _cells_of(row: etree._Element) -> Iterator[tuple[int, etree._Element, Value]]:
    """The cells of a row that hold something; one that is hidden under a merged one holds nothing to be seen."""
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        repeat = _count(cell, "number-columns-repeated", MAX_COLUMN)
        value = _value_of(cell) if cell.tag == f"{_TABLE}table-cell" else None
        if value is not None:
            for at in range(column, min(column + repeat, MAX_COLUMN)):
                yield at, cell, value
        column += repeat


def _merge(sheet: Sheet, row: int, column: int, cell: etree._Element) -> None:
    down, across = _count(cell, "number-rows-spanned", MAX_ROW), _count(cell, "number-columns-spanned", MAX_COLUMN)
    if down > 1 or across > 1:
        sheet.merged.append(Merged(row, column, down, across))


def _value_of(cell: etree._Element) -> Value | None:
    lines = ["".join(map(str, paragraph.itertext())) for paragraph in cell.iterchildren(f"{_TEXT}p")]
    text = tidy("\n".join(lines)).strip()
    kind = cell.get(f"{_OFFICE}value-type", "")
    formula = _plain_formula(cell.get(f"{_TABLE}formula", ""))
    number = exact(cell.get(f"{_OFFICE}value", "")) if kind in ("float", "percentage", "currency") else None
    if number is not None:
        decimals = _DECIMALS.search(text)
        look = _LOOKS.get(kind, Look())
        text = shown(number, look._replace(decimals=len(decimals[1]) if decimals else 0))
    elif kind == "date":
        day = _DAY.match(cell.get(f"{_OFFICE}date-value", ""))
        text = f"{day[3]}/{day[2]}/{day[1]}" + (f" {day[4]}:{day[5]}" if day[4] else "") if day else text
    return Value(text, number, formula) if text or formula else None


def _plain_formula(formula: str) -> str:
    """A formula in Excel's spelling: "of:=SUM([.C4:.C5];1)" is "SUM(C4:C5,1)"."""
    body = formula.partition("=")[2]
    spelled = _SHEET_BEFORE.sub(
        lambda found: (f"{found[1]}!" if found[1] else "") + found[2] + (f":{found[3]}" if found[3] else ""), body
    )
    return spelled.replace(";", ",")


def _is_hidden(element: etree._Element) -> bool:
    return element.get(f"{_TABLE}visibility", "visible") != "visible"


def _count(element: etree._Element, name: str, most: int) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 10 else 1
