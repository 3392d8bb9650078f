"""DOCX files: python-docx opens and saves, the body is written as XML at once (cell by cell is quadratic there)."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.shared import Pt

from corpus.paper import Block, Grid, GridCell, Line, Paper, Section
from corpus.writers.old_letters import SMALL_FONT, pieces_of

TWIPS = 20  # twentieths of a point
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
FIRST_LIST = 40  # above the ids of python-docx's own lists
# automatic numbers of criteria: a form for each group (a blank tells "%1" of the second group from the first's)
COUNTED = ("%1", "%1 ", "1.%1", "2.%1", "1.%1.", "2.%1.")
DRAWN = {"full": EDGES, "none": (), "rows": ("top", "bottom", "insideH"), "box": ("top", "left", "bottom", "right")}


@cache
def _template() -> bytes:
    stream = BytesIO()
    document = docx.Document()
    numbering = document.part.numbering_part.element
    first = numbering.find(f"{{{W[9:-1]}}}num")
    for n, form in enumerate(COUNTED, FIRST_LIST):
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{form}"/>'
            '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        )
        first.addprevious(parse_xml(f'<w:abstractNum {W} w:abstractNumId="{n}">{level}</w:abstractNum>'))
        numbering.append(parse_xml(f'<w:num {W} w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'))
    document.save(stream)
    return stream.getvalue()


def write_docx(paper: Paper, path: Path) -> None:
    """Writes the paper as a DOCX."""
    document = docx.Document(BytesIO(_template()))
    style = document.styles["Normal"]
    style.font.name, style.font.size = paper.font, Pt(paper.size)
    if paper.old_letters:
        style.font.name = SMALL_FONT
    body = document.element.body
    last = body.sectPr
    for n, section in enumerate(paper.sections):
        for element in parse_xml(f"<w:body {W}>{''.join(_block(b, paper, section) for b in section.blocks)}</w:body>"):
            last.addprevious(element)
        _size(last, section)
        if n < len(paper.sections) - 1:
            closing = parse_xml(f"<w:p {W}><w:pPr/></w:p>")
            closing.pPr.append(deepcopy(last))
            last.addprevious(closing)
    if paper.running_head:
        document.sections[0].header.paragraphs[0].text = paper.running_head
    if paper.page_numbers:
        _number_pages(document.sections[0].footer.paragraphs[0]._p)
    document.save(str(path))


def _size(properties: Any, section: Section) -> None:
    """Page size and margins of one section."""
    properties.page_width, properties.page_height = Pt(section.width), Pt(section.height)
    orient = "landscape" if section.width > section.height else "portrait"
    size = properties.find(f"{{{W[9:-1]}}}pgSz")
    size.set(f"{{{W[9:-1]}}}orient", orient)
    for edge in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(properties, edge, Pt(section.margin))


def _number_pages(paragraph: Any) -> None:
    run = f'<w:r {W}><w:fldChar w:fldCharType="begin"/></w:r>', f"<w:r {W}><w:instrText>PAGE</w:instrText></w:r>"
    for xml in (*run, f'<w:r {W}><w:fldChar w:fldCharType="end"/></w:r>'):
        paragraph.append(parse_xml(xml))


def _block(block: Block, paper: Paper, section: Section) -> str:
    if isinstance(block, Line):
        return _paragraph(block, paper)
    return _table(block, paper, section.width - 2 * section.margin)


def _runs(text: str, paper: Paper, *, bold: bool = False, italic: bool = False, half_points: int = 0) -> str:
    """The text in one run, or in several where old fonts need it."""
    parts = pieces_of(text) if paper.old_letters else [("", text)]
    return "".join(_run(part, font, bold=bold, italic=italic, half_points=half_points) for font, part in parts)


def _run(text: str, font: str, *, bold: bool, italic: bool, half_points: int) -> str:
    marks = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    marks += ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    marks += f'<w:sz w:val="{half_points}"/>' if half_points else ""
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(line: Line, paper: Paper) -> str:
    style = {"bullet": "ListBullet", "number": "ListNumber"}.get(line.list_mark)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    align = {"justify": "both"}.get(line.align, line.align)
    spacing = f'<w:spacing w:before="{paper.spacing}" w:after="{paper.spacing}"/>'
    run = _runs(line.text, paper, bold=line.bold, italic=line.italic) if line.text else ""
    return f'<w:p><w:pPr>{styled}{spacing}<w:jc w:val="{align}"/></w:pPr>{run}</w:p>'


def _table(grid: Grid, paper: Paper, width: float) -> str:
    shares = sum(grid.widths)
    widths = [round(share / shares * width * TWIPS) for share in grid.widths]
    drawn = DRAWN[grid.ruling]
    edges = "".join(
        f'<w:{edge} w:val="{"single" if edge in drawn else "nil"}" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in EDGES
    )
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    rows = "".join(_row(grid, n, widths, paper) for n in range(len(grid.rows)))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
        + ("<w:p/>" if grid.ruling != "none" else "")
    )


def _row(grid: Grid, n: int, widths: list[int], paper: Paper) -> str:
    marks = "<w:cantSplit/>" if grid.whole_rows else ""
    if grid.row_height:
        marks += f'<w:trHeight w:val="{round(grid.row_height * TWIPS)}" w:hRule="atLeast"/>'
    marks += "<w:tblHeader/>" if grid.repeat_heading and n < grid.heading_rows else ""
    properties = f"<w:trPr>{marks}</w:trPr>" if marks else ""
    cells, column = "", 0
    while column < len(widths):
        cell, owner, top = _owner(grid, n, column)
        span = owner.column_span
        merge = ""
        if owner.row_span > 1:
            merge = '<w:vMerge w:val="restart"/>' if top else "<w:vMerge/>"
        cells += _cell(cell, owner, sum(widths[column : column + span]), merge, paper)
        column += span
    return f"<w:tr>{properties}{cells}</w:tr>"


def _owner(grid: Grid, row: int, column: int) -> tuple[GridCell, GridCell, bool]:
    """What to write at a grid place, the merged cell that it belongs to, and whether it is that cell's top."""
    cell = grid.rows[row][column]
    if cell is not None:
        return cell, cell, True
    for above in range(row - 1, -1, -1):
        owner = grid.rows[above][column]
        if owner is not None:
            if above + owner.row_span <= row:
                break
            return GridCell(), owner, False
    raise ValueError(f"no cell covers row {row}, column {column}")


