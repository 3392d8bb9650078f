"""A source as a file on the disk: what lies in an archive or a mail is taken out for as long as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path, PurePosixPath

from extract.sources import Source
from parsers import containers
from parsers.failures import BrokenArchive, Unreadable
from parsers.workfolder import workfolder

KEPT = 4  # archives within archives that stay taken out: their other reports come next

_numbers = count(1)
_kept: dict[tuple[Path, tuple[int, ...]], Path] = {}


@contextmanager
def opened(source: Source) -> Iterator[Source]:
    """The source as a file of its own. Raises `Unreadable` where it is known to be bad, or cannot be taken out."""
    if source.failure is not None:
        raise source.failure
    if not source.inside:
        yield source
        return
    path = _new_path(PurePosixPath(source.name).suffix)
    try:
        _take_out(source.path, source.inside, path)
        yield source._replace(path=path, inside=())
    finally:
        path.unlink(missing_ok=True)


def _take_out(archive: Path, inside: tuple[int, ...], target: Path) -> None:
    holder = _container_at(archive, inside[:-1])
    kind = containers.kind_of(holder)
    if kind is None:  # the archive was written anew since it was looked at
        raise BrokenArchive
    try:
        containers.save(holder, kind, inside[-1], target)
    except OSError as error:  # the disk is full, or the archive is gone
        raise Unreadable(cause=str(error.strerror or error)) from error


def _container_at(archive: Path, inside: tuple[int, ...]) -> Path:
    """Where the container is to which the numbers lead; it stays taken out for a while."""
    if not inside:
        return archive
    key = (archive, inside)
    if key not in _kept or not _kept[key].exists():
        path = _new_path("")
        try:
            _take_out(archive, inside, path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        _kept[key] = path
    _kept[key] = _kept.pop(key)  # the latest stand last
    while len(_kept) > KEPT:
        _kept.pop(next(iter(_kept))).unlink(missing_ok=True)
    return _kept[key]


def _new_path(ending: str) -> Path:
    """A path of our own making: no name from an archive ever decides where something is written."""
    known = ending.lower() if ending[1:].isalnum() and ending.isascii() and len(ending) <= 9 else ""
    return workfolder() / f"{next(_numbers)}{known}"
