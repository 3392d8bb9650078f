"""What editing does to the runs of a DOCX: split in the middle of words, marked, wrapped, changed under tracking."""

from __future__ import annotations

from copy import deepcopy
from itertools import count, pairwise
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from corpus.writers.docx_body import W

NAME = f"{{{W[9:-1]}}}"
BY = 'w:author="Giáo viên A" w:date="2024-05-20T08:00:00Z"'
URI = "urn:schemas-microsoft-com:office:smarttags"


def edit_runs(body: Any, rng: Random) -> None:
    """Works over every run; how often each habit shows is drawn once a document."""
    ids = count(100)
    often, tracked, hyphens, linked = rng.uniform(0.1, 0.6), rng.random() < 0.4, rng.random() < 0.25, rng.random() < 0.6
    for run in list(body.iter(f"{NAME}r")):
        text = run.find(f"{NAME}t")
        if text is None or not text.text:
            continue
        if linked and text.text.startswith(("http", "Xem minh")):
            _as_link(run)
        elif tracked and rng.random() < 0.06:
            _as_inserted(run, rng, next(ids))
        elif rng.random() < often:
            pieces = _split(run, rng)
            _mark(pieces, rng, ids)
    if hyphens:
        _keep_hyphens(body)
    for paragraph in body.iter(f"{NAME}p"):
        paragraph.set(f"{NAME}rsidR", _rsid(rng))
        paragraph.set(f"{NAME}rsidRDefault", _rsid(rng))


def _rsid(rng: Random) -> str:
    return f"00{rng.randrange(16**6):06X}"


def _split(run: Any, rng: Random) -> list[Any]:
    """The run in up to four runs, cut anywhere, each with the mark of another editing session."""
    text = run.find(f"{NAME}t").text
    cuts = sorted(rng.sample(range(1, len(text)), min(len(text) - 1, rng.randint(1, 3)))) if len(text) > 1 else []
    pieces = []
    for start, end in pairwise([0, *cuts, len(text)]):
        piece = deepcopy(run)
        told = piece.find(f"{NAME}t")
        told.text = text[start:end]
        told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        piece.set(f"{NAME}rsidR", _rsid(rng))
        run.addprevious(piece)
        pieces.append(piece)
    run.getparent().remove(run)
    return pieces


def _mark(pieces: list[Any], rng: Random, ids: count[int]) -> None:
    """Marks between the pieces, or a wrapper around one of them."""
    piece = rng.choice(pieces)
    match rng.randrange(7):
        case 0:
            pieces[0].addprevious(parse_xml(f'<w:proofErr {W} w:type="spellStart"/>'))
            pieces[-1].addnext(parse_xml(f'<w:proofErr {W} w:type="spellEnd"/>'))
        case 1:
            number = next(ids)
            piece.addprevious(parse_xml(f'<w:bookmarkStart {W} w:id="{number}" w:name="_Hlk{number}"/>'))
            piece.addnext(parse_xml(f'<w:bookmarkEnd {W} w:id="{number}"/>'))
        case 2:
            _wrap(piece, f'<w:smartTag {W} w:uri="{URI}" w:element="place"/>')
        case 3:
            _in_control(piece, next(ids))
        case 4:
            piece.insert(_after_properties(piece), parse_xml(f"<w:lastRenderedPageBreak {W}/>"))
        case 5:
            number = next(ids)
            _wrap(piece, f'<w:ins {W} w:id="{number}" {BY}/>')
        case _:
            pass


def _after_properties(run: Any) -> int:
    return 0 if run.find(f"{NAME}rPr") is None else 1


def _wrap(run: Any, wrapper: str) -> None:
    around = parse_xml(wrapper)
    run.addprevious(around)
    around.append(run)


def _in_control(run: Any, number: int) -> None:
    """The run inside a content control."""
    control = parse_xml(f'<w:sdt {W}><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent/></w:sdt>')
    run.addprevious(control)
    control[1].append(run)


def _as_inserted(run: Any, rng: Random, number: int) -> None:
    """The run as a tracked change: what stood there before is still in the file, deleted."""
    text = run.find(f"{NAME}t").text
    before = str(rng.randint(0, 9)) if text.strip().isdigit() else " ".join(text.split()[:3][::-1])
    _wrap(run, f'<w:ins {W} w:id="{number}" {BY}/>')
    gone = f'<w:r><w:delText xml:space="preserve">{escape(before)}</w:delText></w:r>'
    run.getparent().addprevious(parse_xml(f'<w:del {W} w:id="{number + 5000}" {BY}>{gone}</w:del>'))


def _as_link(run: Any) -> None:
    """The run as what a field shows, with another field nested in its code."""
    code = ' HYPERLINK "https://example.edu.vn/minh-chung" \\\\t "'
    before = [
        '<w:fldChar w:fldCharType="begin"/>', f'<w:instrText xml:space="preserve">{escape(code)}</w:instrText>',
        '<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', "<w:t>3</w:t>", '<w:fldChar w:fldCharType="end"/>',
        '<w:instrText xml:space="preserve">" </w:instrText>', '<w:fldChar w:fldCharType="separate"/>',
    ]  # fmt: skip
    for inner in before:
        run.addprevious(parse_xml(f"<w:r {W}>{inner}</w:r>"))
    run.addnext(parse_xml(f'<w:r {W}><w:fldChar w:fldCharType="end"/></w:r>'))


def _keep_hyphens(body: Any) -> None:
    """Hyphens in the numbers of documents as Word's own that never break a line."""
    for run in list(body.iter(f"{NAME}r")):
        text = run.find(f"{NAME}t")
        if text is None or not text.text or "/" not in text.text or "-" not in text.text:
            continue
        at = text.text.index("-", text.text.index("/")) if "-" in text.text[text.text.index("/") :] else -1
        if at < 0 or text.text[at - 1 : at] == " ":
            continue
        rest = deepcopy(text)
        text.text, rest.text = text.text[:at], text.text[at + 1 :]
        text.addnext(parse_xml(f"<w:noBreakHyphen {W}/>"))
        text.getnext().addnext(rest)
        for part in (text, rest):
            part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
