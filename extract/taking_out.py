"""Files out of archives and mails onto the disk: into this process's work folder, under names of our own making."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

from extract.seen import reason_to_skip_member
from parsers import containers
from parsers.failures import BrokenArchive, Unreadable
from parsers.workfolder import workfolder

KEPT = 4  # archives within archives that stay taken out, for their other reports come next
KEPT_SPREAD = 1  # archives whose files all came out together

Key = tuple[Path, tuple[int, ...]]  # a file on the disk, and the numbers that lead from it to one inside

_numbers = count(1)
_taken: dict[Key, Path] = {}
_spread: dict[Key, Path] = {}


def new_path(ending: str = "") -> Path:
    """A path that nothing stands at; of the ending that a name from an archive has, only what is harmless is kept."""
    harmless = ending[1:].isalnum() and ending.isascii() and len(ending) <= 9
    return workfolder() / f"{next(_numbers)}{ending.lower() if harmless else ''}"


def take_out(archive: Path, inside: tuple[int, ...], target: Path) -> None:
    """Writes the file to which the numbers lead. Raises `Unreadable` where it cannot be had whole."""
    holder = container_at(archive, inside[:-1])
    kind = containers.kind_of(holder)
    if kind is None:  # the archive was written anew since it was looked at
        raise BrokenArchive
    try:
        if kind in containers.STREAMED:
            _copy(_folder_at((archive, inside[:-1]), holder, kind) / str(inside[-1]), target)
        else:
            containers.save(holder, kind, inside[-1], target)
    except OSError as error:  # the disk is full, or the archive is gone
        raise Unreadable(cause=str(error.strerror or error)) from error


def container_at(archive: Path, inside: tuple[int, ...]) -> Path:
    """Where the container is to which the numbers lead; it stays taken out for a while."""
    if not inside:
        return archive

    def take(path: Path) -> None:
        take_out(archive, inside, path)

    return _kept(_taken, (archive, inside), KEPT, take)


def _folder_at(key: Key, holder: Path, kind: str) -> Path:
    """The folder with the files of an archive that come out together; the last one stays for a while."""

    def take(folder: Path) -> None:
        folder.mkdir()
        containers.spread(holder, kind, folder, lambda name: reason_to_skip_member(name) is None)

    return _kept(_spread, key, KEPT_SPREAD, take)


def _kept(kept: dict[Key, Path], key: Key, most: int, take: Callable[[Path], None]) -> Path:
    """Where something stands that was taken out before, or is now; the oldest of its like goes."""
    path = kept.pop(key, None)
    if path is None or not path.exists():
        while len(kept) >= most:
            _remove(kept.pop(next(iter(kept))))
        path = new_path()
        try:
            take(path)
        except BaseException:
            _remove(path)
            raise
    kept[key] = path
    return path


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        raise BrokenArchive
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copyfile(source, target)
