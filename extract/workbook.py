"""The table as a workbook: a sheet to read and to filter, and a summary with a school a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from extract.outcome import Outcome
from extract.outputs import replacing
from extract.overview import Overview, overview_of
from extract.ownership import MARK
from extract.tabular import FindingRow
from extract.texts import knows, say
from extract.views import Row, Style, View, rows_in

ROWS_A_SHEET = 1_048_575  # of Excel's 1,048,576 one is the heading
CELL_CHARACTERS = 32_767  # Excel's limit
WIDTHS = {  # characters; those not named here take USUAL_WIDTH
    "report": 28, "school": 28, "schools": 32, "reports": 32, "rule": 22, "place": 24, "message": 70, "excerpt": 50,
    "label": 50, "evidence": 50, "finding_id": 18, "stated": 18, "expected": 18,
}  # fmt: skip
USUAL_WIDTH = 12
A4 = 9  # its number in the file format
FILLS = {"error": "#F8CBAD", "warning": "#FFE699", "info": "#EDEDED"}
LINE_HEIGHT, HIGHEST_ROW = 15, 405  # points; Excel allows a row 409
PLAIN = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D0D0D0"}
HEADING = {**PLAIN, "bold": True, "bg_color": "#D9E1F2"}
TRANSLATED = ("severity", "impact")  # columns whose few values are words of ours, shown in the user's language


class Sheet(NamedTuple):
    """A sheet before it is written: `columns` key the headings; `rows` hold text, numbers or None."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]


@contextmanager
def workbook(output: Path, view: View, style: Style) -> Iterator[Callable[[Outcome], None]]:
    """Takes outcomes one by one; the workbook is there when all are in."""
    rows: list[Row] = []
    overview = overview_of(view)

    def add(outcome: Outcome) -> None:
        found = rows_in(view, outcome, style)
        rows.extend(found)
        overview.add(outcome, found)

    with replacing(output) as temporary:
        yield add
        write(temporary, [*table_sheets(view, rows, style.lang), overview_sheet(overview, style.lang)], style.lang)


def table_sheets(view: View, rows: Sequence[Row], lang: str) -> list[Sheet]:
    """The table, what changes a level first; over several sheets where it is longer than a sheet can be."""
    title = say(lang, f"sheets.{view.name}")
    leading = sorted(rows, key=leads)
    parts = [leading[at : at + ROWS_A_SHEET] for at in range(0, len(leading), ROWS_A_SHEET)] or [[]]
    titles = [title, *(f"{title} ({number})" for number in range(2, len(parts) + 1))]
    return [Sheet(name, view.columns, part) for name, part in zip(titles, parts, strict=True)]


def leads(row: Row) -> bool:
    """Sort key: findings that change a level come first; everything else keeps its order."""
    return not (isinstance(row, FindingRow) and row.impact)


def overview_sheet(overview: Overview, lang: str) -> Sheet:
    """The summary: a school a row."""
    return Sheet(say(lang, "sheets.overview"), overview.columns(), overview.rows())


def write(path: Path, sheets: Sequence[Sheet], lang: str) -> None:
    """Writes the workbook."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False})
    book.set_properties({"author": MARK})
    for sheet in sheets:
        write_sheet(book, sheet, lang)
    book.close()


def write_sheet(book: Any, sheet: Sheet, lang: str) -> None:
    """Writes one sheet: heading that stays, filters, widths, wrapped text."""
    page = book.add_worksheet(sheet.title)
    text = book.add_format(PLAIN)
    fills = {value: book.add_format({**PLAIN, "bg_color": colour}) for value, colour in FILLS.items()}
    heading = book.add_format(HEADING)
    prepare_for_print(page)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    widths = [WIDTHS.get(column, USUAL_WIDTH) for column in sheet.columns]
    headings = [heading_of(column, lang) for column in sheet.columns]
    page.set_row(0, height_of(headings, widths))
    for at, width in enumerate(widths):
        page.set_column(at, at, width)
        page.write_string(0, at, headings[at], heading)
    for line, row in enumerate(sheet.rows, start=1):
        page.set_row(line, height_of(row, widths))
        for at, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
            write_cell(page, (line, at), shown(column, value, lang), fills.get(str(value), text))


def height_of(row: Sequence[object], widths: Sequence[int]) -> int:
    """Points that a row needs to show its wrapped text: not every spreadsheet works it out by itself."""
    lines = (-(-len(str(value)) // width) for value, width in zip(row, widths, strict=True))
    return min(HIGHEST_ROW, LINE_HEIGHT * max(1, *lines))


def prepare_for_print(page: Any) -> None:
    """A4 across, all columns on one page, the heading on each."""
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def write_cell(page: Any, at: tuple[int, int], value: object, style: object) -> None:
    """Writes a number as a number, and text as text that is never run as a formula."""
    if isinstance(value, (int, float, Decimal)):
        page.write_number(*at, float(value), style)
    elif isinstance(value, str) and value:
        page.write_string(*at, value[:CELL_CHARACTERS], style)
    else:
        page.write_blank(*at, None, style)


def heading_of(column: str, lang: str) -> str:
    """A column's heading in the user's language; columns of a group are like `group-total:1`."""
    name, _, group = column.partition(":")
    return say(lang, f"columns.{name}", group=group)


def shown(column: str, value: object, lang: str) -> object:
    """The value as the user's language has it."""
    key = f"values.{value}"
    return say(lang, key) if column in TRANSLATED and knows(lang, key) else value
