"""7z and RAR archives, through the program bsdtar: it lists them, and hands over what is in them as one stream of TAR.

The stream goes through a pipe, so no name in an archive ever meets the disk; and it must give what was listed, or the
archive is broken. The program is a guest: it runs without a terminal, bounded in time and memory.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from parsers.containers import MAX_MEMBERS, MAX_SPREAD, Member, refuse_total, refused_size
from parsers.failures import BrokenArchive, Encrypted, ProgramMissing, TooLarge
from parsers.member_names import name_of_bytes, name_within
from parsers.rar import asks_for_password
from parsers.tars import Wanted, write_out
from parsers.workfolder import workfolder

PROGRAM = "bsdtar"
SECONDS = 120.0  # for one archive; a hundred megabytes take some five
MOST_MEMORY = 2 * 1024 * 1024 * 1024  # bytes of address space; the largest usual dictionary takes 64 MB
_LONGEST_LINE = 8192  # bytes of the listing
# mode, links, owner, group, size, three words of date, name
_LINE = re.compile(rb"(.)\S{9}\S* +\d+ +\S+ +\S+ +(\d+) +\S+ +\S+ +\S+ (.*)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_LOCKED = re.compile(rb"encrypt|crypto codec|passphrase|password", re.IGNORECASE)


def members_of(path: Path) -> Sequence[Member]:
    """The files in the archive, in its order."""
    if _kind(path) == "rar" and asks_for_password(path):
        raise Encrypted
    members = _listed(path)
    refuse_total(sum(member.size for member in members), path.stat().st_size)
    if sum(member.size for member in members) > MAX_SPREAD:
        size = str(sum(member.size for member in members))
        raise TooLarge(what="unpacked", size=size, limit=str(MAX_SPREAD))
    with _running(path, "-xOf", _shown(path)) as content:
        content.read(1)  # the list may be open although what is listed is behind a password
    return members


def _listed(path: Path) -> list[Member]:
    members = []
    with _running(path, "-tvf", _shown(path), "--numeric-owner") as lines:
        while line := lines.readline(_LONGEST_LINE):
            found = _LINE.fullmatch(line.rstrip(b"\n"))
            if found is None:
                raise BrokenArchive
            if found[1] != b"d":
                members.append(_member(found[1], int(found[2]), found[3]))
            if len(members) > MAX_MEMBERS:
                raise TooLarge(what="members", size=f">{MAX_MEMBERS}", limit=str(MAX_MEMBERS))
    return members


def _member(kind: bytes, size: int, shown: bytes) -> Member:
    raw = _ESCAPE.sub(_sign, shown)
    name = name_within(name_of_bytes(raw))
    if name is None:
        return Member(raw.decode("utf-8", "replace"), size, "unsafe-name")
    if kind != b"-":
        return Member(name.partition(" -> ")[0], size, "link-packed")
    return Member(name, size, failure=refused_size(size, size))


def _sign(found: re.Match[bytes]) -> bytes:
    """What an escape of the listing stands for."""
    told = found[1]
    return bytes([int(told, 8) & 255]) if len(told) == 3 else _SIGNS.get(told, told)


def spread(path: Path, folder: Path, wanted: Wanted) -> None:
    """Writes every wanted file into the folder, named by its number."""
    sizes = [member.size for member in _listed(path)]
    with _running(path, "-cf", "-", "--format=pax", f"@{_shown(path)}") as stream:
        write_out(_Held(stream, sum(sizes) + (len(sizes) + 8) * _LONGEST_LINE), folder, wanted)


class _Held:
    """The stream held to what was listed."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._stream = stream
        self._left = most

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise BrokenArchive
        return data


@contextmanager
def _running(path: Path, *arguments: str) -> Iterator[IO[bytes]]:
    """What the program says, as it says it. Raises `Encrypted` or `BrokenArchive` where it then gives up."""
    command = [_program(path), *arguments]
    complaints = workfolder() / f"bsdtar-{threading.get_ident()}"
    with complaints.open("wb") as errors:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}, start_new_session=True,
        )  # fmt: skip
    clock = threading.Timer(SECONDS, _end, (process,))
    clock.start()
    threading.Thread(target=_feed, args=(process, path if _shown(path) == "-" else None), daemon=True).start()
    failed = True
    try:
        _limit(process.pid)
        assert process.stdout is not None
        yield process.stdout
        failed = bool(process.stdout.read(1) == b"" and process.wait())  # else nobody wanted to hear it to its end
    except BrokenArchive:
        pass
    finally:
        clock.cancel()
        _end(process)
        said = complaints.read_bytes()
        complaints.unlink(missing_ok=True)
    if failed:
        raise Encrypted if _LOCKED.search(said) else BrokenArchive


def _shown(path: Path) -> str:
    """How the program is told of the archive: a RAR comes through a pipe.

    Of a file that it may read from its end it believes that end, and the last file in a RAR may be a ZIP.
    """
    return "-" if _kind(path) == "rar" else str(path.resolve())


def _feed(process: subprocess.Popen[bytes], path: Path | None) -> None:
    """Hands the program an archive, or nothing."""
    assert process.stdin is not None
    with suppress(OSError, ValueError), process.stdin as pipe:  # it may have heard enough
        if path is not None:
            with path.open("rb") as file:
                shutil.copyfileobj(file, pipe)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        process.send_signal(signal.SIGKILL)
    process.wait()


def _limit(process: int) -> None:
    """Bounds the program's memory where the system can do that from outside."""
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.prlimit(process, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _program(path: Path) -> str:
    found = shutil.which(PROGRAM)
    if found is None:
        raise ProgramMissing(program=PROGRAM, found=_kind(path))
    return found


def _kind(path: Path) -> str:
    with path.open("rb") as file:
        return "7z" if file.read(2) == b"7z" else "rar"
