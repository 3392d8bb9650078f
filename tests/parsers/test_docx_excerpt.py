"""Only the styles in use are parsed."""

from __future__ import annotations

import pytest
from lxml import etree

from parsers.docx_excerpt import excerpt, styles_used

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
