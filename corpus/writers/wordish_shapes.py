"""Shapes of Word: the line under the motto, a box in the running head; each stored twice, for old and new readers."""

from __future__ import annotations

from random import Random
from typing import Any

from docx.oxml import parse_xml

from corpus.paper import Paper
from corpus.spelling import lettered
from corpus.writers.docx_body import W, runs_xml

NAMESPACES = (
    f"{W} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
POINT = 12700  # EMU
MOTTO = "Độc lập"


def add_shapes(document: Any, paper: Paper, rng: Random) -> None:
    """A line under the motto, and the running head's words in a box, where this author draws such things."""
    name = f"{{{W[9:-1]}}}"
    if rng.random() < 0.6:
        for paragraph in document.element.body.iter(f"{name}p"):
            if MOTTO in "".join(text.text or "" for text in paragraph.iter(f"{name}t")):
                paragraph.append(shape_xml("", (160.0, 0.5), 1))
                break
    head = paper.sections[0].running.head
    if head and rng.random() < 0.7:
        first = document.sections[0].header.paragraphs[0]
        for run in list(first._p.iter(f"{name}r")):
            run.getparent().remove(run)
        first._p.append(shape_xml(runs_xml(lettered(head, paper.letters), paper.letters), (240.0, 20.0), 2))


def shape_xml(runs: str, size: tuple[float, float], number: int) -> Any:
    """A run with a shape: as DrawingML, and once more as VML for those who do not know that."""
    width, height = (round(length * POINT) for length in size)
    words = f"<w:p>{runs}</w:p>"
    box = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>" if runs else ""
    old_box = f"<v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox>" if runs else ""
    drawn = (
        f'<w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Shape {number}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="{"rect" if runs else "line"}"><a:avLst/></a:prstGeom>'
        '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        f"{box}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    style = f'style="width:{size[0]}pt;height:{size[1]}pt"'
    old = f'<w:pict><v:rect id="S{number}" {style}>{old_box}</v:rect></w:pict>'
    return parse_xml(
        f'<w:r {NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
