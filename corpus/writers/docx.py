"""DOCX files: python-docx opens and saves, the body is written as XML at once (cell by cell is quadratic there)."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt

from corpus.paper import Paper, Section
from corpus.writers.docx_body import COUNTED, FIRST_LIST, R, W, block_xml, numbered_style
from corpus.writers.docx_running import put_running
from corpus.writers.old_letters import FONTS

CHUNK_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAME = f"{{{W[9:-1]}}}"


@cache
def _template() -> bytes:
    stream = BytesIO()
    document = docx.Document()
    numbering, styles = document.part.numbering_part.element, document.styles.element
    first = numbering.find(f"{NAME}num")
    for n, form in enumerate(COUNTED, FIRST_LIST):
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{numbered_style(n)}"/>'
            f'<w:lvlText w:val="{form}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        )
        first.addprevious(parse_xml(f'<w:abstractNum {W} w:abstractNumId="{n}">{level}</w:abstractNum>'))
        numbering.append(parse_xml(f'<w:num {W} w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'))
        styles.append(
            parse_xml(
                f'<w:style {W} w:type="paragraph" w:customStyle="1" w:styleId="{numbered_style(n)}">'
                f'<w:name w:val="Số tiêu chí {n}"/><w:basedOn w:val="Normal"/>'
                f'<w:pPr><w:numPr><w:numId w:val="{n}"/></w:numPr><w:jc w:val="left"/></w:pPr></w:style>'
            )
        )
    document.save(stream)
    return stream.getvalue()


def write_docx(paper: Paper, path: Path) -> None:
    """Writes the paper as a DOCX; a section that was a file of its own is kept in it as such."""
    document = document_of(paper)
    append_parts(document, paper)
    document.save(str(path))


def document_of(paper: Paper) -> Any:
    """The document of all sections that are no files of their own."""
    document = docx.Document(BytesIO(_template()))
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONTS.get(paper.letters, paper.font), Pt(paper.size)
    body = document.element.body
    last = body.sectPr
    sections = [section for section in paper.sections if not section.part]
    for n, section in enumerate(sections):
        xml = "".join(block_xml(block, paper, section.text_width) for block in section.blocks)
        for element in parse_xml(f"<w:body {W} {R}>{xml}</w:body>"):
            last.addprevious(element)
        _size(last, section)
        if n < len(sections) - 1:
            closing = parse_xml(f"<w:p {W}><w:pPr/></w:p>")
            closing.pPr.append(deepcopy(last))
            last.addprevious(closing)
    for made, section in zip(document.sections, sections, strict=True):
        put_running(made, section.running, paper.letters)
    return document


def append_parts(document: Any, paper: Paper) -> None:
    """Puts every part behind the document, each as the file that it was."""
    for n, section in enumerate(section for section in paper.sections if section.part):
        _append_part(document, replace(paper, sections=(replace(section, part=False),)), n)


def _append_part(document: Any, paper: Paper, n: int) -> None:
    """Puts a whole document behind the last paragraph, unopened (`w:altChunk`)."""
    stream = BytesIO()
    document_of(paper).save(stream)
    package = document.part.package
    chunk = Part(PackURI(f"/word/afchunk{n + 1}.docx"), CHUNK_TYPE, stream.getvalue(), package)
    rel = document.part.relate_to(chunk, RELATIONSHIP_TYPE.A_F_CHUNK)
    document.element.body.sectPr.addprevious(parse_xml(f'<w:altChunk {W} {R} r:id="{rel}"/>'))


def _size(properties: Any, section: Section) -> None:
    """Page size and margins of one section."""
    properties.page_width, properties.page_height = Pt(section.width), Pt(section.height)
    orient = "landscape" if section.width > section.height else "portrait"
    properties.find(f"{NAME}pgSz").set(f"{NAME}orient", orient)
    for edge, width in section.margins._asdict().items():
        setattr(properties, f"{edge}_margin", Pt(width))
