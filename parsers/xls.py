"""Binary Excel workbooks (XLS, XLSB), read by calamine, which tells stored values and merged cells only.

What is hidden in an XLS, its formulas and number formats are told by LibreOffice where it is there: it makes an XLSX of
the file. Its values are not taken: it reckons formulas anew, and a stored value that contradicts one would be lost.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from parsers import office, xlsx
from parsers.encoding import tidy
from parsers.failures import Damaged, Encrypted, TooLarge, Unreadable
from parsers.ole import OLE, is_encrypted_workbook, refuse_truncated
from parsers.package import Package
from parsers.sheet_cells import MAX_CELLS, Merged, Sheet, Value
from parsers.sheet_numbers import Look, exact, shown, shown_date

_INFLATED = (".bin", ".xml", ".rels")  # endings of the parts of an XLSB that are read


def sheets_of(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, in its order, with what LibreOffice tells besides."""
    if not data.startswith(OLE):
        _refuse_unfit(data)
        return stored_in(data)
    refuse_truncated(data)
    if is_encrypted_workbook(data):
        return _unlocked(data)
    sheets = stored_in(data)
    try:
        told = {sheet.name: sheet for sheet in xlsx.sheets_of(office.xlsx_of(data, "xls"))}
    except Unreadable:  # the values are there without it
        return sheets
    for sheet in sheets:
        if sheet.name in told:
            _tell(sheet, told[sheet.name])
    return sheets


def _unlocked(data: bytes) -> list[Sheet]:
    """The sheets of a workbook that is encrypted by no more than the word that all programs know.

    Excel does so where only the order of the sheets is protected: nobody is asked for a password there.
    """
    try:
        return xlsx.sheets_of(office.xlsx_of(data, "xls"))
    except Unreadable as error:
        raise Encrypted from error


def _refuse_unfit(data: bytes) -> None:
    """Raises for an XLSB that is broken, locked or far larger inside: calamine would go through all of it."""
    package = Package(data)
    for name in package.names():
        if name.endswith(_INFLATED):
            package.part(name)


def _tell(sheet: Sheet, other: Sheet) -> None:
    """Adds what is hidden in the same sheet as LibreOffice has it, its formulas, and how numbers are shown."""
    sheet.hidden_rows |= other.hidden_rows
    sheet.hidden_columns |= other.hidden_columns
    for at, value in other.cells.items():
        stored = sheet.cells.get(at)
        if stored is None or stored.number is None:
            continue
        sheet.cells[at] = value if value.number == stored.number else stored._replace(formula=value.formula)


def stored_in(data: bytes) -> list[Sheet]:
    """The sheets with their stored values and merged cells."""
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    try:
        book = load_workbook(io.BytesIO(data))
        sheets: list[Sheet] = []
        for told in book.sheets_metadata:
            if told.typ is not SheetTypeEnum.WorkSheet:
                continue
            found = book.get_sheet_by_name(told.name)
            sheet = Sheet(tidy(told.name).strip(), told.visible is not SheetVisibleEnum.Visible)
            _fill(sheet, found.to_python(skip_empty_area=False))
            sheet.merged = [
                Merged(row, column, last_row - row + 1, last_column - column + 1)
                for (row, column), (last_row, last_column) in found.merged_cell_ranges or ()
            ]
            sheets.append(sheet)
            if sum(len(each.cells) for each in sheets) > MAX_CELLS:
                raise TooLarge(what="cells", size=f">{MAX_CELLS}", limit=str(MAX_CELLS))
    except PasswordError as error:
        raise Encrypted from error
    except (CalamineError, OSError, ValueError) as error:
        raise Damaged(detail="calamine") from error
    except BaseException as error:  # a panic of its own language is no Exception, and would end the batch
        if type(error).__name__ != "PanicException":
            raise
        raise Damaged(detail="calamine") from error
    return sheets


def _fill(sheet: Sheet, rows: Sequence[Sequence[object]]) -> None:
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if value != "":
                sheet.cells[row, column] = _value_of(value)


def _value_of(value: object) -> Value:
    if isinstance(value, bool):
        return Value(str(value).upper())
    if isinstance(value, (int, float)):
        number = exact(repr(value))
        return Value(str(value)) if number is None else Value(shown(number, Look()), number)
    if isinstance(value, (datetime, date)):
        return Value(shown_date(value))
    if isinstance(value, time):
        return Value(f"{value:%H:%M}")
    if isinstance(value, timedelta):
        return Value(str(value))
    return Value(tidy(str(value)).strip())
