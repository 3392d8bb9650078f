"""Paragraphs and tables as WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from corpus.paper import Block, Grid, GridCell, Line, Paper
from corpus.writers.old_letters import pieces_of

TWIPS = 20  # twentieths of a point
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
FIRST_LIST = 40  # above the ids of python-docx's own lists
# automatic numbers of criteria: a form for each group (a blank tells "%1" of the second group from the first's)
COUNTED = ("%1", "%1 ", "1.%1", "2.%1", "1.%1.", "2.%1.")
DRAWN = {
    "full": EDGES,
    "none": (),
    "rows": ("top", "bottom", "insideH"),
    "framed": ("top", "left", "bottom", "right", "insideH"),
}
BORDERS = {"dashed": "dashSmallGap", "doubled": "double"}  # by the paper's habit of drawing; else a single line
SINGLE_LINE = 1.22  # what LibreOffice and Word take for one line of letters, as a multiple of their size
GREY = "D9D9D9"


def numbered_style(number: int) -> str:
    """The style that numbers its paragraphs by the list of this number."""
    return f"SoTieuChi{number}"


def block_xml(block: Block, paper: Paper, width: float) -> str:
    """A paragraph or a table; `width` is that of the text, in points."""
    return _paragraph(block, paper) if isinstance(block, Line) else _table(block, paper, width)


def runs_xml(text: str, letters: str, *, bold: bool = False, italic: bool = False, half_points: int = 0) -> str:
    """The text in one run, or in several where old fonts need it."""
    parts = pieces_of(text, letters) if letters else [("", text)]
    return "".join(_run(part, font, bold=bold, italic=italic, half_points=half_points) for font, part in parts)


def _run(text: str, font: str, *, bold: bool, italic: bool, half_points: int) -> str:
    marks = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    marks += ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    marks += f'<w:sz w:val="{half_points}"/>' if half_points else ""
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _spacing(around: int, paper: Paper) -> str:
    line = round(240 * paper.leading / SINGLE_LINE)
    return f'<w:spacing w:before="{around}" w:after="{around}" w:line="{line}" w:lineRule="auto"/>'


def _paragraph(line: Line, paper: Paper) -> str:
    style = {"bullet": "ListBullet", "number": "ListNumber"}.get(line.list_mark)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    align = {"justify": "both"}.get(line.align, line.align)
    run = runs_xml(line.text, paper.letters, bold=line.bold, italic=line.italic) if line.text else ""
    return f'<w:p><w:pPr>{styled}{_spacing(paper.spacing, paper)}<w:jc w:val="{align}"/></w:pPr>{run}</w:p>'


def _table(grid: Grid, paper: Paper, width: float) -> str:
    shares = sum(grid.widths)
    widths = [round(share / shares * width * TWIPS) for share in grid.widths]
    drawn, line = DRAWN[grid.ruling], BORDERS.get(paper.hand.rulings, "single")
    edges = "".join(
        f'<w:{edge} w:val="{line if edge in drawn else "nil"}" w:sz="4" w:space="0" w:color="000000"/>'
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
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{GREY}"/>' if paper.shaded and n < grid.heading_rows else ""
    cells, column = "", 0
    while column < len(widths):
        cell, owner, top = _owner(grid, n, column)
        span = owner.column_span
        merge = ""
        if owner.row_span > 1:
            merge = '<w:vMerge w:val="restart"/>' if top else "<w:vMerge/>"
        cells += _cell(cell, owner, sum(widths[column : column + span]), merge + shade, paper)
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


def _cell(cell: GridCell, owner: GridCell, width: int, marks: str, paper: Paper) -> str:
    span = f'<w:gridSpan w:val="{owner.column_span}"/>' if owner.column_span > 1 else ""
    if paper.centred and (owner.row_span > 1 or owner.align == "center"):
        marks += '<w:vAlign w:val="center"/>'
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{marks}</w:tcPr>'
    if cell.nested is not None:
        return f"<w:tc>{properties}{_table(cell.nested, paper, width / TWIPS - 12)}</w:tc>"
    return f"<w:tc>{properties}{_cell_text(cell, paper)}</w:tc>"


def _cell_text(cell: GridCell, paper: Paper) -> str:
    half_points = round(paper.table_size * 2)
    runs = [
        runs_xml(text, paper.letters, bold=cell.bold, half_points=half_points) if text else "" for text in cell.lines
    ]
    if cell.counted:
        number = FIRST_LIST + COUNTED.index(cell.counted)
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return f'<w:p><w:pPr>{listed}<w:jc w:val="left"/></w:pPr></w:p>'
    aligned = f'<w:pPr>{_spacing(paper.spacing // 2, paper)}<w:jc w:val="{cell.align}"/></w:pPr>'
    if cell.broken:
        return f"<w:p>{aligned}{'<w:r><w:br/></w:r>'.join(runs)}</w:p>"
    return "".join(f"<w:p>{aligned}{run}</w:p>" for run in runs)
