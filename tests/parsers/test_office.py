"""LibreOffice's good and bad days: a stand-in takes its place, and the real one where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import parsers
from parsers import office
from parsers.failures import Damaged, Encrypted, ProgramFailed, ProgramMissing, TooSlow, Unreadable
from parsers.ole import refuse_encrypted_word
from parsers.workfolder import sweep
from tests.parsers.test_formats import OLE
from tests.parsers.wordfiles import p, word, zipped

ROOT = Path(__file__).parent.parent.parent
RTF = rb"{\rtf1\ansi B\'e1o c\'e1o\par}"
ODT_NAME = {"mimetype": "application/vnd.oasis.opendocument.text"}
real = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

STAND_IN = """
import os, pathlib, sys, time
folder, days = pathlib.Path(sys.argv[2]), pathlib.Path({days!r})
if days.read_text().startswith("stillborn"):
    days.write_text(days.read_text().partition(" ")[2])
    os.kill(os.getpid(), 9)
print("ready", flush=True)
for line in sys.stdin:
    source, target = line.rstrip("\\n").split("\\t")
    left = days.read_text().split()
    days.write_text(" ".join(left[1:]))
    day = left[0] if left else "good"
    if day == "crash":
        os.kill(os.getpid(), 9)
    if day == "hang":
        time.sleep(60)
    if day == "babble":
        print("warn: something about fonts", flush=True)
    if day in ("good", "last"):
        (folder / target).write_bytes(pathlib.Path({docx!r}).read_bytes())
    if day == "garbage":
        (folder / target).write_bytes(b"PK not a docx")
    answers = {{"refuse": "refused", "last": "done last"}}
    print(answers.get(day, "done"), flush=True)
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A LibreOffice whose days are named in a file, one a document."""
    office.close()
    days, docx, kit = tmp_path / "days", tmp_path / "made.docx", tmp_path / "kit.py"
    days.write_text("")
    docx.write_bytes(word(p("Đã chuyển")))
    kit.write_text(STAND_IN.format(days=str(days), docx=str(docx)))
    monkeypatch.setattr(office, "KIT", kit)
    monkeypatch.setattr(office, "program", lambda kind: Path(sys.executable))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield days
    office.close()
    assert left_behind(tmp_path) == []


def left_behind(folder: Path) -> list[str]:
    return [entry.name for entry in folder.glob(f"{office.PREFIX}*")]


def texts(kind_of_day: str, days: Path, data: bytes = RTF) -> list[str]:
    days.write_text(kind_of_day)
    return [block.text for block in office.read(data, "a.rtf", "0").blocks if hasattr(block, "text")]


@pytest.mark.parametrize(
    "days",
    [
        pytest.param("good", id="a good day"),
        pytest.param("last", id="it has grown too large and leaves after its answer"),
        pytest.param("crash good", id="it crashes once"),
        pytest.param("crash crash good", id="it is killed in its second attempt too"),
        pytest.param("hang good", id="it hangs once"),
        pytest.param("babble good", id="it says what is no answer"),
        pytest.param("crash stillborn stillborn good", id="it crashes once and does not get up at once"),
    ],
)
def test_the_file_is_read(days: str, stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "SECONDS", 1.0)
    assert texts(days, stand_in) == ["Đã chuyển"]
    assert texts("good", stand_in) == ["Đã chuyển"]


@pytest.mark.parametrize(
    ("days", "failure", "facts"),
    [
        pytest.param("crash crash crash", ProgramFailed, {"how": "died"}, id="it crashes again and again"),
        pytest.param("stillborn " * 4, ProgramFailed, {"how": "died"}, id="it never gets up"),
        pytest.param("hang hang", ProgramFailed, {"how": "slow"}, id="it hangs twice"),
        pytest.param("garbage", ProgramFailed, {"how": "garbage"}, id="what it writes is no DOCX"),
        pytest.param("nothing", ProgramFailed, {"how": "died"}, id="it says done and wrote nothing"),
        pytest.param("refuse", Damaged, {"detail": "libreoffice"}, id="it will not open the file"),
    ],
)
def test_the_file_is_given_up_and_the_next_is_read(
    days: str, failure: type[Unreadable], facts: dict[str, str], stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "SECONDS", 0.5)
    with pytest.raises(failure) as caught:
        texts(days if days != "nothing" else "nothing nothing nothing", stand_in)
    assert facts.items() <= caught.value.facts.items()
    assert texts("good", stand_in) == ["Đã chuyển"]


def test_one_lives_for_many_files(stand_in: Path) -> None:
    texts("good", stand_in)
    first = office._living
    texts("good", stand_in)
    assert office._living is first is not None


def test_killed_between_two_files_it_is_started_anew(stand_in: Path) -> None:
    texts("good", stand_in)
    assert office._living is not None
    os.killpg(office._living._process.pid, signal.SIGKILL)
    office._living._process.wait()
    assert texts("good", stand_in) == ["Đã chuyển"]


def test_the_limit_on_the_report_ends_it(stand_in: Path) -> None:
    def strike(_signal: int, _frame: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, strike)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with pytest.raises(TooSlow):
            texts("hang", stand_in)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert office._living is None


def test_without_it_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    office.close()
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(office, "USUAL_PLACES", ())
    with pytest.raises(ProgramMissing) as caught:
        office.read(RTF, "a.rtf", "0")
    assert caught.value.facts == {"program": "libreoffice", "found": "rtf"}


def doc(flags: int = 0, *, sectors: int = 3) -> bytes:
    """A container with one allocation table that uses so many sectors, and Word's first block."""
    header = bytearray(512)
    header[:8] = OLE[:8]
    header[30:32] = (9).to_bytes(2, "little")
    header[76:] = b"\xff" * (512 - 76)
    header[76:80] = (0).to_bytes(4, "little")
    table = b"".join((0xFFFFFFFE if at < sectors else 0xFFFFFFFF).to_bytes(4, "little") for at in range(128))
    first = (b"\xec\xa5" + b"\0" * 8 + flags.to_bytes(2, "little")).ljust(512, b"\0")
    name = "WordDocument".encode("utf-16-le").ljust(64, b"\0") + (26).to_bytes(2, "little")
    return bytes(header) + table + first + name.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        pytest.param(doc()[:-200], None, id="a DOC whose last sector is written short"),
        pytest.param(doc(sectors=9), Damaged, id="a DOC that ends early"),
        pytest.param(doc()[:300], Damaged, id="a DOC without its header's end"),
        pytest.param(doc(0x0100), Encrypted, id="a DOC behind a password"),
        pytest.param(RTF[:-1], Damaged, id="an RTF that ends early"),
        pytest.param(RTF + b"\0\r\n", None, id="an RTF with zeros at its end"),
        pytest.param(
            zipped({**ODT_NAME, "META-INF/manifest.xml": "<m><encryption-data/></m>"}),
            Encrypted,
            id="an ODT behind one",
        ),
        pytest.param(zipped({**ODT_NAME, "content.xml": "<a>" + " " * 70_000_000}), Unreadable, id="an ODT that grows"),
    ],
)
def test_what_is_refused_before_it_is_opened(data: bytes, failure: type[Unreadable] | None) -> None:
    kind = {b"{": "rtf", b"P": "odt"}.get(data[:1], "doc")
    if failure is None:
        office.refuse_unfit(data, kind)
        return
    with pytest.raises(failure):
        office.refuse_unfit(data, kind)


