"""Only the styles in use are parsed."""

from __future__ import annotations

import pytest
from lxml import etree

from parsers.docx_excerpt import (
    Asked,
    excerpt,
    lists_excerpt,
    styles_used,
    without_cell_properties,
    without_properties,
    without_usual_looks,
)

ROOT = b'<?xml version="1.0"?>\n<w:styles xmlns:w="x">'
DEFAULTS = b"<w:docDefaults><w:rPrDefault/></w:docDefaults>"
NORMAL = b'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
TABLE = b'<w:style w:type="table" w:default="1" w:styleId="T"><w:tblStylePr w:type="a"></w:tblStylePr></w:style>'
HEADING = b'<w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="B"/></w:style>'
BASE = b'<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="H"/></w:style>'
BARE = b'<w:style w:styleId="bare"/>'
STYLES = ROOT + DEFAULTS + b"<w:latentStyles/>" + TABLE + NORMAL + HEADING + BASE + BARE + b"</w:styles>"


@pytest.mark.parametrize(
    ("used", "kept"),
    [
        pytest.param(set(), [], id="defaults only"),
        pytest.param({b"missing"}, [], id="a style that is not there"),
        pytest.param({b"H"}, [HEADING, BASE], id="a style with what it is based on, in a circle too"),
        pytest.param({b"bare"}, [BARE], id="a style without content"),
        pytest.param({b"T"}, [TABLE], id="a style that holds elements with like names"),
    ],
)
def test_excerpt(used: set[bytes], kept: list[bytes]) -> None:
    cut = excerpt(STYLES, used)
    assert cut == ROOT + DEFAULTS + NORMAL + b"".join(kept) + b"</w:styles>"
    etree.fromstring(cut)


@pytest.mark.parametrize(
    "styles",
    [
        pytest.param(b"", id="no part"),
        pytest.param(STYLES.decode().encode("utf-16"), id="UTF-16"),
        pytest.param(STYLES.replace(b'"', b"'"), id="other quotes"),
        pytest.param(b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + STYLES, id="a DTD, to be refused by the parser"),
    ],
)
def test_parts_written_in_another_way_are_kept_whole(styles: bytes) -> None:
    assert excerpt(styles, {b"H"}) == styles


def test_styles_used() -> None:
    story = b'<w:pStyle w:val="A"/><w:rStyle w:val="B"/><w:tblStyle w:val="C"/><w:pStyle/><w:t>Style val="D"</w:t>'
    assert styles_used([story]) == {b"A", b"B"}


TEXT = b"<w:p><w:r><w:t>9</w:t></w:r></w:p>"
LOOK = b"<w:rPr><w:b/></w:rPr>"
TEXT_WITH_LOOKS = b"<w:p><w:pPr><w:jc/>" + LOOK + b"</w:pPr><w:r>" + LOOK + b"<w:t>9</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(TEXT, id="none there"),
        pytest.param(b"<w:p><w:pPr/><w:r><w:t>&lt;w:rPr></w:t></w:r></w:p>", id="empty ones, and one that is text"),
        pytest.param(b"<w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>", id="some stand within others"),
        pytest.param(TEXT_WITH_LOOKS + b"<!-- <w:pPr> -->", id="a comment"),
        pytest.param(b"<w:p><w:pPr><w:jc/><w:r/></w:p>", id="one without an end"),
        pytest.param(TEXT_WITH_LOOKS.replace(b"w:", b"x:"), id="another prefix"),
        pytest.param(TEXT_WITH_LOOKS.decode().encode("utf-16"), id="UTF-16"),
    ],
)
def test_properties_are_left_where_cutting_is_not_safe(story: bytes) -> None:
    assert without_properties(story) == story


def test_properties_are_cut_out() -> None:
    assert without_properties(TEXT_WITH_LOOKS) == TEXT


@pytest.mark.parametrize(
    ("properties", "left"),
    [
        pytest.param(b"<w:tcPr><w:tcW/><w:shd></w:shd></w:tcPr>", b"", id="of a cell by itself"),
        *(
            pytest.param(own, own, id=what)
            for what, own in (
                ("of a cell over columns", b'<w:tcPr><w:tcW/><w:gridSpan w:val="2"/></w:tcPr>'),
                ("of a cell over rows", b"<w:tcPr><w:vMerge/></w:tcPr>"),
                ("before a tracked change", b"<w:tcPr><w:tcPrChange><w:tcPr/></w:tcPrChange></w:tcPr>"),
            )
        ),
    ],
)
def test_properties_of_cells(properties: bytes, left: bytes) -> None:
    assert without_cell_properties(b"<w:tc>" + properties + b"</w:tc>") == b"<w:tc>" + left + b"</w:tc>"


