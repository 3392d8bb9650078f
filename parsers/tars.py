"""Archives that are one stream (TAR, packed or not): what is in them, and all of it written out in one pass.

To take one file out of such an archive everything before it must be inflated, so its files come out together.
"""

from __future__ import annotations

import gzip
import tarfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from parsers.containers import MAX_MEMBERS, MAX_RATIO, MAX_SPREAD, RATIO_FROM, Member, refused_size
from parsers.failures import BrokenArchive, TooLarge
from parsers.member_names import name_of_bytes, name_within

_CHUNK = 1024 * 1024  # bytes taken at a time
_HEAD = 512  # bytes before the first file
_GZIP = b"\x1f\x8b"
Wanted = Callable[[str], bool]  # of a member's name


class Readable(Protocol):
    """What bytes are read from, one after the other."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""


class Bounded:
    """A stream that may give no more than so many bytes: what inflates without end is stopped on the way."""

    def __init__(self, stream: Readable, packed: int) -> None:
        self._stream = stream
        self._left = min(MAX_SPREAD, max(RATIO_FROM, packed * MAX_RATIO))

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise TooLarge(what="ratio", size=f">{MAX_RATIO}", limit=str(MAX_RATIO))
        return data


def members_of(path: Path) -> Sequence[Member]:
    """The files in the archive, in its order; a file that is packed alone goes by the archive's name."""
    if not _is_tar(path):
        return [Member(path.stem, 0)]
    with _stream(path) as stream:
        return [_member(entry) for entry, _ in entries_of(stream)]


def spread(path: Path, folder: Path, wanted: Wanted) -> None:
    """Writes every wanted file into the folder, named by its number."""
    is_tar = _is_tar(path)
    with _stream(path) as stream:
        if is_tar:
            write_out(stream, folder, wanted)
        else:
            copied(stream, folder / "0")


def entries_of(stream: Readable) -> Iterator[tuple[tarfile.TarInfo, tarfile.TarFile]]:
    """All that is no folder in a stream of TAR."""
    try:
        with tarfile.open(fileobj=stream, mode="r|", errors="surrogateescape") as archive:  # type: ignore[call-overload]
            met = 0
            for entry in archive:
                if not entry.isdir():
                    met += 1
                    yield entry, archive
                if met > MAX_MEMBERS:
                    raise TooLarge(what="members", size=f">{MAX_MEMBERS}", limit=str(MAX_MEMBERS))
                archive.members = []  # else all of them are remembered
    except (tarfile.TarError, EOFError, zlib.error, OSError, ValueError) as error:
        raise BrokenArchive from error


def write_out(stream: Readable, folder: Path, wanted: Wanted) -> None:
    """Writes the wanted files of a stream of TAR into the folder, named by their numbers."""
    for number, (entry, archive) in enumerate(entries_of(stream)):
        member = _member(entry)
        content = archive.extractfile(entry) if entry.isreg() else None
        if content is not None and not member.left_out and member.failure is None and wanted(member.name):
            copied(content, folder / str(number))


def copied(source: Readable, target: Path) -> None:
    """Writes what the source gives."""
    try:
        with target.open("wb") as file:
            while chunk := source.read(_CHUNK):
                file.write(chunk)
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BrokenArchive from error


def _member(entry: tarfile.TarInfo) -> Member:
    raw = entry.name.encode("utf-8", "surrogateescape")
    name = name_within(name_of_bytes(raw))
    if name is None:
        return Member(entry.name.encode("utf-8", "replace").decode(), entry.size, "unsafe-name")
    if not entry.isreg():
        return Member(name, 0, "link-packed")
    return Member(name, entry.size, failure=refused_size(entry.size, entry.size))


@contextmanager
def _stream(path: Path) -> Iterator[Readable]:
    with path.open("rb") as file:
        packed = file.read(2) == _GZIP
        file.seek(0)
        if not packed:
            yield file
            return
        with gzip.GzipFile(fileobj=file) as inflated:
            yield Bounded(inflated, path.stat().st_size)


def _is_tar(path: Path) -> bool:
    try:
        with _stream(path) as stream:
            return stream.read(_HEAD)[257:262] == b"ustar"
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BrokenArchive from error
