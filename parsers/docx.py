"""Word files (DOCX): from the package's XML to a Document, each part walked once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from lxml import etree

from parsers.document import Document, Paragraph, Place
from parsers.docx_excerpt import (
    Asked,
    excerpt,
    list_styles_named,
    lists_excerpt,
    styles_used,
    without_cell_properties,
    without_properties,
    without_usual_looks,
)
from parsers.docx_lists import Lists
from parsers.docx_plain import with_plain_as_one
from parsers.docx_styles import Styles, theme_fonts_of
from parsers.docx_tables import lines_of
from parsers.docx_text import Sources, Walk
from parsers.failures import Damaged, Scanned, TooLarge, WrongType
from parsers.laid_out import Block, Counts, laid_out, unmasked
from parsers.numbering import Numbering
from parsers.package import MAX_DEPTH, Package, lenient_tree, tree_of
from parsers.wordml import W

# Most documents hide nothing and have Unicode fonts only; then no style and no font needs to be looked up.
_OLD_FONTS = re.compile(rb"[\"'](?:[._]?[Vv][Nn]|Wingdings|Webdings|Symbol|Marlett)")
_LETTER = re.compile(r"[^\W\d_]")
_CHUNK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MAX_CHUNKS = 20  # documents put into one; a report has its appendix so, or a few
_NOTE_PARTS = ("footnotes", "endnotes")
_MARGINS = ("header", "footer")


class _Parts(NamedTuple):
    """The parts that the text is read from or that say how it looks; empty bytes where a document has no such part."""

    body: bytes
    margins: tuple[tuple[str, bytes], ...]  # headers and footers: role and bytes, each part once
    notes: dict[str, bytes]
    styles: bytes
    numbering: bytes
    theme: bytes


def read(data: bytes, file: str, digest: str) -> Document:
    """The Document in the bytes of a Word file."""
    package = Package(data)
    parts = _parts_of(package)
    sources, doubts, story = _sources_of(parts)
    body = _body_of(story, sources)
    if body is None:
        raise Damaged(detail="no body")
    try:
        blocks = unmasked(list(_blocks_of(parts, list(_texts(package, body, Walk(sources))))))
    except RecursionError as error:
        raise TooLarge(what="depth", size=f">{MAX_DEPTH}", limit=str(MAX_DEPTH)) from error
    if not blocks:
        _refuse_what_is_no_text(package, parts.body, file)
    return Document(file, digest, "docx", tuple(blocks), doubts=doubts)


class _Text(NamedTuple):
    """A stretch of the text: the body, or where whole documents are put in, what stands before and after and they."""

    body: etree._Element
    walk: Walk


def _texts(package: Package, body: etree._Element, walk: Walk) -> Iterator[_Text]:
    """The body, cut where another document is put in (`w:altChunk`), with that document's body at its place."""
    chunks = body.findall(f"{W}altChunk")[:MAX_CHUNKS]
    if chunks:
        targets = {relation.id: relation.part for relation in package.relations(_main_of(package))}
    for chunk in chunks:
        before = etree.Element(body.tag)
        before.extend(list(chunk.itersiblings(preceding=True))[::-1])
        yield _Text(before, walk)
        inner = package.part(targets.get(chunk.get(_CHUNK_ID, ""), ""))
        if inner is not None and inner.startswith(b"PK"):
            yield from _text_of_chunk(Package(inner))
        body.remove(chunk)
    yield _Text(body, walk)


def _text_of_chunk(package: Package) -> Iterator[_Text]:
    """A document that is put in, with its own styles and numbering; one inside it is not opened."""
    parts = _parts_of(package)
    sources, _doubts, story = _sources_of(parts)
    body = _body_of(story, sources)
    if body is not None:
        yield _Text(body, Walk(sources))


def _body_of(story: bytes, sources: Sources) -> etree._Element | None:
    """The body's element, without what nothing that is read depends on."""
    asked = _asked(sources)
    story = without_properties(story, asked)
    return tree_of(with_plain_as_one(story) if asked.plain else story).find(f"{W}body")


def _main_of(package: Package) -> str:
    main = next((relation.part for relation in package.relations("") if relation.kind == "officeDocument"), "")
    return main or "word/document.xml"


def _parts_of(package: Package) -> _Parts:
    main = _main_of(package)
    body = package.part(main) or package.part("word/document.xml")
    if body is None:
        raise Damaged(detail="no document")
    by_kind: dict[str, dict[str, bytes]] = {}
    for relation in package.relations(main):
        if relation.kind in (*_MARGINS, *_NOTE_PARTS, "styles", "numbering", "theme"):
            by_kind.setdefault(relation.kind, {}).setdefault(relation.part, package.part(relation.part) or b"")
    first = {kind: next(iter(parts.values())) for kind, parts in by_kind.items()}
    return _Parts(
        body,
        tuple((role, part) for role in _MARGINS for part in by_kind.get(role, {}).values()),
        {kind: first[kind] for kind in _NOTE_PARTS if kind in first},
        first.get("styles", b""),
        first.get("numbering", b""),
        first.get("theme", b""),
    )


