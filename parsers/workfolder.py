"""The temporary folder of this process: removed when it ends, and by a later run where it was killed."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import suppress
from multiprocessing.util import Finalize
from pathlib import Path

PREFIX = "doisoat-work-"
LEFT_SECONDS = 3600.0  # a folder as old as this, whose process is gone, is nobody's


def workfolder() -> Path:
    """The folder, made when first asked for; a process that was forked has one of its own."""
    global _folder  # noqa: PLW0603 - the one folder of this process
    if _folder is None or _folder[0] != os.getpid() or not _folder[1].is_dir():
        sweep(PREFIX)
        _folder = (os.getpid(), Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-")))
        Finalize(None, remove, exitpriority=5)  # workers end without the interpreter's own exit handlers
    return _folder[1]


def remove() -> None:
    """Removes this process's folder, if it has one."""
    global _folder
    kept, _folder = _folder, None
    if kept is not None and kept[0] == os.getpid():
        shutil.rmtree(kept[1], ignore_errors=True)


def sweep(prefix: str) -> None:
    """Removes the folders of that kind ("doisoat-work-1234-…") whose processes were killed."""
    if os.name != "posix":  # elsewhere the question whether a process lives would end it
        return
    for folder in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        number = folder.name.removeprefix(prefix).partition("-")[0]
        with suppress(OSError, ValueError):  # another user's, or gone meanwhile
            if time.time() - folder.stat().st_mtime > LEFT_SECONDS and not _lives(int(number)):
                shutil.rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


_folder: tuple[int, Path] | None = None
