"""Whatever the bytes are, only `Unreadable` comes out of a reader."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers import docx, text
from parsers.document import Paragraph
from parsers.failures import Unreadable
from parsers.formats import tell
from tests.parsers.wordfiles import NAMESPACES, listed, p, r, tbl, tc, tr, word, zipped

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

HIDDEN = '<w:rFonts w:hAnsi=".VnTime"/><w:vanish/>'
IN_LIST = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
RICH = word(
    p("a", '<w:r><w:footnoteReference w:id="1"/></w:r>', properties='<w:pStyle w:val="A"/>' + listed(1))
    + tbl(
        tr(tc("b", properties='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), tc(tbl(tr("c", "d")))),
        tr(tc(properties='<w:gridSpan w:val="2"/><w:vMerge/>'), tc(p(r("e", HIDDEN)))),
    )
    + '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>EQ</w:instrText><w:sym w:font="Symbol" w:char="F0B7"/>'
    '<w:fldChar w:fldCharType="end"/></w:r><m:oMath><m:f><m:num/><m:den/></m:f></m:oMath></w:p>',
    styles='<w:style w:styleId="A"><w:basedOn w:val="B"/>' + IN_LIST + "</w:style>",
    numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    footnotes=f'<w:footnote w:id="1">{p("f")}</w:footnote>',
    header=p("g"),
)
SAMPLE = (Path(__file__).parents[2] / "corpus" / "samples" / "bao-cao-gdtx.docx").read_bytes()
PARTS = {
    info.filename: zipfile.ZipFile(io.BytesIO(RICH)).read(info) for info in zipfile.ZipFile(io.BytesIO(RICH)).infolist()
}
NAMES = [
    *("w:p", "w:r", "w:t", "w:br", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtPr", "w:sdtContent", "w:showingPlcHdr"),
    *("w:ins", "w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:rFonts", "w:vanish", "w:pStyle", "w:rStyle", "w:numPr"),
    *("w:numId", "w:ilvl", "w:tcPr", "w:trPr", "w:vMerge", "w:hMerge", "w:gridSpan", "w:gridBefore", "w:cellDel"),
    *("w:fldChar", "w:instrText", "w:ffData", "w:checkBox", "w:ddList", "w:listEntry", "w:sym", "w:drawing", "w:pict"),
    *("w:txbxContent", "w:ruby", "w:rubyBase", "w:footnoteReference", "w:hyperlink", "w:style", "w:basedOn"),
    *("w:docDefaults", "w:rPrDefault", "w:abstractNum", "w:num", "w:abstractNumId", "w:lvl", "w:start", "w:numFmt"),
    *("w:lvlText", "w:lvlRestart", "w:lvlOverride", "w:startOverride", "w:numStyleLink", "w:isLgl", "w:suff"),
    *("m:oMath", "m:r", "m:t", "m:f", "m:num", "m:den", "m:d", "m:dPr", "m:begChr", "m:sSup", "m:e", "m:sup", "m:rad"),
    *("mc:AlternateContent", "mc:Choice", "mc:Fallback"),
]
ATTRIBUTES = [
    *("val", "id", "char", "font", "fldCharType", "ilvl", "styleId", "abstractNumId", "numId", "hAnsi", "type"),
    "default",
]
VALUES = [
    "",
    "0",
    "-1",
    "1",
    "99999999999",
    "continue",
    "restart",
    "begin",
    "end",
    "x",
    "A",
    "%1%2",
    "\u00bd",
    "bullet",
    "paragraph",
    "Wingdings",
    ".VnTime",
    "PlaceholderText",
]


def survives(data: bytes) -> None:
    try:
        tell(data)
        blocks = docx.read(data, "a.docx", "0").blocks
    except Unreadable:
        return
    for block in blocks:
        for item in (block,) if isinstance(block, Paragraph) else block.cells:
            item.text.encode()  # half a surrogate pair could not be written anywhere


@FEW
@given(
    st.sampled_from([RICH, SAMPLE]), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=20)
)
def test_changed_bytes_of_the_file(data: bytes, changes: list[tuple[float, int]]) -> None:
    changed = bytearray(data)
    for where, byte in changes:
        changed[int(where * (len(changed) - 1))] = byte
    survives(bytes(changed))


@FEW
@given(st.sampled_from([RICH, SAMPLE]), st.floats(0, 1), st.floats(0, 1))
def test_a_piece_cut_out_of_the_file(data: bytes, begin: float, end: float) -> None:
    low, high = sorted((int(begin * len(data)), int(end * len(data))))
    survives(data[:low] + data[high:])


@FEW
@given(
    st.sampled_from(sorted(PARTS)),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.1), st.binary(max_size=8)), min_size=1, max_size=4),
)
def test_changed_bytes_of_a_part(name: str, changes: list[tuple[float, float, bytes]]) -> None:
    content = PARTS[name]
    for where, length, new in changes:
        at = int(where * len(content))
        content = content[:at] + new + content[at + int(length * len(content)) :]
    survives(zipped({**PARTS, name: content}))


def elements(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    attribute = st.builds("w:{}={!r}".format, st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES))
    return st.builds(
        lambda name, attributes, inner: f"<{name} {' '.join(attributes)}>{''.join(inner)}</{name}>",
        st.sampled_from(NAMES),
        st.lists(attribute, max_size=2, unique_by=lambda text: text.split("=")[0]),
        st.lists(children, max_size=4),
    )


XML = st.recursive(st.sampled_from(["", "chữ", "10"]), elements, max_leaves=30)


@FEW
@given(XML, XML, XML)
def test_well_formed_nonsense(body: str, styles: str, numbering: str) -> None:
    survives(word(body, styles=styles, numbering=numbering))


@FEW
@given(st.text(max_size=300) | st.text(alphabet='a\t|\n<>&"-:* 1', max_size=200))
def test_any_text(content: str) -> None:
    text.read(content.encode("utf-8", "surrogatepass"), "a.txt", "0")


@FEW
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    survives(data)
    text.read(data, "a.txt", "0")


def test_the_rich_document_is_read_whole() -> None:
    assert NAMESPACES in PARTS["word/document.xml"].decode()
    assert len(docx.read(RICH, "a", "0").blocks) > 3
