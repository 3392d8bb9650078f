"""Excel workbooks (XLSX, XLSM): from the package's XML to sheets. Nothing is reckoned here, no macro is looked at.

Read here and not by a library: what decides how a figure is to be taken (a formula beside its stored value, the number
format, hidden rows, errors) is what the libraries for reading leave out, and a cell at the far corner of a sheet must
not become a million empty ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from parsers.encoding import tidy
from parsers.failures import Damaged, TooLarge
from parsers.package import Package, lenient_tree, tree_of
from parsers.sheet_cells import MAX_CELLS, MAX_COLUMN, MAX_ROW, Merged, Sheet, Value, column_of
from parsers.sheet_numbers import BUILTIN, Look, exact, look_of, shown

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAX_SHEETS = 200


class _Book(NamedTuple):
    """What cells refer to: strings and looks by number, and whether days are counted from 1904."""

    strings: Sequence[str]
    looks: Sequence[Look]
    mac: bool


def sheets_of(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, in its order."""
    package = Package(data)
    main = next((link.part for link in package.relations("") if link.kind == "officeDocument"), "xl/workbook.xml")
    raw = package.part(main)
    if raw is None:
        raise Damaged(detail="no workbook")
    workbook = tree_of(raw)
    links = {link.id: link for link in package.relations(main)}
    parts = {link.kind: link.part for link in links.values()}
    properties = workbook.find(f"{_NS}workbookPr")
    book = _Book(
        _strings_of(package.part(parts.get("sharedStrings", ""))),
        _looks_of(package.part(parts.get("styles", ""))),
        properties is not None and _is_true(properties.get("date1904")),
    )
    sheets: list[Sheet] = []
    for entry in list(workbook.iter(f"{_NS}sheet"))[:_MAX_SHEETS]:
        link = links.get(entry.get(_RELATION, ""))
        part = package.part(link.part) if link is not None and link.kind == "worksheet" else None
        if part is not None:
            sheet = Sheet(tidy(entry.get("name", "")).strip(), entry.get("state", "visible") != "visible")
            _fill(sheet, tree_of(part), book, MAX_CELLS - sum(len(other.cells) for other in sheets))
            sheets.append(sheet)
    return sheets


def _strings_of(part: bytes | None) -> list[str]:
    root = tree_of(part) if part else None
    return [] if root is None else [_text_of(item) for item in root.iterchildren(f"{_NS}si")]


def _text_of(item: etree._Element) -> str:
    """The text of a string: of its runs one after the other; how a Chinese word is pronounced is left out."""
    pieces = [text.text or "" for text in item.iterchildren(f"{_NS}t")]
    pieces += [text.text or "" for run in item.iterchildren(f"{_NS}r") for text in run.iterchildren(f"{_NS}t")]
    text = "".join(pieces)
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _looks_of(part: bytes | None) -> list[Look]:
    """How each style shows numbers."""
    root = lenient_tree(part) if part else None
    if root is None:
        return []
    codes = dict(BUILTIN)
    for entry in root.iter(f"{_NS}numFmt"):
        codes[_number(entry.get("numFmtId"))] = entry.get("formatCode", "")
    styles = root.find(f"{_NS}cellXfs")
    ids = [_number(style.get("numFmtId")) for style in styles] if styles is not None else []
    return [look_of(codes.get(number, "")) for number in ids]


def _fill(sheet: Sheet, root: etree._Element, book: _Book, most: int) -> None:
    for columns in root.iter(f"{_NS}col"):
        if _is_true(columns.get("hidden")):
            last = min(_number(columns.get("max")), MAX_COLUMN)
            sheet.hidden_columns.update(range(_number(columns.get("min")) - 1, last))
    for row, element in _rows_of(root):
        if _is_true(element.get("hidden")):
            sheet.hidden_rows.add(row)
        column = -1
        for cell in element.iterchildren(f"{_NS}c"):
            found = _REF.fullmatch(cell.get("r", ""))
            column = column_of(found[1]) if found else column + 1
            value = _value_of(cell, book)
            if value is not None and column < MAX_COLUMN:
                sheet.cells[row, column] = value
        if len(sheet.cells) > most:
            raise TooLarge(what="cells", size=f">{MAX_CELLS}", limit=str(MAX_CELLS))
    sheet.merged = list(_merged_in(root))


def _rows_of(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    row = -1
    for element in root.iter(f"{_NS}row"):
        row = _number(element.get("r"), row + 2) - 1
        if row < MAX_ROW:
            yield row, element


def _value_of(cell: etree._Element, book: _Book) -> Value | None:
    """What a cell holds; None where that is nothing."""
    kind = cell.get("t", "n")
    formula = cell.findtext(f"{_NS}f") or ""
    raw = cell.findtext(f"{_NS}v") or ""
    if kind == "inlineStr":
        inline = cell.find(f"{_NS}is")
        text = _text_of(inline) if inline is not None else ""
    elif kind == "s":
        number = _number(raw, -1)
        text = book.strings[number] if 0 <= number < len(book.strings) else ""
    elif kind == "n":
        return _number_of(raw, formula, cell, book)
    else:  # a text that a formula gave, an error as it is shown, a truth value, a date in ISO form
        text = {"1": "TRUE", "0": "FALSE"}.get(raw, raw) if kind == "b" else raw
    text = tidy(text).strip()
    return Value(text, None, formula) if text or formula else None


def _number_of(raw: str, formula: str, cell: etree._Element, book: _Book) -> Value | None:
    number = exact(raw) if raw else None
    if number is None:
        return Value(raw.strip(), None, formula) if raw.strip() or formula else None
    style = _number(cell.get("s"))
    look = book.looks[style] if style < len(book.looks) else Look()
    return Value(shown(number, look, mac=book.mac), number, formula)


def _merged_in(root: etree._Element) -> Iterator[Merged]:
    for element in root.iter(f"{_NS}mergeCell"):
        first, _, last = element.get("ref", "").partition(":")
        begin, end = _REF.fullmatch(first), _REF.fullmatch(last)
        if begin and end:
            row, column = int(begin[2]) - 1, column_of(begin[1])
            yield Merged(row, column, int(end[2]) - row, column_of(end[1]) - column + 1)


def _number(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _is_true(text: str | None) -> bool:
    return text in ("1", "true", "on")
