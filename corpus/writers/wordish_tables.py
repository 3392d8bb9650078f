"""What Word does to tables: grid columns that no cell fills, cells over two grid columns, controls, bookmarks."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from docx.oxml import parse_xml

from corpus.writers.docx_body import W

NAME = f"{{{W[9:-1]}}}"
SLIVER = 113  # twentieths of a point: the width of a grid column that nothing fills


def edit_tables(body: Any, rng: Random) -> None:
    """Works over every table, and over the paragraphs that number themselves."""
    for n, table in enumerate(list(body.iter(f"{NAME}tbl"))):
        properties = table.find(f"{NAME}tblPr")
        properties.append(parse_xml(f'<w:tblLook {W} w:val="04A0" w:firstRow="1" w:lastRow="0" w:noVBand="1"/>'))
        for habit in rng.sample(HABITS, rng.randint(0, 2)):
            habit(table, rng)
        for row in _rows(table):
            row.set(f"{NAME}rsidR", f"00{rng.randrange(16**6):06X}")
        number = 9000 + n
        table.addprevious(parse_xml(f'<w:bookmarkStart {W} w:id="{number}" w:name="bang_{n}"/>'))
        table.addnext(parse_xml(f'<w:bookmarkEnd {W} w:id="{number}"/>'))
    if rng.random() < 0.5:
        _number_by_style(body)


def _number_by_style(body: Any) -> None:
    """Automatic numbers that come from the paragraph's style, which alone names the list."""
    for numbered in list(body.iter(f"{NAME}numPr")):
        properties = numbered.getparent()
        number = numbered.find(f"{NAME}numId").get(f"{NAME}val")
        if properties.find(f"{NAME}pStyle") is None:
            properties.insert(0, parse_xml(f'<w:pStyle {W} w:val="SoTieuChi{number}"/>'))
            properties.remove(numbered)


def _rows(table: Any) -> list[Any]:
    """The table's own rows, those in content controls too."""
    children = list(table.iterchildren(f"{NAME}tr", f"{NAME}sdt"))
    return [one if one.tag == f"{NAME}tr" else one.find(f"{NAME}sdtContent/{NAME}tr") for one in children]


def _cells(row: Any) -> list[Any]:
    """The row's own cells, those in content controls too."""
    children = list(row.iterchildren(f"{NAME}tc", f"{NAME}sdt"))
    return [one if one.tag == f"{NAME}tc" else one.find(f"{NAME}sdtContent/{NAME}tc") for one in children]


def _row_properties(row: Any) -> Any:
    found = row.find(f"{NAME}trPr")
    if found is None:
        found = parse_xml(f"<w:trPr {W}/>")
        row.insert(0, found)
    return found


def _empty_column_before(table: Any, rng: Random) -> None:
    """A grid column at the left that every row leaves out."""
    del rng
    table.find(f"{NAME}tblGrid").insert(0, parse_xml(f'<w:gridCol {W} w:w="{SLIVER}"/>'))
    for row in _rows(table):
        properties = _row_properties(row)
        properties.insert(0, parse_xml(f'<w:gridBefore {W} w:val="1"/>'))
        properties.insert(1, parse_xml(f'<w:wBefore {W} w:w="{SLIVER}" w:type="dxa"/>'))


def _empty_column_after(table: Any, rng: Random) -> None:
    """A grid column at the right that every row leaves out."""
    del rng
    table.find(f"{NAME}tblGrid").append(parse_xml(f'<w:gridCol {W} w:w="{SLIVER}"/>'))
    for row in _rows(table):
        properties = _row_properties(row)
        properties.insert(0, parse_xml(f'<w:gridAfter {W} w:val="1"/>'))
        properties.insert(1, parse_xml(f'<w:wAfter {W} w:w="{SLIVER}" w:type="dxa"/>'))


def _halved_column(table: Any, rng: Random) -> None:
    """One column of the grid in two, and every cell that stands in it over both."""
    columns = table.find(f"{NAME}tblGrid").findall(f"{NAME}gridCol")
    at = rng.randrange(len(columns))
    width = int(columns[at].get(f"{NAME}w"))
    columns[at].set(f"{NAME}w", str(width - width // 3))
    columns[at].addnext(parse_xml(f'<w:gridCol {W} w:w="{width // 3}"/>'))
    for row in _rows(table):
        skipped = row.find(f"{NAME}trPr/{NAME}gridBefore")
        column = int(skipped.get(f"{NAME}val")) if skipped is not None else 0
        if column > at:
            skipped.set(f"{NAME}val", str(column + 1))
        for cell in _cells(row):
            span = cell.find(f"{NAME}tcPr/{NAME}gridSpan")
            wide = int(span.get(f"{NAME}val")) if span is not None else 1
            if column <= at < column + wide:
                _set_span(cell, wide + 1)
            column += wide
        left_out = row.find(f"{NAME}trPr/{NAME}gridAfter")
        if left_out is not None and column <= at:
            left_out.set(f"{NAME}val", str(int(left_out.get(f"{NAME}val")) + 1))


def _set_span(cell: Any, wide: int) -> None:
    properties = cell.find(f"{NAME}tcPr")
    span = properties.find(f"{NAME}gridSpan")
    if span is None:
        span = parse_xml(f"<w:gridSpan {W}/>")
        properties.find(f"{NAME}tcW").addnext(span)
    span.set(f"{NAME}val", str(wide))


def _cells_in_controls(table: Any, rng: Random) -> None:
    """Some cells, and one row, inside content controls."""
    rows = _rows(table)
    for row in rows:
        for cell in row.findall(f"{NAME}tc"):
            if rng.random() < 0.1:
                _in_control(cell, rng)
    if len(rows) > 2:
        _in_control(rows[rng.randrange(1, len(rows))], rng)


def _in_control(element: Any, rng: Random) -> None:
    number = rng.randrange(10**6)
    control = parse_xml(f'<w:sdt {W}><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent/></w:sdt>')
    element.addprevious(control)
    control[1].append(element)


def _bookmarks_between(table: Any, rng: Random) -> None:
    """Bookmarks and permissions between rows and between cells."""
    for row in _rows(table):
        number = rng.randrange(10**5, 10**6)
        cells = row.findall(f"{NAME}tc")
        if cells and rng.random() < 0.2:
            rng.choice(cells).addprevious(parse_xml(f'<w:bookmarkStart {W} w:id="{number}" w:name="_GoBack{number}"/>'))
            row.addnext(parse_xml(f'<w:bookmarkEnd {W} w:id="{number}"/>'))


HABITS: tuple[Callable[[Any, Random], None], ...] = (
    _empty_column_before, _empty_column_after, _halved_column, _cells_in_controls, _bookmarks_between,
)  # fmt: skip
