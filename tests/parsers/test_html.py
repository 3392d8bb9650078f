"""Web pages as schools send them: Word's own, named .doc or .xls, and saved as one file."""

from __future__ import annotations

from pathlib import Path

import pytest

import parsers
from parsers import html
from parsers.document import Document, Table
from parsers.failures import Damaged, TooLarge, Unreadable
from parsers.legacy import _TCVN3_CODES, _TCVN3_LETTERS

TO_TCVN3 = str.maketrans(_TCVN3_LETTERS, _TCVN3_CODES)
WORD = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; '
    'charset=utf-8"><title>Không đọc</title><style>p {x:y}</style></head><body><!--[if gte mso 9]><xml>không</xml>'
    "<![endif]-->{}</body></html>"
)


def read(page: str | bytes) -> Document:
    return html.read(page if isinstance(page, bytes) else WORD.replace("{}", page).encode(), "a.doc", "0")


def shown(document: Document) -> list[object]:
    """Paragraphs as text; tables as (row, column, row span, column span, text)."""
    return [
        [(c.row, c.column, c.row_span, c.column_span, c.text) for c in block.cells]
        if isinstance(block, Table)
        else block.text
        for block in document.blocks
    ]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        pytest.param("<p>Trường\n  THCS</p><p>&nbsp;</p>", ["Trường THCS"], id="spaces and line ends are one space"),
        pytest.param("a<b>b</b> c<p>d<br>e</p>f", ["ab c", "d\ne", "f"], id="text beside paragraphs, a break in one"),
        pytest.param("<p style='display:none'>ẩn</p><p>b<span style='mso-hide:all'>ẩn</span></p>", ["b"], id="hidden"),
        pytest.param("<ul><li>a<li>b</ul>", ["a", "b"], id="list items left open"),
        pytest.param(
            "<table><tr><td rowspan=2>1.1</td><td>a</td></tr><tr><td>b</td></tr><tr><td colspan=2>c</table>",
            [[(0, 0, 2, 1, "1.1"), (0, 1, 1, 1, "a"), (1, 1, 1, 1, "b"), (2, 0, 1, 2, "c")]],
            id="merged cells",
        ),
        pytest.param(
            "<table><thead><tr><th>Điểm<tbody><tr><td><p>9,5</p><p>đ</p></table>",
            [[(0, 0, 1, 1, "Điểm"), (1, 0, 1, 1, "9,5\nđ")]],
            id="parts of a table, end tags left out",
        ),
        pytest.param(
            "<table><tr><td rowspan=99>a</td><td colspan=x>b</td></tr></table>",
            [[(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]],
            id="spans beyond the table, or no numbers",
        ),
        pytest.param(
            "<table><tr><td><table>" + "<tr><td>1<td>2<td>3" * 2 + "</table></td></tr></table>",
            [[(row, column, 1, 1, str(column + 1)) for row in (0, 1) for column in (0, 1, 2)]],
            id="a table that only lays out the page",
        ),
        pytest.param(
            f'<p style="font-family:.VnTime">{"Trường đạt".translate(TO_TCVN3)}</p>', ["Trường đạt"], id="an old font"
        ),
    ],
)
def test_a_page(page: str, blocks: list[object]) -> None:
    assert shown(read(page)) == blocks


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("<html><body>Điểm".encode(), id="UTF-8 that says nothing of it"),
        pytest.param("<html><meta charset=utf-16><body>Điểm".encode(), id="a charset that it is not in"),
        pytest.param("\ufeff<html><body>Điểm".encode("utf-16"), id="UTF-16 with its mark"),
        pytest.param('<?xml version="1.0" encoding="utf-8"?><html><body>Điểm'.encode(), id="XHTML"),
        pytest.param("<html><meta charset='windows-1258'><body>Điểm".encode("cp1258", "replace"), id="Windows 1258"),
    ],
)
def test_letters(data: bytes) -> None:
    assert "".join(map(str, shown(read(data)))).startswith(("Điểm", "Đi"))


def test_a_page_saved_as_one_file() -> None:
    data = (
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
        b"Content-Type: text/html; charset=utf-8\n"
        b"Content-Transfer-Encoding: quoted-printable\n\n<html><body><p>=C4=90i=E1=BB=83m</p></body></html>\n--b--\n"
    )
    assert shown(read(data)) == ["Điểm"]


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        pytest.param(b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx", Damaged, id="one file without a page"),
        pytest.param(b"<html>" + b" " * (html.MAX_BYTES + 1), TooLarge, id="a page of many megabytes"),
        pytest.param(
            b"<html><table><tr>" + b"<td colspan=1000 rowspan=1>a" * 300,
            TooLarge,
            id="cells that span more than there are",
        ),
    ],
)
def test_what_is_not_read(data: bytes, failure: type[Unreadable]) -> None:
    with pytest.raises(failure):
        html.read(data, "a", "0")


def test_deep_pages_do_not_break_the_reader() -> None:
    try:
        html.read(b"<html><body>" + b"<div>" * 5000 + "Điểm".encode(), "a", "0")
    except Unreadable as failure:
        assert failure.reason == "too-large"


def test_a_page_named_doc_is_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "Báo cáo.doc"
    path.write_bytes(WORD.replace("{}", "<p>Báo cáo").encode())
    document = parsers.read(path)
    assert [(remark.name, dict(remark.facts)) for remark in document.remarks] == [
        ("wrong-ending", {"found": "html", "named": ".doc"})
    ]