def test_other_flags_are_no_password() -> None:
    refuse_encrypted_word(doc(0x0200))


def test_what_a_killed_run_left_is_swept_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = subprocess.run(["sh", "-c", "echo $$"], capture_output=True, text=True, check=True).stdout.strip()
    for name in (f"{gone}-a", f"{os.getpid()}-a", f"{gone}-new", "strange"):
        folder = tmp_path / f"{office.PREFIX}{name}"
        folder.mkdir()
        if not name.endswith("new"):
            os.utime(folder, (time.time() - 7200,) * 2)
    sweep(office.PREFIX)
    assert sorted(left_behind(tmp_path)) == sorted(
        f"{office.PREFIX}{name}" for name in (f"{os.getpid()}-a", f"{gone}-new", "strange")
    )


@real
@pytest.mark.parametrize("loaded", [pytest.param(True, id="as a library"), pytest.param(False, id="started a file")])
def test_the_real_one(loaded: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office.close()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    if not loaded:  # a link in a folder without the library
        (tmp_path / "soffice").symlink_to(office.program("rtf"))
        monkeypatch.setattr(office, "program", lambda kind: tmp_path / "soffice")
    path = tmp_path / "a.doc"
    path.write_bytes(
        rb"{\rtf1\ansi\trowd\cellx2000\cellx4000 1.1\cell 9,5\cell\row Tr\u432?\u7901?ng\par}".replace(
            rb"\u7901?", rb"\u7901?"
        )
    )
    document = parsers.read(path)
    assert document.source == "rtf"
    assert [remark.name for remark in document.remarks] == ["wrong-ending"]
    assert [cell.text for block in document.blocks if hasattr(block, "cells") for cell in block.cells] == ["1.1", "9,5"]
    office.close()
    assert left_behind(tmp_path) == []


@real
def test_it_ends_with_the_process_that_asks(tmp_path: Path) -> None:
    script = "\n".join(
        (
            "import os",
            "from parsers import office",
            f"office.read({RTF!r}, 'a', '0')",
            "print(office._living._process.pid, flush=True)",
            "os.kill(os.getpid(), 9)",
        )
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=os.environ | {"TMPDIR": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    until = time.monotonic() + 30
    while time.monotonic() < until and (left_behind(tmp_path) or alive(int(run.stdout))):
        time.sleep(0.05)
    assert (left_behind(tmp_path), alive(int(run.stdout))) == ([], False), run.stderr


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@real
def test_nothing_in_a_document_is_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.rtf"
    secret.write_bytes(rb"{\rtf1 TOP SECRET\par}")
    office_ns = "urn:oasis:names:tc:opendocument:xmlns"
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        web = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        content = (
            f'<office:document-content xmlns:office="{office_ns}:office:1.0" xmlns:text="{office_ns}:text:1.0" '
            f'xmlns:draw="{office_ns}:drawing:1.0" xmlns:svg="{office_ns}:svg-compatible:1.0" '
            'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>'
            f'<text:section text:name="s"><text:section-source xlink:href="{secret.as_uri()}"/><text:p>old</text:p>'
            f'</text:section><text:p><draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="{web}" '
            'xlink:type="simple" xlink:actuate="onLoad"/></draw:frame>Báo cáo</text:p></office:text></office:body>'
            "</office:document-content>"
        )
        manifest = (
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
        )
        data = zipped({**ODT_NAME, "content.xml": content, "META-INF/manifest.xml": manifest})
        document = office.read(data, "a.odt", "0")
        with pytest.raises(TimeoutError):
            server.accept()
    shown = " ".join(block.text for block in document.blocks if hasattr(block, "text"))
    assert "Báo cáo" in shown
    assert "SECRET" not in shown
