"""The table as read, as HTML: each cell with its key, each total with the keys of what it is the sum of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.page_markup import Markup, joined, tag
from extract.page_rows import FIELDS, LOOSE, MISSING, SAID, AnyReading, Row
from extract.tabular import one_line, show_number
from extract.texts import say
from extract.views import Style

NUMBER = re.compile(r"-?\d+\.\d+")
LONGEST = 240  # letters of a cell; evidence may fill pages, and the report itself is at hand


def table_of(rows: Sequence[Row], style: Style) -> Markup:
    """All rows of a report in one table; the page shows those of a finding."""
    columns = [tag("th", say(style.lang, f"page.columns.{name}"), scope="col") for name in ("id", "label", *FIELDS)]
    parts = {row.id: row for row in rows}
    body = [_line(row, parts, style) for row in rows]
    return tag("table", tag("thead", tag("tr", *columns)), tag("tbody", *body))


def _line(row: Row, rows: dict[str, Row], style: Style) -> Markup:
    id_ = say(style.lang, f"page.kinds.{row.kind}") if row.kind in {SAID, LOOSE} else row.id
    label = say(style.lang, "page.no-row") if row.kind == MISSING else row.label
    return tag(
        "tr",
        tag("th", id_, scope="row"),
        tag("td", _short(style.mask(one_line(label)))),
        *(_cell(row, at, rows, style) for at in range(len(FIELDS))),
        class_=row.kind,
        data_row=row.id,
    )


def _cell(row: Row, at: int, rows: dict[str, Row], style: Style) -> Markup:
    reading, name = row.cells[at], FIELDS[at]
    shown = "" if reading is None else _short(style.mask(one_line(_text_of(reading, name, style.lang))))
    is_sum = name == "score" and bool(row.adds)
    unclear = reading is not None and reading.value is None and name != "evidence"
    return tag(
        "td",
        _total(row, shown, rows, style) if is_sum else shown,
        class_="figure" if name != "evidence" else None,
        data_cell=f"{row.id}/{name}" if reading is not None or is_sum else None,
        data_unclear=unclear,
    )


def _text_of(reading: AnyReading, name: str, lang: str) -> str:
    """A figure as it was understood, for it may stand within a sentence; what was not understood as it stands there."""
    value = reading.value
    if name == "evidence" or value is None or isinstance(value, bool):
        return reading.text
    return in_words_of(lang, show_number(value)) if isinstance(value, (Decimal, int)) else str(value)


def in_words_of(lang: str, text: str) -> str:
    """A figure with its decimals written the way of the language; other text as it is."""
    return text.replace(".", ",") if lang == "vi" and NUMBER.fullmatch(text) else text


def _total(row: Row, shown: str, rows: dict[str, Row], style: Style) -> Markup:
    """A total that lights its addends when it is pointed at, and says what they come to."""
    terms = [_figure(rows[part], style.lang) for part in row.adds if part in rows]
    reckoned = "?" if row.sum is None else in_words_of(style.lang, show_number(row.sum))
    told = say(style.lang, "page.adds-up", terms=" + ".join(terms), sum=reckoned)
    differs = shown and row.sum is not None and shown != reckoned
    note = tag("small", say(style.lang, "page.reckoned", sum=reckoned)) if differs else ""
    button = tag(
        "button",
        shown or f"= {reckoned}",
        type="button",
        class_="sum",
        title=told,
        data_adds=" ".join(f"{part}/score" for part in row.adds),
    )
    return joined(button, note)


def _figure(row: Row, lang: str) -> str:
    score = row.cells[FIELDS.index("score")]
    value = None if score is None else score.value
    return in_words_of(lang, show_number(value)) if isinstance(value, Decimal) else "?"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"
