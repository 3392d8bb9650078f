"""No macro of Office's own kind ever runs, even when it is asked for by name: tried with the real LibreOffice.

As a control the same macro, asked for by the same call, does run where the document is loaded with the options that
allow macros. So the project is a real one, and it is our way of loading that keeps it still.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import parsers
from parsers import office
from tests.parsers.sheet_kit import book, c, sheet
from tests.parsers.test_macros import ALLOWED, ROOT
from tests.parsers.vba_kit import project_tree, vba_project
from tests.parsers.wordfiles import p, parts_of, word, zipped
from tests.parsers.xls_kit import PROJECT as PROJECT_RECORD
from tests.parsers.xls_kit import book_of, changed, with_record

DATA = Path(__file__).with_name("data")
PROJECT = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MACRO = "macro://a/VBAProject.Module1.AutoOpen()"  # "a" is the document's name
OURS = ""  # no options: so `parsers.officekit` loads
ASKING = """
import ctypes, os, sys
from pathlib import Path
from parsers import officekit as kit
soffice, folder, source, options, macro = sys.argv[1:]
made = kit._hooked(Path(soffice).parent, Path(folder))
load = kit._method(made, 4, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p)
document = load(made, kit._url(Path(source)), options.encode() or None)
print("loaded" if document else "refused", flush=True)
kit._method(made, 11, ctypes.c_int, ctypes.c_char_p)(made, macro.encode())
os._exit(0)
"""

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None or sys.platform != "linux",
    reason="LibreOffice is not installed",
)


def modules(flag: Path, document: str) -> dict[str, str]:
    """A module that writes a file when it is asked to, or when the document is opened."""
    code = f'Dim f\nf = FreeFile\nOpen "{flag}" For Output As #f\nPrint #f, "x"\nClose #f\nEnd Sub'
    event = {"ThisDocument": "Document_Open", "ThisWorkbook": "Workbook_Open"}[document]
    return {document: f"Sub {event}()\n{code}", "Module1": f"Sub AutoOpen()\n{code}\nSub Auto_Open()\n{code}"}


def with_project(data: bytes, main: str, media: str, project: bytes) -> bytes:
    """A DOCX or XLSX with a project, as one with macros."""
    folder, _, name = main.rpartition("/")
    files = parts_of(data)
    links = f"{folder}/_rels/{name}.rels"
    added = f'<Relationship Id="vba" Type="{PROJECT}" Target="vbaProject.bin"/></Relationships>'.encode()
    files[links] = files[links].replace(b"</Relationships>", added)
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{TYPES}"><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{media}"/>'
        "</Types>"
    ).encode()
    return zipped({**files, f"{folder}/vbaProject.bin": project})


def docm(flag: Path) -> bytes:
    project = vba_project(modules(flag, "ThisDocument"), "ThisDocument")
    return with_project(
        word(p("Xin chào")), "word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml", project
    )


def xlsm(flag: Path) -> bytes:
    project = vba_project(modules(flag, "ThisWorkbook"), "ThisWorkbook")
    data = book({"a": sheet(c("A1", "Xin chào"))})
    return with_project(data, "xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", project)


def doc(flag: Path) -> bytes:
    project = project_tree(modules(flag, "ThisDocument"), "ThisDocument")
    return changed((DATA / "xin-chao.doc").read_bytes(), Macros=project)


def xls(flag: Path) -> bytes:
    data = (DATA / "bang-diem.xls").read_bytes()
    project = project_tree(modules(flag, "ThisWorkbook"), "ThisWorkbook")
    return changed(data, Workbook=with_record(book_of(data), PROJECT_RECORD), _VBA_PROJECT_CUR=project)


MAKERS: dict[str, Callable[[Path], bytes]] = {"docm": docm, "xlsm": xlsm, "doc": doc, "xls": xls}


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize(
    ("options", "runs"),
    [pytest.param(OURS, False, id="as we load it"), pytest.param(ALLOWED, True, id="where macros are allowed")],
)
def test_a_macro_that_is_asked_for_by_name(kind: str, options: str, runs: bool, tmp_path: Path) -> None:
    source, flag = tmp_path / f"a.{kind}", tmp_path / "flag"
    source.write_bytes(MAKERS[kind](flag))
    told = {**os.environ, "PYTHONPATH": str(ROOT), "SAL_USE_VCLPLUGIN": "svp", "HOME": str(tmp_path)}
    asked = [sys.executable, "-c", ASKING, str(office.program(kind)), str(tmp_path), str(source), options, MACRO]
    run = subprocess.run(asked, env=told, timeout=100, capture_output=True, check=False)
    assert run.stdout.split() == [b"loaded"]
    assert flag.exists() == runs


@pytest.mark.parametrize("kind", MAKERS)
def test_reading_and_laying_out_runs_none_and_says_that_there_are_some(kind: str, tmp_path: Path) -> None:
    source, flag = tmp_path / f"a.{kind}", tmp_path / "flag"
    source.write_bytes(MAKERS[kind](flag))
    try:
        document = parsers.read(source)
        assert office.pdf_of(source.read_bytes(), document.source).startswith(b"%PDF")
    finally:
        office.close()
    assert document.blocks
    assert "macros" in [remark.name for remark in document.remarks]
    assert not flag.exists()
