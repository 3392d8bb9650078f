"""A source as a file on the disk: what lies in an archive or a mail is taken out for as long as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from extract.sources import Source
from extract.taking_out import new_path, take_out


@contextmanager
def opened(source: Source) -> Iterator[Source]:
    """The source as a file of its own. Raises `Unreadable` where it is known to be bad, or cannot be taken out."""
    if source.failure is not None:
        raise source.failure
    if not source.inside:
        yield source
        return
    path = new_path(PurePosixPath(source.name).suffix)
    try:
        take_out(source.path, source.inside, path)
        yield source._replace(path=path, inside=())
    finally:
        path.unlink(missing_ok=True)