def _sources_of(parts: _Parts) -> tuple[Sources, tuple[tuple[str, Place], ...], bytes]:
    """What the walk looks things up in, only as far as this document needs it; which of it is damaged; the body."""
    body = without_cell_properties(parts.body)
    bare = without_usual_looks(body)
    stories = (bare, *(part for _, part in parts.margins), *parts.notes.values())
    used = excerpt(parts.styles, styles_used(stories) | list_styles_named(parts.numbering))
    styled = _looks_otherwise(used) or _has_old_font(parts.theme, b"latin ")
    looks = styled or any(_looks_otherwise(part) or b"showingPlcHdr" in part for part in stories)
    listed = any(b"numPr" in part for part in (*stories, used))
    styles = lenient_tree(used) if used and (looks or listed) else None
    lists = lenient_tree(lists_excerpt(parts.numbering, (*stories, used))) if parts.numbering and listed else None
    theme = lenient_tree(parts.theme) if parts.theme and looks else None
    known = Styles(styles, theme_fonts_of(theme) if theme is not None else None)
    numbering = Numbering() if lists is None else Numbering(Lists(lists, known.list_of).definition_of)
    doubts = []
    if styles is None and parts.styles and (looks or listed):
        doubts.append(("damaged-styles", Place()))
    if lists is None and parts.numbering and listed:
        doubts.append(("damaged-numbering", Place()))
    sources = Sources(known, numbering, looks, styled)
    return sources, tuple(doubts), body if styled else bare


def _asked(sources: Sources) -> Asked:
    """What of the text's properties is looked at."""
    listed = sources.styles.listed
    in_list = (lambda style: listed(style) is not None) if sources.numbering else None
    return Asked(sources.styled, sources.looks, in_list)


def _looks_otherwise(part: bytes) -> bool:
    """Whether some text may be hidden or in a font that is not Unicode."""
    return b"vanish" in part or _has_old_font(part, b"rFonts ")


def _has_old_font(part: bytes, element: bytes) -> bool:
    """Whether an element that names fonts names one that is no Unicode font: searched in bytes, styles are long."""
    fonts = b"".join(rest[: rest.find(b">")] for rest in part.split(element)[1:])
    return bool(_OLD_FONTS.search(fonts))


def _blocks_of(parts: _Parts, texts: Sequence[_Text]) -> Iterator[Block]:
    """All blocks: headers, the text with its tables, notes, footers."""
    counts, walk = Counts(), texts[-1].walk
    text = [block for one in texts for block in laid_out(one.walk.content_of(one.body), counts)]
    yield from _margin(parts, "header", walk)
    yield from text
    yield from _notes(parts, walk)
    yield from _margin(parts, "footer", walk)


def _margin(parts: _Parts, role: str, walk: Walk) -> Iterator[Paragraph]:
    """The headers or footers, each distinct line once: most sections of a document repeat the same ones.

    A line without a letter is a page number, the one of the page on which the document was last saved.
    """
    seen = set()
    for part_role, part in parts.margins:
        root = lenient_tree(part) if part_role == role and part else None
        for line in lines_of(walk.content_of(root)) if root is not None else ():
            if _LETTER.search(line) and line not in seen:
                seen.add(line)
                yield Paragraph(line, role=role)


def _notes(parts: _Parts, walk: Walk) -> Iterator[Paragraph]:
    """The footnotes and endnotes that the text refers to, in its order."""
    if not walk.notes:
        return
    elements: dict[tuple[str, str], etree._Element] = {}
    for kind, part in parts.notes.items():
        root = lenient_tree(part) if part else None
        for note in root if root is not None else ():
            elements[kind.removesuffix("s"), note.get(f"{W}id", "")] = note
    for reference in dict.fromkeys(walk.notes):
        element = elements.get(reference)
        text = "\n".join(lines_of(walk.content_of(element))) if element is not None else ""
        if text:
            yield Paragraph(text, role="footnote")


def _refuse_what_is_no_text(package: Package, body: bytes, file: str) -> None:
    """A document without text that has pictures is a scan; one that has a foreign part is a web page in disguise."""
    if b"altChunk" in body:
        raise WrongType(found="html", named=PurePath(file).suffix.lower())
    pictures = sum(name.startswith("word/media/") for name in package.names())
    if pictures:
        raise Scanned(pages=str(pictures))
