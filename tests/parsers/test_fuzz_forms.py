"""Whatever befalls the bytes of a workbook or a web page, only `Unreadable` comes out of a reader."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers import html, sheet
from parsers.failures import Unreadable
from parsers.formats import tell

DATA = Path(__file__).parent / "data"
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PAGE = "<html><body><p>a<b>b</b></p><table><tr><td rowspan=2>1<td>2<tr><td><table><tr><td>x</table></table>"
ODD = ["", '""', '"-1"', '"99999999999"', '"A1:"', '"1e400"', '"½"', '"x"', "<c>", "</row>", "9" * 400]


def survives(data: bytes) -> None:
    try:
        if tell(data).value in sheet.READERS:
            sheet.read(data, "a", "0")
    except Unreadable:
        return


@FEW
@pytest.mark.parametrize("form", ["xlsx", "ods"])
@given(st.data())
def test_changed_xml(form: str, data: st.DataObject) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(DATA / f"bang-diem.{form}") as whole, zipfile.ZipFile(made, "w") as changed:
        names = [name for name in whole.namelist() if name.endswith((".xml", ".rels"))]
        victim = data.draw(st.sampled_from(names))
        for name in whole.namelist():
            content = whole.read(name)
            if name == victim:
                pieces = re.split(r'(<[^>]*>|"[^"]*")', content.decode("utf-8"))
                for _ in range(data.draw(st.integers(1, 5))):
                    pieces[data.draw(st.integers(0, len(pieces) - 1))] = data.draw(st.sampled_from(ODD))
                content = "".join(pieces).encode("utf-8")
            changed.writestr(name, content)
    survives(made.getvalue())


@FEW
@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
@given(st.data())
def test_changed_bytes(form: str, data: st.DataObject) -> None:
    content = bytearray((DATA / f"bang-diem.{form}").read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    survives(bytes(content))


@FEW
@given(
    st.lists(
        st.sampled_from([*re.split(r"(?=<)", PAGE), "<![if x]>", "<br", "&#x0;", "\x00", "colspan=0"]), max_size=40
    )
)
def test_pages_of_any_order(pieces: list[str]) -> None:
    try:
        html.read("".join(["<html>", *pieces]).encode(), "a", "0")
    except Unreadable:
        return
