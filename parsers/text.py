"""Plain text: a paragraph a line, tables as tab-separated or piped lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.document import Cell, Document, Line, Paragraph, Place, Table
from parsers.encoding import text_of, tidy, unmask
from parsers.failures import TooLarge
from parsers.fragments import lines_of_fragment, plain_text, without_markdown

MAX_BYTES = 20 * 1024 * 1024  # a report has 50 kB
MAX_CELLS = 250_000

_LINE_END = re.compile("\r\n|[\n\r\f\v\x85\u2028\u2029]")
_CONTROLS = dict.fromkeys([*range(9), *range(14, 32), 127])
_RULE = re.compile(r":?-{2,}:?")  # a field of the line under a Markdown table's heading
_LONGEST_QUOTE = 30  # lines of one field
_CLOSED = re.compile(r'^[^"]*(?:""[^"]*)*"(?:\t|$)')
_PIPE = re.compile(r"(?<!\\)\|")


class _Row(NamedTuple):
    """A line of a table, and whether a blank line stands before it."""

    fields: list[str]
    after_gap: bool


def read(data: bytes, file: str, digest: str) -> Document:
    """The Document in the bytes of a text file."""
    if len(data) > MAX_BYTES:
        raise TooLarge(what="bytes", size=str(len(data)), limit=str(MAX_BYTES))
    lines = unmask([tidy(line).translate(_CONTROLS) for line in _LINE_END.split(text_of(data))])
    return Document(file, digest, "text", tuple(_blocks_of(lines)))


def _blocks_of(lines: Sequence[str]) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables in order, each kind numbered on its own."""
    paragraphs = tables = 0
    for item in _items_of(_joined(lines)):
        if isinstance(item, list):
            tables += 1
            yield _table(item, tables)
            continue
        for line in plain_text(without_markdown(item)).split("\n"):
            if line.strip():
                paragraphs += 1
                yield Paragraph(line.strip(), Place(paragraph=paragraphs))


def _items_of(lines: Sequence[str]) -> Iterator[str | list[list[str]]]:
    """Lines and tables (rows of fields); lines that are table rows in form only come back as lines."""
    rows: list[_Row] = []
    gap = False
    for line in lines:
        if not line.strip():
            gap = True
            continue
        fields = fields_of(line)
        if rows and not _goes_on(rows, fields, gap=gap):
            yield from _table_or_lines(rows)
            rows = []
        if fields:
            rows.append(_Row(fields, gap))
        else:
            yield line
        gap = False
    yield from _table_or_lines(rows)


def fields_of(line: str) -> list[str]:
    """The fields of a table line, tab-separated or between pipes; empty for any other line."""
    if "\t" in line:
        return line.split("\t")
    text = line.strip()
    if text.startswith("|") and text.endswith("|") and len(_PIPE.findall(text)) > 2:
        return [field.replace("\\|", "|") for field in _PIPE.split(text)[1:-1]]
    return []


def _goes_on(rows: Sequence[_Row], fields: Sequence[str], *, gap: bool) -> bool:
    """Whether a line goes on with the table: at once, or after a gap when it has as many columns.

    A line may have lost the tabs of its last, empty fields.
    """
    if not fields:
        return False
    columns = max(len(row.fields) for row in rows[-50:])
    return len(fields) == columns or (not gap and max(columns, len(fields)) > 2)


def _table_or_lines(rows: Sequence[_Row]) -> Iterator[str | list[list[str]]]:
    # Lines that are merely indented, or have one tab for want of a better space, are no table.
    shared = [row.fields for row in rows if sum(bool(field.strip()) for field in row.fields) > 1]
    if not shared:
        yield from ("\t".join(row.fields) for row in rows)
        return
    fields = [row.fields for row in rows if not all(_RULE.fullmatch(field.strip()) for field in row.fields)]
    if fields:
        yield fields


def _table(rows: Sequence[Sequence[str]], number: int) -> Table:
    columns = max(len(row) for row in rows)
    if columns * len(rows) > MAX_CELLS:
        raise TooLarge(what="cells", size=str(columns * len(rows)), limit=str(MAX_CELLS))
    cells = []
    for row, fields in enumerate(rows):
        place = Place(table=number, row=row + 1)
        for column in range(columns):
            lines = lines_of_fragment(without_markdown(_unquoted(fields[column]))) if column < len(fields) else []
            cells.append(Cell("\n".join(lines), row, column, place=place, lines=tuple(Line(line) for line in lines)))
    return Table(tuple(cells), Place(table=number))


def _joined(lines: Sequence[str]) -> list[str]:
    """`lines` with a spreadsheet's quoted fields made whole that hold line ends: `1.1⇥"first`, `second"⇥10`."""
    whole: list[str] = []
    at = 0
    while at < len(lines):
        end = _end_of_quote(lines, at)
        whole.append("<br>".join(lines[at:end]))
        at = end
    return whole


def _end_of_quote(lines: Sequence[str], at: int) -> int:
    """Where the table line at `at` ends: after its last field's closing quote, or at once where there is none."""
    field = lines[at].rpartition("\t")[2]
    if "\t" not in lines[at] or not field.startswith('"') or field.count('"') % 2 == 0:
        return at + 1
    for end in range(at + 1, min(at + _LONGEST_QUOTE, len(lines))):
        if lines[end].count('"') % 2 and _CLOSED.search(lines[end]):
            return end + 1
    return at + 1


def _unquoted(field: str) -> str:
    if len(field) > 1 and field[0] == field[-1] == '"' and field.count('"') % 2 == 0 and ("<br>" in field):
        return field[1:-1].replace('""', '"')
    return field
