"""Bad input: each has its class of failure, found quickly and with bounded memory."""

from __future__ import annotations

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

import parsers
from parsers import docx, docx_tables
from parsers.failures import Damaged, Empty, Encrypted, NoPermission, Scanned, TooLarge, Unreadable, Unsafe, WrongType
from tests.parsers.test_formats import OLE, stream
from tests.parsers.wordfiles import NAMESPACES, listed, p, tbl, tc, tr, word, zipped

DOCX = word(p("Báo cáo"))
BODY = f"<w:document {NAMESPACES}><w:body>{{}}</w:body></w:document>"


def with_main(xml: str | bytes) -> bytes:
    """A DOCX whose main part is this XML."""
    with zipfile.ZipFile(io.BytesIO(DOCX)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped(files | {"word/document.xml": xml})


def with_flags(data: bytes) -> bytes:
    """`data` with every entry marked as encrypted."""
    at = data.find(b"PK\x01\x02")
    changed = bytearray(data)
    while at >= 0:
        changed[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(changed)


def entity(name: str, value: str) -> str:
    return f"<!ENTITY {name} {value}>"


def declared(*entities: str) -> str:
    """A document that declares entities, and uses the last of them."""
    return f"<!DOCTYPE w:document [{''.join(entities)}]>" + BODY.format(p("&z;"))


GROWING = declared(entity("a", "'aaaaaaaaaa'"), entity("b", f"'{'&a;' * 99}'"), entity("z", f"'{'&b;' * 99}'"))
OUTSIDE = declared(entity("z", "SYSTEM 'file:///etc/hostname'"))
WIDE = f'<?xml version="1.0" encoding="UTF-16"?>{GROWING}'.encode("utf-16")
ODD = f'<?xml version="1.0" encoding="UTF-7"?>{GROWING}'.encode("utf-7")
DEEP = BODY.format("<w:sdt>" * 300 + "</w:sdt>" * 300)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
SCAN = "<w:r><w:drawing/></w:r>"


@pytest.mark.parametrize(
    ("name", "data", "failure", "facts"),
    [
        pytest.param("a.docx", b"", Empty, {}, id="an empty file"),
        pytest.param("a.docx", b"\0" * 4096, Damaged, None, id="a file of zeros"),
        pytest.param("a.docx", DOCX[:400], Damaged, None, id="a DOCX that ends early"),
        pytest.param("a.docx", DOCX[:-30], Damaged, None, id="a DOCX without its last bytes"),
        pytest.param("a.docx", with_main(BODY.format(p("a"))[:-40]), Damaged, None, id="XML that ends early"),
        pytest.param("a.docx", with_main("<w:document xmlns:w='x'/>"), Damaged, None, id="XML of another kind"),
        pytest.param("a.docx", with_main(b""), Damaged, None, id="a main part without bytes"),
        pytest.param("a.docx", zipped({"[Content_Types].xml": "", "word/a.xml": ""}), Damaged, None, id="no main part"),
        pytest.param("a.docx", OLE + stream("EncryptedPackage"), Encrypted, {}, id="a DOCX behind a password"),
        pytest.param("a.docx", with_flags(DOCX), Encrypted, {}, id="a ZIP behind a password"),
        pytest.param("a.pdf", JPEG, Damaged, {"detail": "picture"}, id="the head of a JPEG named .pdf"),
        pytest.param("A.DOCX", zipped({"a": "x"}), WrongType, {"found": "zip", "named": ".docx"}, id="no DOCX"),
        pytest.param("a.doc", OLE + stream("WordDocument"), Damaged, None, id="a DOC that is none"),
        pytest.param("a", bytes(range(256)), WrongType, {"found": "binary", "named": ""}, id="junk without an ending"),
        pytest.param("a.docx", with_main(GROWING), Unsafe, {"what": "dtd"}, id="entities that grow"),
        pytest.param("a.docx", with_main(OUTSIDE), Unsafe, {"what": "dtd"}, id="an entity from outside"),
        pytest.param("a.docx", with_main(WIDE), Unsafe, {"what": "dtd"}, id="a DTD in UTF-16"),
        pytest.param("a.docx", with_main(ODD), Unreadable, None, id="a DTD in an encoding that no program writes"),
        pytest.param("a.docx", with_main(DEEP), TooLarge, None, id="very deep XML"),
        pytest.param("a.docx", with_main(b" " * 70_000_000), TooLarge, None, id="a part that grows a thousandfold"),
        pytest.param("a.docx", word(p(SCAN)) + b"", None, None, id="a document without text"),
    ],
)
def test_bad_bytes(
    tmp_path: Path, name: str, data: bytes, failure: type[Unreadable] | None, facts: dict[str, str] | None
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    start = time.process_time()
    caught = failure_of(path)
    assert time.process_time() - start < 2
    assert (failure is None and caught is None) or isinstance(caught, failure or type(None))
    assert facts is None or (caught is not None and caught.facts == facts)


def failure_of(path: Path) -> Unreadable | None:
    try:
        parsers.read(path)
    except Unreadable as failure:
        return failure
    return None


def test_a_scan_put_into_word() -> None:
    with zipfile.ZipFile(io.BytesIO(word(p(SCAN)))) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    with pytest.raises(Scanned) as caught:
        docx.read(zipped(files | {"word/media/image1.jpeg": "x", "word/media/image2.jpeg": "x"}), "a", "0")
    assert caught.value.facts == {"pages": "2"}


def test_a_web_page_put_into_word() -> None:
    with pytest.raises(WrongType) as caught:
        docx.read(word('<w:altChunk r:id="rId7"/>'), "a.docx", "0")
    assert caught.value.facts == {"found": "html", "named": ".docx"}


def test_more_inflated_bytes_than_declared_are_not_read() -> None:
    data = bytearray(with_main(BODY.format(p("a" * 100_000))))
    at = data.find(b"PK\x01\x02")
    while data[at + 46 : at + 63] != b"word/document.xml":
        at = data.find(b"PK\x01\x02", at + 1)
    data[at + 24 : at + 28] = (50).to_bytes(4, "little")
    with pytest.raises(Damaged):
        docx.read(bytes(data), "a", "0")


def test_damaged_side_parts_do_not_stop_the_reading() -> None:
    bad = b"<w:styles"
    body = p("a", properties='<w:pStyle w:val="A"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    document = docx.read(
        word(body + p(note), styles=bad, numbering=bad, header=bad, footer=b"", footnotes=bad, theme=bad), "a", "0"
    )
    assert [block.text for block in document.blocks if hasattr(block, "text")] == ["a"]
    assert [doubt for doubt, _ in document.doubts] == ["damaged-styles", "damaged-numbering"]


def test_a_table_of_100_000_cells_is_read_in_linear_time() -> None:
    row = tr(*(tc("10") for _ in range(10)))
    times = []
    for rows in (1_000, 10_000):
        data = word(tbl(row * rows))
        start = time.process_time()
        (table,) = docx.read(data, "a", "0").blocks
        times.append(time.process_time() - start)
        assert hasattr(table, "cells")
        assert len(table.cells) == rows * 10
    assert times[1] < times[0] * 60  # ten times the cells; a loop over all pairs would take a hundred times as long


@pytest.mark.parametrize("tag", ["tbl><w:tr><w:tc", "sdt><w:sdtContent", "p><w:r><w:pict><w:txbxContent"])
def test_nesting_within_the_limit_is_walked(tag: str) -> None:
    names = tag.split("><w:")
    times = 240 // len(names)
    closing = "".join(f"</w:{name}>" for name in reversed(names))
    body = f"<w:{tag}>" * times + p("trong") + closing * times
    assert "trong" in str(docx.read(word(body), "a", "0").blocks)


def test_more_cells_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_tables, "MAX_CELLS", 100)
    data = word(tbl(tr(tc(), tc()) * 51))
    with pytest.raises(TooLarge) as caught:
        docx.read(data, "a", "0")
    assert caught.value.facts["what"] == "cells"


def test_folders_pipes_and_missing_files(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(WrongType) as folder:
        parsers.read(tmp_path / "a.docx")
    with pytest.raises(WrongType) as pipe:
        parsers.read(tmp_path / "pipe.pdf")
    with pytest.raises(Unreadable):
        parsers.read(tmp_path / "missing.docx")
    assert [folder.value.facts["found"], pipe.value.facts["found"]] == ["folder", "device"]


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError

    (tmp_path / "a.docx").write_bytes(DOCX)
    monkeypatch.setattr(Path, "read_bytes", refuse)  # chmod does not stop an administrator
    with pytest.raises(NoPermission):
        parsers.read(tmp_path / "a.docx")


def test_a_huge_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(parsers.MAX_BYTES + 1)
    with pytest.raises(TooLarge):
        parsers.read(path)


def test_the_name_to_show_and_the_digest(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.pdf"  # a DOCX under another ending is read all the same
    path.write_bytes(DOCX)
    document = parsers.read(path, file="nộp.zip/báo cáo.pdf")
    assert (document.file, document.source, len(document.digest)) == ("nộp.zip/báo cáo.pdf", "docx", 64)


def paragraphs_and_styles(times: int) -> bytes:
    chain = "".join(f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>' for n in range(times))
    return word(p("a", properties='<w:pStyle w:val="S0"/>' + listed(1)) * times, styles=chain, numbering=chain)


FIELD = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>x</w:instrText></w:r>'
PATTERN = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="{"%1" * 5000}"/></w:lvl>'
LISTS = f'<w:abstractNum w:abstractNumId="1">{PATTERN}</w:abstractNum><w:num w:numId="1">'
LISTS += '<w:abstractNumId w:val="1"/></w:num>'
SLOW = [
    pytest.param(word(p(FIELD * 30_000)), id="fields inside fields"),
    pytest.param(word(p("Style " * 100_000)), id="text that looks like the use of a style"),
    pytest.param(paragraphs_and_styles(3_000), id="a long chain of styles"),
    pytest.param(word(p("x", properties=listed(1)) * 3_000, numbering=LISTS), id="long labels"),
    pytest.param(b"1\t" + b"<!--" * 100_000, id="comments that never end"),
    pytest.param(b"** a " * 100_000, id="bold marks that never close"),
    pytest.param(b"1\t" + b" " * 200_000 + b"x\t---", id="a field of spaces"),
    pytest.param(b'1\t"a\n' * 5_000, id="quotes that never close"),
    pytest.param("1\ta: - Tỷ lệ".encode() + b" - A" * 50_000, id="a long list in a cell"),
]


@pytest.mark.parametrize("data", SLOW)
def test_nothing_takes_more_than_linear_time(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    start = time.process_time()
    failure_of(path)
    assert time.process_time() - start < 3  # each takes less than 0.5 s on an idle core
