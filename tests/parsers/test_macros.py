"""No macro of a document ever runs: tried with the real LibreOffice, in which the same macro does run when it may.

That LibreOffice is loaded without options is what keeps macros from running; the control passes the options that allow
them, to the same library by the same calls.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from parsers import office
from tests.parsers.wordfiles import zipped

ROOT = Path(__file__).parents[2]
EVENTS = ("dom:load", "office:load-finished", "office:view-created", "office:save-as-done", "dom:unload")
KINDS = {"odt": ("text", "<text:p>Xin chào</text:p>"), "ods": ("spreadsheet", '<table:table table:name="a"/>')}
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "script")
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
# As LibreOfficeKit is told to run macros: whatever the user allowed, at the lowest security.
ALLOWED = "EnableMacrosExecution=true,MacroSecurityLevel=0"
CONTROL = """
import ctypes, os, sys
from pathlib import Path
from parsers import officekit as kit
soffice, folder, source, options = sys.argv[1:]
made = kit._hooked(Path(soffice).parent, Path(folder))
load = kit._method(made, 4, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p)
document = load(made, kit._url(Path(source)), options.encode())
save = kit._method(document, 2, ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p)
save(document, kit._url(Path(folder) / "out.pdf"), b"pdf", None)
kit._method(document, 1, None)(document)
os._exit(0)
"""

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None or sys.platform != "linux",
    reason="LibreOffice is not installed",
)


def document_with_macro(kind: str, flag: Path) -> bytes:
    """A document that writes a file as soon as it is opened, shown, saved or closed."""
    tag, body = KINDS[kind]
    code = f'Sub Viet\nn = FreeFile\nOpen "{flag}" For Output As #n\nPrint #n, "x"\nClose #n\nEnd Sub'
    target = "vnd.sun.star.script:Standard.Module1.Viet?language=Basic&amp;location=document"
    listeners = "".join(
        f'<script:event-listener script:language="ooo:script" script:event-name="{event}" xlink:href="{target}" '
        'xlink:type="simple"/>'
        for event in EVENTS
    )
    names = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dom="http://www.w3.org/2001/xml-events" xmlns:ooo="http://openoffice.org/2004/office"'
    library = 'xmlns:library="http://openoffice.org/2000/library"'
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    parts = {
        "content.xml": f'{HEAD}<office:document-content {SPACES} {names} office:version="1.2"><office:scripts>'
        f"<office:event-listeners>{listeners}</office:event-listeners></office:scripts>"
        f"<office:body><office:{tag}>{body}</office:{tag}></office:body></office:document-content>",
        "Basic/Standard/Module1.xml": f'{HEAD}<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Module1" script:language="StarBasic">{escape(code)}</script:module>',
        "Basic/Standard/script-lb.xml": f'{HEAD}<library:library {library} library:name="Standard" '
        'library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/>'
        "</library:library>",
        "Basic/script-lc.xml": f'{HEAD}<library:libraries {library}><library:library library:name="Standard" '
        'library:link="false"/></library:libraries>',
    }
    listed = "".join(f'<m:file-entry m:full-path="{name}" m:media-type="text/xml"/>' for name in parts)
    media = f"application/vnd.oasis.opendocument.{tag}"
    whole = f'<m:file-entry m:full-path="/" m:version="1.2" m:media-type="{media}"/>'
    parts["META-INF/manifest.xml"] = (
        f'{HEAD}<m:manifest xmlns:m="{manifest}" m:version="1.2">{whole}{listed}</m:manifest>'
    )
    return zipped({"mimetype": media, **parts})


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        pytest.param("odt", office.docx_of, id="read"),
        pytest.param("odt", office.pdf_of, id="laid out for pictures"),
        pytest.param("ods", office.pdf_of, id="a workbook laid out"),
    ],
)
def test_no_macro_runs(kind: str, make: Callable[[bytes, str], bytes], tmp_path: Path) -> None:
    flag = tmp_path / "flag"
    try:
        assert make(document_with_macro(kind, flag), kind)
    finally:
        office.close()
    assert not flag.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_macro_runs_where_it_is_allowed(kind: str, tmp_path: Path) -> None:
    source, flag = tmp_path / f"a.{kind}", tmp_path / "flag"
    source.write_bytes(document_with_macro(kind, flag))
    told = {**os.environ, "PYTHONPATH": str(ROOT), "SAL_USE_VCLPLUGIN": "svp", "HOME": str(tmp_path)}
    asked = [sys.executable, "-c", CONTROL, str(office.program(kind)), str(tmp_path), str(source), ALLOWED]
    subprocess.run(asked, env=told, timeout=100, capture_output=True, check=False)
    assert flag.exists()
