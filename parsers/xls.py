"""Binary Excel workbooks (XLS, XLSB), read by calamine. It tells values and merged cells, not formulas or formats."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from parsers.encoding import tidy
from parsers.failures import Damaged, Encrypted, TooLarge
from parsers.ole import OLE, refuse_truncated
from parsers.sheet_cells import MAX_CELLS, Merged, Sheet, Value
from parsers.sheet_numbers import Look, exact, shown, shown_date


def sheets_of(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, in its order."""
    if data.startswith(OLE):
        refuse_truncated(data)
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