@pytest.mark.parametrize(
    ("properties", "stays"),
    [
        pytest.param(b"<w:b/><w:sz/>", False, id="weight and size"),
        pytest.param(b'<w:rFonts w:ascii="Times New Roman"/>', False, id="a font of today"),
        pytest.param(b'<w:rFonts w:ascii=".VnTime"/>', True, id="an old font"),
        pytest.param(b"<w:b/><w:rFonts w:cs='Arial' w:hAnsi='VNI-Times'/>", True, id="an old font, other quotes"),
        pytest.param(b'<w:rFonts w:ascii="Wingdings 2"/>', True, id="a font of signs"),
        pytest.param(b"<w:b/><w:vanish/>", True, id="hidden"),
        pytest.param(b'<w:rStyle w:val="A"/>', True, id="a style"),
        pytest.param(b"<w:del/>", True, id="a deleted mark"),
    ],
)
def test_usual_looks_of_runs(properties: bytes, stays: bool) -> None:
    look = b"<w:rPr>" + properties + b"</w:rPr>"
    assert without_usual_looks(b"<w:r>" + look + b"</w:r>") == b"<w:r>" + (look if stays else b"") + b"</w:r>"


LISTED = b'<w:pPr><w:pStyle w:val="L"/><w:jc/></w:pPr>'
HIDDEN = b"<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
DELETED = b"<w:pPr><w:rPr><w:del/><w:b/></w:rPr></w:pPr>"
NUMBERED = b'<w:pPr><w:pStyle w:val="N"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
OTHER = b'<w:pPr><w:pStyle w:val="N"/><w:jc/></w:pPr>'


@pytest.mark.parametrize(
    ("properties", "asked", "left"),
    [
        pytest.param(OTHER, Asked(listed=lambda style: style == "L"), b"", id="of a style without a list"),
        pytest.param(OTHER, Asked(), b"", id="of a style, nothing asked"),
        pytest.param(OTHER, Asked(looks=True), OTHER.replace(b"<w:jc/>", b""), id="how it looks is asked"),
        pytest.param(OTHER, Asked(runs=True), b"", id="only how runs look is asked"),
        pytest.param(HIDDEN, Asked(runs=True), HIDDEN, id="whose mark is hidden"),
        pytest.param(LISTED, Asked(listed=lambda style: style == "L"), LISTED, id="of a style with a list"),
        pytest.param(OTHER, Asked(listed=lambda style: style is None), OTHER, id="where the usual style has a list"),
        pytest.param(NUMBERED, Asked(listed=lambda _: False), NUMBERED, id="in a list by itself"),
        pytest.param(DELETED, Asked(), DELETED, id="whose mark is deleted"),
    ],
)
def test_properties_of_a_paragraph_that_are_asked_stay(properties: bytes, asked: Asked, left: bytes) -> None:
    assert without_properties(b"<w:p>" + properties + b"</w:p>", asked) == b"<w:p>" + left + b"</w:p>"


NUMBERING_ROOT = b'<?xml version="1.0"?>\n<w:numbering xmlns:w="x">'
ABSTRACT = b'<w:abstractNum w:abstractNumId="7" w15:x="1"><w:lvl/></w:abstractNum>'
OTHER_ABSTRACT = b'<w:abstractNum w:abstractNumId="8"><w:lvl/></w:abstractNum>'
LIST = b'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
OTHER_LIST = b'<w:num w:numId="2"><w:abstractNumId w:val="8"/><w:lvlOverride/></w:num>'
LISTS = NUMBERING_ROOT + ABSTRACT + OTHER_ABSTRACT + LIST + OTHER_LIST + b"</w:numbering>"


@pytest.mark.parametrize(
    ("user", "kept"),
    [
        pytest.param(b"", b"", id="none"),
        pytest.param(b'<w:numId w:val="3"/>', b"", id="a list that is not there"),
        pytest.param(b'<w:numId w:val="1"/>', ABSTRACT + LIST, id="a list with what it stands on"),
        pytest.param(b"<w:numId w:val='2'/>", OTHER_ABSTRACT + OTHER_LIST, id="other quotes"),
    ],
)
def test_only_the_lists_in_use(user: bytes, kept: bytes) -> None:
    cut = lists_excerpt(LISTS, [user])
    assert cut == NUMBERING_ROOT + kept + b"</w:numbering>"


@pytest.mark.parametrize(
    "numbering",
    [
        pytest.param(b"", id="no part"),
        pytest.param(LISTS.replace(b'w:numId="1"', b"w:numId='1'"), id="other quotes"),
        pytest.param(LISTS.replace(b"w:", b"x:"), id="another prefix"),
        pytest.param(LISTS.replace(b"<w:lvl/>", b'<w:numStyleLink w:val="A"/>'), id="a list by way of a style"),
        pytest.param(LISTS[:-20], id="one that breaks off"),
        pytest.param(LISTS.replace(LIST, b"<!--" + LIST + b"-->"), id="a comment"),
    ],
)
def test_lists_written_in_another_way_are_kept_whole(numbering: bytes) -> None:
    assert lists_excerpt(numbering, [b'<w:numId w:val="1"/>']) == numbering
