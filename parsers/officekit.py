"""The process that LibreOffice lives in: converts one file a line until its input ends. Started by `parsers.office`.

    python -I officekit.py SOFFICE FOLDER

Reads lines `SOURCE<TAB>TARGET` (names within FOLDER), answers `done`, `refused` or `done last`, the last when it will
answer no more: it has grown too large. A document that makes LibreOffice crash ends this process and nothing else.

LibreOffice is loaded as a library where it offers itself as one (LibreOfficeKit): a file then costs a seventh of the
time that a start of the program costs, and memory stays flat. Elsewhere the program is started for each file.
"""

from __future__ import annotations

import ctypes
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

LIBRARIES = ("libmergedlo.so", "libsofficeapp.so")  # Debian and the makers link all in one; others keep them apart
# A sheet goes onto one page, however wide it is: else a row's figures would stand on other pages than its words.
SHEETS = '{"SinglePageSheets":{"type":"boolean","value":"true"}}'
OPTIONS = {".docx": None, ".xlsx": None, ".pdf": SHEETS.encode()}
# as the program is told them
FORMATS = {".docx": "docx:MS Word 2007 XML", ".xlsx": "xlsx:Calc MS Excel 2007 XML", ".pdf": "pdf"}
SHEET_KINDS = {".xls", ".xlsx", ".xlsb", ".ods"}
MOST_MEMORY = 1536 * 1024 * 1024  # bytes resident; a thousand reports leave it at 280 MB, one of many pictures may not
MOST_ADDRESSES = 8 * 1024 * 1024 * 1024  # bytes of address space: a bomb ends this process, not the machine
LARGEST_FILE = 512 * 1024 * 1024

# What the records of LibreOfficeKit begin with: a size, then pointers to functions, in an order that is never changed.
_DOCUMENT_LOAD = 2
_OFFICE_DESTROY = _DOCUMENT_DESTROY = 1
_SAVE_AS = 2

Convert = Callable[[Path, Path], bool]


def main(soffice: Path, folder: Path) -> None:
    """Answers until the input ends or memory has grown too large."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    _silence()
    _limit()
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_take_lines, args=(lines, folder), daemon=True).start()
    convert = loaded(soffice.parent, folder) or started(soffice, folder)
    answers.write("ready\n")
    while True:
        source, target = lines.get().rstrip("\n").split("\t")
        done = convert(folder / source, folder / target)
        last = _resident() > MOST_MEMORY
        answers.write(f"{'done' if done else 'refused'}{' last' if last else ''}\n")


def _take_lines(lines: queue.Queue[str], folder: Path) -> None:
    """Hands lines on; at the end of the input, whatever the other thread is doing, all is taken down.

    The input also ends when the process that asks is killed, so that nothing of us outlives it.
    """
    for line in sys.stdin:
        lines.put(line)
    group = os.getpgid(0)
    if os.fork() == 0:  # who outlives the others by a moment: LibreOffice writes into its profile to the last
        os.setsid()
        with suppress(OSError):
            os.killpg(group, signal.SIGKILL)  # a program that was started for a file goes too
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def _silence() -> None:
    """LibreOffice may write what it likes: the answers have a channel of their own."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


def _limit() -> None:
    """Bounds memory and files; time is measured by who asks, so the limit that the asking process has is undone."""
    import resource

    for what, most in ((resource.RLIMIT_AS, MOST_ADDRESSES), (resource.RLIMIT_FSIZE, LARGEST_FILE)):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _resident() -> int:
    """Bytes of memory in use; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def loaded(program: Path, folder: Path) -> Convert | None:
    """Conversion by LibreOffice as a library; None where there is none, or it does not start."""
    office = _hooked(program, folder)
    if not office:
        return None
    load = _method(office, _DOCUMENT_LOAD, ctypes.c_void_p, ctypes.c_char_p)

    def convert(source: Path, target: Path) -> bool:
        # No options are passed: then macros are never run, whatever the profile says.
        document = load(office, _url(source))
        if not document:
            return False
        save = _method(document, _SAVE_AS, ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p)
        done = save(document, _url(target), target.suffix[1:].encode(), OPTIONS[target.suffix])
        _method(document, _DOCUMENT_DESTROY, None)(document)
        return bool(done)

    return convert


def _hooked(program: Path, folder: Path) -> int | None:
    for name in LIBRARIES:
        if not (program / name).exists():
            continue
        try:
            hook = ctypes.CDLL(str(program / name), mode=os.RTLD_LAZY | os.RTLD_GLOBAL).libreofficekit_hook_2
        except (OSError, AttributeError):
            continue
        hook.restype, hook.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_char_p)
        office: int | None = hook(os.fsencode(program), _url(folder / "profile"))
        return office
    return None


def _method(record: int, index: int, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The function at this place of a record's table, called with the record itself first."""
    table = ctypes.cast(record, ctypes.POINTER(ctypes.c_void_p))[0]
    address = ctypes.cast(table or 0, ctypes.POINTER(ctypes.c_void_p))[index]
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, *arguments)(address or 0)


def started(soffice: Path, folder: Path) -> Convert:
    """Conversion by starting the program for each file."""

    def convert(source: Path, target: Path) -> bool:
        made = folder / "made"
        made.mkdir(exist_ok=True)
        command = [
            str(soffice), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--norestore", "--convert-to", _format(source, target), "--outdir", str(made), str(source),
        ]  # fmt: skip
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
        result = made / f"{source.stem}{target.suffix}"
        if not result.exists():
            return False
        result.replace(target)
        return True

    return convert


def _format(source: Path, target: Path) -> str:
    """How the program is told what to make."""
    if target.suffix == ".pdf" and source.suffix in SHEET_KINDS:
        return f"pdf:calc_pdf_Export:{SHEETS}"
    return FORMATS[target.suffix]


def _url(path: Path) -> bytes:
    return path.as_uri().encode()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
