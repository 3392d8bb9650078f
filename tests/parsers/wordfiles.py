"""Small DOCX files made of the XML that a test is about."""

from __future__ import annotations

import io
import zipfile

from parsers import docx
from parsers.document import Document, Table

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOTS = {
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "styles": "styles",
    "numbering": "numbering",
}


def word(body: str, **parts: str | bytes) -> bytes:
    """A DOCX with this body and these parts (`styles`, `numbering`, `header`, `header2` …), by their inner XML."""
    files: dict[str, str | bytes] = {"word/document.xml": _xml("document", f"<w:body>{body}</w:body>")}
    relations = []
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = inner if isinstance(inner, bytes) else _part(kind, inner)
        relations.append(_relation(name, kind, f"{name}.xml"))
    files["word/_rels/document.xml.rels"] = _relations(relations)
    files["_rels/.rels"] = _relations([_relation("rId1", "officeDocument", "word/document.xml")])
    files["[Content_Types].xml"] = _content_types(files)
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A ZIP of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of such a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read(body: str, **parts: str | bytes) -> Document:
    """What the reader sees in such a DOCX."""
    return docx.read(word(body, **parts), "a.docx", "0")


def shown(document: Document) -> list[object]:
    """Blocks as plain values: a paragraph's text, after its role where it is none of the body; a table's rows."""
    return [
        rows(block) if isinstance(block, Table) else block.text if block.role == "body" else (block.role, block.text)
        for block in document.blocks
    ]


def rows(table: Table) -> list[list[str]]:
    """The texts of a table's cells by row, merged ones once."""
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs (XML) or plain texts."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*blocks: str, properties: str = "") -> str:
    """A cell of blocks (XML) or plain texts."""
    inner = "".join(block if block.startswith("<") else p(block) for block in blocks) or p()
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells (XML) or plain texts."""
    inner = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def tbl(*table_rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(table_rows)}</w:tbl>"


def listed(list_id: int, level: int | None = 0) -> str:
    """Paragraph properties that put a paragraph into a list."""
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{depth}<w:numId w:val="{list_id}"/></w:numPr>'


def _part(kind: str, inner: str) -> str:
    return _xml(ROOTS.get(kind, kind), inner)


def _xml(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>'


def _relations(relations: list[str]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(relations)}</Relationships>'


def _content_types(files: dict[str, str | bytes]) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    main = {"document": "document.main"}
    names = [
        name.removeprefix("word/").removesuffix(".xml") for name in files if name.startswith("word/") and name[5] != "_"
    ]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{main.get(name, name.rstrip("0123456789"))}+xml"/>'
        for name in names
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