def _cell(cell: GridCell, owner: GridCell, width: int, merge: str, paper: Paper) -> str:
    span = f'<w:gridSpan w:val="{owner.column_span}"/>' if owner.column_span > 1 else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'
    if cell.nested is not None:
        return f"<w:tc>{properties}{_table(cell.nested, paper, width / TWIPS - 12)}</w:tc>"
    return f"<w:tc>{properties}{_cell_text(cell, paper)}</w:tc>"


def _cell_text(cell: GridCell, paper: Paper) -> str:
    half_points = round(paper.table_size * 2)
    runs = [_runs(text, paper, bold=cell.bold, half_points=half_points) if text else "" for text in cell.lines]
    if cell.counted:
        number = FIRST_LIST + COUNTED.index(cell.counted)
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return f'<w:p><w:pPr>{listed}<w:jc w:val="left"/></w:pPr></w:p>'
    around = paper.spacing // 2
    spacing = f'<w:spacing w:before="{around}" w:after="{around}" w:line="240" w:lineRule="auto"/>'
    aligned = f'<w:pPr>{spacing}<w:jc w:val="{cell.align}"/></w:pPr>'
    if cell.broken:
        return f"<w:p>{aligned}{'<w:r><w:br/></w:r>'.join(runs)}</w:p>"
    return "".join(f"<w:p>{aligned}{run}</w:p>" for run in runs)
