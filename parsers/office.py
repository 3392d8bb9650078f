"""Old Word files, OpenDocument and RTF: LibreOffice makes a DOCX of them, which is read like any other.

One LibreOffice lives as long as the process that reads (each worker of a batch has its own), with a profile of its own
in a temporary folder. It is a guest that may crash, hang or answer nonsense: then it is killed and started anew, the
file is tried again, and only if that fails too is the file given up.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from multiprocessing.util import Finalize
from pathlib import Path

from parsers import docx
from parsers.document import Document
from parsers.failures import Damaged, Encrypted, ProgramFailed, ProgramMissing
from parsers.formats import tell
from parsers.ole import refuse_encrypted_word, refuse_truncated
from parsers.package import Package, tree_of
from parsers.workfolder import sweep

SECONDS = 60.0  # for one file; a report takes 0.1 to 0.3, one of 300 pages some 10
START_SECONDS = 60.0  # for LibreOffice to start: 2 on a cold disk, more while a scanner of viruses looks at it
# How often it may die on a file (somebody else may have killed it), hang on it, or fail to get up, before the file is
# given up.
LIMITS = {"died": 3, "slow": 2, "start": 4}
PREFIX = "doisoat-office-"
KIT = Path(__file__).with_name("officekit.py")
_MARKUP = {"fodt", "wordml"}
USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/snap/libreoffice/current/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# Nothing of a document acts: no macros, no scripts, no links followed, nothing fetched from a network.
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "int", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "boolean", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "boolean", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "boolean", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "int", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "int", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "string", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "int", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "string", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "int", "9"),
)


def read(data: bytes, file: str, digest: str) -> Document:
    """The Document in the bytes of a file that LibreOffice reads."""
    kind = tell(data).value
    refuse_unfit(data, kind)
    made = docx_of(data, kind)
    try:
        document = docx.read(made, file, digest)
    except Damaged as error:  # what LibreOffice wrote is no DOCX: its mistake, not the school's
        raise ProgramFailed(program="libreoffice", how="garbage", found=kind) from error
    return replace(document, source=kind)


def refuse_unfit(data: bytes, kind: str) -> None:
    """Raises for what LibreOffice would read in part without a word, ask a password for, or choke on."""
    if kind == "doc":
        refuse_truncated(data)
        refuse_encrypted_word(data)
    elif kind == "odt":
        package = Package(data)
        if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
            raise Encrypted
        for name in package.names():
            if name.endswith(".xml"):
                package.part(name)
    elif kind == "rtf" and not data.rstrip(b"\0 \t\r\n\x1a").endswith(b"}"):
        raise Damaged(detail="rtf")
    elif kind in _MARKUP:
        tree_of(data)


def docx_of(data: bytes, kind: str) -> bytes:
    """The DOCX that LibreOffice makes of a file's bytes."""
    return _made_of(data, kind, "docx")


def xlsx_of(data: bytes, kind: str) -> bytes:
    """The XLSX that LibreOffice makes of a workbook's bytes; its formulas are reckoned anew."""
    return _made_of(data, kind, "xlsx")


def pdf_of(data: bytes, kind: str) -> bytes:
    """The pages of a file as LibreOffice lays them out, as PDF."""
    return _made_of(data, kind, "pdf")


def _made_of(data: bytes, kind: str, wanted: str) -> bytes:
    global _living  # noqa: PLW0603 - the one guest of this process
    lost: Counter[str] = Counter()
    while all(lost[how] < most for how, most in LIMITS.items()):
        office = _living or _Office(program(kind))
        _living = None  # kept again only when it has answered
        try:
            made = office.made_of(data, kind, wanted)
        except _Lost as loss:
            lost[str(loss) if office.started else "start"] += 1  # before it is ready, no file is to blame
            continue
        if office.alive:
            _living = office
        if made is None:
            raise Damaged(detail="libreoffice")
        return made
    raise ProgramFailed(program="libreoffice", how="slow" if lost["slow"] else "died", found=kind)


def close() -> None:
    """Ends the LibreOffice of this process, if there is one, and removes its folder."""
    global _living
    office, _living = _living, None
    if office is not None:
        office.kill()


def program(kind: str) -> Path:
    """LibreOffice's program. Raises `ProgramMissing` where there is none."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found is not None:
            return Path(found).resolve()
    usual = (path for pattern in USUAL_PLACES for path in sorted(Path("/").glob(pattern.lstrip("/")), reverse=True))
    found_there = next(usual, None)
    if found_there is None:
        raise ProgramMissing(program="libreoffice", found=kind)
    return found_there


class _Lost(Exception):  # noqa: N818 - it says what became of LibreOffice
    """LibreOffice has died or does not answer; the word says which."""


class _Office:
    """One LibreOffice in a process of its own."""

    def __init__(self, soffice: Path) -> None:
        sweep(PREFIX)  # with it the LibreOffice was killed
        self._folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
        self._lay_profile()
        environment = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        places = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP"), str(self._folder))
        self._process = subprocess.Popen(
            [sys.executable, "-I", str(KIT), str(soffice), str(self._folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self._folder,
            env=environment | places | {"LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"},
            start_new_session=True, encoding="utf-8",
        )  # fmt: skip
        self.started = False
        self.alive = True

    def made_of(self, data: bytes, kind: str, wanted: str) -> bytes | None:
        """What it makes of a file, of the kind wanted; None where it will not open it. Raises `_Lost` if lost."""
        if not self.started:
            self._answer(START_SECONDS)
            self.started = True
        source, target = self._folder / f"in.{kind}", self._folder / f"out.{wanted}"
        try:
            source.write_bytes(data)
            answer = self._asked(f"{source.name}\t{target.name}\n")
            made = target.read_bytes() if answer.startswith("done") else None
        except OSError as error:  # the pipe is broken, or the folder is gone: it died between two files
            self.kill()
            raise _Lost("died") from error
        source.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        if answer.endswith("last"):
            self.kill()
        return made

    def _asked(self, line: str) -> str:
        stdin = self._process.stdin
        assert stdin is not None
        stdin.write(line)
        stdin.flush()
        return self._answer(SECONDS)

    def _answer(self, seconds: float) -> str:
        """The next line that it says. It is killed when it says none in time, or what it must not say."""
        stdout = self._process.stdout
        assert stdout is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._signal()

        clock = threading.Timer(seconds, stop)
        clock.start()
        try:
            answer = stdout.readline().strip()
        except BaseException:  # the limit on a whole report struck meanwhile: nobody may wait for this one any more
            self.kill()
            raise
        finally:
            clock.cancel()
        if answer not in {"ready", "done", "refused", "done last", "refused last"}:
            self.kill()
            raise _Lost("slow" if late.is_set() else "died")
        return answer

    def _signal(self) -> None:
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def kill(self) -> None:
        """Ends it and all that it started, and removes its folder."""
        self.alive = False
        self._signal()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _lay_profile(self) -> None:
        """Writes the settings that nothing of a document acts on."""
        items = "".join(
            f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse" oor:type="xs:{kind}">'
            f"<value>{value}</value></prop></item>"
            for path, name, kind, value in _SETTINGS
        )
        user = self._folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(
            '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
            f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>',
            encoding="utf-8",
        )


_living: _Office | None = None
Finalize(None, close, exitpriority=10)  # workers end without the interpreter's own exit handlers
