"""Text of a DOCX as a person sees it with all changes accepted."""

from __future__ import annotations

import io
import zipfile

import pytest

from parsers import docx
from parsers.document import Table
from tests.parsers.wordfiles import p, r, read, rows, shown, tbl, tc, tr, word, zipped

DELETED_MARK = "<w:rPr><w:del/></w:rPr>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (FIELD.format(kind) for kind in ("begin", "separate", "end"))


OLD_FONT = '<w:rFonts w:hAnsi=".VnTime"/>'


def math(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def form(data: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def box(inner: str) -> str:
    content = f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
    return f"<w:drawing><a:graphic><wps:wsp>{content}</wps:wsp></a:graphic></w:drawing>"


def old_box(inner: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"


def both(inner: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box(inner)}</mc:Choice>'
        f"<mc:Fallback>{old_box(inner)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        pytest.param(p("Báo cáo"), ["Báo cáo"], id="a plain paragraph"),
        pytest.param(p() + p("a") + p("  "), ["a"], id="empty paragraphs are no blocks"),
        pytest.param(p("73", "/100", " điểm"), ["73/100 điểm"], id="runs join without a gap"),
        pytest.param(p("a\n b\tc"), ["a  b c"], id="line ends inside w:t are blanks"),
        pytest.param(p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>"), ["a\nb\tc"], id="breaks"),
        pytest.param(
            p("<w:r><w:t>08</w:t><w:noBreakHyphen/><w:t>Q</w:t><w:softHyphen/><w:t>Đ</w:t></w:r>"),
            ["08-QĐ"],
            id="a hard hyphen is a hyphen, a soft one is not seen",
        ),
        pytest.param(p("Quye\u0302\u0301t đi\u0323nh"), ["Quyết định"], id="decomposed letters are composed"),
        pytest.param(p(r("Quye"), r("\u0302\u0301t")), ["Quyết"], id="a letter whose marks stand in the next run"),
        pytest.param(p("số\xa0108\u200b/QĐ\u2011UBND"), ["số 108/QĐ-UBND"], id="odd spaces and hyphens are plain ones"),
        pytest.param(
            p(f"<w:del>{r('9')}</w:del><w:ins>{r('10')}</w:ins>", r(" điểm")),
            ["10 điểm"],
            id="tracked changes accepted",
        ),
        pytest.param(
            p(f"<w:moveFrom>{r('cũ')}</w:moveFrom><w:moveTo>{r('mới')}</w:moveTo>"),
            ["mới"],
            id="moved text stands once",
        ),
        pytest.param(p("đạt ", properties=DELETED_MARK) + p("73 điểm"), ["đạt73 điểm"], id="a deleted mark joins"),
        pytest.param(
            p(f"<w:del>{r('bỏ')}</w:del>", properties=DELETED_MARK) + p("còn"),
            ["còn"],
            id="a deleted paragraph is gone",
        ),
        pytest.param(p("cuối", properties=DELETED_MARK), ["cuối"], id="a deleted mark at the very end loses nothing"),
        pytest.param(p(r("ẩn", "<w:vanish/>"), r("hiện", '<w:vanish w:val="0"/>')), ["hiện"], id="hidden text"),
        pytest.param(p(BEGIN, code("PAGE"), SEPARATE, r("4"), END), ["4"], id="a field is its result"),
        pytest.param(p(BEGIN, code("SEQ"), END, r("sau")), ["sau"], id="a field without a result"),
        pytest.param(
            p(BEGIN, code("IF "), BEGIN, code("REF a"), SEPARATE, r("trong"), END, SEPARATE, r("ngoài"), END),
            ["ngoài"],
            id="the result of a field inside a field's code is code",
        ),
        pytest.param(
            p(BEGIN, code("PAGE"), r("mã")) + p("sau"), ["sau"], id="an unended field mutes one paragraph only"
        ),
        pytest.param(p(BEGIN, code(r"EQ \f(1;2)"), END), ["1/2"], id="a fraction written as a field"),
        pytest.param(p(f"<w:fldSimple>{r('12')}</w:fldSimple>"), ["12"], id="a simple field"),
        pytest.param(p(f"<w:hyperlink>{r('Xem minh chứng')}</w:hyperlink>"), ["Xem minh chứng"], id="a link's text"),
        pytest.param(
            p(f"<w:smartTag><w:smartTag>{r('Hải')}</w:smartTag></w:smartTag>", r(" Phòng")),
            ["Hải Phòng"],
            id="smart tags",
        ),
        pytest.param(
            p(f"<w:r><w:ruby><w:rt>{r('x')}</w:rt><w:rubyBase>{r('chữ')}</w:rubyBase></w:ruby></w:r>"),
            ["chữ"],
            id="ruby shows its base",
        ),
        pytest.param(
            f"<w:sdt><w:sdtContent>{p('a')}<w:sdt><w:sdtContent>{p('b')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
            ["a", "b"],
            id="content controls around paragraphs",
        ),
        pytest.param(
            p(f"<w:sdt><w:sdtContent>{r('9')}</w:sdtContent></w:sdt>"), ["9"], id="a content control in a line"
        ),
        pytest.param(
            p(
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                + r("Nhập điểm", '<w:rStyle w:val="PlaceholderText"/>')
                + "</w:sdtContent></w:sdt>"
            ),
            [],
            id="the prompt of a control that nobody filled in is no text",
        ),
        pytest.param(p("trước", both(p("trong khung")), "sau"), ["trướcsau", "trong khung"], id="a text box, once"),
        pytest.param(
            p(f"<w:r>{old_box(tbl(tr('a', 'b')))}</w:r>"), [[["a", "b"]]], id="a table in a text box of an old program"
        ),
        pytest.param(
            p(
                "<w:r><mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback><w:t>cũ</w:t></mc:Fallback>"
                "</mc:AlternateContent></w:r>"
            ),
            ["cũ"],
            id="the fallback where the choice has no text",
        ),
        pytest.param(
            p(
                '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
                " Có ",
                '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>',
                " Không",
            ),
            ["☑ Có ☐ Không"],
            id="ticked and empty boxes",
        ),
        pytest.param(
            p(r("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')), ["✓"], id="a tick typed in Wingdings"
        ),
        pytest.param(p(r("ü", '<w:rFonts w:hAnsi="Wingdings"/>')), ["✓"], id="a tick as a plain letter in Wingdings"),
        pytest.param(p(r("Mức 3", '<w:rFonts w:hAnsi="Symbol"/>')), ["Mức 3"], id="words left in the Symbol font"),
        pytest.param(
            p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>75</w:t></w:r>'), ["≥75"], id="a sign of Symbol"
        ),
        pytest.param(
            p('<w:r><w:sym w:font="Symbol" w:char="?"/><w:t>75</w:t></w:r>'), ["75"], id="a symbol without a code"
        ),
        pytest.param(
            p('<w:r><w:sym w:font="Symbol" w:char="D800"/><w:t>75</w:t><w:sym w:char="0000"/></w:r>'),
            ["75"],
            id="a symbol whose code is no character",
        ),
        pytest.param(
            p(
                form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'),
                code("FORMCHECKBOX"),
                END,
            ),
            ["☒"],
            id="a ticked box of a form",
        ),
        pytest.param(
            p(
                form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Một"/><w:listEntry w:val="Hai"/></w:ddList>'),
                code("FORMDROPDOWN"),
                END,
            ),
            ["Hai"],
            id="the entry chosen in a form",
        ),
        pytest.param(
            p(
                "9",
                f"<m:oMath><m:f><m:num>{math('1')}</m:num><m:den>{math('2')}</m:den></m:f></m:oMath>",
            ),
            ["9 1/2"],
            id="a fraction after a number",
        ),
    ],
)
def test_text(body: str, seen: list[object]) -> None:
    assert shown(read(body)) == seen


@pytest.mark.parametrize(
    ("body", "parts", "seen"),
    [
        pytest.param(
            p(r("ẩn", '<w:rStyle w:val="H"/>'), r("hiện")),
            {"styles": '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'},
            ["hiện"],
            id="hidden by a character style",
        ),
        pytest.param(
            p("ẩn", properties='<w:pStyle w:val="B"/>') + p("hiện"),
            {
                "styles": '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
                '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
            },
            ["hiện"],
            id="hidden by the style that a paragraph's style is based on",
        ),
        pytest.param(
            p("a", properties='<w:pStyle w:val="A"/>'),
            {
                "styles": '<w:style w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:webHidden/></w:rPr></w:style>'
                '<w:style w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:vanish w:val="false"/></w:rPr></w:style>'
            },
            ["a"],
            id="styles based on each other",
        ),
        pytest.param(
            p(
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                + r("Nhập điểm", '<w:rStyle w:val="VnbanChdanhsn"/>')
                + "</w:sdtContent></w:sdt>",
                "9",
            ),
            {
                "styles": '<w:style w:type="character" w:styleId="VnbanChdanhsn"><w:name w:val="Placeholder Text"/>'
                "</w:style>"
            },
            ["9"],
            id="a prompt whose style's id is translated",
        ),
        pytest.param(
            p("đạt 73 điểm", '<w:r><w:footnoteReference w:id="2"/></w:r>', "."),
            {
                "footnotes": f'<w:footnote w:id="1">{p("không ai nhắc")}</w:footnote>'
                f'<w:footnote w:id="2">{p("chú thích")}</w:footnote>'
            },
            ["đạt 73 điểm.", ("footnote", "chú thích")],
            id="a footnote that the text refers to, without its mark",
        ),
        pytest.param(
            p("a", '<w:r><w:endnoteReference w:id="2"/></w:r>'),
            {"endnotes": f'<w:endnote w:id="2">{p("cuối bài")}</w:endnote>'},
            ["a", ("footnote", "cuối bài")],
            id="an endnote",
        ),
        pytest.param(
            p("thân"),
            {
                "header": p("TRƯỜNG X") + tbl(tr("Số: 12", "")),
                "header2": p("TRƯỜNG X"),
                "footer": p("Trang 1") + p("- 1 -"),
            },
            [("header", "TRƯỜNG X"), ("header", "Số: 12"), "thân", ("footer", "Trang 1")],
            id="headers and footers, each line once",
        ),
        pytest.param(
            p(r("NghÞ ®Þnh", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')), {}, ["Nghị định"], id="a TCVN3 font"
        ),
        pytest.param(
            p(r("b¸o c¸o", '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>')),
            {},
            ["BÁO CÁO"],
            id="a TCVN3 capital font",
        ),
        pytest.param(
            p(
                r("Quye", '<w:rFonts w:hAnsi="VNI-Times"/>'),
                r("át ñònh soá", '<w:rFonts w:hAnsi="VNI-Times"/>'),
                r(" đúng"),
            ),
            {},
            ["Quyết định số đúng"],
            id="a VNI font, a letter over two runs, beside Unicode",
        ),
        pytest.param(
            p("§iÓm", properties='<w:pStyle w:val="A"/>') + p("à"),
            {"styles": f'<w:style w:type="paragraph" w:styleId="A"><w:rPr>{OLD_FONT}</w:rPr></w:style>'},
            ["Điểm", "à"],
            id="a TCVN3 font by the paragraph's style",
        ),
        pytest.param(
            p("§iÓm"),
            {"styles": f"<w:docDefaults><w:rPrDefault><w:rPr>{OLD_FONT}</w:rPr></w:rPrDefault></w:docDefaults>"},
            ["Điểm"],
            id="a TCVN3 font by the document's defaults",
        ),
        pytest.param(
            p("§iÓm"),
            {
                "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>'
                '<w:rFonts w:hAnsiTheme="minorHAnsi"/></w:rPr></w:style>',
                "theme": b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
                b'<a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:theme>',
            },
            ["Điểm"],
            id="a TCVN3 font by the theme of the default style",
        ),
        pytest.param(
            p(r("Điểm đạt được", '<w:rFonts w:hAnsi=".VnTime"/>')),
            {},
            ["Điểm đạt được"],
            id="Unicode text in a TCVN3 font",
        ),
        pytest.param(
            p("<w:r><w:rPr><w:rFonts w:hAnsi='.VnTime'/></w:rPr><w:t>tr</w:t><w:softHyphen/><w:t>êng</w:t></w:r>"),
            {},
            ["trường"],
            id="the letter ư that a program wrote as a soft hyphen",
        ),
        pytest.param(
            p("QuyÕt ®Þnh vÒ viÖc phª duyÖt kÕ ho¹ch chuyÓn ®æi sè cña tr­êng tiÓu häc")
            + tbl(tr("Cã ban hµnh quy chÕ sö dông hÖ thèng qu¶n trÞ nhµ tr­êng", "9½")),
            {},
            [
                "Quyết định về việc phê duyệt kế hoạch chuyển đổi số của trường tiểu học",
                [["Có ban hành quy chế sử dụng hệ thống quản trị nhà trường", "9½"]],
            ],
            id="old-font text under a Unicode font's name, when nothing else makes sense",
        ),
    ],
)
def test_text_with_other_parts(body: str, parts: dict[str, str], seen: list[object]) -> None:
    assert shown(read(body, **parts)) == seen


def test_places_count_what_is_seen() -> None:
    document = read(p("a") + p() + tbl(tr(tc("x"), tc("y")), tr(tc("z"), tc())) + p("b") + tbl(tr("w")))
    places = [
        [(cell.place.table, cell.place.row, cell.row, cell.column) for cell in block.cells]
        if hasattr(block, "cells")
        else block.place.paragraph
        for block in document.blocks
    ]
    assert places == [1, [(1, 1, 0, 0), (1, 1, 0, 1), (1, 2, 1, 0), (1, 2, 1, 1)], 2, [(2, 1, 0, 0)]]


def test_strict_files_are_read_like_others() -> None:
    with zipfile.ZipFile(io.BytesIO(word(p("chặt chẽ")))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    strict = zipped({name: content.replace(old, new) for name, content in files.items()})
    assert shown(docx.read(strict, "a", "0")) == ["chặt chẽ"]


def test_a_document_put_in_stands_at_its_place() -> None:
    inner = word(p(r("Phụ lục")) + tbl(tr(tc(p(r("1.3"))), tc(p(r("21"))))))
    body = p(r("Báo cáo")) + '<w:altChunk r:id="afchunk"/>' + p(r("Nơi nhận"))
    files = zipfile.ZipFile(io.BytesIO(word(body)))
    parts = {name: files.read(name) for name in files.namelist()} | {"word/afchunk1.docx": inner}
    relation = (
        '<Relationship Id="afchunk" Target="afchunk1.docx" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"/></Relationships>'
    )
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation.encode())
    document = docx.read(zipped(parts), "a.docx", "0")
    assert [getattr(block, "text", None) for block in document.blocks] == ["Báo cáo", "Phụ lục", None, "Nơi nhận"]
    assert rows(next(block for block in document.blocks if isinstance(block, Table))) == [["1.3", "21"]]
